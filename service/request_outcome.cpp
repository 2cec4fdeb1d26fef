// SPDX-License-Identifier: Apache-2.0
// The sentences for refused requests.
#include "service/request_outcome.h"

#include <array>

#include "base/outcome_table.h"

namespace mingzhang::service {
namespace {

constexpr std::array kOutcomes{
    OutcomeInfo{101, "REQ-101", "KeyBad", Fault::Request, false, "幂等键为空、过长或含控制字符",
                "the idempotency key is empty, too long or not plain text", "请用 1 至 64 字节的键",
                "use a key of 1 to 64 bytes"},
    OutcomeInfo{102, "REQ-102", "NothingToDo", Fault::Request, false, "请求中没有内容", "the request is empty",
                "请至少提交一项", "ask for at least one thing"},
    OutcomeInfo{103, "REQ-103", "TooManyCommands", Fault::Request, false, "一次请求的项目过多",
                "too many commands in one request", "请分批提交，每批不超过 200,000 项", "at most 200,000 in one request"},
    OutcomeInfo{104, "REQ-104", "OpensLate", Fault::Request, false, "建账须是请求的第一项，且代号与请求一致",
                "opening a book must come first and name the request's book", "请单独建账", "open the book by itself"},
    OutcomeInfo{105, "REQ-105", "GrantNotAlone", Fault::Request, false, "授权须单独提交",
                "a grant must be a request of its own", "请把授权与其他事项分开提交", "submit grants one by one"},
    OutcomeInfo{106, "REQ-106", "ListDigestDiffers", Fault::Request, false, "发放清单的摘要与各行不符",
                "the digest of the payment list is not that of its rows", "请按清单各行重新计算摘要后提交",
                "compute the digest from the rows again"},
    OutcomeInfo{201, "REQ-201", "BookUnknown", Fault::NotFound, false, "账套不存在", "the book does not exist",
                "请核对账套代号，或先建账", "check the name, or create the book"},
    OutcomeInfo{202, "REQ-202", "BookExists", Fault::Conflict, false, "账套已存在", "the book exists already",
                "请换一个代号", "choose another name"},
    OutcomeInfo{203, "REQ-203", "BookElsewhere", Fault::Conflict, false, "该账套不在此数据库记账（正在迁移或已迁走）",
                "the book is not written in this database: it is moving, or has moved", "请到所示的数据库记账；迁移未完请重新运行 migrate",
                "write it in the database shown; where the move is unfinished, run migrate again"},
    OutcomeInfo{301, "REQ-301", "KeyReused", Fault::Conflict, false, "同一幂等键已用于另一请求",
                "the key was used for another request", "新的请求请用新的键", "use a new key for a new request"},
    OutcomeInfo{401, "REQ-401", "UserMissing", Fault::Permission, false, "没有说明经办人", "nobody is named",
                "请用 --as 说明经办人", "say who you are with --as"},
    OutcomeInfo{402, "REQ-402", "UserUnknown", Fault::Permission, false, "账套里没有这个用户",
                "the user has no role in this book", "请管理员先授予角色", "ask an administrator for a role"},
    OutcomeInfo{403, "REQ-403", "RoleMissing", Fault::Permission, false, "经办人没有所需的角色",
                "the user lacks the role for this", "请由有权限的人办理", "ask somebody who has it"},
    OutcomeInfo{404, "REQ-404", "ApproverMissing", Fault::Permission, false, "须由第二人审核",
                "a second person must approve", "提交后由审核人批准，或用 --approve-as 说明审核人",
                "submit it and have it approved, or name the approver with --approve-as"},
    OutcomeInfo{405, "REQ-405", "ApproverUnknown", Fault::Permission, false, "账套里没有这个审核人",
                "the approver has no role in this book", "请管理员先授予角色", "ask an administrator for a role"},
    OutcomeInfo{406, "REQ-406", "ApproverLacksRole", Fault::Permission, false, "审核人没有审核角色",
                "the approver lacks the role", "请由有审核角色的人审核", "have an approver approve it"},
    OutcomeInfo{407, "REQ-407", "SamePerson", Fault::Permission, false, "制单人不能审核自己的凭证",
                "nobody approves what they prepared", "请由另一人审核", "have somebody else approve it"},
    OutcomeInfo{408, "REQ-408", "ApproverAtOnce", Fault::Permission, false,
                "随带个人信息的事项、开账和过大的清单不能先存待审，须在提交时就有第二人审核",
                "what carries values of people, opens a book or is too large cannot wait as a draft: name its approver at once",
                "请与审核人一起办理：同一命令加上 --approve-as 审核人，再提交一次",
                "do it together with an approver: the same command again with --approve-as NAME"},
    OutcomeInfo{501, "REQ-501", "DraftUnknown", Fault::NotFound, false, "没有这份待审单据", "there is no such draft",
                "用 draft list 查看待审单据", "see `draft list`"},
    OutcomeInfo{502, "REQ-502", "DraftDecided", Fault::Conflict, false, "这份单据已经审核或退回",
                "the draft has been decided already", "无须再办", "nothing to do"},
    OutcomeInfo{503, "REQ-503", "DraftTwice", Fault::Conflict, false, "同样内容的单据已在待审", "the same is waiting already",
                "如确是另一笔，请等前一份审核后再提交，或改写摘要", "if it is another one, wait for the first, or change its words"},
    OutcomeInfo{601, "REQ-601", "VoucherMissing", Fault::Request, false, "资金业务缺少应随附的凭证",
                "a command of the funds lacks the vouchers that move its money", "请与所需凭证一并提交",
                "submit it together with its vouchers"},
    OutcomeInfo{602, "REQ-602", "VoucherDiffers", Fault::Request, false, "随附凭证与资金业务不符",
                "the voucher is not the one that the command asks for", "请按资金业务的金额、科目和日期制作凭证",
                "make the voucher from the command itself"},
    OutcomeInfo{603, "REQ-603", "SourceTaken", Fault::Conflict, false, "凭证来源号属于一笔资金业务",
                "the voucher's source is the code of a command of the funds", "请换一个来源号，或经资金业务办理",
                "use another source, or go through the funds"},
    OutcomeInfo{604, "REQ-604", "ReversedByHand", Fault::Conflict, false, "该凭证由资金业务产生，不能单独冲销",
                "this voucher belongs to a command of the funds and is not reversed by itself",
                "请用该业务的退回或收回办理", "undo the command itself: return it or take it back"},
    OutcomeInfo{901, "REQ-901", "Unavailable", Fault::World, true, "数据库打不开", "the database cannot be opened",
                "请核对路径和权限", "check path and permissions"},
    OutcomeInfo{902, "REQ-902", "Locked", Fault::World, true, "数据库正被另一程序写入",
                "another process is writing to the database", "请稍后再试，同一幂等键不会重复入账",
                "try again soon; the same key is never applied twice"},
    OutcomeInfo{903, "REQ-903", "ReadOnly", Fault::World, true, "数据库或磁盘只读", "the database is read-only",
                "请检查文件权限", "check the permissions of the file and its folder"},
    OutcomeInfo{904, "REQ-904", "DiskFull", Fault::World, true, "磁盘已满", "the disk is full",
                "请腾出空间后重试，已入账的都在", "free some space and try again; what was booked is safe"},
    OutcomeInfo{905, "REQ-905", "Damaged", Fault::Broken, false, "数据库文件已损坏或不是本程序的",
                "the file is damaged or not a database of this program", "请停止使用，从备份恢复，并运行 verify",
                "stop, restore from a backup and run verify"},
    OutcomeInfo{906, "REQ-906", "Newer", Fault::Conflict, false, "数据库由更新的程序写成",
                "the database was written by a newer program", "请升级程序", "upgrade the program"},
    OutcomeInfo{907, "REQ-907", "OutOfMemory", Fault::World, true, "内存不足", "out of memory",
                "请关闭其他程序或减小批量", "close other programs or use smaller batches"},
    OutcomeInfo{908, "REQ-908", "OutcomeUnknown", Fault::World, true, "不知是否已入账",
                "it is not known whether it was booked", "请用同一幂等键重试，不会重复入账",
                "try again with the same key: it is never applied twice"},
    OutcomeInfo{909, "REQ-909", "WorldFailed", Fault::World, true, "系统故障", "the system failed",
                "请重试；若再出现请联系管理员", "try again; tell the administrator if it stays"},
    OutcomeInfo{910, "REQ-910", "BrokenOff", Fault::World, true, "与数据库的事务多次中断",
                "the transaction with the database was broken off again and again", "请稍后再试，同一幂等键不会重复入账",
                "try again soon; the same key is never applied twice"},
    OutcomeInfo{911, "REQ-911", "HistoryLost", Fault::Broken, false, "数据库丢失了已确认的记录，已停止记账",
                "the database has lost records that it had acknowledged; nothing more is written",
                "请勿继续记账，立即联系管理员：核对主备切换，从备份或备用服务器找回",
                "stop; tell the administrator: look at the failover, and recover the records from a standby or a backup"},
};

}  // namespace

std::span<const OutcomeInfo> request_outcomes() { return kOutcomes; }

const OutcomeInfo& info_of(RequestOutcome outcome) {
  return find_outcome(kOutcomes, static_cast<std::uint16_t>(outcome));
}

RequestOutcome outcome_of(WorldFault fault) {
  switch (fault) {
    case WorldFault::Unavailable: return RequestOutcome::Unavailable;
    case WorldFault::Locked: return RequestOutcome::Locked;
    case WorldFault::ReadOnly: return RequestOutcome::ReadOnly;
    case WorldFault::Full: return RequestOutcome::DiskFull;
    case WorldFault::Damaged: return RequestOutcome::Damaged;
    case WorldFault::Newer: return RequestOutcome::Newer;
    case WorldFault::OutOfMemory: return RequestOutcome::OutOfMemory;
    case WorldFault::Unknown: return RequestOutcome::OutcomeUnknown;
    case WorldFault::Other: return RequestOutcome::WorldFailed;
    case WorldFault::Again: return RequestOutcome::BrokenOff;
    case WorldFault::HistoryLost: return RequestOutcome::HistoryLost;
  }
  return RequestOutcome::WorldFailed;
}

}  // namespace mingzhang::service
