// SPDX-License-Identifier: Apache-2.0
// The words of records, one table per set.
#include "audit/books/words.h"

#include <algorithm>

#include "base/check.h"
#include "base/word_table.h"

namespace mingzhang::audit {
namespace {

constexpr std::array kBookClassWords{
    Word<BookClass>{BookClass::Asset, "asset", "资产"},
    Word<BookClass>{BookClass::Liability, "liability", "负债"},
    Word<BookClass>{BookClass::NetAssets, "net_assets", "净资产"},
    Word<BookClass>{BookClass::Income, "income", "收入"},
    Word<BookClass>{BookClass::Expense, "expense", "费用"},
    Word<BookClass>{BookClass::BudgetIncome, "budget_income", "预算收入"},
    Word<BookClass>{BookClass::BudgetExpense, "budget_expense", "预算支出"},
    Word<BookClass>{BookClass::BudgetBalance, "budget_balance", "预算结余"},
    Word<BookClass>{BookClass::Unclassified, "unclassified", "未分类"},
};
static_assert(kBookClassWords.size() == kBookClasses);

constexpr std::array kBookTypeWords{
    Word<BookVoucherType>{BookVoucherType::General, "记账凭证", "记"},
    Word<BookVoucherType>{BookVoucherType::Receipt, "收款凭证", "收"},
    Word<BookVoucherType>{BookVoucherType::Payment, "付款凭证", "付"},
    Word<BookVoucherType>{BookVoucherType::Transfer, "转账凭证", "转"},
};

constexpr std::array kBookKindWords{
    Word<BookVoucherKind>{BookVoucherKind::Ordinary, "ordinary", "普通"},
    Word<BookVoucherKind>{BookVoucherKind::Reversal, "reversal", "冲销"},
    Word<BookVoucherKind>{BookVoucherKind::CarryForward, "carry_forward", "年度结转"},
};

/// Only the word of records: their Chinese twin would be another form of the same record.
template <class Enum, std::size_t kSize>
std::optional<Enum> strict_word(const std::array<Word<Enum>, kSize>& table, std::string_view word) {
  for (const Word<Enum>& row : table) {
    if (row.word == word) return row.value;
  }
  return std::nullopt;
}

/// Every kind that this program writes, in bytewise order. A test compares the list with the sources that write them.
constexpr auto kBookRecordKinds = std::to_array<std::string_view>({
    "account/v1",
    "account_change/v1",
    "advance/v1",
    "advance_return/v1",
    "allocation/v1",
    "allocation_return/v1",
    "benefit/v1",
    "book/v1",
    "carry_over/v1",
    "checklist/v1",
    "disbursement/v1",
    "disbursement_cancel/v1",
    "disbursement_payment/v1",
    "disbursement_repay/v1",
    "disbursement_return/v1",
    "disbursement_withdrawal/v1",
    "division/v1",
    "division_end/v1",
    "erasure/v1",
    "fund/v1",
    "gate/v1",
    "grant/v1",
    "guarantee_deposit/v1",
    "guarantee_pool/v1",
    "guarantee_terms/v1",
    "household/v1",
    "household_cause/v1",
    "household_class/v1",
    "household_move/v1",
    "household_status/v1",
    "indicator/v1",
    "indicator_change/v1",
    "interest_accrual/v1",
    "loan_application/v1",
    "loan_approval/v1",
    "loan_classification/v1",
    "loan_contract/v1",
    "loan_correction/v1",
    "loan_disbursement/v1",
    "loan_drop/v1",
    "loan_extension/v1",
    "loan_misuse/v1",
    "loan_pause/v1",
    "loan_provision/v1",
    "loan_rate/v1",
    "loan_recovery/v1",
    "loan_renewal/v1",
    "loan_repayment/v1",
    "loan_review/v1",
    "loan_write_off/v1",
    "log_key/v1",
    "log_key_end/v1",
    "log_restore/v1",
    "member_change/v1",
    "pack_adoption/v1",
    "pack_end/v1",
    "period/v1",
    "person/v1",
    "procedure/v1",
    "procedure_step/v1",
    "project/v1",
    "project_plan/v1",
    "reconciliation/v1",
    "reconciliation_item/v1",
    "reconciliation_sign/v1",
    "reimbursement/v1",
    "responsible/v1",
    "risk_claim/v1",
    "risk_claim_payment/v1",
    "risk_claim_review/v1",
    "risk_fund/v1",
    "risk_fund_contribution/v1",
    "risk_recovery/v1",
    "risk_write_off/v1",
    "score/v1",
    "settlement/v1",
    "subsidy_claim/v1",
    "subsidy_claw_back/v1",
    "subsidy_payment/v1",
    "subsidy_review/v1",
    "take_back/v1",
    "voucher/v1",
});
static_assert(std::is_sorted(kBookRecordKinds.begin(), kBookRecordKinds.end()));

}  // namespace

BookSide other_side(BookSide side) { return side == BookSide::Debit ? BookSide::Credit : BookSide::Debit; }
std::string_view chinese_of(BookSide side) { return side == BookSide::Debit ? "借" : "贷"; }

std::optional<BookSide> parse_book_side(std::string_view word) {
  if (word == "debit") return BookSide::Debit;
  if (word == "credit") return BookSide::Credit;
  return std::nullopt;
}

std::string_view chinese_of(BookClass account_class) { return row_of(kBookClassWords, account_class).chinese; }
std::optional<BookClass> parse_book_class(std::string_view word) { return strict_word(kBookClassWords, word); }

bool is_budget(BookClass account_class) {
  return account_class == BookClass::BudgetIncome || account_class == BookClass::BudgetExpense ||
         account_class == BookClass::BudgetBalance;
}

std::string_view chinese_of(BookVoucherType type) { return row_of(kBookTypeWords, type).chinese; }
std::string_view long_name_of(BookVoucherType type) { return row_of(kBookTypeWords, type).word; }

std::optional<BookVoucherType> parse_book_voucher_type(std::string_view word) {
  for (const BookVoucherType type : kBookVoucherTypes) {
    if (chinese_of(type) == word) return type;
  }
  return std::nullopt;
}

std::string_view chinese_of(BookVoucherKind kind) { return row_of(kBookKindWords, kind).chinese; }
std::optional<BookVoucherKind> parse_book_voucher_kind(std::string_view word) { return strict_word(kBookKindWords, word); }

std::string number_text(const BookVoucherName& name) {
  const std::string digits = std::to_string(name.number);
  return std::string(chinese_of(name.type)) + "-" + std::string(digits.size() < 4 ? 4 - digits.size() : 0, '0') + digits;
}

std::string to_text(const BookVoucherName& name) { return to_iso(name.period) + " " + number_text(name); }

bool is_known_kind(std::string_view kind) {
  return std::binary_search(kBookRecordKinds.begin(), kBookRecordKinds.end(), kind);
}

}  // namespace mingzhang::audit
