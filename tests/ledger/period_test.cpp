// SPDX-License-Identifier: Apache-2.0
// INV-08: months close in order, reopen in the opposite order, and refuse postings while they are closed.
#include <string>

#include "tests/ledger/sample_book.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {
namespace {

using ledger::ChangePeriod;
using ledger::PeriodAction;

std::string change(SampleBook& sample, std::string_view iso, PeriodAction action) {
  return sample.answer(ChangePeriod{month(iso), action, "样例"});
}

std::string post(SampleBook& sample, std::string_view iso) {
  return sample.answer(transfer(iso, "1011", "3001", 100, "F1"));
}

}  // namespace

TEST_CASE("INV-08 a closed period refuses postings until it is reopened, a locked one for ever", "[ledger][period]") {
  SampleBook sample;
  sample.change_period("2016-01", PeriodAction::Close);
  CHECK(post(sample, "2016-01-31") == "PeriodClosed");
  CHECK(post(sample, "2016-02-01") == "Ok");
  sample.change_period("2016-01", PeriodAction::Reopen);
  CHECK(post(sample, "2016-01-31") == "Ok");
  sample.change_period("2016-01", PeriodAction::Close);
  sample.change_period("2016-01", PeriodAction::Lock);
  CHECK(post(sample, "2016-01-31") == "PeriodLocked");
  CHECK(change(sample, "2016-01", PeriodAction::Reopen) == "AlreadyLocked");
  CHECK(change(sample, "2016-01", PeriodAction::Lock) == "AlreadyLocked");
  sample.flush();
  sample.reopen();
  CHECK(post(sample, "2016-01-31") == "PeriodLocked");
  CHECK(post(sample, "2016-02-01") == "Ok");
  CHECK(sample.difference() == "");
}

TEST_CASE("INV-08 a reversal goes into an open period", "[ledger][period]") {
  SampleBook sample;
  sample.run(transfer("2016-01-10", "1011", "3001", 100, "F1"));
  sample.change_period("2016-01", PeriodAction::Close);
  const ledger::Voucher original{sample.naive().request(0), 1};
  CHECK(sample.answer(ledger::reversal_of(original, day("2016-01-10"), "样例")) == "PeriodClosed");
  sample.run(ledger::reversal_of(original, day("2016-02-01"), "样例"));
  CHECK(sample.difference() == "");
}

TEST_CASE("INV-08 months close and lock in order and reopen from the last", "[ledger][period]") {
  SampleBook sample;
  CHECK(change(sample, "2016-02", PeriodAction::Close) == "EarlierOpen");  // months without vouchers count too
  sample.change_period("2016-01", PeriodAction::Close);
  sample.change_period("2016-02", PeriodAction::Close);
  sample.change_period("2016-03", PeriodAction::Close);
  CHECK(change(sample, "2016-02", PeriodAction::Lock) == "EarlierOpen");
  CHECK(change(sample, "2016-02", PeriodAction::Reopen) == "LaterClosed");
  sample.change_period("2016-01", PeriodAction::Lock);
  sample.change_period("2016-03", PeriodAction::Reopen);
  sample.change_period("2016-02", PeriodAction::Reopen);
  CHECK(change(sample, "2016-03", PeriodAction::Close) == "EarlierOpen");
  CHECK(change(sample, "2016-02", PeriodAction::Close) == "Ok");
  CHECK(sample.difference() == "");
}

TEST_CASE("a month can be closed on the day after its last", "[ledger][period]") {
  SampleBook sample;
  sample.change_period("2016-01", PeriodAction::Close);
  sample.today = day("2016-02-29");
  CHECK(change(sample, "2016-02", PeriodAction::Close) == "NotOver");
  sample.today = day("2016-03-01");
  CHECK(change(sample, "2016-02", PeriodAction::Close) == "Ok");
}

TEST_CASE("the digest of a close covers one line per account and fund, by code", "[ledger][period]") {
  SampleBook sample;
  CHECK(ledger::trial_balance_bytes(month("2016-01"), sample.book()).empty());
  sample.run(transfer("2016-01-10", "1002", "3001", 100, "F2"));
  sample.run(transfer("2016-02-10", "5001", "1002", 30, "F2"));
  sample.run(transfer("2016-02-11", "1002", "2001", 7, ""));
  const std::string january =
      R"({"account":"1002","credit":0,"debit":100,"fund":"F2","opening_credit":0,"opening_debit":0})" "\n"
      R"({"account":"3001","credit":100,"debit":0,"fund":"F2","opening_credit":0,"opening_debit":0})" "\n";
  const std::string february =
      R"({"account":"1002","credit":0,"debit":7,"opening_credit":0,"opening_debit":0})" "\n"
      R"({"account":"1002","credit":30,"debit":0,"fund":"F2","opening_credit":0,"opening_debit":100})" "\n"
      R"({"account":"2001","credit":7,"debit":0,"opening_credit":0,"opening_debit":0})" "\n"
      R"({"account":"3001","credit":0,"debit":0,"fund":"F2","opening_credit":100,"opening_debit":0})" "\n"
      R"({"account":"5001","credit":0,"debit":30,"fund":"F2","opening_credit":0,"opening_debit":0})" "\n";
  CHECK(ledger::trial_balance_bytes(month("2016-01"), sample.book()) == january);
  CHECK(ledger::trial_balance_bytes(month("2016-02"), sample.book()) == february);
  // A month without movements of its own: everything is opening.
  const std::string april =
      R"({"account":"1002","credit":0,"debit":0,"opening_credit":0,"opening_debit":7})" "\n"
      R"({"account":"1002","credit":0,"debit":0,"fund":"F2","opening_credit":30,"opening_debit":100})" "\n"
      R"({"account":"2001","credit":0,"debit":0,"opening_credit":7,"opening_debit":0})" "\n"
      R"({"account":"3001","credit":0,"debit":0,"fund":"F2","opening_credit":100,"opening_debit":0})" "\n"
      R"({"account":"5001","credit":0,"debit":0,"fund":"F2","opening_credit":0,"opening_debit":30})" "\n";
  CHECK(ledger::trial_balance_bytes(month("2016-04"), sample.book()) == april);
  sample.flush();
  sample.reopen();
  CHECK(ledger::trial_balance_bytes(month("2016-02"), sample.book()) == february);
}

}  // namespace mingzhang::tests
