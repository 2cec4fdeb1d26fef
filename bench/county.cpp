// SPDX-License-Identifier: Apache-2.0
// What a county does at its own scale: register 100,000 households, pay them by rule, read a payment list, ask rules.
#include <cstdio>
#include <string>
#include <vector>

#include "base/check.h"
#include "base/ratio.h"
#include "bench/measurements.h"
#include "bench/raw_insert.h"
#include "bench/workload.h"
#include "service/demo/books.h"
#include "service/imports/disbursement_import.h"
#include "service/imports/register_import.h"
#include "service/setup/fund_setup.h"

namespace mingzhang::bench {
namespace {

constexpr std::int64_t kHouseholds = 100'000;
constexpr std::int64_t kMembers = 4;
constexpr std::int64_t kVillages = 500;
constexpr std::int64_t kListRows = 20'236;  // the poor households of one county
constexpr std::int64_t kAnswers = 20'000;
constexpr std::int64_t kRawRow = 64;        // bytes

/// Seconds that a raw insert of as many bytes takes, 8,192 rows of 64 bytes in each commit.
double raw_seconds(const Sizes& sizes, std::size_t bytes) {
  const std::int64_t rows = static_cast<std::int64_t>(bytes) / kRawRow + 1;
  const ScratchFile file(sizes.directory);
  return static_cast<double>(rows) / raw_rows_per_second(file.path(), rows, 8'192);
}

void print(const char* what, double count, const char* unit, double seconds, double raw) {
  std::printf("%-46s %8.2f s   %9.0f %s/s   raw insert of the same bytes %6.2f s   ratio %.2f\n", what, seconds,
              count / seconds, unit, raw, raw / seconds);
  std::fflush(stdout);
}

/// A book with the chart of special funds, its people, and an open register.
struct County {
  explicit County(const std::string& path)
      : store(store::open_store("sqlite:" + path, as_the_program_writes())),
        opened(service::faces_of(*store)),
        writer(opened, clock),
        desk(opened, writer, "bench", quiet) {
    desk.open("bench", *Month::from_civil(2016, 1), "special-fund");
  }
  void done() const { MZ_CHECK(!desk.failure()); }

  FixedClock clock = FixedClock::at(*Date::from_civil(2017, 1, 10));
  service::Say quiet = [](const std::string&) {};
  std::unique_ptr<store::Store> store;
  service::OpenedDatabase opened;
  service::Writer writer;
  service::DemoDesk desk;
};

/// A file of synthetic households as an office would send it.
std::string roster() {
  std::string csv = "household,division,class,status,date,causes,person,name,id_number,relation,is_head\n";
  for (std::int64_t household = 0; household < kHouseholds; ++household) {
    const std::string village = service::demo_code("520526901", household % kVillages + 1, 3);
    for (std::int64_t member = 0; member < kMembers; ++member) {
      const std::int64_t person = household * kMembers + member + 1;
      csv += household_code(household) + "," + village + ",贫困户,在册,2016-01-05,因病,P-" + std::to_string(person) +
             ",合成" + std::to_string(person) + ",," + (member == 0 ? "户主,是" : "子女,否") + "\n";
    }
  }
  return csv;
}

void add_villages(County& county) {
  using households::DivisionLevel;
  std::vector<service::Command> commands;
  const auto add = [&](const std::string& code, DivisionLevel level, const std::string& parent) {
    commands.emplace_back(households::AddDivision{code, code, level, parent, service::demo_day(1, 1), households::open_end()});
  };
  add("520526", DivisionLevel::County, "");
  add("520526901", DivisionLevel::Township, "520526");
  for (std::int64_t i = 1; i <= kVillages; ++i) add(service::demo_code("520526901", i, 3), DivisionLevel::Village, "520526901");
  county.desk.enroll(std::move(commands), {});
  county.done();
}

void measure_import(const Sizes& sizes, County& county) {
  const std::string csv = roster();
  service::RosterOptions options;
  options.book = "bench";
  options.is_system = true;
  const double begun = seconds_now();
  const service::RosterResult result =
      service::import_households(csv, options, county.opened, county.writer, [](std::int64_t) {});
  const double seconds = seconds_now() - begun;
  MZ_CHECK(result.is_ok());
  MZ_CHECK(result.persons == kHouseholds * kMembers);
  print("import 100,000 households of four", static_cast<double>(kHouseholds), "households", seconds,
        raw_seconds(sizes, csv.size()));
}

/// Money that arrives under a code of its own.
void receive(County& county, const std::string& fund, Money amount) {
  county.desk.add_fund(fund, fund, "样例");
  funds::AddIndicator indicator =
      service::demo_indicator(fund, "样例", funds::Level::County, "样例", amount, service::demo_day(1, 15));
  indicator.accounts = {service::kDemoBank, "400104", service::kDemoMoney, "600104"};
  county.desk.act(indicator);
}

/// The rule says the sum, which is shared among all; then they are listed and paid.
void measure_rule_to_all(const Sizes& sizes, County& county) {
  receive(county, "BY-RULE", Money::from_fen(kHouseholds * 1'000'00));
  county.done();
  service::DemoRules rules("weining-2016", service::demo_day(10, 14));
  const double begun = seconds_now();
  const policy::Evaluation grant = rules.ask("household-grant", {{"count.ordinary", std::to_string(kHouseholds)}});
  const std::vector<Money> shares =
      allocate(service::amount_of(grant), std::vector<std::int64_t>(static_cast<std::size_t>(kHouseholds), 1));
  std::vector<funds::SubmittedRow> rows;
  for (std::int64_t i = 0; i < kHouseholds; ++i) {
    rows.push_back({household_code(i), "", shares[static_cast<std::size_t>(i)], ""});
  }
  const std::size_t bytes = funds::list_rows_bytes(rows).size();
  const funds::SubmitList list = service::demo_list("BY-RULE-1", "BY-RULE", "样例", service::demo_day(4, 5), std::move(rows),
                                                    grant.explanation.bytes());
  county.desk.act(list);
  county.desk.act(service::demo_payment(list, "500101"));
  const double seconds = seconds_now() - begun;
  county.done();
  // The rows stand in the list, and again as lines of vouchers.
  print("by rule to 100,000 households, listed and paid", static_cast<double>(kHouseholds), "households", seconds,
        raw_seconds(sizes, 2 * bytes));
}

void measure_list_file(const Sizes& sizes, County& county) {
  std::string csv = "户编号,金额\n";
  for (std::int64_t i = 0; i < kListRows; ++i) csv += household_code(i) + ",1000.00\n";
  receive(county, "BY-FILE", Money::from_fen(kListRows * 1'000'00));
  county.done();
  service::NewList words;
  words.code = "BY-FILE-1";
  words.indicator = "BY-FILE";
  words.title = "样例";
  words.date = "2016-05-05";
  words.publicity_end = "2016-05-05";
  words.total = to_yuan(Money::from_fen(kListRows * 1'000'00));
  const double begun = seconds_now();
  const service::NewFundCommand command = service::read_disbursement(csv, words, *Date::from_civil(2016, 12, 31));
  MZ_CHECK(command.has_value());
  county.desk.act(*command);
  const auto& list = std::get<funds::SubmitList>(*command);
  county.desk.act(service::demo_payment(list, "500101"));
  const double seconds = seconds_now() - begun;
  county.done();
  print("a payment list of 20,236 rows, file to vouchers", static_cast<double>(kListRows), "rows", seconds,
        raw_seconds(sizes, 2 * csv.size()));
}

void measure_rules() {
  service::DemoRules rules("kundulun-2016", service::demo_day(10, 14));
  const double begun = seconds_now();
  for (std::int64_t i = 0; i < kAnswers; ++i) (void)rules.ask("chronic-disease", {{"cost", std::to_string(3'000 + i)}});
  const double seconds = seconds_now() - begun;
  MZ_CHECK(!rules.failure());
  std::printf("%-46s %8.2f s   %9.0f answers/s, each with its explanation\n", "20,000 answers of a tiered benefit", seconds,
              static_cast<double>(kAnswers) / seconds);
  std::fflush(stdout);
}

}  // namespace

void measure_county(const Sizes& sizes) {
  measure_rules();
  const ScratchFile file(sizes.directory);
  County county(file.path());
  add_villages(county);
  measure_import(sizes, county);
  measure_rule_to_all(sizes, county);
  measure_list_file(sizes, county);
}

}  // namespace mingzhang::bench
