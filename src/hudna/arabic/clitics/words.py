"""How often a word is written in Arabic news: what tells a word from a chance string of letters."""

from functools import cache
from importlib.resources import files


@cache
def word_counts() -> dict[str, int]:
    """Return the folded words of ``words.tsv`` with their counts in about 3.8 million words."""
    lines = files(__package__).joinpath("words.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    next(rows)
    return {form: int(count) for form, count in rows}
