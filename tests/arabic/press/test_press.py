"""What belongs to the page is marked, and nothing of the story is."""

import datetime as dt
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hudna.arabic.press import STAGE, agency_names, date_labels, mark_page
from hudna.arabic.press.tables import litter
from hudna.model import UNKNOWN_DAY, Article, Document, Field, Published, PublishedBasis, SentenceKind
from hudna.model.time import Because
from hudna.text import segment

FIRST = (
    "أعلن الوسيط في مؤتمر صحافي عقده مساء الخميس في المدينة أن الهدنة تبدأ صباح الجمعة وأن الطرفين وقعا عليها، "
    "وأن لجنة مشتركة ستنظر في الخروقات كل أسبوع."
)
LAST = "وكان الطرفان قد رفضا في الجولة الماضية نشر مراقبين على الطريق الدولي."
TITLE = "الوسيط: الهدنة تبدأ الجمعة بين الطرفين"


def mark(text: str, **fields: object) -> Document:
    return mark_page(segment(Article("a", text, **fields)))  # type: ignore[arg-type]


def marked(document: Document) -> list[str]:
    return [document.article.words(span) for span in document.litter]


def credits_of(document: Document) -> list[tuple[str, str | None]]:
    return [(document.article.words(party.span), party.entity) for party in document.credits]


def headline(document: Document) -> str | None:
    found = [
        sentence
        for sentence in document.sentences
        if sentence.kind is SentenceKind.TITLE and document.tokens[sentence.first].field is Field.TEXT
    ]
    return document.article.words(document.span(found[0].first, found[-1].end)) if found else None


@pytest.mark.parametrize(
    ("opening", "agencies"),
    [
        ("طهران- ارنا:- ", [("ارنا", "irna")]),
        ("دمشق (رويترز) - ", [("رويترز", "reuters")]),
        ("دمشق/موسكو (رويترز) – ", [("رويترز", "reuters")]),
        ("القاهرة – وكالات: ", [("وكالات", "news-agencies")]),
        ("جنيف/ د ب أ - ", [("د ب أ", "dpa")]),
        ("جنيف/ د.ب.أ/ رويترز - ", [("د.ب.أ", "dpa"), ("رويترز", "reuters")]),
        ("لندن (رويترز، أ ف ب) - ", [("رويترز", "reuters"), ("أ ف ب", "afp")]),
        ("دبي، الإمارات العربية المتحدة (CNN)— ", [("CNN", "cnn")]),
        ("(أ ف ب) - ", [("أ ف ب", "afp")]),
        ("رويترز - ", [("رويترز", "reuters")]),
        ("دمشق (الضفاف) - ", [("الضفاف", None)]),
        ("موسكو - السنديان:- ", [("السنديان", None)]),
    ],
)
def test_a_dateline_names_its_agency(opening: str, agencies: list[tuple[str, str | None]]):
    """The agency in front of the first paragraph is a credit; the paragraph stays a paragraph."""
    document = mark(f"{opening}{FIRST}\n{LAST}")

    assert agencies == credits_of(document)
    assert (marked(document), headline(document)) == ([], None)
    assert document.sentences[0].kind is SentenceKind.BODY


@pytest.mark.parametrize(
    "line",
    [
        "| وكالات",
        "وكالات",
        "(«فارس»)",
        "نورنيوز/وكالات",
        "المصدر: وكالات",
        "المصدر : رويترز",
        "فرانس24/ أ ف ب",
        "القاهرة – وكالات",
        "دمشق - سانا",
    ],
)
@pytest.mark.parametrize("place", ["above", "below"])
def test_a_credit_on_a_line_of_its_own(line: str, place: str):
    """Whatever its signs, a line of agencies is a credit above or below the story."""
    text = f"{TITLE}\n\n{line}\n\n{FIRST}\n{LAST}" if place == "above" else f"{TITLE}\n{FIRST}\n{LAST}\n\n{line}\n"

    document = mark(text)

    assert credits_of(document)
    assert all(entity for _, entity in credits_of(document))
    assert headline(document) == TITLE


@pytest.mark.parametrize(
    ("end", "agencies"),
    [
        (" (أ ف ب)", [("أ ف ب", "afp")]),
        (" (رويترز، د ب أ)", [("رويترز", "reuters"), ("د ب أ", "dpa")]),
        ("\n(وكالة الضفاف)", [("الضفاف", None)]),
    ],
)
def test_a_credit_in_brackets_at_the_end(end: str, agencies: list[tuple[str, str | None]]):
    """The agency after the last full stop is a credit."""
    assert agencies == credits_of(mark(f"{FIRST}\n{LAST}{end}"))


