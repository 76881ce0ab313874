"""Whether a party can be the subject of a verb or participle: its gender and number as far as its words tell."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Final

from hudna.arabic.names.beginnings import QUANTIFIERS, SEVERAL
from hudna.arabic.names.parties import Party as Phrase
from hudna.arabic.names.parties import find_party, head_at
from hudna.arabic.speech.cue import Cue
from hudna.arabic.speech.frame import Frame
from hudna.lexicon import load_entries
from hudna.model import NUMBER, Party, Sentence
from hudna.text import fold_word

_LANDS: Final = ("state:", "place:")
_SINGLE: Final = frozenset({"person", "state", "body", "office", "place", "nationality"})
_PEOPLE: Final = frozenset({"persons", "pair"})
MAX_BACK_TOKENS: Final = 20
_HEADED: Final = frozenset({"person", "office", "body"})
_ENDINGS: Final = ("ة", "ات")


@cache
def _genders() -> Mapping[str, bool]:
    """Return the folded words whose ending does not tell their gender, with whether they are feminine."""
    entries = load_entries(files(__package__).joinpath("genders.tsv"), "gender", classes=("feminine", "masculine"))
    return {fold_word(entry.form): entry["class"] == "feminine" for entry in entries}


def is_feminine(frame: Frame, phrase: Phrase) -> bool | None:
    """Return whether a phrase is feminine, None where its words do not tell: a name of a person, a plural of people."""
    named = phrase.name is not None and phrase.name.first == phrase.first
    if named and phrase.name is not None and phrase.kind in {"state", "place"}:
        return _land(phrase.name.value.label)
    if phrase.kind not in _HEADED or (named and phrase.kind == "person"):
        return None
    if phrase.kind == "body" and head_at(frame.tokens[phrase.first]) is None:
        return None
    return _by_word(frame.document.article.words(phrase.span).split()[0])


def agrees(frame: Frame, phrases: Sequence[Phrase], cue: Cue) -> bool:
    """Return whether parties before a verb or participle do not disagree with it in gender or number."""
    several = len(phrases) > 1 or phrases[0].kind not in _SINGLE or _is_plural(frame, phrases[0])
    if cue.plural and not cue.feminine:
        return several
    feminine = None if several else is_feminine(frame, phrases[0])
    return feminine is None or feminine == cue.feminine


def _is_plural(frame: Frame, phrase: Phrase) -> bool:
    """Return whether a phrase tells of several people: leaders, Russians, 22 witnesses, all of them."""
    token = frame.tokens[phrase.first]
    if phrase.first and frame.tokens[phrase.first - 1].kind is NUMBER:
        return True
    bare = token.folded.removeprefix("و").removeprefix("ال")
    return bare.endswith(("ين", "ون")) or bare in QUANTIFIERS or bare in SEVERAL


def several_before(frame: Frame, place: int, sentence: Sentence) -> list[Phrase]:
    """Return the people in the plural named last before a verb in its sentence, whatever governs them."""
    for start in range(place - 1, max(sentence.first, place - MAX_BACK_TOKENS) - 1, -1):
        phrase = find_party(frame.chart, start, place)
        if phrase is not None and phrase.kind in _PEOPLE:
            return [phrase]
    return []


def speaker_is_feminine(speaker: Party) -> bool | None:
    """Return whether a speaker is feminine, None where neither his words nor what he is tell."""
    entity = speaker.entity or ""
    if entity.startswith("person:"):
        return None
    if entity.startswith(_LANDS):
        return _land(speaker.label)
    first = speaker.label.split()[0] if speaker.label.strip() else ""
    folded = fold_word(first)
    known = _genders().get(folded)
    if known is not None or not first:
        return known
    return True if entity.startswith("body:") and first.endswith(_ENDINGS) else None


def _land(label: str) -> bool:
    return _genders().get(fold_word(label), True)


def _by_word(word: str) -> bool:
    folded = fold_word(word)
    known = _genders().get(folded)
    return word.endswith(_ENDINGS) if known is None else known
