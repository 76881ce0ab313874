"""From a phrase and its standings to the draft of a measure."""

from collections.abc import Sequence
from typing import Final

from hudna.arabic.measures.beside import auspices, quantity_of, sanctioned, setting_of
from hudna.arabic.measures.draft import Draft, Stand, piece
from hudna.arabic.measures.envoys import land_left
from hudna.arabic.measures.phrase import Phrase
from hudna.arabic.measures.who import distinct, parties_of, states_of
from hudna.arabic.names.tables import labels
from hudna.arabic.scene import Scene
from hudna.model import (
    MeasureKind,
    MeasureStatus,
    Party,
    Sentence,
    SentenceKind,
)
from hudna.model.frozen import replace

_EXPELS: Final = frozenset({"expel", "expel-envoys"})
_BINDING: Final = frozenset(
    {
        MeasureStatus.AGREED, MeasureStatus.SIGNED, MeasureStatus.DECLARED, MeasureStatus.IMPLEMENTED,
        MeasureStatus.IN_EFFECT, MeasureStatus.EXTENDED, MeasureStatus.UNDER_NEGOTIATION, MeasureStatus.ADOPTED,
        MeasureStatus.SUSPENDED, MeasureStatus.ENDED,
    }
)  # fmt: skip
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
_THWARTING: Final = ("<hinder> <draft", "<overturn> <draft", "<knock-down> <draft", "<veto> <draft")
_TEXTS: Final = frozenset({MeasureKind.AGREEMENT, MeasureKind.DOCUMENT, MeasureKind.RESOLUTION})
BROUGHT: Final = frozenset({MeasureKind.AID, MeasureKind.EVACUATION})  # who cannot bring it is a side of it
_COUNTED: Final = frozenset({MeasureKind.EVACUATION, MeasureKind.RELEASE, MeasureKind.AID})
_SET: Final = frozenset(
    {
        MeasureKind.CEASEFIRE, MeasureKind.ZONE, MeasureKind.WITHDRAWAL, MeasureKind.EVACUATION, MeasureKind.RELEASE,
        MeasureKind.AID, MeasureKind.MECHANISM, MeasureKind.DEMINING,
    }
)  # fmt: skip
_FOUGHT: Final = frozenset({MeasureKind.CEASEFIRE, MeasureKind.WITHDRAWAL, MeasureKind.RELEASE, MeasureKind.EVACUATION})
_CALLS: Final = frozenset({"<call>", "<need>", "<demand>", "<owed>", "<welcome>", "<persuade>", "<deny>", "<break>"})
_TAKEN_UP: Final = frozenset(
    {
        MeasureStatus.PROPOSED, MeasureStatus.DRAFTED, MeasureStatus.VETOED, MeasureStatus.ACCEPTED,
        MeasureStatus.REJECTED,
    }
)  # fmt: skip


