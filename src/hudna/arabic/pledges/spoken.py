"""Words by which somebody binds himself: pledged, promised, threatened, gave until, "we have agreed to", a pledge by."""

from collections.abc import Callable, Sequence
from typing import Final

from hudna.arabic.contacts.sides import glued, read_sides
from hudna.arabic.contacts.words import TA_MARBUTA
from hudna.arabic.pledges.bound import Found, Reading, is_of_her, is_of_more, owned, resolved
from hudna.arabic.pledges.draft import Draft
from hudna.arabic.pledges.given import alarm, bears, given, oneself, postpones, vow
from hudna.arabic.pledges.going_on import goes_on
from hudna.arabic.pledges.grace import MAX_GRACE_REACH, MAX_HAS_REACH, grace, hours, left_out, until
from hudna.arabic.pledges.links import (
    MAX_LINK_REACH,
    THREATENS,
    TO_DO,
    endangers,
    is_linked,
    is_opinion,
    link,
    names_what_to_do,
)
from hudna.arabic.pledges.nouns import noun
from hudna.arabic.pledges.resolves import is_set, needs_day
from hudna.arabic.pledges.subjects import (
    MAX_ALL,
    MIN_SIDES,
    agent,
    group,
    is_perfect,
    leaders,
    met_before,
    subject,
    to_whom_of,
)
from hudna.arabic.pledges.what import (
    QUOTES,
    STOPS,
    condition_near,
    due_near,
    end_of_what,
    is_hostile,
    is_over,
    span_of,
)
from hudna.arabic.pledges.where import place_of_act
from hudna.arabic.pledges.whose import Own, as_party, is_text, may_strike, standing_for, subject_of
from hudna.arabic.pledges.words import OWNERS, Binder, markers
from hudna.arabic.scene import Scene
from hudna.model import (
    Act,
    Contact,
    Manner,
    Match,
    Party,
    PledgeKind,
    Sentence,
    Statement,
    TimeMention,
)
from hudna.text import fold_word

MAX_REVENGE_REACH: Final = 3
MAX_WARNED_REACH: Final = 6
_THEM: Final = frozenset({"اياهم", "اياه", "اياها", "اياهما"})
_ASKED: Final = frozenset({"بان", "ان", "شرط", "شريطه", "لان", "اذا", "لو"})
_PARTICIPLES: Final = ("ا", "ة", "اً", "ًا")
_MANY: Final = "ين"
_WAVING: Final = (*_PARTICIPLES, _MANY)
_BY: Final = frozenset({"بحسب", "حسب", "وفق", "وفقا"})
_BECAME: Final = frozenset(
    {"اصبح", "اصبحت", "واصبح", "واصبحت", "بات", "باتت", "وبات", "وباتت", "صار", "صارت", "كان", "كانت", "ظل", "ظلت"}
)
_STOP: Final = "وقف"
_THEY: Final = "وا"
_TRUCE: Final = frozenset({"اطلاق", "القتال", "الاعمال", "النار"})
_LET_US: Final = "دعونا"
_PLURAL: Final = ("ون", "ين")
MAX_AGREED_DAYS: Final = 31
_KEEPING: Final = frozenset({"noun", "subject"})
_COMMITTED: Final = "bind"
_THAT: Final = frozenset({"بان", "بالا", "ان", "الا"})
_WHAT: Final = frozenset({"ما", "بما", "مما", "لما", "كما", "عما", "فيما"})
_AGREEING: Final = frozenset({"joint", "we"})
_REPORTED: Final = frozenset({"subject", "participle"})
_BINDING: Final = frozenset({Act.PROMISE, Act.THREATEN})
MAX_PLEDGED_DAYS: Final = 366


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
    if reading.told is not None and reading.told.value.act is Act.DENY:
        return None
    if reading.after in _BY or (reading.before in _BECAME and reading.token.folded[0] == "م"):
        return None  # threatens, according to X; has become threatened
    if binders[0].kind is PledgeKind.THREAT and endangers(scene, place):
        return None
    for binder in binders:
        found = _FRAMES[binder.frame](reading)
        if found is not None:
            who, after, to_whom = found
            draft = _draft(reading, binder, who, after, to_whom)
            return draft or _as_told(reading, binder, to_whom)
    return next(filter(None, (_as_told(reading, binder, None) for binder in binders)), None)


