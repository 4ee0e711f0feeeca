"""Figures as ratios to a limit taken in the same run.

Absolute times move with the machine; what stays is how far the desk is from a bare window, a
bare driver, a bare index. Each start is measured in a fresh process, and the samples of the
desk and of its limit take turns, so that a busy minute meets both.

    python -m benchmarks [--clients N] [--samples N] [--json FILE]
"""
