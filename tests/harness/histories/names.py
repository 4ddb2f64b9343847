"""Made-up names in many scripts, and the ways in which one name is spelt in real exports.

No name belongs to anybody: they are put together from plain words. Twins are in on purpose: pairs that differ by case,
accent or emoji only, which careless comparison merges (product.md, "name").
"""

import unicodedata
from random import Random

ARTIST_WORDS = (
    ("Low", "Amber", "Glass", "Paper", "North", "Velvet", "Hollow", "Silver", "Slow", "Copper", "Winter", "Salt"),
    ("Harbour", "Foxes", "Choir", "Lanterns", "Engine", "Meadow", "Signal", "Orchard", "Parade", "Atlas", "Tides"),
)
TITLE_WORDS = (
    ("Another", "Last", "Blue", "Paper", "Half", "Quiet", "Golden", "Seven", "Broken", "First", "Long", "Electric"),
    ("Morning", "Rivers", "Letters", "Static", "Houses", "Sundays", "Mirrors", "Wires", "Gardens", "Trains", "Snow"),
)
SCRIPTS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("Тихий", "Северный", "Медный", "Ночной", "Стеклянный"), ("Город", "Оркестр", "Маяк", "Вечер", "Ёлки")),
    (("Αργό", "Χάλκινο", "Ήσυχο", "Μπλε"), ("Λιμάνι", "Πρωί", "Ποτάμι", "Τραίνο")),
    (("静かな", "青い", "ガラスの", "遠い"), ("港", "オーケストラ", "月曜日", "電車")),
    (("安静", "银色", "北方", "纸"), ("港口", "星期天", "河流", "信号")),
    (("조용한", "푸른", "느린"), ("항구", "합창단", "아침")),
    (("ميناء", "صباح", "نهر"), ("هادئ", "أزرق", "بعيد")),
    (("שקט", "כחול"), ("נמל", "בוקר")),
    (("शांत", "नीला"), ("नदी", "सुबह")),
    (("Žluťoučký", "Große", "Señor", "Ångström", "Çılgın"), ("Kůň", "Straße", "Niño", "Höhle", "İğne")),
    (("🎧", "🎤", "🌊", "👩‍🚀"), ("Club", "Waves", "🦊", "")),
)
TWINS = (
    ("Low Tide Radio", "low tide radio"),
    ("Arsrik", "Årsrik"),
    ("Cafe Lumen", "Café Lumen"),
    ("🎧 Session", "🎤 Session"),
    ("Strasse", "Straße"),
)
SUFFIXES = (*[""] * 6, " - Remastered 2011", " (Live)", " (feat. Amber Choir)", " - Radio Edit", " / Reprise")
SHOWS = ("Slow Rivers Weekly", "Die lange Leitung", "История о погоде", "港のラジオ", "Half an Hour of Maps")
BOOKS = ("The Lighthouse Ledger", "Der gläserne Zug", "Сад на севере", "The Cartographer's Winter")
AUTHORS = ("M. Harbour", "J. Wires", "Т. Садовая", "A. Meadow")


def artist_names(rng: Random, count: int) -> list[str]:
    """`count` different artist names, twins first, then a third of them outside plain Latin letters."""
    names = dict.fromkeys(name for pair in TWINS for name in pair)
    while len(names) < count:
        names[_composed(rng, ARTIST_WORDS, len(names))] = None
    return list(names)[:count]


def track_titles(rng: Random, count: int) -> list[str]:
    """`count` different titles for the tracks of one artist."""
    titles: dict[str, None] = {}
    while len(titles) < count:
        titles[_composed(rng, TITLE_WORDS, len(titles)) + rng.choice(SUFFIXES)] = None
    return list(titles)


def respelt(name: str, spelling: int) -> str:
    """The same name as other rows of an export spell it: 0 as it is, 1 decomposed (NFD), 2 with blanks around."""
    if spelling == 1:
        return unicodedata.normalize("NFD", name)
    return f"  {name}\u00a0 " if spelling == 2 else name


def _composed(rng: Random, latin: tuple[tuple[str, ...], ...], nth: int) -> str:
    first, second = rng.choice(SCRIPTS) if rng.random() < 0.33 else latin
    number = f" {nth}" if rng.random() < 0.35 else ""
    return f"{rng.choice(first)} {rng.choice(second)}{number}".strip()
