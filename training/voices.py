"""Learn ``record/unheard.tsv``: how much each trait of a speaker says that an article leaves him out.

``python -m training.voices`` writes the table; ``python -m training.voices measure`` learns from all stories but an eighth,
scores that eighth, eight times, and writes nothing. Both need the data found by ``HUDNA_DATA``.
The seen stories of ``eval/gold/differences.json`` and all of ``differences_learn.json`` are learnt from. A speaker is left
out by an article where the gold has what is left out by it in the words of his name or of what he says.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from eval.differences import GOLD_SETS, OMISSION, Story, load_stories
from eval.gold import data_folder
from hudna.model import Member, RecordType
from hudna.record import find_events
from hudna.record.coverage import Body
from hudna.record.entities import find_entities
from hudna.record.told import Told
from hudna.record.unheard import FEATURES, traits
from hudna.record.voices import Choir, Voices
from training import logistic

TABLE = Path("src/hudna/record/unheard.tsv")
HEAD = (
    "What each trait of a speaker says that an article leaves him out; made by training/voices.py",
    "from the seen stories of eval/gold/differences.json and those of differences_learn.json.",
)
SETS = (*GOLD_SETS, "differences_learn")
FOLDS = 8
ODDS = (-1.0, -0.6, -0.2, 0.2)


class Case(NamedTuple):
    """Speakers who count as one voice and an article that does not have it: the traits, and whether it is left out."""

    story: str
    row: logistic.Row
    is_left_out: bool


def cases_of(story: Story) -> Iterator[Case]:
    """Yield the voices of a story with each article in which none of their speakers has a say."""
    entities = find_entities(story.readings, [])
    statements = [
        event
        for event in find_events(story.readings, [], entities, together=True)
        if event.type is RecordType.STATEMENT
    ]
    bodies = {reading.article.digest: Body(reading.article) for reading in story.readings}
    told, voices = Told(statements, bodies), Voices(statements, entities.by_id, bodies)
    for choir in voices.choirs:
        theirs = [member for event in statements for member in event.members if _speaks(choir, member)]
        for digest in sorted(bodies.keys() - {member.article for member in theirs}):
            members = [each.member for each in voices.said(choir)]
            yield Case(story.name, traits(choir, digest, voices, told), _is_left_out(members, digest, story))


def _speaks(choir: Choir, member: Member) -> bool:
    return any(actor.entity in choir for actor in member.actors)


def _is_left_out(members: list[Member], digest: str, story: Story) -> bool:
    ours = [(each.evidence.article, each.evidence.span) for member in members for each in member.said]
    return any(
        article == other and span.overlaps(against)
        for gold in story.gold
        if gold.type == OMISSION and digest in gold.left_out_by
        for value in gold.values
        for article, span in ours
        for other, against in value
    )


def measure(cases: list[Case]) -> None:
    """Print how many are right of those said to be left out, and how many found, each judged by what others taught."""
    names = sorted({case.story for case in cases})
    scored: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        inside = set(names[fold::FOLDS])
        others = [case for case in cases if case.story not in inside]
        weights = logistic.learn([case.row for case in others], [case.is_left_out for case in others])
        scored += [(logistic.odds(case.row, weights), case.is_left_out) for case in cases if case.story in inside]
    for least in ODDS:
        found = [truth for score, truth in scored if score >= least]
        share = sum(found) / sum(truth for _, truth in scored)
        print(f"{least:5.1f}  flagged {len(found)}  p {sum(found) / len(found):.3f}  r {share:.3f}")


def main() -> None:
    """Learn and write, or measure."""
    cases = [case for story in load_stories(data_folder(None), "seen", SETS) for case in cases_of(story)]
    if sys.argv[1:] == ["measure"]:
        measure(cases)
        return
    weights = logistic.learn([case.row for case in cases], [case.is_left_out for case in cases])
    logistic.write(TABLE, HEAD, FEATURES, weights, "differences")


if __name__ == "__main__":
    main()
