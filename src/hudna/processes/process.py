"""A process as its file tells it: who takes part in which role, rounds, agreements, resolutions, zones."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from hudna.model import MeasureKind


class Role(StrEnum):
    """What somebody is to a process."""

    PARTY = "party"
    GUARANTOR = "guarantor"
    MEDIATOR = "mediator"
    OBSERVER = "observer"
    HOST = "host"
    MONITOR = "monitor"


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody by entity id in one role, from and until a day where the role is bound by days; ``side`` of a party."""

    entity: str
    role: Role
    side: str | None = None
    first: dt.date | None = None
    last: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Round:
    """A round of talks on the days ``first`` to ``last`` (inclusive) at a place by its id; ``number`` if it has one."""

    number: int | None
    first: dt.date
    last: dt.date
    place: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement by id. ``names`` begins with its usual name.

    ``agreed`` is the day it was signed, adopted or announced, ``effective`` the day it took effect, ``expires`` the
    last day its own terms give it, ``ended`` the day it was at an end; ``follows`` the agreement it extends or carries out.
    """

    id: str
    kind: MeasureKind
    names: tuple[str, ...]
    agreed: dt.date
    effective: dt.date | None = None
    expires: dt.date | None = None
    ended: dt.date | None = None
    place: str | None = None
    parties: tuple[str, ...] = ()
    guarantors: tuple[str, ...] = ()
    mediators: tuple[str, ...] = ()
    follows: str | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """A resolution of a body by its number, adopted on ``adopted``."""

    number: int
    adopted: dt.date
    body: str
    about: str


@dataclass(frozen=True, slots=True)
class Zone:
    """An area set up by an agreement: its localities by place id, as they were on the days it stood."""

    id: str
    names: tuple[str, ...]
    agreement: str | None
    localities: tuple[str, ...]
    first: dt.date
    last: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Process:
    """A process by id, of the affairs of ``states``; rounds in the order of their days."""

    id: str
    label: str
    names: tuple[str, ...] = ()
    series: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    members: tuple[Member, ...] = ()
    rounds: tuple[Round, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    resolutions: tuple[Resolution, ...] = ()
    zones: tuple[Zone, ...] = ()

    def round(self, number: int) -> Round | None:
        """Return the round of a number, None where it is not known."""
        return next((each for each in self.rounds if each.number == number), None)

    def round_on(self, day: dt.date) -> Round | None:
        """Return the round that was held on a day."""
        return next((each for each in self.rounds if each.first <= day <= each.last), None)

    def agreement(self, key: str) -> Agreement | None:
        """Return the agreement of an id, None where it is not known."""
        return next((each for each in self.agreements if each.id == key), None)
