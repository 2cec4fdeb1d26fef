// SPDX-License-Identifier: Apache-2.0
// One sentence per kind of failure, Chinese first.
#include "store/sqlite/sqlite_error.h"

#include <sqlite3.h>

#include "store/connection.h"

namespace mingzhang::store {
namespace {

int primary(int extended_code) {
  return extended_code & 0xff;
}

/// "（SQLite 266: disk I/O error）": the number tells a developer which system call failed.
std::string cause(int extended_code) {
  return "(SQLite " + std::to_string(extended_code) + ": " + sqlite3_errstr(extended_code) + ")";
}

std::string sentence(WorldFault fault, const std::string& name) {
  switch (fault) {
    case WorldFault::Unavailable:
      return "账簿文件 " + name + " 无法打开或读写，请检查路径、权限和磁盘。 The book file " + name +
             " cannot be opened, read or written; check its path, permissions and disk.";
    case WorldFault::Locked:
      return "账簿文件 " + name + " 正由另一个程序写入，请稍后重试。 The book file " + name +
             " is being written by another program; try again in a moment.";
    case WorldFault::ReadOnly:
      return "账簿文件 " + name + " 或其所在磁盘为只读，无法记账。 The book file " + name +
             " or its disk is read-only; nothing can be recorded.";
    case WorldFault::Full:
      return "账簿文件 " + name + " 所在磁盘已满，请清理空间后重试；未记入任何内容。 The disk of the book file " +
             name + " is full; free some space and try again. Nothing was recorded.";
    case WorldFault::Damaged:
      return "文件 " + name + " 不是账簿或已损坏，请停止记账并从备份恢复。 The file " + name +
             " is not a book or is damaged; stop recording and restore a backup.";
    case WorldFault::Newer:
      return "账簿文件 " + name + " 由更新版本的程序写成，请升级程序。 The book file " + name +
             " was written by a newer program; upgrade this one.";
    case WorldFault::OutOfMemory:
      return "处理账簿文件 " + name + " 时内存不足。 Out of memory while working on the book file " + name + ".";
    case WorldFault::Unknown:
      return "提交时磁盘出错，账簿文件 " + name +
             " 是否已记入尚不确定，请用同一请求号重新提交。 The disk failed during the "
             "commit; whether the book file " +
             name + " holds the work is not known. Send the same request again.";
    case WorldFault::Other:
    case WorldFault::Again:
    case WorldFault::HistoryLost:
      break;
  }
  return "账簿文件 " + name + " 操作失败。 An operation on the book file " + name + " failed.";
}

ConstraintViolation::Kind constraint_kind(int extended_code) {
  switch (extended_code) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
      return ConstraintViolation::Kind::Unique;
    case SQLITE_CONSTRAINT_FOREIGNKEY:
      return ConstraintViolation::Kind::ForeignKey;
    case SQLITE_CONSTRAINT_NOTNULL:
      return ConstraintViolation::Kind::NotNull;
    case SQLITE_CONSTRAINT_CHECK:
      return ConstraintViolation::Kind::Check;
    default:
      return ConstraintViolation::Kind::Other;
  }
}

}  // namespace

WorldFault fault_of_sqlite(int extended_code) {
  switch (extended_code) {
    case SQLITE_IOERR_NOMEM:
      return WorldFault::OutOfMemory;
    case SQLITE_IOERR_CORRUPTFS:
    case SQLITE_IOERR_DATA:
    case SQLITE_IOERR_SHORT_READ:
      return WorldFault::Damaged;
    default:
      break;
  }
  switch (primary(extended_code)) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      return WorldFault::Locked;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return WorldFault::ReadOnly;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
      return WorldFault::Unavailable;
    case SQLITE_FULL:
      return WorldFault::Full;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
      return WorldFault::Damaged;
    case SQLITE_NOMEM:
      return WorldFault::OutOfMemory;
    default:
      return WorldFault::Other;
  }
}

void throw_sqlite_error(int extended_code, std::string_view name) {
  const WorldFault fault = fault_of_sqlite(extended_code);
  const std::string text = sentence(fault, std::string(name)) + " " + cause(extended_code);
  if (primary(extended_code) == SQLITE_CONSTRAINT) throw ConstraintViolation(constraint_kind(extended_code), text);
  throw WorldError(fault, text);
}

void throw_world_error(WorldFault fault, std::string_view name) {
  throw WorldError(fault, sentence(fault, std::string(name)));
}

void throw_sqlite_commit_error(int extended_code, std::string_view name) {
  // When writing or syncing the log fails, its last bytes may have reached the disk nevertheless; a restart would
  // then find a complete transaction. No other failure comes after the last byte.
  if (fault_of_sqlite(extended_code) != WorldFault::Unavailable) throw_sqlite_error(extended_code, name);
  throw WorldError(WorldFault::Unknown, sentence(WorldFault::Unknown, std::string(name)) + " " + cause(extended_code));
}

}  // namespace mingzhang::store
