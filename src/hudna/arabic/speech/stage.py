"""The reading of statements: every reporting word with its speaker and what was said."""

from bisect import bisect_left
from typing import Final

from hudna.arabic.names.reference import referents_of
from hudna.arabic.speech.acts import TELLS, about_of, act_of
from hudna.arabic.speech.before import read_quoted_before
from hudna.arabic.speech.clause import Clause
from hudna.arabic.speech.clauses import read_clause
from hudna.arabic.speech.content import Content, content_spans, read_content
from hudna.arabic.speech.cues import markers
from hudna.arabic.speech.frame import Frame, frame_of, places_in
from hudna.arabic.speech.nouns import read_noun
from hudna.arabic.speech.occasions import attributed, on_the_same_occasion, told_on
from hudna.arabic.speech.papers import COMES, read_paper
from hudna.arabic.speech.sources import read_sources
from hudna.arabic.speech.speakers import Speakers, carried, party_of
from hudna.arabic.speech.standing import has_subject, stands
from hudna.arabic.speech.titles import RULE as HEADLINE
from hudna.arabic.speech.titles import read_headline
from hudna.lexicon import Trigger
from hudna.model import (
    PUNCTUATION,
    Act,
    Document,
    Match,
    Mode,
    Party,
    Polarity,
    Sentence,
    SentenceKind,
    Span,
    Stage,
    Statement,
    Token,
    When,
)
from hudna.model.frozen import replace

_UNSURE_SPEAKERS: Final = frozenset(
    {
        "speaker of the report before",
        "the words of the text",
        "subject before the verb",
        "subject of the sentence",
        "body with a nationality",
        "holder of the office on the day",
        "person by given name",
        "members of a group named before",
        "person named last, called the latter",
    }
)
_SURE_OPENERS: Final = frozenset({"ان", "colon", "quote", "object", "الي", "علي"})
_ADDRESSES: Final = frozenset({Act.DEMAND, Act.ASK, Act.WARN, Act.THANK})
_BEFORE_THAT: Final = frozenset({"بعد", "قبل", "منذ", "وبعد", "وقبل"})
_HEADS: Final = frozenset({SentenceKind.TITLE, SentenceKind.HEADING})
MAX_HEDGES: Final = 5
_HEDGES: Final = Trigger(among=lambda: markers()["hedge"])
MAX_LINK_TOKENS: Final = 18
MAX_DATE_TOKENS: Final = 12


def find_statements(document: Document) -> Document:
    """Return the document with its statements in the order of the text."""
    referents = referents_of(document)
    frame = frame_of(document, referents.chart)
    speakers = Speakers(frame, referents)
    found: list[Match[Statement]] = []
    paragraph, before = -1, 0  # the last sentence's, and how many reports came before it
    for sentence in document.sentences:
        if sentence.kind is SentenceKind.LITTER:
            continue
        if sentence.paragraph != paragraph:
            paragraph, before = sentence.paragraph, len(found)
        last = found[-1] if len(found) > before else None
        found += told_on(_read_sentence(frame, speakers, sentence), last)
    numbered = [match.with_value(replace(match.value, id=f"s{number}")) for number, match in enumerate(found, start=1)]
    return replace(document, statements=tuple(attributed(document, numbered)))


def _read_sentence(frame: Frame, speakers: Speakers, sentence: Sentence) -> list[Match[Statement]]:
    found: list[Match[Statement]] = []
    told: list[tuple[Party, ...]] = []
    places = places_in(frame.cue_places, sentence)
    if sentence.kind in _HEADS:
        headlines = read_headline(frame, speakers, sentence)
        if headlines and headlines[0].value.evidence[0].start <= frame.tokens[sentence.first].end:
            return headlines
        found += headlines
        if sentence.kind is SentenceKind.HEADING:
            return headlines
    elif not places and not places_in(frame.by_places, sentence):
        return found
    headed = [match for match in found if match.rule == HEADLINE] if found else []
    open_ = list(found)  # reports that have not ended before a place
    begun = sentence.first  # where the content of the last report starts
    for place in places:
        if headed and any(match.first < place < match.end for match in headed):
            continue
        if frame.quoted[place] or (
            place in frame.cues and frame.cues[place][0].form == "imperfect" and _is_link(frame, sentence)
        ):
            continue
        report = _report(frame, place, begun, sentence)
        if report is None:
            continue
        clause, glued, content = report
        if headed and any(_told_by(match, frame.tokens[content.parts[0][0]]) for match in headed):
            continue
        open_ = [match for match in open_ if match.end > place] if open_ else open_
        inner = next((match for match in open_ if match.first < place), None) if open_ else None
        who: tuple[Party, ...] = ()
        if inner is not None and not clause.subject and not has_subject(frame, place, sentence):
            if not _calls_them(frame, clause, place):
                continue
            who, how = carried(inner.value.speakers), "speaker of the report in the same sentence"
        if not who:
            who, how = speakers.of(clause, sentence, told)
        if not who:
            continue
        begun = content.parts[0][0]
        match = _statement(frame, speakers, clause, glued, content, who, how)
        if clause.cue.form == "participle" and found and inner is None:
            match = on_the_same_occasion(found[-1].value, match)
        found.append(match)
        open_.append(match)
        if inner is None and clause.cue.form != "noun" and not (told and _is_subordinate(frame, place)):
            told.append(who)
            speakers.tell(who, clause.cue)
    return read_sources(frame, speakers, sentence, found)


def _calls_them(frame: Frame, clause: Clause, place: int) -> bool:
    """Return whether a report's own speaker calls somebody something within it: against those it called traitors."""
    called = bool(clause.cue.pronoun) and clause.cue.id == "describe" and clause.opener in {"ب", "quote"}
    return called and frame.words[place - 1] in {"من", "ما"}


