"""What changed in the folder changes on YouTube, in the video that is there."""

import json

import pytest

from pipeline.types import PipelineError
from publish.manifest import YOUTUBE, write_manifest
from publish.youtube.handed import digest_of
from publish.youtube.steps import Step, Wishes, steps_of
from tests.publish.youtube.uploading import handed, write_folder


def write(studio, name, data):
    """Change one file of the folder, as publishing it again does."""
    folder = studio.root / "youtube"
    (folder / "01-moving-dot" / name).write_bytes(data)
    write_manifest(folder, YOUTUBE, {})


def test_the_first_upload_tells_all_in_order_and_asks_first(studio):
    studio.upload()
    assert studio.changes() == [
        "start",
        "last",
        "captions.insert",
        "thumbnails.set",
        "playlistItems.insert",
    ]
    assert studio.asked == [
        "This takes 1 of 100 uploads and 501 of 10,000 units of a day's quota. Go on?"
    ]
    assert studio.said[-1] == "tiny/01-moving-dot: https://youtu.be/video1"
    studio.check_one_video()


def test_nothing_is_sent_where_nothing_changed(uploaded):
    uploaded.upload()
    assert uploaded.changes() == []
    assert uploaded.said == ["YouTube has all of this already"]


def test_who_says_no_sends_nothing(studio):
    studio.yes = False
    with pytest.raises(PipelineError, match="nothing was sent to YouTube"):
        studio.upload()
    assert studio.api.seen == []


def test_changed_words_are_told_to_the_video_that_is_there(uploaded):
    uploaded.rewrite(title="Another title")
    uploaded.upload()
    assert uploaded.changes() == ["videos.update"]
    uploaded.check_one_video()


def test_changed_words_leave_the_privacy_that_the_user_chose_on_youtube(uploaded):
    uploaded.api.videos["video1"]["status"] = {"privacyStatus": "public"}
    uploaded.rewrite(title="Another title")
    uploaded.upload()
    assert uploaded.api.videos["video1"]["status"] == {"privacyStatus": "public"}


def test_a_privacy_that_is_named_is_told_to_the_video_that_is_there(uploaded):
    uploaded.upload(privacy="unlisted", settings=True)
    assert uploaded.changes() == ["videos.update"]
    assert uploaded.api.videos["video1"]["status"]["privacyStatus"] == "unlisted"
    uploaded.upload(privacy="unlisted", settings=True)
    assert uploaded.changes() == ["videos.update"]


def test_a_date_is_told_with_private(studio):
    studio.upload(at="2026-12-24T17:00:00Z")
    status = studio.api.videos["video1"]["status"]
    assert (status["privacyStatus"], status["publishAt"]) == ("private", "2026-12-24T17:00:00Z")


def test_changed_captions_take_the_place_of_those_there(uploaded):
    write(uploaded, "captions.en.srt", b"1\n00:00:00,000 --> 00:00:01,000\nA point.\n")
    uploaded.upload()
    assert uploaded.changes() == ["captions.update"]
    uploaded.check_one_video()


def test_a_changed_thumbnail_takes_the_place_of_the_one_there(uploaded):
    write(uploaded, "thumbnail.png", b"\x89PNG of another beat")
    uploaded.upload()
    assert uploaded.changes() == ["thumbnails.set"]
    uploaded.check_one_video()


def test_captions_that_were_put_there_by_hand_are_found_the_next_time(studio):
    studio.api.captions["caption9"] = {
        "snippet": {"videoId": "video1", "language": "en", "name": ""},
        "bytes": b"by hand",
    }
    with pytest.raises(PipelineError, match=r"captions.insert \(captionExists\)"):
        studio.upload()
    studio.upload()
    studio.check_one_video()


def test_captions_that_youtube_heard_itself_are_not_taken_for_ours(studio):
    studio.api.captions["caption9"] = {
        "snippet": {"videoId": "video1", "language": "en", "name": "", "trackKind": "asr"}
    }
    studio.api.script("captions.insert", "drop")
    studio.upload()
    del studio.api.captions["caption9"]
    studio.check_one_video()


def test_words_that_change_in_the_middle_of_an_upload_are_told_after_it(studio):
    studio.api.script("piece", "ok", "quota")
    with pytest.raises(PipelineError, match="quota"):
        studio.upload()
    studio.rewrite(title="Another title")
    studio.upload()
    studio.check_one_video()
    assert studio.api.seen.count("start") == 1


def test_a_changed_picture_needs_to_be_allowed(uploaded):
    uploaded.rewrite(seed=2)
    with pytest.raises(PipelineError, match=r"youtu.be/video1, .* --replace .* links are lost"):
        uploaded.upload()
    assert uploaded.changes() == []


