"""Stories: which articles tell one happening, and who tells it how."""

from dataclasses import dataclass
from typing import Final

from fastapi import APIRouter
from starlette.responses import Response

from hudna import desk
from hudna.desk import Head
from hudna.model import Feature, Merge, Story
from hudna.web.asking import Ask, Asked
from hudna.web.filters import PageNumber, Words, paged
from hudna.web.views.timeline import shown

router = APIRouter()
_A_PAGE: Final = 60
_EVENTS: Final = 12
_REASONS: Final = 20


@dataclass(frozen=True, slots=True)
class Reason:
    """Two articles of a story, and what speaks for their telling one happening."""

    left: Head
    right: Head
    features: tuple[Feature, ...]


@router.get("/stories")
def stories(ask: Asked, *, q: Words = "", alone: bool = False, page: PageNumber = 1) -> Response:
    """Return the stories that several articles tell, the last first; those of one article too where that is asked."""
    found = desk.stories_named(ask.board, q, alone=alone)
    pages = paged(page, _A_PAGE, len(found))
    return ask.page("stories.html", found=pages.cut(found), pages=pages, q=q, alone=alone)


@router.get("/story/of/{digest}")
def story_of(ask: Asked, digest: str) -> Response:
    """Send to the story that an article tells."""
    return ask.go(f"story/{ask.board.story_of_article(digest).id}")


@router.get("/story/{key}")
def story(ask: Asked, key: str) -> Response:
    """Return the page of a story: its articles, the events they tell, and why they are taken for one story."""
    board = ask.board
    found = board.story(key)
    digests = set(found.digests)
    lines = {line.event.id: line for digest in found.digests for line in board.lines_of_article(digest)}
    tellers = {each: len({member.article for member in line.event.members} & digests) for each, line in lines.items()}
    foremost = sorted(lines.values(), key=lambda line: (-tellers[line.event.id], -desk.consequence(line.event)))
    return ask.page(
        "story.html",
        story=found,
        heads=[board.head(digest) for digest in found.digests],
        counts={digest: len(board.lines_of_article(digest)) for digest in found.digests},
        rows=shown(ask, foremost[:_EVENTS]),
        left=len(foremost) - _EVENTS,
        tellers=tellers,
        reasons=[_reason(ask, merge) for merge in _strongest(found)],
    )


def _strongest(found: Story) -> list[Merge]:
    return sorted(found.merges, key=lambda merge: (-merge.score, merge.left, merge.right))[:_REASONS]


def _reason(ask: Ask, merge: Merge) -> Reason:
    return Reason(ask.board.head(merge.left), ask.board.head(merge.right), merge.features)
