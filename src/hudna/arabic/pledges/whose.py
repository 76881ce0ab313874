"""Whether the one who will act is the speaker himself or his own side: only then does he bind himself."""

from collections.abc import Sequence
from typing import Final

from hudna.arabic.contacts.side import PERSON_LEVEL, Side, country_of
from hudna.arabic.contacts.sides import read_sides
from hudna.arabic.contacts.subject import ending_at
from hudna.arabic.names.tables import capitals, heads, labels
from hudna.arabic.pledges.behind import has_noun_ahead, not_visited, sides_behind
from hudna.arabic.pledges.what import QUOTES, STOPS, is_state
from hudna.arabic.pledges.words import markers
from hudna.arabic.scene import OUTLETS, Scene, state_of
from hudna.arabic.speech.cues import find_cue
from hudna.arabic.speech.subjects import subject_before
from hudna.model import Manner, Match, Name, Party, Sentence, Statement, Token
from hudna.text import fold_word
from hudna.text.letters import COMMAS

_WITH: Final = frozenset({"لدي"})
PLACED_WORDS: Final = 2
_ADMINISTRATIONS: Final = frozenset({"اداره", "حكومه"})
MAX_ADMINISTRATION_REACH: Final = 7
_KINGDOM: Final = "المملكه"
_KINGDOMS: Final = frozenset({"sa", "ma", "bh", "jo"})  # where the land is called so without its name
_EMBASSY: Final = ("سفاره", "السفاره")
_THAT: Final = frozenset({"ان", "بان", "وان", "فان"})
_BELONGING: Final = frozenset({"تابعه", "التابعه", "تابع", "التابع", "تابعين"})
_OF: Final = "من"
MAX_PART_REACH: Final = 8
MAX_OWN_REACH: Final = 3
_NOT_STATE: Final = frozenset(
    {"armed_group", "party", "alliance", "organisation", "monitor", "delegation", "committee"}
)
_THAT_HE: Final = frozenset({"انه", "انها", "بانه", "بانها", "انهم", "بانهم"})
_MINISTRY: Final = "ministry"  # one of the table has no country where every state has one of that name
_HOUSES: Final = frozenset({"state_organ", "ministry"})
_WATCHERS: Final = frozenset({"organisation", "monitor", "outlet", "court", "committee"})


