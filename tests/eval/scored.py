"""Gold and readings of one invented text of plain words, made by hand."""

from typing import Any

from eval.facts import Sheet
from eval.figures import Tally, figures_of
from eval.parse import parse_sheet
from eval.run import SCORES
from eval.spans import Words

TEXT = " ".join(f"w{number:03}" for number in range(200))
"""200 words of four letters: word n stands at 5 * n to 5 * n + 4."""

LAYERS = ("statements", "contacts", "measures", "incidents", "pledges", "dates", "names")


def at(first: int, last: int | None = None) -> list[int]:
    """Return the span of the words from first to last, both included."""
    return [5 * first, 5 * (first if last is None else last) + 4]


def sheet(**layers: Any) -> Sheet:
    return parse_sheet({layer: [] for layer in LAYERS} | layers)


def statement(key: str, content: Any, *speakers: str, **more: Any) -> dict[str, Any]:
    return {"id": key, "speakers": list(speakers), "cue": at(0), "content": content} | more


def contact(key: str, evidence: Any, *who: str, **more: Any) -> dict[str, Any]:
    values = {"id": key, "kind": "meeting", "status": "held", "participants": list(who), "evidence": evidence}
    return values | {"when": None, "place": None, "attributed_to": None} | more


def measure(key: str, evidence: Any, *statuses: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"id": key, "kind": "ceasefire", "parties": [], "statuses": list(statuses), "evidence": evidence} | more


def incident(key: str, evidence: Any, **more: Any) -> dict[str, Any]:
    return {"id": key, "kind": "shelling", "evidence": evidence} | more


def pledge(key: str, what: Any, *who: str, **more: Any) -> dict[str, Any]:
    return {"id": key, "kind": "promise", "who": list(who), "what": what} | more


def tally(task: str, gold: Sheet, predicted: Sheet) -> Tally:
    return SCORES[task](gold, predicted, Words(TEXT))


def figures(task: str, gold: Sheet, predicted: Sheet) -> dict[str, Any]:
    return figures_of([tally(task, gold, predicted)])


def prf(figure: dict[str, Any]) -> tuple[float | None, ...]:
    return figure["p"], figure["r"], figure["f1"]


def counts(figure: dict[str, Any]) -> tuple[int, int]:
    return figure["right"], figure["of"]
