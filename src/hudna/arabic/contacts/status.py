"""Whether a contact took place, by the words around what tells it."""

from typing import Final, NamedTuple

from hudna.arabic.contacts.words import Tense, Verb, markers, nouns, statuses, verbs
from hudna.arabic.scene import Scene
from hudna.arabic.speech.cues import markers as speech_markers
from hudna.model import (
    PUNCTUATION,
    WORD,
    ContactKind,
    ContactStatus,
    Match,
    PartKind,
    Sentence,
    SentenceKind,
    Span,
    TimeMention,
)
from hudna.text.letters import COMMAS

MAX_BEFORE: Final = 6
MAX_WANTED: Final = 5
MAX_OFFERED: Final = 14
MAX_DOUBTED: Final = 12
MAX_WITHOUT: Final = 3
_WITHOUT: Final = frozenset({"دون", "بدون", "عدم", "بعدم", "غياب"})
_THAT: Final = frozenset({"ان", "بان", "انه", "انها", "الذي", "التي", "لم", "لن"})
_AS_OBJECT: Final = frozenset({ContactStatus.CALLED_FOR, ContactStatus.CANCELLED, ContactStatus.DENIED})
_AHEAD: Final = frozenset({ContactStatus.PLANNED, ContactStatus.CALLED_FOR, ContactStatus.POSSIBLE})
_INTENDS: Final = ("ي", "ت")  # the present: means to, prepares to
MAX_LATE_DAYS: Final = 7  # a weekday may be read as the last one where the next is meant
PAST: Final = frozenset({"كان", "كانت", "وكان", "وكانت", "كانا", "كانوا"})
_NOT_PAST: Final = frozenset({"لم", "ولم", "فلم"})
_NOT_FUTURE: Final = frozenset({"لن", "ولن"})
_NOT: Final = frozenset({"لا", "ولا", "ما", "ليس", "ليست"})
_EXPECTED: Final = frozenset({"المتوقع", "متوقع", "يتوقع", "تتوقع"})  # an outlook, bound by nobody
_SINCE: Final = "since"
_BEGINS: Final = frozenset({"بدء", "انطلاق", "مواصله"})
_PURPOSE: Final = frozenset({"لعقد", "للقاء", "لاجراء", "هناك", "ثمه", "وجود", "اي"})
GOES_ON: Final = frozenset({"carry-on", "go-on", "go-on-2"})
_LASTS: Final = frozenset({"take-place", "hold"})
_GO_ON: Final = frozenset({"event", "light", "place"})  # in the present: it is going on
_FORESEEN: Final = ("ال", "م")  # foreseen, planned
_WHEN: Final = frozenset({"عندما", "حينما"})
_TO: Final = "الي"
_OF: Final = "من"
OTHER_THAN: Final = "غير"
_BE: Final = frozenset({"يكن", "تكن", "يكونا", "يكونوا"})
_THEN: Final = "ثم"
_AFTER: Final = "بعد"
_WHERE: Final = frozenset({"حيث"})
_MEETS: Final = frozenset({"object", "guest", "joint"})
_BEING: Final = frozenset({"يكون", "تكون"})
LEADS_TO: Final = "lead-to"
_UNLESS: Final = "ما"
_QUESTIONS: Final = frozenset({"؟", "?"})


class Standing(NamedTuple):
    """A status, with the words that hedge it and whether a rule without doubt gave it; ``vague`` where no word tells it."""

    status: ContactStatus
    hedges: tuple[Span, ...] = ()
    sure: bool = True
    vague: bool = False


