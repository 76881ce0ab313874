"""Who stands behind a source: the body for the one who heads it or speaks for it, and what kind of body that is."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from hudna.arabic.names.tables import office_entries, proper_entries
from hudna.arabic.offices import terms_of
from hudna.lexicon import load_word_classes
from hudna.text import fold_word

_ROOM: Final = files(__package__)
_PERSON: Final = "person:"
_BODY: Final = "body:"
_TELLERS: Final = frozenset({"agency", "broadcaster", "monitor", "newspaper"})
_MOST_WORDS: Final = 8  # of a label that is looked through


def body_behind(entity: str | None, label: str) -> str | None:
    """Return the id of the body that a source speaks for: the body itself, or that of its head or spokesman.

    None where it speaks for no body that the tables know.
    """
    if entity is not None and entity.startswith(_PERSON):
        offices = (term.office for term in terms_of(entity.removeprefix(_PERSON)))
        return next((body for office in offices if (body := _headed().get(office))), None)
    if entity is not None:
        key = entity if ":" in entity else f"{_BODY}{entity}"
        return key if key in _classes() else None
    words = fold_word(" ".join(label.split())).split()[:_MOST_WORDS]
    speaks_for = words and words[0] in spokesmen() | _words()["teller"]
    return _named(words) if speaks_for else None


def is_teller(entity: str | None, label: str) -> bool:
    """Return whether a source tells what others do (an agency, a paper, an observatory): who quotes it has it thence."""
    body = body_behind(entity, label)
    if body is not None:
        return body_class(body) in _TELLERS
    words = fold_word(" ".join(label.split())).split()
    if entity is not None or not words:
        return False
    return words[0] in _words()["teller"] or body_class(_forms().get(" ".join(words), "")) in _TELLERS


def is_state_media(entity: str | None, label: str) -> bool:
    """Return whether a source is a state's agency, channel or paper: so called, or by one of its names."""
    names = [label] if entity is None else [label, *_forms_of().get(entity, ())]
    official, tellers = _words()["official"], _words()["teller"]
    return any(
        bool(words & official) and (bool(words & tellers) or body_class(entity or "") in _TELLERS)
        for words in (set(fold_word(" ".join(name.split())).split()) for name in names)
    )


def body_class(entity: str) -> str:
    """Return what a body is by its table (``agency``, ``monitor``, …), empty where it has none."""
    return _classes().get(entity, "")


def _named(words: list[str]) -> str | None:
    """Return the body whose name ends a label."""
    for place in range(1, len(words)):
        body = _forms().get(" ".join(words[place:]))
        if body is not None:
            return body
    return None


@cache
def _forms() -> Mapping[str, str]:
    return {fold_word(entry.form): f"{_BODY}{entry.id}" for entry in proper_entries() if entry.kind == "body"}


@cache
def _forms_of() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for entry in proper_entries():
        if entry.kind == "body":
            found[f"{_BODY}{entry.id}"] = (*found.get(f"{_BODY}{entry.id}", ()), entry.form)
    return found


@cache
def _classes() -> Mapping[str, str]:
    return {f"{_BODY}{entry.id}": entry["class"] for entry in proper_entries() if entry.kind == "body"}


@cache
def _headed() -> Mapping[str, str]:
    """Return the body that each office is the head or spokesman of, where the office's name ends with the body's."""
    found: dict[str, str] = {}
    for entry in office_entries():
        body = _named(fold_word(entry.form).split()) if entry["scope"] == "body" else None
        if body is not None:
            found.setdefault(entry.id, body)
    return found


def spokesmen() -> frozenset[str]:
    """Return the folded words for those who speak for a body."""
    return _words()["spokesman"]


@cache
def _words() -> Mapping[str, frozenset[str]]:
    return load_word_classes(_ROOM.joinpath("spokesmen.tsv"))
