"""The typed objects that argmine takes and returns."""

from argmine.objects.document import ArgumentDocument
from argmine.objects.metadata import Metadata
from argmine.objects.relation import Relation
from argmine.objects.stance import Stance
from argmine.objects.target import Target
from argmine.objects.unit import Unit

__all__ = ["ArgumentDocument", "Metadata", "Relation", "Stance", "Target", "Unit"]
