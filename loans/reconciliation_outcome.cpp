// SPDX-License-Identifier: Apache-2.0
// The sentences for refused changes of recorded reconciliations.
#include "loans/reconciliation_outcome.h"

#include <array>
#include <utility>

#include "base/outcome_table.h"

namespace mingzhang::loans {
namespace {

constexpr std::array kOutcomes{
    OutcomeInfo{101, "RECO-101", "FileDigestBad", Fault::Request, false, "文件的校验值不对", "the file's digest is no SHA-256",
                "校验值为文件字节的 SHA-256，64 位小写十六进制", "give the SHA-256 of the file's bytes, 64 lower-case hexadecimal digits"},
    OutcomeInfo{102, "RECO-102", "ToleranceNegative", Fault::Request, false, "金额容差为负", "the tolerance is below zero",
                "容差为零或正数", "name zero or more"},
    OutcomeInfo{103, "RECO-103", "TooManyItems", Fault::Request, false, "差异超过 20000 项，不像是对账，更像是拿错了文件",
                "more than 20,000 differences: not a reconciliation but the wrong file",
                "请核对文件、日期和银行；先不加 --record 查看差异", "check file, day and bank; look at the differences without --record first"},
    OutcomeInfo{104, "RECO-104", "CountsBad", Fault::Request, false, "行数为负，或未比较的列、合计超过 100 项",
                "a count of rows is below zero, or there are more than 100 columns or sums", "请重新对账", "compare the file again"},
    OutcomeInfo{105, "RECO-105", "ItemsDisordered", Fault::Request, false, "差异没有从 1 起连续编号", "items are not numbered from 1 on without gaps",
                "按比较的次序从 1 起编号", "number them from 1 in the order of the comparison"},
    OutcomeInfo{106, "RECO-106", "HoldsOtherText", Fault::Request, false, "差异里有不是代码的文字，可能是个人信息",
                "an item holds text that is no code and may be somebody's data", "对方清单中不是代码的内容不记入账套，只记固定说明",
                "what is no code in the other side's list is not recorded; fixed words stand for it"},
    OutcomeInfo{107, "RECO-107", "ItemsMissing", Fault::Request, false, "没有写明是哪些差异", "no item is named",
                "用 --items 写序号，如 1,3-5", "name them with --items, e.g. 1,3-5"},
    OutcomeInfo{108, "RECO-108", "ItemTwice", Fault::Request, false, "同一项差异写了两次，或次序不对",
                "an item is named twice, or items are not in order", "序号从小到大，每项一次", "name each item once, in ascending order"},
    OutcomeInfo{109, "RECO-109", "WhoMissing", Fault::Request, false, "没有写明由谁处理", "nothing says who resolves it",
                "用 --to 写单位或岗位", "name a unit or a role with --to"},
    OutcomeInfo{110, "RECO-110", "NoteMissing", Fault::Request, false, "没有写明怎样解决或为何不改", "nothing says how or why",
                "解决须写来源或说明，说明和重开须写原因", "to resolve give a source or a note; to accept or reopen a note"},
    OutcomeInfo{111, "RECO-111", "NotOfAction", Fault::Request, false, "这一处理不带这一项", "this action takes no such member",
                "由谁处理只用于分派，来源只用于解决", "who resolves it goes with assign, a source with resolve"},

    OutcomeInfo{201, "RECO-201", "ReconciliationUnknown", Fault::NotFound, false, "没有这份对账", "there is no such reconciliation",
                "请核对编号，可用 reconcile list 查看", "check the code; reconcile list shows them"},
    OutcomeInfo{202, "RECO-202", "ItemUnknown", Fault::NotFound, false, "这份对账没有这一项", "the reconciliation has no such item",
                "请核对序号，可用 reconcile show 查看", "check the number; reconcile show lists the items"},
    OutcomeInfo{203, "RECO-203", "SubjectUnknown", Fault::NotFound, false, "账套里没有所对的清单或科目",
                "the claim or account that was compared is not in the book", "请核对清单编号或科目编码", "check the code of the claim or account"},
    OutcomeInfo{204, "RECO-204", "SourceUnknown", Fault::NotFound, false, "没有这一笔业务或凭证", "there is no such step or voucher",
                "来源为业务单号或凭证字号，如 2016-10/记-12", "a source is the code of a step, or a voucher's name as its receipt shows it"},

    OutcomeInfo{301, "RECO-301", "CannotReplace", Fault::Conflict, false, "不能替代那一份对账", "that reconciliation cannot be replaced",
                "只能替代同一对象、同一日期、尚未对平也未被替代的一份", "it must be of the same subject and day, and not closed"},
    OutcomeInfo{302, "RECO-302", "Closed", Fault::Conflict, false, "这份对账已对平或已被替代，不再变动",
                "the reconciliation is agreed or replaced; nothing about it changes", "有新的差异请另作一份对账",
                "make a new reconciliation for what is found later"},
    OutcomeInfo{303, "RECO-303", "SideSigned", Fault::Conflict, false, "已有一方签字", "a side has signed already",
                "每方只签一次；签字之后各项不再变动，要改就另作一份对账替代它",
                "a side signs once, and behind a signature no item changes; a new reconciliation can replace this one"},
    OutcomeInfo{304, "RECO-304", "ItemStateWrong", Fault::Conflict, false, "该项现在的状态不允许这样做",
                "the item is not in a state that allows this", "所示为现在的状态；已解决、已说明的先重开，未处理的不用重开",
                "the state is named; what is resolved or accepted is reopened first, what is open need not be"},
    OutcomeInfo{305, "RECO-305", "ItemsOpen", Fault::Conflict, false, "还有未处理的差异，不能签字", "items are open, so nobody can sign",
                "所示为未处理的项数；先解决或说明", "how many are open is named; resolve or accept them first"},

    OutcomeInfo{401, "RECO-401", "FileDiffers", Fault::Conflict, false, "这不是当时对账的文件", "this is not the file that was compared",
                "所示为记录的校验值", "the digest on record is named"},
};

}  // namespace

std::span<const OutcomeInfo> reconciliation_outcomes() { return kOutcomes; }

const OutcomeInfo& info_of(ReconciliationOutcome outcome) {
  return find_outcome(kOutcomes, static_cast<std::uint16_t>(outcome));
}

void refuse(std::vector<Problem>& problems, ReconciliationOutcome outcome, std::string place, std::string detail) {
  problems.push_back(Problem{&info_of(outcome), std::move(place), std::move(detail)});
}

}  // namespace mingzhang::loans
