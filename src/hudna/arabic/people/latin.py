"""Names in Latin letters: an Arabic name transliterated, and the sounds by which a Latin spelling finds an Arabic one."""

import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from hudna.lexicon import read_rows
from hudna.text import fold_word
from hudna.text.letters import TEH_MARBUTA

_ARTICLE: Final = "ال"
_GLIDES: Final = {"و": "w", "ي": "y"}
_LONGEST: Final = 3  # letters that one sound is written with


def transliterate(name: str) -> str:
    """Return a name in plain Latin letters, each word with a capital, without the vowels that Arabic leaves out."""
    return " ".join(_word(word) for word in name.replace("_", " ").split())


def sounds_of(word: str) -> str:
    """Return the classes of a word's consonants, in Latin or Arabic letters: what two spellings of it share."""
    table = _table()
    plain = fold_word(
        "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))
    )
    plain = plain.removeprefix(_ARTICLE) if len(plain) > len(_ARTICLE) + 2 else plain
    found, place = "", 0
    while place < len(plain):
        size = next((n for n in range(_LONGEST, 0, -1) if plain[place : place + n] in table), 1)
        sound = table.get(plain[place : place + size], ("", ""))[1]
        found += "" if found.endswith(sound or "-") else sound
        place += size
    return found


def is_latin(text: str) -> bool:
    """Return whether a query is written in Latin letters only, as far as it has letters."""
    letters = [char for char in text if char.isalpha()]
    return bool(letters) and all(unicodedata.name(char, "").startswith("LATIN") for char in letters)


def _word(word: str) -> str:
    table = _table()
    head, folded = "", fold_word(word)
    if folded.startswith(_ARTICLE) and len(folded) > len(_ARTICLE) + 1:
        head, folded = "al-", folded[len(_ARTICLE) :]
    letters = ""
    for place, letter in enumerate(folded):
        glides = letter in _GLIDES and (place == 0 or folded[place - 1] in "اوي")
        letters += _GLIDES[letter] if glides else table.get(letter, (letter, ""))[0]
    if word.endswith(TEH_MARBUTA):
        letters = letters[:-1] + "a"
    return head + letters[:1].upper() + letters[1:]


@cache
def _table() -> Mapping[str, tuple[str, str]]:
    rows = read_rows(files("hudna.arabic").joinpath("people", "latin.tsv"), ("form", "latin", "sound"))
    return {row["form"]: (row["latin"], row["sound"]) for _, row in rows}
