"""Intake: files, folders, globs, standard input and addresses become Reports or Rejections."""

from __future__ import annotations

from onrecord.intake.readers import READERS
from onrecord.intake.take import take

__all__ = ["READERS", "take"]
