"""What became of commitments, as later tellings have it, as of the last day read: never more than somebody told."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from hudna.model import Because, Event, Feature, Member, PledgeKind, Published, Reading, RecordType
from hudna.record.commitments import Commitment, find_commitments, told_on
from hudna.record.evidence import Sign
from hudna.record.fulfilment import Answer, Answers
from hudna.record.particulars import particulars_of
from hudna.record.windows import day_of

FULL: Final = 3
FOLLOWED: Final = (RecordType.CONTACT, RecordType.INCIDENT, RecordType.MEASURE, RecordType.PLEDGE)


class Verdict(StrEnum):
    """What became of a commitment.

    ``kept``: told as done, by its day where it had one. ``kept_late``: told as done after it. ``partly``: told as begun,
    or done in part. ``unmet_as_told``: somebody tells that it was not done. ``not_seen``: its day is past and nothing
    of the kind was read. ``withdrawn``: taken back or cancelled. ``overtaken``: another day was set in its place.
    ``not_yet_due``: its day is still to come. ``open``: no day was set, or a condition, and nothing was read.
    ``not_followed``: what would fulfil it is no kind of event that is recorded, or too little is said to know it again.
    """

    KEPT = "kept"
    KEPT_LATE = "kept_late"
    PARTLY = "partly"
    UNMET_AS_TOLD = "unmet_as_told"
    NOT_SEEN = "not_seen"
    WITHDRAWN = "withdrawn"
    OVERTAKEN = "overtaken"
    NOT_YET_DUE = "not_yet_due"
    OPEN = "open"
    NOT_FOLLOWED = "not_followed"


class InOrder(StrEnum):
    """Whether two things came in the order that was set for them."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a commitment, as of a day.

    ``fulfilment`` is the scale of the Peace Accords Matrix: 0 none, 1 minimal, 2 intermediate, 3 full; None where
    nobody tells. ``seen`` are the tellings of what became of it (those of the commitment are its ``told``),
    ``features`` what the two sides have in common. ``in_order`` is None where no order was set.
    """

    commitment: Commitment
    verdict: Verdict
    because: Because
    as_of: dt.date | None
    fulfilment: int | None
    seen: tuple[Member, ...]
    features: tuple[Feature, ...]
    in_order: InOrder | None


def follow_up(events: Iterable[Event], readings: Iterable[Reading]) -> tuple[Outcome, ...]:
    """Return what became of every commitment that events tell of, those due first first; order of input changes nothing.

    ``readings`` are those the events are made of.
    """
    events = list(events)
    by_digest = {reading.article.digest: reading for reading in readings}
    as_of = last_day(events, (reading.article.published for reading in by_digest.values()))
    particulars = particulars_of(by_digest.values())
    commitments = find_commitments(events, particulars)
    answers = Answers(events, particulars)
    return tuple(sorted((outcome_of(each, answers, as_of) for each in commitments), key=order_of))


def last_day(events: Iterable[Event], published: Iterable[Published]) -> dt.date | None:
    """Return the last day that is known to be told of: of publication, or of a contact held that an undated article tells."""
    days = [day for each in published if (day := each.latest or each.earliest)]
    for event in events:
        for member in event.members:
            if told_on(member) is None and member.earliest and (event.type, member.status) == _HELD:
                days.append(day_of(member.earliest))
    return max(days, default=None)


_HELD: Final = (RecordType.CONTACT, "held")


def tally(outcomes: Iterable[Outcome]) -> Mapping[PledgeKind, Counter[Verdict]]:
    """Return how many commitments of each kind came to what; kinds are never added up."""
    counts: dict[PledgeKind, Counter[Verdict]] = {kind: Counter() for kind in PledgeKind}
    for outcome in outcomes:
        counts[outcome.commitment.kind][outcome.verdict] += 1
    return counts


def order_of(outcome: Outcome) -> tuple[dt.date, dt.date, str]:
    """Return what puts outcomes into order: those due first first."""
    what = outcome.commitment
    return what.latest or dt.date.max, what.earliest or what.made or dt.date.max, what.id


def outcome_of(what: Commitment, answers: Answers, as_of: dt.date | None) -> Outcome:
    """Return what became of a commitment, as of a day, of all that may answer to it."""
    verdict, because, answer = _verdict(what, answers.of(what), as_of)
    return Outcome(
        commitment=what,
        verdict=verdict,
        because=because,
        as_of=as_of,
        fulfilment=_fulfilment(verdict, answer),
        seen=answer.told if answer else (),
        features=answer.features if answer else (),
        in_order=_in_order(what, answer, answers),
    )


def seen_from(outcome: Outcome, as_of: dt.date | None) -> Outcome:
    """Return an outcome, made as of no day, as of a day."""
    if outcome.verdict is not Verdict.NOT_YET_DUE:
        return replace(outcome, as_of=as_of)
    verdict, because, _ = _verdict(outcome.commitment, (), as_of)
    return replace(outcome, verdict=verdict, because=because, as_of=as_of)


def _verdict(
    what: Commitment, found: tuple[Answer, ...], as_of: dt.date | None
) -> tuple[Verdict, Because, Answer | None]:
    """Return what became of a commitment, why, and the tellings that say so; what is told as done comes before all else."""
    by_sign = {sign: [answer for answer in found if answer.sign is sign] for sign in Sign}
    done = by_sign[Sign.DONE]
    if done:
        answer = done[0]
        if what.latest is None:
            return Verdict.KEPT, _because("told_done_no_day", answer), answer
        if answer.earliest <= what.latest:
            return Verdict.KEPT, _because("told_done", answer), answer
        return Verdict.KEPT_LATE, _because("told_done_late", answer, days=(answer.earliest - what.latest).days), answer
    for sign, verdict, code in _LESSER:
        if by_sign[sign]:
            answer = by_sign[sign][-1]
            return verdict, _because(code, answer), answer
    if not what.aims:
        return Verdict.NOT_FOLLOWED, Because("no_kind"), None
    if not (what.who or what.round or what.place):
        return Verdict.NOT_FOLLOWED, Because("not_identified"), None
    if what.latest is None:
        return Verdict.OPEN, Because("no_due_day"), None
    if as_of is None or what.latest >= as_of:
        return Verdict.NOT_YET_DUE, Because("due_later"), None
    if what.conditional:
        return Verdict.OPEN, Because("condition_not_known"), None
    return Verdict.NOT_SEEN, Because("nothing_told"), None


_LESSER: Final = (
    (Sign.BEGUN, Verdict.PARTLY, "told_begun"),
    (Sign.IN_PART, Verdict.PARTLY, "told_in_part"),
    (Sign.CANCELLED, Verdict.WITHDRAWN, "told_cancelled"),
    (Sign.REPLACED, Verdict.OVERTAKEN, "told_replaced"),
    (Sign.NOT_DONE, Verdict.UNMET_AS_TOLD, "told_not_done"),
)


def _because(code: str, answer: Answer, **more: int) -> Because:
    day = answer.earliest.isoformat()
    return Because(code, (("day", day), *((key, str(value)) for key, value in more.items())))


def _fulfilment(verdict: Verdict, answer: Answer | None) -> int | None:
    if verdict in {Verdict.KEPT, Verdict.KEPT_LATE}:
        return FULL
    if verdict is Verdict.UNMET_AS_TOLD:
        return 0
    return answer.degree if verdict is Verdict.PARTLY and answer else None


def _in_order(what: Commitment, answer: Answer | None, answers: Answers) -> InOrder | None:
    """Return whether a commitment was fulfilled on its side of what it was to come before or after."""
    if what.before is None and what.after is None:
        return None
    if answer is None or answer.sign is not Sign.DONE:
        return InOrder.UNKNOWN
    verdicts = set()
    for other, is_after in ((what.before, False), (what.after, True)):
        days = answers.days_of(other) if other else None
        if days is not None:
            first, second = (days[1], answer.earliest) if is_after else (answer.latest, days[0])
            verdicts.add(first <= second)
    if not verdicts:
        return InOrder.UNKNOWN
    return InOrder.NO if False in verdicts else InOrder.YES
