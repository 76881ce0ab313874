"""Where what was said ends, and whether it is given as spoken."""

from collections.abc import Iterable
from itertools import compress
from typing import Final, NamedTuple

from hudna.arabic.names.parties import find_party, head_at
from hudna.arabic.speech.clause import Clause
from hudna.arabic.speech.cue import Cue
from hudna.arabic.speech.cues import CUES, find_cue, homographs, marked, markers
from hudna.arabic.speech.frame import WE, Frame
from hudna.arabic.speech.openers import calls, is_glued
from hudna.arabic.speech.renewed import past_renewed
from hudna.arabic.speech.subjects import subject_before
from hudna.lexicon import Trigger
from hudna.model import PUNCTUATION, WORD, Field, Manner, Quotation, Sentence, Span
from hudna.model.frozen import replace
from hudna.text.letters import COMMAS

_TRIM: Final = frozenset(
    {"،", ",", ".", ":", "؛", ";", "-", "–", "—", "..", "...", "…", "!", "&", '"', "«", "»", "“", "”", "و", "*"}
)
_TRIM_FRONT: Final = frozenset({"،", ",", ".", ":", "-", "–", "—", "..", '"', "«", "“", "”", "„"})
MAX_CONTENT_TOKENS: Final = 600  # no sentence of the press says more; it bounds the work on a text without full stops
MAX_TOPIC_TOKENS: Final = 8  # of a subject that a comma parts from its verb
MAX_TURN_TOKENS: Final = 12
MIN_QUOTED: Final = 3
MAX_OPENING_TOKENS: Final = 3
MIN_QUOTED_SENTENCE: Final = 6
_AFTER: Final = frozenset({"بعد", "قبل", "خلال", "اثناء", "عقب", "اثر", "قبيل"})
_BECAUSE: Final = frozenset({"لان", "لانه", "لانها", "لانهم"})  # regrets that
_RENEWS: Final = frozenset({"renew", "renew-2", "repeat"})
_PARTS: Final = frozenset({"..", "...", "…", "|", "؟"})
_SAID_OF: Final = frozenset({"علي", "الي", "من", "عن"})  # between "the warning" and "that"
_DESCRIBES: Final = frozenset({"الواقعه", "الواقع", "الواقعين", "وهي", "وهو", "وهم", "التابعه", "التابع"})
_IS: Final = frozenset({"كان", "كانت", "جاء", "جاءت", "ياتي", "تاتي", "يعد", "تعد"})  # before "an answer to"
_BUT: Final = frozenset({"لكن", "ولكن"})
_SETTINGS: Final = frozenset({"في", "خلال", "عبر"})
_ENDING: Final = frozenset({"بعدما", "ردا", "علي", "اشاره"})
_GIVEN: Final = frozenset({"حيث", "اذ"})
_CLAUSES: Final = frozenset({"ان", "colon", "quote"})  # openers behind which verbs belong to what was said
LAYS_BLAME: Final = frozenset({"lay-blame", "lay-blame-2"})
MAX_BLAME_TOKENS: Final = 6
MAX_WE_TOKENS: Final = 6  # between a comma and "we"
_FINITE: Final = frozenset({"perfect", "imperfect"})


class Content(NamedTuple):
    """What was said: its parts in tokens, how it is given, the first token after it.

    ``cut`` folded characters at its start belong to a glued preposition.
    """

    parts: tuple[tuple[int, int], ...]
    manner: Manner
    end: int
    cut: int = 0


