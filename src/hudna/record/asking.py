"""Which events are asked for, and in which order."""

from dataclasses import dataclass
from typing import Final

from hudna.record.chronology import Selection

_EVERYTHING: Final = Selection()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Which events: those of a selection, that somebody has a part in, that are open, that fall on days; None asks for any.

    ``entity`` is somebody's id, ``company`` that of somebody else with a part in them, ``article`` the digest of one that tells them. ``is_open`` are those that somebody should
    look at, ``differs`` those whose accounts differ. ``days`` are the first and last that the last day known may be, None
    for an open end; ``undated`` are those without one. ``by_weight`` puts first what most hangs on, else the first days
    are first.
    """

    selection: Selection = _EVERYTHING
    entity: str | None = None
    company: str | None = None
    article: str | None = None
    is_open: bool = False
    differs: bool = False
    days: tuple[str | None, str | None] | None = None
    undated: bool = False
    by_weight: bool = False
