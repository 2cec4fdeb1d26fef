// SPDX-License-Identifier: Apache-2.0
// Verifying an open database and showing what was found.
#pragma once

#include <string>

#include "cli/desk.h"
#include "service/verify.h"

namespace mingzhang::cli {

/// Verifies one book, or with an empty name all of them; progress goes to the notes.
service::VerifyReport verify(Desk& desk, const service::OpenedDatabase& opened, const std::string& book);
/// The same, shown; the exit code.
int verify_and_show(Desk& desk, const service::OpenedDatabase& opened, const std::string& book);

/// {"books":[{"book":…,"first_problem":…,"records":…,"sha256_root":…,"sm3_root":…}],"ok":…}
std::string verdict_json(const service::VerifyReport& report);
std::string verdict_text(const service::VerifyReport& report);

}  // namespace mingzhang::cli
