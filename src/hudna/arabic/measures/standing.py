"""What a chain of governors says became of a measure, and whose stand it is."""

from typing import Final, NamedTuple

from hudna.arabic.contacts.words import Tense
from hudna.arabic.measures.chain import Link
from hudna.arabic.measures.who import who_meet
from hudna.arabic.measures.words import Governor, markers, nouns
from hudna.arabic.scene import Scene
from hudna.model import NUMBER, Act, Match, MeasureKind, MeasureStatus, Sentence, SentenceKind, Statement

_STARTED: Final = frozenset(
    {MeasureKind.CEASEFIRE, MeasureKind.ZONE, MeasureKind.MECHANISM, MeasureKind.AGREEMENT, MeasureKind.SANCTIONS}
)
_DONE: Final = frozenset(
    {MeasureKind.WITHDRAWAL, MeasureKind.EVACUATION, MeasureKind.RELEASE, MeasureKind.AID, MeasureKind.DEMINING}
)
_STRONG: Final = frozenset(
    {
        MeasureStatus.BROKEN, MeasureStatus.ENDED, MeasureStatus.SUSPENDED, MeasureStatus.STALLED,
        MeasureStatus.EXTENDED, MeasureStatus.VETOED,
    }
)  # fmt: skip
_UNDONE: Final = frozenset(
    {MeasureKind.SANCTIONS, MeasureKind.AGREEMENT, MeasureKind.CEASEFIRE, MeasureKind.RESOLUTION}
)
_SIGNED_SOON: Final = frozenset({MeasureKind.AGREEMENT, MeasureKind.DOCUMENT})
_FAILING: Final = frozenset({MeasureKind.AGREEMENT, MeasureKind.CEASEFIRE})
_WRITTEN: Final = frozenset(
    {MeasureKind.AGREEMENT, MeasureKind.DOCUMENT, MeasureKind.RESOLUTION, MeasureKind.CEASEFIRE, MeasureKind.MECHANISM}
)
_TAKEN: Final = frozenset({MeasureStatus.UNDER_NEGOTIATION, MeasureStatus.ACCEPTED})
_OF_AID: Final = frozenset({"deliver", "cut"})
_PLEDGED: Final = {MeasureKind.AID: MeasureStatus.DECLARED, MeasureKind.SANCTIONS: MeasureStatus.PROPOSED}
_SHARED: Final = frozenset({MeasureKind.AGREEMENT, MeasureKind.CEASEFIRE})
PUT_FORWARD: Final = {
    "plan": MeasureStatus.PROPOSED,
    "peace-plan": MeasureStatus.PROPOSED,
    "draft-resolution": MeasureStatus.PROPOSED,
    "draft": MeasureStatus.DRAFTED,
}
"""Noun of a text that is not agreed on yet -> the status of what it provides for."""

_FAR: Final = frozenset({MeasureStatus.ENDED, MeasureStatus.SUSPENDED})
_OVER: Final = _FAR | {MeasureStatus.BROKEN}
_SET_UP: Final = frozenset({MeasureKind.MECHANISM, MeasureKind.ZONE, MeasureKind.AID, MeasureKind.WITHDRAWAL})
_STOPPING: Final = {
    "hinder": MeasureStatus.VETOED,
    "overturn": MeasureStatus.VETOED,
    "vote-down": MeasureStatus.REJECTED,
}


_ANY: Final = frozenset({"اي", "باي", "لاي"})
_NEVER: Final = frozenset({"لن", "لا", "ولن", "ولا"})
MAX_WHETHER: Final = 4
MAX_DRAFT: Final = 3
_PAST: Final = frozenset({"بعد", "وبعد", "قبل", "وقبل", "منذ"})  # before "that": it came about
_RESOLVED: Final = frozenset({"declare", "decide"})
_SINCE: Final = frozenset({"بعد", "وبعد"})
IN_REPLY: Final = frozenset({"ردا", "وردا", "رد", "ردها", "رده"})
_LETTING: Final = frozenset({"can", "may", "bring-about", "arrive"})  # where they are denied, nothing came through


class Standing(NamedTuple):
    """A status with the link that gives it and the one whose subject it is; ``sure`` where no rule of thumb gave it.

    ``inner`` is what is denied or judged: that X negotiates it.
    """

    status: MeasureStatus
    link: Link | None
    holder: Link | None
    sure: bool = True
    inner: Link | None = None


