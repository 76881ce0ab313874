"""Which of several places of one name is meant: the one in a country the article speaks of, else the largest."""

from collections import Counter
from collections.abc import Iterable, Sequence

from hudna.lexicon import Entry
from hudna.model import Match


def settle_namesakes(names: Sequence[Match[Entry]], words: Iterable[Match[Entry]]) -> list[Match[Entry]]:
    """Return the matches with one place for each stretch of words; ``words`` are the nationalities found beside them."""
    places: dict[tuple[int, int], list[Match[Entry]]] = {}
    for match in names:
        if match.kind == "place":
            places.setdefault((match.first, match.end), []).append(match)
    doubtful = [same for same in places.values() if len(same) > 1]
    if not doubtful:
        return list(names)
    countries = Counter(match.value.id for match in names if match.kind == "state")
    countries.update(same[0].value["country"] for same in places.values() if len(same) == 1)
    countries.update(match.value["country"] for match in words if match.kind == "nationality")
    dropped: set[int] = set()
    for same in doubtful:
        meant = max(same, key=lambda match: (countries[match.value["country"]], _population(match), match.value.id))
        dropped.update(id(match) for match in same if match is not meant)
    return [match for match in names if id(match) not in dropped]


def _population(match: Match[Entry]) -> int:
    return int(match.value["population"] or 0)
