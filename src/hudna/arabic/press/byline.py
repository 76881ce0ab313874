"""The writer's name before the first words of a story: ``name: <verb>``.

A newsmaker's name stands before a colon too, but in headlines, and there what he says follows. A byline stands before
a whole paragraph, names nobody and nothing the tables know, and a verb with a subject of its own follows.
"""

from typing import Final

from hudna.arabic.names.tables import heads, party_words
from hudna.arabic.press.lines import Line
from hudna.arabic.press.tables import names, statement_verbs
from hudna.model import WORD, Document

MIN_NAME_WORDS, MAX_NAME_WORDS = 2, 3
MIN_PARAGRAPH_TOKENS: Final = 20


def find_byline(document: Document, line: Line) -> tuple[int, int] | None:
    """Return the tokens of the writer's name with which the first paragraph begins, None where it begins otherwise."""
    tokens = document.tokens
    if line.size < MIN_PARAGRAPH_TOKENS:
        return None
    first, last = line.first, line.first + MAX_NAME_WORDS + 1
    colon = next((place for place in range(first, last) if tokens[place].folded == ":"), None)
    if colon is None or colon - first < MIN_NAME_WORDS:
        return None
    words = tokens[first:colon]
    if any(token.kind is not WORD for token in words) or tokens[colon + 1].folded not in statement_verbs():
        return None
    if words[0].folded in heads() or names().find(words) or party_words().find(words):
        return None
    return first, colon
