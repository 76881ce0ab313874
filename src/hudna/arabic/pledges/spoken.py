"""Words by which somebody binds himself: pledged, promised, threatened, gave until, "we have agreed to", a pledge by."""

from bisect import bisect_left
from collections.abc import Callable, Container, Sequence
from typing import Final

from hudna.arabic.contacts.side import Side
from hudna.arabic.contacts.sides import glued, read_sides
from hudna.arabic.contacts.subject import agent_before
from hudna.arabic.contacts.where import place_near
from hudna.arabic.contacts.words import TA_MARBUTA
from hudna.arabic.names.parties import find_party
from hudna.arabic.pledges.bound import Found, Reading, owned
from hudna.arabic.pledges.draft import Draft
from hudna.arabic.pledges.what import STOPS, condition_near, due_near, end_of_what, is_hostile, is_over, span_of
from hudna.arabic.pledges.whose import Own, as_party, subject_of
from hudna.arabic.pledges.words import Binder, markers
from hudna.arabic.scene import Scene
from hudna.arabic.speech.subjects import subject_before
from hudna.model import Contact, Match, PartKind, Party, PledgeKind, Sentence, TimeMention, TokenKind

MAX_LINK_REACH: Final = 9
MAX_GRACE_REACH: Final = 8
MAX_DECISION_REACH: Final = 4
_THAT: Final = frozenset({"بان", "بانه", "بانها", "ان", "بانهم", "بانهما", "انه", "انها", "بالا", "الا"})
_OF_WORD: Final = frozenset({"علي", "عن", "من", "الي", "بعد", "رغم", "مع", "اي", "كل", "هو"})
_ASKED: Final = frozenset({"بان", "ان", "شرط", "شريطه", "لان", "اذا", "لو"})
_TO_DO: Final = "علي"
_TO_AN_ACT: Final = frozenset({"we", "joint", "consent"})
_RELATIVES: Final = frozenset({"الذي", "التي", "الذين", "والذي", "والتي"})
_HAD: Final = frozenset({"قد", "كان", "كانت", "كانوا"})
_JOINED: Final = frozenset({"و", "ف"})
_COMMITMENT: Final = "التزام"  # its own first letters are those of the article
_GROUPS: Final = frozenset({"persons", "bodies", "body"})
_LET_US: Final = "دعونا"
MAX_AGREED_DAYS: Final = 31
MIN_SIDES: Final = 2
MAX_ALL: Final = 8


def rule_of(binder: Binder) -> str:
    """Return the name of the rule by which a binding word is read: its kind and how it is joined to who binds himself."""
    return f"<{binder.kind.value} {binder.frame}> <words>"


def read_binder(
    scene: Scene, place: int, binders: Sequence[Binder], sentence: Sentence, contacts: Sequence[Match[Contact]]
) -> Draft | None:
    """Return the pledge that a binding word tells, None where nobody binds himself by it.

    ``contacts`` are those of the article: their sides are who "the two ministers" means.
    """
    reading = Reading(scene, place, sentence, contacts)
    if reading.before in markers()["negation"] or reading.before in markers()["wished"]:
        return None
    for binder in binders:
        found = _FRAMES[binder.frame](reading)
        if found is not None:
            who, after, to_whom = found
            return _draft(reading, binder, who, after, to_whom)
    return None


def _draft(reading: Reading, binder: Binder, who: tuple[Party, ...], after: int, to_whom: Party | None) -> Draft | None:
    scene, sentence = reading.scene, reading.sentence
    limit = sentence.end if _own_statement(scene, reading.place) is not None else reading.limit
    first = _link(scene, after, limit, binder.frame)
    end = end_of_what(scene, first, limit) if first is not None else None
    if first is None or end is None or end == first or not who:
        return None
    if binder.frame == "joint" and (
        _is_opinion(scene, first) or scene.chart.name_at(first) is not None or not _is_masdar(scene, first)
    ):
        return None
    told = reading.told.value.id if reading.told is not None else _own_statement(scene, reading.place)
    known = all(party.entity is not None and not party.implied for party in who)
    return Draft(
        kind=PledgeKind.SCHEDULE if _decides(reading, binder) else binder.kind,
        who=who,
        first=reading.place,
        end=end,
        what=span_of(scene, first, end, bare=True),
        trigger=reading.token.span,
        to_whom=to_whom,
        date=due_near(scene, first, end, sentence, limit) or _deadline(reading, binder),
        condition=condition_near(scene, first, end, sentence, limit),
        place=place_near(scene, first, end),
        told=told,
        rule=rule_of(binder),
        sure=binder.frame == "subject" and known,
        noun=binder.frame == "noun",
    )


