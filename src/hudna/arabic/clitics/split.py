"""Words cut into what is written together: conjunction, preposition or future mark, article, stem, pronoun.

A clitic is cut off where the rest is a word that may carry it, judged by how often both are written in the news; the
words of ``exceptions.tsv`` are cut as it says, the words of names are not cut, an unknown word loses at most a leading
conjunction. The parts of a word, joined, are the word. A preposition written together with the article has its second
letter for the article's.
"""

from collections.abc import Container, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from hudna.arabic.clitics import evidence
from hudna.arabic.clitics.evidence import ARTICLE, PRONOUNS_BY_END, SHORT_ARTICLE
from hudna.arabic.clitics.exceptions import exceptions
from hudna.model import Part, PartKind

# How many occurrences of a word bear out one of it behind, or before, the clitic. Tuned on the even sentences of the
# Arabic PUD treebank and by reading the most frequent words that clitics may begin or end.
_CONJUNCTION: Final = {"و": 6.0, "ف": 0.15}
_PREPOSITION: Final = {"ب": 0.6, "ل": 0.6, "ك": 0.1}
_UNOPPOSED_PREPOSITION: Final = {"ب": 20.0, "ل": 20.0, "ك": 0.5}  # before a noun, where nothing speaks for a whole word
_PURPOSE: Final = 3.0  # ل before a verb
_FUTURE: Final = 6.0
_ARTICLE: Final = 1000.0
_PRONOUN: Final = {
    "ه": 2.5, "ها": 2.5, "هم": 1.5, "هما": 1.0, "هن": 0.3, "نا": 0.3, "ني": 0.5, "ك": 0.1, "كم": 0.1, "كما": 0.05,
}  # fmt: skip
_PROOF: Final = 3.0  # occurrences that one outweighs in which the first letter can't be a clitic
_SLIP: Final = 0.01  # such occurrences per occurrence of the word, below which they are slips of the pen
_MIN_WEIGHT: Final = 5.0
_NAME_WEIGHT: Final = 40.0
_COMMON: Final = 50  # a word written so often is one of the language, though a name may hold it too
_PARTICLES: Final = frozenset(
    ("ان", "لكن", "من", "عن", "في", "علي", "الي", "لدي", "مع", "بين", "كل")
)  # take any pronoun
_MIN_STEM: Final = 2
_MIN_LONG_STEM: Final = 4
_IMPERFECT: Final = ("ي", "ت", "ن", "ا")
_FUTURE_MARK: Final = "س"
_ARTICLE_LETTER: Final = "ل"
_THIRD_PERSON: Final = ("ه", "ها", "هم", "هما", "هن")
_KINDS: Final = {
    "و": PartKind.CONJUNCTION,
    "ف": PartKind.CONJUNCTION,
    "ب": PartKind.PREPOSITION,
    "ل": PartKind.PREPOSITION,
    "ك": PartKind.PREPOSITION,
    _FUTURE_MARK: PartKind.FUTURE,
    ARTICLE: PartKind.ARTICLE,
}
_PARTS: Final = {clitic: Part(kind, clitic) for clitic, kind in _KINDS.items()}
_STEM: Final = PartKind.STEM
_new: Final = tuple.__new__  # makes a named tuple in half the time that its own way takes
_FRONTS: Final = tuple(_KINDS)
_BEHIND_CONJUNCTION: Final = tuple(front for front in _FRONTS if front not in _CONJUNCTION)

_OF_AN_ARTICLE: Final = 4_000  # words, and more

Parts = tuple[Part, ...]


class _Reading(NamedTuple):
    """Parts, and how many occurrences bear them out."""

    weight: float
    parts: Parts


