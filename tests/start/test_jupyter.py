"""How JupyterLab is started: its command, its environment, its port."""

import socket
from pathlib import Path

import pytest

from starter import jupyter, signals
from starter.meanings import Trouble
from starter.places import Places


def test_the_token_is_in_the_environment_and_not_in_the_command(tmp_path: Path) -> None:
    places = Places(tmp_path)
    environment = jupyter.lab_environment(places, "s3cret", {"PATH": "/bin"})
    command = jupyter.lab_command(places, 8899, "notebooks/01_focus.ipynb", root_user=True)
    assert environment["JUPYTER_TOKEN"] == "s3cret"
    assert not any("s3cret" in part for part in command)


def test_jupyterlab_listens_on_this_computer_only_and_does_not_wander_to_another_port(tmp_path: Path) -> None:
    command = jupyter.lab_command(Places(tmp_path), 1234, "notebooks/01_focus.ipynb", root_user=False)
    assert {"--ServerApp.ip=127.0.0.1", "--ServerApp.port=1234", "--ServerApp.port_retries=0"} <= set(command)
    assert "--allow-root" not in command


def test_a_persons_own_settings_stay_out(tmp_path: Path) -> None:
    mine = {
        "JUPYTER_CONFIG_DIR": "/somewhere/jupyter",
        "JUPYTERLAB_SETTINGS_DIR": "/home/me/lab",
        "PYTHONPATH": "/home/me/modules",
        "PYTHONHOME": "/opt/python",
        "PIP_USER": "1",
        "HOME": "/home/me",
    }
    places = Places(tmp_path)
    environment = jupyter.lab_environment(places, "t", mine)
    assert environment["JUPYTER_CONFIG_DIR"] == str(places.settings)
    assert not {"JUPYTERLAB_SETTINGS_DIR", "PYTHONPATH", "PYTHONHOME"} & set(environment)
    assert (environment["PIP_USER"], environment["HOME"]) == ("0", "/home/me")


def test_ctrl_c_does_not_reach_jupyterlab() -> None:
    assert signals.own_group(windows=False) == {"start_new_session": True}
    assert signals.own_group(windows=True) == {"creationflags": 0x200}


def test_the_usual_port_when_it_is_free_else_another(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        monkeypatch.setattr(jupyter, "PORT", taken)
        assert jupyter.free_port(None) not in (0, taken)
    assert jupyter.free_port(None) == taken


@pytest.mark.parametrize("impossible", [70000, -1])
def test_an_impossible_port_is_refused(impossible: int) -> None:
    with pytest.raises(Trouble, match="There is no port"):
        jupyter.free_port(impossible)


def test_a_port_that_was_asked_for_and_is_taken_is_named() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        with pytest.raises(Trouble, match=f"Port {taken} is taken"):
            jupyter.free_port(taken)
