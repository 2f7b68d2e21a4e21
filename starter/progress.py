"""How far pip is, counted from what it says."""

import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

from starter.places import Places


@dataclass
class Meter:
    """Counts what pip says while it works."""

    total: int
    fetched: int = 0
    placing: bool = False

    def read(self, line: str) -> None:
        if line.startswith(("Collecting ", "Requirement already satisfied: ")):
            self.fetched += 1
        elif line.startswith("Installing collected packages"):
            self.placing = True

    def text(self, placed: int) -> str:
        """The live line; `placed` counts the packages that are there."""
        if self.placing:
            return f"  putting packages in place: {min(placed, self.total)} of {self.total}"
        return f"  fetching packages: {min(self.fetched, self.total)} of {self.total}"


def count_placed(places: Places) -> int:
    library = places.venv / "Lib" if places.windows else next(places.venv.glob("lib/python*"), places.venv)
    return sum(1 for _ in (library / "site-packages").glob("*.dist-info"))


def count_pins(requirements: Path) -> int:
    """How many packages a file pins for this computer, nearly: lines for other systems and Pythons are few."""
    lines = requirements.read_text(encoding="utf-8").splitlines()
    here = f'sys_platform == "{sys.platform}"'
    pinned = {line.split("==")[0] for line in lines if "==" in line and ("sys_platform ==" not in line or here in line)}
    more = [line[3:].strip() for line in lines if line.startswith("-r ")]
    return len(pinned - {""}) + sum(count_pins(requirements.parent / name) for name in more)


def watch(process: "subprocess.Popen[str]", meter: Meter, places: Places) -> str:
    """pip's whole output, with a live line on a terminal while it comes."""
    lines: list[str] = []

    def read() -> None:
        for line in process.stdout or ():
            lines.append(line)
            meter.read(line)

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    live = sys.stdout.isatty()
    while reader.is_alive():
        reader.join(0.3)
        if live:
            print(f"\r{meter.text(count_placed(places) if meter.placing else 0):<60}", end="", flush=True)
    if live:
        print(f"\r{'':<60}\r", end="", flush=True)
    return "".join(lines)
