"""One telling of a measure: its phrase, what governs it, what a relative clause or a verb behind it says."""

from collections.abc import Sequence
from typing import Final

from hudna.arabic.contacts.words import Tense
from hudna.arabic.measures.by_verb import read_verb_phrase, status_of_verb
from hudna.arabic.measures.chain import Link, read_chain
from hudna.arabic.measures.draft import Draft, Pieces, Stand, piece
from hudna.arabic.measures.holders import holder_of, own_statement
from hudna.arabic.measures.phrase import Phrase, noun_at, read_phrase
from hudna.arabic.measures.relative import read_after
from hudna.arabic.measures.standing import Standing, of_chain
from hudna.arabic.measures.who import distinct, parties_of, read_sides, states_of, the_two
from hudna.arabic.measures.words import Governor, Verb, markers
from hudna.arabic.names.tables import labels
from hudna.arabic.pledges.what import condition_at
from hudna.arabic.scene import Scene
from hudna.arabic.speech.cues import markers as speech_markers
from hudna.model import (
    Act,
    Match,
    MeasureKind,
    MeasureStatus,
    Party,
    Sentence,
    SentenceKind,
    Span,
    Statement,
    TimeMention,
    TokenKind,
)

MAX_DAY_REACH: Final = 9
MAX_HEAD_TOKENS: Final = 6
MAX_JOIN_REACH: Final = 16
MIN_AGREEING: Final = 2
MAX_VERB_REACH: Final = 10
MAX_EVIDENCE: Final = 14
_FORCES: Final = frozenset(
    {
        "قوات",
        "القوات",
        "الجيش",
        "جيش",
        "مقاتلو",
        "مقاتلي",
        "المقاتلين",
        "المقاتلون",
        "مسلحو",
        "المسلحون",
        "المسلحين",
        "الوحدات",
        "وحدات",
        "ميليشيا",
        "ميليشيات",
        "الميليشيات",
        "الفصائل",
        "فصائل",
        "عناصر",
        "حركة",
        "تنظيم",
        "جماعة",
    }
)
_NO_ROW: Final = Governor("", "noun", None, frozenset(), frozenset(), "", "")
_ENACTED: Final = frozenset({MeasureStatus.ADOPTED, MeasureStatus.VETOED, MeasureStatus.SIGNED})
_ASIDE: Final = frozenset({"في", "عن", "الي", "بعد", "قبل", "خلال", "حول", "بشان", "مع", "ضد"})
_PACTS: Final = frozenset({MeasureStatus.AGREED, MeasureStatus.SIGNED})
_BINDING: Final = frozenset(
    {
        MeasureStatus.AGREED, MeasureStatus.SIGNED, MeasureStatus.DECLARED, MeasureStatus.IMPLEMENTED,
        MeasureStatus.IN_EFFECT, MeasureStatus.EXTENDED, MeasureStatus.UNDER_NEGOTIATION, MeasureStatus.ADOPTED,
        MeasureStatus.SUSPENDED, MeasureStatus.ENDED,
    }
)  # fmt: skip
_TEXTS: Final = frozenset({MeasureKind.AGREEMENT, MeasureKind.DOCUMENT, MeasureKind.RESOLUTION})
_FOUGHT: Final = frozenset({MeasureKind.CEASEFIRE, MeasureKind.WITHDRAWAL, MeasureKind.RELEASE})
_TAKEN_UP: Final = frozenset(
    {
        MeasureStatus.PROPOSED, MeasureStatus.DRAFTED, MeasureStatus.VETOED, MeasureStatus.ACCEPTED,
        MeasureStatus.REJECTED,
    }
)  # fmt: skip
_PROCESSES: Final = frozenset(
    {MeasureKind.WITHDRAWAL, MeasureKind.EVACUATION, MeasureKind.RELEASE, MeasureKind.AID, MeasureKind.DEMINING}
)


