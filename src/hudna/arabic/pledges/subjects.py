"""Who binds himself by a verb: its subject behind it or before it, or the speaker its clause goes on about; and to whom."""

from bisect import bisect_left
from collections.abc import Container, Sequence
from typing import Final

from hudna.arabic.clitics.evidence import seen
from hudna.arabic.contacts.side import Side
from hudna.arabic.contacts.sides import glued, read_sides
from hudna.arabic.contacts.subject import agent_before, subject_ahead
from hudna.arabic.contacts.words import TA_MARBUTA
from hudna.arabic.names.parties import find_party
from hudna.arabic.pledges.bound import Found, Reading
from hudna.arabic.pledges.links import MAX_LINK_REACH
from hudna.arabic.pledges.what import STOPS, is_state
from hudna.arabic.pledges.whose import Own, as_party, is_text
from hudna.arabic.pledges.words import IN_WHICH, OWNERS, binders, markers
from hudna.arabic.scene import Scene
from hudna.arabic.speech.cues import cue_forms
from hudna.arabic.speech.subjects import subject_before
from hudna.model import WORD, Party, Sentence
from hudna.text.letters import COMMAS

_PERFECTS: Final = frozenset({"عهد", "وعد", "عهدا", "وعدا"})  # their own first letter is that of the feminine
_PERFECTS_IN_TA: Final = ("تعهد", "توعد")  # pledged, threatened; "that she should pledge" has one letter more
MIN_GROUP_WORDS: Final = 2
MIN_SIDES: Final = 2
MAX_ALL: Final = 8
_OF_WORD: Final = frozenset(
    {"علي", "عن", "من", "الي", "بعد", "رغم", "مع", "اي", "كل", "هو", "مقابل", "لقاء", "دون", "بدون", "بلا", "وسط"}
)
_ASKED: Final = frozenset({"بان", "ان", "شرط", "شريطه", "لان", "اذا", "واذا", "فاذا", "لو", "ولو"})
_RELATIVES: Final = frozenset({"الذي", "التي", "الذين", "والذي", "والتي"})
_SINCE: Final = frozenset({"بعد", "وبعد", "منذ", "سبق", "وسبق", "بمجرد"})
_EARLIER: Final = frozenset({"سبق", "وسبق"})
_HAD: Final = frozenset({"قد", "كان", "كانت", "كانوا"})
_NO_PRONOUN: Final = ("وجه",)  # the last letter of the verb itself
_SUBJECTS: Final = frozenset({"person", "office", "body", "state"})
_UNTIL: Final = frozenset({"حتي", "لغايه", "الي", "مهله", "اسبوعا", "يوما", "يومين", "شهرا"})
_AND_HE: Final = frozenset({"وهو", "هو"})
_AS_FOR: Final = frozenset({"اما", "واما"})
_SO_HAS: Final = "فقد"
_DUAL: Final = ("دا", "تا", "ما", "دان")  # of the verbs of binding in the perfect, and of one in the imperfect
_PLURAL: Final = ("وا", "ون")
_WHILE: Final = frozenset({"كما", "فيما", "بينما", "حيث", "اذ", "قد", "وقد"})
_THEY: Final = ("ون", "و")
_THEM: Final = "ين"
_AT_THE: Final = ("بال", "في")
MIN_THEY_LETTERS: Final = 5
_NOT: Final = "غير"  # non-governmental
NOT_WORDS: Final = 2
_THAT_CLAUSE: Final = frozenset({"ان", "بان"})
MAX_MANY: Final = 7
MAX_JOINED_REACH: Final = 24
MIN_VERB_LETTERS: Final = 4
_SHE: Final = "ت"
_DID_NOT: Final = "لم"
_PRESENT: Final = frozenset({"ت", "ي"})
_DOERS: Final = frozenset({"state", "body", "office", "person"})
_WHERE: Final = frozenset({"حيث", "اذ"})
_JOINED: Final = frozenset({"و", "ف"})
_GROUPS: Final = frozenset({"persons", "bodies", "body"})


