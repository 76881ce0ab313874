"""Whose act or stand a governor is."""

from collections.abc import Sequence
from typing import Final

from hudna.arabic.contacts.side import Side
from hudna.arabic.contacts.sides import nationality_sides
from hudna.arabic.contacts.words import Tense
from hudna.arabic.incidents.counts import amount_at
from hudna.arabic.measures.chain import Link
from hudna.arabic.measures.left_out import subject_left_out, taken_up
from hudna.arabic.measures.phrase import noun_at
from hudna.arabic.measures.who import names_pair, parties_of, read_sides, resolved, the_two, the_two_met, who_meet
from hudna.arabic.measures.worded import doer_in_words
from hudna.arabic.measures.words import GOVERNORS, markers
from hudna.arabic.scene import Scene
from hudna.arabic.speech.subjects import WAS, head_of_relative, subject_before
from hudna.model import Match, Participant, PartKind, Party, Sentence, Statement

MAX_SKIPPED: Final = 3
MAX_BEING: Final = 8
MAX_OWNER: Final = 10
_OUR: Final = "نا"
_ON_THE_WAY: Final = frozenset(
    {
        "جماعه",
        "حركه",
        "تنظيم",
        "فصيل",
        '"',
        "«",
        "فيه",
        "فيها",
        "به",
        "بها",
        "اليه",
        "اليها",
        "عليه",
        "عليها",
        "كل",
        "كلا",
        "من",
        "ايضا",
        "كذلك",
        "له",
        "لها",
        "معه",
        "معها",
    }
)
_SHOWN: Final = frozenset({"stand", "keep"})
_FREED: Final = frozenset(
    noun + pronoun for noun in ("سراح", "عن", "سبيل") for pronoun in ("ه", "ها", "هم", "هن", "هما")
)
_LINKS: Final = frozenset({"علي", "الي", "عن", "من", "في", "ان", "انه", "انها", "ضد", "مع", "خلال", "بين", "بموجب"})
MAX_UNNAMED: Final = 3
_OPENS_CLAUSE: Final = frozenset({"ان", "بان", "وان", "لكن", "ولكن", "فان"})
_THAT_HE: Final = frozenset(
    {"انه", "انها", "انهم", "بانه", "بانها", "بانهم"}
)  # what stands behind the verb is its object
_OWN_STATE: Final = frozenset({"بلاده", "بلادها", "بلادهم", "بلادنا", "نحن"})


def holder_of(
    scene: Scene,
    link: Link,
    end: int,
    sentence: Sentence,
    told: Match[Statement] | None,
    before: Sequence[Sequence[Party]],
) -> tuple[tuple[Party, ...], bool]:
    """Return who is the subject of a governor, and whether the clause itself says so.

    ``end`` is the first token of what it governs, ``before`` are the parties of the measures told before. A word that opens a statement has that statement's speakers.
    """
    if scene.words[link.place] == "مطالبه" and scene.words[link.place + 1] in markers()["all-of"]:
        return (), True  # the call on all sides to
    if link.row.conjunction and _is_dual(scene.words[link.place]) and (two := the_two_met(scene, link.place)):
        return two, True  # X met Y, and the two announced
    own = own_statement(scene, link.place)
    governed = scene.tokens[end].span if end < len(scene.tokens) else None
    if own is not None and governed is not None and any(who.span.overlaps(governed) for who in own.value.speakers):
        own = None  # what is governed, not who governs it
    if own is not None and own.value.speakers:
        if any(names_pair(party.label) for party in own.value.speakers):
            return the_two(scene, link.place, before) or own.value.speakers, True
        return own.value.speakers, True
    if told is not None and says_we(scene, link):
        return told.value.speakers, True
    if link.row.group == "need":
        return (told.value.speakers if told is not None else _believing(scene, link.place, sentence)), True
    been = _being(scene, link.place, sentence) if link.row.form == "verb" and not link.row.conjunction else []
    if been:
        return resolved(scene, been, before), True  # X had listed Y: who stands behind the verb is its object
    sides = _sides_after(scene, link.place + 1, end)
    calls = link.row.group == "call" and link.row.form == "verb"
    if calls and sides and sides[0].first == link.place + 1 and scene.words[link.place - 1] in markers()["relative"]:
        heads = head_of_relative(scene.frame, link.place, sentence)  # who called on X: X is whom he called on
        named = read_sides(scene, heads[0].first, link.place)[0] if heads else []
        return resolved(scene, named, before), True
    if sides and sides[0].first == link.place + 1 and _is_closed(scene, link):
        sides = []  # the political support, our strong commitment: an adjective
    if sides and not (link.row.form == "verb" and scene.words[link.place - 1] in _THAT_HE):
        return resolved(scene, sides, before), True
    if link.row.form == "verb" and (speaking := taken_up(scene, link, told)):
        return speaking, True
    if link.row.form == "verb" and link.place + 1 < end and scene.words[link.place + 1] in markers()["pair"]:
        return the_two_met(scene, link.place), True  # the two sides, no two named side by side
    if link.row.form == "noun":
        committed = _committed(scene, link, sentence)
        if committed:
            return resolved(scene, committed, before), True
        name = scene.chart.name_at(link.place + 1) if link.place + 1 < end else None
        if name is not None and name.kind == "nationality":
            return parties_of(nationality_sides([name])), True
        if told is not None and link.place and scene.words[link.place - 1] in _OWN_STATE:
            return told.value.speakers, True
        if link.row.owner or (link.place + 1 < end and scene.words[link.place + 1] in _OWN_STATE):
            return _owner(scene, link, sentence, told)
        if link.row.front == "ل" and link.row.group == "talk":
            return who_meet(scene, link.place, sentence), True
        return (_shown_by(scene, link.place, sentence) if link.row.group in _SHOWN else ()), True
    if link.row.group == "happen":
        return (), True
    if link.row.form == "verb" and _takes_up_head(scene, link.place):
        return (), True
    if link.row.form == "verb" and not link.row.conjunction:
        phrases = subject_before(scene.frame, link.place, sentence) or head_of_relative(
            scene.frame, link.place, sentence
        )
        if phrases:
            sides, _ = read_sides(scene, phrases[0].first, link.place)
            if sides:
                return resolved(scene, sides, before), True
        unnamed = _unnamed_before(scene, link.place, sentence)
        if unnamed:
            return resolved(scene, unnamed, before), True
    if link.row.form == "verb" and not _dropped(scene, link, end):
        return doer_in_words(scene, link, end), True
    if link.row.form == "verb":
        left_out = subject_left_out(scene, link, sentence)
        if left_out:
            return left_out, True
    if told is not None and _first_words(scene, told, link.place):
        return told.value.speakers, False
    if (link.row.conjunction and told is None) or link.row.form == "participle":
        return _last(scene, link, sentence)
    return (), False


