// SPDX-License-Identifier: Apache-2.0
// The sentences for books that cannot move.
#include "service/moving/outcome.h"

#include <array>

#include "base/outcome_table.h"

namespace mingzhang::service {
namespace {

constexpr std::array kOutcomes{
    OutcomeInfo{101, "MOVE-101", "SourceArriving", Fault::Conflict, false, "来源数据库里的账套本身还没有迁完",
                "the book at the source has not arrived there itself", "请先完成上一次迁移，或从原来的数据库迁",
                "finish that move first, or move it from where it is written"},
    OutcomeInfo{102, "MOVE-102", "MovedElsewhere", Fault::Conflict, false, "账套已从来源数据库迁往别处",
                "the book has moved from the source to another place", "请从它现在记账的数据库迁移",
                "move it from where it is written now"},
    OutcomeInfo{103, "MOVE-103", "TargetInUse", Fault::Conflict, false, "目标数据库里已有同名账套，且正在记账",
                "a book of this name is written in the target", "请换一个目标数据库；两处是否同一数据库也请核对",
                "choose another target, and make sure that it is not the source itself"},
    OutcomeInfo{201, "MOVE-201", "HistoriesDiffer", Fault::Conflict, false, "目标数据库里的同名账套不是来源账套的前一段",
                "what the target has under this name is not the beginning of the source's log",
                "请换一个目标数据库；若两处都记过账，请先用 verify 和见证人的检查点查明",
                "choose another target; if both were written to, find out why with verify and the witnesses' checkpoints"},
    OutcomeInfo{202, "MOVE-202", "SourceDamaged", Fault::Broken, false, "来源账套没有通过验证，未迁移",
                "the source does not verify: the book stays where it is", "请在来源数据库运行 verify，按它的指引处理",
                "run verify on the source and follow what it says"},
    OutcomeInfo{301, "MOVE-301", "CopyDiffers", Fault::Broken, false, "复制后的账套与来源不一致，仍以来源为准",
                "the copy differs from the source, where the book stays", "请用 verify 检查来源数据库，再换一个空的目标重试",
                "run verify on the source, then try again with an empty target"},
};

}  // namespace

std::span<const OutcomeInfo> move_outcomes() { return kOutcomes; }

const OutcomeInfo& info_of(MoveOutcome outcome) {
  return find_outcome(kOutcomes, static_cast<std::uint16_t>(outcome));
}

Refusal refused(MoveOutcome outcome, const std::string& detail) { return refusal(info_of(outcome), detail); }

}  // namespace mingzhang::service
