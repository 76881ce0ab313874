"""Learn ``arabic/names/names.model``: the names that no table knows, from NewsFANE and WikiFANE.

``python -m training.names`` writes the model; ``python -m training.names measure`` learns from four fifths of
ANERcorp's training part at a time and tags the last, fifths in one piece each, and writes nothing. Both need
python-crfsuite and the data found by ``HUDNA_DATA``.

NewsFANE and WikiFANE Gold (Alotaibi and Lee 2014) are CC BY-SA 3.0, and so is the model. They split clitics off, which
are joined again here. Their fifty classes become people, places, bodies and others; peoples and heavenly bodies become
no names. ANERcorp (Benajiba and Rosso 2007) serves to measure and is in nothing that ships.
"""

import gzip
import os
import re
import sys
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pycrfsuite

from eval.names_conll import TaggedArticle, make_article, names_of, read_tagged
from hudna.arabic.names.features import EDGE, REACH, name_features, reaching, word_features
from hudna.arabic.names.recognise import known_names
from hudna.arabic.names.tagging import Tagger
from hudna.arabic.names.weights import LABELS, Weights, pack, write_weights
from hudna.desk import pipeline
from hudna.model import Article, Document
from hudna.text import segment

DATA = Path(os.environ.get("HUDNA_DATA", "../shared/data")) / "ner"
MODEL = Path("src/hudna/arabic/names/names.model")
FANE = ("newsfane-gold-2014-part.conll.gz", "wikifane-gold-2014.conll.gz")
ARTICLE_TOKENS = 300
PARAMETERS = {"c1": 0.15, "c2": 0.1, "max_iterations": 80, "feature.possible_transitions": True}
FOLDS = 5

CLASSES = {
    **dict.fromkeys(
        "Politician Athlete Artist Other_PER Religious_PER Scientist Businessperson Lawyer Engineer Police".split(),
        "PERS",
    ),
    **dict.fromkeys(
        "Nation Population-Center State-or-Province County-or-District GPE-Cluster Continent Water-Body "
        "Land-Region-Natural Building-Grounds Path Airport Subarea-Facility Plant".split(),
        "LOC",
    ),
    **dict.fromkeys(
        "Non-Governmental Sports Media Commercial Educational Religious_ORG Medical-Science Entertainment "
        "Government".split(),
        "ORG",
    ),
    **dict.fromkeys("Book Movie Sound Software Hardware Air Land Water Projectile Shooting Nuclear".split(), "MISC"),
}
PREFIXES = frozenset("وفبلكس")
PRONOUNS = frozenset(("ه", "ها", "هم", "هما", "نا", "هن", "كم", "ك", "ي"))
ARABIC = re.compile(r"[\u0621-\u064a]+")

Line = tuple[str, str]
Rows = tuple[list[list[str]], list[str]]
"""The features of each word of a sentence, and its labels."""

Counts = tuple[Counter[str], ...]
"""Names found that are right, names found, and names wanted, by class."""


def main(arguments: Sequence[str]) -> None:
    """Write the model, or measure."""
    if arguments == ["measure"]:
        measure()
        return
    sentences = [rows for name in FANE for article in read_fane(DATA / name) for rows in learnt_rows(article)]
    MODEL.write_bytes(write_weights(learn(sentences)))
    print(f"{MODEL}: {MODEL.stat().st_size:,} bytes from {len(sentences):,} sentences")