def read_content(frame: Frame, clause: Clause, sentence: Sentence) -> Content | None:
    """Return the content of a clause, None where nothing is left of it once marks are cut off."""
    if clause.cue.id in _RENEWS:
        clause = past_renewed(frame, clause, sentence.end)
    first = _past_saying(frame, clause.content, sentence.end)
    if first != clause.content:  # a that-word after the colon or preposition makes it indirect
        passed = next((mark for place in range(clause.content, first) if (mark := frame.quotation_at(place))), None)
        if passed is not None and passed.close is not None and not _runs_on(frame, passed, sentence):
            return _content(frame, first, passed.end, Manner.DIRECT)
        clause = replace(clause, content=first, cut=0, opener="ان")
    quotation = frame.quotation_at(first)
    spoken = clause.opener in {"colon", "quote"}
    if quotation is not None and spoken and _whole(quotation) and not _runs_on(frame, quotation, sentence):
        return _content(frame, quotation.first, quotation.end, Manner.DIRECT)
    called = clause.cue.id == "describe" and (clause.opener == "ب" or _called_alone(frame, clause, quotation))
    if quotation is not None and quotation.close is not None and called:
        return _content(frame, quotation.first, _last_quoted(frame, quotation), Manner.DIRECT)  # called it "a crime"
    end = _content_end(frame, clause, sentence)
    if quotation is not None and spoken and _described(frame, quotation):
        return _content(frame, quotation.first, quotation.end, Manner.DIRECT)
    if quotation is not None and quotation.close is not None and quotation.close + 1 < end - 1:
        return _content(frame, first, end, Manner.MIXED)
    if (quotation is not None and quotation.close is not None and quotation.close + 1 >= end - 1) or spoken:
        manner = Manner.DIRECT
    else:
        manner = Manner.MIXED if _holds_quotation(frame, clause.content, end) else Manner.INDIRECT
    content = _content(frame, clause.content, end, manner)
    return content._replace(cut=clause.cut) if content is not None and clause.cut else content


def _called_alone(frame: Frame, clause: Clause, quotation: Quotation | None) -> bool:
    """Return whether what somebody is called stands in marks, with a comma or stop behind them."""
    if not clause.cue.pronoun or quotation is None or quotation.close is None:
        return False
    after = quotation.close + 1
    return after < len(frame.tokens) and frame.tokens[after].kind is PUNCTUATION


def _last_quoted(frame: Frame, quotation: Quotation) -> int:
    """Return the end of a quotation, or of the one joined to it: "a crime" and "a shame"."""
    close = quotation.close
    if close is None or close + 2 >= len(frame.tokens) or frame.words[close + 1] != "و":
        return quotation.end
    following = frame.quotation_at(close + 2)
    return following.end if following is not None and following.close is not None else quotation.end


def _past_saying(frame: Frame, first: int, limit: int) -> int:
    """Return where what was said starts: behind that-words, "the saying that", and a mark before either."""
    words = markers()
    while first + 1 < limit:
        folded, following = frame.words[first], frame.words[first + 1]
        quotation = frame.quotation_at(first)
        if folded in words["complementizer"] or folded in _BECAUSE:
            first += 1
        elif folded in words["saying"] and (following in words["complementizer"] or following == ":"):
            first += 2
        elif folded in words["saying"] and frame.quotation_at(first + 1) is not None:
            first += 1
        elif folded in words["saying"] and following in _SAID_OF and before_that(frame, first + 1):
            first += 3
        elif quotation is not None and quotation.end - first > MIN_QUOTED and following in words["complementizer"]:
            first += 2
        else:
            break
    return first


def _whole(quotation: Quotation) -> bool:
    return quotation.end - quotation.first > 1


def _runs_on(frame: Frame, quotation: Quotation, sentence: Sentence) -> bool:
    """Return whether the outlet's own words finish what a quotation began."""
    after = quotation.close
    if after is None or after + 1 >= sentence.end:
        return False
    following = frame.tokens[after + 1]
    if following.kind is not WORD or find_cue(following) is not None:
        return False
    return following.folded not in marked("while", "by", "aside")


def _described(frame: Frame, quotation: Quotation) -> bool:
    """Return whether the outlet describes behind the closing mark what was named last in a quoted sentence."""
    place = quotation.end + 1
    if quotation.close is None or quotation.end - quotation.first < MIN_QUOTED_SENTENCE or place >= len(frame.tokens):
        return False
    return frame.words[place] in markers()["relative"] | _DESCRIBES


