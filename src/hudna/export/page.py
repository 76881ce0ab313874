"""A chronology as one self-contained web page."""

from collections.abc import Sequence

import hudna
from hudna.export.chronology import Row
from hudna.export.words import Words


def export_page(rows: Sequence[Row], words: Words) -> str:
    """Return the page: styles inside, no script, nothing fetched from elsewhere."""
    articles = {account.article for row in rows for account in row.accounts}
    contents = words(
        "page",
        "contents",
        events=words.count("event", len(rows)),
        articles=words.count("article", len(articles)),
    )
    return render("chronology.html", words, rows=rows, contents=contents)


def render(template: str, words: Words, **values: object) -> str:
    """Return a template of this room filled with values, which are escaped, in the words of one language."""
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("hudna.export"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        keep_trailing_newline=True,
    )
    return environment.get_template(template).render(words=words, version=hudna.__version__, **values)