def _is_subordinate(frame: Frame, place: int) -> bool:
    """Return whether a verb tells what was said before, beside the sentence's main report: after X had charged them."""
    return place > 1 and frame.words[place - 1] == "ان" and frame.words[place - 2] in _BEFORE_THAT


def _told_by(match: Match[Statement], first: Token) -> bool:
    """Return whether a headline's own statement starts with its speaker's name at a token."""
    return match.value.evidence[0].start == first.start


def _is_link(frame: Frame, sentence: Sentence) -> bool:
    """Return whether a short line without a full stop below the headline is that of another story."""
    last = frame.tokens[sentence.end - 1]
    if sentence.kind is SentenceKind.TITLE or last.kind is PUNCTUATION or sentence.paragraph == 0:
        return False
    return sentence.end - sentence.first <= MAX_LINK_TOKENS


def _report(frame: Frame, place: int, begun: int, sentence: Sentence) -> tuple[Clause, int, Content] | None:
    """Return the clause that a word of saying opens, the letters glued before the word, and what was said."""
    verb, noun = frame.cues.get(place), frame.nouns.get(place)
    if verb is not None:
        cue, glued = verb
        if place < begun and cue.id == "say" and cue.form == "participle":
            return None  # "he made clear, saying": one report
        read = read_paper if cue.id in COMES else read_clause
        clause = read(frame, cue, place, sentence)
        content = read_content(frame, clause, sentence) if clause and stands(frame, clause, glued, sentence) else None
        quoted = None if glued else read_quoted_before(frame, cue, place, sentence)
        start = quoted[1].parts[0][0] if quoted is not None else -1
        if quoted is not None and (start > begun or start == begun == sentence.first):
            return quoted[0], glued, quoted[1]
        if clause is not None and content is not None:
            return clause, glued if clause.place == place else 0, content
    if noun is not None and place != begun:  # "voiced the welcome of his country": one report
        cue, glued = noun
        clause = read_noun(frame, cue, place, sentence)
        content = read_content(frame, clause, sentence) if clause is not None else None
        if clause is not None and content is not None:
            return clause, glued, content
    return None


def _statement(
    frame: Frame,
    speakers: Speakers,
    clause: Clause,
    glued: int,
    content: Content,
    who: tuple[Party, ...],
    how: str,
) -> Match[Statement]:
    token = frame.tokens[clause.place]
    cue_span = Span(token.start + glued, token.end, token.field)
    before = frame.words[clause.place - 1] if clause.place else ""
    negative = before in markers()["negation"]
    spans = content_spans(frame, content)
    first, end = content.parts[0]
    hedges = tuple([frame.tokens[place].span for place in _HEDGES.within(frame.document, first, end)[:MAX_HEDGES]])
    act = act_of(frame, clause, content)
    statement = Statement(
        id="",
        speakers=who,
        cue=cue_span,
        content=spans,
        manner=content.manner,
        mode=Mode.ATTITUDE if clause.cue.attitude or _observes(clause) else Mode.SAID,
        act=act,
        about=about_of(frame, speakers, clause, content, who, act),
        polarity=Polarity.NEGATIVE if negative else Polarity.POSITIVE,
        hedges=hedges,
        addressee=_addressee(speakers, clause),
        channel=clause.channel,
        via=speakers.via(clause.via),
        when=_when(frame, clause),
        sure=not negative and _is_sure(clause, how),
        rule=clause.rule,
        evidence=_evidence(clause, cue_span),
    )
    how_found = Match("speaker", clause.place, clause.place + 1, cue_span, who, how)
    return Match(
        "statement", clause.place, max(content.end, clause.place + 1), cue_span, statement, clause.rule, (how_found,)
    )


def _observes(clause: Clause) -> bool:
    """Return whether nobody by name sees something so, which no one has uttered: observers see that."""
    subject = clause.subject[0] if clause.subject else None
    seen = clause.cue.id == "see" and clause.cue.form == "imperfect"
    return seen and subject is not None and subject.kind == "persons" and not subject.definite


def _is_sure(clause: Clause, how: str) -> bool:
    """Return whether both the pattern and the way the speaker was found have been right nine times in ten."""
    return (
        clause.cue.form not in {"imperfect", "noun"} and clause.opener in _SURE_OPENERS and how not in _UNSURE_SPEAKERS
    )


def _addressee(speakers: Speakers, clause: Clause) -> Party | None:
    party = clause.addressee
    if party is None and (clause.cue.act in _ADDRESSES or clause.cue.id in TELLS):
        party = clause.person
    return party_of(speakers.referents.meaning(party)) if party is not None else None


def _when(frame: Frame, clause: Clause) -> When | None:
    """Return the day that stands between the reporting word and the content, but for one to come: nobody has spoken then."""
    first, end = clause.between
    dates, today = frame.document.dates, frame.document.published.day
    for number in range(bisect_left(frame.date_starts, min(first, clause.place - MAX_DATE_TOKENS)), len(dates)):
        date = dates[number]
        if first <= date.first < end or date.end == clause.place:
            value = date.value
            if today is not None and value.earliest is not None and value.earliest > today:
                continue
            return When(value.earliest, value.latest, value.span, value.because)
        if date.first >= end:
            break
    return None


def _evidence(clause: Clause, cue: Span) -> tuple[Span, ...]:
    if clause.subject:
        last = clause.subject[-1].span
        return (cue.until(last),) if last.end > cue.end else (cue,)
    return (cue,)


STAGE: Final = Stage(
    "statements",
    frozenset({"tokens", "sentences", "names", "dates", "parts"}),
    frozenset({"statements"}),
    find_statements,
)
