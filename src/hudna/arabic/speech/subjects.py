"""The subject of a reporting verb: the parties before or behind it, or words that no table knows."""

from collections.abc import Sequence
from functools import cache
from typing import Final

from hudna.arabic.clitics.words import word_counts
from hudna.arabic.names.beginnings import beginnings_of
from hudna.arabic.names.parties import Party, find_parties, find_party, head_at
from hudna.arabic.names.tables import capitals
from hudna.arabic.speech.asides import past_phrase
from hudna.arabic.speech.cue import Cue
from hudna.arabic.speech.cues import find_cue, homographs, marked, markers
from hudna.arabic.speech.frame import Frame
from hudna.model import NUMBER, WORD, Act, Field, Part, PartKind, Sentence, SentenceKind, Token, TokenKind
from hudna.text.letters import COMMAS, DASHES

MAX_UNKNOWN_TOKENS: Final = 6
MAX_NAME_TOKENS: Final = 5  # of an outlet, in marks
MAX_CONSTRUCT_TOKENS: Final = 4
_CONSTRUCTS: Final = frozenset({"body", "office", "outlet"})
MAX_SUBJECT_TOKENS: Final = 30
MAX_APPOSED_TOKENS: Final = 25
MAX_HEAD_TOKENS: Final = 14  # of a phrase that a relative word takes up
_BUT: Final = frozenset({":", "لكن", "ولكن", "لان", "فان", "ولان", "بينما", "فيما"})
_WHEN: Final = frozenset({"عندما", "حين", "حينما", "بعدما", "قبل", "بعد", "منذ"})
_SPEAKS: Final = frozenset({"person", "office", "body", "state", "source", "persons", "bodies", "text", "outlet"})
WAS: Final = frozenset({"كان", "كانت", "وكان", "وكانت", "يكون", "كانوا", "وكانوا"})
_STILL: Final = frozenset({"زال", "زالت", "يزال", "تزال", "مازال", "مازالت", "لايزال", "لاتزال"})
_NAME_LENGTHS: Final = range(3, 5)  # tokens from a that-word to the comma behind a name that no table knows
_HAD: Final = frozenset({"قد", "سبق", "فقد"})
_THIS: Final = frozenset({"هذا", "هذه", "تلك", "ذلك"})
_NO_SUBJECT: Final = frozenset(
    {
        "وفي", "اليوم", "ايضا", "لاحقا", "مجددا", "فيه", "فيها", "له", "لها", "به", "بها", "عنه", "عنها", "انه",
        "اليه", "اليها", "اليهم", "عليه", "عليها", "عليهم", "منه", "منها", "لهم", "بهم", "عنهم",
        "امامه", "امامها", "امامهم", "معه", "معها", "معهم", "منهم", "وهو", "وهي", "وهم", "وهما", "حتي",
    }
)  # fmt: skip
_OPENS_ADJUNCT: Final = frozenset({"في", "من", "منذ", "علي", "الي"})
_SINGLE_RELATIVES: Final = frozenset({"الذي", "التي", "والذي", "والتي"})
_OPENING_MARKS: Final = frozenset({'"', "«"})
_BEFORE_SUBJECT: Final = frozenset(
    {"ان", "فان", "لان", "الا", "بل", "حتي", "وحتي", "جانبه", "جهته", "جانبها", "اما", "واما"}
)
_ALL: Final = frozenset({"جميع", "كافه", "كل"})  # of those called on: no name goes on with them
_PER_CENT: Final = frozenset({"%", "٪", "بالمئه", "بالمايه", "بالمائه", "في", "المئه", "المايه"})
_PROCLITICS: Final = frozenset({"ل", "ب", "ك"})  # written apart before Latin letters
_WHAT: Final = frozenset({"ما", "مما", "بما", "كما", "لما", "فيما", "عما"})
_PASSED: Final = frozenset(
    {
        "الذي",
        "التي",
        "الذين",
        "،",
        ",",
        "قد",
        "كان",
        "كانت",
        "(",
        ")",
        "-",
        "–",
        '"',
        "»",
        "”",
        "لا",
        "لم",
        "لن",
        "لطالما",
        "طالما",
        "وقت",
        "سابق",
    }
)