def read_telling(scene: Scene, place: int, sentence: Sentence, before: Sequence[Draft]) -> list[Draft]:
    """Return what the noun at a token tells: one draft, two where a resolution and what it orders are told at once."""
    phrase = read_phrase(scene, place, sentence.end)
    if phrase is None:
        return []
    if phrase.noun.id == "withdrawal" and _from_accord(scene, phrase, sentence.end):
        return []
    token = scene.tokens[place]
    told = scene.told_in(token.end - 1, token.field)
    if phrase.pair is not None:
        phrase.named = the_two(scene, phrase.pair, [draft.parties for draft in before])
    stands = _stands(scene, phrase, sentence, told, before)
    if phrase.noun.id == "law":
        stands = [stand for stand in stands if stand.status in _ENACTED]
    stands = [stand for stand in stands if phrase.noun.id != "resolution" or stand.status is not MeasureStatus.BROKEN]
    kinds = [phrase.kind]
    if phrase.inner is not None and phrase.noun.kind is MeasureKind.RESOLUTION:
        kinds = [phrase.noun.kind, phrase.inner.kind]
    return [_draft(scene, phrase, kind, stands, sentence) for kind in kinds]


def read_verb(scene: Scene, place: int, sentence: Sentence, before: Sequence[Draft]) -> list[Draft]:
    """Return what a verb tells by itself: released, withdrew, agreed on."""
    found = read_verb_phrase(scene, place, sentence)
    if found is None:
        return []
    phrase, verb = found
    status = status_of_verb(scene, place, verb, sentence)
    if status is None:
        return []
    token = scene.tokens[place]
    told = scene.told_in(token.start, token.field)
    row = _NO_ROW._replace(id=verb.id, form="verb", tense=verb.tense, group="pact", conjunction=verb.conjunction)
    link = Link(place, row, 0, False)
    by, here = holder_of(
        scene,
        link,
        max(phrase.core, min(place + MAX_VERB_REACH, sentence.end)),
        sentence,
        told,
        [draft.parties for draft in before],
    )
    if verb.id == "agree-on" and len(by) < MIN_AGREEING and not _several(by, verb):
        return []
    if verb.id == "withdraw" and not _moves(phrase, by):
        return []
    if verb.id == "depart" or (verb.id == "sentence" and not here):
        by = ()
    if verb.kind is MeasureKind.AGREEMENT and told is not None and not by and token.folded.endswith("نا"):
        by = the_two(scene, place, ()) or told.value.speakers
    stand = _stand(scene, phrase, status, by, link, sentence, told, sure=here and bool(by), rule=f"<{verb.id}>")
    return [_draft(scene, phrase, verb.kind, [stand], sentence)]


def _several(by: tuple[Party, ...], verb: Verb) -> bool:
    """Return whether one party stands for several that agree: the factions, the two sides."""
    return verb.several or any(" و" in party.label or party.label.startswith(("ال", "ا")) for party in by)


def _moves(phrase: Phrase, by: tuple[Party, ...]) -> bool:
    """Return whether those who withdraw are armed and leave a place, rather than a race or a hall."""
    armed = any(set(party.label.split()) & _FORCES for party in by)
    return armed or (bool(by) and phrase.place is not None)


def _from_accord(scene: Scene, phrase: Phrase, limit: int) -> bool:
    """Return whether what is left is an agreement rather than a place."""
    for place in range(phrase.core, min(phrase.end + 3, limit - 1)):
        if scene.tokens[place].folded == "من":
            found = noun_at(scene, place + 1, limit)
            return found is not None and found[0].kind in _TEXTS
    return False


def _stands(
    scene: Scene, phrase: Phrase, sentence: Sentence, told: Match[Statement] | None, before: Sequence[Draft]
) -> list[Stand]:
    found: list[Stand] = []
    links = read_chain(scene, phrase.first, phrase.kind, sentence)
    standing = of_chain(
        scene, links, phrase.kind, sentence, told, wrapped=phrase.noun.id == "accord" and phrase.inner is not None
    )
    if standing is not None:
        found.append(_by_chain(scene, phrase, links, standing, sentence, told, before))
    elif not links:
        joined = _joined(scene, phrase, sentence, before)
        if joined is not None:
            found.append(joined)
    after = read_after(scene, phrase, sentence)
    if after is not None:
        status, link, by = after
        of: tuple[Party, ...] = ()
        if status is MeasureStatus.BROKEN:
            of, by = by, told.value.speakers if told is not None else ()
        found.append(
            _stand(
                scene, phrase, status, by, link, sentence, told, sure=True, of=of, rule=f"{phrase.rule} <{link.row.id}>"
            )
        )
    if not found and not links:
        found += _by_itself(scene, phrase, sentence, told)
    return found


