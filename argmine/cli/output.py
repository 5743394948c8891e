"""Writing results: to standard output, or to a file that appears whole or not at all."""

import os
import sys
import tempfile
from pathlib import Path

from argmine.errors import InputError


def check_writable(path: str | None) -> None:
    """Refuse, before the work starts, a path that cannot be written.

    Raises
    ------
    InputError
        If it is a folder, or its folder does not exist or cannot be written.
    """
    if path is None or path == "-":
        return
    if Path(path).is_dir():
        raise InputError(f"{path}: a directory, not a file to write")
    folder = Path(path).resolve().parent
    if not folder.is_dir():
        raise InputError(f"{path}: its directory does not exist")
    if not os.access(folder, os.W_OK):
        raise InputError(f"{path}: its directory cannot be written")


def write(text: str, path: str | None) -> None:
    """Write text to a file, or to standard output.

    Raises
    ------
    InputError
        If the file cannot be written; what stood there is left as it was.
    """
    if path is None or path == "-":
        sys.stdout.buffer.write(text.encode("utf-8", "surrogatepass"))
        return
    target = Path(path)
    try:
        handle, scratch = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.resolve().parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(text.encode("utf-8", "surrogatepass"))
            mask = os.umask(0)
            os.umask(mask)
            Path(scratch).chmod(0o666 & ~mask)
            Path(scratch).replace(target)
        except BaseException:
            Path(scratch).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror})") from error
