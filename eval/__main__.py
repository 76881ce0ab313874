"""``python -m eval TASK``: figures of the program's readings against gold."""

import json
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from eval import differences
from eval.floors import FLOORS, check_floors, dump_floors, load_floors, raise_floors
from eval.gold import GoldError, data_folder, load_gold
from eval.names_conll import CLASSES, score_file
from eval.readings import load_readings, read_now
from eval.report import details as detail_lines
from eval.report import fault_lines, figure_lines, table
from eval.run import SCORES, Result, agreement, evaluate
from eval.stories import load_windows, score_window
from hudna.model import Field

app = typer.Typer(add_completion=False)


class Task(StrEnum):
    """What is measured."""

    STATEMENTS = "statements"
    CONTACTS = "contacts"
    MEASURES = "measures"
    INCIDENTS = "incidents"
    PLEDGES = "pledges"
    DATES = "dates"
    NAMES = "names"
    DIFFERENCES = "differences"
    STORIES = "stories"
    ALL = "all"
    FLOORS = "floors"


@app.command()
def main(
    task: Annotated[Task, typer.Argument(help="What to measure; floors checks floors.toml.")],
    file: Annotated[
        Path | None, typer.Argument(help="With names: a file of `token TAG` lines in ANERcorp's tags.")
    ] = None,
    gold: Annotated[
        list[str] | None,
        typer.Option(help="seeds, samples, dev2018, another set of eval/gold, or a path to one; may be repeated."),
    ] = None,
    readings: Annotated[
        Path | None, typer.Option(help="Lines of `hudna read --format jsonl`; without it the articles are read now.")
    ] = None,
    against: Annotated[
        str | None, typer.Option(help="Another reader's gold set of the same articles, measured in place of readings.")
    ] = None,
    data: Annotated[
        Path | None, typer.Option(help="Folder of the texts; else HUDNA_DATA, else ../shared/data.")
    ] = None,
    part: Annotated[str | None, typer.Option(help="Only the articles of this part of a set.")] = None,
    window: Annotated[
        list[str] | None, typer.Option(help="With stories: only this window of gold/stories.json; may be repeated.")
    ] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    details: Annotated[bool, typer.Option("--details", help="Also show what was missed, spurious or wrong.")] = False,
    lift: Annotated[bool, typer.Option("--raise", help="With floors: lift them to what is reached.")] = False,
) -> None:
    """Measure readings against gold; exit 1 under a floor, 2 where something is missing."""
    try:
        if task is Task.FLOORS:
            _floors(readings, data, lift=lift)
            return
        if task is Task.DIFFERENCES:
            _differences(gold or differences.GOLD_SETS, data, part, as_json=as_json, details=details)
            return
        if task is Task.STORIES:
            _stories(window or [], readings, data, as_json=as_json)
            return
        if file is not None:
            _tagged_file(task, file, as_json=as_json, details=details)
            return
        tasks = list(SCORES) if task is Task.ALL else [task.value]
        results = [_result(name, readings, against, data, part, tasks) for name in gold or ["seeds"]]
    except GoldError as error:
        typer.echo(f"error: {error}", err=True)
        raise typer.Exit(2) from None
    for result in results:
        if result.unread:
            typer.echo(f"warning: {result.gold.name}: no reading of {len(result.unread)} articles", err=True)
        if not result.figures:
            typer.echo(f"warning: {result.gold.name} has no annotation of {task.value}", err=True)
        for line in detail_lines(result) if details else ():
            typer.echo(line, err=as_json)
    if as_json:
        typer.echo(json.dumps(_object(results, task), ensure_ascii=False))
        return
    for result in results:
        for line in table(result):
            typer.echo(line)


def _result(
    name: str, readings: Path | None, against: str | None, data: Path | None, part: str | None, tasks: list[str]
) -> Result:
    gold = load_gold(name, data_folder(data))
    if part is not None:
        gold = gold.only(part)
    if against is not None:
        return agreement(gold, load_gold(against, data_folder(data)), tasks)
    return evaluate(gold, read_now(gold) if readings is None else load_readings(readings), tasks)


def _tagged_file(task: Task, file: Path, *, as_json: bool, details: bool) -> None:
    if task is not Task.NAMES:
        raise typer.BadParameter(f"only names are measured on a file, not {task.value}")
    score = score_file(file)
    figures = score.figures()
    for article, tally in score.articles if details else ():
        for line in fault_lines(task.value, tally, {Field.TEXT: article.text}):
            typer.echo(line, err=as_json)
    if as_json:
        typer.echo(json.dumps(figures, ensure_ascii=False))
        return
    for line in figure_lines(task.value, {name: figures[name] for name in ("micro", *CLASSES)}):
        typer.echo(line)
    typer.echo(
        f"  {figures['tokens']} tokens, {figures['tokens_per_second']} a second in the names stage "
        f"({figures['tokens_per_second_first']} where words are met for the first time)"
    )


def _differences(sets: Sequence[str], data: Path | None, part: str | None, *, as_json: bool, details: bool) -> None:
    figures, lines = differences.evaluate(data_folder(data), part, sets)
    for line in lines if details else ():
        typer.echo(line, err=as_json)
    if as_json:
        typer.echo(json.dumps(figures, ensure_ascii=False))
        return
    for key, value in figures.items():
        typer.echo(f"  {key:22} {value}")


def _stories(names: list[str], readings: Path | None, data: Path | None, *, as_json: bool) -> None:
    source, windows = load_windows(names)
    figures = {each.name: score_window(each, data_folder(data) / source, readings) for each in windows}
    if as_json:
        typer.echo(json.dumps(next(iter(figures.values())) if len(figures) == 1 else figures))
        return
    for name, found in figures.items():
        typer.echo(f"{name}: {found['articles']} articles, {found['stories']} stories, {found['predicted']} predicted")
        for measure in ("pairs", "bcubed"):
            rates = found[measure]
            typer.echo(f"  {measure:7} p {rates['p']:.4f}  r {rates['r']:.4f}  f1 {rates['f1']:.4f}")


def _object(results: list[Result], task: Task) -> dict[str, Any]:
    """Return the figures of one task on one set as they are, else by set and task."""
    by_set: dict[str, Any] = {}
    for result in results:
        figures: Any = result.figures if task is Task.ALL else result.figures.get(task.value, {})
        by_set[result.gold.name] = {**figures, "articles": len(result.gold.articles), "unread": len(result.unread)}
    return next(iter(by_set.values())) if len(results) == 1 else by_set


def _floors(readings: Path | None, data: Path | None, *, lift: bool) -> None:
    floors = load_floors(FLOORS)
    sets = dict.fromkeys(floor.gold for floor in floors)
    figures = {name: _result(name, readings, None, data, None, list(SCORES)).figures for name in sets}
    if lift:
        floors = raise_floors(floors, figures)
        FLOORS.write_text(dump_floors(floors), encoding="utf-8")
    faults = check_floors(floors, figures)
    for fault in faults:
        typer.echo(fault)
    if faults:
        raise typer.Exit(1)
    typer.echo(f"{len(floors)} floors held")


if __name__ == "__main__":
    app()
