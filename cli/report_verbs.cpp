// SPDX-License-Identifier: Apache-2.0
// Reports and journals for other programs.
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/desk.h"
#include "cli/exit_code.h"
#include "cli/file.h"
#include "cli/listing.h"
#include "cli/verb.h"
#include "service/reading/outcome.h"
#include "service/reading/report.h"
#include "service/reading/walk.h"
#include "service/reporting/consolidation.h"

namespace mingzhang::cli {
namespace {

int run_report(Desk& desk, const std::string& report, const Values& values) {
  const auto text = [&values](std::string_view name) { return values.has(name) ? values.text(name) : std::string(); };
  service::ReportQuery query;
  query.report = report;
  query.as_of = text("--as-of");
  query.period = text("--period");
  query.from = text("--from");
  query.to = text("--to");
  query.account = text("--account");
  query.fund = text("--fund");
  query.subject = text("--subject");
  query.project = text("--project");
  query.today = desk.clock().today();
  query.format = format_of(desk);
  if (values.is_given("--format")) {
    const std::optional<service::Format> format = service::parse_format(values.text("--format"));
    if (!format) {
      return desk.output().refuse(service::refusal(service::ReadingOutcome::FormatBad, plain(values.text("--format"))));
    }
    query.format = *format;
  }
  const std::optional<service::OpenedDatabase> opened = desk.open_for_reading();
  if (!opened) return desk.exit_code();
  return desk.show(service::run_report(desk.place(*opened), query));
}

int run_export(Desk& desk, const Values& values) {
  const std::string program = values.text("--format");
  if (service::journal_ending(program).empty()) {
    return desk.output().refuse(service::refusal(service::ReadingOutcome::FormatBad, plain(program)));
  }
  const std::optional<service::OpenedDatabase> opened = desk.open_for_reading();
  if (!opened) return desk.exit_code();
  if (values.is_given("--out")) return export_to_file(desk, *opened, ExportOrder{desk.options().book, program, values.text("--out")});
  const service::TextResult done = service::write_journal_export(
      desk.place(*opened), program, [&desk](std::string_view piece) { desk.output().piece(piece); });
  return done ? kDone : desk.output().refuse(done.error());
}

int run_walk(Desk& desk, const Values& values) {
  service::Format format = format_of(desk);
  if (values.is_given("--format")) {
    const std::optional<service::Format> asked = service::parse_format(values.text("--format"));
    if (!asked) {
      return desk.output().refuse(service::refusal(service::ReadingOutcome::FormatBad, plain(values.text("--format"))));
    }
    format = *asked;
  }
  const std::optional<service::OpenedDatabase> opened = desk.open_for_reading();
  if (!opened) return desk.exit_code();
  const service::WalkQuery query{values.text("--document"), values.text("--household"), values.text("--voucher")};
  return desk.show(service::walk_money(desk.place(*opened), query, format));
}

int run_consolidation(Desk& desk, const Values& values) {
  service::Format format = format_of(desk);
  if (values.is_given("--format")) {
    const std::optional<service::Format> asked = service::parse_format(values.text("--format"));
    if (!asked) {
      return desk.output().refuse(service::refusal(service::ReadingOutcome::FormatBad, plain(values.text("--format"))));
    }
    format = *asked;
  }
  const std::optional<service::OpenedDatabase> opened = desk.open_for_reading();
  if (!opened) return desk.exit_code();
  auto report = service::report_consolidation(*opened, {values.text("--period"), values.list("--group")}, format);
  if (!report) return desk.output().refuse(report.error());
  const std::int64_t left_out = report->left_out;
  const int shown = desk.show(service::TextResult(std::move(report).value().text));
  return shown == kDone && left_out > 0 ? kConflict : shown;
}

OptionSpec text_option(const char* name, bool is_required, const char* value, const char* help) {
  return {name, ValueKind::Text, is_required, value, help};
}

/// The report's own options, and the format.
Verb report_verb(const std::string& name, const std::string& help, std::vector<OptionSpec> options) {
  options.push_back(text_option("--format", false, "FORMAT", "text、json 或 csv（默认 text） format"));
  return {"report", name, help, std::move(options),
          [name](Desk& desk, const Values& values) { return run_report(desk, name, values); }};
}

}  // namespace

std::vector<Verb> report_verbs() {
  const OptionSpec as_of = text_option("--as-of", false, "DATE", "截止日期（默认今天） last day counted; today by default");
  const OptionSpec period = text_option("--period", false, "MONTH", "期间，如 2016-10 month");
  const OptionSpec from = text_option("--from", false, "DATE", "起始日期 first day");
  const OptionSpec to = text_option("--to", false, "DATE", "截止日期 last day");
  const OptionSpec fund = text_option("--fund", false, "CODE", "只列某资金来源，- 为无来源 of one fund; -: none");
  return {
      report_verb("trial-balance", "科目余额表 trial balance, of a month or as of a day", {as_of, period}),
      report_verb("account", "明细账 statement of an account",
                  {text_option("--account", true, "CODE", "科目 account"), period, from, to, fund}),
      report_verb("journal", "序时账 journal", {period, from, to}),
      report_verb("general-ledger", "总账 general ledger",
                  {period, from, to, text_option("--account", false, "CODE", "只列某科目 of one account")}),
      report_verb("subject", "一户（机构、贷款）台账 account of a household, institution or loan",
                  {text_option("--subject", true, "ID", "编号 id")}),
      report_verb("project", "项目进度 progress of projects",
                  {text_option("--project", false, "CODE", "只列某项目 of one project"),
                   text_option("--period", false, "MONTH", "计至某月 last month counted")}),
      report_verb("fund", "资金收支表：各资金来源按科目的收支余（指标的执行进度见 fund-progress） statement of funds by accounts; progress of indicators: fund-progress", {as_of}),
      {"report", "walk", "资金走向：从文号到户，或从户、凭证回到文号 walk of the money: from document to household and back",
       {text_option("--document", false, "TEXT", "文号 document"),
        text_option("--household", false, "CODE", "户 household"),
        text_option("--voucher", false, "NAME", "凭证名，如 2016-04/付/3 voucher"),
        text_option("--format", false, "FORMAT", "text、json 或 csv（默认 text） format")},
       run_walk},
      {"report", "consolidation",
       "合并科目余额表：把已结账的各账套按科目相加，可按市分组；有账套未计入时退出码 5 books that closed the month, added up by account "
       "and group; exit code 5 where books are left out",
       {text_option("--period", true, "MONTH", "期间，如 2016-12 month"),
        {"--group", ValueKind::List, false, "NAME=BOOK,…", "分组，如 固原市=xiji,longde；可重复 a group; may be repeated"},
        text_option("--format", false, "FORMAT", "text、json 或 csv（默认 text） format")},
       run_consolidation},
      {"", "export", "导出为别的记账程序的文本账，以便独立核对 export a journal that another program can check",
       {text_option("--format", true, "PROGRAM", "hledger、ledger 或 beancount"),
        text_option("--out", false, "FILE", "写入文件（默认标准输出） file; standard output by default")},
       run_export},
  };
}

}  // namespace mingzhang::cli
