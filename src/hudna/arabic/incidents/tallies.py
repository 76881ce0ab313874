"""Losses that a noun of loss counts: left 40 dead and hundreds of wounded, the tally of the dead rose to 30."""

from typing import Final

from hudna.arabic.incidents.counts import Amount, amount_at, amount_behind_and
from hudna.arabic.incidents.draft import Loss
from hudna.arabic.incidents.parties import Force, force_at
from hudna.arabic.incidents.tolls import loss_of
from hudna.arabic.incidents.victims import at_least
from hudna.arabic.incidents.words import any_of, losses, markers
from hudna.arabic.scene import Scene
from hudna.model import TollOutcome

_COUNT: Final = frozenset({"عدد", "اعداد"})
_THE: Final = "ال"
MAX_RAISED: Final = 12
MAX_BEHIND: Final = 6  # words behind a number of prisoners that may tell that they were taken


def counted_losses(scene: Scene, place: int, limit: int) -> Loss | None:
    """Return the loss of a number before a noun of loss: left 40 dead."""
    outcome = losses().get(scene.words[place])
    if outcome is None or (outcome is TollOutcome.CAPTURED and not _is_taken(scene, place)):
        return None
    if place > 0 and scene.words[place - 1] in markers()["tally-of"]:
        risen = _raised_to(scene, place + 1, limit)
        rule = "<tally> <loss> <number>"
        return loss_of(scene, place - 1, place + 1, outcome, risen, None, rule) if risen is not None else None
    for first in range(max(0, place - 6), place):
        amount = amount_at(scene.tokens, first, place + 1) or amount_behind_and(scene.tokens, first, place + 1)
        if amount is not None and place - amount.end <= 1 and amount.end > amount.first:
            if scene.words[first - 1] in markers()["wronged"]:
                return None  # a crime against eight victims
            part = amount.end < place and scene.words[amount.end] == "من"
            if amount.end < place and (not part or scene.words[place].startswith("ال")):
                continue  # two of the dead are counted with all of them
            if scene.words[amount.first] in _COUNT:
                amount = _raised_to(scene, place + 1, limit) or amount
                if amount.least is None and scene.words[place].startswith("ال"):
                    return None  # "the number of the dead"
            amount = at_least(scene, amount, place + 1, limit)
            among = _among(scene, place + 1, limit)
            return loss_of(scene, first, place + 1, outcome, amount, among, "<number> <loss>")
    return None


def _is_taken(scene: Scene, place: int) -> bool:
    """Return whether a number of prisoners is told as taken, beside the dead or by "fell": those who are held or freed are not."""
    near = scene.words[max(0, place - MAX_RAISED) : place + MAX_BEHIND]
    if not markers()["remains"].isdisjoint(near):
        return False  # the bodies of four hostages, given back
    others = any(losses().get(word, TollOutcome.CAPTURED) is not TollOutcome.CAPTURED for word in near)
    return others or not markers()["fell-captive"].isdisjoint(near)


def _raised_to(scene: Scene, place: int, limit: int) -> Amount | None:
    """Return what the number of the dead is told to have come to: the number of the dead of the attack rose to 30."""
    to = next((at for at in range(place, min(limit - 1, place + MAX_RAISED)) if scene.words[at] == "الي"), None)
    if to is None or not any_of("traffic", "mishap").isdisjoint(
        word.removeprefix(_THE) for word in scene.words[place:to]
    ):
        return None
    amount = amount_at(scene.tokens, to + 1, limit)
    told = amount is not None and scene.words[min(amount.end, limit - 1)] in losses()  # counted there by itself
    return amount if amount is not None and amount.least is not None and not told else None


def _among(scene: Scene, place: int, limit: int) -> Force | None:
    """Return among whom losses are: a thousand dead among the rebels, in the ranks of X."""
    if place + 1 < limit and scene.words[place] == "بين":
        return force_at(scene, place + 1, limit)
    if place + 2 < limit and scene.words[place] == "في" and scene.words[place + 1] in markers()["ranks"]:
        return force_at(scene, place + 2, limit)
    return None
