"""What is set for a day, as a schedule."""

from typing import Final

from hudna.arabic.pledges.draft import Draft
from hudna.arabic.pledges.what import due_near, end_of_what, is_ahead, limit_of, span_of
from hudna.arabic.pledges.where import place_of_act
from hudna.arabic.scene import Scene
from hudna.model import Match, Party, PledgeKind, Sentence, Statement, TimeMention

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
    rule: str | None = None,
) -> Draft:
    """Return what is set for a time; ``rule`` where it is not a verb in the future that tells it."""
    return Draft(
        kind=PledgeKind.SCHEDULE,
        who=who,
        first=place,
        end=end,
        what=span_of(scene, place, end),
        date=date,
        place=place_of_act(scene, place, end),
        told=told.value.id if told is not None else None,
        rule=rule or (DATED_RULE if date is not None else "<future> <deed>"),
    )


def end_before_due(scene: Scene, verb: int, sentence: Sentence, date: Match[TimeMention]) -> int | None:
    """Return where ends what a verb sets, where a day is when that is due; None where it is the day of something else."""
    limit = limit_of(scene, verb, sentence)
    end = end_of_what(scene, verb, limit)
    due = due_near(scene, verb, end, sentence, limit) if end > verb else None
    return end if due is not None and due.first == date.first else None
