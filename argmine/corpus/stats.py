"""What is in a corpus, as tables."""

from collections import Counter
from collections.abc import Iterable

import pandas as pd

from argmine.corpus.corpus import Corpus


def describe(corpus: Corpus) -> str:
    """Documents, characters and units of a corpus by split; types, kinds, stances and relations; genres."""
    frame = corpus.to_dataframe()
    frame["characters"] = frame["text"].str.replace(r"\s", "", regex=True).str.len()
    frame["split"] = frame["split"].fillna("all")
    sizes = frame.groupby("split", sort=False).agg(
        documents=("document", "nunique"), units=("unit", "size"), characters=("characters", "sum")
    )
    sizes.loc["all"] = [frame["document"].nunique(), len(frame), frame["characters"].sum()]
    parts = [f"{corpus.name} {corpus.info['version']}", sizes.to_string()]
    for column in ("type", "kind", "attribution", "stance", "relation"):
        parts.append(_shares(column, frame.loc[frame["type"] != "none", column] if column != "type" else frame[column]))
    parts.append(_shares("genre (documents)", frame.drop_duplicates("document")["genre"]))
    return "\n\n".join(parts) + "\n"


def _shares(name: str, values: "pd.Series[str] | Iterable[str | None]") -> str:
    counts = Counter(value if isinstance(value, str) else "-" for value in values)
    total = sum(counts.values())
    lines = [name] + [f"  {label:<26}{n:>6}{n / total:>8.1%}" for label, n in counts.most_common()]
    return "\n".join(lines)
