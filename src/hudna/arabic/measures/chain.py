"""The words that govern a measure, from the nearest outwards: called for the extension of the truce."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from hudna.arabic.contacts.words import Tense
from hudna.arabic.contacts.words import nouns as contact_nouns
from hudna.arabic.incidents.glued import clitics_before
from hudna.arabic.measures.phrase import calls_before, noun_at
from hudna.arabic.measures.words import GOVERNORS, Governor, markers, nouns
from hudna.arabic.names.parties import find_parties
from hudna.arabic.scene import Scene
from hudna.arabic.scene.words import markers as scene_markers
from hudna.model import WORD, MeasureKind, Sentence
from hudna.text import Memo
from hudna.text.letters import COMMAS

MAX_BACK: Final = 26
MAX_LINKS: Final = 4
MAX_NEEDED: Final = 16
MAX_VERB_REACH: Final = 8
MAX_THAT: Final = 8
MAX_PACT_LOOSE: Final = 6
_UNSIGNED: Final = frozenset({MeasureKind.AID, MeasureKind.MECHANISM, MeasureKind.DEMINING})
_THAT: Final = frozenset({"ان", "بان", "الا", "وان"})
_NOT: Final = frozenset({"عدم", "بعدم", "لعدم"})
_FIRST_TO: Final = ["اول", "من"]  # we shall not be the first to break it
MAX_FIRST_REACH: Final = 5
_WHAT: Final = frozenset(
    {"بعد", "قبل", "كل", "مع", "حسب", "بحسب", "وفق", "وفقا", "علي", "في", "من", "عن", "الي", "بموجب"}
)
_SHORT_OF: Final = "دون"
_WITHOUT: Final = frozenset({"بلا", _SHORT_OF, "بدون"})
ARRIVING: Final = frozenset({MeasureKind.AID, MeasureKind.MECHANISM, MeasureKind.EVACUATION})
_PARTS: Final = frozenset({MeasureKind.AID, MeasureKind.EVACUATION, MeasureKind.RELEASE, MeasureKind.WITHDRAWAL})
_DIRECT: Final = frozenset({"leave", "lift"})  # "from" stands right before what they leave
_PAPERS: Final = frozenset({MeasureKind.DOCUMENT})
_SCOPE: Final = frozenset({"embrace", "comprise"})
_VOTES: Final = frozenset({"vote", "vote-for", "vote-down"})
OF_KIND: Final[Mapping[str, frozenset[MeasureKind]]] = {
    "mark-out": frozenset({MeasureKind.ZONE}),
    "retaliate": frozenset({MeasureKind.SANCTIONS}),  # answers by other means
    "inflict": frozenset({MeasureKind.SANCTIONS}),  # losses, a defeat
    "force-back": frozenset({MeasureKind.AID}),
    "deliver": frozenset({MeasureKind.AID}),
    "impede": frozenset({MeasureKind.AID}),
    "knock-down": frozenset({MeasureKind.RESOLUTION}),
    "wrest": frozenset({MeasureKind.CEASEFIRE, MeasureKind.AGREEMENT}),
    "prolong": frozenset({MeasureKind.CEASEFIRE, MeasureKind.MECHANISM, MeasureKind.SANCTIONS, MeasureKind.ZONE}),
    "inaugurate": frozenset({MeasureKind.AID, MeasureKind.MECHANISM}),  # an era
    "delay": frozenset(
        {
            MeasureKind.RELEASE,
            MeasureKind.AID,
            MeasureKind.WITHDRAWAL,
            MeasureKind.EVACUATION,
            MeasureKind.AGREEMENT,
            MeasureKind.CEASEFIRE,
        }
    ),
    "deem-void": frozenset({MeasureKind.AGREEMENT, MeasureKind.DOCUMENT, MeasureKind.CEASEFIRE}),
    "drop": frozenset({MeasureKind.SANCTIONS}),
    "near": frozenset({MeasureKind.CEASEFIRE, MeasureKind.AGREEMENT}),  # a town, a crossing
    "license": frozenset({MeasureKind.AGREEMENT, MeasureKind.DOCUMENT}),  # what a law allows
    "tear-up": frozenset({MeasureKind.AGREEMENT, MeasureKind.DOCUMENT}),  # a flag, a country
    "expire": frozenset({MeasureKind.CEASEFIRE, MeasureKind.AGREEMENT, MeasureKind.MECHANISM, MeasureKind.SANCTIONS}),
    "condemn": frozenset(
        {MeasureKind.AGREEMENT, MeasureKind.SANCTIONS, MeasureKind.RESOLUTION, MeasureKind.WITHDRAWAL}
    ),
}
"""Governors of many meanings with the kinds of measure beside which they have the one meant."""
MAX_LOOSE: Final = 3  # words of no known part between a verb and the measure
_ENDS: Final = frozenset({".", "؛", ";", "!", "؟", "?"})
_PREPOSITIONS: Final = ("اجل", "لصالح", "لمصلحه", "الي", "علي", "عن", "من", "في", "ضد", "حول", "بشان", "مع", "امام")
_QUIET: Final = frozenset({'"', "«", "»", "“", "”", "'", "(", ")", "،", ",", "-", "–", ":"})


NO_ROW: Final = Governor("", "noun", None, frozenset(), frozenset(), "", "")


PRONOUNS: Final[Mapping[str, frozenset[str]]] = {
    "الي": frozenset({"اليه", "اليها", "اليهما"}),
    "علي": frozenset({"عليه", "عليها", "عليهما"}),
    "عن": frozenset({"عنه", "عنها", "عنهما"}),
    "ب": frozenset({"به", "بها", "بهما"}),
    "من": frozenset({"منه", "منها"}),
}
"""Prepositions with the pronoun that takes a measure up behind the verb that governs it."""


class Link(NamedTuple):
    """A governor at a token; ``loose`` counts the words between it and the measure that nothing accounts for."""

    place: int
    row: Governor
    loose: int
    negated: bool


def read_chain(scene: Scene, first: int, kind: MeasureKind, sentence: Sentence) -> list[Link]:
    """Return the governors before a measure, the nearest first."""
    links: list[Link] = []
    at = first
    while len(links) < MAX_LINKS:
        link = _next(scene, at, kind, sentence)
        if link is None or (links and _is_no_outer(link.row, links[-1].row)):
            break
        links.append(link)
        if link.row.conjunction and link.row.group in {"stand", "call", "need"} and not _beside_noun(scene, link):
            break
        if link.row.form == "participle" or (link.row.form == "verb" and not _depends(scene, link.place, sentence)):
            break
        at = link.place
    return links


def _beside_noun(scene: Scene, link: Link) -> bool:
    """Return whether "and" joins a verbal noun to one right before it, whose governor is its own: to adopt and support."""
    before = GOVERNORS[scene.words[link.place - 1]] if link.place else ()
    return link.row.form == "noun" and any(row.form == "noun" and row.group == "act" for row in before)


def _is_no_outer(row: Governor, inner: Governor) -> bool:
    """Return whether a governor says nothing of a measure behind another: condemned its breach, abstained from the vote."""
    return row.id == "condemn" or (row.id == "reject" and "عن" in row.frames and inner.id in _VOTES)


def _depends(scene: Scene, place: int, sentence: Sentence) -> bool:
    """Return whether a verb stands behind "that", so that another may govern it."""
    if place > sentence.first and scene.words[place - 1] in _THAT:
        return True
    if place <= sentence.first or scene.words[place - 1] != "قد":
        return False  # that X should have …
    return any(
        scene.words[at] in {"تكون", "يكون"} and scene.words[at - 1] in _THAT
        for at in range(max(sentence.first + 1, place - MAX_THAT), place)
    )


def _taken_up(scene: Scene, place: int, end: int, rows: Sequence[Governor]) -> bool:
    """Return whether a pronoun right behind a verb stands for what it governs: the truce that X called for."""
    word = scene.words[place + 1] if place + 1 < end else ""
    return any(word in PRONOUNS.get(frame, ()) for row in rows for frame in row.frames)


def _has_own(scene: Scene, place: int, end: int, noun: int) -> bool:
    """Return whether a verbal noun has an object of its own, and "and" joins another verbal noun to it: ending X and laying down arms."""
    own = end == place + 2 and scene.words[place + 1].startswith("ال")
    return own and not scene.words[noun].startswith("وال")


def _next(scene: Scene, at: int, kind: MeasureKind, sentence: Sentence) -> Link | None:
    front, gap_end = _front(scene, at, sentence)
    conjoined = _conjunction(scene, at)
    stop = scene_markers()["stop"]
    if gap_end > sentence.first and scene.words[gap_end - 1] in _WITHOUT:
        if scene.words[gap_end - 1] != _SHORT_OF:
            return None
        front, gap_end = _SHORT_OF, gap_end - 1  # the fighting kept the aid from arriving
    that = False
    for place in range(gap_end - 1, max(sentence.first, gap_end - MAX_BACK) - 1, -1):
        word = scene.words[place]
        if word in _ENDS:
            return None
        if scene.tokens[place].kind is not WORD or scene.chart.dated[place]:
            continue
        if word in stop and not conjoined:
            return None
        if word in markers()["that"] and front != "ان":
            that = True
            continue
        governors = GOVERNORS[word]
        rows = (
            [row for row in governors if _fits(scene, row, front, place, gap_end, kind, conjoined=conjoined)]
            if governors
            else []
        )
        if that and rows:
            rows = [
                row
                for row in rows
                if (row.group in {"call", "need"} or row.id == "deny") and place >= gap_end - MAX_THAT
            ]
        if rows and rows[0].form == "verb" and not conjoined and _taken_up(scene, place, gap_end, rows):
            return None  # which X ordered, nor the resolution
        if rows and conjoined and rows[0].id == "end" and _has_own(scene, place, gap_end, at):
            continue
        if rows and not _is_name(scene, place):
            loose = _loose(scene, _content_after(scene, place, gap_end), gap_end, conjoined=conjoined)
            if front == "o" and not conjoined and _annexed(scene, gap_end - 1, place):
                return None
            limit = MAX_LOOSE if rows[0].form != "noun" else 1
            if (rows[0].form == "noun" and _parted(scene, place + 1, gap_end)) or (
                rows[0].group not in {"talk", "call"} and _aimed(scene, place + 1, gap_end)
            ):
                limit = -1
            elif rows[0].group == "pact" and rows[0].form == "verb" and front == "علي":
                limit = MAX_PACT_LOOSE
            elif rows[0].group == "provide":
                limit = 0
            if loose <= limit:
                row = _choose(scene, sorted(rows, key=lambda row: not row.needs), place, sentence)
                if row is not None:
                    return Link(place, row, loose, _negated(scene, place, sentence))
        if _blocks(scene, place, gap_end, conjoined=conjoined):
            return None
    return None


def _content_after(scene: Scene, place: int, end: int) -> int:
    """Return the token where what a reporting word says begins, before ``end``, else the one behind the word."""
    own = scene.statements_from(place)
    content = own[0].value.content[0] if own and own[0].value.cue is not None else None
    if content is None or content.field != scene.tokens[place].field:
        return place + 1
    for at in range(place + 1, end):
        if scene.tokens[at].end > content.start:
            return at
    return place + 1


def _annexed(scene: Scene, place: int, governor: int) -> bool:
    """Return whether a measure belongs to a noun right before it that nothing is known of: to review the accord."""
    token = scene.tokens[place]
    if place <= governor or token.kind is not WORD or scene.chart.dated[place]:
        return False
    if token.folded[:1] not in "بل" or token.folded in nouns() or GOVERNORS[token.folded]:
        return False
    plain = token.folded in markers()["skip"] or scene.chart.name_at(place) is not None
    return not plain and not token.folded.startswith(("لل", "بال")) and clitics_before(scene, place) > 0


def _parted(scene: Scene, first: int, end: int) -> bool:
    """Return whether a comma parts a verbal noun from what stands behind it."""
    return any(scene.words[place] in COMMAS for place in range(first, end))


def _aimed(scene: Scene, first: int, end: int) -> bool:
    """Return whether a word of purpose parts a governor from the measure: support, for the sake of a settlement."""
    words = markers()["purpose"]
    return any(scene.words[place] in words for place in range(first, end))


def _front(scene: Scene, at: int, sentence: Sentence) -> tuple[str, int]:
    """Return the preposition that a word stands behind, ``o`` for none, and the token where what governs it ends."""
    row = next(iter(nouns().get(scene.words[at], ())), None)
    governor = next((each for each in GOVERNORS[scene.words[at]] if each.form == "noun"), None)
    front = row.front if row is not None else governor.front if governor is not None else ""
    if front in {"ب", "ل"}:
        return front, at
    place = at
    while place > sentence.first and scene.words[place - 1] in _QUIET - {":"}:
        place -= 1
    if place > sentence.first and scene.words[place - 1] in _NOT:
        place -= 1
        if scene.words[place] != "عدم":
            return scene.words[place][0], place
    before = scene.words[place - 1] if place > sentence.first else ""
    if before == "من" and scene.words[place - 2] in markers()["stage"]:
        return "o", place - 2 if scene.words[place - 3] not in markers()["stage"] else place - 3
    if before in _PREPOSITIONS or before in markers()["apart"]:
        away = 2 if before == "اجل" and scene.words[place - 2] == "من" else 1
        return before, place - away
    return ("ان", place - 1) if before in {"ان", "بان"} else ("o", at)


def _conjunction(scene: Scene, at: int) -> bool:
    folded = scene.words[at]
    fronts = [row.conjunction for row in nouns().get(folded, ())]
    fronts += [row.conjunction for row in GOVERNORS[folded] if row.form == "noun"]
    return bool(fronts) and all(fronts)


def _is_feminine(scene: Scene, place: int) -> bool:
    """Return whether a state, a body or a woman's office stands at a token: who may be told of by a feminine verb."""
    name = scene.chart.name_at(place) if place < len(scene.tokens) else None
    return name is None or name.kind not in {"person", "office"} or scene.words[place].endswith("ه")


