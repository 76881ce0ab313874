"""Tables to entries, and entries found in running words."""

from hudna.lexicon.entry import Entry
from hudna.lexicon.lexicon import Lexicon, Variant, raw_length
from hudna.lexicon.tables import load_entries, read_column, read_rows

__all__ = ["Entry", "Lexicon", "Variant", "load_entries", "raw_length", "read_column", "read_rows"]
