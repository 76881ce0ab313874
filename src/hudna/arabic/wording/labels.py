"""What names say of those they name: whether a name is a side's own, its foes', contested, neutral or that of who leads it.

Names of bodies are told by the column ``usage`` of their table; two bodies of one side (a government and its army) are
compared as one. Fighters without a name, and acts that are called
by words of praise or blame, go by ``loaded.tsv``.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from hudna.arabic.names.tables import proper_entries
from hudna.lexicon import load_entries
from hudna.model import Name, NameKind
from hudna.text import fold, fold_word

_ROOM: Final = files(__package__)
_WORD: Final = re.compile(r"[^\W_]+")
_ARTICLE: Final = "ال"
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
    usage = _usages().get((name.entity.removeprefix("body:"), fold_word(" ".join(words.replace("_", " ").split()))))
    return None if usage is None else (_sides().get(name.entity, (name.entity,))[0], usage)


def party_label(entity: str | None) -> tuple[str, str] | None:
    """Return the side for which a state or a town speaks, and the usage of that name; None for all others."""
    side = _sides().get(entity or "")
    return None if side is None or side[1] == _BY_NAME else side


def find_loaded(text: str) -> Iterator[Label]:
    """Yield the words for fighters and acts of which some take a stand, in the order of the text."""
    folded = fold(text)
    found = [(match[0], *match.span()) for match in _WORD.finditer(folded.text)]
    for place, (word, start, last) in enumerate(found):
        uses = _look_up(word)
        if not uses:
            continue
        following = found[place + 1][0] if place + 1 < len(found) else ""
        pair = _look_up(f"{word} {following}") or _look_up(f"{_bare(word)} {_bare(following)}")
        end = found[place + 1][2] if pair else last
        known = dict(uses) | dict(pair)
        for side, usage in known.items():
            yield Label(side, usage, folded.to_raw[start], folded.to_raw[end - 1] + 1)


def _look_up(words: str) -> tuple[tuple[str, str], ...]:
    return _loaded().get(words) or _loaded().get(_bare(words), ())


def _bare(word: str) -> str:
    bare = word.removeprefix(_ARTICLE)
    return word if bare in _single() else bare  # with the article, one man's noun is an adjective


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
    """Return the sides for which a word or two stand, each with the usage; the first word of two stands for none."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for entry in load_entries(_ROOM / "loaded.tsv", "loaded"):
        form = fold_word(entry.form)
        found[form] = (*found.get(form, ()), (entry.id, entry["usage"]))
    return found


@cache
def _single() -> frozenset[str]:
    """Return the nouns for one fighter: those of which the table has the plural."""
    return frozenset(form for form in _loaded() if f"{form}{_PLURAL}" in _loaded())
