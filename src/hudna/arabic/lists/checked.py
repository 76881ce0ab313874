"""What became of a list: its tables, what is told about its rows, and the rows refused."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Checked:
    """The tables a list becomes by their file names; notes and refusals are lines that begin with ``path:line``.

    ``rows`` counts the rows of the sheet. With a refusal nothing of the list may be kept.
    """

    tables: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    rows: int = 0
