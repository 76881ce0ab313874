"""What became of pledges, as a sheet: what was set, for when, what became of it and how that is known."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from hudna.export.chronology import ReadingOf
from hudna.export.sheet import Quote, Sheet, SheetRow, quote
from hudna.export.words import Words, listed
from hudna.model import Member
from hudna.record.outcomes import Outcome, Verdict, tally

_COLUMNS: Final = ("due", "kind", "fate", "why", "who", "pledged")
_LABELS: Final = 4
_MOST_QUOTES: Final = 3  # of either side; the JSON names all


def outcome_sheet(outcomes: Iterable[Outcome], reading_of: ReadingOf, words: Words) -> Sheet:
    """Return the outcomes as a sheet, with the words of both sides."""
    outcomes = tuple(outcomes)
    as_of = max((each.as_of for each in outcomes if each.as_of), default=None)
    notes = [words("outcome_page", "as_of", day=words.day(as_of))] if as_of else []
    notes += [*_counts(outcomes, words), words("outcome_page", "not_broken")]
    rows = tuple(_row(each, reading_of, words) for each in outcomes)
    columns = tuple(words("column", key) for key in _COLUMNS)
    return Sheet(words("page", "pledges"), tuple(notes), columns, rows, _LABELS)


def _counts(outcomes: tuple[Outcome, ...], words: Words) -> Iterator[str]:
    """Yield how many of each kind came to what, a line a kind."""
    for kind, verdicts in tally(outcomes).items():
        if verdicts:
            told = [f"{words('verdict', verdict)} {verdicts[verdict]}" for verdict in Verdict if verdicts[verdict]]
            yield f"{words('kind', kind)}: {words('language', 'list_separator').join(told)}"


def _row(outcome: Outcome, reading_of: ReadingOf, words: Words) -> SheetRow:
    what = outcome.commitment
    due = words.days(what.earliest, what.latest) if what.earliest or what.latest else words("outcome_page", "no_day")
    told = what.what or " ".join(what.told[0].evidence[0].text.split()) if what.told[0].evidence else what.what
    verdict = words("verdict", outcome.verdict)
    if outcome.fulfilment is not None:
        verdict = f"{verdict} ({words('outcome_page', 'scale', degree=outcome.fulfilment)})"
    why = [words.because(outcome.because)]
    if outcome.in_order is not None:
        why.append(words("in_order", outcome.in_order))
    cells = (
        due,
        words("kind", what.kind),
        verdict,
        words("language", "list_separator").join(why),
        listed(actor.label for actor in what.who),
        told,
    )
    quotes = [*_quotes("pledged", what.told, reading_of, words), *_quotes("seen", outcome.seen, reading_of, words)]
    return SheetRow(what.id, cells, tuple(quotes), what.sure)


def _quotes(side: str, told: Sequence[Member], reading_of: ReadingOf, words: Words) -> Iterator[Quote]:
    for member in told[:_MOST_QUOTES]:
        yield quote(member, reading_of(member.article), words, words("outcome_page", side))
