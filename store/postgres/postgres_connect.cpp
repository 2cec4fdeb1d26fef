// SPDX-License-Identifier: Apache-2.0
// From an address to a session that keeps what it acknowledges.
#include <array>
#include <cstring>
#include <string>
#include <string_view>

#include "store/postgres/postgres_link.h"

namespace mingzhang::store {
namespace {

[[noreturn]] void refuse_session(const std::string& chinese, const std::string& english) {
  throw WorldError(WorldFault::Unavailable, chinese + " " + english);
}

struct OptionsDeleter {
  void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
};

/// "host:port/database" of what the address says; several hosts stand as they were written.
std::string name_of(const PQconninfoOption* options) {
  std::string host;
  std::string port;
  std::string database;
  for (const PQconninfoOption* option = options; option->keyword != nullptr; ++option) {
    const std::string_view keyword = option->keyword;
    const std::string value = option->val == nullptr ? "" : option->val;
    if (keyword == "host") host = value;
    if (keyword == "port") port = value;
    if (keyword == "dbname") database = value;
  }
  return (host.empty() ? "local" : host) + (port.empty() ? "" : ":" + port) + "/" + database;
}

/// One row of what must hold before a session may keep books.
struct Requirement {
  const char* sql;
  const char* wanted;
  const char* chinese;
  const char* english;
};

constexpr std::array kRequirements{
    Requirement{"CAST(7 / 2 AS text)", "3", "整数除法不取整", "integers do not divide to integers"},
    Requirement{"CASE WHEN '' IS NULL THEN 'null' ELSE 'text' END", "text", "空字符串被当作 NULL",
                "an empty string counts as NULL"},
    Requirement{"current_setting('server_encoding')", "UTF8", "数据库编码不是 UTF8（请以 UTF8 重建）",
                "the database's encoding is not UTF8: create it with ENCODING 'UTF8'"},
    Requirement{"current_setting('fsync')", "on", "服务器关闭了 fsync，断电会丢账",
                "the server runs with fsync off and would lose books when the power fails"},
    Requirement{"current_setting('full_page_writes')", "on", "服务器关闭了 full_page_writes，断电会损坏账簿",
                "the server runs with full_page_writes off: a power cut would damage the books"},
    Requirement{"current_setting('standard_conforming_strings')", "on", "standard_conforming_strings 已关闭",
                "standard_conforming_strings is off"},
    Requirement{"current_setting('transaction_isolation')", "repeatable read", "不接受 REPEATABLE READ 隔离级别",
                "the isolation level REPEATABLE READ is not accepted"},
};

constexpr int kOldestServer = 120'000;

}  // namespace

void PostgresLink::refuse_to_connect() {
  // libpq's own words name host, port, user and reason; it never puts the password into them.
  std::string reason = connection_ == nullptr ? "" : PQerrorMessage(connection_);
  while (!reason.empty() && reason.back() == '\n') reason.pop_back();
  const bool is_standby = reason.find("session is read-only") != std::string::npos ||
                          reason.find("server is in hot standby mode") != std::string::npos;
  close();
  if (is_standby) throw_server_fault(WorldFault::ReadOnly, name_, reason);
  refuse_session("连不上数据库 " + name_ + "，请检查地址、服务器、用户和密码。",
         "Cannot connect to the database " + name_ + "; check address, server, user and password. (" + reason + ")");
}

void PostgresLink::connect() {
  close();
  char* problem = nullptr;
  const std::unique_ptr<PQconninfoOption, OptionsDeleter> options(PQconninfoParse(url_.c_str(), &problem));
  if (problem != nullptr) PQfreemem(problem);  // it may quote the password
  if (!options) refuse_session("数据库地址写法有误。", "The address of the database is not well-formed: postgresql://USER@HOST:PORT/NAME.");
  name_ = name_of(options.get());
  const std::string connect_s = std::to_string(limits_.connect_s);
  const std::string unheard_ms = std::to_string(limits_.answer_ms);
  // What stands before the address yields to what it says, what stands behind it does not.
  const std::array<const char*, 9> keys{"connect_timeout", "application_name", "target_session_attrs", "tcp_user_timeout",
                                        "keepalives_idle", "dbname",           "client_encoding",      "gssencmode", nullptr};
  const std::array<const char*, 9> values{connect_s.c_str(),
                                          "mingzhang",
                                          is_read_only_ ? "any" : "read-write",
                                          unheard_ms.c_str(),
                                          "30",
                                          url_.c_str(),
                                          "UTF8",
                                          "disable",
                                          nullptr};
  connection_ = PQconnectdbParams(keys.data(), values.data(), 1);
  if (connection_ == nullptr || PQstatus(connection_) != CONNECTION_OK) refuse_to_connect();
  PQsetNoticeReceiver(connection_, &PostgresLink::hear, this);
  ++generation_;
  prepare_session();
  if (PQsetnonblocking(connection_, 1) != 0 || PQenterPipelineMode(connection_) == 0) refuse_to_connect();
}

void PostgresLink::prepare_session() {
  if (PQserverVersion(connection_) < kOldestServer) {
    close();
    refuse_session("数据库服务器 " + name_ + " 的版本过低，需要 PostgreSQL 12 或更高。",
           "The server of " + name_ + " is too old: PostgreSQL 12 or newer is needed.");
  }
  std::string sql = "SELECT current_setting('synchronous_commit')";
  for (const Requirement& requirement : kRequirements) sql.append(", ").append(requirement.sql);
  const std::string milliseconds = std::to_string(limits_.answer_ms);
  // The database's own limits may be shorter than our questions.
  ask("SET statement_timeout = " + milliseconds + "; SET idle_in_transaction_session_timeout = " + milliseconds);
  const ResultPtr result = ask("BEGIN ISOLATION LEVEL REPEATABLE READ; " + sql);
  if (PQresultStatus(result.get()) != PGRES_TUPLES_OK) refuse_to_connect();
  for (std::size_t number = 0; number < kRequirements.size(); ++number) {
    const Requirement& requirement = kRequirements[number];
    if (std::strcmp(PQgetvalue(result.get(), 0, static_cast<int>(number) + 1), requirement.wanted) == 0) continue;
    close();
    refuse_session("数据库 " + name_ + " 不能用来记账：" + requirement.chinese + "。",
           "The database " + name_ + " cannot keep books: " + requirement.english + ".");
  }
  // "off" acknowledges what is only in memory, "local" what no standby has: a session may ask for more than its server.
  const std::string_view commits = PQgetvalue(result.get(), 0, 0);
  std::string settings = "COMMIT; SET lock_timeout = " + std::to_string(limits_.lock_ms);
  if (commits == "off" || commits == "local") settings += "; SET synchronous_commit = on";
  ask(settings);
}

ResultPtr PostgresLink::ask(const std::string& sql) {
  ResultPtr last;
  bool is_good = PQsendQuery(connection_, sql.c_str()) == 1;
  try {
    while (ResultPtr result = is_good ? next_result() : nullptr) {
      is_good = PQresultStatus(result.get()) != PGRES_FATAL_ERROR;
      last = std::move(result);
    }
  } catch (const WorldError& error) {
    if (error.fault() != WorldFault::Again) throw;
    is_good = false;  // it broke while we asked
  }
  if (!is_good) refuse_to_connect();
  return last;
}

}  // namespace mingzhang::store
