"""Content words, what names say of those they name, and who speaks Arabic."""

import pytest

from hudna.arabic.wording import (
    amounts_in,
    body_behind,
    body_spoken_for,
    content_keys,
    content_words,
    counts_people,
    fate_of,
    find_directions,
    find_loaded,
    is_credit,
    is_head,
    is_nobody,
    is_said_in_passing,
    is_teller,
    name_label,
    over_at,
    party_label,
    percent_end,
    qualifiers_of,
    refers_back,
    sort_of_people,
    speaker_keys,
    speaks_arabic,
    tells_age,
    tells_amount,
    tells_share,
)
from hudna.model import Name, NameKind, Span


def _keys(text: str) -> list[str]:
    return [word.key for word in content_words(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("مراقبين", "المراقبون"),
        ("والهدنة", "هدنة"),
        ("الزرنوخية", "زرنوخي"),
        ("الإرهابيين", "ارهابيون"),
        ("للمدينة", "المدينة"),
        ("أميركا", "اميركا"),
    ],
)
def test_forms_of_a_word_share_a_key(one: str, other: str) -> None:
    """Clitics, number and spelling do not part a word."""
    assert _keys(one) == _keys(other)


def test_words_without_content_are_left_out_and_negations_kept() -> None:
    """What turns a sentence counts, what joins it does not."""
    words = content_words("قال إن القافلة لم تصل إلى المدينة")

    assert [True] == [word.is_negation for word in words if word.is_negation]
    assert 4 == len(words)


def test_words_point_to_where_they_stand() -> None:
    """Each word's offsets cut it out of the text, clitics and all."""
    text = "وصلت ٤٤ شاحنةً إلى المدينة"

    assert ["وصلت", "٤٤", "شاحنةً", "المدينة"] == [text[word.start : word.end] for word in content_words(text)]
    assert [False, True, False, False] == [word.is_number for word in content_words(text)]


def test_rare_words_weigh_more() -> None:
    """A word of every article says little."""
    common, rare = content_words("الرئيس المنطاد")

    assert common.weight < rare.weight


@pytest.mark.parametrize(("word", "counted"), [("مدنيا", True), ("قتيلا", True), ("صاروخا", False)])
def test_nouns_that_count_people(word: str, counted: bool) -> None:
    """A toll counts people, a stock of weapons does not."""
    assert counted == counts_people(content_words(word)[0].key)


@pytest.mark.parametrize(
    ("words", "entity", "label"),
    [
        ("تنظيم داعش", "body:isis", ("body:isis", "contested")),
        ("تنظيم الدولة الإسلامية", "body:isis", ("body:isis", "neutral")),
        ("قوات النظام", "body:syria-army", ("side:syria-state", "contested")),
        ("الحكومة السورية", "body:syria-government", ("side:syria-state", "neutral")),
        ("التحالف العربي", "body:arab-coalition", ("body:arab-coalition", "neutral")),
        ("التحالف الذي تقوده السعودية", "body:arab-coalition", ("body:arab-coalition", "led")),
        ("اسم لا يعرفه الجدول", "body:isis", None),
    ],
)
def test_names_tell_how_they_name(words: str, entity: str, label: tuple[str, str] | None) -> None:
    """A name is a side's own, its foes', contested, by its leader or neutral, as the table of bodies says."""
    name = Name(Span(0, len(words)), NameKind.BODY, words, entity)

    assert label == name_label(name, words)


def test_people_have_no_usage() -> None:
    """Only bodies have names that take a stand."""
    assert None is name_label(Name(Span(0, 3), NameKind.PERSON, "فلان", "person:x"), "فلان")


def _loaded(text: str) -> list[tuple[str, str, str]]:
    return [(each.side, each.usage, text[each.start : each.end]) for each in find_loaded(text)]


def test_fighters_without_a_name_are_found() -> None:
    """Each noun is found with its article; the adjective that looks like one fighter's noun is not."""
    text = "انسحب المسلحون قبل المتمردين وبقيت المسلحة، وقتل متشددا من التنظيم المتشدد"
    fighters = [(usage, words) for side, usage, words in _loaded(text) if side == "fighters"]

    assert [("neutral", "المسلحون"), ("contested", "المتمردين"), ("contested", "متشددا")] == fighters


