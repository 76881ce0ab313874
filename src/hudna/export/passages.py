"""Evidence in its surroundings: the words that carry a record, marked in the passage they stand in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from hudna.model import Article, Field, Span

CONTEXT_CHARACTERS: Final = 120  # on either side of the evidence, at most to the end of its line
_CUT: Final = "…"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters of a passage; ``marked`` where they are the evidence."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one field of an article, cut into pieces."""

    field: Field
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The passage as plain text."""
        return "".join(piece.text for piece in self.pieces)


def find_passages(article: Article, evidence: Iterable[Span]) -> tuple[Passage, ...]:
    """Return the passages that hold the evidence, headline first, in the order of the text; near ones are one."""
    passages = []
    for field in (Field.TITLE, Field.TEXT):
        text = article.field(field)
        spans = _joined([span for span in evidence if span.field is field and 0 <= span.start < span.end <= len(text)])
        windows: list[tuple[int, int, list[Span]]] = []
        for span in spans:
            start, end = _window(text, span)
            if windows and start <= windows[-1][1]:
                first, _, held = windows[-1]
                windows[-1] = (first, max(end, windows[-1][1]), [*held, span])
            else:
                windows.append((start, end, [span]))
        passages += [Passage(field, tuple(_pieces(text, *window))) for window in windows]
    return tuple(passages)


def _joined(spans: Iterable[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = joined[-1].until(span)
        else:
            joined.append(span)
    return joined


def _window(text: str, span: Span) -> tuple[int, int]:
    """Return the stretch shown around a span: whole words of its lines, at most so many characters."""
    line_start = text.rfind("\n", 0, span.start) + 1
    line_end = text.find("\n", span.end)
    line_end = len(text) if line_end < 0 else line_end
    start = max(line_start, span.start - CONTEXT_CHARACTERS)
    if start > line_start:
        space = text.find(" ", start, span.start)
        start = span.start if space < 0 else space + 1
    end = min(line_end, span.end + CONTEXT_CHARACTERS)
    if end < line_end:
        space = text.rfind(" ", span.end, end)
        end = span.end if space < 0 else space
    return start, end


def _pieces(text: str, start: int, end: int, marked: Sequence[Span]) -> list[Piece]:
    pieces = []
    before = _CUT + " " if start > 0 and text[start - 1] != "\n" else ""
    place = start
    for span in marked:
        pieces.append(Piece(before + text[place : span.start], marked=False))
        pieces.append(Piece(text[span.start : span.end], marked=True))
        before, place = "", span.end
    after = " " + _CUT if end < len(text) and text[end] != "\n" else ""
    pieces.append(Piece(text[place:end] + after, marked=False))
    return [piece for piece in pieces if piece.text]
