"""Promises: somebody pledges, promises, binds himself, or says "we have agreed to"."""

from collections.abc import Iterator
from typing import Final

from hudna.arabic.contacts.sides import read_sides
from hudna.arabic.pledges.schedules import condition_at
from hudna.arabic.pledges.words import markers, promises
from hudna.arabic.scene import Scene
from hudna.arabic.speech.subjects import subject_before
from hudna.model import (
    Match,
    PartKind,
    Party,
    Pledge,
    PledgeKind,
    Sentence,
    SentenceKind,
    TimeMention,
    TokenKind,
    When,
)

MAX_WHAT_TOKENS: Final = 25
MIN_WHAT_WORDS: Final = 2
MAX_LINK_REACH: Final = 7
_THAT: Final = frozenset({"بان", "بانه", "بانها", "ان", "بانهم"})
_STOPS: Final = frozenset({".", ":", "؛", "!", "؟", '"', "»", "”", "«"})


def read_promises(scene: Scene) -> Iterator[Match[Pledge]]:
    """Yield the promises of a document in order of the text."""
    for sentence in scene.document.sentences:
        if sentence.kind is SentenceKind.LITTER:
            continue
        for token in scene.tokens[sentence.first : sentence.end]:
            frame = promises().get(token.folded)
            if frame is not None and token.kind is TokenKind.WORD:
                found = _read(scene, token.i, frame, sentence)
                if found is not None:
                    yield found


def _read(scene: Scene, place: int, frame: str, sentence: Sentence) -> Match[Pledge] | None:
    token = scene.tokens[place]
    before = scene.tokens[place - 1].folded if place > sentence.first else ""
    if before in markers()["negation"] or before in _THAT | {"شرط", "شريطه"}:
        return None  # negated, or asked for: that X commit himself
    told = scene.told_in(token.start, token.field)
    if frame == "first":
        if told is None:
            return None
        who = told.value.speakers
        after = place + 1
    else:
        sides, after = read_sides(scene, place + 1, sentence.end)
        if not sides:
            phrases = subject_before(scene.frame, place, sentence)
            sides = read_sides(scene, phrases[0].first, place)[0] if phrases else []
            after = place + 1
        who = tuple(Party(s.who.span, s.who.label, s.who.entity, s.who.side, s.who.implied) for s in sides)
        if not who:
            _, speakers = scene.speaker_before(place + 1, sentence, reach=0)
            who = tuple(speakers) if _is_cue(scene, place) else ()
    what = _what(scene, after, sentence, frame)
    if what is None or not who:
        return None
    first, end = what
    span = scene.document.span(first, end)
    if _behind_bi(scene, first) and scene.tokens[first - 1].folded != "علي":
        span = span._replace(start=span.start + 1)
    date = scene.date_near(first, end, (place, sentence.end), 4)
    when = date.value if date is not None and not _is_over(scene, date) else None
    condition = next(
        (
            condition_at(scene.document, each, sentence)
            for each in range(first, min(end + 3, sentence.end - 1))
            if scene.tokens[each].folded in markers()["condition"]
        ),
        None,
    )
    pledge = Pledge(
        id="",
        kind=PledgeKind.PROMISE,
        who=who,
        what=span,
        due=When(when.earliest, when.latest, when.span, when.because) if when is not None else None,
        condition=condition,
        attributed_to=told.value.id if told is not None else _own_statement(scene, place),
        sure=frame == "third" and not any(party.implied for party in who),
        rule="<promise> ب<words>" if frame == "third" else "<we agreed> <words>",
        evidence=(token.span, span),
    )
    return Match("pledge", place, end, token.span, pledge, pledge.rule)


def _is_over(scene: Scene, date: Match[TimeMention]) -> bool:
    """Return whether a day lies before the publication day: nothing is promised for it."""
    published, latest = scene.document.published.earliest, date.value.latest
    return published is not None and latest is not None and latest < published


def _is_cue(scene: Scene, place: int) -> bool:
    return any(match.value.cue is not None for match in scene.statements_from(place))


def _own_statement(scene: Scene, place: int) -> str | None:
    """Return the statement that the promising verb itself opens."""
    token = scene.tokens[place]
    for start in range(token.start, token.end):
        match = scene.statement_by_cue.get((token.field, start))
        if match is not None:
            return match.value.id
    return None


def _what(scene: Scene, place: int, sentence: Sentence, frame: str) -> tuple[int, int] | None:
    """Return the tokens of what is promised, after its preposition or that-word."""
    for start in range(place, min(place + MAX_LINK_REACH, sentence.end - 1)):
        word = scene.tokens[start].folded
        if word in _STOPS:
            return None
        if word in _THAT or (frame == "first" and word == "علي"):
            return _until(scene, start + 1, sentence)
        if _behind_bi(scene, start) and not _clitic_name(scene, start):
            return _until(scene, start, sentence)
    return None


def _behind_bi(scene: Scene, place: int) -> bool:
    """Return whether a word stands behind the preposition glued to it, rather than begins with its letter."""
    parts = scene.document.parts[place]
    return bool(parts) and parts[0].kind is PartKind.PREPOSITION and parts[0].folded == "ب"


def _clitic_name(scene: Scene, place: int) -> bool:
    name = scene.chart.name_at(place)
    return name is not None and not scene.chart.glued(name)


def _until(scene: Scene, first: int, sentence: Sentence) -> tuple[int, int] | None:
    end = first
    while end < min(sentence.end, first + MAX_WHAT_TOKENS):
        word = scene.tokens[end].folded
        if word in _STOPS or word in markers()["stop"]:
            break
        if word in {"،", ","} and end - first >= MIN_WHAT_WORDS:
            break
        end += 1
    words = sum(token.kind is TokenKind.WORD for token in scene.tokens[first:end])
    return (first, end) if words >= MIN_WHAT_WORDS else None
