"""Who gives one article no answer, and speaks in another."""

from collections.abc import Iterator
from typing import Final

from hudna.arabic.wording import is_no_answer
from hudna.model import Difference, DifferenceType, Member, Span, Value
from hudna.record.differences import in_order, words_for
from hudna.record.entities import OWN_PREFIX
from hudna.record.utterances import Utterance
from hudna.record.voices import Voices

_REFUSES: Final = "reject"
_ANSWERS: Final = frozenset({"announce", "describe", "deny", "concede", "accuse"})


def refusal_differences(voices: Voices) -> Iterator[Difference]:
    """Yield each voice that refuses one article a comment or a confirmation, with what it first says in others.

    One of them at least is known by name: whom two articles call "the director" may be two.
    """
    for choir in voices.choirs:
        if all(speaker.startswith(OWN_PREFIX) for speaker in choir):
            continue
        refused: dict[str, Member] = {}
        answered: dict[str, Member] = {}
        for utterance in sorted(voices.said(choir), key=_place):
            member = utterance.member
            if _is_refusal(utterance):
                refused.setdefault(member.article, member)
            elif member.kind in _ANSWERS:
                answered.setdefault(member.article, member)
        answered = {article: member for article, member in answered.items() if article not in refused}
        if refused and answered:
            values = tuple(_value(member) for _, member in sorted((refused | answered).items()))
            yield Difference(f"answer:{choir[0]}", DifferenceType.CONFLICT, values)


def _place(utterance: Utterance) -> tuple[str, Span]:
    member = utterance.member
    return member.article, min(each.span for each in member.evidence)


def _is_refusal(utterance: Utterance) -> bool:
    return utterance.member.kind == _REFUSES and any(is_no_answer(each.text) for each, _ in utterance.pieces[:1])


def _value(member: Member) -> Value:
    """Return what a member says, with the words that say who says it, and how."""
    said = in_order([*member.evidence, *words_for(member, "what")])
    return Value(" ".join(each.text for each in said), (member.key,), said)