_LIMITS: Final = ["تحد", "من"]


def _fits(scene: Scene, row: Governor, front: str, place: int, end: int, kind: MeasureKind, *, conjoined: bool) -> bool:
    if row.object or (row.id == "issue" and kind is not MeasureKind.RESOLUTION):
        return False
    if row.id == "expect" and kind is MeasureKind.CEASEFIRE:
        return False
    if row.id == "hinder" and kind is MeasureKind.SANCTIONS and row.form == "verb" and end == place + 1:
        return False  # the embargo forbids, nobody hinders it
    if row.id in OF_KIND and kind not in OF_KIND[row.id]:
        return False
    if row.id == "agree" and "o" in row.frames and kind is MeasureKind.MECHANISM:
        return False  # a committee held a meeting
    if row.id == "condemn" and (conjoined or (row.form == "verb" and front == "o" and end == place + 1)):
        return False  # convicted him and sentenced him; a draft that condemns
    if row.id == "sign" and scene.words[place].removeprefix("و") == "توقع" and not _is_feminine(scene, place + 1):
        return False  # he expected
    if row.id == "agree" and scene.words[place].endswith("عقد") and scene.words[place + 1] in contact_nouns():
        return False  # the holding of talks
    if (row.id == "arrive" and kind not in ARRIVING) or (row.id == "sign" and kind in _UNSIGNED):
        return False
    if row.id in _SCOPE and (row.id == "comprise") != _is_part(scene, end, kind):
        return False
    if row.id == "suspend" and scene.words[place] == "اجل" and scene.words[place - 1] in {"من", "لاجل"}:
        return False
    if row.needs and not any(
        scene.words[each] in row.needs for each in range(place, min(end + MAX_NEEDED, len(scene.tokens)))
    ):
        return False
    if row.id == "propose" and scene.words[place] == "تعرض" and _undergoes(scene, place, end):
        return False
    if row.id == "propose" and "للخطر" in scene.words[end : end + MAX_NEEDED]:
        return False  # endangers it
    if row.id in {"break", "overturn"} and (
        scene.words[place - 1] in {"حق", "بحق"} or scene.words[place : place + 2] == _LIMITS
    ):
        return False  # the veto, what limits it
    if row.id == "set-up" and front == "ل" and kind is MeasureKind.MECHANISM:
        return False  # what experts publish does not set them up
    frames = row.frames
    if scene.words[place] == "قبل" and front != "ب":
        return False  # before, on the part of
    if row.definite and front == "o" and "o" in frames and "s" not in frames:
        return False  # a noun with the article has nothing in construct: the opposition, not opposing
    if front in frames or (front == "o" and "s" in frames):
        return True
    if front == "ل" and row.form == "noun" and "o" in frames and (row.owner or end > place + 1):
        return True
    if front == "ان":
        return row.group in {"call", "need"}
    if conjoined and front == "o" and row.id not in _DIRECT:
        for each in range(place + 1, end):
            folded = scene.words[each]
            if folded in frames or (folded[0] in frames and folded[0] in "بل" and len(folded) > 3):
                return True
    return False