def _is_closed(scene: Scene, link: Link) -> bool:
    """Return whether a noun has the article or an owner's pronoun, so that nobody stands in construct behind it."""
    article = any(part.kind is PartKind.ARTICLE for part in scene.document.parts[link.place])
    return link.row.form == "noun" and (article or bool(link.row.owner))


def _believing(scene: Scene, place: int, sentence: Sentence) -> tuple[Party, ...]:
    """Return who believes in the need of something, told by no statement: X still believes that it is necessary to."""
    if place <= sentence.first or scene.words[place - 1] not in markers()["believes"]:
        return ()
    phrases = subject_before(scene.frame, place - 1, sentence)
    return parties_of(read_sides(scene, phrases[0].first, place - 1)[0]) if phrases else ()


def _shown_by(scene: Scene, place: int, sentence: Sentence) -> tuple[Party, ...]:
    """Return who shows what a noun without an owner tells, right behind his verb: X showed readiness to, takes on the watch over."""
    for start in range(place - 1, max(sentence.first, place - MAX_OWNER), -1):
        sides, end = read_sides(scene, start, place)
        if not sides or end != place:
            continue
        before = scene.words[start - 1].removeprefix("و")
        shows = before in markers()["shows"]
        return parties_of(sides) if shows else ()
    return ()


def _takes_up_head(scene: Scene, place: int) -> bool:
    """Return whether a pronoun behind a verb means whom its relative word means, so that he is not its subject: who was freed."""
    if scene.words[place - 1] not in {"الذي", "التي", "الذين", "اللذين"}:
        return False
    return any(word in _FREED for word in scene.words[place + 1 : place + 1 + MAX_SKIPPED])


def _is_dual(word: str) -> bool:
    """Return whether a verb of the past stands in the dual, so that two did it: X met Y, and they agreed."""
    if word.endswith("تا"):
        return True
    return word.endswith("ا") and any(row.form == "verb" and row.tense is Tense.PERFECT for row in GOVERNORS[word[:-1]])


def _committed(scene: Scene, link: Link, sentence: Sentence) -> list[Side]:
    """Return who stands right before a word that says what he keeps to: that X is committed to."""
    if link.row.group != "keep" or not scene.words[link.place].startswith("م"):
        return []
    phrases = subject_before(scene.frame, link.place, sentence)
    return read_sides(scene, phrases[0].first, link.place)[0] if phrases and phrases[-1].end == link.place else []


def _owner(
    scene: Scene, link: Link, sentence: Sentence, told: Match[Statement] | None
) -> tuple[tuple[Party, ...], bool]:
    """Return whom a pronoun on a verbal noun means: who is named before it in what is said, else who says it."""
    if told is None:
        return _last(scene, link, sentence)
    if scene.words[link.place].endswith(_OUR):
        return told.value.speakers, False
    start = told.value.content[0].start
    for place in range(link.place - 1, max(sentence.first, link.place - MAX_OWNER) - 1, -1):
        if scene.tokens[place].start < start:
            break
        aside = scene.words[place - 1] in _LINKS if place > sentence.first else False
        sides = read_sides(scene, place, link.place)[0] if not aside else []
        if sides and sides[0].level in {"state", "body", "bodies", "person", "office"}:
            return parties_of(sides), False
    return told.value.speakers, False


