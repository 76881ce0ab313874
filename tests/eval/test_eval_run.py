"""Gold sets, readings, floors and the command."""

import json
from types import SimpleNamespace

import pytest
from scored import TEXT, at, contact, statement
from typer.testing import CliRunner

from eval.__main__ import app
from eval.dev2018 import modernise
from eval.figures import Found, Tally, figures_of
from eval.floors import FLOORS, Floor, check_floors, dump_floors, load_floors, raise_floors
from eval.gold import GoldError, digest_of_text, load_gold
from eval.parse import parse_sheet
from eval.readings import Readings, read_now
from eval.run import agreement, evaluate
from factories import make_article, make_reading

CLI = CliRunner()
GOLD = [statement("s1", [at(1, 5)], "a"), statement("s2", [at(10, 20)], "b")]


@pytest.fixture
def gold_file(tmp_path):
    """Return a gold file of two articles of one text, one of them only scored, with their texts beside it."""
    article = {"digest": digest_of_text(TEXT), "statements": GOLD, "contacts": []}
    articles = {"one": article, "two": article | {"part": "scored"}}
    path = tmp_path / "mine.json"
    path.write_text(json.dumps({"source": "texts.jsonl", "articles": articles}), encoding="utf-8")
    lines = [json.dumps({"id": key, "text": TEXT, "title": "t000 t001"}) for key in articles]
    (tmp_path / "texts.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return path


def reading(key, text=TEXT, **layers):
    return {"article": {"id": key, "title": None}, "text": text, "statements": [], "contacts": []} | layers


def run(*arguments):
    return CLI.invoke(app, [str(each) for each in arguments])


def test_interval_of_a_right_and_a_wrong_article_is_everything():
    """Drawn twice from two articles, one time in four both are the wrong one, one time in four both the right one."""
    tallies = [Tally(found={"right": Found(1, 1, 1)}), Tally(found={"right": Found(0, 1, 1)})]
    figure = figures_of(tallies)["right"]
    assert (figure["f1"], figure["low"], figure["high"]) == (0.5, 0, 1)
    assert figure == figures_of(tallies)["right"]


def test_interval_of_one_article_is_its_figure():
    figure = figures_of([Tally(found={"right": Found(1, 2, 1)})])["right"]
    assert figure["low"] == figure["f1"] == figure["high"] == 0.6667


def test_readings_are_found_by_text_first_then_by_id(gold_file, tmp_path):
    gold = load_gold(str(gold_file), tmp_path)
    readings = Readings([reading("two", statements=GOLD), reading("one"), reading("three", "another text")])
    result = evaluate(gold, readings, ["statements"])
    assert result.figures["statements"]["right"]["right"] == 2
    assert not result.unread
    other_text = evaluate(gold, Readings([reading("one", TEXT + " more", statements=GOLD)]), ["statements"])
    assert other_text.unread == ["one", "two"]
    assert other_text.figures["statements"]["right"]["r"] == 0


def test_two_readers_are_measured_against_each_other(gold_file, tmp_path):
    gold = load_gold(str(gold_file), tmp_path)
    values = json.loads(gold_file.read_text(encoding="utf-8"))
    values["articles"] = {"one": {"digest": digest_of_text(TEXT), "statements": GOLD[:1]}}
    (tmp_path / "second.json").write_text(json.dumps(values), encoding="utf-8")
    second = load_gold(str(tmp_path / "second.json"), tmp_path)
    figure = agreement(gold, second, ["statements"]).figures["statements"]["right"]
    assert (figure["p"], figure["r"]) == (1, 0.5)
    (tmp_path / "third.json").write_text(json.dumps(values | {"articles": {}}), encoding="utf-8")
    third = agreement(gold, load_gold(str(tmp_path / "third.json"), tmp_path), ["statements"])
    assert third.unread == ["one", "two"]
    shown = run("statements", "--gold", gold_file, "--against", tmp_path / "second.json", "--data", tmp_path)
    assert "1.000  0.500" in shown.output


def test_layers_without_annotation_have_no_figures(gold_file, tmp_path):
    result = evaluate(load_gold(str(gold_file), tmp_path), Readings([]), ["statements", "names"])
    assert list(result.figures) == ["statements"]


def test_headlines_that_were_not_annotated_are_left_out(gold_file, tmp_path):
    values = json.loads(gold_file.read_text(encoding="utf-8"))
    gold_file.write_text(json.dumps(values | {"titles": [], "lacks": ["statements.cue"]}), encoding="utf-8")
    headline = statement("s3", [[0, 4]], "a", **{"in": "title"})
    readings = Readings([reading("one", statements=[*GOLD, headline])])
    figures = evaluate(load_gold(str(gold_file), tmp_path), readings, ["statements"]).figures["statements"]
    assert figures["right"]["p"] == 1
    assert "cue" not in figures


def test_a_changed_text_is_refused(gold_file, tmp_path):
    lines = [json.dumps({"id": key, "text": "other"}) for key in ("one", "two")]
    (tmp_path / "texts.jsonl").write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(GoldError, match="article one is not the annotated text"):
        load_gold(str(gold_file), tmp_path)


def test_older_gold_is_read_in_todays_words():
    span = [0, 4]
    older = {
        "statements": [{"speaker": "تركيا وروسيا", "speaker_is": "جمال", "cue": span, "content": [span]}],
        "contacts": [
            {"kind": "talks", "status": "failed", "participants": [{"name": "a", "side": "b"}], "evidence": [span]}
        ],
        "measures": [
            {"kind": "zone", "parties": [], "statuses": [["agreed"], ["ended", "2018-01-01", None]], "evidence": [span]}
        ],
        "incidents": [
            {"kind": "ground_attack", "accuser": "a", "killed": [3, None], "wounded": [2, 2], "evidence": [span]},
            {"kind": "other_breach", "killed": [0, 9], "wounded": [0, 9], "evidence": [span]},
        ],
        "pledges": [{"who": "a", "what": span, "due": ["2018-01-01", "2018-01-02"]}],
    }
    found = parse_sheet(modernise(older))
    speaker = found.statements[0].speakers[0]
    assert speaker.names == ("تركيا وروسيا", "جمال")
    assert [part.names[0] for part in speaker.parts] == ["تركيا", "روسيا"]
    assert found.contacts[0].statuses == {"not_held", "no_agreement"}
    assert [each.days for each in found.measures[0].positions] == [None, ("2018-01-01", None)]
    assert found.incidents[0].kinds == {"ground_attack", "small_arms", "territory_taken"}
    assert found.incidents[0].tolls == (("killed", 3, None), ("wounded", 2, 2))
    assert found.incidents[1].tolls == (("killed_or_wounded", 9, 9),)
    assert found.pledges[0].kinds == {"promise", "threat", "ultimatum", "schedule"}


def test_a_round_without_agreement_fits_the_older_failed():
    found = parse_sheet({"contacts": [contact("c1", [at(1)], "a", outcome="no_agreement")]})
    assert found.contacts[0].statuses == {"held", "no_agreement"}


def floor(at_least, highest=0.0, reason="", figure="statements.right.f1"):
    return Floor(gold="samples", figure=figure, at_least=at_least, highest=highest, reason=reason)


FIGURES = {"samples": {"statements": {"right": {"f1": 0.8125}, "speakers": {"share": None}}}}


@pytest.mark.parametrize(
    ("given", "faults"),
    [
        (floor(0.8, 0.8), 0),
        (floor(0.82, 0.82), 1),
        (floor(0.7, 0.8), 1),
        (floor(0.7, 0.8, "a rule was too bold"), 0),
        (floor(0.0, figure="statements.speakers.share"), 0),
        (floor(0.0, figure="statements.nothing.f1"), 1),
    ],
)
def test_check_floors(given, faults):
    assert len(check_floors([given], FIGURES)) == faults


def test_raise_floors_never_lowers():
    raised = raise_floors([floor(0.5), floor(0.9, 0.9), floor(0.6, 0.9, "known")], FIGURES)
    assert [(each.at_least, each.highest, each.reason) for each in raised] == [
        (0.812, 0.812, ""),
        (0.9, 0.9, ""),
        (0.812, 0.9, "known"),
    ]


def test_floors_come_back_from_their_file(tmp_path):
    floors = [floor(0.5, 0.6, 'so "it" is')]
    (tmp_path / "floors.toml").write_text(dump_floors(floors), encoding="utf-8")
    assert load_floors(tmp_path / "floors.toml") == floors


def test_every_floor_of_the_project_names_a_figure(tmp_path):
    floors = load_floors(FLOORS)
    tasks = sorted({each.figure.split(".")[0] for each in floors})
    figures = {"samples": evaluate(load_gold("samples", tmp_path), Readings([]), tasks).figures}
    assert not [fault for fault in check_floors(floors, figures) if "no such figure" in fault]


def test_command_prints_json(gold_file, tmp_path):
    lines = [json.dumps(reading(key, statements=GOLD[:1])) for key in ("one", "two")]
    (tmp_path / "readings.jsonl").write_text("\n".join(lines), encoding="utf-8")
    common = ("--gold", gold_file, "--data", tmp_path, "--readings", tmp_path / "readings.jsonl")
    found = json.loads(run("statements", *common, "--json").stdout)
    assert (found["right"]["p"], found["right"]["r"], found["right"]["f1"]) == (1, 0.5, 0.6667)
    assert json.loads(run("all", *common, "--json").stdout)["statements"]["right"] == found["right"]
    assert json.loads(run("statements", *common, "--part", "scored", "--json").stdout)["articles"] == 1
    shown = run("statements", *common, "--details").stdout
    assert "== one" in shown
    assert "== two" not in shown
    assert "[[w010 w011" in shown


def test_command_says_what_is_missing(tmp_path):
    found = run("all", "--data", tmp_path / "nowhere")
    assert found.exit_code == 2
    assert "HUDNA_DATA" in found.stderr
    assert run("all", "--gold", "nosuch").exit_code == 2
    assert run("all", "--gold", "samples", "--readings", tmp_path / "none.jsonl").exit_code == 2


def test_articles_are_read_by_the_program_when_it_can(gold_file, tmp_path, monkeypatch):
    """The program is given the texts and days of the set; what it refuses counts as unread."""
    given = []

    def read(paths):
        given.extend(json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines())
        yield make_reading(make_article(given[0]["text"], id="one"))
        yield "refused"

    monkeypatch.setattr("eval.readings.importlib.util.find_spec", lambda _: True)
    monkeypatch.setattr("eval.readings.importlib.import_module", lambda _: SimpleNamespace(read=read))
    gold = load_gold(str(gold_file), tmp_path)
    readings = read_now(gold)
    assert [(each["id"], each["title"]) for each in given] == [("one", "t000 t001"), ("two", "t000 t001")]
    assert readings.of(digest_of_text(TEXT), "one") is not None
    assert readings.of(digest_of_text("other"), "one") is None
