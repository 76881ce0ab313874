"""Where a visit leads that no "to" tells: the house of a ruler, the place behind the office of the guest, the city he arrives in."""

from collections.abc import Sequence
from typing import Final

from hudna.arabic.contacts.side import Side
from hudna.arabic.contacts.sides import read_sides
from hudna.arabic.contacts.slots import Slots
from hudna.arabic.contacts.where import HOUSES, seat_of
from hudna.arabic.contacts.words import markers
from hudna.arabic.scene import Scene, place_of
from hudna.model import Place

_TO: Final = "الي"
_GLUED: Final = "ل"


def house_visited(scene: Scene, slots: Slots) -> Place | None:
    """Return the capital whose house stands behind "to": a visit to the White House."""
    side = next((side for side in (*slots.to, *slots.of) if side.who.entity in HOUSES), None)
    name = scene.chart.name_at(side.first) if side is not None else None
    return seat_of(name) if name is not None else None


def place_behind_office(
    scene: Scene, guests: Sequence[Side], *, bare: bool = False
) -> tuple[Sequence[Side], Place, int] | None:
    """Return the guest without the place that his phrase took in, that place, and the token after it.

    Who visits "the Saudi crown prince of France" is not told anywhere; an envoy may well be the envoy to a place.
    ``bare`` lets the place stand there without a preposition, as the object of a verb: Korean envoys visited Washington.
    """
    if len(guests) != 1 or guests[0].end - guests[0].first < 2:
        return None
    guest = guests[0]
    if not markers()["posted"].isdisjoint(scene.words[guest.first : guest.end]):
        return None
    names = scene.chart.names_within(guest.first + 1, guest.end)
    last = names[-1] if names else None
    if last is None or last.kind not in {"place", "state"} or last.end != guest.end:
        return None
    front, before = scene.chart.glued(last), last.first - 1
    if front == _GLUED:
        end = last.first
    elif not front and scene.words[before] == _TO:
        end = before
    elif bare and not front and any(name.kind == "nationality" and name.end == last.first for name in names):
        end = last.first
    else:
        return None
    named, stop = read_sides(scene, guest.first, end)
    return (named, place_of(last), last.end) if len(named) == 1 and stop == end else None
