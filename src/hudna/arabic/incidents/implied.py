"""Who did what is told right after another deed, where its own words leave it out: they also carried out, the jets targeted."""

from collections.abc import Sequence
from typing import Final

from hudna.arabic.incidents.draft import Draft
from hudna.arabic.incidents.heads import is_of_gender, owned
from hudna.arabic.incidents.merge import alike
from hudna.arabic.incidents.words import Tense, Verb, markers, words
from hudna.arabic.scene import Scene
from hudna.model import IncidentKind, Party
from hudna.model.frozen import replace
from hudna.text import fold_word

MAX_SECOND: Final = 3
MAX_SENTENCES: Final = 3
_WITH_SUBJECT: Final = frozenset({"<carry-out>", "<carry-out-2>", "<resume>", "<renew>", "<continue>", "<intensify>"})
_STRIKES: Final = frozenset({"<air-strike>", "<shelling>", "<strike>"})
_HITTING: Final = frozenset({"hit", "strike"})
_FROM_AFAR: Final = frozenset({IncidentKind.AIR_STRIKE, IncidentKind.SHELLING})
_ALSO: Final = "كما"


def goes_on(scene: Scene, draft: Draft, before: Sequence[Draft]) -> Draft:
    """Return a deed whose words leave out who did it with the actor of the deed told right before: it also carried out."""
    last = before[-1] if before else None
    if (
        last is not None
        and draft.kind is IncidentKind.OTHER
        and draft.rule.endswith("<attack>")
        and is_second(scene, draft)
    ):
        draft = replace(draft, kind=last.kind)  # a second attack is one like the first
    if last is None or draft.sentence - last.sentence > MAX_SENTENCES:
        return draft
    if draft.actor is not None and owned(draft.actor) is not None:
        return draft
    if draft.kind in _FROM_AFAR and _is_of_those(draft):
        by = _striker(draft, before)
        return replace(draft, actor=replace(by, implied=True)) if by is not None else draft
    if draft.actor is not None or last.actor is None or draft.sentence - last.sentence > 1:
        return draft
    same = draft.rule.split(" ", 1)[0] in _WITH_SUBJECT and draft.kind is last.kind
    return replace(draft, actor=replace(last.actor, implied=True)) if same or _also(scene, draft, last) else draft


def _is_of_those(draft: Draft) -> bool:
    """Return whether a deed is that of machines told of before, or one of the strikes told of before: the jets, the raids."""
    if draft.actor is not None:
        return fold_word(draft.actor.label).startswith("ال")
    return draft.definite and draft.asserted and draft.target is not None and draft.rule.split(" + ")[0] in _STRIKES


def _striker(draft: Draft, before: Sequence[Draft]) -> Party | None:
    """Return who did all that was done with the same means in the last sentences, None where they are several."""
    near = [
        one.actor
        for one in before
        if one.kind is draft.kind and one.actor is not None and draft.sentence - one.sentence <= MAX_SENTENCES
    ]
    if not near or not all(alike(near[-1], other) for other in near):
        return None
    hit = draft.target is not None and alike(draft.target, near[-1])
    return None if hit else near[-1]


def _also(scene: Scene, draft: Draft, last: Draft) -> bool:
    """Return whether "also" before a verb of hitting tells that who did the deed before goes on: it also shelled."""
    if last.actor is None or draft.target is None or draft.first == 0 or alike(draft.target, last.actor):
        return False
    verb = words().get(scene.words[draft.first])
    hits = isinstance(verb, Verb) and verb.frame in _HITTING and verb.tense is Tense.PERFECT and not verb.owner
    if not hits or not isinstance(verb, Verb) or scene.words[draft.first - 1] != _ALSO:
        return False
    return not verb.several and (verb.feminine or is_of_gender(last.actor, feminine=False))


def is_second(scene: Scene, draft: Draft) -> bool:
    """Return whether a deed is counted as a further one: a second attack."""
    behind = scene.words[draft.first + 1 : draft.first + MAX_SECOND]
    return not draft.definite and not markers()["second"].isdisjoint(behind)
