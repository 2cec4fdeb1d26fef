// SPDX-License-Identifier: Apache-2.0
// Vouchers that wait for a second person, and looking at what was posted.
#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "base/json.h"
#include "cli/desk.h"
#include "cli/exit_code.h"
#include "cli/listing.h"
#include "cli/verb.h"
#include "cli/voucher_options.h"
#include "service/drafts.h"
#include "service/reading_draft.h"
#include "service/reading_outcome.h"
#include "service/reading_report.h"

namespace mingzhang::cli {
namespace {

std::optional<std::int64_t> number_of(Desk& desk, const Values& values) {
  const std::string text = values.text("N");
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc() && end == text.data() + text.size() && number > 0) return number;
  desk.output().refuse(service::refusal(service::ReadingOutcome::NumberBad, "N"));
  return std::nullopt;
}

/// What became of a draft that was not posted.
int show_draft(Desk& desk, const Result<std::int64_t, service::Refusal>& draft, const char* state, const char* words) {
  if (!draft) return desk.output().refuse(draft.error());
  JsonWriter writer;
  writer.begin_object();
  writer.key("draft");
  writer.integer(*draft);
  writer.key("dry_run");
  writer.boolean(desk.options().is_dry_run);
  writer.key("state");
  writer.text(state);
  writer.end_object();
  desk.output().data(desk.output().is_json() ? writer.take() : words + std::string(" draft ") + std::to_string(*draft));
  return kDone;
}

int run_submit(Desk& desk, const Values& values) {
  const auto voucher = service::voucher_request_of(new_voucher(values));
  if (!voucher) return desk.output().refuse(voucher.error());
  std::optional<OpenDesk> open = desk.open_for_writing(service::Access::Write);
  if (!open) return desk.exit_code();
  service::Drafts drafts(open->database(), *open->writer, desk.clock());
  return show_draft(desk, drafts.submit(desk.options().book, desk.options().user, {*voucher}), "pending",
                    desk.options().is_dry_run ? "检查通过，未提交 checked, not submitted:" : "已提交，待审核 waits for approval:");
}

int run_pending(Desk& desk, const Values&) {
  const std::optional<service::OpenedDatabase> opened = desk.open_for_reading();
  if (!opened) return desk.exit_code();
  service::Writer writer(*opened, desk.clock());  // writes nothing here
  const auto pending = service::Drafts(*opened->database, writer, desk.clock()).pending(desk.options().book);
  if (!pending) return desk.output().refuse(pending.error());
  return desk.show(service::show_drafts(desk.place(*opened), *pending, format_of(desk)));
}

int run_approve(Desk& desk, const Values& values) {
  const std::optional<std::int64_t> number = number_of(desk, values);
  if (!number) return kValidation;
  std::optional<OpenDesk> open = desk.open_for_writing(service::Access::Write);
  if (!open) return desk.exit_code();
  service::Drafts drafts(open->database(), *open->writer, desk.clock());
  return desk.show(*open, drafts.approve(desk.options().book, *number, desk.options().user));
}

int run_reject(Desk& desk, const Values& values) {
  const std::optional<std::int64_t> number = number_of(desk, values);
  if (!number) return kValidation;
  std::optional<OpenDesk> open = desk.open_for_writing(service::Access::Write);
  if (!open) return desk.exit_code();
  service::Drafts drafts(open->database(), *open->writer, desk.clock());
  return show_draft(desk, drafts.reject(desk.options().book, *number, desk.options().user, values.text("--reason")),
                    "rejected", "已退回 sent back:");
}

int run_list(Desk& desk, const Values& values) {
  return show_list(desk, [&values](const service::BookPlace& place, service::Format format) {
    return service::list_vouchers(place, values.text("--period"), format);
  });
}

int run_show(Desk& desk, const Values& values) {
  return show_list(desk, [&values](const service::BookPlace& place, service::Format format) {
    return service::show_voucher(place, values.text("NAME"), format);
  });
}

OptionSpec draft_argument() { return {"N", ValueKind::Argument, true, "", "待审单据的编号 number of the draft"}; }

}  // namespace

std::vector<Verb> draft_verbs() {
  return {
      {"voucher", "submit", "制单，交第二人审核 submit a voucher for approval", voucher_options(), run_submit},
      {"voucher", "pending", "列出待审单据及其全部分录 show what waits for approval", {}, run_pending},
      {"voucher", "approve", "审核入账，须为另一人 approve a draft and post it; not by its preparer", {draft_argument()},
       run_approve},
      {"voucher", "reject", "退回 send a draft back", {draft_argument(), reason_option(true)}, run_reject},
      {"voucher", "list", "列出凭证 list posted vouchers",
       {{"--period", ValueKind::Text, false, "MONTH", "只列某月，如 2016-10 of one month"}}, run_list},
      {"voucher", "show", "显示一张凭证 show one voucher as it is printed",
       {{"NAME", ValueKind::Argument, true, "", "凭证名，如 2016-10/记/12 name of the voucher"}}, run_show},
  };
}

}  // namespace mingzhang::cli
