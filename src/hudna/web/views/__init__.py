"""The pages, a module for each; a new one is a module, a template and a row here."""

from typing import Final

from hudna.web.views import (
    add,
    article,
    compare,
    decide,
    event,
    lives,
    names,
    places,
    pledges,
    positions,
    report,
    search,
    settings,
    sources,
    stories,
    timeline,
    today,
    write,
)

PAGES: Final = (
    today.router,
    timeline.router,
    lives.router,
    decide.router,
    event.router,
    write.router,
    article.router,
    stories.router,
    positions.router,
    pledges.router,
    names.router,
    places.router,
    sources.router,
    search.router,
    compare.router,
    add.router,
    report.router,
    settings.router,
)
