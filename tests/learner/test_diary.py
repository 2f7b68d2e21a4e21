"""A diary: what is written is there again, in every window; trouble is named, and nothing is lost by it."""

import errno
import json
import os
import stat
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.learner.diary import Diary
from lessons.record.trouble import Trouble


def answer(diary, number):
    return diary.write("answered", "focus", question=str(number), answer=number)


def answered(diary):
    return sorted(int(question) for question in diary.state.lesson("focus").answers)


def lines(folder):
    return [line for path in folder.glob("*.jsonl") for line in path.read_text("ascii").splitlines()]


def test_what_is_written_is_there_in_the_next_session(folder):
    first = Diary(folder)
    assert first.write("predicted", "focus", value=12, sure="guess") is None
    assert first.write("chose", "focus", decision=1, option="A") is None
    assert Diary(folder).state == first.state
    assert first.state.lesson("focus").prediction.value == 12
    assert first.code == "blue-lamp-42"


def test_opening_a_diary_writes_nothing(folder):
    assert Diary(folder).state.last_at == ""
    assert not folder.exists()


def test_two_windows_see_each_other(folder):
    one, two = Diary(folder), Diary(folder)
    answer(one, 1)
    answer(two, 2)
    answer(one, 3)
    assert answered(one) == answered(two) == [1, 2, 3]
    assert len(list(folder.glob("*.jsonl"))) == 2


def test_an_answer_comes_after_those_seen_before_it_even_if_the_clock_was_set_back(folder):
    ahead = folder / "ahead.jsonl"
    folder.mkdir(parents=True)
    event = {
        "kind": "wrote",
        "lesson": "focus",
        "at": "2990-01-01T00:00:00.000Z",
        "session": "zz",
        "seq": 0,
        "version": 1,
    }
    ahead.write_text(json.dumps({**event, "data": {"prompt": "p", "text": "from a wrong clock"}}))
    diary = Diary(folder)
    diary.write("wrote", "focus", prompt="p", text="newer")
    assert Diary(folder).state.lesson("focus").texts["p"].text == "newer"


def test_a_torn_last_line_and_foreign_files_are_passed_over(folder):
    answer(Diary(folder), 1)
    (folder / "crash.jsonl").write_bytes(b'{"kind":"answered","lesson":"fo')
    (folder / "other.jsonl").write_bytes(b"\xff\xfe\x00nonsense\n[1, 2]\n\n")
    (folder / "notes.txt").write_text("mine")
    assert answered(Diary(folder)) == [1]
    assert Diary(folder).trouble is None


def test_unknown_kinds_survive_in_the_state_the_files_and_the_export(folder):
    Diary(folder).write("danced", "focus", how="well")
    later = Diary(folder)
    answer(later, 1)
    assert [event.kind for event in later.state.others] == ["danced"]
    assert [event["kind"] for event in json.loads(later.export())["events"]] == ["danced", "answered"]


@pytest.mark.parametrize("room", [0, 1, 40, 100_000])
def test_a_full_disk_is_named_and_what_did_not_fit_is_written_later(folder, disk, room):
    diary = Diary(folder)
    assert answer(diary, 1) is None
    disk.fail("ENOSPC", room=min(room, 150))
    troubles = [answer(diary, number) for number in (2, 3)]
    assert troubles[-1] == Trouble("disk_full", str(folder))
    assert answered(diary) == [1, 2, 3], "an answer counts although it is not saved yet"
    disk.mend()
    assert answer(diary, 4) is None
    assert answered(Diary(folder)) == [1, 2, 3, 4]
    assert Diary(folder).state == diary.state


def test_saving_may_be_tried_again_without_a_new_answer(folder, disk):
    diary = Diary(folder)
    disk.fail("ENOSPC", room=10)
    assert answer(diary, 1).key == "disk_full"
    assert diary.save().key == "disk_full"
    disk.mend()
    assert diary.save() is None
    assert answered(Diary(folder)) == [1]


@given(st.lists(st.none() | st.integers(0, 300), min_size=1, max_size=8))
def test_however_the_disk_fails_nothing_is_lost_or_twice(tmp_path_factory, rooms):
    folder, real = tmp_path_factory.mktemp("learners"), os.write

    def limited(room):
        def write(descriptor, data):
            nonlocal room
            if not room:
                raise OSError(errno.ENOSPC, "full")
            written = real(descriptor, data[:room])
            room -= written
            return written

        return write

    diary = Diary(folder)
    with pytest.MonkeyPatch.context() as patch:
        for number, room in enumerate(rooms):
            patch.setattr(os, "write", real if room is None else limited(room))
            answer(diary, number)
    assert diary.save() is None
    found = Diary(folder).state.lesson("focus").answers
    assert {question: kept.tries for question, kept in found.items()} == {str(n): 1 for n in range(len(rooms))}


def test_a_write_that_could_not_be_made_sure_is_not_counted_twice(folder, monkeypatch):
    diary = Diary(folder)
    answer(diary, 1)

    def broken(descriptor):
        raise OSError(errno.EIO, "input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", broken)
        assert answer(diary, 2) == Trouble("unknown", str(folder))
    assert answer(diary, 3) is None
    assert len([line for line in lines(folder) if line]) == 4, "the second was written again, to be sure"
    assert {kept.tries for kept in Diary(folder).state.lesson("focus").answers.values()} == {1}