def subject_before(frame: Frame, place: int, sentence: Sentence) -> list[Party]:
    """Return the parties that end right before a verb, as in nominal clauses and headlines."""
    asked = place, sentence.first
    if asked not in frame.subjects:  # asked of one verb again and again
        frame.subjects[asked] = _subject_before(frame, place, max(sentence.first, place - MAX_SUBJECT_TOKENS))
    return frame.subjects[asked]


def _subject_before(frame: Frame, place: int, first: int) -> list[Party]:
    tokens = frame.tokens
    beginnings = beginnings_of(frame.chart)
    start = beginnings.find(1, first, place)
    while start >= 0:
        token, opens = tokens[start], _opens(frame, start, first)
        # Asked first, because it refuses most of them.
        may = opens or token.field is Field.TITLE
        if may and (token.kind is WORD or token.folded in _OPENING_MARKS):
            phrases = find_parties(frame.chart, start, place)
            if phrases and phrases[0].kind == "nationality":
                phrases = _quoted_outlet(frame, start, first) or phrases
            if (
                phrases
                and _reaches(frame, phrases[-1].end, place)
                and _stands_alone(token, phrases[0], opens=opens)
                and not _is_dateline(frame, phrases[-1], place)
            ):
                return phrases
        start = beginnings.find(1, start + 1, place)
    return []


def _quoted_outlet(frame: Frame, place: int, first: int) -> list[Party]:
    """Return the name in marks that the adjective at a token tells more of: "Le Monde", French."""
    quotation = frame.closed.get(place - 1) if place > first else None
    if quotation is None or quotation.first <= first or quotation.end - quotation.first > MAX_NAME_TOKENS:
        return []
    span = frame.document.span(quotation.first, quotation.end)
    return [Party(quotation.first, place + 1, span, "", "words", None, (), (), True)]


def unknown_hearer(frame: Frame, place: int, limit: int) -> Party | None:
    """Return whom a statement is made to behind "to" where no table knows him: reporters, a channel in Latin letters."""
    token = frame.tokens[place]
    if token.folded in {"ل", "مع"} and place + 1 < limit and frame.tokens[place + 1].kind is TokenKind.LATIN:
        span = frame.tokens[place + 1].span
        return Party(place + 1, place + 2, span, "", "words", None, (), (), True)
    if token.folded.startswith("لل") and token.folded.endswith("ين"):
        span = token.span._replace(start=token.start + 1)
        return Party(place, place + 1, span, token.folded, "words", None, (), (), True)
    return None


def head_of_relative(frame: Frame, place: int, sentence: Sentence) -> list[Party]:
    """Return the parties that a relative word right before a verb takes up, whatever governs them."""
    end = place - 1
    if frame.words[end] not in markers()["relative"]:
        return []
    if end > sentence.first and frame.words[end - 1] in COMMAS:
        end -= 1
        end = _same_relative_before(frame, end, frame.words[place - 1], sentence)
    for start in range(max(sentence.first, end - MAX_HEAD_TOKENS), end):
        phrases = find_parties(frame.chart, start, end)
        if phrases and phrases[-1].end == end and (phrases[0].kind in _SPEAKS or is_capital(phrases[0])):
            several = frame.words[place - 1] not in _SINGLE_RELATIVES
            return [] if _provides(frame, start - 1) else phrases if several else phrases[-1:]
    return []


def _same_relative_before(frame: Frame, end: int, relative: str, sentence: Sentence) -> int:
    """Return where the head ends of two clauses that open alike, each behind a comma: X, who is of Y, who said."""
    for place in range(end - 1, max(sentence.first, end - MAX_HEAD_TOKENS), -1):
        if frame.words[place] in COMMAS:
            return place if frame.words[place + 1].removeprefix("و") == relative.removeprefix("و") else end
    return end


