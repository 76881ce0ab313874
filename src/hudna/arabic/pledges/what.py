"""What is pledged: its words, the condition it stands under, its day, and whom it is pledged to."""

from bisect import bisect_left
from operator import attrgetter
from typing import Final

from hudna.arabic.clitics.evidence import behind_article
from hudna.arabic.names.tables import labels
from hudna.arabic.pledges.words import markers
from hudna.arabic.scene import Scene
from hudna.model import WORD, Field, Match, PartKind, Party, Sentence, Span, TimeMention, When
from hudna.text.letters import COMMAS

_START: Final = attrgetter("start")
MAX_WHAT_TOKENS: Final = 25
MIN_WHAT_WORDS: Final = 2
MIN_CONDITION_TOKENS: Final = 3
MAX_CONDITION_REACH: Final = 22
MAX_DAY_REACH: Final = 14
MAX_DAY_TOKENS: Final = 8
MAX_HOSTILE_REACH: Final = 6  # further on stands what the act is about
QUOTES: Final = frozenset({'"', "«", "»", "“", "”", "'"})
STOPS: Final = frozenset({".", ":", "؛", "!", "؟", "?", "...", "..", "…"})
_RELATIVES: Final = frozenset({"الذي", "التي", "الذين", "اللذين", "اللتين", "المقرر", "المقرره", "المزمع"})
_WHICH: Final = frozenset({"الذي", "التي"})
_WHERE: Final = "حيث"
_AIMS: Final = frozenset({"يهدف", "تهدف"})
_TO_WHERE: Final = frozenset({"من", "الي"})
_AFTER_EVENT: Final = frozenset({"اعقاب", "عقب", "غداه"})  # the day of what came before
_DAY_OF: Final = frozenset({"في", "وفي", "يوم", "ويوم", "بحلول", "وبحلول", "من", "ومن", "ابتداء", "وابتداء"})
_AND_IF: Final = frozenset({"واذا", "وان", "والا", "فاذا"})
_OWING_TO: Final = frozenset({"إثر", "إثْر"})  # folded it is spelt like a trace
_ENDS: Final = STOPS - {":", "...", "…"}
_NOT_LAST: Final = QUOTES | COMMAS | {"الذي", "التي", "الذين"}
_IF_TOO: Final = _AND_IF | {"وفي"}
_WHETHER: Final = frozenset({"ما", "عما", "فيما", "بما"})
_AND_WILL: Final = ("وس", "ولن")
_PARTICIPLE_ENDS: Final = frozenset({"ا", "ه"})
_AND_PARTICLES: Final = frozenset({"وسوف", "ولن"})
_FROM: Final = frozenset({"اعتبارا", "ابتداء", "بدءا", "انطلاقا"})
_NOW: Final = frozenset({"الوقت", "الان", "حاليا", "الحالي", "موخرا", "اخيرا", "حديثا"})
_BY_ITSELF: Final = frozenset(
    {
        ("علي", "ان"),
        ("في", "حين"),
        ("في", "وقت"),
        ("ردا", "علي"),
        ("علي", "الرغم"),
        ("علي", "خلفيه"),
        ("بعد", "ان"),
        ("قبل", "ان"),
        ("قبل", "بدء"),
        ("قبل", "انطلاق"),
        ("بعد", "الانتهاء"),
    }
)
_REASONS: Final = frozenset(
    {"لان", "لانه", "لانها", "لانهم", "لاننا", "رغم", "بالرغم", "والذي", "والتي", "تهدف", "يهدف"}
)
_EVEN: Final = "حتي"
_JOINED: Final = frozenset({"و", "ف"})
_DAYS: Final = frozenset({"date", "time"})
_IF: Final = frozenset({"لو", "اذا"})
_CONDITIONS: Final = frozenset(
    {
        ("في", "حال"),
        ("في", "حاله"),
        ("وفي", "حال"),
        ("وفي", "حاله"),
        ("ما", "لم"),
        ("ان", "لم"),
        ("ما", "دام"),
        ("ما", "دامت"),
        ("ما", "داموا"),
    }
)
_BRACKETS: Final = frozenset({"(", "["})
_UPON: Final = "حال"
_SO: Final = ("فان", "فاعتقد", "فسوف", "فلن")  # what follows from it
_NO_CASE: Final = frozenset({"في", "وفي", "اي", "علي", "كل", "من", "الي", "عن"})
_IF_EVER: Final = "ان"
_HAMZA: Final = "إ"
_SHE: Final = "ت"
_FUTURE: Final = "س"
_NOUNS: Final = "ات"
_WAS_SO: Final = frozenset({"كان", "كانت", "كانوا", "ما", "لزم", "اقتضت", "اقتضي", "دعت", "تطلب"})
_WAS: Final = frozenset({"كانت", "ليست"})  # whether it was
MIN_VERB_LETTERS: Final = 4


