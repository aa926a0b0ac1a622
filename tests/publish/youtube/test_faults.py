"""Whatever goes wrong on the way, one video arrives, with the very bytes of the file."""

import pytest

from pipeline.types import MachineError, PipelineError
from publish.youtube.calls import MOST_FAULTS, QuotaSpentError
from tests.publish.youtube.uploading import handed

FAULTS = {
    "all goes well": [],
    "a new video is told by 201": [("last", "created")],
    "a session is slow to start": [("start", "busy", "too fast", "drop")],
    "the address of a session is lost": [("start", "lost")],
    "nothing of a piece is taken": [("piece", "nothing", "ok", "nothing")],
    "half of a piece is taken": [("piece", "ok", "half")],
    "half of each piece is taken": [("piece", *["half"] * 3), ("last", "half", "half")],
    "half of a piece, and nobody can be asked": [("piece", "half"), ("ask", "busy", "drop")],
    "the connection drops at each piece": [("piece", "drop", "drop", "drop"), ("last", "drop")],
    "the reply to a piece is lost": [("piece", "ok", "lost")],
    "the last reply is lost": [("last", "lost")],
    "the last reply is lost, and the next one too": [("last", "lost"), ("ask", "lost", "busy")],
    "the session is gone before a byte": [("piece", "gone")],
    "the session is gone in the middle": [("piece", "ok", "ok", "gone")],
    "the session is gone when it is asked for": [("piece", "ok", "busy"), ("ask", "gone")],
    "the session is gone before the last piece": [("last", "gone")],
    "the session is forgotten with the last reply": [("last", "forgotten")],
    "the token is void at a piece": [("piece", "ok", "rejected")],
    "the token is void at the last piece": [("last", "rejected")],
    "the token is void at each step": [
        (kind, "rejected") for kind in ("start", "captions.insert", "thumbnails.set")
    ],
    "the server says nothing to a piece": [("piece", "silent")],
    "the server says nothing to the last piece": [("last", "silent")],
    "a Range lies beyond the file": [("piece", "ok", "beyond"), ("ask", "beyond")],
    "a Range does not begin at zero": [("piece", "garbled"), ("ask", "garbled")],
    "a Range tells more than was sent": [("piece", "more")],
    "the video has no id yet": [("last", "nameless"), ("ask", "nameless")],
    "the last bytes are still looked at": [("last", "processing"), ("ask", "processing")],
    "the captions' reply is lost": [("captions.insert", "lost")],
    "the captions are refused for a while": [("captions.insert", "busy", "too fast", "drop")],
    "the thumbnail's reply is lost": [("thumbnails.set", "lost", "silent")],
    "the playlist's reply is lost": [("playlistItems.insert", "lost")],
    "the playlist cannot be read at first": [("playlists.list", "busy", "drop", "lost")],
}


@pytest.mark.parametrize("faults", FAULTS.values(), ids=FAULTS)
def test_one_video_arrives_although(faults, studio):
    for kind, *what in faults:
        studio.api.script(kind, *what)
    studio.upload()
    studio.check_one_video()
    assert not any(studio.api.faults.values())


STOPS = {
    "the quota is spent before it begins": ("start", "quota"),
    "the quota is spent in the middle": ("piece", "quota"),
    "the quota is spent with the captions": ("captions.insert", "quota"),
    "the token stays void": ("piece", "rejected", "rejected"),
    "the connection stays broken": ("piece", *["drop"] * 10),
    "the session cannot be started": ("start", *["busy"] * 10),
    "YouTube refuses the captions": ("captions.insert", "refused"),
    "YouTube refuses the thumbnail": ("thumbnails.set", "refused"),
    "the playlist stays busy": ("playlistItems.insert", *["lost"] + ["busy"] * 9),
}


@pytest.mark.parametrize("stop", STOPS.values(), ids=STOPS)
def test_a_stop_is_told_and_the_same_command_goes_on_from_there(stop, studio):
    kind, *what = stop
    studio.api.script(kind, *what)
    if kind == "piece" and "drop" in what:
        studio.api.script("ask", *["drop"] * 10)
    if what[0] == "lost":
        # It was done, and is found as soon as the list can be read.
        studio.api.script("playlistItems.list", "ok", *["busy"] * 10)
    with pytest.raises(PipelineError) as stopped:
        studio.upload()
    assert "\n" not in str(stopped.value)
    studio.api.faults.clear()
    studio.upload()
    studio.check_one_video()
    assert studio.api.seen.count("start") <= 2 + 10 * (kind == "start")


