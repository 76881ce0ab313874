"""Words marked by the records they belong to."""

from hudna.model import Field, Span
from hudna.web.marks import Marked, stretches


def test_space_between_two_records_is_no_link() -> None:
    """A link around nothing but space has no name for whoever hears the page."""
    text = "التقى  الوزير"
    marks = [Marked(Span(0, 7), "contact", "c1"), Marked(Span(5, 7), "pledge", "p1")]

    found = stretches(text, Field.TEXT, marks, 0, len(text))

    assert ["contact", "", ""] == [each.layer for each in found]
    assert text == "".join(each.text for each in found)
