"""Commands, each a thin skin over a use case."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from analysis.errors import AnalysisError
from api.config import Settings, load_settings

if TYPE_CHECKING:
    from analysis.types import Analysis, ArticleInput

FINDINGS_SHOWN = 5
FILES = click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
DATABASE = click.option("--database", metavar="URL", help="Database, instead of DATABASE_URL.")
LANGUAGE = click.option("--language", metavar="CODE", help="Language of the text, if it is known.")
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print the wire shape instead of tables.")


def told(command: Callable[..., None]) -> Callable[..., None]:
    """The command, with the library's refusals told as a message instead of a traceback."""

    @wraps(command)
    def call(*args: Any, **kwargs: Any) -> None:
        try:
            command(*args, **kwargs)
        except Exception as error:
            from api.services.errors import ServiceError, refusal

            if isinstance(error, AnalysisError | ServiceError | ValueError):
                raise click.ClickException(refusal(error)) from error
            raise

    return call


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="parallax", prog_name="parallax")
def main() -> None:
    """How different outlets tell the same story."""


@main.command()
@click.option("--host", help="Address to listen on, instead of PARALLAX_HOST.")
@click.option("--port", type=int, help="Port to listen on, instead of PARALLAX_PORT.")
@click.option("--workers", type=int, help="Processes, instead of PARALLAX_WORKERS.")
@DATABASE
@told
def serve(host: str | None, port: int | None, workers: int | None, database: str | None) -> None:
    """Serve the API with gunicorn."""
    from api.cli.serve import serve as serve_forever

    given = {"HOST": host, "PORT": port, "WORKERS": workers, "DATABASE_URL": database}
    config: dict[str, object] = {name: value for name, value in given.items() if value is not None}
    serve_forever(load_settings(config), config)


@main.command()
@FILES
@click.option("--outlet", default="local", show_default=True, help="Outlet of text and HTML files.")
@click.option("--findings", is_flag=True, help="Print the top findings of the stories that several outlets tell.")
@DATABASE
@told
def load(paths: Sequence[Path], outlet: str, findings: bool, database: str | None) -> None:
    """Store articles: text, HTML, JSON, NDJSON, folders of these, or a manifest."""
    from rich.console import Console

    from api.cli.loading import load_all, show_stories
    from api.services.context import open_context

    context = open_context(settings_for(database))
    refused = load_all(Console(), context, paths, outlet)
    if findings:
        show_stories(Console(), context, FINDINGS_SHOWN)
    if refused:
        raise click.exceptions.Exit(1)


@main.command()
@click.argument("path", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--outlet", default="local", show_default=True, help="Outlet of a text or HTML file.")
@LANGUAGE
@AS_JSON
@told
def analyze(path: Path, outlet: str, language: str | None, as_json: bool) -> None:
    """Analyse one article without storing it."""
    from rich.console import Console

    from api.cli.render import show_analysis
    from api.resources.analyses.schemas import AnalysisSchema
    from api.services.analyses import analyse

    analysis: Analysis = analyse(context_of(), read_one(path, outlet, language), None)
    if as_json:
        print_json(AnalysisSchema().dump(analysis))
    else:
        show_analysis(Console(), analysis)


@main.command(name="compare")
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--html", type=click.Path(dir_okay=False, path_type=Path), help="Write a page to read and print there.")
@AS_JSON
@told
def compare_files(paths: Sequence[Path], html: Path | None, as_json: bool) -> None:
    """Compare two to fifty articles without storing them; a text file's outlet is its name."""
    from rich.console import Console

    from api.cli.render import show_comparison
    from api.export import Material, as_html
    from api.resources.comparisons.schemas import ComparisonSchema
    from api.services.analyses import compared

    comparison, analyses = compared(context_of(), [read_one(path, path.stem, None) for path in paths])
    if html is not None:
        write_file(html, as_html(Material(comparison, analyses)))
    if as_json:
        print_json(ComparisonSchema().dump(comparison))
    elif html is None:
        show_comparison(Console(), comparison)


@main.command()
@click.option("--write", type=click.Path(file_okay=False, path_type=Path), help="Folder for openapi.json and .yaml.")
@told
def openapi(write: Path | None) -> None:
    """Print the OpenAPI document, or write it as JSON and YAML."""
    from api import create_app
    from api.extensions.openapi import as_json, as_yaml

    document = create_app({"DATABASE_URL": "sqlite://"}).extensions["parallax-api"].document
    if write is None:
        click.echo(as_json(document), nl=False)
        return
    write.mkdir(parents=True, exist_ok=True)
    (write / "openapi.json").write_text(as_json(document), encoding="utf-8")
    (write / "openapi.yaml").write_text(as_yaml(document), encoding="utf-8")


def settings_for(database: str | None) -> Settings:
    """Settings of the environment, with the database that was named."""
    return load_settings({} if database is None else {"DATABASE_URL": database})


def context_of() -> Any:
    """What a use case works with; a stateless one opens no database."""
    from api.services.context import open_context

    return open_context(load_settings())


def read_one(path: Path, outlet: str, language: str | None) -> ArticleInput:
    """The one article of a file. Raises ClickException if the file holds another number of articles."""
    from api.resources.articles.schemas import read_input
    from api.services.loading import found_in

    found = list(found_in([path], outlet))
    if len(found) != 1:
        raise click.ClickException(f"{path} holds {len(found)} articles; one is needed")
    item = found[0][1]
    if isinstance(item, Exception):
        raise click.ClickException(f"{path} {item}")
    return read_input(item if language is None else {**item, "language": language})


def write_file(path: Path, text: str) -> None:
    """Write a file as UTF-8. Raises ClickException if it cannot be written."""
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise click.ClickException(f"cannot write {path}: {error.strerror}") from error


def print_json(value: object) -> None:
    """The wire shape, readable."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False))
