// SPDX-License-Identifier: Apache-2.0
// Importing households, and the reports of the register.
#include <istream>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "base/json.h"
#include "cli/desk.h"
#include "cli/exit_code.h"
#include "cli/file.h"
#include "cli/import_problems.h"
#include "cli/listing.h"
#include "cli/receipt.h"
#include "cli/verb.h"
#include "service/imports/register_import.h"
#include "service/reading/outcome.h"
#include "service/reporting/register_report.h"

namespace mingzhang::cli {
namespace {

std::string result_json(const service::RosterResult& result, bool is_dry_run) {
  JsonWriter writer;
  writer.begin_object();
  writer.key("dry_run");
  writer.boolean(is_dry_run);
  if (!result.problems.empty()) {
    writer.key("error");
    add_problem(writer, result.problems.front());
  }
  writer.key("households");
  writer.integer(result.households);
  writer.key("note_count");
  writer.integer(result.note_count);
  writer.key("notes");
  add_problems(writer, result.notes);
  writer.key("persons");
  writer.integer(result.persons);
  writer.key("problem_count");
  writer.integer(result.problem_count);
  writer.key("problems");
  add_problems(writer, result.problems);
  if (result.receipt) {
    writer.key("receipt");
    writer.raw(receipt_json(*result.receipt, {}, is_dry_run));
  }
  writer.end_object();
  return writer.take();
}

std::string result_text(const service::RosterResult& result, bool is_dry_run) {
  return std::to_string(result.households) + " 户 households，" + std::to_string(result.persons) + " 人 persons\n" +
         receipt_text(*result.receipt, {}, is_dry_run);
}

int show_result(Desk& desk, const service::RosterResult& result) {
  const bool is_dry_run = desk.options().is_dry_run;
  if (desk.output().is_json()) {
    desk.output().data(result_json(result, is_dry_run));
  } else {
    note_notes(desk.output(), result.notes, result.note_count);
    if (!result.is_ok()) note_problems(desk.output(), result.problems, result.problem_count);
    if (result.is_ok()) desk.output().data(result_text(result, is_dry_run));
  }
  return result.is_ok() ? kDone : exit_code_of(*result.problems.front().problem.info);
}

int import_file(Desk& desk, const Values& values, const std::string& household) {
  const std::string path = values.text("FILE");
  std::optional<std::string> bytes;
  if (path == "-") bytes = std::string(std::istreambuf_iterator<char>(desk.input()), {});
  if (path != "-") bytes = read_file(path);
  if (!bytes) return desk.output().refuse(service::refusal(service::ReadingOutcome::FileMissing, plain(path)));
  std::optional<OpenDesk> open = desk.open_for_writing(service::Access::Write);
  if (!open) return desk.exit_code();
  service::RosterOptions options;
  options.book = desk.options().book;
  options.household = household;
  options.key = desk.options().key;
  options.by = desk.options().user;
  options.approved_by = desk.options().approver;
  options.is_system = values.has("--system") && values.is_given("--system");
  const service::RosterResult result =
      service::import_households(*bytes, options, open->opened, *open->writer, [&desk](std::int64_t rows) {
        desk.output().note("已读 read " + std::to_string(rows) + " 行 rows");
      });
  const std::string bad_rows = values.has("--bad-rows") ? values.text("--bad-rows") : std::string();
  if (!bad_rows.empty() && !result.is_ok() && !save_bad_rows(bad_rows, *bytes, result.problems)) {
    desk.output().note("有误的行没有存下来 the bad rows could not be saved: " + plain(bad_rows));
  }
  return show_result(desk, result);
}

using Report = service::TextResult (*)(const service::BookPlace&, const service::RegisterReportQuery&, service::Format);

int run_report(Desk& desk, const Values& values, Report report) {
  const auto text = [&values](std::string_view name) { return values.has(name) ? values.text(name) : std::string(); };
  service::RegisterReportQuery query;
  query.as_of = text("--as-of");
  query.from = text("--from");
  query.to = text("--to");
  query.division = text("--division");
  query.household = text("CODE");
  if (values.has("--missed")) query.missed = values.list("--missed");
  if (values.has("--wrongly-out")) query.wrongly_out = values.list("--wrongly-out");
  query.today = desk.clock().today();
  service::Format format = format_of(desk);
  if (values.is_given("--format")) {
    const std::optional<service::Format> given = service::parse_format(values.text("--format"));
    if (!given) {
      return desk.output().refuse(service::refusal(service::ReadingOutcome::FormatBad, plain(values.text("--format"))));
    }
    format = *given;
  }
  const std::optional<service::OpenedDatabase> opened = desk.open_for_reading();
  if (!opened) return desk.exit_code();
  return desk.show(report(desk.place(*opened), query, format));
}

OptionSpec option(const char* name, bool is_required, const char* value, const char* help) {
  return {name, ValueKind::Text, is_required, value, help};
}
OptionSpec words(const char* name, const char* help) { return {name, ValueKind::List, false, "REASON", help}; }

std::vector<OptionSpec> as_of_in_division() {
  return {option("--as-of", false, "DATE", "截止日期（默认今天） the day; today by default"),
          option("--division", false, "CODE", "某区划及其下级 in or below a division")};
}

Verb report_verb(const char* name, const char* help, std::vector<OptionSpec> options, Report report) {
  options.push_back(option("--format", false, "FORMAT", "text、json 或 csv（默认 text） format"));
  return {"report", name, help, std::move(options),
          [report](Desk& desk, const Values& values) { return run_report(desk, values, report); }};
}

}  // namespace

std::vector<Verb> register_report_verbs() {
  const OptionSpec file{"FILE", ValueKind::Argument, true, "", "CSV 文件，- 为标准输入 file; -: standard input"};
  const OptionSpec code{"CODE", ValueKind::Argument, true, "", "户编号 code of the household"};
  return {
      {"import", "households",
       "从 CSV 登记户与成员，全部登记或全部不登记 register households and members from CSV, all or none",
       {file,
        {"--system", ValueKind::Flag, false, "", "迁移旧账 a migration"},
        option("--bad-rows", false, "FILE", "把有误的行及原因存入此文件（含个人信息） save the bad rows with reasons; holds "
                                            "personal values")},
       [](Desk& desk, const Values& values) { return import_file(desk, values, ""); }},
      {"household", "add", "登记一户，成员写在 CSV 文件里 add one household; its members stand in a CSV file", {code, file},
       [](Desk& desk, const Values& values) { return import_file(desk, values, values.text("CODE")); }},
      report_verb("register", "建档立卡户分级汇总 register by division, at every level",
                  {option("--as-of", false, "DATE", "截止日期（默认今天） the day; today by default")}, service::report_register),
      report_verb("causes", "致贫原因结构表，按户、按人 causes of poverty, in households and in persons", as_of_in_division(),
                  service::report_causes),
      report_verb("classes", "类别结构表，按户、按人 classes of households, in households and in persons",
                  as_of_in_division(), service::report_classes),
      report_verb("dynamic", "动态管理：进、出、净变动、错评漏评率 what came in and went out, and rates of mistakes",
                  {option("--from", true, "DATE", "起始日期 first day"), option("--to", true, "DATE", "截止日期 last day"),
                   option("--division", false, "CODE", "某区划及其下级 in or below a division"),
                   words("--missed", "哪些原因算漏评（默认 漏评），可重复 reasons that mean a household was missed"),
                   words("--wrongly-out", "哪些原因算错退（默认 错退），可重复 reasons that mean it had left wrongly")},
                  service::report_dynamic),
      report_verb("household", "一户一台账：变动、成员、资金 history, members and money of a household", {code},
                  service::report_household),
  };
}

}  // namespace mingzhang::cli
