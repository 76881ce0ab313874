"""What is set for a day, as a schedule."""

from typing import Final

from hudna.arabic.pledges.draft import Draft
from hudna.arabic.pledges.what import is_ahead, span_of
from hudna.arabic.pledges.where import place_of_act
from hudna.arabic.scene import Scene
from hudna.model import Match, Party, PledgeKind, Statement, TimeMention

DATED_RULE: Final = "<future> <day>"


def dated(
    scene: Scene,
    place: int,
    end: int,
    who: tuple[Party, ...],
    told: Match[Statement] | None,
    date: Match[TimeMention] | None,
) -> Draft | None:
    """Return a schedule where its day lies ahead, None where it has none."""
    if date is None or not is_ahead(scene, date):
        return None
    return scheduled(scene, place, end, who, told, date)


def scheduled(
    scene: Scene,
    place: int,
    end: int,
    who: tuple[Party, ...],
    told: Match[Statement] | None,
    date: Match[TimeMention] | None,
) -> Draft:
    """Return what is set for a time."""
    return Draft(
        kind=PledgeKind.SCHEDULE,
        who=who,
        first=place,
        end=end,
        what=span_of(scene, place, end),
        date=date,
        place=place_of_act(scene, place, end),
        told=told.value.id if told is not None else None,
        rule=DATED_RULE if date is not None else "<future> <deed>",
    )
