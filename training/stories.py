"""Learn ``record/kinship.tsv``: how much each likeness of two articles says that they tell one happening.

``python -m training.stories`` writes the table; ``python -m training.stories measure`` learns from one window at a time,
scores the other, and writes nothing. Both need the data found by ``HUDNA_DATA``; readings made before may be given as
``READINGS=FILE.jsonl``. The windows ``A`` and ``C`` of ``eval/gold/stories.json`` are learnt from, ``B`` is left alone.
A logistic regression over the pairs that are compared at all, by Newton's method.
"""

import math
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from eval.gold import data_folder
from eval.stories import Window, load_windows, read_window, score
from hudna.record.candidates import candidates, leads_of
from hudna.record.kinship import FEATURES, dot, values
from hudna.record.linkage import link
from hudna.record.profiles import profiles_of
from hudna.record.rarity import Rarity, sampled
from training import logistic
from training.logistic import Row

TABLE = Path("src/hudna/record/kinship.tsv")
HEAD = (
    "What each likeness of two articles says that they tell one happening; made by training/stories.py",
    "from windows A and C of eval/gold/stories.json.",
)
LEARNT_FROM = ("A", "C")
THRESHOLDS = tuple(round(0.4 + 0.1 * step, 1) for step in range(11))


class Sheet:
    """The compared pairs of a window: their values, and whether they are one story."""

    def __init__(self, window: Window) -> None:
        source, _ = load_windows()
        given = os.environ.get("READINGS")
        readings = read_window(window, data_folder(None) / source, Path(given) if given else None)
        profiles = profiles_of(readings)
        rarity = Rarity(sampled(profiles))
        vectors = [rarity.vector(profile) for profile in profiles]
        home = {key: number for number, story in enumerate(window.stories) for key in story}
        self.ids = [profile.articles[0] for profile in profiles]
        self.stories = window.stories
        self.pairs = list(
            candidates([leads_of(profile.day, vector) for profile, vector in zip(profiles, vectors, strict=True)])
        )
        self.rows: list[Row] = []
        self.same: list[bool] = []
        for left, right in self.pairs:
            words = dot(vectors[left], vectors[right])
            self.rows.append(values(profiles[left], profiles[right], words, rarity))
            self.same.append(home[self.ids[left]] == home[self.ids[right]])

    def groups(self, weights: Row, threshold: float) -> list[list[str]]:
        """Return the stories that weights (the last for none) and a threshold make."""
        scores = {
            pair: math.log1p(math.exp(logistic.odds(row, weights)))
            for pair, row in zip(self.pairs, self.rows, strict=True)
        }
        return [[self.ids[number] for number in group] for group in link(len(self.ids), scores, threshold)]


def learn(sheets: Sequence[Sheet]) -> Row:
    """Return a weight for each feature and, last, for none."""
    return logistic.learn(
        [row for sheet in sheets for row in sheet.rows], [each for sheet in sheets for each in sheet.same]
    )


def measure(sheets: dict[str, Sheet]) -> None:
    """Print what each window's weights make of the others, and what the weights of all make of each."""
    for name, sheet in sheets.items():
        for taught, teachers in (
            ("others", [each for key, each in sheets.items() if key != name]),
            ("all", [*sheets.values()]),
        ):
            weights = learn(teachers)
            print(name, "by", taught, *(f"{weight:.2f}" for weight in weights))
            for threshold in THRESHOLDS:
                found = score(sheet.stories, sheet.groups(weights, threshold))
                print(f"  {threshold}  pairs {found['pairs']}  bcubed {found['bcubed']}")


def main() -> None:
    """Learn and write, or measure."""
    _, windows = load_windows(LEARNT_FROM)
    sheets = {window.name: Sheet(window) for window in windows}
    if sys.argv[1:] == ["measure"]:
        measure(sheets)
        return
    logistic.write(TABLE, HEAD, FEATURES, learn(list(sheets.values())), "stories A+C")


if __name__ == "__main__":
    main()
