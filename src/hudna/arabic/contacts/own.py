"""Whose contact a noun tells: named behind it, in construct with it, or the subject of the sentence."""

from collections.abc import Sequence
from typing import Final

from hudna.arabic.contacts.addressed import speaker_and_addressed
from hudna.arabic.contacts.among import are_several, of_many_states, sat_in
from hudna.arabic.contacts.draft import Draft
from hudna.arabic.contacts.governor import Governor, is_adjunct
from hudna.arabic.contacts.matrix import matrix_subject
from hudna.arabic.contacts.owner import last_named, owner_told, rather_person, whose_wish
from hudna.arabic.contacts.phrase import Phrase
from hudna.arabic.contacts.side import PERSON_LEVEL, Side, country_of, side_of_party, with_role
from hudna.arabic.contacts.sides import glued, nationality_sides, read_sides
from hudna.arabic.contacts.slots import Slots
from hudna.arabic.contacts.status import is_before_or_after
from hudna.arabic.contacts.subject import agent_before, ending_at, subject_ahead, unquoted
from hudna.arabic.contacts.urged import urged_sides
from hudna.arabic.contacts.voice import is_speaker, speaking_side, spoken_for
from hudna.arabic.contacts.where import read_place
from hudna.arabic.contacts.words import WE, markers, verbs, with_conjunction
from hudna.arabic.scene import Scene, state_of
from hudna.arabic.speech.cues import CUES, NAMES_ITS_OBJECT, cue_forms
from hudna.arabic.speech.cues import markers as speech_markers
from hudna.model import ContactKind, PartKind, Role, Sentence
from hudna.model.frozen import replace
from hudna.text.letters import COMMAS

CLOSES: Final = frozenset({"ختام", "نهايه", "ختامها"})
_THAT: Final = frozenset({"ان", "بان", "فان", "لان"})
_SITTINGS: Final = frozenset({"sitting", "meeting", "summit", "conference", "vote"})
_GATHERINGS: Final = frozenset({"conference", "summit"})
WITHIN: Final = "<contact> اطار"
ATTENDS: Final = "<side> <attend> <gathering>"
_COUNCILS: Final = frozenset({"sitting", "meeting", "vote"})
_IN: Final = "في"
_ACROSS: Final = "مع"
_INSIDE: Final = frozenset({"في", "من", "الي", "علي", "ضد", "عن"})
_BETWEEN_THEM: Final = frozenset({"بينهما", "بينهم"})
_TALKED: Final = frozenset({"talks", "meeting", "summit"})
_ONE: Final = frozenset({"ه", "ها"})
_WE_HAVE: Final = frozenset({"لدينا", "ولدينا"})
_AND_THAT: Final = "وذلك"
_HIS_WORDS: Final = frozenset({"قوله", "قولها"})
MAX_BETWEEN_REACH: Final = 10
MAX_NAMED_REACH: Final = 40
MAX_OPENING: Final = 6
MAX_OPENING_WORDS: Final = 3
MAX_WISH_REACH: Final = 8
PAIR: Final = 2


