"""How words and names are looked for: one key for all that is written of one word, marks for all spellings of a name."""

from hudna.arabic.search.keys import find_terms
from hudna.arabic.search.names import find_names, marks_of_name
from hudna.model import Search

SEARCH = Search(find_terms, marks_of_name, find_names)

__all__ = ["SEARCH"]
