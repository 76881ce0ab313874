"""The ten main tasks of an analyst, each in Arabic and in English, in a real browser."""

import datetime as dt
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from hudna.export.words import Language
from hudna.web.voice import Look, Voice, load_voice

pytestmark = [pytest.mark.slow, pytest.mark.parametrize("language", list(Language), ids=str)]

LAVROV, PUTIN = "سيرغي لافروف", "فلاديمير بوتين"


def words(language: Language) -> Voice:
    return load_voice(language, Look())


def open_signing(page: Page, language: Language) -> None:
    """Open the signing of 4 May 2017, which four outlets tell."""
    page.goto(f"/{language}/timeline?first=2017-05-04&last=2017-05-04&type=contact&kind=meeting&origins=2")
    page.locator(".card a.kind").first.click()
    expect(page.locator("table.tellings thead th")).to_have_count(4)


def test_what_happened_in_a_process_in_a_week(page: Page, language: Language) -> None:
    """The timeline narrowed to a process and a week, by the form alone; the address holds it."""
    t = words(language)
    page.goto(f"/{language}/")
    page.get_by_role("link", name=t("nav", "timeline"), exact=True).click()
    page.locator("select[name=process]").select_option("astana")
    expect(page).to_have_url(re.compile("process=astana"))
    page.get_by_label(t("filter", "first"), exact=True).fill("2017-05-01")
    page.get_by_label(t("filter", "last"), exact=True).fill("2017-05-07")
    page.get_by_label(t("filter", "last"), exact=True).blur()
    expect(page).to_have_url(re.compile("last=2017-05-07"))

    cards = page.locator(".card")
    assert 1 <= cards.count() <= 12
    expect(cards.locator(".kind").filter(has_text=t("kind", "meeting")).first).to_be_visible()
    page.reload()
    expect(page.get_by_label(t("filter", "first"), exact=True)).to_have_value("2017-05-01")


def test_whom_somebody_met_or_called_in_a_month(page: Page, language: Language) -> None:
    """From a name, found by its Latin letters, to the call and its words."""
    t = words(language)
    page.goto(f"/{language}/names")
    page.get_by_label(t("names", "query")).fill("Vladimir Putin")
    page.keyboard.press("Enter")
    page.get_by_role("link", name=PUTIN).click()
    page.locator("select[name=type]").select_option("contact")
    page.get_by_label(t("filter", "first"), exact=True).fill("2016-12-01")
    page.get_by_label(t("filter", "last"), exact=True).fill("2016-12-31")
    page.get_by_label(t("filter", "last"), exact=True).blur()
    expect(page).to_have_url(re.compile("last=2016-12-31"))

    call = page.locator(".card", has_text=t("kind", "call"))
    expect(call).to_contain_text("حسن روحاني")
    expect(call.locator("mark").first).to_be_visible()


def test_where_outlets_differ(page: Page, language: Language) -> None:
    """An event that says where its accounts differ, and the articles side by side."""
    t = words(language)
    page.goto(f"/{language}/timeline?first=2017-01-23&last=2017-01-24&type=contact&origins=2")
    page.locator(".card a.kind").first.click()
    expect(page.locator(".differences")).to_contain_text("24")
    page.get_by_role("link", name=t("eventpage", "compare")).click()

    expect(page.get_by_role("heading", level=1)).to_have_text(t("page", "comparison"))
    assert 1 <= page.locator(".differing").count()
    expect(page.locator(".differing mark").first).to_be_visible()


def test_whether_what_was_set_was_done_and_by_when(page: Page, language: Language) -> None:
    """What became of appointments, narrowed to what was done late; both sides lead to their words."""
    t = words(language)
    page.goto(f"/{language}/pledges?day=2022-08-01")
    page.locator("select[name=kind]").select_option("schedule")
    page.locator("select[name=fate]").select_option("kept_late")
    page.get_by_role("button", name=t("filter", "apply")).click()
    card = page.locator("section", has=page.get_by_role("heading", name=t("pledges", "past"), exact=True))
    card = card.locator(".card").first
    expect(card.locator(".fate strong")).to_have_text(t("verdict", "kept_late"))
    expect(card.locator(".fate")).to_contain_text(t("outcome_page", "scale", degree=3))
    seen = card.locator(".fate li a").first
    told = (seen.inner_text()).split(" … ")[0]
    seen.click()
    expect(page.locator("#text")).to_contain_text(told)
    page.go_back()
    card.locator(".sources").first.click()

    expect(page.locator("#here").first).to_be_visible()
    expect(page.locator("#panel h3").first).to_be_visible()


