"""The documentation says what the program does: commands, options, examples, and nothing of anybody's machine."""

import importlib.util
import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from typer.main import get_command

from hudna.cli.main import app
from hudna.model.schema import schema

ROOT = Path(__file__).parent.parent
PAGES = sorted({*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "changelog.d").glob("*.md")})
MACHINE_PATHS = re.compile(r"(?<![\w.])/(?:work|home|root|Users|tmp|opt|mnt|srv)/|\b[A-Z]:\\")
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")


def _generator():
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _blocks(page, kind):
    return re.findall(rf"^```{kind}\n(.*?)^```", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)


def test_command_line_page_is_what_help_prints():
    """docs/cli.md is made from --help; `make docs` makes it anew."""
    assert _generator().command_line_page() == (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")


def test_every_command_and_option_is_documented():
    """Whatever can be typed stands on the page."""
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    missing = [
        f"{name} {spelling}"
        for name, command in get_command(app).commands.items()
        for parameter in command.params
        for spelling in parameter.opts
        if f"## hudna {name}\n" not in page or (spelling.startswith("-") and spelling not in page)
    ]

    assert [] == missing


def test_example_of_the_format_is_what_the_program_prints():
    """The example reading of docs/format.md is made by the program; `make docs` makes it anew."""
    page = (ROOT / "docs" / "format.md").read_text(encoding="utf-8")

    assert _generator().format_page(page) == page, "the reading has changed: run `make docs` and look at the difference"


def test_json_examples_keep_the_schema():
    """Every reading in the documentation validates, and its spans slice to their words."""
    readings = [
        value for page in PAGES for block in _blocks(page, "json") if "format_version" in (value := json.loads(block))
    ]
    assert readings

    for reading in readings:
        jsonschema.validate(reading, schema())
        for span in _spans(reading):
            field = reading["article"]["title"] if span.get("in") == "title" else reading["text"]
            assert field[span["start"] : span["end"]] == span["text"]


def _spans(value):
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys() and isinstance(value["text"], str):
            yield value
        for each in value.values():
            yield from _spans(each)
    elif isinstance(value, list):
        for each in value:
            yield from _spans(each)


def _examples(page):
    """Return the commands of a page with the output shown under each."""
    examples = []
    for block in _blocks(page, "console"):
        for example in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = example.partition("\n")
            if command.split()[0].endswith("hudna"):
                examples.append((command, [line for line in output.splitlines() if line.strip() not in {"", "…"}]))
    return examples


def _lines_not_printed(command, shown, folder, **variables):
    """Return the lines shown under a command that it does not print, with its exit status."""
    result = subprocess.run(
        [sys.executable, "-m", "hudna", *shlex.split(command)[1:]],
        cwd=folder,
        env=os.environ | {"COLUMNS": "100", **variables},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    printed = [" ".join(line.split()) for line in (result.stdout + result.stderr).splitlines()]
    return result.returncode, [line for line in shown if not any(_is_shown(line, each) for each in printed)]


def test_readme_examples_run(tmp_path):
    """The commands of the README work in their order, and print the lines shown under them."""
    examples = _examples(ROOT / "README.md")
    assert examples

    for command, shown in examples:
        assert (0, []) == _lines_not_printed(command, shown, ROOT, HUDNA_STORE=str(tmp_path / "record.sqlite")), command


def test_lists_examples_run(tmp_path):
    """The sheets of docs/lists.md are taken in and read with, as the page shows."""
    page = ROOT / "docs" / "lists.md"
    for name, text in re.findall(
        r"^```\w+ (\S+)\n(.*?)^```", page.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
    examples = _examples(page)
    assert examples

    for command, shown in examples:
        status, missing = _lines_not_printed(command, shown, tmp_path, HUDNA_LISTS=str(tmp_path / "lists"))
        assert ([], any(line.startswith("hudna: ") for line in shown)) == (missing, status != 0), command


def _is_shown(line, printed):
    """Return whether a line of the README is the printed one, with … for anything."""
    pattern = ".*".join(re.escape(part) for part in " ".join(line.split()).split("…"))
    return re.fullmatch(pattern, printed) is not None


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_pages_name_no_machine(page):
    """No path of anybody's disk stands in the documentation."""
    assert [] == MACHINE_PATHS.findall(page.read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page):
    """A link to a file of the project names a file that is there."""
    lost = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if not (page.parent / link).exists()]

    assert [] == lost
