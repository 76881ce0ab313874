"""Whether two Arabic spellings may be of one person's name, with the reasons.

Foreign names have no fixed Arabic spelling: vowels are written or not, g is one of four letters, compounds are joined
or split. Arabic names have one, and a vowel letter makes another name of them. The table ``spelling.tsv`` holds what is
known of both; here it is put to work: words are compared by weighted edits, names by the best pairing of their words.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import combinations, permutations
from typing import Final

from rapidfuzz.distance import Levenshtein

from hudna.lexicon import load_entries
from hudna.model import Feature, NameMatch
from hudna.text import fold_word
from hudna.text.letters import ALEF, LAM

# The costs of an edit, where a consonant changed for another costs 1; tuned on the spellings of one person in
# people.tsv against those of different people, then left alone.
_INTERCHANGEABLE: Final = 0.12
_NEAR: Final = 0.3
_VOWEL: Final = 0.12  # written or left out
_OTHER_VOWEL: Final = 0.25
_SILENT: Final = 0.05
_SHORT: Final = 1.5  # times the cost in a word of two consonants, where little is left to know it by
SAME_WORD: Final = 0.84  # two spellings of one word
LIKE_WORD: Final = 0.7  # perhaps two spellings of one word, never enough by itself
SAME: Final = 0.85  # one person on the name alone
POSSIBLE: Final = 0.5  # one person if something else says so too
MAX_WORDS: Final = 5
_ONE_ODD_WORD: Final = 0.95
_UNSURE: Final = 0.8  # the most a name gets that needs support
_CLASSES: Final = frozenset(
    {
        *("interchangeable", "near", "vowel", "silent", "digraph"),
        *("particle", "patronymic", "native", "exact", "leading", "key", "eastern"),
    }
)


@dataclass(frozen=True, slots=True)
class _Table:
    changes: Mapping[tuple[str, str], float]
    vowels: frozenset[str]
    silent: frozenset[str]
    particles: frozenset[str]
    patronymics: frozenset[str]
    native: frozenset[str]
    exact: frozenset[str]
    leading: frozenset[str]
    eastern: frozenset[str]
    leaders: Mapping[str, str]
    digraphs: tuple[tuple[str, str], ...]


def compare(left: str, right: str) -> NameMatch:
    """Return how alike two names of people are: from ``SAME`` up one by themselves, from ``POSSIBLE`` up with support.

    The order of the arguments changes nothing but the sides of the features.
    """
    if (right, left) < (left, right):
        found = _compare(right, left)
        return NameMatch(found.score, tuple(Feature(f.code, f.right, f.left, f.score) for f in found.features))
    return _compare(left, right)


def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a name as they are compared: folded, particles joined on, patronymic links left out."""
    table = _table()
    found: list[str] = []
    before = ""
    for word in fold_word(name.replace(".", " ").replace("-", " ")).split(" "):
        if word in table.particles:
            before += word
        elif before or (word and word not in table.patronymics):
            found.append(_without_article(before + word))
            before = ""
    return (*found, before) if before else tuple(found)


@lru_cache(maxsize=200_000)
def skeleton(word: str) -> str:
    """Return a word's consonants, each as the first letter of its class: a key that spellings of one word share."""
    table = _table()
    kept = ""
    for two, one in table.digraphs:
        word = word.replace(two, one)
    for letter in word:
        if letter in table.vowels or letter in table.silent:
            continue
        leader = table.leaders.get(letter, letter)
        if not kept.endswith(leader):
            kept += leader
    return kept or word


@lru_cache(maxsize=200_000)
def word_score(left: str, right: str) -> float:
    """Return how alike two folded words are, 1 for the same."""
    if left == right:
        return 1.0
    table = _table()
    if left in table.exact and right in table.exact:
        return 0.0
    for two, one in table.digraphs:
        left, right = left.replace(two, one), right.replace(two, one)
    strict = any(word in table.exact or not table.native.isdisjoint(word) for word in (left, right))
    size = max(len(skeleton(left)), len(skeleton(right)), 2)
    # Whatever the costs, a difference in the number of consonants is at least that many whole edits.
    if abs(len(skeleton(left)) - len(skeleton(right))) > 0.3 * size + 1:
        return 0.0
    if Levenshtein.normalized_similarity(left, right) < 0.25:
        return 0.0
    cost = _cost(left, right, table, strict=strict)
    return max(0.0, 1 - (cost * _SHORT if size <= 2 else cost) / size)


