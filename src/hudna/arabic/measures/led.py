"""Nouns too common to name a measure by themselves: what stands around them tells whether they do."""

from collections.abc import Callable, Mapping
from typing import Final

from hudna.arabic.incidents.heads import bare
from hudna.arabic.incidents.words import actors
from hudna.arabic.measures.words import GOVERNORS, markers
from hudna.arabic.names.tables import labels
from hudna.arabic.scene import Scene

MAX_ON: Final = 4
MAX_GOVERNED: Final = 7
MAX_COUNCIL: Final = 7
MAX_TO_COURT: Final = 8
MAX_LEAVERS: Final = 6
MAX_SIGNED: Final = 5
_REACHED: Final = frozenset({"agree", "reach"})
_VOTED: Final = frozenset({"adopt", "veto", "vote", "vote-for", "vote-down", "hinder", "issue"})


def _solution(scene: Scene, place: int, _limit: int) -> bool:
    """Return whether a solution is what somebody strives to reach or find, rather than the end of a parliament."""
    before = place - 1
    if before > 0 and scene.words[before] == "الي":
        before -= 1
    return before >= 0 and any(row.id in _REACHED for row in GOVERNORS[scene.words[before]])


def _council_decision(scene: Scene, place: int, limit: int) -> bool:
    """Return whether a decision is what a council votes on: its verb stands before, the council beside it."""
    first = scene.sentence_at(place).first
    before = range(place - 1, max(first, place - MAX_GOVERNED) - 1, -1)
    if not any(row.id in _VOTED for at in before for row in GOVERNORS[scene.words[at]]):
        return False
    councils = markers()["voting"]
    return any(
        scene.words[at] in councils for at in range(max(first, place - MAX_COUNCIL), min(limit, place + MAX_COUNCIL))
    )


def _referral(scene: Scene, place: int, limit: int) -> bool:
    """Return whether a case is referred to a court between states."""
    reach = range(place + 1, min(limit - 1, place + MAX_TO_COURT))
    return any(scene.words[at].endswith("المحكمه") and scene.words[at + 1] in markers()["world-court"] for at in reach)


def _verdict(scene: Scene, place: int, limit: int) -> bool:
    """Return whether a rule is a court's sentence on somebody: sentences of death."""
    return any(scene.words[at] in markers()["sentence"] for at in range(place + 1, min(limit, place + MAX_TO_COURT)))


def _leaving_place(scene: Scene, place: int, limit: int) -> bool:
    """Return whether armed people or civilians named before are to leave a place: X refused to leave the town."""
    if not _from_place(scene, place, limit):
        return False
    first = scene.sentence_at(place).first
    for before in range(place - 1, max(first, place - MAX_LEAVERS) - 1, -1):
        if bare(scene.words[before]) in actors()["armed"] or scene.words[before] in markers()["moved"]:
            return True
        who = scene.chart.name_at(before)
        row = labels().get(who.value.entity or "") if who is not None else None
        if row is not None and row.kind == "body" and row["class"] == "armed_group":
            return True
    return False


def _leaving_land(scene: Scene, place: int, limit: int) -> bool:
    """Return whether the forces named before are to leave a country or a town."""
    if not _from_place(scene, place, limit):
        return False
    first = scene.sentence_at(place).first
    return any(scene.words[at] in markers()["troops"] for at in range(max(first, place - MAX_LEAVERS), place))


def _from_place(scene: Scene, place: int, limit: int) -> bool:
    """Return whether a place stands behind a word of leaving, right there or behind "from"."""
    at = place + 1
    if at < limit and scene.words[at] == "من":
        at += 1
    name = scene.chart.name_at(at) if at < limit else None
    named = name is not None and name.kind in {"place", "state"} and not scene.chart.glued(name)
    return named or (at < limit and scene.words[at] in markers()["town"])


def _civil_aid(scene: Scene, place: int, limit: int) -> bool:
    """Return whether aid is no arms."""
    return place + 1 >= limit or scene.words[place + 1] not in markers()["military"]


def _signed_contract(scene: Scene, place: int, _limit: int) -> bool:
    """Return whether a contract is one that is signed: its word alone is a decade, or a holding of talks."""
    first = scene.sentence_at(place).first
    reach = range(place - 1, max(first, place - MAX_SIGNED) - 1, -1)
    return any(row.id == "sign" for at in reach for row in GOVERNORS[scene.words[at]])


def _inquiry(scene: Scene, place: int, limit: int) -> bool:
    """Return whether what is spelled like an inquiry is no achieving: of justice, of peace, of results."""
    return place + 1 >= limit or scene.words[place + 1] not in markers()["achieved"]


def _paper(scene: Scene, place: int, _limit: int) -> bool:
    """Return whether what is spelled like a document is no adjective: close ties."""
    return place == 0 or scene.words[place - 1].removeprefix("و") not in markers()["ties"]


def _watched(scene: Scene, place: int, _limit: int) -> bool:
    """Return whether a truce is not only in the name of a centre that watches it."""
    return place < 2 or scene.words[place - 1] != "مراقبه" or not scene.words[place - 2].endswith("مركز")


def _ban(scene: Scene, place: int, _limit: int) -> bool:
    """Return whether a ban is no word of a name: the Organisation for the Prohibition of."""
    return place == 0 or not scene.words[place - 1].endswith("منظمه")


def _penalties(scene: Scene, place: int, limit: int) -> bool:
    """Return whether sanctions are not the penalties of a law: the penal code."""
    if place == 0 or not scene.words[place - 1].endswith("قانون"):
        return True
    return not {"علي", "ضد"}.isdisjoint(scene.words[place + 1 : min(limit, place + MAX_ON)])


_LED: Final[Mapping[str, Callable[[Scene, int, int], bool]]] = {
    "solution": _solution,
    "council-decision": _council_decision,
    "referral": _referral,
    "verdict": _verdict,
    "leave-place": _leaving_place,
    "leave-land": _leaving_land,
    "own-aid": _civil_aid,
    "signed-contract": _signed_contract,
    "probe": _inquiry,
    "inquiry": _inquiry,
    "protocol": _paper,
    "embargo": _ban,
    "sanctions": _penalties,
    "stop-fire": _watched,
    "truce": _watched,
}


def is_led(scene: Scene, noun: str, place: int, limit: int) -> bool:
    """Return whether the words around a noun at a token make it one of a measure; nouns that need none always are."""
    check = _LED.get(noun)
    return check is None or check(scene, place, limit)
