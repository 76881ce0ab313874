"""Who does what a verb tells, by the words right behind it, where no table knows him: a court of appeal, the ministers."""

from typing import Final

from hudna.arabic.contacts.words import Tense
from hudna.arabic.incidents.verb_forms import is_verb_form
from hudna.arabic.measures.chain import Link
from hudna.arabic.measures.words import GOVERNORS, markers, nouns
from hudna.arabic.scene import Scene
from hudna.model import WORD, PartKind, Party
from hudna.text import fold_word

MAX_WORDS: Final = 5
_ARTICLE: Final = "ال"
_NOMINATIVE: Final = ("ون", "تان")
_CONJUNCTIONS: Final = ("و", "ف")
_MOVES: Final = frozenset({"halt", "redeploy"})
_NO_ACCUSATIVE: Final = frozenset({"عليا", "دنيا", "العليا", "الدنيا"})
_GLUED: Final = frozenset({PartKind.PREPOSITION, PartKind.CONJUNCTION})


def doer_in_words(scene: Scene, link: Link, end: int) -> tuple[Party, ...]:
    """Return the subject right behind a verb, before what it governs, where its head is a body or people of some office."""
    if link.row.id in _MOVES:
        return ()  # a team takes up its places again
    first = link.place + 1
    while first < end and scene.chart.dated[first]:
        first += 1
    head = first + (first + 1 < end and scene.words[first] in markers()["greatest"])
    if head >= end or not _acts(scene, head) or not _agrees(scene, link, head):
        return ()
    last = head + 1
    while last < min(end, head + MAX_WORDS) and _belongs(scene, head, last):
        last += 1
    if last == head + 1 == first + 1 and not scene.words[head].startswith(_ARTICLE):
        return ()  # a court, ministers: nobody can tell which
    span = scene.document.span(first, last)
    return (Party(span, scene.document.article.words(span)),)


def _acts(scene: Scene, place: int) -> bool:
    """Return whether a word is one for a body or for people in office, or a plural or dual that can only be a subject."""
    token = scene.tokens[place]
    if token.kind is not WORD or any(part.kind in _GLUED for part in scene.document.parts[place]):
        return False
    word = token.folded
    if word in markers()["doer"] or word in markers()["court"]:
        return True
    return word.startswith(_ARTICLE) and word.endswith(_NOMINATIVE) and not GOVERNORS[word]


def _agrees(scene: Scene, link: Link, head: int) -> bool:
    """Return whether a verb of the third person has the gender of the noun behind it."""
    verb: str = scene.words[link.place]
    if link.row.tense is Tense.PERFECT:
        feminine = verb.endswith("ت")
    else:
        bare = verb[1:] if verb.startswith(_CONJUNCTIONS) else verb
        feminine = bare.removeprefix("س").startswith("ت")
    word = scene.words[head]
    return feminine == (word.endswith(("ه", "ات", "تان")) or word in markers()["doer-her"])


def _belongs(scene: Scene, head: int, place: int) -> bool:
    """Return whether a word goes on with the noun phrase that begins at its head: an adjective, or whose it is."""
    token = scene.tokens[place]
    word = token.folded
    if token.kind is not WORD or scene.chart.dated[place] or is_verb_form(word) or word in nouns() or GOVERNORS[word]:
        return False
    if any(part.kind in _GLUED for part in scene.document.parts[place]):
        return False
    words = markers()
    if word in words["preposition"] or word in words["relative"] or word in words["that"] or word in words["adverb"]:
        return False
    if word in words["ruled-act"] or (word.endswith("ا") and word not in _NO_ACCUSATIVE and not _named(scene, place)):
        return False  # a ruling; an adverb, or what is done
    defined = any(scene.words[at].startswith(_ARTICLE) or _named(scene, at) for at in range(head, place))
    if defined:
        return word.startswith(_ARTICLE) or _named(scene, place)
    return True


def _named(scene: Scene, place: int) -> bool:
    name = scene.chart.name_at(place)
    return name is not None and not scene.chart.glued(name) and not fold_word(name.value.label).isdigit()
