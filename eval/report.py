"""Figures and faults for the terminal."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from eval.figures import Tally
from eval.run import Result
from hudna.model import Field, Span

_AROUND: Final = 30
_LONGEST: Final = 160
BLIND: Final = "scored"
"""Articles of this part are only scored: their faults are not shown, so that nobody tunes on them."""


def table(result: Result) -> Iterator[str]:
    """Yield the lines of a gold set's figures."""
    yield f"# {result.gold.name}: {len(result.gold.articles)} articles"
    if result.unread:
        yield f"  no reading of {len(result.unread)}: {', '.join(result.unread[:5])}"
    for task, figures in result.figures.items():
        yield from figure_lines(task, figures)


def figure_lines(task: str, figures: Mapping[str, Any]) -> Iterator[str]:
    """Yield the lines of one task's figures: what was found, then the shares."""
    yield f"{task:28}     P      R     F1   95 % interval   right predicted  gold"
    for name, figure in figures.items():
        if "f1" in figure:
            yield f"  {name:26}" + _found(figure)
    for name, figure in figures.items():
        if "share" in figure and figure["of"]:
            yield f"  {name:26}{_number(figure['share'])}  {figure['right']} of {figure['of']}"


def _found(figure: Mapping[str, Any]) -> str:
    p, r, f1, low, high = (_number(figure[key]) for key in ("p", "r", "f1", "low", "high"))
    return f"{p} {r} {f1}  {low} -{high}   {figure['right']:5} {figure['predicted']:9} {figure['gold']:5}"


def _number(value: float | None) -> str:
    return "     -" if value is None else f"{value:6.3f}"


def details(result: Result) -> Iterator[str]:
    """Yield what was missed, spurious or wrong, article by article, with the words in their place."""
    hidden = 0
    for scored in result.articles:
        if scored.article.part == BLIND:
            hidden += 1
            continue
        yield f"== {scored.article.id}"
        for task, tally in scored.tallies.items():
            yield from fault_lines(task, tally, {Field.TITLE: scored.title, Field.TEXT: scored.text})
    if hidden:
        yield f"({hidden} articles of part {BLIND} are not shown)"


def fault_lines(task: str, tally: Tally, fields: Mapping[str, str]) -> Iterator[str]:
    """Yield what was missed, spurious or wrong in one article."""
    for row in tally.rows:
        yield f"{task} {row.fault}: {row.note}"
        for span in row.where:
            yield f"    {_context(fields[span.field], span)}"


def _context(field: str, span: Span) -> str:
    words = field[span.start : span.end]
    if len(words) > _LONGEST:
        words = f"{words[: _LONGEST // 2]} … {words[-_LONGEST // 2 :]}"
    before = field[max(0, span.start - _AROUND) : span.start]
    shown = f"{before}[[{words}]]{field[span.end : span.end + _AROUND]}"
    return f"{span.field} {span.start}-{span.end}: {' '.join(shown.split())}"
