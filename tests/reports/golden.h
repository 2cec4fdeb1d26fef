// SPDX-License-Identifier: Apache-2.0
// Texts that a person has approved, compared byte for byte.
#pragma once

#include <string>
#include <string_view>

namespace mingzhang::tests {

/// Fails where `text` differs from tests/golden/<name>. With the environment variable MINGZHANG_APPROVE=1 the file is
/// written instead; look at the difference before it is committed.
void check_golden(std::string_view name, const std::string& text);

}  // namespace mingzhang::tests
