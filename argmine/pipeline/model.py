"""A trained pipeline: every step that learns, in order."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from argmine.classification.classifier import UnitClassifier
from argmine.classification.features import UnitFeatures, views
from argmine.decoding.decoder import decode
from argmine.decoding.propagation import Bonds
from argmine.decoding.temperature import Temperatures
from argmine.language import Analyser, Token
from argmine.language.encoding import Encoder, Proposition, closeness
from argmine.learning.linear import LinearClassifier
from argmine.objects import ArgumentDocument, Metadata, Relation, Stance, Target, Unit
from argmine.relations.scorer import RelationScorer
from argmine.segmentation.outline import Outline, outline
from argmine.segmentation.segmenter import Segment, Segmenter
from argmine.stance.classifier import StanceClassifier
from argmine.stance.features import view_target
from argmine.stance.verdict import judge, thesis_signs


@dataclass
class Model:
    """The steps of the pipeline with their weights.

    Attributes
    ----------
    analyser : Analyser
    encoder : Encoder
    segmenter : Segmenter
    units : UnitClassifier
    stance : StanceClassifier
    relations : RelationScorer
    bonds : Bonds
    temperatures : Temperatures
    """

    analyser: Analyser
    encoder: Encoder
    segmenter: Segmenter
    units: UnitClassifier
    stance: StanceClassifier
    relations: RelationScorer
    bonds: Bonds
    temperatures: Temperatures = field(default_factory=Temperatures)

    @property
    def classifiers(self) -> dict[str, LinearClassifier]:
        """Every classifier, by the name it has in a model folder."""
        return {
            "boundary": self.segmenter.classifier,
            "type": self.units.type,
            "context": self.units.context,
            "claim_kind": self.units.claim_kind,
            "evidence_kind": self.units.evidence_kind,
            "attribution": self.units.attribution,
            "thesis": self.units.thesis,
            "direct": self.stance.direct,
            "orientation": self.stance.orientation,
            "side": self.stance.side,
            "head": self.relations.head,
            "attack": self.relations.attack,
        }

    def annotate(
        self,
        text: str,
        body: tuple[int, int],
        target: Target,
        metadata: Metadata | None = None,
        tokens: Sequence[Token] | None = None,
    ) -> ArgumentDocument:
        """Run every step over the body of a text.

        Parameters
        ----------
        text : str
        body : (int, int)
            Where the body stands; it starts with a visible character.
        target : Target
        metadata : Metadata, optional
        tokens : sequence of Token, optional
            The words, if they are known already.
        """
        parsed = outline(text, *body, self.analyser, tokens)
        return self.label(parsed, self.segmenter.segment(parsed), target, metadata or Metadata())

    def label(self, parsed: Outline, parts: Sequence[Segment], target: Target, metadata: Metadata) -> ArgumentDocument:
        """Label and link units that are cut already."""
        seen = views(parsed, parts)
        words = self.analyser.tokens(target.proposition, [(0, len(target.proposition))])
        view = view_target(target, words)
        rows = UnitFeatures(parsed, seen, view.words, self.units.groups)
        vectors = self.encoder.encode(seen)
        close = closeness(self.encoder, vectors, Proposition(target.proposition, words))
        verdicts = judge(seen, view)
        signs = [thesis_signs(verdict) for verdict in verdicts]
        labels = self.units.predict(seen, rows, vectors, target.proposition, close, signs)
        stance = self.stance.predict(seen, rows, labels, view, verdicts)
        candidates = self.relations.predict(parsed, seen, labels, stance)
        decisions = decode(labels, stance, candidates, self.bonds, self.temperatures)
        units, relations = [], []
        for i, (part, choice) in enumerate(zip(parts, decisions, strict=True)):
            unit_stance = None
            if choice.polarity is not None:
                unit_stance = Stance(
                    polarity=choice.polarity, target=target, confidence=round(choice.polarity_confidence, 4)
                )
            units.append(
                Unit(
                    id=f"u{i + 1}",
                    start=part.start,
                    end=part.end,
                    text=parsed.text[part.start : part.end],
                    type=choice.type,
                    kind=choice.kind,
                    attribution=choice.attribution,
                    stance=unit_stance,
                    thesis=choice.thesis,
                    confidence=round(choice.type_confidence, 4),
                )
            )
            if choice.head is not None and choice.relation is not None:
                relations.append(
                    Relation(
                        source=f"u{i + 1}",
                        target=f"u{choice.head + 1}",
                        type=choice.relation,
                        confidence=round(choice.relation_confidence, 4),
                    )
                )
        return ArgumentDocument(
            text=parsed.text, metadata=metadata, target=target, units=tuple(units), relations=tuple(relations)
        )
