"""Put the course's JupyterLab extension into an environment, and its settings into a folder of their own.

    python -m lessons.lab.install                     the extension, into this environment
    python -m lessons.lab.install --settings FOLDER   the settings, for JUPYTER_CONFIG_DIR
    python -m lessons.lab.install --remove            the extension, out again

The extension changes nothing but notebooks of this course; the settings change JupyterLab for everything opened with
them, so they go only where they are asked for.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import sys
from pathlib import Path

from .place import notebooks_folder, spellings

NAME = "two-hats-lab"
HERE = Path(__file__).resolve().parent
SETTINGS = {
    "jupyter_server_config.json": "jupyter_server_config.json",
    "labconfig/default_setting_overrides.json": "default_setting_overrides.json",
    "labconfig/page_config.json": "page_config.json",
}


def extension_folder(prefix: Path) -> Path:
    """Where an environment keeps this extension."""
    return prefix / "share" / "jupyter" / "labextensions" / NAME


def install_extension(prefix: Path, notebooks: Path | None = None) -> Path:
    """Copy the extension into an environment, replacing an older one. Returns its folder.

    ``notebooks`` is the one folder whose lessons run on open (default: the course's own). The files lie in a folder
    named after what they hold, because browsers keep files under their old names.
    """
    target = extension_folder(prefix)
    remove_extension(prefix)
    place = json.dumps({"folders": spellings(notebooks or notebooks_folder())}, indent=1)
    folder = f"static/{digest(place)}"
    shutil.copytree(HERE / "extension" / "static", target / folder)
    (target / folder / "place.json").write_text(place + "\n", encoding="utf-8")
    package = json.loads((HERE / "extension" / "package.json").read_text(encoding="utf-8"))
    package["jupyterlab"]["_build"]["load"] = f"{folder}/remoteEntry.js"
    (target / "package.json").write_text(json.dumps(package, indent=1) + "\n", encoding="utf-8")
    return target


def digest(place: str) -> str:
    """A short name for the extension's files and its place."""
    sums = hashlib.sha256(place.encode())
    for file in sorted((HERE / "extension" / "static").iterdir()):
        sums.update(file.name.encode() + file.read_bytes())
    return sums.hexdigest()[:12]


def remove_extension(prefix: Path) -> None:
    """Take the extension out of an environment; nothing happens if it is not there."""
    shutil.rmtree(extension_folder(prefix), ignore_errors=True)


def settings_files() -> dict[str, str]:
    """The settings of a learner's JupyterLab: each file's place below JUPYTER_CONFIG_DIR, and its text."""
    return {
        place: (HERE / "settings" / source).read_text(encoding="utf-8") for place, source in sorted(SETTINGS.items())
    }


def write_settings(folder: Path) -> None:
    """Write the settings into a folder, over older ones; what else lies there stays."""
    for place, text in settings_files().items():
        file = folder / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def main(arguments: list[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m lessons.lab.install", description=__doc__.splitlines()[0])
    parser.add_argument("--settings", type=Path, metavar="FOLDER", help="write the settings there, and nothing else")
    parser.add_argument("--remove", action="store_true", help="take the extension out again")
    parser.add_argument("--prefix", type=Path, default=Path(sys.prefix), help="the environment (default: this one)")
    own = "the folder whose lessons run on open; a quoted '~/…' is one in everybody's own home"
    parser.add_argument("--notebooks", type=Path, help=own)
    options = parser.parse_args(arguments)
    if options.settings:
        write_settings(options.settings)
    elif options.remove:
        remove_extension(options.prefix)
    else:
        install_extension(options.prefix, options.notebooks)


if __name__ == "__main__":
    main()
