"""An empty deck in the shape and the colours of a video: size, master, theme, notes master."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from PIL import Image
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation as Deck
from pptx.slide import NotesMaster, SlideMaster
from pptx.util import Emu, Inches

from scenes.palette import PALETTES, Palette

SHORT_SIDE = Inches(7.5)
"""Of a slide; PowerPoint's own widescreen slide is 13.333 by 7.5 inches."""
_LONGEST_SIDE = Inches(56)
"""PowerPoint takes no larger slide."""
_LAYOUT = "Title Only"
_LEFT_OUT = {RT.PRINTER_SETTINGS, RT.EXTENDED_PROPERTIES, RT.THUMBNAIL}
"""What the library's template tells of the computer and the deck that it was made from."""


def new_deck(width: int, height: int, palette: Palette) -> Deck:
    """Return a deck without slides, with one layout, ``Title Only``, whose title is not seen.

    Parameters
    ----------
    width, height
        Of the video, in pixels: the slide has its shape.
    palette
        The colours of the deck.
    """
    deck = Presentation()
    _leave_out(deck)
    _resize(deck, width, height)
    _colour(deck, palette)
    _hide_title(deck)
    _fit_notes(deck)
    return deck


def palette_of(picture: Image.Image) -> Palette:
    """Return the palette in which a picture was drawn: the nearest to the colour of its rim."""
    across, down = picture.width - 1, picture.height - 1
    rim = [(x, y) for x in range(across + 1) for y in (0, down)]
    rim += [(x, y) for y in range(down + 1) for x in (0, across)]
    pixels: Any = picture.convert("RGB").load()
    (ground, _) = Counter(pixels[place] for place in rim).most_common(1)[0]

    def distance(palette: Palette) -> int:
        pairs = zip(ground, _channels(palette.bg), strict=True)
        return sum((found - drawn) ** 2 for found, drawn in pairs)

    return min(PALETTES.values(), key=distance)


def size_of(deck: Deck) -> tuple[Emu, Emu]:
    """Return the width and height of a slide."""
    return Emu(deck.slide_width or 0), Emu(deck.slide_height or 0)


def placeholders_of(master: SlideMaster | NotesMaster) -> list[Any]:
    """Return the placeholders of a master; the library's own iterator has no usable type."""
    found: Any = master.placeholders
    return list(found)


def _channels(colour: str) -> tuple[int, int, int]:
    """Return red, green and blue of ``#101418``."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _leave_out(deck: Deck) -> None:
    """Drop what was made for another deck, and the layouts that are not used."""
    package = deck.part.package
    for rel in [rel for rel in package.iter_rels() if rel.reltype in _LEFT_OUT]:
        owner = deck.part if rel.reltype == RT.PRINTER_SETTINGS else package
        owner.drop_rel(rel.rId)
    layouts = deck.slide_layouts
    for layout in list(layouts):
        if layout.name != _LAYOUT:
            layouts.remove(layout)


def _resize(deck: Deck, width: int, height: int) -> None:
    """Give slides the shape of the video, and move what stands on the master along."""
    before = size_of(deck)
    scale = SHORT_SIDE / min(width, height)
    scale = min(scale, _LONGEST_SIDE / max(width, height))
    deck.slide_width, deck.slide_height = Emu(round(width * scale)), Emu(round(height * scale))
    # The template says by name that it is 4 by 3.
    deck.element.find(qn("p:sldSz")).attrib.pop("type", None)
    across, down = (new / old for new, old in zip(size_of(deck), before, strict=True))
    for shape in placeholders_of(deck.slide_master):
        shape.left, shape.width = Emu(round(shape.left * across)), Emu(round(shape.width * across))
        shape.top, shape.height = Emu(round(shape.top * down)), Emu(round(shape.height * down))


def _colour(deck: Deck, palette: Palette) -> None:
    """Put the palette in the place of the theme's colours, and its ground behind every slide."""
    is_dark = sum(_channels(palette.bg)) < sum(_channels(palette.ink))
    first, second = (palette.bg, palette.ink), (palette.panel, palette.muted)
    told = {
        **dict(zip(("dk1", "lt1"), first if is_dark else first[::-1], strict=True)),
        **dict(zip(("dk2", "lt2"), second if is_dark else second[::-1], strict=True)),
        "accent1": palette.func,
        "accent2": palette.approx,
        "accent3": palette.exact,
        "accent4": palette.run,
        "accent5": palette.rise,
        "accent6": palette.alarm,
        "hlink": palette.func,
        "folHlink": palette.run,
    }
    part = deck.slide_master.part.part_related_by(RT.THEME)
    theme = parse_xml(part.blob)
    for name, colour in told.items():
        place = theme.find(f".//{qn('a:clrScheme')}/{qn(f'a:{name}')}")
        place[:] = [parse_xml(f'<a:srgbClr {nsdecls("a")} val="{colour.lstrip("#")}"/>')]
    part.blob = serialize_part_xml(theme)
    if is_dark:
        colours = deck.slide_master.element.find(qn("p:clrMap"))
        for name, role in (("bg1", "dk1"), ("tx1", "lt1"), ("bg2", "dk2"), ("tx2", "lt2")):
            colours.set(name, role)


def _hide_title(deck: Deck) -> None:
    """Put the title above the slide, as PowerPoint's own "hidden slide title" does.

    Screen readers and the outline have it, and nothing covers the video.
    """
    (layout,) = deck.slide_layouts
    for shape in list(layout.placeholders):
        if shape.element.ph_idx != 0:
            layout.shapes.element.remove(shape.element)
            continue
        title = deck.slide_master.placeholders[0]
        shape.left, shape.width, shape.height = title.left, title.width, title.height
        shape.top = Emu(-title.height)


def _fit_notes(deck: Deck) -> None:
    """Give the picture on a page of notes the shape of the slide, and say where the master is."""
    wide, high = size_of(deck)
    for shape in placeholders_of(deck.notes_master):
        if shape.name.startswith("Slide Image"):
            scale = min(shape.width / wide, shape.height / high)
            width, height = Emu(round(wide * scale)), Emu(round(high * scale))
            shape.left = Emu(shape.left + (shape.width - width) // 2)
            shape.top = Emu(shape.top + (shape.height - height) // 2)
            shape.width, shape.height = width, height
    rel = next(rel for rel in deck.part.rels.values() if rel.reltype == RT.NOTES_MASTER)
    told = parse_xml(
        f"<p:notesMasterIdLst {nsdecls('p', 'r')}>"
        f'<p:notesMasterId r:id="{rel.rId}"/></p:notesMasterIdLst>'
    )
    deck.element.find(qn("p:sldMasterIdLst")).addnext(told)


def add_sections(deck: Deck, sections: Iterable[tuple[str, str, list[int]]]) -> None:
    """Divide the slides into named sections.

    Parameters
    ----------
    deck
        With all its slides.
    sections
        For each an identifier in braces, its name, and the ids of its slides.
    """
    space = "http://schemas.microsoft.com/office/powerpoint/2010/main"
    told = parse_xml(
        f'<p:extLst {nsdecls("p")}><p:ext uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}">'
        f'<p14:sectionLst xmlns:p14="{space}"/></p:ext></p:extLst>'
    )
    listed = told[0][0]
    for identifier, name, slides in sections:
        section = parse_xml(
            f'<p14:section xmlns:p14="{space}"><p14:sldIdLst>'
            + "".join(f'<p14:sldId id="{slide}"/>' for slide in slides)
            + "</p14:sldIdLst></p14:section>"
        )
        section.set("name", name)
        section.set("id", identifier)
        listed.append(section)
    deck.element.append(told)
