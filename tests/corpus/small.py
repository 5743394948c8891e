"""A small valid corpus, built from the rows below, for tests that break it."""

from pathlib import Path

from argmine.corpus.layer import COLUMNS

LAYERS = ("gold", "annotator-1", "annotator-2")
SPLITS = {"train": ["m01", "m02"], "dev": ["m03"], "test": ["m04"]}
NAME = "small-ja"

CORPUS = f"""name = "{NAME}"
version = "1.0"
guideline = "1"
language = "ja"
licence = "CC BY 4.0"
layers = ["gold", "annotator-1", "annotator-2"]
constructed = true
genres = ["newspaper editorial", "debate speech"]
areas = ["交通", "教育"]

[length]
least = 20
most = 300

[style]
required = ["register", "length"]
optional = ["ask"]
"""

CARD = """[metadata]
id = "{id}"
title = "{title}"
date = "2025-04-0{number}"
authors = ["constructed"]
genre = "newspaper editorial"
area = "交通"

[target]
name = "{name}"
proposition = "{proposition}"
action = "{action}"

[construction]
round = 1
side = "pro"
invented = [
  "利用者の数",
]

[style]
register = "だ・である"
length = "{number}00"
ask = "one request"
"""

# Title, target name, proposition, action, then the units without their texts' layout: ¶ starts a paragraph.
DOCUMENTS: dict[str, tuple[str, str, str, str, str]] = {
    "m01": (
        "橋を架ける前に",
        "渡し場の橋の建設",
        "渡し場に橋を建設すべきである",
        "construction",
        """
none - - - - - 以下では渡し場の橋を考える。
evidence statistic author pro 4 support ¶渡し船の客は一日　三百人を超え、
evidence testimony reported pro 4 support 船頭も「夜は出せない。朝を待つ」と話す。
claim policy author pro - thesis 橋は架けるべきである。
premise - author con 4 attack ¶費用は重いが、
premise - author pro 4 support 救急車が迂回せずに済む。
claim value reported con 4 attack 町には景色が惜しいという人もいる。
evidence fact author neutral - - 隣の村は昨年、吊り橋を架けた。
""",
    ),
    "m02": (
        "夜のバスを残す",
        "夜間路線バスの維持",
        "夜間路線バスを維持すべきである",
        "maintenance",
        """
evidence fact author con 3 attack 夜の便は昨春から赤字である。
premise - author pro 3 support 病院の勤めは夜に終わるので、
claim policy author pro - thesis 便を残すほかない。
claim interpretation author pro 3 support ¶便が消えれば人は車に戻る。
evidence testimony reported con 3 attack 運転手が足りないとの声は強い。
none - - - - - 御認識をうかがいたい。
""",
    ),
    "m03": (
        "港の駅",
        "港の貨物駅の移転",
        "港の貨物駅を内陸へ移転すべきである",
        "relocation",
        """
evidence statistic author pro 2 support 貨車の半分は空で着く。
premise - author pro 3 support 荷主はすでに内陸へ移っており、
claim policy author pro - thesis 駅も動かすのが筋だ。
claim value author con 3 attack ¶けれども港の眺めは町の誇りである。
premise - author neutral - - 眺めと荷は別の話である。
none - - - - - 次に費用を述べる。
""",
    ),
    "m04": (
        "坂の上の学校",
        "坂の上の小学校の統合",
        "坂の上の小学校を統合すべきである",
        "integration",
        """
evidence fact author neutral 2 support 児童は十人に減った。
premise - author pro 3 support 学年に一人では話し合いが育たないから、
claim policy author pro - thesis 統合は避けられない。
evidence testimony reported con 5 support ¶親は「坂の下は遠い」と言う。
claim interpretation reported con 3 attack 通学の負担は増えるだろう。
none - - - - - ご清聴に感謝する。
""",
    ),
}


def rows_of(id: str) -> list[list[str]]:
    """The rows of a document's layers, the paragraph mark still before a text."""
    lines = DOCUMENTS[id][4].strip().split("\n")
    return [[str(number), *line.split(" ", 6)] for number, line in enumerate(lines, 1)]


def build(folder: Path) -> Path:
    """Write the corpus into a new folder of its name and return that."""
    root = folder / NAME
    for part in ("documents", "cards", *(f"layers/{layer}" for layer in LAYERS)):
        (root / part).mkdir(parents=True)
    (root / "corpus.toml").write_text(CORPUS, encoding="utf-8")
    (root / "README.md").write_text("# small-ja\n\nA constructed corpus for tests.\n", encoding="utf-8")
    splits = "".join(f"{name} = {ids}\n".replace("'", '"') for name, ids in SPLITS.items())
    (root / "splits.toml").write_text(splits, encoding="utf-8")
    for number, (id, (title, name, proposition, action, _)) in enumerate(DOCUMENTS.items(), 1):
        rows = rows_of(id)
        body = "".join(row[-1] for row in rows).replace("¶", "\n\n")
        card = CARD.format(id=id, title=title, number=number, name=name, proposition=proposition, action=action)
        (root / "documents" / f"{id}.txt").write_text(f"{title}\n\n{body}\n", encoding="utf-8")
        (root / "cards" / f"{id}.toml").write_text(card, encoding="utf-8")
        assert all(len(row) == len(COLUMNS) for row in rows)
        layer = "".join("\t".join(row).replace("¶", "") + "\n" for row in rows)
        for layer_name in LAYERS:
            (root / "layers" / layer_name / f"{id}.tsv").write_text(layer, encoding="utf-8")
    return root
