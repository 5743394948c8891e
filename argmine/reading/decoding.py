"""Bytes of a file to text: UTF-8 first, then what charset-normalizer finds among the Japanese encodings."""

import codecs

from charset_normalizer import from_bytes

from argmine.errors import InputError

_LEGACY = (
    "cp932",
    "shift_jis",
    "shift_jis_2004",
    "euc_jp",
    "euc_jis_2004",
    "iso2022_jp",
    "utf_16",
    "utf_16_le",
    "utf_16_be",
)
_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\v\f\r\x1b"))


def decode(data: bytes, name: str) -> str:
    """Decode the bytes of a text file.

    Parameters
    ----------
    data : bytes
        The whole file.
    name : str
        What to call the file in an error message.

    Returns
    -------
    str
        The text with its line ends as they are, without a byte order mark.

    Raises
    ------
    InputError
        If the file is empty, binary, or in none of UTF-8, UTF-16, Shift_JIS/CP932, EUC-JP and ISO-2022-JP.
    """
    if not data:
        raise InputError(f"{name}: the file is empty")
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise InputError(f"{name}: not valid {encoding.upper()} at byte {error.start}") from error
    if data.count(b"\0") or sum(data.count(byte) for byte in _CONTROLS) > len(data) // 100:
        raise InputError(f"{name}: a binary file, not a text")
    fault = 0
    if b"\x1b$" not in data:  # ISO-2022-JP is valid UTF-8, and means nothing as such
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError as error:
            fault = error.start
    match = from_bytes(data, cp_isolation=list(_LEGACY), threshold=0.4).best()
    if match is None:
        raise InputError(f"{name}: not UTF-8 (byte {fault}), nor Shift_JIS, EUC-JP or ISO-2022-JP")
    return data.decode(match.encoding)