def _content(frame: Frame, first: int, end: int, manner: Manner) -> Content | None:
    tokens, words = frame.tokens, frame.words
    after = end
    while end > first and (words[end - 1] in _TRIM or words[end - 1] == "("):
        end -= 1
    while first < end and words[first] in _TRIM_FRONT:
        first += 1
    if first < end and (tokens[first].kind is WORD or any(token.kind is WORD for token in tokens[first:end])):
        return Content(((first, end),), manner, after)
    return None


def _holds_quotation(frame: Frame, first: int, end: int) -> bool:
    if frame.quoted.find(1, first + 1, end + 1) < 0:
        return False
    opening = filter(None, map(frame.quotation_at, range(first, end)))
    return any(quotation.close is not None and quotation.end - quotation.first > 2 for quotation in opening)


_ENDS: Final = Trigger(among=lambda: COMMAS | _BUT | _SETTINGS | _AFTER | _ENDING | marked("complementizer", "aside"))


def _ends_of(frame: Frame) -> bytearray:
    """Return by token whether what was said may end there: at some words, at reporting words, behind a comma."""
    if frame.ends is None:
        made = frame.ends = bytearray(len(frame.words) + 1)
        for place in frame.cues:
            made[place] = True
        for place in _ENDS.places(frame.document):
            made[place] = True
            if frame.words[place] in COMMAS:
                made[place + 1] = True
    return frame.ends


def _places(frame: Frame, first: int, limit: int, *, every: bool) -> Iterable[int]:
    """Return the tokens at which what was said may end, or ``every`` one."""
    if every:
        return range(first, limit)
    ends = _ends_of(frame)[first:limit]
    return compress(range(first, limit), ends)


def _content_end(frame: Frame, clause: Clause, sentence: Sentence) -> int:
    """Return the token at which the content ends: the next report at its own level, a source phrase, or the sentence."""
    words, folded = markers(), frame.words
    limit = min(sentence.end, clause.content + MAX_CONTENT_TOKENS)
    spoken = clause.opener in {"colon", "quote"}
    before_main = _before_main(frame, clause.place, sentence)
    taken_up = not words["relative"].isdisjoint(folded[max(sentence.first, clause.place - 2) : clause.place])
    relative = taken_up and clause.opener != "ان" and not spoken
    aside = taken_up and clause.opener == "ان" and _in_report(frame, clause.place, sentence)
    titled = frame.tokens[clause.place].field is Field.TITLE
    unquoted = not frame.quoted[clause.content]
    for place in _places(frame, clause.content + 1, limit, every=titled):
        if unquoted and frame.quoted[place]:
            continue
        word, before, found = folded[place], folded[place - 1], frame.cues.get(place)
        comma = before in COMMAS
        begun = place > clause.content + 1 or before not in words["while"]
        if found is not None and begun and _opens_next(frame, clause, found[0], found[1], place, sentence):
            return _before_joiners(frame, clause.content, place)
        if clause.cue.form == "noun" and word in COMMAS and _closes_noun(frame, clause, place):
            return place
        title = frame.tokens[place].field is Field.TITLE
        if title and begun and _second_part(frame, place):
            return place
        if comma and before_main and not frame.quoted[place]:
            return place - 1
        if clause.opener != "colon" and (comma or word in _BUT) and _turns(frame, place):
            return place
        if clause.opener != "colon" and word in _SETTINGS and _is_setting(frame, place, sentence):
            return place
        if clause.opener != "ان" and not spoken and _after_it(frame, place, clause.content):
            return place
        if relative and word in words["complementizer"] and before not in words["that-noun"]:
            return place  # X, who criticised it, said that
        if aside and word in words["complementizer"] and _of_report(frame, clause, place):
            return place  # X, who claims that it holds, said that
        if relative and comma and found is not None and found[1] == 0:
            return place
        if comma and clause.opener not in _CLAUSES and word in _GIVEN:
            return place  # insists on it, as its forces advance
        if word in _PARTS and title and not spoken:
            return place  # a headline goes on with something else
        if word == "علي" and place + 2 < limit and folded[place + 1] == "حد":
            return place  # "in his words" closes them
        if word == "اشاره" and before == "في" and place > clause.content + 2:
            return place - 1
        told = before in words["relative"] or before in words["what"]  # which it is believed that
        if word in words["aside"] and not told and not frame.quoted[place] and place > clause.content + 2:
            return place
        if comma and word in words["by"] and clause.opener != "colon":
            return place
    return limit


