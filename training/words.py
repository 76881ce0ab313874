"""Make ``arabic/clitics/words.tsv``: folded words of Arabic news with their counts, from the ANT corpus.

Run ``python -m training.words`` with the data found by ``HUDNA_DATA``. Source: ANT corpus v2.1 (Chouigui,
Ben Khiroun, Elayeb 2017/2018); only counts are kept.
"""

import gzip
import os
import re
from collections import Counter
from pathlib import Path

from hudna.text.folding import fold

DATA = Path(os.environ.get("HUDNA_DATA", "../shared/data"))
TABLE = Path("src/hudna/arabic/clitics/words.tsv")
MIN_COUNT = 5


def main() -> None:
    """Count the words of the raw file and write those seen at least ``MIN_COUNT`` times."""
    counts: Counter[str] = Counter()
    with gzip.open(DATA / "raw" / "ant-2018-02-to-05-27.txt.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            counts.update(re.findall(r"[\u0621-\u064a]+", fold(line).text))
    with TABLE.open("w", encoding="utf-8") as table:
        table.write("# Folded words of about 3.8 million words of Arabic news, 2018; made by training/words.py\n")
        table.write("# from the ANT corpus v2.1 (Chouigui, Ben Khiroun, Elayeb).\n")
        table.write("form\tcount\n")
        for word in sorted(word for word in counts if counts[word] >= MIN_COUNT):
            table.write(f"{word}\t{counts[word]}\n")


if __name__ == "__main__":
    main()
