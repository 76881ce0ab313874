"""Who holds talks or a meeting that a day is set for: those named between, else those of the contact told before it."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from hudna.arabic.contacts.sides import read_sides
from hudna.arabic.pledges.dated import DATED_RULE
from hudna.arabic.pledges.draft import Draft
from hudna.arabic.pledges.relatives import RELATIVES
from hudna.arabic.pledges.whose import as_party
from hudna.arabic.pledges.words import is_of, markers
from hudna.arabic.scene import Scene
from hudna.model import Contact, Match, Party, PledgeKind
from hudna.model.frozen import replace

MAX_NOUN_REACH: Final = 3
MAX_CONTACTS_BACK: Final = 3
MAX_CONTACT_REACH: Final = 120
MAX_SIDES_REACH: Final = 6
MAX_RELATIVE_WORDS: Final = 4  # "which it is planned that" and the verb
_BETWEEN: Final = "بين"
_THE_MEETING: Final = frozenset({"الاجتماع", "الحوار"})  # without the article it is another one


def with_those_who_meet(scene: Scene, draft: Draft, contacts: Sequence[Match[Contact]]) -> Draft:
    """Return what is set for talks or a meeting with those who meet, where its words or a contact told before name them."""
    if draft.kind is not PledgeKind.SCHEDULE or len(draft.who) > 1 or draft.rule != DATED_RULE:
        return draft
    near = scene.words[max(0, draft.first - MAX_NOUN_REACH) : draft.first + MAX_NOUN_REACH]
    talks = any(word.removeprefix("ال") in markers()["talks"] or word in _THE_MEETING for word in near)
    if talks:
        named = _between(scene, draft)
        if named:
            return replace(draft, who=named)
    elif draft.who or not _of_relative(scene, draft.first):
        return draft
    number = bisect_left(contacts, draft.first, key=lambda match: match.first)
    for match in reversed(contacts[max(0, number - MAX_CONTACTS_BACK) : number]):
        people = match.value.participants
        if len(people) > 1 and draft.first - match.first <= MAX_CONTACT_REACH:
            return replace(draft, who=tuple(Party(p.span, p.label, p.entity, p.side, True) for p in people))
        if not talks:
            return draft  # what is told right before is what the relative clause is about
    return draft


def _between(scene: Scene, draft: Draft) -> tuple[Party, ...]:
    """Return the sides named behind "between" in what is set."""
    for at in range(draft.first, min(draft.end, draft.first + MAX_SIDES_REACH)):
        if scene.words[at] == _BETWEEN:
            sides = read_sides(scene, at + 1, draft.end)[0]
            return tuple(map(as_party, sides)) if len(sides) > 1 else ()
    return ()


def _of_relative(scene: Scene, verb: int) -> bool:
    """Return whether a verb of taking place is that of a relative clause: the summit that is to be held."""
    ahead = scene.words[max(0, verb - MAX_RELATIVE_WORDS) : verb]
    return is_of(scene.words[verb], "takes-place") and any(word.removeprefix("و") in RELATIVES for word in ahead)
