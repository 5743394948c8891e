"""Annotated corpora: folders, cards, layers, validation, statistics, agreement."""