def measure() -> None:
    """Print the figures of models that have not seen the fifth of ANERcorp which they tag, and the shipped reader's beside."""
    articles = read_tagged(DATA / "anercorp-train.conll")
    rows = [list(learnt_rows(article)) for article in articles]
    fold = [index * FOLDS // len(articles) for index in range(len(articles))]
    counts: dict[str, list[Counts]] = {"learnt": [], "shipped": []}
    for number in range(FOLDS):
        own = [each for place, each in enumerate(rows) if fold[place] != number]
        tagger = Tagger(learn([sentence for article in own for sentence in article]))
        block = [each for place, each in enumerate(articles) if fold[place] == number]
        counts["learnt"].append(counted(block, [set(tagged(article, tagger)) for article in block]))
        counts["shipped"].append(counted(block, [set(shipped(article)) for article in block]))
        for who, found in counts.items():
            print_figures(f"block {number + 1}, {who}", [found[-1]])
    for who, found in counts.items():
        print_figures(f"mean of the blocks, {who}", found)
        print_figures(f"all blocks as one, {who}", [tuple(sum(each, Counter()) for each in zip(*found, strict=True))])


def counted(articles: Sequence[TaggedArticle], answers: Sequence[set[tuple[int, int, str]]]) -> Counts:
    """Return the names found that are right, those found and those of the file, by class."""
    right: Counter[str] = Counter()
    predicted: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    for article, found in zip(articles, answers, strict=True):
        right.update(each[2] for each in found & set(article.names))
        predicted.update(each[2] for each in found)
        gold.update(each[2] for each in article.names)
    return right, predicted, gold


def print_figures(title: str, blocks: Sequence[Counts]) -> None:
    """Print the means of precision, recall and F1 over blocks, all together and by class."""
    print(title)
    for label in ("micro", *sorted(blocks[0][2])):
        figures = []
        for counters in blocks:
            found, all_found, wanted = (each.total() if label == "micro" else each[label] for each in counters)
            figures.append((found / max(1, all_found), found / wanted, 2 * found / (all_found + wanted)))
        precision, recall, f1 = (sum(each) / len(figures) for each in zip(*figures, strict=True))
        print(f"  {label:6}{precision:8.4f}{recall:8.4f}{f1:8.4f}", flush=True)


def shipped(article: TaggedArticle) -> Iterator[tuple[int, int, str]]:
    """Yield the names that the shipped reader finds in an article, by the tokens of the file."""
    yield from names_of(pipeline().document(Article("", article.text)), article)


def tagged(article: TaggedArticle, tagger: Tagger) -> Iterator[tuple[int, int, str]]:
    """Yield the names that the model finds in an article, by the tokens of the file."""
    document, named = laid_out(article)
    for tag in tagger.tags(document, named, bytearray(len(document.tokens))):
        first, end = article.touched(document.tokens[tag.first].start, document.tokens[tag.end - 1].end)
        yield first, end, tag.label


def laid_out(article: TaggedArticle) -> tuple[Document, dict[int, str]]:
    """Return an article with the features that tables give its words."""
    document = segment(Article("", article.text))
    known = known_names(document)
    return document, name_features(known.found, known.titles)


def learnt_rows(article: TaggedArticle) -> Iterator[Rows]:
    """Yield the features and labels of an article's sentences."""
    document, named = laid_out(article)
    tokens = document.tokens
    starts = [token.start for token in tokens]
    labels = ["O"] * len(tokens)
    for name in article.names:
        first = bisect_left(starts, article.starts[name.first])
        for place in range(first, bisect_left(starts, article.ends[name.end - 1])):
            labels[place] = f"{'B' if place == first else 'I'}-{name.tag}"
    for sentence in document.sentences:
        places = range(sentence.first, sentence.end)
        words = [[*word_features(tokens[place].folded), *named.get(place, "").split()] for place in places]
        yield list(in_reach(words)), labels[sentence.first : sentence.end]


def in_reach(words: Sequence[Sequence[str]]) -> Iterator[list[str]]:
    """Yield for each word the features of all words in reach, marked with their distance."""
    for place in range(len(words)):
        features: list[str] = []
        for distance in range(-REACH, REACH + 1):
            inside = 0 <= place + distance < len(words)
            features += reaching(words[place + distance] if inside else [EDGE], distance)
        yield features


def learn(sentences: Iterable[Rows]) -> Weights:
    """Return the weights learnt from sentences."""
    trainer = pycrfsuite.Trainer("lbfgs", verbose=False)
    trainer.set_params(PARAMETERS)
    for features, labels in sentences:
        trainer.append(features, labels)
    with TemporaryDirectory() as folder:
        path = str(Path(folder) / "model")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        learnt = tagger.info()
        tagger.close()
    weights: dict[str, dict[tuple[int, int], float]] = defaultdict(dict)
    for (marked, label), weight in learnt.state_features.items():
        distance, feature = (
            int(marked[: marked.index(next(c for c in marked if c not in "-012"))]),
            marked.lstrip("-012"),
        )
        for own in range(len(LABELS)) if label == "O" else [LABELS.index(label)]:
            taken = -weight if label == "O" else weight
            weights[feature][distance, own] = weights[feature].get((distance, own), 0.0) + taken
    order = [*LABELS, "O"]
    steps = [[learnt.transitions.get((one, other), 0.0) for other in order] for one in order]
    return Weights({feature: pack(own) for feature, own in weights.items()}, steps)


def read_fane(path: Path) -> Iterator[TaggedArticle]:
    """Yield the articles of a FANE file, its clitics joined to their words."""
    lines: list[Line] = []
    breaks: set[int] = set()
    for sentence in fane_sentences(path):
        breaks.add(len(lines))
        lines += joined(sentence)
        if len(lines) >= ARTICLE_TOKENS:
            yield make_article(lines, breaks)
            lines, breaks = [], set()
    if lines:
        yield make_article(lines, breaks)


def fane_sentences(path: Path) -> Iterator[list[Line]]:
    """Yield the sentences of a FANE file with the tags of four classes."""
    sentence: list[Line] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            word, _, tag = line.strip().replace("\t", " ").rpartition(" ")
            if word:
                label = CLASSES.get(tag[2:])
                sentence.append((word, f"{tag[:2]}{label}" if label else "O"))
            elif sentence:
                yield sentence
                sentence = []
    if sentence:
        yield sentence


def joined(sentence: Sequence[Line]) -> list[Line]:
    """Return a sentence with conjunctions and prepositions joined to the next word, pronouns to the one before."""
    words: list[Line] = []
    front = ""
    for place, (written, tag) in enumerate(sentence):
        word = written
        after = sentence[place + 1][0] if place + 1 < len(sentence) else ""
        if word in PREFIXES and tag == "O" and ARABIC.fullmatch(after) and len(after) > 1:
            front += word
            continue
        if (
            word in PRONOUNS
            and tag == "O"
            and not front
            and words
            and words[-1][1] == "O"
            and ARABIC.fullmatch(words[-1][0])
        ):
            stem = words[-1][0]
            words[-1] = ((stem[:-1] + "ت" if stem.endswith("ة") else stem) + word, "O")
            continue
        if front.endswith("ل") and word.startswith("ال"):
            word = word[1:]
        elif word.startswith("لال") and len(word) > 5:
            word = "لل" + word[3:]
        words.append((front + word, tag))
        front = ""
    return words


if __name__ == "__main__":
    main(sys.argv[1:])
