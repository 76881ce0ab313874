"""Who else has a part in a measure, where its phrase and what governs it leave a side open, and why.

Each reason is a function of its own; they are asked in order while fewer than two sides are known.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from hudna.arabic.contacts.side import country_of
from hudna.arabic.incidents.verb_forms import is_verb_form
from hudna.arabic.measures.draft import Draft
from hudna.arabic.measures.who import as_party, is_pair, on_the_part_of, parties_of, read_sides, reports, the_two
from hudna.arabic.measures.words import GOVERNORS, markers
from hudna.arabic.names.tables import labels
from hudna.arabic.scene import Scene
from hudna.model import WORD, Act, MeasureKind, MeasureStatus, Party, Sentence
from hudna.model.frozen import replace

MIN_SIDES: Final = 2
MAX_TELLINGS: Final = 3
MAX_BACK: Final = 16
MAX_NEAR: Final = 3
MAX_AHEAD: Final = 8
_ON: Final = frozenset({"علي", "وعلي", "فعلي"})
_THAT: Final = frozenset({"ان"})
_PEOPLES: Final = frozenset({"state", "nationality", "body", "bodies", "persons", "place"})
_TALKED_OVER: Final = frozenset(
    {
        MeasureStatus.STALLED, MeasureStatus.UNDER_NEGOTIATION, MeasureStatus.AGREED, MeasureStatus.SIGNED,
        MeasureStatus.DRAFTED,
    }
)  # fmt: skip
_MEANS: Final = frozenset({"عبر", "خلال", "بواسطه"})
_RECEIVERS: Final = frozenset({"body", "bodies", "persons"})
_SPECIFIC: Final = frozenset({"state", "body", "bodies", "place", "person"})

Reason = Callable[[Scene, int, Draft, Sequence[Draft]], tuple[Party, ...]]


def sharers(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> tuple[Party, ...]:
    """Return who has a part in a measure beside the sides known, marked as implied."""
    found: dict[str, Party] = {}
    known = {party.entity or party.label for party in draft.parties}
    for reason in _REASONS.get(draft.kind, ()):
        for first, _ in draft.pieces[:MAX_TELLINGS]:
            if len(known) + len(found) >= MIN_SIDES:
                return tuple(found.values())
            for party in reason(scene, first, draft, drafts):
                key = party.entity or party.label
                if key not in known and not reports(party) and _state_of(party) not in known:
                    found.setdefault(key, replace(party, implied=True))
    return tuple(found.values())


def _state_of(party: Party) -> str | None:
    """Return the key of the state that a body or person of a country belongs to."""
    country = country_of(party.entity)
    return f"state:{country}" if country else None


def _accused(scene: Scene, first: int, _draft: Draft, _drafts: Sequence[Draft]) -> tuple[Party, ...]:
    """Return who is accused, where the measure is what he is accused of not keeping."""
    token = scene.tokens[first]
    told = scene.told_in(token.end - 1, token.field)
    return told.value.about if told is not None and told.value.act is Act.ACCUSE else ()


def _owing(scene: Scene, first: int, _draft: Draft, _drafts: Sequence[Draft]) -> tuple[Party, ...]:
    """Return on whom it is to do what the measure asks: it is for all parties to keep the truce, a call to X to stop."""
    sentence = scene.sentence_at(first)
    for place in range(first - 2, max(sentence.first, first - MAX_BACK) - 1, -1):
        word = scene.words[place]
        if word in {".", "؛"}:
            break
        if word not in _ON:
            continue
        sides, end = read_sides(scene, place + 1, first)
        if sides and end < first and scene.words[end] in _THAT:
            return parties_of(sides)
    return ()


def _pressing(scene: Scene, first: int, _draft: Draft, _drafts: Sequence[Draft]) -> tuple[Party, ...]:
    """Return who works on somebody by means of sanctions: X presses Y by the sanctions."""
    sentence = scene.sentence_at(first)
    if scene.words[first - 1] not in _MEANS or first - 1 <= sentence.first:
        return ()
    for place in range(first - 2, max(sentence.first, first - 2 * MAX_BACK), -1):
        if scene.words[place] in {".", "؛", '"'}:
            continue
        before = scene.words[place - 1].removeprefix("و")
        if not (is_verb_form(before) or any(row.form == "verb" for row in GOVERNORS[before])):
            continue
        sides, _ = read_sides(scene, place, first)
        if sides:
            return parties_of([side for side in sides[:1] if side.level in _SPECIFIC])
    return ()


def _drafting(_: Scene, first: int, draft: Draft, drafts: Sequence[Draft]) -> tuple[Party, ...]:
    """Return who put forward the resolution that is to set up a mechanism told in its sentence."""
    if draft.parties:
        return ()
    for other in drafts:
        if other.kind is MeasureKind.RESOLUTION and other.sentence == draft.sentence and other.first < first:
            return tuple(
                party
                for stand in other.stands
                if stand.status in {MeasureStatus.DRAFTED, MeasureStatus.PROPOSED}
                for party in stand.by
            )
    return ()


def _trying(scene: Scene, first: int, _draft: Draft, _drafts: Sequence[Draft]) -> tuple[Party, ...]:
    """Return whose attempts to reach an agreement are told before it: the attempts of X to reach."""
    sentence = scene.sentence_at(first)
    for place in range(first - 2, max(sentence.first, first - MAX_AHEAD) - 1, -1):
        if scene.words[place].removeprefix("و") in markers()["attempt"]:
            return parties_of(read_sides(scene, place + 1, first)[0])
    return ()


def _negotiating(scene: Scene, first: int, draft: Draft, _drafts: Sequence[Draft]) -> tuple[Party, ...]:
    """Return who meets or talks, told in the sentence of an agreement that is sought or came to nothing."""
    if draft.parties or not any(stand.status in _TALKED_OVER for stand in draft.stands):
        return ()
    sentence = scene.sentence_at(first)
    for match in scene.document.contacts:
        if sentence.first <= match.first < first:
            people = [as_party(who) for who in match.value.participants]
            if len(people) > 1 and not any(reports(party) for party in people):
                return tuple(people) + _states_across(people)
    return ()


def _states_across(people: Sequence[Party]) -> tuple[Party, ...]:
    """Return the states of people who are across from a state: the president visits X."""
    if not any((party.entity or "").startswith("state:") for party in people):
        return ()
    keys = (_state_of(party) for party in people if (party.entity or "").startswith("person:"))
    found = (labels().get(key) if key else None for key in keys)
    spans = {_state_of(party): party.span for party in people}
    return tuple(Party(spans[f"state:{row.id}"], row.form, f"state:{row.id}") for row in found if row is not None)


def _at_odds(scene: Scene, first: int, draft: Draft, _drafts: Sequence[Draft]) -> tuple[Party, ...]:
    """Return the two between whom its sentence or the one before tells of peace, talks or a conflict: our plan for peace."""
    if draft.parties:
        return ()
    sentence = scene.sentence_at(first)
    start = scene.document.sentences[max(0, sentence.index - 1)].first
    words = markers()["at-odds"] | markers()["fighting"] | markers()["talks"]
    for place in range(sentence.end - 2, start, -1):
        near = scene.words[max(start, place - MAX_NEAR) : place]
        if scene.words[place] == "بين" and not words.isdisjoint(near):
            sides = read_sides(scene, place + 1, min(place + MAX_BACK, sentence.end))[0]
            two = scene.words[place + 1] in markers()["pair"] or (bool(sides) and is_pair(sides[0]))
            if two or (len(sides) == MIN_SIDES and all(side.level in _PEOPLES for side in sides)):
                found = the_two(scene, place, ()) if two else parties_of(sides)
                return () if place < first and _elsewhere(scene, first, sentence, found) else found
    return ()


def _elsewhere(scene: Scene, first: int, sentence: Sentence, parties: Sequence[Party]) -> bool:
    """Return whether a state or place told right behind a measure is of neither party: peace of X and Y, the war in Z."""
    names = [scene.chart.name_at(place) for place in range(first + 1, min(sentence.end, first + MAX_AHEAD))]
    keys = {party.entity for party in parties}
    return any(name.value.entity not in keys for name in names if name is not None and name.kind in {"state", "place"})


def _acting(scene: Scene, first: int, _draft: Draft, _drafts: Sequence[Draft]) -> tuple[Party, ...]:
    """Return on whose part it is, told behind it: was proposed by, its breach on the part of."""
    return on_the_part_of(scene, first + 1, first + MAX_BACK)


def _trading(scene: Scene, first: int, _draft: Draft, _drafts: Sequence[Draft]) -> tuple[Party, ...]:
    """Return the state that buys or sells by a contract: a deal to sell arms to X, to supply X with, to buy from X."""
    sentence = scene.sentence_at(first)
    near = range(first + 1, min(first + MAX_NEAR + 1, sentence.end))
    trade = next((place for place in near if scene.words[place] in markers()["trade"]), None)
    if trade is None:
        return ()
    for place in range(trade + 1, min(trade + MAX_BACK, sentence.end)):
        if scene.words[place] in {".", "؛", "،"}:
            break
        name = scene.chart.name_at(place)
        if name is None or name.kind != "state":
            continue
        if place == trade + 1 or scene.chart.glued(name) == "ل" or scene.words[place - 1] in {"من", "الي"}:
            return parties_of(read_sides(scene, place, name.end)[0])
    return ()


def _receiving(scene: Scene, first: int, draft: Draft, _: Sequence[Draft]) -> tuple[Party, ...]:
    """Return to whom aid is brought: people, a body that runs relief; no place."""
    sentence = scene.sentence_at(first)
    start = draft.phrase.core if first == draft.first else first + 1
    for place in range(start, min(sentence.end - 1, start + MAX_AHEAD)):
        word = scene.words[place]
        if scene.tokens[place].kind is not WORD:
            break
        to = place + 1 if word == "الي" else place if word.startswith("لل") else None
        if to is None:
            continue
        people = _people_in_need(scene, to)
        if people is not None:
            return (people,)
        sides, _end = read_sides(scene, to, sentence.end, places=False)
        bodies = [side for side in sides if side.level in _RECEIVERS]
        if bodies:
            return parties_of(bodies)
    return ()


def _people_in_need(scene: Scene, place: int) -> Party | None:
    """Return the people at a token, with their nationality behind them, by their words: the people of X, the displaced."""
    token = scene.tokens[place]
    cut = 1 if token.folded.startswith("لل") else 0
    if "ا" * cut + token.folded[cut:] not in markers()["receivers"]:
        return None
    name = scene.chart.name_at(place + 1) if place + 1 < len(scene.tokens) else None
    end = name.end if name is not None and name.kind == "nationality" else place + 1
    span = scene.document.span(place, end)
    label = scene.document.article.words(span._replace(start=span.start + cut))
    return Party(span._replace(start=span.start + cut), "ا" * cut + label)


_REASONS: Final[Mapping[MeasureKind, tuple[Reason, ...]]] = {
    MeasureKind.SANCTIONS: (_pressing,),
    MeasureKind.MECHANISM: (_drafting,),
    MeasureKind.AGREEMENT: (_trading, _trying, _owing, _accused, _negotiating, _at_odds, _acting),
    MeasureKind.DOCUMENT: (_negotiating, _at_odds, _acting),
    MeasureKind.CEASEFIRE: (_owing, _accused, _at_odds, _acting),
    MeasureKind.RESOLUTION: (_accused, _acting),
    MeasureKind.ZONE: (_acting,),
    MeasureKind.WITHDRAWAL: (_owing,),
    MeasureKind.RELEASE: (_owing,),
    MeasureKind.EVACUATION: (_owing,),
    MeasureKind.AID: (_receiving, _owing),
}
