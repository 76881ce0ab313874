"""The stage that sets an article beside the processes that are known: which round, which agreement it tells of.

What the article says is never changed: a round is named where it names none, an agreement by its id, and a round that
can't have been on the days it is told of is a problem.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from hudna.model import Contact, ContactKind, ContactStatus, Document, Match, Measure, MeasureKind, Problem, Stage, When
from hudna.processes.lookup import find_agreements, find_resolution, find_round, find_rounds_on
from hudna.processes.process import Process, Role

MISMATCH: Final = "round_mismatch"
_TALKS: Final = frozenset({ContactKind.SESSION, ContactKind.TALKS})
_TOLD: Final = frozenset({ContactStatus.HELD, ContactStatus.UNDER_WAY})
_SLIP: Final = 10  # seventh for seventeenth
_ACTING: Final = frozenset({Role.PARTY, Role.GUARANTOR, Role.MONITOR})


def join_processes(document: Document) -> Document:
    """Return the document with rounds and agreements named, and a problem at each round that contradicts its days."""
    if not document.contacts and not document.measures:
        return document
    contacts = tuple(match._replace(value=_named(match.value)) for match in document.contacts)
    problems = tuple(_mismatches(document, [match.value for match in contacts]))
    return replace(
        document,
        contacts=contacts,
        measures=tuple(_linked(document, document.measures)),
        problems=(*document.problems, *problems),
    )


STAGE: Final = Stage(
    "processes",
    frozenset({"names", "contacts", "published"}),
    frozenset({"contacts", "measures", "problems"}),
    join_processes,
)


def bare(entity: str | None) -> str | None:
    """Return an entity's id as the process files write it: without its kind, an adjective as its state."""
    return entity.rpartition(":")[2].removesuffix("-adj") if entity else None


def _named(contact: Contact) -> Contact:
    """Return a contact with its round, or its process, where its days and its place leave no other."""
    when = contact.when
    if contact.round is not None or contact.kind not in _TALKS or when is None or None in {when.earliest, when.latest}:
        return contact
    assert when.earliest is not None
    place = bare(contact.place.entity) if contact.place else None
    known = [each for each in find_rounds_on(when.earliest) if when.latest and when.latest <= each.what.last]
    if contact.process is not None:
        known = [each for each in known if contact.process in each.process.series and place in {None, each.what.place}]
    else:
        who = {bare(party.entity) for party in contact.participants}
        known = [each for each in known if place == each.what.place and who & _entities(each.process)]
    if len(known) != 1:
        return contact
    process, found = known[0]
    series = contact.process or (process.series[0] if found.number is not None and process.series else process.id)
    number = str(found.number) if found.number is not None else None
    return replace(contact, process=series, round=number, rule=f"{contact.rule}, round by its days")


def _entities(process: Process) -> frozenset[str]:
    return frozenset(member.entity for member in process.members if member.role in _ACTING)


def _mismatches(document: Document, contacts: Sequence[Contact]) -> Iterable[Problem]:
    """Yield a problem for each round that was on other days than it is told of, where those are another round's.

    Of a series whose days are not known: where the other round of the article is just ten further on, or back.
    """
    told = [(contact.process, _number(contact), contact) for contact in contacts]
    for process, number, contact in told:
        if process is None or number is None or contact.status not in _TOLD:
            continue
        others = {other for name, other, _ in told if name == process and other not in {None, number}}
        for other in sorted(each for each in others if each is not None):
            if _contradicts(document, contact, (process, number, other)):
                detail = f"{process} {number}: {other}"
                yield Problem(MISMATCH, contact.evidence[0], detail)


def _number(contact: Contact) -> int | None:
    return int(contact.round) if contact.round is not None and contact.round.isdecimal() else None


def _contradicts(document: Document, contact: Contact, rounds: tuple[str, int, int]) -> bool:
    """Return whether a contact told as one round is of the days of another."""
    process, number, other = rounds
    mine, others = find_round(process, number), find_round(process, other)
    when = contact.when
    if when is None and contact.status is ContactStatus.UNDER_WAY:
        published = document.published
        when = When(published.earliest, published.latest, None, published.because)
    if mine and others:
        return _within(when, mine.what.first, mine.what.last) is False and bool(
            _within(when, others.what.first, others.what.last)
        )
    return not (mine or others) and number + _SLIP == other


def _within(when: When | None, first: dt.date, last: dt.date) -> bool | None:
    """Return whether some days share one with those of a round, None where they are not known."""
    if when is None or when.earliest is None or when.latest is None:
        return None
    return when.earliest <= last and first <= when.latest


def _linked(document: Document, measures: Sequence[Match[Measure]]) -> Iterable[Match[Measure]]:
    """Yield measures with the ids of their process and agreement, where their name is that of one that is known."""
    named = {bare(match.value.entity) for match in document.names} if measures else set()
    for match in measures:
        measure = match.value
        found = _resolution(measure) or _agreement(document, measure, named)
        if found is None:
            yield match
        else:
            yield match._replace(value=replace(measure, process=found[0], agreement=found[1]))


def _resolution(measure: Measure) -> tuple[str, str] | None:
    if measure.kind is not MeasureKind.RESOLUTION or measure.name is None:
        return None
    numbers = [word for word in measure.name.split() if word.isdecimal()]
    known = find_resolution(int(numbers[-1])) if numbers else None
    return (known.process.id, f"{known.what.body}-{known.what.number}") if known else None


def _agreement(document: Document, measure: Measure, named: set[str | None]) -> tuple[str, str] | None:
    """Return the latest agreement of a name that the article can speak of.

    Names are shared (an accord of Paris on the climate): the article has to name the state that a process is about or
    those who act in it, and of one process alone.
    """
    if measure.name is None or document.published.latest is None:
        return None
    known = [
        each
        for each in find_agreements(measure.name, on=document.published.latest)
        if not named.isdisjoint({*each.process.states, *_entities(each.process), *each.what.parties})
    ]
    if len({each.process.id for each in known}) != 1:
        return None
    return known[0].process.id, known[0].what.id