def subject(reading: Reading) -> Found | None:
    """Return who the subject of a binding verb is: behind it, before it, or the speaker its clause goes on about."""
    if (
        reading.token.folded[0] in _JOINED
        and reading.before in binders()
        and reading.place - 1 > reading.sentence.first
    ):
        found = subject(Reading(reading.scene, reading.place - 1, reading.sentence, reading.contacts))
        return (found[0], reading.place + 1, found[2]) if found is not None else None
    meant = _pronoun(reading)
    if meant:
        to_whom, after = to_whom_of(reading.scene, reading.place + 1, reading.sentence.end)
        return meant, after, to_whom
    done = _is_done(reading) or bool(_earlier(reading))
    if (reading.before in _ASKED and not done) or reading.before in _OF_WORD or reading.after in {"من", "بين"}:
        return None
    scene, place, sentence = reading.scene, reading.place, reading.sentence
    own = _own_before(reading)
    if own:
        to_whom, after = to_whom_of(scene, place + 1, sentence.end)
        return own, after, to_whom
    relative = _relative_before(reading)
    if relative is not None and (reading.after in IN_WHICH or _fits(reading, relative)):
        found = _of_relative(reading, relative)
        if found is not None or not _named_behind(reading):
            return found
    together = _together(reading)
    if together:
        return together, place + 2, None
    topic = _topic(reading)
    if topic:
        to_whom, after = to_whom_of(scene, place + 1, sentence.end)
        return topic, after, to_whom
    sides, after = read_sides(scene, place + 1 + _is_relation(reading), sentence.end, places=True)
    if sides and (glued(scene, place + 1) or any(is_only_place(side) for side in sides)):
        sides, after = [], place + 1  # behind a preposition: to whom
    ahead = _right_before(reading) if sides else ()
    if ahead:
        return ahead, after, as_party(sides[0])
    gone_on = _gone_on(scene, place) if sides else ()
    if gone_on:
        return gone_on, after, as_party(sides[0])
    if sides:
        to_whom, end = to_whom_of(scene, after, sentence.end)
        return parties_of(sides), end, to_whom
    return group(reading) or _before_or_left_out(reading, done=done)


def _gone_on(scene: Scene, place: int) -> tuple[Party, ...]:
    """Return the speaker a verb goes on about, where whoever stands behind it is spoken to: denied it, and threatened X."""
    statements = scene.statements_from(place)
    who = statements[0].value.speakers if statements else ()
    return who if who and all(party.implied for party in who) else ()


def _is_relation(reading: Reading) -> bool:
    """Return whether whose somebody is stands between a verb and a person's name: his successor X."""
    scene, first = reading.scene, reading.place + 1
    if first + 1 >= reading.sentence.end or reading.after not in markers()["relation"]:
        return False
    name = scene.chart.name_at(first + 1)
    return name is not None and name.kind == "person"


def _pronoun(reading: Reading) -> tuple[Party, ...]:
    """Return the person whom "and he" at the head of a sentence stands for, before a verb: who the last one was about."""
    if reading.before not in _AND_HE or reading.place != reading.sentence.first + 1 or not reading.sentence.index:
        return ()
    who = agent(reading.scene, reading.sentence.first, reading.sentence)
    return who if len(who) == 1 and reading.scene.is_person(who[0]) else ()


def is_only_place(side: Side) -> bool:
    """Return whether a side is a place that stands for no state."""
    return side.level == "place" and not is_state(as_party(side))


def _topic(reading: Reading) -> tuple[Party, ...]:
    """Return whom "as for X" at the head of a sentence is about, before a verb behind "so"."""
    scene, first = reading.scene, reading.sentence.first
    if scene.words[first] not in _AS_FOR or not (reading.before == _SO_HAS or reading.token.folded[0] == "ف"):
        return ()
    sides, after = read_sides(scene, first + 1, reading.place)
    after += after < reading.place and scene.words[after] in COMMAS
    return parties_of(sides) if after >= reading.place - 1 else ()


def _fits(reading: Reading, relative: int) -> bool:
    """Return whether a verb can have what its relative clause is about for a subject: the man who, not the tariffs that he."""
    word = reading.token.folded
    feminine = word.endswith(("ت", "تا")) or (word[0] == "ت" and word[1:] not in _PERFECTS)
    return feminine == reading.scene.words[relative].endswith("التي") or word.endswith(("وا", "ون"))


def _named_behind(reading: Reading) -> bool:
    """Return whether a name stands right behind a verb: the day by which X threatened to leave."""
    start = reading.place + 1
    return bool(read_sides(reading.scene, start, reading.sentence.end)[0]) and not glued(reading.scene, start)


def _of_relative(reading: Reading, relative: int) -> Found | None:
    """Return whom a relative clause is about, or its own subject: the threats X made, the time in which X threatened."""
    scene, place, sentence = reading.scene, reading.place, reading.sentence
    if reading.after in IN_WHICH:
        sides, after = read_sides(scene, place + 2, sentence.end)
        return (parties_of(sides), after, None) if sides else None
    ending = _ending_at(scene, relative, sentence)
    to_whom, after = to_whom_of(scene, place + 1, sentence.end)
    return (ending, after, to_whom) if ending else None


