"""Labels: how each outlet names a side in its own voice, where its name takes a stand or another view."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from hudna.arabic.wording import find_loaded, name_label, party_label, qualifiers_of
from hudna.model import Article, Difference, DifferenceType, Evidence, Field, NameKind, Reading, Span, Statement, Value
from hudna.record.counted import LEAD_CHARACTERS
from hudna.text import letters as ch

_TITLE_COUNTS: Final = 3  # what stands in the headline is the outlet's own choice
_FIRST_COUNTS: Final = 2
_STANCES: Final = frozenset({"contested", "foes"})
_AGAINST: Final = "against"
_OFTEN: Final = 3  # a name that takes a stand counts where it is one in so many
# Acts are named by whoever tells of them; fighters, and an attack as suspected or as a fact, by the outlet.
_FIGHTERS: Final = "fighters"
_BY_OUTLETS: Final = frozenset({_FIGHTERS, "chemical"})
_COLON: Final = ":"
_JOINED: Final = "side:"  # several bodies: that one outlet names the army and one the state is no stance
_MARKS: Final = frozenset({ch.STRAIGHT_DOUBLE, ch.LEFT_DOUBLE, ch.RIGHT_DOUBLE, ch.LEFT_GUILLEMET, ch.RIGHT_GUILLEMET})


class _Use(NamedTuple):
    """A name of a side in the outlet's own voice."""

    side: str
    usage: str
    span: Span


def label_differences(readings: Sequence[Reading]) -> Iterator[Difference]:
    """Yield the sides that articles mostly name by names of another usage, each with the names as they stand."""
    every = {reading.article.digest: list(_uses(reading)) for reading in readings}
    uses = {digest: _main_uses(found) for digest, found in every.items()}
    articles = {reading.article.digest: reading.article for reading in readings}
    for side in sorted(set().union(*uses.values())):
        told = {digest: found[side] for digest, found in sorted(uses.items()) if side in found}
        usages = {usage for usage, _ in told.values()}
        if len({_stand(side, usage) for usage in usages}) > 1 and (usages & _STANCES or not side.startswith(_JOINED)):
            yield Difference(f"label:{side}", DifferenceType.WORDING, tuple(_values(told, articles)))
        elif (blamed := _blamed_apart(side, every, articles)) is not None:
            yield Difference(f"label:{side}", DifferenceType.WORDING, tuple(_values(blamed, articles)))


def _blamed_apart(
    side: str, uses: Mapping[str, Sequence[_Use]], articles: Mapping[str, Article]
) -> Mapping[str, tuple[str, tuple[Span, ...]]] | None:
    """Return the names by which articles blame a side, where no two blame it for the same; None where some do."""
    found: dict[str, tuple[str, tuple[Span, ...]]] = {}
    blames: list[frozenset[str]] = []
    for digest, named in sorted(uses.items()):
        theirs = [use for use in named if use.side == side and use.usage in _STANCES]
        blaming = {use: blame for use in theirs if (blame := qualifiers_of(articles[digest].words(use.span)))}
        if blaming:
            found[digest] = next(iter(blaming)).usage, tuple(use.span for use in blaming)
            blames.append(frozenset().union(*blaming.values()))
    apart = len(blames) > 1 and not any(one & other for one, other in combinations(blames, 2))
    return found if apart else None


def _stand(side: str, usage: str) -> str:
    """Return the usage, the same for all names by which somebody takes a stand against a side.

    Fighters have no name of their own: whether they are called terrorists or hardliners is all the stand there is.
    """
    return _AGAINST if usage in _STANCES and side != _FIGHTERS else usage


def _values(told: Mapping[str, tuple[str, tuple[Span, ...]]], articles: Mapping[str, Article]) -> Iterable[Value]:
    found: dict[str, list[Evidence]] = defaultdict(list)
    for digest, (_, spans) in told.items():
        words = articles[digest].words
        label = Counter(" ".join(words(span).split()) for span in spans).most_common()
        value = min(label, key=lambda each: (-each[1], each[0]))[0]
        found[value] += [Evidence(digest, span, words(span)) for span in spans]
    return [Value(value, (), tuple(evidence)) for value, evidence in sorted(found.items())]


def _main_uses(uses: Iterable[_Use]) -> dict[str, tuple[str, tuple[Span, ...]]]:
    """Return for each side the usage of most of its names, and where those stand."""
    weights: dict[str, Counter[str]] = defaultdict(Counter)
    spans: dict[tuple[str, str], list[Span]] = defaultdict(list)  # of all names that take one stand
    for use in sorted(uses, key=lambda each: (each.span.field is Field.TEXT, each.span)):
        first = _FIRST_COUNTS if not weights[use.side] else 1
        weights[use.side][use.usage] += _TITLE_COUNTS if use.span.field is Field.TITLE else first
        spans[use.side, _stand(use.side, use.usage)].append(use.span)
    main = {side: _main_usage(counts) for side, counts in weights.items()}
    return {side: (usage, tuple(spans[side, _stand(side, usage)])) for side, usage in main.items()}


def _main_usage(counts: Counter[str]) -> str:
    """Return the usage that takes a stand where it is not rare, else that of most names."""
    for usage in sorted(_STANCES, key=lambda usage: (-counts[usage], usage)):
        if counts[usage] * _OFTEN >= counts.total():
            return usage
    return min(counts, key=lambda usage: (-counts[usage], usage))


def _uses(reading: Reading) -> Iterator[_Use]:
    article = reading.article
    said = [(span, _is_quoted(statement)) for statement in reading.statements for span in statement.content]
    quoted = [span for span, is_quoted in said if is_quoted]
    loaded = [
        (each, Span(each.start, each.end, field))
        for field in (Field.TITLE, Field.TEXT)
        for each in find_loaded(article.field(field))
    ]
    others: list[Span] = []
    for name in reading.names:
        label = name_label(name, article.words(name.span))
        if any(_begins_in(name.span, span) and (label is None or label[0] != each.side) for each, span in loaded):
            continue
        if name.kind is not NameKind.PLACE:
            others.append(name.span)
        if label is not None and not any(span.contains(name.span) for span in quoted):
            yield _Use(*label, name.span)
    for party in {speaker.span: speaker for statement in reading.statements for speaker in statement.speakers}.values():
        label = party_label(party.entity)
        if label is not None:
            yield _Use(*label, party.span)
    for each, span in loaded:
        text = article.field(span.field)
        if span.start >= LEAD_CHARACTERS and not each.side.startswith(_JOINED):
            continue
        of_others = span.field is Field.TITLE and each.side not in _BY_OUTLETS and _COLON in text[: span.start]
        marked = of_others or text[max(0, span.start - 1)] in _MARKS  # in the words of somebody else
        is_named = each.side in _BY_OUTLETS or each.side.startswith(_JOINED)
        theirs = quoted if is_named else [content for content, _ in said]
        if not marked and not any(other.overlaps(span) for other in (*theirs, *others)):
            yield _Use(each.side, each.usage, span)


def _begins_in(name: Span, loaded: Span) -> bool:
    """Return whether a name only ends what begins with another word: who leads a body is called by it."""
    return name.field is loaded.field and loaded.start < name.start < loaded.end


def _is_quoted(statement: Statement) -> bool:
    return statement.manner.value != "indirect"
