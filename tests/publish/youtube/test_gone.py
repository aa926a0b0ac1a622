"""Videos that YouTube still processes, and those that their owner deleted there."""

import pytest

from pipeline.types import PipelineError


def test_the_thumbnail_of_a_short_waits_until_it_is_processed(studio):
    studio.rewrite(short=True)
    studio.api.processing = 2
    studio.upload()
    studio.check_one_video()
    assert len(studio.time.waits) == 2


def test_a_short_that_is_processed_too_long_keeps_all_but_its_thumbnail(studio):
    studio.rewrite(short=True)
    studio.api.processing = 99
    with pytest.raises(PipelineError, match="still processes the Short"):
        studio.upload()
    studio.api.processing = 0
    studio.upload()
    studio.check_one_video()
    assert studio.api.seen.count("start") == 1


def delete_by_hand(studio):
    """Delete the video as its owner does on YouTube, with all that hangs on it."""
    for kept in (studio.api.videos, studio.api.captions, studio.api.items, studio.api.thumbnails):
        kept.clear()


def test_a_video_that_was_deleted_on_youtube_is_told_and_comes_back_only_when_asked(uploaded):
    delete_by_hand(uploaded)
    with pytest.raises(PipelineError, match=r"deleted on YouTube.*video1: with --replace"):
        uploaded.upload()
    assert uploaded.changes() == []
    uploaded.upload(replace=True)
    uploaded.check_one_video()
    assert uploaded.api.deleted == []


def test_a_new_picture_of_a_video_that_was_deleted_on_youtube_replaces_nothing(uploaded):
    delete_by_hand(uploaded)
    uploaded.rewrite(seed=2)
    uploaded.upload()
    uploaded.check_one_video()
    assert uploaded.api.deleted == []
