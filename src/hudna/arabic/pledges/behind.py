"""Who stands behind a verb as its subject, a day between them or not: neither what it visits nor its object."""

from typing import Final

from hudna.arabic.contacts.side import Side
from hudna.arabic.contacts.sides import glued, read_sides
from hudna.arabic.contacts.words import verbs
from hudna.arabic.names.parties import find_party
from hudna.arabic.names.tables import heads
from hudna.arabic.pledges.what import QUOTES
from hudna.arabic.pledges.words import is_of
from hudna.arabic.scene import Scene
from hudna.model import WORD, Party, Sentence, Token

MAX_DAY_TOKENS: Final = 8
MAX_NOUN_REACH: Final = 8
MIN_PLURAL_LETTERS: Final = 5
_ACCUSATIVE: Final = "ا"
_LEAVE: Final = "غادر"
_THAT: Final = frozenset({"ان", "بان", "وان", "فان"})
_THEY: Final = "ون"
_OWN_LETTERS: Final = ("كون", "صون", "خون", "هون", "اون")  # be, keep, betray, and stems like "co-operate"
_SOME: Final = frozenset({"اي", "كل", "جميع", "بعض", "معظم", "غالبيه", "احدا"})
_ARTICLE: Final = "ال"
_GROUPS: Final = frozenset({"persons", "bodies"})
_THEM: Final = "ين"
MIN_PEOPLE_LETTERS: Final = 6
_JOINED: Final = frozenset({"و", "ف"})


def sides_behind(scene: Scene, place: int, sentence: Sentence) -> list[Side]:
    """Return the sides right behind a verb that ends before ``place``, none behind a preposition.

    Neither are those it is told of whose ending makes them its object, nor those behind a plural: a verb before its
    subject has none.
    """
    if place >= sentence.end or _is_plural(scene.words[place - 1]):
        return []
    first = place if scene.chart.dated[place] == 0 else _behind_day(scene, place, sentence)
    if first >= sentence.end or glued(scene, first) or _is_object(scene.tokens[first]):
        return []
    return read_sides(scene, first, sentence.end, places=first == place)[0]


def people_behind(scene: Scene, verb: int, sentence: Sentence) -> tuple[Party, ...]:
    """Return the people or bodies without a name behind a verb, a day between them or not: the judges, the unions."""
    if _is_plural(scene.words[verb]) or verb + 1 >= sentence.end:
        return ()
    first = _behind_day(scene, verb + 1, sentence)
    if first >= sentence.end or glued(scene, first) or scene.chart.name_at(first) is not None:
        return ()
    party = find_party(scene.chart, first, sentence.end)
    word = scene.words[first]
    nominative = word.startswith(_ARTICLE) and word.endswith(_THEY) and len(word) >= MIN_PEOPLE_LETTERS
    if party is None or party.kind not in _GROUPS:
        if not nominative:
            return ()
        behind = scene.words[first + 1] if first + 1 < sentence.end else ""
        agrees = behind.startswith(_ARTICLE) and behind.endswith(_THEY)  # the registered expatriates
        span = scene.document.span(first, first + 1 + agrees)
        return (Party(span, scene.document.article.words(span), None),)
    if not word.startswith(_ARTICLE) or word.endswith(_THEM):
        return ()
    return (Party(party.span, scene.document.article.words(party.span), None),)


def _behind_day(scene: Scene, place: int, sentence: Sentence) -> int:
    """Return the token behind a day that stands between a verb and its subject, of a verb that meets or visits nobody."""
    stem = scene.words[place - 1].lstrip("وف").removeprefix("س")
    if is_of(stem, "visit"):
        return place  # will visit on Sunday the town of
    end = place
    while end < min(sentence.end, place + MAX_DAY_TOKENS) and scene.chart.dated[end]:
        end += 1
    return end


def _is_plural(word: str) -> bool:
    return word.endswith(_THEY) and len(word) >= MIN_PLURAL_LETTERS and not word.endswith(_OWN_LETTERS)


def not_visited(scene: Scene, verb: int, sides: list[Side]) -> list[Side]:
    """Return sides behind a verb, none where they are the states it tells to be visited."""
    word = scene.words[verb]
    known = verbs().get(word)
    visits = (known is not None and "place" in known.frames) or _LEAVE in word
    return [] if visits and all(side.level in {"state", "place"} for side in sides) else sides


def has_noun_ahead(scene: Scene, place: int, sentence: Sentence) -> bool:
    """Return whether "that" with a noun behind it stands before a verb: that is its subject, what follows its object."""
    if scene.words[place][0] in _JOINED:
        return False
    for at in range(place - 1, max(sentence.first, place - MAX_NOUN_REACH), -1):
        token = scene.tokens[at]
        if (token.kind is not WORD and token.folded not in QUOTES) or at in scene.frame.cues or scene.chart.dated[at]:
            return False
        if scene.words[at - 1] in _THAT:
            return token.folded.startswith(_ARTICLE) or token.folded in _SOME
    return False


def _is_object(token: Token) -> bool:
    """Return whether a common noun stands in the indefinite accusative: will send a delegation."""
    return token.folded.endswith(_ACCUSATIVE) and token.folded.removesuffix(_ACCUSATIVE) in heads()