def split_word(word: str, protected: Container[str] = frozenset(), *, closed: bool = False) -> Parts:
    """Return the parts of a folded word; joined, they are the word.

    ``protected`` are the folded words of names. ``closed`` says that the word is written with a ta marbuta, which folding
    makes a ha and no pronoun follows.
    """
    if not word:
        return ()
    known = exceptions().get(word)
    if known is not None:
        return _excepted(word, known, closed=closed)
    if word in protected:
        return _name(word, protected)
    if not word.startswith(_FRONTS) and (closed or word[-1] not in PRONOUNS_BY_END):
        return _stem(word)
    plain = _without_conjunction(word, protected, closed=closed)
    if word[0] not in _CONJUNCTION or len(word) <= _MIN_STEM:
        return plain.parts
    rest = word[1:]
    conjunction = _PARTS[word[0]]
    proofs = _proofs(word)
    known = exceptions().get(rest)
    if known is not None and not proofs:
        return (conjunction, *_excepted(rest, known, closed=closed))
    behind = _without_conjunction(rest, protected, closed=closed)
    weight = behind.weight * _CONJUNCTION[word[0]]
    against = max(plain.weight, evidence.seen(word)) + proofs * _PROOF
    if _MIN_WEIGHT <= weight > against or (word[0] == "و" and not against):
        return (conjunction, *behind.parts)
    return plain.parts


@lru_cache(_OF_AN_ARTICLE)
def cut_word(word: str) -> Parts:
    """Return ``split_word`` of a word that is no name, remembered as long as whoever compares one text asks again."""
    return split_word(word)


def split_front(word: str, size: int, protected: Container[str] = frozenset()) -> Parts:
    """Return the parts of a folded word in which a name begins after ``size`` letters, all of them clitics."""
    front, name = word[:size], word[size:]
    if not all(letter in _KINDS for letter in front.replace(ARTICLE, "")):
        return _stem(word)
    if front.endswith("ل") and name.startswith("ل") and len(name) > _MIN_STEM and name not in protected:
        front, name = front + _ARTICLE_LETTER, name[1:]
    return (*_clitics(front), *_stem(name))


def _stem(word: str) -> Parts:
    return (Part(_STEM, word),)


def _clitics(front: str) -> Parts:
    parts: list[Part] = []
    while front:
        clitic = ARTICLE if front.startswith(ARTICLE) else front[0]
        second = clitic == _ARTICLE_LETTER and bool(parts) and parts[-1].folded == _ARTICLE_LETTER
        parts.append(Part(PartKind.ARTICLE, clitic) if second else _PARTS[clitic])
        front = front[len(clitic) :]
    return tuple(parts)


def _excepted(word: str, stem: str, *, closed: bool) -> Parts:
    start = word.index(stem)
    end = start + len(stem)
    if end == len(word):
        return (*_clitics(word[:start]), *_stem(stem))
    if closed:
        return (*_clitics(word[:start]), *_stem(word[start:]))
    return (*_clitics(word[:start]), *_stem(stem), Part(PartKind.PRONOUN, word[end:]))


def _name(word: str, protected: Container[str]) -> Parts:
    """Return a protected word whole; its article is cut off where the rest is a common word and no name."""
    bare = word[len(ARTICLE) :]
    if word.startswith(ARTICLE) and bare not in protected and evidence.seen(bare) >= _COMMON:
        return (_PARTS[ARTICLE], *_stem(bare))
    return _stem(word)


def _proofs(word: str) -> int:
    """Return how often the word, or what it is without a pronoun, has its first letter for its own."""
    found = evidence.first_letter_is_own(word)
    for pronoun in PRONOUNS_BY_END.get(word[-1], ()):
        if word.endswith(pronoun) and len(word) - len(pronoun) > _MIN_STEM:
            for form in evidence.alone(word[: -len(pronoun)]):
                found = max(found, evidence.first_letter_is_own(form))
    return found