def sides_of(
    scene: Scene,
    phrase: Phrase,
    slots: Slots,
    genitive: Sequence[Side],
    governor: Governor | None,
    sentence: Sentence,
    told: Sequence[Draft],
    kind: ContactKind,
) -> tuple[list[Side], str]:
    """Return who takes part and the name of the pattern that says so."""
    noun = f"<{phrase.noun.id}>"
    if len(slots.between) > 1 or (slots.between and are_several(scene, slots.between[0])):
        return list(slots.between), f"{noun} بين <sides>"
    if slots.between and slots.with_:
        return [*slots.between, *slots.with_], f"{noun} بين <side> مع <side>"
    council = sat_in(scene, phrase, sentence.end) if phrase.noun.id in _COUNCILS and not phrase.noun.owner else []
    if council and not (genitive or slots.with_ or slots.of):
        return council, f"<council> {noun}"
    across = (
        slots.with_
        or _received(scene, phrase, slots)
        or _object_of(scene, phrase, slots)
        or (slots.by if phrase.noun.id in {"meeting", "call", "in-touch"} else [])
        or (slots.source if kind is ContactKind.CALL else [])
        or (governor.slots.with_ if governor is not None and governor.place < phrase.first else [])
    )
    if across:
        of_nation = nationality_sides(phrase.nations) if len(phrase.nations) == 1 else []
        own = own_sides(scene, phrase, genitive or _owners(phrase, slots) or of_nation, governor, sentence, told)
        own = urged_sides(scene, phrase, sentence) or own
        if kind is ContactKind.TALKS and (
            not own or own[0].end == own[0].first or is_speaker(scene, phrase.first, own)
        ):
            own = spoken_for(scene, phrase.first, across) or own  # a spokesman does not negotiate himself
        own = own or whose_wish(scene, phrase, sentence, told)
        there = {side.who.label for side in across}
        if len(own) > len(across):  # brings X together with Y
            own = [side for side in own if side.who.label not in there]
        if _cannot_meet(own, across) or (not own and phrase.noun.owner):
            own = last_named(scene, phrase, sentence, across)
        if own and there.isdisjoint(side.who.label for side in own):
            return [*own, *across], f"<side> {noun} مع <side>"
        return [], noun
    if phrase.noun.id == "reception":
        host = matrix_subject(scene, phrase.first, sentence) if len(genitive) == 1 and not phrase.noun.front else []
        return ([*host, *genitive] if host else []), f"<side> {noun} <side>"  # means to receive X
    urged = urged_sides(scene, phrase, sentence) if phrase.noun.id == "talks" and not genitive else []
    if len(urged) > 1 or (urged and urged[0].level == "pair"):
        return urged, f"<urged> {noun}"
    if len({state_of(name) for name in phrase.nations} - {None}) > 1:
        return nationality_sides(phrase.nations), f"{noun} <nationality> <nationality>"
    met = {"person", "office", "persons"} if phrase.noun.front == "ل" else {"person", "office"}
    if len(genitive) == 1 and _of_somebody(scene, phrase) and genitive[0].level in met:
        own = own_sides(scene, phrase, [], governor, sentence, told)
        told_by_speaker = phrase.noun.front == "ب" and bool(own) and own[0].who.implied
        return ([*own, *genitive] if own and not told_by_speaker else []), f"<side> {noun} <side>"
    if len(genitive) > 1 or (genitive and genitive[0].level in {"bodies", "persons", "pair", "office"}):
        others = slots.end < sentence.end and scene.words[slots.end] == _ACROSS
        return ([] if others else list(genitive)), f"{noun} <sides>"  # that the two delegations held with the others
    gathered = [side for group in slots.direct for side in group]
    if governor is not None and "gather" in governor.verb.frames and len(gathered) > 1:
        return gathered, f"<gather> {noun} <sides>"
    if slots.of:
        return list(slots.of), f"{noun} ل<sides>"
    if phrase.noun.owner == "هما":
        own = own_sides(scene, phrase, [], governor, sentence, told)
        pair = own if len(own) > 1 else _pair_before(scene, phrase, sentence) or _pair_told(told, phrase.first)
        pair = pair or speaker_and_addressed(scene, phrase, sentence)
        return pair, f"{noun} <owner>"
    if phrase.end < sentence.end and scene.words[phrase.end] in _BETWEEN_THEM:
        pair = _pair_before(scene, phrase, sentence) or _pair_told(told, phrase.first)
        return pair or speaker_and_addressed(scene, phrase, sentence), f"{noun} بينهما"
    if governor is not None and governor.slots.direct and across_borders(governor.slots.direct[0]):
        return list(governor.slots.direct[0]), f"<sides> {noun}"
    if governor is not None and governor.verb.several and not governor.noun_like and not genitive:
        own = own_sides(scene, phrase, [], governor, sentence, told)
        if across_borders(own) or (len(own) == 1 and own[0].level == "persons" and are_several(scene, own[0])):
            return own, f"<sides> {noun}"
    attends = governor is not None and bool(governor.verb.frames & {"attend", "chair"}) and not governor.noun_like
    if attends and phrase.noun.id in _GATHERINGS and not genitive:
        own = own_sides(scene, phrase, [], governor, sentence, told)
        if len(own) == 1 and own[0].level in {"person", "office", "body", "state"}:
            return own, ATTENDS
    sits = bool(genitive) and genitive[0].level == "body" and not _of_somebody(scene, phrase)
    if genitive and (kind is ContactKind.SESSION or sits) and not _is_tour(phrase, genitive):
        return list(genitive), f"{noun} <body>"
    if governor is not None and kind is ContactKind.SESSION and governor.slots.direct:
        subject = governor.slots.direct[0]
        return ([] if _is_tour(phrase, subject) else list(subject)), f"<body> {noun}"
    if governor is not None and phrase.noun.id in _SITTINGS and not governor.noun_like:
        own = own_sides(scene, phrase, [], governor, sentence, told)
        if len(own) == 1 and own[0].level == "body":
            return own, f"<body> {noun}"
    if kind is ContactKind.SESSION:
        meeting = next((draft for draft in told if draft.sentence == sentence.index and len(draft.sides) > 1), None)
        if meeting is not None and scene.words[phrase.first - 1] in markers()["setting"]:
            return list(meeting.sides), f"{WITHIN} {noun}"
        own = agent_of(scene, phrase, sentence, told) if scene.words[phrase.first - 1] in CLOSES else []
        if len(own) > 1:
            return own, f"<sides> ختام {noun}"
        agreed = _agreeing(scene, sentence)
        if agreed:
            return agreed, f"{noun} <accord> <sides>"
    if is_adjunct(scene, phrase.first) and phrase.noun.id == "sitting":
        own = agent_of(scene, phrase, sentence, told)
        if len(own) == 1 and own[0].level == "body":
            return own, f"<body> في {noun}"
    if is_adjunct(scene, phrase.first) and (phrase.place is not None or phrase.noun.definite):
        between = _between_before(scene, phrase, sentence)
        if between:
            return between, f"بين <sides> {noun}"
    if is_adjunct(scene, phrase.first) and phrase.noun.id in _TALKED:
        several = _several_before(scene, phrase, sentence)
        if several:
            return several, f"<sides> خلال {noun}"
        own = agent_of(scene, phrase, sentence, told)
        if len(own) == 1 and of_many_states(scene, own[0]):
            return own, f"<group> في {noun}"
    offered = governor is not None and governor.noun_like and _offers(scene, governor.place)
    invited = scene.words[phrase.first - 1] == "الي" or phrase.noun.front == "ل"
    offered = offered or (governor is None and invited and not genitive and _offers(scene, phrase.first))
    if is_adjunct(scene, phrase.first) and scene.words[phrase.first - 2] == _AND_THAT:
        agreed, _ = read_sides(scene, sentence.first + 1, phrase.first)
        if len(agreed) > 1:
            return agreed, f"<sides> وذلك {noun}"
    if (phrase.remote and not phrase.noun.definite and is_adjunct(scene, phrase.first)) or offered:
        return speaker_and_addressed(scene, phrase, sentence), f"<person> <person> {noun}"
    return [], noun