def _as_told(reading: Reading, binder: Binder, to_whom: Party | None) -> Draft | None:
    """Return what the binding word tells as a report: there it was found who says what, however far apart they stand."""
    told = _own_report(reading.scene, reading.place) if binder.frame in _REPORTED else None
    if told is None or told.value.act not in _BINDING or not told.value.speakers:
        return None
    if reading.before in _WHAT or _is_to_be(reading) or is_of_more(reading, binder, told.value.speakers):
        return None
    scene, sentence, content = reading.scene, reading.sentence, told.value.content[0]
    if any(is_text(party) for party in told.value.speakers) or content.field is not reading.token.field:
        return None
    first = next((i for i in range(reading.place + 1, sentence.end) if scene.tokens[i].end > content.start), None)
    if first is None or scene.tokens[first].start >= content.end:
        return None
    end = end_of_what(scene, first, sentence.end)
    if end == first or _is_compliance(scene, first) or _is_past(reading, first, MAX_PLEDGED_DAYS):
        return None
    if not (STOPS - {":"} | markers()["condition"]).isdisjoint(scene.words[reading.place + 1 : first]):
        return None  # the report begins in the condition, or behind another sentence
    if binder.kind is PledgeKind.THREAT and first == reading.place + 1 and not is_linked(scene, first):
        return None  # whom or what it endangers: threatens the chances of
    if scene.words[first] in markers()["wished"] or (binder.id.startswith(_COMMITTED) and not _by_act(scene, first)):
        return None
    return Draft(
        kind=_kind(reading, binder, told.value.speakers, first, end),
        who=tuple(map(standing_for, told.value.speakers)),
        first=reading.place,
        end=end,
        what=span_of(scene, first, end, bare=True),
        trigger=reading.token.span,
        to_whom=to_whom,
        date=due_near(scene, first, end, sentence, sentence.end),
        condition=condition_near(scene, first, end, sentence, sentence.end),
        place=place_of_act(scene, first, end),
        told=told.value.id,
        rule=rule_of(binder),
    )


def _is_to_be(reading: Reading) -> bool:
    """Return whether a verb tells what somebody should do or has yet to do: that he pledge."""
    return reading.before == "ان" and reading.token.folded[0] in "يت" and not is_perfect(reading.token.folded)


def _draft(reading: Reading, binder: Binder, who: tuple[Party, ...], after: int, to_whom: Party | None) -> Draft | None:
    scene, sentence = reading.scene, reading.sentence
    limit = sentence.end if _own_statement(scene, reading.place) is not None else reading.limit
    threatens = binder.kind is PledgeKind.THREAT and binder.frame in {"subject", "participle"}
    first = link(scene, after, limit, THREATENS if threatens else binder.frame)
    end = end_of_what(scene, first, limit) if first is not None else None
    if first is None or end is None or end == first or not who or _is_compliance(scene, first):
        return None
    if binder.frame in _REPORTED and _is_past(reading, first, MAX_PLEDGED_DAYS):
        return None
    if scene.words[first] in markers()["wished"]:
        return None  # threatened them with the need to: what others should do
    if binder.frame in _KEEPING and binder.id.startswith(_COMMITTED) and not _by_act(scene, first):
        return None  # how far somebody keeps an agreement
    if binder.frame in _AGREEING and (
        is_opinion(scene, first) or scene.chart.name_at(first) is not None or not names_what_to_do(scene, first)
    ):
        return None
    date = due_near(scene, first, end, sentence, limit) or _deadline(reading, binder)
    if date is None and binder.frame == "consent" and scene.words[first] in markers()["talks"]:
        return None  # a meeting that nobody has set a day for
    if date is None and binder.frame == "grace" and _is_plain_date(reading):
        return None
    if needs_day(binder, who) and not is_set(scene, first, end, date, aside=binder.frame == "intend"):
        return None
    told = reading.told.value.id if reading.told is not None else _own_statement(scene, reading.place)
    known = all(party.entity is not None and not party.implied for party in who)
    return Draft(
        kind=_kind(reading, binder, who, first, end),
        who=who,
        first=reading.place,
        end=end,
        what=span_of(scene, first, end, bare=True),
        trigger=reading.token.span,
        to_whom=to_whom,
        date=date,
        condition=condition_near(scene, first, end, sentence, limit),
        place=place_of_act(scene, first, end),
        told=told,
        rule=rule_of(binder),
        sure=binder.frame == "subject" and known and not _of_others(reading, who),
        noun=binder.frame == "noun",
    )


