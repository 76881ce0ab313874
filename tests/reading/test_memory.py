"""Large pages: taken where the system has them, left alone where it has none."""

from pathlib import Path

import pytest

from hudna.reading import memory
from hudna.reading.memory import use_large_pages


def test_what_is_held_is_the_same_in_large_pages() -> None:
    held = [str(number) for number in range(200_000)]
    assert use_large_pages() >= 0
    assert held == [str(number) for number in range(200_000)]


def test_nothing_happens_where_the_system_does_not_tell_what_is_held(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(memory, "_MAPS", tmp_path / "maps")
    assert use_large_pages() == 0


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("00300000-00a00000 rw-p 00000000 00:00 0 ", (0x400000, 0xA00000)),
        ("00300000-00a00000 rw-p 00000000 00:00 0                          [heap]", (0x400000, 0xA00000)),
        ("00300000-00a00000 rw-p 00000000 00:00 0                          [stack]", (0, 0)),
        ("00300000-00a00000 r--p 00000000 fe:00 1234                       /usr/lib/x y.so", (0, 0)),
        ("00300000-00a00000 rw-s 00000000 00:01 1 ", (0, 0)),
    ],
)
def test_only_what_a_process_holds_by_itself_is_moved(line: str, expected: tuple[int, int]) -> None:
    assert memory._whole_pages(line) == expected
