"""The reading of measures: every telling in the order of the text, then one record for each measure."""

from collections.abc import Iterator, Sequence
from typing import Final

from hudna.arabic.measures.certainty import is_sure
from hudna.arabic.measures.context import with_context, without_failed_votes
from hudna.arabic.measures.days import day_said
from hudna.arabic.measures.draft import Draft, Pieces, Stand
from hudna.arabic.measures.merge import merge
from hudna.arabic.measures.phrase import noun_at
from hudna.arabic.measures.telling import read_telling, read_verb
from hudna.arabic.measures.words import nouns, verbs
from hudna.arabic.scene import Scene, scene_of, sentences_with
from hudna.lexicon import Trigger
from hudna.model import Document, Match, Measure, Position, Span, Stage, When
from hudna.model.frozen import replace

MAX_PIECES: Final = 6
NEAR: Final = 4
REACH: Final = 6
MAX_NAME: Final = 8
_BARE: Final = {"agree-on": "<agree>", "consent": "<accept>"}  # told by themselves, and as what is said of a measure


def find_measures(document: Document) -> Document:
    """Return the document with its measures in the order in which they are first told."""
    triggers = sentences_with(document, _TRIGGER)
    if not triggers:
        return document
    scene = scene_of(document)
    drafts: list[Draft] = []
    for sentence, places in triggers:
        taken = -1
        for place in places:
            if place < taken:
                continue
            found: list[Draft] = []
            word = scene.words[place]
            named = word in nouns() and noun_at(scene, place, sentence.end) is not None
            if named and not _inside_name(scene, place):
                found = read_telling(scene, place, sentence, drafts[-NEAR:])
            if word in verbs() and not (found and any(draft.stands for draft in found)):
                found = read_verb(scene, place, sentence, drafts[-NEAR:]) or found
            if found:
                taken = found[0].phrase.core if found[0].noun not in _BARE else place
                _drop_bare(drafts, found)
            drafts += found
    told = merge(without_failed_votes(drafts))
    merged = sorted(with_context(scene, told), key=lambda draft: draft.pieces[0]) if told else []
    records = tuple(_record(scene, draft, f"m{number}") for number, draft in enumerate(merged, start=1))
    return replace(document, measures=records) if records else document


def _drop_bare(drafts: list[Draft], found: Sequence[Draft]) -> None:
    """Drop "agreed on" told by itself where a noun behind it says what was agreed on."""
    last = drafts[-1] if drafts else None
    if last is None or last.noun not in _BARE or found[0].first >= last.phrase.end + REACH:
        return
    if any(_BARE[last.noun] in stand.rule for draft in found for stand in draft.stands):
        drafts.pop()


_TRIGGER: Final = Trigger(among=lambda: (*nouns(), *verbs()))


def _inside_name(scene: Scene, place: int) -> bool:
    """Return whether a token stands inside the name of a body that begins before it: the organisation for … ban."""
    if not scene.inside_names[place]:
        return False
    for start in range(place - 1, max(-1, place - MAX_NAME), -1):
        name = scene.chart.name_at(start)
        if name is not None and name.end > place and name.kind in {"body", "office", "person"}:
            return True
    return False


def _record(scene: Scene, draft: Draft, key: str) -> Match[Measure]:
    stands = [replace(stand, when=day_said(scene, stand)) for stand in draft.stands]
    pieces = [each for stand in stands for each in stand.pieces]
    evidence = tuple(_spans(scene, pieces))[:MAX_PIECES]
    told = {stand.told for stand in draft.stands}
    hedges = tuple(dict.fromkeys(hedge for stand in draft.stands for hedge in stand.hedges))
    rule = " + ".join(dict.fromkeys(stand.rule for stand in draft.stands))
    measure = Measure(
        id=key,
        kind=draft.kind,
        name=draft.name,
        parties=draft.parties,
        guarantors=draft.guarantors,
        mediators=draft.mediators,
        place=draft.place or draft.setting,
        covers=draft.covers,
        excludes=draft.excludes,
        length=draft.length,
        recurs=draft.recurs,
        quantity=draft.quantity,
        statuses=tuple(_position(scene, stand) for stand in stands),
        attributed_to=next(iter(told)) if len(told) == 1 else None,
        hedges=hedges,
        sure=is_sure(draft),
        rule=rule,
        evidence=evidence,
    )
    first, end = draft.pieces[0]
    children = tuple(stand.when for stand in stands if stand.when is not None)
    return Match("measure", first, end, scene.document.span(first, end), measure, rule, children)


def _position(scene: Scene, stand: Stand) -> Position:
    value = stand.when.value if stand.when is not None else None
    when = When(value.earliest, value.latest, value.span, value.because) if value is not None else None
    return Position(
        status=stand.status,
        by=stand.by,
        of=stand.of,
        attributed_to=stand.told,
        condition=stand.condition,
        when=when,
        evidence=tuple(_spans(scene, stand.pieces))[:MAX_PIECES],
    )


def _spans(scene: Scene, pieces: Pieces | Sequence[tuple[int, int]]) -> Iterator[Span]:
    seen: set[Span] = set()
    for first, end in pieces:
        field = scene.tokens[first].field
        last = next(each for each in range(end - 1, first - 1, -1) if scene.tokens[each].field is field)
        span = scene.document.span(first, last + 1)
        if span not in seen:
            seen.add(span)
            yield span


STAGE: Final = Stage(
    "measures",
    frozenset({"names", "dates", "statements", "parts"}),
    frozenset({"measures"}),
    find_measures,
)