def _by_act(scene: Scene, first: int) -> bool:
    """Return whether what somebody is committed to is an act: to protecting, to not attacking."""
    word = scene.words[first]
    return any(each.removeprefix("ال") in markers()["act"] for each in (word, word.removeprefix("ب"))) or word in _THAT


def _kind(reading: Reading, binder: Binder, who: Sequence[Party], first: int, end: int) -> PledgeKind:
    """Return the kind of a pledge: a day set for one's own act is a schedule, revenge that is pledged a threat."""
    if _decides(reading, binder) or needs_day(binder, who):
        return PledgeKind.SCHEDULE
    near = reading.scene.tokens[first : min(end, first + MAX_REVENGE_REACH)]
    if binder.frame == "alarm" and _is_demanded(reading.scene, first):
        return PledgeKind.ULTIMATUM
    vowed = binder.kind is PledgeKind.PROMISE and any(_is_revenge(token.folded) for token in near)
    return PledgeKind.THREAT if vowed else binder.kind


def _is_demanded(scene: Scene, first: int) -> bool:
    """Return whether it is what others are to do that they are warned of: to leave."""
    return scene.words[first].removeprefix("ب").removeprefix("ال") in markers()["demanded"]


def _is_revenge(word: str) -> bool:
    bare = word.removeprefix("ب").removeprefix("ال")
    return word in markers()["revenge"] or bare in markers()["revenge"]


def _of_others(reading: Reading, who: Sequence[Party]) -> bool:
    """Return whether it is somebody else who says that they bind themselves."""
    told = reading.told
    return told is not None and not Own(reading.scene, told).speak_for(who)


def _is_compliance(scene: Scene, first: int) -> bool:
    """Return whether it is keeping what was pledged that is told: the compliance with its commitments."""
    kept = scene.words[first].removeprefix("ب") in markers()["kept"]
    return kept and not scene.tokens[first].surface.endswith(TA_MARBUTA)  # his loyalty is spelt like a mandate


def _decides(reading: Reading, binder: Binder) -> bool:
    """Return whether a deadline is one for one's own decision."""
    near = reading.scene.tokens[reading.place + 1 : reading.place + MAX_HAS_REACH]
    if binder.frame != "grace":
        return False
    return _is_plain_date(reading) or any(token.folded in markers()["decide"] for token in near)


def _is_plain_date(reading: Reading) -> bool:
    """Return whether it is a day that is set, not the last one."""
    return reading.token.folded.endswith("موعدا") and reading.after not in markers()["final"]


def _deadline(reading: Reading, binder: Binder) -> Match[TimeMention] | None:
    """Return the day set right before the word for a deadline: set the twelfth as the last day for."""
    if binder.frame != "grace":
        return None
    scene, place = reading.scene, reading.place
    date = scene.date_near(place, place + 1, (reading.sentence.first, place), MAX_GRACE_REACH)
    return date if date is not None and not is_over(scene, date) else None


def _object(reading: Reading) -> Found | None:
    """Return who gives somebody until a time."""
    found = left_out(reading) or subject(reading)
    if found is None or found[2] is not None or reading.token.folded.endswith(OWNERS):
        return found
    return until(reading, found)


def _force(reading: Reading) -> Found | None:
    """Return who hints at force, or at what would harm the other: who waves something else threatens nobody."""
    found = _participle(reading) if reading.token.surface.endswith(_WAVING) else subject(reading)
    return found if found is not None and _is_brandished(reading, found[1]) else None


