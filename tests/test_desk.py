"""The use cases, over files in a temporary folder and a small pack that names every word."""

import json
from pathlib import Path

import pytest

from factories import NAMES, call_in_two_outlets
from hudna import desk
from hudna.model import InputError, LanguagePack, Reading
from hudna.model.wire import to_line
from hudna.reading import Pipeline
from hudna.store import Added, Store


@pytest.fixture(autouse=True)
def _small_pack(monkeypatch: pytest.MonkeyPatch) -> None:
    small = Pipeline(LanguagePack("ar", (NAMES,), "digest"), version="0.1.0")
    for module in ("reader", "keeping", "explanation"):
        monkeypatch.setattr(f"hudna.desk.{module}.pipeline", lambda: small)


def _articles(folder: Path, count: int) -> Path:
    path = folder / "articles.jsonl"
    lines = [json.dumps({"id": str(i), "text": f"هدنة رقم {i}"}) if i % 10 else "{broken" for i in range(count)]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def _printed(results) -> list[str]:
    return [to_line(each) if isinstance(each, Reading) else str(each) for each in results]


@pytest.mark.parametrize(("much", "asked"), [(1, 1), (1_000_000, 0)])
def test_large_input_is_read_in_large_pages_from_the_first_article_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, much: int, asked: int
) -> None:
    """Who reads large files has large pages before the first article; who reads a few articles never asks for them."""
    calls: list[int] = []
    monkeypatch.setattr("hudna.desk.reader.MUCH_BYTES", much)
    monkeypatch.setattr("hudna.desk.reader.use_large_pages", lambda: calls.append(1))

    desk.read([_articles(tmp_path, 25), tmp_path, "-"])

    assert asked == len(calls)


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


def _store_of(path: Path, *readings: Reading) -> Store:
    store = Store(path)
    for reading in readings:
        store.add(reading.article, reading, at="2024-01-01")
    return store


def test_add_reads_once(tmp_path: Path) -> None:
    """What is added is in the store as received; adding again reads nothing and writes nothing."""
    path = _articles(tmp_path, 25)
    with desk.open_store(tmp_path / "store", create=True) as store:
        first = list(desk.add(store, [path]))
        again = list(desk.add(store, [path], jobs=2))

        assert [each.added for each in first if isinstance(each, desk.AddedArticle)] == [Added.NEW] * 22
        assert [each.added for each in again if isinstance(each, desk.AddedArticle)] == [Added.KNOWN] * 22
        assert [str(each) for each in first if isinstance(each, desk.Refusal)] == [
            str(each) for each in again if isinstance(each, desk.Refusal)
        ]
        assert [article.id for article in store.articles()] == [str(i) for i in range(25) if i % 10]


def test_day_given_later_is_read_with(tmp_path: Path) -> None:
    """An article added once more with its day is read again with it, and stays so when it comes without."""
    path = tmp_path / "a.txt"
    path.write_text("هدنة", encoding="utf-8")
    with desk.open_store(tmp_path / "store", create=True) as store:
        dated = desk.Options(published="2018-03-01")
        added = [
            each.added
            for options in (desk.Options(), dated, desk.Options())
            for each in desk.add(store, [path], options)
        ]

        assert added == [Added.NEW, Added.READ_AGAIN, Added.KNOWN]
        assert [reading.article.published.day.isoformat() for reading in store.readings()] == ["2018-03-01"]


def test_article_found_twice_is_added_once(tmp_path: Path) -> None:
    """One article in two files is one article."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("هدنة", encoding="utf-8")
    with desk.open_store(tmp_path / "store", create=True) as store:
        added = [each.added for each in desk.add(store, [tmp_path / "a.txt", tmp_path / "b.txt"], jobs=2)]

    assert added == [Added.NEW, Added.KNOWN]


def test_two_jobs_store_the_same(tmp_path: Path) -> None:
    """The rows of a store are the same whatever the number of processes."""
    path = _articles(tmp_path, 100)
    kept = []
    for jobs in (1, 2):
        with desk.open_store(tmp_path / f"store{jobs}", create=True) as store:
            list(desk.add(store, [path], jobs=jobs))
            kept.append((list(store.articles()), list(store.readings())))

    assert kept[0] == kept[1]


def test_show_finds_articles_events_and_entities(tmp_path: Path) -> None:
    """One key finds whatever goes by it."""
    readings = call_in_two_outlets()
    with _store_of(tmp_path / "store", *readings) as store:
        record = desk.make_record(store)
        [event] = record.events

        assert desk.show(store, readings[0].article.id) == readings[0]
        assert desk.show(store, event.id) == event
        assert desk.show(store, event.members[0].key) == event
        assert desk.show(store, event.actors[0].entity).label == event.actors[0].label
        with pytest.raises(InputError, match="nothing goes by"):
            desk.show(store, "none")


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("form", ["csv", "html", "json", "jsonl", "md"])
def test_chronology_is_written_in_every_format(tmp_path: Path, form: str, language: str) -> None:
    """Every format tells the call and both its accounts."""
    with _store_of(tmp_path / "store", *call_in_two_outlets()) as store:
        page = "\n".join(desk.export(store, form, language=language))

    assert "باتروشيف" in page
    assert "صحيفة ب" in page or form == "csv"
    if form in {"json", "jsonl"}:
        event = json.loads(page) if form == "jsonl" else json.loads(page)[0]
        assert [member["outlet"] for member in event["members"]] == ["وكالة أ", "صحيفة ب"] or len(event["members"]) == 2
        assert event["members"][0]["evidence"][0].keys() == {"article", "start", "end", "text"}


def test_unknown_format_is_refused(tmp_path: Path) -> None:
    """The formats there are get named."""
    with (
        _store_of(tmp_path / "store") as store,
        pytest.raises(InputError, match="no format pdf; there are annotations, csv"),
    ):
        desk.export(store, "pdf")