def _several_before(scene: Scene, phrase: Phrase, sentence: Sentence) -> list[Side]:
    """Return those of several countries who stand right before "during talks" as its subject: the ministers of X and Y."""
    for start in range(max(sentence.first, phrase.first - MAX_NAMED_REACH), phrase.first - 1):
        sides, end = read_sides(scene, start, phrase.first)
        if end == phrase.first - 1 and across_borders(sides) and glued(scene, start) == "":
            cue = CUES[scene.words[start - 1].removeprefix("ل")] if start else None
            return [] if cue is not None and cue[0].id in NAMES_ITS_OBJECT else sides  # called them so during talks
    return []


def _offers(scene: Scene, place: int) -> bool:
    """Return whether somebody offers or proposes a contact to somebody a few words before; not who is asked about an offer."""
    return any(
        scene.words[at].removeprefix("و") in markers()["offers"]
        and scene.words[at - 1].removeprefix("و") not in markers()["topic"]
        for at in range(max(0, place - MAX_NAMED_REACH), place)
    )


def _pair_told(told: Sequence[Draft], place: int) -> list[Side]:
    """Return the two of the contact told last, where it had two: during their talks."""
    last = told[-1] if told else None
    if last is None or len(last.sides) != PAIR or last.kind is ContactKind.VISIT:
        return []  # guest and state visited are no two who talk
    return [
        side._replace(first=place, end=place, who=replace(side.who, implied=True, role=None)) for side in last.sides
    ]


