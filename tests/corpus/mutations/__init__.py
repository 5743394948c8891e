"""A catalogue of the ways in which a valid corpus can be broken, each with the rule that it breaks."""

from tests.corpus.mutations.cards import CARDS
from tests.corpus.mutations.files import FILES
from tests.corpus.mutations.folder import FOLDER
from tests.corpus.mutations.labels import LABELS
from tests.corpus.mutations.mutation import Mutation, Place
from tests.corpus.mutations.relations import RELATIONS
from tests.corpus.mutations.units import UNITS

MUTATIONS: tuple[Mutation, ...] = (*LABELS, *RELATIONS, *UNITS, *FILES, *CARDS, *FOLDER)

__all__ = ["MUTATIONS", "Mutation", "Place"]
