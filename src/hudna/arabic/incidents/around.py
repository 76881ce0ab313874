"""Who stands before a word of force, and what stands between it and its object: subjects, days, adverbs, means."""

from typing import Final

from hudna.arabic.incidents.glued import clitics_before
from hudna.arabic.incidents.heads import leads_operations
from hudna.arabic.incidents.parties import Force, force_at
from hudna.arabic.incidents.qualifiers import is_adjective
from hudna.arabic.incidents.things import thing_at
from hudna.arabic.incidents.verb_forms import is_verb_form
from hudna.arabic.incidents.words import Noun, Verb, any_of, markers, words
from hudna.arabic.scene import Scene
from hudna.arabic.speech.cues import markers as speech_markers
from hudna.model import WORD, Party, Sentence
from hudna.model.frozen import replace
from hudna.text import fold_word
from hudna.text.letters import COMMAS

MAX_BACK_TOKENS: Final = 14
MAX_ASIDE: Final = 10
MAX_SUBJECT_TOKENS: Final = 30
MAX_THAT: Final = 6
MAX_AFORE: Final = 3
_BY_THE: Final = "بال"
_WHILE_THEY: Final = frozenset({"وهم", "وهو", "وهي"})
_SUBJECT_MARKS: Final = COMMAS | {'"', "»", ")"}
_LOST: Final = frozenset({"kill", "hurt", "fall", "death", "perish"})
_WHO: Final = frozenset({"الذين", "والذين", "اللذين"})
_QUOTES: Final = frozenset({'"', "«", "»", "“", "”"})
IN_IT: Final = frozenset({"خلالها", "خلاله", "خلالهما", "فيها", "فيه"})
_TIMES: Final = "مرات"
_SEVERAL: Final = (["عده"], ["عديده"], ["متتاليه"])
_SKIPPED_MARKS: Final = COMMAS | {"(", ")", "-", "–"}


def skip_adjuncts(scene: Scene, place: int, limit: int) -> int:
    """Return the first token behind days, adverbs, bracketed words and phrases with "by" that stand before an object."""
    while place < limit:
        word = scene.words[place]
        if (
            word in _SKIPPED_MARKS
            or scene.chart.dated[place]
            or word in markers()["adverb"]
            or (word in markers()["time-opener"] and place + 1 < limit and scene.chart.dated[place + 1])
        ):
            place += 1 + (word == _TIMES and scene.words[place + 1 : place + 2] in _SEVERAL)
        elif word in {"بشكل", "بصوره"} and place + 2 < limit:
            place += 2
            while place < limit and scene.words[place] in markers()["also-manner"]:
                place += 1
        elif place + 1 < limit and word in markers()["apart"] and scene.words[place + 1] in markers()["meantime"]:
            place += 2
        elif _setting_end(scene, place, limit) > place:
            place = _setting_end(scene, place, limit)
        elif _means_end(scene, place, limit) > place:
            place = _past_joined_means(scene, _means_end(scene, place, limit), limit)
        elif scene.tokens[place].kind is WORD and word.startswith("ب") and clitics_before(scene, place):
            end = place + 1
            while end < min(limit, place + 9) and scene.words[end] not in COMMAS:
                end += 1
            if end >= limit or scene.words[end] not in COMMAS:
                return place
            place = end
        else:
            return place
    return place


def _setting_end(scene: Scene, place: int, limit: int) -> int:
    """Return the token behind "in" with the name of a place, or "after" a prayer, that stands before an object."""
    word = scene.words[place]
    if place + 1 >= limit:
        return place
    deed = words().get(scene.words[place + 1])
    if (
        word in {"في", "خلال", "جراء"}
        and isinstance(deed, Noun)
        and deed.frame in {"act", "operation"}
        and deed.definite
    ):
        end = place + 2
        while end < limit and scene.words[end].startswith("ال") and scene.chart.name_at(end) is None:
            end += 1
        return end if end < limit else place
    if word in {"بعد", "قبل"} and scene.words[place + 1] == "صلاه":
        return min(limit, place + 3)
    if word not in {"في", "داخل"}:
        return place
    end = _places_end(scene, place + 1, limit)
    if end >= limit or end == place + 1:
        return place
    behind = scene.words[end]
    qualified = behind.startswith("ال") and behind.endswith(("ه", "ي"))  # the province, which lies on
    return place if qualified else end


def _places_end(scene: Scene, place: int, limit: int) -> int:
    """Return the token behind the names of places at a token: X, the towns of X and Y."""
    headed = scene.chart.name_at(place) is None and scene.words[place] in markers()["head-of-place"]
    end = place + headed
    while end < limit:
        name = scene.chart.name_at(end)
        if name is None or name.kind not in {"place", "state"} or name.first != end:
            break
        end = name.end
    return end if end > place + headed else place


