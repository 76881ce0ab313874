"""Whether a word that could report does so where it stands: no noun, no relative, no paper that provides."""

from typing import Final

from hudna.arabic.names.parties import find_party
from hudna.arabic.speech.agreement import agrees
from hudna.arabic.speech.clause import OFFERS, STRONG_OPENERS, Clause
from hudna.arabic.speech.content import LAYS_BLAME, before_that
from hudna.arabic.speech.cues import homographs, marked, markers
from hudna.arabic.speech.frame import Frame
from hudna.arabic.speech.openers import calls
from hudna.arabic.speech.papers import issued_before, owner_of_remarks
from hudna.arabic.speech.subjects import (
    WAS,
    head_of_relative,
    subject_after_that,
    subject_before,
    subject_of_was,
    unknown_before,
)
from hudna.model import NUMBER, WORD, Sentence, Token
from hudna.text.letters import ALEF_MAKSURA, COMMAS, DAMMA, SHADDA, TEH_MARBUTA

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
_CLAIM: Final = "claim-2"
_CALLED: Final = "ى"  # an ending by which "is called" differs in writing from "claims"
_ONCE: Final = frozenset({"بعد", "قبل", "منذ", "وبعد", "وقبل", "رغم", "ورغم"})
# Measured on the part of the gold that is looked at: these were right in fewer than nine cases of ten.
_WITHHELD: Final = frozenset({"request", "demand", "reject"})
_QUALITIES: Final = frozenset({"oppose", "support"})  # whose participles are nouns, too
MAX_NAMING_TOKENS: Final = 4
_TOLD: Final = frozenset({"ان", "colon", "quote"})
_TELLS: Final = frozenset({"say", "see", "consider", "believe", "affirm", "point", "mention"})
_OPENS_CLAUSE: Final = frozenset({"،", ",", "قد", "-", "--", "–", "—", ")", ":", "؛", "ان"})
_FINITE: Final = frozenset({"perfect", "imperfect"})
_CONSIDERS: Final = frozenset({"person", "state", "body", "office", "place", "bodies", "persons"})
_PEOPLE: Final = frozenset({"person", "persons", "source"})
MAX_BLAME_TOKENS: Final = 8  # from whoever is blamed to "responsibility"
MAX_JUDGED_TOKENS: Final = 6  # what is considered, and what it is considered to be
_THAT: Final = frozenset({"ذلك", "هذا", "القرار", "النبا", "الخبر"})
_POINTED: Final = frozenset({"ذلك", "هذا", "هذه", "تلك", "كل", "ان", "ما", '"', "«", "“"})
_REPLIES: Final = frozenset({"النفي", "الرفض", "الايجاب", "التاكيد", "القول", '"', "«", "“"})
_ALONE: Final = frozenset({"", "كما", "حيث", "اذ"})  # behind which a verb without a subject is passive
_WANTS_SUBJECT: Final = OFFERS | {"suspect"}
_WANTS_MORE: Final = (  # verbs that report only with something by them
    LAYS_BLAME
    | _WITHHELD
    | _QUALITIES
    | _WANTS_SUBJECT
    | {"blame", "object", "confine-oneself", "reply", "renew-2", "see", "hint-threat"}
)
_WANTS_KIND: Final = frozenset({"concede-2", "draw-attention", "reserve", "expect", "estimate", "declare", "remind"})
_THEREBY: Final = frozenset({"بذلك", "بهذا"})
_UN: Final = frozenset({"غير", "الغير"})
_WHAT: Final = frozenset({"ما", "من"})
_LED: Final = "تزعم"  # claims, but with an object it led
_CARRIES: Final = frozenset({"لكنه", "لكنها", "كما", "ثم", "ولكنه", "ولكنها", "انه", "انها", "ولكنهم", "لكنهم"})


