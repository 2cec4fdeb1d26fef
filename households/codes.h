// SPDX-License-Identifier: Apache-2.0
// What codes, words and digests of the register may look like: nothing that can name a person.
#pragma once

#include <string_view>

namespace mingzhang::households {

/// 1–32 of A–Z, a–z, 0–9, '-', '_', '.': the code of a household, a person, an official or a unit. Letters of other
/// scripts are left out on purpose: a name cannot be a code. Example: "H0000012".
bool is_opaque_code(std::string_view text);

/// 2–15 digits: GB/T 2260 and the statistical codes below it (county 6, township 9, village 12), and what a county adds
/// for village groups. Example: "520526100201".
bool is_division_code(std::string_view text);

/// 1–64 bytes of plain text without blanks at the ends and without commas: a class, cause, reason, relation, band, rule or
/// item as a policy names it. Example: "因病".
bool is_good_word(std::string_view text);

/// 64 lower-case hexadecimal digits: a SHA-256.
bool is_digest(std::string_view text);

/// Most bytes of a word, and of the name of a place or a step.
inline constexpr std::size_t kWordBytes = 64;
inline constexpr std::size_t kPlaceNameBytes = 200;

}  // namespace mingzhang::households