def _means_end(scene: Scene, place: int, limit: int) -> int:
    """Return the token behind the strikes or weapons with which something was done: with more than 8 air raids."""
    word = scene.words[place]
    if not word.startswith("ب"):
        return place
    if word in any_of("air", "rocket", "shell", "gun", "bomb") and not isinstance(words().get(word), Noun):
        place += 1
        while place < limit and (
            _is_of_means(scene, word, place) or scene.words[place] in any_of("shell", "air", "rocket")
        ):
            place += 1
        return place
    for end in range(place, min(limit, place + 5)):
        found = words().get(scene.words[end])
        if isinstance(found, Noun) and found.frame in {"act", "weapon"}:
            behind = end + 1
            while behind < limit and (_is_of_means(scene, scene.words[end], behind) or scene.words[behind] in _QUOTES):
                behind += 1
            return behind
    return place


def _is_of_means(scene: Scene, means: str, place: int) -> bool:
    """Return whether a word tells more of the weapons before it: by military planes, with *the* guided missiles."""
    word = scene.words[place]
    if _quality(scene, place):
        return True
    return (
        means.startswith(_BY_THE)
        and word.startswith("ال")
        and scene.chart.name_at(place) is None
        and is_adjective(word)
    )


def _past_joined_means(scene: Scene, place: int, limit: int) -> int:
    """Return the token behind more weapons joined by "and": with raids, guns and rockets."""
    while place < limit and scene.words[place][0] == "و":
        word = scene.words[place][1:]
        noun = words().get(scene.words[place])
        armed = isinstance(noun, Noun) and noun.frame in {"act", "weapon"}
        if not armed and word not in any_of("air", "rocket", "shell", "gun", "bomb"):
            break
        place += 1
        while place < limit and _quality(scene, place):
            place += 1
    return place


def _quality(scene: Scene, place: int) -> bool:
    word = scene.words[place]
    kinds = markers()
    return (
        any(word in kinds[name] for name in ("air", "rocket", "shell", "bomb", "ground", "chemical"))
        or word in kinds["quality"]
    )


def force_before(scene: Scene, place: int, sentence: Sentence) -> Force | None:
    """Return the party right before a verb, in a nominal clause or a headline."""
    low = max(sentence.first, place - MAX_BACK_TOKENS)
    for first in range(place - 1, low - 1, -1):
        word = scene.words[first]
        if word in {".", ":", "؛"} and first < place - 1:
            break
        if word in COMMAS and first < place - 1 and not _closes_aside(scene, first, place):
            break
        if first > sentence.first and not _opens(scene, first):
            continue
        found = force_at(scene, first, place)
        if found is not None and reaches(scene, found.end, place) and not is_state_before_who(scene, found, place):
            return found
    return _of_itself(scene, place)


def armed_doer(scene: Scene, place: int, limit: int, sentence: Sentence) -> tuple[Force, int] | None:
    """Return the armed side that does what a verb says, behind it or before, and the token where its object may begin."""
    behind = force_at(scene, skip_adjuncts(scene, place + 1, limit), limit)
    doer = behind if behind is not None and behind.armed else force_before(scene, place, sentence)
    if doer is None or not doer.armed:
        return None
    return doer, skip_adjuncts(scene, doer.end if doer.first > place else place + 1, limit)


def _of_itself(scene: Scene, place: int) -> Force | None:
    """Return whom a pronoun right before a verb means: the army said that it had destroyed, the soldiers while they shot."""
    if place and scene.words[place - 1] in _WHILE_THEY:
        found = (force_at(scene, first, place - 1) for first in range(place - 2, max(-1, place - 6), -1))
        return next((force for force in found if force is not None and force.armed and force.end == place - 1), None)
    if (
        place > MAX_AFORE
        and scene.words[place - 1] == "ان"
        and scene.words[place - MAX_AFORE] in markers()["before-now"]
    ):
        at = place - MAX_AFORE - (scene.words[place - MAX_AFORE - 1] in speech_markers()["relative"])
        return _ends_before(scene, at)  # X, which had already shelled
    if not place or scene.words[place - 1] not in markers()["that-it"]:
        return None
    token = scene.tokens[place]
    told = scene.told_in(token.start, token.field)
    if told is None:
        return _ends_before(scene, place - 1)  # Israel admitted that it had shelled
    if len(told.value.speakers) != 1 or abs(told.value.content[0].start - token.start) > MAX_THAT:
        return None
    speaker = told.value.speakers[0]
    able = leads_operations(speaker) or is_power(speaker)
    return Force(place, place, speaker, armed=True) if able else None


def is_power(party: Party) -> bool:
    """Return whether a party is one that arrests and shoots though no table calls it armed: the police, a ministry of defence."""
    head, *words_ = map(fold_word, party.label.replace("_", " ").removeprefix("#").split())
    return head in markers()["powers"] or (
        head in markers()["power-head"] and not markers()["of-power"].isdisjoint(words_)
    )


def _ends_before(scene: Scene, end: int) -> Force | None:
    """Return the armed side whose words end right before a token."""
    sides = (force_at(scene, first, end) for first in range(max(0, end - MAX_THAT), end))
    return next((side for side in sides if side is not None and side.armed and side.end == end), None)


