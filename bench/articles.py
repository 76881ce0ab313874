"""The articles that are measured: the news file of HUDNA_DATA, or the packaged samples where it is missing."""

import os
from dataclasses import dataclass, replace
from pathlib import Path

import hudna
from hudna.desk import Options, Refusal
from hudna.intake import find_articles
from hudna.model import Article

ROOT = Path(__file__).parent.parent
NEWS = Path("news") / "ant-2018-02-to-04.jsonl.gz"
SAMPLES = Path(hudna.__file__).parent / "samples" / "astana.jsonl"


@dataclass(frozen=True, slots=True)
class Corpus:
    """A file of articles; ``note`` says what is missing when it is not the one that should be measured."""

    path: Path
    note: str = ""


def find_corpus() -> Corpus:
    """Return the news file of the folder HUDNA_DATA (default ../shared/data), else the samples, and say so."""
    folder = Path(os.environ.get("HUDNA_DATA", ROOT.parent / "shared" / "data"))
    if (folder / NEWS).is_file():
        return Corpus(folder / NEWS)
    return Corpus(SAMPLES, f"{NEWS} is not under HUDNA_DATA; the packaged samples are measured instead")


def load_articles(corpus: Corpus, limit: int | None) -> list[Article]:
    """Return the first articles of a corpus, all of them without ``limit``."""
    articles: list[Article] = []
    for found in find_articles([corpus.path], Options()):
        if isinstance(found, Refusal):
            continue
        if limit is not None and len(articles) == limit:
            break
        articles.append(found)
    return articles


def count_articles(corpus: Corpus) -> int:
    """Return how many articles a corpus has."""
    return sum(not isinstance(found, Refusal) for found in find_articles([corpus.path], Options()))


def article_of_size(size: int) -> Article:
    """Return an article of ``size`` bytes of UTF-8, made by repeating the paragraphs of the samples."""
    samples = load_articles(Corpus(SAMPLES), None)
    paragraphs = "\n".join(sample.text for sample in samples) + "\n"
    data = paragraphs.encode()
    repeated = (data * (size // len(data) + 1))[:size]
    return replace(samples[0], id=f"size-{size}", title=None, text=repeated.decode("utf-8", "ignore"))