def _by_chain(
    scene: Scene,
    phrase: Phrase,
    links: Sequence[Link],
    standing: Standing,
    sentence: Sentence,
    told: Match[Statement] | None,
    before: Sequence[Draft],
) -> Stand:
    pairs = [draft.parties for draft in before]
    holder = standing.holder or links[-1]
    end = min([link.place for link in links if link.place > holder.place], default=phrase.first)
    by, told_here = holder_of(scene, holder, end, sentence, told, pairs)
    if not by and holder.row.form == "noun" and len(links) > 1 and holder.row.group in {"stand", "call"}:
        outer = links[-1]
        if outer is not holder:
            by, told_here = holder_of(scene, outer, holder.place, sentence, told, pairs)
    of: tuple[Party, ...] = ()
    status = standing.status
    sure = standing.sure and told_here
    giver = standing.link or holder
    if status is MeasureStatus.BROKEN:
        breaker = holder if giver is holder else giver
        of = by if giver is holder else holder_of(scene, breaker, phrase.first, sentence, None, pairs)[0]
        by = told.value.speakers if told is not None else ()
        of = of or _on_the_part_of(scene, phrase)
        if told is not None and told.value.act is Act.ACCUSE and told.value.about:
            of = told.value.about
    elif status is MeasureStatus.CALLED_FOR:
        of = _asked(scene, holder, phrase.first, by, told)
    elif giver is not holder and holder.row.group in {"act", "happen"}:
        if status in _PACTS and phrase.with_ and not phrase.parties and holder.row.id == "declare":
            sure = False  # who announces an agreement "with" somebody is the other side of it
        elif status in _PACTS or status is MeasureStatus.IN_EFFECT:
            by = holder_of(scene, giver, phrase.first, sentence, None, pairs)[0] if giver.row.form == "noun" else ()
    terms = holder.row.tense is Tense.FUTURE and status is MeasureStatus.AGREED and holder.row.group == "happen"
    rule = " ".join([*(["<terms>"] if terms else []), *(f"<{link.row.id}>" for link in reversed(links)), phrase.rule])
    return _stand(scene, phrase, status, by, holder, sentence, told, sure=sure, rule=rule, of=of)


def _on_the_part_of(scene: Scene, phrase: Phrase) -> tuple[Party, ...]:
    """Return who is named behind "on the part of"."""
    for place in range(phrase.core, min(phrase.end + 3, len(scene.tokens) - 2)):
        if scene.tokens[place].folded == "قبل" and scene.tokens[place - 1].folded == "من":
            return parties_of(read_sides(scene, place + 1, min(place + 12, len(scene.tokens)))[0])
    return ()


def _asked(
    scene: Scene, link: Link, end: int, by: tuple[Party, ...], told: Match[Statement] | None
) -> tuple[Party, ...]:
    """Return whom a call asks: who stands between its word and the measure beside the caller, else the addressee."""
    callers = {party.entity or party.label for party in by}
    place = link.place + 1
    while place < end:
        sides, after = read_sides(scene, place, end)
        if place > link.place + 1 and scene.tokens[place - 1].folded in _ASIDE:
            sides = []
        others = [
            side for side in sides if (side.who.entity or side.who.label) not in callers and side.level != "place"
        ]
        if others and (link.row.group != "need" or scene.tokens[place - 1].folded == "علي"):
            return parties_of(others)
        place = max(after, place + 1)
    own = own_statement(scene, link.place) or (told if link.row.group == "need" else None)
    return (own.value.addressee,) if own is not None and own.value.addressee is not None else ()


