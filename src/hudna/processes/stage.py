"""The stage that sets an article beside the processes that are known: which round, which agreement it tells of.

What the article says is never changed: a round is named where it names none, an agreement by its id, and a round that
can't have been on the days it is told of is a problem.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Final

from hudna.model import Contact, ContactKind, ContactStatus, Document, Problem, Stage, When
from hudna.model.frozen import replace
from hudna.processes.link import acting, bare, link_measures
from hudna.processes.lookup import find_round, find_rounds_on

MISMATCH: Final = "round_mismatch"
_TALKS: Final = frozenset({ContactKind.SESSION, ContactKind.TALKS})
_TOLD: Final = frozenset({ContactStatus.HELD, ContactStatus.UNDER_WAY})
_OTHERS: Final = 20  # rounds of one series that an article is expected to name
_SLIP: Final = 10  # seventh for seventeenth


def join_processes(document: Document) -> Document:
    """Return the document with rounds and agreements named, and a problem at each round that contradicts its days."""
    if not document.contacts and not document.measures:
        return document
    contacts = tuple(match.with_value(_named(match.value)) for match in document.contacts)
    problems = tuple(_mismatches(document, [match.value for match in contacts]))
    return replace(
        document,
        contacts=contacts,
        measures=tuple(link_measures(document)),
        problems=(*document.problems, *problems),
    )


STAGE: Final = Stage(
    "processes",
    frozenset({"names", "contacts", "published"}),
    frozenset({"contacts", "measures", "problems"}),
    join_processes,
)


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
        known = [each for each in known if place == each.what.place and who & acting(each.process)]
    if len(known) != 1:
        return contact
    process, found = known[0]
    series = contact.process or (process.series[0] if found.number is not None and process.series else process.id)
    number = str(found.number) if found.number is not None else None
    return replace(contact, process=series, round=number, rule=f"{contact.rule}, round by its days")


def _mismatches(document: Document, contacts: Sequence[Contact]) -> Iterable[Problem]:
    """Yield a problem for each round that was on other days than it is told of, where those are another round's.

    Of a series whose days are not known: where the other round of the article is just ten further on, or back.
    """
    rounds: dict[str, set[int]] = {}
    told = [(contact.process, _number(contact), contact) for contact in contacts]
    for process, number, _ in told:
        if process is not None and number is not None:
            rounds.setdefault(process, set()).add(number)
    for process, number, contact in told:
        if process is None or number is None or contact.status not in _TOLD:
            continue
        for other in sorted(rounds[process] - {number})[:_OTHERS]:
            if _contradicts(document, contact, (process, number, other)):
                yield Problem(MISMATCH, contact.evidence[0], f"{process} {number}: {other}")


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
