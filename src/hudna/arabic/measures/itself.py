"""What a phrase of a measure says without a governor: by its participle, its place, what it is joined to."""

from collections.abc import Sequence
from typing import Final

from hudna.arabic.incidents.words import actors
from hudna.arabic.measures.chain import NO_ROW, Link
from hudna.arabic.measures.days import day_of
from hudna.arabic.measures.draft import Draft, Stand, piece
from hudna.arabic.measures.phrase import EXPEL, Phrase
from hudna.arabic.measures.presumed import presumed
from hudna.arabic.measures.standing import IN_REPLY, PUT_FORWARD
from hudna.arabic.measures.stands import SOUGHT, make_stand
from hudna.arabic.measures.who import parties_of, read_sides
from hudna.arabic.measures.words import markers
from hudna.arabic.scene import Scene
from hudna.model import (
    PUNCTUATION,
    WORD,
    Act,
    Match,
    MeasureKind,
    MeasureStatus,
    Party,
    Sentence,
    SentenceKind,
    Statement,
)
from hudna.model.frozen import replace
from hudna.text import fold_word

MAX_WAY: Final = 9
MAX_RUMOUR: Final = 4  # rumours of an agreement
MAX_HEAD_TOKENS: Final = 6
MAX_JOIN_REACH: Final = 16
MAX_NAMED: Final = 5  # words that name an agreement before "between": on fishing and trade
_STANDING: Final = frozenset({"corridor", "open-crossing"})  # ways, not what is done
_DEALS: Final = frozenset({"accord", "accords", "deal"})
_TELLING: Final = frozenset({Act.ANNOUNCE, Act.DESCRIBE})
_SCOPED: Final = frozenset({MeasureKind.CEASEFIRE, MeasureKind.ZONE, MeasureKind.AGREEMENT})
_PROCESSES: Final = frozenset(
    {MeasureKind.WITHDRAWAL, MeasureKind.EVACUATION, MeasureKind.RELEASE, MeasureKind.AID, MeasureKind.DEMINING}
)


def joined(scene: Scene, phrase: Phrase, sentence: Sentence, before: Sequence[Draft]) -> Stand | None:
    """Return the standing of the measure joined by "and" before: called for a truce and the entry of aid."""
    then = phrase.first > sentence.first and scene.words[phrase.first - 1] == "ثم"
    if not phrase.noun.conjunction and not then and not _beside(scene, phrase, sentence):
        return None
    last = next((draft for draft in reversed(before) if draft.sentence == sentence.index and draft.stands), None)
    if last is None or phrase.first - last.phrase.end > MAX_JOIN_REACH or last.phrase.end > phrase.first:
        return None
    if any(scene.words[place] in {".", "؛"} for place in range(last.phrase.end, phrase.first)):
        return None
    stand = last.stands[0]
    if not then and stand.status not in {
        MeasureStatus.CALLED_FOR,
        MeasureStatus.AGREED,
        MeasureStatus.REJECTED,
        MeasureStatus.PROPOSED,
    }:
        return None
    return Stand(
        status=stand.status,
        by=stand.by,
        of=stand.of,
        told=stand.told,
        when=day_of(scene, Link(phrase.first, NO_ROW, 0, False), phrase, sentence) if then else stand.when,
        pieces=(piece(phrase.first, phrase.core),),
        hedges=stand.hedges,
        sure=False,
        rule=f"<joined> {phrase.rule}",
    )


def _beside(scene: Scene, phrase: Phrase, sentence: Sentence) -> bool:
    """Return whether a measure is put beside another or is what the other is for: besides the entry of aid."""
    words = markers()
    near = scene.words[max(sentence.first, phrase.first - 2) : phrase.first]
    if not near or phrase.kind not in _PROCESSES | {MeasureKind.AGREEMENT}:
        return False
    aim = near[-1] in words["purpose"] or near[-1] in {"علي", "عن", "الي"}
    return near[-1] in {"بهدف", "بغيه", "اجل"} or (aim and len(near) > 1 and near[0] in words["beside"])


