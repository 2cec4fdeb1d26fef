#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds the table of layers: what each folder may include and link, and where each library is at home."""

import re
import sys
from pathlib import Path

from source_text import Problem, code_of, files_of, line_of, read, report, self_test

# folder → what it may include besides itself. Store and service never include each other.
LEVELS = {
    "base": set(),
    "ledger": {"base"},
    "households": {"base"},
    "policy": {"base"},
    "audit": {"base"},
    "suspicion": {"base"},
    "funds": {"base", "ledger", "households", "policy"},
    "loans": {"base", "ledger", "households", "policy"},
    "guarantee": {"base", "ledger", "households", "policy", "loans"},
    "reports": {"base", "ledger", "households", "policy", "funds", "loans", "guarantee"},
    "store": {"base", "ledger", "households", "policy", "audit", "funds", "loans", "guarantee", "reports"},
    "service": {"base", "ledger", "households", "policy", "audit", "suspicion", "funds", "loans", "guarantee", "reports"},
    "server": {"base", "service"},
    "verifier": {"base", "audit"},
    "cli": {"base", "service"},
}
# The one door of the store, open to the files that put the program together.
DOOR = "store/open_store.h"
DOOR_USERS = {"cli/main.cpp", "server/main.cpp"}
DOOR_TARGETS = {"cli": "mingzhang", "server": "mingzhang_server_main"}

# Rooms above the rest of their folder: each may include the rooms named and whatever stands in the folder itself, which
# includes no room.
ROOMS = {
    "audit": {
        "notes": set(),
        "keys": {"notes", "witness"},
        "witness": {"notes"},
        "receipts": {"notes"},
        "tokens": {"notes"},
        "stamps": set(),
        "books": set(),
        "package": {"notes"},
        "verify": {"notes", "books", "package", "stamps"},
    },
    "service": {
        "reading": set(),
        "lending": {"reading", "policies", "setup"},
        "policies": {"reading"},
        "setup": {"reading", "policies"},
        "imports": {"reading", "policies", "setup"},
        "banks": {"reading", "policies", "setup", "imports"},
        "reporting": {"reading", "lending", "policies", "imports", "moving"},
        "sealing": {"reading", "policies"},
        "moving": set(),
        "demo": {"reading", "lending", "policies", "setup", "imports", "reporting"},
    },
}

# The start of an include in angle brackets → the home of that library.
LIBRARY_HEADERS = {
    "nlohmann/": "policy",
    "openssl/": "audit",
    "p11-kit-1/": "audit",
    "sqlite3.h": "store",
    "SQLiteCpp/": "store",
    "libpq-fe.h": "store",
    "csv.h": "service",
    "CLI/": "cli",
    "zlib.h": "audit",
    "cairo-pdf.h": "reports",
    "pango/": "reports",
    "qrencode.h": "reports",
}
# The name of a CMake target or variable → the home of that library. Threads belong to the language, not to a library.
LIBRARY_TARGETS = {
    "nlohmann_json::nlohmann_json": "policy",
    "OpenSSL::Crypto": "audit",
    "SQLite::SQLite3": "store",
    "SQLiteCpp": "store",
    "PostgreSQL::PostgreSQL": "store",
    "${MINGZHANG_LIBCSV}": "service",
    "CLI11::CLI11": "cli",
    "ZLIB::ZLIB": "audit",
    "${slip_LINK_LIBRARIES}": "reports",
}
STANDARD_TARGETS = {"Threads::Threads"}
# Folders that may include everything: they are not part of the program.
OUTSIDE = {"tests", "bench", "tools", "docs", "cmake"}
# There are no exceptions, and check() refuses any that is added here.
EXCEPTIONS = ()

STANDARD_HEADERS = set(
    """algorithm any array atomic barrier bit bitset cctype cerrno charconv chrono climits cmath compare complex concepts
    condition_variable coroutine csignal cstddef cstdint cstdio cstdlib cstring ctime cwchar deque exception execution
    filesystem forward_list fstream functional future initializer_list iomanip ios iosfwd iostream istream iterator latch
    limits list map memory memory_resource mutex new numbers numeric optional ostream queue random ranges ratio regex
    scoped_allocator semaphore set shared_mutex source_location span sstream stack stdexcept stop_token streambuf string
    string_view system_error thread tuple type_traits typeindex typeinfo unordered_map unordered_set utility valarray
    variant vector version""".split()
)
# The operating system (POSIX). Base calls only its text conversion, which touches nothing outside the process.
BASE_SYSTEM_HEADERS = {"iconv.h"}
SYSTEM_HEADERS = BASE_SYSTEM_HEADERS | set(
    """dirent.h dlfcn.h errno.h fcntl.h poll.h pwd.h signal.h sys/file.h sys/mman.h sys/random.h sys/resource.h sys/stat.h
    sys/types.h sys/wait.h termios.h unistd.h""".split()
)

_INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"([^"\n]*)"|<([^>\n]*)>|([^\n]*))', re.MULTILINE)
_NAMESPACE = re.compile(r"\bnamespace\s+mingzhang::(\w+)[\w:]*\s*\{")
_LINKS = re.compile(r"\b(mingzhang_folder|target_link_libraries)\s*\(\s*(\w+)([^()]*)\)")


