"""A class folder as a table: good files count, each bad one gets a sentence, nobody can replace another's hand-in."""

import os
import threading
from datetime import date

import pandas as pd
import pytest

from lessons.classroom.handin import write
from lessons.classroom.table import newest, read_folder, table
from lessons.learner.diary import Diary
from lessons.record.events import Event
from lessons.record.fold import fold
from lessons.record.handin import hand_in, new_secret
from lessons.record.state import Answer, LessonState, Prediction, State

DAY = date(2026, 11, 24)


def learner(**lesson):
    return hand_in(State({"focus": LessonState(**lesson)}), "focus", DAY, new_secret())


@pytest.fixture
def three():
    return [
        learner(
            prediction=Prediction(12.0, "fairly", ""),
            choices={1: "A", 2: "C"},
            placed={"focus": {"T01": "both", "T02": "managing"}},
            answers={"1": Answer("A", "C", 2, "", False, True), "3": Answer("B", "B", 1, "", True, True)},
        ),
        learner(prediction=Prediction("no number is enough", "guess", ""), answers={"10": Answer(9, 9, 1, "", True)}),
        learner(),
    ]


def test_a_class_is_a_table_with_one_row_a_hand_in(tmp_path, three):
    for made in three:
        write(made, tmp_path)
    folder = read_folder(tmp_path)
    assert folder.left_out == ()
    found = table(folder.hand_ins).set_index("pseudonym").loc[[made.pseudonym for made in three]].reset_index()
    expected = pd.DataFrame(
        {
            "pseudonym": [made.pseudonym for made in three],
            "lesson": ["focus"] * 3,
            "day": ["2026-11-24"] * 3,
            "predicted": pd.array([12.0, None, None], "Float64"),
            "sure": pd.array(["fairly", "guess", None], "str"),
            "choice_1": pd.array(["A", None, None], "str"),
            "choice_2": pd.array(["C", None, None], "str"),
            "cards_placed": pd.array([2, 0, 0], "Int64"),
            "check_1": pd.array([False, None, None], "boolean"),
            "check_3": pd.array([True, None, None], "boolean"),
            "check_10": pd.array([None, True, None], "boolean"),
        }
    )
    pd.testing.assert_frame_equal(found, expected)


def test_an_empty_class_has_the_same_columns(three):
    assert list(table([]).columns) == list(table(three).columns)[:8]
    assert table([]).dtypes.equals(table(three).dtypes.iloc[:8])


def test_each_bad_file_gets_a_sentence_and_the_rest_counts(tmp_path, three):
    write(three[0], tmp_path)
    good = next(tmp_path.iterdir())
    (tmp_path / "notes.txt").write_text("Bring the projector.")
    (tmp_path / "big.json").write_bytes(b" " * 70_000)
    (tmp_path / "old.json").write_text(good.read_text().replace('"version": 1', '"version": 0'))
    (tmp_path / "<img src=x onerror=alert(1)>.json").write_text("{}")
    (tmp_path / ("n" * 200 + "\n.json")).write_text("{}")
    (tmp_path / ".hidden").write_text("passed over")
    (tmp_path / "folder").mkdir()
    folder = read_folder(tmp_path)
    assert folder.hand_ins == (three[0],)
    assert len(folder.left_out) == 5
    assert "notes.txt is not a hand-in of this course, or it was changed. It was left out." in folder.left_out
    assert "old.json comes from another edition of the course. It was left out." in folder.left_out
    assert any(sentence.startswith("big.json is larger than 64 kB") for sentence in folder.left_out)
    assert all(sentence.isprintable() and len(sentence) < 200 for sentence in folder.left_out)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_pipes_and_links_are_neither_waited_for_nor_followed(tmp_path, three):
    write(three[0], tmp_path)
    good = next(tmp_path.iterdir())
    os.mkfifo(tmp_path / "pipe.json")
    (tmp_path / "link.json").symlink_to(good)
    (tmp_path / "nowhere.json").symlink_to("nothing")
    (tmp_path / os.fsdecode(b"\xff.json")).write_text("{}")
    folder = read_folder(tmp_path)
    assert folder.hand_ins == (three[0],)
    assert len(folder.left_out) == 4
    assert "".join(folder.left_out).encode("utf-8")


