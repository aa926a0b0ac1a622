"""The SCORM 1.2 package: the lesson's page as one object of a learning platform."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

from pipeline.engine.deliver.outputs import whole
from pipeline.types import PipelineError
from publish.site.writer import CARD, PACKAGE

_TIME = (1980, 1, 1, 0, 0, 0)
"""Of every file in the package: equal pages are equal bytes."""
_IMS = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
_ADL = "http://www.adlnet.org/xsd/adlcp_rootv1p2"
_PICTURES = {".mp4", ".jpg", ".woff2"}
"""What is packed as it is: it would not become smaller."""
_LIST = "imsmanifest.xml"


def write_package(site: Path, lesson: str) -> Path:
    """Write the package of a published lesson beside the site, and return its path.

    Parameters
    ----------
    site
        The folder of the course.
    lesson
        The lesson's folder in it. The page without links to other pages is packed, with its video,
        pictures and captions.

    Raises
    ------
    PipelineError
        If only some clips of the lesson were published.
    """
    if not (site / lesson / PACKAGE).is_file():
        raise PipelineError(
            "the package needs the video of the whole lesson: publish without naming clips"
        )
    card = json.loads((site / lesson / CARD).read_text(encoding="utf-8"))
    files = package_files(site, lesson)
    target = site.parent / f"{lesson}.scorm12.zip"
    with whole(target) as path, zipfile.ZipFile(path, "w") as package:
        _put(package, _LIST, manifest(lesson, card["title"], files).encode())
        for name in files:
            _put(package, name, (site / name).read_bytes())
    return target


def package_files(site: Path, lesson: str) -> list[str]:
    """Return the files of the package by their paths in the site, sorted."""
    folder = site / lesson
    names = [f"{lesson}/{PACKAGE}"]
    names += [f"{lesson}/{path.name}" for path in folder.glob(f"{lesson}.*") if path.is_file()]
    for place in (site / "assets", folder / "stills", folder / "posters"):
        names += [path.relative_to(site).as_posix() for path in place.rglob("*") if path.is_file()]
    return sorted(set(names))


def manifest(lesson: str, title: str, files: list[str]) -> str:
    """Return the list of a package's contents: one organization, one item, one object."""
    ET.register_namespace("", _IMS)
    ET.register_namespace("adlcp", _ADL)
    root = ET.Element(f"{{{_IMS}}}manifest", {"identifier": f"lesson-{lesson}", "version": "1.0"})
    metadata = _child(root, "metadata")
    _child(metadata, "schema").text = "ADL SCORM"
    _child(metadata, "schemaversion").text = "1.2"
    organizations = _child(root, "organizations", default="course")
    organization = _child(organizations, "organization", identifier="course")
    _child(organization, "title").text = title
    item = _child(organization, "item", identifier="item", identifierref="page", isvisible="true")
    _child(item, "title").text = title
    resource = _child(
        _child(root, "resources"),
        "resource",
        **{
            "identifier": "page",
            "type": "webcontent",
            f"{{{_ADL}}}scormtype": "sco",
            "href": f"{lesson}/{PACKAGE}",
        },
    )
    for name in files:
        _child(resource, "file", href=name)
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _child(parent: ET.Element, name: str, **attributes: str) -> ET.Element:
    return ET.SubElement(parent, f"{{{_IMS}}}{name}", attributes)


def _put(package: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, _TIME)
    stored = Path(name).suffix in _PICTURES
    entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    package.writestr(entry, content)
