"""Growth drawn as SVG: `python -m bench.plot < growth.jsonl > docs/pictures/growth.svg`.

The rows are those that `bench.growth` prints: milliseconds an article to add and to merge, by the number of articles.
"""

import json
import math
import sys
from collections.abc import Iterable, Sequence
from typing import Any

WIDTH, HEIGHT, LEFT, BOTTOM, TOP = 640, 320, 60, 40, 30
COLOURS = {"add": "#31688e", "merge": "#b5542d"}
STEPS = (1, 2, 5)


def drawn(rows: Sequence[dict[str, Any]]) -> str:
    """Return the picture: a line for adding and one for merging; a level line is linear growth."""
    series = {
        name: [(row["articles"], 1000 * row[f"{name}_cpu_seconds"] / row["articles"]) for row in rows]
        for name in COLOURS
    }
    most = max(each for points in series.values() for _, each in points) * 1.2
    counts = [row["articles"] for row in rows]
    first, last = math.log10(min(counts)), math.log10(max(counts))

    def place(count: float, value: float) -> tuple[float, float]:
        share = (math.log10(count) - first) / ((last - first) or 1)
        return LEFT + share * (WIDTH - LEFT - 90), HEIGHT - BOTTOM - value / most * (HEIGHT - BOTTOM - TOP)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        f'<text x="{LEFT}" y="18">processor milliseconds an article, by the number of articles</text>',
    ]
    for value in _ticks(most):
        x, y = place(min(counts), value)
        parts.append(f'<line x1="{LEFT}" x2="{WIDTH - 90}" y1="{y:.1f}" y2="{y:.1f}" stroke="#ddd"/>')
        parts.append(f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{value:g}</text>')
    for count in counts:
        x, _ = place(count, 0)
        parts.append(f'<text x="{x:.1f}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{count:,}</text>')
    for name, points in series.items():
        at = [place(*point) for point in points]
        line = " ".join(f"{x:.1f},{y:.1f}" for x, y in at)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{COLOURS[name]}" stroke-width="2"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{COLOURS[name]}"/>' for x, y in at]
        parts.append(f'<text x="{at[-1][0] + 10:.1f}" y="{at[-1][1] + 4:.1f}" fill="{COLOURS[name]}">{name}</text>')
    return "\n".join([*parts, "</svg>"])


def _ticks(most: float) -> Iterable[float]:
    """Return the values marked on the axis."""
    power = 10 ** math.floor(math.log10(most / 4))
    step = next((each * power for each in STEPS if each * power >= most / 5), 10 * power)
    return [number * step for number in range(int(most / step) + 1)]


def main() -> int:
    """Read rows and print the picture."""
    rows = [json.loads(line) for line in sys.stdin]
    print(drawn([row for row in rows if "merge_cpu_seconds" in row]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