def group(reading: Reading) -> Found | None:
    """Return the persons or bodies right behind a verb whom no name tells: the donor states."""
    scene, place, sentence = reading.scene, reading.place, reading.sentence
    if reading.token.folded.endswith(_PLURAL):
        return None  # a verb before its subject has no plural: what is behind one is its object
    party = find_party(scene.chart, place + 1, sentence.end) if not glued(scene, place + 1) else None
    if party is None:
        return _they(reading)
    if party.kind not in {"persons", "bodies"} or scene.words[party.first].endswith(_THEM):
        return None
    end = party.end + NOT_WORDS * (scene.words[min(party.end, sentence.end - 1)] == _NOT)
    if end + 1 < sentence.end and scene.tokens[end].surface.endswith(TA_MARBUTA):
        end += 1
    if end - party.first < MIN_GROUP_WORDS and not scene.words[party.first].startswith("ال"):
        return None
    span = party.span.until(scene.tokens[end - 1].span)
    to_whom, after = to_whom_of(scene, end, sentence.end)
    return (Party(span, scene.document.article.words(span), None),), after, to_whom


def _they(reading: Reading) -> Found | None:
    """Return the people right behind a verb whom no table knows: by its ending a noun is their plural and its subject."""
    scene, first = reading.scene, reading.place + 1
    opens = reading.place == reading.sentence.first or reading.token.folded[0] in _JOINED or reading.before in _WHILE
    if not opens:
        return None  # whoever stands before it does it
    if first + 1 >= reading.sentence.end or not scene.words[first].endswith(_THEY) or scene.words[first] in cue_forms():
        return None
    word = scene.words[first]
    if not seen(word.removeprefix("ال").removesuffix(_PLURAL[1])) and word.endswith(_PLURAL[1]):
        return None  # no plural: the stock, the law
    owner = scene.chart.name_at(first + 1)
    end = owner.end if owner is not None and not word.startswith("ال") else first + 1
    known = word.endswith(_PLURAL[1]) or (owner is not None and not scene.chart.glued(owner))
    if not known or len(word) < MIN_THEY_LETTERS:
        return None
    span = scene.tokens[first].span.until(scene.tokens[end - 1].span)
    end += scene.words[end].startswith(_AT_THE)  # the workers at the newspaper
    to_whom, after = to_whom_of(scene, end, reading.sentence.end)
    return (Party(span, scene.document.article.words(span), None),), after, to_whom


def _before_or_left_out(reading: Reading, *, done: bool) -> Found | None:
    """Return the subject before a verb, or whom a verb without one goes on about."""
    scene, place, sentence = reading.scene, reading.place, reading.sentence
    to_whom, after = to_whom_of(scene, place + 1, sentence.end)
    phrases = subject_before(scene.frame, place, sentence)
    if phrases:
        before, _ = read_sides(scene, phrases[0].first, place)
        return (parties_of(before), after, to_whom) if before else None
    many = _many_before(reading)
    if many is not None:
        return (many,), after, to_whom
    ahead = subject_ahead(scene, place, sentence)
    if ahead is not None and ahead.rule == "before":
        return parties_of(ahead.sides), after, to_whom
    statements = scene.statements_from(place)
    two = reading.token.folded.endswith(_DUAL)
    if statements and not any(party.implied for party in statements[0].value.speakers):
        who = statements[0].value.speakers
        if any(is_text(party) for party in who):
            return None  # what a paper reports that others threatened with
        who = met_before(reading, {MIN_SIDES}) if two and len(who) < MIN_SIDES else who
        return (who, after, to_whom) if who else None
    if reading.before in markers()["that"] and reading.told is not None:
        speakers = reading.told.value.speakers
        return None if any(is_text(party) for party in speakers) else (speakers, after, to_whom)
    if done:
        found = _earlier(reading) or agent(scene, place - 2, sentence)
        return (found, after, to_whom) if len(found) == 1 else None
    if (
        _relative_before(reading) is not None
        and reading.told is not None
        and not is_text(reading.told.value.speakers[0])
    ):
        return reading.told.value.speakers, after, to_whom
    if reading.token.folded[0] not in _JOINED and reading.before not in _WHERE:
        return None
    joined = _joined_to(reading)
    if joined:
        return joined, after, to_whom
    left_out = statements[0].value.speakers if statements else agent(scene, place, sentence)
    if two and len(left_out) < MIN_SIDES:
        left_out = met_before(reading, {MIN_SIDES}) or _pair_before(reading)
        return (left_out, after, to_whom) if left_out else None
    if len(left_out) != 1 or is_text(left_out[0]):
        return None  # a paper that reports it threatens nobody
    if not statements and _may_be_object(reading, left_out[0]):
        return None
    return tuple(left_out), after, to_whom


