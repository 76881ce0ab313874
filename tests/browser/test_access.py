"""Everybody can use the pages: no serious fault found by axe, all by keyboard, on a phone, without script."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from conftest import PHONE

pytestmark = pytest.mark.slow

PATHS = (
    "",
    "timeline",
    "lives",
    "stories",
    "places",
    "map",
    "positions",
    "pledges?day=2017-06-01",
    "names?q=بوتين",
    "name/person:vladimir-putin",
    "sources",
    "articles",
    "review",
    "search?q=هدنة",
    "add",
    "report?first=2017-05-01&last=2017-05-07",
    "settings",
    "history",
    "nowhere",
)


def _every_page(page: Page, language: str) -> list[str]:
    """Return the addresses of all kinds of page, an event and an article with its panel among them."""
    page.goto(f"/{language}/timeline?origins=2")
    event = page.locator(".card a.kind").first.get_attribute("href")
    words = page.locator(".card a.sources").first.get_attribute("href")
    assert event
    assert words
    page.goto(f"/{language}/stories")
    story = page.locator("main .list a").first.get_attribute("href")
    assert story
    writing = f"{words.partition('?')[0]}/write?sentence=2"
    return [*(f"/{language}/{path}" for path in PATHS), f"{event}?correct=status", event, words, story, writing]


def _serious_faults(page: Page, path: str) -> list[tuple[str, str, str]]:
    """Return what axe finds on a page: contrast, names, roles, order, sizes (WCAG 2.2 AA as far as a program can tell)."""
    page.goto(path)
    page.evaluate("document.fonts.ready")  # sizes are those of the page as it is read
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    return [
        (path, each["id"], node["html"][:160])
        for each in Axe().run(page, options={"runOnly": tags}).response["violations"]
        if each["impact"] in {"serious", "critical"}
        for node in each["nodes"][:3]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_axe_finds_no_serious_fault(chromium: Browser, address: str, language: str, scheme: str) -> None:
    """Every kind of page, in both languages, light and dark."""
    context = chromium.new_context(base_url=address, color_scheme=scheme)
    page = context.new_page()
    faults = [fault for path in _every_page(page, language) for fault in _serious_faults(page, path)]
    context.close()

    assert [] == faults


def test_axe_finds_no_serious_fault_in_any_article(page: Page) -> None:
    """Marks lie otherwise in every text: at the beginning of a headline, side by side, around nothing but space."""
    page.goto("/ar/articles")
    articles = page.locator("main a[href*='/article/']")
    paths = {str(each.get_attribute("href")) for each in articles.all()}
    assert 20 < len(paths)

    assert [] == [fault for path in sorted(paths) for fault in _serious_faults(page, path)]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_no_page_is_wider_than_a_phone(chromium: Browser, address: str, language: str) -> None:
    """Only tables scroll, in their own frames."""
    context = chromium.new_context(base_url=address, viewport=PHONE)
    page = context.new_page()
    wide = []
    for path in _every_page(page, language):
        page.goto(path)
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wide.append(path)
    context.close()

    assert [] == wide


def test_everything_works_without_script(chromium: Browser, address: str) -> None:
    """Filters, layers and explanations are links and forms first."""
    context = chromium.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/en/timeline")
    page.get_by_label("Party", exact=True).fill("بوتين")
    page.get_by_role("button", name="Show").click()
    expect(page.locator(".card").first).to_contain_text("بوتين")
    page.locator(".card .sources").first.click()
    expect(page.locator("#panel h3").first).to_be_visible()
    context.close()


def test_keys_lead_everywhere(page: Page) -> None:
    """The first key press leads past the navigation, and a marked word opens with Enter."""
    page.goto("/ar/timeline")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.locator(".card .sources").first.focus()
    page.keyboard.press("Enter")
    page.locator(".m").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2").first).to_be_visible()


def test_direction_is_the_languages(page: Page) -> None:
    """Arabic pages run from right to left, and quoted Arabic does so on English ones too."""
    page.goto("/ar/timeline")
    box = page.locator(".day > h2").first.bounding_box()
    card = page.locator(".card").first.bounding_box()
    assert box
    assert card
    assert box["x"] > card["x"]

    page.goto("/en/timeline")
    assert "rtl" == page.locator(".card .said").first.evaluate("each => getComputedStyle(each).direction")
