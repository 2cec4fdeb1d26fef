// SPDX-License-Identifier: Apache-2.0
// Collecting refusals, and the checks of single texts that every command shares.
#include "households/refusals.h"


#include "base/identifier.h"
#include "base/text.h"
#include "households/codes.h"

namespace mingzhang::households {
namespace {

/// A text that came in the place of a code or word may be anything, also a name or a number of a person.
std::string size_of(std::string_view text) { return std::to_string(text.size()) + " bytes"; }

}  // namespace

void Refusals::add(RegisterOutcome outcome, std::string place, std::string detail) {
  problems_.push_back(Problem{&info_of(outcome), std::move(place), std::move(detail)});
}

void Refusals::check_code(std::string_view code, const std::string& place) {
  if (!is_opaque_code(code)) add(RegisterOutcome::CodeBad, place, size_of(code));
  if (holds_id_card(code)) add(RegisterOutcome::HoldsIdCard, place, "");  // INV-12
}

void Refusals::check_division_code(std::string_view code, const std::string& place) {
  if (!is_division_code(code)) add(RegisterOutcome::DivisionCodeBad, place, size_of(code));
  if (holds_id_card(code)) add(RegisterOutcome::HoldsIdCard, place, "");
}

void Refusals::check_word(std::string_view word, const std::string& place) {
  if (!is_good_word(word)) add(RegisterOutcome::WordBad, place, size_of(word));
  if (holds_id_card(word)) add(RegisterOutcome::HoldsIdCard, place, "");
}

void Refusals::check_name(std::string_view name, const std::string& place) {
  const bool is_good = !name.empty() && name.size() <= kPlaceNameBytes && is_plain_text(name) && trimmed(name) == name;
  if (!is_good) add(RegisterOutcome::NameBad, place, size_of(name));
  if (holds_id_card(name)) add(RegisterOutcome::HoldsIdCard, place, "");
}

void Refusals::check_digest(std::string_view digest, const std::string& place) {
  if (!is_digest(digest)) add(RegisterOutcome::DigestBad, place, size_of(digest));
}

void Refusals::check_date(Date date, const std::string& place) {
  if (date.year() < 1949 || date.year() > 2899) add(RegisterOutcome::DateBad, place, to_iso(date));
}

std::vector<Problem> Refusals::in_order() { return mingzhang::in_order(std::move(problems_)); }

}  // namespace mingzhang::households