def _brandishing(reading: Reading) -> Found | None:
    """Return whose hinting at force a noun tells."""
    found = noun(reading)
    return found if found is not None and _is_brandished(reading, found[1]) else None


def _is_brandished(reading: Reading, after: int) -> bool:
    scene = reading.scene
    first = link(scene, after, reading.limit, "force")
    if first is None:
        return False
    act = scene.words[first].removeprefix("ب").removeprefix("ال")
    named = act in markers()["act"] | markers()["brandished"]
    return named or is_hostile(scene, first, end_of_what(scene, first, reading.limit))


def _consent(reading: Reading) -> Found | None:
    """Return who agrees to do something himself: to take his fighters out, not to somebody's plan."""
    scene, found = reading.scene, subject(reading)
    if found is None:
        return None
    first = link(scene, found[1], reading.limit, "consent")
    if (
        reading.token.folded.endswith("وا")
        and all(scene.is_person(party) for party in found[0][:2])
        and len(found[0]) == 1
    ):
        return None  # they agreed, and the one who is told of is a single man
    if first is None or scene.words[first] not in markers()["undertaken"]:
        return None
    if scene.words[first] == _STOP and scene.words[first + 1] in _TRUCE:
        return None  # who accepts a truce takes a stand on it
    return found


def _we(reading: Reading) -> Found | None:
    if reading.before == _LET_US:
        return None
    return (reading.told.value.speakers, reading.place + 1, None) if reading.told is not None else None


def _joint(reading: Reading) -> Found | None:
    """Return the sides that agree to do something: two at least."""
    if reading.before in _ASKED:
        return None
    found = subject(reading)
    if found is None or not found[0]:
        found = leaders(reading) or found
    if (found is None or len(found[0]) < MIN_SIDES) and reading.token.folded.endswith("ا"):
        several = range(MIN_SIDES + 1, MAX_ALL) if reading.token.folded.endswith(_THEY) else {MIN_SIDES}
        who = met_before(reading, several)
        found = (who, reading.place + 1, None) if who else None
    if reading.after in markers()["all"] and (found is None or len(found[0]) < MIN_SIDES):
        found = group(reading)
        return found if found is not None and not _is_long_past(reading) else None
    if found is None or _is_long_past(reading) or not (len(found[0]) >= MIN_SIDES or _is_joint_body(found[0])):
        return None
    return found


def _resolve(reading: Reading) -> Found | None:
    """Return who decides to do something: several together, or one, who then binds himself by a day alone."""
    return _joint(reading) or (None if reading.before in _ASKED or _is_long_past(reading) else subject(reading))


def _is_joint_body(who: Sequence[Party]) -> bool:
    """Return whether a single party is one in which the sides sit together, or tells of several: the ministers of."""
    words = [word for party in who for word in fold_word(party.label).split()]
    return bool(words) and (words[0] in markers()["leaders"] or any(word in markers()["joint"] for word in words))


def _is_long_past(reading: Reading) -> bool:
    """Return whether the sides agreed on a day so long ago that what they agreed to do is history."""
    scene = reading.scene
    end = next((i for i in range(reading.place, reading.limit) if scene.words[i] == TO_DO), reading.limit)
    return _is_past(reading, end, MAX_AGREED_DAYS)


def _is_past(reading: Reading, end: int, days: int) -> bool:
    """Return whether a day more than ``days`` before the publication stands beside a binding word, before ``end``."""
    scene = reading.scene
    published = scene.document.published.earliest
    date = scene.date_near(reading.place, reading.place + 1, (reading.sentence.first, end), MAX_LINK_REACH)
    latest = date.value.latest if date is not None else None
    return published is not None and latest is not None and (published - latest).days > days


def _state(reading: Reading) -> Found | None:
    """Return who is said to be bound, by himself or his own side."""
    if reading.told is None:
        return None
    own = Own(reading.scene, reading.told)
    if reading.before in {"نحن", "اننا", "باننا"} or _opens_quotation(reading):
        return own.speakers, reading.place + 1, None
    subject = subject_of(reading.scene, reading.place, reading.sentence, own)
    if reading.before in markers()["that"]:
        return own.speakers, reading.place + 1, None
    if subject is None or subject[1] != "own":
        return None
    return subject[0], reading.place + 1, None


