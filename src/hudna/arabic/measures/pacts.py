"""Agreements known by their name, and who made them: the nuclear agreement, the accords of Oslo."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from hudna.arabic.names.tables import labels
from hudna.arabic.scene import Scene
from hudna.lexicon import load_entries
from hudna.model import WORD, Party
from hudna.text import fold_word

MAX_MARKS: Final = 2
_NOUNS: Final = frozenset({"accord", "accords", "settlement", "end-crisis"})


class Pact(NamedTuple):
    """An agreement by the folded words behind its noun; ``parties`` are keys, the first the one that makes it this one."""

    id: str
    words: tuple[str, ...]
    parties: tuple[str, ...]


@cache
def pacts() -> Mapping[str, tuple[Pact, ...]]:
    """Return the rows of ``pacts.tsv`` by the first word behind the noun, those of most words first."""
    found: dict[str, list[Pact]] = {}
    for entry in load_entries(files(__package__) / "pacts.tsv", "pact"):
        words = tuple(fold_word(entry.form).split())
        found.setdefault(words[0], []).append(Pact(entry.id, words, tuple(entry["parties"].split())))
    return {word: tuple(sorted(rows, key=lambda row: -len(row.words))) for word, rows in found.items()}


def pact_at(scene: Scene, noun: str, place: int, limit: int) -> Pact | None:
    """Return the known agreement that a noun at a token names, None where it is none or its first party goes unnamed."""
    if noun not in _NOUNS:
        return None
    at = place + 1
    while at < min(limit, place + 1 + MAX_MARKS) and scene.tokens[at].kind is not WORD:
        at += 1
    if at >= limit:
        return None
    for pact in pacts().get(scene.words[at], ()):
        end = at + len(pact.words)
        if end <= limit and tuple(scene.words[at:end]) == pact.words:
            return pact if _first_named(scene, pact.parties[0]) is not None else None
    return None


def parties_named(scene: Scene, pact: Pact) -> tuple[Party, ...]:
    """Return those who made an agreement, as far as the article names them, marked as implied."""
    found = []
    for key in pact.parties:
        party = _first_named(scene, key)
        if party is not None:
            found.append(party)
    return tuple(found)


def _first_named(scene: Scene, key: str) -> Party | None:
    name = scene.first_named.get(key)
    return Party(name.value.span, labels()[key].form, key, implied=True) if name is not None else None
