"""Stories as JSON, one line each."""

import json
from collections.abc import Iterable, Iterator

from hudna.model import FORMAT_VERSION, Story


def export_stories(stories: Iterable[Story]) -> Iterator[str]:
    """Yield one line of JSON for each story: its id, its headline, the ids of its articles as they were given."""
    for story in stories:
        line = {"format_version": FORMAT_VERSION, "id": story.id, "label": story.label, "articles": story.articles}
        yield json.dumps(line, ensure_ascii=False)