def _opens_quotation(reading: Reading) -> bool:
    """Return whether a plural is the first word of what somebody is quoted as saying: bound by."""
    told = reading.told
    return (
        told is not None
        and told.value.manner is Manner.DIRECT
        and told.value.content[0].start == reading.token.start
        and reading.token.folded.endswith(_PLURAL)
    )


def _participle(reading: Reading) -> Found | None:
    """Return the speaker whom a participle goes on about: "pledging that"."""
    statement = reading.scene.statements_from(reading.place)
    speakers = statement[0].value.speakers if statement else reading.speakers()
    speakers = speakers or _only(agent(reading.scene, reading.place, reading.sentence))
    if reading.token.folded.endswith(_MANY) and len(speakers) == 1 and reading.scene.is_person(speakers[0]):
        return None  # a plural goes on about others than the one man told last
    if is_of_her(reading, speakers):
        return None
    to_whom, after = to_whom_of(reading.scene, reading.place + 1, reading.sentence.end)
    return (tuple(speakers), after, to_whom) if speakers else None


def _only(who: Sequence[Party]) -> tuple[Party, ...]:
    """Return who it is where just one party does it."""
    return tuple(who) if len(who) == 1 else ()


def _granting(reading: Reading) -> Found | None:
    """Return the speaker who, as a participle goes on, gives somebody until a time."""
    found = _participle(reading)
    if found is None or (found[2] is None and reading.after not in _THEM):
        return None
    return found if found[2] is not None else (found[0], reading.place + 2, None)


def _warn(reading: Reading) -> Found | None:
    """Return who warns others of what he will do himself: of an answer, of consequences if."""
    scene = reading.scene
    found = _participle(reading) if reading.token.surface.endswith(_PARTICIPLES) else subject(reading)
    if found is None or not all(may_strike(scene, party) for party in found[0]):
        return None
    who, after, addressee = found
    places = read_sides(scene, after, reading.sentence.end, places=True)[0] if addressee is None else []
    if places and not glued(scene, after):
        addressee, after = as_party(places[0]), places[0].end
    first = next((i for i in range(after, min(after + MAX_WARNED_REACH, reading.limit - 1)) if _of(scene, i)), None)
    if first is None:
        return None
    first += scene.words[first + 1] in QUOTES
    word = scene.words[first + 1]
    strikes = word in markers()["answer"]
    looms = word in markers()["looms"]
    if not (strikes or looms) or scene.chart.name_at(first + 2) is not None:
        return None
    names_deed = strikes and end_of_what(scene, first + 1, reading.limit) > first + 2
    return (who, first + 1, addressee) if addressee is not None or names_deed else None


def _of(scene: Scene, place: int) -> bool:
    return scene.words[place] == "من"


_FRAMES: Final[dict[str, Callable[[Reading], Found | None]]] = {
    "subject": subject,
    "object": _object,
    "consent": _consent,
    "force": _force,
    "brandishing": _brandishing,
    "given": given,
    "oneself": oneself,
    "vow": vow,
    "bears": bears,
    "alarm": alarm,
    "postpones": postpones,
    "we": _we,
    "joint": _joint,
    "resolve": _resolve,
    "intend": subject,
    "state": _state,
    "noun": noun,
    "participle": _participle,
    "grace": grace,
    "hours": hours,
    "granting": _granting,
    "warn": _warn,
    "goes-on": goes_on,
    "owned": owned,
    "affirmed": owned,
    "resolved": resolved,
}


def _own_report(scene: Scene, place: int) -> Match[Statement] | None:
    """Return the statement that the binding word itself opens."""
    token = scene.tokens[place]
    by_cue = scene.statement_by_cue
    return by_cue.get((token.field, token.start)) or by_cue.get((token.field, token.start + 1))


def _own_statement(scene: Scene, place: int) -> str | None:
    told = _own_report(scene, place)
    return told.value.id if told is not None else None