def _decides(reading: Reading, binder: Binder) -> bool:
    """Return whether a deadline is one for one's own decision."""
    near = reading.scene.tokens[reading.place + 1 : reading.place + MAX_DECISION_REACH]
    return binder.frame == "grace" and any(token.folded in markers()["decide"] for token in near)


def _deadline(reading: Reading, binder: Binder) -> Match[TimeMention] | None:
    """Return the day set right before the word for a deadline: set the twelfth as the last day for."""
    if binder.frame != "grace":
        return None
    scene, place = reading.scene, reading.place
    date = scene.date_near(place, place + 1, (reading.sentence.first, place), MAX_GRACE_REACH)
    return date if date is not None and not is_over(scene, date) else None


def _subject(reading: Reading) -> Found | None:
    """Return who the subject of a binding verb is: behind it, before it, or the speaker its clause goes on about."""
    if reading.before in _ASKED or reading.before in _OF_WORD or reading.after in {"من", "بين"}:
        return None
    scene, place, sentence = reading.scene, reading.place, reading.sentence
    relative = _relative_before(reading)
    if relative is not None:
        ending = _ending_at(scene, relative, sentence)
        to_whom, after = _to_whom(scene, place + 1, sentence.end)
        return (ending, after, to_whom) if ending else None
    together = _together(reading)
    if together:
        return together, place + 2, None
    sides, after = read_sides(scene, place + 1, sentence.end)
    if sides and glued(scene, place + 1):
        sides, after = [], place + 1  # behind a preposition: to whom
    ahead = _right_before(reading) if sides else ()
    if ahead:
        return ahead, after, as_party(sides[0])
    if sides:
        to_whom, end = _to_whom(scene, after, sentence.end)
        return _parties(sides), end, to_whom
    party = find_party(scene.chart, place + 1, sentence.end) if not glued(scene, place + 1) else None
    if party is not None and party.kind in {"persons", "bodies"}:
        end = party.end
        if end + 1 < sentence.end and scene.tokens[end].surface.endswith(TA_MARBUTA):
            end += 1  # donor states
        if end - party.first > 1:
            span = party.span.until(scene.tokens[end - 1].span)
            to_whom, after = _to_whom(scene, end, sentence.end)
            return (Party(span, scene.document.article.words(span), None),), after, to_whom
    to_whom, after = _to_whom(scene, place + 1, sentence.end)
    phrases = subject_before(scene.frame, place, sentence)
    if phrases:
        before, _ = read_sides(scene, phrases[0].first, place)
        return (_parties(before), after, to_whom) if before else None
    statements = scene.statements_from(place)
    if statements and not any(party.implied for party in statements[0].value.speakers):
        return statements[0].value.speakers, after, to_whom
    if reading.before in markers()["that"] and reading.told is not None:
        return reading.told.value.speakers, after, to_whom
    if reading.token.folded[0] not in _JOINED:
        return None
    left_out = statements[0].value.speakers if statements else _agent(scene, place, sentence)
    return (tuple(left_out), after, to_whom) if len(left_out) == 1 else None


def _right_before(reading: Reading) -> tuple[Party, ...]:
    """Return the subject that stands right before a verb, as in headlines: what is behind it is its object."""
    scene, place = reading.scene, reading.place
    phrases = subject_before(scene.frame, place, reading.sentence)
    if not phrases or phrases[-1].end != place or reading.token.folded[0] in _JOINED:
        return ()
    return _parties(read_sides(scene, phrases[0].first, place)[0])


def _agent(scene: Scene, place: int, sentence: Sentence) -> tuple[Party, ...]:
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
    stop = end - 1 if scene.tokens[end - 1].folded == "،" else end
    for start in range(max(sentence.first, stop - 14), stop):
        sides, after = read_sides(scene, start, end)
        if sides and after == stop:
            return (as_party(sides[-1]),)
    return ()


def _object(reading: Reading) -> Found | None:
    """Return who gives somebody until a time."""
    found = _subject(reading)
    return found if found is not None and found[2] is not None else None


