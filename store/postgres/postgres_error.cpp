// SPDX-License-Identifier: Apache-2.0
// One sentence per kind of failure, Chinese first.
#include "store/postgres/postgres_error.h"

#include "store/connection.h"

namespace mingzhang::store {
namespace {

std::string sentence(WorldFault fault, const std::string& name) {
  switch (fault) {
    case WorldFault::Unavailable:
      return "数据库 " + name + " 无法使用，请检查服务器、网络和权限；未记入任何内容。 The database " + name +
             " cannot be used; check the server, the network and the rights. Nothing was recorded.";
    case WorldFault::Locked:
      return "该账套正由另一个程序写入，请稍后重试（数据库 " + name + "）。 Another program is writing to this book in " +
             name + "; try again in a moment.";
    case WorldFault::ReadOnly:
      return "数据库 " + name + " 为只读（备用服务器？），无法记账。 The database " + name +
             " is read-only (a standby?); nothing can be recorded.";
    case WorldFault::Full:
      return "数据库 " + name + " 所在磁盘已满，请清理空间后重试；未记入任何内容。 The disk of the database " + name +
             " is full; free some space and try again. Nothing was recorded.";
    case WorldFault::Damaged:
      return "数据库 " + name + " 已损坏，请停止记账并查明原因。 The database " + name +
             " is damaged; stop recording and find out why.";
    case WorldFault::OutOfMemory:
      return "数据库服务器 " + name + " 内存不足。 The server of " + name + " is out of memory.";
    case WorldFault::Unknown:
      return "提交时与数据库 " + name +
             " 失去联系，是否已记入尚不确定，请用同一请求号重新提交。 The connection to " + name +
             " was lost during the commit; whether it holds the work is not known. Send the same request again.";
    case WorldFault::Again:
      return "与数据库 " + name + " 的事务被中断，未记入任何内容，请重试。 The transaction in " + name +
             " was broken off; nothing was recorded. Try again.";
    case WorldFault::Newer:
    case WorldFault::HistoryLost:
    case WorldFault::Other:
      break;
  }
  return "数据库 " + name + " 操作失败。 An operation on the database " + name + " failed.";
}

std::string cause_of(const ServerError& error) {
  std::string cause = "PostgreSQL " + error.state;
  if (!error.table.empty()) cause += ", " + error.table;
  if (!error.constraint.empty()) cause += ", " + error.constraint;
  return cause;
}

ConstraintViolation::Kind constraint_kind(std::string_view state) {
  if (state == "23505") return ConstraintViolation::Kind::Unique;
  if (state == "23503") return ConstraintViolation::Kind::ForeignKey;
  if (state == "23502") return ConstraintViolation::Kind::NotNull;
  if (state == "23514") return ConstraintViolation::Kind::Check;
  return ConstraintViolation::Kind::Other;
}

std::string text_of(WorldFault fault, std::string_view name, std::string_view cause) {
  std::string text = sentence(fault, std::string(name));
  if (!cause.empty()) text.append(" (").append(cause).append(")");
  return text;
}

}  // namespace

WorldFault fault_of_sqlstate(std::string_view state) {
  const std::string_view group = state.substr(0, 2);
  if (state.empty() || group == "08") return WorldFault::Again;
  if (state == "40001" || state == "40P01") return WorldFault::Again;
  if (state == "57P01" || state == "57P02" || state == "57P03" || state == "25006") return WorldFault::Again;
  // Another program has just made the same table: look again.
  if (state == "42P07" || state == "42710") return WorldFault::Again;
  if (state == "55P03") return WorldFault::Locked;
  if (state == "53100") return WorldFault::Full;
  if (state == "53200") return WorldFault::OutOfMemory;
  if (group == "53" || state == "57014" || state == "42501" || group == "28" || state == "3D000")
    return WorldFault::Unavailable;
  if (group == "XX" || group == "58") return WorldFault::Damaged;
  return WorldFault::Other;
}

void throw_server_error(const ServerError& error, std::string_view name) {
  if (std::string_view(error.state).substr(0, 2) == "23") {
    throw ConstraintViolation(constraint_kind(error.state), text_of(WorldFault::Other, name, cause_of(error)));
  }
  if (error.state == "42501") {
    throw_server_fault(WorldFault::Unavailable, name, "用户缺少权限 the user lacks a right, " + cause_of(error));
  }
  if (error.state == "57014") {
    throw_server_fault(WorldFault::Unavailable, name, "语句超时 the statement took too long, " + cause_of(error));
  }
  throw_server_fault(fault_of_sqlstate(error.state), name, cause_of(error));
}

void throw_server_fault(WorldFault fault, std::string_view name, std::string_view cause) {
  throw WorldError(fault, text_of(fault, name, cause));
}

}  // namespace mingzhang::store
