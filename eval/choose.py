"""Choose the articles to annotate: ``python -m eval.choose`` prints their ids, the same for the same data.

20 of all articles and 40 of those with truce or talks words, then 40 more of those, spread evenly over the outlets;
every second one of each group is only scored, never looked at. 60 more are annotated for acts alone (``acts2018``):
every third one of those is only scored; of the 30 that came later all are. 80 more are there to learn from
(``learn2018``): none of them is scored.
"""

import gzip
import json
import os
import random
import re
from pathlib import Path
from typing import Final

DATA = Path(os.environ.get("HUDNA_DATA", "../shared/data"))
SEED: Final = 20180222
ACTS: Final = "acts"
MORE_ACTS: Final = "acts, later"
LEARNT_FROM: Final = "learn"
GROUPS: Final = (("any", 20), ("truce", 40), ("truce, later", 40), (ACTS, 60), (MORE_ACTS, 30), (LEARNT_FROM, 80))
ONE_SCORED_OF: Final = {ACTS: 3, MORE_ACTS: 1, LEARNT_FROM: 80}
TRUCE: Final = re.compile("هدنة|وقف إطلاق|وقف اطلاق|مفاوضات|محادثات|المبعوث|خفض التصعيد|اتفاق سلام|عملية السلام")
MIN_CHARS: Final = 300
MAX_CHARS: Final = 5000


def choose() -> list[tuple[str, str, str]]:
    """Return ``(id, group, part)`` of the chosen articles; part is ``seen`` or ``scored``."""
    with gzip.open(DATA / "news" / "ant-2018-02-to-04.jsonl.gz", "rt", encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    articles = [article for article in articles if MIN_CHARS <= len(article["text"]) <= MAX_CHARS]
    chance = random.Random(SEED)
    chosen: list[tuple[str, str, str]] = []
    taken: set[str] = set()
    for group, size in GROUPS:
        outlets: dict[str, list[str]] = {}
        for article in articles:
            text = f"{article['title']} {article['text']}"
            if article["id"] not in taken and (group == GROUPS[0][0] or TRUCE.search(text)):
                outlets.setdefault(article["source"], []).append(article["id"])
        for outlet in sorted(outlets):
            picked = chance.sample(sorted(outlets[outlet]), size // len(outlets))
            taken.update(picked)
            every = ONE_SCORED_OF.get(group, 2)
            chosen += [
                (id_, group, "scored" if place % every == every - 1 else "seen") for place, id_ in enumerate(picked)
            ]
    return chosen


if __name__ == "__main__":
    for row in choose():
        print("\t".join(row))