def _without_conjunction(word: str, protected: Container[str], *, closed: bool) -> _Reading:
    """Return the best reading of a word that begins with no conjunction."""
    known = exceptions().get(word)
    if known is not None:
        return _Reading(evidence.seen(word) + 1, _excepted(word, known, closed=closed))
    if word in protected:
        return _Reading(max(_NAME_WEIGHT, evidence.seen(word)), _name(word, protected))
    if word[0] in {"ب", "ل"} and word[1:] in _PRONOUN and not closed:
        return _Reading(evidence.seen(word) + _MIN_WEIGHT, (_PARTS[word[0]], Part(PartKind.PRONOUN, word[1:])))
    best = _with_pronoun(word, closed=closed)
    if not word.startswith(_BEHIND_CONJUNCTION):
        return best
    proofs = _proofs(word)
    against = best.weight + proofs * _PROOF
    for reading in _fronted(word, proofs, protected, closed=closed):
        if _MIN_WEIGHT <= reading.weight > against:
            best, against = reading, reading.weight
    return best


def _fronted(word: str, proofs: int, protected: Container[str], *, closed: bool) -> Iterator[_Reading]:
    """Yield the readings of a word as one with a preposition, an article or a future mark."""
    first, rest = word[0], word[1:]
    if word.startswith(ARTICLE):
        if not _begins_like_article(word):
            yield _behind(_PARTS[ARTICLE], word[2:], protected)
    elif first in _PREPOSITION and rest.startswith(ARTICLE) and len(rest) > _MIN_LONG_STEM:
        if first == "ل" or _begins_like_article(rest):
            weight, parts = _with_pronoun(rest, closed=closed)
            yield _Reading(weight * _UNOPPOSED_PREPOSITION[first], (_PARTS[first], *parts))
        else:
            whole = _behind(_PARTS[ARTICLE], rest[2:], protected)
            yield _Reading(whole.weight, (_PARTS[first], *whole.parts))
    elif first in _PREPOSITION and len(rest) > _MIN_STEM:
        yield _behind_preposition(word, proofs, protected, closed=closed)
    if word.startswith(SHORT_ARTICLE):
        weight, parts = _behind(Part(PartKind.ARTICLE, _ARTICLE_LETTER), word[2:], protected)
        sure = _MIN_WEIGHT if len(word) > _MIN_LONG_STEM + 1 else 0.0  # no other word begins so
        yield _Reading(max(weight / _ARTICLE, sure), (_PARTS["ل"], *parts))
    if first == _FUTURE_MARK and len(rest) > _MIN_STEM and rest[0] in _IMPERFECT:
        weight, parts = _with_pronoun(rest, closed=closed)
        if rest[0] in {"ي", "ت"} and len(rest) >= _MIN_LONG_STEM:
            weight = max(weight, evidence.related(rest) / _FUTURE)
        yield _Reading(weight * _FUTURE, (_PARTS[first], *parts))


def _begins_like_article(word: str) -> bool:
    """Return whether the first letters are the word's own, be it with a pronoun."""
    if _article_is_own(word):
        return True
    pronouns = [pronoun for pronoun in PRONOUNS_BY_END.get(word[-1], ()) if word.endswith(pronoun)]
    return any(_stem_begins_like_article(word, word[: -len(pronoun)]) for pronoun in pronouns)


def _stem_begins_like_article(word: str, stem: str) -> bool:
    if len(stem) <= _MIN_LONG_STEM or evidence.seen(word[len(ARTICLE) :]) >= _COMMON:
        return False
    return any(_article_is_own(form) for form in evidence.alone(stem))


def _article_is_own(word: str) -> bool:
    """Return whether a word that begins like the article is written behind the article itself."""
    if exceptions().get(word) == word:
        return True
    return evidence.behind_article(word) >= max(_MIN_WEIGHT, evidence.seen(word) * _SLIP)


def _behind(article: Part, bare: str, protected: Container[str]) -> _Reading:
    """Return the reading of a word with the article; a rare word counts by the word it is a form of."""
    written = evidence.as_noun(bare) - evidence.seen(ARTICLE + bare)
    named = bare in protected and evidence.seen(bare) < _COMMON
    if len(bare) < _MIN_STEM or (named and len(bare) < _MIN_LONG_STEM):
        written = 0
    elif written < _MIN_WEIGHT and len(bare) >= _MIN_LONG_STEM:
        written = evidence.related(bare)
    return _Reading(written * _ARTICLE, (article, *_stem(bare)))


