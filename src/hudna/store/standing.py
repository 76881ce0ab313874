"""The record as it stands in a store: only what is asked for is loaded."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, overload

from sqlalchemy import Connection, Engine, Row, Select, and_, func, select

from hudna.model import Event, Member, RecordType
from hudna.record.chronology import Line, Selection, line_of, says
from hudna.record.entities import Entities
from hudna.record.fuse import fuse
from hudna.record.kept import from_kept
from hudna.record.members import resolved
from hudna.store.asked import BY_DAY, BY_WEIGHT, Wanted, narrowed
from hudna.store.engine import said_of
from hudna.store.summaries import chunks
from hudna.store.tables import articles, events, parties, tallies, tellings

_LOADED_AT_ONCE: Final = 400
_EVERYTHING: Final = Selection()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Which events: those of a selection, that somebody has a part in, that are open, that fall on days; None asks for any.

    ``entity`` is somebody's id, ``article`` the digest of one that tells them. ``is_open`` are those that somebody should
    look at, ``differs`` those whose accounts differ. ``days`` are the first and last that the last day known may be, None
    for an open end; ``undated`` are those without one. ``by_weight`` puts first what most hangs on, else the first days
    are first.
    """

    selection: Selection = _EVERYTHING
    entity: str | None = None
    article: str | None = None
    is_open: bool = False
    differs: bool = False
    days: tuple[str | None, str | None] | None = None
    undated: bool = False
    by_weight: bool = False
