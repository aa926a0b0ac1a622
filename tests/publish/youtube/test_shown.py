"""What is shown before anything is sent: every call, its cost, and dates that cannot be."""

import pytest

from pipeline.types import PipelineError, UsageError
from publish.youtube.quota import cost_of
from publish.youtube.steps import Step
from publish.youtube.upload import publish_time
from tests.publish.youtube.uploading import FakeTime, handed

NOW = FakeTime().patience().now()


class TestDryRun:
    def test_every_call_is_shown_and_none_is_sent(self, studio):
        studio.desk().show(handed(studio.root))
        text = "\n".join(studio.said)
        base = studio.api.base
        assert f"videos.insert: POST {base}upload/youtube/v3/videos?uploadType=resumable" in text
        assert "notifySubscribers=false" in text
        assert '"privacyStatus": "private"' in text
        assert "then PUT 798,777 bytes to the address that YouTube names" in text
        for name in ("captions.insert", "thumbnails.set", "playlistItems.insert"):
            assert f"{name}: POST {base}" in text
        assert studio.said[-1].startswith("That takes 1 of 100 uploads and 501 of 10,000")
        assert studio.api.seen == []
        assert studio.asked == []

    def test_it_shows_what_goes_on_and_what_is_deleted(self, uploaded):
        uploaded.rewrite(seed=2)
        uploaded.api.script("piece", "quota")
        with pytest.raises(PipelineError, match="quota"):
            uploaded.upload(replace=True)
        uploaded.said.clear()
        uploaded.desk(replace=True).show(handed(uploaded.root))
        text = "\n".join(uploaded.said)
        assert "videos.insert: goes on with the upload of 2027-01-15T08:00:00Z" in text
        assert "videos.delete: DELETE" in text
        assert "id=video1" in text


class TestCosts:
    def test_each_step_costs_what_the_documentation_says(self):
        told = cost_of([Step.INSERT, Step.CAPTIONS, Step.THUMBNAIL, Step.PLAYLIST])
        assert (told.uploads, told.units) == (1, 501)
        assert all(cost_of([step]).units or step is Step.INSERT for step in Step)

    def test_more_than_a_day_has_is_told(self):
        assert "goes on the next day" in str(cost_of([Step.CAPTIONS] * 26))
        assert "goes on the next day" not in str(cost_of([Step.CAPTIONS] * 25))


class TestDates:
    def test_a_date_becomes_a_time_of_the_world(self):
        assert publish_time("2026-12-24T18:00+01:00", None, NOW) == "2026-12-24T17:00:00Z"
        assert publish_time("2026-12-24T18:00Z", "private", NOW) == "2026-12-24T18:00:00Z"
        assert publish_time("2026-12-24", None, NOW).startswith("2026-12-2")

    @pytest.mark.parametrize(
        ("text", "privacy", "why"),
        [
            ("tomorrow", None, "is no date"),
            ("2026-11-01", None, "is past"),
            ("2026-12-24", "public", "private until then"),
            ("2026-12-24", "unlisted", "private until then"),
        ],
    )
    def test_what_youtube_would_refuse_is_told(self, text, privacy, why):
        with pytest.raises(UsageError, match=why):
            publish_time(text, privacy, NOW)