def stands(frame: Frame, clause: Clause, glued: int, sentence: Sentence) -> bool:
    """Return whether a word that could report does so here."""
    tokens = frame.tokens
    place = clause.place
    words, word = markers(), frame.words[place]
    homograph = homographs().get(word[glued:])
    before = frame.words[place - 1] if place > sentence.first else ""
    if homograph == "preposition":
        between = clause.subject or find_party(frame.chart, place + 1, sentence.end) is not None
        if between and clause.opener == "ان":  # between X and Y that
            opens = glued > 0 and place == sentence.first and len(clause.subject) == 1
            return SHADDA in tokens[place].surface or opens
        near = clause.between[1] == place + 1 or (glued > 0 and place == sentence.first)
        voiced = clause.opener == "عن" and not _reports_between(frame, place + 1, clause.content)
        return voiced or (near and clause.opener == "ان")
    called = clause.cue.pronoun and (clause.between[1] == place + 1 or _is_named(clause))  # those whom they call
    called = called or (clause.cue.id == "say" and clause.cue.form in _FINITE and _that_it_is(frame, clause))
    governed = before in words["passed-verb"] and not (before == "من" and called)
    if governed and not glued and clause.cue.form in _FINITE:
        return False  # of his describing, in order that they say: no verb of the outlet's own
    passive = clause.cue.form == "perfect" and DAMMA in tokens[place].surface[: glued + 3]
    if passive:
        return False
    if _is_nobodys(frame, clause, glued, before):
        return False
    if clause.cue.plural and (tokens[place - 1].kind is NUMBER or before in WAS):
        return False  # seventeen students, he was a student: not the dual of a verb
    if _is_noun_with_quality(frame, clause, sentence):
        return False
    if clause.cue.id == "reveal" and not (clause.subject and clause.subject[0].kind == "text"):
        return False
    if clause.cue.pronoun and clause.cue.id not in {"describe", "consider"} and before in words["what"]:
        return False
    if clause.cue.pronoun and (before in words["relative"] or before in words["what"] or before == "من"):
        taken = before in words["what"] or bool(clause.subject)  # what he considered, a plan which experts consider
        considered = clause.cue.id == "consider" and taken and clause.opener in {"object", "quote"}
        return clause.opener in {"ب", "ان"} or considered
    if before in words["relative"] and clause.subject:
        within = frame.words[place + 1] in words["back-reference"]  # at a time in which they say that
        told = clause.opener == "ان" and clause.cue.id in _TELLS
        return (within and clause.opener == "ان") or told or _that_it_is(frame, clause)
    if before in words["relative"]:
        considered = clause.cue.id == "consider" and clause.cue.form == "imperfect" and clause.opener == "object"
        spoke = not clause.subject and not considered and not _says_nothing(frame, clause, sentence)
        head = head_of_relative(frame, place, sentence) if spoke else []
        if owner_of_remarks(frame, place, sentence):
            return True
        return bool(head) and agrees(frame, head, clause.cue)
    at_once = clause.cue.id == "say" and before in _WHAT and clause.between[1] == place + 1  # those who he said are
    their_word = (before in words["what"] and clause.cue.form == "imperfect") or at_once
    if their_word and _that_it_is(frame, clause):
        return True  # what they say is a plant: their word for it
    often = before == "ما" and frame.words[place - 2] in words["often"]  # always, usually
    if not often and (before in words["what"] or (before in words["negation"] and clause.cue.id not in _NEGATABLE)):
        return False
    if word in words["aside"] and not clause.subject:
        return False
    if _says_nothing(frame, clause, sentence):
        return False
    if clause.cue.form == "participle" and (before in WAS or before in _UN):
        return False  # an answer was striking, a report not affirmed: a quality
    if clause.cue.form == "participle" and clause.subject:
        return True  # commented, …, saying
    if clause.cue.form == "participle":
        indefinite = word.endswith(("ا", "ين", "ه"))
        that = before_that(frame, place)
        renewed = place + 1 < sentence.end and frame.words[place + 1] in words["renewed"]
        if homograph is not None and before not in {"،", ",", "؛"} and not renewed:
            return False
        return indefinite and (
            place == sentence.first
            or before in {"،", ",", "؛", "»", '"', ")", "”"}
            or word.endswith(("ا", "تين"))
            or that
        )
    if clause.opener == "ان" and clause.cue.form == "perfect" and unknown_before(frame, place, sentence):
        return True  # but who painted it wrote that
    if homograph is not None and not _is_verb(tokens[place]):
        after_that = before == "ان" and frame.words[place - 2] in {"بعد", "منذ"} and clause.cue.form == "perfect"
        if after_that or before in _CARRIES or _after_party(frame, place, sentence):
            return True
        named = bool(clause.subject) and (clause.subject[0].definite or clause.subject[0].kind in _PEOPLE)
        if glued and before in COMMAS and homograph == "adjective":
            return True  # new ones stand behind a noun, not behind a comma
        called = clause.cue.id == "describe" and calls(frame, place, sentence)
        silent = clause.cue.id == "reject" and frame.words[clause.content] in words["comment"]
        if homograph == "seldom" and named and clause.subject[0].kind != "words" and clause.opener in _TOLD:
            return True
        named = named or frame.words[clause.content] in words["saying"]
        named = named or (glued > 0 and _calls_on(clause))
        opened = clause.opener in STRONG_OPENERS or named or called or silent or _that_follows(frame, clause)
        starts = place == sentence.first or glued or before in words["while"] or before in _OPENS_CLAUSE
        return bool(opened and starts)
    if clause.cue.form == "imperfect" and clause.cue.id == "consider" and clause.opener in {"object", "quote"}:
        # "is considered" looks the same: only somebody named considers, and what is "the largest" is considered so
        subject = clause.subject
        if not subject and _judges(frame, clause.content):
            subject = tuple(subject_before(frame, place, sentence))
        ranked = not _judges(frame, clause.content) and frame.words[clause.content] in words["rank"]
        return bool(subject) and subject[0].kind in _CONSIDERS and not ranked
    if not clause.subject and not glued and clause.opener not in {"ان", "colon", "quote"}:
        inside = frame.words[place + 1] in words["back-reference"]  # a statement in which he affirmed
        inside = inside or issued_before(frame, clause.cue, place)
        had = before in WAS and clause.cue.form == "perfect"
        inside = inside or had or (before == "قد" and frame.words[place - 2] in WAS)  # he had criticised
        inside = inside or (before == "ان" and frame.words[place - 2] in _ONCE)  # after he had called on them to
        called = clause.cue.id == "describe" and calls(frame, place, sentence)
        return inside or called or before in words["as"] or before in _CARRIES or _after_party(frame, place, sentence)
    return True


