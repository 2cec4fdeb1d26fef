// SPDX-License-Identifier: Apache-2.0
// The sentences of the verifier.
#include "audit/verify/outcome.h"

#include <array>

#include "base/outcome_table.h"

namespace mingzhang::audit {
namespace {

constexpr std::string_view kHoldZh = "不要采信。保留原件作为证据，向记账单位和见证方核对";
constexpr std::string_view kHoldEn = "do not rely on it: keep it as evidence, and ask the bureau and the witnesses";

constexpr std::array kVerdictOutcomes{
    OutcomeInfo{101, "AUDIT-101", "InfoBad", Fault::Request, false, "审计包的说明文件缺少账套或区间", "the package does not say which book and which records it holds",
                "请取出具方给出的原文件", "take the original file from the issuer"},
    OutcomeInfo{102, "AUDIT-102", "PolicyBad", Fault::Request, false, "信任策略里没有这本账的公钥", "the policy names no key of this book's log",
                "请把当面取得的公钥写进自己的信任策略（log 一行）", "write the key that was taken over by hand into your own policy (a line log)"},
    OutcomeInfo{103, "AUDIT-103", "SinceBad", Fault::Request, false, "上次的检查点读不出来，或不是这本账签名的",
                "the earlier checkpoint cannot be read, or is not signed by this book's log", "请换用上次审计时自己保存的检查点", "give the checkpoint that you kept last time"},
    OutcomeInfo{201, "AUDIT-201", "LineBad", Fault::Broken, false, "文件的行不完整", "a line of a file is not whole", kHoldZh, kHoldEn},
    OutcomeInfo{202, "AUDIT-202", "RecordBad", Fault::Broken, false, "记录不是规范格式", "the bytes are no canonical record", kHoldZh, kHoldEn},
    OutcomeInfo{203, "AUDIT-203", "PlaceBad", Fault::Broken, false, "记录的账套或序号与其位置不符：有记录被删、被插入或换了位置",
                "a record names another book or place: records were removed, inserted or moved", kHoldZh, kHoldEn},
    OutcomeInfo{205, "AUDIT-205", "LinesDiffer", Fault::Broken, false, "分录与记录中的摘要不符：分录被改过", "the lines are not those that the record names: they were changed",
                kHoldZh, kHoldEn},
    OutcomeInfo{206, "AUDIT-206", "RootDiffers", Fault::Broken, false, "全部记录算出的根与检查点不符：记录被改过",
                "the records do not give the checkpoint's root: they were changed", kHoldZh, kHoldEn},
    OutcomeInfo{207, "AUDIT-207", "SizeDiffers", Fault::Broken, false, "记录条数与区间不符：首尾有记录被删或多出", "there are more or fewer records than the range says",
                kHoldZh, kHoldEn},
    OutcomeInfo{301, "AUDIT-301", "Forked", Fault::Broken, false, "与上次的检查点是两本不同的账：历史被改写",
                "this is another history than that of the earlier checkpoint: it was rewritten", "两份检查点就是证据，请保存并报告", "both checkpoints are the evidence: keep and report them"},
    OutcomeInfo{302, "AUDIT-302", "NotComparable", Fault::Broken, false, "本包不足以与上次的检查点比较", "this package cannot be compared with the earlier checkpoint",
                "请索取从上次检查点起的审计包", "ask for a package that begins at the earlier checkpoint, or a whole one"},
    OutcomeInfo{401, "AUDIT-401", "NoCheckpoint", Fault::Broken, false, "缺少信任策略所要求的检查点", "a checkpoint that the policy asks for is missing", kHoldZh, kHoldEn},
    OutcomeInfo{402, "AUDIT-402", "SignatureMissing", Fault::Broken, false, "检查点上没有这本账的签名", "the checkpoint is not signed by the book's log", kHoldZh, kHoldEn},
    OutcomeInfo{403, "AUDIT-403", "QuorumMissing", Fault::Broken, false, "见证不足：没有达到信任策略要求的法定数", "under-witnessed: fewer witnesses than the policy asks for",
                "请向记账单位索取经见证的检查点", "ask the bureau for a cosigned checkpoint"},
    OutcomeInfo{404, "AUDIT-404", "SignatureBad", Fault::Broken, false, "检查点上有错误的签名", "a signature of the checkpoint is wrong", kHoldZh, kHoldEn},
    OutcomeInfo{405, "AUDIT-405", "AnotherBook", Fault::Broken, false, "检查点是另一本账的", "the checkpoint is another book's", kHoldZh, kHoldEn},
    OutcomeInfo{406, "AUDIT-406", "StampBad", Fault::Broken, false, "时间戳不对", "the time stamp is wrong", "请看所附的原因；向记账单位重新索取",
                "see the reason that is named; ask the bureau again"},
    OutcomeInfo{407, "AUDIT-407", "StampMissing", Fault::Broken, false, "缺少所要求的时间戳", "the time stamp that is asked for is missing",
                "请向记账单位索取带时间戳的审计包", "ask the bureau for a package with time stamps"},
    OutcomeInfo{408, "AUDIT-408", "SealBad", Fault::Broken, false, "清单上的证书签名不对", "the signature over the manifest is wrong", kHoldZh, kHoldEn},
    OutcomeInfo{501, "AUDIT-501", "DerivedMissing", Fault::Broken, false, "缺少由账导出的文件", "a file that derives from the books is missing", kHoldZh, kHoldEn},
    OutcomeInfo{502, "AUDIT-502", "DerivedDiffers", Fault::Broken, false, "由账导出的文件与账不符：被改过", "a file that derives from the books is not what they say: it was changed",
                kHoldZh, kHoldEn},
    OutcomeInfo{503, "AUDIT-503", "FileStrange", Fault::Broken, false, "data/ 下有不该有的文件", "there is a file below data/ that does not belong there", kHoldZh, kHoldEn},
};

}  // namespace

std::span<const OutcomeInfo> verdict_outcomes() {
  return kVerdictOutcomes;
}

const OutcomeInfo& info_of(VerdictOutcome outcome) {
  return find_outcome(kVerdictOutcomes, static_cast<std::uint16_t>(outcome));
}

}  // namespace mingzhang::audit
