"""hudna read, explain and schema, in process."""

import json
import re
import sys
import types

import jsonschema
import pytest
from typer.testing import CliRunner

from hudna.cli.main import app
from hudna.model import HudnaError

ARTICLE = {
    "id": "a1",
    "source": "صحيفة المثال",
    "published": "2017-07-05",
    "title": "اتصال",
    "text": "تحادث علي شمخاني هاتفيا أمس مع نيكولاي باتروشيف.\nوقال شمخاني إن «الحل سياسي».",
}


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "one.jsonl").write_text(json.dumps(ARTICLE, ensure_ascii=False), encoding="utf-8")

    def invoke(*arguments, text=None):
        return CliRunner().invoke(app, [str(each) for each in arguments], input=text)

    return invoke


def test_read_prints_one_valid_line_an_article(run):
    """Every line validates against what `hudna schema` prints."""
    schema = json.loads(run("schema").stdout)
    result = run("read", "--format", "jsonl", "one.jsonl", "one.jsonl")

    lines = result.stdout.splitlines()
    assert 2 == len(lines)
    assert 0 == result.exit_code
    for line in lines:
        jsonschema.validate(json.loads(line), schema)


def test_read_json_is_one_array(run):
    """The form json is the same lines as one array."""
    lines = run("read", "--format", "jsonl", "one.jsonl", "one.jsonl").stdout.splitlines()

    assert [json.loads(line) for line in lines] == json.loads(
        run("read", "--format", "json", "one.jsonl", "one.jsonl").stdout
    )


def test_read_table_tells_who_said_what(run):
    """The table names the speaker and keeps the article's words."""
    told = run("read", "one.jsonl").stdout

    assert "شمخاني" in told
    assert "5 July 2017" in told


def test_read_speaks_arabic(run):
    """Labels follow the language asked for."""
    assert "5 تموز/يوليو 2017" in run("read", "--language", "ar", "one.jsonl").stdout


def test_read_tells_each_refusal_and_goes_on(run):
    """One bad path costs one line on standard error, nothing else."""
    result = run("read", "--format", "jsonl", "missing.txt", "one.jsonl")

    assert "missing.txt: no such file or folder\n" == result.stderr
    assert 1 == len(result.stdout.splitlines())
    assert 0 == result.exit_code


def test_read_fails_when_nothing_can_be_read(run):
    """The exit status is 2, and standard output stays empty."""
    result = run("read", "--format", "jsonl", "missing.txt")

    assert 2 == result.exit_code
    assert "" == result.stdout


def test_read_takes_standard_input(run):
    """A dash is standard input."""
    result = run("read", "--format", "jsonl", "--published", "2017-07-05", "-", text="قال لافروف إن الهدنة صامدة.")

    assert "2017-07-05" == json.loads(result.stdout)["article"]["published"]["earliest"]


def test_read_writes_a_whole_file(run, tmp_path):
    """Nothing goes to standard output, and no half-written file is left beside."""
    result = run("read", "--format", "jsonl", "-o", "out.jsonl", "one.jsonl")

    assert "" == result.stdout
    assert "a1" == json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))["article"]["id"]
    assert [] == list(tmp_path.glob("*.part"))


def test_output_that_cannot_be_written_is_one_line(run):
    """The error names the file."""
    result = run("read", "-o", "no/such/folder.txt", "one.jsonl")

    assert isinstance(result.exception, HudnaError)
    assert str(result.exception).startswith("no/such/folder.txt")


@pytest.mark.parametrize(
    "wrong", [["read"], ["read", "--format", "xml", "one.jsonl"], ["read", "--jobs", "0", "one.jsonl"]]
)
def test_wrong_calls_exit_with_two(run, wrong):
    """A call that can't be understood is told as such."""
    assert 2 == run(*wrong).exit_code


def test_explain_prints_a_tree(run):
    """The rule and the words it covers are named."""
    text = ARTICLE["text"]
    result = run("explain", "one.jsonl", "--at", text.index("أمس"))

    assert 0 == result.exit_code
    assert "أمس" in result.stdout
    assert "the day before publication on 5 July 2017" in result.stdout


def test_explain_takes_the_article_meant(run, tmp_path):
    """Of a file of several articles, the one with the id asked for is explained."""
    other = {"id": "b", "text": "قال لافروف غدا إن الهدنة قائمة.", "published": "2018-03-01"}
    lines = [json.dumps(each, ensure_ascii=False) for each in (ARTICLE, other)]
    (tmp_path / "two.jsonl").write_text("\n".join(lines), encoding="utf-8")

    told = run("explain", "two.jsonl", "--at", other["text"].index("غدا"), "--article", "b").stdout

    assert "غدا" in told.splitlines()[0]
    assert "no article c" in str(run("explain", "two.jsonl", "--at", 0, "--article", "c").exception)


def test_explain_refuses_an_offset_outside(run):
    """An offset beyond the text is told with the text's length."""
    assert "outside the text" in str(run("explain", "one.jsonl", "--at", 9999).exception)


def test_bidi_needs_its_extra(run, monkeypatch):
    """Asked for and missing, the extra is named."""
    monkeypatch.setitem(sys.modules, "bidi", None)

    assert "hudna[bidi]" in str(run("read", "--bidi", "on", "one.jsonl").exception)


def test_bidi_orders_within_cells(run, monkeypatch):
    """Cells are ordered one by one, so that columns and indents stay where they are."""
    reverser = types.ModuleType("bidi")
    reverser.get_display = lambda text: text[::-1]
    monkeypatch.setitem(sys.modules, "bidi", reverser)
    plain = run("read", "--bidi", "off", "one.jsonl").stdout.splitlines()
    ordered = run("read", "--bidi", "on", "one.jsonl").stdout.splitlines()

    assert [re.sub(r"\S+(?: \S+)*", lambda cell: cell[0][::-1], line) for line in plain] == ordered
    assert [len(line) for line in plain] == [len(line) for line in ordered]
