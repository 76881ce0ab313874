"""``python -m eval.assault``: incidents against sentences on assaults that others annotated (openeventdata, MIT).

Two files of DIR/events: ``assault_spans.json``, sentences with the words for who did it, the deed and who was hit, by
three annotators each; ``assault_gsr.csv``, sentences in which an assault happened or not. Each is read by itself, with
no day and no article around it.
"""

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Final

import typer

from eval.gold import GoldError, data_folder
from hudna.desk import pipeline
from hudna.model import Article, Incident, IncidentKind, Reading
from hudna.text import fold_word

MIN_OVERLAP: Final = 0.5
MIN_WORD: Final = 3
YES: Final = "yes"
DIFFICULT: Final = "difficult no"
NEGATIVE: Final = frozenset({"easy no", DIFFICULT})
_NO_ASSAULT: Final = frozenset(
    {
        IncidentKind.OBSTRUCTION,
        IncidentKind.MINE,
        IncidentKind.MOVEMENT,
        IncidentKind.FORTIFICATION,
        IncidentKind.OVERFLIGHT,
        IncidentKind.TERRITORY_TAKEN,
        IncidentKind.LOOTING_OR_DESTRUCTION,
    }
)


@dataclass
class Count:
    """How many of how many."""

    right: int = 0
    of: int = 0

    def add(self, *, right: bool) -> None:
        """Count one."""
        self.right += right
        self.of += 1

    @property
    def share(self) -> float | None:
        """The share, None where there is nothing to count."""
        return round(self.right / self.of, 3) if self.of else None


def words_of(text: str | Iterable[str]) -> frozenset[str]:
    """Return the folded words of a text, their marks and a joined conjunction left off."""
    parts = text.split() if isinstance(text, str) else text
    words = {fold_word(part).strip('«»"()،,.:-ـ') for part in parts}
    return frozenset(word[1:] if word[0] in "وف" and len(word) > MIN_WORD else word for word in words if word)


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the common words over the words of the longer of the two."""
    return len(one & other) / max(len(one), len(other)) if one and other else 0.0


def agrees(found: Iterable[frozenset[str]], golds: Sequence[frozenset[str]]) -> bool:
    """Return whether a phrase that was found shares half of its words with one of an annotator's."""
    return any(overlap(one, gold) >= MIN_OVERLAP for one in found for gold in golds)


def score_spans(rows: Sequence[dict[str, Any]]) -> dict[str, Count]:
    """Return how many triggers, sources and targets were found; of those that two of the annotators marked."""
    counts = {"trigger": Count(), "source": Count(), "target": Count()}
    for row, reading in zip(rows, _read(each["text"] for each in rows), strict=True):
        text = row["text"]
        incidents = reading.incidents
        for name, key in (("trigger", "verb"), ("source", "source_actor"), ("target", "target_actor")):
            golds = [words_of(span[key]) for span in row["spans"] if span[key]]
            if 2 * len(golds) < len(row["spans"]):
                continue
            if name == "trigger":
                told = words_of(text[e.start : e.end] for e in _evidence(incidents))
                told = frozenset(word for piece in told for word in piece.split())
                counts[name].add(right=any(told & gold for gold in golds))
                continue
            parties = [each.actor if name == "source" else each.target for each in incidents]
            labels = {text[p.span.start : p.span.end] for p in parties if p is not None} | {
                p.label for p in parties if p is not None
            }
            counts[name].add(right=agrees(map(words_of, labels), golds))
    return counts


def _evidence(incidents: Sequence[Incident]) -> Iterator[Any]:
    for each in incidents:
        yield from each.evidence


def score_gsr(rows: Sequence[dict[str, str]]) -> dict[str, dict[str, float | int | None]]:
    """Return precision, recall and F1 of "an assault happened here", with and without the difficult negatives."""
    kept = [row for row in rows if row["label"] == YES or row["label"] in NEGATIVE]
    found = [
        any(each.kind not in _NO_ASSAULT for each in reading.incidents)
        for reading in _read(row["text"] for row in kept)
    ]
    figures = {}
    for name, left_out in (("with_difficult", ""), ("without_difficult", DIFFICULT)):
        pairs = [(row["label"] == YES, hit) for row, hit in zip(kept, found, strict=True) if row["label"] != left_out]
        right = sum(gold and hit for gold, hit in pairs)
        predicted, gold = sum(hit for _, hit in pairs), sum(gold for gold, _ in pairs)
        p, r = right / predicted if predicted else 0.0, right / gold if gold else 0.0
        figures[name] = {
            "p": round(p, 3), "r": round(r, 3), "f1": round(2 * p * r / (p + r), 3) if p + r else 0.0,
            "right": right, "predicted": predicted, "gold": gold,
        }  # fmt: skip
    return figures


def _read(texts: Iterable[str]) -> Iterator[Reading]:
    read = pipeline().read
    for number, text in enumerate(texts):
        yield read(Article(str(number), text))


app = typer.Typer(add_completion=False)


@app.command()
def main(
    data: Annotated[
        Path | None, typer.Option(help="Folder of the texts; else HUDNA_DATA, else ../shared/data.")
    ] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Measure incidents on sentences about assaults; exit 2 where the files are not there."""
    folder = data_folder(data) / "events"
    try:
        spans = json.loads((folder / "assault_spans.json").read_text(encoding="utf-8"))
        with (folder / "assault_gsr.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
    except FileNotFoundError as error:
        typer.echo(f"error: {GoldError(error)}", err=True)
        raise typer.Exit(2) from None
    counts = score_spans(spans)
    figures: dict[str, Any] = {
        "spans": {name: {"share": each.share, "right": each.right, "of": each.of} for name, each in counts.items()},
        "gsr": score_gsr(rows),
    }
    if as_json:
        typer.echo(json.dumps(figures))
        return
    for name, count in counts.items():
        typer.echo(f"{name:20} {count.share}  {count.right} of {count.of}")
    for name, values in figures["gsr"].items():
        typer.echo(f"{name:20} p {values['p']}  r {values['r']}  f1 {values['f1']}")


if __name__ == "__main__":
    app()
