# SPDX-License-Identifier: Apache-2.0
"""Reads sources for the checkers: which files there are, and their code without comments and literals."""

import os
import re
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

PRUNED = {".git", "build", "demo", "__pycache__", "node_modules"}


@dataclass(frozen=True, order=True)
class Problem:
    """One line of a checker's answer: where, which rule, and what to do about it."""

    path: str
    line: int
    rule: str
    message: str

    def __str__(self):
        return f"{self.path}:{self.line}: [{self.rule}] {self.message}"


def files_of(root, *suffixes):
    """Paths below `root` (relative, sorted) that end in one of `suffixes`, without build products."""
    found = []
    for folder, names, files in os.walk(root):
        names[:] = [name for name in names if name not in PRUNED]
        found += [Path(folder, name).relative_to(root) for name in files if name.endswith(suffixes)]
    return sorted(path.as_posix() for path in found)


def read(root, path):
    return Path(root, path).read_text(encoding="utf-8")


_TOKEN = re.compile(
    r"""//[^\n]*(?:\\\n[^\n]*)*          # a comment to the end of the line
      | /\*.*?\*/                        # a comment of any length
      | R"(?P<mark>[^()\\\s]{0,16})\(.*?\)(?P=mark)"
      | "(?:\\.|[^"\\\n])*"
      | (?<![0-9A-Fa-f])'(?:\\.|[^'\\\n])+'   # not the separator of 1'000
    """,
    re.DOTALL | re.VERBOSE,
)


def code_of(text):
    """`text` with comments and literals blanked: the same lines, nothing in them but code. Include paths stay."""

    def blank(match):
        if match.group(0).startswith('"'):
            line_start = text.rfind("\n", 0, match.start()) + 1
            if re.match(r"\s*#\s*include\b", text[line_start : match.start()]):
                return match.group(0)
            return '""'
        return re.sub(r"[^\n]", " ", match.group(0))

    return _TOKEN.sub(blank, text)


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


def report(problems, what):
    """Prints the problems; the exit code of a checker."""
    for problem in sorted(problems):
        print(problem)
    if problems:
        print(f"{len(problems)} problems of {what}", file=sys.stderr)
    return 1 if problems else 0


def self_test(check, good, cases):
    """Proves that `check(root)` accepts the tree `good` and that every rule can fail.

    `good` maps paths to texts. Each case is (rule, what it changes): the changed tree must give problems of that rule and
    of no other; a path with the text None is removed.
    """
    failures = []
    for rule, changes in [(None, {}), *cases]:
        tree = {path: text for path, text in {**good, **changes}.items() if text is not None}
        with tempfile.TemporaryDirectory() as root:
            for path, text in tree.items():
                Path(root, path).parent.mkdir(parents=True, exist_ok=True)
                Path(root, path).write_text(text, encoding="utf-8")
            got = check(root)
        rules = {problem.rule for problem in got}
        if rules != ({rule} if rule else set()):
            found = "\n  ".join(map(str, got)) or "nothing"
            failures.append(f"changing {sorted(changes)}: wanted [{rule}], got\n  {found}")
    for failure in failures:
        print(failure)
    print(f"{len(cases) + 1} trees, {len(failures)} failures", file=sys.stderr)
    return 1 if failures else 0