def of_verb(
    scene: Scene, place: int, verb: Verb, sentence: Sentence, date: Match[TimeMention] | None
) -> Standing | None:
    """Return the status a finite verb gives, None where it tells no single contact (a habit, a general truth)."""
    before = scene.words[place - 1] if place > sentence.first else ""
    if _asked(scene, sentence):
        return Standing(ContactStatus.POSSIBLE, (scene.tokens[sentence.end - 1].span,), sure=False)
    if verb.id == LEADS_TO and before in _NOT_PAST | _NOT_FUTURE | _NOT:
        over = before in _NOT_PAST and scene.words[place - 2] != _UNLESS
        return Standing(ContactStatus.HELD if over else ContactStatus.UNDER_WAY, (), sure=False)  # led to nothing
    if before in _NOT_PAST | _NOT_FUTURE:
        told = verb.tense is not Tense.PERFECT  # a perfect never stands there: did not point, written like headed for
        return Standing(ContactStatus.NOT_HELD, (), sure=False) if told else None
    if before in _NOT:
        return None
    if before in {"قد", "وقد", "ربما"} and verb.tense is not Tense.PERFECT:
        return Standing(ContactStatus.POSSIBLE, (scene.tokens[place - 1].span,), sure=False)
    said = before_words(scene, place, sentence, subjunctive=before in {"ان", "بان"}, noun=False)
    if verb.tense is Tense.PERFECT:
        said = said or _of_doubted(scene, place, sentence)
        if said is not None and said.status in {ContactStatus.POSSIBLE, ContactStatus.DENIED}:
            return said
        if verb.id in GOES_ON and _is_over(scene, date):
            return Standing(ContactStatus.HELD, (), sure=False)  # the talks went on longer on Friday
        return Standing(verb.status or ContactStatus.HELD)
    if is_before_or_after(scene, place) and (
        _tells_past(scene, place, sentence) or (date is None and not tells_ahead(scene, place, sentence))
    ):
        return Standing(ContactStatus.HELD, (), sure=False)  # arrived in X before he met Y
    ahead = is_ahead(scene, date)
    behind = scene.words[place + 1] if place + 1 < sentence.end else ""
    if behind in markers()["during-it"] and (date is None or ahead or is_today(scene, date)):
        return Standing(ContactStatus.PLANNED, (), sure=False)  # a visit during which he meets
    if verb.tense is Tense.FUTURE or before == "سوف":
        goes_on = verb.id in GOES_ON  # what will go on has begun
        return Standing(ContactStatus.UNDER_WAY if goes_on else ContactStatus.PLANNED, (), sure=not goes_on)
    if said is not None and said.status not in {ContactStatus.HELD, ContactStatus.UNDER_WAY}:
        return said
    if before == "ان" and scene.words[place - 2] == "علي":
        return Standing(ContactStatus.PLANNED, (), sure=False)  # X came, and is to meet Y later
    if before in {"ان", "بان"}:
        return None
    if before in _WHEN and verb.frames & _MEETS and not _is_past(scene, place, sentence):
        return Standing(ContactStatus.PLANNED, (), sure=False)  # when X meets Y in June
    if before in _WHERE and verb.frames & _MEETS and (date is None or ahead or is_today(scene, date)):
        return Standing(ContactStatus.PLANNED, (), sure=False)  # travels to X, where he meets Y
    if verb.status in {ContactStatus.POSTPONED, ContactStatus.CANCELLED}:
        return Standing(verb.status)
    if ahead or (date is not None and verb.status is None and date.value.because.code == "weekday_before_publication"):
        return Standing(ContactStatus.PLANNED, (), sure=False)
    if sentence.kind is SentenceKind.TITLE:
        return Standing(ContactStatus.HELD, (), sure=False)
    if (
        date is not None
        and is_today(scene, date)
        and "event" in verb.frames
        and verb.status is None
        and verb.id not in _LASTS
    ):
        return Standing(ContactStatus.PLANNED, (), sure=False)
    if date is not None and past_if_over(scene, ContactStatus.PLANNED, date) is ContactStatus.HELD:
        return Standing(ContactStatus.HELD, (), sure=False)  # X, who visits Y in 2015
    if _TO in verb.frames and date is None and (before == _THEN or _after_another(scene, place, sentence)):
        return Standing(ContactStatus.PLANNED, (), sure=False)  # after X he travels to Y, then he travels to Z
    if verb.frames & _GO_ON or verb.kind is ContactKind.TALKS:
        return Standing(ContactStatus.UNDER_WAY, (), sure=False)
    if date is not None:
        return Standing(ContactStatus.PLANNED, (), sure=False) if is_today(scene, date) else None
    opens = place == sentence.first or (before in COMMAS and _opens_with_adjunct(scene, sentence))
    lasts = verb.kind is not None and before not in speech_markers()["relative"] and opens
    return Standing(ContactStatus.UNDER_WAY, (), sure=False) if lasts else None


