"""What pip, venv and the system say when something fails, and what it means to a person."""

import re
import sys
from pathlib import Path

NEEDED_MB = 1000  # measured: .venv takes 520 MB, pip's downloads and the test tools the rest
MEANINGS = (
    (
        "No space left on device|not enough space on the disk|Disk quota exceeded",
        "The disk is full; make {needed} MB of room where {root} is and start again.",
    ),
    (
        "CERTIFICATE_VERIFY_FAILED|SSLError|SSLCertVerificationError|TLS CA certificate bundle",
        "This network replaces certificates, as companies do; ask its administrators for the certificate, run"
        " 'python3 -m pip config set global.cert FILE' and start again.",
    ),
    (
        "ProxyError|Proxy Authentication Required|Tunnel connection failed",
        "The network's proxy refused the connection; ask its administrators for the proxy's address, set the variable"
        " HTTPS_PROXY to it and start again.",
    ),
    (
        "NewConnectionError|Failed to establish a new connection|NameResolutionError|getaddrinfo failed|ConnectTimeout"
        "|Temporary failure in name resolution|Network is unreachable|[Rr]ead ?timed ?out|ReadTimeout"
        "|Connection (reset|aborted|broken)|IncompleteRead",
        "The packages could not be fetched because there is no network; connect this computer and start again.",
    ),
    (
        "Permission denied|Access is denied|Read-only file system|Operation not permitted",
        "This folder may not be written to: {root}; move the course to a folder of your own, such as Documents.",
    ),
    (
        "ensurepip|No module named '?venv",
        "This Python cannot make environments; on Debian or Ubuntu run 'sudo apt install python{python}-venv',"
        " elsewhere install Python from python.org, and start again.",
    ),
    (
        "No matching distribution|Could not find a version",
        "A package has no version for Python {python} here; install Python 3.13 from python.org and start again.",
    ),
)


class Trouble(Exception):
    """Something a person can mend; its text is one sentence that says how."""


def known(output: str, root: Path) -> str:
    """The sentence for what pip, venv or the system said; "" when we know none."""
    for signs, sentence in MEANINGS:
        if re.search(signs, output):
            return sentence.format(needed=NEEDED_MB, root=root, python=f"{sys.version_info[0]}.{sys.version_info[1]}")
    return ""


def last_words(output: str) -> str:
    """The last error, or the last line, for troubles that we have no sentence for."""
    lines = [line.strip() for line in output.splitlines() if line.strip()] or ["it said nothing"]
    return next((line for line in reversed(lines) if line.startswith("ERROR")), lines[-1])
