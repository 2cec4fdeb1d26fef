// SPDX-License-Identifier: Apache-2.0
// The distinguished encoding of ASN.1 (X.690 §10): a strict reader over bytes that stay where they are, and a writer.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mingzhang::audit {

/// Tags used here, class and construction included.
inline constexpr unsigned char kDerBoolean = 0x01;
inline constexpr unsigned char kDerInteger = 0x02;
inline constexpr unsigned char kDerOctets = 0x04;
inline constexpr unsigned char kDerNull = 0x05;
inline constexpr unsigned char kDerObject = 0x06;
inline constexpr unsigned char kDerSequence = 0x30;
inline constexpr unsigned char kDerSet = 0x31;
/// [0], constructed: explicit, or implicit over SEQUENCE and SET.
inline constexpr unsigned char kDerContext0 = 0xa0;

struct DerItem {
  unsigned char tag = 0;
  std::string_view content;
  std::string_view whole;  ///< tag and length included
};

/// Reads the items of one level one after the other. Takes only tags below 31 and definite lengths in their shortest form,
/// within the bytes given; allocates nothing. After a refusal every further question is refused.
class DerReader {
 public:
  explicit DerReader(std::string_view bytes) : rest_(bytes) {}

  /// The next item whatever it is; nothing at the end or where the bytes are no DER.
  std::optional<DerItem> next();
  /// The next item, which must bear this tag.
  std::optional<DerItem> next(unsigned char tag);
  /// Whether an item with this tag comes next.
  bool sees(unsigned char tag) const { return !is_bad_ && !rest_.empty() && static_cast<unsigned char>(rest_[0]) == tag; }
  /// True where all was read and nothing was refused.
  bool is_done() const { return !is_bad_ && rest_.empty(); }

 private:
  std::optional<DerItem> refused();

  std::string_view rest_;
  bool is_bad_ = false;
};

/// An INTEGER of one value: not negative, shortest form, below 2^31. Nothing otherwise.
std::optional<std::int32_t> der_small_number(const DerItem& item);

/// Tag, shortest length, content. Example: der(0x04, "a") is 04 01 61.
std::string der(unsigned char tag, std::string_view content);

/// INTEGER of an unsigned number, most significant byte first. Requires: not empty.
std::string der_unsigned(std::string_view number);

/// SEQUENCE { OBJECT, NULL }. Requires: a whole OBJECT.
std::string der_algorithm(std::string_view object);

}  // namespace mingzhang::audit
