"""Names against a file of ``token TAG`` lines in ANERcorp's tags: exact spans, by the stages that read articles."""

import time
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NamedTuple

from eval.figures import Found, Row, Tally, figures_of
from eval.gold import GoldError
from hudna.arabic.names.tables import labels
from hudna.desk import pipeline
from hudna.lexicon import read_column
from hudna.model import Article, Document, Match, Name, NameKind, Span
from hudna.text import fold_word

CLASSES: Final = ("PERS", "LOC", "ORG", "MISC")
ARTICLE_TOKENS: Final = 300
"""A file does not say where its articles end: one is taken to end with a sentence, after so many tokens."""

_CLASS_OF: Final = {NameKind.PERSON: "PERS", NameKind.PLACE: "LOC", NameKind.BODY: "ORG", NameKind.OTHER: "MISC"}
_STOPS: Final = frozenset((".", "؟", "!"))
# ANERcorp gives no tag to governments, ministries and armies, nor to what a name's first word merely calls it.
_UNTAGGED: Final = frozenset({"state_organ", "ministry", "army", "delegation", "committee", "court"})
_HEADS: Final = frozenset(fold_word(word) for word in read_column(Path(__file__).parent / "outer_heads.tsv", "form"))


class Tagged(NamedTuple):
    """Tokens ``first`` to ``end`` (exclusive) of one article, named as ``tag``."""

    first: int
    end: int
    tag: str


@dataclass(frozen=True, slots=True)
class TaggedArticle:
    """Some sentences of a file: their tokens as one text, and where each token stands in it."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    names: Sequence[Tagged]

    def touched(self, start: int, end: int) -> tuple[int, int]:
        """Return the tokens, from first to end (exclusive), that some characters belong to."""
        return bisect_right(self.ends, start), bisect_left(self.starts, end)


def read_tagged(path: Path) -> list[TaggedArticle]:
    """Return the articles of a file; an empty line ends a sentence.

    Raises:
        GoldError: the file is not there, or a line is no token with a tag.
    """
    if not path.is_file():
        raise GoldError(f"{path} is not there")
    articles: list[TaggedArticle] = []
    lines: list[tuple[str, str]] = []
    breaks: set[int] = set()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        token, _, tag = line.strip().replace("\t", " ").rpartition(" ")
        if not line.strip():
            breaks.add(len(lines))
        elif token and tag[:2] in {"O", "B-", "I-"} and (tag == "O" or tag[2:] in CLASSES):
            lines.append((token, tag))
        else:
            raise GoldError(f"{path}:{number}: not a token and one of the tags of {', '.join(CLASSES)}")
        if len(lines) >= ARTICLE_TOKENS and (not line.strip() or (not breaks and token in _STOPS)):
            articles.append(make_article(lines, breaks))
            lines, breaks = [], set()
    return [*articles, make_article(lines, breaks)] if lines else articles


def make_article(lines: Sequence[tuple[str, str]], breaks: set[int]) -> TaggedArticle:
    starts, ends, text = [], [], ""
    for place, (token, _) in enumerate(lines):
        text += "" if not place else "\n" if place in breaks else " "
        starts.append(len(text))
        text += token
        ends.append(len(text))
    return TaggedArticle(text, starts, ends, list(tagged_names([tag for _, tag in lines])))


def tagged_names(tags: Sequence[str]) -> Iterator[Tagged]:
    """Yield the names of a row of tags; an I- of another class than the tag before it begins a name."""
    first = 0
    for place, tag in enumerate([*tags, "O"]):
        before = tags[place - 1] if place else "O"
        if before != "O" and (tag[:2] != "I-" or tag[2:] != before[2:]):
            yield Tagged(first, place, before[2:])
        if tag != "O" and (tag[:2] == "B-" or tag[2:] != before[2:]):
            first = place


def names_of(document: Document, article: TaggedArticle) -> Iterator[Tagged]:
    """Yield the outermost names of a document as the file would tag them."""
    last = 0
    for name in sorted(document.names, key=lambda name: (name.first, -name.end)):
        tag = _CLASS_OF.get(name.value.kind)
        if tag is None or name.first < last or _is_untagged(name):
            continue
        last = name.end
        start = _without_heads(document, name)
        if start < name.end:
            span = document.tokens[start].span if start > name.first else name.span
            first, end = article.touched(span.start, name.span.end)
            yield Tagged(first, end, tag)


def _is_untagged(name: Match[Name]) -> bool:
    entry = labels().get(name.value.entity or "")
    return name.kind == "body" and entry is not None and entry["class"] in _UNTAGGED


def _without_heads(document: Document, name: Match[Name]) -> int:
    """Return the token at which a name begins for ANERcorp: behind what it is called (the town of, the daily)."""
    start = name.first
    cut = name.span.start - document.tokens[start].start
    while name.kind in {"body", "place"} and start < name.end - 1:
        if document.tokens[start].folded[cut:] not in _HEADS:
            break
        start, cut = start + 1, 0
    return start


@dataclass(frozen=True, slots=True)
class FileScore:
    """The counts of a file by article, and the processor's seconds that the names stage took for all its tokens.

    ``seconds`` are those of a second reading, ``first`` those of the reading in which words are met for the first time.
    """

    articles: Sequence[tuple[TaggedArticle, Tally]]
    tokens: int
    seconds: float
    first: float

    def figures(self) -> dict[str, Any]:
        """Return micro and each class, and how many of the file's tokens the names stage reads in a second."""
        found = figures_of([tally for _, tally in self.articles])
        speed = {"tokens_per_second": self.seconds, "tokens_per_second_first": self.first}
        return {**found, "tokens": self.tokens, **{name: round(self.tokens / taken) for name, taken in speed.items()}}


def score_file(path: Path) -> FileScore:
    """Return what reading the articles of a file finds of its names.

    Raises:
        GoldError: as for ``read_tagged``.
    """
    pipeline().document(Article("", ""))  # tables are loaded once, whatever is read
    articles, first = [], 0.0
    for article in read_tagged(path):
        document, taken = _read(article.text)
        first += taken
        articles.append((article, _compare(article, names_of(document, article))))
    seconds = sum(_read(article.text)[1] for article, _ in articles)
    return FileScore(articles, sum(len(article.starts) for article, _ in articles), seconds, first)


def _read(text: str) -> tuple[Document, float]:
    """Return a text read as any article is, and the processor's seconds that the names stage took."""
    steps: dict[str, float] = {}
    before = time.process_time()

    def watch(step: str) -> None:
        nonlocal before
        now = time.process_time()
        steps[step], before = now - before, now

    return pipeline().document(Article("", text), watch=watch), steps["names"]


def _compare(article: TaggedArticle, predicted: Iterable[Tagged]) -> Tally:
    gold, found = set(article.names), set(predicted)
    tally = Tally()
    for label in ("micro", *CLASSES):
        own, other = ({name for name in names if label in {"micro", name.tag}} for names in (gold, found))
        tally.found[label] = Found(len(own & other), len(other), len(own))
    for fault, names in (("missed", gold - found), ("spurious", found - gold)):
        for name in sorted(names):
            span = Span(article.starts[name.first], article.ends[name.end - 1])
            tally.rows.append(Row(fault, (span,), name.tag))
    return tally