def make_draft(scene: Scene, phrase: Phrase, kind: MeasureKind, stands: Sequence[Stand], sentence: Sentence) -> Draft:
    """Return the draft of a measure; those whose standings bind them are its parties as well."""
    if phrase.noun.id in _EXPELS and not all(stand.by for stand in stands):
        left = land_left(scene, phrase.end, sentence.end, phrase.people)
        by = tuple(replace(party, implied=True) for party in parties_of(left))
        stands = [replace(stand, by=stand.by or by) for stand in stands]
    ordered = kind is MeasureKind.CEASEFIRE and phrase.noun.kind is MeasureKind.RESOLUTION  # others keep the truce
    people = phrase.inner.people if ordered and phrase.inner is not None else phrase.people
    parties = distinct([*parties_of([*phrase.parties, *phrase.with_, *people]), *phrase.named])
    if kind is MeasureKind.SANCTIONS and not phrase.people:
        parties = distinct([*parties, *sanctioned(scene, phrase, sentence)])
    if kind is MeasureKind.WITHDRAWAL:
        parties = distinct([*parties, *states_of(phrase.people)])
    known = {party.entity or party.label for party in parties}
    binding = _BINDING | _TAKEN_UP if kind in _TEXTS | {MeasureKind.MECHANISM} else _BINDING
    if kind is MeasureKind.MECHANISM:
        binding -= {MeasureStatus.VETOED}  # who vetoes it has no part in it
    if kind is MeasureKind.SANCTIONS:
        binding |= {MeasureStatus.PROPOSED, MeasureStatus.DRAFTED}  # who is about to set them
    for stand in stands:
        fighters = tuple(party for party in stand.by if _fights(party)) if kind in _FOUGHT else ()
        own = kind is MeasureKind.WITHDRAWAL and not phrase.people and not _CALLS & set(stand.rule.split())
        own = own or (kind is MeasureKind.WITHDRAWAL and stand.status is MeasureStatus.CALLED_FOR)
        # who tells fighters to go is across from them; who asks for the relief of people is none of their sides
        own = own or (kind is MeasureKind.EVACUATION and bool(stand.of) and all(_commands(party) for party in stand.by))
        failed = stand.status is MeasureStatus.STALLED and kind in _TEXTS | BROUGHT
        denied = stand.status is MeasureStatus.DENIED and len(phrase.with_) == 1 and not phrase.parties
        fighters += tuple(party for party in stand.by if denied and _fights(party))
        bound = own or failed or stand.status in binding or (kind in _FOUGHT | {MeasureKind.ZONE} and _consents(stand))
        bound = bound and not (
            stand.status is MeasureStatus.IN_EFFECT and "<keep>" in stand.rule
        )  # who watches over it
        more = (*(stand.by if bound else fighters), *stand.of)
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
        guarantors=parties_of(phrase.guarantors) or auspices(scene, phrase, sentence, "guarantor"),
        mediators=parties_of(phrase.mediators) or auspices(scene, phrase, sentence, "mediator"),
        place=phrase.place,
        setting=setting_of(scene, phrase, sentence) if kind in _SET else None,
        covers=tuple(phrase.covers),
        excludes=tuple(phrase.excludes),
        length=words(phrase.length) if phrase.length is not None else None,
        recurs=words(phrase.recurs) if phrase.recurs is not None else None,
        quantity=quantity_of(scene, phrase, sentence) if kind in _COUNTED else None,
        stands=tuple(stands),
        pieces=(_words_of(phrase, kind),),
        sentence=sentence.index,
        back=((phrase.noun.definite and not phrase.noun.tails) or phrase.noun.id.startswith("the-"))
        and phrase.inner is None
        and phrase.name is None
        and phrase.pact is None,
        new=phrase.new,
        headline=sentence.kind is SentenceKind.TITLE,
        pact=phrase.pact.id if phrase.pact is not None else None,
    )


def _consents(stand: Stand) -> bool:
    """Return whether a stand makes somebody a side of the measure: he agreed to it, rather than welcomed it."""
    return stand.status is MeasureStatus.ACCEPTED and any(each in stand.rule for each in ("<accept>", "<commit>"))


def _words_of(phrase: Phrase, kind: MeasureKind) -> tuple[int, int]:
    """Return the tokens that name a measure: of a resolution and what it orders, each its own."""
    inner = phrase.inner
    if inner is None or phrase.noun.kind is not MeasureKind.RESOLUTION:
        return piece(phrase.first, phrase.core)
    return piece(inner.first, inner.core) if kind is inner.kind else piece(phrase.first, inner.first)


def _commands(party: Party) -> bool:
    """Return whether a party is a state, an armed group or an army."""
    return (party.entity or "").startswith("state:") or _fights(party)


def _fights(party: Party) -> bool:
    """Return whether a party is an armed group or an army, which a truce it calls for binds as well."""
    row = labels().get(party.entity or "")
    return row is not None and row.kind == "body" and row["class"] in {"armed_group", "army"}


def stopped(stand: Stand) -> Stand:
    """Return a standing of a draft resolution: whoever thwarts it has vetoed it."""
    thwarted = stand.status is MeasureStatus.STALLED and stand.rule.startswith(_THWARTING)
    return replace(stand, status=MeasureStatus.VETOED) if thwarted else stand


def moves_armed(phrase: Phrase, by: tuple[Party, ...]) -> bool:
    """Return whether those who withdraw are armed and leave a place, rather than a race or a hall."""
    armed = any(set(party.label.split()) & _FORCES for party in by)
    return armed or (bool(by) and phrase.place is not None)
