// SPDX-License-Identifier: Apache-2.0
// Commands that only show something of a book.
#pragma once

#include <functional>

#include "cli/desk.h"
#include "cli/verb.h"
#include "service/reading/lists.h"

namespace mingzhang::cli {

/// Reads something of --book.
using ReadList = std::function<service::TextResult(const service::BookPlace& place, service::Format format)>;

/// Opens --db and shows what `read` gives.
int show_list(Desk& desk, const ReadList& read);
/// JSON with --json, else text for people.
service::Format format_of(const Desk& desk);

/// The option --reason.
OptionSpec reason_option(bool is_required);

}  // namespace mingzhang::cli
