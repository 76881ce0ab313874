"""The reading of statements: every reporting word with its speaker and what was said."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from hudna.arabic.names.reference import referents_of
from hudna.arabic.speech.acts import about_of, act_of
from hudna.arabic.speech.before import read_quoted_before
from hudna.arabic.speech.clause import STRONG_OPENERS, Clause
from hudna.arabic.speech.clauses import read_clause
from hudna.arabic.speech.content import Content, before_that, content_spans, read_content
from hudna.arabic.speech.cues import homographs, markers
from hudna.arabic.speech.frame import Frame, frame_of, places_in
from hudna.arabic.speech.nouns import read_noun
from hudna.arabic.speech.openers import calls
from hudna.arabic.speech.papers import COMES, read_paper
from hudna.arabic.speech.sources import read_sources
from hudna.arabic.speech.speakers import Speakers, party_of
from hudna.arabic.speech.subjects import (
    WAS,
    goes_on_from_was,
    head_of_relative,
    subject_before,
    subject_of_was,
    unknown_before,
)
from hudna.arabic.speech.titles import RULE as HEADLINE
from hudna.arabic.speech.titles import read_headline
from hudna.lexicon import Trigger
from hudna.model import (
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
    TokenKind,
    When,
)
from hudna.model.frozen import replace
from hudna.text.letters import ALEF_MAKSURA, COMMAS, DAMMA, SHADDA

# Openers that leave no doubt what was said, even behind a verb in the present tense.
# Words whose negation is itself a stand; not having announced or mentioned something is no report.
_NEGATABLE: Final = frozenset(
    {
        "affirm",
        "deny",
        "deny-2",
        "exclude",
        "reject",
        "accuse",
        "condemn",
        "welcome",
        "support",
        "concede",
        "consider",
        "see",
        "believe",
        "think",
        "expect",
    }
)
# Measured on the part of the gold that is looked at: these were right in fewer than nine cases of ten.
_ONCE: Final = frozenset({"بعد", "قبل", "منذ", "وبعد", "وقبل", "رغم", "ورغم"})
_TOLD: Final = frozenset({"ان", "colon", "quote"})
_TELLS: Final = frozenset({"say", "see", "consider", "believe", "affirm", "point", "mention"})
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
_OPENS_CLAUSE: Final = frozenset({"،", ",", "قد", "-", "--", "–", "—", ")", ":", "؛", "ان"})
_FINITE: Final = frozenset({"perfect", "imperfect"})
_CONSIDERS: Final = frozenset({"person", "state", "body", "office", "place", "bodies", "persons"})
_PEOPLE: Final = frozenset({"person", "persons", "source"})
MAX_HEDGES: Final = 5
_HEDGES: Final = Trigger(lambda folded: folded in markers()["hedge"])
MAX_BLAME_TOKENS: Final = 8  # from whoever is blamed to "responsibility"
MAX_JUDGED_TOKENS: Final = 6  # what is considered, and what it is considered to be
MAX_LINK_TOKENS: Final = 18
MAX_DATE_TOKENS: Final = 12
_LED: Final = "تزعم"  # claims, but with an object it led
_CARRIES: Final = frozenset({"لكنه", "لكنها", "كما", "ثم", "ولكنه", "ولكنها", "انه", "انها", "ولكنهم", "لكنهم"})


def find_statements(document: Document) -> Document:
    """Return the document with its statements in the order of the text."""
    referents = referents_of(document)
    frame = frame_of(document, referents.chart)
    speakers = Speakers(frame, referents)
    found: list[Match[Statement]] = []
    for sentence in document.sentences:
        if sentence.kind is SentenceKind.LITTER:
            continue
        found += _read_sentence(frame, speakers, sentence)
    numbered = [
        match._replace(value=replace(match.value, id=f"s{number}")) for number, match in enumerate(found, start=1)
    ]
    return replace(document, statements=tuple(_attributed(numbered)))


def _read_sentence(frame: Frame, speakers: Speakers, sentence: Sentence) -> list[Match[Statement]]:
    found: list[Match[Statement]] = []
    told: list[tuple[Party, ...]] = []
    if sentence.kind in {SentenceKind.TITLE, SentenceKind.HEADING}:
        headlines = read_headline(frame, speakers, sentence)
        if headlines and headlines[0].value.evidence[0].start <= frame.tokens[sentence.first].end:
            return headlines
        found += headlines
        if sentence.kind is SentenceKind.HEADING:
            return headlines
    headed = [match for match in found if match.rule == HEADLINE]
    open_ = list(found)  # reports that have not ended before a place
    begun = sentence.first  # where the content of the last report starts
    link = _is_link(frame, sentence)
    for place in places_in(frame.cue_places, sentence):
        if any(match.first < place < match.end for match in headed):
            continue
        if frame.quoted[place] or (link and place in frame.cues and frame.cues[place][0].form == "imperfect"):
            continue
        report = _report(frame, place, begun, sentence)
        if report is None:
            continue
        clause, glued, content = report
        if any(_told_by(match, frame.tokens[content.parts[0][0]]) for match in headed):
            continue
        open_ = [match for match in open_ if match.end > place]
        inner = next((match for match in open_ if match.first < place), None)
        if inner is not None and not clause.subject and not _has_subject(frame, place, sentence):
            continue
        who, how = speakers.of(clause, sentence, told)
        if not who:
            continue
        begun = content.parts[0][0]
        match = _statement(frame, speakers, clause, glued, content, who, how)
        if clause.cue.form == "participle" and found and inner is None:
            match = _on_the_same_occasion(found[-1].value, match)
        found.append(match)
        open_.append(match)
        if inner is None and clause.cue.form != "noun":
            told.append(who)
            speakers.tell(who, clause.cue)
    return read_sources(frame, speakers, sentence, sorted(found, key=lambda match: match.first))


def _told_by(match: Match[Statement], first: Token) -> bool:
    """Return whether a headline's own statement starts with its speaker's name at a token."""
    return match.value.evidence[0].start == first.start


def _on_the_same_occasion(before: Statement, match: Match[Statement]) -> Match[Statement]:
    """Return a participle's report with the channel and hearer of the report it goes on with."""
    value = match.value
    if {who.label for who in before.speakers} != {who.label for who in value.speakers} or value.addressee is not None:
        return match
    channel = value.channel or before.channel
    return match._replace(value=replace(value, addressee=before.addressee, channel=channel))


