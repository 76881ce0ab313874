"""People whom no table knows: runs of words that stand in names, begun by a given name or a title."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from hudna.arabic.clitics import name_variants, split_word
from hudna.arabic.clitics.words import word_counts
from hudna.arabic.names.tables import name_words
from hudna.model import WORD, PartKind, Token
from hudna.text import Memo

MAX_NAME_WORDS: Final = 5
MIN_NAME_LETTERS: Final = 3
# A word written at least this often per 3.8 million words is a common word unless a name table has it;
# read off the counts: below it stand names and rare inflections, above it almost no name that no table has.
COMMON_WORD_COUNT: Final = 30
COMMON_STEM_COUNT: Final = 100  # what is left of a foreign name behind a letter like a clitic's is rarer
JOINS: Final = frozenset(
    {"بن", "ابن", "بنت", "ابو", "ابي", "ام", "ال", "عبد", "دي", "فان", "فون", "دو", "لا", "الدين", "الله"}
)
_SERVANT: Final = "عبد"  # of the names of God behind it: one given name
GLUE: Final = frozenset("#-")
_OF_A_NAME: Final = frozenset({PartKind.STEM, PartKind.ARTICLE})
_BEGINS_NAME: Final = frozenset({"given", "join"})
_BEFORE_MORE: Final = JOINS - {"الدين", "الله"}


class NameWord(NamedTuple):
    """What a word may be in a name: ``given``, ``family``, ``join``, ``unknown`` or ``common``."""

    role: str
    cut: int


def _known_word(folded: str) -> NameWord | None:
    """Return what the tables say of a written word in a person's name."""
    if folded in JOINS:
        return NameWord("join", 0)
    known = name_words()
    for word, cut in name_variants(folded):
        if word in known:
            counts = word_counts() if cut else {}
            # For the good of, written like: to Salih.
            return None if cut and counts.get(folded, 0) > counts.get(word, 0) else NameWord(known[word], cut)
    return None


def begins_name(folded: str) -> bool:
    """Return whether a person's name may begin with a written word."""
    known = _known_word(folded)
    return known is not None and known.role in _BEGINS_NAME


def _name_word(folded: str) -> NameWord:
    """Return what a written word may be in a person's name, and how many clitic characters stand before it."""
    known = _known_word(folded)
    if known is not None:
        return known
    if len(folded) < MIN_NAME_LETTERS:
        return _COMMON
    counts = word_counts()
    for word, _ in name_variants(folded):
        if counts.get(word, 0) >= COMMON_WORD_COUNT:
            return _COMMON
        if word.startswith("ال") and counts.get(word[2:], 0) >= COMMON_WORD_COUNT:
            return _COMMON
    return _COMMON if _is_inflected(folded) else _UNKNOWN


def _is_inflected(folded: str) -> bool:
    """Return whether a word is a common one with something written onto it: he-will-try, to-word-her."""
    parts = split_word(folded)
    added = [part for part in parts if part.kind not in _OF_A_NAME]
    stem = next((part.folded for part in parts if part.kind is PartKind.STEM), "")
    return len(added) > 1 or (len(added) == 1 and word_counts().get(stem, 0) >= COMMON_STEM_COUNT)


_COMMON: Final = NameWord("common", 0)
_UNKNOWN: Final = NameWord("unknown", 0)
NAME_WORDS: Final = Memo(_name_word)


def person_end(tokens: Sequence[Token], first: int, taken: bytearray, *, titled: bool) -> int:
    """Return the token after the name that starts at ``first``, or ``first`` when none starts there.

    ``taken`` marks tokens of other names; ``titled`` says that an office or title stands right before.
    """
    start = _role(tokens, first, taken)
    if start not in ({"given", "family", "unknown", "join"} if titled else {"given", "join"}):
        return first
    if start == "unknown" and tokens[first].surface.endswith("ة"):
        return first
    end = first + 1
    known = start in {"given", "family"} or tokens[first].folded == _SERVANT
    while end < len(tokens) and end - first < MAX_NAME_WORDS:
        if tokens[end].folded in GLUE:
            if not _glues(tokens, end):
                break
            end += 1
        role = _role(tokens, end, taken)
        if role not in {"given", "family", "join", "unknown"} or NAME_WORDS[tokens[end].folded].cut:
            break
        if role == "unknown" and tokens[end].surface.endswith("ة"):
            break  # hardly a name, mostly a verbal noun
        known = known or role in {"given", "family"}
        end += 1
    if tokens[end - 1].folded in GLUE:
        end -= 1
    while end > first + 1 and tokens[end - 1].folded in _BEFORE_MORE:
        end -= 1
    if end - first < 2 or not (known or titled):
        return first
    return end


def written(tokens: Sequence[Token]) -> str:
    """Return the words of a name as they stand, single spaces between them and no mark but a hyphen."""
    found = ""
    for token in tokens:
        if token.folded == "-":
            found += "-"
        elif token.folded != "#":
            found += token.surface if not found or found.endswith("-") else f" {token.surface}"
    return found


def _glues(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a mark stands inside a name: the hash before its next word, a hyphen that touches both."""
    touches = place + 1 < len(tokens) and tokens[place + 1].start == tokens[place].end
    return touches and (tokens[place].folded == "#" or tokens[place].start == tokens[place - 1].end)


def _role(tokens: Sequence[Token], place: int, taken: bytearray) -> str:
    token = tokens[place]
    if token.kind is not WORD or taken[place]:
        return "common"
    return NAME_WORDS[token.folded].role
