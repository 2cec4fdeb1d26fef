// SPDX-License-Identifier: Apache-2.0
// The demonstration: books in a new folder, what they say, and the proof.
#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "base/json.h"
#include "cli/desk.h"
#include "cli/exit_code.h"
#include "cli/file.h"
#include "cli/verb.h"
#include "cli/verdict.h"
#include "service/demo/demo.h"
#include "service/lending/loan_reading.h"
#include "service/reading/compensation.h"
#include "service/reading/guarantee.h"
#include "service/reading/outcome.h"
#include "service/reading/report.h"
#include "service/reporting/fund_report.h"
#include "service/reporting/register_report.h"
#include "service/reporting/suspicion_report.h"

namespace mingzhang::cli {
namespace {

using service::ReadingOutcome;

constexpr std::int64_t kHouseholdsMin = 100;
constexpr std::int64_t kHouseholdsMax = 1'000'000;

/// The demonstration's scale; with another number of households the other numbers follow in proportion.
std::optional<service::DemoOptions> scale_of(const Values& values) {
  const service::DemoOptions usual;
  service::DemoOptions options;
  if (!values.is_given("--households")) return options;
  const std::string text = values.text("--households");
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), options.households);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  if (options.households < kHouseholdsMin || options.households > kHouseholdsMax) return std::nullopt;
  options.persons = options.households * usual.persons / usual.households;
  options.loan_share = std::max<std::int64_t>(1, usual.households / options.households);
  options.poorest_households = options.households * usual.poorest_households / usual.households;
  return options;
}

/// The folder, the open database and what was posted.
struct Demo {
  std::filesystem::path folder;
  service::OpenedDatabase opened;
  service::DemoBooks books;

  service::BookPlace place(const std::string& book) const { return {opened, book}; }
};

/// A report of the demonstration, by the words that a clerk would type.
struct Shown {
  std::string book;
  std::string report;
  std::string from;  ///< dynamic management only
  std::string to;    ///< the day of every other report
  bool is_on_screen = true;

  std::string file() const {
    const bool is_dated = !from.empty() || report == "loan-portfolio";
    return report + "-" + book + (is_dated ? "-" + to : "") + ".csv";
  }
};

std::vector<Shown> reports_of(const service::DemoBooks& books) {
  const std::string end = "2016-12-31";
  return {
      {books.weining, "trial-balance", "", end},
      {books.weining, "household", "", end},
      {books.weining, "fund-progress", "", end, false},  // too wide for a screen
      {books.weining, "idle-money", "", end, false},
      {books.weining, "suspicion", "", end, false},
      {books.weining, "register", "", end, false},  // 352 places: in its file
      {books.kundulun, "trial-balance", "", end},
      {books.kundulun, "register", "", "2016-06-30", false},  // before everybody left
      {books.kundulun, "causes", "", "2016-06-30"},
      {books.fengqing, "dynamic", "2017-05-01", "2017-05-31"},
      {books.fengqing, "dynamic", "2017-06-01", "2017-06-30"},
      {books.qinan, "classes", "", end},
      {books.lending, "loan-portfolio", "", "2016-05-31"},
      {books.lending, "loan-portfolio", "", end},
      {books.lending, "guarantee-pools", "", end},
      {books.lending, "risk-funds", "", end},
      {books.lending, "trial-balance", "", end, false},
      {books.subsidy, "loan-portfolio", "", "2024-06-30"},
      {books.subsidy, "trial-balance", "", "2024-06-30", false},
  };
}

service::TextResult report(const Demo& demo, const Shown& shown, service::Format format) {
  service::RegisterReportQuery people;
  people.as_of = people.to = shown.to;
  people.from = shown.from;
  people.household = demo.books.one_household;
  if (shown.report == "register") return service::report_register(demo.place(shown.book), people, format);
  if (shown.report == "causes") return service::report_causes(demo.place(shown.book), people, format);
  if (shown.report == "classes") return service::report_classes(demo.place(shown.book), people, format);
  if (shown.report == "dynamic") return service::report_dynamic(demo.place(shown.book), people, format);
  if (shown.report == "household") return service::report_household(demo.place(shown.book), people, format);
  service::FundReportQuery funds;
  funds.as_of = shown.to;
  if (shown.report == "fund-progress") return service::report_fund_progress(demo.place(shown.book), funds, format);
  if (shown.report == "idle-money") return service::report_idle_money(demo.place(shown.book), funds, format);
  service::SuspicionQuery suspicion;
  suspicion.as_of = shown.to;
  if (shown.report == "suspicion") return service::report_suspicion(demo.place(shown.book), suspicion, format);
  if (shown.report == "guarantee-pools") return service::list_pools(demo.place(shown.book), format);
  if (shown.report == "risk-funds") return service::list_risk_funds(demo.place(shown.book), format);
  if (shown.report == "loan-portfolio") {
    const std::optional<Date> day = parse_date(shown.to);
    return service::show_portfolio(demo.place(shown.book), shown.to, day.value_or(Date()), format);
  }
  service::ReportQuery query;
  query.report = shown.report;
  query.as_of = shown.to;
  query.format = format;
  return service::run_report(demo.place(shown.book), query);
}

