"""Days that are partly known, spans of days, and how what a text says of time is set against the day it was written."""

from hudna.calendar.anchor import Context, Edge, Resolution, resolve
from hudna.calendar.expression import (
    Clock,
    Dated,
    Direction,
    Era,
    Expression,
    Fuzzy,
    Length,
    Nth,
    Point,
    Range,
    Recent,
    Relative,
    Repeat,
    Shift,
    Shifted,
    Stretch,
    Vague,
)
from hudna.calendar.interval import Interval, Unit
from hudna.calendar.partial import PartialDate
from hudna.calendar.reasons import PROBLEMS, REASONS
from hudna.calendar.systems import System

__all__ = [
    "PROBLEMS",
    "REASONS",
    "Clock",
    "Context",
    "Dated",
    "Direction",
    "Edge",
    "Era",
    "Expression",
    "Fuzzy",
    "Interval",
    "Length",
    "Nth",
    "PartialDate",
    "Point",
    "Range",
    "Recent",
    "Relative",
    "Repeat",
    "Resolution",
    "Shift",
    "Shifted",
    "Stretch",
    "System",
    "Unit",
    "Vague",
    "resolve",
]
