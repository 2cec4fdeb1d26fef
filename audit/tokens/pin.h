// SPDX-License-Identifier: Apache-2.0
// A PIN, read from where no other process sees it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/outcome.h"
#include "base/result.h"

namespace mingzhang::audit {

/// Longest PIN that is taken, in bytes.
inline constexpr std::size_t kPinBytesMax = 255;

/// Overwritten when it ends. There is no way to make one from an argument of the command line but to write so.
class Pin {
 public:
  /// Takes 1 to kPinBytesMax bytes without line breaks or NUL; TOKEN-103 otherwise.
  static Result<Pin, Problem> from_text(std::string_view text);
  /// The first line of an open descriptor, at most kPinBytesMax bytes; TOKEN-103 where there is none. Leaves it open.
  static Result<Pin, Problem> from_descriptor(int descriptor);
  /// The same of a file.
  static Result<Pin, Problem> from_file(const std::string& path);

  Pin(Pin&& other) noexcept;
  Pin(const Pin&) = delete;
  Pin& operator=(const Pin&) = delete;
  Pin& operator=(Pin&&) = delete;
  ~Pin();

  std::string_view text() const { return text_; }

 private:
  explicit Pin(std::string_view text);

  std::string text_;
};

}  // namespace mingzhang::audit
