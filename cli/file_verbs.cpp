// SPDX-License-Identifier: Apache-2.0
// Backing a database up and restoring it.
#include <string>

#include "base/json.h"
#include "cli/desk.h"
#include "cli/exit_code.h"
#include "cli/verb.h"
#include "service/verify.h"

namespace mingzhang::cli {
namespace {

/// Verifies a copy as `verify` would; what is wrong, or nothing.
service::VerifyCopy verified(Desk& desk) {
  return [&desk](const service::OpenedDatabase& copy) -> std::string {
    const service::VerifyReport report =
        service::verify(copy, "", desk.backend().open_scratch,
                        [&desk](const std::string& book, std::int64_t done, std::int64_t all) {
                          desk.output().note("验证 verifying " + book + ": " + std::to_string(done) + " / " +
                                             std::to_string(all));
                        });
    for (const service::BookVerdict& verdict : report.books) {
      if (!verdict.first_problem) continue;
      return verdict.book + ": " + std::string(verdict.first_problem->info->code) + " " +
             std::string(verdict.first_problem->info->zh) + " " + verdict.first_problem->place + " " +
             verdict.first_problem->detail;
    }
    return std::string();
  };
}

int show_copy(Desk& desk, const Result<service::CopyReport, Problem>& copy, const std::string& words) {
  if (!copy) return desk.output().refuse(service::Refusal{{service::CommandProblem{-1, copy.error()}}});
  JsonWriter writer;
  writer.begin_object();
  writer.key("bytes");
  writer.integer(static_cast<std::int64_t>(copy->bytes));
  writer.key("kept_aside");
  writer.text(plain(copy->kept_aside));
  writer.end_object();
  std::string text = words + std::to_string(copy->bytes) + " 字节 bytes\n";
  if (!copy->kept_aside.empty()) text += "原账簿保留为 the replaced book is kept as " + copy->kept_aside + "\n";
  desk.output().data(desk.output().is_json() ? writer.take() : text);
  return kDone;
}

int run_backup(Desk& desk, const Values& values) {
  if (!desk.has_existing_database()) return desk.exit_code();
  return show_copy(desk, desk.backend().back_up(desk.options().database, values.text("FILE"), verified(desk)),
                   "已备份并验证 backed up and verified: ");
}

int run_restore(Desk& desk, const Values& values) {
  if (!desk.has_database()) return desk.exit_code();
  const service::Backend::RestoreOrder order{values.text("FILE"), desk.options().database, values.is_given("--replace")};
  return show_copy(desk, desk.backend().restore(order, verified(desk)), "已恢复并验证 restored and verified: ");
}

int run_upgrade(Desk& desk, const Values&) {
  if (!desk.open_for_writing(service::Access::Upgrade)) return desk.exit_code();
  desk.output().data(desk.output().is_json() ? R"({"ok":true})" : "数据库结构是最新的 the schema is current");
  return kDone;
}

}  // namespace

std::vector<Verb> file_verbs() {
  return {
      {"", "backup", "备份；副本验证后才算数 back the database up; the copy counts when it is verified",
       {{"FILE", ValueKind::Argument, true, "", "新文件 a new file"}}, run_backup},
      {"", "restore", "从备份恢复；原账簿另存保留 restore a backup; a replaced book is kept beside it",
       {{"FILE", ValueKind::Argument, true, "", "备份文件 the backup"},
        {"--replace", ValueKind::Flag, false, "", "替换现有的账簿 replace the existing database"}},
       run_restore},
      {"", "upgrade", "把服务器上旧版本的数据库结构升到本程序的版本；请先备份 bring an older schema on a server up to date; back it up first",
       {}, run_upgrade},
  };
}

}  // namespace mingzhang::cli