def _force(reading: Reading) -> Found | None:
    """Return who hints at force: who waves something else threatens nobody."""
    found = _subject(reading)
    if found is None:
        return None
    first = _link(reading.scene, found[1], reading.limit, "force")
    end = end_of_what(reading.scene, first, reading.limit) if first is not None else 0
    return found if first is not None and is_hostile(reading.scene, first, end) else None


def _consent(reading: Reading) -> Found | None:
    """Return who agrees to do something himself: to take his fighters out, not to somebody's plan."""
    scene, found = reading.scene, _subject(reading)
    if found is None:
        return None
    first = _link(scene, found[1], reading.limit, "consent")
    if first is None or scene.tokens[first].folded not in markers()["undertaken"]:
        return None
    return found


def _we(reading: Reading) -> Found | None:
    if reading.before == _LET_US:
        return None
    return (reading.told.value.speakers, reading.place + 1, None) if reading.told is not None else None


def _joint(reading: Reading) -> Found | None:
    """Return the sides that agree to do something: two at least."""
    if reading.before in _ASKED:
        return None
    found = _subject(reading)
    if found is None and reading.token.folded.endswith("ا"):
        who = _met_before(reading, {MIN_SIDES})
        found = (who, reading.place + 1, None) if who else None
    if found is None or len(found[0]) < MIN_SIDES or _is_long_past(reading):
        return None
    return found


def _is_long_past(reading: Reading) -> bool:
    """Return whether the sides agreed on a day so long ago that what they agreed to do is history."""
    scene = reading.scene
    published = scene.document.published.earliest
    end = next((i for i in range(reading.place, reading.limit) if scene.tokens[i].folded == _TO_DO), reading.limit)
    date = scene.date_near(reading.place, reading.place + 1, (reading.sentence.first, end), MAX_LINK_REACH)
    latest = date.value.latest if date is not None else None
    return published is not None and latest is not None and (published - latest).days > MAX_AGREED_DAYS


def _state(reading: Reading) -> Found | None:
    """Return who is said to be bound, by himself or his own side."""
    if reading.told is None:
        return None
    own = Own(reading.scene, reading.told)
    if reading.before in {"نحن", "اننا", "باننا"}:
        return own.speakers, reading.place + 1, None
    subject = subject_of(reading.scene, reading.place, reading.sentence, own)
    if reading.before in markers()["that"]:
        return own.speakers, reading.place + 1, None
    if subject is None or subject[1] != "own":
        return None
    return subject[0], reading.place + 1, None


def _noun(reading: Reading) -> Found | None:
    """Return whose pledge or threat a noun tells: in construct with it, or behind "from"."""
    scene, place, sentence = reading.scene, reading.place, reading.sentence
    bare = reading.token.folded.removeprefix("و")
    if bare.startswith("ال") and not bare.startswith(_COMMITMENT):
        return None
    start = place + 2 if reading.after == "من" else place + 1
    sides, after = read_sides(scene, start, sentence.end)
    if not sides or glued(scene, start):
        return None
    to_whom, after = _to_whom(scene, after, sentence.end)
    return _parties(sides), after, to_whom


def _participle(reading: Reading) -> Found | None:
    """Return the speaker whom a participle goes on about: "pledging that"."""
    statement = reading.scene.statements_from(reading.place)
    speakers = statement[0].value.speakers if statement else reading.speakers()
    to_whom, after = _to_whom(reading.scene, reading.place + 1, reading.sentence.end)
    return (tuple(speakers), after, to_whom) if speakers else None


def _granting(reading: Reading) -> Found | None:
    """Return the speaker who, as a participle goes on, gives somebody until a time."""
    found = _participle(reading)
    return found if found is not None and found[2] is not None else None


def _grace(reading: Reading) -> Found | None:
    """Return who gave somebody a time of grace, told by a verb of giving before it."""
    scene, place, sentence = reading.scene, reading.place, reading.sentence
    if reading.token.folded.endswith("موعدا") and reading.after not in markers()["final"]:
        return None
    for start in range(place - 1, max(sentence.first, place - MAX_GRACE_REACH) - 1, -1):
        word = scene.tokens[start].folded
        if word in markers()["giver"] or (word[0] in "وف" and word[1:] in markers()["giver"]):
            giver = Reading(scene, start, sentence, reading.contacts)
            found = _subject(giver)
            if found is None:
                return None
            behind = read_sides(scene, place + 1, sentence.end)[0] if glued(scene, place + 1) == "ل" else []
            return found[0], place, found[2] or (as_party(behind[0]) if behind else None)
    return None


