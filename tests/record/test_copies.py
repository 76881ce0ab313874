"""Copies: who prints whose text, and that a reprint is no new origin."""

from itertools import permutations

from factories import Writer
from hudna.model import CopyKind, Reading, RecordType
from hudna.record import find_events
from hudna.record.copies import find_copies

WIRE = (
    "التقى المبعوث الخاص وفد الحكومة في العاصمة صباح الأحد وبحث معه تثبيت الهدنة وفتح المعابر أمام قوافل الإغاثة "
    "قبل أن ينتقل إلى مقر الأمم المتحدة حيث عقد مؤتمرا صحفيا قصيرا شرح فيه الخطوات المقبلة ومواعيدها المتوقعة."
)
OWN = (
    "وكان المبعوث قد وصل ليلا على متن طائرة خاصة ورافقه خمسة من مستشاريه بحسب مراسلنا في المطار الذي شهد إجراءات مشددة."
)
MORE = (
    (
        "وفي الجنوب أقام سكان القرى المتضررة خياما جديدة على أطراف الحقول بعدما جرفت السيول بيوتهم القديمة ومخازن الحبوب "
        "ولم تصل إليهم حتى المساء سوى شاحنتين من الأغطية والخبز بينما ينتظر مئات الأطفال فتح مدرسة مؤقتة وعدت بها البلدية."
    ),
    (
        "أما أسواق العملات فقد افتتحت على تراجع طفيف تأثرا بأسعار النفط وقرار المصرف المركزي رفع الفائدة نصف نقطة مئوية "
        "وسط توقعات المحللين بأن يعوض المستثمرون خسائرهم قبل نهاية الربع الحالي إذا استقرت حركة الشحن عبر الموانئ الشرقية."
    ),
)
OTHER = "عقد المبعوث الخاص لقاء مع وفد الحكومة يوم الأحد تناول الهدنة والمعابر والإغاثة وانتهى من دون بيان مشترك."


def _article(source: str, text: str, day: str = "2021-03-08", agency: str | None = None) -> Reading:
    """Return a reading of a meeting of the envoy and the delegation."""
    write = Writer(f"{text} ({agency})" if agency else text, source=source, day=day)
    cue = "التقى" if "التقى" in text else "لقاء"
    when = write.when("الأحد", "2021-03-07")
    contact = write.contact(cue, ("المبعوث الخاص", "وفد الحكومة"), when)
    return write.reading(contacts=(contact,), credits=(write.party(agency),) if agency else ())


def _origins(*readings: Reading) -> list[tuple[str, ...]]:
    return [event.origins for event in find_events(readings) if event.type is RecordType.CONTACT]


def test_whole_near_and_part() -> None:
    """A text is copied whole, nearly, or in part."""
    whole, near, part = (
        _article("ب", WIRE),
        _article("ج", WIRE + " والتفاصيل لاحقا"),
        _article("د", f"{OWN} {OWN[::-1]} {WIRE}"),
    )
    first = _article("أ", WIRE, day="2021-03-07")
    kinds = {}
    for other in (whole, near, part):
        [copy] = find_copies([first, other])
        kinds[other.article.source] = (copy.kind, copy.first == first.article.digest, copy.order_known)

    assert {
        "ب": (CopyKind.WHOLE, True, True),
        "ج": (CopyKind.NEAR, True, True),
        "د": (CopyKind.PART, True, True),
    } == kinds


def test_other_words_are_no_copy() -> None:
    """Two outlets that tell one thing in their own words copy nothing."""
    assert () == find_copies([_article("أ", WIRE), _article("ب", OTHER)])


def test_order_on_one_day_is_not_known() -> None:
    """Of two prints of one day nobody says which came first; the agency credited is told."""
    [copy] = find_copies([_article("أ", WIRE), _article("ب", WIRE, agency="رويترز")])

    assert not copy.order_known
    assert copy.agency is not None


def test_spelling_and_vowels_hide_no_copy() -> None:
    """Texts are compared folded."""
    changed = WIRE.replace("أن", "ان").replace("الهدنة", "الهُدنة")
    [copy] = find_copies([_article("أ", WIRE), _article("ب", changed)])

    assert CopyKind.WHOLE is copy.kind


def test_five_prints_of_one_text_are_one_origin() -> None:
    """Reprints are witnesses, not origins."""
    readings = [_article(source, WIRE, day=f"2021-03-0{8 + place // 3}") for place, source in enumerate("أبجده")]
    [event] = [each for each in find_events(readings) if each.type is RecordType.CONTACT]

    assert (5, 1) == (len(event.witnesses), len(event.origins))


def test_a_telling_in_other_words_is_an_origin_of_its_own() -> None:
    """A reprint and its source are one, an outlet's own words another."""
    [origins] = _origins(_article("أ", WIRE), _article("ب", WIRE), _article("ج", OTHER))

    assert 2 == len(origins)


def test_who_credits_an_agency_says_whose_text_it_is() -> None:
    """The outlet that credits nobody prints the same text: it goes back to the agency too."""
    [origins] = _origins(_article("أ", WIRE, day="2021-03-07"), _article("ب", WIRE, agency="رويترز"))

    assert ("رويترز",) == origins


def test_shared_words_elsewhere_make_no_reprint() -> None:
    """What both print but the telling does not rest on changes nothing."""
    one = _article("أ", f"التقى المبعوث الخاص وفد الحكومة الأحد. {MORE[0]} {OWN}")
    two = _article("ب", f"{OTHER} {MORE[1]} {OWN}")
    [origins] = _origins(one, two)

    assert 1 == len(find_copies([one, two]))
    assert 2 == len(origins)


def test_order_changes_nothing() -> None:
    """Copies and origins are a function of the set of readings."""
    readings = [_article("أ", WIRE), _article("ب", WIRE, agency="رويترز"), _article("ج", OTHER)]

    assert 1 == len({find_copies(order) for order in permutations(readings)})
    assert 1 == len({find_events(order) for order in permutations(readings)})
