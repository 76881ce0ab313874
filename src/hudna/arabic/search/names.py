"""The marks by which a name is found however it is spelled: ids of the tables, consonants, sounds in Latin letters."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from hudna.arabic.clitics import evidence
from hudna.arabic.names.lookup import look_up
from hudna.arabic.people.latin import is_latin, sounds_of
from hudna.arabic.people.spelling import skeleton, words_of
from hudna.lexicon import read_rows
from hudna.text import fold_word

_CONSONANTS: Final = "~"
_SOUNDS: Final = "="
_LONGEST: Final = 4  # words of a name that is looked up
_LEAST: Final = 0.7
_LEAST_OF_SEVERAL: Final = 0.9
_BELOW_BEST: Final = 0.26
_COMMON: Final = 20  # a word written so often is looked for as a word, whatever name is spelled alike


@lru_cache(100_000)
def marks_of_name(label: str) -> tuple[str, ...]:
    """Return the marks of a name beside its id: each word's consonants and sounds."""
    words = words_of(label)
    return tuple(
        dict.fromkeys([_CONSONANTS + skeleton(word) for word in words] + [_SOUNDS + sounds_of(word) for word in words])
    )


def find_names(words: Sequence[str]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield the runs of words that may be a name, as first and last place (exclusive), with the marks of its bearers.

    The longest runs that the tables know come first; every other word that is not common may be part of a name.
    """
    place = 0
    while place < len(words):
        for end in range(min(len(words), place + _LONGEST), place, -1):
            run = words[place:end]
            marks, is_sure = _known(" ".join(run))
            if end == place + 1 and not is_sure:
                marks += _unknown(run[0])
            if marks:
                yield place, end, marks
                place = end
                break
        else:
            place += 1


@lru_cache(1_000)
def _known(run: str) -> tuple[tuple[str, ...], bool]:
    """Return the ids of those who go by a name, and whether somebody goes by just this."""
    latin = _latin().get(run.casefold())
    if latin is not None:
        return (latin,), True
    found = look_up(run)
    best = max((each.match.score for each in found), default=0.0)
    least = max(_LEAST if " " not in run else _LEAST_OF_SEVERAL, best - _BELOW_BEST)
    return tuple(each.entity for each in found if each.match.score >= least), best == 1.0


def _unknown(word: str) -> tuple[str, ...]:
    if is_latin(word):
        sounds = sounds_of(word)
        return (_SOUNDS + sounds,) if len(sounds) > 1 else ()
    folded = fold_word(word)
    if not folded.isalpha() or evidence.as_noun(folded) >= _COMMON:
        return ()
    return tuple(_CONSONANTS + skeleton(each) for each in words_of(word))


@cache
def _latin() -> dict[str, str]:
    """Return the states and bodies that the news in Latin letters calls otherwise than Arabic spelling sounds."""
    rows = read_rows(files(__package__).joinpath("latin.tsv"), ("id", "form", "source"))
    return {row["form"].casefold(): row["id"] for _, row in rows}
