"""The words of force in all their forms, by folded form: one look-up tells whether a token may tell an incident."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from hudna.lexicon import load_entries, load_word_classes, read_rows
from hudna.model import IncidentKind, TollOutcome
from hudna.text import fold_word

_ROOM: Final = files(__package__)
_CONJUNCTIONS: Final = ("و", "ف")
_FRONTS: Final = ("", "ب", "ل", "ك")
_FAMILY: Final = "capture"  # with a pronoun it is written like family, and like beds
_OWNERS: Final = ("ه", "ها", "هم", "هما")
_new: Final = tuple.__new__  # tens of thousands of forms are made at the start


class Tense(StrEnum):
    """The form of a verb, as far as it tells the time of what it says."""

    PERFECT = "perfect"
    IMPERFECT = "imperfect"
    FUTURE = "future"


class Verb(NamedTuple):
    """A verb of force in one form.

    ``frame`` says how its parties stand around it, ``cut`` how many letters of a conjunction stand before it;
    ``owner`` is the pronoun on it, ``several`` is true of the dual and the plural.
    """

    id: str
    kind: IncidentKind | None
    frame: str
    tense: Tense
    cut: int
    feminine: bool
    several: bool
    owner: str


class Noun(NamedTuple):
    """A noun of force in one form: ``front`` is the preposition on it, ``owner`` the pronoun, ``number`` one, many or mass.

    ``construct`` tells who stands in construct behind it: ``target``, ``either``, or, where empty, who did it.
    """

    id: str
    kind: IncidentKind | None
    frame: str
    number: str
    construct: str
    cut: int
    front: str
    definite: bool
    owner: str


class Codes(NamedTuple):
    """A kind in the codebooks of ACLED (event and sub-event type) and PLOVER (type and mode); empty where none fits."""

    acled: str
    acled_sub: str
    plover: str
    plover_mode: str


@cache
def words() -> Mapping[str, Verb | Noun]:
    """Return every folded form that may tell of force; where a verb and a noun are written alike, the noun.

    What is written like both in its bare form is in ``homographs`` too.
    """
    return {**_verbs(), **_nouns()}


@cache
def homographs() -> Mapping[str, Verb]:
    """Return the verbs that are written like a noun of force, bare or behind a conjunction: shelled, the shelling."""
    both = _verbs().keys() & _nouns().keys()
    bare = {
        form for form in both if not _nouns()[form].front and bool(_nouns()[form].owner) is bool(_verbs()[form].owner)
    }
    return {form: _verbs()[form] for form in bare}


@cache
def _verbs() -> Mapping[str, Verb]:
    found: dict[str, Verb] = {}
    for entry in load_entries(_ROOM / "verbs.tsv", "verb"):
        kind = IncidentKind(entry["kind"]) if entry["kind"] else None
        key, frame, weak = entry.id, entry["frame"], entry.form.endswith(("ى", "ا"))
        for form, tense, feminine, several in _forms(fold_word(entry.form), fold_word(entry["imperfect"]), weak=weak):
            ends_weak = weak and form.endswith("ي") and tense is Tense.PERFECT
            owned = form[:-1] + "ا" if ends_weak else form[:-1] if form.endswith("وا") else form
            for owner in ("", *(_OWNERS if key != _FAMILY else ())):
                written = owned + owner if owner else form
                bare, cut = (_new(Verb, (key, kind, frame, tense, cut, feminine, several, owner)) for cut in (0, 1))
                found.setdefault(written, bare)
                for front in _CONJUNCTIONS:
                    found.setdefault(front + written, cut)
    return found


def _forms(perfect: str, imperfect: str, *, weak: bool) -> Iterator[tuple[str, Tense, bool, bool]]:
    """Yield the third persons of a verb with their tense, whether they are feminine, whether dual or plural."""
    stem = perfect[:-1] if weak else perfect
    yield perfect, Tense.PERFECT, False, False
    yield stem + "ت", Tense.PERFECT, True, False
    yield stem + ("يا" if weak else "ا"), Tense.PERFECT, False, True
    yield stem + "تا", Tense.PERFECT, True, True
    yield stem + "وا", Tense.PERFECT, False, True
    if not imperfect:
        return
    base = imperfect[1:]
    short = base[:-1] if base.endswith(("ي", "ا", "و")) and len(base) > 2 else base
    for future, tense in (("", Tense.IMPERFECT), ("س", Tense.FUTURE)):
        for prefix in ("ي", "ت"):
            yield future + prefix + base, tense, prefix == "ت", False
            yield future + prefix + short + "ون", tense, False, True
            yield future + prefix + base + "ان", tense, prefix == "ت", True


@cache
def _nouns() -> Mapping[str, Noun]:
    found: dict[str, Noun] = {}
    for entry in load_entries(_ROOM / "nouns.tsv", "noun"):
        kind = IncidentKind(entry["kind"]) if entry["kind"] else None
        frame, number, construct = entry["frame"], entry["number"], entry["construct"]
        word = fold_word(entry.form)
        forms = [(form, owner) for form, owner in _owned(word, number) if not owner or entry.id != _FAMILY]
        for conjunction in ("", *_CONJUNCTIONS):
            for front in _FRONTS:
                cut = len(conjunction) + len(front)
                for form, owner in forms:
                    noun = _new(Noun, (entry.id, kind, frame, number, construct, cut, front, bool(owner), owner))
                    found.setdefault(conjunction + front + form, noun)
                article = "ل" if front == "ل" else "ال"
                definite = _new(Noun, (entry.id, kind, frame, number, construct, cut, front, True, ""))
                found.setdefault(conjunction + front + article + word, definite)
    return found


def _owned(word: str, number: str) -> Iterator[tuple[str, str]]:
    yield word, ""
    if not word.endswith(("ه", "ات")):
        yield word + "ا", ""
        if number == "one":
            yield word + "ان", ""
            yield word + "ين", ""
    if word.endswith("ه"):  # two of them
        yield word[:-1] + "تان", ""
        yield word[:-1] + "تين", ""
    stem = word[:-1] + "ت" if word.endswith("ه") else word
    stems = [stem] if not stem.endswith("ء") else [stem, stem[:-1] + "ي", stem[:-1] + "و"]
    for owner in _OWNERS:
        for each in stems:
            yield each + owner, owner


@cache
def markers() -> Mapping[str, frozenset[str]]:
    """Return the folded words of ``markers.tsv`` by class."""
    return load_word_classes(_ROOM / "markers.tsv")


@cache
def actors() -> Mapping[str, frozenset[str]]:
    """Return the folded heads of phrases for those who use force: ``armed``, and ``platform`` for their machines."""
    return load_word_classes(_ROOM / "actors.tsv")


@cache
def amounts() -> Mapping[str, frozenset[str]]:
    """Return the folded words that go with a number of people, by class."""
    return load_word_classes(_ROOM / "amounts.tsv")


@cache
def losses() -> Mapping[str, TollOutcome]:
    """Return the folded nouns that count losses, with their outcome."""
    table = load_entries(_ROOM / "losses.tsv", "loss")
    return {fold_word(entry.form): TollOutcome(entry.id) for entry in table}


@cache
def codes() -> Mapping[IncidentKind, Codes]:
    """Return what each kind is called in the codebooks of ACLED and PLOVER."""
    columns = ("acled", "acled_sub", "plover", "plover_mode")
    rows = read_rows(_ROOM / "kinds.tsv", ("id", *columns))
    return {IncidentKind(row["id"]): Codes(*(row[column] for column in columns)) for _, row in rows}


@cache
def any_of(*names: str) -> frozenset[str]:
    """Return the folded words of several classes of ``markers.tsv`` together."""
    return frozenset().union(*(markers()[name] for name in names))


@cache
def heads() -> frozenset[str]:
    """Return the folded heads of all phrases for those who use force."""
    return actors()["armed"] | actors()["platform"]