def _provides(frame: Frame, place: int) -> bool:
    """Return whether a paper that provides something, and says nothing, stands in construct: the resolution of X."""
    folded = frame.words[place] if place >= 0 else ""
    return not folded.startswith("ال") and "ال" + folded.removeprefix("و") in markers()["provider"]


def subject_of_was(frame: Frame, place: int, sentence: Sentence) -> list[Party]:
    """Return whom "was" before a verb with "had" has as its subject: the agency of the state had reported."""
    if frame.words[place - 1] != "قد":
        return []
    for start in range(place - 2, max(sentence.first, place - MAX_SUBJECT_TOKENS) - 1, -1):
        if frame.words[start] in WAS:
            phrases = find_parties(frame.chart, start + 1, place - 1)
            if phrases and is_addressee(frame, phrases[0]):
                return []
            return phrases or list(_words_between(frame, start + 1, _first_mark(frame, start + 1, place - 1)))
        if frame.words[start] in {".", "؛"} or start in frame.cues:
            return []
    return []


def subject_after_that(frame: Frame, place: int, sentence: Sentence) -> list[Party]:
    """Return the party right behind a that-word, told more of up to the comma before a verb: that X, the head of Y, said."""
    if frame.words[place - 1] not in COMMAS or frame.cues[place][1]:
        return []
    for start in range(place - 2, max(sentence.first, place - MAX_SUBJECT_TOKENS), -1):
        if start in frame.cues or frame.words[start] in {".", "؛", ":"}:
            return []
        if frame.words[start] in markers()["complementizer"]:
            phrases = find_parties(frame.chart, start + 1, place)
            mark = _first_mark(frame, start + 1, place)
            if not phrases and mark - start in _NAME_LENGTHS and not frame.words[start + 1].startswith("ال"):
                return list(_words_between(frame, start + 1, mark))
            people = (
                bool(phrases) and phrases[0].kind in _SPEAKS and phrases[0].span.start == frame.tokens[start + 1].start
            )
            return phrases[:1] if people else []
    return []


def goes_on_from_was(frame: Frame, place: int, sentence: Sentence) -> bool:
    """Return whether a verb behind an aside has the subject of "was" before it: X, who had sought this, criticised Y."""
    if frame.words[sentence.first] not in WAS or frame.words[place - 1] not in COMMAS:
        return False
    phrases = find_parties(frame.chart, sentence.first + 1, place)
    end = phrases[-1].end if phrases else place
    return end + 1 < place and frame.words[end] in COMMAS and frame.words[end + 1] in markers()["relative"]


def _first_mark(frame: Frame, first: int, end: int) -> int:
    """Return the first token that is no word, or ``end``."""
    marks = (place for place in range(first, end) if frame.tokens[place].kind is not WORD)
    return next(marks, end)


def unknown_before(frame: Frame, place: int, sentence: Sentence) -> tuple[Party, ...]:
    """Return the words between "that" or "but" and a verb as its subject where no table knows them."""
    if frame.words[place - 1] in _WHAT:
        return ()  # what she called a crime: she is who spoke before
    for start in range(place - 1, max(sentence.first, place - MAX_UNKNOWN_TOKENS) - 1, -1):
        word = frame.words[start]
        if word in markers()["complementizer"] or word in _BUT:
            # Behind "that he" stands what he does.
            return _words_between(frame, start + 1, place) if word.endswith("ن") or word in _BUT else ()
        if frame.tokens[start].kind is not WORD or start in frame.cues or word in _WHEN:
            return ()
        if start == sentence.first and sentence.kind is SentenceKind.TITLE:
            return _words_between(frame, start, place)
    return ()


