"""The reading of pledges: schedules of planned contacts, and promises."""

from dataclasses import replace
from typing import Final

from hudna.arabic.pledges.schedules import read_schedules
from hudna.arabic.pledges.spoken import read_promises
from hudna.arabic.pledges.words import promises
from hudna.arabic.scene import scene_of
from hudna.model import Document, Match, Order, Pledge, Stage


def find_pledges(document: Document) -> Document:
    """Return the document with its pledges in the order of the text; what is set by a schedule is no promise beside it."""
    found = list(read_schedules(document))
    if not promises().keys().isdisjoint([token.folded for token in document.tokens]):
        scheduled = {field: bytearray(len(folded.raw)) for field, folded in document.folded.items()}
        for span in (span for match in document.contacts for span in match.value.evidence):
            scheduled[span.field][span.start : span.end] = b"\1" * (span.end - span.start)
        found += [
            match
            for match in read_promises(scene_of(document))
            if not any(scheduled[match.value.what.field][match.value.what.start : match.value.what.end])
        ]
    found.sort(key=lambda match: (match.span.field != "title", match.first))
    ids = {match.children[0].value.id: f"p{number}" for number, match in enumerate(found, start=1) if match.children}
    numbered = tuple(
        match._replace(value=replace(match.value, id=f"p{number}", order=_by_pledge(match, ids)))
        for number, match in enumerate(found, start=1)
    )
    return replace(document, pledges=numbered)


def _by_pledge(match: Match[Pledge], ids: dict[str, str]) -> Order | None:
    """Return an order that names the other's schedule where it has one."""
    order = match.value.order
    if order is None:
        return None
    before = ids.get(order.before, order.before) if isinstance(order.before, str) else order.before
    after = ids.get(order.after, order.after) if isinstance(order.after, str) else order.after
    return Order(before=before, after=after)


STAGE: Final = Stage(
    "pledges",
    frozenset({"names", "dates", "statements", "contacts", "parts"}),
    frozenset({"pledges"}),
    find_pledges,
)
