"""Which events or commitments are asked for, and in which order."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from hudna.model import PledgeKind
from hudna.record.chronology import Selection
from hudna.record.outcomes import Verdict

_EVERYTHING: Final = Selection()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Which events: those of a selection, that somebody has a part in, that are open, that fall on days; None asks for any.

    ``entity`` is somebody's id, ``company`` that of somebody else with a part in them, ``article`` the digest of one that
    tells them. ``is_open`` are those that somebody should look at, ``differs`` those whose accounts differ. ``days`` are the
    first and last that the last day known may be, None for an open end. ``by_weight`` puts first what most hangs on, else
    the first days are first.
    """

    selection: Selection = _EVERYTHING
    entity: str | None = None
    company: str | None = None
    article: str | None = None
    is_open: bool = False
    differs: bool = False
    days: tuple[str | None, str | None] | None = None
    by_weight: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """Which commitments: those that events of a selection tell of, of kinds, with a verdict; None asks for any."""

    selection: Selection = _EVERYTHING
    kinds: Sequence[PledgeKind] | None = None
    verdict: Verdict | None = None


class Stretch(NamedTuple):
    """The days on which something is due, None for an open end; both None is what no day is known of."""

    first: dt.date | None
    last: dt.date | None
