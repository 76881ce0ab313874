"""The stem of a word: its clitics cut off, then its lemma, then its ending."""

from functools import cache
from importlib.resources import files
from typing import Final

from hudna.arabic.clitics import cut_word
from hudna.lexicon import read_rows
from hudna.model import PartKind
from hudna.text import fold, fold_word

_MIN_LETTERS: Final = 3  # what an ending may leave
_LANGUAGE: Final = "ar"


def stem_of(word: str) -> str:
    """Return the stem of a folded word; numbers and Latin words stay as they are.

    Words of one family mostly share it, and a few that are none share it too: it serves to compare whole texts.
    """
    if not word.isalpha() or word.isascii():
        return word
    import simplemma  # here, because it takes a tenth of a second, and reading needs no lemmas

    bare = next((part.folded for part in cut_word(word) if part.kind is PartKind.STEM), word)
    lemma = fold(simplemma.lemmatize(bare, _LANGUAGE)).text
    for ending in _endings():
        if lemma.endswith(ending) and len(lemma) - len(ending) >= _MIN_LETTERS:
            return lemma[: -len(ending)]
    return lemma


@cache
def _endings() -> tuple[str, ...]:
    """Return the folded endings, the longest first."""
    rows = read_rows(files(__package__).joinpath("endings.tsv"), ("id", "form", "source"))
    return tuple(sorted({fold_word(row["form"]) for _, row in rows}, key=lambda form: (-len(form), form)))
