"""Names for an English page: as tables know them, else as the articles write them."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Final

from hudna.arabic.names.lookup import latin_label
from hudna.arabic.names.tables import labels

_WIKIPEDIA: Final = re.compile(r"^wikipedia:en:(?P<title>[^:]+)$")
_BRACKETS: Final = re.compile(r" \([^)]*\)$")


def english_name(entity: str | None, label: str) -> str:
    """Return the English name of an entity of the tables; a name no table knows is not transliterated but left as it is."""
    kind, _, key = (entity or "").partition(":")
    if kind in {"state", "nationality"}:
        return _states().get(key.removesuffix("-adj"), label)
    row = labels().get(entity or "")
    if row is None:
        return label
    if kind == "body":
        titled = _WIKIPEDIA.match(row["source"])
        return _BRACKETS.sub("", titled["title"].replace("_", " ")) if titled else label
    return latin_label(entity, label)


@cache
def _states() -> dict[str, str]:
    source = files("hudna.export") / "translations" / "states.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))