def _undergoes(scene: Scene, place: int, end: int) -> bool:
    """Return whether a word for offering is that for undergoing: the aid was subject to looting."""
    return end == place + 1 and end + 1 < len(scene.tokens) and scene.words[end + 1].startswith("ل")


def _is_part(scene: Scene, place: int, kind: MeasureKind) -> bool:
    """Return whether a measure is what another comprises, rather than the one that embraces a place: the truce."""
    return kind in _PARTS or not scene.words[place].startswith("ال")


def _choose(scene: Scene, rows: list[Governor], place: int, sentence: Sentence) -> Governor | None:
    """Return whether a word that may be verb or verbal noun is the one or the other."""
    verbs = [row for row in rows if row.form == "verb"]
    others = [row for row in rows if row.form != "verb"]
    if not verbs or not others:
        return rows[0]
    before = scene.words[place - 1] if place > sentence.first else ""
    if not others[0].conjunction and _after_verb(scene, place, sentence):
        return others[0]
    as_noun = (
        (
            before in markers()["preposition"]
            or before in markers()["adjunct"]
            or before in markers()["purpose"]
            or before in markers()["thought-of"]
            or any(row.form == "noun" for row in GOVERNORS[before])
            or (before in {"عدم", "اي", "هذا", "كل"})
        )
        if before
        else False
    )
    return others[0] if as_noun else verbs[0]


