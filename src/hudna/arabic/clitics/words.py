"""How often a word is written in Arabic news: what tells a word from a chance string of letters."""

from functools import cache
from importlib.resources import files


@cache
def word_counts() -> dict[str, int]:
    """Return the folded words of ``words.tsv`` with their counts in about 3.8 million words."""
    text = files(__package__).joinpath("words.tsv").read_text(encoding="utf-8")
    _, _, rows = text.partition("form\tcount\n")
    cells = rows.split()  # no form holds a space; row by row takes four times as long
    return dict(zip(cells[::2], map(int, cells[1::2]), strict=True))