def _is_link(frame: Frame, sentence: Sentence) -> bool:
    """Return whether a short line without a full stop below the headline is that of another story."""
    last = frame.tokens[sentence.end - 1]
    if sentence.kind is SentenceKind.TITLE or last.kind is TokenKind.PUNCTUATION or sentence.paragraph == 0:
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
        content = read_content(frame, clause, sentence) if clause and _stands(frame, clause, glued, sentence) else None
        quoted = None if glued else read_quoted_before(frame, cue, place, sentence)
        if quoted is not None and quoted[1].parts[0][0] > begun:
            return quoted[0], glued, quoted[1]
        if clause is not None and content is not None:
            return clause, glued, content
    if noun is not None and place != begun:  # "voiced the welcome of his country": one report
        cue, glued = noun
        clause = read_noun(frame, cue, place, sentence)
        content = read_content(frame, clause, sentence) if clause is not None else None
        if clause is not None and content is not None:
            return clause, glued, content
    return None


def _stands(frame: Frame, clause: Clause, glued: int, sentence: Sentence) -> bool:
    """Return whether a word that could report does so here."""
    tokens = frame.tokens
    place = clause.place
    words = markers()
    before = tokens[place - 1].folded if place > sentence.first else ""
    if homographs().get(tokens[place].folded[glued:]) == "preposition":
        if clause.subject and clause.opener == "ان":  # between X and Y that
            opens = glued > 0 and place == sentence.first and len(clause.subject) == 1
            return SHADDA in tokens[place].surface or opens
        return clause.opener in {"ان", "عن"}
    called = clause.cue.pronoun and (clause.between[1] == place + 1 or _is_named(clause))  # those whom they call
    governed = before in words["passed-verb"] and not (before == "من" and called)
    if governed and not glued and clause.cue.form in _FINITE:
        return False  # of his describing, in order that they say: no verb of the outlet's own
    passive = clause.cue.form == "perfect" and DAMMA in tokens[place].surface[: glued + 3]
    if passive or (clause.subject and goes_on_from_was(frame, place, sentence)):
        return False
    if clause.cue.plural and (tokens[place - 1].kind is TokenKind.NUMBER or before in WAS):
        return False  # seventeen students, he was a student: not the dual of a verb
    if clause.cue.id == "reveal" and not (clause.subject and clause.subject[0].kind == "text"):
        return False
    if clause.cue.pronoun and clause.cue.id not in {"describe", "consider"} and before in words["what"]:
        return False
    if clause.cue.pronoun and (before in words["relative"] or before in words["what"] or before == "من"):
        taken = before in words["what"] or bool(clause.subject)  # what he considered, a plan which experts consider
        considered = clause.cue.id == "consider" and taken and clause.opener in {"object", "quote"}
        return clause.opener in {"ب", "ان"} or considered
    if before in words["relative"] and clause.subject:
        within = tokens[place + 1].folded in words["back-reference"]  # at a time in which they say that
        told = clause.opener == "ان" and clause.cue.id in _TELLS
        return (within and clause.opener == "ان") or told or _that_it_is(frame, clause)
    if before in words["relative"]:
        spoke = not clause.subject and not _says_nothing(frame, clause, sentence)
        return spoke and bool(head_of_relative(frame, place, sentence))
    if before in words["what"] and clause.cue.form == "imperfect" and _that_it_is(frame, clause):
        return True  # what they say is a plant: their word for it
    often = before == "ما" and tokens[place - 2].folded in words["often"]  # always, usually
    if not often and (before in words["what"] or (before in words["negation"] and clause.cue.id not in _NEGATABLE)):
        return False
    if tokens[place].folded in words["aside"] and not clause.subject:
        return False
    if _says_nothing(frame, clause, sentence):
        return False
    if clause.cue.form == "participle" and before in WAS:
        return False  # an answer was striking: a quality
    if clause.cue.form == "participle":
        indefinite = tokens[place].folded.endswith(("ا", "ين", "ه"))
        that = before_that(frame, place)
        renewed = place + 1 < sentence.end and tokens[place + 1].folded in words["renewed"]
        if tokens[place].folded[glued:] in homographs() and before not in {"،", ",", "؛"} and not renewed:
            return False
        return indefinite and (
            place == sentence.first
            or before in {"،", ",", "؛", "»", '"', ")", "”"}
            or tokens[place].folded.endswith(("ا", "تين"))
            or that
        )
    if tokens[place].folded[glued:] in homographs() and not _is_verb(tokens[place]):
        after_that = before == "ان" and tokens[place - 2].folded in {"بعد", "منذ"} and clause.cue.form == "perfect"
        if after_that or before in _CARRIES or _after_party(frame, place, sentence):
            return True
        named = bool(clause.subject) and (clause.subject[0].definite or clause.subject[0].kind in _PEOPLE)
        if glued and before in COMMAS and homographs()[tokens[place].folded[glued:]] == "adjective":
            return True  # new ones stand behind a noun, not behind a comma
        called = clause.cue.id == "describe" and calls(frame, place, sentence)
        silent = clause.cue.id == "reject" and tokens[clause.content].folded in words["comment"]
        if (
            homographs()[tokens[place].folded[glued:]] == "seldom"
            and named
            and clause.subject[0].kind != "words"
            and clause.opener in _TOLD
        ):
            return True
        named = named or tokens[clause.content].folded in words["saying"]
        opened = clause.opener in STRONG_OPENERS or named or called or silent or _that_follows(frame, clause)
        starts = place == sentence.first or glued or before in words["while"] | _OPENS_CLAUSE
        return bool(opened and starts)
    if clause.cue.form == "imperfect" and clause.cue.id == "consider" and clause.opener == "object":
        # "is considered" looks the same; only somebody named considers
        subject = clause.subject
        if not subject and _judges(frame, clause.content):
            subject = tuple(subject_before(frame, place, sentence))
        return bool(subject) and subject[0].kind in _CONSIDERS
    if not clause.subject and not glued and clause.opener not in {"ان", "colon", "quote"}:
        inside = tokens[place + 1].folded in words["back-reference"]  # a statement in which he affirmed
        had = before in WAS and clause.cue.form == "perfect"
        inside = inside or had or (before == "قد" and tokens[place - 2].folded in WAS)  # he had criticised
        inside = inside or (before == "ان" and tokens[place - 2].folded in _ONCE)  # after he had called on them to
        called = clause.cue.id == "describe" and calls(frame, place, sentence)
        return inside or called or before in words["as"] | _CARRIES or _after_party(frame, place, sentence)
    return True


