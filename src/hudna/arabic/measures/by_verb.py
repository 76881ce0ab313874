"""Measures told by a verb alone: agreed on, freed, withdrew, left in buses."""

from typing import Final

from hudna.arabic.contacts.side import Side
from hudna.arabic.incidents.counts import amount_at
from hudna.arabic.incidents.heads import bare
from hudna.arabic.incidents.words import actors
from hudna.arabic.measures.convicts import judged, on_whom, sentenced
from hudna.arabic.measures.envoys import envoys_at, is_noun
from hudna.arabic.measures.freed import carried, known_people
from hudna.arabic.measures.phrase import Phrase, first_forms, matches, noun_at, walk
from hudna.arabic.measures.targets import targets_at
from hudna.arabic.measures.who import read_sides
from hudna.arabic.measures.words import Noun, Verb, markers, nouns, verbs
from hudna.arabic.scene import Scene
from hudna.model import MeasureKind, MeasureStatus, Sentence, SentenceKind
from hudna.text.letters import COMMAS

_ABOUT: Final = frozenset({"نحو", "حوالي", "قرابه", "ميه", "مايه", "عشره", "اكثر", "من"})
_ALIKE: Final = frozenset({"expel-envoys", "pull-back"})  # whose verbs are spelled like their verbal nouns
_CARRIES: Final = frozenset({"free", "set-free", "let-free", "evacuate", "depart"})
_NAMED_ALIKE: Final = frozenset({"نزع", "حظر", "منع"})  # verbal nouns, unless whoever does it stands behind them
_NO_VERB: Final = frozenset({"عن", "الي", "علي", "في", "حول", "بشان", "من"})
_NOT_YET: Final = frozenset({"لم", "لما"})
_UNLESS: Final = ["ما", "لم"]
_WHETHER: Final = frozenset({"هل", "وهل", "فهل"})
MAX_AHEAD: Final = 14
_CAUSES: Final = frozenset({"بسبب", "جراء", "نتيجه", "اثر"})
_BEFORE_NO_OBJECT: Final = frozenset({"بعد", "عقب", "قبل", "رغم", "خلال", "اثناء", "وسط", "منذ"})
MAX_TO_MEASURE: Final = 12
MIN_AGREED_WORDS: Final = 2
MAX_COURT: Final = 3
MAX_JUDGED: Final = 9
MAX_GIVEN: Final = 18
MAX_CARRIED: Final = 5


def read_verb_phrase(scene: Scene, place: int, sentence: Sentence) -> tuple[Phrase, Verb] | None:
    """Return what a verb tells as the phrase of a measure, None where its frame is not filled."""
    for verb in verbs()[scene.words[place]]:
        found = _phrase_of(scene, place, verb, sentence)
        if found is not None:
            return found
    return None


def _phrase_of(scene: Scene, place: int, verb: Verb, sentence: Sentence) -> tuple[Phrase, Verb] | None:
    limit = min(sentence.end, place + MAX_AHEAD)
    if verb.kind is MeasureKind.AGREEMENT and not verb.objects:
        return _agreed(scene, place, verb, sentence)
    if verb.id == "cast-veto":
        return _vetoed(scene, place, verb, limit, sentence)
    if verb.kind is MeasureKind.RESOLUTION:
        return _judged(scene, place, verb, sentence)
    if verb.id == "depart" and place > sentence.first and scene.words[place - 1] in markers()["march"]:
        return None  # a march set out
    if verb.id == "give-money":
        return _given(scene, place, verb, sentence)
    if verb.id in _ALIKE and is_noun(scene, place, sentence):
        return None
    if scene.words[place].removeprefix("و") in _NAMED_ALIKE and not read_sides(scene, place + 1, limit)[0]:
        return None  # the clearing of mines, the ban on arms
    at = _behind(scene, place, verb, limit)
    if at is None or (verb.id == "bused" and not _carries(scene, at, limit)):
        return None
    noun = Noun(verb.id, verb.kind, {}, verb.conjunction, "", False, "")
    phrase = Phrase(noun, place, at, at)
    if verb.id == "boycott-state":
        phrase.people, phrase.end = read_sides(scene, at - 1, limit)
    elif verb.id == "expel-envoys":
        phrase.people, phrase.end = envoys_at(scene, at - 1, limit)
    elif verb.id in {"put-on-list", "take-off-list"}:
        phrase.people = _listed(scene, place, at)
    elif verb.id == "freeze-assets":
        phrase.people, phrase.end = read_sides(scene, at, limit)
    else:
        walk(scene, phrase, min(sentence.end, at + MAX_AHEAD))
        if verb.id in _CARRIES and not known_people(phrase.people):
            phrase.people = carried(scene, noun, place, at, min(sentence.end, at + MAX_AHEAD))
    return phrase, verb


