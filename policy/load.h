// SPDX-License-Identifier: Apache-2.0
// From the bytes of a file to a pack, or to everything that is wrong with it.
#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "policy/pack.h"

namespace mingzhang::policy {

/// Reads a pack. `file_name` is the last part of its path, e.g. "weining-2016.json": the pack's id must agree with it;
/// empty: no file. On refusal every problem with its JSON path, as far as it can be told: members are judged one by one,
/// and rules between members where those are good.
Result<Pack, std::vector<Problem>> load_pack(std::string_view text, std::string_view file_name);

/// The members of a pack and of a rule, for the documentation.
std::span<const Field> pack_fields();
std::span<const Field> rule_fields();
std::span<const Field> source_fields();
std::span<const Field> document_fields();
std::span<const Field> assumption_fields();

}  // namespace mingzhang::policy
