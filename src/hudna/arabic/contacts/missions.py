"""Those who travel without a name: the inspectors told of before, a mission of the organisation."""

from typing import Final

from hudna.arabic.contacts.side import Side
from hudna.arabic.contacts.words import markers
from hudna.arabic.scene import Scene
from hudna.model import PUNCTUATION, Participant

FROM: Final = frozenset({"من", "عن"})
_STANDS_FOR: Final = frozenset({"يمثل", "تمثل"})
_HOLDS: Final = frozenset({"يضم", "تضم", "ضم", "ضمت", "برئاسه", "بقياده"})
_OWNED: Final = frozenset({"تابع", "تابعه", "تابعا"})
_TO: Final = "الي"
_LIKE_MANY: Final = ("ه", "ين", "ون")
_TELLS: Final = FROM | _STANDS_FOR | _HOLDS | _OWNED
_THE: Final = "ال"
_OF_THE: Final = "لل"
_ADJECTIVES: Final = ("ي", "يه", "يين", "يون")
MIN_MISSION: Final = 3
MAX_MISSION: Final = 5
_LEVEL: Final = ("رفيع", "عالي", "المستوي")
MAX_ADJECTIVES: Final = 3


def find_travellers(scene: Scene, place: int) -> Side | None:
    """Return a mission with whose it is, or the envoys, inspectors or the like with the article that stand at a token."""
    token = scene.tokens[place]
    cut = int(token.folded[0] == "و" and token.folded not in markers()["mission"])
    mission = _sent_by(scene, place, cut) or _own_people(scene, place)
    if mission is not None:
        return mission
    if token.folded[cut:] not in markers()["traveller"] or not token.folded[cut:].startswith(_THE):
        return None
    whose = scene.chart.name_at(place + 1) if place + 1 < len(scene.tokens) else None
    said = whose is not None and whose.kind == "nationality" and not scene.chart.glued(whose)
    end = whose.end if whose is not None and said else place + 1
    span = scene.document.span(place, end)
    span = span._replace(start=span.start + cut)
    return Side(place, end, "persons", Participant(span, scene.document.article.words(span)))


def _own_people(scene: Scene, place: int) -> Side | None:
    """Return those of somebody's own that stand at a token, with what says which: his ministers, his (top) advisers for national security."""
    token, words = scene.tokens[place], markers()
    cut = int(token.folded[0] in "وبل" and token.folded not in words["own-people"])
    head = place + int(token.folded[cut:] in words["how-many"])
    if head >= len(scene.tokens) or scene.words[head][cut if head == place else 0 :] not in words["own-people"]:
        return None
    end = head + 1
    said = end < len(scene.tokens) and scene.words[end].startswith((_THE, _OF_THE)) and not scene.chart.dated[end]
    said = said and scene.words[end] != _TO
    alike = said and (scene.words[end].endswith(_LIKE_MANY) or scene.words[end] not in words["adjective"])
    said = said and alike  # the weekly meeting of his government
    name = scene.chart.name_at(end) if said else None
    if said and (name is None or name.kind == "nationality"):
        end += 1
        if end < len(scene.tokens) and scene.words[end].startswith(_THE) and scene.words[end - 1].startswith(_OF_THE):
            end += 1  # his team for national security
    span = scene.document.span(place, end)
    span = span._replace(start=span.start + cut)
    return Side(place, end, "persons", Participant(span, scene.document.article.words(span)))


def _sent_by(scene: Scene, place: int, cut: int) -> Side | None:
    """Return the delegation at a token, ``cut`` letters into it, with the words that say whose it is: a (security) team from the organisation."""
    if scene.words[place][cut:] not in markers()["mission"] or place + MIN_MISSION > len(scene.words):
        return None
    near = range(place + 1, min(place + MAX_MISSION, len(scene.words) - 1))
    how = next((at for at in near if scene.words[at] in _TELLS), -1)
    if how < 0 or not all(_qualifies(scene.words[at]) for at in range(place + 1, how)):
        return None
    owned = scene.words[how] in _OWNED
    if scene.words[how] in _HOLDS:
        end = how  # which several make up, under somebody
    else:
        quoted = scene.tokens[how + 1].kind is PUNCTUATION
        after = how + 1 + quoted
        whose, name = scene.words[after], scene.chart.name_at(after)
        following = scene.words[after + 1] if after + 1 < len(scene.words) else ""
        of_people = whose in markers()["people"] | markers()["traveller"] and following.startswith(
            _THE
        )  # a team of experts of the organisation
        if not (whose.startswith(_OF_THE if owned else _THE) or of_people) and (owned or name is None):
            return None
        end = name.end if name is not None and not owned else after + 1 + of_people
        end = _past_adjectives(scene, end)
        end += quoted and end < len(scene.tokens) and scene.tokens[end].kind is PUNCTUATION
    span = scene.document.span(place, end)
    span = span._replace(start=span.start + cut)
    return Side(place, end, "body", Participant(span, scene.document.article.words(span)))


def _qualifies(word: str) -> bool:
    """Return whether a word says what kind of mission it is: a security team, a delegation of high rank."""
    return word.startswith(_LEVEL) or word.removesuffix("ا").endswith(("ي", "يه"))


def _past_adjectives(scene: Scene, end: int) -> int:
    """Return the token after the adjectives with the article behind whose mission it is: of the French investigators."""
    if not scene.words[end - 1].startswith((_THE, _OF_THE)):
        return end
    limit = min(end + MAX_ADJECTIVES, len(scene.tokens))
    while end < limit and scene.words[end].startswith(_THE) and not scene.chart.dated[end]:
        name = scene.chart.name_at(end)
        word = scene.words[end]
        known = name.kind == "nationality" if name is not None else word.endswith(_ADJECTIVES)
        if not known or word == _TO or word in markers()["relative"]:
            break
        end += 1
    return end