def _behind_preposition(word: str, proofs: int, protected: Container[str], *, closed: bool) -> _Reading:
    preposition, rest = word[0], word[1:]
    weight, parts = _with_pronoun(rest, closed=closed)
    factor = _PREPOSITION[preposition]
    known = exceptions().get(rest)
    if known is not None and rest.startswith(known):
        parts = _excepted(rest, known, closed=closed)
    if rest in protected and preposition != "ك" and len(rest) >= _MIN_LONG_STEM:
        weight, parts = max(weight, _NAME_WEIGHT), _stem(rest)
    if proofs < _SLIP * max(evidence.seen(word), 1):
        nouns = (rest, *evidence.alone(parts[0].folded)) if len(parts) > 1 else (rest,)
        if any(evidence.behind_article(noun) >= _MIN_WEIGHT for noun in nouns):
            factor = _UNOPPOSED_PREPOSITION[preposition]
        elif preposition == "ل" and rest[0] in _IMPERFECT and len(rest) >= _MIN_LONG_STEM:
            factor = _PURPOSE
    return _Reading(weight * factor, (_PARTS[preposition], *parts))


def _with_pronoun(word: str, *, closed: bool) -> _Reading:
    """Return the best reading of a word that begins with its stem."""
    whole = _new(_Reading, (evidence.as_noun(word), _stem(word)))
    pronouns = PRONOUNS_BY_END.get(word[-1])
    if closed or pronouns is None:
        return whole
    against = evidence.seen(word) + evidence.behind_article(word) * _PROOF
    best: _Reading | None = None
    for pronoun in pronouns:
        stem = word[: -len(pronoun)]
        if len(stem) < _MIN_STEM or not word.endswith(pronoun):
            continue
        if word.startswith(ARTICLE) and not _stem_begins_like_article(word, stem):
            continue
        written = _third_person(stem, pronoun) if pronoun in _THIRD_PERSON else _other_person(stem, pronoun)
        weight = written * _PRONOUN[pronoun]
        if _MIN_WEIGHT <= weight > against and (best is None or weight > best.weight):
            best = _Reading(weight, (*_stem(stem), Part(PartKind.PRONOUN, pronoun)))
    return best._replace(weight=max(best.weight, evidence.seen(word))) if best else whole


def _third_person(stem: str, pronoun: str) -> int:
    """Return how often a word is written that takes this form before a pronoun, alone or with other pronouns."""
    found = max(evidence.seen(stem), *(evidence.as_noun(form) for form in evidence.alone(stem) if form != stem), 0)
    ha_is_own = evidence.behind_article(stem + "ه") >= _MIN_WEIGHT
    if not ha_is_own and (pronoun != "ه" or evidence.seen(stem + "ها")):
        found += evidence.before_pronouns(stem, but=pronoun)
    return found


def _other_person(stem: str, pronoun: str) -> int:
    """Return the same for pronouns that look like endings of verbs: only nouns, verbs of the present and particles."""
    verb = stem[0] in {"ي", "ت"} and len(stem) >= _MIN_LONG_STEM and not evidence.behind_article(stem)
    if pronoun == "ني":
        return evidence.seen(stem) if verb else 0
    found = 0
    for form in evidence.alone(stem):
        if form[-1] not in {stem[-1], "ه", "ء"}:
            continue
        noun = evidence.behind_article(form) >= _MIN_WEIGHT and len(stem) > _MIN_STEM
        if form == stem and (noun or verb or stem in _PARTICLES):
            found = max(found, evidence.seen(form))
        elif form != stem and noun:
            found = max(found, evidence.as_noun(form))
    return found