def of_chain(
    scene: Scene,
    links: list[Link],
    kind: MeasureKind,
    sentence: Sentence,
    told: Match[Statement] | None = None,
    *,
    wrapped: bool = False,
) -> Standing | None:
    """Return what a chain says, None where it tells no standing (an aim, a possibility, a condition)."""
    status: MeasureStatus | None = None
    giver: Link | None = None
    sure = True
    for number, link in enumerate(links):
        row = link.row
        if row.group == "none" or (row.id == "intend" and number == 0 and kind is MeasureKind.AGREEMENT):
            return None
        if _hypothetical(scene, link, sentence) or (row.id == "may" and not link.negated):
            return None
        before = scene.words[link.place - 1] if link.place else ""
        if (row.id == "break" and before in _ANY) or (row.id == "may" and before in _NEVER and number):
            return None  # any breach of it, what cannot be agreed on
        found = status_of(row.status, kind, link)
        if wrapped and row.id == "happen":
            found = MeasureStatus.AGREED
        if row.group == "provide" and found is MeasureStatus.AGREED:
            found = _put_forward(scene, link.place) or found
        if link.negated:
            found = denied_status(row, found, kind)
            if found is None:
                return None
        if (row.group == "accuse" and number == 0) or (row.id == "leave" and kind in _DONE):
            return None  # who goes back on doing it has not done it
        if row.group == "fail":
            passing = giver is not None and giver.row.id == "adopt" and _is_draft(scene, giver)
            if number == 0 or giver is None or not (passing or giver.row.group in {"pact", "talk"}):
                return None
            return Standing(MeasureStatus.STALLED, link, link, sure=False)
        if row.group == "talk" and giver is not None and giver.row.id == "carry-out":
            return None  # who strives to carry it out does not negotiate it
        if number == 0 or status is None:
            status, giver = found, link
        elif row.group in {"call", "need"}:
            lifted = kind in _UNDONE and status is MeasureStatus.ENDED
            status, giver = MeasureStatus.REJECTED if lifted else MeasureStatus.CALLED_FOR, link
        elif row.id in _RESOLVED and giver is not None and giver.row.id == "set-up":
            status, giver = MeasureStatus.DECLARED, link
        elif row.group == "stand":
            assert found is not None
            if row.id == "intend" and status in _FAR:
                return None  # who means to leave has not left
            if status is MeasureStatus.BROKEN and found is not MeasureStatus.DENIED:
                continue
            if row.id == "intend" and status in _TAKEN:
                continue  # who is ready to look into it, or to agree to it
            status, giver = found, link
        elif row.id == "leave" and not link.negated and status in {MeasureStatus.SIGNED, MeasureStatus.AGREED}:
            status, giver = MeasureStatus.REJECTED, link  # who goes back on signing it
        elif row.id == "commit" and not link.negated:
            reached = giver is not None and giver.row.group == "pact"
            status, giver = (MeasureStatus.CALLED_FOR if reached else found), link  # bound to find one: it is not there
        elif row.group == "pact":
            if status not in _STRONG and not (giver is not None and giver.row.group == "need"):
                status, giver = found, link  # who agree that it is needed have not agreed on it
        elif row.id == "expect":
            continue
        elif row.group == "talk":
            if giver is not None and giver.row.group == "call":
                continue  # who tries to talk somebody into it asks for it
            if status in _FAR:
                return None  # who seeks to leave has not left
            if status is not MeasureStatus.BROKEN:
                status, giver = found, link
        elif link.negated and row.id in {"bring-about", "can"}:
            status, giver = found, link
        elif row.group in {"accuse", "provide"} or row.id in {"bring-about", "can"}:
            continue
        elif status in _FAR and found in _FAR:
            return None  # when its suspension ends, a measure does not
        elif found is MeasureStatus.EXTENDED and (status in _OVER or _stance(giver) or _keeps(giver)):
            continue  # the easing was extended, and not what is eased; his support renewed, and not what he supports
        elif found in _STRONG and row.status not in {"done", "start"} and not _stance(giver):
            status, giver = found, link
        sure = sure and link.loose == 0
    if status is None or not links:
        return None
    outermost = links[-1]
    if outermost.row.id == "welcome" and outermost.row.form == "noun" and not _supported(scene, outermost):
        return None  # whose support it is nobody says
    if scene.words[outermost.place - 1] in markers()["thought-of"] and outermost.row.form == "noun":
        return None  # the question of setting them, the idea of it
    if outermost.row.form == "noun" and not _factual(scene, outermost, sentence) and not _said(scene, outermost, told):
        return None
    signing = giver is not None and giver.row.id == "sign" and kind in _SIGNED_SOON
    if signing and (outermost.row.id == "expect" or (outermost.row.id == "happen" and _ahead(scene, outermost))):
        return Standing(MeasureStatus.DRAFTED, giver, outermost, sure=False)
    future = outermost.row.tense is Tense.FUTURE and outermost.row.status == "done"
    if outermost.row.form == "verb" and future and _under_terms(scene, outermost.place, sentence):
        return Standing(MeasureStatus.AGREED, giver, outermost, sure=False)
    if (
        outermost.row.id == "sign"
        and outermost.row.form == "verb"
        and kind in _SIGNED_SOON
        and _ahead(scene, outermost)
    ):
        return Standing(MeasureStatus.DRAFTED, giver, outermost, sure=False)
    if outermost.row.form == "verb" and _unreal(scene, outermost, sentence, status):
        return None
    if status is MeasureStatus.DECLARED and outermost.row.tense is Tense.FUTURE:
        status = MeasureStatus.PROPOSED
    holder = outermost
    own = giver is not None and giver.row.form == "noun" and giver.row.id != "persuade"
    if own and giver is not None and giver.row.group in {"stand", "call", "need"}:
        holder = giver
    inner = next((link for link in links if link.row.group in {"talk", "pact"}), None)
    return Standing(status, giver, holder, sure, inner)


