"""Things put together by scored pairs, some of which are forbidden: a pure function of the set of pairs."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

DECIDED = 2.0  # the score of a pair that somebody joined: it comes before all others


Days = tuple[int, int]  # the first and the last, as ordinals


class Pair(NamedTuple):
    """Two keys, the smaller first, and how surely they are one."""

    score: float
    left: str
    right: str


def group(
    keys: Iterable[str],
    pairs: Iterable[Pair],
    *,
    apart: Mapping[str, frozenset[str]],
    owner: Mapping[str, str],
    days: Mapping[str, Days] | None = None,
) -> list[tuple[str, ...]]:
    """Return the groups, each sorted, in the order of their first keys.

    The surest pairs come first, equal ones by their keys. Two groups are not joined, however sure the pair, when a key
    of the one is ``apart`` from a key of the other, or when keys of both have one ``owner``; a decided pair joins what
    has one owner. Pairs of keys that are not there are passed over.
    """
    members = {key: [key] for key in sorted(set(keys))}
    home = {key: key for key in members}
    owners = {key: {owner[key]} if key in owner else set() for key in members}
    common = dict(days or {})
    for pair in sorted(pairs, key=lambda pair: (-pair.score, pair.left, pair.right)):
        if pair.left not in home or pair.right not in home:
            continue
        left, right = home[pair.left], home[pair.right]
        if left == right or any(not apart.get(key, frozenset()).isdisjoint(members[right]) for key in members[left]):
            continue
        shared = _shared(common.get(left), common.get(right))
        if pair.score < DECIDED and (not owners[left].isdisjoint(owners[right]) or _is_gap(shared)):
            continue
        into, gone = min(left, right), max(left, right)
        if shared is not None:
            common[into] = shared
        for key in members[gone]:
            home[key] = into
        members[into] += members.pop(gone)
        owners[into] |= owners.pop(gone)
    return [tuple(sorted(found)) for _, found in sorted(members.items())]


def _shared(ours: Days | None, theirs: Days | None) -> Days | None:
    if ours is None or theirs is None:
        return ours or theirs
    return max(ours[0], theirs[0]), min(ours[1], theirs[1])


def _is_gap(days: Days | None) -> bool:
    """Return whether the last day lies before the first, by more than one: midnight, or a slip."""
    return days is not None and days[0] - days[1] > 1
