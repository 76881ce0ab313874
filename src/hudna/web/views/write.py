"""Adding a record by hand: what happened, in words of the article that are chosen in it."""

import re
from dataclasses import dataclass
from typing import Annotated, Final

from fastapi import APIRouter, Form, Query
from pydantic import BaseModel
from pydantic import Field as Limits
from starlette.responses import Response

from hudna import desk
from hudna.model import Article, Decision, Field, InputError, NameKind, Reading, RecordType, Span
from hudna.web.asking import Ask, Asked
from hudna.web.views.article import window_of
from hudna.web.views.decide import decider

router = APIRouter()
_OPEN: Final = ".."
_WORD: Final = re.compile(r"\S+")
_PARTIES: Final = frozenset({NameKind.PERSON, NameKind.BODY})
Line = Annotated[str, Limits(max_length=2000)]
Offset = Annotated[str, Limits(max_length=10, pattern=r"^\d*$")]


class Stated(BaseModel):
    """What the form says of a record, and the words it stands in.

    The words are chosen by word (``first_word``, ``last_word``), or are given to the letter (``quote``); ``start`` then
    says where they were selected.
    """

    type: RecordType
    why: Line
    seen: int = Limits(ge=0, le=2**53)
    kind: Line = ""
    status: Line = ""
    outcome: Line = ""
    actors: Line = ""
    towards: Line = ""
    place: Line = ""
    first: Line = ""
    last: Line = ""
    quote: Annotated[str, Limits(max_length=20_000)] = ""
    field: Field = Field.TEXT
    start: Offset = ""
    first_word: Offset = ""
    last_word: Offset = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that can be chosen; ``words`` are those of the one that is."""

    number: int
    span: Span
    text: str
    words: tuple[tuple[Span, str], ...]


@router.get("/article/{digest}/write")
def write(
    ask: Asked,
    digest: str,
    type_: Annotated[RecordType, Query(alias="type")] = RecordType.CONTACT,
    sentence: Annotated[int | None, Query(ge=0, le=1_000_000)] = None,
    start: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
) -> Response:
    """Return the form for a record of a type, the words of a sentence to choose from."""
    reading = ask.reading(digest)
    article = reading.article
    sentences = [_sentence(article, number, span, sentence) for number, span in enumerate(desk.sentences_of(article))]
    chosen = next((each for each in sentences if each.words), None)
    first, last = window_of(article.text, chosen.span.start if chosen and chosen.span.field is Field.TEXT else start)
    return ask.page(
        "write.html",
        reading=reading,
        type=type_,
        types=RecordType,
        fields=desk.fields_to_add(type_),
        choices_of=desk.choices_of,
        sentences=[each for each in sentences if each.span.field is Field.TITLE or first <= each.span.start < last],
        chosen=chosen,
        named=_named(reading, chosen.span) if chosen else "",
        window=(first, last),
        start=start,
    )


@router.post("/article/{digest}/write")
def keep(ask: Asked, digest: str, stated: Annotated[Stated, Form()]) -> Response:
    """Keep a record and show it in the article."""
    article = ask.reading(digest).article
    span = chosen_span(article, stated)
    decision, _ = add_record(ask, article, stated, [span])
    place = {"in": "title"} if span.field is Field.TITLE else {}
    return ask.go(f"article/{digest}", at=decision.left_anchors[0].spans[0].start, done=decision.number, **place)


def add_record(ask: Ask, article: Article, stated: Stated, spans: list[Span]) -> tuple[Decision, str]:
    """Keep a record and return the decision with the key of its telling."""
    days = [day.strip() for day in (stated.first, stated.last)]
    values = {"days": "/".join(day or _OPEN for day in days) if any(days) else ""}
    known = desk.fields_to_add(stated.type)
    values |= {field: getattr(stated, field).strip() for field in known if field != "days"}
    return decider(ask, stated.why, stated.seen).add(article, stated.type, values, spans)


def chosen_span(article: Article, stated: Stated) -> Span:
    """Return the words that a form chooses.

    Raises:
        InputError: none are chosen, or those given stand nowhere in the article.
    """
    quote = stated.quote.replace("\r\n", "\n").strip()
    if quote:
        return _quoted(article, quote, int(stated.start or 0))
    if not stated.first_word or not stated.last_word:
        raise InputError("no words of the article were chosen")
    return Span(int(stated.first_word), int(stated.last_word), stated.field)


def _quoted(article: Article, quote: str, near: int) -> Span:
    """Return where words stand to the letter, the first place from the one where they were selected."""
    for field, place in ((Field.TEXT, max(0, near - len(quote))), (Field.TEXT, 0), (Field.TITLE, 0)):
        start = article.field(field).find(quote, place)
        if start >= 0:
            return Span(start, start + len(quote), field)
    raise InputError(f"these words do not stand in the article: {quote[:80]}")


def _sentence(article: Article, number: int, span: Span, chosen: int | None) -> Sentence:
    text = article.words(span)
    words: tuple[tuple[Span, str], ...] = ()
    if number == chosen:
        found = _WORD.finditer(text)
        words = tuple(
            (Span(span.start + each.start(), span.start + each.end(), span.field), each.group()) for each in found
        )
    return Sentence(number, span, text, words)


def _named(reading: Reading, span: Span) -> str:
    """Return who is named in a sentence, as the form writes names."""
    names = [each.label for each in reading.names if each.kind in _PARTIES and span.contains(each.span)]
    return "; ".join(dict.fromkeys(names))
