#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks what a machine can check of the code's style, and that invariants, code and tests name each other."""

import re
import sys
from pathlib import Path

from source_text import Problem, code_of, files_of, line_of, read, report, self_test

LINES = {"header": 250, "source": 500, "test": 400, "script": 500}
FUNCTION_LINES = 70
# Folders near money: no floating point at all.
EXACT_FOLDERS = {"base", "ledger", "audit", "funds", "guarantee", "loans"}
CLOCK = "base/clock.cpp"
INVARIANTS = "docs/INVARIANTS.md"

# What a document says is as long as the document: rule packs are data, not scripts.
# Nor is the list of what npm fetched.
DATA_FOLDERS = ("policy/packs/", "web/package-lock.json")
CPP = (".h", ".cpp")
WEB = (".ts", ".mjs")
SCRIPTS = (".py", ".sh", ".cmake", "CMakeLists.txt", "dev", ".ci/run")
# Written so that this file does not break the rules it checks.
UNFINISHED = re.compile(r"\b(?:TO[D]O|FIX[M]E|XX[X])\b")
MACHINE_PATH = re.compile(r"(?<![\w.$}*-])/(?:wor[k]|roo[t]|hom[e]|tm[p])/")
VAGUE_NAME = re.compile(r"\b(?:class|struct|union|concept|using|typedef)\s+(\w*(?:Manager|Helper|Util|Utils|Impl))\b")
VAGUE_FILE = re.compile(r"(?:^|_)(?:manager|helpers?|utils?|impl)(?:_|\.|$)")

# rule, what is wrong in code without comments and literals, what to do instead
WORDS = (
    ("using-namespace", re.compile(r"\busing\s+namespace\b"), "name what you use"),
    ("locale", re.compile(r"\b(?:sto(?:d|f|ld)|strto(?:d|f|ld)|atof|setlocale|strftime|put_time|get_time)\s*\("),
     "locale-dependent: use std::from_chars, base/date.h or base/text.h"),
    ("assert", re.compile(r"(?<!\w)assert\s*\(|<cassert>|<assert\.h>"), "vanishes in some builds: use MZ_CHECK"),
)
TIME = re.compile(r"\bsystem_clock\b|\butc_clock\b|(?<![\w.])time\s*\(\s*(?:nullptr|NULL|0|&)|\bgettimeofday\s*\(|"
                  r"\bclock_gettime\s*\(|\b(?:localtime|gmtime)(?:_r)?\s*\(")
FLOATING = re.compile(r"\b(?:double|float)\b")
INVARIANT = re.compile(r"\bINV-\d+\b")
INVARIANT_DEFINED = re.compile(r"^[\s#|*\-`\[\d.]*?(INV-\d+)\b", re.MULTILINE)


def kind_of(path):
    if path.startswith("tests/"):
        return "test"
    return "header" if path.endswith((".h", ".ts")) else "source" if path.endswith(".cpp") else "script"


def head_problems(path, lines):
    """SPDX first (after #! in scripts), the purpose in one line below it."""
    mark = "//" if path.endswith(CPP + WEB) else "#"
    start = 1 if lines and lines[0].startswith("#!") and mark == "#" else 0
    if len(lines) <= start or lines[start] != f"{mark} SPDX-License-Identifier: Apache-2.0":
        yield Problem(path, start + 1, "spdx", f'wanted "{mark} SPDX-License-Identifier: Apache-2.0"')
        return
    purpose = lines[start + 1] if len(lines) > start + 1 else ""
    mark = '"""' if path.endswith(".py") else mark + " "
    if not (purpose.startswith(mark) and len(purpose) >= len(mark) + 10):
        yield Problem(path, start + 2, "purpose", "wanted the purpose of the file in one line")


def opens(before):
    """What a brace opens after the text `before`: a scope, a function, or something inside of one."""
    before = re.sub(r"\boperator\s*(?:\(\s*\)|[-+*/%=<>!&|^~\[\]]+)|\btemplate\s*<[^;]*?>\s*(?=[\w:])", " ", before)
    rest, count = before, 1
    while count:
        rest, count = re.subn(r"\([^()]*\)", " ", rest)
    if "(" in rest or "=" in rest:
        return "inner"
    if ")" in before and not re.search(r"\b(?:namespace|class|struct|union|enum)\b[^()]*$", before):
        return "function"
    return "scope" if re.search(r"\b(?:namespace|class|struct|union|enum|extern)\b", rest) else "inner"


def function_lengths(code):
    """(first line, lines) of every function body in `code`: braces after a parameter list, outside other bodies."""
    code = re.sub(r"^[ \t]*#[^\n]*(?:\\\n[^\n]*)*", lambda m: re.sub(r"[^\n]", " ", m.group(0)), code, flags=re.MULTILINE)
    stack = []
    start = 0
    for match in re.finditer(r"[{};]", code):
        sign, at = match.group(0), match.start()
        if sign == "{":
            before = code[start:at]
            kind = "inner" if any(kind != "scope" for kind, _ in stack) else opens(before)
            stack.append((kind, start + len(before) - len(before.lstrip())))
        elif sign == "}" and stack:
            kind, began = stack.pop()
            if kind == "function":
                first = line_of(code, began)
                yield first, line_of(code, at) - first + 1
        if not any(kind == "function" for kind, _ in stack):
            start = at + 1


