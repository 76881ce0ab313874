"""What a speaker lets loom without saying who will do it: there will be consequences if, it will not pass unanswered."""

from typing import Final

from hudna.arabic.pledges.draft import Draft
from hudna.arabic.pledges.what import condition_near, span_of
from hudna.arabic.pledges.whose import Own, may_strike
from hudna.arabic.pledges.words import markers
from hudna.arabic.scene import Scene
from hudna.model import Match, PledgeKind, Sentence, Statement

MAX_LOOMING_REACH: Final = 6
MAX_SUBJECT_REACH: Final = 4
_THAT: Final = frozenset({"ان", "بان"})
_BE: Final = "كون"
_PASS: Final = frozenset({"يمر", "تمر", "تمرا", "يمرا"})
_WITHOUT: Final = frozenset({"دون", "بدون", "بلا"})
_FOLLOWING: Final = frozenset({"فعل", "افعال"})  # reactions, of which anybody has some


def read_looming(
    scene: Scene, place: int, verb: int, end: int, own: Own, told: Match[Statement], sentence: Sentence, limit: int
) -> Draft | None:
    """Return a threat of what will be there or will not pass without an answer, by a speaker who can strike."""
    if not own.speakers or not all(may_strike(scene, party) for party in own.speakers):
        return None
    condition = condition_near(scene, place, end, sentence, limit)
    if verb > place and scene.words[verb] in _PASS:
        looms = _unanswered(scene, verb, end)
    elif verb == place and scene.words[verb].endswith(_BE):
        there = _looms(scene, verb, end) or _looms_before(scene, place, sentence)
        looms = _is_answer_there(scene, verb, end) or (condition is not None and there)
    else:
        return None
    if not looms:
        return None
    return Draft(
        kind=PledgeKind.THREAT,
        who=own.speakers,
        first=place,
        end=end,
        what=span_of(scene, place, end),
        condition=condition,
        told=told.value.id,
        hedges=told.value.hedges,
        rule="<looming> <consequence>",
    )


def _looms(scene: Scene, verb: int, end: int) -> bool:
    near = scene.tokens[verb + 1 : min(end, verb + MAX_LOOMING_REACH)]
    return any(token.folded in markers()["looms"] for token in near)


def _looms_before(scene: Scene, place: int, sentence: Sentence) -> bool:
    """Return whether what looms is the subject before a verb: that grave consequences will be."""
    for at in range(place - 1, max(sentence.first, place - MAX_SUBJECT_REACH), -1):
        if scene.words[at] in markers()["looms"]:
            return scene.words[at - 1] in _THAT
    return False


def _is_answer_there(scene: Scene, verb: int, end: int) -> bool:
    """Return whether an answer, not a reaction, is what there will be."""
    near = range(verb + 1, min(end, verb + MAX_LOOMING_REACH))
    return any(
        scene.words[at].removeprefix("ال") in markers()["reply"] and scene.words[min(at + 1, end - 1)] not in _FOLLOWING
        for at in near
    )


def _unanswered(scene: Scene, verb: int, end: int) -> bool:
    """Return whether something will not pass without an answer or punishment."""
    near = scene.tokens[verb + 1 : min(end, verb + MAX_LOOMING_REACH)]
    without = any(token.folded in _WITHOUT for token in near)
    return without and any(token.folded in markers()["reply"] | markers()["looms"] for token in near)
