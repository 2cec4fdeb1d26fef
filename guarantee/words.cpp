// SPDX-License-Identifier: Apache-2.0
// The tables behind the words.
#include "guarantee/words.h"

#include <array>

#include "base/word_table.h"

namespace mingzhang::guarantee {
namespace {

constexpr std::array kStates{
    Word<PoolState>{PoolState::Open, "open", "正常"},
    Word<PoolState>{PoolState::Alert, "alert", "预警"},
    Word<PoolState>{PoolState::Full, "full", "已达倍数上限"},
    Word<PoolState>{PoolState::NonPerforming, "non_performing", "不良率达到容忍度"},
    Word<PoolState>{PoolState::Stopped, "stopped", "已停办"},
};

constexpr std::array kMovements{
    Word<MovementKind>{MovementKind::Opening, "opening", "设立"},
    Word<MovementKind>{MovementKind::Deposit, "deposit", "存入"},
    Word<MovementKind>{MovementKind::Withdrawal, "withdrawal", "退出"},
    Word<MovementKind>{MovementKind::Draw, "draw", "扣划"},
    Word<MovementKind>{MovementKind::Terms, "terms", "变更条件"},
    Word<MovementKind>{MovementKind::FundOpening, "fund_opening", "设立风险补偿基金"},
    Word<MovementKind>{MovementKind::Contribution, "contribution", "出资"},
    Word<MovementKind>{MovementKind::Claim, "claim", "代偿申请"},
    Word<MovementKind>{MovementKind::Review, "review", "代偿审核"},
    Word<MovementKind>{MovementKind::Compensation, "compensation", "代偿"},
    Word<MovementKind>{MovementKind::Recovery, "recovery", "追回"},
    Word<MovementKind>{MovementKind::LossWriteOff, "loss_write_off", "核销代偿款"},
};

constexpr std::array kContributors{
    Word<Contributor>{Contributor::Province, "province", "省级财政"},
    Word<Contributor>{Contributor::Local, "local", "市县财政"},
    Word<Contributor>{Contributor::Institution, "institution", "金融机构"},
};

constexpr std::array kClaimStates{
    Word<ClaimState>{ClaimState::Submitted, "submitted", "已申请"},
    Word<ClaimState>{ClaimState::TownshipPassed, "township_passed", "乡镇已审"},
    Word<ClaimState>{ClaimState::Passed, "passed", "主管部门已审"},
    Word<ClaimState>{ClaimState::Paid, "paid", "已代偿"},
    Word<ClaimState>{ClaimState::Refused, "refused", "全部退回"},
};

constexpr std::array kReviewSteps{
    Word<ReviewStep>{ReviewStep::Township, "township", "乡镇"},
    Word<ReviewStep>{ReviewStep::Bureau, "bureau", "主管部门"},
};

}  // namespace

std::string_view word_of(PoolState state) { return row_of(kStates, state).word; }
std::string_view word_of(MovementKind kind) { return row_of(kMovements, kind).word; }
std::string_view word_of(Contributor contributor) { return row_of(kContributors, contributor).word; }
std::string_view word_of(ClaimState state) { return row_of(kClaimStates, state).word; }
std::string_view word_of(ReviewStep step) { return row_of(kReviewSteps, step).word; }
std::string_view chinese_of(Contributor contributor) { return row_of(kContributors, contributor).chinese; }
std::string_view chinese_of(ClaimState state) { return row_of(kClaimStates, state).chinese; }
std::string_view chinese_of(ReviewStep step) { return row_of(kReviewSteps, step).chinese; }
std::string_view chinese_of(PoolState state) { return row_of(kStates, state).chinese; }
std::string_view chinese_of(MovementKind kind) { return row_of(kMovements, kind).chinese; }
std::optional<MovementKind> parse_movement_kind(std::string_view text) { return parse_word(kMovements, text); }
std::optional<Contributor> parse_contributor(std::string_view text) { return parse_word(kContributors, text); }
std::optional<ReviewStep> parse_review_step(std::string_view text) { return parse_word(kReviewSteps, text); }

}  // namespace mingzhang::guarantee