def test_a_folder_that_is_not_there_gets_a_sentence(tmp_path):
    folder = read_folder(tmp_path / "class")
    assert folder.hand_ins == ()
    assert folder.left_out[0].startswith(f"The class folder {tmp_path / 'class'} cannot be read.")


def test_of_too_many_files_the_first_are_read(tmp_path, three, monkeypatch):
    monkeypatch.setattr("lessons.classroom.gathering.MOST", 2)
    for made in three:
        write(made, tmp_path)
    folder = read_folder(tmp_path)
    assert len(folder.hand_ins) == 2
    assert folder.left_out == ("The class folder holds more than 2 files. Only the first 2 were read.",)


def chain(count):
    """Hand-ins of one learner, each with one more card placed than the last."""
    events, made = [], []
    for place in range(count):
        at, secret = f"2026-11-24T10:00:{place:02}.000Z", new_secret()
        card = {"card": f"T{place:02}", "role": "both", "sort": "focus"}
        events.append(Event("placed", "focus", card, at, "s", 2 * place))
        made.append(hand_in(fold(events), "focus", DAY, secret))
        handed = {"pseudonym": made[-1].pseudonym, "secret": secret, "sealed": True}
        events.append(Event("handed_in", "focus", handed, at, "s", 2 * place + 1))
    return made


def test_a_newer_hand_in_replaces_the_older_in_any_order_and_over_gaps():
    first, second, third = chain(3)
    assert newest([second, third, first]) == ((third,), ())
    assert newest([third, first]) == ((third,), ())
    assert newest([first, second]) == ((second,), ())
    assert newest([first, first]) == ((first,), ()), "a copied file counts once"


def test_someone_elses_code_cannot_be_used_to_replace_a_hand_in():
    first, second = chain(2)
    forged = learner().model_copy(update={"pseudonym": first.pseudonym, "opens": [*second.opens, new_secret()]})
    standing, doubtful = newest([first, second, forged])
    assert standing == ()
    assert len(doubtful) == 1 and first.pseudonym[:8] in doubtful[0]
    changed = second.model_copy(update={"choices": {"1": "A"}})
    assert newest([first, second, changed])[0] == ()


def test_two_lessons_of_one_learner_are_two_rows():
    first = learner()
    other = learner().model_copy(update={"pseudonym": first.pseudonym, "lesson": "horizon"})
    assert newest([other, first]) == ((first, other), ())


def test_whole_hand_ins_are_read_while_others_are_being_written(tmp_path):
    def some():
        for _ in range(25):
            write(learner(choices={1: "A"}), tmp_path)

    writers = [threading.Thread(target=some) for _ in range(3)]
    for writer in writers:
        writer.start()
    while any(writer.is_alive() for writer in writers):
        assert read_folder(tmp_path).left_out == ()
    assert len(read_folder(tmp_path).hand_ins) == 75


def test_a_learners_diary_becomes_a_row_and_a_newer_hand_in_takes_its_place(tmp_path):
    diary, folder = Diary(tmp_path / "blue-lamp-42"), tmp_path / "class"
    folder.mkdir()
    diary.write("predicted", "focus", value=12, sure="nearly")
    diary.write("wrote", "focus", prompt="reflect", text="I shall ask Ayla.")
    for tries, right in enumerate((False, True), 1):
        diary.write("answered", "focus", question="1", answer="AC"[right], right=right)
        secret = new_secret()
        made = hand_in(diary.state, "focus", DAY, secret)
        assert diary.write("handed_in", "focus", pseudonym=made.pseudonym, secret=secret, sealed=True) is None
        write(made, folder)
        row = table(read_folder(folder).hand_ins).iloc[0]
        assert (row.predicted, row.sure, row.check_1, row.cards_placed) == (12, "nearly", False, 0)
        assert made.checks["1"].tries == tries
    assert len(list(folder.iterdir())) == 2
    assert len(read_folder(folder).hand_ins) == 1
    assert secret not in diary.export()
    assert not any("Ayla" in path.read_text() or "blue-lamp" in path.read_text() for path in folder.iterdir())
