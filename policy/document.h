// SPDX-License-Identifier: Apache-2.0
// The JSON of a pack, edited by people, as the strict values of base/json.h; every fault with its path.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/json.h"
#include "policy/policy_outcome.h"

namespace mingzhang::policy {

/// Largest pack that is read.
inline constexpr std::size_t kPackBytesMax = std::size_t{4} << 20;

/// Reads one JSON document with white space. Members stated twice, null, fractions, texts with control characters and
/// keys that are not ASCII are problems; where a value is left out because of one, its place knows (`Problems::has_at`).
/// Nothing where the bytes are no JSON at all.
std::optional<JsonValue> read_document(std::string_view text, Problems& problems);

/// `place` + "/" + `key` with ~ and / escaped as in RFC 6901.
std::string below(std::string_view place, std::string_view key);
std::string below(std::string_view place, std::size_t index);

}  // namespace mingzhang::policy
