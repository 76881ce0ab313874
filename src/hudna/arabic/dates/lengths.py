"""Rules of lengths of time and of repetitions: three days, two or three weeks, every Friday."""

from typing import Final

from hudna.arabic.dates.words import UnitWord
from hudna.calendar import Length, Repeat, Unit
from hudna.grammar import Layer
from hudna.model import Match

LENGTHS: Final = Layer("lengths", [])
MAX_COUNT: Final = 100_000
_MONDAY, _SUNDAY = 1, 7
_ORDER: Final = tuple(Unit)
_LASTS: Final = (
    "لمدة|مدة|مدى|مدار|مر|طوال|طيلة|غضون|خلال|لفترة|فترة|مرور|مضي|بعيد|عقب|استمر|استمرت|يستمر|تستمر|دام|دامت"
    "|استغرق|استغرقت|يستغرق|تستغرق|أمضى|أمضت|قضى|قضت|مدته|مدتها"
)
_LASTING: Final = "|".join([_LASTS, *(f"و{word}" for word in _LASTS.split("|"))])
_JAIL: Final = "بالسجن|السجن|بالحبس|الحبس"
_AGAIN: Final = frozenset({Unit.DAY, Unit.WEEK, Unit.MONTH})


@LENGTHS.rule("length", "<integer> <unit>", trigger="unit")
@LENGTHS.rule("length", "ال <integer> <unit>", trigger="unit")
def _count_of_units(count: Match[int], unit: Match[UnitWord]) -> Length | None:
    word = unit.value
    if word.definite or word.number == "dual" or not 1 <= count.value <= MAX_COUNT:
        return None
    return Length(count.value, word.unit)


@LENGTHS.rule("length", "<unit> (واحد|واحدا|واحدة|كامل|كاملا|كاملة|إضافي|إضافيا|إضافية)")
def _one_unit(unit: Match[UnitWord]) -> Length | None:
    return Length(1, unit.value.unit) if unit.value.number == "singular" and not unit.value.definite else None


@LENGTHS.rule("length", "(بضعة|بضع|عدة) <unit>")
def _some_units(unit: Match[UnitWord]) -> Length | None:
    return Length(None, unit.value.unit) if unit.value.number == "plural" and not unit.value.definite else None


@LENGTHS.rule("length", "<length> (ونصف|والنصف)")
@LENGTHS.rule("length", "<length> ونصف <unit>", trigger="length")
def _and_a_half(length: Match[Length], unit: Match[UnitWord] | None = None) -> Length | None:
    """Return so many units and a half; the half may name its unit again: two years and half the year."""
    count = length.value.amount
    if unit is not None and unit.value.unit is not length.value.unit:
        return None
    return Length(count + 0.5, length.value.unit) if count is not None and count == int(count) else None


@LENGTHS.rule("length", "<unit> (ونصف|والنصف)")
@LENGTHS.rule("length", "<unit> ونصف <unit>", trigger="unit")
def _one_and_a_half(unit: Match[UnitWord], half: Match[UnitWord] | None = None) -> Length | None:
    word = unit.value
    if half is not None and half.value.unit is not word.unit:
        return None
    return Length(1.5, word.unit) if word.number == "singular" and not word.definite else None


@LENGTHS.rule("length", "<length> و<length|unit>", trigger="length")
@LENGTHS.rule("length", "<unit> و<length>", trigger="length")
def _and_more(length: Match[Length | UnitWord], more: Match[Length | UnitWord]) -> Length | None:
    """Return so much and so much of a smaller unit: three hours and forty minutes, twelve years and a month."""
    first, rest = (_one(each.value) if isinstance(each.value, UnitWord) else each.value for each in (length, more))
    if (
        first is None
        or rest is None
        or first.rest is not None
        or None in {first.amount, rest.amount}
        or rest.rest is not None
    ):
        return None
    smaller = _ORDER.index(rest.unit) < _ORDER.index(first.unit)
    return first._replace(rest=rest) if smaller and first.most is None and rest.most is None else None


@LENGTHS.rule("length", "(نحو|حوالي|قرابة|زهاء|تقريبا|حدود|قراب) <length>")
def _about(length: Match[Length]) -> Length:
    return length.value