def by_itself(scene: Scene, phrase: Phrase, sentence: Sentence, told: Match[Statement] | None) -> list[Stand]:
    """Return what the phrase says without a governor: by its participle, its place at the head of a demand, its parties."""
    link = Link(phrase.first, NO_ROW, 0, False)
    token = scene.tokens[phrase.first]
    issued = phrase.adjective is not None and phrase.adjective[0] is MeasureStatus.ADOPTED
    apart = phrase.noun.kind is MeasureKind.MECHANISM or (issued and phrase.noun.kind in _PROCESSES)
    there = phrase.adjective is not None and phrase.adjective[0] is MeasureStatus.IN_EFFECT
    if phrase.adjective is not None and not apart and not (there and phrase.noun.kind is MeasureKind.AGREEMENT):
        status = phrase.adjective[0]
        by: tuple[Party, ...] = ()
        return [
            make_stand(scene, phrase, status, by, link, sentence, told, sure=False, rule=f"{phrase.rule} <participle>")
        ]
    before = scene.words[phrase.first - 1] if phrase.first > sentence.first else ""
    if told is not None and told.value.act is Act.DEMAND:
        start = told.value.content[0].start
        words = sum(
            each.kind is WORD and each.start >= start and each.field is token.field
            for each in scene.tokens[max(sentence.first, phrase.first - MAX_HEAD_TOKENS) : phrase.first]
        )
        if words < MAX_HEAD_TOKENS // 2 and told.value.content[0].field is token.field:
            by = told.value.speakers
            status = MeasureStatus.CALLED_FOR
            return [
                make_stand(scene, phrase, status, by, link, sentence, told, sure=False, rule=f"<demand> {phrase.rule}")
            ]
    if told is not None and phrase.noun.id == "settlement" and _only_way(scene, phrase, sentence):
        status, rule = MeasureStatus.CALLED_FOR, f"{phrase.rule} <only-way>"
        return [make_stand(scene, phrase, status, told.value.speakers, link, sentence, told, sure=False, rule=rule)]
    if told is not None and told.value.act in _TELLING and phrase.kind in _PROCESSES and _opens(scene, phrase, told):
        status = MeasureStatus.IMPLEMENTED if phrase.inner is None else MeasureStatus.AGREED
        return [make_stand(scene, phrase, status, (), link, sentence, told, sure=False, rule=f"<told> {phrase.rule}")]
    if phrase.inner is not None and before in markers()["provides"]:
        status = PUT_FORWARD.get(phrase.noun.id, MeasureStatus.AGREED)
        return [
            make_stand(scene, phrase, status, (), link, sentence, told, sure=False, rule=f"<provide> {phrase.rule}")
        ]
    if phrase.kind in _SCOPED and phrase.noun.definite and scoped(scene, phrase, before, sentence):
        status = MeasureStatus.IN_EFFECT
        return [make_stand(scene, phrase, status, (), link, sentence, told, sure=False, rule=f"{phrase.rule} <scope>")]
    found = _existing(phrase, before, sentence)
    if found is not None:
        status, by, name = found
        return [make_stand(scene, phrase, status, by, link, sentence, told, sure=False, rule=f"<{name}> {phrase.rule}")]
    event = phrase.noun.definite and scene.tokens[phrase.first + 1 : phrase.first + 2]
    ahead = phrase.noun.front == "ل" or before in markers()["purpose"]
    if phrase.noun.id == "accord" and event and event[0].folded == "علي" and not ahead:
        by = parties_of([*phrase.parties, *phrase.with_])
        return [
            make_stand(
                scene,
                phrase,
                MeasureStatus.AGREED,
                by,
                link,
                sentence,
                told,
                sure=False,
                rule=f"<agreeing> {phrase.rule}",
            )
        ]
    parted = phrase.noun.id == "withdrawal" and (_civil(phrase) or (phrase.place is None and not _troops(phrase)))
    if before in markers()["past"] and phrase.kind in _PROCESSES and phrase.inner is None and not parted:
        status = MeasureStatus.IMPLEMENTED
        return [make_stand(scene, phrase, status, (), link, sentence, told, sure=False, rule=f"<after> {phrase.rule}")]
    replied = before == "علي" and scene.words[phrase.first - 2] in IN_REPLY
    if phrase.noun.id == EXPEL and (before in markers()["past"] or replied):
        status, rule = MeasureStatus.DECLARED, f"<after> {phrase.rule}"
        by = parties_of(read_sides(scene, phrase.first + 1, phrase.core - 1)[0])
        return [make_stand(scene, phrase, status, by, link, sentence, told, sure=False, rule=rule)]
    named = phrase.kind in {MeasureKind.AGREEMENT, MeasureKind.CEASEFIRE} and len(phrase.parties) > 1
    near = scene.words[max(sentence.first, phrase.first - MAX_RUMOUR) : phrase.first]
    named = named and markers()["rumour"].isdisjoint(near)
    named = named and not (phrase.noun.id in SOUGHT and phrase.noun.front == "ل")  # for a settlement between
    if named and _adjacent(scene, phrase) and not phrase.noun.owner and before not in markers()["purpose"]:
        by = parties_of(phrase.parties)
        return [
            make_stand(
                scene,
                phrase,
                MeasureStatus.AGREED,
                by,
                link,
                sentence,
                told,
                sure=False,
                rule=f"{phrase.rule} <between>",
            )
        ]
    return []


def _only_way(scene: Scene, phrase: Phrase, sentence: Sentence) -> bool:
    """Return whether a settlement is praised as the only or the best way: a political solution is the only way."""
    reach = range(phrase.core, min(sentence.end, phrase.core + MAX_WAY))
    return any(scene.words[place] in markers()["only-way"] for place in reach)


def _troops(phrase: Phrase) -> bool:
    """Return whether those who withdraw are people or bodies of arms, rather than a state that leaves a union."""
    return any(side.level != "state" for side in phrase.people)


