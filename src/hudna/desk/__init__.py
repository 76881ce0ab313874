"""The use cases, a module for each group of them; the command line and the pages call nothing else."""

from hudna.desk.bearers import Bearer, Held, Profile, profile, who
from hudna.desk.board import Board, Boards, NotThereError
from hudna.desk.brief import brief
from hudna.desk.comparison import articles_to_compare, compare_articles, compare_digests, export_comparison
from hudna.desk.decisions import VERDICTS, Decider, Signature, history, orphans, tellings, withdraw
from hudna.desk.explanation import Explanation, explain, explain_article, sentences_of
from hudna.desk.keeping import AddedArticle, add, open_store
from hudna.desk.lines import Heads, Lines
from hudna.desk.lists import ImportedList, import_people, import_places
from hudna.desk.merging import put_together
from hudna.desk.outcomes import follow
from hudna.desk.overview import (
    Counterpart,
    Coverage,
    Positions,
    Stand,
    counterparts,
    coverage,
    find_like,
    find_named,
    label_of,
    positions,
    review_queue,
)
from hudna.desk.picture import Picture, day_of_step, picture
from hudna.desk.places import Spot, Spots, spots
from hudna.desk.reader import make_ready, pipeline, read, read_article
from hudna.desk.receiving import add_file, add_text
from hudna.desk.record import Record, RecordKeeper, export, make_record, reading_of, show
from hudna.desk.rereading import Reread, reread
from hudna.desk.search import Answer, Hit, Question, search
from hudna.desk.stories import pick_story, stories_in, stories_named, stories_of
from hudna.desk.timelines import stands, timeline, weeks
from hudna.intake import Options, Refusal
from hudna.record import Entities, Line, Selection, consequence, narrow
from hudna.record.additions import added_by, fields_to_add
from hudna.record.asking import Asking, Due, Stretch
from hudna.record.commitments import Commitment
from hudna.record.heads import Head
from hudna.record.lives import Life, Step
from hudna.record.outcomes import Outcome, Verdict, tally
from hudna.record.values import choices_of, fields_of

__all__ = [
    "VERDICTS",
    "AddedArticle",
    "Answer",
    "Asking",
    "Bearer",
    "Board",
    "Boards",
    "Commitment",
    "Counterpart",
    "Coverage",
    "Decider",
    "Due",
    "Entities",
    "Explanation",
    "Head",
    "Heads",
    "Held",
    "Hit",
    "ImportedList",
    "Life",
    "Line",
    "Lines",
    "NotThereError",
    "Options",
    "Outcome",
    "Picture",
    "Positions",
    "Profile",
    "Question",
    "Record",
    "RecordKeeper",
    "Refusal",
    "Reread",
    "Selection",
    "Signature",
    "Spot",
    "Spots",
    "Stand",
    "Step",
    "Stretch",
    "Verdict",
    "add",
    "add_file",
    "add_text",
    "added_by",
    "articles_to_compare",
    "brief",
    "choices_of",
    "compare_articles",
    "compare_digests",
    "consequence",
    "counterparts",
    "coverage",
    "day_of_step",
    "explain",
    "explain_article",
    "export",
    "export_comparison",
    "fields_of",
    "fields_to_add",
    "find_like",
    "find_named",
    "follow",
    "history",
    "import_people",
    "import_places",
    "label_of",
    "make_ready",
    "make_record",
    "narrow",
    "open_store",
    "orphans",
    "pick_story",
    "picture",
    "pipeline",
    "positions",
    "profile",
    "put_together",
    "read",
    "read_article",
    "reading_of",
    "reread",
    "review_queue",
    "search",
    "sentences_of",
    "show",
    "spots",
    "stands",
    "stories_in",
    "stories_named",
    "stories_of",
    "tally",
    "tellings",
    "timeline",
    "weeks",
    "who",
    "withdraw",
]