def _owners(phrase: Phrase, slots: Slots) -> list[Side]:
    """Return those whose contact "of" tells: whom one receives stands there too, and is none."""
    return [] if phrase.noun.id == "reception" else slots.of


def _delegation(scene: Scene, side: Side) -> bool:
    return scene.words[side.first] in markers()["delegation"]


def _received(scene: Scene, phrase: Phrase, slots: Slots) -> list[Side]:
    """Return whom somebody receives: his reception of X."""
    if phrase.noun.id != "reception":
        return []
    found = slots.of or (slots.direct[0] if slots.direct and slots.direct[0][0].first - phrase.end <= 1 else [])
    return [side for side in found if side.level in PERSON_LEVEL or _delegation(scene, side)]


def _object_of(scene: Scene, phrase: Phrase, slots: Slots) -> list[Side]:
    """Return whom a verbal noun with its subject's pronoun has as object right behind it: his meeting X."""
    if not phrase.noun.owner or not _of_somebody(scene, phrase) or not slots.direct:
        return []
    return slots.direct[0] if _is_near(scene, phrase.end, slots.direct[0][0].first) else []


def _is_near(scene: Scene, start: int, end: int) -> bool:
    """Return whether nothing but days and the place parts two tokens: his meeting in Moscow, on Tuesday, the minister."""
    while start < end:
        place = read_place(scene, start + 1, end) if scene.words[start] == _IN else None
        if place is None and not scene.chart.dated[start] and scene.words[start] not in COMMAS:
            return False
        start = place[1] if place is not None else start + 1
    return True


def _pair_before(scene: Scene, phrase: Phrase, sentence: Sentence) -> list[Side]:
    """Return the two who were joined last before "their meeting" in its sentence."""
    for start in range(phrase.first - 2, max(sentence.first, phrase.first - MAX_NAMED_REACH) - 1, -1):
        if start in scene.chart.starts:
            sides, _ = read_sides(scene, start, phrase.first)
            if len(sides) == PAIR and glued(scene, start) != "و":
                return [side._replace(who=replace(side.who, implied=True)) for side in sides]
    return []


def _cannot_meet(own: Sequence[Side], across: Sequence[Side]) -> bool:
    """Return whether a state is told to meet its own people: somebody else is meant."""
    if len(own) != 1 or own[0].level != "state":
        return False
    key = _country(own[0])
    return key is not None and any(_country(side) == key for side in across)


def _country(side: Side) -> str | None:
    """Return the lower-case code of the country a side belongs to, None where nothing tells it."""
    return side.country or country_of(side.who.entity)


def _between_before(scene: Scene, phrase: Phrase, sentence: Sentence) -> list[Side]:
    """Return the sides between whom something was agreed right before "during the meeting"."""
    for place in range(phrase.first - 2, max(sentence.first, phrase.first - MAX_BETWEEN_REACH) - 1, -1):
        if scene.words[place] == "بين":
            sides, end = read_sides(scene, place + 1, phrase.first)
            return sides if len(sides) > 1 and phrase.first - end <= 1 else []
    return []


