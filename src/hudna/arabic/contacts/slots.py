"""What stands after a word of contact: its subject and object, and who stands behind "with", "between", "to", "in"."""

from dataclasses import dataclass, field
from functools import cache
from typing import Final

from hudna.arabic.contacts.side import Side, with_role
from hudna.arabic.contacts.sides import glued, read_sides
from hudna.arabic.contacts.status import after_word
from hudna.arabic.contacts.where import is_house, read_place
from hudna.arabic.contacts.words import Noun, markers, nouns, ordinals, verbs
from hudna.arabic.scene import Scene, place_of
from hudna.arabic.speech.cues import cue_forms
from hudna.model import NUMBER, WORD, ContactKind, Place, Role
from hudna.text import Memo
from hudna.text.letters import COMMAS

_GUIDES: Final = frozenset({"مع", "بين", "الي", "ب", "كلا", "كل", "غير", "من"})
MAX_WALK_TOKENS: Final = 45
MAX_UNKNOWN: Final = 5
MAX_ASIDE_TOKENS: Final = 22
MAX_CLAUSE_TOKENS: Final = 8
MAX_TOPIC_TOKENS: Final = 16
_NEW_CLAUSE: Final = frozenset({"ان", "بان", "انه", "انها", "لكن", "بينما", "فيما"})
_BEFORE_CLAUSE: Final = frozenset({"علي", "الي", "بعد", "قبل"})
_MOST_LIKELY: Final = "الارجح"
_THE: Final = "ال"
_LEVEL: Final = "مستوي"
_ACCUSATIVE: Final = ("ا", "اً")  # the indefinite object of a verb before: held in X a meeting with
_AND_THE: Final = "وال"
_IN_A_ROW: Final = frozenset({"علي", "التوالي"})
_QUOTES: Final = frozenset({'"', "«", "»", "“", "”"})


@dataclass(slots=True)
class Slots:
    """The sides after a word by what opens them.

    ``direct`` are groups of joined sides in order; ``aside`` tells which of them stand after a comma; ``apart`` which
    are told as a contact of their own. ``inner`` are the nouns of contact met on the way, ``end`` is the first token
    that was not read,
    ``arrival`` the first behind the destination. ``remote_within`` says that "by phone" tells of one of those.
    """

    direct: list[list[Side]] = field(default_factory=list)
    aside: list[bool] = field(default_factory=list)
    apart: list[bool] = field(default_factory=list)
    with_: list[Side] = field(default_factory=list)
    by: list[Side] = field(default_factory=list)
    between: list[Side] = field(default_factory=list)
    of: list[Side] = field(default_factory=list)
    to: list[Side] = field(default_factory=list)
    source: list[Side] = field(default_factory=list)
    heads: list[Side] = field(default_factory=list)
    present: list[Side] = field(default_factory=list)
    mediators: list[Side] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    destination: Place | None = None
    arrival: int = 0
    inner: list[int] = field(default_factory=list)
    remote: bool = False
    remote_within: bool = False
    indirect: bool = False
    skipped: bool = False
    end: int = 0


def read_slots(scene: Scene, start: int, limit: int) -> Slots:
    """Return the sides and places after a token, up to ``limit``, a topic, or words that belong to something else."""
    return _Walk(scene, start, min(limit, start + MAX_WALK_TOKENS)).read()


def _may_guide(word: str) -> bool:
    """Return whether a word may tell more than a party of its own does: a marker, a verb or noun of contact, "with"."""
    return (
        word in _known()
        or word in _GUIDES
        or word in _NEW_CLAUSE
        or (word[0] == "و" and word[1:] in _GUIDES)
        or (word[-1] == "ا" and word in cue_forms())
    )


@cache
def _known() -> frozenset[str]:
    """Return the words of all tables of this room."""
    return frozenset().union(*markers().values(), verbs(), nouns())


_MAY_GUIDE: Final = Memo(_may_guide)


@cache
def _before_sides() -> frozenset[str]:
    return markers()["adverb"] | _QUOTES | {"كل", "من"}


