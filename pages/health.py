"""What rooms report to the health page; filled in AppConfig.ready()."""

from collections.abc import Callable
from typing import Any

# name -> function that returns {"ok": bool, ...}
reports: dict[str, Callable[[], dict[str, Any]]] = {}
