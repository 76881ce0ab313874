"""The words of pledges, by folded form: one look-up tells whether a token may open a pledge."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from hudna.lexicon import Entry, load_entries, load_word_classes
from hudna.model import PledgeKind
from hudna.text import Memo, fold_word

_ROOM: Final = files(__package__)
_VERBS: Final = frozenset(
    {
        "subject",
        "object",
        "joint",
        "resolve",
        "intend",
        "consent",
        "force",
        "warn",
        "vow",
        "oneself",
        "bears",
        "alarm",
        "postpones",
    }
)
SHALL: Final = "سوف"
NEVER: Final = "لن"
_LIKE_NOUNS: Final = frozenset({"توعد"})  # threatened them is spelt like their threatening
_THAT: Final = "ان"
_FUTURE_MARK: Final = "س"
_PERSONS: Final = frozenset({"ي", "ت", "ن", "ا"})
_CONJUNCTIONS: Final = frozenset({"و", "ف"})
_MAY_BE_FUTURE: Final = _CONJUNCTIONS | {_FUTURE_MARK}
MIN_FUTURE_LETTERS: Final = 4
OWNERS: Final = ("ه", "ها", "هم", "هما")
IN_WHICH: Final = frozenset({"فيه", "فيها", "خلاله", "خلالها", "فيهما"})
_NUMBERS: Final = ("ون", "ان", "وا", "ا")  # as it is written, and behind "never"
_WITH_OBJECT: Final = frozenset({"threaten", "grace"})  # threatened him, gave them until


class Binder(NamedTuple):
    """A word by which somebody binds himself; ``frame`` says how it is joined to who does (the column of that name)."""

    id: str
    kind: PledgeKind
    frame: str


class Trigger(NamedTuple):
    """What a token may open: ``binders`` are its rows, ``future`` tells of a verb in the future, ``set`` of a day set."""

    binders: tuple[Binder, ...]
    future: bool
    set: bool


_FUTURE: Final = Trigger((), True, False)


def trigger_of(folded: str) -> Trigger | None:
    """Return what a folded word may open, None where it opens nothing."""
    fixed = _fixed_triggers().get(folded)
    if folded[0] not in _MAY_BE_FUTURE or not _may_be_future(folded):
        return fixed
    return fixed._replace(future=True) if fixed is not None else _FUTURE


@cache
def _fixed_triggers() -> Mapping[str, Trigger]:
    """Return what the words of the tables may open."""
    joined = markers()["planned"] | markers()["provides-for"]
    days = markers()["set"] | markers()["provides-for"] | {f"و{word}" for word in joined} | markers()["force"] | {_THAT}
    found = {word: Trigger(binders().get(word, ()), False, word in days) for word in (*binders(), *sorted(days))}
    return found | {NEVER: _FUTURE, f"و{NEVER}": _FUTURE}


TRIGGERS: Final = Memo(trigger_of)


def _may_be_future(folded: str) -> bool:
    """Return whether a word has the letters of a verb in the future; its parts tell whether it is one."""
    bare = folded[1:] if folded[0] in _CONJUNCTIONS else folded
    if bare == SHALL:
        return True
    return bare[0:1] == _FUTURE_MARK and bare[1:2] in _PERSONS and len(bare) >= MIN_FUTURE_LETTERS


@cache
def binders() -> Mapping[str, tuple[Binder, ...]]:
    """Return the rows of every folded form of the words of binding, a conjunction before it included."""
    found: dict[str, tuple[Binder, ...]] = {}
    for entry in load_entries(_ROOM / "binders.tsv", "binder"):
        binder = Binder(entry.id, PledgeKind(entry["kind"]), entry["frame"])
        for form in dict.fromkeys(_forms(entry)):
            found[form] = (*found.get(form, ()), binder)
    return found


def _forms(entry: Entry) -> Iterator[str]:
    form = fold_word(entry.form)
    stems = [form]
    fronts = ["", "و", "ف"]
    if entry["frame"] in _VERBS:
        stems += [form + end for end in ("ت", "ا", "تا", "وا")]
        if entry.id.rstrip("-0123456789") in _WITH_OBJECT:
            bare = () if form in _LIKE_NOUNS else ("",)
            stems += [form + end + owner for end in (*bare, "ت") for owner in OWNERS]
    elif entry["frame"] in {"noun", "grace", "brandishing"}:
        fronts += ["ب", "ل"]
    elif entry["frame"] in {"owned", "resolved"}:
        stems = [form + owner for owner in OWNERS]
    if entry["imperfect"]:
        rest = fold_word(entry["imperfect"])[1:]
        stems += [f"{front}{rest}{end}" for front in ("ي", "ت") for end in ("", "ان", "ون")]
    for stem in stems:
        for front in fronts:
            yield front + stem


@cache
def markers() -> Mapping[str, frozenset[str]]:
    """Return the folded words of ``markers.tsv`` by class."""
    return load_word_classes(_ROOM / "markers.tsv")


def is_of(stem: str, name: str) -> bool:
    """Return whether a verb, its person and the ending of its number left aside, is of a class."""
    rest = stem[1:]
    words = markers()[name]
    return rest in words or any(rest.endswith(end) and rest.removesuffix(end) in words for end in _NUMBERS)
