"""Finds kernel modules and the order to load them in, without depmod."""

import re
import subprocess
from pathlib import Path

from testvm.failure import Failure


class Modules:
    """The modules of an unpacked kernel."""

    def __init__(self, kernel):
        self.release = kernel.release
        self.files = {}
        for path in kernel.modules.rglob("*.ko*"):
            self.files[_key(path.name.split(".ko")[0])] = path
        builtin = (kernel.modules / "modules.builtin").read_text().split()
        self.builtin = {_key(Path(line).name.removesuffix(".ko")) for line in builtin}

    def in_order(self, names):
        """The named modules after what each needs, without what is built in; by name, once each."""
        ordered = []
        for name in names:
            self._add(_key(name), ordered)
        return ordered

    def _add(self, name, ordered):
        if name in ordered or name in self.builtin:
            return
        if name not in self.files:
            raise Failure(f"kernel {self.release} has no module {name}")
        for needed in self._needed_by(name):
            self._add(needed, ordered)
        ordered.append(name)

    def _needed_by(self, name):
        found = re.search(rb"\0depends=([^\0]*)\0", self.contents(name))
        return [_key(needed) for needed in found[1].decode().split(",") if needed] if found else []

    def contents(self, name):
        """The module, uncompressed."""
        path = self.files[name]
        if path.suffix == ".xz":
            return subprocess.run(["xz", "-dc", path], stdout=subprocess.PIPE, check=True).stdout
        return path.read_bytes()


def _key(name):
    return name.replace("-", "_")
