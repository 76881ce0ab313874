"""`python -m bench`: articles a second, start-up, memory, stages, scaling."""

import argparse
import json
import platform
import sys
from typing import Any

from bench.articles import find_corpus, load_articles
from bench.measure import use_one_core
from bench.tasks import SIZES, program, scaling, stages, throughput


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--articles", type=int, default=1000, help="articles of the rounds in process (default 1000)")
    parser.add_argument("--largest", type=int, default=SIZES[-1], help="largest text of the scaling table, in bytes")
    beside = "the Python of another environment with hudna, measured as a program in turns with this one"
    parser.add_argument("--beside", metavar="PYTHON", help=beside)
    given = parser.parse_args()
    corpus = find_corpus()
    if corpus.note:
        print(f"bench: {corpus.note}", file=sys.stderr)
    pinned = use_one_core()
    articles = load_articles(corpus, given.articles)
    results: dict[str, Any] = {"corpus": corpus.path.name, "python": platform.python_version(), "one_core": pinned}
    results["throughput"] = throughput(articles)
    results["stages"] = stages(articles)
    pythons = [sys.executable, given.beside] if given.beside else [sys.executable]
    results["program"] = program(corpus, articles, pythons)
    results["scaling"] = scaling(given.largest)
    if given.json:
        print(json.dumps(results, ensure_ascii=False))
    else:
        _print(results)
    return 0


def _print(results: dict[str, Any]) -> None:
    print(f"{results['corpus']}, Python {results['python']}, {'one core' if results['one_core'] else 'not pinned'}")
    _print_values("throughput", results["throughput"])
    for row in results["program"]:
        _print_values(f"program, {row['python']}", {key: value for key, value in row.items() if key != "python"})
    print(f"\n{'slowest stages':<30}{'ms an article':>14}{'share':>8}")
    for row in results["stages"]:
        print(f"  {row['stage']:<28}{row['ms_an_article']:>14}{row['share']:>8.1%}")
    print(f"\n{'text, bytes':>14}{'seconds':>12}{'ms per kB':>12}")
    for row in results["scaling"]:
        told = ("not run", "") if row["seconds"] is None else (row["seconds"], row["ms_per_kB"])
        print(f"{row['bytes']:>14,}{told[0]:>12}{told[1]:>12}")


def _print_values(title: str, values: dict[str, Any]) -> None:
    print(f"\n{title}")
    for key, value in values.items():
        print(f"  {key.replace('_', ' '):<28}{value:>12}")


if __name__ == "__main__":
    sys.exit(main())
