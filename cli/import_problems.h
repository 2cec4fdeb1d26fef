// SPDX-License-Identifier: Apache-2.0
// What every import says of the rows that it refuses.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "cli/output.h"
#include "service/imports/voucher_import.h"

namespace mingzhang::cli {

/// One problem as an object: code, column, detail, message, name, place, remedy, row, value.
void add_problem(JsonWriter& writer, const service::ImportProblem& found);
/// All of them as an array.
void add_problems(JsonWriter& writer, const std::vector<service::ImportProblem>& problems);
/// The first two hundred in sentences, and how many there are.
void note_problems(Output& output, const std::vector<service::ImportProblem>& problems, std::int64_t count);
/// The first twenty things that somebody should look at, and how many there are; nothing where there are none.
void note_notes(Output& output, const std::vector<service::ImportProblem>& notes, std::int64_t count);
/// Writes the bad rows with their reasons. False where the file cannot be written.
bool save_bad_rows(const std::string& path, std::string_view bytes, const std::vector<service::ImportProblem>& problems);

}  // namespace mingzhang::cli
