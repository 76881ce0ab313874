"""What a selection can be taken away as, with the kind of file each is."""

from typing import Final

# A briefing is chosen from a selection, the rest hold all of it.
BRIEFS: Final = {"brief-html": "html", "brief-md": "md"}
_MEDIA: Final = {
    "html": "text/html; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "geojson": "application/geo+json",
    "ics": "text/calendar; charset=utf-8",
    "json": "application/json",
    "jsonl": "application/x-ndjson",
    "annotations": "application/ld+json",
}
_ENDINGS: Final = {"annotations": "jsonld"}
FORMS: Final = (*BRIEFS, *_MEDIA)


def media_type(form: str) -> str:
    """Return the media type of a form."""
    return _MEDIA[BRIEFS.get(form, form)]


def file_name(form: str, language: str) -> str:
    """Return the name a file of a form is saved under."""
    ending = BRIEFS.get(form, form)
    return f"hudna-{'brief-' if form in BRIEFS else ''}{language}.{_ENDINGS.get(ending, ending)}"
