"""Does the steps of an upload, each exactly once, and writes down each."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator

from pipeline.machine.contents import file_digest
from pipeline.types import Json, PipelineError
from publish.youtube.api_call import ApiCall
from publish.youtube.calls import MOST_FAULTS, Caller, UnsureError
from publish.youtube.handed import HandedVideo, digest_of
from publish.youtube.ledger import Ledger, UploadRecord
from publish.youtube.resumable import PIECE, ResumableUpload, SentSoFar
from publish.youtube.steps import Step, Wishes, call_of

_LOOKS = 12
"""How often it is looked whether a Short is processed, each time after a longer wait."""
_PAGES = 20
"""How many pages of fifty are looked through."""


class Uploader:
    """Does the steps of one video after another, and writes down each.

    Parameters
    ----------
    caller, ledger, wishes
        What sends, what remembers, and what is asked for besides.
    tell
        Told how far an upload came.
    piece
        Bytes sent at a time.
    """

    def __init__(
        self,
        caller: Caller,
        ledger: Ledger,
        wishes: Wishes,
        tell: Callable[[SentSoFar], None],
        piece: int = PIECE,
    ) -> None:
        self._piece = piece
        self._caller, self._ledger, self._wishes, self._tell = caller, ledger, wishes, tell

    def settle(self, record: UploadRecord) -> None:
        """Find out what became of an upload that was never finished."""
        upload = ResumableUpload(self._caller, self._ledger, record, record.size, self._tell)
        upload.settle(lambda: self._find_video(record))

    def exists(self, video: str) -> bool:
        """Tell whether a video of one's own is still on YouTube."""
        params = {"part": "id", "id": video}
        return any(self._listed("videos.list", "videos", params, paged=False))

    def playlist_named(self, name: str) -> str:
        """Return the id of a playlist of one's own.

        Raises
        ------
        PipelineError
            If there is none of that name, or more than one.
        """
        listed = self._listed("playlists.list", "playlists", {"part": "snippet", "mine": "true"})
        found = [str(one["id"]) for one in listed if one["snippet"]["title"] == name]
        if len(found) != 1:
            raise PipelineError(
                f"{len(found)} playlists of your channel are called {name!r}; "
                "make one on YouTube, or name another"
            )
        return found[0]

    def do(self, step: Step, video: HandedVideo, record: UploadRecord, playlist: str) -> None:
        """Do one step, unless it was done, and write down that it is."""
        call = call_of(step, video, record, self._wishes, playlist)
        match step:
            case Step.INSERT:
                self._insert(call, video, record)
            case Step.WORDS:
                told_settings = "status" in (call.body or {})
                self._caller.ask(call)
                record.title, record.words = video.title, digest_of(video.words)
                if told_settings:
                    record.status = digest_of(video.insert["status"])
            case Step.CAPTIONS:
                self._add_captions(call, video, record)
            case Step.CAPTIONS_AGAIN:
                self._caller.ask(call)
                record.captions = file_digest(video.captions)
            case Step.THUMBNAIL:
                if video.short:
                    self._await_processing(record.video)
                self._caller.ask(call)
                record.thumbnail = file_digest(video.thumbnail)
            case Step.PLAYLIST:
                there = {"part": "snippet", "playlistId": playlist, "videoId": record.video}
                record.playlist_item = self._once(
                    call,
                    lambda: self._first_id("playlistItems.list", "playlistItems", there),
                    look_first=True,
                )
                record.playlist = self._wishes.playlist
        self._ledger.write(record)

    def delete(self, video: HandedVideo, older: UploadRecord) -> None:
        """Delete an earlier picture, whose place another video took; once it is gone it stays so.

        Parameters
        ----------
        video
            The one that took its place.
        older
            The record of the earlier one.
        """
        call = call_of(Step.DELETE, video, older, self._wishes)
        faults = 0
        while older.video and self.exists(older.video):
            try:
                self._caller.ask_once(call)
            except UnsureError as error:
                faults += 1
                if faults >= MOST_FAULTS:
                    raise
                self._caller.patience.wait(faults, error.wait)
            else:
                break
        older.replaced_by = video.key
        self._ledger.write(older)

    def _add_captions(self, call: ApiCall, video: HandedVideo, record: UploadRecord) -> None:
        asked, record.caption_asked = record.caption_asked, True
        self._ledger.write(record)
        record.caption = self._once(
            call, lambda: self._find_captions(video, record), look_first=asked
        )
        if not asked:
            record.captions = file_digest(video.captions)
        # Those of an earlier try may hold other words: their digest stays open, and they are told
        # once more.

    def _insert(self, call: ApiCall, video: HandedVideo, record: UploadRecord) -> None:
        def note() -> None:
            record.title = video.title
            record.words = digest_of(video.words)
            record.status = digest_of(video.insert["status"])

        with video.path.open("rb") as file:
            # The question may have stood for an hour, and the folder may be another one by now.
            if hashlib.file_digest(file, "sha256").hexdigest() != video.key:
                raise PipelineError(f"{video.path} was changed meanwhile; type the command again")
            size = file.seek(0, os.SEEK_END)
            upload = ResumableUpload(
                self._caller, self._ledger, record, size, self._tell, self._piece
            )
            upload.run(file, call, note, lambda: self._find_video(record))

    def _once(self, call: ApiCall, find: Callable[[], str], *, look_first: bool) -> str:
        """Make a thing of which there must be one, and return its id.

        Parameters
        ----------
        call
            Makes it; sent a second time it would make a second one.
        find
            Returns the id of what was made, or nothing.
        look_first
            Whether it may have been made already.
        """
        unsure, faults = look_first, 0
        while True:
            found = find() if unsure else ""
            if found:
                return found
            try:
                return str(self._caller.ask_once(call)["id"])
            except UnsureError as error:
                unsure, faults = True, faults + 1
                if faults >= MOST_FAULTS:
                    raise
                self._caller.patience.wait(faults, error.wait)

    def _find_captions(self, video: HandedVideo, record: UploadRecord) -> str:
        params = {"part": "snippet", "videoId": record.video}
        for one in self._listed("captions.list", "captions", params, paged=False):
            told = one["snippet"]
            # YouTube's own captions, made by listening, are of the kind "asr".
            if (told["language"], told["name"]) == (video.language, "") and (
                str(told.get("trackKind", "")).lower() != "asr"
            ):
                return str(one["id"])
        return ""

    def _find_video(self, record: UploadRecord) -> str:
        """Return the id of a video of this title that came after the upload had begun."""
        mine = {"part": "contentDetails", "mine": "true"}
        for channel in self._listed("channels.list", "channels", mine):
            uploads = channel["contentDetails"]["relatedPlaylists"]["uploads"]
            params = {"part": "snippet", "playlistId": uploads}
            for one in self._listed("playlistItems.list", "playlistItems", params):
                told = one["snippet"]
                if told["title"] == record.title and told["publishedAt"][:19] >= record.begun[:19]:
                    return str(told["resourceId"]["videoId"])
        return ""

    def _await_processing(self, video: str) -> None:
        """Wait until YouTube has processed a video.

        Raises
        ------
        PipelineError
            If it takes longer than anybody waits for.
        """
        params = {"part": "status", "id": video}
        for tries in range(1, _LOOKS + 1):
            for one in self._listed("videos.list", "videos", params, paged=False):
                if one["status"]["uploadStatus"] == "processed":
                    return
            self._caller.patience.wait(tries)
        raise PipelineError(
            "YouTube still processes the Short, and takes its thumbnail only afterwards; "
            "type the command again later"
        )

    def _first_id(self, name: str, path: str, params: dict[str, str]) -> str:
        return next((str(one["id"]) for one in self._listed(name, path, params)), "")

    def _listed(
        self, name: str, path: str, params: dict[str, str], *, paged: bool = True
    ) -> Iterator[Json]:
        more = {"maxResults": "50"} if paged else {}
        for _ in range(_PAGES):
            call = ApiCall(name, "GET", f"youtube/v3/{path}", {**params, **more})
            answer = self._caller.ask(call)
            yield from answer.get("items", ())
            if "nextPageToken" not in answer:
                return
            more["pageToken"] = answer["nextPageToken"]
