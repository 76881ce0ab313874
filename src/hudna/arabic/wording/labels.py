"""What names say of those they name: whether a name is a side's own, its foes', contested, neutral or that of who leads it.

Names of bodies are told by the column ``usage`` of their table; two bodies of one side (a government and its army) are
compared as one. Fighters without a name, acts that are called by words of praise or blame, and names of a side in two words
go by ``loaded.tsv``; words that tell an attack as only suspected stand in ``doubts.tsv``, adjectives by which a side is blamed
for this or for that in ``qualifiers.tsv``.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final, NamedTuple

from hudna.arabic.clitics import cut_word
from hudna.arabic.names.tables import proper_entries
from hudna.lexicon import load_entries, load_word_classes
from hudna.model import Name, NameKind, PartKind
from hudna.text import fold, fold_word

_ROOM: Final = files(__package__)
_WORD: Final = re.compile(r"[^\W_]+")
_TAG: Final = str.maketrans({"_": " ", "#": None})
_ASSERTED: Final = "asserted"
_SUSPECTED: Final = "suspected"
_BEFORE: Final = 4  # words before an attack that may say that it is only suspected
_BEHIND: Final = 3
_WORDS_REMEMBERED: Final = 20_000
_CUT: Final = frozenset({PartKind.CONJUNCTION, PartKind.PREPOSITION, PartKind.ARTICLE})
_BY_NAME: Final = "named"
_PLURAL: Final = "ين"


class Label(NamedTuple):
    """A side by one of its names: what kind of name that is, and where it stands in the text."""

    side: str
    usage: str
    start: int
    end: int


def name_label(name: Name, words: str) -> tuple[str, str] | None:
    """Return the side a name stands for and the usage of the name, None where the tables tell nothing of it."""
    if name.kind is not NameKind.BODY or name.entity is None or not name.entity.startswith("body:"):
        return None
    usage = _usages().get((name.entity.removeprefix("body:"), fold_word(" ".join(words.translate(_TAG).split()))))
    return None if usage is None else (_sides().get(name.entity, (name.entity,))[0], usage)


def party_label(entity: str | None) -> tuple[str, str] | None:
    """Return the side for which a state or a town speaks, and the usage of that name; None for all others."""
    side = _sides().get(entity or "")
    return None if side is None or side[1] == _BY_NAME else side


def qualifiers_of(words: str) -> frozenset[str]:
    """Return what the adjectives in a name say of a side: that it is Iran's, that it made a coup, that it is terrorist."""
    keys = {_bare(fold_word(word)) for word in _WORD.findall(words)}
    return frozenset(blame for blame, forms in _qualifiers().items() if not forms.isdisjoint(keys))


def find_loaded(text: str) -> Iterator[Label]:
    """Yield the words for fighters, sides and acts of which some take a stand, in the order of the text.

    An attack that is told as suspected is another usage than the same attack told as a fact.
    """
    folded = fold(text)
    found = [(match[0], *match.span()) for match in _WORD.finditer(folded.text)]
    for place, (word, start, last) in enumerate(found):
        alone, following = _look_up(word), found[place + 1] if place + 1 < len(found) else None
        pair = _look_up_pair(word, following[0]) if following else ()
        end = following[2] if following and pair else last
        for side, usage in (dict(alone) | dict(pair)).items():
            doubts = _doubts_of(found, place) if usage == _ASSERTED else []
            first, behind = min([start, *(at for at, _ in doubts)]), max([end, *(at for _, at in doubts)])
            stand = _SUSPECTED if doubts else usage
            yield Label(side, stand, folded.to_raw[first], folded.to_raw[behind - 1] + 1)


def _doubts_of(words: Sequence[tuple[str, int, int]], place: int) -> list[tuple[int, int]]:
    """Return where the words stand that tell an attack, shortly before or behind it, as only suspected."""
    around = (*words[max(0, place - _BEFORE) : place], *words[place + 1 : place + 1 + _BEHIND])
    return [(start, end) for word, start, end in around if _bare(word) in _doubts()]


def _look_up(word: str) -> tuple[tuple[str, str], ...]:
    return _loaded().get(word) or _loaded().get(_bare(word), ())


def _look_up_pair(word: str, following: str) -> tuple[tuple[str, str], ...]:
    if word not in _firsts() and _bare(word) not in _firsts():
        return ()
    return _loaded().get(f"{word} {following}") or _loaded().get(f"{_bare(word)} {_bare(following)}", ())


@lru_cache(maxsize=_WORDS_REMEMBERED)
def _bare(word: str) -> str:
    """Return a folded word without what is written in one with it before it."""
    parts = cut_word(word)
    stem = "".join(part.folded for part in parts if part.kind not in _CUT)
    has_article = any(part.kind is PartKind.ARTICLE for part in parts)
    return word if has_article and stem in _single() else stem  # with the article, one man's noun is an adjective


@cache
def _usages() -> Mapping[tuple[str, str], str]:
    return {(entry.id, fold_word(entry.form)): entry["usage"] for entry in proper_entries() if entry.kind == "body"}


@cache
def _sides() -> Mapping[str, tuple[str, str]]:
    """Return the side that something is a part of or stands for, and the usage of its name, unless each has its own."""
    entries = load_entries(_ROOM / "sides.tsv", "side")
    return {fold_word(entry.form): (f"side:{entry.id}", entry["usage"]) for entry in entries}


@cache
def _loaded() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Return the sides for which a word or two stand, each with the usage."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for entry in load_entries(_ROOM / "loaded.tsv", "loaded"):
        form = fold_word(entry.form)
        found[form] = (*found.get(form, ()), (entry.id, entry["usage"]))
    return found


@cache
def _firsts() -> frozenset[str]:
    return frozenset(form.partition(" ")[0] for form in _loaded() if " " in form)


@cache
def _doubts() -> frozenset[str]:
    return load_word_classes(_ROOM.joinpath("doubts.tsv"))["suspected"]


@cache
def _qualifiers() -> Mapping[str, frozenset[str]]:
    return load_word_classes(_ROOM.joinpath("qualifiers.tsv"))


@cache
def _single() -> frozenset[str]:
    """Return the nouns for one fighter: those of which the table has the plural."""
    return frozenset(form for form in _loaded() if f"{form}{_PLURAL}" in _loaded())
