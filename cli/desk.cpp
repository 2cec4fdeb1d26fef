// SPDX-License-Identifier: Apache-2.0
// Opens databases for commands and submits what they ask for.
#include "cli/desk.h"

#include <utility>

#include "base/json.h"
#include "cli/exit_code.h"
#include "cli/receipt.h"
#include "service/drafts.h"
#include "service/people.h"
#include "service/reading/lists.h"
#include "service/reading/outcome.h"
#include "service/setup/setup.h"

namespace mingzhang::cli {

int Desk::refuse(const service::Refusal& refusal) { return exit_code_ = output_.refuse(refusal); }

bool Desk::has_database() {
  if (!options_.database.empty()) return true;
  refuse(usage_refusal("缺少 missing: --db URL, MINGZHANG_DB"));
  return false;
}

bool Desk::has_existing_database() {
  if (!has_database()) return false;
  if (backend_.exists(options_.database)) return true;
  refuse(service::refusal(service::ReadingOutcome::DatabaseMissing, ""));
  return false;
}

std::optional<service::OpenedDatabase> Desk::open_for_reading() {
  if (!has_database()) return std::nullopt;
  auto opened = service::open_database(backend_, options_.database, service::Access::Read);
  if (!opened) {
    refuse(opened.error());
    return std::nullopt;
  }
  note_if_moved(*opened);
  return std::move(opened).value();
}

/// Whoever reads a book that is written elsewhere should know that this is its past.
void Desk::note_if_moved(const service::OpenedDatabase& opened) {
  if (options_.book.empty()) return;
  opened.database->begin_read();
  if (const auto id = opened.database->find_book(options_.book)) {
    const ledger::BookStanding standing = opened.database->ledger(*id)->standing();
    if (standing.standing == ledger::Standing::Moved) {
      output_.note("注意：账套已迁往 " + plain(standing.place) + "，此处是旧账 this book has moved there; what is shown is its past");
    }
    if (standing.standing == ledger::Standing::Arriving) {
      output_.note("注意：账套正从 " + plain(standing.place) + " 迁来，尚未迁完 this book is still arriving from there");
    }
  }
  opened.database->rollback();
}

std::optional<OpenDesk> Desk::open_for_writing(service::Access access) {
  if (!has_database()) return std::nullopt;
  OpenDesk desk;
  if (options_.is_dry_run && access == service::Access::Create && !backend_.exists(options_.database)) {
    desk.opened = backend_.open_scratch();  // a trial makes no file
  } else {
    auto opened = service::open_database(backend_, options_.database, access);
    if (!opened) {
      refuse(opened.error());
      return std::nullopt;
    }
    desk.opened = std::move(opened).value();
  }
  service::OpenedDatabase written = desk.opened;
  if (options_.is_dry_run) {
    desk.dry_run = std::make_unique<service::DryRunDatabase>(*desk.opened.database);
    written.database = desk.dry_run.get();
  }
  desk.writer = std::make_unique<service::Writer>(written, clock_);
  return desk;
}

service::BookPlace Desk::place(const service::OpenedDatabase& opened) const {
  return service::BookPlace{opened, options_.book};
}

service::BookPlace Desk::place(OpenDesk& desk) const { return place(desk.opened); }

void Desk::complete(service::Request& request) const {
  if (request.book.empty()) request.book = options_.book;
  if (request.by.empty()) request.by = options_.user;
  request.approved_by = options_.approver;
  request.key = options_.key.empty() ? service::random_key() : options_.key;
}

int Desk::submit(service::Request request, service::Access access) {
  std::optional<OpenDesk> desk = open_for_writing(access);
  if (!desk) return exit_code_;
  return submit_on(*desk, std::move(request));
}

int Desk::submit_on(OpenDesk& desk, service::Request request) {
  complete(request);
  return submit_or_draft(desk, request);
}

int Desk::submit_or_draft(OpenDesk& desk, const service::Request& request) {
  if (!service::waits_for_approver(request)) return show(desk, desk.writer->submit(request));
  service::Drafts drafts(*desk.writer, clock_);
  return show_draft(drafts.submit(request.book, request.by, request.commands), "pending",
                    options_.is_dry_run ? "检查通过，未提交 checked, not submitted:" : "已提交，待审核 waits for approval:");
}

int Desk::show_draft(const Result<std::int64_t, service::Refusal>& draft, const char* state, const char* words) {
  if (!draft) return refuse(draft.error());
  JsonWriter writer;
  writer.begin_object();
  writer.key("draft");
  writer.integer(*draft);
  writer.key("dry_run");
  writer.boolean(options_.is_dry_run);
  writer.key("state");
  writer.text(state);
  writer.end_object();
  output_.data(output_.is_json() ? writer.take() : words + std::string(" draft ") + std::to_string(*draft));
  return kDone;
}

int Desk::submit(Result<service::Command, service::Refusal> command) {
  if (!command) return refuse(command.error());
  service::Request request;
  request.commands.push_back(std::move(command).value());
  return submit(std::move(request));
}

int Desk::show(OpenDesk& desk, const service::Answer& answer) {
  if (!answer) return refuse(answer.error());
  // What a trial wrote is gone, so its vouchers have no numbers to show.
  std::vector<std::string> vouchers;
  service::BookPlace where = place(desk);
  where.book = answer->book;
  if (!options_.is_dry_run) vouchers = service::voucher_names(where, *answer);
  output_.data(output_.is_json() ? receipt_json(*answer, vouchers, options_.is_dry_run)
                                 : receipt_text(*answer, vouchers, options_.is_dry_run));
  return kDone;
}

int Desk::show(const service::TextResult& text) {
  if (!text) return refuse(text.error());
  output_.data(*text);
  return kDone;
}

}  // namespace mingzhang::cli
