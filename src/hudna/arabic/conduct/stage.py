"""The reading of conduct: who backs, arms or stations forces with whom."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from hudna.arabic.conduct.words import Word, words
from hudna.arabic.incidents.around import force_before
from hudna.arabic.incidents.doubt import before_words
from hudna.arabic.incidents.parties import Force
from hudna.arabic.incidents.parties import force_at as armed_at
from hudna.arabic.incidents.things import thing_at
from hudna.arabic.incidents.words import markers
from hudna.arabic.names.parties import find_parties
from hudna.arabic.names.tables import capitals
from hudna.arabic.scene import Scene, scene_of, sentences_with
from hudna.arabic.speech.cues import markers as speech_markers
from hudna.lexicon import Trigger
from hudna.model import Conduct, Document, Match, Party, Sentence, Stage
from hudna.model.frozen import replace
from hudna.text.letters import COMMAS

MAX_REACH: Final = 14
_TRIGGER: Final = Trigger(among=words)
_TROOPS: Final = frozenset({"جندي", "جنديا", "جنود", "عسكري", "قوات", "قواتها", "قواته", "مقاتل", "عنصر", "مستشار"})


class Found(NamedTuple):
    """A standing relation over tokens ``first`` to ``end``."""

    first: int
    end: int
    who: tuple[Party, ...]
    towards: Party | None


def find_conduct(document: Document) -> Document:
    """Return the document with its conduct in the order of the text, each relation once."""
    table = words()
    triggers = [(sentence, place) for sentence, places in sentences_with(document, _TRIGGER) for place in places]
    if not triggers:
        return document
    scene = scene_of(document)
    found: list[Match[Conduct]] = []
    seen: set[tuple[str, str, str]] = set()
    for sentence, place in triggers:
        word = table[scene.words[place]]
        if not _is_told(scene, place, sentence):
            continue
        relation = _READERS[word.frame](scene, place, sentence)
        for match in _records(scene, relation, word) if relation is not None and relation.towards is not None else ():
            value = match.value
            key = (value.kind.value, value.who.label, value.towards.label if value.towards else "")
            if key not in seen:
                seen.add(key)
                found.append(match.with_value(replace(value, id=f"k{len(found) + 1}")))
    return replace(document, conduct=tuple(found))


def _is_told(scene: Scene, place: int, sentence: Sentence) -> bool:
    """Return whether a word is neither denied nor wished for."""
    before = before_words(scene, place, sentence, 2)
    barred = markers()["not"] | markers()["that"] | markers()["purpose"] | markers()["asking"] | {"قد", "سوف"}
    return not before or before[0] not in barred


def _records(scene: Scene, relation: Found, word: Word) -> Iterator[Match[Conduct]]:
    span = scene.document.span(relation.first, relation.end)
    token = scene.tokens[relation.first]
    told = scene.told_in(token.end - 1, token.field)
    for who in relation.who:
        conduct = Conduct(
            id="",
            kind=word.kind,
            who=who,
            towards=relation.towards,
            attributed_to=told.value.id if told is not None else None,
            hedges=told.value.hedges if told is not None else (),
            sure=False,  # not yet measured on articles that its rules were not made with
            rule=f"<{word.id}> {word.frame}",
            evidence=(span,),
        )
        yield Match("conduct", relation.first, relation.end, span, conduct, f"<{word.id}> {word.frame}")


def force_at(scene: Scene, place: int, limit: int) -> Force | None:
    """Return the party that starts at a token; a capital stands for its government."""
    name = scene.chart.name_at(place) if place < limit else None
    if name is not None and name.kind == "place" and name.end <= limit:
        if (name.value.entity or "").removeprefix("place:") not in capitals():
            return None
        party = Party(name.value.span, name.value.label, name.value.entity)
        return Force(name.first, name.end, party, armed=True)
    return armed_at(scene, place, limit)


def _each(scene: Scene, force: Force, limit: int) -> tuple[Party, ...]:
    """Return the members of a joint party one by one."""
    phrases = [each for each in find_parties(scene.chart, force.first, limit) if each.end <= force.end]
    if len(phrases) < 2:
        return (force.party,)
    meanings = [scene.referents.meaning(phrase) for phrase in phrases]
    return tuple(Party(m.span, m.label, m.entity, None, m.implied or None) for m in meanings)


def _side(force: Force | None) -> Force | None:
    return force if force is not None and (force.armed or force.phrase is not None) else None


def _backed(scene: Scene, place: int, sentence: Sentence) -> Found | None:
    """Read "Y, backed by X"."""
    limit = sentence.end
    if place + 2 >= limit or scene.words[place + 1] != "من":
        return None
    comma = next((p for p in range(place + 2, limit) if scene.words[p] in COMMAS), limit)
    by = force_at(scene, place + 2, comma)
    if by is None or not by.armed:
        return None
    backed = _just_before(scene, place, sentence)
    first = backed.first if backed is not None else place
    return Found(first, by.end, _each(scene, by, limit), backed.party if backed is not None else None)


def _just_before(scene: Scene, place: int, sentence: Sentence) -> Force | None:
    """Return the party that ends right before a word, a comma or a bracket between them left aside."""
    best: Force | None = None
    for first in range(place - 1, max(sentence.first, place - 8) - 1, -1):
        force = _side(force_at(scene, first, place))
        if force is None:
            continue
        rest = [scene.words[p] for p in range(force.end, place)]
        if all(each in {"،", "(", ")", '"', "»", "التي", "الذي", "الذين"} for each in rest):
            best = force
    return best


def _backs(scene: Scene, place: int, sentence: Sentence) -> Found | None:
    """Read "X backs Y" and "Y, whom X backs"."""
    limit = sentence.end
    relative = place > sentence.first and scene.words[place - 1] in speech_markers()["relative"]
    owned = scene.words[place].endswith(("ها", "هم", "هما")) or (relative and scene.words[place].endswith("ه"))
    after = _side(force_at(scene, place + 1, limit))
    if owned:
        backed = _just_before(scene, place, sentence)
        if after is None or backed is None:
            return None
        return Found(backed.first, after.end, _each(scene, after, limit), backed.party)
    before = _just_before(scene, place, sentence) if relative else force_before(scene, place, sentence)
    if before is not None and after is not None and after.armed:
        return Found(before.first, after.end, _each(scene, before, place), after.party)
    if before is None and after is not None and after.armed:
        whom = force_at(scene, _past_aside(scene, after.end, limit), limit)
        if whom is not None and whom.armed:
            return Found(place, whom.end, _each(scene, after, limit), whom.party)
    return None


def _past_aside(scene: Scene, place: int, limit: int) -> int:
    """Return the first token behind an apposition: the ally of X in the Atlantic alliance."""
    if place < limit and scene.words[place] in {"حليفه", "حليف"}:
        for where in range(place + 2, min(limit, place + 8)):
            force = force_at(scene, where, limit)
            if force is not None and force.phrase is not None and force.phrase.kind == "body":
                return where
    return place


def _backing(scene: Scene, place: int, sentence: Sentence) -> Found | None:
    """Read "X, backing Y"."""
    by = _joined_before(scene, place, sentence)
    whom = force_at(scene, place + 1, sentence.end)
    if not by or whom is None or not scene.words[place + 1].startswith("ل"):
        return None
    return Found(by[0].first, whom.end, tuple(party for each in by for party in _each(scene, each, place)), whom.party)


def _joined_before(scene: Scene, place: int, sentence: Sentence) -> list[Force]:
    """Return the parties joined right before a word: X and Y."""
    last = _just_before(scene, place, sentence)
    if last is None:
        return []
    glued = scene.words[last.first].startswith("و") and last.first > sentence.first
    first = _just_before(scene, last.first, sentence) if glued else None
    return [first, last] if first is not None and first.end == last.first else [last]


def _deploys(scene: Scene, place: int, sentence: Sentence) -> Found | None:
    """Read "X deploys 28,000 soldiers in Y"."""
    before = _just_before(scene, place, sentence) or force_before(scene, place, sentence)
    return _with_troops(scene, place, sentence, before)


def _with_troops(scene: Scene, place: int, sentence: Sentence, by: Force | None) -> Found | None:
    limit = min(sentence.end, place + MAX_REACH)
    by = by or force_at(scene, place + 1, limit)
    troops = next((p for p in range(place + 1, limit) if scene.words[p] in _TROOPS), None)
    if by is None or troops is None:
        return None
    where = _place_behind(scene, troops, limit)
    if where is None:
        return None
    return Found(min(by.first, place), where.end, _each(scene, by, limit), where.party)


def _place_behind(scene: Scene, place: int, limit: int) -> Force | None:
    for position in range(place, limit - 1):
        if scene.words[position] == "في" and not scene.chart.dated[position + 1]:
            return thing_at(scene, position + 1, limit)
    return None


def _stationed(scene: Scene, place: int, sentence: Sentence) -> Found | None:
    """Read "X's troops are stationed in Y"."""
    limit = min(sentence.end, place + MAX_REACH)
    by = force_at(scene, place + 1, limit) or _just_before(scene, place, sentence)
    if by is None or not by.armed:
        return None
    where = _place_behind(scene, max(by.end, place + 1), limit)
    name = scene.chart.name_at(where.first) if where is not None else None
    if where is None or name is None:
        return None
    return Found(min(by.first, place), where.end, (by.party,), where.party)


def _imposes(scene: Scene, place: int, sentence: Sentence) -> Found | None:
    """Read "X imposed sanctions on Y"."""
    limit = min(sentence.end, place + MAX_REACH)
    by = force_at(scene, place + 1, limit) or force_before(scene, place, sentence)
    what = next((p for p in range(place + 1, limit) if scene.words[p] in {"عقوبات", "عقوباتها"}), None)
    if by is None or what is None or not by.armed:
        return None
    on = next((p for p in range(what, limit - 1) if scene.words[p] == "علي"), None)
    whom = force_at(scene, on + 1, sentence.end) if on is not None else None
    return Found(min(by.first, place), whom.end, _each(scene, by, limit), whom.party) if whom is not None else None


_READERS: Final = {
    "backed": _backed,
    "backs": _backs,
    "backing": _backing,
    "deploys": _deploys,
    "stationed": _stationed,
    "imposes": _imposes,
}
FRAMES: Final = frozenset(_READERS)
STAGE: Final = Stage(
    "conduct",
    frozenset({"names", "dates", "statements"}),
    frozenset({"conduct"}),
    find_conduct,
)
