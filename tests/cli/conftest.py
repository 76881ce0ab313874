"""The command line in a folder of its own, with a store of its own."""

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from hudna.cli.main import app


@pytest.fixture
def invoke(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Return what runs the program with arguments."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HUDNA_STORE", str(tmp_path / "record.sqlite"))
    return lambda *arguments: CliRunner().invoke(app, [str(each) for each in arguments])


@pytest.fixture
def write_articles(tmp_path: Path) -> Callable[[str, Iterable[Mapping[str, Any]]], None]:
    """Return what writes articles into a file, a line each."""

    def write(name: str, articles: Iterable[Mapping[str, Any]]) -> None:
        lines = "\n".join(json.dumps(article, ensure_ascii=False) for article in articles)
        (tmp_path / name).write_text(lines, encoding="utf-8")

    return write