def is_state_before_who(scene: Scene, found: Force, place: int) -> bool:
    """Return whether what stands before a verb is a state, but "who" stands between them in the plural: the allies of X, who."""
    return scene.words[place - 1] in _WHO and found.phrase is not None and found.phrase.kind == "state"


def subject_before(scene: Scene, place: int, sentence: Sentence) -> Party | None:
    """Return the armed side that is the subject of the clause a joined verb goes on from: the army advanced and took."""
    for first in range(place - 1, max(sentence.first, place - MAX_SUBJECT_TOKENS) - 1, -1):
        token = scene.tokens[first]
        if token.folded in {".", ":", "؛"}:
            return None
        if first < place - 1 and scene.words[first] in markers()["that-it"]:
            goes_on = words().get(scene.words[place])
            feminine = isinstance(goes_on, Verb) and goes_on.feminine
            return said_to_go_on(scene, place, sentence, feminine=feminine)  # X said that it had foiled the attack and
        before = scene.words[first - 1 - (scene.words[first - 1] == "#" or scene.words[first - 1] in IN_IT)]
        verb = words().get(before) if first > sentence.first else None
        acts = first > sentence.first and is_verb_form(before) and not scene.statements_from(first - 1)
        began = first > sentence.first and before.removeprefix("و") in markers()["did"]
        if (
            first > sentence.first
            and not began
            and not acts
            and not isinstance(verb, Verb)
            and not _opens(scene, first)
        ):
            continue
        found = force_at(scene, first, place)
        if found is not None and before in markers()["charging"]:
            found = force_at(scene, found.end, place)  # whom X charges, and not X
        if found is not None:
            return replace(found.party, implied=True) if found.armed else None
    return None


def said_to_go_on(scene: Scene, place: int, sentence: Sentence, *, feminine: bool) -> Party | None:
    """Return who goes on to do something by "and" behind "that it": X announced that it had foiled the attack and killed ten."""
    ending = "ها" if feminine else "ه"
    for at in range(place - 1, max(sentence.first, place - MAX_SUBJECT_TOKENS), -1):
        if scene.words[at] in {".", ":", "؛"}:
            return None
        if scene.words[at] in markers()["that-it"]:
            deed = words().get(scene.words[at + 1])
            nobody = isinstance(deed, Verb) and deed.frame in _LOST  # that there were killed ten
            found = _of_itself(scene, at + 1) if scene.words[at].endswith(ending) and not nobody else None
            return replace(found.party, implied=True) if found is not None else None
    return None


def plural_subject(scene: Scene, place: int, sentence: Sentence) -> Force | None:
    """Return who stands right before a verb in the plural or the dual: only people agree with it, armed or not."""
    named: Force | None = None
    for first in range(max(sentence.first, place - MAX_BACK_TOKENS), place):
        found = force_at(scene, first, place)
        if (
            found is not None
            and found.armed
            and reaches(scene, found.end, place)
            and not is_state_before_who(scene, found, place)
        ):
            return found
        opens = first == sentence.first or _opens(scene, first)
        particle = scene.words[first] in any_of("clause-opener", "that") or scene.words[first] == "ان"
        if named is None and opens and not particle and scene.words[first] not in markers()["no-people"]:
            thing = thing_at(scene, first, place)
            named = thing if thing is not None and reaches(scene, thing.end, place) else None
    return named._replace(armed=True) if named is not None else None


def _opens(scene: Scene, place: int) -> bool:
    """Return whether a phrase may begin here as a subject: no preposition or noun in construct before it."""
    word = scene.words[place - 1]
    if word == "#" and place > 1:
        return scene.tokens[place - 2].kind is not WORD or _opens(scene, place - 1)
    if word in _QUOTES and place > 1:
        return scene.words[place - 2] not in any_of("member", "named-for", "title-of-man")
    if scene.tokens[place - 1].kind is not WORD:
        return True
    return word in any_of("clause-opener", "become")


def _closes_aside(scene: Scene, comma: int, place: int) -> bool:
    """Return whether commas stand around what is said by the way, right before a verb: Russia, the ally of X, shelled."""
    if scene.words[place - 1] not in COMMAS or not 1 < place - comma <= MAX_ASIDE:
        return False
    inside = scene.tokens[comma + 1 : place - 1]
    return not any(
        token.folded in COMMAS or isinstance(words().get(token.folded), Verb) or is_verb_form(token.folded)
        for token in inside
    )


def reaches(scene: Scene, end: int, place: int) -> bool:
    """Return whether only particles, commas, asides and days stand between a subject and its verb."""
    gap, words_, dated = any_of("subject-gap", "allies"), scene.words, scene.chart.dated
    if end < place - 1 and words_[end] in COMMAS and _closes_aside(scene, end, place):
        return True
    return all(words_[at] in gap or words_[at] in _SUBJECT_MARKS or dated[at] for at in range(end, place))
