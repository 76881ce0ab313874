"""Files, folders and standard input to articles; what can't be read becomes one line that says where and why."""

from hudna.intake.find import find_articles
from hudna.intake.known import Known
from hudna.intake.options import Options
from hudna.intake.published import parse_published
from hudna.intake.refusal import Refusal, RefusalCode

__all__ = ["Known", "Options", "Refusal", "RefusalCode", "find_articles", "parse_published"]
