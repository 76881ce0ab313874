"""What an agreement sets a time for: it provides that the forces withdraw within 48 hours, for an exchange on Thursday."""

from typing import Final

from hudna.arabic.pledges.draft import Draft
from hudna.arabic.pledges.events import agreed_by
from hudna.arabic.pledges.links import TO_DO, is_act
from hudna.arabic.pledges.what import STOPS, due_near, end_of_what, is_ahead, limit_of, span_of
from hudna.arabic.pledges.where import place_of_act
from hudna.arabic.pledges.whose import subject_of
from hudna.arabic.pledges.words import markers
from hudna.arabic.scene import Scene
from hudna.model import Party, PledgeKind, Sentence

RULE: Final = "<agreement provides> <day>"
MAX_HEAD_REACH: Final = 4
MAX_TERM_REACH: Final = 7
_WAS: Final = frozenset({"كان", "كانت", "وكان", "وكانت"})
_THAT: Final = frozenset({"ان", "بان"})
_WITHIN: Final = frozenset({"خلال", "غضون"})
_PERSONS: Final = "يت"


def read_term(scene: Scene, place: int, sentence: Sentence) -> Draft | None:
    """Return what an agreement sets a time for, by the word that it provides at a token."""
    near = scene.words[max(sentence.first, place - MAX_HEAD_REACH) : min(sentence.end, place + MAX_HEAD_REACH)]
    if markers()["agreement"].isdisjoint(near) or not _WAS.isdisjoint(near):
        return None
    limit = limit_of(scene, place, sentence)
    first = _term(scene, place + 1, min(place + MAX_TERM_REACH, limit - 1))
    end = end_of_what(scene, first, limit) if first is not None else 0
    if first is None or end <= first:
        return None
    date = due_near(scene, first, end, sentence, limit)
    ahead = date is not None and is_ahead(scene, date)
    if not ahead and not any(scene.words[time.first - 1] in _WITHIN for time in scene.dates_between(first, end)):
        return None
    who = _who(scene, first, sentence) or agreed_by(scene, first, scene.document.span(first, end), place + 1)
    if not who:
        return None
    told = scene.told_in(scene.tokens[place].start, scene.tokens[place].field)
    return Draft(
        kind=PledgeKind.SCHEDULE,
        who=who,
        first=first,
        end=end,
        what=span_of(scene, first, end, bare=True),
        date=date if ahead else None,
        place=place_of_act(scene, first, end),
        told=told.value.id if told is not None else None,
        rule=RULE,
    )


def _term(scene: Scene, start: int, end: int) -> int | None:
    """Return the token that begins what is provided for: an act behind its preposition, or the verb behind "that"."""
    for at in range(start, end):
        word = scene.words[at]
        if word in STOPS:
            return None
        if word == TO_DO and is_act(scene, at + 1):
            return at + 1
        if word in _THAT and scene.words[at + 1][0] in _PERSONS:
            return at + 1
        if word[0] == "ب" and word[1:].removeprefix("ال") in markers()["act"]:
            return at
    return None


def _who(scene: Scene, first: int, sentence: Sentence) -> tuple[Party, ...]:
    """Return who does what is provided for, where a verb tells it and names them."""
    if scene.words[first - 1] not in _THAT:
        return ()
    found = subject_of(scene, first, sentence, None)
    return found[0] if found is not None else ()
