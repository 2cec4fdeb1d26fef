// SPDX-License-Identifier: Apache-2.0
// What the verbs of keys, checkpoints, witnesses and receipts share: files given and taken, and which checkpoint is meant.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/json.h"
#include "cli/desk.h"
#include "cli/verb.h"
#include "service/reading/reading.h"
#include "service/sealing/checkpoints.h"

namespace mingzhang::cli {

/// Says that a file could not be written; the exit code.
int refuse_file(Desk& desk, const std::string& path);

/// Writes a member whose text has several lines, as notes and keys do: the line ends become "\n". Requires: plain text otherwise.
void write_lines(JsonWriter& writer, std::string_view key, std::string_view text);

/// A text as data; with --json the only member, `name`, of a document. The exit code.
int show_text(Desk& desk, const std::string& name, const service::TextResult& text);

/// Writes to a file, or shows as data where no file is named; the exit code. `name` is the member that holds it in JSON.
int give_file(Desk& desk, const std::string& path, const std::string& name, const service::TextResult& bytes);

/// --suite, and --size where the verb has one; nothing after a refusal.
std::optional<service::CheckpointChoice> chosen_checkpoint(Desk& desk, const Values& values);

/// The number that an option gives, from 0; 0 where it is absent, nothing after a refusal.
std::optional<std::int64_t> count_of(Desk& desk, const Values& values, const std::string& option);

}  // namespace mingzhang::cli