def test_a_replaced_video_is_deleted_after_the_new_one_is_there(uploaded):
    uploaded.rewrite(seed=2)
    del uploaded.api.items["item1"], uploaded.api.captions["caption1"]
    uploaded.upload(replace=True)
    assert uploaded.changes()[-2:] == ["playlistItems.insert", "videos.delete"]
    assert uploaded.api.deleted == ["video1"]
    assert any("video1 is deleted then: its views" in line for line in uploaded.said)
    uploaded.check_one_video()
    uploaded.api.seen.clear()
    uploaded.upload()
    assert uploaded.changes() == []


@pytest.mark.parametrize("fault", ["lost", "busy", "drop"])
def test_a_video_is_deleted_once_although_the_reply_is_lost(fault, uploaded):
    uploaded.rewrite(seed=2)
    uploaded.api.script("videos.delete", fault)
    uploaded.upload(replace=True)
    assert uploaded.api.deleted == ["video1"]
    assert len(uploaded.api.videos) == 1


def test_a_picture_that_comes_back_is_uploaded_anew(uploaded):
    uploaded.rewrite(seed=2)
    uploaded.upload(replace=True)
    uploaded.rewrite(seed=1)
    uploaded.upload(replace=True)
    assert len(uploaded.api.videos) == 1
    assert len(uploaded.api.deleted) == 2


def test_an_earlier_picture_that_arrived_unseen_counts_as_there(studio):
    studio.api.script("last", "lost")
    studio.api.script("ask", "quota")
    with pytest.raises(PipelineError, match="quota"):
        studio.upload()
    studio.rewrite(seed=2)
    with pytest.raises(PipelineError, match=r"youtu\.be/video1"):
        studio.upload()
    assert len(studio.api.videos) == 1


@pytest.mark.parametrize("answer", ["ok", "gone", "busy"])
def test_an_earlier_picture_that_never_arrived_is_given_up(answer, studio):
    studio.api.script("piece", "ok", "quota")
    with pytest.raises(PipelineError, match="quota"):
        studio.upload()
    studio.rewrite(seed=2)
    studio.api.script("ask", answer)
    studio.upload()
    studio.check_one_video()


def test_the_same_name_in_another_lesson_is_another_video(studio):
    (video,) = handed(studio.root)
    record = studio.desk().ledger.read(video.key, "other/01-moving-dot")
    record.video = "videoX"
    record.key = "0" * 64
    studio.desk().ledger.write(record)
    studio.upload()
    assert list(studio.api.videos) == ["video1"]


def test_two_videos_of_the_same_bytes_are_refused(studio):
    folder = studio.root / "youtube"
    for path in (folder / "01-moving-dot").rglob("*"):
        target = folder / "tiny" / path.name
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(path.read_bytes())
    write_manifest(folder, YOUTUBE, {})
    with pytest.raises(PipelineError, match=r"are the same video; say --whole or --clips"):
        studio.upload()


def test_many_videos_are_each_uploaded_once(studio):
    write_folder(studio.root / "youtube", "01-moving-dot", "02-formula", "tiny")
    studio.api.script("last", "ok", "lost")
    studio.upload()
    sent = {video.path.read_bytes() for video in handed(studio.root)}
    assert {one["bytes"] for one in studio.api.videos.values()} == sent
    assert len(studio.api.videos) == len(studio.api.captions) == len(studio.api.items) == 3


def test_a_playlist_must_be_there_before_anything_is_uploaded(studio):
    with pytest.raises(PipelineError, match="0 playlists of your channel are called 'Algebra'"):
        studio.upload(playlist="Algebra")
    assert studio.changes() == []


def test_another_playlist_later_is_one_step(uploaded):
    uploaded.api.playlists |= {"PL2": "Algebra"}
    uploaded.upload(playlist="Algebra")
    assert uploaded.changes() == ["playlistItems.insert"]
    assert {item["playlistId"] for item in uploaded.api.items.values()} == {"PL1", "PL2"}


def test_a_folder_that_was_changed_by_hand_is_refused(studio):
    path = studio.root / "youtube/01-moving-dot/metadata.json"
    path.write_text(path.read_text().replace("private", "public"))
    with pytest.raises(
        PipelineError, match=r"not as it was published: .*metadata.json was changed"
    ):
        studio.upload()


def test_a_video_that_changes_while_the_question_stands_is_refused(studio, monkeypatch):
    videos = handed(studio.root)

    def confirm(_question):
        studio.rewrite(seed=2)
        return True

    desk = studio.desk()
    monkeypatch.setattr(desk, "confirm", confirm)
    with pytest.raises(PipelineError, match="was changed meanwhile"):
        desk.upload(videos)
    assert "start" not in studio.api.seen


def test_the_order_of_words_in_a_file_is_no_change(studio):
    (video,) = handed(studio.root)
    turned = json.loads(json.dumps(dict(reversed(video.words.items()))))
    assert digest_of(turned) == digest_of(video.words)
    record = studio.desk().ledger.read(video.key, video.name)
    assert steps_of(video, record, Wishes()) == [Step.INSERT, Step.CAPTIONS, Step.THUMBNAIL]
