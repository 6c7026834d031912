"""Numbers, sizes, times and quotation marks as the language of the window writes them."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

SPOKEN = "language"
"""The application's property that holds the code of its language."""
ENGLISH = "en"


def spoken() -> str:
    """The code of the language that the application speaks."""
    app = QCoreApplication.instance()
    return str((app.property(SPOKEN) if app is not None else "") or ENGLISH)


def number(value: float, digits: int | None = None) -> str:
    """A number with its thousands parted: "1,234.5", in German "1.234,5".

    Args:
        value: the number.
        digits: after the point; None for as many as it has.
    """
    shortest = QLocale.FloatingPointPrecisionOption.FloatingPointShortest
    precision = int(shortest.value) if digits is None else digits
    return QLocale(spoken()).toString(float(value), "f", precision)


def plural(count: int, one: str, many: str) -> str:
    """A count in words: `one` where it is one, else `many` with the number for "{n}".

    Qt's own plurals need a translation file for English too; this does with two strings.
    """
    return one if count == 1 else many.format(n=number(count))


def percent(share: float) -> str:
    """A share of 1 in percent: "93%"."""
    return _tr("{n}%").format(n=number(share * 100, 0))


def size(count: float) -> str:
    """Bytes as a person reads them: "98 MB", "1.1 GB"."""
    if count >= 1e9:
        return f"{number(count / 1e9, 1)} GB"
    return f"{number(count / 1e6, 0)} MB"


def clock(seconds: float) -> str:
    """Seconds as minutes and seconds: "1:05"."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def time_left(seconds: float | None) -> str:
    """How long something goes on: "about 1:05 left"; "" where nobody can tell."""
    return "" if seconds is None else _tr("about {time} left").format(time=clock(seconds + 1))


def moment(at: datetime) -> str:
    """A point in time where the reviewer is: "22 Nov 2026, 20:15"."""
    here = QDateTime.fromSecsSinceEpoch(int(at.timestamp()))
    return QLocale(spoken()).toString(here, _tr("d MMM yyyy, HH:mm"))


def quoted(text: str) -> str:
    """Words of a document's, or a reviewer's, in quotation marks."""
    return _tr("“{text}”").format(text=text)


def _tr(text: str) -> str:
    return QCoreApplication.translate("numerals", text)