def _is_over(scene: Scene, date: Match[TimeMention] | None) -> bool:
    """Return whether a day is a single one before the publication."""
    published = scene.document.published.earliest
    day = date.value.earliest if date is not None else None
    return (
        date is not None and day is not None and day == date.value.latest and published is not None and day < published
    )


def is_before_or_after(scene: Scene, place: int) -> bool:
    """Return whether "before" or "after" with a conjunction of its own leads to a verb: before he met."""
    return place > 1 and scene.words[place - 1] == "ان" and scene.words[place - 2] in markers()["apart-in-time"]


def is_expected(scene: Scene, place: int) -> bool:
    """Return whether "it is planned that" leads to a verb: and he is to meet."""
    if place < 2 or scene.words[place - 1] != "ان":
        return False
    word = scene.words[place - 2]
    return statuses()["before"].get(word) is ContactStatus.PLANNED and word.startswith(_FORESEEN)


def _after_another(scene: Scene, place: int, sentence: Sentence) -> bool:
    """Return whether a sentence tells behind "after" and a comma where somebody goes next."""
    opens = scene.words[sentence.first].removeprefix("و") == _AFTER
    return opens and place > sentence.first + 1 and scene.words[place - 1] in COMMAS


def _opens_with_adjunct(scene: Scene, sentence: Sentence) -> bool:
    """Return whether a sentence begins with where or after what something takes place: After X, he travels to Y."""
    first = scene.words[sentence.first]
    return first in markers()["contrast"] or first.removeprefix("و") in markers()["contrast"]


def _tells_past(scene: Scene, place: int, sentence: Sentence) -> bool:
    """Return whether the verb of contact or travel before a token in its sentence stands in the perfect."""
    told = (verbs().get(scene.words[at]) for at in range(place - 1, sentence.first - 1, -1))
    last = next((verb for verb in told if verb is not None), None)
    return last is not None and last.tense is Tense.PERFECT


def tells_ahead(scene: Scene, place: int, sentence: Sentence) -> bool:
    """Return whether anything before a token in its sentence stands in the future or present, or is planned or wished for."""
    planned = statuses()["before"]
    for at in range(sentence.first, place - 2):
        verb = verbs().get(scene.words[at])
        if verb is not None and verb.tense is not Tense.PERFECT:
            return True
        if planned.get(scene.words[at].removeprefix("و")) in _AHEAD or _is_future(scene, at):
            return True
    return False


def _is_future(scene: Scene, place: int) -> bool:
    return any(part.kind is PartKind.FUTURE for part in scene.document.parts[place])


def _is_past(scene: Scene, place: int, sentence: Sentence) -> bool:
    """Return whether "was" stands before a token in its sentence: was in X when he met Y."""
    if any(_is_future(scene, at) for at in range(sentence.first, place)):
        return False  # had said that she will raise it when she meets
    return not PAST.isdisjoint(scene.words[sentence.first : place])


