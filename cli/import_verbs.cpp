// SPDX-License-Identifier: Apache-2.0
// Importing vouchers, and telling everything that is wrong with a file.
#include <string>

#include "base/json.h"
#include "cli/desk.h"
#include "cli/exit_code.h"
#include "cli/file.h"
#include "cli/import_problems.h"
#include "cli/receipt.h"
#include "cli/verb.h"
#include "service/imports/voucher_import.h"
#include "service/reading/lists.h"
#include "service/reading/outcome.h"

namespace mingzhang::cli {
namespace {

void add_integer(JsonWriter& writer, const char* key, std::int64_t value) {
  writer.key(key);
  writer.integer(value);
}

/// Counts, the receipt or the draft, or all problems with the first as "error".
std::string result_json(const service::ImportResult& result, bool is_dry_run) {
  JsonWriter writer;
  writer.begin_object();
  add_integer(writer, "accounts_created", result.accounts_created);
  if (result.draft) add_integer(writer, "draft", *result.draft);
  writer.key("dry_run");
  writer.boolean(is_dry_run);
  if (!result.problems.empty()) {
    writer.key("error");
    add_problem(writer, result.problems.front());
  }
  add_integer(writer, "funds_created", result.funds_created);
  add_integer(writer, "lines", result.lines);
  add_integer(writer, "problem_count", result.problem_count);
  writer.key("problems");
  add_problems(writer, result.problems);
  add_integer(writer, "projects_created", result.projects_created);
  if (result.receipt) {
    writer.key("receipt");
    writer.raw(receipt_json(*result.receipt, {}, is_dry_run));
  }
  add_integer(writer, "vouchers", result.vouchers);
  writer.end_object();
  return writer.take();
}

std::string result_text(const service::ImportResult& result, bool is_dry_run) {
  std::string text = std::to_string(result.vouchers) + " 张凭证 vouchers，" + std::to_string(result.lines) +
                     " 条分录 lines；新建 created: " + std::to_string(result.accounts_created) + " 科目 accounts，" +
                     std::to_string(result.funds_created) + " 资金 funds，" + std::to_string(result.projects_created) +
                     " 项目 projects\n";
  if (is_dry_run) text += "只作检查，没有入账 checked only, nothing was booked\n";
  if (result.draft) text += "待审单据 waits for approval: draft " + std::to_string(*result.draft) + "\n";
  if (result.receipt && !is_dry_run) text += receipt_text(*result.receipt, {}, is_dry_run);
  return text;
}

service::ImportOptions options_of(const Desk& desk, const Values& values) {
  service::ImportOptions options;
  options.book = desk.options().book;
  options.create_accounts = values.is_given("--create-accounts");
  options.by = desk.options().user;
  options.approved_by = desk.options().approver;
  options.is_system = values.is_given("--system");
  options.dry_run = desk.options().is_dry_run;
  return options;
}

int run_import(Desk& desk, const Values& values) {
  const std::optional<std::string> bytes = read_file(values.text("FILE"));
  if (!bytes) return desk.output().refuse(service::refusal(service::ReadingOutcome::FileMissing, plain(values.text("FILE"))));
  std::optional<OpenDesk> open = desk.open_for_writing(service::Access::Write);
  if (!open) return desk.exit_code();
  const service::ImportResult result =
      service::import_vouchers(*bytes, options_of(desk, values), open->database(), *open->writer, desk.clock(),
                               [&desk](std::int64_t rows) {
                                 desk.output().note("已读 read " + std::to_string(rows) + " 行 rows");
                               });
  if (values.is_given("--bad-rows") && !result.is_ok() && !save_bad_rows(values.text("--bad-rows"), *bytes, result.problems)) {
    desk.output().note("有误的行没有存下来 the bad rows could not be saved: " + plain(values.text("--bad-rows")));
  }
  if (!result.is_ok() && !desk.output().is_json()) note_problems(desk.output(), result.problems, result.problem_count);
  if (desk.output().is_json()) {
    desk.output().data(result_json(result, desk.options().is_dry_run));
  } else if (result.is_ok()) {
    desk.output().data(result_text(result, desk.options().is_dry_run));
  }
  return result.is_ok() ? kDone : exit_code_of(*result.problems.front().problem.info);
}

}  // namespace

std::vector<Verb> import_verbs() {
  return {
      {"import", "vouchers",
       "从 CSV 导入凭证，全部入账或全部不入；不写 --approve-as 则成为待审单据 import vouchers from CSV, all or none; without "
       "--approve-as they wait for approval",
       {{"FILE", ValueKind::Argument, true, "", "CSV 文件 file"},
        {"--create-accounts", ValueKind::Flag, false, "", "新建未知的科目、资金和项目 create unknown accounts, funds, projects"},
        {"--system", ValueKind::Flag, false, "", "迁移旧账，无人审核 a migration: nobody approves"},
        {"--bad-rows", ValueKind::Text, false, "FILE", "把有误的行及原因存入此文件 save the bad rows with reasons"}},
       run_import},
  };
}

}  // namespace mingzhang::cli
