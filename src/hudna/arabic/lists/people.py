"""People of a list with their spellings and offices: who is known already, which name can stand alone, who holds what."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from hudna.arabic.clitics.words import word_counts
from hudna.arabic.lists.checked import Checked
from hudna.arabic.lists.letters import arabic_name, latin_name, slug
from hudna.arabic.lists.terms import Term, check_terms, parse_term
from hudna.arabic.names.people import COMMON_WORD_COUNT, NAME_WORDS
from hudna.arabic.names.tables import labels, party_words, proper_entries
from hudna.arabic.people.latin import transliterate
from hudna.arabic.people.spelling import SAME, compare, skeleton, words_of
from hudna.model import InputError
from hudna.text import fold_word

if TYPE_CHECKING:
    from hudna.lexicon import Entry

COLUMNS: Final = {
    "name": ("name", "name_ar", "arabic"),
    "latin": ("latin", "name_en", "english"),
    "spellings": ("spellings", "other_names"),
    "country": ("country",),
    "id": ("id",),
    "office": ("office",),
    "of": ("of", "office_country"),
    "from": ("from", "start"),
    "to": ("to", "end"),
    "source": ("source",),
}
NEEDED: Final = ("name",)
_PERSON: Final = "person:"
_BETWEEN: Final = re.compile(r"[|;،؛/\n]")
_ID: Final = re.compile(r"(?:person:)?[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(slots=True)
class _Person:
    """A person of the list, with the first row that names him."""

    where: str
    name: str
    latin: str
    country: str
    said_id: str
    source: str
    spellings: list[str] = field(default_factory=list)
    terms: list[Term] = field(default_factory=list)


class _Known:
    """The names that are taken: those of the tables, without the list that is to be replaced."""

    def __init__(self, own: str) -> None:
        self.by_form: dict[str, list[Entry]] = defaultdict(list)
        self.people: dict[str, list[Entry]] = defaultdict(list)
        self.by_key: dict[str, set[str]] = defaultdict(set)
        for entry in proper_entries():
            if entry.line.startswith(own):
                continue
            self.by_form[fold_word(entry.form)].append(entry)
            if entry.kind == "person":
                self.people[entry.id].append(entry)
                for word in words_of(entry.form):
                    self.by_key[skeleton(word)].add(entry.id)

    def alike(self, name: str) -> list[str]:
        """Return the ids of people who may be called so, spelled otherwise."""
        keys = {skeleton(word) for word in words_of(name)}
        found = {each for key in keys for each in self.by_key.get(key, ())}
        return sorted(
            each
            for each in found
            if any(compare(name, row.form).score >= SAME for row in self.people[each] if " " in row.form)
        )


def check_people(rows: Iterable[tuple[str, Mapping[str, str]]], own: str) -> Checked:
    """Return the tables of a list of people; ``own`` begins the lines of the tables that the list is to replace.

    Rows with one name are one person's, a row for each office.
    """
    checked, people, known = Checked(), dict[str, _Person](), _Known(own)
    for where, cells in rows:
        checked.rows += 1
        try:
            _take(where, cells, people, known)
        except InputError as error:
            checked.refused.append(f"{where}: {error}")
    taken: dict[str, str] = {}
    checked.tables = {"people.tsv": [], "holders.tsv": []}
    terms: list[tuple[str, Term]] = []
    for person in people.values():
        key = _id_of(person, known, taken, checked)
        if key is not None:
            taken[key] = person.where
            _add(person, key, known, checked)
            terms += [(key, term) for term in person.terms]
    _refuse_shared(checked)
    checked.tables["holders.tsv"] = check_terms(terms, own, checked.notes)
    return checked


def _take(where: str, cells: Mapping[str, str], people: dict[str, _Person], known: _Known) -> None:
    """Add what a row says to the person it names, or add the person."""
    name, latin = arabic_name(cells["name"]), latin_name(cells["latin"])
    country, said = cells["country"].upper(), cells["id"].casefold()
    if country and f"state:{country.lower()}" not in labels():
        raise InputError(f"the country {cells['country']!r} is no code of two letters after ISO 3166")
    if said and not _ID.fullmatch(said):
        raise InputError(f"the id {cells['id']!r} is not of small Latin letters, digits and hyphens")
    source = _source(cells["source"])
    term = parse_term(where, cells, source)
    spellings = [arabic_name(each) for each in _BETWEEN.split(cells["spellings"]) if each.strip()]
    for each in dict.fromkeys((name, *spellings)):
        _refuse_common(each, known, said.removeprefix(_PERSON))
    person = people.setdefault(said or fold_word(name), _Person(where, name, latin, country, said, source))
    if (country and person.country and country != person.country) or (latin and person.latin and latin != person.latin):
        raise InputError(f"{name} has another country or Latin name in {person.where}; give each of two people an id")
    person.country, person.latin = person.country or country, person.latin or latin
    person.spellings += [each for each in (name, *spellings) if each not in (person.name, *person.spellings)]
    person.terms += [term] if term is not None else []


def _source(source: str) -> str:
    for char in source:
        if not char.isprintable():
            raise InputError(f"the source {source!r} holds what can't be seen")
    return " ".join(source.split())


def _refuse_common(name: str, known: _Known, said: str) -> None:
    """Refuse a name of one word that many people, or something else, go by too."""
    folded = fold_word(name)
    if " " in folded:
        return
    whose = next((row for row in known.by_form.get(folded, ()) if row.id != said), None)
    if whose is not None:
        raise InputError(f"{name} alone is {whose.kind}:{whose.id}")
    counts = word_counts()
    common = max(counts.get(folded, 0), counts.get(folded.removeprefix("ال"), 0)) >= COMMON_WORD_COUNT
    if NAME_WORDS[folded].role in {"given", "join"} or party_words().entries(folded) or common:
        raise InputError(f"{name} alone is a name of many, or a word: a spelling needs two words, or a rarer one")


def _id_of(person: _Person, known: _Known, taken: Mapping[str, str], checked: Checked) -> str | None:
    """Return the id of a person: that of the tables for who is known, a new one for another; None for a namesake."""
    if person.said_id:
        key = person.said_id.removeprefix(_PERSON)
        forms = [row.form for row in known.people.get(key, ())]
        if forms and max(compare(person.name, form).score for form in forms) < SAME:
            checked.notes.append(f"{person.where}: {person.name} is now a name of {_PERSON}{key}, {forms[0]}")
        return key
    same = [entry for entry in known.by_form.get(fold_word(person.name), ()) if entry.kind == "person"]
    if same:
        entry = same[0]
        if person.country in {"", entry["country"]}:
            checked.notes.append(f"{person.where}: {person.name} is {_PERSON}{entry.id} already; the row adds to it")
            return entry.id
        checked.notes.append(
            f"{person.where}: {person.name} is left out: {_PERSON}{entry.id} of {entry['country']} goes by this name, "
            "and a text can't tell them apart"
        )
        return None
    for other in known.alike(person.name):
        checked.notes.append(f"{person.where}: {person.name} may be {_PERSON}{other}; if so, give the row this id")
    return next(_free_ids(slug(person.latin or transliterate(person.name)), known, taken))


def _free_ids(base: str, known: _Known, taken: Mapping[str, str]) -> Iterator[str]:
    number = 1
    while True:
        key = base if number == 1 else f"{base}-{number}"
        if key not in known.people and key not in taken:
            yield key
        number += 1


def _add(person: _Person, key: str, known: _Known, checked: Checked) -> None:
    """Add the rows of a person, those left out that the tables have and those that are another's."""
    rows = known.people.get(key, ())
    there = {fold_word(row.form) for row in rows}
    for form in (person.name, *person.spellings):
        folded = fold_word(form)
        other = next((row for row in known.by_form.get(folded, ()) if row.id != key), None)
        if other is not None:
            checked.notes.append(f"{person.where}: the name {form} is left out: it is {other.kind}:{other.id}")
        elif folded not in there:
            there.add(folded)
            country = person.country or (rows[0]["country"] if rows else "")
            checked.tables["people.tsv"].append(
                {
                    "id": key,
                    "form": form,
                    "rank": str(len(there)),
                    "class": "full" if " " in folded else "surname",
                    "country": country,
                    "latin": person.latin,
                    "source": person.source or f"list:{person.where.rpartition('/')[2].rpartition(':')[0]}",
                }
            )


def _refuse_shared(checked: Checked) -> None:
    """Refuse a list in which two people go by one name: a text can't tell them apart."""
    first: dict[str, Mapping[str, str]] = {}
    for row in checked.tables["people.tsv"]:
        other = first.setdefault(fold_word(row["form"]), row)
        if other["id"] != row["id"]:
            checked.refused.append(f"{row['form']} is the name of {other['id']} and of {row['id']}")
