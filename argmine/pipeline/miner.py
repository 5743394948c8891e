"""The miner: text in, ArgumentDocument out."""

from collections.abc import Iterable, Iterator

from argmine.errors import InputError
from argmine.objects import ArgumentDocument, Target
from argmine.pipeline.model import Model
from argmine.reading import Commentary
from argmine.segmentation.outline import outline
from argmine.stance.actions import make_target
from argmine.stance.finding import find_target


class Miner:
    """Mines commentaries with a trained model.

    Parameters
    ----------
    model : Model
    name : str
        What the model is called.

    Examples
    --------
    >>> import argmine
    >>> miner = argmine.load()  # doctest: +SKIP
    >>> document = miner("在日米軍の強化は重要である。", target="在日米軍の強化")  # doctest: +SKIP
    """

    def __init__(self, model: Model, name: str = "default") -> None:
        self.model = model
        self.name = name

    def __call__(self, text: str | Commentary, *, target: str | Target | None = None) -> ArgumentDocument:
        """Mine one commentary.

        Parameters
        ----------
        text : str or Commentary
        target : str or Target, optional
            The thing under debate (在日米軍の強化) or what a supporter would want (在日米軍を強化すべきである).
            Found from title and body if not given.

        Returns
        -------
        ArgumentDocument
            Its offsets index ``text`` as it was given.

        Raises
        ------
        InputError
            If the text is empty, has no Japanese in it, or is no text.
        """
        if not isinstance(text, str | Commentary):
            raise InputError(f"a text or a Commentary is wanted, not {type(text).__name__}")
        commentary = text if isinstance(text, Commentary) else Commentary.from_text(text)
        model = self.model
        parsed = outline(commentary.text, commentary.body_start, commentary.body_end, model.analyser)
        if isinstance(target, str):
            target = make_target(target)
        elif target is None:
            target = find_target(commentary.metadata.title, parsed, model.analyser)
        return model.label(parsed, model.segmenter.segment(parsed), target, commentary.metadata)

    def pipe(
        self, texts: Iterable[str | Commentary], *, target: str | Target | None = None
    ) -> Iterator[ArgumentDocument]:
        """Mine many commentaries, one after the other; only the one at hand is in memory.

        Parameters
        ----------
        texts : iterable of str or Commentary
            May be endless.
        target : str or Target, optional
            The same for all; found for each if not given.
        """
        for text in texts:
            yield self(text, target=target)

    def __repr__(self) -> str:
        return f"Miner({self.name!r})"