def _words_between(frame: Frame, first: int, end: int) -> tuple[Party, ...]:
    """Return the words between two tokens as a subject, none where they begin as an adjunct does."""
    while end > first and frame.words[end - 1] in _HAD:
        end -= 1
    if first == end or frame.chart.dated[first]:
        return ()
    head = frame.tokens[first]
    parts = frame.document.parts[first]
    if (
        head.folded in _PROCLITICS
        or head.folded[0] == "ي"  # a verb: should be jailed
        or head.folded in _stops() | WAS | markers()["negation"]
        or (parts and parts[0].kind is PartKind.PREPOSITION)
    ):
        return ()
    span = frame.document.span(first, end)
    return (Party(first, end, span, head.folded, "words", None, (), (), head.folded.startswith("ال")),)


def past_opening(frame: Frame, sentence: Sentence, end: int) -> int:
    """Return the token behind the adjunct and comma that open a sentence: "three weeks before, X sent"."""
    first = frame.words[sentence.first].removeprefix("و")
    if first not in marked("adjunct", "stretch") and first not in _OPENS_ADJUNCT:
        return sentence.first
    for place in range(sentence.first + 1, min(end - 1, sentence.first + MAX_UNKNOWN_TOKENS * 2)):
        if frame.words[place] in COMMAS:
            return place + 1
        if place in frame.cues:
            break
    return sentence.first


def _is_dateline(frame: Frame, phrase: Party, place: int) -> bool:
    """Return whether a phrase stands before a dash and the verb: where and for whom it was written, not who speaks."""
    between = frame.tokens[phrase.end : place]
    dashed = any(token.folded in DASHES for token in between)
    return dashed and (phrase.kind in {"place", "state"} or all(token.kind is not WORD for token in between))


def _opens(frame: Frame, start: int, first: int) -> bool:
    """Return whether what stands before a token neither governs what opens there nor has it in construct."""
    return start == first or frame.words[start - 1] in _before_subjects() or frame.tokens[start - 1].kind is not WORD


@cache
def _before_subjects() -> frozenset[str]:
    return marked("complementizer", "while") | _BEFORE_SUBJECT | WAS | _STILL


def _stands_alone(token: Token, phrase: Party, *, opens: bool) -> bool:
    """Return whether a phrase is not the object of a preposition or the end of a noun in construct."""
    joined = phrase.span.start > token.start
    if joined and not token.folded.startswith(("و", "ف")):
        return False
    return opens or (joined and token.field is Field.TITLE)


def _reaches(frame: Frame, end: int, place: int) -> bool:
    """Return whether only commas, particles, days and adjuncts stand between a subject and its verb."""
    position = end
    apposition = False
    while position < place:
        folded = frame.words[position]
        beyond = past_phrase(frame, position, place)
        if beyond > position:
            position = beyond
            continue
        if folded in COMMAS:
            apposition = not apposition and position + 1 < place
        elif not (apposition or folded in _PASSED or frame.chart.dated[position] or folded == "في"):
            return False
        position += 1
    relative = frame.words[place - 1] in markers()["relative"] and frame.words[place - 2] in COMMAS
    return not apposition or relative or frame.words[place - 1] in {"،", ",", "قد"}


def is_addressee(frame: Frame, party: Party) -> bool:
    """Return whether a preposition is glued to the party after the word, so that it can't be its subject."""
    return party.span.start > frame.tokens[party.first].start and frame.tokens[party.first].kind is WORD


def unknown_head(frame: Frame, first: int, limit: int) -> tuple[Party, ...]:
    """Return the person told by a definite noun that no table knows, with his country: the striker, English, X."""
    place = first + 1
    if place >= limit or not frame.words[first].startswith("ال") or frame.chart.starts.get(first):
        return ()
    name = frame.chart.name_at(place)
    if name is not None and name.kind == "nationality" and not frame.chart.glued(name):
        place = name.end
    person = find_party(frame.chart, place, limit) if place < limit else None
    if person is None or person.kind != "person" or person.name is None or person.name.first != place:
        return ()
    if is_addressee(frame, person) or frame.chart.glued(person.name) or head_at(frame.tokens[first]) is not None:
        return ()
    return (person._replace(first=first, span=frame.tokens[first].span.until(person.span)),)


