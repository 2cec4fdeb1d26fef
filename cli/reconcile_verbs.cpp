// SPDX-License-Identifier: Apache-2.0
// Reconciling a bank's files with the books. Nothing is booked; exit code 5 says that there is a work list.
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "cli/exit_code.h"
#include "cli/file.h"
#include "cli/fund_options.h"
#include "cli/listing.h"
#include "cli/verb.h"
#include "service/banks/reconciliation.h"
#include "service/reading/outcome.h"

namespace mingzhang::cli {
namespace {

using Reconcile =
    std::function<service::ReconciledResult(const service::BookPlace& place, const std::string& bytes, service::Format format)>;

int reconcile(Desk& desk, const Values& values, const Reconcile& compare) {
  const std::string path = values.text("--file");
  const std::optional<std::string> bytes = read_file(path);
  if (!bytes) return desk.output().refuse(service::refusal(service::ReadingOutcome::FileMissing, path));
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
  return {
      {"reconcile", "register", "贷款台账与银行清单对账；有差异时退出码 5 the register against the bank's list of loans; exit code 5 where they differ",
       {file, date_option(), optional_option("--bank", "CODE", "只含这家银行的贷款 only loans of this bank"), tolerance}, of_register},
      {"reconcile", "subsidy", "贴息清单与银行清单对账 a subsidy claim against the bank's list",
       {word_argument("CLAIM", "贴息清单 claim"), file, tolerance}, of_subsidy},
      {"reconcile", "statement", "银行对账单：逐行核对余额，并与科目分录核对 a bank statement: running balances, then its rows against an account",
       {file, required_option("--account", "CODE", "科目 account")}, of_statement},
  };
}

}  // namespace mingzhang::cli
