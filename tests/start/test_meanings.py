"""Every trouble that pip, venv or the system reports becomes one sentence that says what to do."""

import re
from pathlib import Path

import pytest

from starter import meanings

OUTPUTS = {
    "full": "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device",
    "full on Windows": "OSError: [WinError 112] There is not enough space on the disk",
    "certificate": "WARNING: Retrying (Retry(total=2)) after connection broken by 'SSLError(SSLCertVerificationError(1,"
    " '[SSL: CERTIFICATE_VERIFY_FAILED] unable to get local issuer certificate'))'\n"
    "ERROR: No matching distribution found for comm==0.2.3",
    "proxy": "after connection broken by 'ProxyError('Cannot connect to proxy.', OSError('Tunnel connection failed: 407"
    " Proxy Authentication Required'))'",
    "no name server": "NewConnectionError('<pip._vendor...>: Failed to establish a new connection: [Errno -3] Temporary"
    " failure in name resolution')\nERROR: No matching distribution found for comm==0.2.3",
    "no name server on Windows": "Failed to establish a new connection: [Errno 11001] getaddrinfo failed",
    "silence": "ReadTimeoutError(\"HTTPSConnectionPool(host='x', port=443): Read timed out. (read timeout=15)\")",
    "cut": "pip._vendor.urllib3.exceptions.ProtocolError: ('Connection broken: IncompleteRead(12 bytes read)')",
    "read-only": "[Errno 30] Read-only file system: '/media/course/.two-hats'",
    "not mine": "PermissionError: [Errno 13] Permission denied: '/srv/course/.venv'",
    "not mine on Windows": "[WinError 5] Access is denied: 'C:\\\\Program Files\\\\course\\\\.venv'",
    "Debian": "The virtual environment was not created successfully because ensurepip is not available.",
    "no venv": "/usr/bin/python3: No module named venv",
    "unknown package": "ERROR: No matching distribution found for numpy==2.5.5",
}


SIGNS = {
    "full": "disk is full",
    "full on Windows": "disk is full",
    "certificate": "certificate",
    "proxy": "proxy",
    "no name server": "no network",
    "no name server on Windows": "no network",
    "silence": "no network",
    "cut": "no network",
    "read-only": "written to",
    "not mine": "written to",
    "not mine on Windows": "written to",
    "Debian": "-venv",
    "no venv": "-venv",
    "unknown package": "no version",
}


@pytest.mark.parametrize("case", OUTPUTS)
def test_a_known_trouble_gets_its_own_sentence(case: str, tmp_path: Path) -> None:
    sentence = meanings.known(OUTPUTS[case], tmp_path)
    assert SIGNS[case] in sentence
    assert sentence.endswith(".")
    assert len(re.findall(r"[.;] [A-Z]", sentence)) == 0, "one sentence"
    assert "{" not in sentence


def test_an_unknown_trouble_is_not_guessed_at(tmp_path: Path) -> None:
    assert meanings.known("ERROR: the moon is in the wrong house", tmp_path) == ""


@pytest.mark.parametrize(
    ("output", "last"),
    [
        ("Collecting a\nERROR: first\nERROR: second\nnotice", "ERROR: second"),
        ("one\ntwo\n\n", "two"),
        ("", "it said nothing"),
    ],
)
def test_last_words(output: str, last: str) -> None:
    assert meanings.last_words(output) == last
