"""Who does what to whom around a noun of force, and the incident made of it."""

from dataclasses import dataclass, field
from typing import Final

from hudna.arabic.incidents.counts import integer_at
from hudna.arabic.incidents.draft import MAX_PIECE_TOKENS, Draft
from hudna.arabic.incidents.where import day_of, is_land, place_near
from hudna.arabic.incidents.words import Noun, markers
from hudna.arabic.scene import Scene
from hudna.model import IncidentKind, Party, Place, Sentence

_BEGUN: Final = frozenset(
    {"day", "week", "month"}
)  # what began then goes on; what began in a year long past may be over


@dataclass
class Roles:
    """Who does what to whom around a noun, while its words are read."""

    actor: Party | None = None
    target: Party | None = None
    place: Place | None = None
    end: int = 0
    asserted: bool = False
    ongoing: bool = False
    mutual: bool = False
    owned: bool = False
    launched: bool = False
    begun: bool = False
    anew: bool = False
    means: list[str] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)


def draft_of(
    scene: Scene, place: int, noun: Noun, kind: IncidentKind, roles: Roles, clause: tuple[int, int], sentence: Sentence
) -> Draft:
    """Return the incident that a noun and the roles around it tell."""
    day = day_of(scene, place, roles.end, clause)
    where = roles.place or place_near(scene, place, roles.end, clause, (roles.actor,))
    first = min([place, *(p for p in roles.taken if p < place)])
    several = place > sentence.first + 1 and scene.words[place - 2] in markers()["group"]
    several = several and scene.words[place - 1] == "من"  # a series of the raids that
    going = (
        roles.ongoing and where is not None and not is_land(where) and noun.number == "mass"
    )  # as the fighting goes on in X
    anew = roles.anew and where is not None and not is_land(where) and day is not None  # flared up in X on Saturday
    unknown = roles.actor is None and roles.target is None
    bare_back = noun.definite and not noun.owner and unknown and not (several or going or anew)
    return Draft(
        kind=kind,
        pieces=((first, min(max(roles.end, place + 1), first + MAX_PIECE_TOKENS)),),
        sentence=sentence.index,
        rule=f"<{noun.id}>",
        actor=roles.actor,
        target=roles.target,
        place=where,
        when=day.date if day else None,
        since=day is not None and (day.since or (roles.begun and day.date.value.grain in _BEGUN)),
        exact=kind is not IncidentKind.OTHER,
        back=bare_back,
        definite=noun.definite and not noun.owner and noun.number != "many",
        asserted=roles.asserted,
        ongoing=roles.ongoing,
        many=noun.number == "many",
        means=noun.front == "ب",
        count=_count_before(scene, place, sentence),
    )


def _count_before(scene: Scene, place: int, sentence: Sentence) -> int | None:
    """Return the number written right before a noun of force: eight raids."""
    for first in range(max(sentence.first, place - 3), place):
        found = integer_at(scene.tokens, first, place)
        if found is not None and found[1] == place and found[0] > 1:
            return found[0]
    return None
