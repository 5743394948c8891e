"""Errors a caller may want to catch. Each carries one line that says what is wrong."""


class ArgmineError(Exception):
    """Base of all errors argmine raises on purpose."""


class InputError(ArgmineError, ValueError):
    """A text, file or option cannot be used as given."""


class ModelError(ArgmineError, ValueError):
    """A model is missing, damaged, foreign or of another version."""


class CorpusError(ArgmineError, ValueError):
    """A corpus folder or an annotation layer cannot be read."""


class MissingExtraError(ArgmineError, ImportError):
    """An optional dependency is needed; the message names the extra that brings it."""
