"""The miner as a component of a GiNZA pipeline: ``nlp.add_pipe("argmine")``."""

from spacy.language import Language
from spacy.tokens import Doc, Span

from argmine.objects import ArgumentDocument, Target
from argmine.pipeline.miner import Miner
from argmine.pipeline.persistence import load_model
from argmine.reading import Commentary
from argmine.reading.commentary import has_japanese
from argmine.segmentation.outline import outline
from argmine.stance.actions import make_target
from argmine.stance.finding import find_target

EXTENSION = "argument"
SPANS = "argmine"


class ArgumentComponent:
    """Sets ``doc._.argument`` to an ArgumentDocument, and ``doc.spans["argmine"]`` to its units.

    The labels of the spans are the units' types, their ids the units' ids. The words are those GiNZA's tokenizer made;
    no other component is needed. A text without Japanese has no units.
    """

    def __init__(self, name: str, model: str | None, target: str | None, encoder: str | None = None) -> None:
        self.name = name
        self.miner = Miner(load_model(model, encoder), model or "default")
        self.target = target
        if not Doc.has_extension(EXTENSION):
            Doc.set_extension(EXTENSION, default=None)

    def __call__(self, doc: Doc) -> Doc:
        """Mine one document."""
        argument = self._mine(doc)
        doc._.argument = argument
        spans = []
        for unit in argument.units:
            end = unit.start + len(unit.text.rstrip())
            span = doc.char_span(unit.start, end, label=unit.type, span_id=unit.id, alignment_mode="expand")
            if span is not None:
                spans.append(Span(doc, span.start, span.end, label=unit.type, span_id=unit.id))
        doc.spans[SPANS] = spans
        return doc

    def _mine(self, doc: Doc) -> ArgumentDocument:
        model = self.miner.model
        if not has_japanese(doc.text):
            nothing = Target(name="-", proposition="-", action="proposition")
            return ArgumentDocument(text=doc.text, target=make_target(self.target) if self.target else nothing)
        commentary = Commentary.from_text(doc.text)
        tokens = model.analyser.tokens_of_doc(doc)
        parsed = outline(doc.text, commentary.body_start, commentary.body_end, model.analyser, tokens)
        target = (
            make_target(self.target) if self.target else find_target(commentary.metadata.title, parsed, model.analyser)
        )
        return model.label(parsed, model.segmenter.segment(parsed), target, commentary.metadata)


@Language.factory(
    "argmine",
    default_config={"model": None, "target": None, "encoder": None},
    assigns=["doc._.argument", "doc.spans"],
    requires=[],
)
def make_component(
    nlp: Language, name: str, model: str | None, target: str | None, encoder: str | None = None
) -> ArgumentComponent:
    """Make the component for ``nlp.add_pipe("argmine", config={...})``.

    Parameters
    ----------
    nlp : Language
        A GiNZA pipeline.
    name : str
    model : str or None
        A model's name or folder; the packaged default if None.
    target : str or None
        The target of all documents; found for each if None.
    encoder : str or None
        The folder of the sentence-transformers model that the model was trained with, if it was.
    """
    return ArgumentComponent(name, model, target, encoder)
