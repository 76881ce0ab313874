"""What intake has to say about a file or a line that it could not read, or not read in full."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class RefusalCode(StrEnum):
    """Why something was not read; the last group was read all the same, but for what is named."""

    MISSING = "missing"
    NO_PERMISSION = "no_permission"
    UNREADABLE = "unreadable"
    UNKNOWN_KIND = "unknown_kind"
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    BINARY = "binary"
    UNDECODABLE = "undecodable"
    TRUNCATED = "truncated"
    NO_ARTICLE = "no_article"
    LINE_TOO_LONG = "line_too_long"
    NOT_JSON = "not_json"
    NOT_AN_OBJECT = "not_an_object"
    NO_TEXT = "no_text"
    WRONG_TYPE = "wrong_type"
    UNKNOWN_GENRE = "unknown_genre"
    NOT_UNICODE = "not_unicode"

    UNKNOWN_FIELD = "unknown_field"
    PUBLISHED_NOT_UNDERSTOOD = "published_not_understood"
    SIDECAR_NOT_UNDERSTOOD = "sidecar_not_understood"


_WORDS: Final = {
    RefusalCode.MISSING: "no such file or folder",
    RefusalCode.NO_PERMISSION: "no permission to read it",
    RefusalCode.UNREADABLE: "it can't be read",
    RefusalCode.UNKNOWN_KIND: "not a kind of file that is read",
    RefusalCode.EMPTY: "it holds no text",
    RefusalCode.TOO_LARGE: "larger than an article may be",
    RefusalCode.BINARY: "binary, not text",
    RefusalCode.UNDECODABLE: "in no encoding that is read",
    RefusalCode.TRUNCATED: "compressed data broken or cut off",
    RefusalCode.NO_ARTICLE: "no article found on the page",
    RefusalCode.LINE_TOO_LONG: "longer than a line may be",
    RefusalCode.NOT_JSON: "not JSON",
    RefusalCode.NOT_AN_OBJECT: "a JSON value, but no object",
    RefusalCode.NO_TEXT: 'the field "text" is missing or empty',
    RefusalCode.WRONG_TYPE: "a field is not a string",
    RefusalCode.UNKNOWN_GENRE: "a genre that is not known",
    RefusalCode.NOT_UNICODE: "half a surrogate pair stands where a character should",
    RefusalCode.UNKNOWN_FIELD: "a field that is not known was passed over",
    RefusalCode.PUBLISHED_NOT_UNDERSTOOD: "the publication day is not understood and stays unknown",
    RefusalCode.SIDECAR_NOT_UNDERSTOOD: "the sidecar file is not understood and was passed over",
}
_READ_ALL_THE_SAME: Final = frozenset(
    {RefusalCode.UNKNOWN_FIELD, RefusalCode.PUBLISHED_NOT_UNDERSTOOD, RefusalCode.SIDECAR_NOT_UNDERSTOOD}
)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file, or line ``line`` (from 1) of it, that was not read; ``detail`` is what was found there."""

    path: str
    line: int | None
    code: RefusalCode
    detail: str = ""

    @property
    def is_warning(self) -> bool:
        """Whether the article was read all the same, but for what the refusal names."""
        return self.code in _READ_ALL_THE_SAME

    def __str__(self) -> str:
        """Return one line: the file, the line, the reason and what was found."""
        where = self.path if self.line is None else f"{self.path}:{self.line}"
        message = f"{where}: {_WORDS[self.code]}" + (f" ({self.detail})" if self.detail else "")
        return " ".join(message.split()).encode("utf-8", "replace").decode()
