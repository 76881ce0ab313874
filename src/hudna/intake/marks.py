"""What a page says of itself for machines: JSON-LD, meta elements, time elements.

Nothing is taken from running text, footers or addresses; where the marks give no day, there is none.
"""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any, Final

from lxml.html import HtmlElement

from hudna.intake.known import Known
from hudna.intake.published import NOT_UNDERSTOOD, parse_published
from hudna.model import Published, PublishedBasis

MAX_TITLE_CHARS: Final = 500
_ARTICLE_TYPE: Final = re.compile(r"(?:\w*Article|\w*Posting|Report)")
_TITLE_MARKS: Final = ("og:title", "twitter:title")
_SITE_MARKS: Final = ("og:site_name",)
_DAY_MARKS: Final = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "date.issued",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
)
_AUTHOR_MARKS: Final = ("article:author", "author", "dc.creator", "parsely-author")
_SITE_PARTERS: Final = r"\s*[|\-\u2013\u2014\u00bb\u00ab:\u2022]\s*"
_EPOCH_YEAR: Final = 1970  # a page of that year is one whose clock stood at zero
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?=$|[-_])", re.IGNORECASE)


def read_marks(tree: HtmlElement, is_agency: Callable[[str], bool]) -> Known:
    """Return what the marks of a page say; ``is_agency`` tells a credit from the name of a person."""
    story = _story(tree)
    meta = _meta(tree)
    site = _name(story.get("publisher")) or _first(meta, _SITE_MARKS)
    author = _person(story.get("author")) or _first(meta, _AUTHOR_MARKS)
    if author is not None and (author == site or is_agency(author) or "://" in author):
        author = None
    language = _LANGUAGE.match(tree.get("lang") or "")
    return Known(
        title=_title(tree, story, meta, site),
        published=_published(tree, story, meta),
        source=site,
        url=_url(tree, meta),
        author=author,
        language=language[0].lower() if language else None,
    )


def clean(words: object) -> str | None:
    """Return a string with single spaces, None when it is empty or no string."""
    return (" ".join(words.split()) or None) if isinstance(words, str) else None


def _story(tree: HtmlElement) -> dict[str, Any]:
    """Return the first JSON-LD object that is an article, empty where there is none."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            value = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for thing in _things(value):
            types = thing.get("@type")
            if any(
                isinstance(name, str) and _ARTICLE_TYPE.fullmatch(name)
                for name in (types if isinstance(types, list) else [types])
            ):
                return thing
    return {}


def _things(value: Any) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSON-LD value: itself, a list's, a graph's, the main entity's; not deeper ones."""
    for thing in value if isinstance(value, list) else [value]:
        if isinstance(thing, dict):
            yield thing
            for inside in ("@graph", "mainEntity"):
                if isinstance(thing.get(inside), (list, dict)):
                    held = thing[inside] if isinstance(thing[inside], list) else [thing[inside]]
                    yield from (inner for inner in held if isinstance(inner, dict))


def _meta(tree: HtmlElement) -> dict[str, str]:
    """Return the first content of each meta element by its lower-case name."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = clean(element.get("content"))
        for attribute in ("property", "name", "itemprop"):
            name = (element.get(attribute) or "").strip().lower()
            if name and content:
                found.setdefault(name, content)
    return found


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _name(value: Any) -> str | None:
    """Return the name of a thing given by its name, as an object, or as a list of either."""
    if isinstance(value, list):
        return _name(value[0]) if value else None
    return clean(value.get("name") if isinstance(value, dict) else value)


def _person(value: Any) -> str | None:
    """Return the names of those authors that are no organisation."""
    people = [
        one
        for one in (value if isinstance(value, list) else [value])
        if not (isinstance(one, dict) and str(one.get("@type")) not in {"Person", "None"})
    ]
    return clean(", ".join(name for one in people if not isinstance(one, list) and (name := _name(one))))


def _title(tree: HtmlElement, story: dict[str, Any], meta: dict[str, str], site: str | None) -> str | None:
    headings = [clean(element.text_content()) for element in tree.iter("h1")]
    only_heading = headings[0] if len(headings) == 1 and headings[0] != site else None
    title = clean(story.get("headline")) or _first(meta, _TITLE_MARKS) or only_heading
    title = title or _window_title(tree)
    title = title or next((heading for heading in headings if heading and heading != site), None)
    if title is None or len(title) > MAX_TITLE_CHARS:
        return None
    return re.sub(rf"(?:{_SITE_PARTERS}){re.escape(site)}$", "", title) or title if site else title


def _window_title(tree: HtmlElement) -> str | None:
    """Return the title of the window; only the part that the page prints as a heading of its own, if it prints one."""
    title = next((clean(element.text_content()) for element in tree.iter("title")), None)
    if title is None or len(title) > MAX_TITLE_CHARS:
        return None
    parters = list(re.finditer(_SITE_PARTERS, title))
    parts = {title[parter.end() :] for parter in parters} | {title[: parter.start()] for parter in parters}
    printed = {clean(element.text_content()) for element in tree.iter("h1", "h2", "h3", "b", "strong", "td")}
    return max(parts & printed, key=len, default=title)


def _published(tree: HtmlElement, story: dict[str, Any], meta: dict[str, str]) -> Published | None:
    printed = [("json_ld", clean(story.get("datePublished")))]
    printed += [(name, meta.get(name)) for name in _DAY_MARKS]
    printed.append(("time", _time(tree)))
    for mark, words in printed:
        if words is None:
            continue
        published = parse_published(words, PublishedBasis.PAGE, mark=mark)
        if published is not NOT_UNDERSTOOD and published.day is not None and published.day.year != _EPOCH_YEAR:
            return published
    return None


def _time(tree: HtmlElement) -> str | None:
    """Return the time element that belongs to the article: one marked as publication, or the only one near the title.

    Times of other articles stand in lists, asides, footers and comments: those are not looked at.
    """
    times = [element for element in tree.iter("time") if element.get("datetime") and not _is_beside(element)]
    for element in times:
        marks = f"{element.get('itemprop')} {element.get('class')} {'pubdate' if 'pubdate' in element.attrib else ''}"
        if re.search(r"datePublished|pubdate|publish|entry-date", marks) and "update" not in marks:
            return clean(element.get("datetime"))
    heading = next(tree.iter("h1"), None)
    around = heading.getparent() if heading is not None else None
    while around is not None:
        near = {str(element.get("datetime")).strip()[:10] for element in times if _is_inside(element, around)}
        if near:
            return next(iter(near)) if len(near) == 1 else None
        around = around.getparent()
    return None


def _is_beside(element: HtmlElement) -> bool:
    return any(
        up.tag in {"aside", "footer", "nav", "li"} or "comment" in f"{up.get('class')} {up.get('id')}".lower()
        for up in element.iterancestors()
    )


def _is_inside(element: HtmlElement, around: HtmlElement) -> bool:
    return any(up is around for up in element.iterancestors())


def _url(tree: HtmlElement, meta: dict[str, str]) -> str | None:
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and (address := clean(link.get("href"))):
            return address if "://" in address else meta.get("og:url")
    return meta.get("og:url")