def test_all_that_somebody_said_on_a_topic(page: Page, language: Language) -> None:
    """Statements of one speaker that hold a word, in any of its spellings."""
    t = words(language)
    page.goto(f"/{language}/name/person:sergey-lavrov")
    page.locator("select[name=type]").select_option("statement")
    expect(page).to_have_url(re.compile("type=statement"))
    every = page.locator(".card").count()
    page.get_by_label(t("filter", "words"), exact=True).fill("الهدنه")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("words="))

    assert 1 <= page.locator(".card").count() < every
    expect(page.locator(".card").first).to_contain_text("الهدنة")


def test_which_sources_are_independent(page: Page, language: Language) -> None:
    """Four outlets, two origins, each with those that go back to it."""
    t = words(language)
    open_signing(page, language)

    expect(page.locator("header .facts")).to_contain_text(t.count("origin", 2))
    expect(page.locator(".origins li")).to_have_count(2)
    expect(page.locator(".origins li").first.get_by_role("link")).to_have_count(3)


def test_a_wrong_day_is_corrected_and_that_undone(page: Page, language: Language) -> None:
    """Correct with a reason, see it in the history, take it back with a reason."""
    t = words(language)
    open_signing(page, language)
    page.locator("#correct summary").click()
    page.locator("#correct").get_by_role("link", name=t("field", "when"), exact=True).click()
    form = page.locator("#correct form")
    form.get_by_label(t("filter", "first"), exact=True).fill("2017-05-03")
    form.get_by_label(t("filter", "last"), exact=True).fill("2017-05-03")
    form.get_by_label(t("decide", "why")).fill("صورة المحضر")
    form.get_by_role("button").click()

    expect(page.locator(".done")).to_have_text(t("decide", "done", n=1))
    expect(page.locator(".lead")).to_have_text(t.days(*[dt.date(2017, 5, 3)] * 2))
    past = page.locator(".history li").first
    expect(past).to_contain_text("صورة المحضر")
    expect(past).to_contain_text("tester")
    past.locator("summary").click()
    past.get_by_label(t("decide", "why")).fill("خطأ مني")
    past.get_by_role("button").click()
    expect(page.locator(".done")).to_have_text(t("decide", "taken_back", n=1))
    expect(page.locator("header time")).to_have_attribute("datetime", "2017-05-04")


def test_two_spellings_become_one_person(page: Page, language: Language) -> None:
    """Search for the other name from somebody's page, choose it, say why; the forms stand together."""
    t = words(language)
    page.goto(f"/{language}/name/person:ali-asghar-khaji")
    page.locator("#same summary").click()
    page.locator("#same").get_by_label(t("names", "query")).fill("أنصاري")
    page.locator("#same").get_by_label(t("names", "query")).press("Enter")
    form = page.locator("#same form[method=post]")
    form.get_by_role("radio").first.check()
    form.get_by_label(t("decide", "why")).fill("هما واحد")
    form.get_by_role("button").click()

    expect(page.locator(".done")).to_have_text(t("decide", "done", n=1))
    expect(page.locator(".side .list").first).to_contain_text("نصاري")
    expect(page.locator(".history li")).to_have_count(1)


