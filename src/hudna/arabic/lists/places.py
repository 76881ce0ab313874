"""Places of a list by their P-codes: which names can stand alone, which only behind a noun, which are known already."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import asin, cos, radians, sin, sqrt
from typing import Final, NamedTuple

from hudna.arabic.clitics.words import word_counts
from hudna.arabic.lists.checked import Checked
from hudna.arabic.lists.letters import arabic_name, latin_name
from hudna.arabic.names.people import NAME_WORDS
from hudna.arabic.names.places_named import COMMON
from hudna.arabic.names.tables import labels, party_words, proper_entries
from hudna.lexicon import Entry, load_entries, read_rows
from hudna.model import InputError
from hudna.text import fold_word

COLUMNS: Final = {
    "name": ("name", "name_ar", "arabic"),
    "latin": ("latin", "name_en", "english"),
    "pcode": ("pcode", "p-code", "p_code"),
    "level": ("level", "admin_level", "adm_level"),
    "latitude": ("latitude", "lat"),
    "longitude": ("longitude", "lon", "long"),
    "parent": ("parent", "parent_pcode"),
}
NEEDED: Final = ("name", "pcode", "level")
SAME_PLACE_KM: Final = 15  # what two gazetteers differ by over one town
_FAR_KM: Final = 2500  # from the middle of any state whose places have P-codes to its borders
_EARTH_KM: Final = 6371
_PCODE: Final = re.compile(r"[A-Z]{2}[A-Z0-9]{1,18}")
_LEVELS: Final = range(1, 10)
_CLASSES: Final = {1: "governorate", 2: "region", 3: "region"}  # a point is only the middle of one
_ARTICLE: Final = "ال"


class _Row(NamedTuple):
    where: str
    name: str
    latin: str
    pcode: str
    level: int
    point: tuple[float, float] | None
    parent: str

    @property
    def country(self) -> str:
        return self.pcode[:2].lower()

    @property
    def id(self) -> str:
        return f"{self.country}-{self.pcode.lower()}"


def check_places(rows: Iterable[tuple[str, Mapping[str, str]]], own: str) -> Checked:
    """Return the tables of a list of places; ``own`` begins the lines of the tables that the list is to replace."""
    checked = Checked()
    places: dict[str, _Row] = {}
    for where, cells in rows:
        checked.rows += 1
        try:
            row = _parse(where, cells)
        except InputError as error:
            checked.refused.append(f"{where}: {error}")
            continue
        first = places.setdefault(row.pcode, row)
        if first is not row:
            checked.refused.append(f"{where}: {row.pcode} is {first.where} already")
    known: dict[str, list[Entry]] = defaultdict(list)
    for entry in proper_entries():
        if not entry.line.startswith(own):
            known[fold_word(entry.form)].append(entry)
    checked.tables["places.tsv"] = []
    named: dict[tuple[str, str], list[_Row]] = defaultdict(list)
    for row in places.values():
        named[row.country, fold_word(row.name)].append(row)
    for same in named.values():
        _add(same, known.get(fold_word(same[0].name), ()), checked)
    return checked


def _parse(where: str, cells: Mapping[str, str]) -> _Row:
    pcode, level = cells["pcode"].upper(), cells["level"]
    if not _PCODE.fullmatch(pcode) or f"state:{pcode[:2].lower()}" not in labels():
        raise InputError(f"{cells['pcode']!r} is no P-code: the two letters of a state, then letters and digits")
    if not (level.isascii() and level.isdecimal() and int(level) in _LEVELS):
        raise InputError(f"the level {level!r} is no number from {_LEVELS[0]} to {_LEVELS[-1]}")
    parent = cells["parent"].upper()
    if parent and (parent[:2] != pcode[:2] or parent == pcode):
        raise InputError(f"the parent {cells['parent']!r} is no P-code of another place of the same state")
    name, latin = arabic_name(cells["name"]), latin_name(cells["latin"])
    point = _point(cells["latitude"], cells["longitude"], pcode[:2].lower())
    return _Row(where, name, latin, pcode, int(level), point, parent)


def _point(latitude: str, longitude: str, country: str) -> tuple[float, float] | None:
    if not latitude and not longitude:
        return None
    try:
        point = float(latitude), float(longitude)
    except ValueError:
        raise InputError(f"latitude {latitude!r} and longitude {longitude!r} are no degrees") from None
    if not (-90 <= point[0] <= 90 and -180 <= point[1] <= 180):
        raise InputError(f"latitude {latitude} and longitude {longitude} lie nowhere")
    state = labels()[f"state:{country}"]
    if state["latitude"]:
        middle = float(state["latitude"]), float(state["longitude"])
        if _apart(point, middle) > _FAR_KM or _apart(point, middle) > 2 * _apart(point[::-1], middle) + SAME_PLACE_KM:
            raise InputError(
                f"{latitude}, {longitude} is far from {state.form}: latitude and longitude may be exchanged"
            )
    return point


def _apart(one: Sequence[float], other: Sequence[float]) -> float:
    """Return the kilometres between two points in degrees, on a sphere."""
    (a, b), (c, d) = (map(radians, point) for point in (one, other))
    return 2 * _EARTH_KM * asin(min(1, sqrt(sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2)))


def _add(same: Sequence[_Row], known: Sequence[Entry], checked: Checked) -> None:
    """Add the places of one name in one state, or tell why they are not read by it."""
    row = same[0]
    at_home = next((entry for entry in known if entry.kind in {"place", "state"} and _home(entry) == row.country), None)
    if at_home is not None:
        for each in same:
            checked.notes.append(f"{each.where}: {each.name} is {_called(at_home, each)} already and stays so")
        return
    for entry in {entry.id: entry for entry in known if entry.kind == "place"}.values():
        checked.notes.append(f"{row.where}: {row.name} is also {_called(entry, row)}; the article's country decides")
    point = row.point
    if any(each.point is None or point is None or _apart(each.point, point) > SAME_PLACE_KM for each in same[1:]):
        point = None
        lines = ", ".join(each.pcode for each in same)
        checked.notes.append(f"{row.where}: {row.name} is the name of {lines}; it is found, without a point")
    reason = _why_not_alone(row.name, known)
    forms = [row.name] if not reason else [f"{noun} {row.name}" for noun in _nouns(row.level)]
    if reason:
        checked.notes.append(f"{row.where}: {row.name} is {reason} too; it is found behind a noun only ({forms[0]})")
    for rank, form in enumerate(forms, start=1):
        checked.tables["places.tsv"].append(
            {
                "id": row.id,
                "form": form,
                "rank": str(rank),
                "class": _CLASSES.get(row.level, "village"),
                "country": row.country,
                "admin": f"{row.country}-{row.parent.lower()}" if row.parent else "",
                "latitude": "" if point is None else f"{point[0]:.5f}",
                "longitude": "" if point is None else f"{point[1]:.5f}",
                "population": "",
                "latin": row.latin,
                "source": "pcode:" + "+".join(each.pcode for each in same),
            }
        )


def _home(entry: Entry) -> str:
    return entry.id if entry.kind == "state" else entry["country"]


def _called(entry: Entry, row: _Row) -> str:
    """Return how an entry of the tables is told to the user, with how far its point is from the row's."""
    if row.point is None or not entry["latitude"]:
        return f"{entry.kind}:{entry.id}"
    apart = _apart(row.point, (float(entry["latitude"]), float(entry["longitude"])))
    return f"{entry.kind}:{entry.id} ({apart:.0f} km away)"


