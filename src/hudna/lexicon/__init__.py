"""Tables to entries, and entries found in running words."""

from hudna.lexicon.entry import Entry
from hudna.lexicon.lexicon import Lexicon, Variant, raw_length, whole_entry
from hudna.lexicon.tables import load_entries, load_word_classes, read_column, read_rows
from hudna.lexicon.triggers import Trigger, look_up

__all__ = [
    "Entry",
    "Lexicon",
    "Trigger",
    "Variant",
    "load_entries",
    "load_word_classes",
    "look_up",
    "raw_length",
    "read_column",
    "read_rows",
    "whole_entry",
]
