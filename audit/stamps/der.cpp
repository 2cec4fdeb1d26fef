// SPDX-License-Identifier: Apache-2.0
// Lengths are held against what is there before anything else is done with them.
#include "audit/stamps/der.h"

#include "base/check.h"

namespace mingzhang::audit {
namespace {

constexpr std::size_t kLengthBytesMax = 4;

unsigned char byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

}  // namespace

std::optional<DerItem> DerReader::refused() {
  is_bad_ = true;
  return std::nullopt;
}

std::optional<DerItem> DerReader::next() {
  if (is_bad_ || rest_.size() < 2 || (byte_at(rest_, 0) & 0x1fU) == 0x1fU) return refused();
  std::size_t head = 2;
  std::size_t length = byte_at(rest_, 1);
  if (length >= 0x80) {
    const std::size_t count = length & 0x7fU;
    if (count == 0 || count > kLengthBytesMax || rest_.size() < 2 + count) return refused();
    length = 0;
    for (std::size_t at = 0; at < count; ++at) length = length << 8U | byte_at(rest_, 2 + at);
    const bool is_shortest = length >= 0x80 && length >> (8 * (count - 1)) != 0;
    if (!is_shortest) return refused();
    head += count;
  }
  if (length > rest_.size() - head) return refused();
  const DerItem item{byte_at(rest_, 0), rest_.substr(head, length), rest_.substr(0, head + length)};
  rest_.remove_prefix(head + length);
  return item;
}

std::optional<DerItem> DerReader::next(unsigned char tag) {
  return sees(tag) ? next() : refused();
}

std::optional<std::int32_t> der_small_number(const DerItem& item) {
  const std::string_view bytes = item.content;
  if (item.tag != kDerInteger || bytes.empty() || bytes.size() > 4 || (byte_at(bytes, 0) & 0x80U) != 0) return std::nullopt;
  if (bytes.size() > 1 && bytes[0] == '\0' && (byte_at(bytes, 1) & 0x80U) == 0) return std::nullopt;
  std::uint32_t number = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) number = number << 8U | byte_at(bytes, at);
  return static_cast<std::int32_t>(number);
}

std::string der(unsigned char tag, std::string_view content) {
  std::string length;
  for (std::size_t rest = content.size(); rest != 0; rest >>= 8U) length.insert(length.begin(), static_cast<char>(rest & 0xffU));
  std::string bytes(1, static_cast<char>(tag));
  if (content.size() >= 0x80) {
    MZ_CHECK(length.size() <= kLengthBytesMax);
    bytes += static_cast<char>(0x80U | length.size());
  }
  if (length.empty()) length.assign(1, '\0');
  return bytes.append(length).append(content);
}

std::string der_unsigned(std::string_view number) {
  MZ_CHECK(!number.empty());
  while (number.size() > 1 && number[0] == '\0') number.remove_prefix(1);
  const bool is_high = (byte_at(number, 0) & 0x80U) != 0;
  return der(kDerInteger, std::string(is_high ? 1 : 0, '\0').append(number));
}

std::string der_algorithm(std::string_view object) {
  return der(kDerSequence, std::string(object) + der(kDerNull, ""));
}

}  // namespace mingzhang::audit
