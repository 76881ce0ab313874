"""Reporting words: the rows of ``cues.tsv`` in all the forms a report uses them."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from hudna.arabic.speech.cue import Cue
from hudna.lexicon import Entry, load_entries, load_word_classes
from hudna.model import Act, Token
from hudna.model.frozen import replace
from hudna.text import Memo, fold_word

_WEAK_ENDS: Final = ("ا", "ي")
NAMES_ITS_OBJECT: Final = frozenset({"accuse", "describe", "consider"})
MIN_VERB_LETTERS: Final = 3
_CALLED: Final = frozenset({"وصف", "يصف", "تصف"})  # the one verb of three letters that is taken with a pronoun
MAX_GLUED: Final = 2
_PRONOUNS: Final = ("هم", "ها", "ه")
_CONJUNCTIONS: Final = ("و", "ف")
_PROCLITICS: Final = frozenset("وفبلك")
TO_SAY: Final = ("لي", "لت")
_STRONG: Final = frozenset({"ان", "colon"})


@cache
def cue_forms() -> Mapping[str, Cue]:
    """Return every folded form of every reporting word; where two words share a form, the first row's."""
    found: dict[str, Cue] = {}
    for entry in load_entries(files(__package__).joinpath("cues.tsv"), "cue", classes=()):
        for folded, form, plural, feminine in _forms(entry):
            cue = Cue(
                entry.id,
                form,
                plural,
                feminine,
                Act(entry["act"]),
                frozenset(fold_word(frame) for frame in entry["frame"].split()),
                entry["mode"] == "attitude",
            )
            found.setdefault(folded, cue)
    for folded, cue in list(found.items()):
        if cue.form == "imperfect" and folded.startswith("ي") and not cue.plural:
            found.setdefault("ن" + folded[1:], replace(cue, own=True))
    return found


def _forms(entry: Entry) -> Iterator[tuple[str, str, bool, bool]]:
    if entry["participle"]:
        accusative = fold_word(entry["participle"])
        base = accusative[:-1]
        yield accusative, "participle", False, False
        yield base + "ه", "participle", False, True
        yield base.removesuffix("ي") + "ين", "participle", True, False
        yield base + "تين", "participle", True, True
    perfect = fold_word(entry.form)
    weak = perfect.endswith(_WEAK_ENDS) and len(perfect) > 2
    stem = perfect[:-1] if weak else perfect
    yield perfect, "perfect", False, False
    yield stem + "ت", "perfect", False, True
    yield stem + ("يا" if weak else "ا"), "perfect", True, False
    yield stem + "تا", "perfect", True, True
    yield stem + "وا", "perfect", True, False
    if entry["imperfect"]:
        imperfect = fold_word(entry["imperfect"])
        weak = imperfect.endswith(("ا", "ي", "و")) and len(imperfect) > 3
        base = imperfect[:-1] if weak else imperfect
        for prefix, feminine in (("ي", False), ("ت", True)):
            yield prefix + imperfect[1:], "imperfect", False, feminine
            yield prefix + base[1:] + "ون", "imperfect", True, feminine
            yield prefix + (base + ("ي" if weak else ""))[1:] + "ان", "imperfect", True, feminine
            if weak:
                yield prefix + base[1:], "imperfect", False, feminine


@cache
def markers() -> Mapping[str, frozenset[str]]:
    """Return the folded words of ``markers.tsv`` by class."""
    return load_word_classes(files(__package__).joinpath("markers.tsv"), column="class")


@cache
def marked(*classes: str) -> frozenset[str]:
    """Return the folded words of several classes of ``markers.tsv`` together."""
    return frozenset().union(*(markers()[each] for each in classes))


@cache
def act_words() -> Mapping[str, Act]:
    """Return the folded words that, early in the content, say what is done by a word that only reports."""
    return {word: act for word, act, kind in _act_rows() if kind == "act"}


@cache
def event_words() -> frozenset[str]:
    """Return the folded verbs of what has happened, which somebody who only reports makes known: met, was killed."""
    return frozenset(word for word, _, kind in _act_rows() if kind == "event")


@cache
def far_act_words() -> Mapping[str, Act]:
    """Return the folded words that say what is done by a word that only reports from further off, too: must, breach."""
    return {word: act for word, act, kind in _act_rows() if kind == "far"}