def test_acts_are_found_by_words_that_take_a_stand() -> None:
    """A word of praise or blame stands for the act, two words for one where the second decides."""
    assert [("killed", "own", "استشهاد")] == _loaded("استشهاد عامل")
    assert ("jerusalem", "contested", "القدس المحتلة") in _loaded("في القدس المحتلة")
    assert ("jerusalem", "neutral", "القدس") in _loaded("في القدس القديمة")
    assert ("protesters", "foes", "مشاغبين") in _loaded("أوقف الجنود مشاغبين")
    assert ("attack", "contested", "هجوم إرهابي") in _loaded("هجوم إرهابي على حاجز")
    assert ("attack", "neutral", "هجوم") in _loaded("هجوم على حاجز")


@pytest.mark.parametrize(
    ("entity", "label"),
    [
        ("state:il", ("side:israel-as-speaker", "neutral")),
        ("place:il-tel-aviv", ("side:israel-as-speaker", "contested")),
        ("body:israel-army", None),
        ("place:sy-homs", None),
        (None, None),
    ],
)
def test_towns_that_speak_for_a_state(entity: str | None, label: tuple[str, str] | None) -> None:
    """A state named by a town that not all take for its capital is a label, a body's own names are told elsewhere."""
    assert label == party_label(entity)


@pytest.mark.parametrize(
    ("label", "nobody"),
    [("مقطع فيديو آخر", True), ("التقرير", True), ("مراسل التلفزيون سامر خليل", False), ("وزارة الصحة", False)],
)
def test_what_shows_or_reports_is_nobody(label: str, nobody: bool) -> None:
    """A film and the report itself do not speak; a body does, and a reporter with a name."""
    assert nobody is is_nobody(label)


@pytest.mark.parametrize(
    ("before", "in_passing"),
    [
        ("حركة الإنقاذ التي ", True),
        ("والذين، ", True),
        ("وفي بيان لاحق ", False),
        ("", False),
        ("تسود المنطقة منذ ", True),
        ("وغادر الوفد بعد أن ", True),
        ("وتابع الوزير قبل أن ", False),  # and then he said
        ("وأضاف أن ", False),
    ],
)
def test_clauses_about_a_noun_are_in_passing(before: str, in_passing: bool) -> None:
    """What somebody is called in a relative clause, or has said before what is told, is no utterance told here."""
    assert in_passing is is_said_in_passing(before)


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("المتحدثة باسم وزارة الصحة", "وزارة الصحة"),
        ("متحدث باسم سالم", "سالم"),
        ("مصدر في وزارة الداخلية", "في وزارة الداخلية"),
        ("مصدر طبي", ""),
        ("وزارة الصحة", ""),
        ("", ""),
    ],
)
def test_for_whom_a_spokesman_speaks(label: str, words: str) -> None:
    """Behind the spokesman's noun stands the body, unless it says only what kind of source he is."""
    assert words == body_spoken_for(label)


@pytest.mark.parametrize(
    ("entity", "speaks"),
    [
        ("state:sy", True),
        ("state:ir", False),
        ("place:ru-moscow", False),
        ("person:ali-shamkhani", False),
        ("ent-1", None),
    ],
)
def test_who_speaks_arabic(entity: str, speaks: bool | None) -> None:
    """A state, its capital and its people speak its language; of a stranger nothing is known."""
    assert speaks is speaks_arabic(entity)


@pytest.mark.parametrize(
    ("entity", "label", "body"),
    [
        ("person:rami-abdulrahman", "رامي عبد الرحمن", "body:sohr"),
        (None, "مدير المرصد السوري لحقوق الإنسان", "body:sohr"),
        ("body:sohr", "المرصد", "body:sohr"),
        ("irna", "إرنا", "body:irna"),
        (None, "جار المرصد السوري لحقوق الإنسان", None),
        ("person:ali-shamkhani", "علي شمخاني", None),
    ],
)
def test_body_behind_a_source(entity: str | None, label: str, body: str | None) -> None:
    """Who heads a body or speaks for it stands for the body, who only lives beside it does not."""
    assert body == body_behind(entity, label)


