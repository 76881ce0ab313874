"""``python -m eval stories``: whether articles that tell one happening end in one story, and nothing else with them.

The gold is ``gold/stories.json``: windows of days of the news file, all articles of which were put into stories by hand.
The program sees the articles of one window and nothing else. ``pairs``: of the pairs of articles in one story, how many
are one in the gold, and the other way round. ``bcubed``: for each article, how many of its story's articles are in its
gold story (precision) and the other way round (recall), in the mean over the articles.
"""

import gzip
import json
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any, Final

from eval.gold import GoldError, digest_of_text
from hudna import desk
from hudna.model import Reading
from hudna.model.wire import from_line
from hudna.record import find_stories

GOLD: Final = Path(__file__).parent / "gold" / "stories.json"

Groups = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Window:
    """The articles of some days (digest of the text by id) and the stories they are in."""

    name: str
    articles: Mapping[str, str]
    stories: Groups


def load_windows(names: Sequence[str] = ()) -> tuple[str, list[Window]]:
    """Return the file of the articles under the data folder, and the windows of these names, all without names.

    Raises:
        GoldError: there is no window of a name.
    """
    gold = json.loads(GOLD.read_text(encoding="utf-8"))
    windows = {name: Window(name, each["articles"], each["stories"]) for name, each in gold["windows"].items()}
    unknown = [name for name in names if name not in windows]
    if unknown:
        raise GoldError(f"no window {', '.join(unknown)}; there are {', '.join(windows)}")
    return gold["source"], [windows[name] for name in names or windows]


def read_window(window: Window, source: Path, readings: Path | None = None) -> list[Reading]:
    """Return the readings of a window's articles: made now, or from lines of ``hudna read --format jsonl``.

    Raises:
        GoldError: a file or an article is not there, or an article's text is another.
    """
    if readings is not None:
        found = [from_line(line) for line in _lines(readings)]
    else:
        lines = [line for line in _lines(source) if json.loads(line)["id"] in window.articles]
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"{window.name}.jsonl"
            path.write_text("".join(lines), encoding="utf-8")
            found = [each for each in desk.read([path]) if isinstance(each, Reading)]
    by_id = {
        each.article.id: each
        for each in found
        if window.articles.get(each.article.id) == digest_of_text(each.article.text)
    }
    missing = window.articles.keys() - by_id.keys()
    if missing:
        raise GoldError(f"window {window.name}: {len(missing)} articles are missing, {min(missing)} first")
    return [by_id[key] for key in window.articles]


def score(gold: Groups, predicted: Groups) -> dict[str, Any]:
    """Return precision, recall and F1 of pairs and of B-cubed; both group the same articles."""
    ours, theirs = _home(gold), _home(predicted)
    right = len(_pairs(gold) & _pairs(predicted))
    shared = {key: len(ours[key] & theirs[key]) for key in ours}
    precision = sum(shared[key] / len(theirs[key]) for key in ours) / max(1, len(ours))
    recall = sum(shared[key] / len(ours[key]) for key in ours) / max(1, len(ours))
    return {
        "pairs": _figures(right / max(1, len(_pairs(predicted))), right / max(1, len(_pairs(gold)))),
        "bcubed": _figures(precision, recall),
        "articles": len(ours),
        "stories": len(gold),
        "predicted": len(predicted),
    }


def score_window(window: Window, source: Path, readings: Path | None = None) -> dict[str, Any]:
    """Return the figures of one window."""
    stories = find_stories(read_window(window, source, readings))
    return score(window.stories, [story.articles for story in stories])


def _lines(path: Path) -> Iterable[str]:
    try:
        data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    except OSError as error:
        raise GoldError(f"{path}: {error}") from error
    return [f"{line}\n" for line in data.decode("utf-8").split("\n") if line]


def _home(groups: Groups) -> dict[str, frozenset[str]]:
    return {key: frozenset(group) for group in groups for key in group}


def _pairs(groups: Groups) -> set[tuple[str, str]]:
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def _figures(precision: float, recall: float) -> dict[str, float]:
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"p": round(precision, 4), "r": round(recall, 4), "f1": round(f1, 4)}