def _is_tour(phrase: Phrase, sides: Sequence[Side]) -> bool:
    """Return whether a round without a number, of nothing that has rounds, is a journey that people make."""
    known = phrase.numbered or phrase.absorbed or phrase.process is not None
    return phrase.noun.id == "round" and not known and all(side.level in PERSON_LEVEL for side in sides)


def _of_somebody(scene: Scene, phrase: Phrase) -> bool:
    """Return whether the noun takes whom one meets in construct, as a verbal noun does."""
    surface = scene.tokens[phrase.first].surface
    return "لقاء" in surface or "لقائ" in surface


def across_borders(sides: Sequence[Side]) -> bool:
    """Return whether joined subjects belong to different countries: two of one side talk with somebody else."""
    pair = any(side.level == "pair" for side in sides)
    return len(sides) > 1 and (pair or len({side.country or side.who.label for side in sides}) == len(sides))


def _agreeing(scene: Scene, sentence: Sentence) -> list[Side]:
    """Return the sides that a session's sentence says agree, do not agree, or speak with one voice."""
    for place in range(sentence.first, sentence.end - 1):
        if scene.words[place] in markers()["accord"]:
            sides, _ = read_sides(scene, place + 1, sentence.end)
            if len(sides) > 1:
                return sides
    return []


def own_sides(
    scene: Scene,
    phrase: Phrase,
    genitive: Sequence[Side],
    governor: Governor | None,
    sentence: Sentence,
    told: Sequence[Draft],
) -> list[Side]:
    """Return the side whose meeting it is: in construct with the noun, the subject of its verb, or who it refers to."""
    if genitive:
        return list(genitive)
    ours = scene.words[phrase.first - 1] in _WE_HAVE
    if ours or WE in {phrase.noun.owner, governor.verb.on if governor is not None else ""}:
        return speaking_side(scene, phrase.first)
    if governor is not None and governor.noun_like and governor.place + 1 < phrase.first:
        held_by, end = read_sides(scene, governor.place + 1, phrase.first, places=True)
        if held_by and end == phrase.first and glued(scene, governor.place + 1) == "":
            return held_by  # denied that X was holding talks
    start = governor.place if governor is not None else phrase.first
    wishing = _who_wishes(scene, start, sentence) or matrix_subject(scene, start, sentence)
    if wishing:
        return wishing
    if governor is not None and not governor.noun_like:
        if governor.slots.direct:
            return governor.slots.direct[0] + governor.slots.heads
        if governor.place + 1 in scene.chart.starts and governor.place < phrase.first:
            capital, end = read_sides(scene, governor.place + 1, phrase.first, places=True)
            if capital and glued(scene, governor.place + 1) == "" and phrase.first - end <= 1:
                return capital  # Washington holds talks with
        before_it = governor.place < phrase.first
        if before_it and (not with_conjunction(scene.words[governor.place]) or governor.place == sentence.first):
            ahead = subject_ahead(scene, governor.place, sentence)
            before = scene.words[unquoted(scene, governor.place) - 1]
            if ahead is not None or before in markers()["relative"]:
                return list(ahead.sides) if ahead is not None else []
            to_do = before == "ان" and scene.words[governor.place - 2] == "علي"
            if to_do or before in markers()["goes-on"] or is_before_or_after(scene, governor.place):
                found = agent_before(scene, governor.place, sentence, told)
                return list(found.sides) if found is not None else []
            if scene.words[governor.place + 1] in markers()["during-it"]:
                found = agent_before(scene, governor.place, sentence, told)
                return list(found.sides) if found is not None else []  # a visit during which he holds talks
            passive = before in _THAT and phrase.first == governor.place + 1  # that the summit be held
            if before not in markers()["that-he"] and governor.place != sentence.first and not passive:
                return []  # somebody no table knows stands before the verb
    if phrase.held:
        found = agent_before(scene, phrase.end, sentence, told)
        return list(found.sides) if found is not None else []  # meetings that he held with
    tied = owner_told(scene, phrase, sentence, told)
    return tied or rather_person(scene, phrase, sentence, agent_of(scene, phrase, sentence, told))