def _in_report(frame: Frame, place: int, sentence: Sentence) -> bool:
    """Return whether a verb that takes a that-word stands before a relative clause of its sentence."""
    first = max(sentence.first, place - MAX_TURN_TOKENS)
    return any("ان" in frame.cues[each][0].frames for each in range(first, place - 1) if each in frame.cues)


def _of_report(frame: Frame, clause: Clause, place: int) -> bool:
    """Return whether a that-word goes back to the verb before a relative clause, rather than on with what is claimed."""
    before = frame.tokens[place - 1]
    if frame.words[place].startswith(("و", "ب")) or before.folded in markers()["that-noun"]:
        return False
    return place - 1 not in frame.cues and place > clause.content + 1 and not before.folded.startswith("و")


def _second_part(frame: Frame, place: int) -> bool:
    """Return whether a headline goes on with what somebody else says: and X praises."""
    if not frame.words[place].startswith("و"):
        return False
    party = find_party(frame.chart, place, len(frame.tokens))
    cue, glued = frame.cues.get(party.end, (None, 0)) if party is not None else (None, 0)
    joined = party is not None and party.span.start > frame.tokens[place].start
    return joined and cue is not None and not glued and cue.form == "imperfect"


def _after_it(frame: Frame, place: int, first: int) -> bool:
    """Return whether "after that", "before that" opens the outlet's own clause behind an object."""
    folded = frame.words[place]
    following = frame.words[place + 1] if place + 1 < len(frame.tokens) else ""
    if place <= first + 1:
        return place == first + 1 and folded in _AFTER and _occasion_of(frame, place + 1)
    if folded == "بعدما" or (folded in {"بعد", "قبل"} and following == "ان"):
        return True
    own = folded != "قبل" or following.endswith(("ه", "ها"))  # what is to be done before talks belongs to it
    if folded == "ردا" and following == "علي":
        return frame.words[place - 1] not in _IS
    return folded in _AFTER and own and _occasion_of(frame, place + 1)


def _occasion_of(frame: Frame, place: int) -> bool:
    """Return whether an occasion on which something is said stands here: a meeting, his election."""
    return place < len(frame.tokens) and frame.words[place] in markers()["occasion"]


def _before_main(frame: Frame, place: int, sentence: Sentence) -> bool:
    """Return whether a verb stands in a clause that opens the sentence: after he had denied that …, he left."""
    if not 0 < place - sentence.first <= MAX_OPENING_TOKENS:
        return False
    opening = [word.removeprefix("و") for word in frame.words[sentence.first : place]]
    return opening in (["بعد", "ان"], ["قبل", "ان"], ["منذ", "ان"], ["بعدما"], ["عندما"], ["حين"], ["حينما"], ["منذ"])


def _closes_noun(frame: Frame, clause: Clause, place: int) -> bool:
    """Return whether a comma ends what a noun of saying governs: any, or behind a that-word one before "so"."""
    following = frame.words[place + 1] if place + 1 < len(frame.tokens) else ""
    return clause.opener != "ان" or following in {"فان", "فانه", "فانها", "فقد", "فانهم"}


