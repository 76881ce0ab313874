"""The gold sets: which there are, where their texts lie, and what they do not tell."""

import gzip
import hashlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from eval.dev2018 import LACKS, modernise
from eval.facts import LAYERS, Sheet
from eval.parse import parse_sheet

ROOT: Final = Path(__file__).resolve().parents[1]
GOLD: Final = ROOT / "eval" / "gold"
SAMPLES: Final = ROOT / "src" / "hudna" / "samples"
SEED_TEXTS: Final = "seeds"
_SAMPLE_TITLES: Final = frozenset(LAYERS) - {"dates", "names"}


class GoldError(Exception):
    """A gold set, or the texts it belongs to, cannot be had."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldArticle:
    """One article with what a careful reader finds in it; ``text`` is None where only the program can give it."""

    id: str
    digest: str
    sheet: Sheet
    text: str | None = None
    title: str | None = None
    source: str | None = None
    published: str | None = None
    part: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldSet:
    """Articles annotated alike.

    ``inputs`` are the files to read where they say more than a text and a day; ``lacks`` are the figures that the set
    has no answer to; ``titles`` are the layers annotated in headlines too, ``durations`` is whether durations were annotated as dates.
    """

    name: str
    articles: tuple[GoldArticle, ...]
    inputs: tuple[Path, ...] = ()
    lacks: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset(LAYERS)
    durations: bool = True

    def only(self, part: str) -> "GoldSet":
        """Return the set with the articles of one part."""
        articles = tuple(each for each in self.articles if each.part == part)
        if not articles:
            raise GoldError(f"gold set {self.name}: no article of part {part}")
        return replace(self, articles=articles)


def data_folder(given: Path | None) -> Path:
    """Return where the texts lie that are no part of the project: as given, else HUDNA_DATA, else ../shared/data."""
    return given or Path(os.environ.get("HUDNA_DATA") or ROOT / ".." / "shared" / "data")


def digest_of_text(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8, by which gold and readings find each other."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def load_gold(name: str, data: Path) -> GoldSet:
    """Return the gold set of a name (``seeds``, ``samples``, ``dev2018``, a file in eval/gold) or of a path to a file.

    Raises:
        GoldError: there is no such set, or its texts are missing or not those that were annotated.
    """
    if name == "dev2018":
        return _load_dev2018(data / "gold")
    if name == "samples":
        return _load_samples()
    path = Path(name) if name.endswith(".json") else GOLD / f"{name}.json"
    values = _read_json(path)
    source = values.get("source", SEED_TEXTS if path.stem == "seeds" else None)
    if source is None:
        raise GoldError(f'{path}: no "source" says where the texts lie')
    return _load_file(path.stem, values, _need(data / source))


def _load_file(name: str, values: Mapping[str, Any], source: Path) -> GoldSet:
    annotated = values["articles"]
    texts = {each["id"]: each for each in _texts(source, annotated)}
    articles = []
    for key, article in annotated.items():
        given = texts.get(key)
        if given is None or digest_of_text(given["text"]) != article["digest"]:
            raise GoldError(f"{source}: article {key} is {'missing' if given is None else 'not the annotated text'}")
        articles.append(
            GoldArticle(
                id=key,
                digest=article["digest"],
                sheet=parse_sheet(article),
                text=given["text"],
                title=given.get("title"),
                source=given.get("source"),
                published=article.get("published") or given.get("published"),
                part=article.get("part"),
            )
        )
    return GoldSet(
        name=name,
        articles=tuple(articles),
        lacks=frozenset(values.get("lacks", ())),
        titles=frozenset(values.get("titles", LAYERS)),
        durations=values.get("durations", True),
    )


def _texts(source: Path, wanted: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    if not source.is_dir():
        yield from (each for each in read_lines(source) if each["id"] in wanted)
        return
    for key in wanted:
        path = source / f"{key}.txt"
        if path.exists():
            yield {"id": key, "text": path.read_bytes().decode("utf-8")}


def _load_samples() -> GoldSet:
    values = _read_json(SAMPLES / "gold.json")
    articles = tuple(
        GoldArticle(
            id=key,
            digest=article["digest"],
            sheet=parse_sheet(article),
            text=article.get("text"),
            title=article.get("title"),
            published=article.get("published"),
        )
        for key, article in values["articles"].items()
    )
    return GoldSet(
        name="samples",
        articles=articles,
        inputs=(SAMPLES / "astana.jsonl", SAMPLES / "pages"),
        titles=_SAMPLE_TITLES,
        durations=False,
    )


def _load_dev2018(folder: Path) -> GoldSet:
    values = _read_json(_need(folder) / "gold.json")
    articles = []
    for given in read_lines(folder / "articles.jsonl"):
        article = values[given["id"]]
        if hashlib.sha1(given["text"].encode()).hexdigest() != article["sha1"]:
            raise GoldError(f"{folder}: article {given['id']} is not the annotated text")
        articles.append(
            GoldArticle(
                id=given["id"],
                digest=digest_of_text(given["text"]),
                sheet=parse_sheet(modernise(article)),
                text=given["text"],
                title=given["title"],
                source=given["source"],
                published=given["published"],
            )
        )
    return GoldSet(name="dev2018", articles=tuple(articles), lacks=LACKS, titles=frozenset())


def _need(path: Path) -> Path:
    if not path.exists():
        raise GoldError(f"{path} is not there: set HUDNA_DATA or --data to the folder that holds the texts")
    return path


def _read_json(path: Path) -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise GoldError(f"no gold set {path}") from None
    except ValueError as error:
        raise GoldError(f"{path}: {error}") from error
    return found


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    for line in data.decode("utf-8").split("\n"):
        if line.strip():
            yield json.loads(line)


def input_lines(articles: Sequence[GoldArticle]) -> Iterator[str]:
    """Return the articles as JSON lines that the program reads, each with its publication day."""
    for each in articles:
        values = {"id": each.id, "source": each.source, "title": each.title, "published": each.published}
        given = {key: value for key, value in values.items() if value is not None}
        yield json.dumps({**given, "text": each.text}, ensure_ascii=False)