def test_the_source_itself_is_a_credit():
    """An outlet no table knows is known by the article's own source."""
    document = mark(f"إدلب - البراري\n{FIRST}\n{LAST}\nالبراري/وكالات", source="موقع البراري")

    assert [("البراري", None), ("البراري", None), ("وكالات", "news-agencies")] == credits_of(document)


@pytest.mark.parametrize(
    "text",
    [
        f"{FIRST}\nونقلت ذلك وكالة الأنباء السعودية (واس)",
        f"{FIRST}\nوالتقى الوفدان في الجزء الغربي من المدينة (الشرق)",
        f"رويترز: {FIRST}",
        f"قال مصدر - رفض ذكر اسمه - إن {FIRST}",
        f"العالم\n{FIRST}\n{LAST}",
        f"أعلن كيم جونغ-أون، زعيم كوريا الشمالية - أن {FIRST}",
        f"{FIRST}\nالتقى الوفدان في دمشق - وفي موسكو",
        f"تحطمت مقاتلة أف-16 (قرب دمشق) وقال {FIRST}",
    ],
)
def test_what_is_no_credit(text: str):
    """A gloss, a section, an aside between dashes or a source before a colon credits nobody."""
    assert credits_of(mark(text)) == []


def test_a_byline_before_the_story():
    """A name nobody knows before a colon and a reporting verb is the writer's; nothing is cut from the paragraph."""
    document = mark(f"سليم الراوي: أكدت الحكومة والمعارضة {FIRST}\n{LAST}")

    assert ("سليم الراوي", None, []) == (document.author, headline(document), marked(document))
    assert mark(f"سليم الراوي: أكدت {FIRST}\n{LAST}", author="منى").author is None


@pytest.mark.parametrize(
    "opening",
    [
        "شمخاني: أكدت",
        "علي شمخاني: أكدت",
        "وزارة الدفاع: أعلنت",
        "وزير الخارجية: قال",
        "روسيا وإيران: أكدت",
        "قال: أكدت",
    ],
)
def test_who_speaks_is_no_byline(opening: str):
    """A newsmaker, a body, an office or a place before a colon did not write the article."""
    assert mark(f"{opening} {FIRST}\n{LAST}").author is None


def test_a_newsmakers_headline_is_a_headline():
    """A headline of name and colon is the title and no byline."""
    document = mark(f"شمخاني: إيران وروسيا تتقاسمان مقراً مشتركاً\n{FIRST}\n{LAST}")

    assert ("شمخاني: إيران وروسيا تتقاسمان مقراً مشتركاً", None) == (headline(document), document.author)


def test_a_page_saved_whole():
    """Labels, path, buttons, the second headline, the form and stray ampersands are litter; the day is read."""
    document = mark(
        f"معرف الأخبار : 84301\nتاريخ الإفراج : 12/22/2021 7:13:52 PM\nالرئيسية > سياسة > سوريا\n{TITLE}\n"
        f"طباعة | ارسال الى صديق | مشاركة\n\n{TITLE}\n{FIRST}&\n\n&{LAST}\nاقرأ أيضا: هدنة أخرى في مدينة أخرى\n{LAST}\n"
        "نورنيوز/وكالات\nتعليقات\n\nالاسم\n\nالبريد الالكتروني\n\nتعليقك\nزر الذهاب إلى الأعلى\nصحيفة الساحل\n"
        "جميع الحقوق محفوظة © 2021"
    )

    assert [
        "معرف الأخبار : 84301",
        "تاريخ الإفراج : 12/22/2021 7:13:52 PM",
        "الرئيسية > سياسة > سوريا",
        "طباعة | ارسال الى صديق | مشاركة",
        TITLE,
        "&",
        "&",
        "اقرأ أيضا: هدنة أخرى في مدينة أخرى",
        "تعليقات",
        "الاسم",
        "البريد الالكتروني",
        "تعليقك",
        "زر الذهاب إلى الأعلى",
        "صحيفة الساحل",
        "جميع الحقوق محفوظة © 2021",
    ] == marked(document)
    assert headline(document) == TITLE
    assert (dt.date(2021, 12, 22), PublishedBasis.TEXT) == (document.published.day, document.published.basis)
    assert [("نورنيوز", "nournews"), ("وكالات", "news-agencies")] == credits_of(document)
    bodies = [sentence for sentence in document.sentences if sentence.kind is SentenceKind.BODY]
    assert [FIRST, f"&{LAST}", LAST] == [document.article.words(document.span(one.first, one.end)) for one in bodies]


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        ("تاريخ النشر : 2017-07-05", "2017-07-05"),
        ("تاريخ النشر: 2017-07-05T23:40:00+03:00", "2017-07-05"),
        ("تاريخ النشر: 05/07/2017 - 19:13", "2017-07-05"),
        ("نُشر في: ٠٥/٠٧/٢٠١٧", "2017-07-05"),
        ("تاريخ النشر:\n05/07/2017", "2017-07-05"),
        ("تاريخ النشر : 7/5/2017 7:13:52 PM", "2017-07-05"),
        ("آخر تحديث: 05/07/2017", None),
        ("تاريخ النشر: 31/02/2017", None),
        ("تاريخ النشر: 2017", None),
        ("جميع الحقوق محفوظة © 2017", None),
    ],
)
def test_the_day_on_a_label_line(lines: str, day: str | None):
    """Only a full date after a label of publication is the day."""
    document = mark(f"{lines}\n{TITLE}\n{FIRST}\n{LAST}")

    assert (dt.date.fromisoformat(day) if day else None) == document.published.day