def _who_wishes(scene: Scene, place: int, sentence: Sentence) -> list[Side]:
    """Return who is ready or wishes to hold what stands at a token: the readiness of X to hold talks."""
    for wish in range(place - 2, max(sentence.first, place - MAX_WISH_REACH) - 1, -1):
        if scene.words[wish].removeprefix("ب").removeprefix("ل") in markers()["wish"]:
            sides, end = read_sides(scene, wish + 1, place, places=True)
            return sides if end == place or scene.words[end] in {"في", "ب"} else []
    return []


def agent_of(scene: Scene, phrase: Phrase, sentence: Sentence, told: Sequence[Draft]) -> list[Side]:
    """Return whom the sentence is about before the noun: its speaker, or the subject of its first verb."""
    clause = scene.clause(phrase.first, sentence)
    last = next((draft for draft in reversed(told) if clause[0] <= draft.first < phrase.first and draft.sides), None)
    if last is not None and last.noun == "" and phrase.kind is ContactKind.VISIT:
        return [last.sides[0]]  # X met Y during a visit to
    if last is not None and last.kind is ContactKind.VISIT and _is_purpose(scene, phrase):
        return [last.sides[0]]  # X arrived in Y to hold talks with Z
    said = _subject_of_that(scene, clause[0], phrase.first)
    if said is not None:
        return said
    if phrase.noun.owner in _ONE and not phrase.noun.front and phrase.first > clause[0] + 1:
        owner = ending_at(scene, phrase.first, sentence)
        if owner is not None and owner.sides[0].level in PERSON_LEVEL and owner.sides[0].end == phrase.first:
            return list(owner.sides)  # X cancelling his visit
    if phrase.noun.owner in _ONE and scene.words[sentence.first] in markers()["came"]:
        spoke = agent_before(scene, phrase.first, sentence, told)
        if spoke is not None:
            return list(spoke.sides)  # this came at his meeting with
    cue, speakers = scene.speaker_before(phrase.first, sentence, reach=0)
    if cue >= 0 and scene.words[cue] in speech_markers()["by"]:
        speakers = ()  # according to whom something is told, is not who does it
    if phrase.first - 2 > sentence.first and scene.words[phrase.first - 2] in _HIS_WORDS:
        return _quoted_from(scene, phrase.first - 2, sentence)
    visits = phrase.kind is ContactKind.VISIT
    speakers = [party for party in speakers if (scene.is_person(party) if visits else scene.may_meet(party))]
    if speakers and is_adjunct(scene, phrase.first) and _opens_content(scene, phrase):
        acting = _main_subject(scene, phrase, sentence)
        if acting:
            return acting  # he said: "on his first visit to X, the minister will …"
    if speakers and (len(speakers) == 1 or phrase.noun.owner == "هما"):
        return [side_of_party(party, phrase.first) for party in speakers]
    for start in (clause[0], clause[0] + 1):
        if start >= phrase.first or scene.words[start] in markers()["contrast"]:
            break
        if not speech_markers()["by"].isdisjoint(scene.words[max(0, start - 1) : start + 1]):
            break
        sides, end = read_sides(scene, start, phrase.first, places=True)
        if sides and end <= phrase.first and glued(scene, start)[-1:] not in {"ب", "ل"}:
            return sides
    if is_adjunct(scene, phrase.first) and phrase.first > clause[0] + 1:
        found = ending_at(scene, phrase.first - 1, sentence, several=phrase.kind is ContactKind.VISIT)
        behind = scene.words[found.sides[0].first - 1] if found is not None else ""
        if found is not None and found.sides[0].level in PERSON_LEVEL | {"state", "body"} and behind not in _INSIDE:
            return list(found.sides)
    if _opens(scene, phrase, sentence):
        return _main_subject(scene, phrase, sentence)
    return []


