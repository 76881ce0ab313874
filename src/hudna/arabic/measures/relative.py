"""What stands behind a measure and says what became of it: a relative clause, a verb whose subject it is."""

from typing import Final

from hudna.arabic.contacts.side import Side
from hudna.arabic.contacts.words import Tense
from hudna.arabic.measures.chain import ARRIVING, OF_KIND, PRONOUNS, Link
from hudna.arabic.measures.phrase import Phrase
from hudna.arabic.measures.standing import denied_status, status_of
from hudna.arabic.measures.who import parties_of, read_sides
from hudna.arabic.measures.words import GOVERNORS, Governor, markers
from hudna.arabic.scene import Scene
from hudna.model import WORD, MeasureStatus, Party, Sentence, SentenceKind

MAX_AHEAD: Final = 5
MAX_PRONOUN: Final = 2
MAX_MOVED: Final = 16  # tokens from a draft to the verb that says whose it is
_PUT_FORWARD: Final = frozenset({"propose", "draft"})
_ENDS: Final = frozenset({".", "؛", "؟"})
_AFTER: Final = frozenset({"بعد", "عقب", "اثر"})
_MADE: Final = frozenset({MeasureStatus.AGREED, MeasureStatus.SIGNED, MeasureStatus.DECLARED})
_EARLIER: Final = frozenset({"سابقا", "موخرا", "اخيرا"})
_SKIPPED: Final = frozenset({"قد", "كان", "كانت", "،", ",", '"', "»", "”", ")", "(", "«", "تم", "جري", "لا", "لم"})


def read_after(
    scene: Scene, phrase: Phrase, sentence: Sentence
) -> tuple[MeasureStatus, Link, tuple[Party, ...]] | None:
    """Return what the first verb behind a measure says of it, with whose act that is; None where it says nothing."""
    place, relative = phrase.end, False
    limit = min(sentence.end, phrase.end + MAX_AHEAD)
    while place < limit:
        folded = scene.words[place]
        if folded in markers()["relative"]:
            relative = True
        elif folded not in _SKIPPED and not scene.chart.dated[place] and (place > phrase.end or folded[:2] != "ال"):
            break
        elif folded == "تم" and relative:
            pass
        place += 1
    if place >= limit or scene.tokens[place].kind is not WORD:
        return None
    for row in GOVERNORS[scene.words[place]]:
        found = _take(scene, phrase, place, row, sentence, relative=relative)
        if found is not None:
            return found
    return None


def _take(
    scene: Scene, phrase: Phrase, place: int, row: Governor, sentence: Sentence, *, relative: bool
) -> tuple[MeasureStatus, Link, tuple[Party, ...]] | None:
    passive = scene.words[place - 1] in {"تم", "جري"}
    if row.group in {"none", "need"} or (row.form != "verb" and not passive):
        return None
    if row.tense is Tense.IMPERFECT and (row.group == "pact" or (row.id == "collapse" and not _heads(sentence))):
        return None  # a mission whose mandate ends next month has not ended
    if row.id == "take-effect" and scene.words[place] == "سري" and scene.tokens[place].surface.endswith("ي"):
        return None  # secret, not taken effect
    if row.id == "start" and scene.tokens[place].surface.endswith("دا"):
        return None  # seemed, not began
    if row.tense is Tense.FUTURE and row.status not in {"in_effect", "start"}:
        return None
    if (row.id == "arrive" and phrase.kind not in ARRIVING) or phrase.kind not in OF_KIND.get(row.id, {phrase.kind}):
        return None
    if row.conjunction and not relative:
        return None
    bare = place == phrase.end and not phrase.noun.definite and row.group == "pact" and row.tense is Tense.PERFECT
    after = _after(scene, place, row, sentence, relative=relative or bare, passive=passive)
    if after is None:
        return None
    if row.needs and row.needs.isdisjoint(scene.words[place : place + 4]):
        return None
    link = Link(place, row, 0, scene.words[place - 1] in markers()["negation"])
    status = status_of(row.status, phrase.kind, link)
    if link.negated:
        status = MeasureStatus.BROKEN if row.id == "hold" else denied_status(row, status, phrase.kind)
    if status is None:
        return None
    by: tuple[Party, ...] = ()
    if row.group != "happen" and not passive:
        if after < sentence.end and scene.words[after] in markers()["upon-it"]:
            after += 1  # which X laid on it
        sides, end = read_sides(scene, after, sentence.end)
        by = parties_of(sides)
        phrase.with_ += _made_with(scene, end, sentence) if (sides or not row.object) and status in _MADE else []
    elif row.group == "pact":
        phrase.with_ += _made_with(scene, after, sentence)
    return status, link, by


def movers_behind(scene: Scene, phrase: Phrase, sentence: Sentence) -> tuple[Party, ...]:
    """Return who put a draft forward, told behind it by a verb that takes it up: a draft on X, which Y had handed round."""
    for place in range(phrase.core, min(sentence.end - 1, phrase.core + MAX_MOVED)):
        if scene.words[place] in _ENDS:
            break
        rows = (row for row in GOVERNORS[scene.words[place]] if row.id in _PUT_FORWARD and row.form == "verb")
        for row in rows:
            behind = scene.words[place + 1] in {"به", "بها"}
            if row.object or behind:
                return parties_of(read_sides(scene, place + 1 + behind, sentence.end)[0])
    return ()


def _made_with(scene: Scene, place: int, sentence: Sentence) -> list[Side]:
    """Return with or between whom an agreement was made, behind the verb that says so: which was reached on Sunday with X."""
    while place < sentence.end and (scene.chart.dated[place] or scene.words[place] in _EARLIER):
        place += 1
    if place + 2 < sentence.end and scene.words[place] in _AFTER and scene.words[place + 1] in markers()["talks"]:
        place += 2
    if place + 1 >= sentence.end or scene.words[place] not in {"مع", "بين"}:
        return []
    return read_sides(scene, place + 1, sentence.end)[0]


def _heads(sentence: Sentence) -> bool:
    return sentence.kind is SentenceKind.TITLE


def _after(scene: Scene, place: int, row: Governor, sentence: Sentence, *, relative: bool, passive: bool) -> int | None:
    """Return the token behind a verb and the pronoun that takes the measure up, None where nothing does."""
    if row.object or (passive and row.form == "noun" and row.owner in {"ه", "ها"}):
        return place + 1 if "o" in row.frames else None
    for at in range(place + 1, min(place + 1 + MAX_PRONOUN, sentence.end)):
        for frame in row.frames:
            if scene.words[at] in PRONOUNS.get(frame, ()):
                return at + 1
    if "s" in row.frames and not passive:
        return place + 1
    if row.id == "carry-out" and scene.words[place - 1] in {"لم", "ولم"}:
        return place + 1  # was not carried out
    if relative and "o" in row.frames and row.group in {"pact", "act"} and not passive:
        dated = place + 1 < sentence.end and (
            scene.chart.dated[place + 1] or scene.words[place + 1] in {"في", "بين", "مع", "برعايه"}
        )
        return place + 1 if dated else None
    return None
