// SPDX-License-Identifier: Apache-2.0
// Every refusal of a voucher, in the order in which they are looked for.
#include <functional>
#include <string>
#include <vector>

#include "ledger/post_outcome.h"
#include "tests/ledger/outcome_list.h"
#include "tests/ledger/sample_book.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {
namespace {

using ledger::VoucherRequest;
using ledger::VoucherType;

/// The request's first problem is `outcome`; `repair` takes that one problem away (or trades it for one that cannot
/// stand beside it), so that the next row shows that its problem was there behind this one.
struct Row {
  std::string outcome;
  std::function<void(VoucherRequest&)> repair;
};

/// The sample ID number of GB 11643-1999; nobody's.
constexpr const char* kIdCard = "11010519491231002X";
constexpr std::int64_t kMost = Money::kFenMax;

/// A book in which a voucher can run into everything: 2016-01 locked, 2016-02 closed, 1901 frozen, 1902 closed,
/// 1903 at its limit, voucher 2016-03 记-1 reversed by 记-2.
void prepare_posting(SampleBook& sample) {
  for (const char* code : {"1901", "1902", "1903"}) {
    sample.run(ledger::AddAccount{code, "样例", ledger::AccountClass::Asset, ledger::Side::Debit, "", "", false});
  }
  sample.run(transfer("2016-03-01", "1011", "3001", 100, "F1"));
  VoucherRequest reversal = ledger::reversal_of(
      ledger::Voucher{sample.naive().request(0), 1}, day("2016-03-02"), "");
  sample.run(reversal);
  sample.run(transfer("2016-03-03", "1903", "3001", kMost - 1, ""));
  sample.run(transfer("2016-04-05", "1011", "3001", 5, "F1"));
  sample.change_account("1901", ledger::AccountAction::Freeze);
  sample.change_account("1902", ledger::AccountAction::Close);
  sample.change_period("2016-01", ledger::PeriodAction::Close);
  sample.change_period("2016-02", ledger::PeriodAction::Close);
  sample.change_period("2016-01", ledger::PeriodAction::Lock);
  sample.today = day("2016-12-01");
}

/// Balanced per fund, and otherwise everything is wrong with the accounts and names.
std::vector<ledger::Line> bad_lines() {
  std::vector<ledger::Line> lines{
      debit("9999", 100, "F1"), credit("12", 100, "F1"),    // unknown; not a leaf
      debit("1902", 200, "FX"), credit("1901", 200, "FX"),  // closed; unknown fund; frozen
      debit("7201", 300, "F1"), credit("1002", 300, "F1"),  // budget against financial; nothing in the bank
      debit("1903", 2, ""),     credit("1011", 2, ""),      // one fen more than an account can hold
  };
  lines[4].project = "PX";
  return lines;
}

VoucherRequest worst_request() {
  VoucherRequest request;
  request.date = day("2019-01-01");
  request.source = "\x01";
  request.reason = std::string(601, 'x');
  request.attachments = {"nothing like a digest"};
  request.reverses = ledger::VoucherName{month("2016-03"), VoucherType::General, 99};
  request.lines = {ledger::Line{}};
  request.lines[0].subject = kIdCard;
  return request;
}

void use_too_many_lines(VoucherRequest& request) {
  request.lines.assign(ledger::kLinesMax + 1, ledger::Line{});
}

void use_senseless_lines(VoucherRequest& request) {
  request.lines = bad_lines();
  request.lines[0].account = "";
  request.lines[1].amount = Money();
  request.lines[2].amount = Money::from_fen(-1);
  request.lines[6].amount = Money::from_fen(kMost);
  for (ledger::Line& line : request.lines) line.side = ledger::Side::Debit;
}

void restore_sides(VoucherRequest& request) {
  for (std::size_t i = 1; i < request.lines.size(); i += 2) request.lines[i].side = ledger::Side::Credit;
}

void name_voucher(VoucherRequest& request, std::int64_t number) {
  request.reverses = ledger::VoucherName{month("2016-03"), VoucherType::General, number};
}

/// The voucher of 2016-04-05: neither these lines nor this date.
void name_later_voucher(VoucherRequest& request) {
  request.reverses = ledger::VoucherName{month("2016-04"), VoucherType::General, 1};
}

/// Its lines on their other sides; what is wrong with the balances waits until this is over.
void mirror_later_voucher(VoucherRequest& request) { request.lines = {credit("1011", 5, "F1"), debit("3001", 5, "F1")}; }

void reverse_nothing(VoucherRequest& request) {
  request.kind = ledger::VoucherKind::Ordinary;
  request.reverses.reset();
  request.lines = bad_lines();
  request.lines[0].account = "5001";
  request.lines[1].account = "1201";
  request.lines[2].account = "5001";
  request.lines[3].account = "1011";
  request.lines[4].account = "5001";
  request.lines[4].project = "P1";
  request.lines[2].fund = request.lines[3].fund = "F1";
  restore_sides(request);
}

std::vector<Row> shape_rows() {
  return {
      {"TextNotPlain", [](VoucherRequest& r) { r.source = "A-1"; }},
      {"SummaryMissing", [](VoucherRequest& r) { r.summary = "拨付"; }},
      {"TextTooLong", [](VoucherRequest& r) { r.reason = "样例"; }},
      {"HoldsIdCard", [](VoucherRequest& r) { r.lines[0].subject = "H-1"; }},
      {"AttachmentNotADigest", [](VoucherRequest& r) { r.attachments = {std::string(64, 'a')}; }},
      {"TooFewLines", use_too_many_lines},
      {"TooManyLines", use_senseless_lines},
      {"AccountMissing", [](VoucherRequest& r) { r.lines[0].account = "9999"; }},
      {"AmountZero", [](VoucherRequest& r) { r.lines[1].amount = Money::from_fen(100); }},
      {"AmountNegative", [](VoucherRequest& r) { r.lines[2].amount = Money::from_fen(200); }},
      {"DateTooFarAhead", [](VoucherRequest& r) { r.date = day("2015-12-31"); }},
      {"OneSided", restore_sides},
      {"TotalTooLarge", [](VoucherRequest& r) { r.lines[6].amount = Money::from_fen(3); }},
      {"FundUnbalanced", [](VoucherRequest& r) { r.lines[6].amount = Money::from_fen(2); }},
      {"ReversalMalformed", [](VoucherRequest& r) { r.kind = ledger::VoucherKind::Reversal; }},
  };
}

std::vector<Row> state_rows() {
  return {
      {"AccountUnknown", [](VoucherRequest& r) { r.lines[0].account = "5001"; }},
      {"FundUnknown", [](VoucherRequest& r) { r.lines[2].fund = r.lines[3].fund = "F1"; }},
      {"ProjectUnknown", [](VoucherRequest& r) { r.lines[4].project = "P1"; }},
      {"VoucherUnknown", [](VoucherRequest& r) { name_voucher(r, 1); }},
      {"DateBeforeBook", [](VoucherRequest& r) { r.date = day("2016-01-31"); }},
      {"PeriodLocked", [](VoucherRequest& r) { r.date = day("2016-02-01"); }},
      {"PeriodClosed", [](VoucherRequest& r) { r.date = day("2016-03-31"); }},
      {"AccountNotLeaf", [](VoucherRequest& r) { r.lines[1].account = "1201"; }},
      {"AccountClosed", [](VoucherRequest& r) { r.lines[2].account = "5001"; }},
      {"AccountFrozen", [](VoucherRequest& r) { r.lines[3].account = "1011"; }},
      {"EntrySetUnbalanced", [](VoucherRequest& r) { r.lines[4].account = "5001"; }},
      {"AlreadyReversed", [](VoucherRequest& r) { name_voucher(r, 2); }},
      {"ReversalOfReversal", name_later_voucher},
      {"ReversalDiffers", mirror_later_voucher},
      {"ReversalBeforeOriginal", reverse_nothing},
      {"Overdraft", [](VoucherRequest& r) { r.lines[5].account = "1011"; }},
      {"BalanceTooLarge", [](VoucherRequest& r) { r.lines[6].account = "1011"; }},
  };
}

}  // namespace

