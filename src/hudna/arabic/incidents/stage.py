"""The reading of incidents: every telling in the order of the text, then one record for each incident."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, Final

from hudna.arabic.incidents.antecedents import with_place_meant
from hudna.arabic.incidents.blame import with_blame
from hudna.arabic.incidents.charges import blames
from hudna.arabic.incidents.days import is_day_of_another, with_day_of_report
from hudna.arabic.incidents.doubt import is_answered
from hudna.arabic.incidents.draft import Draft
from hudna.arabic.incidents.heads import owned
from hudna.arabic.incidents.implied import goes_on, is_second
from hudna.arabic.incidents.merge import merge
from hudna.arabic.incidents.sentence import read_sentence
from hudna.arabic.incidents.sources import breach_in, claimed, silent, unverified, with_source
from hudna.arabic.incidents.verbless import verbless
from hudna.arabic.incidents.where import is_land, place_of_target
from hudna.arabic.incidents.words import any_of, losses, markers, words
from hudna.arabic.names.tables import labels
from hudna.arabic.scene import OUTLETS, Scene, scene_of, sentences_with
from hudna.lexicon import Trigger
from hudna.model import (
    Because,
    Document,
    Field,
    Incident,
    IncidentKind,
    Match,
    Party,
    Place,
    Sentence,
    SentenceKind,
    Span,
    Stage,
    TimeMention,
    Toll,
    TollOutcome,
    When,
)
from hudna.model.frozen import replace
from hudna.text import fold_word

_FROM_AFAR: Final = frozenset({IncidentKind.AIR_STRIKE, IncidentKind.SHELLING, IncidentKind.CHEMICAL})
_DATELINE: Final = re.compile(r"\s*\([A-Z]{2,}\)\s*[-–—]")
MAX_DATELINE: Final = 80  # characters
MAX_PIECES: Final = 4
MAX_WORDS: Final = 90
MAX_OVER: Final = 5
MAX_SINCE_WAR: Final = 9
MAX_ANOTHER: Final = 6
_OVER: Final = frozenset({"خلال", "منذ"})
MIN_OF_MANY: Final = 50


def find_incidents(document: Document) -> Document:
    """Return the document with its incidents in the order in which they are first told."""
    if not _FORCE.places(document):
        return document
    scene = scene_of(document)
    drafts: list[Draft] = []
    for sentence, _ in sentences_with(document, _TRIGGER):
        places = _FORCE.within(document, sentence.first, sentence.end)
        if places:
            for draft in read_sentence(scene, sentence, places):
                drafts.append(_in_context(scene, goes_on(scene, draft, drafts), sentence))
        if drafts and _VOICE.within(document, sentence.first, sentence.end):
            drafts = _with_voices(scene, sentence, drafts)
            if not blames().isdisjoint(scene.words[sentence.first : sentence.end]):
                drafts = with_blame(scene, sentence, drafts)
    found = [_record(scene, draft) for draft in with_day_of_report(scene, merge(drafts))]
    found.sort(key=lambda match: (match.first, match.end))
    numbered = tuple(
        match.with_value(replace(match.value, id=f"i{number}")) for number, match in enumerate(found, start=1)
    )
    return replace(document, incidents=numbered)


def _in_context(scene: Scene, draft: Draft, sentence: Sentence) -> Draft:
    """Return a telling with who tells it, what it is said to break, its place by its target, and whether it is a total."""
    when = draft.when
    if when is not None and (_is_to_come(scene, when) or is_day_of_another(scene, draft, when)):
        draft = replace(draft, when=None, since=False)  # the day is of what is to come, or of something else
    actor = owned(draft.actor) if not (_is_dateline(scene, draft.actor) or _only_speaks(draft.actor)) else None
    told = with_source(scene, draft if actor is draft.actor else replace(draft, actor=actor))
    if told.actor is not None and told.target is not None and told.target.label == told.actor.label:
        told = replace(told, target=None)  # who is hit is not who hits
    told = with_place_meant(scene, told)
    if told.place is not None and _is_blamed(told, told.place):
        told = replace(told, place=None)  # whom somebody charges is not where it was
    return replace(
        told,
        breach_of=told.breach_of or breach_in(scene, told, sentence),
        aggregate=told.aggregate or _is_total(scene, told),
        also=_is_on_top(scene, told, sentence),
        answered=is_answered(scene, told.first),
        title=sentence.kind is SentenceKind.TITLE or sentence.index <= 1,
        place=place_of_target(scene, told),
    )


def _is_blamed(draft: Draft, place: Place) -> bool:
    """Return whether the name of a place stands for those who did it, or are said to have."""
    parties = (draft.actor, *(each.accused for each in draft.accusations))
    return any(party is not None and party.span == place.span for party in parties)


def _only_speaks(party: Party | None) -> bool:
    """Return whether a party only tells of force or helps: an outlet, who watches over rights; no deed is laid to it by a pronoun."""
    if party is None:
        return False
    row = labels().get(party.entity or "")
    outlet = row is not None and row["class"] in OUTLETS - {"company"}
    return outlet or not markers()["never-armed"].isdisjoint(map(fold_word, party.label.split()))


def _is_dateline(scene: Scene, party: Party | None) -> bool:
    """Return whether a party is only where a report was written: Dubai, UAE (CNN) --."""
    if party is None or party.span.field != Field.TEXT or party.span.start > MAX_DATELINE:
        return False
    return _DATELINE.match(scene.document.article.text, party.span.end) is not None


def _is_to_come(scene: Scene, when: Match[TimeMention]) -> bool:
    """Return whether a day is after that of publication: what was done was done before."""
    told, earliest = scene.document.published.latest, when.value.earliest
    return told is not None and earliest is not None and earliest > told


def _is_on_top(scene: Scene, draft: Draft, sentence: Sentence) -> bool:
    """Return whether a deed is told with a verb of its own on top of others: they also carried out raids on X."""
    first = draft.first
    near = scene.words[max(sentence.first, first - 2) : first + 2]
    if draft.asserted and not markers()["on-top"].isdisjoint(near):
        return True
    if is_second(scene, draft):
        return True
    end = min(draft.pieces[0][1], first + MAX_ANOTHER)
    return not markers()["another"].isdisjoint(scene.words[first:end])  # raids like those


@cache
def _voices() -> frozenset[str]:
    """Return the words that tell of a claim, of silence or of what could not be verified."""
    return _claims() | blames() | any_of("verify", "comment")


_FORCE: Final = Trigger(among=lambda: {*words(), *losses(), *verbless()})
_VOICE: Final = Trigger(among=_voices)
_TRIGGER: Final = Trigger(among=lambda: {*words(), *losses(), *verbless(), *_voices()})


@cache
def _claims() -> frozenset[str]:
    """Return the words by which somebody owns up to a deed."""
    forms = {form for form, word in words().items() if word.frame == "claim"}
    return markers()["responsibility"] | forms


def _with_voices(scene: Scene, sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    if sentence.index - drafts[-1].sentence > 3:
        return drafts
    if not _claims().isdisjoint(scene.words[sentence.first : sentence.end]):
        drafts = claimed(scene, sentence, drafts)
    party = unverified(scene, sentence)
    if party is not None:
        drafts[-1] = replace(drafts[-1], unverified_by=party)
    quiet = silent(scene, sentence)
    if quiet is not None and sentence.index > drafts[-1].sentence - 1:
        drafts[-1] = replace(drafts[-1], no_comment=(*drafts[-1].no_comment, quiet))
    return drafts


def _is_total(scene: Scene, draft: Draft) -> bool:
    """Return whether a telling adds up many deeds over a time: since a day, in months, again and again."""
    if draft.since and (draft.tolls or draft.many):
        return True
    first, end = draft.pieces[0]
    if draft.count is not None and not _OVER.isdisjoint(scene.words[first : end + MAX_OVER]):
        return True
    if any(_is_great(toll) for toll in draft.tolls) and _since_war(scene, draft):
        return True
    if draft.many and not markers()["series"].isdisjoint(scene.words[max(0, first - 3) : end + 6]):
        return True
    when = draft.when.value if draft.when is not None else None
    if when is not None and draft.tolls and when.grain in {"year", "decade"}:
        return draft.many or (not draft.exact and any(_is_great(toll) for toll in draft.tolls))
    return False


def _since_war(scene: Scene, draft: Draft) -> bool:
    """Return whether a telling adds up all since a war began: more than nine thousand killed since the war broke out."""
    last = max(end for _, end in draft.pieces)
    near = scene.words[draft.pieces[0][0] : last + MAX_SINCE_WAR]
    outset, war = markers()["outset"], markers()["war"]
    return any(
        one == "منذ" and two in outset and three in war
        for one, two, three in zip(near, near[1:], near[2:], strict=False)
    )


def _is_great(toll: Toll) -> bool:
    """Return whether a toll of a whole year is more than one deed brings."""
    return (toll.min or 0) >= MIN_OF_MANY


def _record(scene: Scene, draft: Draft) -> Match[Incident]:
    evidence = tuple(_spans(scene, draft.pieces))
    kind = draft.kind
    fled = any(toll.outcome is TollOutcome.DISPLACED for toll in draft.tolls)
    if kind is IncidentKind.OTHER and not fled and draft.target is not None and "مدنيين" in draft.target.label:
        kind = IncidentKind.VIOLENCE_AGAINST_CIVILIANS
    incident = Incident(
        id="",
        kind=kind,
        actor=draft.actor,
        target=draft.target or _ground_hit(draft),
        reported_by=draft.reported_by,
        accusations=draft.accusations,
        claimed_by=draft.claimed_by,
        deniers=draft.deniers,
        no_comment=draft.no_comment,
        unverified_by=draft.unverified_by,
        place=draft.place,
        when=_when(scene, draft),
        tolls=draft.tolls,
        aggregate=draft.aggregate,
        count=draft.count,
        breach_of=draft.breach_of,
        attributed_to=draft.told.value.id if draft.told is not None else None,
        hedges=draft.hedges,
        sure=False,  # no rule of this room has shown 0.90 on articles that it was not made with
        rule=draft.rule,
        evidence=evidence,
    )
    first, end = draft.pieces[0]
    return Match("incident", first, end, evidence[0], incident, draft.rule, tuple(_parts(draft)))


def _ground_hit(draft: Draft) -> Party | None:
    """Return the place of a raid, of shelling or of gas as what was hit, where nothing else is told to have been."""
    place = draft.place
    if place is None or draft.kind not in _FROM_AFAR or draft.downed or is_land(place):
        return None
    return Party(place.span, place.label, place.entity, None, True)


def _parts(draft: Draft) -> Iterator[Match[Any]]:
    if draft.when is not None:
        yield draft.when


def _when(scene: Scene, draft: Draft) -> When | None:
    if draft.when is None:
        return _told(scene) if draft.ongoing else None
    value = draft.when.value
    latest = value.latest
    if latest is None or (draft.since and value.earliest is not None):  # it goes on until it is told
        latest = scene.document.published.latest or latest
    return When(value.earliest, latest, value.span, value.because)


def _told(scene: Scene) -> When | None:
    """Return the day of publication, for what is told as going on then."""
    published = scene.document.published
    if published.earliest is None or published.latest is None:
        return None
    return When(published.earliest, published.latest, None, Because("day_of_publication"))


def _spans(scene: Scene, pieces: Sequence[tuple[int, int]]) -> Iterator[Span]:
    """Yield the words of the pieces, as many as evidence may have."""
    total = 0
    seen: set[Span] = set()
    for first, end in pieces[:MAX_PIECES]:
        field = scene.tokens[first].field
        last = next(each for each in range(end - 1, first - 1, -1) if scene.tokens[each].field is field)
        span = scene.document.span(first, last + 1)
        word = words().get(scene.words[first])
        if word is not None and word.cut and scene.words[first][0] in "وف":
            span = span._replace(start=span.start + 1)
        total += last + 1 - first
        if span in seen or span.field not in Field or (seen and total > MAX_WORDS):
            continue
        seen.add(span)
        yield span


STAGE: Final = Stage(
    "incidents",
    frozenset({"names", "dates", "statements"}),
    frozenset({"incidents"}),
    find_incidents,
)
