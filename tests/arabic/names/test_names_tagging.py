"""The model of names: its sums, its decoding, its file, and what text can do to it."""

import itertools
import random
import struct

import pytest

from hudna.arabic.names.features import EDGE, REACH, word_features
from hudna.arabic.names.tagging import LABELS, SCALE, Model, Tag, blocks, pack, read_model, tagger, write_model

OUTSIDE = len(LABELS)
FREE = [[-0.5] * OUTSIDE + [0.0] for _ in range(OUTSIDE + 1)]


def model_of(weights, steps=FREE):
    return Model({feature: pack(own) for feature, own in weights.items()}, steps)


def tags(model, words):
    edges = [blocks(model.total([EDGE]))] * REACH
    sums = [*edges, *(blocks(model.total([word])) for word in words), *edges]
    found = model.tags(sums, bytes(len(sums)))
    return [(tag.first - REACH, tag.end - REACH, tag.label) for tag in found]


def test_a_word_adds_to_itself_and_to_its_neighbours():
    """Distance 0 is the word's own label; at -1 a title tells on the word behind it."""
    model = model_of({"title": {(-1, 0): 3.0, (0, 0): -9.0}, "name": {(0, 0): 2.0}, "other": {(0, 0): -4.0}})
    assert [(1, 2, "PERS")] == tags(model, ["title", "name", "other"])
    assert [] == tags(model, ["title", "other"])


def test_fields_of_either_sign_do_not_run_into_each_other():
    model = model_of(
        {"a": {(0, 0): -1.5, (0, 1): 2.25, (1, 7): -400.0}, "b": {(0, 0): 0.5, (0, 7): -0.5, (-2, 0): 100.0}}
    )
    sums = blocks(model.total(["a", "b"]))
    fields = [[field - 0x8000 for field in struct.unpack("<8H", block)] for block in sums]
    assert fields[REACH] == [-SCALE, round(2.25 * SCALE), 0, 0, 0, 0, 0, -SCALE / 2]
    assert fields[0] == [100 * SCALE, *[0] * 7]
    assert fields[REACH + 1] == [*[0] * 7, -400 * SCALE]


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
    model = model_of(own, steps)
    rows = [[*(round(own[word][0, label] * SCALE) / SCALE for label in range(OUTSIDE)), 0.0] for word in words]
    assert list(best) == model._best(rows)


def test_odds_are_against_no_name_at_all():
    steps = [[0.0] * (OUTSIDE + 1) for _ in range(OUTSIDE + 1)]
    steps[OUTSIDE][0] = -1.0
    model = model_of({"name": {(0, 0): 4.0}}, steps)
    sums = list(map(blocks, [0, 0, model.total(["name"]), 0, 0]))
    assert [Tag(2, 3, "PERS", 3.0)] == list(model.tags(sums, bytes(5)))
    assert [] == list(model.tags(sums, b"\1" * 5))


def test_a_model_is_read_as_it_was_written():
    model = model_of({"a": {(-2, 0): -1.5, (2, 7): 3.0}, "b": {(0, 3): 0.25}})
    assert model == read_model(write_model(model))


def test_features_of_a_word():
    """Numbers are one word; a clitic is told apart from a word that has a class."""
    assert "w0" in word_features("2018")
    assert {"bقحطان", "acو"} <= set(word_features("وقحطان"))
    assert "-" not in {feature[1:] for feature in word_features("دمشق") if feature[0] == "k"}


def test_the_tagger_is_loaded_once():
    assert tagger() is tagger()
