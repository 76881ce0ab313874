"""What of a reading is put together with other readings, so that nobody need go through it again."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from hudna.model import Reading
from hudna.model.wire import published_to_line
from hudna.record.entities import Mentioned, mentioned_in
from hudna.record.kept import to_kept
from hudna.record.members import keys_of, tellings_of
from hudna.record.particulars import NOTHING, particulars_in
from hudna.record.profiles import KeptProfile, kept_profile, profile_of
from hudna.record.reprints import Print, print_of
from hudna.record.sketch import sketch_of, sketched
from hudna.record.windows import monday_of


@dataclass(frozen=True, slots=True)
class Told:
    """A telling as a line, with the keys of everybody in it, and its particulars where it has any (``more``)."""

    record: str
    type: str
    line: str
    keys: frozenset[str]
    more: str | None = None
    is_total: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A reading without its text.

    It is where it comes from, whom it names how often, its tellings, by what it is known in others (``printed``), and
    its profile for stories.
    """

    outlet: str
    monday: str | None
    published: str
    credits: tuple[str, ...]
    problems: int
    mentions: Mapping[Mentioned, int]
    printed: Print
    tellings: tuple[Told, ...]
    profile: KeptProfile


def summary_of(reading: Reading) -> Summary:
    """Return a reading's summary."""
    article = reading.article
    particulars = dict(particulars_in(reading))
    more = {record: to_kept(each, article.digest) for record, each in particulars.items()}
    day = article.published.day
    return Summary(
        outlet=article.source or "",
        monday=None if day is None else monday_of(day).isoformat(),
        published=published_to_line(article.published),
        credits=tuple(party.label for party in reading.credits),
        problems=len(reading.problems),
        mentions=Counter(mentioned_in(reading)),
        printed=print_of(article.text),
        tellings=tuple(
            Told(
                telling.record,
                record.value,
                sketched(sketch_of(record, telling), to_kept(telling, article.digest)),
                keys_of(telling),
                more.get(telling.record),
                particulars.get(telling.record, NOTHING).is_total,
            )
            for record, telling in {telling.key: (record, telling) for record, telling in tellings_of(reading)}.values()
        ),
        profile=kept_profile(profile_of(reading)),
    )