def _stand(
    scene: Scene,
    phrase: Phrase,
    status: MeasureStatus,
    by: tuple[Party, ...],
    link: Link,
    sentence: Sentence,
    told: Match[Statement] | None,
    *,
    sure: bool,
    rule: str,
    of: tuple[Party, ...] = (),
) -> Stand:
    first, end = min(link.place, phrase.first), max(link.place + 1, phrase.core)
    if status in _PACTS:
        by = _pact_parties(phrase, by)
    voted = any(_votes(party) for party in by) or any(
        token.folded.endswith("مجلس") for token in scene.tokens[first : phrase.first]
    )
    if status is MeasureStatus.ACCEPTED and phrase.noun.kind is MeasureKind.RESOLUTION and voted:
        status = MeasureStatus.ADOPTED
    when = _day(scene, link, phrase, sentence)
    hedges = _hedges(scene, first, end, told)
    return Stand(
        status=status,
        by=by,
        of=of,
        told=told.value.id if told is not None else None,
        when=when,
        condition=_condition(scene, phrase.end, sentence),
        pieces=_pieces(first, max(end, min(phrase.end, first + MAX_EVIDENCE)), phrase),
        hedges=hedges,
        sure=sure and not hedges,
        rule=rule,
    )


def _votes(party: Party) -> bool:
    """Return whether a party is the body whose resolution it is, so that its consent adopts it."""
    words = set(party.label.split())
    return bool(words & {"مجلس", "الجمعية", "المجلس"}) or any(word.endswith("مجلس") for word in words)


def _pact_parties(phrase: Phrase, by: tuple[Party, ...]) -> tuple[Party, ...]:
    """Return all who agreed: the subject, who stands behind "with" and "between"."""
    between = [] if len(by) > 1 or phrase.kind is MeasureKind.ZONE else phrase.parties
    sides = distinct([*parties_of([*between, *phrase.with_]), *phrase.named])
    known = {party.entity or party.label for party in by}
    return by + tuple(party for party in sides if (party.entity or party.label) not in known)


def _day(scene: Scene, link: Link, phrase: Phrase, sentence: Sentence) -> Match[TimeMention] | None:
    """Return the day of a standing: not that from or until which the measure is to hold, nor one of a relative clause."""
    first = min(link.place, phrase.first)
    clause = scene.clause(first, sentence)
    start, limit = clause[0], max(clause[1], min(phrase.end, sentence.end))
    if link.place > phrase.first:
        start = phrase.core
    else:
        relative = markers()["relative"]
        limit = next((at for at in range(phrase.core, limit) if scene.tokens[at].folded in relative), limit)
    end = max(phrase.end if link.place <= phrase.first else phrase.core, link.place + 1)
    date = scene.date_near(first, end, (start, limit), MAX_DAY_REACH)
    if date is not None and date.value.earliest is None:
        return None  # "earlier": no day of it is known
    if date is not None and date.first >= phrase.core and scene.tokens[date.first - 1].folded in markers()["span"]:
        return None
    if date is not None and scene.tokens[date.first].folded in markers()["span"]:
        return None
    return date


def _hedges(scene: Scene, first: int, end: int, told: Match[Statement] | None) -> tuple[Span, ...]:
    words = speech_markers()["hedge"] - {"قد"}
    found = [token.span for token in scene.tokens[first:end] if token.folded in words]
    if told is not None:
        found += [hedge for hedge in told.value.hedges if hedge not in found]
    return tuple(found)


def _condition(scene: Scene, end: int, sentence: Sentence) -> Span | None:
    for place in range(end, min(end + 8, sentence.end - 1)):
        word = scene.tokens[place].folded
        if word in {"شريطه", "بشرط", "شرط"} or (word in {"اذا", "لو"} and scene.tokens[place - 1].folded != "ما"):
            return condition_at(scene, place, sentence.end)
        if scene.tokens[place].folded in {".", "؛"}:
            return None
    return None


def _pieces(first: int, end: int, phrase: Phrase) -> Pieces:
    if end - first <= 25:
        return (piece(first, end),)
    return (piece(phrase.first, phrase.core), piece(first, first + 1) if first < phrase.first else piece(end - 1, end))