def _put_forward(scene: Scene, place: int) -> MeasureStatus | None:
    """Return how far it is with what a plan or draft beside a verb provides for, which nobody has agreed on yet."""
    beside = [*nouns().get(scene.words[place - 1], ()), *nouns().get(scene.words[place + 1], ())]
    return next((PUT_FORWARD[noun.id] for noun in beside if noun.id in PUT_FORWARD), None)


def _keeps(link: Link | None) -> bool:
    return link is not None and link.row.group == "keep"


def _stance(link: Link | None) -> bool:
    return link is not None and link.row.group in {"stand", "call", "need"}


def status_of(name: str, kind: MeasureKind, link: Link) -> MeasureStatus | None:
    """Return the status that a governor gives a measure of a kind, None where it gives none."""
    if name == "in_effect" and link.row.id == "hold" and kind in _DONE:
        return MeasureStatus.IMPLEMENTED
    if (
        name == "done"
        and link.row.id == "happen"
        and kind not in _DONE | {MeasureKind.MECHANISM, MeasureKind.AGREEMENT}
    ):
        return None
    if (
        link.row.id == "propose"
        and kind is MeasureKind.AID
        and link.row.form == "verb"
        and link.row.tense is Tense.PERFECT
    ):
        return MeasureStatus.IMPLEMENTED  # who gave aid has not merely offered it
    if link.row.id in _OF_AID and kind is not MeasureKind.AID:
        return None
    if link.row.id == "pledge" and kind in _PLEDGED:
        return _PLEDGED[kind]
    if link.row.id == "intend" and kind in _SHARED:
        return MeasureStatus.CALLED_FOR  # what takes another side to it is wished for, not proposed
    if kind is MeasureKind.RESOLUTION and link.row.form == "verb" and link.row.id in _STOPPING:
        return _STOPPING[link.row.id]
    if link.row.group == "provide" and kind is MeasureKind.SANCTIONS:
        return None  # what a policy consists of
    if link.row.group == "provide" and kind is MeasureKind.RESOLUTION:
        return MeasureStatus.ADOPTED
    if name == "drafted" and kind not in _WRITTEN:
        return None
    if name == "exist":
        return MeasureStatus.AGREED if kind is MeasureKind.AGREEMENT else None
    if name == "start":
        started = kind in _STARTED or kind is MeasureKind.RESOLUTION
        return MeasureStatus.IN_EFFECT if started else MeasureStatus.IMPLEMENTED
    if link.row.id == "close" and kind is not MeasureKind.AID:
        return None
    if link.row.id == "deploy" and kind is not MeasureKind.MECHANISM:
        return None
    if name == "set_up":
        if kind is MeasureKind.AGREEMENT and link.row.tense is not Tense.FUTURE and link.row.id == "set-up":
            return MeasureStatus.AGREED
        if kind not in _SET_UP:
            return None
        if link.row.tense is Tense.FUTURE:
            return MeasureStatus.PROPOSED
        return MeasureStatus.IN_EFFECT if kind is MeasureKind.ZONE else MeasureStatus.IMPLEMENTED
    if name == "done":
        if kind is MeasureKind.MECHANISM:
            return MeasureStatus.IN_EFFECT
        if kind is MeasureKind.SANCTIONS:
            return None if link.row.group == "happen" and link.row.tense is Tense.IMPERFECT else MeasureStatus.DECLARED
        if link.row.tense is Tense.IMPERFECT and kind not in _DONE:
            return None
        return MeasureStatus.IMPLEMENTED if kind in _DONE else MeasureStatus.AGREED
    if link.row.id == "cancel" and kind in _DONE:
        return MeasureStatus.SUSPENDED
    if name == "ended" and link.row.id in {"end", "collapse"} and kind in _DONE:
        return MeasureStatus.IMPLEMENTED
    if name == "vetoed" and not link.row.needs and kind not in {MeasureKind.RESOLUTION, MeasureKind.DOCUMENT}:
        return MeasureStatus.STALLED
    if name == "ended" and link.row.id == "leave" and kind is not MeasureKind.AGREEMENT:
        return None
    if name == "ended" and link.row.id == "lift" and kind is not MeasureKind.SANCTIONS:
        return None
    return MeasureStatus(name) if name else None


