"""The phrase a noun of a measure heads: its kind, its parties, its place, how long it lasts, whom it binds."""

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from hudna.arabic.contacts.side import Side
from hudna.arabic.contacts.sides import nationality_sides
from hudna.arabic.contacts.where import read_place
from hudna.arabic.measures.envoys import envoys_at, past_count
from hudna.arabic.measures.freed import carried, known_people
from hudna.arabic.measures.led import is_led
from hudna.arabic.measures.moved import captives_at, counted_people, joined_people
from hudna.arabic.measures.pacts import Pact, pact_at, parties_named
from hudna.arabic.measures.targets import hit_further, past_apposition, targets_at
from hudna.arabic.measures.who import fighters_at, folk_at, is_of_side, people_at, read_sides
from hudna.arabic.measures.words import AHEAD, GOVERNORS, NUMBER, Noun, markers, nouns, participles
from hudna.arabic.scene import Scene
from hudna.model import NUMBER as DIGITS
from hudna.model import PUNCTUATION, WORD, Match, MeasureKind, MeasureStatus, Name, PartKind, Party, Place, Span
from hudna.text.letters import COMMAS

EXPEL: Final = "expel"
_COUNTED: Final = frozenset({EXPEL, "pull-out"})  # how many of them stands before their word
MAX_GAP: Final = 2
MAX_NESTED: Final = 4
MAX_PHRASE_TOKENS: Final = 40
MAX_UNKNOWN: Final = 3
MAX_SPAN_TOKENS: Final = 12
_QUOTES: Final = frozenset({'"', "«", "»", "“", "”", "'", "(", ")"})
_WRAPS: Final = frozenset({MeasureKind.AGREEMENT, MeasureKind.DOCUMENT, MeasureKind.RESOLUTION})
_STRONGHOLDS: Final = frozenset({"معقل", "معاقل"})
MOVED: Final = frozenset({MeasureKind.WITHDRAWAL, MeasureKind.EVACUATION, MeasureKind.RELEASE})
_CRISES: Final = frozenset({"settlement", "end-crisis", "solution"})
_OF_WHOM: Final = frozenset(
    {MeasureKind.RESOLUTION, MeasureKind.WITHDRAWAL, MeasureKind.EVACUATION, MeasureKind.MECHANISM}
)
MAX_HIT: Final = 12
_COUNTING: Final = frozenset({"اكثر", "اقل", "عدد", "عددا"})
_CARRIED: Final = frozenset({MeasureKind.EVACUATION, MeasureKind.RELEASE})
_ABOUT: Final = frozenset({"agreement", "document", "resolution", "sanctions", "mechanism"})


@dataclass(slots=True)
class Phrase:
    """What a noun heads: tokens ``first`` to ``core`` name the measure, ``end`` is the first token not read.

    ``outer`` is the noun that holds this one: the agreement on a truce. ``adjective`` is what a participle says of it.
    """

    noun: Noun
    first: int
    core: int
    end: int
    outer: "Phrase | None" = None
    parties: list[Side] = field(default_factory=list)
    with_: list[Side] = field(default_factory=list)
    people: list[Side] = field(default_factory=list)
    mediators: list[Side] = field(default_factory=list)
    guarantors: list[Side] = field(default_factory=list)
    place: Place | None = None
    length: Span | None = None
    lasting: str | None = None
    recurs: Span | None = None
    covers: list[Span] = field(default_factory=list)
    excludes: list[Span] = field(default_factory=list)
    name: Span | None = None
    adjective: tuple[MeasureStatus, int] | None = None
    new: bool = False
    pair: int | None = None
    named: tuple[Party, ...] = ()
    inner: "Phrase | None" = None
    pact: Pact | None = None

    @property
    def kind(self) -> MeasureKind:
        """What the whole phrase is about: the truce rather than the agreement on it."""
        return self.inner.kind if self.inner is not None and self.noun.kind in _WRAPS else self.noun.kind

    @property
    def rule(self) -> str:
        """The nouns that the phrase was read by, as a rule names them."""
        return f"<{self.noun.id}>" + (f" {self.inner.rule}" if self.inner is not None else "")


def noun_at(scene: Scene, place: int, limit: int) -> tuple[Noun, int] | None:
    """Return the noun of a measure that begins at a token, with the token after the words it needs."""
    for noun in nouns().get(scene.words[place], ()):
        end = _after_tail(scene, noun, place, limit)
        if end is not None and is_led(scene, noun.id, place, limit):
            return noun, end
    return None