def _joined_to(reading: Reading) -> tuple[Party, ...]:
    """Return the subject of the nearest verb of "she" before one that is joined to it: X cancelled the visit and threatened.

    Of the present it has to be a verb of saying: nouns begin with the same letter.
    """
    scene, place, word = reading.scene, reading.place, reading.token.folded[1:]
    past = word.endswith(_SHE) and word[0] not in _PRESENT
    if reading.token.folded[0] not in _JOINED or not (past or (word[0] == _SHE and word not in _PERFECTS)):
        return ()
    for at in range(place - 1, max(reading.sentence.first, place - MAX_JOINED_REACH) - 1, -1):
        before = scene.words[at]
        if before in STOPS:
            return ()
        verb = before.removeprefix("و")
        if past:
            did_not = verb[0] == _SHE and scene.words[at - 1].removeprefix("و") == _DID_NOT
            like = did_not or (verb.endswith(_SHE) and verb[0] not in _PRESENT)
        else:
            like = verb[0] == _SHE and at in scene.frame.cues
        if not like or len(verb) < MIN_VERB_LETTERS or scene.chart.name_at(at) is not None or glued(scene, at + 1):
            continue
        sides = read_sides(scene, at + 1, place)[0]
        if sides and sides[0].level in _DOERS:
            return tuple(_implied(as_party(side)) for side in sides) if len(sides) == 1 else ()
    return ()


def _pair_before(reading: Reading) -> tuple[Party, ...]:
    """Return the two sides named together before a dual: X and Y provided the plan with, and pledged."""
    scene, place = reading.scene, reading.place
    for at in range(place - 1, max(reading.sentence.first, place - MAX_JOINED_REACH) - 1, -1):
        if scene.words[at] in STOPS:
            return ()
        sides = read_sides(scene, at, place)[0] if scene.words[at][0] != "و" and not glued(scene, at) else []
        if len(sides) == MIN_SIDES:
            return tuple(_implied(as_party(side)) for side in sides)
    return ()


def _implied(party: Party) -> Party:
    return Party(party.span, party.label, party.entity, party.side, True, party.candidates)


def _many_before(reading: Reading) -> Party | None:
    """Return the people or bodies without a name whom a that-clause begins with, before a verb in the plural."""
    scene, place = reading.scene, reading.place
    if not reading.token.folded.endswith(_PLURAL):
        return None
    for first in range(place - 1, max(reading.sentence.first, place - MAX_MANY) - 1, -1):
        token = scene.tokens[first]
        if token.kind is not WORD or first in scene.frame.cues or token.folded in _RELATIVES:
            return None
        if scene.words[first - 1] in _THAT_CLAUSE:
            end = place - (scene.words[place - 1] in _HAD)
            span = token.span.until(scene.tokens[end - 1].span)
            return Party(span, scene.document.article.words(span), None) if end > first else None
    return None


def _may_be_object(reading: Reading, who: Party) -> bool:
    """Return whether the pronoun on a verb may mean who is taken for its subject: the council told X and gave him until.

    Who is named first in its sentence did it; of whoever is named behind another it cannot be told.
    """
    word, scene, sentence = reading.token.folded, reading.scene, reading.sentence
    if not word.endswith(OWNERS) or word.endswith(_NO_PRONOUN):
        return False
    for place in range(sentence.first, reading.place):
        found = find_party(scene.chart, place, reading.place)
        if found is not None and found.kind in _SUBJECTS:
            return found.span.end <= who.span.start and who.span.field is found.span.field
    return False


def _is_done(reading: Reading) -> bool:
    """Return whether a verb stands behind "after": that somebody has threatened, not that he should."""
    place = reading.place
    ahead = reading.scene.words[place - 2] if place - 2 >= reading.sentence.first else ""
    return reading.before == "ان" and ahead in _SINCE and is_perfect(reading.token.folded)


def is_perfect(word: str) -> bool:
    """Return whether a folded verb of binding is in the perfect."""
    return word[0] not in "يت" or word.startswith(_PERFECTS_IN_TA)


def _earlier(reading: Reading) -> tuple[Party, ...]:
    """Return whom "it has happened before to him that" tells of."""
    scene, place = reading.scene, reading.place
    if reading.before != "ان":
        return ()
    for start in range(place - 2, max(reading.sentence.first, place - MAX_LINK_REACH) - 1, -1):
        if scene.words[start] in _EARLIER:
            sides, after = read_sides(scene, start + 1, place)
            return parties_of(sides) if after == place - 1 else ()
    return ()