def _calls_on(clause: Clause) -> bool:
    """Return whether those called on stand right behind a word, and before what they are called on to do."""
    whom = clause.person
    if whom is None or whom.first != clause.place + 1 or clause.opener == "person":
        return False
    return whom.definite or whom.name is not None


def _is_nobodys(frame: Frame, clause: Clause, glued: int, before: str) -> bool:
    """Return whether nobody speaks: a voice that says, he was asked whether he believes, his remarks affirm the change."""
    claims = clause.cue.id == _CLAIM and clause.cue.form == "imperfect" and clause.opener == "object"
    if claims and frame.tokens[clause.place].surface.endswith(_CALLED):
        return True  # a man called X
    if clause.cue.form == "imperfect" and not glued and before in markers()["voice"]:
        return True
    unnamed = not clause.subject or clause.subject[0].kind == "words"
    if clause.cue.form == "imperfect" and not glued and before == "ان" and unnamed:
        return frame.words[clause.place - 2] not in _ONCE  # you can see, he wants to say
    if clause.cue.id in _WANTS_SUBJECT and unnamed and before in marked("what", "relative"):
        return True  # what is suspected to have been a strike
    if clause.cue.id == "claim-2" and clause.cue.form == "imperfect" and not clause.subject:
        return clause.between[1] > clause.place + 1  # who is called so
    if clause.cue.id == "announce" and clause.opener in {"object", "عن"} and _taken_up(frame, clause):
        return True
    if clause.cue.id == "accuse" and clause.cue.form == "imperfect" and clause.opener == "ب":
        alone = (glued and clause.person is None) or (before in _ALONE and not clause.subject)
        return unnamed and alone and not clause.cue.pronoun  # is accused of
    if clause.opener == "ان" and before == "كان" and frame.words[clause.place - 2] == "اذا":
        return True
    affirmed = clause.cue.id == "affirm" and clause.opener == "object" and not clause.subject
    return affirmed and _is_paper(frame.words[clause.content])