/// The reports that fit on a screen, for people.
int show_reports(Desk& desk, const Demo& demo) {
  for (const Shown& shown : reports_of(demo.books)) {
    if (!shown.is_on_screen) continue;
    const service::TextResult text = report(demo, shown, service::Format::Text);
    if (!text) return desk.output().refuse(text.error());
    desk.output().data(*text);
    desk.output().data("");
  }
  return kDone;
}

/// The journals of the books that hold money, and every report; the names of the files that were written.
int write_files(Desk& desk, const Demo& demo, std::vector<std::string>& files) {
  for (const std::string& book : {demo.books.weining, demo.books.kundulun, demo.books.dingxi}) {
    for (const char* program : {"hledger", "ledger", "beancount"}) {
      files.push_back(book + "." + program);
      const int code = export_to_file(desk, demo.opened, {book, program, (demo.folder / files.back()).string()});
      if (code != kDone) return code;
    }
  }
  for (const Shown& shown : reports_of(demo.books)) {
    const service::TextResult csv = report(demo, shown, service::Format::Csv);
    if (!csv) return desk.output().refuse(csv.error());
    files.push_back(shown.file());
    const bool is_written = write_file((demo.folder / files.back()).string(), [&csv](const WritePiece& write) {
      write(*csv);
      return true;
    });
    if (!is_written) return desk.output().refuse(service::refusal(ReadingOutcome::FileFailed, files.back()));
    desk.output().note("已导出 exported: " + files.back());
  }
  return kDone;
}

std::string summary_json(const Demo& demo, const std::vector<std::string>& files, const service::VerifyReport& report) {
  JsonWriter writer;
  const auto add = [&writer](const char* key, const std::string& value) {
    writer.key(key);
    writer.text(value);
  };
  writer.begin_object();
  add("budget", to_yuan(demo.books.budget));
  add("district_fund", to_yuan(demo.books.district_fund));
  writer.key("files");
  writer.begin_array();
  for (const std::string& file : files) writer.text(file);
  writer.end_array();
  add("grants", to_yuan(demo.books.grants));
  add("one_household", demo.books.one_household);
  writer.key("verify");
  writer.raw(verdict_json(report));
  writer.end_object();
  return writer.take();
}

std::string summary_text(const Demo& demo, const service::VerifyReport& report) {
  return verdict_text(report) + "\n县级预算 county's budget      " + to_yuan_grouped(demo.books.budget) +
         "\n到户补助 grants to households " + to_yuan_grouped(demo.books.grants) +
         "\n区专项基金 district's fund     " + to_yuan_grouped(demo.books.district_fund) +
         (report.is_ok() ? "\n全部账套均已验证 every book is verified\n" : "\n验证未通过 NOT verified\n");
}

int run_demo(Desk& desk, const Values& values) {
  const std::optional<service::DemoOptions> scale = scale_of(values);
  if (!scale) return desk.output().refuse(service::refusal(ReadingOutcome::NumberBad, "--households 100…1000000"));
  Demo demo;
  demo.folder = values.text("--dir");
  const std::string file = (demo.folder / "demo.db").string();
  if (desk.backend().exists(file)) return desk.output().refuse(service::refusal(ReadingOutcome::DatabaseExists, "demo.db"));
  std::error_code error;
  std::filesystem::create_directories(demo.folder, error);
  if (error) return desk.output().refuse(service::refusal(ReadingOutcome::FileFailed, "--dir"));
  auto opened = service::open_database(desk.backend(), file, service::Access::Create);
  if (!opened) return desk.output().refuse(opened.error());
  demo.opened = std::move(opened).value();
  service::Writer writer(demo.opened, desk.clock());
  auto books = service::post_demo_books(demo.opened, writer, *scale, [&desk](const std::string& line) { desk.output().note(line); });
  if (!books) return desk.output().refuse(books.error());
  demo.books = std::move(books).value();

  std::vector<std::string> files;
  if (!desk.output().is_json()) {
    if (const int code = show_reports(desk, demo); code != kDone) return code;
  }
  if (const int code = write_files(desk, demo, files); code != kDone) return code;
  const service::VerifyReport proof = verify(desk, demo.opened, "");
  desk.output().data(desk.output().is_json() ? summary_json(demo, files, proof) : summary_text(demo, proof));
  return proof.is_ok() ? kDone : kBroken;
}

}  // namespace

std::vector<Verb> demo_verbs() {
  return {
      {"", "demo", "演示：六份文件，七个账套，合成住户；连同账表和文本账放进一个新目录 the demonstration: six documents in "
                   "seven books with synthetic households, their reports and journals, in a new folder",
       {{"--dir", ValueKind::Text, true, "DIR", "目录，其中不得已有 demo.db folder without a demo.db"},
        {"--households", ValueKind::Text, false, "N", "户数（默认 20236） households"}},
       run_demo},
  };
}

}  // namespace mingzhang::cli
