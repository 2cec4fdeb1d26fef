// SPDX-License-Identifier: Apache-2.0
// The sentences of refused backups and restores.
#include <array>

#include "base/check.h"
#include "store/backup.h"

namespace mingzhang::store {
namespace {

constexpr std::array<OutcomeInfo, 6> kOutcomes{{
    {201, "BACKUP-201", "BackupMissing", Fault::NotFound, false, "找不到要恢复的备份文件",
     "there is no such backup file", "核对备份文件的路径", "check the path of the backup"},
    {202, "BACKUP-202", "TargetExists", Fault::Conflict, false, "目标文件已存在，不会覆盖",
     "the target exists and is not overwritten", "换一个文件名，或明确要求替换",
     "choose another name, or ask for replacing it"},
    {301, "BACKUP-301", "BackupInUse", Fault::Conflict, true, "该备份文件带有预写日志，是正在使用的账簿",
     "the backup has a write-ahead log: it is a book in use", "先关闭使用它的程序，或对它另做备份",
     "close the program that uses it, or make a backup of it"},
    {302, "BACKUP-302", "TargetInUse", Fault::Conflict, true, "目标文件正被程序打开", "a program has the target open",
     "关闭所有使用它的程序后重试", "close every program that uses it and try again"},
    {401, "BACKUP-401", "CopyDamaged", Fault::Broken, false, "副本已损坏，未采用",
     "the copy is damaged and was not used", "检查磁盘，换一份备份或换一个位置重做备份",
     "check the disk; use another backup, or make it again elsewhere"},
    {402, "BACKUP-402", "CopyWrong", Fault::Broken, false, "副本与账簿的记录不一致，未采用",
     "the copy does not verify and was not used", "停止记账，保留文件，查明原因",
     "stop recording, keep the files and find out why"},
}};

}  // namespace

std::span<const OutcomeInfo> backup_outcomes() {
  return kOutcomes;
}

const OutcomeInfo& info_of(BackupOutcome outcome) {
  for (const OutcomeInfo& info : kOutcomes)
    if (info.number == static_cast<std::uint16_t>(outcome)) return info;
  MZ_CHECK(false);
  return kOutcomes[0];
}

}  // namespace mingzhang::store
