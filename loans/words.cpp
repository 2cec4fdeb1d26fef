// SPDX-License-Identifier: Apache-2.0
// The tables behind the words.
#include "loans/words.h"

#include <array>

#include "base/word_table.h"

namespace mingzhang::loans {
namespace {

constexpr std::array kStates{
    Word<LoanState>{LoanState::Applied, "applied", "已申请"},     Word<LoanState>{LoanState::Reviewed, "reviewed", "调查通过"},
    Word<LoanState>{LoanState::Approved, "approved", "已审批"},   Word<LoanState>{LoanState::Signed, "signed", "已签合同"},
    Word<LoanState>{LoanState::Active, "active", "已放款"},       Word<LoanState>{LoanState::Settled, "settled", "已结清"},
    Word<LoanState>{LoanState::WrittenOff, "written_off", "已核销"}, Word<LoanState>{LoanState::Declined, "declined", "未通过"},
    Word<LoanState>{LoanState::Dropped, "dropped", "已撤销"},     Word<LoanState>{LoanState::Renewed, "renewed", "已续贷"},
};

constexpr std::array kClasses{
    Word<LoanClass>{LoanClass::Normal, "normal", "正常"},
    Word<LoanClass>{LoanClass::Special, "special_mention", "关注"},
    Word<LoanClass>{LoanClass::Substandard, "substandard", "次级"},
    Word<LoanClass>{LoanClass::Doubtful, "doubtful", "可疑"},
    Word<LoanClass>{LoanClass::Loss, "loss", "损失"},
};

constexpr std::array kSteps{
    Word<StepKind>{StepKind::Application, "application", "申请"},
    Word<StepKind>{StepKind::Review, "review", "调查"},
    Word<StepKind>{StepKind::Approval, "approval", "审批"},
    Word<StepKind>{StepKind::Contract, "contract", "签约"},
    Word<StepKind>{StepKind::Drop, "drop", "撤销"},
    Word<StepKind>{StepKind::Disbursement, "disbursement", "放款"},
    Word<StepKind>{StepKind::Repayment, "repayment", "还款"},
    Word<StepKind>{StepKind::RateChange, "rate_change", "利率调整"},
    Word<StepKind>{StepKind::Pause, "pause", "停息"},
    Word<StepKind>{StepKind::Extension, "extension", "展期"},
    Word<StepKind>{StepKind::Misuse, "misuse", "挪用"},
    Word<StepKind>{StepKind::RenewalOut, "renewal_out", "续贷转出"},
    Word<StepKind>{StepKind::RenewalIn, "renewal_in", "续贷转入"},
    Word<StepKind>{StepKind::Correction, "correction", "冲正"},
    Word<StepKind>{StepKind::Accrual, "accrual", "结息"},
    Word<StepKind>{StepKind::Classification, "classification", "分类"},
    Word<StepKind>{StepKind::Provision, "provision", "计提准备"},
    Word<StepKind>{StepKind::WriteOff, "write_off", "核销"},
    Word<StepKind>{StepKind::Recovery, "recovery", "收回已核销"},
    Word<StepKind>{StepKind::SubsidyClaim, "subsidy_claim", "贴息申领"},
    Word<StepKind>{StepKind::SubsidyReview, "subsidy_review", "贴息审核"},
    Word<StepKind>{StepKind::SubsidyPayment, "subsidy_payment", "贴息支付"},
    Word<StepKind>{StepKind::SubsidyClawBack, "subsidy_claw_back", "贴息收回"},
    Word<StepKind>{StepKind::Reconciliation, "reconciliation", "对账"},
};

}  // namespace

std::string_view word_of(LoanState state) { return row_of(kStates, state).word; }
std::string_view word_of(LoanClass loan_class) { return row_of(kClasses, loan_class).word; }
std::string_view word_of(StepKind kind) { return row_of(kSteps, kind).word; }
std::string_view chinese_of(LoanState state) { return row_of(kStates, state).chinese; }
std::string_view chinese_of(LoanClass loan_class) { return row_of(kClasses, loan_class).chinese; }
std::string_view chinese_of(StepKind kind) { return row_of(kSteps, kind).chinese; }
std::optional<LoanState> parse_loan_state(std::string_view text) { return parse_word(kStates, text); }
std::optional<LoanClass> parse_loan_class(std::string_view text) { return parse_word(kClasses, text); }

}  // namespace mingzhang::loans
