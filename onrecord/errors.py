"""The errors of On Record, one tree.

    OnRecordError
    ├── UsageError          a wrong argument or setting
    ├── InputError          an input that cannot be taken (becomes a Rejection)
    ├── SpanError           offsets that do not fit the text
    ├── WeightsError        weights that are missing, damaged or of another label inventory
    └── RecordError         a record file that cannot be read or written
        ├── RecordNotFound  no record at that path, or no such incident, report or finding in it
        ├── RecordVersion   a record written by another version of the schema
        └── DecisionConflict  somebody else decided on the same thing in the meantime

Every message gives the value, the place and the next step.
"""

from __future__ import annotations


class OnRecordError(Exception):
    """Something On Record cannot do. `value` is what was given, `where` the place, `hint` the next step."""

    def __init__(self, message: str, *, value: str = "", where: str = "", hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.value = value
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        place = f" ({self.where})" if self.where else ""
        given = f": {self.value!r}" if self.value else ""
        step = f". {self.hint}" if self.hint else ""
        return f"{self.message}{given}{place}{step}"


class UsageError(OnRecordError):
    """A wrong argument or setting."""


class InputError(OnRecordError):
    """An input that cannot be taken. `code` is a short stable word for the reason."""

    def __init__(
        self, message: str, *, code: str, value: str = "", where: str = "", hint: str = ""
    ) -> None:
        super().__init__(message, value=value, where=where, hint=hint)
        self.code = code


class SpanError(OnRecordError, ValueError):
    """Offsets that do not fit the text."""


class WeightsError(OnRecordError):
    """Weights that are missing, damaged or of another label inventory."""


class RecordError(OnRecordError):
    """A record file that cannot be read or written."""


class RecordNotFound(RecordError):
    """No record at that path, or no such thing in it."""


class RecordVersion(RecordError):
    """A record written by another version of the schema."""


class DecisionConflict(RecordError):
    """Somebody else decided on the same thing in the meantime; nothing was saved."""