def counted_people(frame: Frame, first: int, limit: int) -> tuple[Party, ...]:
    """Return the share or number of people right behind a verb: 55.7% of those asked."""
    tokens = frame.tokens
    if first >= limit or tokens[first].kind is not NUMBER or frame.chart.dated[first]:
        return ()
    end = first + 1
    while end < limit and frame.words[end] in _PER_CENT:
        end += 1
    if end + 1 >= limit or frame.words[end] != "من" or tokens[end + 1].kind is not WORD:
        return ()
    party = find_party(frame.chart, end + 1, limit)
    if not (party is None and frame.words[end + 1].startswith("ال")) and (party is None or party.kind != "persons"):
        return ()
    end = party.end if party is not None else end + 2
    span = frame.document.span(first, end)
    return (Party(first, end, span, "", "persons", None, (), (), True),)


def unknown_subject(frame: Frame, first: int, end: int) -> tuple[Party, ...]:
    """Return the words right behind a verb as its subject where no table knows them; none for an adjunct."""
    stops = _stops()
    place = first = past_phrase(frame, first, end) if first < end else first
    if first + 1 < end and frame.words[first] in _THIS and frame.words[first + 1] in markers()["mute"]:
        return ()  # this step
    while place < min(end, first + MAX_UNKNOWN_TOKENS):
        token = frame.tokens[place]
        parts = frame.document.parts[place]
        glued = bool(parts) and parts[0].kind is PartKind.PREPOSITION
        stops_here = token.folded in stops or token.folded in _PROCLITICS or (place == first and _is_and(parts))
        if token.kind is not WORD or stops_here or glued or frame.chart.dated[place]:
            break
        cue = find_cue(token)
        opens = cue is not None and place == first and (cue[0].id == "address" or cue[0].form == "imperfect")
        if opens or (cue is not None and token.folded.endswith("ا")):
            break  # a verb is nobody
        if place > first and (token.folded in markers()["while"] or token.folded in _ALL):
            break
        closed = place > first and frame.words[place - 1].startswith("ال")
        if closed and (frame.chart.name_at(place) is not None or head_at(token) is not None):
            break
        place += 1
    if place == first:
        return ()
    span = frame.document.span(first, place)
    folded = frame.words[first]
    return (Party(first, place, span, folded, "words", None, (), (), folded.startswith("ال")),)


def _is_and(parts: Sequence[Part]) -> bool:
    """Return whether a word is one with the article that "and" is glued to: he added, and tears were in his eyes."""
    return len(parts) > 1 and parts[0].kind is PartKind.CONJUNCTION and parts[1].kind is PartKind.ARTICLE


@cache
def _stops() -> frozenset[str]:
    """Return the folded words with which no subject goes on."""
    named = ("adjunct", "relative", "what", "channel", "manner", "saying", "in-manner", "complementizer", "by", "mute")
    return marked("preposition", *named) | _NO_SUBJECT


def is_adverb(frame: Frame, subject: Party) -> bool:
    """Return whether a single unknown word is an adverb: really, often."""
    token = frame.tokens[subject.first]
    if subject.end - subject.first > 1:
        return False
    return token.surface.endswith(("اً", "ًا")) or (token.folded.endswith("ا") and token.folded[:-1] in word_counts())


def stands_as_subject(frame: Frame, cue: Cue, subject: Party) -> bool:
    """Return whether unknown words before a verb's preposition are its subject: no adverb, nor those it calls on.

    Nor what is put off: the word for commenting is also that for suspending.
    """
    token = frame.tokens[subject.first]
    single = subject.end - subject.first == 1
    if token.folded in markers()["suspended"]:
        return False
    if cue.act in {Act.PROMISE, Act.THREATEN}:
        return False  # whom a promise is made to, or what threatens without a word
    agrees = cue.feminine and single and token.surface.endswith("ة")
    called = token.folded in markers()["called-on"] or token.folded.endswith(("ين", "هم", "ها", "ه", "ات"))
    return agrees or not (called and "person" in cue.frames)


