"""What a speaker lets loom without saying who will do it: there will be consequences if, it will not pass unanswered."""

from typing import Final

from hudna.arabic.pledges.draft import Draft
from hudna.arabic.pledges.what import QUOTES, STOPS, condition_near, span_of
from hudna.arabic.pledges.whose import Own, may_strike
from hudna.arabic.pledges.words import OWNERS, SHALL, markers
from hudna.arabic.scene import Scene
from hudna.model import Match, PledgeKind, Sentence, Span, Statement
from hudna.text.letters import COMMAS

MAX_LOOMING_REACH: Final = 6
MAX_SUBJECT_REACH: Final = 4
MAX_PRICE_REACH: Final = 4
_THAT: Final = frozenset({"ان", "بان", "فان", "وان"})
_OWNERS: Final = (*OWNERS, "نا")
_BE: Final = "كون"
_PASS: Final = frozenset({"يمر", "تمر", "تمرا", "يمرا", "يبقي", "تبقي"})
_ESCAPE: Final = frozenset({"يفلت", "تفلت", "يفلتوا", "ينجو", "تنجو", "ينجوا"})
_BE_LOST: Final = frozenset({"يذهب", "تذهب", "يضيع", "تضيع"})
_LOST: Final = frozenset({"هدرا", "سدي"})  # his blood will not be shed in vain
_NOBLY: Final = frozenset({"الكرام"})  # will not pass as if nothing had happened
_PAY: Final = frozenset({"يدفع", "تدفع", "يدفعان"})
_PRICE: Final = frozenset({"الثمن", "ثمن", "ثمنا", "ثمنه"})
_MONEY: Final = frozenset(
    {"دولار", "دولارا", "يورو", "ليره", "جنيه", "ريال", "دينار", "مليون", "مليار", "الاف", "تعويضات", "رواتب", "غرامه"}
)
_MET_WITH: Final = frozenset({"يقابل", "تقابل", "يواجه", "تواجه", "يجابه", "تجابه"})
_FORCE: Final = frozenset({"قوه", "حزم", "صرامه", "قسوه", "شده", "عقوبات", "نار", "حديد"})
_TARGET: Final = frozenset({"هدفا", "اهدافا", "هدف", "اهداف", "عرضه"})
_LAWFUL: Final = frozenset({"مشروعا", "مشروعه", "لقواتنا", "لنيراننا", "لصواريخنا", "للاستهداف", "مباشرا", "مباشره"})
_WITHOUT: Final = frozenset({"دون", "بدون", "بلا"})
_BE_LATE: Final = frozenset({"يتاخر", "تتاخر", "يطول", "تطول"})
MAX_ANSWER_REACH: Final = 9
_FOLLOWING: Final = frozenset({"فعل", "افعال"})  # reactions, of which anybody has some


def read_looming(
    scene: Scene, place: int, verb: int, end: int, own: Own, told: Match[Statement], sentence: Sentence, limit: int
) -> Draft | None:
    """Return a threat of what will be there or will not pass without an answer, by a speaker who can strike."""
    if not own.speakers or not all(may_strike(scene, party) for party in own.speakers):
        return None
    condition = condition_near(scene, place, end, sentence, limit)
    first, shall = place, scene.words[place].endswith(SHALL)
    if verb > place and scene.words[verb] in _PASS:
        looms = _unanswered(scene, verb, end)
    elif verb > place and scene.words[verb] in _ESCAPE:
        looms = not markers()["escape"].isdisjoint(scene.words[verb + 1 : min(end, verb + MAX_LOOMING_REACH)])
    elif verb > place and scene.words[verb] in _BE_LATE:
        answer = _answer_ahead(scene, place, sentence)
        looms, first = answer is not None, place if answer is None else answer
    elif verb > place and scene.words[verb] in _BE_LOST:
        looms = not _LOST.isdisjoint(scene.words[verb + 1 : min(end, verb + MAX_LOOMING_REACH)])
    elif verb == place and _bare(scene.words[verb]) in _PAY:
        looms = _pays(scene, place, verb, end, sentence)
    elif verb == place and _bare(scene.words[verb]) in _MET_WITH:
        looms = _is_met_with_force(scene, verb, end)
    elif (
        (verb == place or shall)
        and scene.words[verb].endswith(_BE)
        and not _TARGET.isdisjoint(scene.words[verb + 1 : verb + 3])
    ):
        looms = not _LAWFUL.isdisjoint(scene.words[verb + 1 : min(end, verb + MAX_LOOMING_REACH)])
    elif (verb == place or shall) and scene.words[verb].endswith(_BE):
        there = _looms(scene, verb, end) or _looms_before(scene, place, sentence)
        ahead = _answer_ahead(scene, place, sentence) if condition is not None else None
        first = place if ahead is None else ahead  # our answer will be
        answer = ahead is not None or _is_answer_there(scene, verb, end, reaction=condition is not None)
        looms = answer or (condition is not None and there)
    else:
        return None
    if not looms:
        return None
    return Draft(
        kind=PledgeKind.THREAT,
        who=own.speakers,
        first=place,
        end=end,
        what=_words(scene, first, end),
        condition=condition,
        told=told.value.id,
        hedges=told.value.hedges,
        rule="<looming> <consequence>",
    )