def _after_verb(scene: Scene, place: int, sentence: Sentence) -> bool:
    """Return whether a verb stands before a word in its clause, so that the word is no second verb."""
    clause = scene.clause(place, sentence)
    for at in range(place - 1, max(clause[0], place - MAX_VERB_REACH) - 1, -1):
        folded = scene.words[at]
        if folded in markers()["relative"] or folded in _ENDS | {"ان", "،"}:
            return False
        rows = GOVERNORS[folded]
        if rows and all(row.form == "verb" for row in rows) and not _is_name(scene, at):
            return True
    return False


def _negated(scene: Scene, place: int, sentence: Sentence) -> bool:
    words = markers()["negation"]
    if place > sentence.first and scene.words[place - 1] in words:
        return scene.words[place - 1] != "ما" or scene.words[place - 2] not in _WHAT
    if place > sentence.first + 2 and scene.words[place - 2 : place] == _FIRST_TO:
        near = scene.tokens[max(sentence.first, place - MAX_FIRST_REACH) : place - 2]
        return any(token.folded in words for token in near)
    return (
        place > sentence.first + 1
        and scene.words[place - 2] in words
        and (scene.words[place - 1] in {"اي", "بعد", "يتم", "تتم", "يكن"})
    )


def _is_name(scene: Scene, place: int) -> bool:
    name = scene.chart.name_at(place)
    return name is not None and name.kind in {"person", "place", "body"}


