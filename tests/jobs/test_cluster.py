"""A Dask cluster makes the documents of a batch: its workers need nothing but cardgen, and one of them may die."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from cardgen.errors import UserError
from cardgen.exchange.starter import starter_text
from cardgen.files.own_files import own_folder
from cardgen.jobs.batch import executors
from cardgen.jobs.batch.executors import dask_executor
from cardgen.jobs.batch.manifest import Manifest
from cardgen.jobs.batch.printing import Order, make_documents
from cardgen.jobs.cards import CardsJob
from tests.support.commands import run
from tests.support.printed import page_texts

pytestmark = pytest.mark.usefixtures("own_files")


@contextmanager
def started_cluster(elsewhere: Path) -> Iterator[Any]:
    """Two worker processes, in a folder of their own and with another home."""
    distributed = pytest.importorskip("distributed")  # here, as only this process needs it
    here = Path.cwd()
    os.chdir(elsewhere)
    environment = {"HOME": str(elsewhere), "PYTHONPATH": str(Path(__file__).parents[2])}
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=":0", env=environment
    ) as found:
        os.chdir(here)
        yield found


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with started_cluster(tmp_path_factory.mktemp("elsewhere")) as found:
        yield found


def write_own_files() -> None:
    """A routine, a stock and a theme that no worker has on its disk."""
    Path("mine.yaml").write_text(starter_text(Path("mine.yaml")), encoding="utf-8")
    stock = "summary: mine\nsource: me\nwidth: 100 mm\nheight: 140 mm\npaper: a4\n"
    for path, text in ((Path("labels.yaml"), stock), (own_folder() / "stocks" / "own.yaml", stock)):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def test_a_cluster_makes_what_this_machine_makes(cluster: Any) -> None:
    write_own_files()
    roster = "routine,for,stock\nmine.yaml,Anna,labels.yaml\njoints,Bert,own\nnosuch,Carl,\nmine.yaml,Dora,\n"
    Path("roster.csv").write_text(roster, encoding="utf-8")
    there = run("batch", "roster.csv", "--dask", cluster.scheduler_address, "--into", "there")
    here = run("batch", "roster.csv", "--jobs", "1", "--into", "here")
    assert there.exit_code == here.exit_code == 2
    assert "Made 3 documents in there; 1 row with faults." in there.output
    assert "row 4: There is no routine 'nosuch'." in there.output
    made = {path.name: path.read_bytes() for path in Path("there").glob("*.pdf")}
    assert made == {path.name: path.read_bytes() for path in Path("here").glob("*.pdf")}
    assert len(made) == 3
    assert "Made 0 documents in there; 3 documents made before" in run("batch", "roster.csv", "--into", "there").output


def test_a_worker_that_dies_stops_nothing(cluster: Any) -> None:
    orders = [
        Order(number, CardsJob(routines=("joints",), recipient=f"Person {number}"), Path(f"{number}.pdf"))
        for number in range(12)
    ]
    with dask_executor(cluster.scheduler_address) as (executor, workers):
        outcomes = make_documents(orders, Manifest(Path("batch.jsonl")), executor, 4 * workers)
        first = next(outcomes)
        os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)
        made = [first, *outcomes]
    assert all(outcome and outcome.printout for outcome in made)
    texts = ["".join(page_texts(Path(f"{number}.pdf").read_bytes())) for number in range(12)]
    assert all(f"Person {number}" in text for number, text in enumerate(texts))


def make_and_stop(cluster: Any) -> None:
    """Stop a cluster as soon as it has made one document of many."""
    orders = [
        Order(number, CardsJob(routines=("joints",), recipient=f"Person {number}"), Path(f"{number}.pdf"))
        for number in range(40)
    ]
    with dask_executor(cluster.scheduler_address) as (executor, workers):
        outcomes = make_documents(orders, Manifest(Path("batch.jsonl")), executor, 4 * workers)
        next(outcomes)
        cluster.close()
        list(outcomes)


@pytest.mark.thorough
def test_a_cluster_that_stops_is_reported(tmp_path_factory: pytest.TempPathFactory) -> None:
    with (
        started_cluster(tmp_path_factory.mktemp("elsewhere")) as cluster,
        pytest.raises(UserError, match="The cluster stopped"),
    ):
        make_and_stop(cluster)


def test_a_cluster_that_is_not_there_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr(executors, "PATIENCE", "1s")
    Path("roster.csv").write_text("routine\njoints\n", encoding="utf-8")
    result = run("batch", "roster.csv", "--dask", "tcp://127.0.0.1:1")
    assert result.exit_code == 2
    assert "--dask: no scheduler answers at 'tcp://127.0.0.1:1'." in result.output