@lru_cache(maxsize=100_000)
def _compare(left: str, right: str) -> NameMatch:
    ours, theirs = words_of(left)[:MAX_WORDS], words_of(right)[:MAX_WORDS]
    if not ours or not theirs:
        return NameMatch(0.0, ())
    links = [not _table().patronymics.isdisjoint(fold_word(name).split(" ")) for name in (left, right)]
    in_order = any(links)
    best = _paired(ours, theirs, in_order=in_order)
    if best.score < 1:
        for one, other in _joined(ours, theirs):
            found = _paired(one, other, in_order=in_order)
            if found.score > best.score:
                best = found
    if in_order and len(ours) != len(theirs) and not links[len(theirs) > len(ours)]:
        return NameMatch(min(best.score, _UNSURE), best.features)  # a son's name cut short still says whose son
    return best


def _joined(ours: tuple[str, ...], theirs: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Yield the names with two neighbouring words of one of them joined, as compounds often are.

    A word without a consonant would be lost in the other: Kim Yo Jong is not Kim Jong.
    """
    for place in range(len(ours) - 1):
        if _has_consonant(ours[place]) and _has_consonant(ours[place + 1]):
            yield (*ours[:place], ours[place] + ours[place + 1], *ours[place + 2 :]), theirs
    for place in range(len(theirs) - 1):
        if _has_consonant(theirs[place]) and _has_consonant(theirs[place + 1]):
            yield ours, (*theirs[:place], theirs[place] + theirs[place + 1], *theirs[place + 2 :])


def _has_consonant(word: str) -> bool:
    table = _table()
    return any(letter not in table.vowels and letter not in table.silent for letter in word)


def _paired(ours: tuple[str, ...], theirs: tuple[str, ...], *, in_order: bool) -> NameMatch:
    """Return the score of the best pairing of words; in order where a name says whose son it is."""
    if len(ours) > len(theirs):
        found = _paired(theirs, ours, in_order=in_order)
        return NameMatch(found.score, tuple(Feature(f.code, f.right, f.left, f.score) for f in found.features))
    scores = [[_word_or_initial(one, other) for other in theirs] for one in ours]
    orders = combinations(range(len(theirs)), len(ours)) if in_order else permutations(range(len(theirs)), len(ours))
    places = max(orders, key=lambda order: sum(scores[place][other].score for place, other in enumerate(order)))
    features = [scores[place][other] for place, other in enumerate(places)]
    missing = [Feature("missing", "", theirs[place], 0.0) for place in range(len(theirs)) if place not in places]
    score = min(_words_score(features), _completeness(theirs, places, in_order=in_order))
    return NameMatch(round(score, 3), (*features, *missing))


def _word_or_initial(one: str, other: str) -> Feature:
    if one != other and min(len(one), len(other)) == 1 and one[:1] == other[:1]:
        return Feature("initial", one, other, 0.8)
    score = word_score(min(one, other), max(one, other))
    if score == 1:
        return Feature("same", one, other, score)
    return Feature("spelling" if score >= SAME_WORD else "like" if score >= LIKE_WORD else "other", one, other, score)


def _words_score(features: list[Feature]) -> float:
    """Return what the paired words are worth: every word of the shorter name must be found in the longer."""
    mean = sum(feature.score for feature in features) / len(features)
    codes = {feature.code for feature in features}
    if "other" in codes or (codes == {"like"} and len(features) == 1):
        return 0.4 * mean
    doubtful = [feature for feature in features if feature.code in {"initial", "like"}]
    if not doubtful:
        return mean
    # With two words more to go by, one may be spelled as no table foresees.
    return (_ONE_ODD_WORD if len(doubtful) == 1 and len(features) > 2 else _UNSURE) * mean


def _completeness(theirs: tuple[str, ...], places: tuple[int, ...], *, in_order: bool) -> float:
    """Return the most a name may score by the words of the longer name that the shorter one leaves out."""
    if len(places) == len(theirs):
        return 1.0
    last = len(theirs) - 1
    if len(places) == 1:
        return 0.75 if places[0] == last else 0.4
    if in_order:
        return 0.95 if places == tuple(range(len(places))) and len(places) > 1 else _UNSURE
    if last not in places:
        return 0.75
    if theirs[0] in _table().eastern:  # the family's name, and two that are one: Kim Yo Jong is not Kim Jong
        return _UNSURE
    if theirs[last] in _given_names():  # a father's name, which many have
        return _UNSURE
    left_out = [theirs[place] for place in range(last) if place not in places and place < min(places)]
    return 0.95 if all(word in _table().leading for word in left_out) else _UNSURE


def _cost(left: str, right: str, table: _Table, *, strict: bool) -> float:
    """Return the least sum of edits between two words; ``strict`` where a vowel letter makes another name."""
    row = [0.0]
    for place, letter in enumerate(right):
        row.append(row[-1] + _drop(right, place, letter, table, strict=strict))
    for place, letter in enumerate(left):
        drop = _drop(left, place, letter, table, strict=strict)
        previous, row = row, [row[0] + drop]
        for other, theirs in enumerate(right):
            change = 0.0 if letter == theirs else _change(letter, theirs, table, strict=strict)
            insert = _drop(right, other, theirs, table, strict=strict)
            row.append(min(previous[other] + change, previous[other + 1] + drop, row[-1] + insert))
    return row[-1]


def _drop(word: str, place: int, letter: str, table: _Table, *, strict: bool) -> float:
    if letter in table.silent or (place and word[place - 1] == letter):
        return _SILENT
    return _VOWEL if letter in table.vowels and not strict else 1.0


def _change(letter: str, other: str, table: _Table, *, strict: bool) -> float:
    cost = table.changes.get((letter, other), 1.0)
    return 1.0 if strict and letter in table.vowels else cost


def _without_article(word: str) -> str:
    return word[2:] if word.startswith(ALEF + LAM) and len(word) > 4 else word


def eastern_family_names() -> frozenset[str]:
    """Return the folded family names that stand before two words that are one name."""
    return _table().eastern


@cache
def _given_names() -> frozenset[str]:
    """Return the folded words that are forenames; names that end in one say whose son somebody is, not his family."""
    rows = load_entries(files("hudna.arabic").joinpath("people", "name_words.tsv"), "name", classes={"given", "family"})
    return frozenset(_without_article(fold_word(row.form)) for row in rows if row["class"] == "given")


@cache
def _table() -> _Table:
    rows = load_entries(files("hudna.arabic").joinpath("people", "spelling.tsv"), "spelling", classes=_CLASSES)
    forms: dict[str, list[str]] = {name: [] for name in _CLASSES}
    for row in rows:
        forms[row["class"]].append(fold_word(row.form))
    changes: dict[tuple[str, str], float] = {}
    leaders: dict[str, str] = {}
    for form in (*forms["interchangeable"], *forms["key"]):
        known = [leaders.get(letter, letter) for letter in form.split(" ")]
        leaders.update(
            {letter: known[0] for letter in {*leaders, *form.split(" ")} if leaders.get(letter, letter) in known}
        )
    for name, cost in (("near", _NEAR), ("vowel", _OTHER_VOWEL), ("interchangeable", _INTERCHANGEABLE)):
        for form in forms[name]:
            letters = form.split(" ")
            changes.update({(one, other): cost for one in letters for other in letters if one != other})
    return _Table(
        changes=changes,
        vowels=frozenset(forms["vowel"][0].split(" ")),
        silent=frozenset(forms["silent"]),
        particles=frozenset(forms["particle"]),
        patronymics=frozenset(forms["patronymic"]),
        native=frozenset(forms["native"]),
        exact=frozenset(forms["exact"]),
        leading=frozenset(forms["leading"]),
        eastern=frozenset(forms["eastern"]),
        leaders=leaders,
        digraphs=tuple((two, one) for two, one in (form.split(" ") for form in forms["digraph"])),
    )
