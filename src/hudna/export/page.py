"""A chronology as one self-contained web page."""

from collections.abc import Sequence

import hudna
from hudna.export.chronology import Line
from hudna.export.words import Words


def export_page(lines: Sequence[Line], words: Words) -> str:
    """Return the page: styles inside, no script, nothing fetched from elsewhere."""
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("hudna.export"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        keep_trailing_newline=True,
    )
    articles = {account.article for line in lines for account in line.accounts}
    contents = words(
        "page",
        "contents",
        events=words.count("event", len(lines)),
        articles=words.count("article", len(articles)),
    )
    page = environment.get_template("chronology.html")
    return page.render(lines=lines, words=words, contents=contents, version=hudna.__version__)