def _taken_up(frame: Frame, clause: Clause) -> bool:
    """Return whether what is announced is only taken up again, in one word: that, the decision."""
    following = frame.tokens[clause.content + 1] if clause.content + 1 < len(frame.tokens) else None
    parted = following is None or following.kind is not WORD or following.folded in markers()["adjunct"]
    return parted and frame.words[clause.content] in _THAT


def _is_paper(folded: str) -> bool:
    return folded in markers()["issued"] or folded in markers()["channel"]


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
    opener = frame.words[clause.content - 1]
    return clause.opener == "ان" and opener in {"انه", "انها", "بانه", "بانها", "انهم", "بانهم"}


def _that_follows(frame: Frame, clause: Clause) -> bool:
    """Return whether a that-word stands behind the preposition that opens the content: hoped in that."""
    return frame.words[clause.content] in markers()["complementizer"]


def _says_nothing(frame: Frame, clause: Clause, sentence: Sentence) -> bool:
    """Return whether the words behind a reporting word are no report: a paper that provides, goods, a back-reference."""
    words, cue = markers(), clause.cue
    first = frame.words[clause.content]
    after = frame.words[clause.place + 1] if clause.place + 1 < sentence.end else ""
    if after in marked("provider", "talks") and cue.form != "participle" and not _is_named(clause):
        before = frame.words[clause.place - 1] if clause.place else ""
        if after.endswith(("ه", "ات")) == cue.feminine and before not in words["relative"]:
            return before not in _CARRIES and not _after_party(frame, clause.place, sentence)
    if cue.id in _WANTS_MORE:
        nothing = _lacks(frame, clause, sentence, first, after)
        if nothing is not None:
            return nothing
    if cue.form == "participle" and first in _THEREBY:
        return True  # thereby threatening
    if clause.opener in {"object", "ب"} and (first in words["from-him"] or first in words["bodily"]):
        return True
    if cue.id in _WANTS_KIND:
        return _is_of_other_kind(frame, clause, first)
    return clause.opener == "object" and frame.words[clause.place].endswith(_LED)


def _lacks(frame: Frame, clause: Clause, sentence: Sentence, first: str, after: str) -> bool | None:
    """Return whether a verb that reports only with something by it stands without that; None where it does not tell."""
    words, verb = markers(), clause.cue.id
    if verb in LAYS_BLAME:
        return words["laid"].isdisjoint(frame.words[clause.place : clause.content])
    if verb == "blame":
        return words["blame"].isdisjoint(frame.words[clause.place : clause.content + MAX_BLAME_TOKENS])
    if verb in _WITHHELD and _withholds_name(frame, clause):
        return True
    if verb in _QUALITIES and clause.cue.form == "participle" and clause.opener == "object":
        return clause.content == clause.place + 1 and first.endswith("ا")  # a fierce opponent
    if verb == "object":
        return _takes_before(frame, clause)  # a missile was intercepted, or two met one on his way to the gate
    if verb == "confine-oneself":
        return first not in words["saying"]
    if verb == "reply" and (frame.words[clause.place - 1] == "ان" or _gives_back(frame, clause)):
        return True  # that the return of the medal, gave back to France the medal "…"
    if verb == "reply" and clause.opener == "ب":
        return first not in marked("complementizer", "saying") and first.removeprefix("ب") not in _REPLIES
    if verb in _WANTS_SUBJECT and not _is_named(clause):
        before_it = verb != "suspect" or clause.cue.feminine
        if not (before_it and _after_party(frame, clause.place, sentence)):
            return True
    if verb in OFFERS:
        return first not in words["offered"]
    if verb == "renew-2":
        return first not in words["renewed"]
    if verb == "see" and clause.opener == "في":
        noun = frame.tokens[clause.place].surface.endswith("رأي")  # the opinion of X on
        return noun or not _is_judged(frame, clause.content)  # saw a number of them in a depot
    return True if verb == "hint-threat" and after == "في" else None  # looms on the horizon


