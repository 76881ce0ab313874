"""The two sides of a fight: between X and Y, between them and Y, a phrase that joins both."""

from typing import Final

from hudna.arabic.incidents.draft import Draft
from hudna.arabic.incidents.parties import Force, force_at
from hudna.arabic.incidents.roles import Roles
from hudna.arabic.incidents.things import thing_at
from hudna.arabic.incidents.words import losses, markers
from hudna.arabic.scene import Scene
from hudna.model import Accusation, Party
from hudna.model.frozen import replace

MAX_REACH: Final = 24
_FROM: Final = frozenset({"من", "ومن"})


def read_between(scene: Scene, place: int, limit: int, roles: Roles, *, clash: bool) -> int:
    """Read two sides that fight each other: of a clash the first named is who did it, the other the target."""
    if scene.words[place] == "وبين":  # between them and X
        return _between_them(scene, place, limit, roles) if clash else place + 1
    if scene.words[place - 1] in markers()["border"] or scene.words[place - 1] in _FROM:
        return place + 1  # from among them
    first = force_at(scene, place + 1, limit) or thing_at(scene, place + 1, limit)
    name = scene.chart.name_at(place + 1)
    if scene.words[place + 1] in losses():
        return place + 1  # between dead and wounded
    if first is None or scene.words[place + 1] in markers()["often"] or (name and name.kind == "place"):
        return place + 1  # between two towns: that is where
    if scene.words[place + 1] in markers()["both-sides"]:
        roles.mutual, roles.end = True, max(roles.end, first.end)
        return first.end  # between the two sides: who they are is not told
    end, other = first.end, None
    position = first.end
    if position < limit and scene.words[position] in {"من", "،", "جهه"}:
        skipped = {"من": 2, "،": 1}.get(scene.words[position], 0)
        position = min(limit - 1, position + skipped)
    if position < limit and scene.words[position].startswith("و"):
        behind = position + 1 if scene.words[position] in {"وبين", "و"} else position
        second = force_at(scene, behind, limit) or thing_at(scene, behind, limit)
        if second is not None:
            end, other = second.end, second.party
    if not clash:
        span = first.party.span.until(other.span) if other is not None else first.party.span
        roles.actor = Party(span, scene.document.article.words(span)) if other is not None else first.party
    else:
        roles.actor, roles.target = parted(scene, first) if other is None else (first.party, other)
    roles.mutual = True
    roles.end = max(roles.end, end)
    return end


def _between_them(scene: Scene, place: int, limit: int, roles: Roles) -> int:
    """Read the second side behind "between them and"; who they are is the side named last before."""
    other = force_at(scene, place + 1, limit)
    if other is None or scene.words[place - 1] not in {"بينهم", "بينها", "بينه"}:
        return place + 1
    names = (force_at(scene, first, place) for first in range(place - 2, max(-1, place - MAX_REACH), -1))
    roles.actor = next((replace(each.party, implied=True) for each in names if each is not None and each.armed), None)
    roles.target, roles.mutual, roles.end = other.party, True, max(roles.end, other.end)
    return other.end


def parted(scene: Scene, both: Force) -> tuple[Party, Party | None]:
    """Return the two sides that one phrase joins: the army and gunmen."""
    for place in range(both.first + 1, both.end):
        if scene.words[place][0] != "و":
            continue
        head, tail = (
            force_at(scene, both.first, place),
            force_at(scene, place, both.end) or thing_at(scene, place, both.end),
        )
        if head is not None and tail is not None and head.end == place:
            return head.party, tail.party
    return both.party, None


def crossing(scene: Scene, draft: Draft, subject: Force | None) -> Draft:
    """Return a deed of which two sides accuse each other: nobody is told to have done it."""
    one, other = parted(scene, subject) if subject is not None else (None, None)
    if one is None or other is None:
        return replace(draft, actor=None)
    charges = (Accusation(accuser=one, accused=other), Accusation(accuser=other, accused=one))
    return replace(draft, actor=None, accusations=charges)