@LENGTHS.rule("length", "(نحو|حوالي|قرابة|زهاء|حدود) <unit>")
def _about_one(unit: Match[UnitWord]) -> Length | None:
    return _one(unit.value)


@LENGTHS.rule("length", "(أكثر|أزيد) من <length>")
def _more_than(length: Match[Length]) -> Length | None:
    return None if length.value.bound else length.value._replace(bound="more")


@LENGTHS.rule("length", "(أكثر|أزيد) من <unit>")
def _more_than_one(unit: Match[UnitWord]) -> Length | None:
    one = _one(unit.value)
    return one._replace(bound="more") if one else None


@LENGTHS.rule("length", "أقل من <length>")
def _less_than(length: Match[Length]) -> Length | None:
    return None if length.value.bound else length.value._replace(bound="less")


@LENGTHS.rule("length", "أقل من <unit>")
def _less_than_one(unit: Match[UnitWord]) -> Length | None:
    one = _one(unit.value)
    return one._replace(bound="less") if one else None


@LENGTHS.rule("length", "<unit> (قليلة|معدودة|عدة|طويلة|كثيرة|عديدة)")
def _few_units(unit: Match[UnitWord]) -> Length | None:
    word = unit.value
    return Length(None, word.unit) if word.number == "plural" and not word.definite else None


@LENGTHS.rule("length", "<unit> ال? <integer>", trigger="unit")
def _the_units(unit: Match[UnitWord], count: Match[int]) -> Length | None:
    word = unit.value
    counted = word.definite and word.number == "plural" and 3 <= count.value <= MAX_COUNT
    return Length(count.value, word.unit) if counted else None


@LENGTHS.rule("length", "ل<unit>")
def _for_units(unit: Match[UnitWord]) -> Length | None:
    """Return how long something lasts: for weeks, for a year; with a number after it, it is that year."""
    word = unit.value
    hold = word.unit is Unit.DECADE and word.number == "singular"  # the noun of holding a meeting
    if word.definite or hold or word.number not in {"singular", "plural"}:
        return None
    return Length(1 if word.number == "singular" else None, word.unit)


@LENGTHS.rule("length", "<day_span> <unit>", trigger="day_span")
def _span_of_units(counts: Match[tuple[int, int]], unit: Match[UnitWord]) -> Length | None:
    word = unit.value
    if word.definite or word.number == "dual":
        return None
    return Length(counts.value[0], word.unit, counts.value[1])


@LENGTHS.rule("length", "<integer> (أو|إلى) <length>", trigger="length")
@LENGTHS.rule("length", "(بين|من) <integer> إلى <length>", trigger="length")
@LENGTHS.rule("length", "بين <integer> و<length>", trigger="length")
def _between_counts(least: Match[int], most: Match[Length]) -> Length | None:
    amount = most.value.amount
    if amount is None or most.value.most is not None or not 1 <= least.value < amount:
        return None
    return Length(least.value, most.value.unit, amount)


@LENGTHS.rule("length", "<length|unit> (أو|إلى) <length>")
@LENGTHS.rule("length", "بين <length|unit> و<length>", trigger="length")
@LENGTHS.rule("length", "من <length|unit> إلى <length>", trigger="length")
def _between_lengths(least: Match[Length | UnitWord], most: Match[Length]) -> Length | None:
    first = _one(least.value) if isinstance(least.value, UnitWord) else least.value
    last = most.value
    if first is None or first.unit is not last.unit or None in {first.amount, last.amount}:
        return None
    if first.most is not None or last.most is not None or not (first.amount or 0) < (last.amount or 0):
        return None
    return Length(first.amount, last.unit, last.amount)


@LENGTHS.rule("length", "نصف <unit>")
def _half_unit(unit: Match[UnitWord]) -> Length | None:
    word = unit.value
    return Length(0.5, word.unit) if word.number in {"singular", "construct"} and not word.definite else None


@LENGTHS.rule("length", "ربع <unit>")
def _quarter_unit(unit: Match[UnitWord]) -> Length | None:
    word = unit.value
    hour = word.unit is Unit.HOUR and word.number == "singular" and not word.definite
    return Length(15, Unit.MINUTE) if hour else Length(25, Unit.YEAR) if word.unit is Unit.CENTURY else None