@cache
def _act_rows() -> tuple[tuple[str, Act, str], ...]:
    table = files(__package__).joinpath("acts.tsv")
    entries = load_entries(table, "act", classes=("act", "event", "far"))
    return tuple((fold_word(entry.form), Act(entry.id), entry["class"]) for entry in entries)


@cache
def homographs() -> Mapping[str, str]:
    """Return the folded cue forms that are common words as well, with what they are then."""
    table = files(__package__).joinpath("homographs.tsv")
    return {fold_word(entry.form): entry["class"] for entry in load_entries(table, "homograph")}


def find_cue(token: Token) -> tuple[Cue, int] | None:
    """Return the reporting word a token is, with the length of the conjunction glued to it (0 or 1)."""
    return CUES[token.folded]


def _cue_of(folded: str) -> tuple[Cue, int] | None:
    """Return the reporting word a folded word is, with the length of the conjunction glued to it (0 or 1)."""
    table = cue_forms()
    cue = table.get(folded)
    if cue is not None:
        return cue, 0
    if folded.startswith(_CONJUNCTIONS):
        cue = table.get(folded[1:])
        if cue is not None:
            return cue, 1
    elif folded.startswith(TO_SAY):  # went back to say that: only where words said cannot be missed
        cue = table.get(folded[1:])
        if cue is not None and cue.form == "imperfect" and not cue.own and not cue.frames.isdisjoint(_STRONG):
            return replace(cue, frames=cue.frames & _STRONG), 1
    if not folded.endswith(_PRONOUNS):
        return None
    for pronoun in _PRONOUNS:
        if folded.endswith(pronoun) and (
            len(folded) > len(pronoun) + MIN_VERB_LETTERS or folded[: -len(pronoun)] in _CALLED
        ):
            found = _with_pronoun(folded, pronoun)
            if found is not None:
                return found
    return None


def _with_pronoun(folded: str, pronoun: str) -> tuple[Cue, int] | None:
    """Return the verb that a pronoun is glued to as whom it accuses, asks or describes."""
    table = cue_forms()
    word = folded[: -len(pronoun)]
    for glued in (0, 1) if folded.startswith(_CONJUNCTIONS) else (0,):
        verb = word[glued:]
        cue = table.get(verb) or table.get(verb + "ا" if verb.endswith("و") else "")
        if cue is not None and cue.form != "participle" and ("person" in cue.frames or cue.id in NAMES_ITS_OBJECT):
            frames = cue.frames if cue.id == "consider" else cue.frames - {"object"}  # considered it a mistake
            return replace(cue, frames=frames, pronoun=pronoun), glued
    return None


CUES: Final = Memo(_cue_of)


@cache
def noun_forms() -> Mapping[str, Cue]:
    """Return the folded nouns of saying; each does what the verb of the same id does, with openers of its own."""
    verbs = {cue.id: cue for cue in reversed(list(cue_forms().values()))}
    found = {}
    for entry in load_entries(files(__package__).joinpath("nouns.tsv"), "noun", classes=()):
        frames = frozenset(fold_word(frame) for frame in entry["frame"].split())
        found[fold_word(entry.form)] = replace(
            verbs[entry.id], form="noun", plural=False, feminine=False, frames=frames
        )
    return found


def noun_at(folded: str) -> Cue | None:
    """Return the noun of saying that a folded word without anything glued to it is."""
    return noun_forms().get(folded)


def _noun_of(folded: str) -> tuple[Cue, int] | None:
    """Return the noun of saying that a folded word is, with the number of letters glued before it."""
    table = noun_forms()
    noun, glued = table.get(folded), 0
    while noun is None and glued < MAX_GLUED and folded[glued : glued + 1] in _PROCLITICS:
        glued += 1
        noun = table.get(folded[glued:])
    return (noun, glued) if noun is not None else None


def saying_of(folded: str) -> tuple[tuple[Cue, int] | None, tuple[Cue, int] | None] | None:
    """Return the reporting verb and the noun of saying that a folded word can be, None where it can be neither."""
    verb, noun = _cue_of(folded), _noun_of(folded)
    return (verb, noun) if verb is not None or noun is not None else None


SAYINGS: Final = Memo(saying_of)