def _after_tail(scene: Scene, noun: Noun, place: int, limit: int) -> int | None:
    tails = noun.tails
    if not tails:
        return place + 1
    at, gaps, known = place + 1, 0, markers()
    if noun.id in _COUNTED:
        at = past_count(scene, at, limit)
    while gaps <= MAX_GAP and at < limit:
        folded = scene.words[at]
        if folded in _QUOTES:
            at += 1
            continue
        kind = scene.tokens[at].kind
        number = kind is DIGITS
        if number and NUMBER in tails and _numbers(scene, at):
            return at + 1
        for tail in tails.get(folded, ()):
            end = at if tail[0].startswith(AHEAD) else matches(scene, tail, at, limit)
            if end is not None:
                return end
        if not number or noun.kind not in MOVED:
            if kind is not WORD or folded in known["preposition"] or folded in known["forced"]:
                return None
            gaps += 1
        at += 1
    return None


def matches(scene: Scene, tail: tuple[str, ...], at: int, limit: int) -> int | None:
    """Return the token after the words of a tail that begin at a token, None where they do not."""
    end = at + len(tail)
    if end > limit:
        return None
    for number, word in enumerate(tail):
        folded = scene.words[at + number]
        if (
            folded != word
            and not (folded == word + "ا" and scene.tokens[at + number].surface[-1] in "اً" and word[-1] != "ه")
            and not (number == 0 and folded in (f"ل{word}", f"لل{word[2:]}"))
        ):
            return None
    return end


@cache
def first_forms(tails: tuple[tuple[str, ...], ...]) -> frozenset[str]:
    """Return the forms in which the first word of tails may stand where they match."""
    firsts = {tail[0] for tail in tails}
    return frozenset(form for word in firsts for form in (word, f"{word}ا", f"ل{word}", f"لل{word[2:]}"))


def _numbers(scene: Scene, place: int) -> bool:
    """Return whether a number stands right behind the resolution that it numbers."""
    before = scene.words[place - 1]
    return before == "رقم" or before.removeprefix("و").removeprefix("ب").removeprefix("ل").endswith(("قرار", "قرارين"))


def read_phrase(scene: Scene, place: int, limit: int) -> Phrase | None:
    """Return the phrase of a measure that begins at a token, None where none does."""
    found = noun_at(scene, place, limit)
    if found is None:
        return None
    noun, core = found
    if noun.kind is MeasureKind.EVACUATION and core < limit and scene.words[core] in markers()["forced"]:
        return None  # driven out by force is no arrangement
    if noun.kind is MeasureKind.AID and core < limit and scene.words[core] in markers()["moved"]:
        return None  # a convoy of those driven out brings no aid
    phrase = Phrase(noun, place, core, core)
    if noun.kind in _OF_WHOM and core > place + 1 and noun.id != "mandate":
        inside = _inside(scene, place + 1, limit)
        named = noun.kind is not MeasureKind.MECHANISM
        phrase.people += [side for side in inside if named or side.who.entity is not None]
    if noun.id == "amendment":
        phrase.core = phrase.end = _past_accord(scene, core, limit)
    phrase.pact = pact_at(scene, noun.id, place, limit)
    if phrase.pact is not None:
        phrase.named = parties_named(scene, phrase.pact)
    if noun.id == EXPEL:
        phrase.people, phrase.end = envoys_at(scene, core - 1, limit)
        return phrase
    walk(scene, phrase, min(limit, place + MAX_PHRASE_TOKENS))
    if noun.kind in _CARRIED and not known_people(phrase.people):
        phrase.people = carried(scene, noun, place, core, limit)
    if noun.kind is MeasureKind.SANCTIONS and not phrase.people:
        phrase.people += hit_further(scene, phrase.core, min(limit, phrase.core + MAX_HIT))
    return phrase


def _past_accord(scene: Scene, place: int, limit: int) -> int:
    """Return the token behind the agreement that is to be changed, where its noun stands behind the change."""
    for at in range(place - 1, min(place + MAX_GAP, limit)):
        found = noun_at(scene, at, limit)
        if found is not None and found[0].kind is MeasureKind.AGREEMENT:
            return found[1]
    return place


def _alone(scene: Scene, name: Match[Name]) -> bool:
    """Return whether no other nation stands beside one: the Syrian crisis, which is in Syria, rather than between two."""
    beside = (scene.chart.name_at(name.end), scene.chart.name_at(name.first - 1))
    return not any(each is not None and each.kind == "nationality" for each in beside)


