"""The model of names: its sums, its decoding, its file, and what text can do to it."""

import itertools
import random
import struct

import pytest

from hudna.arabic.names.decoding import Decoder, Tag
from hudna.arabic.names.features import EDGE, REACH, word_features
from hudna.arabic.names.learned import tagger
from hudna.arabic.names.tagging import ANY, Tagger, scores_of
from hudna.arabic.names.weights import LABELS, SCALE, Weights, pack, read_weights, sum_bytes, write_weights

OUTSIDE = len(LABELS)
FREE = [[-0.5] * OUTSIDE + [0.0] for _ in range(OUTSIDE + 1)]


def weights_of(features, steps=FREE):
    return Weights({feature: pack(own) for feature, own in features.items()}, steps)


def sums_of(weights, words):
    edges = [sum_bytes(weights.total([EDGE]))] * REACH
    return [*edges, *(sum_bytes(weights.total([word])) for word in words), *edges]


def tags(weights, words):
    found = Tagger(weights).names(sums_of(weights, words), bytes(len(words)))
    return [(tag.first, tag.end, tag.label) for tag in found]


def test_a_word_adds_to_itself_and_to_its_neighbours():
    """Distance 0 is the word's own label; at -1 a title tells on the word behind it."""
    model = weights_of({"title": {(-1, 0): 3.0, (0, 0): -9.0}, "name": {(0, 0): 2.0}, "other": {(0, 0): -4.0}})
    assert [(1, 2, "PERS")] == tags(model, ["title", "name", "other"])
    assert [] == tags(model, ["title", "other"])


def test_fields_of_either_sign_do_not_run_into_each_other():
    model = weights_of(
        {"a": {(0, 0): -1.5, (0, 1): 2.25, (1, 7): -400.0}, "b": {(0, 0): 0.5, (0, 7): -0.5, (-2, 0): 100.0}}
    )
    scores = scores_of(sums_of(model, ["a"])).to_bytes(16, "little")
    assert [field - 0x8000 for field in struct.unpack("<8H", scores)] == [round(-1.5 * SCALE), 144, *[0] * 6]
    blocks = struct.iter_unpack("<8H", sum_bytes(model.total(["a", "b"])))
    fields = [[field - 0x8000 for field in block] for block in blocks]
    assert fields[REACH] == [-SCALE, 144, 0, 0, 0, 0, 0, -SCALE / 2]
    assert fields[2 * REACH] == [100 * SCALE, *[0] * 7]
    assert fields[REACH - 1] == [*[0] * 7, -400 * SCALE]


def test_the_sums_of_many_words_are_laid_over_each_other():
    """Against adding each word's weights up, more words than masks are made for at once."""
    chance = random.Random(0)
    words = [chance.choice("abcde") for _ in range(300)]
    own = {
        word: {(distance, label): chance.randint(-900, 900) / SCALE for distance in range(-2, 3) for label in range(8)}
        for word in "abcde"
    }
    model = weights_of(own)
    scores = scores_of(sums_of(model, words)).to_bytes(16 * len(words), "little")
    for place, block in enumerate(struct.iter_unpack("<8H", scores)):
        for label in range(8):
            near = range(max(0, place - 2), min(len(words), place + 3))
            wanted = sum(own[words[other]][other - place, label] for other in near)
            assert wanted == (block[label] - 0x8000) / SCALE


@pytest.mark.parametrize("seed", range(20))
def test_the_best_row_of_labels_is_found(seed):
    """Against all rows of labels for four words, with random weights and steps."""
    chance = random.Random(seed)
    steps = [[chance.uniform(-2, 2) for _ in range(OUTSIDE + 1)] for _ in range(OUTSIDE + 1)]
    words = list("abcd")
    own = {word: {(0, label): chance.uniform(-3, 3) for label in range(OUTSIDE)} for word in words}
    best, best_score = (), -1e9
    for row in itertools.product(range(OUTSIDE + 1), repeat=4):
        path = (OUTSIDE, *row, OUTSIDE)
        if any(
            label < OUTSIDE and label % 2 and before not in {label, label - 1}
            for before, label in itertools.pairwise(path)
        ):
            continue
        score = sum(steps[one][other] for one, other in itertools.pairwise(path))
        score += sum(
            round(own[word].get((0, label), 0) * SCALE) / SCALE for word, label in zip(words, row, strict=True)
        )
        if score > best_score:
            best, best_score = row, score
    model = weights_of(own, steps)
    rows = [[*(round(own[word][0, label] * SCALE) / SCALE for label in range(OUTSIDE)), 0.0] for word in words]
    assert list(best) == Decoder(model.steps, ANY).best(rows)


def test_odds_are_against_no_name_at_all():
    steps = [[0.0] * (OUTSIDE + 1) for _ in range(OUTSIDE + 1)]
    steps[OUTSIDE][0] = -1.0
    model = weights_of({"name": {(0, 0): 4.0}}, steps)
    sums = sums_of(model, ["name"])
    assert [Tag(0, 1, "PERS", 3.0)] == list(Tagger(model).names(sums, bytes(1)))
    assert [] == list(Tagger(model).names(sums, b"\1"))
    assert [] == list(Tagger(model, {"PERS": 3.5, "ORG": 1.0}).names(sums, bytes(1)))
    assert [] == list(Tagger(model, {"LOC": 1.0}).names(sums, bytes(1)))


@pytest.mark.parametrize("seed", range(20))
def test_what_is_not_asked_for_is_all_that_is_left_out(seed):
    """Against all names: those of the least odds, of words not known, are found as they were."""
    chance = random.Random(seed)
    steps = [[chance.uniform(-2, 2) for _ in range(OUTSIDE + 1)] for _ in range(OUTSIDE + 1)]
    model = weights_of({word: {(0, label): chance.gauss(0, 3) for label in range(OUTSIDE)} for word in "abcdef"}, steps)
    words = [chance.choice("abcdef") for _ in range(40)]
    known = bytes(chance.random() < 0.4 for _ in words)
    sums = sums_of(model, words)
    least = {"PERS": 1.0, "LOC": 2.0, "ORG": 4.0}

    def asked(tagger):
        found = tagger.names(sums, known)
        return [tag for tag in found if tag.odds >= least.get(tag.label, 1e9) and not any(known[tag.first : tag.end])]

    assert asked(Tagger(model)) == asked(Tagger(model, least))


def test_a_model_is_read_as_it_was_written():
    model = weights_of({"a": {(-2, 0): -1.5, (2, 7): 3.0}, "b": {(0, 3): 0.25}})
    assert model == read_weights(write_weights(model))


def test_a_word_is_summed_as_its_features_are():
    weights = tagger()._weights
    for word in ("وقحطان", "دمشق", "2018", "و", "المسؤولين", "سيرغيف"):
        assert sum_bytes(weights.total(word_features(word))) == tagger()._words[word]


def test_features_of_a_word():
    """Numbers are one word; a clitic is told apart from a word that has a class."""
    assert "w0" in word_features("2018")
    assert {"bقحطان", "acو"} <= set(word_features("وقحطان"))
    assert "-" not in {feature[1:] for feature in word_features("دمشق") if feature[0] == "k"}


def test_the_tagger_is_loaded_once():
    assert tagger() is tagger()
