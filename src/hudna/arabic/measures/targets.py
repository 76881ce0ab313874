"""Whom sanctions hit where no table knows them: five officials, companies of that country, by the words of the phrase."""

from typing import Final

from hudna.arabic.contacts.side import Side
from hudna.arabic.incidents.counts import amount_at
from hudna.arabic.incidents.verb_forms import is_verb_form
from hudna.arabic.measures.who import read_sides
from hudna.arabic.measures.words import markers
from hudna.arabic.scene import Scene
from hudna.model import PUNCTUATION, WORD, Participant, PartKind
from hudna.text.letters import COMMAS

MAX_APPOSED: Final = 10
_ABOUT_WORDS: Final = frozenset({"علي", "بشان", "حول", "بخصوص", "يقضي", "ينص"})
_QUOTES: Final = frozenset({'"', "«", "»", "“", "”", "'", "(", ")"})
MAX_WORDS: Final = 5
MIN_WORDS: Final = 2
_AND: Final = "و"
_FOR_WHICH: Final = ("ل", "ب")
_PRONOUNS: Final = ("هم", "ها", "هما")


def targets_at(scene: Scene, place: int, limit: int) -> tuple[list[Side], int]:
    """Return those at a token whom sanctions hit, and the token after them; people who are counted by their words."""
    amount = amount_at(scene.tokens, place, limit)
    sides, end = ([], place) if amount is not None else read_sides(scene, place, limit)
    if sides:
        return sides, end
    end = place if amount is None else amount.end
    while end < min(limit, place + MAX_WORDS) and _goes_on(scene, end, place):
        end += 1
    if end > place and _no_target(scene, place):
        return [], place
    if end - place < MIN_WORDS or scene.chart.dated[place]:
        return [], place
    span = scene.document.span(place, end)
    return [Side(place, end, "persons", Participant(span, scene.document.article.words(span)))], end


def _goes_on(scene: Scene, place: int, first: int) -> bool:
    """Return whether a word belongs to the noun phrase that began before it."""
    token, words = scene.tokens[place], markers()
    if token.kind is not WORD or scene.chart.dated[place] or is_verb_form(token.folded):
        return False
    ends = words["preposition"] | words["relative"] | words["past"] | words["purpose"] | words["during"] | words["that"]
    if (
        token.folded in ends
        or token.folded in words["adverb"]
        or token.folded in words["negation"] | words["condition"]
        or token.folded == _AND
    ):
        return False  # a condition says when, "and" alone joins what stands in quotation marks
    if place > first and token.folded.startswith(_FOR_WHICH) and token.folded.endswith(_PRONOUNS):
        return False  # for their attempt to
    if place > first and any(part.kind is PartKind.PREPOSITION for part in scene.document.parts[place][:1]):
        return False  # charged with, for having
    if place > first and token.folded in words["banned-act"]:
        return False  # what they may not do: forbids citizens dealing with
    name = scene.chart.name_at(place)
    glued = scene.chart.glued(name) if name is not None else ""
    return place == first or (glued in {"", "و"} and not token.folded.startswith(("لل", "بال", "لا")))


def _no_target(scene: Scene, place: int) -> bool:
    """Return whether words name no one: any decision, its missile programme; by way of, against the background of."""
    words = markers()["no-target"]
    head = scene.words[place + 1 if scene.words[place] in {"اي", "ايه"} else place]
    return head in words or next((head[: -len(end)] for end in ("ها", "ه", "هم") if head.endswith(end)), "") in words


def hit_further(scene: Scene, place: int, limit: int) -> list[Side]:
    """Return the state or body that sanctions hit, behind what else is said of them: sanctions that X imposed on Y."""
    at: int | None = place
    while at is not None and at < limit - 1:
        word = scene.words[at]
        if word in {"علي", "ضد", "عن"}:
            sides, _ = read_sides(scene, at + 1, limit)
            return [side for side in sides if side.level in {"state", "body", "bodies"} or side.country is not None]
        if word in COMMAS:
            at = past_apposition(scene, at, limit)
        else:
            at = at + 1 if scene.tokens[at].kind is not PUNCTUATION or word in _QUOTES else None
    return []


def past_apposition(scene: Scene, place: int, limit: int) -> int | None:
    """Return the word behind the second comma that goes on with what is agreed on or hit: with X, its ally, on."""
    for at in range(place + 1, min(limit - 1, place + MAX_APPOSED)):
        if scene.words[at] in COMMAS:
            return at + 1 if scene.words[at + 1] in _ABOUT_WORDS else None
    return None