def _inside(scene: Scene, place: int, limit: int) -> list[Side]:
    """Return who stands right behind the noun among the words it needs: the council whose resolution it is."""
    for at in range(place, min(place + 2, limit)):
        sides, _ = read_sides(scene, at, limit, places=False)
        if sides and sides[0].level in {"body", "bodies", "persons"}:
            return sides[:1]
    return []


def walk(scene: Scene, phrase: Phrase, limit: int) -> None:
    """Read what stands behind the words that name a measure into its phrase."""
    place, unknown = phrase.core, 0
    while place < limit:
        after = _step(scene, phrase, place, limit)
        if after is None:
            break
        if after == place:
            unknown += 1
            if unknown > MAX_UNKNOWN:
                break
            place += 1
            continue
        place = phrase.end = after


def _step(scene: Scene, phrase: Phrase, place: int, limit: int) -> int | None:
    """Return the token after what stands here, the token itself for a word that means nothing, None to stop."""
    token = scene.tokens[place]
    word, words, chart = token.folded, markers(), scene.chart
    if word in _QUOTES:
        return place + 1
    if place == phrase.core and phrase.noun.kind in _CARRIED:
        people, after = counted_people(scene, place, limit)
        if not people and phrase.noun.kind is MeasureKind.RELEASE:
            people, after = captives_at(scene, place, limit)
        if people:
            phrase.people.extend(people)
            return after
    if word in COMMAS and phrase.noun.kind in _WRAPS and phrase.inner is None and (phrase.with_ or phrase.parties):
        return past_apposition(scene, place, limit)
    if token.kind is not WORD:
        return place if token.kind is DIGITS else None
    if chart.dated[place]:
        return _dated(scene, phrase, place)
    if word in {"بينهما", "بينهم"}:
        phrase.pair = place
        return place + 1
    if word in words["owned"]:
        return _owners(scene, phrase, place, limit)
    if word == "بين" or (word == "مع" and scene.words[place - 1] not in words["beside-with"]):
        sides, after = read_sides(scene, place + 1, limit)
        if not sides:
            sides, after = folk_at(scene, place + 1, limit)
        if not sides and word == "بين" and place + 1 < limit and scene.words[place + 1] in words["pair"]:
            phrase.pair = place + 1
            return place + 2
        (phrase.parties if word == "بين" else phrase.with_).extend(sides)
        return after if sides else None
    if word in {"جميع", "كافه", "كل", "عموم"} and place + 1 < limit and scene.words[place + 1] in words["extent"]:
        return place + 2
    if word in {"في", "داخل", "جنوب", "شمال", "شرق", "غرب", "شرقي", "غربي", "شمالي", "جنوبي", "انحاء", "بلده", "مدينه"}:
        found = read_place(scene, place + 1, limit)
        if found is not None:
            phrase.place = phrase.place or found[0]
            return found[1]
        return place
    for slot in ("mediator", "guarantor"):
        if word in words[slot]:
            sides, after = read_sides(scene, place + 1, limit)
            (phrase.mediators if slot == "mediator" else phrase.guarantors).extend(sides)
            return after if sides else None
    if word in words["covers"] or word in words["excludes"]:
        return _scope(scene, phrase, place, limit)
    if phrase.noun.kind in _WRAPS and phrase.inner is None:
        inner = _inner(scene, phrase, place, limit)
        if inner is not None:
            return inner
    if place - phrase.core <= MAX_GAP and word in participles() and phrase.adjective is None:
        phrase.adjective = participles()[word], place
        return place + 1
    if word in words["new"]:
        phrase.new = True
        return place + 1
    if word in words["relative"] or word in words["preposition"]:
        return _preposition(scene, phrase, place, limit)
    return _named(scene, phrase, place, limit)


def _owners(scene: Scene, phrase: Phrase, place: int, limit: int) -> int:
    """Keep whose a committee or force is: belonging to."""
    if place + 1 >= limit or not scene.words[place + 1].startswith("ل"):
        return place
    sides, after = read_sides(scene, place + 1, limit, places=False)
    phrase.people.extend(sides)
    return after if sides else place


def _dated(scene: Scene, phrase: Phrase, place: int) -> int:
    end = place + 1
    dates = scene.document.dates
    number = bisect_right(dates, place, key=lambda date: date.first)
    for date in dates[max(0, number - MAX_NESTED) : number]:
        if date.first <= place < date.end:
            if scene.words[place - 1] in markers()["after"] or scene.words[place] in markers()["after"]:
                pass  # within hours of it, not for hours
            elif date.kind == "duration" and phrase.length is None:
                phrase.length, phrase.lasting = date.value.span, date.value.value
            elif date.kind == "set" and phrase.recurs is None:
                phrase.recurs = date.value.span
            end = max(end, date.end)
    return end