def before_words(
    scene: Scene, place: int, sentence: Sentence, *, subjunctive: bool = False, noun: bool = True
) -> Standing | None:
    """Return the status that the words before a token give, the nearest first; None where none does.

    ``noun`` says that a noun stands at the token: to hold, there are and any say something of nouns alone.
    """
    table = statuses()["before"]
    reach = MAX_BEFORE + 2 if subjunctive else MAX_BEFORE
    weak: Standing | None = None
    for back in range(1, reach + 1):
        where = place - back
        if where < sentence.first:
            return weak
        token = scene.tokens[where]
        if token.kind is not WORD:
            if token.folded in {".", "؛", ":", "،", ","}:
                return weak
            continue
        word = token.folded
        if word in markers()["no-comment"]:
            return weak  # who would not speak of a contact did not refuse it
        cut = word[0] in "وفب" and word not in verbs()  # discussed is not: by urging
        status = table.get(word) or (table.get(word[1:]) if cut else None)
        if status is None or is_sake(scene, where):
            continue
        if status is ContactStatus.NOT_HELD and scene.words[where - 1] in _NOT_PAST | _NOT:
            continue  # who did not refuse to meet
        if status is ContactStatus.HELD and (back > 2 or weak is not None):
            continue
        if word in _PURPOSE and not noun:
            continue
        if back > 1 and word in markers()["next-to"] and scene.words[where + 1] not in nouns():
            continue  # the launching of missiles while X visits
        if status is ContactStatus.PLANNED and is_unforeseen(scene, where):
            return Standing(ContactStatus.NOT_HELD, (), sure=False)
        if word in _BEGINS and weak is None:  # means to begin, is ready to go on
            weak = Standing(status, (), sure=False)
            continue
        if word in _PURPOSE and weak is None:  # readiness for, a call for, may stand before it
            weak = Standing(status, (), sure=False)
            continue
        if status is ContactStatus.NOT_HELD and back > 1 and not _denies(scene, where, exists=weak is not None):
            continue
        if status is ContactStatus.NOT_HELD and back > MAX_WITHOUT and word in _WITHOUT:
            continue  # without telling of progress on the meeting
        if status is ContactStatus.NOT_HELD and scene.words[where + 1] in _BEING:
            continue  # "will not be a mere …" tells of what the contact is
        hedged = status in {ContactStatus.POSSIBLE, ContactStatus.DENIED} or word.lstrip("و") in _EXPECTED
        return Standing(status, (token.span,) if hedged else (), sure=status is ContactStatus.HELD)
    return weak


def is_unforeseen(scene: Scene, place: int) -> bool:
    """Return whether "planned", "expected" or "means to" at a token is turned: it was not planned, is not expected."""
    words = scene.words
    at = place - 1
    at -= words[at] == _OF
    if words[at] == OTHER_THAN:
        return True
    if words[at] in _BE:
        return words[at - 1] in _NOT_PAST
    return words[at].removeprefix("و") in _NOT | _NOT_PAST | _NOT_FUTURE


def _of_doubted(scene: Scene, place: int, sentence: Sentence) -> Standing | None:
    """Return the status that the words before "that X should have" give to what stands behind it: denied that X had met."""
    for start in range(place - 1, max(sentence.first, place - MAX_DOUBTED) - 1, -1):
        token = scene.tokens[start]
        if token.kind is PUNCTUATION:
            return None
        if token.folded in _BEING and scene.words[start - 1] == "ان":
            return before_words(scene, start - 1, sentence, noun=False)
    return None


def is_sake(scene: Scene, place: int) -> bool:
    """Return whether a form like "was put off" stands in "for the sake of"."""
    return scene.words[place] == "اجل" and scene.words[place - 1] in {"من", "لاجل"}


def _denies(scene: Scene, place: int, *, exists: bool) -> bool:
    """Return whether "not" at a token stands before a verb of contact, or is another word that says so by itself.

    ``exists`` says that "any" or "there are" stands behind it.
    """
    if scene.words[place] in _NOT:
        return exists
    if scene.words[place] not in _NOT_PAST | _NOT_FUTURE:
        return True
    word = scene.words[place + 1]
    return word in verbs() or f"{word}ي" in verbs() or word in markers()["comes-about"]


def after_word(scene: Scene, place: int) -> ContactStatus | None:
    """Return the status an adjective or participle behind the noun gives."""
    return statuses()["after"].get(scene.words[place])