def _gives_back(frame: Frame, clause: Clause) -> bool:
    """Return whether "to" stands right behind verb and subject: nobody replies to whom he gives a medal back."""
    return frame.words[clause.subject[-1].end if clause.subject else clause.place + 1] == "الي"


def _is_of_other_kind(frame: Frame, clause: Clause, first: str) -> bool:
    """Return whether what stands behind a verb is nothing that it reports: goods reserved, a treaty expected."""
    words, verb = markers(), clause.cue.id
    if verb == "draw-attention" and clause.subject and clause.subject[0].kind == "words":
        return frame.words[clause.subject[-1].end - 1] in words["drawn"]
    if verb == "concede-2":
        return clause.opener == "ب" and first.removeprefix("ب") in words["recognised"]
    if verb == "reserve":
        return first not in words["reservable"]
    if verb == "expect":
        return clause.opener == "object" and first in words["signable"]
    if verb == "estimate":  # the toll is put at: nobody is said to have done so
        return clause.opener == "ب" and bool(clause.subject) and not _is_named(clause)
    if verb == "declare":
        return clause.opener == "ب" and first in _THEREBY
    return verb == "remind" and clause.cue.form == "participle" and clause.opener != "ان"


def _reports_between(frame: Frame, first: int, end: int) -> bool:
    """Return whether another verb reports between two tokens, so that what opens behind it is its own."""
    return any(place in frame.cues and frame.cues[place][0].form in _FINITE for place in range(first, end))


def _is_judged(frame: Frame, place: int) -> bool:
    """Return whether what stands behind "saw in" is a thing known, in which something can be seen: in the decision."""
    token = frame.tokens[place]
    owned = token.folded.endswith(("ه", "ها", "هم", "نا")) and not token.surface.endswith(TEH_MARBUTA)
    named = frame.chart.name_at(place) is not None
    following = frame.words[place + 1] if place + 1 < len(frame.tokens) else ""
    construct = following.startswith("ال") or frame.chart.name_at(place + 1) is not None  # in the sacking of X
    return (
        named
        or owned
        or construct
        or token.folded.startswith("ال")
        or token.folded in _POINTED
        or frame.quoted[place] > 0
    )


def _takes_before(frame: Frame, clause: Clause) -> bool:
    """Return whether an object stands before the preposition of a verb that has none when it reports."""
    start = clause.subject[-1].end if clause.subject else clause.place + 1
    between = frame.tokens[start : clause.between[1]]
    return any(token.folded.endswith("ا") and token.surface.endswith(("ا", "اً", "ًا")) for token in between)


def _withholds_name(frame: Frame, clause: Clause) -> bool:
    """Return whether somebody asks or refuses to be named, which is no word of his on the matter."""
    around = frame.words[clause.place + 1 : clause.content + MAX_NAMING_TOKENS]
    return not markers()["naming"].isdisjoint(around)


def _is_noun_with_quality(frame: Frame, clause: Clause, sentence: Sentence) -> bool:
    """Return whether what looks like a dual verb is a noun in the accusative: a clear refusal of peace."""
    token = frame.tokens[clause.place]
    if (
        clause.cue.form != "perfect"
        or not clause.cue.plural
        or not token.folded.endswith("ا")
        or token.folded.endswith("وا")
    ):
        return False
    if clause.subject:
        return False
    following = frame.words[clause.place + 1] if clause.place + 1 < sentence.end else ""
    return token.surface.endswith(("اً", "ًا")) or (following.endswith("ا") and following not in markers()["manner"])


def has_subject(frame: Frame, place: int, sentence: Sentence) -> bool:
    """Return whether a subject of its own stands before a verb."""
    found = subject_before(frame, place, sentence) or subject_after_that(frame, place, sentence)
    found = found or head_of_relative(frame, place, sentence)
    return bool(found or unknown_before(frame, place, sentence))


def _after_party(frame: Frame, place: int, sentence: Sentence) -> bool:
    return bool(subject_before(frame, place, sentence) or subject_of_was(frame, place, sentence))
