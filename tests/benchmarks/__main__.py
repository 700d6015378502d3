"""`make bench`: every benchmark, one after the other, each with its own baseline in the same run."""

from __future__ import annotations

from tests.benchmarks import (
    bench_encoder,
    growth,
    hostile,
    linearity,
    memory,
    pipeline,
    reads,
    stages,
    storing,
    tone,
    workers,
)


def main() -> None:
    """Run them all and print what they measured."""
    for benchmark in (
        stages,
        bench_encoder,
        tone,
        pipeline,
        growth,
        storing,
        reads,
        linearity,
        memory,
        workers,
        hostile,
    ):
        print(f"\n# {benchmark.__doc__.splitlines()[0]}" if benchmark.__doc__ else "")
        benchmark.run()


if __name__ == "__main__":
    main()
