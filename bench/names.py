"""`python -m bench.names FILE.conll`: our names beside spaCy's, learnt from the same lines and asked about the same block.

Four fifths of a file of `token TAG` lines in ANERcorp's tags are learnt from and the last fifth is asked about, the fifths
in one piece each, as by `python -m training.names measure`. spaCy is a blank `ar` pipeline with its own named-entity
component; a tenth of the lines learnt from is held back to choose the round it stops at. It is given the file's tokens
for the score, and cuts up the text itself for the clock. It is no dependency: `pip install "spacy>=3.8,<3.9"` beside
python-crfsuite. Each program answers in a process of its own, so that its memory is its own.
"""

import argparse
import json
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from bench.measure import use_one_core
from eval.names_conll import TaggedArticle, read_tagged

FOLDS = 5
ROUNDS = 12
HELD_BACK = 10
ASKED = 7
_KIB = 1024

Answer = tuple[int, int, str]
Example = tuple[list[str], list[Answer]]


def main() -> int:
    """Learn, ask, print."""
    parser = argparse.ArgumentParser(prog="python -m bench.names", description=__doc__)
    parser.add_argument("file", type=Path, help="lines of `token TAG`")
    parser.add_argument("--ask", nargs=2, metavar=("WHO", "MODEL"), help=argparse.SUPPRESS)
    parser.add_argument(
        "--rounds", type=int, default=ROUNDS, help=f"rounds that spaCy learns at most (default {ROUNDS})"
    )
    given = parser.parse_args()
    use_one_core()
    if given.ask:
        print(json.dumps(ask(given.ask[0], given.ask[1], blocks(given.file)[1])))
        return 0
    learnt, _ = blocks(given.file)
    learners = {"hudna": learn_ours, "spacy": learn_theirs}
    took = {}
    with TemporaryDirectory() as folder:
        for who, learn in learners.items():
            began = time.perf_counter()
            learn(learnt, Path(folder) / who, given.rounds)
            took[who] = round(time.perf_counter() - began)
        for who in learners:  # one after the other, so that the machine is as busy for both
            command = [sys.executable, "-m", "bench.names", str(given.file), "--ask", who, str(Path(folder) / who)]
            answer = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)
            print(json.dumps({"name": who, "learnt_in_seconds": took[who], **answer}), flush=True)
    return 0