def test_an_article_is_pasted_and_read(page: Page, language: Language) -> None:
    """Pasted, read at once, every word explains itself, and search finds it."""
    t = words(language)
    page.goto(f"/{language}/add")
    paste = page.locator("form").filter(has=page.locator("textarea"))
    paste.get_by_label(t("addpage", "title")).fill("لقاء في موسكو")
    paste.get_by_label(t("column", "published"), exact=True).fill("2018-03-07")
    paste.get_by_label(t("addpage", "text"), exact=True).fill(
        "التقى سيرغي لافروف أمس الثلاثاء في موسكو محمد جواد ظريف.\nوبحثا الهدنة."
    )
    paste.get_by_role("button").click()

    expect(page.locator(".done")).to_have_text(t("addpage", "new"))
    page.locator(".m-contact").first.click()
    expect(page.locator("#panel h3").first).to_contain_text(t("kind", "meeting"))
    expect(page.locator("#panel")).to_contain_text(t.day(dt.date(2018, 3, 6)))
    page.locator("#panel summary").click()
    expect(page.locator("#panel .tree").first).to_be_visible()
    page.goto(f"/{language}/search?q=لافروف موسكو")
    expect(page.locator(".hits")).to_contain_text("لقاء في موسكو")


def test_a_record_is_added_by_hand(page: Page, language: Language) -> None:
    """Words are selected in the text, the rest is said of them; it is marked, on the timeline, and taken back."""
    t = words(language)
    page.goto(f"/{language}/articles")
    page.locator("main .list a", has_text="بدء سريان وقف إطلاق النار").first.click()
    page.get_by_role("link", name=t("writepage", "title")).click()
    page.get_by_role("link", name=t("event", "measure"), exact=True).click()
    told = page.evaluate(
        """() => {
            const text = document.querySelector("[data-select]").firstChild;
            const start = text.data.indexOf("وقف");
            getSelection().setBaseAndExtent(text, start, text, start + 16);
            return String(getSelection());
        }"""
    )
    expect(page.locator("textarea[name=quote]")).to_have_value(told)
    page.locator("select[name=status]").select_option("broken")
    page.get_by_label(t("writefield", "measure_actors")).fill("المرصد")
    page.get_by_label(t("filter", "first"), exact=True).fill("2016-12-31")
    page.get_by_label(t("filter", "last"), exact=True).fill("2016-12-31")
    page.get_by_label(t("decide", "why")).fill("سقط من القراءة")
    page.get_by_role("button", name=t("writepage", "keep")).click()

    expect(page.locator(".done")).to_have_text(t("decide", "done", n=1))
    sheet = page.locator("#panel .sheet", has_text=t("decision", "added_by", by="tester"))
    expect(sheet).to_contain_text(t.day(dt.date(2016, 12, 31)))
    sheet.get_by_role("link", name=t("articlepage", "to_event")).click()
    expect(page.locator("header .facts")).to_contain_text(t("decision", "added_by", by="tester"))
    page.locator(".history summary").click()
    page.locator(".history").get_by_label(t("decide", "why")).fill("خطأ مني")
    page.locator(".history").get_by_role("button").click()
    expect(page.locator(".done")).to_have_text(t("decide", "taken_back", n=1))
    page.goto(f"/{language}/timeline?first=2016-12-31&last=2016-12-31&status=broken&type=measure")
    expect(page.locator(".card", has_text="tester")).to_have_count(0)


def test_a_weeks_brief(page: Page, language: Language, tmp_path: Path) -> None:
    """The brief of a week on the page, and the same as a file in the language of the page."""
    t = words(language)
    page.goto(f"/{language}/report")
    page.get_by_label(t("filter", "first"), exact=True).fill("2017-05-01")
    page.get_by_label(t("filter", "last"), exact=True).fill("2017-05-07")
    page.get_by_role("button", name=t("filter", "apply")).click()
    expect(page.locator("#events .lead")).to_contain_text("2017")
    expect(page.locator(".brief li").first).to_be_visible()
    with page.expect_download() as started:
        page.get_by_role("link", name=t("format", "brief-html")).click()
    saved = tmp_path / "brief.html"
    started.value.save_as(saved)

    text = saved.read_text(encoding="utf-8")
    assert f'<html lang="{language}"' in text
    assert t.day(dt.date(2017, 5, 4)) in text
