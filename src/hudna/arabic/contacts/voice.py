"""Whose contact somebody tells of who speaks for others: "our talks", "the negotiations with", in the mouth of a spokesman."""

from collections.abc import Sequence
from typing import Final

from hudna.arabic.contacts.side import Side, side_of_party
from hudna.arabic.names.parties import find_party
from hudna.arabic.names.tables import labels
from hudna.arabic.scene import OUTLETS, Scene, state_of
from hudna.model import Match, Name, Participant, Party
from hudna.text.letters import COMMAS

_IN_PERSON: Final = (
    "president", "acting-president", "king", "queen", "emir", "emperor", "sultan", "crown-prince", "prime-minister",
    "chancellor", "leader", "pope", "envoy", "un-envoy", "eu-envoy", "au-envoy", "secretary-general", "mediator",
)  # fmt: skip
_WHO_IS: Final = frozenset({"وهو", "وهي"})
_COLLECTIVE: Final = frozenset({"state", "body", "bodies", "persons", "nationality", "source", "place"})


def who_speaks(scene: Scene, place: int) -> Party | None:
    """Return the only speaker of the statement that holds a token; None outside of any."""
    token = scene.tokens[place]
    told = scene.told_in(token.start, token.field)
    speakers = told.value.speakers if told is not None else ()
    return speakers[0] if len(speakers) == 1 else None


def speaking_side(scene: Scene, place: int) -> list[Side]:
    """Return the speaker of the statement that holds a token as a side: "we met" in somebody's mouth."""
    party = who_speaks(scene, place)
    if party is None or not scene.may_meet(party):
        return []
    return [side_of_party(party, place)]


def is_speaker(scene: Scene, place: int, sides: Sequence[Side]) -> bool:
    """Return whether a side is who says what a token stands in, by his name or by the words before it."""
    party = who_speaks(scene, place)
    if party is None or len(sides) != 1:
        return False
    own = sides[0].who.span
    return own.field is party.span.field and own.start < party.span.end and party.span.start < own.end


def spoken_for(scene: Scene, place: int, across: Sequence[Side]) -> list[Side]:
    """Return the body or state that the speaker of a statement speaks for, across from others of that kind.

    None where he speaks of himself, as rulers and envoys do, or where nothing tells for whom he speaks.
    """
    party = who_speaks(scene, place)
    return acts_for(scene, party, place, across) if party is not None else []


def acts_for(scene: Scene, party: Party, place: int, across: Sequence[Side]) -> list[Side]:
    """Return the body or state that somebody speaks or acts for, across from others of that kind; none as above."""
    if not across or any(side.level not in _COLLECTIVE for side in across):
        return []
    for named in _phrases(scene, party):
        side = _of_phrase(named, place)
        if side is not None:
            others = {other.who.entity or other.who.label for other in across}
            return [side] if (side.who.entity or side.who.label) not in others else []
    return []


def _phrases(scene: Scene, party: Party) -> list[Sequence[Match[Name]]]:
    """Return the names in the phrases by which an article calls a speaker who does not act in person."""
    mentions = scene.mentions.get(party.label, ())
    if any(office.startswith(_IN_PERSON) for each in mentions for office in each.offices):
        return []
    if mentions:
        return [
            scene.chart.names_within(each.party.first, _past_apposition(scene, each.party.end)) for each in mentions
        ]
    names = scene.names_within(party.span)
    offices = [(name.value.entity or "").removeprefix("office:") for name in names if name.kind == "office"]
    acts = party.entity is not None or not offices or any(office.startswith(_IN_PERSON) for office in offices)
    return [] if acts else [names]


def _past_apposition(scene: Scene, end: int) -> int:
    """Return the token after the office that stands behind a name and a comma: X, the spokesman of; X, who is an official in."""
    place, limit = end, len(scene.tokens)
    if place >= limit or scene.words[place] not in COMMAS:
        return end
    place += 1
    if place < limit and scene.words[place] in _WHO_IS:
        place += 1
    office = find_party(scene.chart, place, limit)
    return office.end if office is not None and office.kind in {"office", "person"} and office.name is None else end


def _of_phrase(names: Sequence[Match[Name]], place: int) -> Side | None:
    for name in names:
        row = labels().get(name.value.entity or "")
        if name.kind == "body" and (row is None or row["class"] not in OUTLETS):
            who = Participant(name.value.span, name.value.label, name.value.entity, None, True)
            return Side(place, place, "body", who)
    for name in names:
        key = state_of(name)
        if key is not None and key in labels():
            who = Participant(name.value.span, labels()[key].form, key, None, True)
            return Side(place, place, "state", who, key.removeprefix("state:"))
    return None
