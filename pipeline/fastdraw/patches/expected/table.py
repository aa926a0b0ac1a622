"""The table of manim's functions that this project patches, overrides or repeats; long: its rows.

Each row holds a digest of the source that the project was written for. Another version of manim may
have another source: then the worker leaves the drawing to manim itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

import manim

from pipeline.fastdraw.patches.expected.patched import Patched


def mismatches() -> tuple[str, ...]:
    """Return the labels of all rows whose source differs in the manim of this machine.

    The first call must come before any patch is installed; its answer is kept.
    """
    return _mismatches_of(manim.__version__)


def why_stock() -> str:
    """Return in one line why manim must draw by itself; empty if it need not.

    The fast drawing was written for certain functions of manim. Where one of them differs in the
    manim of this machine, the line names it.
    """
    differing = mismatches()
    if not differing:
        return ""
    first, *more = differing
    others = f" (and {len(more)} more)" if more else ""
    return f"manim's own {first}{others} is not the one that the fast drawing was written for"


@cache
def _mismatches_of(_version: str) -> tuple[str, ...]:
    return differing(TABLE)


def differing(rows: Iterable[Patched]) -> tuple[str, ...]:
    """Return the labels of those rows whose source differs in the manim of this machine."""
    return tuple(row.label for row in rows if not row.matches)


def _rows(owner: str, why: str, digests: Mapping[str, str]) -> list[Patched]:
    """Return one row for each function of an owner on which the same thing depends."""
    return [Patched(f"manim.{owner}", name, digest, why) for name, digest in digests.items()]


_CAMERA = "camera.camera.Camera"
_MOBJECT = "mobject.mobject.Mobject"
_VMOBJECT = "mobject.types.vectorized_mobject.VMobject"
_TIPABLE = "mobject.geometry.arc.TipableVMobject"
_SCENE = "scene.scene.Scene"

TABLE: tuple[Patched, ...] = (
    *_rows(
        "renderer.cairo_renderer.CairoRenderer",
        "QuietRenderer and FastRenderer override it, or are called by it.",
        {
            "play": "5affbe0f311d6099",
            "update_frame": "8f79c10a482647be",
            "render": "924e3bd668b26dc0",
            "get_frame": "9d5ffa0b9ee9bdb1",
            "add_frame": "eadf486029f08f4e",
            "freeze_current_frame": "a95825fff9f7570d",
            "save_static_frame_data": "bd2d2188c2085080",
        },
    ),
    *_rows(
        _CAMERA,
        "The fast cameras paint what it paints or use its arrays; review/painter.py replaces one.",
        {
            "display_vectorized": "4d9d158f2a424050",
            "capture_mobjects": "958b8f23af48f900",
            "set_pixel_array": "5bcba816d6abd92b",
            "get_cairo_context": "52cd4d27b9131e67",
            "set_cairo_context_path": "0e53e5837e78857d",
            "set_cairo_context_color": "2c53d3a7c71e4250",
            "apply_fill": "021a92466cd3f493",
            "apply_stroke": "81447e68863efb9d",
        },
    ),
    *_rows(
        _CAMERA,
        "It takes Image from its module, where fastdraw/pictures.py puts another Image.",
        {
            "display_multiple_image_mobjects": "6a969cb5f0868b41",
            "display_image_mobject": "33bf81c2f98391cd",
            "overlay_PIL_image": "912bfa0cc5106da7",
            "get_image": "65583db54e1b19f3",
        },
    ),
    *_rows(
        "camera.three_d_camera.ThreeDCamera",
        "SpaceCamera projects and sorts by it, or computes the same colours for all faces.",
        {
            "modified_rgbas": "958d55b97ae35864",
            "get_stroke_rgbas": "6b13697af8eed12b",
            "get_fill_rgbas": "3cb3b656bbd535ce",
            "get_mobjects_to_display": "92f28e154089c75e",
            "reset_rotation_matrix": "74ac1fec34c4bf3e",
            "project_points": "044adac4f5e28fa2",
            "transform_points_pre_display": "c6b6abd4df8363ea",
        },
    ),
    *_rows(
        "camera.moving_camera.MovingCamera",
        "MovingFastCamera compares the frame by it, and needs a new Cairo context per picture.",
        {
            "frame_center.fget": "66337442b264fd84",
            "frame_width.fget": "3e8729d8f8a88632",
            "frame_height.fget": "0ad4898fc2304ad7",
            "get_cached_cairo_context": "13611636f3ce920c",
            "cache_cairo_context": "5f5558025a1aa60a",
        },
    ),
    *_rows(
        "scene.scene_file_writer.SceneFileWriter",
        "StreamWriter in worker/sink.py overrides it.",
        {
            "add_partial_movie_file": "5fdf0137c548cc57",
            "is_already_cached": "b2bcce277cf46744",
            "begin_animation": "7c4be6c4c6d14345",
            "end_animation": "bc4df9c6642798aa",
            "write_frame": "e1234e03b0a8f934",
            "finish": "3cc7f6f168324759",
        },
    ),
    *_rows(
        _SCENE,
        "It makes a CairoRenderer by its module's name, where worker/user_scene.py puts ours.",
        {"__init__": "72a693dc563b83cf"},
    ),
    *_rows(
        _SCENE,
        "worker/user_scene.py replaces it on a user scene by a remark.",
        {
            "add_sound": "f2bbfeb51660ae9d",
            "embed": "88008fe2324ebfa6",
            "interactive_embed": "e009babcc69ca31e",
        },
    ),
    *_rows(
        _SCENE,
        "LessonScene in scenes/stage.py overrides it.",
        {
            "get_run_time": "bf8e8ce20a615a8b",
            "get_time_progression": "9bc9c9d98d6b45b8",
            "play": "119aacec649ffb62",
            "remove": "d7128471210c90b6",
        },
    ),
    *_rows(
        "utils.family",
        "The function drawable in cameras/flat.py returns the same mobjects in the same order.",
        {"extract_mobject_family_members": "90b769a1324ec5df"},
    ),
    *_rows(
        "utils.color.core",
        "Faces are lit by the same formula, for all of them at once.",
        {"get_shaded_rgb": "2831cbb497535156"},
    ),
    *_rows(
        "utils.space_ops",
        "The normals of faces are computed by the same steps, for all of them at once.",
        {"normalize": "7ad6b2829aa4df2c", "get_unit_normal": "e635c8df865c3745"},
    ),
    *_rows(
        "mobject.three_d.three_d_utils",
        "The corners and normals of faces are computed by the same steps.",
        {
            "get_3d_vmob_end_corner_index": "656e62dc524ea445",
            "get_3d_vmob_unit_normal": "f529ab9d7d620442",
        },
    ),
    *_rows(
        "mobject.graphing.number_line.NumberLine",
        "patches/coordinates.py replaces it.",
        {"number_to_point": "32c1849884ab8568"},
    ),
    *_rows(
        "mobject.graphing.coordinate_systems.Axes",
        "patches/coordinates.py replaces it.",
        {"coords_to_point": "9ea620816d0ab8e5"},
    ),
    *_rows(
        _TIPABLE,
        "patches/coordinates.py reads the ends of a number line without it.",
        {"get_start": "ca3828fa9caf310c", "get_end": "c28bb1b7f189da41"},
    ),
    *_rows(
        _VMOBJECT,
        "patches/colours.py replaces it, or leaves out what it would do.",
        {
            "generate_rgbas_array": "1d83acf3c389677a",
            "update_rgbas_array": "7ae1e3f905495903",
            "init_colors": "cb4cb7663460aa6c",
            "set_fill": "e325766f129f638c",
            "set_stroke": "1ee05806ebe6f855",
            "set_sheen": "b60c861632d9d058",
            "set_background_stroke": "1545eeb5ba389f94",
            "set_sheen_direction": "6261bef4d7618066",
            "get_fill_colors": "ad408ddd82e67a50",
            "get_stroke_colors": "185ea57509df675f",
            "get_fill_rgbas": "0a9fe898803109a6",
            "get_stroke_rgbas": "6661389968a68c3b",
        },
    ),
    *_rows(
        _VMOBJECT,
        "patches/extents.py replaces it, or reads the same points without it.",
        {
            "consider_points_equals": "8bc045c557a76e2a",
            "get_points_defining_boundary": "13057979b204e9b6",
            "get_anchors": "570aac67257a511c",
        },
    ),
    *_rows(
        _MOBJECT,
        "patches/extents.py replaces it, or finds the same extent without it.",
        {
            "reduce_across_dimension": "ab90aae167a0147e",
            "get_critical_point": "8f92263906777cc3",
            "get_extremum_along_dim": "a23835c56ae1fd86",
            "get_center": "c68f83d88e581586",
        },
    ),
    *_rows(_MOBJECT, "patches/copies.py replaces it.", {"__deepcopy__": "8a1349b6fc8ab459"}),
    *_rows(
        "mobject.geometry.line.Line",
        "patches/lines.py replaces the constructor, and with it what the constructor calls.",
        {
            "__init__": "f878f82eced744c5",
            "generate_points": "65df234fa659edb6",
            "set_points_by_ends": "4a43687ad686d2c3",
            "_set_start_and_end_attrs": "5c70669b60869809",
        },
    ),
    *_rows(
        _VMOBJECT,
        "patches/lines.py gives a line the attributes and the points that it would give.",
        {
            "__init__": "e1a5f75b530d8531",
            "set_points_as_corners": "da22591520b847b1",
            "set_anchors_and_handles": "9f613d1c80c2b15d",
        },
    ),
    *_rows(
        _TIPABLE,
        "patches/lines.py gives a line the attributes that it would give.",
        {"__init__": "784ed4a90f59b345"},
    ),
    *_rows(
        _MOBJECT,
        "patches/lines.py gives a line the attributes that it would give.",
        {"__init__": "5b4a98c63c3e5900"},
    ),
    *_rows(
        "mobject.text.numbers.DecimalNumber",
        "patches/numbers.py replaces it, or sets a number by the same steps.",
        {
            "set_value": "72f121a7571b11c4",
            "_string_to_mob": "de9f19042ed13ef8",
            "_set_submobjects_from_number": "70e08296f775e5f7",
            "_get_num_string": "f4f4b1da599a62ba",
            "font_size.fget": "b69dfd25eb0f720c",
            "font_size.fset": "d7a9b5be374c4162",
        },
    ),
    *_rows(
        _VMOBJECT,
        "patches/numbers.py gives glyphs the style that it would give them.",
        {
            "match_style": "0942f747a12ae3ef",
            "get_style": "077727354e4d7adf",
            "set_style": "8c5fd954a6683ff7",
        },
    ),
    *_rows(
        _MOBJECT,
        "patches/numbers.py moves and scales the glyphs of a number by the same steps.",
        {
            "apply_points_function_about_point": "f2b6e32d3786c133",
            "align_to": "7090547656fb15cb",
            "arrange": "4f290a9a97f95c36",
            "center": "dae2dd69e60141dc",
            "move_to": "7d4cb5c577c9365f",
            "next_to": "7549416a44449a31",
            "scale": "1d0aea25b5972bd6",
            "set_coord": "265457d2928304b8",
            "shift": "97ca5b9d0d14d3af",
        },
    ),
    *_rows(
        "mobject.svg.svg_mobject.SVGMobject",
        "patches/texts.py replaces generate_mobject and drops what these keep of a text.",
        {
            "init_svg_mobject": "00dc4ecfaff4d4df",
            "generate_mobject": "9b758944c36bc462",
            "get_mobjects_from": "df7165de96d16c27",
        },
    ),
    *_rows(
        "mobject.text.typst_mobject.Typst",
        "It finds the named parts of a text in the groups that patches/texts.py keeps.",
        {"_rebuild_label_aliases": "34b03d3ee73aa130"},
    ),
    *_rows(
        "utils.tex_file_writing",
        "A worker refuses to start LaTeX for a clip by replacing it.",
        {"compile_tex": "9677cc066a1d7838"},
    ),
)
"""All rows. A row that differs means: read the code that depends on it before you trust it."""
