"""The use cases, a module for each group of them; the command line and the pages call nothing else."""

from hudna.desk.bearers import Bearer, who
from hudna.desk.comparison import compare_articles, export_comparison
from hudna.desk.decisions import VERDICTS, Decider, Signature, history, orphans, tellings, withdraw
from hudna.desk.explanation import Explanation, explain
from hudna.desk.keeping import AddedArticle, add, open_store
from hudna.desk.outcomes import follow
from hudna.desk.reader import pipeline, read, read_article
from hudna.desk.record import Record, export, make_record, reading_of, show
from hudna.desk.rereading import Reread, reread
from hudna.desk.search import Answer, Hit, Question, search
from hudna.desk.stories import pick_story, stories_in, stories_of
from hudna.intake import Options, Refusal
from hudna.record import Line, Selection

__all__ = [
    "VERDICTS",
    "AddedArticle",
    "Answer",
    "Bearer",
    "Decider",
    "Explanation",
    "Hit",
    "Line",
    "Options",
    "Question",
    "Record",
    "Refusal",
    "Reread",
    "Selection",
    "Signature",
    "add",
    "compare_articles",
    "explain",
    "export",
    "export_comparison",
    "follow",
    "history",
    "make_record",
    "open_store",
    "orphans",
    "pick_story",
    "pipeline",
    "read",
    "read_article",
    "reading_of",
    "reread",
    "search",
    "show",
    "stories_in",
    "stories_of",
    "tellings",
    "who",
    "withdraw",
]
