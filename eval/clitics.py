"""``python -m eval.clitics``: how the clitics of words are cut, against the Arabic PUD treebank.

The treebank (Universal Dependencies, ``ar_pud-ud-test.conllu``) writes conjunctions, prepositions, the future mark and
pronouns as words of their own, the article not: its borders are not counted. Sentences with an even number are
the part that was looked at while tuning, those with an odd one were only scored.
"""

import json
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any, Final, NamedTuple

import typer

from eval.gold import data_folder
from hudna.arabic.clitics.protected import name_words
from hudna.arabic.clitics.split import split_word
from hudna.lexicon import read_rows
from hudna.model import Part, PartKind
from hudna.text import fold, fold_word
from hudna.text.letters import TEH_MARBUTA

TREEBANK: Final = Path("treebank") / "ar_pud-ud-test.conllu"
_FRONTS: Final = frozenset("وفبلكس")
_PRONOUNS: Final = frozenset(("ه", "ها", "هم", "هما", "هن", "نا", "ني", "ي", "ك", "كم", "كما"))
_CUTS_NAMES: Final = frozenset(PartKind) - {PartKind.STEM, PartKind.ARTICLE}


class Written(NamedTuple):
    """A written word of the treebank: its sentence's number, its folded pieces, and whether it has a ta marbuta."""

    sentence: int
    pieces: tuple[str, ...]
    closed: bool


@dataclass(slots=True)
class Counts:
    """What was found in one part of the treebank."""

    words: int = 0
    right: int = 0
    found: Counter[str] = field(default_factory=Counter)
    predicted: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    wrong: Counter[tuple[str, str]] = field(default_factory=Counter)


def read_words(path: Path) -> Iterator[Written]:
    """Yield the words of a CoNLL-U file that are written in Arabic letters only."""
    sentence = 0
    run: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# sent_id"):
            sentence = int("".join(letter for letter in line if letter.isdigit()))
        columns = line.split("\t")
        if len(columns) < 10:
            continue
        form = fold(columns[1]).text
        letters = bool(form) and all("\u0621" <= letter <= "\u064a" for letter in form)
        if letters:
            run.append(columns[1])
        if run and (not letters or "SpaceAfter=No" not in columns[9]):
            yield Written(sentence, tuple(fold(piece).text for piece in run), TEH_MARBUTA in run[-1])
            run = []


def score(words: Sequence[Written], protected: Container[str]) -> Counts:
    """Return how the words are cut: right when every border is, the article's aside."""
    counts = Counts()
    for word in words:
        joined = "".join(word.pieces)
        pieces = _without_article(split_word(joined, protected, closed=word.closed))
        gold, predicted = set(_clitics(word.pieces)), set(_clitics(pieces))
        counts.words += 1
        counts.right += pieces == word.pieces
        counts.gold.update(name for name, _ in gold)
        counts.predicted.update(name for name, _ in predicted)
        counts.found.update(name for name, _ in gold & predicted)
        if pieces != word.pieces:
            counts.wrong["+".join(word.pieces), "+".join(pieces)] += 1
    return counts


def damaged(protected: Container[str]) -> dict[str, int]:
    """Return how many words of people's names are cut, alone, and not cut right behind a conjunction or preposition."""
    table = files("hudna.arabic").joinpath("people", "people.tsv")
    words = sorted({word for _, row in read_rows(table, ("form",)) for word in fold_word(row["form"]).split(" ")})
    alone = [word for word in words if any(part.kind in _CUTS_NAMES for part in split_word(word, protected))]
    figures = {"words": len(words), "cut": len(alone)}
    for clitic in ("و", "ب", "ل"):
        plain = [word for word in words if len(word) > 2 and (clitic == "و" or not word.startswith("ال"))]
        figures[f"not_behind_{clitic}"] = sum(
            _without_article(split_word(clitic + word, protected)) != (clitic, word) for word in plain
        )
    return figures


def _without_article(parts: Sequence[Part]) -> tuple[str, ...]:
    """Return the pieces as the treebank has them: the article is part of its word."""
    pieces: list[str] = []
    article = ""
    for part in parts:
        if part.kind is PartKind.ARTICLE:
            article = part.folded
        else:
            pieces.append(article + part.folded)
            article = ""
    return tuple(pieces)


def _clitics(pieces: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Yield the clitics among the pieces, with the letter at which they stand."""
    start = 0
    for place, piece in enumerate(pieces):
        if place < len(pieces) - 1 and piece in _FRONTS:
            yield piece + "-", start
        elif place and place == len(pieces) - 1 and piece in _PRONOUNS:
            yield "-" + piece, start
        start += len(piece)


def _ratio(right: int, of: int) -> float | None:
    return round(right / of, 4) if of else None


def _figures(counts: Counts) -> dict[str, Any]:
    return {
        "words": counts.words,
        "right": _ratio(counts.right, counts.words),
        "clitics": {
            name: {
                "p": _ratio(counts.found[name], counts.predicted[name]),
                "r": _ratio(counts.found[name], counts.gold[name]),
                "gold": counts.gold[name],
            }
            for name in sorted(counts.gold | counts.predicted, key=lambda name: (-counts.gold[name], name))
        },
    }


def main(
    data: Annotated[
        Path | None, typer.Option(help="Folder of the texts; else HUDNA_DATA, else ../shared/data.")
    ] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    details: Annotated[
        bool, typer.Option("--details", help="Show the wrong words of the part that is looked at.")
    ] = False,
) -> None:
    """Measure how clitics are cut; exit 2 where the treebank is missing."""
    path = data_folder(data) / TREEBANK
    if not path.is_file():
        typer.echo(f"error: {path} is not there: set HUDNA_DATA or --data to the folder that holds the texts", err=True)
        raise typer.Exit(2)
    words = list(read_words(path))
    parts = {
        "seen": score([word for word in words if word.sentence % 2 == 0], name_words()),
        "unseen": score([word for word in words if word.sentence % 2], name_words()),
    }
    figures: dict[str, Any] = {name: _figures(counts) for name, counts in parts.items()}
    figures["names"] = {"protected": damaged(name_words()), "unprotected": damaged(frozenset())}
    if details:
        for (gold, predicted), times in parts["seen"].wrong.most_common():
            typer.echo(f"{times}\t{gold}\t{predicted}", err=as_json)
    if as_json:
        typer.echo(json.dumps(figures, ensure_ascii=False))
        return
    for name, counts in parts.items():
        typer.echo(f"{name}: {counts.right} of {counts.words} words right ({counts.right / counts.words:.2%})")
        for clitic, row in figures[name]["clitics"].items():
            typer.echo(f"  {clitic}\tp {row['p']}\tr {row['r']}\tof {row['gold']}")
    for name, row in figures["names"].items():
        typer.echo(f"people's names, {name}: " + ", ".join(f"{key} {value}" for key, value in row.items()))


if __name__ == "__main__":
    typer.run(main)