def end_of_what(scene: Scene, first: int, limit: int) -> int:
    """Return the token after what is pledged: before a mark, a joiner or a further report; ``first`` where it is empty."""
    end = first
    words = 0
    while end < min(limit, first + MAX_WHAT_TOKENS):
        token = scene.tokens[end]
        if token.folded in STOPS and scene.words[end - 1] not in _BRACKETS:  # words left out are no end
            break
        if words and token.folded in markers()["stop"] and not _goes_with(scene, end):
            break
        if words >= MIN_WHAT_WORDS and (
            token.folded in _AND_IF
            or token.surface in _OWING_TO
            or _goes_on_to_do(scene, end)
            or _and_says(token.folded)
            or _and_said(scene, end)
        ):
            break
        if token.folded in COMMAS and words >= MIN_WHAT_WORDS and not _goes_on(scene, end + 1, limit):
            break
        if words >= MIN_WHAT_WORDS and (_is_provided(scene, end, limit) or _begins_condition(scene, end, limit)):
            break
        if words == 1 and end > first and _only_conditional(scene, end, limit):
            return end  # will answer if
        words += token.kind is WORD
        end += 1
    while end > first and scene.words[end - 1] in _NOT_LAST:
        end -= 1
    return end if words >= MIN_WHAT_WORDS else first


def _only_conditional(scene: Scene, place: int, limit: int) -> bool:
    """Return whether a condition begins right behind the one word that is pledged, no "whether it was", no "if need be"."""
    behind = scene.words[place + 1] if place + 1 < limit else ""
    told = scene.words[place - 1] in COMMAS or behind in _WAS_SO
    return not told and _begins_condition(scene, place, limit)


def _goes_with(scene: Scene, place: int) -> bool:
    """Return whether a word that begins another clause goes on with the one before: from where, which aims at."""
    before, word = scene.words[place - 1], scene.words[place]
    return before in _TO_WHERE if word == _WHERE else word in _AIMS and before in _WHICH


def _and_says(word: str) -> bool:
    """Return whether a participle of saying is joined by "and": and describing them as."""
    return word[0] == "و" and word[-1] in _PARTICIPLE_ENDS and word[1:] in markers()["stop"]


def _and_said(scene: Scene, place: int) -> bool:
    """Return whether a report is joined by "and": and ruled out that."""
    token = scene.tokens[place]
    return token.folded[0] == "و" and (token.field, token.start + 1) in scene.statement_by_cue


def _goes_on_to_do(scene: Scene, place: int) -> bool:
    """Return whether a verb in the future is joined by "and": another act, told by itself."""
    word = scene.words[place]
    if word[0] != "و" or not word.startswith(_AND_WILL):
        return False
    return word in _AND_PARTICLES or any(part.kind is PartKind.FUTURE for part in scene.document.parts[place])


def _is_provided(scene: Scene, place: int, limit: int) -> bool:
    """Return whether "it being understood that", "at a time when" stands at a token: what follows is told by itself."""
    return place + 1 < limit and (scene.words[place], scene.words[place + 1]) in _BY_ITSELF


def end_with_reason(scene: Scene, end: int, limit: int) -> int:
    """Return the token after the condition or reason right behind what is pledged: two tellings are told apart by it too."""
    if end >= limit:
        return end
    reason = scene.words[end] in _REASONS or (
        end + 1 < limit and (scene.words[end], scene.words[end + 1]) in _BY_ITSELF
    )
    return end_of_what(scene, end, limit) if reason or _begins_condition(scene, end, limit) else end


def _begins_condition(scene: Scene, place: int, limit: int) -> bool:
    """Return whether the words of a condition begin at a token: they are told by themselves."""
    if scene.words[place - 1] in _WHETHER:
        return False
    even = scene.words[place] == _EVEN and place + 1 < limit and scene.words[place + 1] in _IF
    return even or _opens_condition(scene, place, limit, scene.words[place])


