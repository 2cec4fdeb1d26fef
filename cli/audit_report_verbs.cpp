// SPDX-License-Identifier: Apache-2.0
// Reports for the auditor: progress of indicators, and money that lies idle.
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/desk.h"
#include "cli/exit_code.h"
#include "cli/listing.h"
#include "cli/pack_files.h"
#include "cli/verb.h"
#include "service/reading/outcome.h"
#include "service/reporting/fund_report.h"

namespace mingzhang::cli {
namespace {

using Report = service::TextResult (*)(const service::BookPlace&, const service::FundReportQuery&, service::Format);

/// --format, or what --json says; nothing after a refusal.
std::optional<service::Format> asked_format(Desk& desk, const Values& values) {
  if (!values.is_given("--format")) return format_of(desk);
  const std::optional<service::Format> format = service::parse_format(values.text("--format"));
  if (!format) {
    desk.output().refuse(service::refusal(service::ReadingOutcome::FormatBad, plain(values.text("--format"))));
  }
  return format;
}

int run_fund_report(Desk& desk, const Values& values, Report report) {
  const auto text = [&values](std::string_view name) { return values.has(name) ? values.text(name) : std::string(); };
  const std::optional<service::Format> format = asked_format(desk, values);
  if (!format) return kValidation;
  service::FundReportQuery query;
  query.as_of = text("--as-of");
  query.document = text("--document");
  query.indicator = text("--indicator");
  query.fund = text("--fund");
  query.older_than = text("--older-than");
  query.rule = text("--rule");
  query.today = desk.clock().today();
  if (values.has("--packs")) {
    Result<std::vector<service::PackFile>, service::Refusal> site = site_files(values);
    if (!site) return desk.output().refuse(site.error());
    query.site = std::move(site).value();
  }
  const std::optional<service::OpenedDatabase> opened = desk.open_for_reading();
  if (!opened) return desk.exit_code();
  return desk.show(report(desk.place(*opened), query, *format));
}

OptionSpec option(const char* name, const char* value, const char* help) {
  return {name, ValueKind::Text, false, value, help};
}
OptionSpec as_of_option() { return option("--as-of", "DATE", "截止日期（默认今天） last day counted; today by default"); }
OptionSpec format_option() { return option("--format", "FORMAT", "text、json 或 csv（默认 text） format"); }

Verb fund_report(const char* name, const char* help, std::vector<OptionSpec> options, Report report) {
  options.push_back(format_option());
  return {"report", name, help, std::move(options),
          [report](Desk& desk, const Values& values) { return run_fund_report(desk, values, report); }};
}

}  // namespace

std::vector<Verb> audit_report_verbs() {
  return {
      fund_report("fund-progress",
                  "执行进度：各指标的下达、追加、拨付、支出、结转、结余与执行率 progress of indicators: granted, handed on, spent, left",
                  {as_of_option(), option("--document", "NO", "只列某文号 of one document"),
                   option("--indicator", "CODE", "只列某指标 one indicator"),
                   option("--fund", "CODE", "只列某资金的指标 the indicator of a fund")},
                  service::report_fund_progress),
      fund_report("idle-money",
                  "闲置资金：未支出的钱在哪里、闲置多少天，按账龄分段 idle money by age: where it lies and since when",
                  {as_of_option(), option("--older-than", "DAYS", "只列闲置超过若干天的 only what has lain for more days"),
                   option("--rule", "PACK/RULE",
                          "账龄分段用此规则（score_bands，输入天数）；默认 1 年、2 年 age bands by a rule of the kind score_bands, asked "
                          "with the days; 1 and 2 years by default"),
                   packs_option()},
                  service::report_idle_money),
  };
}

}  // namespace mingzhang::cli
