"""The tables of names, loaded once: proper names, and the common words that head or modify a party."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from hudna.arabic.clitics import name_variants, variants
from hudna.lexicon import Entry, Lexicon, load_entries, whole_entry
from hudna.lexicon.lists import list_tables
from hudna.text import fold_word

_ROOMS = files("hudna.arabic")


def _table(room: str, name: str) -> Traversable:
    return _ROOMS.joinpath(room, name)


@cache
def proper_entries() -> tuple[Entry, ...]:
    """Return the rows of people, bodies, states and places, in this order; a team's own lists come last."""
    return (
        *load_entries(_table("people", "people.tsv"), "person"),
        *load_entries(_table("bodies", "bodies.tsv"), "body"),
        *load_entries(_table("places", "states.tsv"), "state"),
        *load_entries(_table("places", "places.tsv"), "place"),
        *(entry for path in list_tables("people.tsv") for entry in load_entries(path, "person")),
        *(entry for path in list_tables("places.tsv") for entry in load_entries(path, "place")),
    )


@cache
def labels() -> dict[str, Entry]:
    """Return the canonical entry of every ``kind:id``."""
    found: dict[str, Entry] = {}
    for entry in proper_entries():
        key = f"{entry.kind}:{entry.id}"
        if key not in found or (entry["rank"] == "1" and found[key]["rank"] != "1"):
            found[key] = entry
    return found


@cache
def place_ids() -> dict[str, str]:
    """Return the id of a place or state by each of its folded forms, those of namesakes left out."""
    ids: dict[str, set[str]] = {}
    for entry in proper_entries():
        if entry.kind in {"place", "state"}:
            ids.setdefault(fold_word(entry.form), set()).add(f"{entry.kind}:{entry.id}")
    return {form: min(found) for form, found in ids.items() if len(found) == 1}


@cache
def proper_names() -> Lexicon[Entry]:
    """Return the lexicon of proper names: found with their article, behind a conjunction or preposition."""
    return Lexicon(proper_entries(), name_variants, whole_entry)


@cache
def office_entries() -> tuple[Entry, ...]:
    """Return the rows of the table of offices."""
    return tuple(load_entries(_table("offices", "offices.tsv"), "office"))


@cache
def nationality_entries() -> tuple[Entry, ...]:
    """Return the rows of the table of nationalities."""
    return tuple(load_entries(_table("places", "nationalities.tsv"), "nationality"))


@cache
def titles() -> frozenset[str]:
    """Return the ids of ranks and forms of address, which many people share."""
    return frozenset(
        entry.id for entry in office_entries() if entry["class"] in {"rank", "honorific", "member", "head"}
    )


@cache
def duals() -> frozenset[str]:
    """Return the folded heads that stand for two sides, with the conjunctions they may follow."""
    pairs = [folded for folded, entry in heads().items() if entry["class"] == "pair"]
    return frozenset(joint + pair for pair in pairs for joint in ("", "و", "ف"))


@cache
def party_words() -> Lexicon[Entry]:
    """Return the lexicon of offices, nationalities and common heads: found with or without the article."""
    return Lexicon(
        (*office_entries(), *nationality_entries()),
        variants,
        whole_entry,
    )


@cache
def demonyms() -> frozenset[str]:
    """Return the folded plural and dual nationalities, with their article: people, not qualities of a noun."""
    table = nationality_entries()
    plural = [fold_word(entry.form) for entry in table if entry["number"] in {"pl", "du"} and entry["gender"] != "f"]
    return frozenset(["ال" + word for word in plural])


@cache
def heads() -> dict[str, Entry]:
    """Return the common nouns that can head a party, by folded form (with the article where it is written)."""
    return {fold_word(entry.form): entry for entry in load_entries(_table("bodies", "heads.tsv"), "head")}


@cache
def name_words() -> dict[str, str]:
    """Return the folded words of person names with their role: ``given`` or ``family``."""
    counted = load_entries(_table("people", "name_words.tsv"), "name_word", classes={"given", "family"})
    given = load_entries(_table("people", "given_names.tsv"), "name_word", classes={"given"})
    return {fold_word(entry.form): entry["class"] for entry in (*counted, *given)}


@cache
def capitals() -> frozenset[str]:
    """Return the place ids of the capitals of states."""
    return frozenset(entry["capital"] for entry in proper_entries() if entry.kind == "state" and entry["capital"])


@cache
def parted() -> Mapping[str, Mapping[str, str]]:
    """Return by the code of a people the folded adjectives that tell its states apart, with the code of each state."""
    found: dict[str, dict[str, str]] = {}
    for row in load_entries(_table("names", "parted.tsv"), "parted"):
        form = fold_word(row.form)
        found.setdefault(row.id, {}).update({form: row["code"], f"ال{form}": row["code"]})
    return found


@cache
def pairs() -> Mapping[str, tuple[str, str]]:
    """Return the keys of the two states that a single folded word names: the two Koreas."""
    return _pairs_of("state")


@cache
def pair_adjectives() -> Mapping[str, tuple[str, str]]:
    """Return the keys of two states by the folded adjective of both, behind a noun in the dual: the two Korean leaders."""
    return _pairs_of("adjective")


def _pairs_of(kind: str) -> Mapping[str, tuple[str, str]]:
    rows = (row for row in load_entries(_table("names", "pairs.tsv"), "pair") if row["class"] == kind)
    return {fold_word(row.form): (f"state:{row['first']}", f"state:{row['second']}") for row in rows}
