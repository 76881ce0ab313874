"""Whether a word of force tells what happened: not what is denied, feared, planned, threatened, forbidden or asked."""

from functools import cache
from typing import Final

from hudna.arabic.incidents.counts import amount_at
from hudna.arabic.incidents.doers import killer_at
from hudna.arabic.incidents.owners import keeper_before
from hudna.arabic.incidents.parties import force_at
from hudna.arabic.incidents.qualifiers import is_accusative
from hudna.arabic.incidents.verb_forms import is_future, is_verb_form
from hudna.arabic.incidents.words import Noun, Tense, Verb, any_of, homographs, markers, words
from hudna.arabic.scene import Scene
from hudna.model import WORD, Act, Match, Sentence, SentenceKind, Statement
from hudna.text import Memo
from hudna.text.letters import COMMAS

MAX_BEFORE: Final = 5
MAX_SPEAKER: Final = 7
MAX_LIFTED: Final = 8
MAX_UNSAID: Final = 4
MAX_IF: Final = 6
MIN_DUAL: Final = 4
MAX_TOPIC: Final = 10
MAX_WILL: Final = 4
MAX_AIM: Final = 7
MIN_CAUSE: Final = 2
_LOST: Final = frozenset({"dead", "hurt", "fall"})
_PARTS_CLAUSES: Final = COMMAS | {".", "؛", ":", "!", "؟"}
_FUTURE_ACTS: Final = frozenset({Act.THREATEN, Act.PROMISE, Act.PROPOSE})
_PREPOSITIONS: Final = frozenset({"من", "الي", "عن", "علي", "في", "مع", "بعد", "قبل"})
_QUESTIONS: Final = frozenset({"؟", "?"})
_AGAINST: Final = frozenset({"علي", "ضد"})
_NOT_FACTS: Final = ("plan", "threat", "fear", "stop", "call", "if", "asking", "nearly", "protest")


def _no_fact(folded: str) -> str | None:
    """Return what a word, bare or behind a clitic, makes of the deed told behind it: a plan, a threat."""
    known = _not_facts()
    found = [known[word] for word in (folded, folded[1:]) if word in known]
    return min(found, key=_NOT_FACTS.index) if found else None


@cache
def _not_facts() -> dict[str, str]:
    """Return by word the first of ``_NOT_FACTS`` that it is one of."""
    return {word: name for name in reversed(_NOT_FACTS) for word in markers()[name]}


_NO_FACT: Final = Memo(_no_fact)


def is_fact(scene: Scene, place: int, word: Verb | Noun, sentence: Sentence, told: Match[Statement] | None) -> bool:
    """Return whether a word tells something done."""
    if scene.words[sentence.end - 1] in _QUESTIONS and sentence.kind is not SentenceKind.TITLE:
        return False
    if isinstance(word, Noun) and is_answered(scene, place) and _has_happened(scene, place, word, sentence):
        return True
    if told is not None and told.value.act in _FUTURE_ACTS and not _perfect(word):
        return False
    if isinstance(word, Verb):
        if word.frame in {"light", "strike"} and _is_figure(scene, place, sentence):
            return False
        return _verb_is_fact(scene, place, word, sentence)
    return _noun_is_fact(scene, place, word, sentence)


def is_answered(scene: Scene, place: int) -> bool:
    """Return whether a deed is one that another answers: in answer to the attack."""
    return (
        place > 1
        and scene.words[place - 1] == "علي"
        and not _answering(scene, place - 1).isdisjoint(markers()["in-answer"])
    )


def _has_happened(scene: Scene, place: int, noun: Noun, sentence: Sentence) -> bool:
    """Return whether a deed that is answered is the one known, or told to have happened: the attack, an attack that hit."""
    near = (words().get(word) for word in scene.words[place + 1 : min(sentence.end, place + MAX_WILL)])
    return noun.definite or any(isinstance(word, Verb) and word.tense is Tense.PERFECT for word in near)


def _answering(scene: Scene, place: int) -> set[str]:
    """Return the words before "to" among which "answer" stands: a strong answer to."""
    return set(scene.words[max(0, place - 2) : place])


def _is_figure(scene: Scene, place: int, sentence: Sentence) -> bool:
    """Return whether what is struck behind a word is no target: a heavy blow to an accord."""
    following = scene.words[place + 1 : min(sentence.end, place + MAX_BEFORE)]
    return not markers()["figurative"].isdisjoint(following)