def blocks(file: Path) -> tuple[list[TaggedArticle], list[TaggedArticle]]:
    """Return the articles to learn from and those to ask about."""
    articles = read_tagged(file)
    last = next(n for n in range(len(articles)) if n * FOLDS // len(articles) == FOLDS - 1)
    return articles[:last], articles[last:]


def learn_ours(articles: Sequence[TaggedArticle], model: Path, _: int) -> None:
    from hudna.arabic.names.weights import write_weights
    from training.names import learn, learnt_rows

    model.write_bytes(write_weights(learn([rows for article in articles for rows in learnt_rows(article)])))


def learn_theirs(articles: Sequence[TaggedArticle], model: Path, rounds: int) -> None:
    """Keep the pipeline of the round that does best on the lines held back."""
    import spacy
    from spacy.training import Example as Made
    from spacy.util import fix_random_seed, minibatch

    fix_random_seed(0)
    chance = random.Random(0)
    nlp = spacy.blank("ar")
    ner = nlp.add_pipe("ner")
    examples = [
        Made.from_dict(doc_of(nlp, words), {"entities": list(offsets(words, names))})
        for article in articles
        for words, names in sentences(article)
    ]
    held = examples[-len(examples) // HELD_BACK :]
    own = examples[: len(examples) - len(held)]
    for label in ("PERS", "LOC", "ORG", "MISC"):
        ner.add_label(label)
    optimizer = nlp.initialize(lambda: own)
    best = -1.0
    for number in range(rounds):
        chance.shuffle(own)
        for batch in minibatch(own, size=32):
            nlp.update(batch, sgd=optimizer, drop=0.1)
        with nlp.use_params(optimizer.averages):
            score = float(nlp.evaluate(held)["ents_f"] or 0)
            print(f"round {number + 1}: {score:.4f} on the lines held back", file=sys.stderr, flush=True)
            if score > best:
                best = score
                nlp.to_disk(model)


def doc_of(nlp: Any, words: Sequence[str]) -> Any:
    from spacy.tokens import Doc

    return Doc(nlp.vocab, words=list(words))


def offsets(words: Sequence[str], names: Sequence[Answer]) -> Iterator[Answer]:
    """Yield names by characters, the words one space apart."""
    starts = [sum(len(word) + 1 for word in words[:place]) for place in range(len(words) + 1)]
    for first, end, tag in names:
        yield starts[first], starts[end] - 1, tag


def sentences(article: TaggedArticle) -> Iterator[Example]:
    """Yield the words of each line of an article with its names by word."""
    tokens = list(zip(article.starts, article.ends, strict=True))
    words = [article.text[start:end] for start, end in tokens]
    first = 0
    for place in range(1, len(words) + 1):
        ends = place == len(words) or article.text[tokens[place][0] - 1] == "\n" or words[place - 1] in {".", "؟", "!"}
        if ends:
            names = [
                (n.first - first, n.end - first, n.tag) for n in article.names if first <= n.first and n.end <= place
            ]
            yield words[first:place], names
            first = place


def ask(who: str, model: str, articles: Sequence[TaggedArticle]) -> dict[str, Any]:
    """Return the figures of a learnt model on articles, with its speed on their text and this process's peak memory.

    Seconds are of the processor's time: ``names`` is what finding names takes beside laying out the text (``bare``),
    the medians of some rounds; ``first`` is the round in which every word is met for the first time.
    """
    answers, seconds = (ask_ours if who == "hudna" else ask_theirs)(Path(model), articles)
    right, predicted, gold = Counter[str](), Counter[str](), Counter[str]()
    for article, found in zip(articles, answers, strict=True):
        right.update(tag for _, _, tag in found & {tuple(name) for name in article.names})
        predicted.update(tag for _, _, tag in found)
        gold.update(name.tag for name in article.names)
    f1 = {tag: round(2 * right[tag] / (predicted[tag] + gold[tag]), 4) for tag in sorted(gold)}
    micro = 2 * right.total() / (predicted.total() + gold.total())
    tokens = sum(len(article.starts) for article in articles)
    return {
        "f1": round(micro, 4),
        "f1_by_class": f1,
        "tokens_per_second": {step: round(tokens / taken) for step, taken in seconds.items()},
        "peak_mib": peak_mib(),
    }


def clock(bare: Callable[[], object], all_of_it: Callable[[], object]) -> dict[str, float]:
    """Return the seconds that the processor takes for ``bare``, for all, for the names between, and for all at first."""
    taken: dict[str, list[float]] = {"bare": [], "all": []}
    for _ in range(ASKED):
        for step, do in (("bare", bare), ("all", all_of_it)):
            began = time.process_time()
            do()
            taken[step].append(time.process_time() - began)
    first = taken["all"][0]
    laid_out, whole = median(taken["bare"]), median(taken["all"][1:])
    return {"bare": laid_out, "all": whole, "names": whole - laid_out, "first": first}


def peak_mib() -> int | None:
    """Return this process's peak memory where the system tells it; what `getrusage` says begins with the parent's."""
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="ascii").splitlines() if status.exists() else []
    return next((round(int(line.split()[1]) / _KIB) for line in lines if line.startswith("VmHWM")), None)


def ask_ours(model: Path, articles: Sequence[TaggedArticle]) -> tuple[list[set[Answer]], dict[str, float]]:
    from hudna.arabic.names.tagging import Tagger
    from hudna.arabic.names.weights import read_weights
    from hudna.model import Article
    from hudna.text import segment
    from training.names import laid_out, tagged

    tagger = Tagger(read_weights(model.read_bytes()))
    laid_out(articles[0])  # tables are loaded once, whatever is read
    seconds = clock(
        lambda: [segment(Article("", article.text)) for article in articles],
        lambda: [set(tagged(article, tagger)) for article in articles],
    )
    return [set(tagged(article, tagger)) for article in articles], seconds


def ask_theirs(model: Path, articles: Sequence[TaggedArticle]) -> tuple[list[set[Answer]], dict[str, float]]:
    import spacy

    nlp = spacy.load(model)
    seconds = clock(
        lambda: [nlp.make_doc(article.text) for article in articles],
        lambda: list(nlp.pipe(article.text for article in articles)),
    )
    answers = []
    for article in articles:
        found: set[Answer] = set()
        place = 0
        for words, _ in sentences(article):
            doc = nlp(doc_of(nlp, words))
            found |= {(place + ent.start, place + ent.end, ent.label_) for ent in doc.ents}
            place += len(words)
        answers.append(found)
    return answers, seconds


if __name__ == "__main__":
    sys.exit(main())
