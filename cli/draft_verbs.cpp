// SPDX-License-Identifier: Apache-2.0
// What waits for a second person, and looking at the vouchers that were posted.
#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "cli/desk.h"
#include "cli/exit_code.h"
#include "cli/listing.h"
#include "cli/verb.h"
#include "cli/voucher_options.h"
#include "service/drafts.h"
#include "service/reading/draft.h"
#include "service/reading/outcome.h"
#include "service/reading/report.h"

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

int run_submit(Desk& desk, const Values& values) {
  const auto voucher = service::voucher_request_of(new_voucher(values));
  if (!voucher) return desk.output().refuse(voucher.error());
  std::optional<OpenDesk> open = desk.open_for_writing(service::Access::Write);
  if (!open) return desk.exit_code();
  service::Request request;
  request.book = desk.options().book;
  request.by = desk.options().user;
  request.commands.emplace_back(*voucher);
  return desk.submit_or_draft(*open, request);
}

int run_pending(Desk& desk, const Values&) {
  const std::optional<service::OpenedDatabase> opened = desk.open_for_reading();
  if (!opened) return desk.exit_code();
  service::Writer writer(*opened, desk.clock());  // writes nothing here
  const auto pending = service::Drafts(writer, desk.clock()).pending(desk.options().book);
  if (!pending) return desk.output().refuse(pending.error());
  return desk.show(service::show_drafts(desk.place(*opened), *pending, format_of(desk)));
}

int run_approve(Desk& desk, const Values& values) {
  const std::optional<std::int64_t> number = number_of(desk, values);
  if (!number) return kValidation;
  std::optional<OpenDesk> open = desk.open_for_writing(service::Access::Write);
  if (!open) return desk.exit_code();
  service::Drafts drafts(*open->writer, desk.clock());
  return desk.show(*open, drafts.approve(desk.options().book, *number, desk.options().user));
}

int run_reject(Desk& desk, const Values& values) {
  const std::optional<std::int64_t> number = number_of(desk, values);
  if (!number) return kValidation;
  std::optional<OpenDesk> open = desk.open_for_writing(service::Access::Write);
  if (!open) return desk.exit_code();
  service::Drafts drafts(*open->writer, desk.clock());
  return desk.show_draft(drafts.reject(desk.options().book, *number, desk.options().user, values.text("--reason")),
                         "rejected", "已退回 sent back:");
}

int list_drafts(Desk& desk, const Values& values) {
  return show_list(desk, [&values](const service::BookPlace& place, service::Format format) {
    return service::list_vouchers(place, values.text("--period"), format);
  });
}

int show_draft(Desk& desk, const Values& values) {
  return show_list(desk, [&values](const service::BookPlace& place, service::Format format) {
    return service::show_voucher(place, values.text("NAME"), format);
  });
}

OptionSpec draft_argument() { return {"N", ValueKind::Argument, true, "", "待审单据的编号 number of the draft"}; }

}  // namespace

std::vector<Verb> draft_verbs() {
  return {
      {"voucher", "submit", "制单，交第二人审核 submit a voucher for approval", voucher_options(), run_submit},
      {"draft", "list", "列出待审单据及其全部内容 show what waits for approval, in full", {}, run_pending},
      {"draft", "approve", "审核入账，须为另一人 approve a draft and book it; not by its preparer", {draft_argument()}, run_approve},
      {"draft", "reject", "退回 send a draft back", {draft_argument(), reason_option(true)}, run_reject},
      {"voucher", "pending", "同 draft list the same as draft list", {}, run_pending},
      {"voucher", "approve", "同 draft approve the same as draft approve", {draft_argument()}, run_approve},
      {"voucher", "reject", "同 draft reject the same as draft reject", {draft_argument(), reason_option(true)}, run_reject},
      {"voucher", "list", "列出凭证 list posted vouchers",
       {{"--period", ValueKind::Text, false, "MONTH", "只列某月，如 2016-10 of one month"}}, list_drafts},
      {"voucher", "show", "显示一张凭证 show one voucher as it is printed",
       {{"NAME", ValueKind::Argument, true, "", "凭证名，如 2016-10/记/12 name of the voucher"}}, show_draft},
  };
}

}  // namespace mingzhang::cli
