"""Many values asked for at once."""

import json
from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import ColumnElement, func, select

_VALUE: Final = "value"


def among(column: ColumnElement[Any], values: Iterable[int] | Iterable[str]) -> ColumnElement[bool]:
    """Return the condition that a column has one of some numbers or digests, handed over as one value.

    A parameter for each takes the database's driver longer than to find the rows.
    """
    written = json.dumps(list(values))
    return column.in_(select(func.json_each(written).table_valued(_VALUE).c[_VALUE]))
