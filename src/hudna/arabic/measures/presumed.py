"""What is taken for granted of a measure by naming it: the council's resolution was adopted, the buffer zone is there."""

from typing import Final, NamedTuple

from hudna.arabic.measures.beside import sanctioned
from hudna.arabic.measures.phrase import Phrase
from hudna.arabic.measures.who import parties_of, read_sides
from hudna.arabic.measures.words import markers
from hudna.arabic.scene import Scene
from hudna.model import MeasureKind, MeasureStatus, Party, Sentence, SentenceKind

MAX_HEAD: Final = 14
_PROCESSES: Final = frozenset(
    {MeasureKind.WITHDRAWAL, MeasureKind.EVACUATION, MeasureKind.RELEASE, MeasureKind.AID, MeasureKind.DEMINING}
)
_CRISES: Final = frozenset({"settlement", "end-crisis"})  # whose end is sought, not agreed on
_ANY: Final = frozenset({"اي", "اصدار", "باصدار", "لاصدار", "مثل"})
_TARGETED: Final = frozenset({"عبر", "خلال", "بسبب", "رغم", "تحت", "ظل"})


class Presumed(NamedTuple):
    """A status that nothing but the phrase itself tells, whose it is, and the name of the rule."""

    status: MeasureStatus
    by: tuple[Party, ...]
    name: str


def presumed(scene: Scene, phrase: Phrase, sentence: Sentence) -> Presumed | None:
    """Return what the words that name a measure take for granted, None where they take nothing for granted."""
    before = scene.words[phrase.first - 1] if phrase.first > sentence.first else ""
    if phrase.pact is not None and phrase.noun.id not in _CRISES:
        return Presumed(MeasureStatus.AGREED, phrase.named, "known")
    if phrase.noun.id == "resolution" and before not in _ANY and (phrase.inner is not None or phrase.people):
        return Presumed(MeasureStatus.ADOPTED, parties_of(phrase.people), "ordering")
    if phrase.noun.id == "draft-resolution":
        return Presumed(MeasureStatus.PROPOSED, parties_of(phrase.parties), "lying-before")
    if phrase.kind is MeasureKind.ZONE and phrase.inner is None and not _demilitarised(scene, phrase):
        return Presumed(MeasureStatus.IN_EFFECT, (), "there")
    if phrase.noun.id == "sanctions" and (before in _TARGETED or _in_force(scene, phrase, before, sentence)):
        return Presumed(MeasureStatus.IN_EFFECT, (), "there")
    if phrase.noun.id == "contract" and (phrase.parties or phrase.people or phrase.with_):
        return Presumed(MeasureStatus.AGREED, (), "there")
    follows = scene.words[phrase.end] if phrase.end < sentence.end else ""
    if phrase.noun.id == "truce" and phrase.noun.definite and follows in markers()["relative"]:
        return Presumed(MeasureStatus.IN_EFFECT, (), "there")
    signed = _signatories(scene, phrase, sentence)
    return signed or _owned(phrase) or _told_at_once(phrase, sentence)


def _in_force(scene: Scene, phrase: Phrase, before: str, sentence: Sentence) -> bool:
    """Return whether "the sanctions" are those on or by somebody whom the sentence names, not the penalties of a law."""
    if not phrase.noun.definite or before in markers()["list"]:
        return False
    if before == "من" and scene.words[phrase.first - 2] in markers()["stage"]:
        return False  # some of them
    return bool(phrase.people or phrase.parties or sanctioned(scene, phrase, sentence))


def _demilitarised(scene: Scene, phrase: Phrase) -> bool:
    """Return whether a zone is one kept free of arms: a border strip that everybody knows, where people meet."""
    return any("منزوع" in word for word in scene.words[phrase.first : phrase.core])


def _signatories(scene: Scene, phrase: Phrase, sentence: Sentence) -> Presumed | None:
    """Return the signing by those named before "who signed": the armed groups that signed the accord."""
    place = phrase.first - 2
    if place <= sentence.first or phrase.kind is not MeasureKind.AGREEMENT:
        return None
    words = scene.tokens
    if words[place + 1].folded != "علي" or words[place].folded not in markers()["signatory"]:
        return None
    for at in range(max(sentence.first, place - MAX_HEAD), place):
        sides, end = read_sides(scene, at, place)
        if sides and end == place:
            phrase.parties += sides
            return Presumed(MeasureStatus.SIGNED, parties_of(sides), "signatory")
    return Presumed(MeasureStatus.SIGNED, (), "signatory")


def _owned(phrase: Phrase) -> Presumed | None:
    """Return the proposal that somebody's plan for peace is."""
    if phrase.noun.id == "peace-plan" and phrase.noun.owner:
        return Presumed(MeasureStatus.PROPOSED, (), "owned")
    return None


def _told_at_once(phrase: Phrase, sentence: Sentence) -> Presumed | None:
    """Return what a headline tells that begins with an act: the release of ten prisoners in X."""
    heads = sentence.kind in {SentenceKind.TITLE, SentenceKind.HEADING}
    bare = phrase.first == sentence.first and not phrase.noun.front and phrase.inner is None
    if heads and bare and phrase.noun.id == "sanctions" and phrase.parties and phrase.people:
        return Presumed(MeasureStatus.DECLARED, parties_of(phrase.parties), "headed")
    if heads and bare and phrase.kind in _PROCESSES:
        return Presumed(MeasureStatus.IMPLEMENTED, (), "headed")
    return None
