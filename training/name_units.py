"""Make ``arabic/people/name_units.tsv``: words of people's names, from the index of ``arabic-name-romanizer``.

Run ``python -m training.name_units FILE``, FILE being ``resources/names.sqlite3`` of that package (0.2.0). Only rows
that come from Wikidata (CC0 1.0) are taken: each folded word with its role, ``g`` for given, ``s`` for surname, ``b``
for both, and a number for how often it is there: once, up to three times, up to nineteen times, more often.
"""

import sqlite3
import sys
from collections import Counter
from pathlib import Path

from hudna.text.folding import fold

TABLE = Path("src/hudna/arabic/people/name_units.tsv")
BOUNDS = (2, 4, 20)


def main(index: str) -> None:
    """Count the roles of every word and write them."""
    given: Counter[str] = Counter()
    surname: Counter[str] = Counter()
    query = "select arabic_key, role, sum(count) from units where source = 'wikidata' group by arabic_key, role"
    for key, role, count in sqlite3.connect(index).execute(query):
        (given if role == "given" else surname)[fold(key).text] += count
    rows = []
    for word in given.keys() | surname.keys():
        one, other = given[word], surname[word]
        role = "g" if one > 2 * other else "s" if other > 2 * one else "b"
        if word.isalpha() and not word.isascii() and len(word) > 1:
            rows.append(f"{word}\t{role}{sum(one + other >= bound for bound in BOUNDS)}\n")
    with TABLE.open("w", encoding="utf-8") as table:
        table.write(
            "# Folded words of people's names: given, surname or both, and how often; made by training/name_units.py\n"
        )
        table.write("# from the name index of arabic-name-romanizer 0.2.0, its part from Wikidata (CC0 1.0).\n")
        table.write("form\tclass\n")
        table.writelines(sorted(rows))


if __name__ == "__main__":
    main(sys.argv[1])
