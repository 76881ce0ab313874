"""Events on the map: GeoJSON (RFC 7946), a point only where an article's place has one, its precision beside it."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from hudna.export.chronology import ReadingOf
from hudna.export.record import to_values
from hudna.model import Event, Member, Place, Reading
from hudna.record import Line


def export_geojson(lines: Sequence[Line], reading_of: ReadingOf) -> Iterator[str]:
    """Yield one FeatureCollection, a feature a line; ``left_out`` is the number of events without a point.

    No point is made up: an event whose tellings name no place with coordinates is left out. Where tellings name several
    places the point is that of the first published telling that has one. ``precision`` says what the point stands for.
    """
    features: list[str] = []
    for line in lines:
        feature = _feature(line, reading_of)
        if feature is not None:
            features.append(json.dumps(feature, ensure_ascii=False, separators=(",", ":")))
    yield f'{{"type":"FeatureCollection","left_out":{len(lines) - len(features)},"features":['
    for number, written in enumerate(features, start=1):
        yield written + ("," if number < len(features) else "")
    yield "]}"


def _feature(line: Line, reading_of: ReadingOf) -> dict[str, Any] | None:
    event = line.event
    placed = place_of(event, reading_of)
    if placed is None:
        return None
    place, teller = placed
    properties = {
        "id": event.id,
        "type": event.type,
        "kind": event.kind,
        "status": event.status,
        "earliest": line.earliest,
        "latest": line.latest,
        "place": place.label,
        "precision": place.precision,
        "place_told_by": teller.key,
        "aggregate": _is_total(event, reading_of),
        "sure": event.sure,
        "reviewed": event.reviewed,
        "verdict": event.verdict,
        "added_by": sorted({member.added_by for member in event.members if member.added_by}),
        "witnesses": event.witnesses,
        "origins": event.origins,
        "words": [" … ".join(each.text for each in member.evidence) for member in event.members],
    }
    point = {"type": "Point", "coordinates": [place.longitude, place.latitude]}
    told = {key: to_values(value) for key, value in properties.items()}
    return {"type": "Feature", "id": event.id, "geometry": point, "properties": told}


def place_of(event: Event, reading_of: ReadingOf) -> tuple[Place, Member] | None:
    """Return where an event is on the map, and the first published telling that says so; None where no telling does."""
    for member in event.members:
        place = _place(member, reading_of(member.article))
        if place is not None:
            return place, member
    return None


def _place(member: Member, reading: Reading) -> Place | None:
    """Return the place of a telling where it has a point."""
    key = member.record.partition(".")[0]
    places: dict[str, Place | None] = {each.id: each.place for each in reading.contacts}
    places |= {each.id: each.place for each in reading.measures}
    places |= {each.id: each.place for each in reading.incidents}
    places |= {each.id: each.place for each in reading.pledges}
    places |= {each.id: each.place for each in reading.statements}
    place = places.get(key)
    return place if place is not None and place.latitude is not None and place.longitude is not None else None


def _is_total(event: Event, reading_of: ReadingOf) -> bool:
    """Return whether some telling gives a total over time or area: no place of one act."""
    return any(
        incident.aggregate
        for member in event.members
        for incident in reading_of(member.article).incidents
        if incident.id == member.record
    )
