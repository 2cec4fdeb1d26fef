// SPDX-License-Identifier: Apache-2.0
// Base64, strictly.
#include "base/base64.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace mingzhang {
namespace {

constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::uint8_t kNoDigit = 64;

constexpr std::array<std::uint8_t, 256> kValues = [] {
  std::array<std::uint8_t, 256> values{};
  for (std::uint8_t& value : values) value = kNoDigit;
  for (std::size_t index = 0; index < kDigits.size(); ++index) {
    values[static_cast<unsigned char>(kDigits[index])] = static_cast<std::uint8_t>(index);
  }
  return values;
}();

std::uint32_t byte_at(std::string_view bytes, std::size_t index) {
  return index < bytes.size() ? static_cast<unsigned char>(bytes[index]) : 0;
}

}  // namespace

std::string base64_of(std::string_view bytes) {
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    const std::uint32_t group = byte_at(bytes, at) << 16U | byte_at(bytes, at + 1) << 8U | byte_at(bytes, at + 2);
    const std::size_t left = bytes.size() - at;
    text += kDigits[group >> 18U];
    text += kDigits[group >> 12U & 63U];
    text += left > 1 ? kDigits[group >> 6U & 63U] : '=';
    text += left > 2 ? kDigits[group & 63U] : '=';
  }
  return text;
}

std::optional<std::string> base64_decoded(std::string_view text) {
  if (text.size() % 4 != 0) return std::nullopt;
  std::string bytes;
  bytes.reserve(text.size() / 4 * 3);
  for (std::size_t at = 0; at < text.size(); at += 4) {
    const std::string_view group = text.substr(at, 4);
    const bool is_last = at + 4 == text.size();
    const std::size_t digits = !is_last || group[3] != '=' ? 4 : group[2] != '=' ? 3 : 2;
    std::uint32_t value = 0;
    for (std::size_t index = 0; index < digits; ++index) {
      const std::uint8_t digit = kValues[static_cast<unsigned char>(group[index])];
      if (digit == kNoDigit) return std::nullopt;
      value |= static_cast<std::uint32_t>(digit) << (18U - 6U * index);
    }
    const std::size_t count = digits - 1;
    if ((value & (0xffffffU >> (8U * count))) != 0) return std::nullopt;  // the mask of three bytes is empty
    for (std::size_t index = 0; index < count; ++index) bytes += static_cast<char>(value >> (16U - 8U * index) & 255U);
  }
  return bytes;
}

}  // namespace mingzhang
