"""Every encoding Arabic text comes in, told by its bytes."""

import codecs
import random

import pytest

from hudna.intake.encoding import decode

ARABIC = "اتفق الطرفان في المدينة على هدنة تبدأ صباح الجمعة، وقال الوسيط إن الوثيقة جاهزة للتوقيع.\r\n«لا شروط جديدة»"
PLAIN = ARABIC.replace("«", '"').replace("»", '"')


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (ARABIC.encode(), "utf-8"),
        (codecs.BOM_UTF8 + ARABIC.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + ARABIC.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + ARABIC.encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF32_LE + ARABIC.encode("utf-32-le"), "utf-32-le"),
        (ARABIC.encode("utf-16-le"), "utf-16-le"),
        (ARABIC.encode("utf-16-be"), "utf-16-be"),
        (ARABIC.encode("windows-1256"), "windows-1256"),
    ],
)
def test_decode_tells_the_encoding(data: bytes, encoding: str):
    """The encoding is found without being told, and the text comes back to the letter."""
    decoded = decode(data)

    assert decoded is not None
    assert (encoding, ARABIC) == (decoded.encoding, decoded.text)


def test_decode_iso_8859_6():
    """The older standard is told from Windows-1256, though their alefs share a byte."""
    decoded = decode(PLAIN.encode("iso-8859-6"))

    assert decoded is not None
    assert ("iso-8859-6", PLAIN) == (decoded.encoding, decoded.text)


@pytest.mark.parametrize("hint", ["windows-1252", "iso-8859-6", "utf-8", "rot13", "", None, "no such thing"])
def test_decode_checks_the_hint_against_the_bytes(hint: str | None):
    """A page that names a wrong encoding is read in the right one."""
    decoded = decode(ARABIC.encode("windows-1256"), hint)

    assert decoded is not None
    assert decoded.text == ARABIC


def test_decode_takes_a_hint_for_other_scripts():
    """What no Arabic encoding explains is read as the page says, and refused where it says nothing."""
    russian = "Стороны договорились о перемирии"

    assert decode(russian.encode("windows-1251")) is None
    decoded = decode(russian.encode("windows-1251"), "windows-1251")
    assert decoded is not None
    assert decoded.text == russian


@pytest.mark.parametrize("cut", [1, 40, 51])
def test_decode_refuses_broken_utf_8(cut: int):
    """UTF-8 with a byte missing is not read as something else."""
    data = ARABIC.encode()

    assert decode(data[:cut] + data[cut + 1 :]) is None


def test_decode_refuses_noise():
    """Bytes by chance are no text, with or without NULs."""
    chance = random.Random(7)
    for _ in range(50):
        assert decode(bytes(chance.randrange(1, 256) for _ in range(500))) is None
        assert decode(bytes(chance.randrange(256) for _ in range(5000))) is None


def test_decode_keeps_ascii():
    """Plain ASCII is UTF-8."""
    decoded = decode(b"AFP\n")

    assert decoded is not None
    assert ("utf-8", "AFP\n") == (decoded.encoding, decoded.text)
