"""The examples do what they say: each is run as a program."""

from __future__ import annotations

import ast
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Thread

import pytest
from werkzeug.serving import make_server

from api import create_app
from tests.api.texts import BRIDGE_POST, BRIDGE_TIMES

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted(path.name for path in (ROOT / "examples").glob("*.py"))
PUBLIC = {"analysis.encoders", "analysis.errors", "analysis.pipeline", "analysis.types"}
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
SECONDS = 300


def command(name: str, *given: object) -> list[str]:
    return [sys.executable, str(ROOT / "examples" / name), *map(str, given)]


def ran(name: str, *given: object, pasted: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(name, *given), input=pasted, env=ENVIRONMENT, capture_output=True, encoding="utf-8", timeout=SECONDS
    )


@pytest.fixture
def articles(tmp_path: Path) -> list[Path]:
    """Two articles on one event, as files."""
    paths = [tmp_path / "post.txt", tmp_path / "times.txt"]
    for path, text in zip(paths, (BRIDGE_POST, BRIDGE_TIMES), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


@pytest.fixture
def server() -> Iterator[str]:
    """The address of a service that runs in a thread, on a port that was free."""
    app = create_app({"DATABASE_URL": "sqlite://", "LOG_LEVEL": "ERROR"})
    running = make_server("127.0.0.1", 0, app, threaded=True)
    thread = Thread(target=running.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{running.server_port}"
    running.shutdown()
    thread.join()
    running.server_close()


def spans(lines: Sequence[str], outlet: str) -> list[str]:
    """Words that are shown as an outlet's, whole or up to where they were cut."""
    found = [match for line in lines if (match := re.fullmatch(rf" +{outlet} \d+–\d+: (.*)", line))]
    return [match[1].removesuffix(" …") for match in found]


def test_pasted_articles_are_compared() -> None:
    done = ran("compare_two.py", pasted=f"{BRIDGE_POST}\n===\n{BRIDGE_TIMES}\n")
    lines = done.stdout.splitlines()
    assert (done.returncode, done.stderr) == (0, "")
    assert [line for line in lines if line.endswith("in the order of the text:")] == [
        "first (en), in the order of the text:",
        "second (en), in the order of the text:",
    ]
    assert [line for line in lines if re.match(r"\d\.\d\d  \S", line)]
    for outlet, text in (("first", BRIDGE_POST), ("second", BRIDGE_TIMES)):
        assert spans(lines, outlet)
        assert all(words in text for words in spans(lines, outlet))


def test_one_article_cannot_be_compared(articles: list[Path]) -> None:
    done = ran("compare_two.py", articles[0])
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "a comparison takes 2 to 50 articles, not 1\n"


def test_a_server_is_asked_for_findings(server: str, articles: list[Path]) -> None:
    done = ran("post_two.py", server, *articles)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    body = {"articles": [{"outlet": path.stem, "text": path.read_text(encoding="utf-8")} for path in articles]}
    client = create_app({"DATABASE_URL": "sqlite://", "LOG_LEVEL": "ERROR"}).test_client()
    findings = client.post("/v1/comparisons", json=body).get_json()["findings"]
    assert findings
    assert [line for line in lines if line[0] != " "] == [f"{one['kind']}: {one['summary']}" for one in findings]
    assert len(spans(lines, "post") + spans(lines, "times")) == sum(len(one["evidence"]) for one in findings)
    assert all(words in BRIDGE_POST for words in spans(lines, "post"))
    assert all(words in BRIDGE_TIMES for words in spans(lines, "times"))


def test_what_a_server_refuses_is_told_with_its_place(server: str, articles: list[Path]) -> None:
    articles[1].write_text("…", encoding="utf-8")
    done = ran("post_two.py", server, *articles)
    assert done.returncode == 1
    assert re.match(r"422 .+\n/articles/1\S*: .+\n\Z", done.stderr), done.stderr


def test_a_server_that_is_not_there_is_told(articles: list[Path]) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        done = ran("post_two.py", f"http://127.0.0.1:{probe.getsockname()[1]}", *articles)
    assert done.returncode == 1
    assert "refused" in done.stderr and "Traceback" not in done.stderr


def test_a_folder_is_read_once(articles: list[Path]) -> None:
    (articles[0].parent / "empty.txt").write_text("…", encoding="utf-8")
    (articles[0].parent / "note.md").write_text(BRIDGE_POST, encoding="utf-8")
    done = ran("watch_folder.py", articles[0].parent, "--once")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    heads = [line for line in lines if line[0] != " "]
    assert [re.split(r"[ .]", head)[0] for head in heads] == ["empty", "post", "times"]
    assert "cannot be read" in heads[0]
    for name, text in (("post", BRIDGE_POST), ("times", BRIDGE_TIMES)):
        assert places(lines, name, text) == sorted(places(lines, name, text)) != []


def places(lines: Sequence[str], outlet: str, text: str) -> list[int]:
    """Where in the text the reactions told of an outlet stand."""
    start = next(number for number, line in enumerate(lines) if line.startswith(f"{outlet} ("))
    count = int(lines[start].split()[2])
    told = [line.split(": ", 1)[1] for line in lines[start + 1 : start + 1 + count]]
    return [text.index(words) for words in told]


def interruptible() -> None:
    """What runs in the background ignores Ctrl-C, and its children with it: not this one."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_a_folder_is_watched(articles: list[Path]) -> None:
    late = articles[1].read_text(encoding="utf-8")
    articles[1].unlink()
    watching = command("watch_folder.py", articles[0].parent, "--every", "0.1")
    with subprocess.Popen(
        watching, env=ENVIRONMENT, stdout=subprocess.PIPE, encoding="utf-8", preexec_fn=interruptible
    ) as process:
        try:
            assert process.stdout is not None
            assert next(process.stdout).startswith("post (en)")
            articles[1].write_text(late, encoding="utf-8")
            assert any(line.startswith("times (en)") for line in process.stdout)
            process.send_signal(signal.SIGINT)
            assert process.wait(SECONDS) == 0
        finally:
            process.kill()


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_uses_public_modules_only(name: str) -> None:
    nodes = list(ast.walk(ast.parse((ROOT / "examples" / name).read_text(encoding="utf-8"))))
    modules = {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    modules |= {one.name for node in nodes if isinstance(node, ast.Import) for one in node.names}
    assert modules
    assert [one for one in modules - PUBLIC if one.partition(".")[0] not in sys.stdlib_module_names] == []


def test_every_example_is_described() -> None:
    described = (ROOT / "examples" / "README.md").read_text(encoding="utf-8")
    assert [name for name in EXAMPLES if f"[`{name}`]({name})" not in described] == []
