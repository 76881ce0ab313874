"""Whom a phrase means: the person behind an office, the body behind a bare noun, the one called the latter."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import takewhile
from typing import Final, NamedTuple

from hudna.arabic.clitics import cut_word
from hudna.arabic.clitics.words import word_counts
from hudna.arabic.names.beginnings import is_several
from hudna.arabic.names.chart import Chart
from hudna.arabic.names.groups import DUAL, group_size, is_spouse, members_of, office_of_group, pair_of_states
from hudna.arabic.names.marked import IN_THE_NAME_OF
from hudna.arabic.names.parties import Party, bare_words, find_party
from hudna.arabic.names.people_named import NamedPerson, find_people
from hudna.arabic.names.tables import duals, labels, titles
from hudna.arabic.offices import holder_of, is_of_several
from hudna.lexicon import Trigger
from hudna.model import WORD, Document, Field, Match, Name, Span, Token
from hudna.text import fold_word
from hudna.text.letters import ALEF, LAM, TEH_MARBUTA

# Offices a phrase such as "the diplomat" can stand for.
_OFFICE_SENSES: Final = {
    "دبلوماسي": ("minister", "deputy", "envoy", "ambassador", "diplomat", "secretary", "representative", "assistant"),
    fold_word("مسؤول"): (
        "minister",
        "deputy",
        "envoy",
        "ambassador",
        "official",
        "spokes",
        "secretary",
        "head",
        "director",
    ),
}
MIN_SHARED_WORDS: Final = 2
MAX_UNKNOWN: Final = 3  # words of a name that no table knows
MAX_PEOPLE: Final = 100  # mentions before and after a phrase that are looked through for who holds its office
_ARTICLE: Final = ALEF + LAM
_NO_NAME: Final = (_ARTICLE, "و", "م", "ي")  # participles and verbs that are seldom written begin so
_VERB: Final = "ت"
_FEMININE: Final = fold_word(TEH_MARBUTA)
_DUALS: Final = Trigger(among=duals)
_SPOKESWOMEN: Final = frozenset({fold_word("متحدثة"), fold_word("ناطقة")})
_NOT_IN_OFFICE: Final = frozenset(
    fold_word(word)
    for word in (
        "سابق",
        "سابقة",
        "أسبق",
        "راحل",
        "راحلة",
        "معزول",
        "مخلوع",
        "منتخب",
        "منتخبة",
        "مستقيل",
        "مكلف",
        "مقال",
        "آنذاك",
        "حينها",
        "حينذاك",
    )
)
_EMPTY_WORDS: Final = frozenset(
    {"في", "الي", "من", "علي", "عن", "لدي", "باسم", "خاص", "عام", "دوله", "جمهوريه", "بلاده", "البلاد", "بلاد"}
)


class Meaning(NamedTuple):
    """Who is meant: the label and entity, where the name stands, and how it was found."""

    label: str
    entity: str | None
    span: Span
    implied: bool
    rule: str
    candidates: tuple[str, ...] = ()


def referents_of(document: Document) -> "Referents":
    """Return the referents of a document, made once while its names and dates stay the same."""
    made: Referents | None = document.shared.get("referents")
    if made is None or not _same_names(made.chart.document, document):
        made = document.shared["referents"] = Referents(Chart(document))
    return made


def _same_names(one: Document, other: Document) -> bool:
    return one.tokens is other.tokens and one.names is other.names and one.dates is other.dates


class Referents:
    """The people and bodies of a document with the offices and countries they are named with."""

    def __init__(self, chart: Chart) -> None:
        self.chart = chart
        self.people = find_people(chart)
        pairs = [
            pair
            for place in _DUALS.places(chart.document)
            for pair in (find_party(chart, place, len(chart.tokens)),)
            if pair is not None and pair.kind == "pair"
        ]
        self._named_pairs = [pair for pair in pairs if self._named_sides(pair)]
        self._bodies: dict[str, list[Match[Name]]] = {}  # by their first word without clitics and article
        for body in chart.document.names:
            if body.kind == "body":
                first = chart.words[body.first]
                bare = first[len(chart.glued(body)) :].removeprefix("ال")
                self._bodies.setdefault(bare, []).append(body)

    def meaning(self, party: Party) -> Meaning:
        """Return whom a party phrase means; its own words where nothing tells more."""
        if party.name is not None:
            return self._named(party)
        end = self._end_of_unknown_name(party)
        if end > party.end:
            span = party.span._replace(end=self.chart.tokens[end - 1].end)
            return Meaning(self.chart.document.article.words(span), None, span, False, "an office and a name unknown")
        person = self._by_office(party)
        if person is not None:
            name = person.name
            return Meaning(
                name.value.label, name.value.entity, party.span, True, "office of a person named in the article"
            )
        holder = self._holder(party)
        if holder is not None:
            entry = labels()[f"person:{holder}"]
            return Meaning(entry.form, f"person:{holder}", party.span, True, "holder of the office on the day")
        body = self._body(party)
        if body is not None:
            return Meaning(body.value.label, body.value.entity, body.span, True, "body named before by its head")
        return Meaning(self._words(party), None, party.span, False, "the words of the text")

    def _words(self, party: Party) -> str:
        """Return the words of a phrase; the article that falls away behind "to" is put back."""
        words = self.chart.document.article.words(party.span)
        token = self.chart.tokens[party.first]
        glued = party.span.start - token.start
        behind = glued > 0 and token.surface[glued - 1 : glued + 1] == LAM + LAM
        return ALEF + words if behind else words

    def meanings(self, parties: Sequence[Party]) -> list[Meaning]:
        """Return whom joined parties mean; a dual noun stands for its two sides."""
        found: list[Meaning] = []
        for party in parties:
            size = group_size(self.chart, party)
            states = self._two_states(party)
            if states:
                found += states
            else:
                found += self._sides(party, size) if size else [self.meaning(party)]
        return found

    def _two_states(self, party: Party) -> list[Meaning]:
        """Return the two states that one word names."""
        keys = pair_of_states(self.chart.words[party.first]) if party.end - party.first == 1 else None
        if keys is None:
            return []
        return [Meaning(labels()[key].form, key, party.span, False, "the two states of one name") for key in keys]

    def _sides(self, party: Party, size: int) -> list[Meaning]:
        """Return the members of a group: those the adjectives of a dual name, or else as many last named together."""
        sides = self._named_sides(party)
        if sides:
            return sides
        members = members_of(self.chart, party, size)
        if members:
            return [
                Meaning(name.value.label, name.value.entity, party.span, True, "members of a group named before")
                for name in members
            ]
        holders = self._holders_before(party, size)
        if holders:
            return [
                Meaning(
                    who.name.value.label, who.name.value.entity, party.span, True, "members of a group named before"
                )
                for who in holders
            ]
        earlier = bisect_left(self._named_pairs, party.first, key=lambda pair: pair.first)
        if earlier and size == DUAL:
            sides = self._named_sides(self._named_pairs[earlier - 1])
            return [side._replace(implied=True, rule="the two sides named before") for side in sides]
        before = self.people_before(party.first, 4)
        people = [person.party for person in before if not is_spouse(self.chart, person.name)]
        distinct = {named.label: named for named in map(self._named, people[::-1])}
        if len(distinct) == size:
            return [side._replace(implied=True, rule="the two people named before") for side in distinct.values()]
        return [
            Meaning(self.chart.document.article.words(party.span), None, party.span, False, "the words of the text")
        ]

    def _holders_before(self, party: Party, size: int) -> list[NamedPerson]:
        """Return the people named before with the office a group is called by, where they are as many as it counts."""
        office = office_of_group(party)
        found: dict[str, NamedPerson] = {}
        for person in self.people_before(party.first, MAX_PEOPLE) if office else ():
            if any(each == office or each.startswith(f"{office}-") for each in person.offices):
                found.setdefault(person.name.value.label, person)
        return list(found.values())[::-1] if len(found) == size else []

    def _named_sides(self, party: Party) -> list[Meaning]:
        tokens = self.chart.tokens
        if len(party.countries) != DUAL:
            return []
        head = tokens[party.first]
        start = party.span.start - head.start
        single = head.surface[start:-2]
        words = [
            name.value
            for place in range(party.first, party.end)
            for name in self.chart.starts.get(place, ())
            if name.kind == "nationality"
        ]
        article = self.chart.document.article
        return [
            Meaning(
                f"{single} {article.words(word.span).removeprefix('و')}", None, party.span, True, "one side of a dual"
            )
            for word in words
        ]

    def _named(self, party: Party) -> Meaning:
        name = party.name
        assert name is not None
        if name.kind == "body" and party.end > name.end:
            return Meaning(self._words(party), None, party.span, False, "body with a nationality")
        return Meaning(name.value.label, name.value.entity, party.span, False, name.rule)

    def _by_office(self, party: Party) -> NamedPerson | None:
        """Return the person, named nearest before (or else after), whose phrase shares the office and country."""
        if not party.definite or party.kind not in {"office", "person"} or self._is_any(party):
            return None
        if is_several(self.chart.tokens[party.first]):
            return None
        people = (*self.people_before(party.first, MAX_PEOPLE), *self._people_after(party))
        head = party.head.removeprefix("و").removeprefix(_ARTICLE)
        offices = set(party.offices) - titles()
        special = tuple([f"{office}-" for office in offices])
        for person in people:
            if self._same_office(party, head, offices, special, person) and _same_gender(head, person.words):
                return person
        return None

    def _people_after(self, party: Party) -> Sequence[NamedPerson]:
        """Return the people named behind a phrase whom it may mean: the president alone is none of a country yet to come."""
        after = bisect_left(self.people, party.end, key=_start)
        people = self.people[after : after + MAX_PEOPLE]
        told = bare_words(self.chart, party.first + 1, party.end) - _EMPTY_WORDS
        if told or party.countries or party.span.field is Field.TITLE or not is_of_several(party.offices):
            return people
        return [person for person in people if not person.countries]

    def _end_of_unknown_name(self, party: Party) -> int:
        """Return the token behind an office and the words after it that nobody counted: the name of who holds it."""
        end = party.end
        if party.kind == "office" and party.definite and not party.countries:
            tokens = self.chart.tokens[end : end + MAX_UNKNOWN]
            end += sum(1 for _ in takewhile(lambda token: _is_unknown(token, party.span.field), tokens))
        return end

    def _is_any(self, party: Party) -> bool:
        """Return whether an office is one of several: a senior American official, not the American official."""
        first = self.chart.words[party.first][party.span.start - self.chart.tokens[party.first].start :]
        if first.startswith(_ARTICLE):
            return False
        if party.end > party.first + 1 and self.chart.words[party.first + 1] == IN_THE_NAME_OF:
            return True  # a spokesman for the government
        office = self.chart.name_at(party.first)
        end = office.end if office is not None and office.kind == "office" else party.first + 1
        if any(word.startswith(_ARTICLE) for word in self.chart.words[party.first + 1 : end + 1]):
            return False
        owner = self.chart.name_at(end) if end < party.end else None
        return owner is None or owner.kind == "nationality"

    def people_before(self, place: int, limit: int) -> Sequence[NamedPerson]:
        """Return the people named last before a token, the nearest first."""
        end = bisect_left(self.people, place, key=_start)
        return self.people[max(0, end - limit) : end][::-1]

    def _same_office(
        self, party: Party, head: str, offices: set[str], special: tuple[str, ...], person: NamedPerson
    ) -> bool:
        """Return whether a person is told with an office of the phrase, one of its special ones, or with its words.

        ``special`` is what the keys of special offices begin with: the minister covers the minister of a department.
        """
        countries = party.countries
        if countries and person.countries and person.countries.isdisjoint(countries):
            return False
        if head in _OFFICE_SENSES:
            return bool(countries) and any(
                sense in office for office in person.offices for sense in _OFFICE_SENSES[head]
            )
        both = offices and person.offices
        same = both and (
            not offices.isdisjoint(person.offices) or any(office.startswith(special) for office in person.offices)
        )
        if same and not (countries and not person.countries):
            return True
        if both or party.kind != "office" or person.countries.isdisjoint(countries):
            return False
        heads = {head, head.removeprefix("لل"), head.removeprefix("ب").removeprefix("ال")}
        if heads.isdisjoint(person.words):
            return False  # a nationality of two words is no office
        shared = (bare_words(self.chart, party.first, party.end) & person.words) - _EMPTY_WORDS
        return len(shared) >= MIN_SHARED_WORDS

    def _holder(self, party: Party) -> str | None:
        """Return the table's holder of the office on the day of publication, none for a former or future one."""
        day = self.chart.document.published.day
        if (
            is_several(self.chart.tokens[party.first])
            or day is None
            or not party.offices
            or party.kind != "office"
            or len(set(party.offices)) > 1
        ):
            return None
        end = min(party.end + 1, len(self.chart.tokens))
        if bare_words(self.chart, party.first, end) & _NOT_IN_OFFICE or not party.definite:
            return None
        return holder_of(party.offices[0], party.countries, day)

    def _body(self, party: Party) -> Match[Name] | None:
        """Return the last body whose name begins with the bare definite noun of the phrase."""
        if party.end - party.first > 1 or party.kind not in {"body", "outlet"} or not party.definite:
            return None
        head = party.head.lstrip("و").removeprefix("ال").removeprefix("لل")
        bodies = self._bodies.get(head, [])
        number = bisect_left(bodies, party.first, key=lambda body: body.first)
        return bodies[number - 1] if number else None


def _is_unknown(token: Token, field: Field) -> bool:
    word = token.folded
    is_name = token.kind is WORD and token.field is field and not word.startswith(_NO_NAME) and not word.endswith(_VERB)
    return is_name and len(cut_word(word)) == 1 and not word_counts().get(word, 0)


def _same_gender(head: str, words: frozenset[str]) -> bool:
    """Return whether somebody is not told with a noun of the other gender alone: a spokeswoman, the spokesman."""
    if head in words:
        return True
    if head.endswith(_FEMININE):  # a woman is called prime minister in the masculine, too
        return head not in _SPOKESWOMEN or head[:-1] not in words
    return not head or head + _FEMININE not in words


def _start(person: NamedPerson) -> int:
    return person.party.first
