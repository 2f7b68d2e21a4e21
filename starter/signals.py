"""Whom Ctrl+C reaches, and what else counts as one."""

import signal
from typing import Any


def own_group(windows: bool) -> dict[str, Any]:
    """Keep Ctrl+C from a program that we start, which might ask whether to stop; we end it politely ourselves."""
    return {"creationflags": 0x200} if windows else {"start_new_session": True}  # 0x200: CREATE_NEW_PROCESS_GROUP


def interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def catch_signals() -> None:
    """End what we started on Ctrl+C, on a closed window and on a polite kill alike; nohup keeps its meaning."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number and (name != "SIGHUP" or signal.getsignal(number) is not signal.SIG_IGN):
            signal.signal(number, interrupt)