def _own_before(reading: Reading) -> tuple[Party, ...]:
    """Return the speaker's state where the subject right before a verb is "his country"."""
    if reading.told is None or reading.before not in markers()["country"]:
        return ()
    state = Own(reading.scene, reading.told).state
    return (state,) if state is not None else ()


def _right_before(reading: Reading) -> tuple[Party, ...]:
    """Return the subject that stands right before a verb, as in headlines: what is behind it is its object."""
    scene, place = reading.scene, reading.place
    phrases = subject_before(scene.frame, place, reading.sentence)
    if not phrases or phrases[-1].end != place or reading.token.folded[0] in _JOINED:
        return ()
    return parties_of(read_sides(scene, phrases[0].first, place)[0])


def agent(scene: Scene, place: int, sentence: Sentence) -> tuple[Party, ...]:
    """Return the one who did what the clause before tells, for a joined verb that leaves its subject out."""
    agent = agent_before(scene, place, sentence, ())
    return tuple(as_party(side) for side in agent.sides) if agent is not None else ()


def _relative_before(reading: Reading) -> int | None:
    """Return the token of the relative pronoun that a verb stands behind, "had" between them or not."""
    tokens, place = reading.scene.tokens, reading.place - 1
    while place > reading.sentence.first and tokens[place].folded in _HAD:
        place -= 1
    return place if place > reading.sentence.first and tokens[place].folded in _RELATIVES else None


def _ending_at(scene: Scene, end: int, sentence: Sentence) -> tuple[Party, ...]:
    """Return the party that ends right before a relative pronoun."""
    stop = end - 1 if scene.words[end - 1] == "،" else end
    for start in range(max(sentence.first, stop - 14), stop):
        sides, after = read_sides(scene, start, end)
        if sides and after == stop:
            return (as_party(sides[-1]),)
    return ()


def leaders(reading: Reading) -> Found | None:
    """Return the leaders right behind a verb who are told of by whose they are: the foreign ministers of the union."""
    scene, first = reading.scene, reading.place + 1
    if reading.after not in markers()["leaders"]:
        return None
    after = read_sides(scene, first, reading.sentence.end)[1]
    if after <= first + 1:
        return None
    span = scene.document.span(first, after)
    return (Party(span, scene.document.article.words(span), None),), after, None


def to_whom_of(scene: Scene, place: int, limit: int) -> tuple[Party | None, int]:
    """Return whom something is pledged to: the object of the verb, or the party behind "to"; and the token after."""
    if place + 1 < limit and scene.words[place] in COMMAS and scene.chart.name_at(place + 1) is not None:
        sides, after = read_sides(scene, place + 1, limit)
        if sides and after < limit and scene.words[after] in _UNTIL and not glued(scene, place + 1):
            return as_party(sides[0]), after
    if place >= limit or glued(scene, place).startswith(("ب", "و")):
        return None, place
    day = place
    while day < limit - 1 and scene.chart.dated[day]:
        day += 1  # gave on Thursday the president until
    if day > place:
        sides, after = read_sides(scene, day, limit) if not glued(scene, day) else ([], day)
        return (as_party(sides[0]), after) if sides else (None, place)
    sides, after = read_sides(scene, place, limit)
    if sides:
        return as_party(sides[0]), after
    party = find_party(scene.chart, place, limit)
    if party is None or party.kind not in _GROUPS:
        return None, place
    return Party(party.span, scene.document.article.words(party.span), None), party.end


def parties_of(sides: Sequence[Side]) -> tuple[Party, ...]:
    """Return sides as parties, none where they are a dual or plural that nobody is named for."""
    if len(sides) == 1 and sides[0].level == "office" and sides[0].who.entity is None and sides[0].country is None:
        return ()
    return tuple(as_party(side) for side in sides)


def _together(reading: Reading) -> tuple[Party, ...]:
    """Return whom "the two ministers", "the presidents" behind the word stand for: those of the contact told last."""
    if reading.after in markers()["two"]:
        return met_before(reading, {MIN_SIDES})
    return met_before(reading, range(MIN_SIDES + 1, MAX_ALL)) if reading.after in markers()["all"] else ()


def met_before(reading: Reading, count: Container[int]) -> tuple[Party, ...]:
    """Return who took part in the contact told last before a token, if they are as many as said."""
    number = bisect_left(reading.contacts, reading.place, key=lambda match: match.first)
    last = reading.contacts[number - 1] if number else None
    if last is None or len(last.value.participants) not in count:
        return ()
    return tuple(Party(who.span, who.label, who.entity, who.side, True) for who in last.value.participants)