def _civil(phrase: Phrase) -> bool:
    """Return whether those who withdraw are told by words for people that bear no arms: a candidate, a lawyer."""
    sides = phrase.people
    return bool(sides) and all(
        side.level in {"person", "persons", "office"}
        and side.country is None
        and fold_word(side.who.label).split()[0] not in actors()["armed"]
        for side in sides
    )


def _opens(scene: Scene, phrase: Phrase, told: Match[Statement]) -> bool:
    """Return whether what is said is the act itself: reported the release of; "that the release" goes on to a verb."""
    before = phrase.first - 1
    while before > 0 and scene.tokens[before].kind is PUNCTUATION:
        before -= 1
    if phrase.first and scene.words[before] in markers()["that"] | {"فان", "بان"}:
        return False
    if scene.words[phrase.first - 1] == "عن" and told.value.act is not Act.ANNOUNCE:
        return False  # to speak of it is not to do it
    ahead = scene.words[phrase.first + 1 : phrase.end + 1]
    if phrase.noun.id in _STANDING or not markers()["to-come"].isdisjoint(ahead):
        return False
    content, token = told.value.content[0], scene.tokens[phrase.first]
    return content.field == token.field and 0 <= content.start - token.start + 2 <= 4


def owed(scene: Scene, phrase: Phrase, first: int, sentence: Sentence, told: Match[Statement] | None) -> list[Stand]:
    """Return the call on somebody that a duty is: it is for X to withdraw his forces."""
    limit = max(sentence.first, first - MAX_HEAD_TOKENS)
    for place in range(first - 1, limit, -1):
        if scene.words[place - 1] not in {"علي", "وعلي", "فعلي"}:
            continue
        sides, end = read_sides(scene, place, first)
        if not sides or end != first or phrase.noun.front or told is None:
            return []
        link = Link(place - 1, NO_ROW, 0, False)
        status, by, of = MeasureStatus.CALLED_FOR, told.value.speakers, parties_of(sides)
        rule = f"<owed> {phrase.rule}"
        return [make_stand(scene, phrase, status, by, link, sentence, told, sure=False, of=of, rule=rule)]
    return []


def presumed_stand(scene: Scene, phrase: Phrase, sentence: Sentence, told: Match[Statement] | None) -> list[Stand]:
    """Return the standing that naming a measure takes for granted, none where it takes nothing for granted."""
    found = presumed(scene, phrase, sentence)
    if found is None:
        return []
    link = Link(phrase.first, NO_ROW, 0, False)
    told = None if found.status is MeasureStatus.ADOPTED else told
    rule = f"<{found.name}> {phrase.rule}"
    stand = make_stand(scene, phrase, found.status, found.by, link, sentence, told, sure=False, rule=rule)
    beside = stand.when is not None and phrase.first <= stand.when.first <= phrase.end
    return [stand if beside else replace(stand, when=None)]


def scoped(scene: Scene, phrase: Phrase, before: str, sentence: Sentence) -> bool:
    """Return whether a sentence only tells whom a measure binds: it excludes X; keeps what a verb before it leaves out."""
    words = markers()
    if before in words["excludes"] or before in words["covers"]:
        end = phrase.core
        while end < min(sentence.end, phrase.core + MAX_JOIN_REACH) and scene.tokens[end].kind is WORD:
            end += 1
        if end > phrase.core:
            (phrase.excludes if before in words["excludes"] else phrase.covers).append(
                scene.document.span(phrase.core, end)
            )
    return bool(phrase.covers or phrase.excludes)


def _adjacent(scene: Scene, phrase: Phrase) -> bool:
    """Return whether "between" stands right behind the measure, not behind a verb of its clause."""
    at = next((place for place in range(phrase.core, phrase.end) if scene.words[place] == "بين"), phrase.core)
    if at - phrase.core > MAX_NAMED:
        return False
    for place in range(phrase.core + 1, at):
        before = scene.words[place - 1]
        annexed = scene.words[place - 2] in markers()["preposition"] and place - 2 >= phrase.core
        loose = not annexed and before not in markers()["preposition"] and before[:2] not in {"ال", "لل"}
        if loose and scene.words[place].startswith("ال"):
            return False  # a noun of its own: an agreement governs the relations between
    return True


def _existing(phrase: Phrase, before: str, sentence: Sentence) -> tuple[MeasureStatus, tuple[Party, ...], str] | None:
    """Return what the place of a phrase takes for granted: under the agreement on X, despite the truce, a headline."""
    words = markers()
    sides = parties_of([*phrase.parties, *phrase.with_])
    pact = phrase.noun.id in _DEALS and (phrase.inner is not None or bool(sides))
    if phrase.kind is MeasureKind.CEASEFIRE and before in words["during"] and phrase.noun.kind is MeasureKind.CEASEFIRE:
        return MeasureStatus.IN_EFFECT, (), "during"
    if pact and before in words["terms"]:
        return MeasureStatus.AGREED, sides, "under"
    heads = sentence.kind in {SentenceKind.TITLE, SentenceKind.HEADING} or phrase.noun.conjunction == ""
    if pact and phrase.first == sentence.first and heads and not phrase.noun.front:
        return MeasureStatus.AGREED, sides, "headed"
    return None
