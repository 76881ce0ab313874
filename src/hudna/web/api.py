"""The same use cases as JSON, for other programs; OpenAPI stands at ``/api/openapi.json``."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Query, Request
from pydantic import BaseModel, Field
from starlette.responses import JSONResponse

from hudna import desk
from hudna.export.record import to_values
from hudna.export.words import Language
from hudna.model import Field as Part
from hudna.model import Genre, InputError, Match, NameKind, RecordType
from hudna.model.wire import encode
from hudna.web.asking import Ask
from hudna.web.filters import Filtered, PageNumber, Words, paged
from hudna.web.views import write
from hudna.web.views.decide import ACTIONS, Wanted, decider

Values = dict[str, Any]
_MOST: Final = 200
_EVENTS_OF_A_STAND: Final = 200
_MOST_CHARACTERS: Final = 2_000_000


class Trouble(BaseModel):
    """What went wrong: a code from a closed list, and a line that says what is at fault."""

    code: str
    message: str


class Refused(BaseModel):
    """The one shape of errors."""

    error: Trouble


class NewArticle(BaseModel):
    """An article to be read, as in the format."""

    text: str = Field(min_length=1, max_length=_MOST_CHARACTERS)
    id: str = Field("", max_length=500)
    title: str = Field("", max_length=100_000)
    source: str = Field("", max_length=2000)
    url: str = Field("", max_length=5000)
    published: str = Field("", max_length=100)
    genre: Genre = Genre.NEWS


class Withdrawal(BaseModel):
    """Why a decision is taken back; ``seen`` is the last decision that was seen."""

    why: str = Field(max_length=2000)
    seen: int = Field(ge=0, le=2**53)


def _asked(request: Request) -> Ask:
    return Ask(request, Language.EN)


Asked = Annotated[Ask, Depends(_asked)]
Size = Annotated[int, Query(ge=1, le=_MOST)]
_ERRORS: Final[dict[int | str, dict[str, Any]]] = {
    status: {"model": Refused} for status in (400, 403, 404, 405, 409, 413, 421, 422, 500)
}
router = APIRouter(prefix="/api", responses=_ERRORS, default_response_class=JSONResponse)


@router.get("/session")
def session(ask: Asked) -> JSONResponse:
    """Give the token that changes carry in the header X-Hudna-Token, with its cookie."""
    response = JSONResponse({"token": ask.token, "by": ask.open.by})
    ask.remember(response)
    return response


@router.get("/events")
def events(ask: Asked, filters: Filtered, page: PageNumber = 1, size: Size = 50) -> Values:
    """Give the chronology, narrowed as the timeline is."""
    return _listed(ask.board.record.chronology(filters.selection), page, size)


@router.get("/events/{key:path}")
def event(ask: Asked, key: str) -> Values:
    """Give an event by its id or the key of one of its tellings, with what was decided on it."""
    found = ask.board.event(key)
    decisions = [to_values(each) for each in desk.history(ask.open.store, found)]
    return {"event": to_values(found), "decisions": decisions, "seen": ask.board.record.seen}


@router.post("/events/{key:path}/decisions", status_code=201)
def decide(ask: Asked, key: str, wanted: Wanted) -> Values:
    """Decide on an event: correct, dismiss, review, verify, merge, split."""
    if wanted.action not in ACTIONS:
        raise InputError(f"no decision {wanted.action}; there are {', '.join(ACTIONS)}")
    found = ask.board.event(key)
    return {"decision": to_values(ACTIONS[wanted.action](decider(ask, wanted.why, wanted.seen), ask, found, wanted))}


@router.post("/decisions/{number}/withdraw")
def withdraw(ask: Asked, number: Annotated[int, Field(ge=0, le=2**53)], withdrawal: Withdrawal) -> Values:
    """Take a decision back; it stays in the history."""
    desk.withdraw(ask.open.store, number, desk.Signature(ask.open.by, withdrawal.why, withdrawal.seen))
    return {"withdrawn": number}


@router.get("/decisions")
def decisions(ask: Asked) -> Values:
    """Give everything that was decided, and the numbers of what has lost its words."""
    orphans = [each.number for each in desk.orphans(ask.open.store)]
    return {"decisions": [to_values(each) for each in desk.history(ask.open.store)], "orphans": orphans}


@router.get("/articles")
def articles(ask: Asked, outlet: Words = "", page: PageNumber = 1, size: Size = 50) -> Values:
    """Give the articles without their texts, the last that came first."""
    heads = ask.board.heads.of(outlet) if outlet else ask.board.heads
    pages = paged(page, size, len(heads))
    return {"total": len(heads), "page": pages.number, "articles": [to_values(head) for head in pages.cut(heads)]}


@router.post("/articles", status_code=201)
def add_article(ask: Asked, article: NewArticle) -> Values:
    """Read an article into the record."""
    fields = {key: value for key, value in article.model_dump(mode="json").items() if key != "text"}
    results = desk.add_text(ask.open.store, article.text, **fields)
    added = [each for each in results if isinstance(each, desk.AddedArticle)]
    refused = [each.code.value for each in results if isinstance(each, desk.Refusal)]
    if not added:
        raise InputError(f"not read: {', '.join(refused)}")
    return {"digest": added[0].article.digest, "added": added[0].added.value, "passed_over": refused}


@router.get("/articles/{digest}")
def article(ask: Asked, digest: str) -> Values:
    """Give the latest reading of an article, in the public format."""
    return encode(ask.reading(digest))


@router.post("/articles/{digest}/records", status_code=201)
def add_record(ask: Asked, digest: str, stated: write.Stated) -> Values:
    """Add a record by hand, in words of the article; it can be taken back like every decision."""
    article = ask.reading(digest).article
    decision, key = write.add_record(ask, article, stated, [write.chosen_span(article, stated)])
    return {"decision": to_values(decision), "telling": key}


@router.get("/articles/{digest}/explanation")
def explanation(
    ask: Asked,
    digest: str,
    at: Annotated[int, Query(ge=0, le=10_000_000)],
    field: Annotated[Part, Query(alias="in")] = Part.TEXT,
) -> Values:
    """Give how everything that holds a character came to be, as trees."""
    told = desk.explain_article(ask.article(digest), at, field)
    return {"matches": [_tree(match, told) for match in told.matches]}


@router.get("/search")
def search(ask: Asked, q: Words, page: PageNumber = 1, size: Size = 20) -> Values:
    """Give the articles and records that hold words, in any form, spelling or script, the best first."""
    answer = desk.search(ask.open.store, desk.Question(words=q), limit=size, offset=(page - 1) * size)
    hits = [
        {
            "article": hit.article.digest,
            "title": hit.article.title,
            "record": hit.record,
            "type": hit.type and hit.type.value,
            "spans": to_values(hit.spans),
        }
        for hit in answer.hits
    ]
    return {"total": answer.count, "page": page, "hits": hits}


@router.get("/names")
def names(ask: Asked, q: Words = "", kind: NameKind | None = None, page: PageNumber = 1, size: Size = 50) -> Values:
    """Give those who take part in events or go by a name, with the number of their events."""
    found = desk.find_named(ask.board, q, kind)
    pages = paged(page, size, len(found))
    told = [{**to_values(entity), "events": count} for entity, count in pages.cut(found)]
    return {"total": len(found), "page": pages.number, "names": told}


@router.get("/names/{entity:path}")
def name(ask: Asked, entity: str) -> Values:
    """Give somebody: forms, offices, and whom he met or called."""
    found = ask.board.record.entities.by_id.get(entity)
    if found is None:
        raise desk.NotThereError(f"no entity {entity}")
    met = [
        {"entity": each.entity.id, "label": each.entity.label, "events": [line.event.id for line in each.lines][::-1]}
        for each in desk.counterparts(ask.board, entity)
    ]
    return {**to_values(found), "profile": to_values(desk.profile(found)), "met": met}


@router.get("/stories")
def stories(ask: Asked, *, q: Words = "", alone: bool = False, page: PageNumber = 1, size: Size = 50) -> Values:
    """Give the stories that several articles tell, the last first; ``alone`` those of one article too."""
    found = desk.stories_named(ask.board, q, alone=alone)
    pages = paged(page, size, len(found))
    return {"total": len(found), "page": pages.number, "stories": [to_values(each) for each in pages.cut(found)]}


@router.get("/stories/{key}")
def story(ask: Asked, key: str) -> Values:
    """Give a story by its id, or one it had before."""
    values: Values = to_values(ask.board.story(key))
    return values


@router.get("/comparison")
def comparison(ask: Asked, of: Annotated[list[str], Query(min_length=1, max_length=12)]) -> Values:
    """Give what articles tell together, what each leaves out, where they differ: by digests, of a story or an event."""
    values: Values = to_values(
        desk.compare_articles(ask.open.store, of, record=ask.board.record, story_of=ask.board.story)
    )
    return values


@router.get("/positions")
def positions(ask: Asked, filters: Filtered) -> Values:
    """Give where each party stands on each kind of measure."""
    found = desk.positions(ask.board, filters.selection, parties=_MOST, events=_EVENTS_OF_A_STAND)
    stands = [
        {"party": party, "kind": kind, "status": stand.status, "events": list(stand.events), "count": stand.count}
        for (party, kind), several in found.stands.items()
        for stand in several
    ]
    return {"parties": [to_values(each) for each in found.parties], "kinds": list(found.kinds), "stands": stands}


@router.get("/pledges")
def pledges(ask: Asked, filters: Filtered, page: PageNumber = 1, size: Size = 50) -> Values:
    """Give what is bound or set for the future, by the day it is due, each with what became of it."""
    selection = filters.selection
    is_asked = selection.types is None or RecordType.PLEDGE in selection.types
    types = (RecordType.PLEDGE,) if is_asked else ()
    found = _listed(ask.board.record.chronology(replace(selection, types=types)), page, size)
    for line in found["lines"]:
        line["outcome"] = to_values(ask.board.followed.of_event(line["event"]["id"]))
    return found


@router.get("/review")
def review(ask: Asked, page: PageNumber = 1, size: Size = 50) -> Values:
    """Give what should be looked at, what most hangs on first."""
    return _listed(desk.review_queue(ask.board), page, size)


@router.get("/sources")
def sources(ask: Asked) -> Values:
    """Give what each outlet brought, week by week (their Mondays)."""
    return {"sources": [_plain(to_values(each)) for each in desk.coverage(ask.board)]}


def _listed(lines: Sequence[desk.Line], page: int, size: int) -> Values:
    pages = paged(page, size, len(lines))
    return {"total": len(lines), "page": pages.number, "lines": [to_values(line) for line in pages.cut(lines)]}


def _plain(values: Values) -> Values:
    weeks = {day.isoformat() if isinstance(day, dt.date) else day: count for day, count in values["weeks"].items()}
    return {**values, "weeks": weeks}


def _tree(match: Match[Any], told: desk.Explanation) -> Values:
    start, end, field = match.span
    return {
        "kind": match.kind,
        "rule": match.rule,
        "start": start,
        "end": end,
        "in": field.value,
        "text": told.article.words(match.span),
        "children": [_tree(child, told) for child in match.children],
    }
