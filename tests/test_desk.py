"""The use cases, over files in a temporary folder and a small pack that names every word."""

import json
from pathlib import Path

import pytest

from factories import NAMES
from hudna import desk
from hudna.model import InputError, LanguagePack, Reading
from hudna.model.wire import to_line
from hudna.reading import Pipeline


@pytest.fixture(autouse=True)
def _small_pack(monkeypatch: pytest.MonkeyPatch) -> None:
    small = Pipeline(LanguagePack("ar", (NAMES,), "digest"), version="0.1.0")
    monkeypatch.setattr(desk, "pipeline", lambda: small)


def _articles(folder: Path, count: int) -> Path:
    path = folder / "articles.jsonl"
    lines = [json.dumps({"id": str(i), "text": f"هدنة رقم {i}"}) if i % 10 else "{broken" for i in range(count)]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def _printed(results) -> list[str]:
    return [to_line(each) if isinstance(each, Reading) else str(each) for each in results]


def test_read_gives_one_result_an_article_in_order(tmp_path: Path) -> None:
    """Readings and refusals come in the order of the lines."""
    results = list(desk.read([_articles(tmp_path, 25)]))

    assert [each.article.id if isinstance(each, Reading) else "-" for each in results] == [
        str(i) if i % 10 else "-" for i in range(25)
    ]


def test_jobs_change_nothing(tmp_path: Path) -> None:
    """Two processes print what one prints, byte for byte."""
    path = _articles(tmp_path, 300)

    assert _printed(desk.read([path])) == _printed(desk.read([path], jobs=2))


def test_stopping_early_stops_the_processes(tmp_path: Path) -> None:
    """Who has enough closes the reading without waiting for the rest."""
    results = desk.read([_articles(tmp_path, 5000)], jobs=2)
    next(results)
    results.close()


def test_explain_tells_the_matches_at_a_character(tmp_path: Path) -> None:
    """The matches that hold the character are given, none else."""
    path = tmp_path / "a.txt"
    path.write_text("هدنة في حلب", encoding="utf-8")

    explanation = desk.explain(path, 6)

    assert [match.value.label for match in explanation.matches] == ["في"]
    with pytest.raises(InputError, match="outside"):
        desk.explain(path, 600)
    with pytest.raises(InputError, match="no such file"):
        desk.explain(tmp_path / "b.txt", 0)