def _listed(scene: Scene, place: int, limit: int) -> list[Side]:
    """Return whom a verb puts on a list: the second named behind it, the first where its subject stands before it."""
    first, end = read_sides(scene, place + 1, limit)
    second = (read_sides(scene, end, limit)[0] or _people(scene, end, limit)) if first else []
    subject_before = scene.words[place - 1] == "قد"
    return second or (first if subject_before else [])


def _people(scene: Scene, place: int, limit: int) -> list[Side]:
    """Return people or companies counted at a token, by their words: five officials of X."""
    if amount_at(scene.tokens, place, limit) is None:
        return []
    return targets_at(scene, place, limit)[0]


def _carries(scene: Scene, place: int, limit: int) -> bool:
    """Return whether fighters or civilians stand behind a batch or a bus: buses that carry fighters."""
    reach = [scene.words[at] for at in range(place, min(limit, place + MAX_CARRIED))]
    return any(bare(word) in actors()["armed"] or word in markers()["moved"] for word in reach)


def _behind(scene: Scene, place: int, verb: Verb, limit: int) -> int | None:
    """Return the token behind the words a verb needs: its object, or its preposition."""
    near = place + 2
    objects = verb.objects
    forms, counts, known = first_forms(objects), markers()["number-of"], nouns()
    for at in range(place + 1, limit):
        folded = scene.words[at]
        if folded in {".", "؛", ":"}:
            return None
        if scene.chart.dated[at] or (objects and (folded in _ABOUT or folded in counts)):
            near += 1
            continue
        if objects:
            if folded in markers()["smoke"]:
                return None  # clouds of smoke, whose word is that of drawing back
            if at - 1 > place and scene.words[at - 1] in known and noun_at(scene, at - 1, limit) is not None:
                return None  # launched a campaign for the release of
            if scene.words[at - 1] in _CAUSES:
                return None  # stopped because of the shelling
            for each in objects if folded in forms else ():
                end = matches(scene, each, at, limit)
                if end and verb.id == "exchange-captives" and scene.words[at - 1] in markers()["preposition"]:
                    return None  # words about captives were exchanged
                if end is not None and scene.words[at - 1] in _BEFORE_NO_OBJECT:
                    return None  # halted an advance after the attack
                if end is not None and (verb.frame != "s" or at <= near):
                    return end
        elif verb.frame == "o":
            return at
        elif folded == verb.frame:
            return at + 1
    return None


def _vetoed(scene: Scene, place: int, verb: Verb, limit: int, sentence: Sentence) -> tuple[Phrase, Verb] | None:
    """Return the resolution that a veto tells, None where a noun behind it names what it was cast against."""
    forms = first_forms(verb.objects)
    for at in range(place + 1, limit):
        if scene.words[at] in {".", "؛", ":"}:
            return None
        for each in verb.objects if scene.words[at] in forms else ():
            end = matches(scene, each, at, limit)
            if end is None:
                continue
            far = min(sentence.end, end + MAX_AHEAD)
            far = next((after for after in range(end, far) if scene.words[after] in COMMAS | {"بينما"}), far)
            if any(_of_kind(scene, after, far, MeasureKind.RESOLUTION) for after in range(end, far)):
                return None
            noun = Noun(verb.id, verb.kind, {}, verb.conjunction, "", False, "")
            return Phrase(noun, place, end, end), verb
    return None


def _of_kind(scene: Scene, place: int, limit: int, kind: MeasureKind) -> bool:
    found = noun_at(scene, place, limit)
    return found is not None and found[0].kind is kind


def _given(scene: Scene, place: int, verb: Verb, sentence: Sentence) -> tuple[Phrase, Verb] | None:
    """Return the aid that a sum of money is, given or pledged for relief; none where a noun names the aid."""
    limit = min(sentence.end, place + MAX_GIVEN)
    money = next((at for at in range(place + 1, limit) if scene.words[at] in markers()["money"]), None)
    if money is None or any(scene.words[at] in {".", "؛", ":"} for at in range(place, money)):
        return None
    end = money + 1
    while end < limit and scene.words[end] not in {".", "؛", ":", "،"}:
        end += 1
    fund = next((at for at in range(money + 1, end) if scene.words[at] in markers()["relief-fund"]), None)
    if fund is None or any(noun_at(scene, at, end) is not None for at in range(place + 1, end)):
        return None
    noun = Noun(verb.id, verb.kind, {}, verb.conjunction, "", False, "")
    return Phrase(noun, place, fund + 1, fund + 1), verb


