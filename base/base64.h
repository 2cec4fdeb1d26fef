// SPDX-License-Identifier: Apache-2.0
// Base64 as RFC 4648 §4 has it, one text per value.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mingzhang {

/// With padding, on one line. Example: "f" is "Zg==".
std::string base64_of(std::string_view bytes);

/// Nothing where the text is not exactly what `base64_of` writes: another character, missing padding, a line break, or
/// unused bits that are not zero ("Zh==").
std::optional<std::string> base64_decoded(std::string_view text);

}  // namespace mingzhang