def cpp_problems(root, path, text, lines):
    code = code_of(text)
    folder = path.split("/")[0]
    for rule, pattern, advice in WORDS:
        for match in pattern.finditer(code):
            yield Problem(path, line_of(code, match.start()), rule, f"{match.group(0).strip()}: {advice}")
    if path != CLOCK:
        for match in TIME.finditer(code):
            yield Problem(path, line_of(code, match.start()), "clock", f"only {CLOCK} asks the system for the time")
    if folder in EXACT_FOLDERS:
        for match in FLOATING.finditer(code):
            yield Problem(path, line_of(code, match.start()), "floating", f"no {match.group(0)} in {folder}/")
    for match in VAGUE_NAME.finditer(code):
        yield Problem(path, line_of(code, match.start()), "vague", f"{match.group(1)} does not say what it is")
    for first, length in function_lengths(code):
        if length > FUNCTION_LINES:
            yield Problem(path, first, "function", f"got {length} lines, wanted at most {FUNCTION_LINES}")
    includes = re.findall(r'^#include ["<]([^">]+)[">]', code, re.MULTILINE)
    if path.endswith(".h"):
        if not code.lstrip().startswith("#pragma once\n"):
            yield Problem(path, 3, "pragma", "wanted #pragma once before everything but comments")
    elif Path(root, path).with_suffix(".h").is_file() and includes[:1] != [path.removesuffix(".cpp") + ".h"]:
        yield Problem(path, 3, "own-header", "wanted its own header as the first include, which proves it stands alone")


def file_problems(root, path):
    text = read(root, path)
    lines = text.splitlines()
    if not path.endswith(".json"):
        yield from head_problems(path, lines)
    kind = kind_of(path)
    if len(lines) > LINES[kind] and not path.startswith(DATA_FOLDERS):
        yield Problem(path, LINES[kind] + 1, "length", f"got {len(lines)} lines, wanted at most {LINES[kind]} for a {kind}")
    for number, line in enumerate(lines, 1):
        if UNFINISHED.search(line):
            yield Problem(path, number, "unfinished", "finish it or write it down where it is planned")
        if MACHINE_PATH.search(line):
            yield Problem(path, number, "machine-path", "a path of one machine")
    if VAGUE_FILE.search(Path(path).name):
        yield Problem(path, 1, "vague", "the name of the file does not say what it is")
    if path.endswith(CPP):
        yield from cpp_problems(root, path, text, lines)


def invariant_problems(root, paths):
    """Every invariant that code cites is described; every described one is cited by a test and described once."""
    described = {}
    if Path(root, INVARIANTS).is_file():
        text = read(root, INVARIANTS)
        for match in INVARIANT_DEFINED.finditer(text):
            line = line_of(text, match.start(1))
            if match.group(1) in described:
                yield Problem(INVARIANTS, line, "invariant", f"{match.group(1)} is described twice")
            described.setdefault(match.group(1), line)
    tested = set()
    for path in paths:
        text = read(root, path)
        for match in INVARIANT.finditer(text):
            if match.group(0) not in described:
                yield Problem(path, line_of(text, match.start()), "invariant", f"{match.group(0)} is not in {INVARIANTS}")
            if path.startswith("tests/"):
                tested.add(match.group(0))
    for name, line in described.items():
        if name not in tested:
            yield Problem(INVARIANTS, line, "invariant", f"no test cites {name}")


def check(root):
    problems = []
    paths = files_of(root, *CPP)
    for path in paths + [path for path in files_of(root, *SCRIPTS, *WEB, ".json") if not path.startswith("docs/")]:
        problems += file_problems(root, path)
    return problems + list(invariant_problems(root, paths))