def is_verb(scene: Scene, place: int, sentence: Sentence) -> bool:
    """Return whether a form that is verb and noun alike stands as a verb: who shelled, against the shelling of."""
    if homographs()[scene.words[place]].owner:
        subject = force_at(scene, place + 1, sentence.end)
        return subject is not None and subject.armed
    noun = words()[scene.words[place]]
    of_somebody = homographs()[scene.words[place]].frame == "kill" or noun.frame == "act"
    if of_somebody and killer_at(scene, place + 1, sentence.end):
        return False
    if _has_verb_behind(scene, place, sentence) or _is_said_by(scene, place, sentence):
        return False
    before = scene.words[place - 1] if place > sentence.first else ""
    after = scene.words[place + 1] if place + 1 < sentence.end else ""
    if scene.words[place].endswith("ا"):  # the two were killed, or a killing in the accusative
        return len(before) > MIN_DUAL and before.endswith(("ين", "ان"))
    if (
        before in markers()["noun-before"]
        or before[1:] in markers()["stop"]
        or words().get(before) is not None
        or _is_object(before)
    ):
        return False
    if keeper_before(scene, place, sentence) is not None:
        return False
    kinds = ("air", "rocket", "shell", "ground", "mutual", "chemical", "verbal")
    if any(after in markers()[name] for name in kinds) and not after.startswith("ال"):
        return False
    if after in markers()["behind-noun"] or _is_nationality(scene, place + 1, after):
        return False
    return sentence.kind is not SentenceKind.TITLE or place != sentence.first


def _is_object(before: str) -> bool:
    """Return whether a verb right before takes what looks like a verb for its object: X denies the shelling of."""
    return before[:1] in {"ي", "ت"} and before not in markers()["become"] and is_verb_form(before)


def _has_verb_behind(scene: Scene, place: int, sentence: Sentence) -> bool:
    """Return whether what stands like a verb is the subject of another: the shelling of X hit, the killing of X led to."""
    force = force_at(scene, place + 1, sentence.end)
    if force is None or force.end >= sentence.end or not force.armed:
        return False
    verb = words().get(scene.words[force.end])
    return isinstance(verb, Verb) and not verb.cut and not verb.owner and verb.frame in {"hit", "result", "strike"}


def _is_said_by(scene: Scene, place: int, sentence: Sentence) -> bool:
    """Return whether who stands right before is the speaker of a cue, and what looks like a verb what he speaks of: X denied the shelling of."""
    for first in range(place - 1, max(sentence.first, place - MAX_SPEAKER), -1):
        if scene.statements_from(first - 1):
            force = force_at(scene, first, place)
            return force is not None and all(scene.tokens[at].kind is not WORD for at in range(force.end, place))
    return False


def _is_nationality(scene: Scene, place: int, word: str) -> bool:
    """Return whether an adjective without the article stands at a token: a Turkish shelling, not he shelled."""
    name = scene.chart.name_at(place)
    return name is not None and name.kind == "nationality" and not word.startswith("ال")


def _perfect(word: Verb | Noun) -> bool:
    return isinstance(word, Verb) and word.tense is Tense.PERFECT


def _verb_is_fact(scene: Scene, place: int, verb: Verb, sentence: Sentence) -> bool:
    if verb.tense is Tense.FUTURE:
        return False
    before = before_words(scene, place, sentence, 2)
    near = before[0] if before else ""
    if near in any_of("not", "asking", "able"):
        return False
    noun_like = verb.frame == "happen" or (verb.frame == "light" and verb.tense is Tense.IMPERFECT)
    if noun_like and near in _PREPOSITIONS:
        return False  # the renewal of
    if verb.frame == "light" and not verb.cut and near in markers()["plan"]:
        return False
    if _behind_if(scene, place, sentence):
        return False
    if verb.tense is Tense.PERFECT:
        return near != "ان" or not (len(before) > 1 and before[1] in {"بعد", "يمكن", "قبل"} and before[1] != "بعد")
    if near in any_of("that", "purpose") or near in {"قد", "سوف", "ربما", "او", "قبل", "وقد"}:
        return False
    if sentence.kind is SentenceKind.TITLE:
        return True
    return near not in markers()["any"]