def test_a_day_that_is_given_stands():
    """What the text prints does not change a day that is known already."""
    given_day = Published(dt.date(2017, 7, 6), dt.date(2017, 7, 6), PublishedBasis.GIVEN, Because("day_given"))

    assert mark(f"تاريخ النشر : 2017-07-05\n{FIRST}\n{LAST}", published=given_day).published == given_day
    assert mark(f"{FIRST}\nوكان تاريخ النشر : 2017-07-05\n{LAST}").published == UNKNOWN_DAY


def test_the_writer_on_a_label_line():
    """A label names the writer, or an agency, which is a credit."""
    person = mark(f"بقلم: سليم الراوي\n{FIRST}\n{LAST}")
    agency = mark(f"الكاتب: رويترز\n{FIRST}\n{LAST}")

    assert ("سليم الراوي", []) == (person.author, credits_of(person))
    assert (None, [("رويترز", "reuters")]) == (agency.author, credits_of(agency))


def test_with_a_title_its_copy_in_the_text_is_litter():
    """An article with a title keeps it there; its section and the headline in the text belong to the page."""
    document = mark(f"سورية\n\n{TITLE}\n\n| وكالات\n\n{FIRST}\n{LAST}", title=TITLE)

    assert (["سورية", TITLE], None) == (marked(document), headline(document))


@pytest.mark.parametrize(
    "text",
    [
        f"{FIRST}\n{LAST}",
        f"أكد رئيس الوفد أن الهدنة قائمة\n{FIRST}\n{LAST}",
        "الهدنة تبدأ الجمعة بين الطرفين",
        f"الهدنة تبدأ الجمعة بين الطرفين.\n{FIRST}",
        f"هدنة الجمعة\n{FIRST}",
    ],
)
def test_what_is_no_headline(text: str):
    """A paragraph, a line that ends with a full stop, one that opens with a reporting verb, or a lone line."""
    assert headline(mark(text)) is None


@pytest.mark.parametrize(
    "middle",
    [
        "تعليقات",
        "سوريا",
        "التعليق",
        "صحيفة الوطن",
        "طباعة",
        "وقال إن الاسم والبريد الإلكتروني وردا في البيان.",
        "إضافة تعليق جديد على الاتفاق كانت من مطالب الوفد.",
        "شارك في الاجتماع وفد من المدينة.",
        "المصدر: وكالات",
        "وقف إطلاق النار & المراقبة",
    ],
)
def test_the_middle_of_a_story_is_story(middle: str):
    """A subheading or a sentence that looks like a button is none between two paragraphs."""
    assert marked(mark(f"{FIRST}\n{middle}\n{LAST}")) == []


@pytest.mark.parametrize("name", ["control", "lead"])
def test_what_is_litter_wherever_it_stands(name: str):
    """Every form of these classes is litter between two paragraphs too."""
    for entry in litter()[name].values():
        assert [entry.form] == marked(mark(f"{FIRST}\n{entry.form}\n{LAST}"))


def test_what_the_room_lends_to_readers_of_pages():
    """The labels of a publication day and the names of agencies, without those of updates."""
    assert "تاريخ الإفراج" in date_labels()
    assert "آخر تحديث" not in date_labels()
    assert "رويترز" in agency_names()
    assert STAGE.run is mark_page


