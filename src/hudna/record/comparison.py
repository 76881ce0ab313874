"""Articles on one happening side by side: what they tell together, and all in which they differ."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from hudna.model import Decision, Difference, DifferenceType, Event, Published, Reading, RecordType
from hudna.record.alike import differences_alike
from hudna.record.attribution import speaker_differences
from hudna.record.background import Background
from hudna.record.counted import NUMBER, TOLL
from hudna.record.coverage import Body
from hudna.record.entities import Entities, find_entities
from hudna.record.events import find_events
from hudna.record.headlines import headline_differences
from hudna.record.labels import label_differences
from hudna.record.left_out import left_out
from hudna.record.numbers import number_differences
from hudna.record.phrasing import phrasing
from hudna.record.refusals import refusal_differences
from hudna.record.voices import Voices

_PASSED: Final = frozenset({TOLL, "statement", "kind"})  # told more closely below; how an act is classed no outlet says
_IN_WORDS: Final = frozenset({TOLL, NUMBER, "statement", "day", "place"})  # which may stand in those of a statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """An article of a comparison."""

    article: str
    article_id: str
    outlet: str | None
    published: Published


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Articles, the events that two or more of them tell, and where they differ."""

    articles: tuple[Compared, ...]
    events: tuple[Event, ...]
    differences: tuple[Difference, ...]


def compare(
    readings: Iterable[Reading], decisions: Iterable[Decision] = (), entities: Entities | None = None
) -> Comparison:
    """Return articles that tell one happening side by side; their order changes nothing."""
    readings = sorted(readings, key=lambda reading: (_day(reading), reading.article.digest))
    decisions = list(decisions)
    entities = find_entities(readings, decisions) if entities is None else entities
    events = find_events(readings, decisions, entities, together=True)
    bodies = {reading.article.digest: Body(reading.article) for reading in readings}
    members = [member for event in events for member in event.members]
    incidents = [member for event in events if event.type is RecordType.INCIDENT for member in event.members]
    shared = tuple(event for event in events if len({member.article for member in event.members}) > 1)
    found = [each for event in shared for each in event.differences if _field(each) not in _PASSED]
    used = {digest: body.keys for digest, body in bodies.items()}
    for event in shared:
        if event.type is RecordType.STATEMENT:
            found += phrasing(event.members, used)
    said = [event for event in events if event.type is RecordType.STATEMENT]
    voices = Voices(said, entities.by_id, bodies)
    found += speaker_differences(said, voices)
    found += refusal_differences(voices)
    found += label_differences(readings)
    found += differences_alike(readings, bodies)
    found += headline_differences(readings, bodies, members)
    background = Background(readings, bodies)
    numbers = list(number_differences(readings, bodies, incidents, background))
    missing = list(left_out(events, bodies, entities.by_id, background, _told([*found, *numbers])))
    found += [*missing, *(each for each in numbers if not _is_within(each, missing))]
    return Comparison(
        articles=tuple(_compared(reading) for reading in readings), events=shared, differences=_in_order(found)
    )


def _told(found: Iterable[Difference]) -> list[Difference]:
    """Return the differences in what several articles tell, each in its words: not in what they call a side."""
    return [each for each in found if each.type is not DifferenceType.OMISSION and _field(each) in _IN_WORDS]


def _field(difference: Difference) -> str:
    return difference.field.partition(":")[0]


def _is_within(difference: Difference, others: Iterable[Difference]) -> bool:
    """Return whether what is left out stands in the words of something left out already."""
    return difference.type is DifferenceType.OMISSION and any(
        ours.article == theirs.article and theirs.span.contains(ours.span)
        for other in others
        for ours in difference.values[0].evidence
        for value in other.values
        for theirs in value.evidence
    )


def _day(reading: Reading) -> str:
    day = reading.article.published.latest or reading.article.published.earliest
    return "" if day is None else day.isoformat()


def _compared(reading: Reading) -> Compared:
    article = reading.article
    return Compared(article=article.digest, article_id=article.id, outlet=article.source, published=article.published)


def _in_order(found: Sequence[Difference]) -> tuple[Difference, ...]:
    """Return differences with those first that can't all be right, then by field; each once."""
    rank = {
        kind: place for place, kind in enumerate(("conflict", "more_precise", "wording", "translation", "omission"))
    }
    once = list(dict.fromkeys(found))
    return tuple(sorted(once, key=lambda each: (rank[each.type], each.field)))
