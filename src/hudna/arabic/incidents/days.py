"""The day of a deed that is told without one: that of the deed told right before it, or the one day of which a report tells."""

from collections.abc import Sequence
from typing import Final

from hudna.arabic.incidents.draft import Draft
from hudna.arabic.incidents.merge import NEAR, alike
from hudna.arabic.incidents.where import CAUSES
from hudna.arabic.incidents.words import Tense, Verb, any_of, markers, words
from hudna.arabic.scene import Scene, is_recent
from hudna.model import IncidentKind, Match, Sentence, SentenceKind, Statement, TimeMention
from hudna.model.frozen import replace
from hudna.text.letters import COMMAS

MAX_ANTECEDENTS: Final = 6
MAX_REASON: Final = 4
LEAD_SENTENCES: Final = 2
_WHO: Final = frozenset({"الذي", "التي", "الذين", "اللذين", "اللتين", "اللذان", "اللتان", "والذي", "والتي", "والذين"})
_DAY: Final = frozenset({"date", "time"})
_OVER: Final = frozenset({"خلال", "منذ", "طوال", "مدي", "مدار"})
_LOOSE: Final = frozenset({IncidentKind.OTHER, IncidentKind.KILLING_UNSPECIFIED, IncidentKind.LOOTING_OR_DESTRUCTION})


def is_day_of_another(scene: Scene, draft: Draft, when: Match[TimeMention]) -> bool:
    """Return whether the day found for a deed is that of something else in its sentence.

    The deed or the day stands in a relative clause without the other, or the day is that on which the deed was talked about.
    """
    first, end = draft.pieces[0]
    if when.first >= end:
        opens = _relative(scene, end, when.first)
        if opens is None or not COMMAS.isdisjoint(scene.words[opens : when.first]):
            return False
        alone = (
            opens == end and draft.actor is None and draft.target is None
        )  # the attack that, as X says, was made on Friday
        verb = words().get(scene.words[opens + 1])
        return not alone and not (isinstance(verb, Verb) and verb.tense is Tense.PERFECT)
    if when.end > first or scene.sentence_at(when.first).index != scene.sentence_at(first).index:
        return False
    if _relative(scene, when.end + 1, first) is not None:
        return True
    apart = any_of("talked-about", "after") - CAUSES  # in the wake of it is on its day
    return not draft.asserted and not apart.isdisjoint(scene.words[when.end : first])


def _relative(scene: Scene, first: int, end: int) -> int | None:
    """Return the last relative pronoun between two tokens."""
    return next((place for place in range(end - 1, first - 1, -1) if scene.words[place] in _WHO), None)


