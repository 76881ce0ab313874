"""Write the generated parts of the documentation: `python docs/generate.py`; a test compares them with what stands there."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from typer.main import get_command
from typer.testing import CliRunner

from hudna.cli.main import app

DOCS = Path(__file__).parent
SAMPLES = DOCS.parent / "src" / "hudna" / "samples"
EXAMPLE_ARTICLE = {
    "id": "example-1",
    "source": "صحيفة المثال",
    "published": "2017-07-05",
    "title": "اتصال بين شمخاني وباتروشيف",
    "text": "تحادث علي شمخاني هاتفيا أمس مع نيكولاي باتروشيف.\nوقال شمخاني إن «الحل في سوريا سياسي».",
}
EXAMPLE_DIGEST = "0123456789abcdef"  # the true one changes with every rule
_COMMAND_LINE_HEAD = """# The command line

This page is made from `--help` by `make docs`.

Data goes to standard output or to the file named by `--output`, as UTF-8; everything else goes to standard error, progress only where that is a terminal.
The exit status is 0; 1 after a failure; 2 after a wrong call, or when nothing could be read. What could not be read is told in one line each: file, line, reason.

**Right-to-left text.** Most terminals order Arabic for display themselves; output is always in the order of reading. `--bidi on` orders it for terminals that draw characters as they come
(the extra `hudna[bidi]` does that; its library, python-bidi, is under the LGPL and is not part of the core install). `--bidi auto`, the default, does so only where the extra is installed, output goes to a terminal,
and the terminal is known to do no ordering: xterm itself (`XTERM_VERSION` is set), or one that `TERM` names (`alacritty`, `foot`, `linux`, `rxvt-unicode`, `st`, `xterm-kitty`). Letters are not joined by it. Files are never reordered.

**Settings from the environment.** `HUDNA_STORE` names the store, `HUDNA_LISTS` the folder of a [team's own lists](lists.md), `NO_COLOR` turns colours off, `COLUMNS` sets the width of tables that go to a file.
"""


def help_of(*command: str) -> str:
    """Return what ``--help`` prints for a command."""
    environment = {"COLUMNS": "100", "TERMINAL_WIDTH": "100", "TERM": "dumb", "NO_COLOR": "1", "HUDNA_STORE": ""}
    result = CliRunner().invoke(app, [*command, "--help"], prog_name="hudna", env=environment)
    return "\n".join(line.rstrip() for line in result.output.strip().splitlines())


def commands() -> list[tuple[str, ...]]:
    """Return the commands in the order of the help page, those of a group after it."""
    found: list[tuple[str, ...]] = []
    for name, command in get_command(app).commands.items():  # type: ignore[attr-defined]
        found += [(name,), *((name, each) for each in getattr(command, "commands", ()))]
    return found


def command_line_page() -> str:
    """Return the page on the command line."""
    parts = [_COMMAND_LINE_HEAD, f"```text\n{help_of()}\n```\n"]
    parts += [f"## hudna {' '.join(name)}\n\n```text\n{help_of(*name)}\n```\n" for name in commands()]
    return "\n".join(parts)


def example_reading() -> str:
    """Return the reading of the example article, laid out to be read."""
    source = json.dumps(EXAMPLE_ARTICLE, ensure_ascii=False)
    result = CliRunner().invoke(app, ["read", "--format", "jsonl", "-"], input=source)
    reading: dict[str, Any] = json.loads(result.stdout)
    reading["reader"]["digest"] = EXAMPLE_DIGEST
    return "\n".join(_laid_out(reading))


def format_page(page: str) -> str:
    """Return the page on the format with its examples made anew."""
    page = _replaced(
        page, "example-article", f"```json\n{json.dumps(EXAMPLE_ARTICLE, ensure_ascii=False, indent=1)}\n```"
    )
    return _replaced(page, "example-reading", f"```json\n{example_reading()}\n```")


def _laid_out(reading: dict[str, Any]) -> Iterator[str]:
    """Yield JSON with one record a line."""
    last = list(reading)[-1]
    for place, (key, value) in enumerate(reading.items()):
        head, comma = ("{" if place == 0 else " ") + json.dumps(key) + ": ", "}" if key == last else ","
        if isinstance(value, list) and value and isinstance(value[0], dict):
            yield f"{head}["
            yield from (
                f"  {json.dumps(each, ensure_ascii=False)}{']' + comma if each is value[-1] else ','}" for each in value
            )
        else:
            yield f"{head}{json.dumps(value, ensure_ascii=False)}{comma}"


def _replaced(page: str, name: str, text: str) -> str:
    start, end = f"<!-- {name} -->", f"<!-- /{name} -->"
    before, _, rest = page.partition(start)
    _, _, after = rest.partition(end)
    return f"{before}{start}\n{text}\n{end}{after}"


def main() -> int:
    """Write the pages."""
    (DOCS / "cli.md").write_text(command_line_page(), encoding="utf-8")
    page = DOCS / "format.md"
    page.write_text(format_page(page.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
