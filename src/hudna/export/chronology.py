"""A chronology in words, ready for any format: rows, each with its accounts and the reasons for its days."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import urlsplit

from hudna.export.decisions import value_in_words
from hudna.export.differing import labels_of, say_value, what_differs
from hudna.export.passages import Passage, find_passages
from hudna.export.words import Words, listed
from hudna.model import Because, Correction, Difference, Event, Field, Member, Origin, Reading, RecordType, Span, When
from hudna.record import Line
from hudna.record.chronology import DayBasis
from hudna.record.values import DAYS

ReadingOf = Callable[[str], Reading]
_WITH_CONTENT: Final = frozenset({RecordType.PLEDGE, RecordType.STATEMENT})
_WEB: Final = frozenset({"http", "https"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What one article tells of an event: outlet and day in words, the passages with the evidence marked."""

    article: str
    outlet: str
    published: str
    language: str
    url: str | None
    title: str | None
    passages: tuple[Passage, ...]
    title_only: bool
    added_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """A property on which the accounts of an event differ, and what they say."""

    what: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One event of a chronology in the words of one language; empty strings where there is nothing to say.

    ``earliest`` and ``latest`` are ISO days (inclusive), None for an open end. ``added_by`` says who added the event by
    hand, where none of its tellings was read.
    """

    id: str
    earliest: str | None
    latest: str | None
    days: str
    because: str
    kind: str
    who: str
    what: str
    status: str
    outcome: str
    place: str
    sure: bool
    witness_count: int
    origin_count: int
    witnesses: str
    origins: str
    accounts: tuple[Account, ...]
    differences: tuple[Disagreement, ...]
    sources: tuple[str, ...] = ()
    corrections: tuple[Disagreement, ...] = ()
    verdict: str = ""
    reviewed: bool = False
    added_by: str = ""


def describe(
    lines: Iterable[Line], reading_of: ReadingOf, words: Words, *, accounts: int | None = None
) -> Iterator[Row]:
    """Yield the lines of a chronology in words; ``reading_of`` gives the reading of an article by its digest.

    Of readings only the articles are looked at: all else stands in the tellings. There are so many ``accounts`` of each
    line at most, all where that is None.
    """
    for line in lines:
        yield _row(line, reading_of, words, accounts)


def _row(line: Line, reading_of: ReadingOf, words: Words, accounts: int | None) -> Row:
    event = line.event
    kinds = "act" if event.type is RecordType.STATEMENT else "kind"
    why = _because(line)
    return Row(
        id=event.id,
        earliest=None if line.earliest is None else line.earliest.isoformat(),
        latest=None if line.latest is None else line.latest.isoformat(),
        days=words.days(line.earliest, line.latest),
        because="" if why is None else words.because(why),
        kind=words(kinds, event.kind),
        who=listed(actor.label for actor in event.actors),
        what=" ".join(event.members[0].what.split()),
        status=_status(event, words),
        outcome=words("outcome", event.outcome) if event.outcome else "",
        place=event.place or "",
        sure=event.sure,
        witness_count=len(event.witnesses),
        origin_count=len(event.origins),
        witnesses=words.count("witness", len(event.witnesses)),
        origins=words.count("origin", len(event.origins)),
        sources=tuple(
            say_source(source, words) for source in event.sources if len(event.members) > 1 or source.standing
        ),
        accounts=tuple(
            _account(event, member, reading_of(member.article), words) for member in event.members[:accounts]
        ),
        differences=tuple(_disagreement(difference, event, words) for difference in event.differences),
        corrections=tuple(_correction(each, words) for each in event.corrections),
        verdict=words("decision", f"verification_{event.verdict}") if event.verdict else "",
        reviewed=event.reviewed,
        added_by=_added_by(event.members, words) if all(member.added_by for member in event.members) else "",
    )


def _added_by(members: Iterable[Member], words: Words) -> str:
    """Return who added tellings by hand, in words; empty where nobody did."""
    people = dict.fromkeys(member.added_by for member in members if member.added_by)
    return words("decision", "added_by", by=listed(people)) if people else ""


def say_source(source: Origin, words: Words) -> str:
    """Return an origin of an event in words: who goes back to it, why they are one, and what it is to the event."""
    reason = words("origin_reason", source.reason) if source.reason else ""
    standing = words("standing", source.standing) if source.standing else ""
    return " · ".join(each for each in (source.label, reason, standing) if each)


def _status(event: Event, words: Words) -> str:
    if event.status is None:
        return ""
    if event.type is RecordType.STATEMENT:
        return words("mode", event.status)
    return words.status(event.status, event.kind)


def _because(line: Line) -> Because | None:
    """Return why the event stands on its days: the reason of the first telling that says just these days."""
    event = line.event
    if line.basis is DayBasis.PUBLISHED:
        return Because("day_of_publication")
    if any(correction.field == DAYS for correction in event.corrections):
        return event.because
    found = [member for member in event.members if member.because is not None]
    exact = [member for member in found if (member.earliest, member.latest) == (event.earliest, event.latest)]
    return next((member.because for member in (*exact, *found)), None)


def when_of(reading: Reading, record: str) -> When | None:
    """Return when a record of a reading took place or is due, None where it does not say."""
    whens: dict[str, When | None] = {contact.id: contact.when for contact in reading.contacts}
    whens |= {statement.id: statement.when for statement in reading.statements}
    whens |= {pledge.id: pledge.due for pledge in reading.pledges}
    whens |= {incident.id: incident.when for incident in reading.incidents}
    whens |= {conduct.id: conduct.since for conduct in reading.conduct}
    for measure in reading.measures:
        whens |= {f"{measure.id}.{number}": each.when for number, each in enumerate(measure.statuses, start=1)}
    return whens.get(record)


def _account(event: Event, member: Member, reading: Reading, words: Words) -> Account:
    told = member.said if event.type in _WITH_CONTENT else ()
    spans = [each.span for each in member.evidence] + [each.evidence.span for each in told if each.field == "what"]
    return replace(account_of(reading, spans, words), added_by=_added_by([member], words))


def account_of(reading: Reading, spans: Sequence[Span], words: Words) -> Account:
    """Return what an article tells by some of its words."""
    article = reading.article
    published = article.published
    dated = published.earliest is not None or published.latest is not None
    return Account(
        article=article.id,
        outlet=article.source or words("page", "unknown_outlet"),
        published=words.days(published.earliest, published.latest) if dated else words("page", "undated"),
        language=article.language or "ar",
        url=article.url if article.url and urlsplit(article.url).scheme in _WEB else None,
        title=article.title,
        passages=find_passages(article, spans),
        title_only=all(span.field is Field.TITLE for span in spans),
    )


def _correction(correction: Correction, words: Words) -> Disagreement:
    """Return what was set, with what the machine had read."""
    field = correction.field
    value, machine = (value_in_words(field, each, words) for each in (correction.value, correction.machine))
    return Disagreement(what=words("column", field), values=(words("page", "corrected", value=value, machine=machine),))


def _disagreement(difference: Difference, event: Event, words: Words) -> Disagreement:
    outlets = {member.key: member.outlet or member.article_id for member in event.members}
    what = what_differs(difference, labels_of(event), words)
    values = []
    for value in difference.values:
        said_by = listed(sorted({outlets[key] for key in value.members if key in outlets}))
        values.append(f"{say_value(difference, value.value, event.kind, words)} ({said_by})")
    return Disagreement(what=what, values=tuple(values))