def _turns(frame: Frame, place: int) -> bool:
    """Return whether the outlet's own account goes on behind a comma: while, after, before doing."""
    folded = frame.words[place]
    if folded in markers()["turn"]:
        return True
    following = frame.words[place + 1] if place + 1 < len(frame.tokens) else ""
    if folded in {"قبل", "بعد"}:
        return following in {"ان", "انه"} or following in markers()["stretch"]
    if folded == "خلال":
        return following in markers()["occasion"]
    if folded == "الامر" and following == "الذي":
        return True
    if folded in {"وهو", "وهي"} and following in markers()["taken-up"]:
        return True  # a statement which he took back
    if folded == "ما" or (folded == "وهو" and following in {"ما", "الامر"}):
        return any(_takes_up(frame, other) for other in range(place + 1, min(place + 5, len(frame.tokens))))
    if folded in _BUT:
        return _own_report(frame, place + 1)
    return folded in {"في", "علي"} and following in {"حين", "وقت"}


def _takes_up(frame: Frame, place: int) -> bool:
    """Return whether a reporting word stands here, with or without a pronoun for what was told: which they deny."""
    folded = frame.words[place]
    return place in frame.cues or any(CUES[folded.removesuffix(end)] for end in ("ه", "ها") if folded.endswith(end))


def _own_report(frame: Frame, place: int) -> bool:
    """Return whether somebody else's report, or that he made none, opens at a token."""
    party = find_party(frame.chart, place, min(place + MAX_TURN_TOKENS, len(frame.tokens)))
    if party is None or party.end >= len(frame.tokens):
        return False
    return party.end in frame.cues or frame.words[party.end] in {"لم", "لا"}


def _is_setting(frame: Frame, place: int, sentence: Sentence) -> bool:
    """Return whether words such as "in a statement" close the sentence or clause rather than what was said."""
    if place + 1 >= sentence.end or frame.words[place + 1] not in markers()["channel"]:
        return False
    following = frame.words[place + 2] if place + 2 < sentence.end else "."
    name = frame.chart.name_at(place + 2)
    if frame.words[place - 1] in COMMAS:
        return True
    spoken_to = following.startswith("ل") and name is not None
    return spoken_to or following in {
        "،",
        ",",
        ".",
        "له",
        "لها",
        "صحفي",
        "صحافي",
        "متلفز",
        "متلفزه",
        "عبر",
        "علي",
        "نشره",
        "نشرته",
    }


def _before_joiners(frame: Frame, first: int, place: int) -> int:
    words = markers()["while"] | {"في", "علي", "و"}
    if frame.words[place - 1] in WE:
        commas = (each for each in range(place - 1, max(first, place - MAX_WE_TOKENS), -1))
        return next((each for each in commas if frame.words[each] in COMMAS), place - 1)
    while place - 1 > first and (frame.words[place - 1] in words):
        place -= 1
    return place


def _opens_next(frame: Frame, clause: Clause, cue: Cue, glued: int, place: int, sentence: Sentence) -> bool:
    """Return whether a reporting word inside the sentence begins the next report rather than being part of this one."""
    before = frame.words[place - 1]
    token = frame.tokens[place]
    if cue.form == "participle":
        renewed = place + 1 < sentence.end and frame.words[place + 1] in markers()["renewed"]
        if token.folded[glued:] in homographs() and before not in {"،", ",", "؛"} and not renewed:
            return False
        if token.folded.endswith("تين") or (token.folded.endswith(("ا", "ه", "ين")) and before_that(frame, place)):
            return True
        return token.folded[glued:].endswith("ا") or (
            before in {"،", ",", '"', "»", "”"} and token.folded.endswith(("ه", "ين"))
        )
    if cue.form not in _FINITE or (cue.id in LAYS_BLAME and not _lays_blame(frame, place, sentence)):
        return False
    if cue.own:
        return clause.opener not in {"colon", "quote"}
    if glued:
        if token.folded[1:] in homographs() and not _governs(frame, place, sentence):
            return False
        if cue.form == "imperfect":
            joined = cue.plural or bool(cue.pronoun) or _governs_name(frame, place)
            return joined or (clause.opener not in _CLAUSES and _goes_on_with(frame, clause, cue, place))
        dropped = not _governs_name(frame, place)
        return not (dropped and cue.feminine != clause.cue.feminine and not cue.plural)
    while_ = frame.words[sentence.first].removeprefix("و") in {"فيما", "بينما"}
    if before in COMMAS and (cue.form == "perfect" or while_) and clause.opener != "colon":
        inside = any(phrase.first >= clause.content for phrase in subject_before(frame, place, sentence))
        predicate = (
            clause.opener == "ان" and not while_ and place - clause.content <= MAX_TOPIC_TOKENS
        )  # that X, it told
        return not (inside or predicate) and token.folded not in homographs() and _governs_name(frame, place)
    if before == "كما" and cue.form == clause.cue.form == "imperfect" and before_that(frame, place):
        return True  # affirms that, as it sees that: one report beside the other
    joined = before in markers()["while"] or before == "حين"
    parted = place > 1 and frame.words[place - 2] in COMMAS and _governs_name(frame, place)  # , as X sees
    tense = cue.form == "perfect" or parted
    return joined and before not in {"قد", "كان", "كانت"} and tense and clause.opener != "colon"