def _joined(scene: Scene, phrase: Phrase, sentence: Sentence, before: Sequence[Draft]) -> Stand | None:
    """Return the standing of the measure joined by "and" before: called for a truce and the entry of aid."""
    then = phrase.first > sentence.first and scene.tokens[phrase.first - 1].folded == "ثم"
    if not phrase.noun.conjunction and not then:
        return None
    last = next((draft for draft in reversed(before) if draft.sentence == sentence.index and draft.stands), None)
    if last is None or phrase.first - last.phrase.end > MAX_JOIN_REACH or last.phrase.end > phrase.first:
        return None
    if any(scene.tokens[place].folded in {".", "؛"} for place in range(last.phrase.end, phrase.first)):
        return None
    stand = last.stands[0]
    if not then and stand.status not in {
        MeasureStatus.CALLED_FOR,
        MeasureStatus.AGREED,
        MeasureStatus.REJECTED,
        MeasureStatus.PROPOSED,
    }:
        return None
    return Stand(
        status=stand.status,
        by=stand.by,
        told=stand.told,
        when=_day(scene, Link(phrase.first, _NO_ROW, 0, False), phrase, sentence) if then else stand.when,
        pieces=(piece(phrase.first, phrase.core),),
        hedges=stand.hedges,
        sure=False,
        rule=f"<joined> {phrase.rule}",
    )


def _by_itself(scene: Scene, phrase: Phrase, sentence: Sentence, told: Match[Statement] | None) -> list[Stand]:
    """Return what the phrase says without a governor: by its participle, its place at the head of a demand, its parties."""
    link = Link(phrase.first, _NO_ROW, 0, False)
    token = scene.tokens[phrase.first]
    if phrase.adjective is not None and phrase.noun.kind is not MeasureKind.MECHANISM:
        status = phrase.adjective[0]
        by: tuple[Party, ...] = ()
        return [_stand(scene, phrase, status, by, link, sentence, told, sure=False, rule=f"{phrase.rule} <participle>")]
    before = scene.tokens[phrase.first - 1].folded if phrase.first > sentence.first else ""
    if told is not None and told.value.act is Act.DEMAND:
        start = told.value.content[0].start
        words = sum(
            each.kind is TokenKind.WORD and each.start >= start and each.field is token.field
            for each in scene.tokens[max(sentence.first, phrase.first - MAX_HEAD_TOKENS) : phrase.first]
        )
        if words < MAX_HEAD_TOKENS // 2 and told.value.content[0].field is token.field:
            by = told.value.speakers
            status = MeasureStatus.CALLED_FOR
            return [_stand(scene, phrase, status, by, link, sentence, told, sure=False, rule=f"<demand> {phrase.rule}")]
    found = _existing(phrase, before, sentence)
    if found is not None:
        status, by, name = found
        return [_stand(scene, phrase, status, by, link, sentence, told, sure=False, rule=f"<{name}> {phrase.rule}")]
    event = phrase.noun.definite and scene.tokens[phrase.first + 1 : phrase.first + 2]
    if phrase.noun.id == "accord" and event and event[0].folded == "علي" and phrase.noun.front != "ل":
        by = parties_of([*phrase.parties, *phrase.with_])
        return [
            _stand(
                scene,
                phrase,
                MeasureStatus.AGREED,
                by,
                link,
                sentence,
                told,
                sure=False,
                rule=f"<agreeing> {phrase.rule}",
            )
        ]
    if before in markers()["past"] and phrase.kind in _PROCESSES and phrase.inner is None:
        status = MeasureStatus.IMPLEMENTED
        return [_stand(scene, phrase, status, (), link, sentence, told, sure=False, rule=f"<after> {phrase.rule}")]
    named = phrase.kind in {MeasureKind.AGREEMENT, MeasureKind.CEASEFIRE} and len(phrase.parties) > 1
    if named and not phrase.noun.owner and before not in markers()["purpose"]:
        by = parties_of(phrase.parties)
        return [
            _stand(
                scene,
                phrase,
                MeasureStatus.AGREED,
                by,
                link,
                sentence,
                told,
                sure=False,
                rule=f"{phrase.rule} <between>",
            )
        ]
    if phrase.noun.id == "resolution" and phrase.inner is not None:
        council = parties_of(phrase.people)
        status = MeasureStatus.ADOPTED
        return [
            _stand(scene, phrase, status, council, link, sentence, None, sure=False, rule=f"<ordering> {phrase.rule}")
        ]
    return []


