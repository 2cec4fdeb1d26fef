// SPDX-License-Identifier: Apache-2.0
// Random salts for lines, so that the hash of a neighbour's payment cannot be guessed.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mingzhang::audit {

/// Salts of 16 random bytes each, written as 32 lower-case hexadecimal digits.
class Salts {
 public:
  static constexpr std::size_t kDigits = 32;

  /// Requires: `digits` is a whole number of salts.
  explicit Salts(std::string digits);

  std::size_t size() const { return digits_.size() / kDigits; }
  /// The salt with number `index`, valid as long as this object. Requires: index < size().
  std::string_view operator[](std::size_t index) const;

 private:
  std::string digits_;
};

/// `count` salts from one call of OpenSSL's generator. Throws WorldError where the generator fails.
/// Requires: count ≤ 2^26. Example: a voucher of 5,000 households asks once for 5,000 lines.
Salts random_salts(std::size_t count);

}  // namespace mingzhang::audit
