"""Stance toward the target: the target itself, the document's side, each unit's polarity."""