def past_apposed_office(frame: Frame, subject: Party, position: int, limit: int) -> int:
    """Return the token after an office told behind a name, where what happened follows it; ``position`` elsewhere."""
    office = find_party(frame.chart, position, limit) if subject.kind == "person" else None
    if office is None or office.kind not in {"office", "person"} or office.end >= limit:
        return position
    follows = frame.words[office.end] in marked("event", "renewed")
    return office.end if follows else position


def that_beyond(frame: Frame, cue: Cue, subject: Party, position: int, limit: int) -> bool:
    """Return whether the words behind a subject tell more of it, a that-word standing behind them.

    They agree with it: the agency charged with …, a source who has seen ….
    """
    words = markers()
    if "ان" not in cue.frames or cue.act not in {Act.ANNOUNCE, Act.DESCRIBE}:
        return False
    if subject.definite != frame.words[position].startswith("ال") or frame.chart.dated[position]:
        return False
    for place in range(position + 1, min(limit, position + MAX_APPOSED_TOKENS)):
        folded = frame.words[place]
        if folded in words["complementizer"]:
            return not folded.startswith(("و", "ب")) and frame.words[place - 1] not in words["that-noun"]
        if folded in {".", "؛", ":"} or (place in frame.cues and not _is_noun_too(folded)):
            return False
    return False


def _is_noun_too(folded: str) -> bool:
    return folded.removeprefix("و") in homographs()


def with_construct(frame: Frame, cue: Cue, party: Party, limit: int) -> Party:
    """Return an indefinite noun with the unknown name behind it, where a that-word follows: the police of X."""
    end = party.end
    if party.definite or party.kind not in _CONSTRUCTS or "ان" not in cue.frames or end >= limit:
        return party
    that = markers()["complementizer"]
    for place in range(end, min(limit, end + MAX_CONSTRUCT_TOKENS)):
        token = frame.tokens[place]
        closed = token.folded in COMMAS and _adjunct_follows(frame, place + 1, limit)  # , in a report,
        where = token.folded == "في" and _that_near(frame, place + 1, limit)  # a committee of X in Y that
        if place > end and (token.folded in that or token.folded == ":" or closed or where):
            return party._replace(end=place, span=party.span.until(frame.tokens[place - 1].span))
        if place > end and token.folded.startswith("لل"):
            continue  # a league for rights
        glued = frame.document.parts[place][:1]
        plain = not glued or glued[0].kind not in {PartKind.PREPOSITION, PartKind.CONJUNCTION}
        if token.kind is not WORD or not plain or place in frame.cues or frame.chart.dated[place]:
            return party
        if token.folded in _stops():
            return party
    return party


def _adjunct_follows(frame: Frame, place: int, limit: int) -> bool:
    """Return whether an adjunct that tells where or how something was said opens behind a comma: in a report."""
    return place + 1 < limit and frame.words[place] == "في" and frame.chart.name_at(place + 1) is None


def _that_near(frame: Frame, place: int, limit: int) -> bool:
    """Return whether a that-word follows within a few words of a place."""
    near = frame.words[place : min(limit, place + MAX_CONSTRUCT_TOKENS)]
    return not markers()["complementizer"].isdisjoint(near)


def with_quality(frame: Frame, party: Party, limit: int) -> Party:
    """Return an indefinite plural with the participle behind it: opponents coming from a country."""
    end = party.end
    if party.kind not in {"persons", "bodies"} or party.definite or end >= limit:
        return party
    folded = frame.words[end]
    if not folded.endswith("ون") or folded.startswith(("ي", "ت", "ال", "و")):
        return party
    end += 1
    name = frame.chart.name_at(end + 1) if end + 1 < limit and frame.words[end] in markers()["preposition"] else None
    end = name.end if name is not None else end
    return party._replace(end=end, span=party.span.until(frame.tokens[end - 1].span))


def is_capital(phrase: Party) -> bool:
    """Return whether a place can stand for a government."""
    name = phrase.name
    return name is not None and name.value.entity is not None and name.value.entity.removeprefix("place:") in capitals()
