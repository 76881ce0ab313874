"""Plain text files, kept to the letter."""

from hudna.intake.encoding import decode, is_binary
from hudna.intake.known import Known, article_of
from hudna.intake.refusal import Refusal, RefusalCode
from hudna.model import Article


def read_plain(data: bytes, known: Known, path: str) -> Article | Refusal:
    """Return the article whose text is the whole file, newlines as they are, without a byte order mark."""
    text = decode_file(data, path)
    return text if isinstance(text, Refusal) else article_of(text, known, path)


def decode_file(data: bytes, path: str, hint: str | None = None) -> str | Refusal:
    """Return the text of a file, or why it has none."""
    decoded = decode(data, hint)
    if decoded is None:
        return Refusal(path, None, RefusalCode.BINARY if is_binary(data) else RefusalCode.UNDECODABLE)
    if not decoded.text.strip():
        return Refusal(path, None, RefusalCode.EMPTY)
    return decoded.text