PIECES = st.sampled_from(
    f"{FIRST}#{LAST}#{TITLE}#\n#\n# #&#(#)#-#:#/#|#.#وكالات#رويترز#طهران#تاريخ النشر#المصدر#الاسم#الرئيسية >#اقرأ أيضا#"
    "05/07/2017#99/99/9999#صحيفة#سورية#بقلم#سليم الراوي".split("#")
)


@settings(max_examples=300)
@given(
    text=st.lists(PIECES | st.text(max_size=8), max_size=14).map("".join),
    title=st.none() | st.just(TITLE) | st.text(max_size=20),
    source=st.none() | st.just("صحيفة الساحل") | st.text(max_size=9),
)
def test_any_text_is_marked_within_itself(text: str, title: str | None, source: str | None):
    """No text raises; tokens stay, spans lie inside the text, no credit lies in litter but on a label's line."""
    before = segment(Article("a", text, title=title, source=source))

    after = mark_page(before)

    assert before.tokens == after.tokens
    assert [(one.first, one.end) for one in before.sentences] == [(one.first, one.end) for one in after.sentences]
    for span in (*after.litter, *(party.span for party in after.credits)):
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end].strip()
    assert sorted(after.litter, key=lambda span: span.start) == list(after.litter)


@pytest.mark.slow
def test_the_cost_grows_with_the_length_alone():
    """Ten times the text takes about ten times as long, also where every line looks like a page's."""
    line = f"{LAST}\nاقرأ أيضا: هدنة\n(رويترز)\n&\n{TITLE}\n"
    taken = []
    for size in (200, 2000):
        document = segment(Article("a", f"{TITLE}\n" + line * size))
        started = time.process_time()
        mark_page(document)
        taken.append(time.process_time() - started)

    assert taken[1] < 40 * max(taken[0], 0.002)


@pytest.mark.parametrize(
    ("opening", "day", "agencies"),
    [
        ("بيروت، 4 تموز (رويترز) - ", "2017-07-04", ["reuters"]),
        ("دمشق-سانا 4/7/2017 ", "2017-07-04", ["sana"]),
        ("طهران / 4 تموز / يوليو/ ارنا - ", "2017-07-04", ["irna"]),
        ("صنعاء - سبأ: 4 يوليو 2017 - ", "2017-07-04", ["saba"]),
        ("رام الله 4-7-2017 وفا- ", "2017-07-04", ["wafa"]),
        ("الكويت - 4 - 7 (كونا) -- ", "2017-07-04", ["kuna"]),
        ("جنيف، الثلاثاء 4 يوليو - ", "2017-07-04", []),
        ("الثلاثاء 4 تموز 2017\n", "2017-07-04", []),
        ("بيروت، 5 تموز (رويترز) - ", "2017-07-05", ["reuters"]),
        ("جنيف، الأربعاء 4 يوليو - ", "2017-07-05", []),  # the fourth was a Tuesday
        ("بيروت، 12 تموز (رويترز) - ", "2017-07-05", ["reuters"]),
        ("في 4 تموز ", "2017-07-05", []),
        ("موسكو 4 قتلى ", "2017-07-05", []),
    ],
)
def test_a_dateline_beats_the_feed_by_one_day(opening, day, agencies):
    """The day an agency prints with its place is the day of its text; a day further off decides nothing."""
    fed = dt.date(2017, 7, 5)
    published = Published(fed, fed, PublishedBasis.FEED, Because("day_feed"))
    document = mark(opening + FIRST, published=published)

    assert dt.date.fromisoformat(day) == document.published.day
    assert agencies == [party.entity for party in document.credits]
    if document.published.day != fed:
        assert "dateline_over_published" == document.published.because.code
        assert ("published", "2017-07-05") in document.published.because.args


def test_a_dateline_dates_what_is_undated():
    """A full date is the day; a day without a year is none."""
    assert "day_dateline" == mark("دمشق-سانا 4/7/2017 " + FIRST).published.because.code
    assert UNKNOWN_DAY == mark("بيروت، 4 تموز (رويترز) - " + FIRST).published


def test_a_dateline_days_off_is_a_problem():
    """A dateline of another week is told, and both days are kept."""
    fed = dt.date(2017, 7, 5)
    published = Published(fed, fed, PublishedBasis.FEED, Because("day_feed"))
    document = mark("بيروت، 12 تموز (رويترز) - " + FIRST, published=published)

    assert [("dateline_mismatch", "2017-07-12")] == [(each.code, each.detail) for each in document.problems]
