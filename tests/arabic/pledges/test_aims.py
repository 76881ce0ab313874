"""What would fulfil a pledge, by its words."""

import pytest

from hudna.arabic.pledges.aims import Aim, aim_of


@pytest.mark.parametrize(
    ("words", "aim"),
    [
        ("الإفراج عن جميع الأسرى", Aim("measure", "release")),
        ("بوقف إطلاق النار شهرا", Aim("measure", "ceasefire")),
        ("ستنسحب من البلدة", Aim("measure", "withdrawal")),
        ("سينسحبون من الاتفاق", Aim("measure", "agreement", "ended")),
        ("تنفيذ ضربات على مواقع", Aim("incident", "force")),
        ("سيلتقي نظيره غدا", Aim("contact", "meeting")),
        ("إعلان هدنة في الحي", Aim("measure", "ceasefire")),
        ("إقامة منطقة منزوعة السلاح", Aim("measure", "zone")),
    ],
)
def test_the_act_at_the_head_says_what_would_fulfil_it(words, aim):
    """A noun with its clitics, a verb in any person, or what the verb before it carries."""
    assert aim == aim_of(words)


@pytest.mark.parametrize(
    "words",
    ["عدم الانسحاب من المدينة", "لن ينسحب", "مراقبة عملية سحب السلاح", "بذل الجهود كلها", "التشاور بشأن هدنة", ""],
)
def test_what_the_words_are_about_is_no_aim(words):
    """Words taken back, or further in, are not what is pledged."""
    assert aim_of(words) is None
