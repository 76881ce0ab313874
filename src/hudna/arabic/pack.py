"""The Arabic language pack: its stages in order and the digest of all it knows."""

import hashlib
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

from hudna.arabic import dates
from hudna.arabic.clitics.stage import STAGE as CLITICS
from hudna.arabic.conduct.stage import STAGE as CONDUCT
from hudna.arabic.contacts.stage import STAGE as CONTACTS
from hudna.arabic.incidents.stage import STAGE as INCIDENTS
from hudna.arabic.measures.stage import STAGE as MEASURES
from hudna.arabic.names.recognise import STAGE as NAMES
from hudna.arabic.pledges.stage import STAGE as PLEDGES
from hudna.arabic.press.stage import STAGE as PRESS
from hudna.arabic.search import SEARCH
from hudna.arabic.speech.stage import STAGE as STATEMENTS
from hudna.arabic.undated import find_clues
from hudna.lexicon.lists import list_tables
from hudna.model import LanguagePack

_KNOWLEDGE: Final = (".tsv", ".py", ".model")
_ENGINES: Final = ("hudna.arabic", "hudna.calendar", "hudna.grammar", "hudna.lexicon", "hudna.text", "hudna.reading")
_PROCESSES: Final = "hudna.processes"  # lent to a reading, so that its files count as knowledge too


def _digest() -> str:
    """Return the digest of every table, rule and model that a reading depends on, and of the engines that run them.

    A team's own lists are among the tables, by their names and not by the folder they are in.
    """
    digest = hashlib.sha256()
    for package in (*_ENGINES, _PROCESSES):
        for path, file in sorted(_walk(files(package), package)):
            data = file.read_bytes()
            digest.update(f"{path}\n{len(data)}\n".encode())
            digest.update(data)
    for table in list_tables():
        data = table.read_bytes()
        digest.update(f"{table.parent.name}/{table.name}\n{len(data)}\n".encode())
        digest.update(data)
    return digest.hexdigest()[:16]


def _walk(folder: Traversable, name: str) -> list[tuple[str, Traversable]]:
    found: list[tuple[str, Traversable]] = []
    for entry in folder.iterdir():
        path = f"{name}/{entry.name}"
        if entry.is_dir():
            found += _walk(entry, path)
        elif entry.name.endswith(_KNOWLEDGE) or (name == _PROCESSES and entry.name.endswith(".toml")):
            found.append((path, entry))
    return found


PACK: Final = LanguagePack(
    "ar",
    (PRESS, dates.STAGE, NAMES, CLITICS, STATEMENTS, CONTACTS, MEASURES, INCIDENTS, CONDUCT, PLEDGES),
    _digest(),
    find_clues,
    SEARCH,
)