def room_problem(folder, path, include):
    rooms = ROOMS.get(folder, {})
    here, there = path.split("/")[1], include.split("/")[1]
    if there not in rooms or here == there or there in rooms.get(here, ()):
        return None
    return "room", f'{folder}/{here} may not include {folder}/{there} ("{include}")'


def quoted_problem(folder, path, include, root):
    target = include.split("/")[0]
    if not (Path(root, include).is_file() and "/" in include and ".." not in include):
        return "path", f'"{include}" is not a file below the root: include with the path from the root'
    if target in OUTSIDE:
        return "outside", f'the program includes "{include}", which is not part of it'
    if include == DOOR and path in DOOR_USERS:
        return None
    if target == folder:
        return room_problem(folder, path, include)
    if target in LEVELS[folder]:
        return None
    return "level", f'{folder} may not include {target} ("{include}"); it may include {sorted(LEVELS[folder])}'


def angled_problem(folder, include):
    if include in STANDARD_HEADERS:
        return None
    if include in SYSTEM_HEADERS:
        if folder == "base" and include not in BASE_SYSTEM_HEADERS:
            return "system", f"base calls no operating system, but includes <{include}>"
        return None
    for start, home in LIBRARY_HEADERS.items():
        if include == start or (start.endswith("/") and include.startswith(start)):
            if folder == home:
                return None
            return "home", f"<{include}> is at home in {home}, not in {folder}"
    return "unknown", f"<{include}> has no home: give the library one in tools/check_layers.py and in docs/decisions/"


def source_problems(root, path):
    folder = path.split("/")[0]
    if folder in OUTSIDE:
        return
    if folder not in LEVELS or "/" not in path:
        yield Problem(path, 1, "folder", f"{folder} is not in the table of layers")
        return
    code = code_of(read(root, path))
    for match in _INCLUDE.finditer(code):
        quoted, angled, other = match.groups()
        if quoted is not None:
            found = quoted_problem(folder, path, quoted, root)
        elif angled is not None:
            found = angled_problem(folder, angled)
        else:
            found = "path", f"an include that only the preprocessor can read: {other.strip()}"
        if found:
            yield Problem(path, line_of(code, match.start()), *found)
    for match in _NAMESPACE.finditer(code):
        name = match.group(1)
        if name in LEVELS and name != folder:
            line = line_of(code, match.start())
            yield Problem(path, line, "namespace", f"{folder} opens the namespace of {name}: include, do not declare again")


def link_problem(folder, target, link):
    if link == "mingzhang_flags" or link in STANDARD_TARGETS:
        return None
    if link.startswith("mingzhang_"):
        name = link.removeprefix("mingzhang_")
        if name == folder or name in LEVELS.get(folder, ()):
            return None
        if name == "store" and DOOR_TARGETS.get(folder) == target:
            return None
        return "link", f"{target} in {folder} may not link {link}"
    home = LIBRARY_TARGETS.get(link)
    if home is None:
        return "unknown", f"{link} has no home: give the library one in tools/check_layers.py and in docs/decisions/"
    return None if folder == home else ("home", f"{link} is at home in {home}, not in {folder}")


def cmake_problems(root, path):
    folder = path.split("/")[0]
    if folder in OUTSIDE or "/" not in path:
        return
    text = re.sub(r"#[^\n]*", "", read(root, path))
    for match in _LINKS.finditer(text):
        command, target, rest = match.groups()
        if command == "mingzhang_folder" and target != folder:
            yield Problem(path, line_of(text, match.start()), "link", f"{folder} builds the library of {target}")
        rest = re.sub(r"\bPRECOMPILED\s+\w+", "", rest)
        rest = re.sub(r"\bALONE(\s+\"[^\"]*\")+", "", rest)
        for link in re.split(r"[\s;]+", rest.strip()):
            if link in {"", "LINKS", "PUBLIC", "PRIVATE", "INTERFACE"}:
                continue
            found = link_problem(folder, target, link)
            if found:
                yield Problem(path, line_of(text, match.start()), *found)


def check(root, exceptions=EXCEPTIONS):
    problems = [Problem("tools/check_layers.py", 1, "exceptions", "the list of exceptions stays empty")] if exceptions else []
    for path in files_of(root, ".h", ".hpp", ".c", ".cc", ".cpp"):
        problems += source_problems(root, path)
    for path in files_of(root, "CMakeLists.txt", ".cmake"):
        problems += cmake_problems(root, path)
    return problems