class _Walk:
    def __init__(self, scene: Scene, start: int, limit: int) -> None:
        self.scene = scene
        self.tokens = scene.tokens
        self.place = start
        self.start = start
        self.limit = limit
        self.slots = Slots()
        self.last: list[Side] | None = None  # what a further "and" continues
        self.apart = False
        self.broken = False  # a comma stands behind such a token: what follows belongs to something else
        self.unknown = -1  # the last token that means nothing here

    def read(self) -> Slots:
        unknown = 0
        while self.place < self.limit and unknown <= MAX_UNKNOWN:
            before = self.place
            if not self._step():
                break
            if self.place == before:
                unknown += 1
                self.slots.skipped = True
                self.unknown = self.place
                self.last = None
                self.place += 1
        self.slots.end = min(self.place, self.limit)
        return self.slots

    def _step(self) -> bool:
        """Read what stands here; leave the place where it is for a word that means nothing here; False to stop."""
        chart, word = self.scene.chart, self.scene.words[self.place]
        if chart.dated[self.place]:
            self.place += 1
            return True
        name = chart.name_at(self.place)
        if name is not None and name.kind == "person" and not chart.glued(name):
            self._party()  # a name may look like a preposition
            return True
        if self.tokens[self.place].kind is not WORD:
            return self._mark(word)
        if word[1:] in markers()["kin"]:
            kin = chart.name_at(self.place + 1) if self.place + 1 < self.limit else None
            self.place = kin.end if kin is not None and kin.kind == "person" else self.place + 1
            return True  # arrived with his wife
        if word == _THE and self.place + 1 < self.limit and self.tokens[self.place + 1].kind is NUMBER:
            self.place += 2  # the 15 members
            return True
        if not _MAY_GUIDE[word]:
            self._party()
            return True
        words = markers()
        bare = word[1:] if word[0] == "و" else word
        if word in _NEW_CLAUSE:
            if self.place > self.start and self.tokens[self.place - 1].folded in _BEFORE_CLAUSE:
                self.place -= 1  # on condition that
            return False
        if word in words["topic"]:
            return self._past_topic()
        if word in words["for-day"] and self._following() in ordinals():
            self.place += 2
            while self.place < self.limit and self.tokens[self.place].folded in _IN_A_ROW:
                self.place += 1
        elif word[-1] == "ا" and word in cue_forms() and word not in words["adverb"]:
            return False
        elif word in words["separate"] or word in words["addition"]:
            self.apart = word in words["separate"]
            self.place += 1
        elif word in words["remote"]:
            self.slots.remote = True
            self.slots.remote_within = bool(self.slots.inner)
            self.place += 1
        elif word in words["between"]:
            self.slots.indirect = True
            self.place += 1
        elif word in words["manner"] and not self._following().startswith("ال"):
            self.place = min(self.place + 2, self.limit)  # by surprise, in private
        elif word in words["adverb"]:
            self.place += 1
        elif word == "علي" and self._following() == _MOST_LIKELY:
            self.place += 2
        elif word == "علي" and self._following() == _LEVEL and self._is_of_whom(self.place + 2):
            self.place = min(self.place + 3, self.limit)  # at the level of ministers
        elif bare == "مع" and self.tokens[self.place - 1].folded in words["made-with"]:
            self.place = max(self.place + 1, read_sides(self.scene, self.place + 1, self.limit, places=True)[1])
            self.slots.skipped = True  # the accord signed with X
        elif bare == "مع" and self._is_of_another():
            return False
        elif bare == "مع":
            return self._slot(self.slots.with_, self.place + 1, places=True)
        elif word in words["between-him"] and self.place + 2 < self.limit:
            return self._slot(self.slots.with_, self.place + 2, places=True)
        elif bare == "بين" or word == "وبين":
            if self.slots.inner or self._lies_between():
                return False  # between those who met on the way, or what lies between them: their relations, border
            return self._slot(self.slots.between, self.place + 1, places=True)
        elif word == "ب":
            return self._slot(self.slots.by, self.place + 1)
        elif word in words["head"]:
            self._role(self.slots.heads, Role.HEAD)
        elif word in words["presence"]:
            self._role(self.slots.present, None)
        elif word in words["mediator"]:
            self._role(self.slots.mediators, Role.CONVENER if word.startswith("برع") else Role.MEDIATOR)
        elif bare == "الي":
            self._destination()
        elif (word in {"كلا", "كل"} and self._following() == "من") or word == "غير":
            self.place = min(self.place + 2, self.limit)
        elif word == "من" and not self.slots.direct:
            return self._slot(self.slots.source, self.place + 1)
        elif word in words["contrast"]:
            self._adjunct(word)
            if self.slots.inner and bare in words["apart-in-time"] and (self.slots.by or self.slots.with_):
                return False  # who met before that
        elif word in words["attendant"]:
            self.place += 1
        elif word in words["relative"]:
            verb = verbs().get(self._following())
            if verb is not None and verb.frames & {"event", "light"} and self.slots.inner == []:
                self.place += 2  # the talks that took place in X with Y
                return True
            return self._past_aside(relative=True)
        elif (
            word in verbs() and verbs()[word].frames & {"event", "light", "gather", "order"} and self.place > self.start
        ) or (word in nouns() and self._opens_another()):
            return False
        else:
            self._party()
        return True

    def _past_topic(self) -> bool:
        """Read with whom a topic is talked about behind it: talks on the state of the truce with the envoy X."""
        if self.slots.with_ or self.slots.by or self.slots.between:
            return False
        for place in range(self.place + 2, min(self.limit - 1, self.place + MAX_TOPIC_TOKENS)):
            word = self.tokens[place].folded
            if word in markers()["relative"] or word in _NEW_CLAUSE or word in cue_forms():
                return False
            if word == "مع":
                made = self.tokens[place - 1].folded in markers()["made-with"]
                if made or self.tokens[place - 1].folded in nouns() or self._lies_between(place - 1):
                    return False  # on the talks with X, on the accord signed with X
                sides, _ = read_sides(self.scene, place + 1, self.limit)
                if not sides or sides[0].level not in {"person", "office", "persons"}:
                    return False
                return self._slot(self.slots.with_, place + 1)
        return False

    def _opens_another(self) -> bool:
        """Return whether a noun of contact is another one, whose sides follow, not "the delegation to the talks"."""
        before = self.tokens[self.place - 1].folded
        apart = self.place > self.start + 1 or self.tokens[self.place].surface.endswith(_ACCUSATIVE)
        names = self.scene.chart.starts.get(self.place - 1, ())
        apart = apart or any(name.kind == "place" for name in names)
        return before != "الي" and (apart or before.startswith("ال"))

    def _is_of_another(self) -> bool:
        """Return whether "with" stands behind a further contact of somebody who is across already: with X, on his talks with."""
        last = self.slots.inner[-1] if self.slots.inner else -1
        return last == self.place - 1 and bool(self.slots.by) and bool(nouns()[self.tokens[last].folded].owner)

    def _following(self) -> str:
        return self.tokens[self.place + 1].folded if self.place + 1 < self.limit else ""

    def _lies_between(self, place: int = -1) -> bool:
        last = place if place >= 0 else self.place - 1
        noun = nouns().get(self.tokens[last - 1].folded) if last <= self.start <= last + 1 else None
        if noun is not None and (not noun.definite or self.tokens[last].folded.startswith(_AND_THE)):
            return False  # truce talks between, the consultation and coordination between
        before = self.tokens[last].folded
        words = markers()["lies-between"]
        return any(before[cut:] in words or (cut and f"ا{before[cut:]}" in words) for cut in range(2))

    def _mark(self, word: str) -> bool:
        if word == "(":
            self.place = self._after_bracket()
            return True
        if word in COMMAS and self.slots.direct and self._is_aside(self.place + 1):
            return self._past_aside(relative=False)
        self.broken = self.broken or (word in COMMAS and self.slots.skipped)
        self.place += 1
        if word in COMMAS and self.place < self.limit and self.scene.chart.dated[self.place]:
            self.slots.skipped = False  # a day after an apposition leads back to the clause
        return word in COMMAS or word in _QUOTES or word in {")", "-", "–", "'", "#"}

    def _after_bracket(self) -> int:
        for place in range(self.place + 1, min(self.place + 12, self.limit)):
            if self.tokens[place].folded == ")":
                return place + 1
        return self.place + 1

    def _is_aside(self, place: int) -> bool:
        """Return whether a comma opens an apposition: words that the next comma parts from "with" or a day."""
        for close in range(place + 1, min(place + MAX_ASIDE_TOKENS, self.limit)):
            if self.tokens[close].folded in COMMAS:
                following = self.tokens[close + 1].folded if close + 1 < self.limit else ""
                inside = self.tokens[place].folded
                opens = inside.startswith("ال") or self.scene.chart.name_at(place) is not None
                back = close + 1 < self.limit and (following == "مع" or self._is_met(close + 1))
                return opens and back and not self.scene.chart.dated[place]
        return False

    def _is_of_whom(self, place: int) -> bool:
        return place < self.limit and self.tokens[place].folded.startswith("ال")

    def _is_met(self, place: int) -> bool:
        """Return whether the preposition glued to a token leads to somebody met, not to where: by X, in the White House."""
        name = self.scene.chart.name_at(place)
        where = name is not None and (name.kind in {"place", "state"} or is_house(name))
        return glued(self.scene, place) == "ب" and not where

    def _past_aside(self, *, relative: bool) -> bool:
        for place in range(self.place + 1, min(self.place + MAX_ASIDE_TOKENS, self.limit)):
            if self.tokens[place].folded in COMMAS:
                self.place = place + 1
                return True
        return not relative or self._past_clause()

    def _past_clause(self) -> bool:
        """Pass a relative clause that a day closes where no comma does: X, who heads the team, arrives on Friday in."""
        for place in range(self.place + 1, min(self.place + MAX_CLAUSE_TOKENS, self.limit)):
            if self.scene.chart.dated[place]:
                self.place = place
                return True
            verb = verbs().get(self.tokens[place].folded)
            if (verb is not None and verb.kind is not None) or self.tokens[place].folded in nouns():
                return False
        return False

    def _slot(self, slot: list[Side], place: int, *, places: bool = False) -> bool:
        while place < self.limit and self.tokens[place].folded in _before_sides():
            place += 1
        sides, end = read_sides(self.scene, place, self.limit, places=places)
        if not sides or slot or (self.broken and slot is self.slots.between):
            return False
        if slot is self.slots.with_ and self.slots.skipped and sides[0].level == "state":
            self.place = end  # "coordinator of cooperation with Turkey" is no meeting
            return True
        slot += sides
        self.last = slot
        self.place = end
        return True

    def _role(self, slot: list[Side], role: Role | None) -> None:
        place = self.place + 1
        sides, end = read_sides(self.scene, place, self.limit)
        if not sides:
            return
        if role is Role.HEAD:
            sides, end = sides[:1], max(sides[0].end, place + 1)
        else:
            self.last = slot
        slot += with_role(sides, role) if role is not None else sides
        self.place = end

    def _destination(self) -> None:
        place = read_place(self.scene, self.place + 1, self.limit)
        sides, end = read_sides(self.scene, self.place + 1, self.limit)
        if place is not None:
            found, self.place = place
            if self.slots.destination is None:
                self.slots.destination, self.slots.arrival = found, self.place
        elif sides:
            self.slots.to += sides
            self.place = end

    def _adjunct(self, word: str) -> None:
        inside = word in {"في", "وفي"}
        place = read_place(self.scene, self.place + 1, self.limit, houses=True) if inside else None
        if place is not None:
            about = self.unknown == self.place - 1  # "the situation in X" is a topic
            found, self.place = place
            if not about:
                self.slots.places.append(found)
            return
        self.place += 1
        if inside and self.place < self.limit and self.tokens[self.place].folded in markers()["building"]:
            self.place = self._past_house(self.place)
            return
        body = self.scene.chart.name_at(self.place) if inside and self.place < self.limit else None
        if body is not None and body.kind == "body" and not self.scene.chart.glued(body):
            self.place = min(body.end, self.limit)
            return
        while (
            self.place < self.limit and self.tokens[self.place].folded in markers()["contrast"] | markers()["setting"]
        ):
            self.place += 1
        if self.place < self.limit and self.tokens[self.place].folded in nouns():
            self._past_inner(nouns()[self.tokens[self.place].folded])

    def _past_inner(self, noun: Noun) -> None:
        """Pass a noun of contact within which somebody met somebody, with whose it is: on his visit to, during the visit of X to."""
        self.slots.inner.append(self.place)
        self.place += 1
        if not noun.owner and not noun.definite and not self.tokens[self.place - 1].surface.endswith("ا"):
            sides, end = read_sides(self.scene, self.place, self.limit)
            self.place = end if sides and not glued(self.scene, self.place) else self.place
        while self.place < self.limit and self._is_adjective(noun):
            self.place += 1
        if noun.kind is ContactKind.VISIT:
            self._past_visited()

    def _is_adjective(self, noun: Noun) -> bool:
        word = self.tokens[self.place].folded
        return word in markers()["adjective"] or (bool(noun.owner) and after_word(self.scene, self.place) is not None)

    def _past_visited(self) -> None:
        """Pass the place of a visit in which somebody met somebody."""
        chart, to = self.scene.chart, self._here() == "الي"
        place = self.place + to
        name = chart.name_at(place) if place < self.limit else None
        if name is not None and name.kind in {"place", "state"} and chart.glued(name) == ("" if to else "ل"):
            self.place = min(name.end, self.limit)

    def _here(self) -> str:
        return self.tokens[self.place].folded if self.place < self.limit else ""

    def _past_house(self, place: int) -> int:
        """Return the token after a building and the one word that says which: in the palace of X, in his office."""
        word, after = self.tokens[place].folded, place + 1
        if word.endswith(("ه", "ها", "هم")) or after >= self.limit or self.scene.chart.dated[after]:
            return after
        name = self.scene.chart.name_at(after)
        which = name.end if name is not None and name.kind in {"place", "state", "body"} else after + 1
        said = self.tokens[after].folded.startswith("ال") or name is not None
        fits = said and (name is None or name.kind in {"place", "state", "body"})
        return min(which, self.limit) if fits else after

    def _party(self) -> None:
        token = self.tokens[self.place]
        front = glued(self.scene, self.place)
        if token.folded[0] == "ب" and self._at_place(token.folded, front):
            return
        comma = self.tokens[self.place - 1].folded in COMMAS and self.place > self.start
        sides, end = read_sides(self.scene, self.place, self.limit)
        if not sides or (self.slots.skipped and not comma and front != "ب"):
            return
        if front.lstrip("و") == "ب":
            self.slots.by += sides
            self.last = self.slots.by
        elif front.lstrip("و") == "ل" or token.folded.startswith("لل"):
            self.slots.of += sides
            self.last = self.slots.of
        elif front == "و" and self.last is not None and not self.apart:
            self.last += sides
        elif front in {"", "و"}:
            self.slots.direct.append(list(sides))
            self.slots.aside.append(comma)
            self.slots.apart.append(self.apart)
            self.last = self.slots.direct[-1]
        else:
            return
        self.apart = False
        self.place = end

    def _at_place(self, word: str, front: str) -> bool:
        """Read a place behind the preposition glued to it."""
        name = self.scene.chart.name_at(self.place)
        if word in {"بالعاصمه", "بمدينه", "بعاصمه"}:
            found = read_place(self.scene, self.place + 1, self.limit, capital=True)
            if found is not None:
                place, self.place = found
                self.slots.places.append(place)
                return True
        house = name is not None and name.kind == "body" and is_house(name)
        if front == "ب" and name is not None and (house or name.kind == "place"):
            self.slots.places.append(place_of(name))
            self.place = name.end
            return True
        return False
