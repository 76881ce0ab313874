"""The tables of dates and what their rows mean to the rules."""

from collections.abc import Iterable
from importlib.resources import files
from typing import Any, Final, NamedTuple

from hudna.calendar import Dated, Direction, Era, Point, Repeat, Stretch, System, Unit, Vague
from hudna.lexicon import Entry, load_entries
from hudna.text import fold_word

_ROOM: Final = files("hudna.arabic.dates")
_DIRECTIONS: Final = {
    "past": Direction.PAST,
    "future": Direction.FUTURE,
    "present": Direction.PRESENT,
    "following": Direction.FOLLOWING,
    "preceding": Direction.PAST,
}
_ADVERB: Final = "ا"
_DUAL: Final = ("ين", "ان")
_VAGUE: Final = {"vague": "vague", "beside": "vague_beside", "until": "vague_until"}
_SEASONS: Final = {"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI"}
MODIFIERS: Final = frozenset({*_DIRECTIONS, "recent", "same"})
CUES: Final = frozenset(
    {
        "future",
        "past",
        "not-future",
        "scheduled",
        "not-scheduled",
        "since",
        "until",
        "before",
        "after",
        "within",
        "maybe",
        "was",
        "planned",
        "decided",
        "towards",
        "between",
        "relative",
        "placed",
        "leading",
        "that",
        "on",
        "reporting",
        "by",
        "name-ending",
        "finished",
    }
)


class Month(NamedTuple):
    """A month by number; ``alone`` says what it needs beside it to be one (the column of that name)."""

    number: int
    alone: str


class OtherMonth(NamedTuple):
    """A month of another calendar; ``alone`` as for ``Month``."""

    system: System
    number: int
    alone: str


class UnitWord(NamedTuple):
    """A unit as it is written: singular, dual, plural or (singular) construct, with the article or without.

    ``annexed``: a word with the article comes right after a dual or plural, which may be annexed to it. ``adverb``: a
    plural in the form that says by itself how long.
    """

    unit: Unit
    number: str
    definite: bool
    annexed: bool = False
    adverb: bool = False


class PartWord(NamedTuple):
    """A part of the day, with its TIMEX3 value, as bare or definite noun, adverb or meridiem."""

    value: str
    form: str


class FuzzyWord(NamedTuple):
    """An inexact part, with its window in each unit it is used of."""

    name: str
    windows: tuple[tuple[Unit, int, int], ...]
    timex: str


class Modifier(NamedTuple):
    """A word after a unit or a day that says which one; ``dual``: which two."""

    name: str
    dual: bool = False

    @property
    def direction(self) -> Direction | None:
        """Where a weekday, day or month with this word lies; None where the word does not say."""
        return _DIRECTIONS.get(self.name)


def date_entries() -> list[Entry]:
    """Return the rows of all tables the grammar of dates starts from."""
    return [
        *_load("weekdays", "definite", "bare"),
        *_load("months", "western", "levantine", "maghrebi", "moroccan", "libyan"),
        *_load("calendars", System.HIJRI, "solar"),
        *_load("feasts", System.HIJRI, System.EASTER, System.GREGORIAN),
        *_load("units", "singular", "dual", "plural"),
        *_load("relatives", "day", *_VAGUE, "repeat", "stretch", "season", "head", *MODIFIERS),
        *_load("parts", "bare", "definite", "adverb", "meridiem"),
        *_load("decades", "decade"),
        *_load("fuzzy", "window", "share"),
        *_load("zones", "zone"),
        *_load("stops", "body", "outlet", "other-day", "place", "word"),
    ]


def cue_entries() -> list[Entry]:
    """Return the words that say where a clause looks or that open an end."""
    return _load("cues", *CUES)


def event_years() -> dict[tuple[str, int, int], tuple[str, int]]:
    """Return the name and the year of the event that a folded word and a month and day call."""
    return {
        (fold_word(entry.form), int(entry["month"]), int(entry["day"])): (entry.id, int(entry["year"]))
        for entry in _load("events", "event")
    }


def date_value(entry: Entry) -> tuple[str, Any]:
    """Return the kind and the value under which the rules meet a row."""
    name, value = entry["class"], entry["value"]
    match entry.kind:
        case "weekdays":
            return ("weekday" if name == "definite" else "weekday_bare"), int(value)
        case "months":
            return ("rare_month" if entry["alone"] == "year" else "month"), Month(int(value), entry["alone"])
        case "calendars":
            system = System.HIJRI if name == System.HIJRI else System.SOLAR_HIJRI
            return "other_month", OtherMonth(system, int(value), entry["alone"])
        case "feasts":
            return "feast", Dated(System(name), int(entry["month"] or 1), int(entry["day"]))
        case "units":
            adverb = name == "plural" and entry.form.endswith(_ADVERB)
            return "unit", UnitWord(Unit(entry["unit"]), name, entry["definite"] == "yes", adverb=adverb)
        case "parts":
            return "part", PartWord(value, name)
        case "decades":
            return "era", Era(Unit.DECADE, int(value))
        case "fuzzy":
            return "fuzzy", FuzzyWord(entry.id, tuple(_windows(entry)), _timex_part(entry.id))
        case "zones":
            return "zone", entry["offset"]
        case "relatives":
            return _relative(entry, name, value)
        case _:
            return "stop", entry.id


def _relative(entry: Entry, name: str, value: str) -> tuple[str, Any]:
    if name == "day":
        days, part = int(value), entry["part"]
        return "day", Point(days=days, part=part, overnight=bool(part) and days < 0)
    if name in _VAGUE:
        return _VAGUE[name], Vague(value, ahead=entry["part"] == "ahead")
    if name == "head":
        return value, value
    if name == "season":
        return name, value
    if name == "stretch":
        return "stretch", Stretch(value)
    return ("set", Repeat(value)) if name == "repeat" else ("modifier", Modifier(name, entry["form"].endswith(_DUAL)))


def _windows(entry: Entry) -> Iterable[tuple[Unit, int, int]]:
    for unit in (Unit.WEEK, Unit.MONTH, Unit.YEAR, Unit.DECADE, Unit.CENTURY):
        if entry[unit]:
            first, last = entry[unit].split("-")
            yield unit, int(first), int(last)


def _timex_part(name: str) -> str:
    """Return what TIMEX3 writes for a season, quarter or half, empty for other parts."""
    part, _, number = name.partition("-")
    letter = {"quarter": "Q", "half": "H"}.get(part)
    return f"{letter}{number}" if letter else _SEASONS.get(name, "")


def _load(name: str, *classes: str) -> list[Entry]:
    return load_entries(_ROOM / f"{name}.tsv", name, classes=classes)