def with_day_of_report(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the incidents, those without a day with the recent one on which the report goes on to tell them."""
    found = list(drafts)
    without = [number for number, draft in enumerate(found) if draft.when is None and _is_one_deed(draft)]
    if not without or len(without) == len(found):
        return found
    without = [number for number in without if not _is_of_before(scene, found[number])]
    order = sorted(range(len(found)), key=lambda number: found[number].first)
    for at, number in enumerate(order):
        if number not in without:
            continue
        for other in reversed(order[max(0, at - MAX_ANTECEDENTS) : at]):
            when = found[other].when
            if when is not None and _goes_on(scene, found[other], when, found[number]):
                found[number] = replace(found[number], when=when)
                break
    only = _only_day(scene, found) if any(found[number].when is None for number in without) else None
    for number in without:
        if only is not None and found[number].when is None and _is_of_report(scene, found[number], only):
            found[number] = replace(found[number], when=only)
    return found


def _is_one_deed(draft: Draft) -> bool:
    return not (draft.aggregate or draft.ongoing or (draft.many and not draft.asserted))


def _goes_on(scene: Scene, before: Draft, when: Match[TimeMention], draft: Draft) -> bool:
    """Return whether a deed is told in the sentence of another one or in the next, and on its day."""
    if before.since or before.aggregate or not is_recent(scene, when):
        return False
    sentence = scene.sentence_at(draft.first)
    first, end = max((piece for piece in before.pieces if piece[0] < draft.first), default=(-1, -1))
    if first < 0:
        return False
    there = scene.sentence_at(first)
    if there.index == sentence.index:
        return _is_joined(scene, before, draft, end)
    if there.kind is not sentence.kind or sentence.index - there.index > 1 or _tells_when(scene, sentence):
        return False
    if draft.kind is before.kind or scene.words[sentence.first] in markers()["on-top"]:
        return True
    return draft.asserted and draft.kind not in _LOOSE and (_is_near(before, draft) or _by_the_same(before, draft))


def _is_joined(scene: Scene, before: Draft, draft: Draft, end: int) -> bool:
    """Return whether two deeds of a sentence are told side by side, the one neither as the reason of the other nor as later or earlier."""
    if not (before.asserted and draft.asserted) or _teller(scene, before) is not _teller(scene, draft):
        return False
    between = scene.dates_between(end, draft.first)
    if any(date.kind in _DAY and date is not before.when for date in between):
        return False
    return any_of("after", "answer").isdisjoint(scene.words[end : draft.first])


def _teller(scene: Scene, draft: Draft) -> Match[Statement] | None:
    token = scene.tokens[draft.first]
    return scene.told_in(token.start, token.field)


def _is_near(before: Draft, draft: Draft) -> bool:
    """Return whether two deeds are of kinds that go together: raids and shelling, an attack and fighting."""
    return any(before.kind in kinds and draft.kind in kinds for kinds in NEAR)


def _by_the_same(before: Draft, draft: Draft) -> bool:
    return before.actor is not None and draft.actor is not None and alike(before.actor, draft.actor)


def _only_day(scene: Scene, drafts: Sequence[Draft]) -> Match[TimeMention] | None:
    """Return the one recent day that a report names, where a deed that it opens with was done on it."""
    body = [each for each in scene.document.sentences if each.kind is SentenceKind.BODY][:LEAD_SENTENCES]
    if not body:
        return None
    opening = (draft.when for draft in drafts if body[0].first <= draft.first < body[-1].end and not draft.since)
    day = next((when for when in opening if when is not None and is_recent(scene, when)), None)
    if day is None:
        return None
    recent = (date for date in scene.document.dates if is_recent(scene, date))
    return day if all(date.value.earliest == day.value.earliest for date in recent) else None


def _is_of_report(scene: Scene, draft: Draft, day: Match[TimeMention]) -> bool:
    """Return whether a deed is told as one of the report's own: by a verb in the perfect, behind no sentence that looks back."""
    sentence = scene.sentence_at(draft.first)
    if not draft.asserted or sentence.kind is not SentenceKind.BODY or _tells_when(scene, sentence):
        return False
    verb = words().get(scene.words[draft.first])
    if isinstance(verb, Verb) and verb.tense is not Tense.PERFECT:
        return False
    before = scene.document.sentences[sentence.index - 1]
    dates = scene.dates_between(before.first, before.end)
    if any(date.kind in _DAY and date.value.earliest != day.value.earliest for date in dates):
        return False
    return markers()["one-of-many"].isdisjoint(scene.words[sentence.first : draft.pieces[-1][1]])


def _tells_when(scene: Scene, sentence: Sentence) -> bool:
    """Return whether a sentence names a time, or a length over which something happened."""
    return any(
        date.kind != "duration" or not _OVER.isdisjoint((scene.words[date.first], scene.words[max(0, date.first - 1)]))
        for date in scene.dates_between(sentence.first, sentence.end)
    )


def _is_of_before(scene: Scene, draft: Draft) -> bool:
    """Return whether a deed is told as one of before: X had attacked, after the attack, an earlier attack."""
    sentence = scene.sentence_at(draft.first)
    if not markers()["had-been"].isdisjoint(scene.words[sentence.first : draft.first]):
        return True
    near = scene.words[max(sentence.first, draft.first - MAX_REASON) : draft.first]
    if not any_of("after", "answer").isdisjoint(near):
        return True
    return not markers()["earlier-one"].isdisjoint(scene.words[draft.first : draft.pieces[0][1] + 1])