def _bare(word: str) -> str:
    """Return a verb in the future without its conjunction, its mark of the future and the ending of its number."""
    return word.lstrip("وف")[1:].removesuffix("ون").removesuffix("وا")


def _pays(scene: Scene, place: int, verb: int, end: int, sentence: Sentence) -> bool:
    """Return whether somebody is told that he will pay the price; of those who suffer it is a lament."""
    if _PRICE.isdisjoint(scene.words[verb + 1 : min(end + 1, verb + MAX_PRICE_REACH)]):
        return False
    near = scene.words[max(sentence.first, place - MAX_SUBJECT_REACH) : min(end, verb + MAX_LOOMING_REACH)]
    return markers()["suffers"].isdisjoint(near)


def pays_out(scene: Scene, verb: int, end: int) -> bool:
    """Return whether a verb in the future tells of money that somebody pays, not of the price of what he did."""
    near = scene.words[verb + 1 : min(end + 1, verb + MAX_LOOMING_REACH)]
    return _bare(scene.words[verb]) in _PAY and not _MONEY.isdisjoint(near)


def _is_met_with_force(scene: Scene, verb: int, end: int) -> bool:
    """Return whether something will be met with an answer, with force or firmness."""
    near = scene.words[verb + 1 : min(end, verb + MAX_PRICE_REACH)]
    return any(word[0] == "ب" and word[1:].removeprefix("ال") in _FORCE | markers()["reply"] for word in near)


def _looms(scene: Scene, verb: int, end: int) -> bool:
    near = scene.tokens[verb + 1 : min(end, verb + MAX_LOOMING_REACH)]
    return any(token.folded in markers()["looms"] for token in near)


def _looms_before(scene: Scene, place: int, sentence: Sentence) -> bool:
    """Return whether what looms is the subject before a verb: that grave consequences will be."""
    for at in range(place - 1, max(sentence.first, place - MAX_SUBJECT_REACH), -1):
        if scene.words[at] in markers()["looms"]:
            return scene.words[at - 1] in _THAT
    return False


def _is_answer_there(scene: Scene, verb: int, end: int, *, reaction: bool) -> bool:
    """Return whether an answer is what there will be; of a ``reaction`` only where that is asked for."""
    near = range(verb + 1, min(end, verb + MAX_LOOMING_REACH))
    return any(
        scene.words[at].removeprefix("ال") in markers()["reply"]
        and (reaction or scene.words[min(at + 1, end - 1)] not in _FOLLOWING)
        for at in near
    )


def _answer_ahead(scene: Scene, place: int, sentence: Sentence) -> int | None:
    """Return the answer that is the subject before a verb, behind "that" or "and": our answer will not be late."""
    for at in range(place - 1, max(sentence.first, place - MAX_ANSWER_REACH) - 1, -1):
        word = scene.words[at]
        if word in STOPS | COMMAS or word in _THAT | markers()["that"]:
            return None  # and answered that he will be
        if _bare_answer(word.removeprefix("و")) in markers()["reply"]:
            opens = at == sentence.first or word[0] == "و" or scene.words[at - 1] in _THAT | QUOTES | STOPS
            return at if opens else None
    return None


def _words(scene: Scene, first: int, end: int) -> Span:
    """Return the characters of a threat, without "and" before our answer, which may be spelt like another word."""
    span = span_of(scene, first, end)
    joined = scene.words[first][0] == "و" and span.start == scene.tokens[first].start
    return span._replace(start=span.start + 1) if joined else span


def _bare_answer(word: str) -> str:
    """Return a noun without the article, or without the pronoun of whose it is."""
    owner = next((owner for owner in _OWNERS if word.endswith(owner) and len(word) > len(owner) + 1), "")
    return word.removeprefix("ال").removesuffix(owner)


def _unanswered(scene: Scene, verb: int, end: int) -> bool:
    """Return whether something will not pass without an answer or punishment."""
    near = scene.tokens[verb + 1 : min(end, verb + MAX_LOOMING_REACH)]
    if not _NOBLY.isdisjoint(token.folded for token in near):
        return True
    without = any(token.folded in _WITHOUT for token in near)
    return without and any(token.folded in markers()["reply"] | markers()["looms"] for token in near)
