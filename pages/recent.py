"""A memory of bounded size, shared by the threads of a process: what nobody asked for longest goes first."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Any


class Recent(OrderedDict[Any, Any]):
    """Things under names."""

    def __init__(self) -> None:
        super().__init__()
        self._lock = Lock()

    def kept(self, name: Any, make: Callable[[], Any], most: int) -> Any:
        """Return what stands under a name, else what `make` returns, kept from now on among `most` things at most."""
        with self._lock:
            if name in self:
                self.move_to_end(name)
                return self[name]
        made = make()
        with self._lock:
            self[name] = made
            while len(self) > most:
                self.popitem(last=False)
        return made
