"""Who is let go or brought away where no table knows him: behind "the release of", as "his release", 145 civilians."""

from collections.abc import Sequence
from typing import Final

from hudna.arabic.contacts.side import Side
from hudna.arabic.incidents.counts import amount_at
from hudna.arabic.incidents.verb_forms import is_verb_form
from hudna.arabic.measures.convicts import person_before
from hudna.arabic.measures.moved import joined_people
from hudna.arabic.measures.words import Noun, markers
from hudna.arabic.scene import Scene
from hudna.model import WORD, MeasureKind, Participant, PartKind
from hudna.text import fold_word

MAX_WORDS: Final = 4
MAX_BEHIND: Final = 4
MAX_BATCH: Final = 4  # words of "the first batch of"
_LETS_GO: Final = frozenset({"release", "let-go", "unbind", "free", "set-free", "let-free"})
_HIS: Final = frozenset({"عنه", "عنها", "سراحه", "سراحها", "سبيله", "سبيلها", "اسره", "اسرها"})
_THEIRS: Final = ("هم", "هن", "هما")
_TAKEN: Final = (*_THEIRS, "ته", "تها")  # a verb with its object: whom the bureau had arrested
_ARTICLE: Final = "ال"
_OF: Final = "من"
_GLUED: Final = frozenset({PartKind.PREPOSITION, PartKind.CONJUNCTION})


def carried(scene: Scene, noun: Noun, first: int, core: int, limit: int) -> list[Side]:
    """Return who is freed or brought away by the words from token ``first`` to ``core``, the first token behind them."""
    if noun.kind is MeasureKind.EVACUATION:
        return _brought_away(scene, first + 1, min(limit, core + MAX_BEHIND))
    if noun.id not in _LETS_GO:
        return []
    before = scene.words[core - 1]
    if before in _HIS:
        return person_before(scene, first, scene.sentence_at(first))
    return [] if before.endswith(_THEIRS) else _in_words(scene, core, limit)


def _brought_away(scene: Scene, first: int, limit: int) -> list[Side]:
    """Return the first people told between two tokens by a plural or behind their number, and those joined to them."""
    words = markers()
    for at in range(first, limit):
        if scene.words[at] in words["preposition"] and scene.words[at - 1] not in words["stage"] | words["number-of"]:
            break
        amount = amount_at(scene.tokens, at, limit)
        end = at + 1 if amount is None else amount.end + 1
        counted = amount is not None and end <= limit and scene.words[end - 1] in words["one-of-them"]
        if not counted and (amount is not None or scene.words[at] not in words["moved"]):
            continue
        span = scene.document.span(at if amount is None else amount.first, end)
        found = [Side(at, end, "persons", Participant(span, scene.document.article.words(span)))]
        while end < limit and (joined := joined_people(scene, end)) is not None:
            found.append(joined)
            end = joined.end
        return found
    return []


def known_people(people: Sequence[Side]) -> bool:
    """Return whether anybody who is moved is told by more than a word for a group or a person."""
    return any(side.who.entity or fold_word(side.who.label) not in markers()["nobody"] for side in people)


def _in_words(scene: Scene, place: int, limit: int) -> list[Side]:
    """Return the people at a token by their words, behind how many of them there are: most of the girls, the five aides."""
    words = markers()
    at = place
    while at < limit and (scene.words[at] in words["all-of"] or scene.words[at] in words["some-of"]):
        at += 2 if at + 1 < limit and scene.words[at + 1] == _OF else 1
    batch = next((place for place in range(at, min(at + MAX_BATCH, limit)) if scene.words[place] == _OF), None)
    if batch is not None and at < limit and scene.words[at] in words["batch"]:
        at = batch + 1
    amount = amount_at(scene.tokens, at, limit)
    head = at if amount is None else amount.end
    if head >= limit or not _is_noun(scene, head) or scene.words[head] in words["no-captive"]:
        return []
    person = scene.chart.name_at(head)
    named = person is not None and person.kind == "person" and person.first == head
    end = person.end if person is not None and named else head + 1
    while not named and end < min(limit, head + MAX_WORDS) and _belongs(scene, head, end):
        if amount is not None and scene.words[end].endswith(_TAKEN) and not scene.words[end].startswith(_ARTICLE):
            break
        end += 1
    first = head if amount is None else amount.first
    span = scene.document.span(first, end)
    label = scene.document.article.words(span)
    if amount is None and end == head + 1 and not _tells(scene, head):
        return []
    return [Side(first, end, "persons", Participant(span, label))]


def _is_noun(scene: Scene, place: int) -> bool:
    token = scene.tokens[place]
    words = markers()
    if token.kind is not WORD or scene.chart.dated[place] or is_verb_form(token.folded):
        return False
    if any(part.kind in _GLUED for part in scene.document.parts[place]):
        return False
    out = words["preposition"] | words["relative"] | words["that"] | words["adverb"] | words["past"] | words["purpose"]
    return token.folded not in out and token.folded not in words["during"] | words["condition"]


def _tells(scene: Scene, place: int) -> bool:
    """Return whether one word tells who: with the article, by a nationality or a plural; not "some", "him who"."""
    word = scene.words[place]
    name = scene.chart.name_at(place)
    return word.startswith(_ARTICLE) or name is not None or word.endswith(("ين", "ات"))


def _belongs(scene: Scene, head: int, place: int) -> bool:
    """Return whether a word goes on with the noun phrase that begins at its head."""
    if not _is_noun(scene, place) or scene.tokens[place].surface.endswith(("اً", "ًا")):
        return False
    folded = scene.words[place]
    closed = any(scene.words[at].startswith(_ARTICLE) for at in range(head, place))
    known = scene.chart.name_at(place)
    if closed and not folded.startswith(_ARTICLE):
        return known is not None and known.kind == "person"
    return not (folded.endswith("ا") and known is None and folded != "عليا")
