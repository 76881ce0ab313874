"""How far the words of a side go on: forces backed by X, factions loyal to it, American and British forces."""

from typing import Final

from hudna.arabic.incidents.counts import integer_at
from hudna.arabic.incidents.glued import clitics_before
from hudna.arabic.incidents.heads import bare, is_definite
from hudna.arabic.incidents.qualifiers import is_quality
from hudna.arabic.incidents.verb_forms import is_verb_form
from hudna.arabic.incidents.words import any_of, heads, markers, words
from hudna.arabic.names.parties import find_party
from hudna.arabic.scene import Scene
from hudna.model import WORD

MAX_CONJUNCT: Final = 2
_OF_IT: Final = frozenset({"له", "لها", "لهم", "معه", "معها", "معهم", "منه", "منها", "منهم", "به", "بها", "بهم"})
_BY: Final = frozenset({"من", "مع", "الي"})
_ARTICLE: Final = ("ال", "لل", "وال", "بال")
_BETWEEN: Final = frozenset({"بين", "وبين"})


def end_of(scene: Scene, first: int, end: int, limit: int) -> int:
    """Return the token behind the words of a phrase: with what its last word is bound to, or without that word.

    A bare head is told apart only by what follows: the forces backed by X. Where the phrase tells already who they
    are, what they are bound to is no part of it.
    """
    bound = markers()["bound"]
    if end > first + 1 and scene.words[end - 1] in bound:
        if _has_article(scene.words[end - 1]) and not _is_bare(scene, first, end - 1):
            return end - 1
        return max(end, bound_end(scene, end, limit))
    if end < limit and scene.words[end] in bound and _is_bare(scene, first, end):
        if _has_article(scene.words[end]) is not _has_article(scene.words[end - 1]):
            return end
        return max(end, bound_end(scene, end + 1, limit))
    return end


def bound_end(scene: Scene, place: int, limit: int) -> int:
    """Return the token behind whom a participle binds to: backed by X, loyal to it; -1 where nobody is told."""
    if place >= limit:
        return -1
    word = scene.words[place]
    if word in _OF_IT:
        return place + 1
    start = place + (word in _BY)
    if start == place and word[0] not in "لب":
        return -1
    party = find_party(scene.chart, start, limit)
    if party is not None:
        return party.end
    name = scene.chart.name_at(start) if start < limit else None
    if name is not None:
        return name.end
    if start >= limit or scene.tokens[start].kind is not WORD or not _has_article(scene.words[start]):
        return -1
    return start + 1


def past_allies(scene: Scene, end: int, limit: int) -> int:
    """Return the token behind "and allies of its" joined to a side: the army and allies of its from among X."""
    if end + 1 >= limit or scene.words[end] not in markers()["and-allies"] or scene.words[end + 1] not in _OF_IT:
        return end
    if end + 2 < limit and scene.words[end + 2] in _BY:
        return max(end + 2, bound_end(scene, end + 2, limit))
    return end + 2


def past_nations(scene: Scene, first: int, end: int, limit: int) -> int:
    """Return the token behind more nationalities that "and" joins to that of a side: American and British forces."""
    nation = scene.chart.name_at(end - 1)
    if nation is None or nation.kind != "nationality" or (first and scene.words[first - 1] in _BETWEEN):
        return end
    definite = _has_article(scene.words[end - 1])
    while end < limit:
        more = scene.chart.name_at(end)
        if more is None or more.kind != "nationality" or scene.chart.glued(more) != "و":
            return end
        if scene.words[end].startswith("وال") is not definite or scene.words[end][-1] != scene.words[end - 1][-1]:
            return end
        end = more.end
    return end


def _is_bare(scene: Scene, first: int, end: int) -> bool:
    """Return whether the last side of a phrase is only a head, or one with a single adjective joined to another side."""
    for at in range(end - 1, max(first, end - MAX_CONJUNCT) - 1, -1):
        joined = scene.words[at][0] == "و" and at > first
        if not joined and at != first:
            continue
        head = bare(scene.words[at])
        return head in heads() and (at == end - 1 or (joined and scene.chart.name_at(at) is None))
    return False


def _has_article(word: str) -> bool:
    return word.startswith(_ARTICLE)


def is_march(scene: Scene, place: int) -> bool:
    """Return whether a word that is also that for drones is told to be people who march."""
    if bare(scene.words[place]) not in markers()["crowd"] or place + 1 >= len(scene.words):
        return False
    return scene.words[place + 1] in markers()["marching"]


def is_proper(scene: Scene, place: int, head: str, limit: int) -> bool:
    """Return whether a word no table knows is the name of a force: an adjective with the article stands behind it.

    The Barkhane force of France: a force without the article, then a name, then "the French".
    """
    if head in markers()["tribe"] and place < limit and scene.chart.name_at(place) is None:
        token = scene.tokens[place]
        known = token.folded in words() or token.folded in markers()["thing-stop"] or is_verb_form(token.folded)
        article = token.folded.startswith("ال") or clitics_before(scene, place) > 0
        return token.kind is WORD and not known and not article and not scene.chart.dated[place]
    if head not in markers()["named-body"] or place + 1 >= limit or scene.chart.name_at(place) is not None:
        return False
    token, nation = scene.tokens[place], scene.chart.name_at(place + 1)
    of_nation = nation is not None and nation.kind == "nationality" and is_definite(scene, place + 1)
    if not of_nation and scene.words[place + 1] not in markers()["body-quality"]:
        return False
    plain = token.folded.startswith("ال") or token.folded in words() or token.folded in markers()["thing-stop"]
    return token.kind is WORD and not plain and not clitics_before(scene, place) and not is_quality(token.folded)


def has_task(scene: Scene, place: int, head: str, limit: int) -> bool:
    """Return whether two nouns behind the head of a force tell what it is for: the forces of law enforcement."""
    if place + 1 >= limit or head not in markers()["unit"]:
        return False
    word, of = scene.tokens[place], scene.tokens[place + 1]
    if word.kind is not WORD or of.kind is not WORD or not of.folded.startswith("ال"):
        return False
    if scene.chart.name_at(place) is not None or scene.chart.name_at(place + 1) is not None:
        return False
    stops = any_of("thing-stop", "no-people", "human", "head-of-place", "anyone", "crowd", "self")
    free = word.folded.startswith("ال") or word.folded in stops or word.folded in words() or is_quality(word.folded)
    if free or is_verb_form(word.folded) or scene.chart.dated[place] or scene.chart.dated[place + 1]:
        return False
    return integer_at(scene.tokens, place, limit) is None and not clitics_before(scene, place)