def _quoted_from(scene: Scene, place: int, sentence: Sentence) -> list[Side]:
    """Return from whom somebody passes on what he said in a meeting: the spokesman quoted X as saying in."""
    for start in range(place - 1, max(sentence.first, place - MAX_BETWEEN_REACH), -1):
        if scene.words[start] == "عن":
            return read_sides(scene, start + 1, place)[0]
    return []


def _is_purpose(scene: Scene, phrase: Phrase) -> bool:
    """Return whether a noun tells what for somebody does what stands before it: to meet, to hold talks."""
    before = scene.words[phrase.first - 1]
    return phrase.noun.front == "ل" or (before[0] == "ل" and before in markers()["masdar"])


def _opens(scene: Scene, phrase: Phrase, sentence: Sentence) -> bool:
    """Return whether a noun stands in what opens its sentence, before anybody is named."""
    before = range(sentence.first, phrase.first)
    if is_adjunct(scene, phrase.first) and len(before) <= 2:
        return True
    opening = scene.words[sentence.first].removeprefix("و") in markers()["adjunct"]
    if opening and phrase.kind is ContactKind.VISIT and len(before) <= MAX_OPENING and _unnamed(scene, before):
        return True
    return bool(phrase.noun.owner) and len(before) <= MAX_OPENING and _unnamed(scene, before)


def _opens_content(scene: Scene, phrase: Phrase) -> bool:
    """Return whether a noun stands in the first words of what somebody is told to say."""
    token = scene.tokens[phrase.first]
    told = scene.told_in(token.start, token.field)
    near = scene.tokens[max(0, phrase.first - MAX_OPENING_WORDS)].start
    return told is not None and any(near <= part.start <= token.start for part in told.value.content)


def _unnamed(scene: Scene, places: range) -> bool:
    return scene.chart.starts.keys().isdisjoint(places)


def _subject_of_that(scene: Scene, first: int, place: int) -> list[Side] | None:
    """Return whom a that-clause around a token is about, none for a subject nobody knows, None without a that-clause."""
    for that in range(place - 2, max(first, place - MAX_NAMED_REACH) - 1, -1):
        word = scene.words[that]
        if word in markers()["that-he"]:
            return None
        if word in _THAT:
            if scene.words[that + 1] in markers()["impersonal"]:
                return None  # that it is possible to hold
            sides, _ = read_sides(scene, that + 1, place, places=True)
            if not sides and scene.words[that + 1] in verbs() and that + 2 < place:
                sides, _ = read_sides(scene, that + 2, place)  # that X visit Y to meet Z
            known = scene.words[that + 1] not in markers()["contrast"]
            return sides if sides or (known and scene.chart.name_at(that + 1) is None) else None
    return None


def _main_subject(scene: Scene, phrase: Phrase, sentence: Sentence) -> list[Side]:
    """Return the subject of the main clause behind an opening adjunct: after talks with X, Y agreed."""
    for place in range(phrase.end, min(sentence.end - 2, phrase.end + 25)):
        if phrase.noun.owner and (scene.words[place + 1] in cue_forms() or scene.words[place + 1] in verbs()):
            sides, _ = read_sides(scene, place + 2, sentence.end)
            if sides:
                return sides
        if scene.words[place] in COMMAS and scene.chart.name_at(place + 1) is None:
            sides, _ = read_sides(scene, place + 2, sentence.end)
            parts = scene.document.parts[place + 1]
            joined = bool(parts) and parts[0].kind is PartKind.CONJUNCTION
            noun = scene.words[place + 1].startswith("ال") and scene.words[place + 1] not in verbs()
            if sides and not joined and not noun:
                return sides
    return []


def further_sides(slots: Slots, governor: Governor | None) -> list[Side]:
    """Return those who lead, attend or mediate."""
    found = [*slots.heads, *slots.present, *slots.mediators]
    if governor is not None and not governor.noun_like and governor.slots.direct:
        found += [side for side in governor.slots.heads if side not in found]
        if "chair" in governor.verb.frames:
            found += with_role(governor.slots.direct[0], Role.HEAD)
    return found
