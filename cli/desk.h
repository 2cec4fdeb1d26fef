// SPDX-License-Identifier: Apache-2.0
// What every command works with: the options before the verb, the store's doors, and where words go.
#pragma once

#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "base/clock.h"
#include "base/result.h"
#include "cli/output.h"
#include "service/backend.h"
#include "service/dry_run.h"
#include "service/reading/reading.h"
#include "service/request.h"
#include "service/writer.h"

namespace mingzhang::cli {

/// Options that every command understands.
struct GlobalOptions {
  std::string database;     ///< --db
  std::string book;         ///< --book
  std::string user;         ///< --as
  std::string approver;     ///< --approve-as
  std::string key;          ///< --key
  bool is_json = false;     ///< --json
  bool is_dry_run = false;  ///< --dry-run
};

/// A database that is open for writing, and its write path. With --dry-run nothing that it does is kept.
struct OpenDesk {
  service::OpenedDatabase opened;
  std::unique_ptr<service::DryRunDatabase> dry_run;
  std::unique_ptr<service::Writer> writer;

  ledger::Database& database() { return dry_run ? *dry_run : *opened.database; }
};

/// One run of the program.
class Desk {
 public:
  Desk(const service::Backend& backend, GlobalOptions options, Output& output, std::istream& input, Clock& clock)
      : backend_(backend), options_(std::move(options)), output_(output), input_(input), clock_(clock) {}

  const service::Backend& backend() const { return backend_; }
  const GlobalOptions& options() const { return options_; }
  Output& output() { return output_; }
  std::istream& input() { return input_; }
  Clock& clock() { return clock_; }

  /// Opens --db. A refusal has been shown where nothing is returned, and `exit_code` says which.
  std::optional<service::OpenedDatabase> open_for_reading();
  std::optional<OpenDesk> open_for_writing(service::Access access);
  /// The same for commands that hand the address on.
  bool has_database();
  bool has_existing_database();
  int exit_code() const { return exit_code_; }

  /// --book in a database that is open for reading.
  service::BookPlace place(const service::OpenedDatabase& opened) const;
  service::BookPlace place(OpenDesk& desk) const;

  /// The people and the key of this run.
  void complete(service::Request& request) const;
  /// Opens --db, submits and shows the receipt; the exit code. Where nothing but the second person is missing, the
  /// request waits for them as a draft.
  int submit(service::Request request, service::Access access = service::Access::Write);
  /// The same in a database that is open already.
  int submit_on(OpenDesk& desk, service::Request request);
  /// One command on --book.
  int submit(Result<service::Command, service::Refusal> command);
  /// The same for a request with its people and its key.
  int submit_or_draft(OpenDesk& desk, const service::Request& request);
  /// Says what became of a draft that was not booked.
  int show_draft(const Result<std::int64_t, service::Refusal>& draft, const char* state, const char* words);
  /// Shows a receipt or a refusal.
  int show(OpenDesk& desk, const service::Answer& answer);
  /// Shows a text or a refusal.
  int show(const service::TextResult& text);

 private:
  int refuse(const service::Refusal& refusal);
  void note_if_moved(const service::OpenedDatabase& opened);

  const service::Backend& backend_;
  GlobalOptions options_;
  Output& output_;
  std::istream& input_;
  Clock& clock_;
  int exit_code_ = 0;
};

}  // namespace mingzhang::cli
