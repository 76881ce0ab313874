"""The words of contacts in all their forms, by folded form: one lookup tells whether a token may open a contact."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from hudna.lexicon import Entry, load_entries, load_word_classes
from hudna.model import ContactKind, ContactStatus
from hudna.text import fold_word

_ROOM: Final = files(__package__)
_WEAK_ENDS: Final = ("ا", "ي")
_CONJUNCTIONS: Final = ("", "و", "ف")
_NOUN_FRONTS: Final = ("", "ب", "ل", "ك")
_HELD: Final = frozenset(
    {"host", "light", "chair", "send"}
)  # a relative clause puts a pronoun on these: that X hosted (it)
_OBJECTS: Final = ("", "ه", "ها", "هما")
_TAKES: Final = frozenset({"object", "guest", "place"})
_SPOKEN: Final = frozenset({"object", "مع", "discuss", "light"})
_WE_FRAMES: Final = frozenset({"مع", "light", "discuss"})
_PRONOUNS: Final = ("ه", "ها", "هم", "هما")
_GATHERED: Final = ("ه", "ها", "هم", "هما")  # that brought him together with, that brought the two together
_LIKE_NOUNS: Final = frozenset({"call", "converse"})  # with a pronoun, written like: his telephone
_OTHER_WORDS: Final = frozenset(
    [
        "وزاره",
        "قاده",
        "قادته",
        "قادتها",
        "اداره",
        "ادارته",
        "ادارتها",
        "اداه",
        "حمله",
        "حملته",
        "حملتها",
        "كلمه",
        "كلمته",
        "كلمتها",
        "كلما",
    ]
)  # ministry, leaders, campaign, her speech: written like: and visited him, led it, she carried it
OWNERS: Final = ("ه", "ها", "هم", "هما", "نا")
WE: Final = "نا"  # we met, our talks: whoever speaks
TA_MARBUTA: Final = "ة"


class Tense(StrEnum):
    """The form of a verb, as far as it tells the time of what it says."""

    PERFECT = "perfect"
    IMPERFECT = "imperfect"
    FUTURE = "future"


class Verb(NamedTuple):
    """A verb of contact in one form; ``frames`` says what may stand around it (the column of that name).

    ``several`` is true of the dual and the plural; ``status`` is what the verb itself says of a contact; ``on`` is the
    pronoun it carries, whom somebody met, or "we".
    """

    id: str
    kind: ContactKind | None
    frames: frozenset[str]
    tense: Tense
    several: bool
    status: ContactStatus | None
    on: str = ""


class Noun(NamedTuple):
    """A noun of contact in one form: ``number`` is one, two, many or mass; ``owner`` the pronoun on it."""

    id: str
    kind: ContactKind
    number: str
    definite: bool
    owner: str
    front: str


@cache
def verbs() -> Mapping[str, Verb]:
    """Return every folded form of every verb, a conjunction before it included."""
    found: dict[str, Verb] = {}
    for entry in load_entries(_ROOM / "verbs.tsv", "verb"):
        kind = ContactKind(entry["kind"]) if entry["kind"] else None
        frames = frozenset(fold_word(frame) for frame in entry["frame"].split())
        status = ContactStatus(entry["status"]) if entry["status"] else None
        for form, tense in _spoken(entry) if frames & _SPOKEN else ():
            for front in _CONJUNCTIONS:
                found.setdefault(front + form, Verb(entry.id, kind, frames, tense, False, status, WE))
        for form, tense, several in _forms(entry):
            verb = Verb(entry.id, kind, frames, tense, several, status)
            endings = _OBJECTS if frames & _HELD and tense is Tense.PERFECT and not several else ("",)
            held = form[:-1] + "ا" if form.endswith("ي") and tense is Tense.PERFECT else form
            for front in _CONJUNCTIONS:
                for end in endings:
                    found.setdefault(front + (held + end if end else form), verb)
                if "light" in frames and tense is Tense.PERFECT and form.endswith("ا") and several:
                    found.setdefault(front + form + "ها", verb)  # talks that the two held
                for end in _GATHERED if "gather" in frames else ():
                    found.setdefault(front + held + end, verb._replace(on=end))
                if frames & _WE_FRAMES and tense is Tense.PERFECT and not several:
                    found.setdefault(front + _first_person(form), verb._replace(on=WE))
                if frames & _TAKES and entry.id not in _LIKE_NOUNS and not several:
                    for end in _PRONOUNS:
                        found.setdefault(front + held + end, verb._replace(on=end))
    for word in _OTHER_WORDS:
        for front in _CONJUNCTIONS:
            found.pop(front + word, None)
    return found


def _first_person(form: str) -> str:
    """Return the perfect of "we": the weak last letter of a form comes back as its consonant."""
    return (form[:-1] + "ي" if form.endswith(_WEAK_ENDS) else form) + WE


def _spoken(entry: Entry) -> Iterator[tuple[str, Tense]]:
    """Yield the imperfect of "we" and the future of "I" and "we", which no other form is written like: I shall meet."""
    imperfect = fold_word(entry["imperfect"])
    if imperfect:
        yield "ن" + imperfect[1:], Tense.IMPERFECT
        yield "سن" + imperfect[1:], Tense.FUTURE
        yield "سا" + imperfect[1:], Tense.FUTURE


def with_conjunction(word: str) -> bool:
    """Return whether a conjunction is glued to a verb: and he met, not: he arrived, which only begins like it."""
    return word[0] in "وف" and word[1:] in verbs()


def _forms(entry: Entry) -> Iterator[tuple[str, Tense, bool]]:
    perfect = fold_word(entry.form)
    weak = perfect.endswith(_WEAK_ENDS) and (len(perfect) > 3 or perfect.endswith("ي"))
    stem = perfect[:-1] if weak else perfect
    yield perfect, Tense.PERFECT, False
    yield stem + "ت", Tense.PERFECT, False
    yield stem + ("يا" if weak else "ا"), Tense.PERFECT, True
    yield stem + "تا", Tense.PERFECT, True
    yield stem + "وا", Tense.PERFECT, True
    if not entry["imperfect"]:
        return
    imperfect = fold_word(entry["imperfect"])
    weak = imperfect.endswith(("ا", "ي", "و")) and len(imperfect) > 3
    base = imperfect[1:-1] if weak else imperfect[1:]
    for prefix in ("ي", "ت"):
        singular = {imperfect[1:], base} if weak else {base}
        for future, tense in (("", Tense.IMPERFECT), ("س", Tense.FUTURE)):
            for form in sorted(singular):
                yield future + prefix + form, tense, False
            yield future + prefix + base + "ون", tense, True
            yield future + prefix + (base + "ي" if weak else base) + "ان", tense, True
            if not future and len(base) > 1:  # behind "that" and "not"
                yield prefix + base + "وا", tense, True
                yield prefix + (base + "ي" if weak else base) + "ا", tense, True


@cache
def nouns() -> Mapping[str, Noun]:
    """Return every folded form of every noun: with the article, a pronoun, a conjunction or a preposition."""
    found: dict[str, Noun] = {}
    for entry in load_entries(_ROOM / "nouns.tsv", "noun"):
        kind = ContactKind(entry["kind"])
        word = fold_word(entry.form)
        for conjunction in _CONJUNCTIONS:
            for front in _NOUN_FRONTS:
                for form, owner in _owned(word, feminine=entry.form.endswith(TA_MARBUTA)):
                    before = conjunction + front
                    found.setdefault(before + form, Noun(entry.id, kind, entry["number"], bool(owner), owner, front))
                article = "ل" if front == "ل" else "ال"
                definite = Noun(entry.id, kind, entry["number"], True, "", front)
                found.setdefault(conjunction + front + article + word, definite)
    return found


def _owned(word: str, *, feminine: bool) -> Iterator[tuple[str, str]]:
    yield word, ""
    if not (feminine or word.endswith("ات")):
        yield word + "ا", ""
    stem = word[:-1] + "ت" if feminine else word
    stems = (word[:-1] + "ي", word[:-1] + "و", word) if word.endswith("ء") else (stem,)
    for owner in OWNERS:
        for each in stems:
            yield each + owner, owner


@cache
def statuses() -> Mapping[str, Mapping[str, ContactStatus]]:
    """Return the folded words that tell a status, by where they stand: ``before`` or ``after`` the contact's word."""
    found: dict[str, dict[str, ContactStatus]] = {}
    for entry in load_entries(_ROOM / "status.tsv", "status"):
        for place in ("before", "after") if entry["place"] == "both" else (entry["place"],):
            found.setdefault(place, {}).setdefault(fold_word(entry.form), ContactStatus(entry.id))
    return found


@cache
def markers() -> Mapping[str, frozenset[str]]:
    """Return the folded words of ``markers.tsv`` by class."""
    return load_word_classes(_ROOM / "markers.tsv")


@cache
def glued_to() -> frozenset[str]:
    """Return the folded words that open a group and may carry a preposition or "and": a number of, his ministers."""
    return markers()["how-many"] | markers()["own-people"]


@cache
def series() -> Mapping[str, str]:
    """Return the folded names of places after which rounds of talks are called, with the process each stands for."""
    return {fold_word(entry.form): entry.id for entry in load_entries(_ROOM / "series.tsv", "series")}


@cache
def ordinals() -> Mapping[str, int]:
    """Return the folded ordinals of one or two words."""
    table = files("hudna.arabic.numbers").joinpath("ordinals.tsv")
    found = {fold_word(entry.form): int(entry["value"]) for entry in load_entries(table, "ordinal")}
    return found | {form.removeprefix("ال"): value for form, value in found.items()}
