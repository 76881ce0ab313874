"""The subject that a verb leaves out because the clause before has named it: X denied it and expelled; they did not agree."""

from collections.abc import Sequence
from typing import Final

from hudna.arabic.contacts.side import Side
from hudna.arabic.contacts.words import Tense
from hudna.arabic.incidents.verb_forms import is_future, is_verb_form
from hudna.arabic.measures.chain import Link
from hudna.arabic.measures.who import parties_of, read_sides, reports, those_who_met
from hudna.arabic.measures.words import GOVERNORS, markers
from hudna.arabic.scene import Scene
from hudna.arabic.speech.cues import CUES
from hudna.arabic.speech.subjects import subject_before
from hudna.model import Match, Party, Sentence, SentenceKind, Statement
from hudna.model.frozen import replace
from hudna.text import fold_word

MIN_VERB: Final = 4
MAX_VERB: Final = 7
MAX_BACK: Final = 24
MAX_OPENING: Final = 12  # letters between the beginning of what is said and the pronoun of a verb that opens it
_PRESENT: Final = frozenset({"ي", "ت"})
_TURNS: Final = frozenset({"لكن", "بينما", "فيما", "ان", "الذي", "التي"})
_ENDS: Final = frozenset({".", "؛", ":", "؟", "!"})
_DOERS: Final = frozenset({"state", "body", "bodies", "person", "office", "place"})
_SAYS_THAT: Final = frozenset({"ان", "بان", "فان"})
_TAKES_UP: Final = ("ها", "هم", "هما", "ه")
_BEFORE_VERB: Final = frozenset({"قد", "لن", "لم", "لا", "سوف"})
_NOBODYS: Final = frozenset({"can", "may", "exist", "expect"})  # it is possible that
_FOLLOWS: Final = frozenset({"اذ", "حيث", "بعدما", "عندما", "حين", "حينما", "ثم", "لكنه", "لكنها", "وقد"})


def subject_left_out(scene: Scene, link: Link, sentence: Sentence) -> tuple[Party, ...]:
    """Return who a verb without a subject is told of: that of the verb it is joined to, or, in the plural, those who met."""
    if is_plural(scene, link):
        return those_who_met(scene, link.place, sentence)
    if link.row.conjunction == "و" or scene.words[link.place - 1] in _FOLLOWS:
        return _joined_to(scene, link, sentence)
    return ()


def taken_up(scene: Scene, link: Link, told: Match[Statement] | None) -> tuple[Party, ...]:
    """Return who speaks, where a pronoun on "that" before a verb means him: X said that he would impose sanctions."""
    at = link.place - 1
    while at > 0 and scene.words[at] in _BEFORE_VERB:
        at -= 1
    word = scene.words[at]
    pronoun = next((end for end in _TAKES_UP if word.endswith(end)), None)
    if pronoun is None or word.removesuffix(pronoun) not in _SAYS_THAT or told is None or told.value.cue is None:
        return ()
    token, content, who = scene.tokens[at], told.value.content[0], told.value.speakers
    if token.field is not content.field or abs(token.start - content.start) > MAX_OPENING:
        return ()
    if link.row.group == "happen" or link.row.id in _NOBODYS or any(reports(party) or _quoted(party) for party in who):
        return ()
    cue = CUES[fold_word(scene.document.article.words(told.value.cue)).split(" ")[0]]
    if cue is not None and len(who) == 1 and pronoun in {"ه", "ها"} and cue[0].feminine != (pronoun == "ها"):
        return ()  # somebody else: he said that she would
    return who


def is_plural(scene: Scene, link: Link) -> bool:
    """Return whether a verb stands in the plural, so that a subject it leaves out is several."""
    word: str = scene.words[link.place]
    return word.endswith(("وا", "ون"))


def _quoted(party: Party) -> bool:
    """Return whether a speaker is a source or a paper, which tells what others do."""
    return fold_word(party.label.split(" ")[0]) in markers()["source"]


def _joined_to(scene: Scene, link: Link, sentence: Sentence) -> tuple[Party, ...]:
    """Return the subject of the nearest verb of the same gender before a verb: X denied it and expelled."""
    if link.row.tense in {Tense.IMPERFECT, Tense.FUTURE}:
        return _before_like(scene, link, sentence)
    if link.row.tense is not Tense.PERFECT:
        return ()
    feminine = scene.words[link.place].endswith("ت")
    for place in range(link.place - 1, max(sentence.first, link.place - MAX_BACK), -1):
        if scene.words[place] in _ENDS:
            return ()
        word = scene.words[place - 1]
        if not _is_perfect(scene, place - 1):
            continue
        sides, _ = read_sides(scene, place, link.place)
        if not sides and (before := subject_before(scene.frame, place - 1, sentence)):
            sides = read_sides(scene, before[0].first, place - 1)[0]
        if not sides or word.endswith("ت") != feminine or sides[0].level not in _DOERS:
            return ()
        return _implied(sides)
    return ()


def _before_like(scene: Scene, link: Link, sentence: Sentence) -> tuple[Party, ...]:
    """Return the subject of the first of several verbs of the present joined by "and": X lays mines and hinders aid."""
    mark = scene.words[link.place].removeprefix("و").removeprefix("س")[:1]
    if mark not in _PRESENT:
        return ()
    for place in range(link.place - 1, max(sentence.first, link.place - MAX_BACK), -1):
        word = scene.words[place]
        if word in _ENDS or word in _TURNS:
            return ()
        present = word.removeprefix("س") if is_future(word) else word
        if present[:1] != mark or scene.chart.name_at(place) is not None or not MIN_VERB <= len(present) <= MAX_VERB:
            continue
        phrases = subject_before(scene.frame, place, sentence)
        sides, end = read_sides(scene, phrases[0].first, place) if phrases else ([], place)
        if not phrases and sentence.kind is not SentenceKind.TITLE and (present != word or is_verb_form(word)):
            sides, end = read_sides(scene, place + 1, link.place)[0], place
        if len(sides) != 1 or end != place or sides[0].level not in _DOERS:
            continue
        return _implied(sides)
    return ()


def _implied(sides: Sequence[Side]) -> tuple[Party, ...]:
    who = parties_of(sides)
    return () if any(reports(party) for party in who) else tuple(replace(party, implied=True) for party in who)


def _is_perfect(scene: Scene, place: int) -> bool:
    """Return whether a word is a verb of the past, as far as the tables or its form tell."""
    word = scene.words[place]
    if any(row.form == "verb" and row.tense is Tense.PERFECT for row in GOVERNORS[word]):
        return True
    cue = CUES[word]
    if cue is not None:
        return cue[0].form == "perfect"
    return is_verb_form(word) and scene.chart.name_at(place) is None
