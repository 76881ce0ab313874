"""Messages told by a noun: who sends a letter to whom, by what verb before or behind it."""

from collections.abc import Sequence

from hudna.arabic.contacts import status as st
from hudna.arabic.contacts.draft import Draft, pieces_of
from hudna.arabic.contacts.governor import Governor
from hudna.arabic.contacts.phrase import Phrase
from hudna.arabic.contacts.side import PERSON_LEVEL, Side, side_of_party
from hudna.arabic.contacts.slots import Slots, read_slots
from hudna.arabic.contacts.subject import subject_ahead
from hudna.arabic.contacts.words import markers, nouns, verbs
from hudna.arabic.scene import Scene
from hudna.model import ContactKind, ContactStatus, Match, Sentence, TimeMention

_WRITERS = PERSON_LEVEL | {"body", "state", "place"}
_APIECE = frozenset({"two", "many"})
_WITHIN = frozenset({"في", "وفي"})
MIN_SIDES = 3
MAX_TO = 2


def read_message(
    scene: Scene,
    phrase: Phrase,
    slots: Slots,
    governor: Governor | None,
    sentence: Sentence,
    standing: st.Standing | None,
    date: Match[TimeMention] | None,
) -> Draft | None:
    """Return the message that somebody sends to or gets from somebody; None where either is not said."""
    if governor is None:
        governor = _verb_behind(scene, phrase, sentence)
        if governor is None:
            return _told_in(scene, phrase, slots, sentence, date)
        slots = governor.slots
        standing = st.of_verb(scene, governor.place, governor.verb, sentence, date)
    exchanged = governor.verb.id == "exchange"
    if standing is None or not (exchanged or governor.verb.frames & {"get", "send"}):
        return None
    sides = _writers(scene, slots, governor, sentence)
    if len(sides) < 2 or any(side.level not in _WRITERS for side in sides):
        return None
    return Draft(
        kind=ContactKind.MESSAGE,
        status=standing.status,
        sides=tuple(sides),
        pieces=pieces_of((phrase.first, phrase.end), sides, [(governor.place, governor.place + 1)]),
        rule="<side> <message> <side>",
        sure=standing.sure and standing.status is ContactStatus.HELD and not slots.skipped,
        sentence=sentence.index,
        when=date,
        hedges=standing.hedges,
        noun=phrase.noun.id,
    )


def _told_in(
    scene: Scene, phrase: Phrase, slots: Slots, sentence: Sentence, date: Match[TimeMention] | None
) -> Draft | None:
    """Return the letter in which somebody says something to somebody: X said in a letter to Y."""
    addressed = [side for side in slots.to or slots.of if side.level in _WRITERS]
    near = bool(addressed) and addressed[0].first - phrase.end <= MAX_TO
    if not near or phrase.noun.number == "many" or scene.words[phrase.first - 1] not in _WITHIN:
        return None
    _, speakers = scene.speaker_before(phrase.first, sentence, reach=0)
    told = scene.told_in(scene.tokens[phrase.first].start, scene.tokens[phrase.first].field)
    speakers = speakers or (told.value.speakers if told is not None else ())
    if len(speakers) != 1 or not scene.may_meet(speakers[0]):
        return None
    writer = side_of_party(speakers[0], phrase.first)
    if {side.who.entity or side.who.label for side in addressed} & {writer.who.entity or writer.who.label}:
        return None
    sides = [writer, *addressed]
    return Draft(
        kind=ContactKind.MESSAGE,
        status=ContactStatus.HELD,
        sides=tuple(sides),
        pieces=pieces_of((phrase.first, phrase.end), sides, []),
        rule="في <message> الى <side>",
        sure=False,
        sentence=sentence.index,
        when=date,
        noun=phrase.noun.id,
    )


def _verb_behind(scene: Scene, phrase: Phrase, sentence: Sentence) -> Governor | None:
    """Return the verb of sending behind a noun: a letter that X addressed to Y, two letters sent by X to Y."""
    place = phrase.end
    while place < sentence.end and scene.words[place] in markers()["relative"]:
        place += 1
    verb = verbs().get(scene.words[place]) if place < sentence.end else None
    if verb is None or "send" not in verb.frames:
        return None
    carried = place + 1 < sentence.end and scene.words[place + 1] in markers()["with-it"]
    start = place + 1 + carried
    return Governor(place, verb, read_slots(scene, start, sentence.end), noun_like=False)


def _writers(scene: Scene, slots: Slots, governor: Governor, sentence: Sentence) -> list[Side]:
    """Return who writes and to whom; who only hands over what another wrote is neither."""
    named = governor.slots.direct[0] if governor.slots.direct else []
    if governor.verb.id == "exchange":
        return list(named)  # X and Y exchanged letters
    if "get" in governor.verb.frames:
        own = named or _ahead(scene, governor, sentence)
        return [*own, *slots.source] if own and slots.source else []
    if slots.source and slots.to:
        return [*slots.source, *slots.to]
    if slots.source:
        spoken = scene.words[governor.place - 1] in markers()["that-he"]
        return [*slots.source, *named] if spoken and named else []  # that he handed X a letter from Y
    own = named or _ahead(scene, governor, sentence) or _speaking(scene, governor, sentence)
    addressed = slots.to or slots.of
    return [*own, *addressed] if own and addressed else []


def _ahead(scene: Scene, governor: Governor, sentence: Sentence) -> Sequence[Side]:
    found = subject_ahead(scene, governor.place, sentence)
    return found.sides if found is not None else ()


def _speaking(scene: Scene, governor: Governor, sentence: Sentence) -> Sequence[Side]:
    """Return who says what a letter he sent tells: in a letter that he addressed to Y, X said."""
    behind = scene.words[governor.place + 1] if governor.place + 1 < len(scene.words) else ""
    carried = behind in markers()["with-it"] or scene.words[governor.place].endswith("ها")
    told = scene.told_in(scene.tokens[governor.place].start, scene.tokens[governor.place].field) if carried else None
    _, speakers = scene.speaker_before(governor.place, sentence, reach=0) if carried else (-1, ())
    speakers = speakers or (told.value.speakers if told is not None else ())
    return [side_of_party(speakers[0], governor.place)] if len(speakers) == 1 and scene.may_meet(speakers[0]) else ()


def each_letter(scene: Scene, draft: Draft) -> list[Draft]:
    """Return a letter to each of those whom two or more letters went to."""
    noun = nouns().get(scene.words[draft.first])
    inside = next(
        (nouns()[word] for word in scene.words[draft.first : draft.pieces[0][1]] if word in nouns()),
        noun,
    )
    at = next((at for at in range(draft.first, draft.pieces[0][1]) if scene.words[at] in nouns()), draft.first)
    if len(draft.sides) > 1 and draft.sides[1].end <= at:
        return [draft]  # two who write together
    if inside is None or inside.number not in _APIECE or len(draft.sides) < MIN_SIDES:
        return [draft]
    return [draft.with_sides((draft.sides[0], side)) for side in draft.sides[1:]]