def denied_status(row: Governor, status: MeasureStatus | None, kind: MeasureKind) -> MeasureStatus | None:
    """Return what a negated word says: not to accept is to reject, not to keep is to break; all else is unsaid."""
    if row.id == "carry-out" and kind in {MeasureKind.CEASEFIRE, MeasureKind.RESOLUTION}:
        return MeasureStatus.BROKEN  # what it asks for was not done
    if row.id == "no-way-but":
        return MeasureStatus.CALLED_FOR
    if row.group == "stand" and (status is MeasureStatus.ACCEPTED or (row.id == "intend" and row.form == "verb")):
        return MeasureStatus.REJECTED
    if row.group == "keep":
        return MeasureStatus.BROKEN
    if row.id == "leave" and status is MeasureStatus.ENDED:
        return MeasureStatus.ACCEPTED  # not to leave it is to stay in it
    if row.id in _LETTING and kind in _FAILING:
        return MeasureStatus.STALLED
    if row.id == "agree" and status is MeasureStatus.AGREED and kind in _FAILING:
        return MeasureStatus.STALLED
    if row.id == "exist" and kind is MeasureKind.AGREEMENT:
        return MeasureStatus.DENIED
    if row.id in _LETTING | {"happen"} and status is MeasureStatus.IMPLEMENTED and kind in _DONE:
        return MeasureStatus.STALLED
    return None


def _hypothetical(scene: Scene, link: Link, sentence: Sentence) -> bool:
    """Return whether a word of condition, possibility or purpose stands right before a governor."""
    words = markers()
    place = link.place
    before = scene.words[place - 1] if place > sentence.first else ""
    if any(word == "اذا" for word in scene.words[max(sentence.first, place - MAX_WHETHER) : place]):
        return True  # whether X will leave
    if before == "ان" and link.row.tense is Tense.PERFECT and scene.tokens[place - 1].surface.startswith("إ"):
        return True  # if X left: "that" would stand before a noun
    if link.row.id == "exist" and before in {"يكون", "تكون"}:
        return True
    if before in words["condition"] or before in words["quality"]:
        return True  # the quality: good will is no intention
    if link.row.form == "verb" and before in words["possible"] and link.row.tense is not Tense.PERFECT:
        return True
    two = scene.words[place - 2] if place > sentence.first + 1 else ""
    if (two, before) == ("ان", "لم") and scene.tokens[place - 2].surface.startswith("إ"):
        return True  # if they do not accept
    if (two, before) == ("ما", "لم"):
        return True  # unless they accept
    return two in words["condition"] and before in {"تم", "ما", "لم"} | words["possible"]


def _said(scene: Scene, link: Link, told: Match[Statement] | None) -> bool:
    """Return whether a verbal noun is itself what is said: he pointed to the adoption of the resolution."""
    if (
        told is None
        or link.row.id == "reach"
        or told.value.act in {Act.DEMAND, Act.PROMISE, Act.THREATEN, Act.ASK, Act.REJECT}
    ):
        return False
    if scene.words[link.place - 1] == "عن" and told.value.act is not Act.ANNOUNCE:
        return False  # to speak of relief is not to grant it
    token, content = scene.tokens[link.place], told.value.content[0]
    return content.field == token.field and 0 <= content.start - token.start + 2 <= 4


