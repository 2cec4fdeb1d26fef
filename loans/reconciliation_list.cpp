// SPDX-License-Identifier: Apache-2.0
// Words of recorded reconciliations, and what of the other side's texts may be kept.
#include "loans/reconciliation_list.h"

#include <array>

#include "base/identifier.h"
#include "base/word_table.h"
#include "households/codes.h"
#include "ledger/voucher.h"

namespace mingzhang::loans {
namespace {

constexpr std::array kSubjects{
    Word<ReconciliationSubject>{ReconciliationSubject::Register, "register", "贷款台账"},
    Word<ReconciliationSubject>{ReconciliationSubject::Subsidy, "subsidy", "贴息清单"},
    Word<ReconciliationSubject>{ReconciliationSubject::Statement, "statement", "银行对账单"},
};
constexpr std::array kStates{
    Word<ItemState>{ItemState::Open, "open", "未处理"},
    Word<ItemState>{ItemState::Resolved, "resolved", "已解决"},
    Word<ItemState>{ItemState::Accepted, "accepted", "已说明"},
};
constexpr std::array kActions{
    Word<ItemAction>{ItemAction::Assign, "assign", "分派"},
    Word<ItemAction>{ItemAction::Resolve, "resolve", "解决"},
    Word<ItemAction>{ItemAction::Accept, "accept", "说明"},
    Word<ItemAction>{ItemAction::Reopen, "reopen", "重开"},
};
constexpr std::array kSides{
    Word<ReconciliationSide>{ReconciliationSide::Here, "here", "本方"},
    Word<ReconciliationSide>{ReconciliationSide::There, "there", "对方"},
};

}  // namespace

const std::string_view kNotACode = "（非代码，见对方清单 not a code, see the other side's list）";

std::string_view word_of(ReconciliationSubject subject) { return row_of(kSubjects, subject).word; }
std::string_view word_of(ItemState state) { return row_of(kStates, state).word; }
std::string_view word_of(ItemAction action) { return row_of(kActions, action).word; }
std::string_view word_of(ReconciliationSide side) { return row_of(kSides, side).word; }
std::string_view chinese_of(ReconciliationSubject subject) { return row_of(kSubjects, subject).chinese; }
std::string_view chinese_of(ItemState state) { return row_of(kStates, state).chinese; }
std::string_view chinese_of(ItemAction action) { return row_of(kActions, action).chinese; }
std::string_view chinese_of(ReconciliationSide side) { return row_of(kSides, side).chinese; }

std::optional<ReconciliationSubject> parse_reconciliation_subject(std::string_view text) { return parse_word(kSubjects, text); }
std::optional<ItemAction> parse_item_action(std::string_view text) { return parse_word(kActions, text); }
std::optional<ReconciliationSide> parse_reconciliation_side(std::string_view text) { return parse_word(kSides, text); }

std::string_view state_text(const Reconciliation& one) {
  if (one.is_signed()) return "已对平 agreed";
  if (one.is_closed()) return "已被替代 replaced";
  return one.open() == 0 ? "待签字 to be signed" : "处理中 in work";
}

bool is_recordable(std::string_view text) {
  if (text.empty() || text == kNotACode) return true;
  return households::is_opaque_code(text) && !holds_id_card(text);
}

std::string_view key_without_day(std::string_view key) {
  const std::size_t blank = key.rfind(' ');
  if (blank == std::string_view::npos || !parse_date(key.substr(blank + 1))) return key;
  return key.substr(0, blank);
}

bool is_recordable_key(std::string_view key) {
  const std::string_view code = key_without_day(key);
  return !code.empty() && (is_recordable(code) || ledger::parse_voucher_name(code).has_value());
}

std::string recordable(std::string_view text) { return std::string(is_recordable(text) ? text : kNotACode); }

std::string recordable_key(std::string_view key) {
  if (is_recordable_key(key)) return std::string(key);
  return std::string(kNotACode).append(key.substr(key_without_day(key).size()));
}

}  // namespace mingzhang::loans
