"""Names that are ordinary words too: the diameter of a circle is not Qatar, and rumours that spread are not in Sirte.

A few are mostly the ordinary word, and names only behind certain words: financial aid is not Mali's, what is in Mali is.
"""

from collections.abc import Container, Sequence
from functools import cache
from importlib.resources import files
from typing import Final

from hudna.lexicon import Entry, load_entries
from hudna.model import Match, Token
from hudna.text import fold_word

_ARTICLE: Final = "ال"
_NAME_BEHIND: Final = "name-behind"
_CLASSES: Final = frozenset({"before", "behind", _NAME_BEHIND})


def is_ordinary(tokens: Sequence[Token], match: Match[Entry]) -> bool:
    """Return whether the word beside a name tells that it is meant as the ordinary word it is written like."""
    beside = _beside().get(match.value.form)
    if beside is None:
        return False
    first, end = match.first, match.end
    before = tokens[first - 1].folded if first else ""
    behind = tokens[end].folded if end < len(tokens) else ""
    if ("before", before) in beside or ("behind", behind) in beside:
        return True
    is_mostly_ordinary = any(side == _NAME_BEHIND for side, _ in beside)
    return is_mostly_ordinary and (_NAME_BEHIND, before) not in beside


def is_no_nationality(tokens: Sequence[Token], match: Match[Entry], names_at: Container[int]) -> bool:
    """Return whether a bare word that is weak as a nationality stands before what it belongs to: west of the town."""
    if match.value["weak"] != "1" or tokens[match.first].folded != fold_word(match.value.form):
        return False
    return match.end in names_at or (match.end < len(tokens) and tokens[match.end].folded.startswith(_ARTICLE))


@cache
def _beside() -> dict[str, frozenset[tuple[str, str]]]:
    """Return the words beside each form, with the side they stand on."""
    found: dict[str, set[tuple[str, str]]] = {}
    for entry in load_entries(files(__package__).joinpath("homographs.tsv"), "homograph", classes=_CLASSES):
        found.setdefault(entry.form, set()).add((entry["class"], fold_word(entry["beside"])))
    return {form: frozenset(words) for form, words in found.items()}