@pytest.mark.parametrize(
    ("entity", "label", "tells"),
    [
        ("body:sohr", "المرصد", True),
        (None, "صحيفة المدينة", True),
        (None, "وزير المدينة", False),
        ("body:hamas", "حماس", False),
    ],
)
def test_who_tells_of_others(entity: str | None, label: str, tells: bool) -> None:
    """Papers, agencies and observatories tell what others do; a party tells of itself."""
    assert tells is is_teller(entity, label)


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("قتل ثلاثة جنود و12 مدنيا", [(3, 3), (12, 12)]),
        ("أصيب نحو ألف شخص", [(1000, 1000)]),
        ("طرد أكثر من مئة وخمسين دبلوماسيا", [(150, None)]),
        ("أقل من 10 في المائة من السكان", [(0, 10)]),
        ("بين 20 و30 مقاتلا", [(20, 30)]),
        ("21 مليون نسمة", [(21_000_000, 21_000_000)]),
        ("ونزح 6.1 مليون منهم ونحو نصف مليون غيرهم", [(6_100_000, 6_100_000), (500_000, 500_000)]),
        ("على بعد 2.5 كيلومتر وبعد نصف ساعة", []),
        ("اثنان من الجرحى وعشرات القتلى", []),
    ],
)
def test_amounts_have_their_bounds(text: str, amounts: list[tuple[int, int | None]]) -> None:
    """Digits and words alike; two are told by the noun, dozens are no number."""
    found = list(amounts_in(text))

    assert amounts == [(each.least, each.most) for each in found]
    assert all(text[each.start : each.end].strip() for each in found)


@pytest.mark.parametrize(
    ("words", "tells"), [("عشرات", True), ("عددا من", True), ("ثلاثة", True), ("قتلوا", False), ("كامبل", False)]
)
def test_vague_words_for_a_number_tell_one(words: str, tells: bool) -> None:
    """Dozens are a number, if a vague one; that some were killed is none."""
    assert tells is tells_amount(words)


@pytest.mark.parametrize(
    ("behind", "end"), [("% من السكان", 1), (" في المئة من الأصوات", 9), (" بالمئة", 7), (" مئة رجل", 0), ("", 0)]
)
def test_words_for_per_cent_end_where_they_end(behind: str, end: int) -> None:
    """The sign or its words, right behind a number."""
    assert end == percent_end(behind)


@pytest.mark.parametrize(
    ("before", "over"),
    [
        ("عددها تزيد عن ", "تزيد عن "),
        ("وقد تجاوز ", "تجاوز "),
        ("ما لا يقل عن ", None),
        ("أكثر من ألف قذيفة في ", None),
        ("", None),
    ],
)
def test_words_before_a_number_that_say_that_it_is_more(before: str, over: str | None) -> None:
    """More than a number is another number; at least a number is the same."""
    start = over_at(before)

    assert over == (None if start is None else before[start:])


@pytest.mark.parametrize(("word", "fate"), [("قتيلا", "dead"), ("أصيبوا", "hurt"), ("مدنيا", ""), ("نازحا", "")])
def test_words_tell_the_dead_from_the_hurt(word: str, fate: str) -> None:
    """Whom a noun counts may be either."""
    [key] = _keys(word)

    assert fate == fate_of(key)


@pytest.mark.parametrize(
    ("text", "age"), [("البالغ من العمر", True), ("عمره", True), ("السجن", False), ("استمرت", False)]
)
def test_words_beside_years_that_say_an_age(text: str, age: bool) -> None:
    """Years of somebody's life are no years of prison."""
    assert age is any(tells_age(key) for key in _keys(text))


def test_sides_of_places_are_found() -> None:
    """Two sides before one place are one; a wind from the east has no place behind it."""
    text = "سقطت قذيفة جنوب شرقي دمشق وأخرى غربي المدينة وبشمال حمص، ثم هبت رياح من الشرق"
    found = [(set(each.sides), text[each.start : each.end]) for each in find_directions(text)]

    assert [({"south", "east"}, "جنوب شرقي دمشق"), ({"west"}, "غربي المدينة"), ({"north"}, "وبشمال حمص")] == found