def _inner(scene: Scene, phrase: Phrase, place: int, limit: int) -> int | None:
    """Return the token after the measure that an agreement, a document or a resolution is about."""
    if phrase.noun.kind is MeasureKind.DOCUMENT and calls_before(scene, phrase.first):
        return None
    at = place
    words = markers()
    linked = place == phrase.core
    while at < limit and (
        scene.words[at] in words["link"]
        or (linked and scene.words[at] in words["skip"])
        or scene.words[at] in _QUOTES
        or (_is_step(scene, at) and not (linked and noun_at(scene, at, limit)))
        or (at == place and _provides(scene, phrase, at))
    ):
        linked = True
        at += 1
    if at >= limit:
        return None
    found = noun_at(scene, at, limit)
    if found is None or found[0].conjunction or found[0].id == "plan":
        return None
    linked = linked or (found[0].front in {"ل", "ب"} and at - phrase.core <= MAX_GAP)
    if not linked or found[0].kind in {MeasureKind.AGREEMENT, MeasureKind.SANCTIONS}:
        return None
    inner = read_phrase(scene, at, limit)
    if inner is None:
        return None
    phrase.inner = inner
    inner.outer = phrase
    for slot in ("parties", "with_", "mediators", "guarantors", "covers", "excludes"):
        getattr(phrase, slot).extend(getattr(inner, slot))
    phrase.people.extend(inner.people)
    phrase.place = phrase.place or inner.place
    phrase.length, phrase.lasting = phrase.length or inner.length, phrase.lasting or inner.lasting
    phrase.recurs = phrase.recurs or inner.recurs
    phrase.adjective = phrase.adjective or inner.adjective
    phrase.core = max(phrase.core, inner.core)
    return inner.end


def calls_before(scene: Scene, place: int) -> bool:
    """Return whether a verb of calling stands right before a token: the statement behind it calls for what follows."""
    rows = GOVERNORS[scene.words[place - 1]] if place else ()
    return any(row.form == "verb" and row.group == "call" for row in rows)


def _provides(scene: Scene, phrase: Phrase, place: int) -> bool:
    """Return whether a verb right behind an agreement tells what it is: an agreement that provides for a release."""
    bare = phrase.noun.kind is MeasureKind.AGREEMENT and not phrase.noun.definite
    return bare and scene.words[place] in markers()["provides"]


def _is_step(scene: Scene, place: int) -> bool:
    """Return whether a verbal noun behind a preposition leads to what is to be done: for the deployment of monitors."""
    return any(row.form == "noun" and row.front in {"ل", "ب"} for row in GOVERNORS[scene.words[place]])


def _scope(scene: Scene, phrase: Phrase, place: int, limit: int) -> int | None:
    """Keep what a measure binds or leaves out, up to the next comma; a negated verb turns one into the other."""
    words = markers()
    negated = scene.words[place - 1] in words["negation"]
    out = (scene.words[place] in words["excludes"]) != negated
    end = place + 1
    while end < min(limit, place + MAX_SPAN_TOKENS) and scene.tokens[end].kind is not PUNCTUATION:
        if scene.words[end] in words["other-scope"]:
            break
        end += 1
    if end == place + 1:
        return None
    (phrase.excludes if out else phrase.covers).append(scene.document.span(place + 1, end))
    return end


def _preposition(scene: Scene, phrase: Phrase, place: int, limit: int) -> int | None:
    word = scene.words[place]
    if word in markers()["relative"]:
        return None
    if phrase.noun.kind is MeasureKind.SANCTIONS and phrase.people and scene.words[place - 1].startswith("ل"):
        return None  # to force them to
    if place + 1 < limit and _names_maker(scene, phrase, place):
        sides, after = read_sides(scene, place + 1, limit, places=False)
        phrase.people.extend(side for side in sides if side.level == "body")
        return after if sides else place
    against = word == "ضد" and phrase.noun.kind is MeasureKind.SANCTIONS
    if against or (
        word in {"من", "عن", "علي"}
        and phrase.noun.kind
        in {
            MeasureKind.WITHDRAWAL,
            MeasureKind.EVACUATION,
            MeasureKind.RELEASE,
            MeasureKind.SANCTIONS,
        }
    ):
        where = read_place(scene, place + 1, limit)
        if phrase.noun.kind is MeasureKind.SANCTIONS:
            sides, after = targets_at(scene, place + 1, limit)
            if sides and word == "من" and not _counts_or_names(scene, place, limit):
                return after
        else:
            sides, after = read_sides(scene, place + 1, limit, places=False)
        if sides and phrase.noun.kind in {MeasureKind.RELEASE, MeasureKind.SANCTIONS}:
            phrase.people.extend(sides)
            return after
        if where is not None:
            phrase.place = phrase.place or where[0]
            return where[1]
        return place
    return None if word in {"الي", "ضد"} else place


