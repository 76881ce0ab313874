"""What statements take from one another: the occasion told before, and the statement that one is told in."""

from collections.abc import Iterator, Sequence
from typing import Final

from hudna.arabic.names.tables import heads, labels
from hudna.model import Document, Match, Party, Span, Statement
from hudna.model.frozen import replace
from hudna.text import fold

_MEDIA: Final = frozenset({"agency", "broadcaster", "newspaper"})


def on_the_same_occasion(before: Statement, match: Match[Statement]) -> Match[Statement]:
    """Return a report with the channel, hearer and passer-on of the report of the same speakers that it goes on with."""
    value = match.value
    if {who.label for who in before.speakers} != {who.label for who in value.speakers}:
        return match
    if value.addressee is not None or (value.channel is not None and before.channel is not None):
        return match
    via = value.via or before.via
    return match._replace(
        value=replace(value, addressee=before.addressee, channel=value.channel or before.channel, via=via)
    )


def told_on(matches: Sequence[Match[Statement]], last: Match[Statement] | None) -> Iterator[Match[Statement]]:
    """Yield a sentence's reports; one whose speaker is left out goes on with ``last``, before it in its paragraph."""
    for match in matches:
        if last is not None and match.first < last.end and match.span.field is last.span.field:
            yield match  # told within it
            continue
        if last is not None and all(who.implied for who in match.value.speakers):
            match = on_the_same_occasion(last.value, match)  # noqa: PLW2901
        yield match
        last = match


def attributed(document: Document, found: list[Match[Statement]]) -> Iterator[Match[Statement]]:
    """Yield the statements with the one each is told in, where its word stands inside another's content."""
    open_: list[Statement] = []  # those whose content has not ended yet
    for match in found:
        cue = match.value.cue
        open_ = [outer for outer in open_ if _reaches(outer, cue)] if cue is not None and open_ else []
        outer = next((outer for outer in reversed(open_) if _holds(outer, cue)), None) if cue and open_ else None
        open_.append(match.value)
        if outer is None:
            yield match
            continue
        media = not match.value.via and all(_is_outlet(document, who) for who in outer.speakers)
        via = outer.speakers if media else match.value.via
        yield match.with_value(replace(match.value, attributed_to=outer.id, via=via))


def _is_outlet(document: Document, who: Party) -> bool:
    """Return whether whoever speaks passes on what others say: an agency, a paper, a channel."""
    entry = labels().get(who.entity or "")
    if entry is not None:
        return entry["class"] in _MEDIA
    first = fold(document.article.words(who.span)).text.split()[:1]
    head = heads().get(first[0]) if first else None
    return head is not None and head["class"] == "outlet"


def _holds(outer: Statement, cue: Span) -> bool:
    return any(part.contains(cue) for part in outer.content)


def _reaches(outer: Statement, cue: Span) -> bool:
    last = outer.content[-1]
    return last.field is cue.field and last.end > cue.start
