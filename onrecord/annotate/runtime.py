"""ONNX Runtime, with its telemetry off.

Its builds of late write an id of the machine into the user's cache when they are imported and
may send events. On Record promises that nothing is sent anywhere, so the switch is set before the
import: an effect of importing this module, and the reason why nothing else imports the runtime.
A user who has set the switch keeps the setting.
"""

from __future__ import annotations

import os

os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")

import onnxruntime as ort

__all__ = ["ort"]
