"""Headlines that their own article does not bear out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from hudna.arabic.wording import content_words
from hudna.model import Difference, DifferenceType, Evidence, Field, Member, PledgeKind, Reading, Span, Value
from hudna.record.coverage import Body
from hudna.record.incident_likeness import are_kinds_of_one

_BORNE_OUT: Final = 0.5  # of the weight of the headline's words, in neighbouring sentences of the body
_LONGEST: Final = 120  # characters of a first line that is a headline
_PLEDGE: Final = "p"
_CONTACT: Final = "c"
_INCIDENT: Final = "i"
_ACTS: Final = "cimp"  # the first letters of the ids of acts
_STOPS: Final = (".", "!")


def headline_differences(
    readings: Sequence[Reading], bodies: Mapping[str, Body], members: Iterable[Member]
) -> Iterator[Difference]:
    """Yield the acts that a headline alone tells, of an article whose body has neither their kind nor their words."""
    by_article: dict[str, list[Member]] = {}
    for member in members:
        by_article.setdefault(member.article, []).append(member)
    for reading in readings:
        article = reading.article
        headline = _headline(reading)
        if headline is None:
            continue
        own = by_article.get(article.digest, [])
        above = [each for each in own if _stands_in(each, headline)]
        below = [each for each in own if not _stands_in(each, headline)]
        alone = [
            each for each in above if each.record[0] in _ACTS and not any(_may_bear_out(other, each) for other in below)
        ]
        body = bodies[article.digest]
        # That somebody binds himself is said by the verb; the act itself may well stand in the body. A threat is in its words.
        told = [each for each in alone if _binds(each) or _share(each, body, headline) < _BORNE_OUT]
        if told:
            evidence = Evidence(article.digest, headline, article.words(headline))
            value = Value(evidence.text, tuple(sorted(each.key for each in told)), (evidence,))
            yield Difference("headline", DifferenceType.WORDING, (value,))


def _headline(reading: Reading) -> Span | None:
    """Return where the headline stands: in its own field, else as a short first line without a full stop."""
    article = reading.article
    if article.title:
        return Span(0, len(article.title), Field.TITLE)
    first = article.text.find("\n")
    line = article.text[:first].rstrip()
    return Span(0, len(line)) if 0 < first <= _LONGEST and line and not line.endswith(_STOPS) else None


def _stands_in(member: Member, headline: Span) -> bool:
    return all(headline.contains(each.span) for each in member.evidence)


def _binds(member: Member) -> bool:
    return member.record[0] == _PLEDGE and member.kind == PledgeKind.PROMISE


def _may_bear_out(below: Member, above: Member) -> bool:
    """Return whether what the body tells may be what the headline does: talks told as a visit, a killing as a strike."""
    if below.record[0] != above.record[0]:
        return False
    if above.record[0] == _INCIDENT:
        return are_kinds_of_one(below, above)
    return above.record[0] == _CONTACT or below.kind == above.kind


def _share(member: Member, body: Body, headline: Span) -> float:
    words = {w.key: w.weight for each in member.evidence for w in content_words(each.text)}
    return body.share(words, beyond=0 if headline.field is Field.TITLE else headline.end)