HEAD = "// SPDX-License-Identifier: Apache-2.0\n// Says what this file is for.\n"
SCRIPT_HEAD = "#!/usr/bin/env bash\n# SPDX-License-Identifier: Apache-2.0\n# Says what it is for.\n"
GOOD = {
    "policy/packs/place-2016.json": "{}\n" * (LINES["script"] + 1),
    "base/clock.h": HEAD + "// And more.\n\n#pragma once\n",
    "base/clock.cpp": HEAD + '#include "base/clock.h"\n#include <chrono>\nauto now() { return system_clock::now(); }\n',
    "ledger/post.cpp": HEAD
    + "// A double entry; INV-01. using namespace is for others, assert(too).\n"
    + "static_assert(1'000 == 1000);\nconst char* kText = \"double time(0) {\";\n"
    + "void post() {\n" + "  step();\n" * 68 + "}\nconstexpr int kTable[] = {\n" + "  1,\n" * 80 + "};\n"
    + "const auto kMore = table(1, {\n" + "  {f(1)},\n" * 80 + "});\n",
    "reports/share.cpp": HEAD + "double share();\n",
    "tests/ledger/post_test.cpp": HEAD + 'TEST_CASE("INV-01 holds") {}\n' + "//\n" * 390,
    "docs/INVARIANTS.md": "# Invariants\n\n## INV-01 A voucher balances\n\nSee also INV-01.\n",
    "tools/run.sh": SCRIPT_HEAD + 'cat "$dir/wor' + 'k/x"\n',
    "dev": SCRIPT_HEAD,
    "web/receipt/page.ts": HEAD + "export {};\n" * 240,
    "web/package-lock.json": "{}\n" * (LINES["script"] + 1),
}
_LONG = "namespace a {\nclass B {\n  int f(int x)\n  {\n" + "    g({1});\n" * 68 + "  }\n};\n}\n"
BAD = [
    ("spdx", {"base/bad.h": "#pragma once\n"}),
    ("spdx", {"web/build.mjs": "export {};\n"}),
    ("length", {"web/receipt/page.ts": HEAD + "export {};\n" * 250}),
    ("spdx", {"tools/run.sh": "#!/usr/bin/env bash\n# Says what it is for.\n"}),
    ("purpose", {"base/bad.h": "// SPDX-License-Identifier: Apache-2.0\n#pragma once\n"}),
    ("pragma", {"base/bad.h": HEAD + "#ifndef BAD_H\n"}),
    ("pragma", {"base/bad.h": HEAD + "#include <map>\n#pragma once\n"}),
    ("own-header", {"base/clock.cpp": HEAD + '#include <chrono>\n#include "base/clock.h"\n'}),
    ("length", {"base/bad.h": HEAD + "#pragma once\n" + "\n" * 248}),
    ("length", {"base/bad.cpp": HEAD + "\n" * 499}),
    ("length", {"tests/base/bad_test.cpp": HEAD + "\n" * 399}),
    ("function", {"base/bad.cpp": HEAD + "void f() {\n" + "  g();\n" * 69 + "}\n"}),
    ("function", {"base/bad.cpp": HEAD + _LONG}),
    ("function", {"base/bad.cpp": HEAD + "bool operator==(A a) {\n" + "  if (a) {\n  }\n" * 40 + "}\n"}),
    ("function", {"base/bad.cpp": HEAD + "template <class T = A<int>>\nint f(T a = {}) const {\n" + "  g();\n" * 70 + "}\n"}),
    ("using-namespace", {"base/bad.cpp": HEAD + "using namespace std;\n"}),
    ("locale", {"base/bad.cpp": HEAD + "int x = std::stod(text);\n"}),
    ("assert", {"base/bad.cpp": HEAD + "void f() { assert(true); }\n"}),
    ("assert", {"base/bad.cpp": HEAD + "#include <cassert>\n"}),
    ("clock", {"store/bad.cpp": HEAD + "auto x = std::chrono::system_clock::now();\n"}),
    ("clock", {"tests/bad_test.cpp": HEAD + "auto x = std::time(nullptr);\n"}),
    ("floating", {"base/bad.cpp": HEAD + "long double x;\n"}),
    ("floating", {"audit/bad.cpp": HEAD + "float x;\n"}),
    ("vague", {"base/bad.cpp": HEAD + "class BookManager {};\n"}),
    ("vague", {"base/bad.cpp": HEAD + "using VoucherImpl = int;\n"}),
    ("vague", {"base/string_utils.h": HEAD + "#pragma once\n"}),
    ("unfinished", {"base/bad.cpp": HEAD + "// TO" + "DO later\n"}),
    ("unfinished", {"dev": SCRIPT_HEAD + "# FIX" + "ME\n"}),
    ("machine-path", {"base/bad.cpp": HEAD + 'auto x = "/tm' + 'p/x";\n'}),
    ("machine-path", {"tools/run.sh": SCRIPT_HEAD + "cd /hom" + "e/me\n"}),
    ("invariant", {"base/bad.cpp": HEAD + "// INV-02\n"}),
    ("invariant", {"docs/INVARIANTS.md": "| INV-01 | a |\n| INV-02 | b |\n"}),
    ("invariant", {"docs/INVARIANTS.md": "- **INV-01** a\n- **INV-01** b\n"}),
    ("invariant", {"docs/INVARIANTS.md": None}),
    ("invariant", {"tests/ledger/post_test.cpp": None}),
]


def main(arguments):
    if arguments == ["--self-test"]:
        return self_test(check, GOOD, BAD)
    if arguments:
        print("usage: check_style.py [--self-test]", file=sys.stderr)
        return 2
    return report(check(Path(__file__).resolve().parent.parent), "style")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
