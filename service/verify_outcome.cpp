// SPDX-License-Identifier: Apache-2.0
// The sentences of a failed verification.
#include <array>

#include "base/outcome_table.h"
#include "service/verify.h"

namespace mingzhang::service {
namespace {

constexpr std::string_view kRemedyZh = "停止使用该账套，保留现场，从备份恢复并查明原因";
constexpr std::string_view kRemedyEn = "stop using the book, keep the evidence, restore from a backup and find out why";
constexpr std::string_view kRebuildZh = "日志完好，账表与日志不符：请查明谁改了数据库";
constexpr std::string_view kRebuildEn = "the log is whole but a table disagrees with it: find out who changed the database";

constexpr std::array kOutcomes{
    OutcomeInfo{101, "VERIFY-101", "Unreadable", Fault::Broken, false, "数据库读不出来", "the database cannot be read",
                kRemedyZh, kRemedyEn},
    OutcomeInfo{201, "VERIFY-201", "RecordMissing", Fault::Broken, false, "记录缺失", "a record is missing", kRemedyZh,
                kRemedyEn},
    OutcomeInfo{202, "VERIFY-202", "BytesChanged", Fault::Broken, false, "记录的字节与其摘要不符",
                "a record's bytes do not match their digest", kRemedyZh, kRemedyEn},
    OutcomeInfo{203, "VERIFY-203", "NotARecord", Fault::Broken, false, "记录不是规范格式",
                "the bytes are no canonical record", kRemedyZh, kRemedyEn},
    OutcomeInfo{204, "VERIFY-204", "WrongPlace", Fault::Broken, false, "记录的账套或序号与其位置不符",
                "a record names another book or place", kRemedyZh, kRemedyEn},
    OutcomeInfo{205, "VERIFY-205", "LinesChanged", Fault::Broken, false, "分录与记录中的摘要不符",
                "the lines do not match the roots in their record", kRemedyZh, kRemedyEn},
    OutcomeInfo{206, "VERIFY-206", "UnknownContent", Fault::Broken, false, "记录的种类或内容不认识",
                "the kind or content of a record is not known", "若账套由更新的程序写成，请升级；否则从备份恢复",
                "upgrade if a newer program wrote it; else restore from a backup"},
    OutcomeInfo{207, "VERIFY-207", "BreaksRule", Fault::Broken, false, "记录违反记账规则",
                "a record breaks a rule of bookkeeping", kRemedyZh, kRemedyEn},
    OutcomeInfo{208, "VERIFY-208", "WrongNumber", Fault::Broken, false, "凭证号不连续",
                "voucher numbers are not consecutive", kRemedyZh, kRemedyEn},
    OutcomeInfo{209, "VERIFY-209", "WrongPeople", Fault::Broken, false, "制单或审核不合规",
                "preparer or approver were not allowed to do this", kRemedyZh, kRemedyEn},
    OutcomeInfo{210, "VERIFY-210", "WrongPeriodDigest", Fault::Broken, false, "结账记录中的余额表摘要不符",
                "the trial balance in a closing record differs", kRemedyZh, kRemedyEn},
    OutcomeInfo{211, "VERIFY-211", "WrongRequest", Fault::Broken, false, "请求的记录不齐或键重复",
                "a request's records are incomplete or its key is doubled", kRemedyZh, kRemedyEn},
    OutcomeInfo{301, "VERIFY-301", "CountDiffers", Fault::Broken, false, "记录条数与账套首行不符",
                "the number of records differs from the head row", kRemedyZh, kRemedyEn},
    OutcomeInfo{302, "VERIFY-302", "RootDiffers", Fault::Broken, false, "树根与账套首行不符",
                "the tree differs from the head row", kRemedyZh, kRemedyEn},
    OutcomeInfo{401, "VERIFY-401", "ProjectionDiffers", Fault::Broken, false, "账表与日志重放的结果不符",
                "a table differs from the replay of the log", kRebuildZh, kRebuildEn},
    OutcomeInfo{402, "VERIFY-402", "CheckpointDiffers", Fault::Broken, false, "检查点与日志不符",
                "a signed checkpoint disagrees with the log",
                "保留数据库与检查点作为证据，与见证方和已公布的检查点核对，查明是日志还是检查点被换过",
                "keep the database and the checkpoint as evidence, and compare with the witnesses and what was published"},
};

}  // namespace

std::span<const OutcomeInfo> verify_outcomes() { return kOutcomes; }

const OutcomeInfo& info_of(VerifyOutcome outcome) {
  return find_outcome(kOutcomes, static_cast<std::uint16_t>(outcome));
}

}  // namespace mingzhang::service
