"""A row of a table."""

from collections.abc import Mapping

from hudna.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One sense of one form: ``kind`` is the category rules ask for, ``features`` all columns of the row."""

    id: str
    form: str
    kind: str
    features: Mapping[str, str]
    source: str
    line: str

    def __getitem__(self, column: str) -> str:
        """Return a feature, empty where the table has no such column."""
        return self.features.get(column, "")
