"""What was put into the folder of lists by hand is checked when the program starts, before anything is read."""

from hudna.arabic.names.tables import labels, place_ids
from hudna.arabic.offices.holders import holder_rows
from hudna.model import TableError


def check_lists() -> None:
    """Load the tables that a team's lists belong to.

    Raises:
        TableError: a table of a list is wrong; the text starts with ``path:line``.
    """
    place_ids()
    for entry in labels().values():
        _degrees(entry.line, entry["latitude"], entry["longitude"])
    for row in holder_rows():
        if f"person:{row.person}" not in labels():
            raise TableError(f"{row.where}: no table knows the person {row.person!r}")


def _degrees(line: str, latitude: str, longitude: str) -> None:
    try:
        if latitude or longitude:
            float(latitude)
            float(longitude)
    except ValueError:
        raise TableError(f"{line}: {latitude!r}, {longitude!r} are no degrees") from None
