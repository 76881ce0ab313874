"""Reading by intake, as the tests ask for it."""

import io
import json
from pathlib import Path

from hudna.intake import Options, Refusal, RefusalCode, find_articles
from hudna.model import Article

TEXT = "أعلن الوسيط أن الهدنة تبدأ صباح الجمعة وأن الطرفين وقعا عليها في المدينة.\r\nوأضاف أن المراقبين وصلوا.\n"
LINE = {"id": "a-1", "source": "صوت الساحل", "title": "هدنة", "published": "2017-07-05T23:59:00+03:00", "text": TEXT}


def read(*paths: object, stdin: bytes | None = None, **options: object) -> list[Article | Refusal]:
    stream = None if stdin is None else io.BytesIO(stdin)
    return list(find_articles([str(path) for path in paths], Options(**options), stdin=stream))  # type: ignore[arg-type]


def codes(found: list[Article | Refusal]) -> list[tuple[str, int | None, RefusalCode]]:
    return [(Path(one.path).name, one.line, one.code) for one in found if isinstance(one, Refusal)]


def ids(found: list[Article | Refusal]) -> list[str]:
    return [one.id for one in found if isinstance(one, Article)]


def write_lines(path: Path, *lines: object) -> Path:
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    return path
