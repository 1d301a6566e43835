"""Office documents are zip archives of XML: parts are read with limits, entities and outside references are refused."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from checker.read.plain import ReadError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_LARGEST_PART = 64 * 1024 * 1024
_DENSEST = 200  # unpacked bytes for a packed one; XML of real documents packs 5 to 30 times
_OLE = b"\xd0\xcf\x11\xe0"


def opened(data: bytes, path: str, what: str, part: str) -> zipfile.ZipFile:
    """The archive of a document that must hold `part`; nothing is ever unpacked to disk, whatever names it holds."""
    if data.startswith(_OLE):
        encrypted = b"E\0n\0c\0r\0y\0p\0t\0e\0d" in data
        raise ReadError(f"{path}: is encrypted with a password; open it, remove the password and save it again" if encrypted else
                        f"{path}: is an old office document (.doc), not {what}; open it and save it as .docx")
    if not data:
        raise ReadError(f"{path}: is empty, not {what}; save the article again")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError):
        kind = "is damaged" if data.startswith(b"PK") else f"is not {what}, whatever its name says"
        raise ReadError(f"{path}: {kind}; open it in the program that made it and save it again as .docx") from None
    names = archive.namelist()
    if part not in names:
        raise ReadError(f"{path}: is a zip archive, but not {what} ({part} is missing); save the article again as .docx")
    if len(names) > 20_000:
        raise ReadError(f"{path}: holds {len(names):,} parts, which no document has; save the article again in another program")
    return archive


def part(archive: zipfile.ZipFile, name: str, path: str) -> Element | None:
    """A part's XML; None where the archive has no such part, ReadError where it cannot be trusted."""
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    try:
        info = archive.getinfo(name)
    except KeyError:
        return None
    if info.flag_bits & 1:
        raise ReadError(f"{path}: {name}: is encrypted; remove the password and save it again")
    if info.file_size > _LARGEST_PART or info.file_size > _DENSEST * max(info.compress_size, 1024):
        raise ReadError(f"{path}: {name}: unpacks to {info.file_size >> 20} MB from {info.compress_size >> 10} KB, as a zip bomb does; "
                        "save the article again in the program that made it")
    try:
        with archive.open(info) as f:
            xml = f.read(info.file_size + 1)  # the size it told bounds what is read, so a lie about it gains nothing
        if len(xml) > info.file_size:
            raise zipfile.BadZipFile
        root: Element = fromstring(xml, forbid_dtd=True)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError):
        raise ReadError(f"{path}: {name}: is damaged and cannot be unpacked; open the document and save it again") from None
    except ParseError as e:
        line, column = getattr(e, "position", (0, 0))
        raise ReadError(f"{path}: {name}: line {line}, column {column + 1}: is no sound XML; open the document and save it again") from None
    except DefusedXmlException:
        raise ReadError(f"{path}: {name}: declares entities or a document type, as attacks do; save the article again as .docx") from None
    except (ValueError, LookupError):
        raise ReadError(f"{path}: {name}: is in no known encoding; open the document and save it again") from None
    return root
