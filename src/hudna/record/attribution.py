"""Who is told to have said what several articles tell: the same words under names that are not one's."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from rapidfuzz.distance import Levenshtein

from hudna.arabic.wording import is_teller
from hudna.model import Difference, DifferenceType, Event, Evidence, Member, Value
from hudna.record.differences import in_order
from hudna.record.entities import OWN_PREFIX
from hudna.record.names import plain_form
from hudna.record.utterances import SAME_WORDS, Utterance, overlap, share_a_name
from hudna.record.voices import Voices, is_headline

_ACTOR: Final = "actor:"
_SPELLING: Final = 0.75  # of the letters of a name
_FEWEST_WORDS: Final = 4  # that both have: a phrase may be anybody's


def speaker_differences(statements: Sequence[Event], voices: Voices) -> Iterator[Difference]:
    """Yield the speakers to whom articles ascribe nearly the same words, of whom neither is heard where the other is.

    Agencies and papers are left out: that an article has something from another of them is told with its origins.
    """
    found: dict[tuple[str, str], Difference] = {}
    for event in statements:
        for one, other in combinations(event.members, 2):
            ours, theirs = (_names(member) for member in (one, other))
            if ours and theirs and one.article != other.article and _are_others(one, other, voices):
                values = tuple(
                    Value(label, (member.key,), in_order(named))
                    for member, (label, named) in sorted(((one, ours), (other, theirs)), key=lambda each: each[1][0])
                )
                kind = (
                    DifferenceType.MORE_PRECISE if _is_unnamed(one) or _is_unnamed(other) else DifferenceType.CONFLICT
                )
                found.setdefault((values[0].value, values[1].value), Difference("party", kind, values))
    yield from found.values()


def _names(member: Member) -> tuple[str, list[Evidence]] | None:
    """Return how those who speak are called and where, None where they are not, or are agencies."""
    if is_headline(member) or any(is_teller(_known(each.entity), each.label) for each in member.actors):
        return None
    named = [each.evidence for each in member.said if each.field.startswith(_ACTOR)]
    return (" ".join(each.label for each in member.actors), named) if named else None


def _known(entity: str) -> str | None:
    return None if entity.startswith(OWN_PREFIX) else entity


def _is_unnamed(member: Member) -> bool:
    return all(each.entity.startswith(OWN_PREFIX) for each in member.actors)


def _are_others(one: Member, other: Member, voices: Voices) -> bool:
    """Return whether the words are nearly the same, and their speakers likely not."""
    ours, theirs = Utterance(one), Utterance(other)
    if ours.speakers & theirs.speakers or share_a_name(ours, theirs) or overlap(ours, theirs) < SAME_WORDS:
        return False
    if len(ours.weights.keys() & theirs.weights.keys()) < _FEWEST_WORDS:
        return False
    if any(_are_spellings(a.label, b.label) for a in one.actors for b in other.actors):
        return False
    return not (voices.hears(one, other.article) or voices.hears(other, one.article))


def _are_spellings(one: str, other: str) -> bool:
    return Levenshtein.normalized_similarity(plain_form(one), plain_form(other)) >= _SPELLING