class Own:
    """The parties who speak in a statement, with the countries they speak for."""

    def __init__(self, scene: Scene, told: Match[Statement]) -> None:
        self.scene = scene
        self.told = told
        speakers = told.value.speakers
        self.speakers = tuple(party for party in speakers if not (is_text(party) or _comments(party)))
        self._known_countries: frozenset[str] | None = None

    @property
    def countries(self) -> frozenset[str]:
        """The lower-case codes of the states that the speakers are or hold office in."""
        if self._known_countries is None:
            self._known_countries = frozenset().union(*(self._countries_of(party) for party in self.speakers))
        return self._known_countries

    def _countries_of(self, party: Party) -> frozenset[str]:
        row = labels().get(party.entity or "")
        if row is not None and row.kind == "body" and row["class"] in _NOT_STATE:
            return frozenset()
        found: set[str] = set()
        if self.scene.is_person(party):
            own = country_of(party.entity)
            found |= {own} if own is not None else self._office_countries(party.label)
        else:
            own = country_of(party.entity)
            if own is not None:
                found.add(own)
            elif party.entity is None:
                inside = self.scene.names_within(party.span)
                keys = {state_of(name) for name in inside if name.kind in {"state", "nationality"}} - {None}
                found |= {(key or "").removeprefix("state:") for key in keys}
                theirs = {country_of(name.value.entity) for name in inside if name.kind in {"person", "body"}} - {None}
                found |= {each for each in theirs if each is not None} if not keys and len(theirs) == 1 else set()
        return frozenset(found)

    def _office_countries(self, label: str) -> set[str]:
        """Return the first country that an office of a person names: the ambassador of a state to another."""
        mentions = (each.party for each in self.scene.mentions.get(label, ()))
        return {party.countries[0] for party in mentions if party.offices and party.countries}

    @property
    def state(self) -> Party | None:
        """The state that the speakers speak for, if it is one."""
        if len(self.countries) != 1:
            return None
        key = f"state:{next(iter(self.countries))}"
        row = labels().get(key)
        return Party(self.speakers[0].span, row.form, key, None, True) if row is not None else None

    def quoted(self, token: Token) -> bool:
        """Return whether a token stands in words given as the speakers spoke them."""
        value = self.told.value
        return value.manner is Manner.DIRECT and any(part.contains(token.span) for part in value.content)

    def speak_for(self, who: Sequence[Party]) -> bool:
        """Return whether parties are the speakers, or states they speak for."""
        names = {party.entity or party.label for party in self.speakers} | {f"state:{code}" for code in self.countries}
        return all((party.entity or party.label) in names for party in who)

    def has(self, place: int, end: int) -> bool:
        """Return whether the owner named at a token is a state they speak for, and nobody else is named up to ``end``."""
        sides, after = read_sides(self.scene, place, end, places=True)
        return len(sides) == 1 and self.are(sides) and all(map(self._is_adjective, range(after, end)))

    def _is_adjective(self, place: int) -> bool:
        return self.scene.words[place].startswith("ال")

    def are(self, sides: Sequence[Side]) -> bool:
        """Return whether sides are the speakers, or bodies and states they speak for."""
        return bool(sides) and all(self._is(side) for side in sides)

    def among(self, sides: Sequence[Side]) -> bool:
        """Return whether the speakers are among sides that act together."""
        return len(sides) > 1 and any(self._is(side) for side in sides)

    def owns(self, name: Match[Name]) -> bool:
        """Return whether a name is that of a speaker, or of a state or body that they speak for."""
        if any(party.entity is not None and party.entity == name.value.entity for party in self.speakers):
            return True
        state = state_of(name)
        country = state.removeprefix("state:") if state is not None else country_of(name.value.entity)
        return country is not None and country.lower() in self.countries

    def leads_some(self) -> bool:
        """Return whether a speaker is named with an office in a body."""
        return self._leads(None)

    def _is(self, side: Side) -> bool:
        for party in self.speakers:
            if party.entity is not None and party.entity == side.who.entity:
                return True
            if fold_word(party.label) == fold_word(side.who.label):
                return True
        if side.level in PERSON_LEVEL:
            return self._speak_officially_for(side)
        if side.level == "body" and self._leads(side):
            return True
        alone = side.end - side.first == 1 and self.scene.words[side.first] in markers()["own-body"]
        if alone and (not self.countries or self._leads(None)):
            return True  # "the movement", told by one who speaks for it
        row = labels().get(side.who.entity or "")
        if row is not None and row.kind == "body" and row["class"] in _NOT_STATE:
            return False
        word = self.scene.words[side.first].removeprefix("و")
        if word in markers()["home"] and side.end - side.first == 1 and self.countries:
            return True  # "the government", told by one who speaks for a state
        country = side.country or country_of(side.who.entity)
        nameless = row is None or row["class"] == _MINISTRY
        if country is None and nameless and not markers()["house"].isdisjoint(_with_and(self.scene, side)):
            # "the ministry of defence", told by one who speaks for a state
            return bool(self.countries) and all(may_strike(self.scene, party) for party in self.speakers)
        return country is not None and country.lower() in self.countries

    def _speak_officially_for(self, side: Side) -> bool:
        """Return whether the speaker is the house or spokesman of a state in which a person holds office."""
        if len(self.speakers) != 1:
            return False
        row = labels().get(self.speakers[0].entity or "")
        house = row is not None and row["class"] in _HOUSES
        house = house or fold_word(self.speakers[0].label).startswith(_EMBASSY)
        if not house and not self._is_spokesman():
            return False
        known = country_of(side.who.entity)
        theirs = {known} if known is not None else self._office_countries(side.who.label)
        theirs = theirs or ({side.country.lower()} if side.country is not None else set())
        return bool(theirs) and theirs <= self.countries

    def _is_spokesman(self) -> bool:
        label = self.speakers[0].label
        texts = [fold_word(label), *self.scene.written_with(label)]
        return any(word in markers()["spokesman"] for text in texts for word in text.split())

    def _leads(self, side: Side | None) -> bool:
        """Return whether a speaker is named with a body, or with some body: the spokesman of the movement."""
        for party in self.speakers:
            names = self.scene.named_with(party.label)
            if any(name.kind == "body" and (side is None or name.value.entity == side.who.entity) for name in names):
                return True
            if side is not None:
                theirs = fold_word(side.who.label)
                if any(theirs in text for text in self.scene.written_with(party.label)):
                    return True
        return False


