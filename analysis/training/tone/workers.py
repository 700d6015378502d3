"""Several processes that fit one network at the same time, each with its own part of the rows (Recht et al. 2011)."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable

import torch
from torch import nn


def fit_in_workers(net: nn.Module, work: Callable[[int], None], workers: int) -> None:
    """Call ``work`` with each worker's number; the network's weights are shared by all without a lock.

    A single worker works in this process. Raises RuntimeError if a worker ends in error.
    """
    torch.set_num_threads(1)
    if workers == 1:
        work(0)
        return
    net.share_memory()
    context = multiprocessing.get_context("fork")
    processes = [context.Process(target=_alone, args=(work, number)) for number in range(workers)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    if any(process.exitcode for process in processes):
        raise RuntimeError("a worker ended in error; what it wrote is above")


def _alone(work: Callable[[int], None], number: int) -> None:
    torch.set_num_threads(1)
    work(number)
