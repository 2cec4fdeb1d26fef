// SPDX-License-Identifier: Apache-2.0
// The folder in which a book's checkpoints are published, and checkpoints that are signed when something is closed.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/desk.h"
#include "cli/verb.h"
#include "service/sealing/checkpoints.h"

namespace mingzhang::cli {

std::string published_name(const std::string& folder, audit::Suite suite);
/// The notes that stand in the folder already; none where it is empty text.
std::vector<std::string> published_notes(const std::string& folder);
/// Puts new checkpoints into the folder, which is made where it is not there; the exit code after a refusal.
std::optional<int> put_into_folder(Desk& desk, const std::string& folder, const std::vector<audit::StoredCheckpoint>& made);

/// --signer, --passphrase-file and --publish, none of them required.
std::vector<OptionSpec> closing_options();
/// Runs `close`. Where --signer is given, the keys are opened before it, and after it a checkpoint over the book as it is then is signed and
/// published; a trial signs nothing. A refused checkpoint leaves the close as it is, and says so. The exit code.
int closed_with_checkpoint(Desk& desk, const Values& values, const std::function<int()>& close);

}  // namespace mingzhang::cli