TEST_CASE("of all that is wrong with a voucher the first in precedence order is the answer", "[ledger][post]") {
  SampleBook sample;
  prepare_posting(sample);
  std::vector<Row> rows = shape_rows();
  for (Row& row : state_rows()) rows.push_back(std::move(row));

  VoucherRequest request = worst_request();
  std::vector<std::string> seen;
  for (const Row& row : rows) {
    INFO("row " << row.outcome);
    const std::string answer = sample.answer(request);
    CHECK(answer == row.outcome);
    seen.push_back(answer);
    row.repair(request);
  }
  CHECK(sample.answer(request) == "Ok");
  CHECK(seen == names_of(ledger::post_outcomes()));
}

TEST_CASE("a refused voucher leaves no trace", "[ledger][post]") {
  SampleBook sample;
  prepare_posting(sample);
  REQUIRE(sample.difference().empty());
  VoucherRequest request = worst_request();
  for (const std::vector<Row>& rows : {shape_rows(), state_rows()}) {
    for (const Row& row : rows) {
      REQUIRE(sample.answer(request) != "Ok");
      row.repair(request);
    }
  }
  const std::int64_t writes = sample.store().writes();
  CHECK(sample.difference().empty());
  CHECK(sample.store().writes() == writes);
}

TEST_CASE("every refusal of a voucher is described in two languages", "[ledger][post]") {
  check_descriptions(ledger::post_outcomes(), "ledger/post_outcome.h", "PostOutcome", "POST-");
  for (const OutcomeInfo& info : ledger::post_outcomes()) {
    CHECK(&ledger::info_of(static_cast<ledger::PostOutcome>(info.number)) == &info);
  }
}

