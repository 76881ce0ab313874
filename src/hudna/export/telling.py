"""A chronology put into the words of a language: what any format for people prints."""

from collections.abc import Callable, Iterable, Iterator

from hudna.export.chronology import Account, Difference, Line
from hudna.export.passages import find_passages
from hudna.export.words import Words
from hudna.model import Article, Event, Field, Member, RecordType
from hudna.model import Difference as EventDifference
from hudna.record import Line as EventLine

FindArticle = Callable[[str], Article | None]
_COLUMNS = {"kind": "event"}
_MAX_WHAT_CHARS = 160


def tell(lines: Iterable[EventLine], find_article: FindArticle, words: Words) -> Iterator[Line]:
    """Yield the lines in words; ``find_article`` gives an article by its digest."""
    for line in lines:
        event = line.event
        articles = len({member.article for member in event.members})
        yield Line(
            id=event.id,
            earliest=line.earliest and line.earliest.isoformat(),
            latest=line.latest and line.latest.isoformat(),
            days=words.days(line.earliest, line.latest),
            because=words.because(event.because) if event.because else "",
            kind=_kind(event, words),
            who=_who(event, words),
            status=words("status", event.status) if event.type is RecordType.CONTACT and event.status else "",
            outcome=words("outcome", event.outcome) if event.outcome else "",
            place=event.place or "",
            sure=event.sure,
            witness_count=articles,
            origin_count=len(event.origins),
            witnesses=words.count("witness", articles),
            origins=words.count("origin", len(event.origins)),
            accounts=tuple(_accounts(event, find_article, words)),
            differences=tuple(_difference(difference, event, words) for difference in event.differences),
        )


def _kind(event: Event, words: Words) -> str:
    return words("act" if event.type is RecordType.STATEMENT else "kind", event.kind)


def _who(event: Event, words: Words) -> str:
    """Return who takes part; of a statement or pledge also what it says, cut where it is long."""
    names = words.listed([actor.label for actor in event.actors])
    what = event.members[0].what
    if not what:
        return names
    short = what if len(what) <= _MAX_WHAT_CHARS else what[:_MAX_WHAT_CHARS].rsplit(" ", 1)[0] + "…"
    return f"{names}: {short}" if names else short


def _accounts(event: Event, find_article: FindArticle, words: Words) -> Iterator[Account]:
    for member in event.members:
        article = find_article(member.article)
        if article is None:
            continue
        published = member.published
        yield Account(
            article=member.article_id,
            outlet=member.outlet or words("page", "unknown_outlet"),
            published=words.days(published.earliest, published.latest)
            if published.earliest or published.latest
            else words("page", "undated"),
            language=article.language or "ar",
            url=article.url,
            title=article.title,
            passages=find_passages(article, [evidence.span for evidence in member.evidence]),
            title_only=all(evidence.span.field is Field.TITLE for evidence in member.evidence),
        )


def _difference(difference: EventDifference, event: Event, words: Words) -> Difference:
    field, _, entity = difference.field.partition(":")
    what = words("column", _COLUMNS.get(field, field))
    if entity:
        what += f" ({next((actor.label for actor in event.actors if actor.entity == entity), entity)})"
    said = [(_value(field, value.value, words), value.members) for value in difference.values]
    return Difference(what, tuple(f"{value} ({_outlets(members, event, words)})" for value, members in said))


def _value(field: str, value: str, words: Words) -> str:
    return words(field, value) if field in {"kind", "status", "outcome"} else value


def _outlets(keys: Iterable[str], event: Event, words: Words) -> str:
    by_key: dict[str, Member] = {member.key: member for member in event.members}
    outlets = {by_key[key].outlet or words("page", "unknown_outlet") for key in keys}
    return words.listed(sorted(outlets))
