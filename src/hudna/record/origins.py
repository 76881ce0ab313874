"""Whom tellings go back to: five outlets that cite one observatory are one source, and so are its director and it."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from hudna.arabic.wording import body_behind, body_class, is_teller
from hudna.model import Member, Origin, OriginBasis, OriginReason, Party, Reading, Standing
from hudna.record.groups import Pair, group
from hudna.record.names import plain_form
from hudna.record.reprints import Reprints

_CONCEDES = "concede"


class Source(NamedTuple):
    """Whom one telling goes back to: an id, how it is called, how the telling shows it.

    ``is_person`` where it is somebody who heads or speaks for the body that the id names.
    """

    id: str
    label: str
    basis: OriginBasis
    is_person: bool = False


def origin_of(reading: Reading, via: Sequence[Party], cited: Sequence[Party]) -> Source:
    """Return whom a telling goes back to: the last it is told through, else whom it cites, credits, or its outlet.

    The id is that of the body that the source heads or speaks for, else an entity's, else a name folded, else the
    article's digest.
    """
    for basis, parties in (
        (OriginBasis.VIA, via[-1:]),
        (OriginBasis.CITED, cited[:1]),
        (OriginBasis.CREDITED, reading.credits[-1:]),
    ):
        for party in parties:
            body = body_behind(party.entity, party.label)
            speaks_for = body is not None and party.entity not in {body, body.partition(":")[2]}
            return Source(body or party.entity or plain_form(party.label), party.label, basis, speaks_for)
    article = reading.article
    outlet = plain_form(article.source or "")
    if not outlet:
        return Source(article.digest, article.id, OriginBasis.OUTLET)
    return Source(outlet, article.source or "", OriginBasis.OUTLET)


def tellers(speakers: Sequence[Party]) -> tuple[Party, ...]:
    """Return the speakers of a statement that it goes back to.

    Whoever speaks for himself is no source of what he says: those who print it are. Who tells of others is one.
    """
    return tuple(each for each in speakers if is_teller(each.entity, each.label))


def sources_of(members: Sequence[Member], reprints: Reprints) -> tuple[Origin, ...]:
    """Return the independent origins of an event's members, sorted, each with why it is no more than one."""
    by_origin: dict[str, list[Member]] = defaultdict(list)
    for member in members:
        by_origin[member.origin].append(member)
    pairs = [
        Pair(1.0, *sorted((one.origin, other.origin)))
        for one, other in combinations(members, 2)
        if one.origin != other.origin
        and OriginBasis.OUTLET in (one.origin_basis, other.origin_basis)
        and (reprints.are_one(one.article, other.article) or reprints.tell_one_passage(one, other))
    ]
    origins = group(by_origin, pairs, apart={}, owner={})
    return tuple(sorted((_origin(keys, by_origin) for keys in origins), key=lambda origin: origin.id))


def source_of(member: Member) -> Origin:
    """Return the origin of an event's only member."""
    label = member.origin_label or member.origin
    return Origin(member.origin, label, (member.key,), None, _standing(member.origin, (member,)))


def _origin(keys: Sequence[str], by_origin: dict[str, list[Member]]) -> Origin:
    told = [member for key in keys for member in by_origin[key]]
    # Of a text that several print, the source is the one that somebody names.
    named = [member for member in told if member.origin_basis is not OriginBasis.OUTLET] or told
    first = min(named, key=lambda member: (member.origin, member.key))
    labels = Counter(member.origin_label for member in told if member.origin == first.origin)
    label = min(labels, key=lambda each: (-labels[each], each))
    members = tuple(sorted(member.key for member in told))
    return Origin(first.origin, label or first.origin, members, _reason(keys, told), _standing(first.origin, told))


def _reason(keys: Sequence[str], told: Sequence[Member]) -> OriginReason | None:
    """Return why tellings of several articles are one, None where there is only one article."""
    if len({member.article for member in told}) < 2:
        return None
    if len(keys) > 1:
        return OriginReason.REPRINT
    if all(member.origin_basis is OriginBasis.OUTLET for member in told):
        return OriginReason.SAME_OUTLET
    kind = body_class(keys[0])
    if kind == "monitor":
        mixed = len({member.origin_is_person for member in told}) > 1
        return OriginReason.SAME_DIRECTOR_AND_BODY if mixed else OriginReason.SAME_OBSERVATORY
    return OriginReason.SAME_AGENCY if kind == "agency" else OriginReason.SAME_SOURCE


def _standing(origin: str, told: Sequence[Member]) -> Standing | None:
    """Return whether an origin owns up to its own act, or is the one that the act befell."""
    if any(member.kind == _CONCEDES for member in told) or any(origin in member.doers for member in told):
        return Standing.ADMITS
    return Standing.SUFFERS if any(origin in member.sufferers for member in told) else None