def _opens_condition(scene: Scene, place: int, limit: int, word: str) -> bool:
    """Return whether a word, what is joined to it left aside, begins a condition: if, in case, upon the withdrawal, as long as."""
    behind = scene.words[place + 1] if place + 1 < limit else ""
    if word in markers()["condition"] or (word, behind) in _CONDITIONS:
        return True
    if word == _UPON:
        return scene.words[place - 1] not in _NO_CASE and behind in markers()["act"]
    verb = behind.endswith(_SHE) and len(behind) >= MIN_VERB_LETTERS and not behind.endswith(_NOUNS)
    if not verb or behind in _WAS or word != _IF_EVER or _HAMZA not in scene.tokens[place].surface:
        return False
    return scene.chart.name_at(place + 1) is None and not behind_article(behind)  # a verb right behind it: no "that"


def _goes_on(scene: Scene, place: int, limit: int) -> bool:
    """Return whether a day stands right behind a comma."""
    return place < limit and bool(scene.chart.dated[place])


def limit_of(scene: Scene, place: int, sentence: Sentence) -> int:
    """Return where the words of the statement that tells a token end, at most those of its sentence."""
    token = scene.tokens[place]
    told = scene.told_in(token.start, token.field)
    if told is None:
        return sentence.end
    part = next(part for part in told.value.content if part.field is token.field and part.contains(token.span))
    return bisect_left(scene.tokens, part.end, lo=place, hi=sentence.end, key=_START)


def span_of(scene: Scene, first: int, end: int, *, bare: bool = False) -> Span:
    """Return the characters of tokens without the preposition or conjunction glued to the first.

    ``bare`` also takes it off a short word of force that is spelt like another word: threatened with an answer.
    """
    span = scene.document.span(first, end)
    parts = scene.document.parts[first]
    cut = 0
    for part in parts:
        if part.kind is PartKind.CONJUNCTION or (part.kind is PartKind.PREPOSITION and part.folded == "ب"):
            cut += len(part.folded)
        else:
            break
    word = scene.words[first]
    if bare and not cut and word[0] == "ب" and word[1:] in markers()["hostile"]:
        cut = 1
    if bare and word[0] == "ل" and word[1:] in markers()["act"]:
        cut = 1
    return span._replace(start=span.start + cut) if span.field in Field else span


def condition_near(scene: Scene, first: int, end: int, sentence: Sentence, limit: int) -> Span | None:
    """Return the words of a condition inside or right behind what is pledged, or before it in its sentence."""
    ahead = range(first, min(end + 2, limit - 1))
    behind = range(first - 1, max(sentence.first, first - MAX_CONDITION_REACH) - 1, -1)
    for place in (*ahead, *behind):
        word = scene.words[place]
        if word in STOPS and place < first:
            return None
        if place > first and word in _IF_TOO:
            return None  # the condition of what is told next
        if place > sentence.first and scene.words[place - 1] in _WHETHER:
            continue
        joined = place < first and word[0] in _JOINED and scene.words[place - 1] != _EVEN
        joined = joined and _opens_condition(scene, place, limit, word[1:])
        if joined or _opens_condition(scene, place, limit, word):
            span = condition_at(scene, place, limit if place >= first else first)
            return span._replace(start=span.start + 1) if joined else span
    return None


def condition_at(scene: Scene, place: int, limit: int) -> Span:
    """Return the words of a condition, up to the next mark."""
    end = place + 1
    while end < min(limit, place + MAX_WHAT_TOKENS) and scene.words[end] not in STOPS | COMMAS:
        if end > place + MIN_CONDITION_TOKENS and scene.words[end] in markers()["stop"]:
            break
        if end > place + 1 and scene.words[end].startswith(_SO):
            break
        end += 1
    while scene.words[end - 1] in QUOTES:
        end -= 1
    return scene.document.span(place, end)


def due_near(scene: Scene, first: int, end: int, sentence: Sentence, limit: int) -> Match[TimeMention] | None:
    """Return the day that is told for what is pledged, none that is over when the article appears."""
    date = scene.date_near(first, end, (first, min(limit, sentence.end)), MAX_DAY_REACH)
    if date is None or is_over(scene, date) or scene.words[date.first] in _NOW:
        return None
    if not _ENDS.isdisjoint(scene.words[end : date.first]):
        return None  # the day of the next sentence of a quotation
    if scene.words[date.first - 1] not in COMMAS and not _AFTER_EVENT.isdisjoint(scene.words[first + 1 : date.first]):
        return None
    if not _RELATIVES.isdisjoint(scene.words[first + 1 : date.first]):
        return None  # the day of something else
    return date