def _counts_or_names(scene: Scene, place: int, limit: int) -> bool:
    """Return whether "from" belongs to a number or stands before a known side: sanctions hit nobody by it alone."""
    return scene.words[place - 1] in _COUNTING or bool(read_sides(scene, place + 1, limit)[0])


def _names_maker(scene: Scene, phrase: Phrase, place: int) -> bool:
    """Return whether the body that made it or sent them stands behind a preposition: issued by, inspectors of."""
    word = scene.words[place]
    if word == "عن":
        if phrase.noun.kind is MeasureKind.RESOLUTION and scene.words[place + 1] in markers()["voting"] | {"مجلس"}:
            return True  # resolutions were issued by the council
        return phrase.noun.kind in _WRAPS and scene.words[place - 1] in markers()["issued"]
    return word == "من" and phrase.noun.kind is MeasureKind.MECHANISM and place == phrase.core


def _named(scene: Scene, phrase: Phrase, place: int, limit: int) -> int | None:
    """Read a name or a common noun that belongs to the phrase."""
    token = scene.tokens[place]
    name = scene.chart.name_at(place)
    kind = phrase.noun.kind
    if kind is MeasureKind.SANCTIONS and name is not None and scene.chart.glued(name) == "ل" and name.kind == "state":
        sides, after = read_sides(scene, place, limit)
        phrase.people.extend(sides)
        return after if sides else place
    if name is not None and name.kind == "nationality" and is_of_side(scene, place, phrase.end):
        return None  # the draft resolution asks the Syrian government
    if name is not None and name.kind == "nationality" and not scene.chart.glued(name):
        sides = nationality_sides([name])
        if kind.value in _ABOUT and not (phrase.noun.id in _CRISES and _alone(scene, name)):
            phrase.parties.extend(sides)
        elif (kind is MeasureKind.WITHDRAWAL and not phrase.people) or phrase.noun.id == "siege-lift":
            phrase.people.extend(sides)
        return name.end
    if name is not None and not scene.chart.glued(name) and name.kind in {"place", "state"}:
        found = read_place(scene, place, limit)
        if found is not None and kind in _WRAPS and phrase.name is None and place == phrase.core:
            phrase.name = scene.document.span(phrase.first, found[1])
            if name.kind == "state":
                phrase.parties += read_sides(scene, place, name.end)[0]  # the agreement of a state
            return found[1]
        if found is not None and kind in {MeasureKind.WITHDRAWAL, MeasureKind.AID} and place == phrase.core:
            sides, after = read_sides(scene, place, limit)
            phrase.people.extend(sides)
            return max(after, found[1])
        if found is not None and place == phrase.end:
            phrase.place = phrase.place or found[0]
            return found[1]
    if kind is MeasureKind.CEASEFIRE and name is not None and name.kind == "body" and place == phrase.core:
        sides, after = read_sides(scene, place, limit, places=False)
        phrase.people.extend(sides)  # the truce of the council
        return after if sides else place
    if kind is MeasureKind.EVACUATION and phrase.people and place == phrase.end:
        joined = joined_people(scene, place)
        if joined is not None:
            phrase.people.append(joined)
            return place + 1
    held = scene.words[place - 1] in _STRONGHOLDS  # from a stronghold of X
    if kind in MOVED and not held and (place <= phrase.core + 1 or token.folded.startswith("ل")):
        sides, after = read_sides(scene, place, limit, places=False)
        if not sides:
            sides, after = fighters_at(scene, place, limit)
        if not sides and kind is MeasureKind.EVACUATION and token.folded in markers()["moved"]:
            sides, after = [people_at(scene, place)], place + 1
        if sides:
            phrase.people.extend(sides)
            return after
    if token.folded == "سري" and token.surface.endswith("ي"):
        return place  # secret, not taken effect
    rows = GOVERNORS[token.folded]
    if any(row.form == "verb" and row.object for row in rows):
        return None
    if any(row.form == "verb" for row in rows) and (place > phrase.core or not any(row.form != "verb" for row in rows)):
        return None
    glued = any(part.kind is PartKind.CONJUNCTION for part in scene.document.parts[place][:1])  # not "wide"
    if name is None and (token.folded in markers()["turns-aside"] or (glued and not token.folded.startswith("وال"))):
        return None
    return place
