"""A comparison for the terminal: the articles, then each difference with who says which."""

from typing import TYPE_CHECKING

from rich.console import Group
from rich.table import Table
from rich.text import Text

from hudna.cli.tables import table_with

if TYPE_CHECKING:
    from rich.console import RenderableType

    from hudna.export.comparison import Sheet
    from hudna.export.words import Words

_WIDEST = 24


def sheet_of_comparison(sheet: "Sheet", words: "Words") -> "RenderableType":
    """Return a comparison: its articles, where they differ, and how many events they tell together."""
    parts: list[RenderableType] = [_articles(sheet), Text("")]
    if sheet.differences:
        parts.append(_differences(sheet, words))
    else:
        parts.append(Text(words("page", "no_differences")))
    parts.append(Text(f"{words('page', 'told_together')}: {words.count('event', len(sheet.rows))}"))
    parts.append(Text(words("page", "unreviewed"), style="italic dim"))
    return Group(*parts)


def _articles(sheet: "Sheet") -> Table:
    table = Table.grid(padding=(0, 2))
    for column in ("bold", "", "", ""):
        table.add_column(style=column, overflow="fold")
    for side in sheet.sides:
        table.add_row(Text(side.outlet), Text(side.published), Text(side.article), Text(side.title))
    return table


def _differences(sheet: "Sheet", words: "Words") -> Table:
    """Return the differences as a table: a row for each value, and one for those who leave it out."""
    table = table_with(
        [words("column", key) for key in ("differs", "difference", "outlet", "evidence")], widest=_WIDEST
    )
    for each in sheet.differences:
        what, how = each.what, each.how
        for saying in each.sayings:
            table.add_row(Text(what, style="bold"), Text(how), Text(saying.outlets), Text(saying.value))
            what = how = ""
        if each.left_out_by:
            table.add_row("", "", Text(f"{words('page', 'left_out_by')}: {each.left_out_by}", style="dim"), "")
        table.add_section()
    return table
