// SPDX-License-Identifier: Apache-2.0
// Checks that stay on in every build: a broken program stops before it writes a wrong number.
#pragma once

namespace mingzhang {

/// Prints the place and the condition to stderr and aborts. Called by MZ_CHECK only.
[[noreturn]] void check_failed(const char* condition, const char* file, int line) noexcept;

}  // namespace mingzhang

/// Aborts when `condition` is false. For what the program itself guarantees, never for what a user typed.
#define MZ_CHECK(condition) \
  ((condition) ? static_cast<void>(0) : ::mingzhang::check_failed(#condition, __FILE__, __LINE__))
