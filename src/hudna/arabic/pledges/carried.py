"""Who a verb goes on about that is joined by "and" to what its speaker said before it and names no subject of its own."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hudna.arabic.contacts.side import PERSON_LEVEL, Side
from hudna.arabic.contacts.sides import read_sides
from hudna.arabic.contacts.words import TA_MARBUTA
from hudna.arabic.pledges.what import QUOTES, is_state
from hudna.arabic.pledges.whose import Own, as_party, own_noun, that_he
from hudna.arabic.pledges.words import SHALL, markers
from hudna.arabic.scene import Scene
from hudna.model import Party, Sentence

MAX_CARRIED_REACH: Final = 40
_THAT: Final = frozenset({"ان", "بان", "وان", "فان"})
_TO: Final = "الي"  # to, to him: no article
_PLURAL_OF_HER: Final = "ات"
_VERBAL_NOUN: Final = re.compile("ال(ت..ي.|است..ا.|ا.ت.ا.|ان..ا.)")  # by its pattern one of "he"
_BUT: Final = frozenset({"الا", "كما", "بل", "غير"})
_IT: Final = frozenset({"انه", "بانه"})
_THIS: Final = frozenset({"ذلك", "هذا", "هذه", "تلك"})
_JOINERS: Final = frozenset({"بل", "ثم", "كما"})
_FRONTS: Final = ("و", "ف", "لكن")
_MASCULINE_OWN: Final = ("جيش", "حزب", "فريق", "تنظيم", "مجلس", "فصيل", "مقاتل", "بلد")
Subject = tuple[tuple[Party, ...], str]


def carried(scene: Scene, place: int, verb: int, sentence: Sentence, own: Own) -> Subject | None:
    """Return the subject of the last that-clause before a joined verb, with ``own`` where it is the speaker or his side.

    ``place`` is the verb's first token, ``verb`` the verb itself. None where the verb may have a subject behind it, and
    where its person does not fit.
    """
    before = place - 1
    rejoins = before > sentence.first and _rejoins(scene, before)
    joined = scene.words[place][0] in "وف" or scene.words[before] in _JOINERS or rejoins
    if not joined or (not rejoins and _has_own_subject(scene, verb, sentence)):
        return None
    feminine = scene.words[verb].lstrip("وف").removeprefix("س")[:1] == "ت"
    for that in _back(scene, before - rejoins, sentence, own):
        word = scene.words[that]
        if word in markers()["that"] and not word.startswith(_FRONTS):
            it = rejoins and feminine and word in _IT  # it will not be; but she will
            he = before if it else that
            return (own.speakers, "own") if that_he(scene, that, verb, own, says=he) else None
        if word in _THAT:
            return _of_clause(scene, that + 1, place, sentence, own, feminine=feminine)
        if rejoins and feminine and word in markers()["country"] and own.state is not None:
            return (own.state,), "own"  # the efforts of his country, but that she will
    return None


def _back(scene: Scene, place: int, sentence: Sentence, own: Own) -> Iterator[int]:
    """Yield the tokens before a place, back to the one right before what the speaker says begins."""
    start = own.told.value.content[0]
    for at in range(place, max(sentence.first, place - MAX_CARRIED_REACH) - 1, -1):
        token = scene.tokens[at]
        outside = token.field is not start.field or token.start < start.start
        if outside and token.folded in QUOTES:
            continue
        yield at
        if outside:
            return


def _rejoins(scene: Scene, before: int) -> bool:
    """Return whether "and that he", "but he", "as also he" stands before a verb."""
    word = scene.words[before]
    return word in markers()["that"] and (word.startswith(_FRONTS) or scene.words[before - 1] in _BUT)


def _has_own_subject(scene: Scene, verb: int, sentence: Sentence) -> bool:
    """Return whether a verb may have its subject behind it: "this", or a word with the article that names no act."""
    if verb + 1 >= sentence.end:
        return False
    if scene.words[verb + 1] in _THIS:
        return verb + 2 >= sentence.end or not scene.words[verb + 2].startswith("ال")
    token = scene.tokens[verb + 1]
    if (
        not token.folded.startswith("ال")
        or token.folded.startswith(_TO)
        or token.folded.removeprefix("ال") in markers()["act"]
    ):
        return False
    if scene.words[verb].lstrip("وف").removeprefix("س").startswith("ي"):
        return not token.surface.endswith((TA_MARBUTA, _PLURAL_OF_HER))
    return _VERBAL_NOUN.fullmatch(token.folded) is None


def _of_clause(scene: Scene, first: int, place: int, sentence: Sentence, own: Own, *, feminine: bool) -> Subject | None:
    for start in range(first, min(first + 2, place)):
        word = scene.words[start]
        if word in markers()["own"]:
            mine = own_noun(scene, start, sentence, own)
            return (mine, "own") if mine is not None and feminine != word.startswith(_MASCULINE_OWN) else None
    sides, after = read_sides(scene, first, place, places=True)
    if not sides or feminine != _is_feminine(scene, sides, after):
        return None
    return tuple(as_party(side) for side in sides), "own" if own.are(sides) or own.among(sides) else "other"


def _is_feminine(scene: Scene, sides: Sequence[Side], after: int) -> bool:
    """Return whether a subject takes verbs in the feminine: a state does, of others the verb behind them tells."""
    if len(sides) == 1 and sides[0].level not in PERSON_LEVEL and is_state(as_party(sides[0])):
        return True
    word = scene.words[after].removeprefix("قد").removeprefix(SHALL)
    return word.removeprefix("س").startswith("ت") or word.endswith("ت")