def _words_of(phrase: Phrase, kind: MeasureKind) -> tuple[int, int]:
    """Return the tokens that name a measure: of a resolution and what it orders, each its own."""
    inner = phrase.inner
    if inner is None or phrase.noun.kind is not MeasureKind.RESOLUTION:
        return piece(phrase.first, phrase.core)
    return piece(inner.first, inner.core) if kind is inner.kind else piece(phrase.first, inner.first)


def _fights(party: Party) -> bool:
    """Return whether a party is an armed group or an army, which a truce it calls for binds as well."""
    row = labels().get(party.entity or "")
    return row is not None and row.kind == "body" and row["class"] in {"armed_group", "armed_force"}


def _existing(phrase: Phrase, before: str, sentence: Sentence) -> tuple[MeasureStatus, tuple[Party, ...], str] | None:
    """Return what the place of a phrase takes for granted: under the agreement on X, despite the truce, a headline."""
    words = markers()
    sides = parties_of([*phrase.parties, *phrase.with_])
    pact = phrase.noun.id == "accord" and (phrase.inner is not None or bool(sides))
    if phrase.kind is MeasureKind.CEASEFIRE and before in words["during"] and phrase.noun.kind is MeasureKind.CEASEFIRE:
        return MeasureStatus.IN_EFFECT, (), "during"
    if pact and before in words["terms"]:
        return MeasureStatus.AGREED, sides, "under"
    heads = sentence.kind in {SentenceKind.TITLE, SentenceKind.HEADING} or phrase.noun.conjunction == ""
    if pact and phrase.first == sentence.first and heads and not phrase.noun.front:
        return MeasureStatus.AGREED, sides, "headed"
    return None


def _draft(scene: Scene, phrase: Phrase, kind: MeasureKind, stands: Sequence[Stand], sentence: Sentence) -> Draft:
    parties = distinct([*parties_of([*phrase.parties, *phrase.with_, *phrase.people]), *phrase.named])
    if kind is MeasureKind.WITHDRAWAL:
        parties = distinct([*parties, *states_of(phrase.people)])
    known = {party.entity or party.label for party in parties}
    binding = _BINDING | _TAKEN_UP if kind in _TEXTS | {MeasureKind.MECHANISM} else _BINDING
    for stand in stands:
        fighters = tuple(party for party in stand.by if _fights(party)) if kind in _FOUGHT else ()
        more = (*(stand.by if stand.status in binding else fighters), *stand.of)
        for party in more:
            if (party.entity or party.label) not in known:
                known.add(party.entity or party.label)
                parties += (party,)
    words = scene.document.article.words
    return Draft(
        kind=kind,
        noun=phrase.noun.id,
        phrase=phrase,
        name=words(phrase.name) if phrase.name is not None else None,
        parties=parties,
        guarantors=parties_of(phrase.guarantors),
        mediators=parties_of(phrase.mediators),
        place=phrase.place,
        covers=tuple(phrase.covers),
        excludes=tuple(phrase.excludes),
        length=words(phrase.length) if phrase.length is not None else None,
        recurs=words(phrase.recurs) if phrase.recurs is not None else None,
        quantity=None,
        stands=tuple(stands),
        pieces=(_words_of(phrase, kind),),
        sentence=sentence.index,
        back=((phrase.noun.definite and not phrase.noun.tails) or phrase.noun.id.startswith("the-"))
        and phrase.inner is None
        and phrase.name is None,
        new=phrase.new,
        headline=sentence.kind is SentenceKind.TITLE,
    )
