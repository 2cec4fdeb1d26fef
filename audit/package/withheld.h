// SPDX-License-Identifier: Apache-2.0
// A line whose content is not given away: its leaf digests stand in its place, so that its record still verifies.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "audit/record.h"

namespace mingzhang::audit {

/// {"leaf_sha256":HEX,"leaf_sm3":HEX,"t":"withheld/v1"} for a line, both without a newline.
std::string withheld_line(std::string_view line, Sealer& sealer);

/// Lines, each with its newline, those withheld for which `withholds` says so.
std::string withheld_lines(std::string_view lines, const std::function<bool(std::string_view)>& withholds, Sealer& sealer);

/// The digests that `withheld_line` wrote; nothing where the bytes are anything else.
std::optional<RecordLeaves> parse_withheld_line(std::string_view line);

}  // namespace mingzhang::audit
