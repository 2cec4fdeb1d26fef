// SPDX-License-Identifier: Apache-2.0
// The closed lists of words of a loan's life, with the word in records and the Chinese.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace mingzhang::loans {

/// How far a loan has come.
enum class LoanState : std::uint8_t {
  Applied = 1,     ///< 已申请
  Reviewed = 2,    ///< 调查通过
  Approved = 3,    ///< 已审批: its amount is set aside at its guarantee
  Signed = 4,      ///< 已签合同
  Active = 5,      ///< 已放款
  Settled = 6,     ///< 已结清
  WrittenOff = 7,  ///< 已核销: the debt remains, what comes back is a recovery
  Declined = 8,    ///< 未通过
  Dropped = 9,     ///< 已撤销 before any money was paid out
  Renewed = 10,    ///< 已续贷: its principal went on into another loan
};

/// Five classes (五级分类); the last three are non-performing.
enum class LoanClass : std::uint8_t {
  Normal = 1,       ///< 正常
  Special = 2,      ///< 关注
  Substandard = 3,  ///< 次级
  Doubtful = 4,     ///< 可疑
  Loss = 5,         ///< 损失
};

/// What a record did to a loan.
enum class StepKind : std::uint8_t {
  Application = 1,
  Review = 2,
  Approval = 3,
  Contract = 4,
  Drop = 5,
  Disbursement = 6,
  Repayment = 7,
  RateChange = 8,
  Pause = 9,
  Extension = 10,
  Misuse = 11,
  RenewalOut = 12,  ///< the old loan's side of a renewal
  RenewalIn = 13,   ///< the new loan's
  Correction = 14,  ///< takes another step back
  Accrual = 15,
  Classification = 16,
  Provision = 17,
  WriteOff = 18,
  Recovery = 19,
  SubsidyClaim = 20,
  SubsidyReview = 21,
  SubsidyPayment = 22,
  SubsidyClawBack = 23,
  Reconciliation = 24,
};

std::string_view word_of(LoanState state);
std::string_view word_of(LoanClass loan_class);
std::string_view word_of(StepKind kind);
std::string_view chinese_of(LoanState state);
std::string_view chinese_of(LoanClass loan_class);
std::string_view chinese_of(StepKind kind);
/// Reads the word or the Chinese.
std::optional<LoanState> parse_loan_state(std::string_view text);
std::optional<LoanClass> parse_loan_class(std::string_view text);

/// 次级 or worse 不良.
constexpr bool is_non_performing(LoanClass loan_class) { return loan_class >= LoanClass::Substandard; }

}  // namespace mingzhang::loans