def _one(word: UnitWord) -> Length | None:
    """Return one unit, where the word is an indefinite singular."""
    return Length(1, word.unit) if word.number == "singular" and not word.definite else None


@LENGTHS.rule("length", f"[{_LASTING}] <unit>")
def _duration_of_one(unit: Match[UnitWord]) -> Length | None:
    """Return one unit, or some; the days of the talks are none of them."""
    word = unit.value
    if word.definite or word.annexed or word.number in {"dual", "construct"}:
        return None
    return Length(1 if word.number == "singular" else None, word.unit)


@LENGTHS.rule("length", "<unit>")
def _for_some(unit: Match[UnitWord]) -> Length | None:
    """Return how long by the form of the word alone; decades and centuries in it are contracts and horns."""
    word = unit.value
    lasts = word.adverb and word.unit not in {Unit.DECADE, Unit.CENTURY}
    return Length(None, word.unit) if lasts else None


@LENGTHS.rule("length", f"[{_JAIL}] <unit>")
def _sentence_of_one(unit: Match[UnitWord]) -> Length | None:
    return _one(unit.value)


@LENGTHS.rule("length", "(يقارب|يناهز|تقارب|تناهز) <unit>")
@LENGTHS.rule("length", "(يقرب|تقرب) من <unit>")
@LENGTHS.rule("length", "(يزيد|تزيد|يقل|تقل) (على|عن) <unit>")
def _nearly_one(unit: Match[UnitWord]) -> Length | None:
    """Return about one unit: what comes near a year, near the year."""
    word = unit.value
    said = word.number == "singular" and word.unit not in {Unit.SECOND, Unit.DAY}
    return Length(1, word.unit) if said else None


@LENGTHS.rule("set", "كل <unit>")
def _every_unit(unit: Match[UnitWord]) -> Repeat | None:
    word = unit.value
    single = word.number == "singular" and not word.definite
    return Repeat(Length(1, word.unit).timex()) if single else None


@LENGTHS.rule("set", "كل <length>")
def _every_length(length: Match[Length]) -> Repeat:
    return Repeat(length.value.timex())


@LENGTHS.rule("set", "(مرة|مرتين|مرتان|مرات) (في|كل) <unit>")
@LENGTHS.rule("set", "(مرة|مرتين|مرتان|مرات) ب<unit>")
def _times_a_unit(unit: Match[UnitWord]) -> Repeat | None:
    word = unit.value
    return Repeat(Length(1, word.unit).timex()) if word.number == "singular" else None


@LENGTHS.rule(
    "set",
    "<length> في <unit> [!التالي|الموالي|الأول|الثاني|الثالث|الأخير|نفسه|ذاته|الماضي|المقبل|القادم|الجاري|الحالي|الواحد]",
    trigger="length",
)
def _length_in_a_unit(length: Match[Length], unit: Match[UnitWord]) -> Repeat | None:
    """Return a length that comes again in every longer unit: two days a week."""
    word = unit.value
    longer = _ORDER.index(word.unit) > _ORDER.index(length.value.unit)
    again = longer and word.definite and word.number == "singular" and word.unit in _AGAIN
    return Repeat(Length(1, word.unit).timex()) if again else None


@LENGTHS.rule("set", "<length> <set>", trigger="set")
def _length_again(_length: Match[Length], again: Match[Repeat]) -> Repeat:
    """Return a length that comes again: five hours daily."""
    return again.value


@LENGTHS.rule("set", "كل <weekday_bare>")
def _every_bare_weekday(weekday: Match[int]) -> Repeat | None:
    """Return a day of every week, unless the word means two, or everybody."""
    return _every_weekday(weekday) if weekday.value not in {_MONDAY, _SUNDAY} else None


@LENGTHS.rule("set", "أيام <weekday>")
@LENGTHS.rule("set", "أيام <weekday> من كل <unit>", trigger="weekday")
def _on_weekdays(weekday: Match[int], _unit: Match[UnitWord] | None = None) -> Repeat:
    return Repeat(f"XXXX-WXX-{weekday.value}")


@LENGTHS.rule("set", "كل <weekday>")
@LENGTHS.rule("set", "كل يوم <weekday|weekday_bare>")
def _every_weekday(weekday: Match[int]) -> Repeat:
    return Repeat(f"XXXX-WXX-{weekday.value}")
