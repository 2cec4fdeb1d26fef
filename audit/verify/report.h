// SPDX-License-Identifier: Apache-2.0
// The verdicts on one page, for people and for programs.
#pragma once

#include <string>

#include "audit/verify/verify_package.h"

namespace mingzhang::audit {

/// In Chinese with English beside it; the conclusion is the first line.
std::string report_text(const PackageVerdict& verdict);

/// Canonical JSON: "book", "checkpoints", "exit_code", "verdicts" with "files", "history", "since", "who", "books" and "derived", each with
/// "state" good, bad or not_checked and, where there is one, its "problem" (code, place, detail, zh, en).
std::string report_json(const PackageVerdict& verdict);

}  // namespace mingzhang::audit
