"""Who is who: by table, by spelling, never by a weak likeness alone."""

from itertools import permutations

import pytest

from factories import Writer
from hudna.model import Decision, DecisionKind, Judgement, NameKind, Reading
from hudna.record import find_entities


def _named(*names: str, kind: NameKind = NameKind.PERSON, entity: str | None = None) -> Reading:
    write = Writer(" ، ".join(names))
    return write.reading(names=tuple(write.name(name, kind, entity) for name in names))


def _groups(*readings: Reading, decisions: tuple[Decision, ...] = ()) -> set[tuple[str, ...]]:
    return {entity.forms for entity in find_entities(readings, decisions).by_id.values()}


def _decision(left: str, right: str, judgement: Judgement, **more: str) -> Decision:
    return Decision(
        kind=DecisionKind.SAME_ENTITY, left=left, right=right, judgement=judgement, by="me", at="2020", **more
    )


def test_spellings_of_one_person_come_together() -> None:
    """Three spellings in three articles are one person."""
    forms = ("لافرنتيف", "لافرينتييف", "لافرينتيف")

    assert _groups(*(_named(form) for form in forms)) == {tuple(sorted(forms))}


def test_spelling_joins_the_tables_person() -> None:
    """A spelling no table has is put to the one person of the table whose name it spells."""
    entities = find_entities(
        [_named("علي شمخاني", entity="person:ali-shamkhani"), _named("علي شمخانى"), _named("علي شامخاني")]
    )

    assert list(entities.by_id) == ["person:ali-shamkhani"]


def test_surname_alone_joins_nobody() -> None:
    """A surname may be anybody's of that name."""
    assert len(_groups(_named("بشار الأسد"), _named("الأسد"))) == 2


def test_tables_people_stay_apart_whatever_their_spelling() -> None:
    """Two ids of a table never come together, nor through a third spelling."""
    known = [_named("عبد الله الثني", entity="person:a"), _named("عبد الله الثاني", entity="person:b")]

    assert len(_groups(*known, _named("عبدالله الثانى"))) == 3


def test_kinds_stay_apart() -> None:
    """A place and a person of one name are two."""
    readings = [_named("سليمان", kind=NameKind.PLACE, entity="place:x"), _named("سليمان", entity="person:y")]

    assert len(find_entities(readings).by_id) == 2


def test_order_changes_nothing() -> None:
    """The entities are a function of the set of readings."""
    readings = [_named("بوتين", "نتنياهو"), _named("بوتن"), _named("نتانياهو", "لافروف")]
    found = [find_entities(order) for order in permutations(readings)]

    assert all(each == found[0] for each in found)


def test_decisions_come_before_spelling() -> None:
    """People join what no spelling joins and part what spelling joins; what is withdrawn counts for nothing."""
    readings = [_named("بوتين"), _named("بوتن"), _named("القيصر")]
    part = _decision("بوتين", "بوتن", Judgement.NEGATIVE)
    join = _decision("القيصر", "بوتن", Judgement.POSITIVE)

    assert _groups(*readings, decisions=(part, join)) == {("بوتين",), ("القيصر", "بوتن")}
    gone = _decision("بوتين", "بوتن", Judgement.NEGATIVE, withdrawn_at="2021")
    assert ("بوتن", "بوتين") in _groups(*readings, decisions=(gone,))


@pytest.mark.parametrize("kind", [NameKind.BODY, NameKind.PLACE])
def test_other_names_are_compared_to_the_letter(kind: NameKind) -> None:
    """Spelling is loose for people's names only."""
    assert (
        len(_groups(_named("مجلس الأمن", kind=kind), _named("مجلس الامن", kind=kind), _named("مجلس الأمان", kind=kind)))
        == 2
    )