def _factual(scene: Scene, link: Link, sentence: Sentence) -> bool:
    """Return whether a verbal noun that no verb governs tells something that has come about, or a standing stance."""
    place, words = link.place, markers()
    if link.row.id == "exist" or (link.row.id == "leave" and link.row.definite and _of_a_nation(scene, place)):
        return True
    if link.row.group in {"call", "stand", "need"}:
        return link.row.front != "ل" or link.row.group == "call"
    if link.row.id == "commit" and (link.negated or not link.row.definite):
        return link.row.front != "ل"  # its commitment, committed to: a stance; the commitment may be one asked for
    if sentence.kind is SentenceKind.TITLE and place == sentence.first:
        return True
    before = scene.words[place - 1] if place > sentence.first else ""
    if link.row.front == "ل" and link.row.group == "talk" and who_meet(scene, place, sentence):
        return True  # X meets Y to talk it over
    if link.row.front in {"ب", "ل", "ك"}:
        return before in words["past"]
    if before in words["purpose"] or link.row.id == "reach":
        return False
    if before == "من" and (scene.words[place - 2] in {"الرغم", "بالرغم"} or scene.words[place - 3] in _SINCE):
        return True  # in spite of it, hours after it
    if before == "علي" and scene.words[place - 2] in IN_REPLY:
        return True  # what is replied to has been done
    if link.row.id == "decide" and not link.row.definite and _taken(scene, link):
        return True
    if before in words["past"] or before in {"مع", "ان", "بان"}:
        return True
    if link.row.group == "talk":
        return True
    return link.row.id == "collapse" or link.row.status in {"broken", "in_effect", "stalled"}


def _supported(scene: Scene, link: Link) -> bool:
    """Return whether somebody's support is told of: his name, owner or number behind the noun, a verb or "his country" before it."""
    if link.row.front == "ب":
        return False  # with the support of
    if _taken(scene, link) or scene.tokens[link.place + 1].kind is NUMBER or link.row.definite:
        return True
    before = scene.words[link.place - 1] if link.place else ""
    return not link.row.conjunction and before not in {"و", "او"}


def _is_draft(scene: Scene, link: Link) -> bool:
    """Return whether a draft resolution stands behind a governor: the council failed to pass the draft."""
    reach = scene.words[link.place + 1 : link.place + 1 + MAX_DRAFT]
    return any(noun.id == "draft-resolution" for word in reach for noun in nouns().get(word, ()))


def _taken(scene: Scene, link: Link) -> bool:
    """Return whether whose decision it is stands on or behind its noun: the decision of X to expel, its decision."""
    name = scene.chart.name_at(link.place + 1) if link.place + 1 < len(scene.tokens) else None
    return bool(link.row.owner) or (name is not None and not scene.chart.glued(name))


def _ahead(scene: Scene, link: Link) -> bool:
    """Return whether a signing is set for later: will sign, is expected to sign."""
    if link.row.tense is Tense.FUTURE or scene.words[link.place - 1] in {"سوف", "وسوف"}:
        return True
    expected = set(scene.words[max(0, link.place - 3) : link.place])
    return link.row.tense is Tense.IMPERFECT and "ان" in expected and not expected.isdisjoint(markers()["expected"])


def _of_a_nation(scene: Scene, place: int) -> bool:
    """Return whether a noun with the article has a nationality behind it: the American withdrawal, which took place."""
    name = scene.chart.name_at(place + 1) if place + 1 < len(scene.tokens) else None
    return name is not None and name.kind == "nationality"


def _under_terms(scene: Scene, place: int, sentence: Sentence) -> bool:
    """Return whether what is to be done is told as a term: under the agreement, X will be done."""
    return any(scene.words[each] in {"بموجب", "بموجبه", "بموجبها", "وبموجب"} for each in range(sentence.first, place))


def _unreal(scene: Scene, link: Link, sentence: Sentence, status: MeasureStatus) -> bool:
    """Return whether a verb tells what is not done: a future act, a subjunctive that nothing governs."""
    row = link.row
    before = scene.words[link.place - 1] if link.place > sentence.first else ""
    if row.tense is Tense.FUTURE or before in {"سوف", "وسوف"}:
        if _under_terms(scene, link.place, sentence):
            return False
        return (
            row.group == "pact"
            or row.status == "done"
            or row.id == "carry-out"
            or status in {MeasureStatus.BROKEN, MeasureStatus.ENDED}
        )
    if row.tense is Tense.IMPERFECT and before in {"ان", "وان", "الا", "بان", "لان", "كي", "حتي", "ل"}:
        past = link.place > sentence.first + 1 and scene.words[link.place - 2] in _PAST
        return row.group not in {"call", "need"} and not past
    return False