def day_ahead(scene: Scene, place: int, sentence: Sentence) -> Match[TimeMention] | None:
    """Return the day that opens the clause of a verb right before it: by the twelfth of May X will."""
    last = place - (scene.words[place - 1] in COMMAS)
    if last <= sentence.first or not scene.chart.dated[last - 1] or scene.words[place][0] in _JOINED:
        return None
    found = [date for date in scene.dates_between(max(sentence.first, last - MAX_DAY_TOKENS), last) if date.end == last]
    if not found or found[-1].kind not in _DAYS or is_over(scene, found[-1]):
        return None
    opens = found[-1].first - (scene.words[found[-1].first - 1] in _DAY_OF and found[-1].first > sentence.first)
    begins = opens == sentence.first or scene.words[opens - 1] in COMMAS | QUOTES or scene.words[opens][0] == "و"
    return found[-1] if begins else None


def is_ahead(scene: Scene, date: Match[TimeMention]) -> bool:
    """Return whether a stretch of time with two ends does not begin before the publication day."""
    published, value = scene.document.published.earliest, date.value
    if value.earliest is None or value.latest is None:
        return False
    return published is None or value.earliest >= published


def is_soon(scene: Scene, date: Match[TimeMention] | None) -> bool:
    """Return whether a stretch of time begins on the publication day or later and is left open: in the coming days."""
    published = scene.document.published.earliest
    if date is None or date.value.earliest is None or date.value.latest is not None:
        return False
    return published is None or date.value.earliest >= published


def is_from(scene: Scene, date: Match[TimeMention] | None) -> bool:
    """Return whether a day is the first of a stretch that stays open: from Saturday on."""
    if date is None or date.first < 1:
        return False
    return not _FROM.isdisjoint(scene.words[max(0, date.first - 2) : date.first])


def span_of_verb(scene: Scene, first: int, end: int) -> Span:
    """Return the characters of words that begin with a verb in the future, without the conjunction glued to it."""
    span, word = span_of(scene, first, end), scene.words[first]
    joined = word[0] in _JOINED and word[1:2] == _FUTURE and span.start == scene.tokens[first].start
    return span._replace(start=span.start + 1) if joined else span


def is_over(scene: Scene, date: Match[TimeMention]) -> bool:
    """Return whether a day lies before the publication day: nothing is promised for it."""
    published, latest = scene.document.published.earliest, date.value.latest
    return published is not None and latest is not None and latest < published


def when_of(date: Match[TimeMention] | None) -> When | None:
    """Return a day as records hold it."""
    if date is None:
        return None
    value = date.value
    return When(value.earliest, value.latest, value.span, value.because)


def is_hostile(scene: Scene, first: int, end: int) -> bool:
    """Return whether what is announced is force or punishment."""
    hostile, about = markers()["hostile"], markers()["about"]
    for token in scene.tokens[first : min(end, first + MAX_HOSTILE_REACH)]:
        if token.folded in about:
            return False  # a decision about an answer is none yet
        if any(_without_object(form) in hostile for form in _forms(token.folded)):
            return not is_answer(scene, token.i, end)
    return False


def _forms(word: str) -> tuple[str, ...]:
    """Return a word, without its conjunction, and without the mark of the future behind that."""
    joined = word[1:] if word[0] in "وف" else word
    return (word, joined, joined[1:] if joined[0:1] == "س" else joined)


def _without_object(word: str) -> str:
    """Return a verb without the pronoun of its object: will destroy it."""
    return word if word in markers()["hostile"] else word.removesuffix("هم").removesuffix("ها").removesuffix("ه")


def is_answer(scene: Scene, place: int, end: int) -> bool:
    """Return whether an answer is one to a question, a proposal, a letter."""
    return not markers()["asked"].isdisjoint(scene.words[place + 1 : min(end, place + 4)])


def is_state(party: Party) -> bool:
    """Return whether a party is a state."""
    row = labels().get(party.entity or "")
    return row is not None and row.kind == "state"