def hedges_between(scene: Scene, first: int, end: int) -> tuple[Span, ...]:
    """Return the hedging words of a clause; the particle before a perfect is none."""
    hedges = speech_markers()["hedge"] - {"قد"}
    return tuple(token.span for token in scene.tokens[first:end] if token.folded in hedges)


def is_ahead(scene: Scene, date: Match[TimeMention] | None) -> bool:
    """Return whether a day lies after the publication day."""
    published = scene.document.published.latest
    earliest = date.value.earliest if date is not None else None
    if published is None or earliest is None or date is None:
        return False
    soon = date.value.latest is None and date.value.because.code != _SINCE and earliest == published
    return earliest > published or soon


def past_if_over(scene: Scene, status: ContactStatus, date: Match[TimeMention] | None) -> ContactStatus:
    """Return "held" for what was still ahead on a day that is over: shortly before his visit in 2016."""
    published, latest = scene.document.published.earliest, date.value.latest if date is not None else None
    over = published is not None and latest is not None and (published - latest).days > MAX_LATE_DAYS
    return ContactStatus.HELD if over and status is ContactStatus.PLANNED else status


def was_set(scene: Scene, place: int, sentence: Sentence) -> bool:
    """Return whether "was set" stands at a token, behind the noun of a contact."""
    if place + 1 >= sentence.end or scene.words[place] not in PAST:
        return False
    word = scene.words[place + 1]
    return ContactStatus.PLANNED in {statuses()["before"].get(word), statuses()["after"].get(word)}


def is_today(scene: Scene, date: Match[TimeMention]) -> bool:
    """Return whether a day may be the publication day."""
    day, value = scene.document.published.day, date.value
    return day is not None and value.earliest == day


def _asked(scene: Scene, sentence: Sentence) -> bool:
    last = scene.words[sentence.end - 1]
    if last not in _QUESTIONS:
        return False
    words = scene.words[sentence.first : sentence.end]
    return "هل" in words or "وهل" in words


def _wanted_before(scene: Scene, place: int, sentence: Sentence) -> bool:
    """Return whether somebody calls for, refuses or puts off what follows, a few words before: X proposed holding."""
    offers = markers()["offers"]
    for where in range(place - 1, max(sentence.first, place - MAX_OFFERED) - 1, -1):
        token = scene.tokens[where]
        if token.kind is PUNCTUATION or token.folded in _THAT:
            return False
        word = token.folded
        if place - where > MAX_WANTED:
            if word in offers or (word[0] == "و" and word[1:] in offers):
                return True  # X offered to Y, whose name may be long, to hold
            continue
        status = statuses()["before"].get(word) or statuses()["before"].get(word[1:])
        if status in _AS_OBJECT or (status is ContactStatus.PLANNED and word.removeprefix("و").startswith(_INTENDS)):
            return True
    return False


def _in_construct(scene: Scene, place: int, sentence: Sentence) -> bool:
    """Return whether a verbal noun and what is held stand behind a noun without the article: the place of holding …."""
    if place + 1 >= sentence.end or scene.words[place + 1] not in nouns():
        return False
    before, held = scene.tokens[place - 1], scene.tokens[place + 1]
    if before.kind is not WORD or scene.chart.dated[place - 1] or held.surface.rstrip("ً").endswith("ا"):
        return False
    return before.folded in markers()["in-construct"]


def governs_as_noun(scene: Scene, place: int, sentence: Sentence) -> bool:
    """Return whether a form that is verb and verbal noun alike stands as a noun: behind a preposition or in construct."""
    if scene.words[place] not in markers()["masdar"]:
        return False
    if scene.words[place][0] in "لب":
        return True
    if place == sentence.first:
        return False
    before = scene.words[place - 1]
    if before in PAST or before in {"قد", "فقد", "وقد", "الذي", "التي"}:
        return False
    if _wanted_before(scene, place, sentence) or _in_construct(scene, place, sentence):
        return True
    return before in statuses()["before"] or before in markers()["contrast"] | {
        "الي",
        "من",
        "علي",
        "عن",
        "منع",
        "مجرد",
        "اعلان",
        "اعاده",
    }
