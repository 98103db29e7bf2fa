"""The boundary to libraries that read strangers' bytes: whatever they throw over a damaged file is a refusal of that file."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from yzgeo.core.errors import InputError, unreadable, unusable

OF_LIBRARIES = {
    "csv": ("Error",),
    "ezdxf": ("DXFError",),
    "fiona.errors": ("FionaError",),
    "frictionless": ("FrictionlessException",),
    "lxml.etree": ("LxmlError",),
    "lzma": ("LZMAError",),
    "openpyxl.utils.exceptions": ("InvalidFileException",),
    "pdfminer.pdfexceptions": ("PDFException",),
    "pdfminer.psexceptions": ("PSException",),
    "pyarrow.lib": ("ArrowException",),
    "pyogrio._err": ("CPLE_BaseError",),
    "pyproj.exceptions": ("ProjError",),
    "shapely.errors": ("ShapelyError",),
    "sqlite3": ("Error",),
    "struct": ("error",),
    "xml.etree.ElementTree": ("ParseError",),
    "xml.parsers.expat": ("ExpatError",),
    "zipfile": ("BadZipFile",),
    "zlib": ("error",),
}
"""Exceptions that libraries throw over bytes, by module; they are looked up only in modules that are loaded."""
OF_DATA = (ValueError, ArithmeticError, RuntimeError, MemoryError, EOFError, OSError)
"""Builtin exceptions that data cause, wherever they are thrown (GDAL's and `RecursionError` are RuntimeErrors)."""
OF_CODE = (LookupError, TypeError, AttributeError, AssertionError)
"""Builtin exceptions that a library throws over data it did not expect; thrown by our own code they are our mistake."""
PACKAGE = str(Path(__file__).parents[1])


@contextmanager
def refuse_unreadable(file: Path | str) -> Iterator[None]:
    """Turn what a library throws while it reads a file into the refusal of the file; our own mistakes pass.

    Raises
    ------
    InputError
        With the library's reason in a line. An InputError passes; it gets the file where it names none.

    >>> import json
    >>> with refuse_unreadable("a.json"):
    ...     json.loads("{")
    Traceback (most recent call last):
    yzgeo.core.errors.InputError: a.json: cannot be read, it is damaged or not what its ending says (Expecting property \
name enclosed in double quotes: line 1 column 2 (char 1)). Remedy: export it again from the program that made it.
    """
    try:
        yield
    except InputError as error:
        if error.file is not None or not str(file):
            raise
        raise error.at(file=str(file)) from error
    except OSError as error:
        if error.strerror and error.errno:  # of the system: no such file, no permission, a broken disk
            raise unusable(error).at(file=str(error.filename or file)) from error
        raise unreadable(file, error) from error
    except Exception as error:
        if isinstance(error, OF_DATA) or _of_library(error) or (isinstance(error, OF_CODE) and _is_foreign(error)):
            raise unreadable(file, error) from error
        raise


def _of_library(error: Exception) -> bool:
    loaded = [(sys.modules[module], names) for module, names in OF_LIBRARIES.items() if module in sys.modules]
    types = [getattr(module, name) for module, names in loaded for name in names]
    return isinstance(error, tuple(types))


def _is_foreign(error: Exception) -> bool:
    """Whether the innermost frame is not one of yzgeo."""
    frame: TracebackType | None = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    return frame is not None and not frame.tb_frame.f_code.co_filename.startswith(PACKAGE)
