"""The command line's groups, a file each: `add(commands)` tells argparse, the rest does the work.

Must not: hold a rule. A command opens the store, calls verbs and prints what they say.
"""
