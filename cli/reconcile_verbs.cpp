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
#include "cli/seal_files.h"
#include "cli/secret.h"
#include "cli/verb.h"
#include "service/banks/given_list.h"
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

/// With --signature the file is looked at only when somebody whom --policy trusts has signed it for this purpose; the exit code
/// after a refusal.
std::optional<int> refused_signature(Desk& desk, const Values& values, const std::string& bytes, const service::ListSubject& subject) {
  if (!values.has("--signature") || !values.is_given("--signature")) return std::nullopt;
  const std::optional<std::string> signature = read_file_or_refuse(desk, values.text("--signature"));
  const std::optional<std::string> policy = signature ? read_file_or_refuse(desk, values.text("--policy")) : std::nullopt;
  if (!policy) return kNotFound;
  const service::TextResult checked = service::check_given(bytes, *signature, *policy, subject);
  return checked ? std::nullopt : std::optional(desk.output().refuse(checked.error()));
}

int reconcile(Desk& desk, const Values& values, const service::ListSubject& subject, const Reconcile& compare) {
  const std::string path = values.text("--file");
  const std::optional<std::string> bytes = read_file(path);
  if (!bytes) return desk.output().refuse(service::refusal(service::ReadingOutcome::FileMissing, path));
  if (const std::optional<int> code = refused_signature(desk, values, *bytes, subject)) return *code;
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
  const service::ListSubject subject{values.text("--date"), values.text("--bank"), ""};
  return reconcile(desk, values, subject, [&values](const service::BookPlace& place, const std::string& bytes, service::Format format) {
    return service::reconcile_register(place, bytes, {values.text("--bank"), values.text("--date"), values.text("--tolerance")},
                                       format);
  });
}

int of_subsidy(Desk& desk, const Values& values) {
  const service::ListSubject subject{"", "", values.text("CLAIM")};
  return reconcile(desk, values, subject, [&values](const service::BookPlace& place, const std::string& bytes, service::Format format) {
    return service::reconcile_subsidy(place, bytes, values.text("CLAIM"), values.text("--tolerance"), format);
  });
}

int of_statement(Desk& desk, const Values& values) {
  return reconcile(desk, values, {}, [&values](const service::BookPlace& place, const std::string& bytes, service::Format format) {
    return service::reconcile_statement(place, bytes, values.text("--account"), format);
  });
}

/// A new file and, with signers, FILE.sig beside it, the file first.
int give_list(Desk& desk, const Values& values) {
  const service::ListSubject subject{values.text("--date"), values.text("--bank"), values.text("--claim")};
  std::optional<service::Signers> signers = service::Signers();
  if (values.is_given("--signer")) signers = read_signers(desk, values);
  if (!signers) return kValidation;
  const std::optional<service::OpenedDatabase> opened = desk.open_for_reading();
  if (!opened) return desk.exit_code();
  const service::TextResult list = service::given_list(desk.place(*opened), subject);
  if (!list) return desk.output().refuse(list.error());
  const service::TextResult note = service::signed_list(*list, service::purpose_of(subject), values.text("--name"), *signers);
  if (!note) return desk.output().refuse(note.error());
  const std::string path = values.text("--out");
  if (!write_file(path, [&](const WritePiece& write) { write(*list); return true; })) return refuse_file(desk, path);
  const std::string signature = path + ".sig";
  if (!note->empty() && !write_file(signature, [&](const WritePiece& write) { write(*note); return true; })) return refuse_file(desk, signature);
  desk.output().note("清单 list: " + plain(path) + (note->empty() ? "" : "，签名 signature: " + plain(signature)));
  return kDone;
}

}  // namespace

std::vector<Verb> reconcile_verbs() {
  const OptionSpec file = required_option("--file", "FILE", "对方的 CSV 文件，列序不限，中英文列名均可 the other side's CSV file; columns in any order");
  const OptionSpec tolerance = optional_option("--tolerance", "AMOUNT", "金额容差（默认 0.00） amounts that may differ; 0.00 by default");
  const OptionSpec record_as = optional_option("--record", "CODE", "以此编号记入账套，成为工作单 record it in the book under this code, as a work list");
  const OptionSpec replaces = optional_option("--replaces", "CODE", "替代同一对象、同一日期的一份对账 replaces a reconciliation of the same subject and day");
  const OptionSpec signature = optional_option("--signature", "FILE.sig", "对方对此文件的签名，不符即不对账 the other side's signature over the file; nothing is compared where it is wrong");
  const OptionSpec policy = optional_option("--policy", "FILE", "信任策略，其中有对方的公钥 trust policy with the other side's key");
  OptionSpec signer = signer_option();
  signer.is_required = false;
  return {
      {"reconcile", "give", "出具本方清单（CSV），可签名，供对方对账 our list for the other side's reconciliation, signed where keys are given",
       {required_option("--out", "FILE.csv", "写入的文件，签名在 FILE.csv.sig file to write; its signature is FILE.csv.sig"),
        optional_option("--date", "DATE", "贷款台账：至这一天日终 the register at the end of this day"),
        optional_option("--bank", "CODE", "只含这家银行的贷款 only loans of this bank"),
        optional_option("--claim", "CODE", "贴息清单 a subsidy claim instead"),
        optional_option("--name", "NAME", "签名的密钥名称 name of the signing keys"), signer, passphrase_option()},
       give_list},
      {"reconcile", "register", "贷款台账与银行清单对账；有差异时退出码 5 the register against the bank's list of loans; exit code 5 where they differ",
       {file, date_option(), optional_option("--bank", "CODE", "只含这家银行的贷款 only loans of this bank"), tolerance, record_as, replaces, signature, policy},
       of_register},
      {"reconcile", "subsidy", "贴息清单与银行清单对账 a subsidy claim against the bank's list",
       {word_argument("CLAIM", "贴息清单 claim"), file, tolerance, record_as, replaces, signature, policy}, of_subsidy},
      {"reconcile", "statement", "银行对账单：逐行核对余额，并与科目分录核对 a bank statement: running balances, then its rows against an account",
       {file, required_option("--account", "CODE", "科目 account"), record_as, replaces}, of_statement},
  };
}

}  // namespace mingzhang::cli
