"""Who takes part in a session though its own sentence does not say so: the heads of delegations an article names."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from hudna.arabic.contacts.draft import Draft
from hudna.arabic.contacts.merge import keys
from hudna.arabic.contacts.side import Side
from hudna.arabic.contacts.sides import read_sides
from hudna.arabic.contacts.words import markers
from hudna.arabic.scene import Scene
from hudna.model import ContactKind, ContactStatus, Participant, Role
from hudna.model.frozen import replace
from hudna.text import fold_word

_OPEN: Final = frozenset({ContactStatus.HELD, ContactStatus.UNDER_WAY})
_INNER: Final = frozenset({ContactKind.MEETING, ContactKind.TALKS})
MIN_SIDES: Final = 2
MAX_DELEGATION_TOKENS: Final = 8
_HEADS: Final = "delegation-head"


def with_delegations(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the contacts, the heads of delegations added to the session where the article tells of only one."""
    sessions = [number for number, draft in enumerate(drafts) if _is_round(draft)]
    if len(sessions) != 1:
        return list(drafts)
    number = sessions[0]
    session = drafts[number]
    sides = list(session.sides)
    for head in _heads(scene):
        if not any(keys(head) & keys(side) for side in sides):
            sides.append(head)
    if len(sides) < MIN_SIDES:
        sides += [side for side in _delegations(scene) if not any(keys(side) & keys(own) for own in sides)]
    found = list(drafts)
    found[number] = replace(session, sides=tuple(sides))
    return found


def _delegations(scene: Scene) -> list[Side]:
    """Return the delegations an article names by whom they come from, each once."""
    found: dict[str, Side] = {}
    for token in scene.tokens:
        if token.folded not in markers()["delegation"]:
            continue
        sides, _ = read_sides(scene, token.i, min(token.i + MAX_DELEGATION_TOKENS, len(scene.tokens)))
        for side in sides:
            if side.level == "body" and side.end - side.first > 1:
                found.setdefault(fold_word(side.who.label.removeprefix("ال")), side)
    return list(found.values())


def within_sessions(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the contacts, those held within a session with its place, process and round where they have none."""
    found = []
    hosts = [draft for draft in drafts if draft.hosted]
    for draft in drafts:
        told = {_sentence(scene, first) for first, _ in draft.pieces}
        host = next((each for each in hosts if each is not draft and told & set(each.hosted)), None)
        if host is not None and draft.kind in _INNER and draft.status is ContactStatus.HELD:
            place = draft.place or host.place
            found.append(replace(draft, place=place, process=host.process, round=host.round))
        else:
            found.append(draft)
    return found


def _sentence(scene: Scene, place: int) -> int:
    return bisect_right(scene.document.sentences, place, key=lambda sentence: sentence.first) - 1


def _is_round(draft: Draft) -> bool:
    named = draft.process is not None or draft.round is not None
    return draft.kind is ContactKind.SESSION and named and draft.status in _OPEN


def _heads(scene: Scene) -> list[Side]:
    found = []
    for person in scene.referents.people:
        party = person.party
        if party.name is not None and _HEADS in party.offices:
            name = party.name.value
            who = Participant(party.span, name.label, name.entity, role=Role.HEAD)
            found.append(Side(party.first, party.end, "person", who))
    return found
