// SPDX-License-Identifier: Apache-2.0
// Collecting refusals, and the checks of single parts that the commands share.
#include "guarantee/refusals.h"

#include <utility>

#include "base/identifier.h"
#include "base/text.h"
#include "households/codes.h"
#include "ledger/text_rules.h"

namespace mingzhang::guarantee {
namespace {

using ledger::is_explanation;
using ledger::kExplanationBytes;
using ledger::kTextBytes;
using ledger::size_of;

bool is_percent(std::int64_t percent) { return percent >= 0 && percent <= 100; }

}  // namespace

std::string beside(Money wanted, std::string_view sign, Money there) {
  return to_yuan(wanted) + " " + std::string(sign) + " " + to_yuan(there);
}

void Refusals::add(GuaranteeOutcome outcome, std::string place, std::string detail) {
  problems_.push_back(Problem{&info_of(outcome), std::move(place), std::move(detail)});
}

void Refusals::check_code(std::string_view code, const std::string& place) {
  if (!ledger::is_good_code(code)) add(GuaranteeOutcome::CodeBad, place, size_of(code));
  if (holds_id_card(code)) add(GuaranteeOutcome::HoldsIdCard, place, "");  // INV-12
}

void Refusals::check_text(std::string_view text, const std::string& place) {
  if (text.empty()) add(GuaranteeOutcome::TextMissing, place, "");
  check_optional_text(text, place);
}

void Refusals::check_optional_text(std::string_view text, const std::string& place) {
  if (!is_plain_text(text)) {
    add(GuaranteeOutcome::TextNotPlain, place, "");
    return;
  }
  if (text.size() > kTextBytes) add(GuaranteeOutcome::TextTooLong, place, size_of(text));
  if (holds_id_card(text)) add(GuaranteeOutcome::HoldsIdCard, place, "");  // INV-12
}

void Refusals::check_explanation(std::string_view explanation) {
  if (explanation.empty()) return;
  if (explanation.size() > kExplanationBytes) {
    add(GuaranteeOutcome::TextTooLong, "explanation", size_of(explanation));
  } else if (!is_explanation(explanation)) {
    add(GuaranteeOutcome::ExplanationBad, "explanation", "");
  }
  if (holds_id_card(explanation)) add(GuaranteeOutcome::HoldsIdCard, "explanation", "");
}

void Refusals::check_amount(Money amount, const std::string& place) {
  if (amount.fen() <= 0) add(GuaranteeOutcome::AmountNotPositive, place, to_yuan(amount));
}

void Refusals::check_terms(const PoolTerms& terms) {
  if (terms.multiple < 1 || terms.multiple > 20) add(GuaranteeOutcome::MultipleBad, "multiple", std::to_string(terms.multiple));
  if (!is_percent(terms.npl_tolerance)) add(GuaranteeOutcome::PercentBad, "npl-tolerance", std::to_string(terms.npl_tolerance));
  if (!is_percent(terms.alert_percent)) add(GuaranteeOutcome::PercentBad, "alert", std::to_string(terms.alert_percent));
}

const Pool* Refusals::find_pool(std::string_view code, Guarantee& guarantee) {
  const Pool* pool = guarantee.pools().find(code);
  if (pool == nullptr) add(GuaranteeOutcome::PoolUnknown, std::string(code));
  return pool;
}

void Refusals::check_weights(const Weights& weights, const std::string& place) {
  const auto is_weight = [](std::int64_t weight) { return weight >= 0 && weight <= 1'000; };
  if (is_weight(weights.first) && is_weight(weights.second) && weights.first + weights.second > 0) return;
  add(GuaranteeOutcome::WeightsBad, place, std::to_string(weights.first) + ":" + std::to_string(weights.second));
}

void Refusals::check_digest(std::string_view digest, const std::string& place) {
  if (!households::is_digest(digest)) add(GuaranteeOutcome::DigestBad, place, size_of(digest));
}

const RiskFund* Refusals::find_risk_fund(std::string_view code, Guarantee& guarantee) {
  const RiskFund* fund = guarantee.risk_funds().find(code);
  if (fund == nullptr) add(GuaranteeOutcome::RiskFundUnknown, std::string(code));
  return fund;
}

const Claim* Refusals::find_claim(std::string_view code, Guarantee& guarantee) {
  const Claim* claim = guarantee.claims().find(code);
  if (claim == nullptr) add(GuaranteeOutcome::ClaimUnknown, std::string(code));
  return claim;
}

void Refusals::check_claim_state(const Claim& claim, ClaimState wanted) {
  if (claim.state == wanted) return;
  add(GuaranteeOutcome::ClaimStateWrong,
      claim.code + ": " + std::string(chinese_of(claim.state)) + " " + std::string(word_of(claim.state)));
}

void Refusals::check_not_before(Date date, Date earliest) {
  if (date < earliest) add(GuaranteeOutcome::TooEarly, to_iso(date) + " < " + to_iso(earliest));
}

void Refusals::check_code_free(std::string_view code, Guarantee& guarantee) {
  if (guarantee.movements().find(code) != nullptr) add(GuaranteeOutcome::CodeTaken, std::string(code));
}

void Refusals::check_fund(std::string_view code, ledger::Book& book) {
  if (!code.empty() && book.funds().find(code) == nullptr) add(GuaranteeOutcome::FundUnknown, std::string(code));
}

void Refusals::check_open(Date date, ledger::Book& book) {
  const Month month = Month::of(date);
  if (month < book.head().start) add(GuaranteeOutcome::DateBeforeBook, to_iso(date) + " < " + to_iso(book.head().start));
  if (book.balances().state(month) != ledger::PeriodState::Open) add(GuaranteeOutcome::PeriodNotOpen, to_iso(month));  // INV-08
}

std::vector<Problem> Refusals::in_order() { return mingzhang::in_order(std::move(problems_)); }

}  // namespace mingzhang::guarantee
