"""Web pages as saved: the body by trafilatura, what is known of it by the page's own marks."""

import logging
import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Final

from lxml import etree, html
from lxml.html import HtmlElement

from hudna.intake.known import Known, article_of
from hudna.intake.marks import read_marks
from hudna.intake.options import Options
from hudna.intake.plain import decode_file
from hudna.intake.published import NOT_UNDERSTOOD, parse_published
from hudna.intake.refusal import Refusal, RefusalCode
from hudna.model import Article, Published, PublishedBasis
from hudna.text import fold

MIN_LINE_WORDS: Final = 8  # a page none of whose lines has as many words is a menu, a form or an error, no article
MAX_LABEL_LINE_CHARS: Final = 80
MAX_DATA_CELL_CHARS: Final = 200
_HEAD_BYTES: Final = 4096
_CHARSET: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
_INLINE: Final = frozenset(
    "a abbr b bdi bdo dd dt em font i label mark small span strong sub sup td th time u".split()  # noqa: SIM905
)
_NO_TEXT: Final = frozenset({"script", "style", "noscript", "template", "head", "footer", "select", "textarea", "svg"})
_TABLE_PARTS: Final = ("table", "tbody", "thead", "tfoot", "tr", "td", "th")
_PRINTED: Final = re.compile(r"\s*[:\uff1a\-\u2013|]?\s*(\d[\d/.:\-+ T]*\d(?: ?[AP]\.?M\b)?)", re.IGNORECASE)
logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # what it can't read is told by a refusal


def read_page(data: bytes, known: Known, path: str, options: Options) -> Article | Refusal:
    """Return the article of a saved page: what ``known`` says first, then what the page says of itself."""
    charset = _CHARSET.search(data[:_HEAD_BYTES])
    text = decode_file(data, path, charset[1].decode("ascii", "replace") if charset else None)
    if isinstance(text, Refusal):
        return text
    tree = _parse(text)
    if tree is None:
        return Refusal(path, None, RefusalCode.NO_ARTICLE)
    marks = read_marks(tree, _agency_test(frozenset(options.agencies)))
    if marks.published is None and options.date_labels:
        marks = replace(marks, published=_labelled_day(tree, _label_forms(frozenset(options.date_labels))))
    body = _body(tree)  # last: it takes the tree apart
    if body is None:
        return Refusal(path, None, RefusalCode.NO_ARTICLE)
    first, _, rest = body.partition("\n")
    if rest and first.strip() == marks.title:  # the headline is a field, not the first line of the body
        body = rest
    return article_of(body, known.over(marks), path)


def _parse(text: str) -> HtmlElement | None:
    """Return the page as a tree, None where there is no element at all."""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(text.replace("\0", "").encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def _body(tree: HtmlElement) -> str | None:
    """Return the paragraphs of the article, one a line; None where the page holds no running text."""
    from trafilatura import bare_extraction  # takes 0.3 s to import, and only pages need it

    for table in [table for table in tree.iter("table") if _is_layout(table)]:
        for element in table.iter(*_TABLE_PARTS):
            element.tag = "div"
    try:
        extracted = bare_extraction(
            tree, with_metadata=False, include_comments=False, include_links=False, deduplicate=False
        )
    except Exception:  # noqa: BLE001 - whatever a page does to its extractor, it costs that page only
        return None
    body = getattr(extracted, "text", None)
    if not body or not any(len(line.split()) >= MIN_LINE_WORDS for line in body.splitlines()):
        return None
    return str(body)


def _is_layout(table: HtmlElement) -> bool:
    """Return whether a table lays out a page, as they did before style sheets: left alone, its cells are data."""
    parts = {element.tag for element in table.iterdescendants()}
    return not parts.isdisjoint({"table", "br", "p", "h1", "h2"}) or any(
        len(cell.text_content()) > MAX_DATA_CELL_CHARS for cell in table.iter("td")
    )


def _labelled_day(tree: HtmlElement, labels: tuple[str, ...]) -> Published | None:
    """Return the day on the first short line that begins with one of the labels and a full date."""
    for line in _lines(tree):
        label = next((label for label in labels if line.startswith(label)), None)
        printed = None if label is None else _PRINTED.match(line, len(label))
        if printed is None:
            continue
        published = parse_published(printed[1], PublishedBasis.PAGE, mark="label")
        if published is not NOT_UNDERSTOOD:
            return published
    return None


def _lines(tree: HtmlElement) -> Iterator[str]:
    """Yield the short lines a reader of the page sees, folded; the cells of a table's row are one line."""
    held: list[str] = []
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        if element.tag not in _INLINE:
            yield from _line(held)
            held = []
        if event == "end":
            held.append(f" {element.tail or ''}")
        elif element.tag in _NO_TEXT:
            walk.skip_subtree()
        else:
            held.append(element.text or "")
    yield from _line(held)


def _line(held: list[str]) -> Iterator[str]:
    line = " ".join("".join(held).split())
    if 0 < len(line) <= MAX_LABEL_LINE_CHARS:
        yield fold(line).text


@lru_cache(maxsize=4)
def _label_forms(labels: frozenset[str]) -> tuple[str, ...]:
    """Return the labels folded, the longer ones first."""
    return tuple(sorted((fold(label).text for label in labels), key=lambda label: (-len(label), label)))


@lru_cache(maxsize=4)
def _agency_test(agencies: frozenset[str]) -> Callable[[str], bool]:
    folded: Collection[str] = {fold(name).text.casefold() for name in agencies}
    return lambda author: " ".join(fold(author).text.casefold().split()) in folded