def _behind_if(scene: Scene, place: int, sentence: Sentence) -> bool:
    """Return whether "if" stands a few words before a token in its clause."""
    ifs = markers()["if"]
    if ifs.isdisjoint(scene.words[max(sentence.first, place - MAX_IF) : place]):
        return False
    return not ifs.isdisjoint(before_words(scene, place, sentence, MAX_IF))


def _noun_is_fact(scene: Scene, place: int, noun: Noun, sentence: Sentence) -> bool:
    before = before_words(scene, place, sentence, MAX_BEFORE)
    if before and before[0] in markers()["able"]:
        return False
    if before and (before[0] in any_of("any", "not") or before[0] == "ضد"):
        return False
    if _is_not_done(before):
        return False
    if not markers()["anniversary"].isdisjoint(before):
        return False  # what a day is kept for
    if noun.frame in _LOST and not markers()["not"].isdisjoint(before[:MAX_UNSAID]):
        return False  # no news of casualties
    if before and _is_topic(scene, place, noun, before, sentence):
        return False
    if any(map(is_future, scene.words[place + 1 : min(sentence.end, place + MAX_WILL)])):
        return False  # a raid that will be
    if _is_wanted(before) or _may_follow(before) or _is_aim(scene, place, before, sentence):
        return False
    told = noun.frame in {"dead", "hurt", "fall"} or (
        before and (before[0] in _suffered() or before[0] in markers()["mutual"])
    )
    taken_up = noun.definite and noun.number == "many" and noun.frame == "act"  # the condemnation of the attacks
    taken_up = taken_up or not markers()["repel"].isdisjoint(before)  # they stood up to the attack
    if noun.front == "ل" and not taken_up and not told and killer_at(scene, place + 1, sentence.end) is None:
        return False  # in order to
    if noun.id == "strike" and scene.tokens[place].surface.endswith("ضربه"):
        return False  # that he was beaten
    if noun.id == "strike" and (_is_figure(scene, place, sentence) or not markers()["amounts-to"].isdisjoint(before)):
        return False
    if noun.id == "siege" and noun.owner and _is_lifted(scene, place, sentence):
        return False
    if noun.id == "invasion" and before and before[0] == "منذ":
        return False  # a war that only dates something
    if is_harmless(scene, place, noun, sentence):
        return False
    seen, known = markers()["seen"], words()
    for distance, word in enumerate(before):
        if word in seen:
            return True  # what something is told to have come after
        kept = _NO_FACT[word]
        if kept is None:
            if distance > 0 and isinstance(known.get(word), Verb):
                return True
            continue
        if kept == "stop" and word.removeprefix("و") in markers()["repel"] and is_accusative(scene, place):
            return False  # the security forces foiled a suicide attack
        if kept == "stop" and distance and before[distance - 1] == "علي":
            continue  # comments on the fall of the town: the word for commenting is also that for suspending
        if kept == "stop" and noun.owner and _PREPOSITIONS.isdisjoint(before[:distance]):
            return False  # the army suspended its attacks
        if kept in {"stop", "plan"} and distance > 1 and not _all_empty(before[:distance]):
            continue
        if kept == "protest" and not (distance == 1 and before[0] in _AGAINST):
            continue  # protests after a raid
        return False
    return True


def _is_not_done(before: list[str]) -> bool:
    """Return whether a deed is told not to have been done: no arrest was made, did not take place."""
    negation = next((distance for distance, word in enumerate(before) if word in markers()["not"]), 0)
    empty = markers()["took-place"] | markers()["empty-deed"]
    return negation > 0 and all(word in empty for word in before[:negation])


def _is_lifted(scene: Scene, place: int, sentence: Sentence) -> bool:
    """Return whether whoever lays a siege is told to have lifted it: the army lifted its siege of the town."""
    return not markers()["lifting"].isdisjoint(before_words(scene, place, sentence, MAX_LIFTED))


def _is_aim(scene: Scene, place: int, before: list[str], sentence: Sentence) -> bool:
    """Return whether a deed is only what somebody is after or warns of: X seeks to widen the scope of its attack."""
    if before and before[0] == "من" and _is_warned_of(scene, place, sentence):
        return True
    if "الي" not in before:
        return False
    to = before.index("الي")
    if not _all_empty(before[:to]):
        return False
    low = max(sentence.first, place - to - 1 - MAX_AIM)
    return not markers()["aim"].isdisjoint(scene.words[low : place - to - 1])