def _lays_blame(frame: Frame, place: int, sentence: Sentence) -> bool:
    """Return whether a verb that lays or throws has blame or responsibility near behind it."""
    near = frame.words[place + 1 : min(sentence.end, place + MAX_BLAME_TOKENS)]
    return not markers()["laid"].isdisjoint(near)


def _goes_on_with(frame: Frame, clause: Clause, cue: Cue, place: int) -> bool:
    """Return whether a second verb in the present tense goes on with a noun's report: denies it, and demands of …."""
    if clause.cue.form != "imperfect" or cue.feminine != clause.cue.feminine or place + 1 >= len(frame.tokens):
        return False
    following = frame.words[place + 1]
    glued = any(is_glued(frame, place + 1, letter) for letter in ("ب", "ل") if letter in cue.frames)
    return glued or following in cue.frames or ("ان" in cue.frames and following in markers()["complementizer"])


def _governs(frame: Frame, place: int, sentence: Sentence) -> bool:
    """Return whether a word that may be a noun is followed as a verb would be: by a name or a that-word."""
    if place + 1 >= sentence.end:
        return False
    following = frame.tokens[place + 1]
    if homographs()[frame.words[place][1:]] == "preposition":
        return following.folded in markers()["complementizer"] | {"عن"}
    if following.folded in markers()["complementizer"] or (following.folded == "في" and before_that(frame, place + 1)):
        return True
    cue = frame.cues[place][0]
    if cue.id == "describe":
        return calls(frame, place, sentence)
    if cue.id == "reject" and following.folded in markers()["comment"]:
        return True
    name = frame.chart.name_at(place + 1)
    if name is not None:
        return not frame.chart.glued(name)
    head = head_at(following)
    after_comma = frame.words[place - 1] in COMMAS
    return after_comma and head is not None and head[0]["class"] in {"persons", "bodies", "person", "source"}


def before_that(frame: Frame, place: int) -> bool:
    """Return whether a that-word follows a word at once, or behind a preposition: pointing to that."""
    words = markers()
    following = frame.words[place + 1 : place + 3]
    if len(following) > 1 and following[0] in words["preposition"]:
        del following[0]
    return bool(following) and following[0] in words["complementizer"]


def _governs_name(frame: Frame, place: int) -> bool:
    """Return whether a party stands right after a verb, with nothing glued to it."""
    party = find_party(frame.chart, place + 1, len(frame.tokens))
    return party is not None and party.span.start <= frame.tokens[place + 1].start


def content_spans(frame: Frame, content: Content) -> tuple[Span, ...]:
    """Return the characters of a content's parts, without the preposition glued to the first."""
    cut = content.cut
    spans = [frame.document.span(first, end) for first, end in content.parts]
    if cut and len(spans[0].field) and spans[0].start + cut < spans[0].end:
        spans[0] = spans[0]._replace(start=spans[0].start + cut)
    return tuple(spans)
