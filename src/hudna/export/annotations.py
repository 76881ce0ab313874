"""Evidence as W3C Web Annotations: each telling of an event, pointing to its words by position and by quotation."""

import json
from collections.abc import Iterator, Sequence
from typing import Any, Final

from hudna.export.chronology import ReadingOf
from hudna.export.record import to_values
from hudna.model import Article, Event, Field, Member, Span
from hudna.record import Line

CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
AROUND: Final = 32  # code points quoted on either side of the words


def export_annotations(lines: Sequence[Line], reading_of: ReadingOf) -> Iterator[str]:
    """Yield one AnnotationPage, an annotation a line; positions are code points of the article's text as it was received.

    The source is the article's address, else its digest. Words of a headline are marked by ``field``: their positions
    count in it, not in the text.
    """
    items = [
        json.dumps(annotation, ensure_ascii=False, separators=(",", ":"))
        for line in lines
        for member in line.event.members
        for annotation in [_annotation(line.event, member, reading_of(member.article).article)]
    ]
    yield f'{{"@context":"{CONTEXT}","id":"urn:hudna:annotations","type":"AnnotationPage","items":['
    for number, item in enumerate(items, start=1):
        yield item + ("," if number < len(items) else "")
    yield "]}"


def _annotation(event: Event, member: Member, article: Article) -> dict[str, Any]:
    body = {
        "type": "Dataset",
        "format": "application/json",
        "value": {
            "event": event.id,
            "type": to_values(event.type),
            "kind": member.kind,
            "status": member.status,
            "actors": [actor.label for actor in member.actors],
            "earliest": to_values(member.earliest),
            "latest": to_values(member.latest),
            "place": member.place,
            "sure": member.sure,
        },
    }
    creator = {"creator": {"type": "Person", "name": member.added_by}} if member.added_by else {}
    return {
        "id": f"urn:hudna:{member.article}:{member.record}",
        "type": "Annotation",
        **creator,
        "motivation": "identifying",
        "body": body,
        "target": [_target(article, evidence.span) for evidence in member.evidence],
    }


def _target(article: Article, span: Span) -> dict[str, Any]:
    text = article.field(span.field)
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    quote = {
        "type": "TextQuoteSelector",
        "exact": text[span.start : span.end],
        "prefix": text[max(0, span.start - AROUND) : span.start],
        "suffix": text[span.end : span.end + AROUND],
    }
    target: dict[str, Any] = {
        "source": article.url or f"urn:sha256:{article.digest}",
        "selector": [position, quote],
    }
    return target if span.field is Field.TEXT else target | {"field": span.field.value}
