// SPDX-License-Identifier: Apache-2.0
// Reconciling a bank's files with the books. Nothing is booked; exit code 5 says that there is a work list.
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/exit_code.h"
#include "cli/file.h"
#include "cli/fund_options.h"
#include "cli/listing.h"
#include "cli/verb.h"
#include "service/banks/reconciliation_setup.h"
#include "service/reading/outcome.h"
#include "service/setup/money_request.h"
#include "service/setup/setup.h"

namespace mingzhang::cli {
namespace {

using Reconcile =
    std::function<service::ReconciledResult(const service::BookPlace& place, const std::string& bytes, service::Format format)>;

/// Records what was found. JSON is one document, the comparison, so the receipt is shown to people only.
int record(Desk& desk, OpenDesk& open, const Values& values, const service::Reconciled& found) {
  service::MoneyOrder order{desk.options().key, desk.options().user, desk.options().approver};
  if (order.key.empty()) order.key = service::random_key();
  const service::Command command(service::record_of(found, values.text("--record"), values.text("--replaces")));
  const auto request = service::ordered(desk.place(open), command, order, desk.clock().today());
  if (!request) return desk.output().refuse(request.error());
  const service::Answer answer = open.writer->submit(*request);
  if (!answer) return desk.output().refuse(answer.error());
  return desk.output().is_json() ? kDone : desk.show(open, answer);
}

/// With --record the list is kept before it is shown, so that what is shown as JSON is kept for certain.
int compare_and_record(Desk& desk, const Values& values, const std::string& bytes, const Reconcile& compare) {
  std::optional<OpenDesk> open = desk.open_for_writing(service::Access::Write);
  if (!open) return desk.exit_code();
  service::ReconciledResult result = compare(desk.place(*open), bytes, format_of(desk));
  if (!result) return desk.output().refuse(result.error());
  if (!desk.output().is_json()) desk.show(service::TextResult(result->text));
  const int recorded = record(desk, *open, values, *result);
  if (recorded != kDone) return recorded;
  if (desk.output().is_json()) desk.show(service::TextResult(result->text));
  return result->differences > 0 ? kConflict : kDone;
}

int reconcile(Desk& desk, const Values& values, const Reconcile& compare) {
  const std::string path = values.text("--file");
  const std::optional<std::string> bytes = read_file(path);
  if (!bytes) return desk.output().refuse(service::refusal(service::ReadingOutcome::FileMissing, path));
  if (values.is_given("--record")) return compare_and_record(desk, values, *bytes, compare);
  const std::optional<service::OpenedDatabase> opened = desk.open_for_reading();
  if (!opened) return desk.exit_code();
  service::ReconciledResult result = compare(desk.place(*opened), *bytes, format_of(desk));
  if (!result) return desk.output().refuse(result.error());
  const std::int64_t differences = result->differences;
  const int shown = desk.show(service::TextResult(std::move(result->text)));
  return shown == 0 && differences > 0 ? kConflict : shown;
}

int of_register(Desk& desk, const Values& values) {
  return reconcile(desk, values, [&values](const service::BookPlace& place, const std::string& bytes, service::Format format) {
    return service::reconcile_register(place, bytes, {values.text("--bank"), values.text("--date"), values.text("--tolerance")},
                                       format);
  });
}

int of_subsidy(Desk& desk, const Values& values) {
  return reconcile(desk, values, [&values](const service::BookPlace& place, const std::string& bytes, service::Format format) {
    return service::reconcile_subsidy(place, bytes, values.text("CLAIM"), values.text("--tolerance"), format);
  });
}

int of_statement(Desk& desk, const Values& values) {
  return reconcile(desk, values, [&values](const service::BookPlace& place, const std::string& bytes, service::Format format) {
    return service::reconcile_statement(place, bytes, values.text("--account"), format);
  });
}

}  // namespace

std::vector<Verb> reconcile_verbs() {
  const OptionSpec file = required_option("--file", "FILE", "对方的 CSV 文件，列序不限，中英文列名均可 the other side's CSV file; columns in any order");
  const OptionSpec tolerance = optional_option("--tolerance", "AMOUNT", "金额容差（默认 0.00） amounts that may differ; 0.00 by default");
  const OptionSpec record_as = optional_option("--record", "CODE", "以此编号记入账套，成为工作单 record it in the book under this code, as a work list");
  const OptionSpec replaces = optional_option("--replaces", "CODE", "替代同一对象、同一日期的一份对账 replaces a reconciliation of the same subject and day");
  return {
      {"reconcile", "register", "贷款台账与银行清单对账；有差异时退出码 5 the register against the bank's list of loans; exit code 5 where they differ",
       {file, date_option(), optional_option("--bank", "CODE", "只含这家银行的贷款 only loans of this bank"), tolerance, record_as, replaces},
       of_register},
      {"reconcile", "subsidy", "贴息清单与银行清单对账 a subsidy claim against the bank's list",
       {word_argument("CLAIM", "贴息清单 claim"), file, tolerance, record_as, replaces}, of_subsidy},
      {"reconcile", "statement", "银行对账单：逐行核对余额，并与科目分录核对 a bank statement: running balances, then its rows against an account",
       {file, required_option("--account", "CODE", "科目 account"), record_as, replaces}, of_statement},
  };
}

}  // namespace mingzhang::cli