def _with_and(scene: Scene, side: Side) -> tuple[str, str, str]:
    """Return the first word of a side as it stands and without the conjunction or preposition that may be glued to it."""
    word = scene.words[side.first]
    return word, word.removeprefix("و"), word.removeprefix("ل")


def subject_of(
    scene: Scene, place: int, sentence: Sentence, own: Own | None, *, verb: int | None = None
) -> tuple[tuple[Party, ...], str] | None:
    """Return who will do what the verb at a token says, with ``own`` where it is the speaker or his side.

    ``place`` is the verb's first token, ``verb`` the verb itself where a particle stands before it. None where nobody
    who can be told from the words does it.
    """
    verb = place if verb is None else verb
    before = _before(scene, place, sentence)
    inner = _inner_speaker(scene, before, sentence, own)
    if inner:
        return inner, "own"
    if own is not None and scene.words[before] in markers()["that"]:
        if own.quoted(scene.tokens[before]):
            return None  # who speaks of himself in his own words says I
        return (own.speakers, "own") if that_he(scene, before, verb, own) else None
    if own is not None:
        mine = own_noun(scene, before, sentence, own)
        if mine is not None:
            return mine, "own"
    sides = sides_before(scene, place, sentence)
    if not sides and place > sentence.first:
        found = ending_at(scene, place, sentence)
        opens = found is not None and scene.words[found.sides[0].first - 1] in markers()["so"]
        sides = list(found.sides) if found is not None and opens else []
    if not sides and own is not None:
        whole = _part_of_own(scene, before, sentence, own)
        if whole:
            return whole, "own"
    if not sides and not has_noun_ahead(scene, place, sentence):
        sides = not_visited(scene, verb, sides_behind(scene, verb + 1, sentence))
    if not sides:
        return None
    who = tuple(as_party(side) for side in sides)
    if own is not None and (own.are(sides) or own.among(sides)):
        return who, "own"
    return who, "other"


def _inner_speaker(scene: Scene, that: int, sentence: Sentence, own: Own | None) -> tuple[Party, ...]:
    """Return who says "that he will" inside what somebody else says, or where no statement was found: X confirmed that he."""
    if scene.words[that] not in _THAT_HE or that - 2 < sentence.first:
        return ()
    found = ending_at(scene, that, sentence)
    if found is None or len(found.sides) != 1 or found.sides[0].first <= sentence.first:
        return ()
    side = found.sides[0]
    cue = find_cue(scene.tokens[side.first - 1])
    if cue is None or "person" in cue[0].frames or "ان" not in cue[0].frames or (own is not None and own.are([side])):
        return ()
    return (as_party(side),)


def _before(scene: Scene, place: int, sentence: Sentence) -> int:
    """Return the token before a verb, adverbs, marks and the particle left aside."""
    before = place - 1
    while before > sentence.first and scene.words[before] in markers()["between"] | QUOTES:
        before -= 1
    return max(before, sentence.first)


def sides_before(scene: Scene, place: int, sentence: Sentence) -> list[Side]:
    """Return the sides that stand as the subject before a verb, none where they are only places."""
    if place == sentence.first or scene.words[place][0] in "وف":
        return []
    phrases = subject_before(scene.frame, _before(scene, place, sentence) + 1, sentence)
    if not phrases:
        return []
    sides = read_sides(scene, phrases[0].first, place, places=True)[0]
    return sides if any(side.level != "place" or is_state(as_party(side)) for side in sides) else []


