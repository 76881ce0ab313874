"""One article: the text as the outlet wrote it, what was read in it, and how each record came to be."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Annotated, Any, Final

from fastapi import APIRouter, Query
from starlette.responses import Response

from hudna import desk
from hudna.model import Field, Match, Reading, Span
from hudna.web.asking import Ask, Asked
from hudna.web.facts import Fact, facts_of
from hudna.web.marks import LAYERS, USUAL_LAYERS, Stretch, chosen, marks_of, records_by_layer, stretches

router = APIRouter()
CHARACTERS_A_PAGE: Final = 30_000
_TITLE_SHOWN: Final = 1_000
_RECORDS_LISTED: Final = 150


@dataclass(frozen=True, slots=True)
class Record:
    """A record of the article: its facts, where its words begin, and the event it tells."""

    key: str
    layer: str
    kind: str
    facts: tuple[Fact, ...]
    place: Span
    event: str | None
    sure: bool
    added_by: str | None


@dataclass(frozen=True, slots=True)
class Step:
    """A match of the derivation in words, with what it was made from."""

    rule: str
    kind: str
    words: str
    value: str
    children: tuple["Step", ...]


@router.get("/article/{digest}")
def article(
    ask: Asked,
    digest: str,
    layer: Annotated[list[str] | None, Query(max_length=20)] = None,
    at: Annotated[int | None, Query(ge=0, le=10_000_000)] = None,
    field: Annotated[Field, Query(alias="in")] = Field.TEXT,
    start: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
    added: Annotated[str, Query(max_length=20)] = "",
    done: int | None = None,
) -> Response:
    """Return the page of an article, the words at an offset explained."""
    reading = ask.reading(digest)
    layers = [each for each in LAYERS if each in (layer if layer is not None else USUAL_LAYERS)]
    marks = tuple(chosen(marks_of(reading), layers))
    first, last = window_of(reading.article.text, start if at is None or field is Field.TITLE else at)
    title = reading.article.title or ""
    listed = records(ask, reading)
    found = explanation(ask, reading, at, field, listed) if at is not None else None
    return ask.page(
        "article.html",
        head=ask.board.head(digest),
        reading=reading,
        title=stretches(title, Field.TITLE, marks, 0, min(len(title), _TITLE_SHOWN)),
        title_left=len(title) - _TITLE_SHOWN,
        lines=_lines(stretches(reading.article.text, Field.TEXT, marks, first, last)),
        window=(first, last),
        layers=layers,
        all_layers=LAYERS,
        chosen_layers=layer,
        records=listed[:_RECORDS_LISTED],
        records_left=len(listed) - _RECORDS_LISTED,
        at=at,
        field=field,
        explanation=found,
        done=done,
        added=added if added in {"new", "read_again", "known"} else "",
    )


@dataclass(frozen=True, slots=True)
class Explained:
    """What touches a character: the records, and how this program's reader finds them."""

    records: tuple[Record, ...]
    steps: tuple[Step, ...]
    is_same_reader: bool


def explanation(ask: Ask, reading: Reading, at: int, field: Field, listed: list[Record]) -> Explained:
    """Return what touches a character of an article."""
    here = Span(at, at + 1, field)
    touching = {mark.record for mark in marks_of(reading) if mark.record and mark.span.overlaps(here)}
    told = desk.explain_article(ask.article(reading.article.digest), at, field)
    steps = tuple(_step(ask, told, match) for match in told.matches)
    return Explained(
        tuple(record for record in listed if record.key in touching or record.key.split(".")[0] in touching),
        steps,
        reading.reader == desk.pipeline().reader,
    )


def records(ask: Ask, reading: Reading) -> list[Record]:
    """Return the records of a reading in the order of the text, each position of a measure as one."""
    found = []
    told = ask.board.events_of_article(reading)
    for layer, several in records_by_layer(reading):
        for record in several:
            positions = getattr(record, "statuses", None)
            keys = [record.id] if positions is None else [f"{record.id}.{n + 1}" for n in range(len(positions))]
            for number, key in enumerate(keys):
                evidence = (positions[number].evidence if positions else ()) or record.evidence
                kind = getattr(record, "kind", None) or getattr(record, "act", "")
                event = told.get(f"{reading.article.digest}/{key}")
                facts = facts_of(reading, key, ask.voice)
                place = min(evidence, default=Span(0, 0))
                found.append(
                    Record(key, layer, str(kind), facts, place, event, record.sure, desk.added_by(record.rule))
                )
    return sorted(found, key=lambda each: (each.place.field == Field.TEXT, each.place, each.key))


def _step(ask: Ask, told: desk.Explanation, match: Match[Any]) -> Step:
    because = getattr(match.value, "because", None)
    value = getattr(match.value, "value", None)
    said = [value] if isinstance(value, str) else []
    said += [ask.voice.because(because)] if because is not None else []
    words = " ".join(told.article.words(match.span).split())
    children = tuple(_step(ask, told, child) for child in match.children)
    return Step(match.rule, match.kind, words, " · ".join(said), children)


def window_of(text: str, place: int) -> tuple[int, int]:
    """Return the characters of the page of a long text that holds a place; pages end with a line where they can."""
    if len(text) <= CHARACTERS_A_PAGE:
        return 0, len(text)
    borders = [0]
    while borders[-1] < len(text):
        end = min(borders[-1] + CHARACTERS_A_PAGE, len(text))
        line = text.rfind("\n", borders[-1] + CHARACTERS_A_PAGE // 2, end) + 1 if end < len(text) else 0
        borders.append(line or end)
    pages = list(pairwise(borders))
    return next((page for page in pages if page[0] <= place < page[1]), pages[-1])


def _lines(pieces: list[Stretch]) -> list[list[Stretch]]:
    """Return stretches by the lines of the text, empty lines left out; a stretch over a break is cut there."""
    lines: list[list[Stretch]] = [[]]
    for piece in pieces:
        place = piece.start
        for number, part in enumerate(piece.text.split("\n")):
            if number:
                lines.append([])
            if part:
                lines[-1].append(Stretch(place, part, piece.layer, piece.records))
            place += len(part) + 1
    return [line for line in lines if "".join(piece.text for piece in line).strip()]
