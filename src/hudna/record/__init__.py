"""Readings and decisions to a record: pure functions of their set, whatever the order they came in."""

from hudna.record.attach import anchor_of, attach
from hudna.record.chronology import Line, Selection, chronology, narrow
from hudna.record.comparison import Compared, Comparison, compare
from hudna.record.consequence import consequence
from hudna.record.entities import Entities, find_entities
from hudna.record.events import Draft, find_events
from hudna.record.names import compare_names, plain_form
from hudna.record.stories import find_stories, story_of

__all__ = [
    "Compared",
    "Comparison",
    "Draft",
    "Entities",
    "Line",
    "Selection",
    "anchor_of",
    "attach",
    "chronology",
    "compare",
    "compare_names",
    "consequence",
    "find_entities",
    "find_events",
    "find_stories",
    "narrow",
    "plain_form",
    "story_of",
]
