"""Make ``arabic/people/name_words.tsv``: the words that stand in person names, from NewsFANE and WikiFANE.

Run ``python -m training.name_words`` with the data found by ``HUDNA_DATA``. Source: Alotaibi and Lee 2014,
CC BY-SA 3.0; the table carries that licence.
"""

import gzip
import os
from collections import Counter
from pathlib import Path

from hudna.text.folding import fold

DATA = Path(os.environ.get("HUDNA_DATA", "../shared/data"))
TABLE = Path("src/hudna/arabic/people/name_words.tsv")
PERSON = frozenset(
    "Politician Athlete Artist Other_PER Religious_PER Scientist Businessperson Lawyer Engineer Police Group".split()
) - {"Group", "Police"}
MIN_COUNT = 2
MIN_SHARE = 0.6


def main() -> None:
    """Count every word inside and outside person names and write those that are mostly names."""
    first: Counter[str] = Counter()
    later: Counter[str] = Counter()
    other: Counter[str] = Counter()
    for name in ("newsfane-gold-2014-part.conll.gz", "wikifane-gold-2014.conll.gz"):
        with gzip.open(DATA / "ner" / name, "rt", encoding="utf-8") as lines:
            for line in lines:
                word, _, tag = line.strip().rpartition("\t" if "\t" in line else " ")
                folded = fold(word).text
                if tag[2:] not in PERSON:
                    other[folded] += 1
                elif tag.startswith("B-"):
                    first[folded] += 1
                else:
                    later[folded] += 1
    rows = []
    for word in first.keys() | later.keys():
        inside = first[word] + later[word]
        share = inside / (inside + other[word])
        if inside >= MIN_COUNT and share >= MIN_SHARE and len(word) > 1 and word.isalpha() and not word.isascii():
            role = "given" if first[word] >= later[word] else "family"
            rows.append((word, role, inside))
    rows.sort()
    with TABLE.open("w", encoding="utf-8") as table:
        table.write("# Words of person names, folded; made by training/name_words.py from NewsFANE and WikiFANE\n")
        table.write("# (Alotaibi and Lee 2014), CC BY-SA 3.0; this table is under the same licence.\n")
        table.write("id\tform\tclass\tcount\tsource\n")
        for word, role, inside in rows:
            table.write(f"{word}\t{word}\t{role}\t{inside}\tfane-2014\n")


if __name__ == "__main__":
    main()
