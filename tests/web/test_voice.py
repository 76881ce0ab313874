"""The words of the pages: complete in both languages."""

import re
import string
import tomllib
from pathlib import Path

import pytest

import hudna
from hudna.export.words import Language
from hudna.model.records import Attendance, Directness, Manner, Polarity, Role, TollOutcome
from hudna.processes import load_processes
from hudna.web.facts import _UNSAID
from hudna.web.marks import LAYERS
from hudna.web.voice import Look, load_voice, parse_look

AR, EN = load_voice(Language.AR, Look()), load_voice(Language.EN, Look())


def _keys(catalogue, path=()):
    for key, value in catalogue.items():
        if isinstance(value, dict) and path[:1] != ("count",):
            yield from _keys(value, (*path, key))
        else:
            yield (*path, key)


def _slots(pattern):
    return {name for _, name, _, _ in string.Formatter().parse(pattern) if name}


def test_languages_have_the_same_keys():
    """Nothing is said in one language only."""
    assert sorted(_keys(EN.catalogue)) == sorted(_keys(AR.catalogue))


def test_translations_use_the_same_arguments():
    """A sentence names the same things in both languages."""
    own = Path(hudna.__file__).parent / "web" / "translations" / "en.toml"
    for section, words in tomllib.loads(own.read_text(encoding="utf-8")).items():
        for key, text in words.items():
            if isinstance(text, str):
                assert _slots(text) == _slots(AR.catalogue[section][key]), (section, key)


@pytest.mark.parametrize(
    ("section", "values"),
    [
        ("toll", TollOutcome),
        ("role", Role),
        ("attendance", Attendance),
        ("directness", Directness),
        ("manner", Manner),
        ("polarity", Polarity),
        ("layer", LAYERS),
        ("process", [process.id for process in load_processes()]),
    ],
)
def test_every_value_has_words(section, values):
    """A value of the format can be said on a page."""
    assert {str(value) for value in values} <= AR.catalogue[section].keys()


def test_every_field_of_a_record_has_words():
    """A field that the format gains is said in words, or the test says that it has none."""
    from dataclasses import fields

    from hudna.model import Conduct, Contact, Incident, Measure, Pledge, Position, Statement

    records = (Contact, Measure, Position, Incident, Conduct, Pledge, Statement)
    names = {field.name for record in records for field in fields(record)}

    assert set() == names - _UNSAID - AR.catalogue["field"].keys()


def test_templates_say_only_what_has_words():
    """Every key that a template names by itself stands in the catalogues."""
    used = set()
    for path in (Path(hudna.__file__).parent / "web").rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        used |= set(re.findall(r"""\bt\(["']([a-z_]+)["'], ["']([a-z_]+)["'][,)]""", text))
        used |= {("count", noun) for noun in re.findall(r"""\bt\.count\(["']([a-z_]+)["']""", text)}
    assert used

    assert [] == sorted(pair for pair in used if pair[1] not in AR.catalogue.get(pair[0], {}))


@pytest.mark.parametrize("cookie", ["", "x", "arabic", "arabic.nowhere", "latin.usual.more", "\x00"])
def test_a_spoilt_cookie_is_the_usual_look(cookie):
    """What can't be read is passed over."""
    assert Look() == parse_look(cookie)