@pytest.mark.parametrize(
    ("before", "entity", "label", "expected"),
    [
        ("في العاصمة، وفق ", None, "رويترز", True),
        ("في العاصمة، بحسب ", None, "وكالة محلية", True),
        ("في العاصمة، وفق ", None, "وزارة الصحة", False),
        ("وقالت ", None, "رويترز", False),
        ("بحسب ", "body:sohr", "المرصد", True),
    ],
)
def test_agencies_are_credited(before: str, entity: str | None, label: str, expected: bool) -> None:
    """According to an agency is a credit; who tells it himself, or no agency, is heard."""
    assert expected == is_credit(before, entity, label)


def test_a_minister_goes_by_his_ministry() -> None:
    """A body and its head share a key, other offices do not."""
    assert speaker_keys("وزارة الداخلية") <= speaker_keys("سامي خليل وزير الداخلية")
    assert not speaker_keys("وزارة الداخلية") <= speaker_keys("وزير الدفاع")
    assert not speaker_keys("سفارة فرنسا") <= speaker_keys("سفير فرنسا")


def test_people_are_counted_by_sort() -> None:
    """The dead may be anybody, fighters go by many names, soldiers are soldiers; three "of the" dead are a share."""
    words = ("قتلى", "مدنيا", "سائحا", "مسلحين", "عنصرا", "جنود", "طفلا", "مهاجمين")
    sorts = [sort_of_people(content_words(word)[0].key) for word in words]

    assert ["", "", "", "fighter", "fighter", "soldier", "child", "attacker"] == sorts
    assert tells_share(" من بين ")
    assert not tells_share(" ")


def test_what_stands_for_any_body_of_a_kind_names_none() -> None:
    """A minister without more is any ministry's."""
    assert [True, False] == [all(map(is_head, speaker_keys(label))) for label in ("الوزير", "وزير الدفاع")]


@pytest.mark.parametrize(
    ("text", "usage"),
    [
        ("بعد هجوم كيماوي على البلدة", "asserted"),
        ("بعد ما يشتبه بأنه هجوم كيماوي على البلدة", "suspected"),
        ("بعد الهجوم الكيميائي المزعوم على البلدة", "suspected"),
        ("بعد الهجوم الكيمياوي المفترض على البلدة", "suspected"),
        ("يعتقد الأطباء في مستشفى البلدة القديمة أن الهجوم الكيماوي انتهى", "asserted"),
    ],
)
def test_an_attack_told_as_suspected_is_another_usage(text: str, usage: str) -> None:
    """Whether an attack is told as a fact or as suspected is said right before or behind it."""
    assert [usage] == [each.usage for each in find_loaded(text) if each.side == "chemical"]


def test_names_of_a_side_in_two_words_are_found_whatever_is_written_before_them() -> None:
    """The regime and the government's forces, with the article and a preposition, stand for one side."""
    found = [
        _loaded(text) for text in ("خضعت البلدة للنظام السوري", "دخلت البلدة والقوات الحكومية تتقدم", "النظام الصحي")
    ]

    assert [[("side:syria-state", "contested")], [("side:syria-state", "neutral")], []] == [
        [(side, usage) for side, usage, _ in each] for each in found
    ]


@pytest.mark.parametrize(
    ("name", "blames"),
    [("ميليشيات الحوثي الإيرانية", {"iran"}), ("الميليشيات الانقلابية", {"coup"}), ("جماعة الحوثي", set())],
)
def test_for_what_a_name_blames_a_side(name: str, blames: set[str]) -> None:
    """An adjective says whose a militia is, or what it did."""
    assert blames == qualifiers_of(name)


@pytest.mark.parametrize(("before", "known"), [("القتلى الـ", True), ("مقتل ", False), ("من بين الضحايا ال", True)])
def test_a_number_with_the_article_is_one_told_before(before: str, known: bool) -> None:
    """Of "the 35" was spoken before."""
    assert known is refers_back(before)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("الأمريكية", "والأميركيون", False),  # other endings leave other keys
        ("الأمريكية", "الأميركي", True),
        ("الكيماوية", "كيميائي", True),
        ("ترمب", "ترامب", True),
        ("ميليشيات", "للمليشيا", True),
        ("السيول", "سول", False),
    ],
)
def test_words_of_two_spellings_have_one_key(one: str, other: str, same: bool) -> None:
    """What outlets spell in two ways is one word."""
    assert same is (content_keys(one) == content_keys(other))