def _why_not_alone(name: str, known: Sequence[Entry]) -> str:
    """Return what else a name may be, so that it can't be read as a place wherever it stands; empty for nothing."""
    folded = fold_word(name)
    if any(entry.kind not in {"place", "state"} for entry in known):
        return "a person's or body's name"
    first, _, rest = folded.partition(" ")
    if rest:
        generic = _stopped().get(first) == "generic"
        counts = word_counts()
        common = all(counts.get(word, 0) >= COMMON for word in folded.split(" "))
        return "ordinary words" if generic or common else ""
    bare = folded.removeprefix(_ARTICLE)
    if NAME_WORDS[folded].role in {"given", "family", "join"}:
        return "a person's name"
    if folded in _stopped() or bare in _stopped() or party_words().entries(folded) or party_words().entries(bare):
        return "an ordinary word"
    return "an ordinary word" if max(word_counts().get(word, 0) for word in (folded, bare)) >= COMMON else ""


@cache
def _stopped() -> dict[str, str]:
    rows = read_rows(files("hudna.arabic").joinpath("places", "stop.tsv"), ("form", "reason"))
    return {fold_word(row["form"]): row["reason"] for _, row in rows}


def _nouns(level: int) -> list[str]:
    table = load_entries(files(__package__).joinpath("nouns.tsv"), "noun")
    return [entry.form for entry in table if int(entry["from"]) <= level <= int(entry["to"])]