def as_party(side: Side) -> Party:
    """Return a side as a party; a capital stands for its state."""
    who = side.who
    return standing_for(Party(who.span, who.label, who.entity, who.side, who.implied, who.candidates))


def standing_for(party: Party) -> Party:
    """Return the state that a capital stands for, else the party itself."""
    row = labels().get(party.entity or "")
    if row is None or row.kind != "place" or row.id not in capitals():
        return party
    key = f"state:{row['country'].lower()}"
    state = labels().get(key)
    return party if state is None else Party(party.span, state.form, key, party.side, party.implied)


def may_strike(scene: Scene, party: Party) -> bool:
    """Return whether a party can carry out what it warns of: a state, an army, who holds office; no watcher or outlet."""
    row = labels().get(party.entity or "")
    if row is not None and row.kind == "body":
        return row["class"] not in _WATCHERS
    if scene.is_person(party):
        known = row is not None and not country_of(party.entity)
        return not known and not _speaks_for_watchers(scene, party)
    if row is None:
        return fold_word(party.label.split(" ")[0]) in markers()["house"]
    return row.kind in {"state", "place"}


def _speaks_for_watchers(scene: Scene, party: Party) -> bool:
    """Return whether a person is named with an office in a body that only watches or helps."""
    rows = (labels().get(name.value.entity or "") for name in scene.named_with(party.label))
    return any(row is not None and row.kind == "body" and row["class"] in _WATCHERS for row in rows)


def _part_of_own(scene: Scene, before: int, sentence: Sentence, own: Own) -> tuple[Party, ...]:
    """Return the speaker's own body of which a part will act: that a unit of, that a committee belonging to X."""
    for head in range(before, max(sentence.first, before - MAX_PART_REACH), -1):
        word = scene.words[head]
        if scene.words[head - 1] in _THAT or word in STOPS | COMMAS:
            if scene.words[head - 1] not in _THAT or word.removeprefix("ال") not in markers()["part"]:
                return ()
            behind = head + 1 + (scene.words[head + 1] in _BELONGING)
            sides, after = read_sides(scene, behind + (scene.words[behind] == _OF), before + 1)
            joined = behind > head + 1 or scene.words[behind] == _OF
            return tuple(map(as_party, sides)) if joined and after > before and own.are(sides) else ()
    return ()


def own_noun(scene: Scene, before: int, sentence: Sentence, own: Own) -> tuple[Party, ...] | None:
    """Return the speakers, or their state, where the subject is "his country", "her forces", "our army"."""
    for place in range(before, max(sentence.first, before - MAX_OWN_REACH) - 1, -1):
        word = scene.words[place]
        if word in markers()["own"]:
            state = own.state if word in markers()["country"] else None
            return (state,) if state is not None else own.speakers
        if not word.startswith("ال"):
            break
    return _placed(scene, before, sentence, own) or _administration(scene, before, sentence, own)


def _placed(scene: Scene, before: int, sentence: Sentence, own: Own) -> tuple[Party, ...] | None:
    """Return the speakers where the subject is their own in a place: that its ambassador to X."""
    head = before - PLACED_WORDS
    if head <= sentence.first or scene.words[head - 1] not in _THAT or scene.words[head] not in markers()["own"]:
        return None
    stands = scene.words[head + 1] in markers()["where"] | _WITH and scene.chart.name_at(head + 2) is not None
    return own.speakers if stands else None


def _administration(scene: Scene, before: int, sentence: Sentence, own: Own) -> tuple[Party, ...] | None:
    """Return the speakers' state where the subject is the administration of who leads it: that X's government."""
    for head in range(before - 1, max(sentence.first, before - MAX_ADMINISTRATION_REACH), -1):
        if scene.words[head] in _ADMINISTRATIONS and scene.words[head - 1] in _THAT:
            sides, after = read_sides(scene, head + 1, before + 1)
            leads = len(sides) == 1 and sides[0].country is not None and sides[0].country.lower() in own.countries
            return (own.state,) if leads and after > before and own.state is not None else None
    if scene.words[before] == _KINGDOM and own.state is not None and own.countries <= _KINGDOMS:
        return (own.state,)
    return None


