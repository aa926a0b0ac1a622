"""The tiny lesson as it lies rendered in the folder of a fixture."""

from pathlib import Path

from publish.lookup import find_rendered
from publish.rendered import RenderedLesson
from tests.publish.conftest import Publisher


def rendered_in(videos: Path, *clips: str) -> RenderedLesson:
    """Return the lesson that the fixture ``videos`` has rendered, or some of its clips."""
    return find_rendered(Publisher(videos).run(), clips)
