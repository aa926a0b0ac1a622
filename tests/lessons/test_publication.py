"""What a lesson says of itself where it is published is checked, and refused in one line."""

from dataclasses import replace

import pytest

from lessons.publication import Licence, Publication, PublicationError, web_address
from tests.lessons.test_model import LESSON

LICENCE = Licence("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")
PUBLICATION = Publication("One learns to double.", ("doubling",), "beginner", LICENCE)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("description", " \n", "the description is empty"),
        ("tags", ("slope", "slope"), "a tag stands twice"),
        ("tags", ("",), "the tag '' is not a few words"),
        ("tags", ("slope, tangent",), "without commas and angle brackets"),
        ("tags", ("<b>",), "without commas and angle brackets"),
        ("tags", (" slope",), "is not a few words"),
        ("tags", ("x" * 31,), "at most 30 characters"),
        ("level", "expert", "say beginner, intermediate or advanced"),
        ("site", "example.org", "the address of the site is 'example.org'"),
        ("site", "ftp://example.org", "begins with https:// or http://"),
    ],
)
def test_a_wrong_publication_is_refused_in_one_line(field, value, words):
    with pytest.raises(PublicationError) as error:
        replace(PUBLICATION, **{field: value})
    assert words in str(error.value)
    assert "\n" not in str(error.value)


def test_a_licence_has_a_name_and_an_address():
    with pytest.raises(PublicationError, match="the licence has no name"):
        replace(LICENCE, name=" ")
    with pytest.raises(PublicationError, match="the address of the licence is 'by'"):
        replace(LICENCE, address="by")


@pytest.mark.parametrize("address", ["", "https://", "https://a b.org", 'http://a"b', "http://[a"])
def test_an_address_has_a_host_and_no_blank_or_quote(address):
    with pytest.raises(PublicationError, match="it is"):
        web_address(address, "it")


def test_an_address_is_kept_without_the_slash_at_its_end():
    assert web_address("https://example.org/course/", "it") == "https://example.org/course"
    assert replace(PUBLICATION, site="https://example.org/").site == "https://example.org"


def test_thumbnails_cannot_be_changed_afterwards():
    given = {"01": "rows_become_dots"}
    publication = replace(PUBLICATION, thumbnails=given)
    given["01"] = "another"
    assert publication.thumbnails["01"] == "rows_become_dots"
    with pytest.raises(TypeError):
        publication.thumbnails["02"] = "another"


def test_a_thumbnail_names_a_clip_and_a_beat_that_the_lesson_has():
    replace(PUBLICATION, thumbnails={"01": "rows_become_dots"}).check_against(LESSON)
    with pytest.raises(PublicationError, match=r"clip '02': there is no such clip \(01\)"):
        replace(PUBLICATION, thumbnails={"02": "rows_become_dots"}).check_against(LESSON)
    with pytest.raises(PublicationError, match=r"no beat 'steps' \(rows_become_dots\)"):
        replace(PUBLICATION, thumbnails={"01": "steps"}).check_against(LESSON)
