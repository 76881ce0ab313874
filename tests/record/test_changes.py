"""What a new reading changes is told by the words, not by the numbers."""

from dataclasses import replace

from factories import Writer
from hudna.record.changes import ChangeKind, changes_between


def test_numbers_alone_are_no_change() -> None:
    """Records numbered anew are the same records."""
    write = Writer("قال زيد إن الهدنة قائمة. وأكد عمرو أن الهدنة انتهت.")
    one = write.statement("قال", "زيد", "الهدنة قائمة")
    two = write.statement("أكد", "عمرو", "الهدنة انتهت", n=2)
    before = write.reading(statements=(one, two))
    after = write.reading(statements=(replace(one, id="s2"), replace(two, id="s1")))

    assert [] == changes_between(before, after)


def test_gain_loss_and_change_are_told() -> None:
    """A record is gained, lost, or has other values; which fields, is told."""
    write = Writer("قال زيد إن الهدنة قائمة. وأكد عمرو أن الهدنة انتهت. ونفى بكر ذلك.")
    kept = write.statement("قال", "زيد", "الهدنة قائمة")
    lost = write.statement("أكد", "عمرو", "الهدنة انتهت", n=2)
    gained = write.statement("نفى", "بكر", "ذلك", n=2)
    before = write.reading(statements=(kept, lost))
    after = write.reading(statements=(replace(kept, sure=False), gained))

    assert [
        (ChangeKind.CHANGED, "s1", "s1", ("sure",)),
        (ChangeKind.LOST, "s2", None, ()),
        (ChangeKind.GAINED, None, "s2", ()),
    ] == [(change.kind, change.before, change.after, change.fields) for change in changes_between(before, after)]