def _is_warned_of(scene: Scene, place: int, sentence: Sentence) -> bool:
    """Return whether "of" right before a deed belongs to a warning, and no other "of" stands between that is no day's."""
    for at in range(place - 2, max(sentence.first, place - 2 - MAX_AIM) - 1, -1):
        word = scene.words[at]
        if word in markers()["warning"]:
            return True
        if word in COMMAS or (word in markers()["apart"] and not scene.chart.dated[at]):
            return False
    return False


def _may_follow(before: list[str]) -> bool:
    """Return whether a deed is only what something may lead to: news that leads to the arrest of X."""
    if len(before) < MIN_CAUSE or before[0] not in {"الي", "عن"}:
        return False
    verb = words().get(before[1])
    return isinstance(verb, Verb) and verb.frame == "result" and verb.tense is not Tense.PERFECT and not verb.cut


def _all_empty(between: list[str]) -> bool:
    """Return whether nothing of its own stands between a plan and a deed: the likelihood of more attacks being carried out."""
    return all(word in markers()["empty-deed"] for word in between)


def is_harmless(scene: Scene, place: int, noun: Noun, sentence: Sentence) -> bool:
    """Return whether what sounds like force is none: a battle of words, a blast in a factory."""
    if noun.id == "battle":
        return _is_debate(scene, place, sentence)
    return noun.id == "explosion" and _is_industrial(scene, sentence)


def _is_debate(scene: Scene, place: int, sentence: Sentence) -> bool:
    """Return whether a battle is one of words: in a council, a court, an election."""
    near = scene.words[max(sentence.first, place - MAX_TOPIC) : min(sentence.end, place + MAX_TOPIC)]
    return not markers()["debate"].isdisjoint(near)


def _is_industrial(scene: Scene, sentence: Sentence) -> bool:
    """Return whether something went off in a factory or a mine, and nothing tells of a bomb."""
    told = scene.words[sentence.first : sentence.end]
    return not markers()["industry"].isdisjoint(told) and any_of("bomb", "gun", "rocket", "shell").isdisjoint(told)


def _is_topic(scene: Scene, place: int, noun: Noun, before: list[str], sentence: Sentence) -> bool:
    """Return whether a noun only says what something is about: the case of a killing, a quarrel called an attack."""
    if before[0] in markers()["likened"]:
        return markers()["suspected"].isdisjoint(before)
    if before[0] not in markers()["topic"] or noun.number == "many" or noun.id == "poisoning":
        return False
    behind = range(place + 1, min(sentence.end, place + MAX_TOPIC))
    return not any(scene.chart.dated[each] or amount_at(scene.tokens, each, sentence.end) for each in behind)


def _is_wanted(before: list[str]) -> bool:
    """Return whether a verb before a noun tells what is to come: so that they carry out, will allow; until a preposition."""
    known = markers()
    apart, able, did = known["apart"], known["able"], known["did"]
    for distance, word in enumerate(before):
        if word in apart:
            return False
        if is_future(word) or word in able:
            return True
        if word in did and word[0] in "يت":
            return distance + 1 < len(before) and before[distance + 1] in any_of("that", "purpose")
    return bool(before) and before[0] in markers()["purpose"]


def is_forbidden(scene: Scene, place: int, sentence: Sentence) -> bool:
    """Return whether a noun of force stands right behind a word that ends, forbids or fears it: the end of shooting."""
    before = before_words(scene, place, sentence, 1)
    return any(word in markers()[name] for word in before for name in ("stop", "fear", "any", "threat", "plan"))


@cache
def _suffered() -> frozenset[str]:
    return frozenset(form for form, word in words().items() if isinstance(word, Verb) and word.frame == "suffer")


def before_words(scene: Scene, place: int, sentence: Sentence, reach: int) -> list[str]:
    """Return the words before a token, the nearest first, up to a mark that ends a clause."""
    found: list[str] = []
    words_, tokens = scene.words, scene.tokens
    for each in range(place - 1, max(sentence.first, place - reach) - 1, -1):
        word = words_[each]
        if word in _PARTS_CLAUSES:
            break
        if tokens[each].kind is WORD:
            found.append(word)
    return found