@pytest.mark.parametrize(("error", "key"), [("EROFS", "read_only"), ("EACCES", "not_allowed"), ("EDQUOT", "disk_full")])
def test_a_place_that_cannot_be_written_to_is_named(folder, monkeypatch, error, key):
    diary, real = Diary(folder), os.open

    def refuse(path, flags, *rest, **more):
        if flags & os.O_WRONLY:
            raise OSError(getattr(errno, error), "refused", str(path))
        return real(path, flags, *rest, **more)

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", refuse)
        assert answer(diary, 1) == Trouble(key, str(folder))
    assert answer(diary, 2) is None
    assert answered(Diary(folder)) == [1, 2]


def test_a_folder_that_was_taken_away_is_named_and_not_made_again(folder):
    diary = Diary(folder)
    answer(diary, 1)
    away = folder.rename(folder.with_name("away"))
    assert answer(diary, 2) == Trouble("no_folder", str(folder))
    assert not folder.exists()
    assert answered(diary) == [1, 2]
    away.rename(folder)
    assert answer(diary, 3) is None
    assert answered(Diary(folder)) == [1, 2, 3]


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").write_text("in the way")
    assert answer(Diary(tmp_path / "file" / "code"), 1).key == "no_folder"


def test_a_file_that_cannot_be_read_is_named_and_the_rest_counts(folder, monkeypatch):
    answer(Diary(folder), 1)
    locked = next(folder.glob("*.jsonl"))
    answer(Diary(folder), 2)
    real = type(locked).read_bytes

    def refuse(path):
        if path == locked:
            raise PermissionError(errno.EACCES, "refused", str(path))
        return real(path)

    diary = Diary(folder)
    with monkeypatch.context() as patch:
        patch.setattr(type(locked), "read_bytes", refuse)
        assert answered(diary) == [2]
        assert diary.trouble == Trouble("not_read", str(locked))
    assert answered(diary) == [1, 2]
    assert diary.trouble is None


def test_only_files_that_changed_are_read_again(folder, monkeypatch):
    answer(Diary(folder), 1)
    other = Diary(folder)
    answer(other, 2)
    diary = Diary(folder)
    assert answered(diary) == [1, 2]
    read, real = [], type(folder).read_bytes
    monkeypatch.setattr(type(folder), "read_bytes", lambda path: read.append(path.name) or real(path))
    assert diary.state is diary.state
    assert not read
    answer(other, 3)
    assert answered(diary) == [1, 2, 3]
    assert len(read) == 1


def test_threads_of_one_window_lose_nothing(folder):
    diary = Diary(folder)

    def some(start):
        for number in range(start, start + 20):
            answer(diary, number)

    threads = [threading.Thread(target=some, args=(start,)) for start in (0, 20, 40)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answered(diary) == answered(Diary(folder)) == list(range(60))


def test_export_has_everything_but_what_is_sealed(folder):
    Diary(folder).write("wrote", "start_here", prompt="sentence", text="The difference is …", sealed=True)
    diary = Diary(folder)
    diary.write("wrote", "focus", prompt="reflect", text="Zoë asked first \ud83d")
    found = json.loads(diary.export())
    assert found["code"] == "blue-lamp-42"
    assert [event["data"]["text"] for event in found["events"]] == ["Zoë asked first \ufffd"]
    assert [event["lesson"] for event in json.loads(diary.export(with_sealed=True))["events"]] == [
        "start_here",
        "focus",
    ]
    diary.export().encode("utf-8")


def test_export_has_what_is_not_saved_yet(folder, disk):
    diary = Diary(folder)
    disk.fail("ENOSPC")
    answer(diary, 1)
    assert len(json.loads(diary.export())["events"]) == 1


def test_erasing_leaves_nothing_and_a_new_record_may_begin(folder):
    answer(Diary(folder), 1)
    diary = Diary(folder)
    answer(diary, 2)
    assert diary.erase() is None
    assert not folder.exists()
    assert answered(diary) == []
    assert answer(diary, 3) is None
    assert answered(Diary(folder)) == [3]


def test_erasing_leaves_files_that_are_not_ours(folder):
    diary = Diary(folder)
    answer(diary, 1)
    (folder / "notes.txt").write_text("mine")
    assert diary.erase() is None
    assert [path.name for path in folder.iterdir()] == ["notes.txt"]


def test_a_record_that_cannot_be_erased_is_named(folder, monkeypatch):
    diary = Diary(folder)
    answer(diary, 1)

    def refuse(path, **more):
        raise PermissionError(errno.EACCES, "refused", str(path))

    with monkeypatch.context() as patch:
        patch.setattr(type(folder), "unlink", refuse)
        assert diary.erase() == Trouble("not_erased", str(folder))
    assert answered(diary) == [1]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps permissions another way")
def test_nobody_else_may_read_a_record(folder):
    answer(Diary(folder), 1)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}


def test_data_that_is_not_json_is_refused_and_changes_nothing(folder):
    diary = Diary(folder)
    with pytest.raises(ValueError, match="JSON"):
        diary.write("kept", "focus", id="x01", value=float("nan"))
    assert diary.write("kept", "focus", id="x01", value=1) is None
    assert len(lines(folder)) == 1
