"""Builds the parts in C: where Cairo's header lies differs from system to system."""

from __future__ import annotations

import subprocess

from setuptools.command.build_ext import build_ext


class BuildWithCairo(build_ext):  # type: ignore[misc]  # setuptools ships no types
    """Asks ``pkg-config`` for the folders of Cairo's header and library."""

    def build_extensions(self) -> None:
        """Compile all parts, with Cairo's folders for those that use it.

        Raises
        ------
        SystemExit
            If ``pkg-config`` or Cairo's header is missing.
        """
        for extension in self.extensions:
            if "cairo" in extension.libraries:
                extension.extra_compile_args += _flags("--cflags")
                extension.extra_link_args += _flags("--libs-only-L")
        super().build_extensions()


def _flags(kind: str) -> list[str]:
    """Return the compiler's or the linker's flags for Cairo."""
    asked = ["pkg-config", kind, "cairo"]
    try:
        return subprocess.run(asked, check=True, capture_output=True, text=True).stdout.split()  # noqa: S603 words of ours
    except (OSError, subprocess.CalledProcessError):
        raise SystemExit(
            "Cairo's header was not found: install pkg-config and Cairo's development package "
            "(Debian, Ubuntu: apt-get install pkg-config libcairo2-dev; macOS: brew install "
            "pkgconf cairo)"
        ) from None
