"""Articles handed over one by one: pasted, or uploaded as a file."""

import json
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from hudna.desk.keeping import AddedArticle, add
from hudna.desk.reader import NO_OPTIONS
from hudna.intake import Options, Refusal

if TYPE_CHECKING:
    from hudna.store import Store

_ODD: Final = re.compile(r"[^\w.-]+")
_NAME_CHARACTERS: Final = 80


def add_text(store: "Store", text: str, **fields: str) -> list[AddedArticle | Refusal]:
    """Read a pasted article into the store; ``fields`` are those of the format, empty ones are left out."""
    values = {key: value.strip() for key, value in fields.items() if value.strip()}
    line = json.dumps({**values, "text": text}, ensure_ascii=True)
    return add_file(store, "pasted.jsonl", line.encode())


def add_file(store: "Store", name: str, content: bytes, options: Options = NO_OPTIONS) -> list[AddedArticle | Refusal]:
    """Read an uploaded file into the store: whatever ``hudna add`` reads, by the ending of its name."""
    with tempfile.TemporaryDirectory(prefix="hudna-") as folder:
        path = Path(folder) / (_ODD.sub("_", Path(name).name)[-_NAME_CHARACTERS:].lstrip(".") or "file")
        path.write_bytes(content)
        return list(add(store, [path], options))
