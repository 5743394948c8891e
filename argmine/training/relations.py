"""Train the relation step."""

from collections.abc import Sequence

from argmine.classification.classifier import UnitLabels
from argmine.errors import CorpusError
from argmine.learning.choice import ChoiceClassifier
from argmine.learning.linear import LinearClassifier
from argmine.relations.options import NOTHING, HeadOptions
from argmine.relations.scorer import RelationScorer
from argmine.stance.classifier import StanceScores
from argmine.training.examples import Example
from argmine.training.settings import Settings
from argmine.training.tasks import Rows


def train_relations(
    examples: Sequence[Example], labels: Sequence[UnitLabels], scores: Sequence[StanceScores], settings: Settings
) -> RelationScorer:
    """Learn which unit each unit bears on, and whether it attacks it.

    Raises
    ------
    CorpusError
        If no unit bears on another.
    """
    sets: list[Rows] = []
    chosen: list[int] = []
    attack_rows: list[dict[str, float]] = []
    attacks: list[str] = []
    for example, label, score in zip(examples, labels, scores, strict=True):
        options = HeadOptions(example.outline, example.units, label, score)
        for i, (type, head) in enumerate(zip(example.types, example.heads, strict=True)):
            heads = options.heads(i)
            wanted = NOTHING if head is None else head[0]
            if type == "none" or example.document.units[i].thesis or wanted not in heads:
                continue
            rows = options.rows(i, heads)
            place = heads.index(wanted)
            if len(heads) > 1:
                sets.append(rows)
                chosen.append(place)
            if head is not None:
                attack_rows.append(rows[place])
                attacks.append(head[1])
    if not attacks:
        raise CorpusError("no relations to learn from, or all of them in one document out of five")
    head_model = ChoiceClassifier(**settings.head).fit_choices(sets, chosen)
    return RelationScorer(head_model, LinearClassifier(**settings.attack).fit(attack_rows, attacks))