def _loose(scene: Scene, first: int, end: int, *, conjoined: bool) -> int:
    """Return how many words between two tokens belong to no party, day, place or measure and are no known adverb."""
    loose, place = 0, first
    skip = markers()["skip"] | markers()["preposition"] | markers()["new"]
    while place < end:
        token = scene.tokens[place]
        parties = find_parties(scene.chart, place, end)
        if parties:
            place = parties[-1].end
            continue
        name = scene.chart.name_at(place)
        if name is not None and name.end <= end:
            place = name.end
            continue
        if token.kind is WORD and not scene.chart.dated[place] and token.folded not in skip:
            known = conjoined and (token.folded in nouns() or GOVERNORS[token.folded])
            loose += 0 if known else 1
        place += 1
    if conjoined:
        loose = max(0, loose - 4)
    return loose


def _blocks(scene: Scene, place: int, end: int, *, conjoined: bool) -> bool:
    """Return whether nothing before a token can govern the measure: another measure or a verb stands there."""
    word = scene.words[place]
    closes, named = _CLOSES[word], word in nouns()
    if conjoined or not (closes or named) or _is_name(scene, place) or _is_paper_calling(scene, place):
        return False
    return closes or (noun_at(scene, place, end) is not None and not is_speaker(scene, place))


def is_speaker(scene: Scene, place: int) -> bool:
    """Return whether who stands at a token says what the word before it opens: the joint committee announced."""
    own = scene.statements_from(place - 1) if place else ()
    body = scene.tokens[place].span
    return bool(own) and own[0].value.cue is not None and any(who.span.overlaps(body) for who in own[0].value.speakers)


def _is_paper_calling(scene: Scene, place: int) -> bool:
    """Return whether a closing statement stands behind a verb of calling, as its subject: the statement calls for."""
    first = place - 1 if _is_paper(scene.words[place - 1]) else place
    return _is_paper(scene.words[place]) and calls_before(scene, first)


def _is_paper(word: str) -> bool:
    return any(noun.kind in _PAPERS for noun in nouns().get(word, ()))


def _closes(word: str) -> bool:
    """Return whether a word is a relative or a verb that is no perfect, so that a clause of its own begins with it."""
    if word in {"الذي", "التي", "الذين"}:
        return True
    return any(row.form == "verb" and row.tense is not Tense.PERFECT for row in GOVERNORS[word])


_CLOSES: Final = Memo(_closes)
