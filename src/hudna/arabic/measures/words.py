"""The words of measures in all their forms, by folded form: one look-up tells whether a token may open one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from hudna.arabic.contacts.words import OWNERS, Tense
from hudna.lexicon import Entry, load_entries, load_word_classes
from hudna.model import MeasureKind, MeasureStatus
from hudna.text import Memo, fold_word

_ROOM: Final = files(__package__)
_CONJUNCTIONS: Final = ("", "و", "ف")
_FRONTS: Final = ("", "ب", "ل", "ك")
_OBJECTS: Final = ("ه", "ها", "هما", "هم")
MIN_STEM: Final = 2
_ROOT_IN_L: Final = frozenset({"التزام", "التفاف", "التماس", "التحاق"})  # their first two letters are no article
NUMBER: Final = "#"
_DURATION: Final = frozenset({"مدته", "مدتها", "مدتهما", "ومدته", "ومدتها"})  # its length, no verb that lengthens it
_new: Final = tuple.__new__  # tens of thousands of forms are made at the start
AHEAD: Final = "@"  # before a word that has to follow and belongs to no name


class Noun(NamedTuple):
    """A noun of a measure in one form.

    ``tails`` are the words one of which has to follow (``#`` for a number), by every form of their first, none where
    it stands by itself;
    ``conjunction`` and ``front`` are the clitics on it, ``owner`` the pronoun.
    """

    id: str
    kind: MeasureKind
    tails: Mapping[str, tuple[tuple[str, ...], ...]]
    conjunction: str
    front: str
    definite: bool
    owner: str


class Governor(NamedTuple):
    """A word that says where somebody stands on a measure, in one form.

    ``form`` is ``verb``, ``noun`` or ``participle``; ``frames`` are the prepositions before the measure (``o`` none,
    ``s`` the measure is the subject); ``needs`` are words one of which has to follow; ``group`` is the column
    ``class``.
    """

    id: str
    form: str
    tense: Tense | None
    frames: frozenset[str]
    needs: frozenset[str]
    group: str
    status: str
    conjunction: str = ""
    front: str = ""
    definite: bool = False
    owner: str = ""
    object: str = ""


@cache
def nouns() -> Mapping[str, tuple[Noun, ...]]:
    """Return the rows of ``nouns.tsv`` by every folded form of their first word, those that ask for most first."""
    found: dict[str, tuple[Noun, ...]] = {}
    for entry in load_entries(_ROOM / "nouns.tsv", "noun"):
        kind = MeasureKind(entry["kind"])
        tails = _by_first(tuple(fold_word(word) for word in tail.split("_")) for tail in entry["tail"].split())
        for form, conjunction, front, definite, owner in _nominal(entry.form):
            noun = _new(Noun, (entry.id, kind, tails, conjunction, front, definite, owner))
            found[form] = (*found[form], noun) if form in found else (noun,)
    several = {form: rows for form, rows in found.items() if len(rows) > 1}
    return found | {form: tuple(sorted(rows, key=lambda row: not row.tails)) for form, rows in several.items()}


def _by_first(tails: Iterable[tuple[str, ...]]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Return tails by the forms in which their first word may stand: bare, in the accusative, behind "for"."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for tail in tails:
        word = tail[0]
        forms = [word.removeprefix(AHEAD)]
        if not word.startswith((AHEAD, NUMBER)):
            forms += [
                *([] if word.endswith("ه") else [f"{word}ا"]),
                f"ل{word}",
                *([f"لل{word[2:]}"] if word.startswith("ال") else []),
            ]
        for form in forms:
            found.setdefault(form, []).append(tail)
    return {form: tuple(rows) for form, rows in found.items()}


def _nominal(surface: str, conjunctions: Sequence[str] = _CONJUNCTIONS) -> Iterator[tuple[str, str, str, bool, str]]:
    """Yield the folded forms of a noun: with conjunction, preposition, article, accusative ending, pronoun."""
    word = fold_word(surface)
    article = surface.startswith("ال") and surface not in _ROOT_IN_L
    stem = word[:-1] + "ت" if word.endswith("ه") else word
    stems = (word[:-1] + "ي", word[:-1] + "و", word) if word.endswith("ء") else (stem,)
    for conjunction in conjunctions:
        for front in _FRONTS:
            before = conjunction + front
            yield before + word, conjunction, front, False, ""
            if not word.endswith(("ه", "ات", "ا")):
                yield before + word + "ا", conjunction, front, False, ""
            for owner in OWNERS:
                for each in stems:
                    yield before + each + owner, conjunction, front, True, owner
            if not article:
                yield conjunction + front + ("ل" if front == "ل" else "ال") + word, conjunction, front, True, ""


@cache
def _plain_governors() -> Mapping[str, tuple[Governor, ...]]:
    """Return the rows of ``governors.tsv`` by every folded form that has neither conjunction nor object."""
    found: dict[str, tuple[Governor, ...]] = {}
    for entry in load_entries(_ROOM / "governors.tsv", "governor"):
        for form, row in _governor_forms(entry):
            rows = found.get(form, ())
            if not rows or not any(each.id == row.id and each.form == row.form for each in rows):
                found[form] = (*rows, row)
    return found


def _governor_forms(entry: Entry) -> Iterator[tuple[str, Governor]]:
    frames = frozenset(fold_word(frame) for frame in entry["frame"].split())
    needs = frozenset(fold_word(word) for word in entry["need"].split())
    base = Governor(entry.id, entry["form_kind"], None, frames, needs, entry["class"], entry["status"])
    word = fold_word(entry.form)
    if base.form == "verb":
        for form, tense in _verbal(word, fold_word(entry["imperfect"]), weak=_is_weak(entry.form)):
            yield form, base._replace(tense=tense)
    else:
        yield from _noun_forms(entry.form, base)
    for masdar in entry["masdar"].split():
        yield from _noun_forms(masdar, base)
    if entry["participle"]:
        accusative = fold_word(entry["participle"])
        stem = accusative[:-1]
        for form in (accusative, stem + "ه", stem.removesuffix("ي") + "ين", stem + "تين"):
            yield form, base._replace(form="participle")


def _noun_forms(word: str, base: Governor) -> Iterator[tuple[str, Governor]]:
    rest = (None, base.frames, base.needs, base.group, base.status, "")
    for form, _, front, definite, owner in _nominal(word, ("",)):
        yield form, _new(Governor, (base.id, "noun", *rest, front, definite and not owner, owner, ""))


def _governors_of(folded: str) -> tuple[Governor, ...]:
    plain = _plain_governors()
    if folded in _DURATION:
        return ()
    rows = plain.get(folded, ())
    if folded[0] in "وف" and len(folded) > MIN_STEM:
        rows += tuple(row._replace(conjunction=folded[0]) for row in plain.get(folded[1:], ()))
    if not folded.endswith(_OBJECTS):
        return rows
    for pronoun in _OBJECTS:
        if folded.endswith(pronoun) and len(folded) > len(pronoun) + MIN_STEM:
            stem = folded.removesuffix(pronoun)
            rows += tuple(row._replace(object=pronoun) for row in plain.get(stem, ()) if row.form == "verb")
            if stem[0] in "وف":
                found = plain.get(stem[1:], ())
                rows += tuple(row._replace(object=pronoun, conjunction=stem[0]) for row in found if row.form == "verb")
    return rows


GOVERNORS: Final = Memo(_governors_of)
"""The governors a folded word may be, with its conjunction and the pronoun that stands for the measure taken off."""


class Verb(NamedTuple):
    """A verb that tells a measure by itself, in one form; ``objects`` are words one of which has to follow."""

    id: str
    kind: MeasureKind
    frame: str
    objects: tuple[tuple[str, ...], ...]
    tense: Tense
    several: bool
    conjunction: str


@cache
def verbs() -> Mapping[str, tuple[Verb, ...]]:
    """Return the verbs of ``verbs.tsv`` by every folded form."""
    found: dict[str, list[Verb]] = {}
    for entry in load_entries(_ROOM / "verbs.tsv", "verb"):
        kind, frame = MeasureKind(entry["kind"]), fold_word(entry["frame"])
        objects = tuple(tuple(fold_word(word) for word in each.split("_")) for each in entry["object"].split())
        for form, tense in _verbal(fold_word(entry.form), fold_word(entry["imperfect"]), weak=_is_weak(entry.form)):
            for conjunction in _CONJUNCTIONS:
                several = form.endswith(("ا", "وا", "ان", "ون")) and form != fold_word(entry.form)
                verb = Verb(entry.id, kind, frame, objects, tense, several, conjunction)
                rows = found.setdefault(conjunction + form, [])
                if not any(row.id == verb.id and row.objects == objects for row in rows):
                    rows.append(verb)
    return {form: tuple(rows) for form, rows in found.items()}


def _is_weak(perfect: str) -> bool:
    """Return whether a verb ends in a long vowel, not in a hamza that folding makes equal to one."""
    return perfect.endswith(("ى", "ا"))


def _verbal(perfect: str, imperfect: str, *, weak: bool) -> Iterator[tuple[str, Tense]]:
    stem = perfect[:-1] if weak else perfect
    yield perfect, Tense.PERFECT
    for end in ("ت", "يا" if weak else "ا", "تا", "وا", "نا", "يت" if weak else "ت"):
        yield stem + end, Tense.PERFECT
    if not imperfect:
        return
    weak = imperfect.endswith(("ا", "ي", "و")) and len(imperfect) > 3
    base = imperfect[1:-1] if weak else imperfect[1:]
    for prefix in ("ي", "ت", "ن"):
        for future, tense in (("", Tense.IMPERFECT), ("س", Tense.FUTURE)):
            yield future + prefix + imperfect[1:], tense
            if weak:
                yield future + prefix + base, tense
            yield future + prefix + base + "ون", tense
            yield future + prefix + base + "وا", tense
            yield future + prefix + (base + "ي" if weak else base) + "ا", tense
            yield future + prefix + (base + "ي" if weak else base) + "ان", tense


@cache
def participles() -> Mapping[str, MeasureStatus]:
    """Return the folded adjectives behind a measure that say what became of it."""
    return {
        fold_word(entry.form): MeasureStatus(entry.id) for entry in load_entries(_ROOM / "participles.tsv", "status")
    }


@cache
def markers() -> Mapping[str, frozenset[str]]:
    """Return the folded words of ``markers.tsv`` by class."""
    return load_word_classes(_ROOM / "markers.tsv")


def noun_ids() -> list[str]:
    """Return the ids of the nouns."""
    return sorted({noun.id for rows in nouns().values() for noun in rows})


def verb_ids() -> list[str]:
    """Return the ids of the verbs that tell a measure by themselves."""
    return sorted({verb.id for rows in verbs().values() for verb in rows})


def governor_ids() -> list[str]:
    """Return the ids of the governors that give a status."""
    rows = (row for rows in _plain_governors().values() for row in rows)
    return sorted({row.id for row in rows if row.group != "none"})
