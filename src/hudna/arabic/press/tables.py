"""The tables of this room, loaded once and keyed as the lines of a text are."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from hudna.arabic.names.tables import proper_names
from hudna.arabic.press.lines import key_of
from hudna.lexicon import Entry, Lexicon, load_entries
from hudna.model import Field, Token
from hudna.text import fold, fold_word
from hudna.text.tokens import find_tokens

_ROOM: Final = files("hudna.arabic").joinpath("press")
LITTER_CLASSES: Final = frozenset({"control", "lead", "form", "share", "home", "section", "rights", "outlet"})
LABEL_CLASSES: Final = frozenset({"id", "date", "updated", "author", "source", "count", "section"})


@cache
def litter() -> Mapping[str, Mapping[str, Entry]]:
    """Return the litter forms of each class by their key."""
    return _by_class(load_entries(_ROOM.joinpath("litter.tsv"), "litter", classes=LITTER_CLASSES))


@cache
def litter_starts() -> frozenset[str]:
    """Return the folded first words of all litter and label lines: a line that begins with none needs no closer look."""
    forms = [entry.form for entry in load_entries(_ROOM.joinpath("litter.tsv"), "litter", classes=LITTER_CLASSES)]
    return frozenset(key_of_words(form).split(" ")[0] for form in forms)


@cache
def labels() -> Mapping[str, tuple[tuple[tuple[str, ...], Entry], ...]]:
    """Return the label forms by their first folded word: the other words and the entry, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    for entry in load_entries(_ROOM.joinpath("labels.tsv"), "label", classes=LABEL_CLASSES):
        first, *rest = fold_word(entry.form).split(" ")
        found.setdefault(first, []).append((tuple(rest), entry))
    return {first: tuple(sorted(forms, key=lambda form: -len(form[0]))) for first, forms in found.items()}


@cache
def agencies() -> Mapping[str, tuple[tuple[tuple[str, ...], Entry], ...]]:
    """Return the agency forms by their first folded token, as ``labels``; full stops between letters left out.

    An agency's id is its name in Latin letters, and one of its forms.
    """
    found: dict[str, dict[tuple[str, ...], Entry]] = {}
    for entry in load_entries(_ROOM.joinpath("agencies.tsv"), "agency"):
        for form in (entry.form, entry.id.replace("-", " ")):
            first, *rest = [token.folded.casefold() for token in _tokens(form) if token.folded != "."]
            found.setdefault(first, {}).setdefault(tuple(rest), entry)
    return {first: tuple(sorted(forms.items(), key=lambda form: -len(form[0]))) for first, forms in found.items()}


@cache
def agency_labels() -> Mapping[str, str]:
    """Return the name by which each agency is called: its longest form, the first of them."""
    names: dict[str, str] = {}
    for entry in load_entries(_ROOM.joinpath("agencies.tsv"), "agency"):
        if len(entry.form) > len(names.get(entry.id, "")):
            names[entry.id] = entry.form
    return names


@cache
def statement_verbs() -> frozenset[str]:
    """Return the reporting verbs in the past, folded: he, she, they."""
    verbs = {
        fold_word(entry.form) for entry in load_entries(files("hudna.arabic").joinpath("speech", "cues.tsv"), "cue")
    }
    return frozenset(verb + ending for verb in verbs for ending in _ENDINGS)


def names() -> Lexicon[Entry]:
    """Return the lexicon of known people, bodies and places."""
    return proper_names()


def agency_names() -> frozenset[str]:
    """Return every form of every agency, for readers of pages that know no Arabic."""
    return frozenset(entry.form for entry in load_entries(_ROOM.joinpath("agencies.tsv"), "agency"))


def date_labels() -> frozenset[str]:
    """Return the labels before a publication day, for readers of pages that know no Arabic."""
    rows = load_entries(_ROOM.joinpath("labels.tsv"), "label", classes=LABEL_CLASSES)
    return frozenset(entry.form for entry in rows if entry["class"] == "date")


_ENDINGS: Final = ("", "ت", "وا", "ا", "تا")


def _by_class(entries: list[Entry]) -> Mapping[str, Mapping[str, Entry]]:
    found: dict[str, dict[str, Entry]] = {name: {} for name in LITTER_CLASSES}
    for entry in entries:
        found[entry["class"]][key_of_words(entry.form)] = entry
    return found


def key_of_words(form: str) -> str:
    """Return the key of some words, as ``key_of`` gives it for words of a text."""
    tokens = _tokens(form)
    return key_of(tokens, 0, len(tokens))


def _tokens(form: str) -> tuple[Token, ...]:
    return tuple(find_tokens(fold(form), Field.TEXT)[0])