TEST_CASE("all lines with problems are named, by their number from 1", "[ledger][post]") {
  SampleBook sample;
  VoucherRequest request = voucher("2016-05-01", {debit("", 1, ""), credit("1011", 0, ""), debit("", 1, "")});
  const std::vector<Problem> found = sample.problems(request);
  REQUIRE(found.size() == 3);
  CHECK(found[0].info->name == "AccountMissing");
  CHECK(found[0].place == "line 1");
  CHECK(found[1].place == "line 3");
  CHECK(found[2].info->name == "AmountZero");
  CHECK(found[2].place == "line 2");
}

TEST_CASE("limits of a voucher are exact", "[ledger][post]") {
  SampleBook sample;
  sample.today = day("2016-05-01");
  VoucherRequest request = transfer("2016-05-01", "1011", "3001", kMost, "");
  CHECK(sample.answer(request) == "Ok");
  request.date = plus_days(sample.today, 366);
  CHECK(sample.answer(request) == "Ok");
  request.date = plus_days(sample.today, 367);
  CHECK(sample.answer(request) == "DateTooFarAhead");

  request.date = sample.today;
  request.summary = std::string(600, 'x');
  CHECK(sample.answer(request) == "Ok");
  request.summary += 'x';
  CHECK(sample.answer(request) == "TextTooLong");

  VoucherRequest list = voucher("2016-05-01", {});
  list.lines.assign(ledger::kLinesMax - 1, debit("1011", 1, ""));
  list.lines.push_back(credit("3001", static_cast<std::int64_t>(ledger::kLinesMax) - 1, ""));
  CHECK(sample.answer(list) == "Ok");
  list.lines.insert(list.lines.begin(), debit("1011", 1, ""));
  list.lines.back().amount = Money::from_fen(ledger::kLinesMax);
  CHECK(sample.answer(list) == "TooManyLines");
}

TEST_CASE("an account takes totals up to the limit and not one fen more", "[ledger][post]") {
  SampleBook sample;
  sample.run(transfer("2016-05-01", "1011", "3001", kMost, "F1"));
  CHECK(sample.answer(transfer("2016-04-01", "1011", "2001", 1, "F1")) == "BalanceTooLarge");
  CHECK(sample.answer(transfer("2016-06-01", "1011", "2001", 1, "F2")) == "Ok");  // another fund, another cell
  sample.run(transfer("2016-03-01", "2001", "1011", kMost, "F1"));
  CHECK(sample.answer(transfer("2016-06-01", "2001", "1011", 1, "F1")) == "BalanceTooLarge");
  CHECK(sample.difference().empty());
}

}  // namespace mingzhang::tests
