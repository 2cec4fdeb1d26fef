// SPDX-License-Identifier: Apache-2.0
// Masks count characters, not bytes, so that no mask ends in half a character.
#include "base/masking.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "base/utf8.h"

namespace mingzhang {
namespace {

/// The characters of `text`; where it is not UTF-8, its bytes, of which then none may be shown.
std::vector<std::string_view> characters_of(std::string_view text, bool is_well_formed) {
  std::vector<std::string_view> characters;
  for (std::size_t at = 0; at < text.size(); at += characters.back().size()) {
    characters.push_back(text.substr(at, is_well_formed ? utf8_at(text, at).length : 1));
  }
  return characters;
}

/// Keeps `head` characters at the front and `tail` at the end and stars the others; stars everything where that would
/// leave nothing hidden.
std::string masked(std::string_view text, std::size_t head, std::size_t tail) {
  const bool is_well_formed = first_malformed_utf8(text) == text.size();
  const auto characters = characters_of(text, is_well_formed);
  const bool shows_ends = is_well_formed && characters.size() > head + tail;
  std::string result;
  for (std::size_t i = 0; i < characters.size(); ++i) {
    const bool is_end = i < head || i + tail >= characters.size();
    result += shows_ends && is_end ? characters[i] : std::string_view("*");
  }
  return result;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

std::string mask_id_card_strict(std::string_view number) {
  return masked(number, 0, 4);
}

std::string mask_id_card(std::string_view number) {
  const bool has_birth_date = number.size() == 18 && is_ascii(number);
  return has_birth_date ? masked(number, 6, 4) : mask_id_card_strict(number);
}

std::string mask_bank_card(std::string_view number) {
  return masked(number, 4, 4);
}

std::string mask_phone(std::string_view number) {
  const bool is_mobile = number.size() == 11 && number.find_first_not_of("0123456789") == std::string_view::npos;
  return is_mobile ? masked(number, 3, 4) : masked(number, 0, 0);
}

std::string mask_name(std::string_view utf8) {
  return masked(utf8, 1, 0);
}

}  // namespace mingzhang