_FRAMES: Final[dict[str, Callable[[Reading], Found | None]]] = {
    "subject": _subject,
    "object": _object,
    "consent": _consent,
    "force": _force,
    "we": _we,
    "joint": _joint,
    "state": _state,
    "noun": _noun,
    "participle": _participle,
    "grace": _grace,
    "granting": _granting,
    "owned": owned,
}


def _to_whom(scene: Scene, place: int, limit: int) -> tuple[Party | None, int]:
    """Return whom something is pledged to: the object of the verb, or the party behind "to"; and the token after."""
    if place >= limit or glued(scene, place).startswith(("ب", "و")):
        return None, place
    sides, after = read_sides(scene, place, limit)
    if sides:
        return as_party(sides[0]), after
    party = find_party(scene.chart, place, limit)
    if party is None or party.kind not in _GROUPS:
        return None, place
    return Party(party.span, scene.document.article.words(party.span), None), party.end


def _parties(sides: Sequence[Side]) -> tuple[Party, ...]:
    """Return sides as parties, none where they are a dual or plural that nobody is named for."""
    if len(sides) == 1 and sides[0].level == "office" and sides[0].who.entity is None and sides[0].country is None:
        return ()
    return tuple(as_party(side) for side in sides)


def _together(reading: Reading) -> tuple[Party, ...]:
    """Return whom "the two ministers", "the presidents" behind the word stand for: those of the contact told last."""
    if reading.after in markers()["two"]:
        return _met_before(reading, {MIN_SIDES})
    return _met_before(reading, range(MIN_SIDES + 1, MAX_ALL)) if reading.after in markers()["all"] else ()


def _met_before(reading: Reading, count: Container[int]) -> tuple[Party, ...]:
    """Return who took part in the contact told last before a token, if they are as many as said."""
    number = bisect_left(reading.contacts, reading.place, key=lambda match: match.first)
    last = reading.contacts[number - 1] if number else None
    if last is None or len(last.value.participants) not in count:
        return ()
    return tuple(Party(who.span, who.label, who.entity, who.side, True) for who in last.value.participants)


def _link(scene: Scene, place: int, limit: int, frame: str) -> int | None:
    """Return the token that begins what is pledged, behind its preposition or that-word."""
    for start in range(place, min(place + MAX_LINK_REACH, limit - 1)):
        word = scene.tokens[start].folded
        if word in STOPS or start in scene.frame.cues:
            return None  # what somebody else, or he himself, says of it
        if frame in _TO_AN_ACT and word == _TO_DO:
            return start + 1
        if word[0] == "ب" and word[1:] in markers()["hostile"]:
            return start
        if frame in {"object", "grace", "granting"} and scene.chart.name_at(start) is None:
            return start
        if frame not in {"joint", "consent"} and (
            word in _THAT or (_behind_bi(scene, start) and not _clitic_name(scene, start))
        ):
            return start + 1 if word in _THAT else start
        if frame == "state":
            return None
    return None


def _behind_bi(scene: Scene, place: int) -> bool:
    """Return whether a word stands behind the preposition glued to it, rather than begins with its letter."""
    parts = scene.document.parts[place]
    if scene.tokens[place].folded in markers()["adverbial"]:
        return False  # because of, with regard to
    alone = scene.tokens[place].folded == "ب"
    return alone or (bool(parts) and parts[0].kind is PartKind.PREPOSITION and parts[0].folded == "ب")


def _clitic_name(scene: Scene, place: int) -> bool:
    name = scene.chart.name_at(place)
    return name is not None and not scene.chart.glued(name)


def _is_opinion(scene: Scene, place: int) -> bool:
    return scene.tokens[place].folded in markers()["opinion"]


def _is_masdar(scene: Scene, place: int) -> bool:
    """Return whether a word may name what is to be done: a noun without the article."""
    token = scene.tokens[place]
    return token.kind is TokenKind.WORD and not token.folded.startswith("ال")


def _own_statement(scene: Scene, place: int) -> str | None:
    """Return the statement that the binding word itself opens."""
    token = scene.tokens[place]
    for start in (token.start, token.start + 1):
        match = scene.statement_by_cue.get((token.field, start))
        if match is not None:
            return match.value.id
    return None
