// SPDX-License-Identifier: Apache-2.0
// The sentences for refused changes of a period.
#include <array>

#include "base/outcome_table.h"
#include "ledger/period_command.h"

namespace mingzhang::ledger {
namespace {

constexpr std::array kOutcomes{
    OutcomeInfo{101, "PERIOD-101", "ReasonMissing", Fault::Request, false, "反结账须写明原因",
                "reopening needs a reason", "请写明原因", "say why"},
    OutcomeInfo{102, "PERIOD-102", "TextNotPlain", Fault::Request, false, "文字含控制字符或不是合法的 UTF-8",
                "text holds control characters or is not valid UTF-8", "请删去不可见字符后重填",
                "remove the invisible characters"},
    OutcomeInfo{103, "PERIOD-103", "TextTooLong", Fault::Request, false, "文字过长", "a text is too long",
                "原因不超过 200 字节", "reasons have at most 200 bytes"},
    OutcomeInfo{104, "PERIOD-104", "HoldsIdCard", Fault::Request, false, "文字中含有身份证号码",
                "a text holds an ID card number", "请改用编号", "use a number of your own instead"},
    OutcomeInfo{201, "PERIOD-201", "BeforeBook", Fault::NotFound, false, "早于账套启用期间",
                "the month is before the book's first period", "请核对期间", "check the month"},
    OutcomeInfo{301, "PERIOD-301", "AlreadyClosed", Fault::Conflict, false, "该期间已结账",
                "the period is closed already", "无须再结", "nothing to do"},
    OutcomeInfo{302, "PERIOD-302", "AlreadyLocked", Fault::Conflict, false, "该期间已锁定，不能再变动",
                "the period is locked for ever", "更正请记入未结账的期间", "correct it in an open period"},
    OutcomeInfo{303, "PERIOD-303", "NotClosed", Fault::Conflict, false, "该期间尚未结账", "the period is not closed",
                "请先结账", "close it first"},
    OutcomeInfo{304, "PERIOD-304", "EarlierOpen", Fault::Conflict, false, "前面还有期间未结账或未锁定",
                "an earlier period is not closed or locked yet", "请按月份顺序办理", "go month by month"},
    OutcomeInfo{305, "PERIOD-305", "LaterClosed", Fault::Conflict, false, "后面的期间已结账",
                "a later period is closed", "请从最后一个已结账的期间开始反结账", "reopen the latest closed month first"},
    OutcomeInfo{306, "PERIOD-306", "NotOver", Fault::Conflict, true, "该月份尚未结束", "the month is not over yet",
                "请在月末之后结账", "close it when the month is over"},
};

}  // namespace

std::span<const OutcomeInfo> period_outcomes() { return kOutcomes; }

const OutcomeInfo& info_of(PeriodOutcome outcome) {
  return find_outcome(kOutcomes, static_cast<std::uint16_t>(outcome));
}

}  // namespace mingzhang::ledger