def test_spent_quota_tells_when_it_is_reset(studio):
    studio.api.script("start", "quota")
    with pytest.raises(QuotaSpentError, match=r"midnight Pacific Time, 2026-12-01 08:00 UTC"):
        studio.upload()
    assert studio.time.waits == []


def test_waits_grow_and_youtube_may_ask_for_more(studio):
    studio.api.script("start", "busy", "busy", "busy", "too fast", "busy")
    studio.upload()
    assert studio.time.waits == [1.0, 2.0, 4.0, 8.0, 16.0]
    studio.time.waits.clear()
    studio.rewrite(title="Another title")
    studio.api.script("videos.update", "too fast", "busy")
    studio.upload()
    assert studio.time.waits == [7.0, 2.0]


def test_chance_shortens_a_wait_by_up_to_a_half(studio):
    patience = studio.time.patience()
    for chance in (0.0, 0.5, 1.0):
        type(patience)(sleep=studio.time.waits.append, chance=lambda one=chance: one).wait(4)
    assert studio.time.waits == [4.0, 6.0, 8.0]


def test_what_came_forward_forgives_the_faults_before(studio):
    studio.api.script("piece", *["half"] * 3)
    studio.api.script("last", *["busy"] * (MOST_FAULTS - 1))
    studio.upload()
    studio.check_one_video()


def test_a_server_that_takes_nothing_for_ever_is_given_up(studio):
    studio.api.script("piece", *["nothing"] * 50)
    with pytest.raises(MachineError, match="does not take the video now"):
        studio.upload()
    assert len(studio.time.waits) == MOST_FAULTS - 1


def test_a_token_is_refreshed_once_for_a_request(studio):
    studio.api.script("piece", "rejected", "rejected")
    with pytest.raises(PipelineError, match="sign in again with --client FILE"):
        studio.upload()
    assert studio.api.seen.count("piece") == 2


def test_a_new_process_asks_before_it_sends(studio):
    studio.api.script("piece", "ok", "quota")
    with pytest.raises(QuotaSpentError):
        studio.upload()
    studio.api.seen.clear()
    studio.upload()
    sent = [kind for kind in studio.api.seen if kind in ("start", "ask", "piece", "last")]
    assert sent == ["ask", "piece", "piece", "last"]


def test_an_address_that_is_not_googles_gets_no_token(studio, monkeypatch):
    desk = studio.desk()
    # The session's address is built of it; the calls go to the base that the desk was given.
    monkeypatch.setattr(studio.api, "base", "http://elsewhere.example/")
    with pytest.raises(PipelineError, match="not Google's"):
        desk.upload(handed(studio.root))
    assert studio.api.seen == ["token", "playlists.list", "start"]


def test_progress_tells_bytes_rate_and_time_left(studio):
    studio.upload()
    told = [line for line in studio.said if "MB/s" in line]
    assert told[0] == "  0.3 of 0.8 MB, 0.26 MB/s, 0:02 left"
    assert len(told) == 3


@pytest.mark.parametrize("kind", ["start", "piece", "last", "captions.insert"])
def test_ctrl_c_is_safe(kind, studio, monkeypatch):
    desk = studio.desk()
    session = desk.open_session()

    def interrupt(name):
        if name == kind:
            raise KeyboardInterrupt

    monkeypatch.setattr(session, "sent", interrupt)
    with pytest.raises(KeyboardInterrupt):
        desk.upload(handed(studio.root))
    studio.upload()
    studio.check_one_video()


@pytest.mark.parametrize("wrong", ["more", "beyond", "garbled"])
def test_a_range_that_cannot_be_is_not_believed(wrong, studio):
    studio.api.script("piece", "ok", wrong)
    studio.upload()
    sent = [kind for kind in studio.api.seen if kind in ("ask", "piece", "last")]
    assert sent == ["piece", "piece", "ask", "piece", "piece", "last"]


def test_a_video_that_is_found_needs_no_more_waiting(studio):
    studio.api.script("last", "forgotten")
    studio.upload()
    studio.check_one_video()
    # One wait after the broken connection, none after the answer.
    assert studio.time.waits == [1.0]
