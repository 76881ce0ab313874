"""Make ``arabic/search/lemmas.tsv`` and ``keys.tsv``: what the stems and the words of Arabic news are found under.

Run ``python -m training.lemmas``. Lemmas from simplemma (its Arabic data: Wiktionary and UniMorph, see there), folded;
words and counts from ``arabic/clitics/words.tsv``.
"""

from collections import defaultdict
from pathlib import Path

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from hudna.arabic.clitics import evidence
from hudna.arabic.clitics.protected import name_words
from hudna.arabic.clitics.split import split_word
from hudna.arabic.clitics.words import word_counts
from hudna.arabic.search.keys import MIN_BASE, MIN_LETTERS, base_of, uncached_key
from hudna.model import PartKind
from hudna.text import fold, fold_word
from hudna.text.letters import HEH, TEH_MARBUTA

ROOM = Path("src/hudna/arabic/search")
ARTICLE = "ال"


def main() -> None:
    """Write the lemma of every stem that has another than itself, then the key of every word that is not its own."""
    lemmas = _folded_lemmas()
    stems = {_stem(word) for word in word_counts()}
    found = {stem: lemma for stem in stems if (lemma := _lemma(stem, lemmas)) != stem}
    _write("lemmas.tsv", "lemma", {stem: _last(stem, found) for stem in found})
    keys = {word: uncached_key(word) for word in word_counts()}
    closed = {word: uncached_key(word, closed=True) for word in word_counts() if word.endswith(HEH)}
    keys |= {word[:-1] + TEH_MARBUTA: key for word, key in closed.items()}
    _write("keys.tsv", "key", {word: key for word, key in keys.items() if key != fold_word(word)})


def _write(name: str, column: str, rows: dict[str, str]) -> None:
    with (ROOM / name).open("w", encoding="utf-8") as table:
        table.write("# Folded words of Arabic news with the word they are found under; made by training/lemmas.py\n")
        table.write("# from the Arabic lemmas of simplemma (MIT) and the words of clitics/words.tsv.\n")
        table.write(f"form\t{column}\n")
        for form, key in sorted(rows.items()):
            table.write(f"{form}\t{key}\n")


def _stem(word: str) -> str:
    parts = split_word(word, name_words())
    return next((part.folded for part in parts if part.kind is PartKind.STEM), word)


def _folded_lemmas() -> dict[str, set[str]]:
    pairs = DefaultDictionaryFactory().get_dictionary("ar").items()
    lines = fold("\n".join(f"{form}\t{lemma}" for form, lemma in pairs)).text.split("\n")
    found: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        form, _, lemma = line.partition("\t")
        if form.isalpha() and lemma.isalpha():
            found[form].add(lemma)
    return found


def _lemma(stem: str, lemmas: dict[str, set[str]]) -> str:
    """Return the lemma of a folded stem: of a noun that of the noun, else the one that is written most."""
    if len(stem) < MIN_LETTERS or stem in name_words():
        return stem
    as_noun = lemmas.get(ARTICLE + stem, set()) if evidence.behind_article(stem) >= MIN_BASE else set()
    found = as_noun or lemmas.get(stem, set())
    others = {
        each
        for each in found
        if each != stem and len(each) >= MIN_LETTERS and evidence.as_noun(each) and not each.startswith(ARTICLE)
    }
    if others and (as_noun or stem not in found):
        return min(others, key=lambda each: (-evidence.as_noun(each), each))
    if not found or found == {stem}:
        return base_of(stem)
    return stem


def _last(stem: str, found: dict[str, str]) -> str:
    """Return the end of the chain of lemmas from a stem; of a ring, the last before it closes."""
    passed = [stem]
    while (lemma := found.get(passed[-1])) is not None and lemma not in passed:
        passed.append(lemma)
    return passed[-1]


if __name__ == "__main__":
    main()