def _is_named(clause: Clause) -> bool:
    return bool(clause.subject) and clause.subject[0].kind != "words"


def _judges(frame: Frame, first: int) -> bool:
    """Return whether a second object follows the first, so that somebody considers and nothing is considered."""
    tokens = frame.tokens[first + 1 : first + MAX_JUDGED_TOKENS]
    return any(token.folded.endswith("ا") or token.folded in {"بمثابه", '"', "«"} for token in tokens)


def _is_verb(token: Token) -> bool:
    """Return whether the last letter tells a verb from the noun spelled like it: denied, not denial."""
    return token.surface.endswith(ALEF_MAKSURA)


def _that_it_is(frame: Frame, clause: Clause) -> bool:
    """Return whether the content is what somebody calls a thing: they say that it is."""
    opener = frame.tokens[clause.content - 1].folded
    return clause.opener == "ان" and opener in {"انه", "انها", "بانه", "بانها", "انهم", "بانهم"}


def _that_follows(frame: Frame, clause: Clause) -> bool:
    """Return whether a that-word stands behind the preposition that opens the content: hoped in that."""
    return frame.tokens[clause.content].folded in markers()["complementizer"]


def _says_nothing(frame: Frame, clause: Clause, sentence: Sentence) -> bool:
    """Return whether the words behind a reporting word are no report: a paper that provides, goods, a back-reference."""
    words = markers()
    tokens = frame.tokens
    first = tokens[clause.content].folded
    after = tokens[clause.place + 1].folded if clause.place + 1 < sentence.end else ""
    named = bool(clause.subject) and clause.subject[0].kind != "words"
    agrees = after.endswith("ه") == clause.cue.feminine
    if clause.cue.form != "participle" and not named and agrees and after in words["provider"]:
        before = tokens[clause.place - 1].folded if clause.place else ""
        return before not in _CARRIES and not _after_party(frame, clause.place, sentence)
    if clause.cue.id in {"lay-blame", "lay-blame-2"}:
        return not any(token.folded in words["laid"] for token in tokens[clause.place : clause.content])
    if clause.cue.id == "blame":
        return not any(
            token.folded in words["blame"] for token in tokens[clause.place : clause.content + MAX_BLAME_TOKENS]
        )
    if clause.cue.id == "confine-oneself":
        return first not in words["saying"]
    if clause.cue.id == "hint-threat" and after == "في":
        return True  # looms on the horizon
    if clause.cue.form == "participle" and first in {"بذلك", "بهذا"}:
        return True  # thereby threatening
    if clause.opener in {"object", "ب"} and (first in words["from-him"] or first in words["bodily"]):
        return True
    if clause.cue.id == "draw-attention" and clause.subject and clause.subject[0].kind == "words":
        return tokens[clause.subject[-1].end - 1].folded in words["drawn"]
    kind = {"reserve": "reservable", "expect": None}.get(clause.cue.id, "")
    if kind:
        return first not in words[kind]
    if kind is None and clause.opener == "object":
        return first in words["signable"]
    if clause.cue.id == "estimate" and clause.opener == "ب" and clause.subject and not named:
        return True  # the toll is put at: nobody is said to have done so
    if clause.opener == "object" and tokens[clause.place].folded.endswith(_LED):
        return True
    if clause.cue.id == "declare" and clause.opener == "ب":
        return first in {"بذلك", "بهذا"}
    return clause.cue.id == "remind" and clause.cue.form == "participle" and clause.opener != "ان"


