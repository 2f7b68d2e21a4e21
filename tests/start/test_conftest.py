"""With TWO_HATS_REQUIRE set a skipped test fails, without it it is skipped; browser tests share a worker."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

CONFTEST = Path(__file__).resolve().parents[1] / "conftest.py"
TESTS = {
    "test_mark.py": "import pytest\n@pytest.mark.skip(reason='no such thing')\ndef test_it(): pass\n",
    "test_call.py": "import pytest\ndef test_it(): pytest.skip('no such thing')\n",
    "test_module.py": "import pytest\npytest.importorskip('no_such_thing')\ndef test_it(): pass\n",
}
EXPECTED_FAILURE = "import pytest\n@pytest.mark.xfail(reason='known')\ndef test_it(): assert False\n"


def run(folder: Path, require: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """pytest in a folder with our conftest.py."""
    (folder / "conftest.py").write_text(CONFTEST.read_text(encoding="utf-8"), encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-c", "/dev/null", "--rootdir", "."]
    env = {"TWO_HATS_REQUIRE": require, "PATH": "/usr/bin:/bin"}
    return subprocess.run([*command, *(arguments or ["."])], cwd=folder, env=env, capture_output=True, text=True)


@pytest.mark.parametrize("name", TESTS)
def test_a_skip_is_a_failure_where_it_is_required(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(TESTS[name], encoding="utf-8")
    strict = run(tmp_path, "1")
    assert strict.returncode != 0
    assert "nothing may be skipped" in strict.stdout
    assert "1 skipped" in run(tmp_path, "").stdout


def test_an_expected_failure_is_no_skip(tmp_path: Path) -> None:
    (tmp_path / "test_known.py").write_text(EXPECTED_FAILURE, encoding="utf-8")
    strict = run(tmp_path, "1")
    assert (strict.returncode, "1 xfailed" in strict.stdout) == (0, True)


def test_two_files_of_browser_tests_go_to_one_worker(tmp_path: Path) -> None:
    browser = tmp_path / "tests" / "browser"
    browser.mkdir(parents=True)
    for file in (browser / "test_a.py", browser / "test_b.py", browser.parent / "test_c.py"):
        file.write_text("def test_one(): pass\ndef test_two(): pass\n", encoding="utf-8")
    said = run(tmp_path, "", "-vv", "-n", "2", "--dist", "loadfile", ".").stdout
    found = re.findall(r"\[(gw\d)\].* PASSED tests/(\S+)", said)
    assert len(found) == 6, said
    assert len({worker for worker, name in found if name.startswith("browser/")}) == 1, said