def that_he(scene: Scene, that: int, verb: int, own: Own, *, says: int | None = None) -> bool:
    """Return whether the pronoun of "that he" at a token means the speaker and is the subject of a verb.

    ``says`` is the token whose pronoun is the subject, where it is a later one: that it will not be, but that she will.
    """
    return bool(own.speakers) and _opens(scene, that, own) and _agrees(scene, that if says is None else says, verb, own)


def _opens(scene: Scene, that: int, own: Own) -> bool:
    """Return whether "and that he" can mean the speaker: what he says began with "that he" too, not with another's act."""
    if not scene.words[that].startswith(("و", "ف", "لكن")):
        return _begins(scene, that, own)
    start = own.told.value.content[0]
    before = next(
        (t for t in scene.tokens[max(0, that - 60) : that] if t.field is start.field and t.end > start.start), None
    )
    return before is not None and before.i > 0 and scene.words[before.i - 1] in markers()["that"]


def _begins(scene: Scene, that: int, own: Own) -> bool:
    """Return whether words of the speaker begin right behind "that he": further in, he may be somebody else."""
    behind = that + 1
    while behind < len(scene.tokens) - 1 and scene.words[behind] in QUOTES:
        behind += 1
    token = scene.tokens[behind]
    return any(part.field is token.field and part.start == token.start for part in own.told.value.content)


def is_text(party: Party) -> bool:
    """Return whether a statement or report is named for those who made it, or words that name nobody."""
    if party.entity is not None:
        known = labels().get(party.entity)
        return known is not None and known["class"] in OUTLETS | {"outlet"} - {"company"}
    row = heads().get(fold_word(party.label.split(" ")[0]))
    return row is not None and row["class"] in {"text", "source", "outlet"}


def is_masculine(party: Party) -> bool:
    """Return whether words name a body by a noun that "he" stands for: the party, the army."""
    head = fold_word(party.label.split(" ")[0]).removeprefix("ال")
    return party.entity is None and head in markers()["he"]


def _comments(party: Party) -> bool:
    """Return whether a party is told only as one who comments on what others do: analysts, experts."""
    return party.entity is None and fold_word(party.label.split(" ")[0]) in markers()["commentator"]


def _agrees(scene: Scene, that: int, place: int, own: Own) -> bool:
    """Return whether the pronoun of "that he", "that she" can mean the speaker, and is the subject of the verb."""
    word = scene.words[that]
    verb = scene.words[place].lstrip("وف").removeprefix("س")
    plural = word.endswith(("هم", "هما"))
    feminine = word.endswith("ها")
    if not plural and verb[:1] != ("ت" if feminine else "ي"):
        return False
    cue = own.told.value.cue
    near = scene.tokens[max(0, that - 40) : that] if cue is not None else ()
    token = next((t for t in near if cue is not None and t.end == cue.end and t.field is cue.field), None)
    found = find_cue(token) if token is not None else None
    several = len(own.speakers) > 1 or (found is not None and found[0].plural)
    if word.endswith("هما"):
        return len(own.speakers) == 2 or fold_word(own.speakers[0].label) in markers()["two"]
    if plural:
        return several or not scene.is_person(own.speakers[0])
    if found is not None and found[0].feminine and not (feminine or plural):
        return False  # she said that it will
    if found is not None and found[0].form != "participle" and len(own.speakers) == 1:
        spoken_for = token is not None and scene.words[token.i + 1] in markers()["spokesman"]
        return found[0].feminine == feminine or spoken_for or not scene.is_person(own.speakers[0])
    return not (feminine and len(own.speakers) == 1 and scene.is_person(own.speakers[0]))
