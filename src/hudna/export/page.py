"""A chronology as one self-contained web page."""

from collections.abc import Sequence

import hudna
from hudna.export.chronology import Row
from hudna.export.words import Words


def export_page(rows: Sequence[Row], words: Words) -> str:
    """Return the page: styles inside, no script, nothing fetched from elsewhere."""
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("hudna.export"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        keep_trailing_newline=True,
    )
    articles = {account.article for row in rows for account in row.accounts}
    contents = words(
        "page",
        "contents",
        events=words.count("event", len(rows)),
        articles=words.count("article", len(articles)),
    )
    page = environment.get_template("chronology.html")
    return page.render(rows=rows, words=words, contents=contents, version=hudna.__version__)
