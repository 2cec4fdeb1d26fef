// SPDX-License-Identifier: Apache-2.0
// Recorded reconciliations: shown, worked off, signed by both sides.
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/file.h"
#include "cli/fund_options.h"
#include "cli/listing.h"
#include "cli/verb.h"
#include "service/banks/reconciliation_reading.h"
#include "service/banks/reconciliation_setup.h"
#include "service/reading/outcome.h"

namespace mingzhang::cli {
namespace {

int submit_made(Desk& desk, OpenDesk& open, service::NewLoanCommand made) {
  if (!made) return desk.output().refuse(made.error());
  return submit_with_vouchers(desk, open, service::Command(std::move(made).value()));
}

/// Runs a verb that does `action` to items.
std::function<int(Desk&, const Values&)> handling(const char* action) {
  return [action](Desk& desk, const Values& values) {
    std::optional<OpenDesk> open = desk.open_for_writing(service::Access::Write);
    if (!open) return desk.exit_code();
    const auto text = [&values](const char* name) { return values.has(name) ? values.text(name) : std::string(); };
    const service::ItemWords words{values.text("CODE"), values.text("--items"), values.text("--date"),
                                   text("--to"),        text("--note"),         text("--source")};
    return submit_made(desk, *open, service::handle_items(desk.place(*open), action, words, desk.clock().today()));
  };
}

int sign(Desk& desk, const Values& values) {
  std::optional<OpenDesk> open = desk.open_for_writing(service::Access::Write);
  if (!open) return desk.exit_code();
  const service::SignatureWords words{values.text("CODE"),       values.text("--side"),     values.text("--unit"),
                                      values.text("--capacity"), values.text("--document"), values.text("--date")};
  return submit_made(desk, *open, service::sign_reconciliation(words, desk.clock().today()));
}

int show(Desk& desk, const Values& values) {
  return show_list(desk, [&values](const service::BookPlace& place, service::Format format) {
    return service::show_reconciliation(place, values.text("CODE"), values.is_given("--open"), format);
  });
}

int verify(Desk& desk, const Values& values) {
  const std::string path = values.text("--file");
  const std::optional<std::string> bytes = read_file(path);
  if (!bytes) return desk.output().refuse(service::refusal(service::ReadingOutcome::FileMissing, path));
  return show_list(desk, [&](const service::BookPlace& place, service::Format format) {
    return service::verify_reconciliation(place, values.text("CODE"), *bytes, format);
  });
}

}  // namespace

std::vector<Verb> reconcile_list_verbs() {
  const OptionSpec code = word_argument("CODE", "对账编号 code of the reconciliation");
  const OptionSpec items = required_option("--items", "ITEMS", "序号，如 1,3-5；all 为全部可办的 items, e.g. 1,3-5; all: every one that this can be done to");
  const OptionSpec date = optional_option("--date", "DATE", "日期（默认今天） day; today by default");
  const OptionSpec note = required_option("--note", "TEXT", "原因 why");
  return {
      {"reconcile", "list", "列出记入账套的对账 list recorded reconciliations", {},
       [](Desk& desk, const Values&) { return show_list(desk, service::list_reconciliations); }},
      {"reconcile", "show", "工作单：未处理的在前，按处理人排列 the work list: what is open first, by who resolves it",
       {code, {"--open", ValueKind::Flag, false, "", "只列未处理的 only what is open"}}, show},
      {"reconcile", "verify", "核对是否当时对账的文件；不是则退出码 5 whether this is the file that was compared; exit code 5 where it is not",
       {code, required_option("--file", "FILE", "对方的文件 the other side's file")}, verify},
      {"reconcile", "assign", "分派：由哪个单位或岗位处理 say which unit or role resolves items",
       {code, items, required_option("--to", "UNIT", "单位或岗位 unit or role"), optional_option("--note", "TEXT", "说明 note"), date},
       handling("assign")},
      {"reconcile", "resolve", "已解决：写明业务单号、凭证字号或说明 mended: name the step, the voucher or how",
       {code, items, optional_option("--source", "CODE", "业务单号或凭证字号 code of the step, or the voucher's name"),
        optional_option("--note", "TEXT", "说明 note"), date},
       handling("resolve")},
      {"reconcile", "accept", "已说明：写明原因，不作改动 explained and left as it is", {code, items, note, date}, handling("accept")},
      {"reconcile", "reopen", "重开已解决、已说明的 reopen what was resolved or accepted", {code, items, note, date},
       handling("reopen")},
      {"reconcile", "sign", "一方签字（须两人）；双方签字即对平 sign for a side; two people; signed by both it is closed",
       {code, required_option("--side", "SIDE", "here 本方或 there 对方 this side or the other"),
        required_option("--unit", "UNIT", "签字单位 unit that signs"),
        required_option("--capacity", "JOB", "签字人职务，不写姓名 job of who signs; no name"),
        optional_option("--document", "NUMBER", "签字文件的文号 file number of the signed paper"), date},
       sign},
  };
}

}  // namespace mingzhang::cli
