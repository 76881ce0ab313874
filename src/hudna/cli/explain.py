"""hudna explain: how what was read at a place came to be."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from hudna.cli import options as opt
from hudna.cli.options import Bidi, Language
from hudna.cli.output import write_lines

if TYPE_CHECKING:
    from rich.tree import Tree

    from hudna.export.words import Words
    from hudna.model import Article, Match


def add_commands(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command("explain")(explain)


def explain(
    path: Annotated[str, typer.Argument(help="A file with the article.", metavar="FILE", show_default=False)],
    *,
    at: Annotated[int, typer.Option("--at", min=0, help="A character of the text, counted from 0.")],
    article: Annotated[
        str | None,
        typer.Option("--article", help="The id of the article, where the file holds several; else the first."),
    ] = None,
    source: opt.Source = None,
    published: opt.PublishedDay = None,
    url: opt.Url = None,
    title: opt.Title = None,
    output: opt.Output = None,
    language: opt.LanguageOption = Language.EN,
    bidi: opt.BidiOption = Bidi.AUTO,
) -> None:
    """Print by which rules and table rows everything that holds a character came to be, as a tree."""
    from rich.console import Group
    from rich.text import Text

    from hudna import desk
    from hudna.cli.terminal import lines_of, say
    from hudna.export.words import load_words

    known = desk.Options(source=source, published=published, url=url, title=title)
    explanation = desk.explain(path, at, known, article=article)
    found, words = explanation.article, load_words(language.value)
    if not explanation.matches:
        say(f"hudna: {words('explain', 'nothing', place=at)}")
    shown = found.text[max(0, at - 40) : at].split("\n")[-1], found.text[at], found.text[at + 1 : at + 41]
    context = Text.assemble(shown[0], (shown[1], "reverse"), shown[2].split("\n")[0])
    trees = [_tree(match, found, words) for match in explanation.matches]
    write_lines(lines_of(Group(context, *trees), bidi, to_file=output is not None), output)


def _tree(match: "Match[Any]", article: "Article", words: "Words") -> "Tree":
    from rich.tree import Tree

    tree = Tree(_described(match, article, words), guide_style="dim")
    for child in match.children:
        tree.children.append(_tree(child, article, words))
    return tree


def _described(match: "Match[Any]", article: "Article", words: "Words") -> str:
    start, end, _ = match.span
    value = match.value
    told = [f"{match.kind} {start}-{end}", match.rule]
    because = getattr(value, "because", None)
    resolved = getattr(value, "value", None)
    if isinstance(resolved, str):
        told.append(resolved)
    if because is not None:
        told.append(words.because(because))
    return " | ".join(told) + "  " + " ".join(article.words(match.span).split())
