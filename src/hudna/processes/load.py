"""Process files: TOML, one a process, checked when they are loaded."""

import itertools
import tomllib
from functools import cache
from importlib.resources import files

from hudna.lexicon.tables import read_column
from hudna.model import MeasureKind, TableError
from hudna.processes.process import Agreement, Member, Process, Resolution, Role, Round, Zone
from hudna.processes.rows import Lines, Row
from hudna.text import fold_word

SECURITY_COUNCIL = "un-security-council"
_ENTITIES = ("bodies/bodies.tsv", "people/people.tsv", "places/places.tsv", "places/states.tsv")
_STATES = ("places/states.tsv",)
_PLACES = ("places/places.tsv", "places/states.tsv")


@cache
def load_process(name: str) -> Process:
    """Return a process by its id.

    Raises:
        TableError: the file is missing or wrong; the text names it and the line.
    """
    path = files("hudna.processes") / f"{name}.toml"
    try:
        return parse_process(path.read_text(encoding="utf-8"), str(path))
    except FileNotFoundError:
        raise TableError(f"{path}: no such process") from None


@cache
def load_processes() -> tuple[Process, ...]:
    """Return all processes in the order of their ids.

    Raises:
        TableError: a file is wrong.
    """
    names = sorted(
        entry.name.removesuffix(".toml") for entry in files("hudna.processes").iterdir() if entry.name.endswith(".toml")
    )
    return tuple(load_process(name) for name in names)


def parse_process(text: str, path: str) -> Process:
    """Return the process that a file describes.

    Raises:
        TableError: it is no TOML, a key is missing, unknown or of the wrong type, an entity or place is in no table,
            days run backwards, rounds are not in the order of their days, an id is there twice.
    """
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise TableError(f"{path}: {error}") from error
    top = Row(values, Lines(text, path))
    agreements = _agreements(top)
    process = Process(
        id=top.text("id"),
        label=top.text("label"),
        names=top.texts("names"),
        series=top.texts("series"),
        states=top.ids("states", _ids(_STATES), "state of the tables"),
        members=tuple(_member(row) for row in top.rows("members")),
        rounds=_rounds(top),
        agreements=agreements,
        resolutions=_resolutions(top),
        zones=_zones(top, [agreement.id for agreement in agreements]),
    )
    top.text("source")
    top.done()
    return process


@cache
def _ids(tables: tuple[str, ...]) -> frozenset[str]:
    pack = files("hudna.arabic")
    return frozenset(key for table in tables for key in read_column(pack.joinpath(table), "id"))


def _member(row: Row) -> Member:
    role = row.id_of("role", [role.value for role in Role], "role")
    member = Member(
        row.id_of("entity", _ids(_ENTITIES), "entity of the tables"),
        Role(role),
        row.maybe_text("side"),
        row.maybe_day("first"),
        row.maybe_day("last"),
    )
    if member.first and member.last and member.first > member.last:
        row.refuse("last", "last comes before first")
    row.done()
    return member


def _rounds(top: Row) -> tuple[Round, ...]:
    rows = top.rows("rounds")
    found = [_round(row) for row in rows]
    for (before, after), row in zip(itertools.pairwise(found), rows[1:], strict=True):
        numbered = before.number is not None and after.number is not None
        if before.last >= after.first or (numbered and (before.number or 0) >= (after.number or 0)):
            row.refuse("first", f"round {after.number or after.first} does not follow the one before it")
    return tuple(found)


def _round(row: Row) -> Round:
    found = Round(
        row.maybe_number("number"),
        row.day("first"),
        row.day("last"),
        row.id_of("place", _ids(_PLACES), "place of the tables"),
        row.texts("names"),
    )
    if found.first > found.last:
        row.refuse("last", "the round ends before it begins")
    if found.number is None and not found.names:
        row.refuse("names", "a round without a number needs a name")
    row.maybe_text("source")
    row.done()
    return found


def _agreements(top: Row) -> tuple[Agreement, ...]:
    found: list[Agreement] = []
    for row in top.rows("agreements"):
        agreement = _agreement(row, [each.id for each in found])
        if agreement.id in [each.id for each in found]:
            row.refuse("id", f"agreement {agreement.id} is there twice")
        found.append(agreement)
    return tuple(found)


def _agreement(row: Row, before: list[str]) -> Agreement:
    known, places = _ids(_ENTITIES), _ids(_PLACES)
    found = Agreement(
        id=row.text("id"),
        kind=MeasureKind(row.id_of("kind", [kind.value for kind in MeasureKind], "kind of measure")),
        names=row.texts("names"),
        agreed=row.day("agreed"),
        effective=row.maybe_day("effective"),
        expires=row.maybe_day("expires"),
        ended=row.maybe_day("ended"),
        place=row.maybe_id("place", places, "place of the tables"),
        parties=row.ids("parties", known, "entity of the tables"),
        guarantors=row.ids("guarantors", known, "entity of the tables"),
        mediators=row.ids("mediators", known, "entity of the tables"),
        follows=row.maybe_id("follows", before, "agreement further up"),
    )
    if not found.names:
        row.refuse("names", "an agreement needs a name")
    if len({fold_word(name) for name in found.names}) != len(found.names):
        row.refuse("names", "two names are one after folding")
    begins = found.effective or found.agreed
    for key, day in (("expires", found.expires), ("ended", found.ended)):
        if day and day < begins:
            row.refuse(key, f"{key} comes before it took effect")
    row.text("source")
    row.done()
    return found


def _resolutions(top: Row) -> tuple[Resolution, ...]:
    found: list[Resolution] = []
    for row in top.rows("resolutions"):
        number = row.number("number")
        body = row.maybe_id("body", _ids(_ENTITIES), "entity of the tables") or SECURITY_COUNCIL
        resolution = Resolution(number, row.day("adopted"), body, row.text("about"))
        if found and (number, resolution.adopted) <= (found[-1].number, found[-1].adopted):
            row.refuse("number", f"resolution {number} does not follow the one before it")
        if found and resolution.adopted < found[-1].adopted:
            row.refuse("adopted", f"resolution {number} is older than the one before it")
        row.done()
        found.append(resolution)
    return tuple(found)


def _zones(top: Row, agreements: list[str]) -> tuple[Zone, ...]:
    found: list[Zone] = []
    for row in top.rows("zones"):
        zone = Zone(
            row.text("id"),
            row.texts("names"),
            row.maybe_id("agreement", agreements, "agreement of this file"),
            row.ids("localities", _ids(_PLACES), "place of the tables"),
            row.day("first"),
            row.maybe_day("last"),
        )
        if not zone.localities or not zone.names:
            row.refuse("localities", "a zone needs a name and a place")
        if zone.last and zone.last < zone.first:
            row.refuse("last", "last comes before first")
        if zone.id in [each.id for each in found]:
            row.refuse("id", f"zone {zone.id} is there twice")
        row.done()
        found.append(zone)
    return tuple(found)