def _has_subject(frame: Frame, place: int, sentence: Sentence) -> bool:
    """Return whether a subject of its own stands before a verb."""
    found = subject_before(frame, place, sentence) or head_of_relative(frame, place, sentence)
    return bool(found or unknown_before(frame, place, sentence))


def _after_party(frame: Frame, place: int, sentence: Sentence) -> bool:
    return bool(subject_before(frame, place, sentence) or subject_of_was(frame, place, sentence))


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
    before = frame.tokens[clause.place - 1].folded if clause.place else ""
    negative = before in markers()["negation"]
    spans = content_spans(frame, content)
    first, end = content.parts[0]
    hedges = tuple([frame.tokens[place].span for place in _HEDGES.within(frame.document, first, end)[:MAX_HEDGES]])
    statement = Statement(
        id="",
        speakers=who,
        cue=cue_span,
        content=spans,
        manner=content.manner,
        mode=Mode.ATTITUDE if clause.cue.attitude or _observes(clause) else Mode.SAID,
        act=act_of(frame, clause, content),
        about=about_of(frame, speakers, clause, content, who),
        polarity=Polarity.NEGATIVE if negative else Polarity.POSITIVE,
        hedges=hedges,
        addressee=_addressee(speakers, clause),
        channel=clause.channel,
        via=tuple(party_of(meaning) for meaning in speakers.referents.meanings(clause.via)),
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
    if party is None and clause.cue.act in {Act.DEMAND, Act.ASK, Act.WARN, Act.THANK}:
        party = clause.person
    return party_of(speakers.referents.meaning(party)) if party is not None else None


def _when(frame: Frame, clause: Clause) -> When | None:
    """Return the day that stands between the reporting word and the content."""
    first, end = clause.between
    dates = frame.document.dates
    for date in dates[bisect_left(frame.date_starts, min(first, clause.place - MAX_DATE_TOKENS)) :]:
        if first <= date.first < end or date.end == clause.place:
            value = date.value
            return When(value.earliest, value.latest, value.span, value.because)
        if date.first >= end:
            break
    return None


def _evidence(clause: Clause, cue: Span) -> tuple[Span, ...]:
    if clause.subject:
        last = clause.subject[-1].span
        return (cue.until(last),) if last.end > cue.end else (cue,)
    return (cue,)


def _attributed(found: list[Match[Statement]]) -> Iterator[Match[Statement]]:
    """Yield the statements with the one each is told in, where its word stands inside another's content."""
    open_: list[Statement] = []  # those whose content has not ended yet
    for match in found:
        cue = match.value.cue
        open_ = [outer for outer in open_ if cue is not None and _reaches(outer, cue)]
        outer = next((outer for outer in reversed(open_) if cue is not None and _holds(outer, cue)), None)
        open_.append(match.value)
        if outer is None:
            yield match
        else:
            yield match._replace(value=replace(match.value, attributed_to=outer.id))


def _holds(outer: Statement, cue: Span) -> bool:
    return any(part.contains(cue) for part in outer.content)


def _reaches(outer: Statement, cue: Span) -> bool:
    last = outer.content[-1]
    return last.field is cue.field and last.end > cue.start


STAGE: Final = Stage(
    "statements",
    frozenset({"tokens", "sentences", "names", "dates", "parts"}),
    frozenset({"statements"}),
    find_statements,
)
