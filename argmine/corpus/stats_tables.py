"""Statistics of a corpus as tables for the terminal, at most 80 columns wide."""

from collections.abc import Mapping
from typing import Any

from argmine import resources
from argmine.objects.labels import ATTRIBUTIONS, POLARITIES, RELATION_TYPES, UNIT_TYPES
from argmine.view.columns import columns

_GROUPS = {"split": "分割", "round": "執筆回", "genre": "文種", "area": "分野"}


def render(stats: Mapping[str, Any]) -> str:
    """The tables of what ``stats.describe`` returned."""
    parts = [
        f"{stats['name']} {stats['version']}  (layer {stats['layer']})",
        "大きさ sizes (字数は空白を除く本文 / characters of bodies, no white space)\n" + _sizes(stats["parts"]),
        "単位の割合 shares of units, % (立場・関係 stance, relation: なし以外 not none)\n" + _labels(stats["parts"]),
        "立論の側 sides of documents, % (カード by card; 主題 by stance of the thesis)\n" + _sides(stats["parts"]),
        *(
            f"型×立場 type × stance: {name}\n" + _cross(part["type_stance"], "stance", POLARITIES)
            for name, part in {**stats["parts"]["all"], **stats["parts"]["split"]}.items()
        ),
        "種類 kinds\n" + _kinds(stats["kind"]),
        "型×帰属 type × attribution\n" + _cross(stats["attribution"], "attribution", ATTRIBUTIONS),
        "型×関係 type × outgoing relation\n" + _cross(stats["relation"], "relation", (*RELATION_TYPES, "thesis")),
        "型×先の型 type × type of head\n" + _cross(stats["head"], "type", UNIT_TYPES[:3]),
        "先までの距離 units from a unit to its head\n" + _distances(stats["distance"]),
        _minority(stats["minority"], stats["parts"]["all"]["all"]["documents"]),
    ]
    return "\n\n".join(parts)


def _ja(group: str, label: str) -> str:
    return str(resources.load("labels")[group][label]["ja"])


def _grouped(parts: Mapping[str, Any], heads: list[tuple[str, str]], cells: Any) -> str:
    """One row a part: the whole first, then group by group under its name."""
    rows: list[list[str]] = [["", *(en for _, en in heads)], ["全体 all", *cells(parts["all"]["all"])]]
    for group, ja in _GROUPS.items():
        if parts[group]:
            rows.append([f"{ja} {group}", *("" for _ in heads)])
            rows += [[f"  {name}", *cells(figures)] for name, figures in parts[group].items()]
    return columns(["", *(ja for ja, _ in heads)], rows, gap=1)


def _sizes(parts: Mapping[str, Any]) -> str:
    heads = [
        ("文書", "docs"),
        ("字数", "chars"),
        ("最短", "min"),
        ("中央", "median"),
        ("最長", "max"),
        ("単位", "units"),
    ]

    def cells(part: Mapping[str, Any]) -> list[str]:
        names = ("documents", "characters", "shortest", "median_length", "longest", "units")
        return [*(f"{part[name]:,.0f}" for name in names), f"{part['units'] / part['documents']:.1f}"]

    return _grouped(parts, [*heads, ("平均", "/doc")], cells)


def _percent(counts: Mapping[str, int], total: int | None = None) -> list[str]:
    whole = sum(counts.values()) if total is None else total
    return [f"{100 * n / whole:.0f}" if whole else "-" for n in counts.values()]


def _labels(parts: Mapping[str, Any]) -> str:
    heads = [(_ja("type", type), {"evidence": "evid.", "premise": "prem."}.get(type, type)) for type in UNIT_TYPES]
    heads += [(_ja("stance", stance), {"neutral": "neutr."}.get(stance, stance)) for stance in POLARITIES]
    heads += [(_ja("relation", relation), {"support": "supp."}.get(relation, relation)) for relation in RELATION_TYPES]

    def cells(part: Mapping[str, Any]) -> list[str]:
        arguing = sum(part["stance"].values())
        return [*_percent(part["type"]), *_percent(part["stance"]), *_percent(part["relation"], arguing)]

    return _grouped(parts, heads, cells)


def _sides(parts: Mapping[str, Any]) -> str:
    heads = [
        ("賛成", "pro"),
        ("反対", "con"),
        ("両論", "bal."),
        ("主題:賛成", "pro"),
        ("反対", "con"),
        ("中立", "neutr."),
    ]

    def cells(part: Mapping[str, Any]) -> list[str]:
        return [*_percent(part["side"]), *_percent(part["thesis"]), f"{100 * part['minority']:.0f}"]

    return _grouped(parts, [*heads, ("なし", "none"), ("少数≥20%", "minority")], cells)


def _cross(table: Mapping[str, Mapping[str, int]], group: str, labels: tuple[str, ...]) -> str:
    """Counts with their share of the row; rows of types without any are left out."""
    total = sum(sum(row.values()) for row in table.values())
    rows = [["", *labels, "-", "units", "%"]]
    for type, row in table.items():
        n = sum(row.values())
        cells = [f"{row[label]:,} {100 * row[label] / n:3.0f}%" if n else "-" for label in (*labels, "-")]
        rows.append([f"{_ja('type', type)} {type}", *cells, f"{n:,}", f"{100 * n / total:.0f}"])
    sums = {label: sum(row[label] for row in table.values()) for label in (*labels, "-")}
    rows.append(["計 all", *(f"{n:,} {100 * n / total:3.0f}%" for n in sums.values()), f"{total:,}", "100"])
    return columns(["", *(_ja(group, label) for label in labels), "なし", "単位", "割合"], rows)


def _kinds(table: Mapping[str, Mapping[str, int]]) -> str:
    rows = [["", "units", "%"]]
    for type, row in table.items():
        shares = _percent(row)
        for (kind, n), share in zip(row.items(), shares, strict=True):
            name = f"{_ja('type', type)}・{_ja('kind', kind)} {type}, {kind}"
            rows.append([name, f"{n:,}", share])
    return columns(["", "単位", "割合"], rows)


def _distances(table: Mapping[str, int]) -> str:
    total = sum(table.values()) or 1
    return columns(list(table), [[f"{n / total:.0%}" for n in table.values()]])


def _minority(minority: Mapping[str, Any], documents: int) -> str:
    below = minority["below"]
    head = (
        f"少数側の単位が{minority['threshold']:.0%}以上の文書\n"
        f"documents with {minority['threshold']:.0%} or more of their pro and con units of the rarer stance:\n"
        f"{documents - len(below)} of {documents} ({minority['share']:.0%})"
    )
    items = [f"{id} {share:.0%}" for id, share in below.items()]
    lines = ["  " + "  ".join(items[i : i + 6]) for i in range(0, len(items), 6)]
    return "\n".join([head, *(["足りない文書 the others:", *lines] if items else [])])