def _unnamed_before(scene: Scene, place: int, sentence: Sentence) -> list[Side]:
    """Return the plural with the article that stands between "that" or "was" and a plural verb: that the rebels agreed."""
    if not scene.words[place].endswith(("وا", "ون", "ا", "ان")):
        return []
    first = place
    while first > max(sentence.first, place - MAX_UNNAMED) and scene.words[first - 1].startswith("ال"):
        first -= 1
    if first in {place, sentence.first} or scene.words[first - 1] not in WAS | _OPENS_CLAUSE:
        return []
    if not scene.words[first].endswith(("ون", "ين", "ان")):
        return []
    span = scene.document.span(first, place)
    return [Side(first, place, "bodies", Participant(span, scene.document.article.words(span)))]


def _being(scene: Scene, place: int, sentence: Sentence) -> list[Side]:
    """Return the subject of a verb that "that X should have" parts from it."""
    if scene.words[place - 1] != "قد":
        return []
    for at in range(place - 2, max(sentence.first, place - MAX_BEING) - 1, -1):
        if scene.words[at] in WAS | {"تكون", "وتكون", "ويكون"}:
            return read_sides(scene, at + 1, place - 1)[0]
    return []


def says_we(scene: Scene, link: Link) -> bool:
    """Return whether a verb stands in the first person plural: we signed, we demand."""
    folded = scene.words[link.place].removeprefix(link.row.conjunction)
    if link.row.form != "verb":
        return False
    if link.row.tense is Tense.PERFECT:
        stem = folded.removesuffix("نا")
        return stem != folded and any(row.id == link.row.id and row.tense is Tense.PERFECT for row in GOVERNORS[stem])
    return folded.removeprefix("س").startswith("ن")


def for_nation(scene: Scene, link: Link) -> bool:
    """Return whether a governor's holder speaks for his country: we signed, his country is ready to."""
    beside = scene.tokens[max(0, link.place - 1) : link.place + 2]
    return says_we(scene, link) or any(token.folded in _OWN_STATE for token in beside)


def _dropped(scene: Scene, link: Link, end: int) -> bool:
    """Return whether a verb has its measure, its object or a preposition right behind it, so that its subject is left out."""
    place = link.place + 1
    while place < end and scene.chart.dated[place]:
        place += 1
    if place >= end:
        return True
    folded = scene.words[place]
    if folded in _LINKS or folded[0] in "بل" or scene.tokens[place].surface.endswith(("ا", "اً")):
        return True
    return amount_at(scene.tokens, place, end) is not None


def own_statement(scene: Scene, place: int) -> Match[Statement] | None:
    """Return the statement that a word opens as its cue, None where it opens none."""
    found = scene.statements_from(place)
    return found[0] if found and found[0].value.cue is not None else None


def _sides_after(scene: Scene, first: int, end: int) -> list[Side]:
    while first < end and scene.words[first] in _ON_THE_WAY and scene.chart.name_at(first) is None:
        if scene.words[first] == "من" and scene.words[first - 1] not in {"كل", "كلا"}:
            return []  # whom something is asked of
        first += 1
    counted = _counted_states(scene, first, end)
    if counted is not None:
        return [counted]
    for place in range(first, min(end, first + MAX_SKIPPED)):
        if scene.chart.name_at(place) is None and noun_at(scene, place, end) is not None:
            return []  # what is governed, not who
        if scene.words[place].startswith("لل"):
            return []  # its call on the units: who is asked
        sides, _ = read_sides(scene, place, end)
        if sides:
            before = scene.words[place - 1]
            glued = scene.chart.name_at(place)
            if place > first and before in {"الي", "علي", "في", "من", "عن", "بعد", "مع", "ضد"}:
                return []
            if glued is not None and scene.chart.glued(glued) in {"ب", "ل", "ك"}:
                return []
            return sides
        if not scene.chart.dated[place] and scene.tokens[place].kind.value == "word":
            return []
    return []


def _counted_states(scene: Scene, place: int, end: int) -> Side | None:
    """Return states that are only counted, by their words: twenty-three states, more than twenty countries."""
    amount = amount_at(scene.tokens, place, end)
    if amount is None or amount.end >= end or scene.words[amount.end] not in markers()["states"]:
        return None
    span = scene.document.span(amount.first, amount.end + 1)
    return Side(amount.first, amount.end + 1, "bodies", Participant(span, scene.document.article.words(span)))


def _first_words(scene: Scene, told: Match[Statement], place: int) -> bool:
    """Return whether a verb opens what is said: he said he refused."""
    start = told.value.content[0].start
    return 0 <= scene.tokens[place].start - start <= MAX_SKIPPED * 4


def _last(scene: Scene, link: Link, sentence: Sentence) -> tuple[tuple[Party, ...], bool]:
    _, speakers = scene.speaker_before(link.place, sentence)
    return tuple(speakers), False