GOOD = {
    "base/money.h": "#include <string>\n#include <iconv.h>\n",
    "ledger/voucher.h": '#include "base/money.h"\n#include <unistd.h>\nnamespace mingzhang::ledger {}\n',
    "ledger/CMakeLists.txt": "mingzhang_folder(ledger LINKS mingzhang_base) # OpenSSL::Crypto\n",
    "audit/hash.cpp": '#include <openssl/evp.h>\n#include "base/money.h"\n// #include "ledger/voucher.h"\n',
    "audit/CMakeLists.txt": "mingzhang_folder(audit LINKS mingzhang_base OpenSSL::Crypto)\n",
    "reports/trial.h": '#include "ledger/voucher.h"\n',
    "store/open_store.h": '#include "reports/trial.h"\n#include <sqlite3.h>\nnamespace mingzhang::store {}\n',
    "service/desk.h": '#include "audit/hash.h"\n#include <csv.h>\n',
    "audit/hash.h": "",
    "service/reading/lists.h": '#include "service/desk.h"\n',
    "service/setup/words.cpp": '#include "service/reading/lists.h"\n',
    "cli/main.cpp": '#include "store/open_store.h"\n#include "service/desk.h"\n#include <CLI/CLI.hpp>\n',
    "cli/CMakeLists.txt": "mingzhang_folder(cli LINKS mingzhang_service CLI11::CLI11)\n"
    "target_link_libraries(mingzhang PRIVATE mingzhang_cli mingzhang_store)\n",
    "tests/store_test.cpp": '#include <catch2/catch.hpp>\n#include "store/open_store.h"\n',
}
BAD = [
    ("level", {"base/bad.h": '#include "ledger/voucher.h"\n'}),
    ("level", {"ledger/bad.h": '#include "audit/hash.h"\n'}),
    ("level", {"audit/bad.h": '  #  include "ledger/voucher.h"\n'}),
    ("level", {"reports/bad.h": '#include "audit/hash.h"\n'}),
    ("level", {"loans/bad.h": '#include "guarantee/pool.h"\n', "guarantee/pool.h": ""}),
    ("level", {"store/bad.h": '#include "service/desk.h"\n'}),
    ("level", {"service/bad.cpp": '#include "store/open_store.h"\n'}),
    ("level", {"cli/bad.cpp": '#include "store/open_store.h"\n'}),
    ("level", {"cli/main.cpp": '#include "store/other.h"\n', "store/other.h": ""}),
    ("level", {"cli/bad.cpp": '#include "ledger/voucher.h"\n'}),
    ("level", {"server/bad.cpp": '#include "cli/words.h"\n', "cli/words.h": ""}),
    ("room", {"service/bad.cpp": '#include "service/setup/words.h"\n', "service/setup/words.h": ""}),
    ("room", {"service/reading/bad.cpp": '#include "service/setup/words.h"\n', "service/setup/words.h": ""}),
    ("outside", {"base/bad.cpp": '#include "tests/support.h"\n', "tests/support.h": ""}),
    ("path", {"ledger/bad.cpp": '#include "voucher.h"\n'}),
    ("path", {"ledger/bad.cpp": '#include "ledger/../audit/hash.h"\n'}),
    ("path", {"ledger/bad.cpp": "#include SOME_HEADER\n"}),
    ("system", {"base/bad.cpp": "#include <unistd.h>\n"}),
    ("home", {"ledger/bad.cpp": "#include <openssl/sha.h>\n"}),
    ("home", {"service/bad.cpp": "#include <SQLiteCpp/Database.h>\n"}),
    ("home", {"cli/bad.cpp": "#include <csv.h>\n"}),
    ("home", {"base/bad.cpp": "#include <CLI/App.hpp>\n"}),
    ("home", {"service/bad.cpp": "#include <nlohmann/json.hpp>\n"}),
    ("unknown", {"service/bad.cpp": "#include <fmt/core.h>\n"}),
    ("unknown", {"base/bad.cpp": "#include <catch2/catch.hpp>\n"}),
    ("namespace", {"service/bad.h": "namespace mingzhang::store { class Book; }\n"}),
    ("folder", {"helpers/bad.h": "\n"}),
    ("folder", {"main.cpp": "\n"}),
    ("link", {"ledger/CMakeLists.txt": "mingzhang_folder(ledger LINKS mingzhang_base\n  mingzhang_audit)\n"}),
    ("link", {"service/CMakeLists.txt": "mingzhang_folder(service LINKS mingzhang_store)\n"}),
    ("link", {"cli/CMakeLists.txt": "target_link_libraries(mingzhang_cli PUBLIC mingzhang_store)\n"}),
    ("link", {"base/CMakeLists.txt": "mingzhang_folder(ledger)\n"}),
    ("home", {"ledger/CMakeLists.txt": "mingzhang_folder(ledger LINKS OpenSSL::Crypto)\n"}),
    ("unknown", {"ledger/CMakeLists.txt": "mingzhang_folder(ledger LINKS fmt::fmt)\n"}),
]


def main(arguments):
    if arguments == ["--self-test"]:
        refuses_exceptions = {problem.rule for problem in check(Path(__file__).parent, exceptions=("x",))} == {"exceptions"}
        print("a list of exceptions is refused:", refuses_exceptions, file=sys.stderr)
        return self_test(check, GOOD, BAD) or (0 if refuses_exceptions else 1)
    if arguments:
        print("usage: check_layers.py [--self-test]", file=sys.stderr)
        return 2
    return report(check(Path(__file__).resolve().parent.parent), "layers")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
