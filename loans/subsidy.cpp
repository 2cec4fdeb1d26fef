// SPDX-License-Identifier: Apache-2.0
// Words of the subsidy, and the split over its payers.
#include "loans/subsidy.h"

#include <array>

#include "base/ratio.h"
#include "base/word_table.h"

namespace mingzhang::loans {
namespace {

constexpr std::array kModes{
    Word<SubsidyMode>{SubsidyMode::Refund, "refund", "先付后贴"},
    Word<SubsidyMode>{SubsidyMode::ToBank, "to_bank", "财政直付"},
};

constexpr std::array kStates{
    Word<SubsidyState>{SubsidyState::Claimed, "claimed", "待审"},
    Word<SubsidyState>{SubsidyState::Passed, "passed", "审核通过"},
    Word<SubsidyState>{SubsidyState::Disputed, "disputed", "有争议"},
    Word<SubsidyState>{SubsidyState::Rejected, "rejected", "不予贴息"},
    Word<SubsidyState>{SubsidyState::Paid, "paid", "已支付"},
};

}  // namespace

std::string_view word_of(SubsidyMode mode) { return row_of(kModes, mode).word; }
std::string_view word_of(SubsidyState state) { return row_of(kStates, state).word; }
std::string_view chinese_of(SubsidyMode mode) { return row_of(kModes, mode).chinese; }
std::string_view chinese_of(SubsidyState state) { return row_of(kStates, state).chinese; }

std::optional<SubsidyMode> parse_subsidy_mode(std::string_view text) {
  for (const Word<SubsidyMode>& word : kModes) {
    if (text == word.word || text == word.chinese) return word.value;
  }
  return std::nullopt;
}

std::vector<Money> payer_parts(Money amount, const std::vector<SubsidyPayer>& payers) {
  std::vector<std::int64_t> weights;
  for (const SubsidyPayer& payer : payers) weights.push_back(payer.weight);
  return allocate(amount, weights);
}

}  // namespace mingzhang::loans
