"""The steps of one upload: which are needed, and which calls they are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pipeline.machine.contents import file_digest
from pipeline.types import Json
from publish.youtube.api_call import ApiCall
from publish.youtube.handed import HandedVideo, digest_of
from publish.youtube.ledger import UploadRecord

SCOPE = "https://www.googleapis.com/auth/youtube.force-ssl"
"""The one permission that is asked for: captions and playlists need it, and it covers the rest."""


class Step(StrEnum):
    """One step, by the name of its call."""

    INSERT = "videos.insert"
    WORDS = "videos.update"
    CAPTIONS = "captions.insert"
    CAPTIONS_AGAIN = "captions.update"
    THUMBNAIL = "thumbnails.set"
    PLAYLIST = "playlistItems.insert"
    DELETE = "videos.delete"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is asked for besides.

    Attributes
    ----------
    settings
        Whether the privacy was named, so that it changes for a video that is there already.
    playlist
        The name of a playlist; empty for none.
    replace
        Whether a changed picture takes the place of the video that is there.
    """

    settings: bool = False
    playlist: str = ""
    replace: bool = False


def steps_of(video: HandedVideo, record: UploadRecord, wishes: Wishes) -> list[Step]:
    """Return what has to be done so that YouTube has a video as the folder has it.

    Parameters
    ----------
    video, record
        The video, and what is known of it.
    wishes
        What is asked for besides.
    """
    steps = []
    if not record.video:
        steps.append(Step.INSERT)
    elif record.words != digest_of(video.words) or _settings_change(video, record, wishes):
        steps.append(Step.WORDS)
    if record.captions != file_digest(video.captions):
        steps.append(Step.CAPTIONS_AGAIN if record.caption else Step.CAPTIONS)
    if record.thumbnail != file_digest(video.thumbnail):
        steps.append(Step.THUMBNAIL)
    if wishes.playlist and record.playlist != wishes.playlist:
        steps.append(Step.PLAYLIST)
    return steps


def call_of(
    step: Step, video: HandedVideo, record: UploadRecord, wishes: Wishes, playlist: str = "PLAYLIST"
) -> ApiCall:
    """Return the call of a step; ``VIDEO`` stands for an id that is not known yet.

    Parameters
    ----------
    step, video, record, wishes
        As of ``steps_of``; of ``videos.delete`` the record is the earlier picture's.
    playlist
        The id of the playlist.
    """
    known = record.video or "VIDEO"
    up, api = "upload/youtube/v3/", "youtube/v3/"
    match step:
        case Step.INSERT:
            params = {
                "uploadType": "resumable",
                "part": ",".join(video.insert),
                "notifySubscribers": "false",
            }
            return ApiCall(step, "POST", f"{up}videos", params, video.insert)
        case Step.WORDS:
            told = video.insert if _settings_change(video, record, wishes) else video.words
            params = {"part": ",".join(told)}
            return ApiCall(step, "PUT", f"{api}videos", params, {"id": known, **told})
        case Step.CAPTIONS | Step.CAPTIONS_AGAIN:
            params = {"uploadType": "multipart", "part": "snippet"}
            new = step is Step.CAPTIONS
            body: Json = {
                "snippet": {"videoId": known, "language": video.language, "name": ""}
                if new
                else {"isDraft": False}
            }
            if not new:
                body["id"] = record.caption
            media = video.captions.read_bytes()
            method = "POST" if new else "PUT"
            kind = "application/octet-stream"
            return ApiCall(step, method, f"{up}captions", params, body, media, kind)
        case Step.THUMBNAIL:
            params = {"videoId": known, "uploadType": "media"}
            media = video.thumbnail.read_bytes()
            path = f"{up}thumbnails/set"
            return ApiCall(step, "POST", path, params, media=media, media_type="image/png")
        case Step.PLAYLIST:
            snippet = {
                "playlistId": playlist,
                "resourceId": {"kind": "youtube#video", "videoId": known},
            }
            params = {"part": "snippet"}
            return ApiCall(step, "POST", f"{api}playlistItems", params, {"snippet": snippet})
        case Step.DELETE:
            return ApiCall(step, "DELETE", f"{api}videos", {"id": known})


def _settings_change(video: HandedVideo, record: UploadRecord, wishes: Wishes) -> bool:
    return wishes.settings and record.status != digest_of(video.insert["status"])
