"""What a list of the record is narrowed to: read from an address, written back into one."""

import datetime as dt
from dataclasses import dataclass, fields
from typing import Annotated, Any, Final

from fastapi import Depends, Query

from hudna import desk
from hudna.model import RecordType

MAX_WORDS: Final = 200
Words = Annotated[str, Query(max_length=MAX_WORDS)]
Several = Annotated[list[str], Query(max_length=40)]


@dataclass(frozen=True, slots=True)
class Filters:
    """What the reader asked for; empty values ask for everything.

    Days that are none are passed over, since a form may send half a day.
    """

    first: Words = ""
    last: Words = ""
    type: Several = ()  # type: ignore[assignment]
    kind: Several = ()  # type: ignore[assignment]
    status: Several = ()  # type: ignore[assignment]
    party: Words = ""
    place: Words = ""
    process: Words = ""
    outlet: Words = ""
    words: Words = ""
    sure: bool = False
    origins: Annotated[int, Query(ge=1, le=1000)] = 1

    def __post_init__(self) -> None:
        """Leave out the empty values that a form sends for what was not chosen."""
        for name in ("type", "kind", "status"):
            object.__setattr__(self, name, [each for each in getattr(self, name) if each])

    @property
    def selection(self) -> desk.Selection:
        """The selection of the record that this stands for."""
        types = [RecordType(each) for each in self.type if each in set(RecordType)]
        return desk.Selection(
            first=parse_day(self.first),
            last=parse_day(self.last),
            types=types or None,
            kinds=self.kind or None,
            statuses=self.status or None,
            party=self.party.strip() or None,
            place=self.place.strip() or None,
            process=self.process or None,
            outlet=self.outlet or None,
            words=self.words.strip() or None,
            only_sure=self.sure,
            min_origins=self.origins,
        )

    @property
    def query(self) -> dict[str, Any]:
        """The values to put into an address; what asks for everything is left out."""
        found = {field.name: getattr(self, field.name) for field in fields(self)}
        return {key: value for key, value in found.items() if value and not (key == "origins" and value == 1)}


Filtered = Annotated[Filters, Depends()]
PageNumber = Annotated[int, Query(ge=1, le=100_000)]


def parse_day(text: str) -> dt.date | None:
    """Return an ISO day, None for anything else."""
    try:
        return dt.date.fromisoformat(text.strip())
    except ValueError:
        return None


def day_off(day: dt.date, days: int) -> dt.date:
    """Return the day so many days after another, or before; the first or last there is where that would be beyond it."""
    return dt.date.fromordinal(min(max(day.toordinal() + days, dt.date.min.toordinal()), dt.date.max.toordinal()))


@dataclass(frozen=True, slots=True)
class Pages:
    """Where in a long list a page stands."""

    number: int
    size: int
    total: int

    @property
    def last(self) -> int:
        """The number of the last page."""
        return max(1, -(-self.total // self.size))

    @property
    def first_item(self) -> int:
        """The number of the page's first item, counted from one."""
        return (self.number - 1) * self.size + 1 if self.total else 0

    @property
    def last_item(self) -> int:
        """The number of the page's last item."""
        return min(self.number * self.size, self.total)

    def cut(self, items: Any) -> Any:
        """Return the items of this page."""
        return items[(self.number - 1) * self.size : self.number * self.size]


def paged(number: int, size: int, total: int) -> Pages:
    """Return a page that exists: the last one where the number is beyond it."""
    last = max(1, -(-total // size))
    return Pages(min(number, last), size, total)
