"""The stage that parts the page from the story: it finds and marks, and cuts nothing."""

from typing import Final

from hudna.arabic.press.byline import find_byline
from hudna.arabic.press.credits import Credit, find_credit_at_end, find_credit_line, find_credits_in, find_dateline
from hudna.arabic.press.dateline import Dateline, date_by, find_dated
from hudna.arabic.press.headline import is_copy, is_headline, read_title
from hudna.arabic.press.labels import Label, find_day, find_label, published_on
from hudna.arabic.press.lines import Line, find_lines, has_words, span_of
from hudna.arabic.press.litter import is_after_end, is_litter_anywhere, is_litter_outside, is_section
from hudna.model import Document, Problem, Published, PublishedBasis, SentenceKind, Span, Stage
from hudna.model.frozen import replace

MAX_OUTER_LINES: Final = 40  # how far from either end of a text the page is looked for
HEADLINE_SEES_LINES: Final = 6
_AMPERSAND: Final = "&"


class _Page:
    """What has been found of one page so far; ``title`` is its headline, wherever that stands."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.lines = find_lines(document)
        self.title = read_title(document.tokens, 0, self.lines[0].first if self.lines else 0)
        self.headline: Line | None = None
        self.litter: list[Line] = []
        self.credits: list[Credit] = []
        self.author: str | None = None
        self.published: Published | None = None
        self.dateline: Dateline | None = None


def mark_page(document: Document) -> Document:
    """Return the document with its litter and credits marked, and its author and day where only the text gives them.

    The sentences of litter lines become litter, those of a headline inside the text the title; a credit, a dateline
    and a byline are marked in sentences that stay what they are.
    """
    page = _Page(document)
    if not page.lines:
        return document
    top = _read_top(page)
    bottom = _read_bottom(page, top)
    _read_story(page, top, bottom)
    return _marked(page)


def _read_top(page: _Page) -> int:
    """Read the lines above the story; return the index of its first line."""
    lines = page.lines
    index = 0
    while index < min(len(lines) - 1, MAX_OUTER_LINES):
        line = lines[index]
        if label := find_label(page.document, line):
            index += _read_label(page, label, line, lines[index + 1])
        elif _is_outside(page, line) or (page.headline is None and is_section(page.document, line)):
            page.litter.append(line)
        elif (dated := find_dated(page.document, line)) and dated.alone:
            page.dateline = page.dateline or dated
            page.credits += dated.credits
            page.litter += [] if dated.credits else [line]
        elif credits_found := find_credit_line(page.document, line):
            page.credits += credits_found
        elif not (page.headline or page.document.article.title) and is_headline(
            page.document, line, lines[index + 1 : index + 1 + HEADLINE_SEES_LINES]
        ):
            page.headline = line
            page.title = read_title(page.document.tokens, line.first, line.end)
        elif has_words(page.document.tokens, line.first, line.end):
            break
        index += 1
    return index


def _read_bottom(page: _Page, top: int) -> int:
    """Read the lines below the story, the last one first; return the index after its last line."""
    lines = page.lines
    below: list[Credit] = []
    index = len(lines)
    while index > max(top + 1, len(lines) - MAX_OUTER_LINES):
        line = lines[index - 1]
        if label := find_label(page.document, line):
            _read_label(page, label, line, None)
        elif _is_outside(page, line) or is_after_end(page.document, line):
            page.litter.append(line)
        elif credits_found := find_credit_line(page.document, line):
            below = credits_found + below
        elif has_words(page.document.tokens, line.first, line.end):
            break
        index -= 1
    page.credits += below
    return index


def _read_story(page: _Page, top: int, bottom: int) -> None:
    """Read the dateline or byline of the first line, the credit of the last, and the litter between paragraphs."""
    document = page.document
    for line in page.lines[top + 1 : bottom]:
        if is_litter_anywhere(document, line) or is_copy(document, line, page.title):
            page.litter.append(line)
    if top == bottom:
        return
    first, last = page.lines[top], page.lines[bottom - 1]
    dated = find_dated(document, first)
    page.dateline = page.dateline or dated
    page.credits += find_dateline(document, first) or (dated.credits if dated else ())
    if byline := find_byline(document, first):
        page.author = page.author or document.article.words(document.span(*byline))
    page.credits += [credit for credit in find_credit_at_end(document, last) if credit not in page.credits]


def _is_outside(page: _Page, line: Line) -> bool:
    document = page.document
    return (
        is_litter_outside(document, line) or is_litter_anywhere(document, line) or is_copy(document, line, page.title)
    )


def _read_label(page: _Page, label: Label, line: Line, following: Line | None) -> int:
    """Take what a label line says; return how many lines after it are its value."""
    document = page.document
    page.litter.append(line)
    name = label.entry["class"]
    if name == "date" and page.published is None:
        page.published = published_on(document, label)
        if label.first == label.end and following and find_day(document.tokens, following.first, following.end):
            page.published = published_on(document, Label(label.entry, following.first, following.end))
            page.litter.append(following)
            return 1
    elif name in {"author", "source"}:
        found = find_credits_in(document, label.first, label.end, named=name == "source")
        page.credits += found
        if name == "author" and not found:
            page.author = page.author or document.article.words(document.span(label.first, label.end))
    return 0


def _ampersands(document: Document, lines: list[Line]) -> list[int]:
    """Return the tokens of ampersands left over at the start or the end of a line."""
    if not any(_AMPERSAND in folded.text for folded in document.folded.values()):
        return []
    found: list[int] = []
    for line in lines:
        for place in (line.first, line.end - 1):
            if document.tokens[place].folded == _AMPERSAND and place not in found[-1:]:
                found.append(place)
    return found


def _marked(page: _Page) -> Document:
    document = page.document
    litter = set(page.litter)
    stray = _ampersands(document, [line for line in page.lines if line not in litter])
    author = page.author if document.article.author is None else None
    unknown = document.published.basis is PublishedBasis.UNKNOWN
    published = page.published if unknown and page.published else document.published
    problem: Problem | None = None
    if page.dateline:
        published, problem = date_by(document, page.dateline, published)
    if (
        not (litter or page.credits or page.headline or stray or author)
        and published == document.published
        and not problem
    ):
        return document
    sentences = list(document.sentences)
    for line in litter:
        for index in range(line.first_sentence, line.end_sentence):
            sentences[index] = replace(sentences[index], kind=SentenceKind.LITTER)
    if page.headline:
        for index in range(page.headline.first_sentence, page.headline.end_sentence):
            sentences[index] = replace(sentences[index], kind=SentenceKind.TITLE)
    spans = {span_of(document, line) for line in litter} | {document.tokens[token].span for token in stray}
    if stray:
        alone = set(stray)
        for index, sentence in enumerate(sentences):
            if alone.issuperset(range(sentence.first, sentence.end)):
                sentences[index] = replace(sentence, kind=SentenceKind.LITTER)
    return replace(
        document,
        sentences=tuple(sentences),
        litter=tuple(sorted({*document.litter, *spans}, key=_place)),
        credits=tuple(credit.party(document) for credit in sorted(page.credits, key=lambda credit: credit.first)),
        author=author or document.author,
        published=published,
        problems=(*document.problems, problem) if problem else document.problems,
    )


def _place(span: Span) -> tuple[str, int, int]:
    return (span.field, span.start, span.end)


STAGE: Final = Stage(
    "press",
    frozenset({"tokens", "sentences", "published"}),
    frozenset({"sentences", "litter", "credits", "author", "published", "problems"}),
    mark_page,
)
