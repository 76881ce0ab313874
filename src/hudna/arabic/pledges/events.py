"""Events told to begin, run or end on a day to come, and who holds one that names nobody: those who agreed on it."""

from bisect import bisect_left
from typing import Final

from hudna.arabic.pledges.dated import end_before_due, scheduled
from hudna.arabic.pledges.draft import Draft
from hudna.arabic.pledges.whose import Own
from hudna.arabic.pledges.words import is_of, markers
from hudna.arabic.scene import Scene
from hudna.model import Match, MeasureKind, Party, PledgeKind, Sentence, Span, Statement, TimeMention
from hudna.model.frozen import replace

RULE: Final = "<event> <day to come>"
MAX_DAY_REACH: Final = 9  # the day of what stands further off is that of something else
MAX_AGREED_BACK: Final = 4
MAX_AGREED_REACH: Final = 220
MAX_EVENT_REACH: Final = 4
MIN_SIDES: Final = 2
MAX_VOTE_REACH: Final = 3
MAX_VOTE_BACK: Final = 8
PLANNED_WORDS: Final = 2
_OF: Final = frozenset({"من", "ومن"})
_INTO_FORCE: Final = "حيز"
_AGREED: Final = frozenset(
    {
        MeasureKind.CEASEFIRE,
        MeasureKind.WITHDRAWAL,
        MeasureKind.EVACUATION,
        MeasureKind.RELEASE,
        MeasureKind.AGREEMENT,
        MeasureKind.DOCUMENT,
    }
)


def runs(word: str) -> bool:
    """Return whether a word is a verb by which an event begins, runs or ends."""
    return is_of(word.removeprefix("و"), "runs")


def read_event(scene: Scene, verb: int, sentence: Sentence, date: Match[TimeMention]) -> Draft | None:
    """Return an event that begins, runs or ends on a day to come, with those who agreed on it or announce it."""
    if verb + 1 >= sentence.end or not runs(scene.words[verb]) or not names_event(scene.words[verb + 1]):
        return None
    end = end_before_due(scene, verb, sentence, date)
    if end is None or date.first - verb > MAX_DAY_REACH:
        return None
    told = scene.told_in(scene.tokens[verb].start, scene.tokens[verb].field)
    draft = replace(scheduled(scene, verb, end, (), told, date, RULE), end=max(end, date.end))
    return with_holders(scene, draft, told)


def names_event(word: str) -> bool:
    """Return whether a word names something that is agreed on or held for a time: a truce, an evacuation."""
    return word.removeprefix("ال") in markers()["agreed-event"]


def with_holders(scene: Scene, draft: Draft, told: Match[Statement] | None) -> Draft:
    """Return a schedule that names nobody with the parties of the agreement last told, else with who announces it."""
    if draft.who or draft.kind is not PledgeKind.SCHEDULE:
        return draft
    near = range(draft.first, min(draft.end, draft.first + MAX_EVENT_REACH))
    if not any(_is_agreed(scene, at) for at in near):
        return draft
    who = agreed_by(scene, draft.first, draft.what, draft.end) or _announcing(scene, told)
    return replace(draft, who=who) if who else draft


def _is_agreed(scene: Scene, place: int) -> bool:
    """Return whether a word names what sides agree on, not what one holds alone, nor "force" in "enters into force"."""
    bare = scene.words[place].removeprefix("ال")
    return names_event(bare) and bare not in markers()["held-by-one"] and scene.words[place - 1] != _INTO_FORCE


def agreed_by(scene: Scene, first: int, what: Span, end: int) -> tuple[Party, ...]:
    """Return the parties of the agreement told last before ``end``, not far before ``first``: those ``what`` names as named."""
    measures = scene.document.measures
    number = bisect_left(measures, end, key=lambda match: match.first)
    for at in range(number - 1, max(0, number - MAX_AGREED_BACK) - 1, -1):
        match = measures[at]
        if first - match.first > MAX_AGREED_REACH:
            return ()
        if match.value.kind in _AGREED and len(match.value.parties) >= MIN_SIDES:
            return tuple(_implied(what, party) for party in match.value.parties)
    return ()


def _implied(what: Span, party: Party) -> Party:
    """Return a party of a measure, as one that is left out where the words do not name it."""
    named = what.field is party.span.field and what.contains(party.span)
    return party if named else Party(party.span, party.label, party.entity, party.side, True)


def _announcing(scene: Scene, told: Match[Statement] | None) -> tuple[Party, ...]:
    if told is None:
        return ()
    return tuple(party for party in Own(scene, told).speakers if party.entity is not None)


def is_background_vote(scene: Scene, draft: Draft) -> bool:
    """Return whether elections are told to take place on a day that nobody told here sets: they are background."""
    if draft.who or draft.kind is not PledgeKind.SCHEDULE:
        return False
    first = draft.first
    votes = markers()["vote"]
    if draft.told is None and any(
        word.removeprefix("و") in votes for word in scene.words[first : min(draft.end, first + MAX_VOTE_REACH)]
    ):
        return True
    set_ = max(0, first - PLANNED_WORDS)  # the elections, planned to begin on; not: it is planned that
    which = scene.words[set_].removeprefix("و") in markers()["set"] and scene.words[set_ - 1] not in _OF
    return which and not votes.isdisjoint(scene.words[max(0, first - MAX_VOTE_BACK) : set_])