def _judged(scene: Scene, place: int, verb: Verb, sentence: Sentence) -> tuple[Phrase, Verb] | None:
    """Return the ruling that a court's verb tells; a sentence on somebody needs no court beside it."""
    limit = min(sentence.end, place + MAX_AHEAD)
    words = [scene.words[each] for each in range(place + 1, limit)]
    if verb.id in {"rule", "court-orders"}:
        before = scene.words[place - 1] if place > sentence.first else ""
        if before in markers()["preposition"] or not markers()["court"] & set(words[:MAX_COURT]):
            return None
    elif not markers()["sentence"] & set(words) or on_whom(verb, words) is None:
        return None
    noun = Noun(verb.id, verb.kind, {}, verb.conjunction, "", False, "")
    phrase = Phrase(noun, place, place + 1, place + 1)
    if verb.id == "sentence":
        at = place + 1 + (on_whom(verb, words) or 0)
        phrase.people = judged(scene, place, at, sentence, min(sentence.end, at + MAX_AHEAD))
    else:
        phrase.people = sentenced(scene, place, limit)
    phrase.end = min(limit, place + MAX_JUDGED)
    return phrase, verb


def _agreed(scene: Scene, place: int, verb: Verb, sentence: Sentence) -> tuple[Phrase, Verb] | None:
    """Return the agreement that "agreed on" tells, None where a noun behind it names the measure."""
    limit = min(sentence.end, place + MAX_AHEAD + 8)
    for at in range(place + 1, limit):
        folded = scene.words[at]
        if folded in {".", "؛", ":"}:
            return None
        if folded == "علي":
            if _opinion(scene, at + 1, sentence):
                return None
            end = at + 1
            while end < min(sentence.end, at + MAX_TO_MEASURE) and scene.words[end] not in {".", "،", "؛", ","}:
                end += 1
            if end - at <= MIN_AGREED_WORDS or scene.words[at + 1] in markers()["that"]:
                end = max(end, at + 2)
            noun = Noun(verb.id, verb.kind, {}, verb.conjunction, "", False, "")
            phrase = Phrase(noun, at, end, end)
            phrase.with_ = _with(scene, place, end)
            return phrase, verb
    return None


def _with(scene: Scene, place: int, end: int) -> list[Side]:
    """Return with whom somebody agreed, before or behind what they agreed on."""
    for at in range(place + 1, end - 1):
        if scene.words[at] == "مع":
            return read_sides(scene, at + 1, end)[0]
    return []


def _opinion(scene: Scene, place: int, sentence: Sentence) -> bool:
    """Return whether people agree that something is so or needed, rather than to do it."""
    if place >= sentence.end or scene.words[place] in markers()["opinion"]:
        return True
    following = scene.words[place + 1] if place + 1 < sentence.end else ""
    return scene.words[place] == "ان" and not following.startswith(("ي", "ت", "لا"))


def status_of_verb(scene: Scene, place: int, verb: Verb, sentence: Sentence) -> MeasureStatus | None:
    """Return what a finite verb says: done where it stands in the perfect or in a headline, nothing elsewhere."""
    words = markers()
    before = scene.words[place - 1] if place > sentence.first else ""
    if place > sentence.first + 1 and scene.words[place - 2 : place] == _UNLESS:
        return None
    not_yet = before.removeprefix("و").removeprefix("ف") in _NOT_YET
    if not_yet and verb.kind in {MeasureKind.EVACUATION, MeasureKind.AGREEMENT}:
        return MeasureStatus.STALLED
    if before in words["negation"] or before in words["condition"] or before in {"ان", "بان"}:
        return None
    if before in _NO_VERB | _WHETHER or before in words["thought-of"]:
        return None  # a verbal noun, spelled like the verb; a question
    if verb.tense.value != "perfect" and (verb.tense.value == "future" or sentence.kind is not SentenceKind.TITLE):
        return None
    if verb.id == "cast-veto":
        return MeasureStatus.VETOED
    if verb.kind is MeasureKind.RESOLUTION:
        return MeasureStatus.ADOPTED
    if verb.id == "give-money":
        return MeasureStatus.DECLARED
    if verb.id == "give-up-arms":
        return MeasureStatus.IMPLEMENTED
    if verb.id == "pardon":
        return MeasureStatus.DECLARED
    if verb.id in {"take-off-list", "unfreeze"}:
        return MeasureStatus.ENDED
    if verb.id in {"cut-aid", "withhold-aid"}:
        return MeasureStatus.ENDED if verb.id == "cut-aid" else MeasureStatus.SUSPENDED
    if verb.kind in {MeasureKind.SANCTIONS, MeasureKind.CEASEFIRE}:
        return MeasureStatus.DECLARED
    return MeasureStatus.AGREED if verb.kind is MeasureKind.AGREEMENT else MeasureStatus.IMPLEMENTED
