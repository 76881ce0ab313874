"""The commands shown on the pages about pledges, timelines, exports and briefings work on a record of the samples."""

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

import hudna
from hudna.cli.main import app

DOCS = Path(__file__).parents[2] / "docs"
SAMPLES = Path(hudna.__file__).parent / "samples"
PAGES = ("follow-up.md", "timelines.md", "exports.md", "brief.md")
COMMANDS = [
    line.removeprefix("$ hudna ")
    for page in PAGES
    for block in re.findall(
        r"^```console\n(.*?)^```", (DOCS / page).read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
    )
    for line in block.splitlines()
    if line.startswith("$ hudna ")
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("examples")
    result = CliRunner().invoke(app, ["add", "--store", str(folder / "record.sqlite"), str(SAMPLES / "astana.jsonl")])
    assert 0 == result.exit_code
    return folder


@pytest.mark.parametrize("command", COMMANDS)
def test_command_works(folder, monkeypatch, command):
    """It ends well and writes something."""
    monkeypatch.chdir(folder)
    arguments = shlex.split(command)
    result = CliRunner().invoke(app, arguments)

    assert 0 == result.exit_code, result.output
    written = Path(arguments[-1]) if "-o" in arguments else None
    assert written.stat().st_size if written else result.stdout.strip()


@pytest.mark.parametrize("command", ["pledges", "timeline", "positions", "weeks"])
@pytest.mark.parametrize("form", ["table", "jsonl", "csv", "html"])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_sheet_is_written_in_every_form(folder, command, form, language):
    """Both languages, all forms."""
    arguments = [command, "--store", str(folder / "record.sqlite"), "--format", form, "--language", language]
    result = CliRunner().invoke(app, arguments)

    assert 0 == result.exit_code, result.output
    assert result.stdout.strip()
