// SPDX-License-Identifier: Apache-2.0
// The two people of the demonstration and the few hand movements they repeat.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "funds/command.h"
#include "guarantee/command.h"
#include "loans/command.h"
#include "service/demo/demo.h"
#include "service/reading/reading.h"
#include "service/request.h"
#include "service/writer.h"

namespace mingzhang::service {

/// One book of the demonstration: who works on it, and what has gone wrong.
class DemoDesk {
 public:
  DemoDesk(const OpenedDatabase& opened, Writer& writer, std::string book, const Say& say)
      : place_{opened, std::move(book)}, writer_(writer), say_(say) {}

  /// Opens the book with a chart and appoints administrator, preparer and approver.
  void open(const std::string& title, Month start, const std::string& chart);
  /// The book uses a shipped pack from a day on; from then on its records take explanations of no other.
  void adopt(const std::string& pack, Date from);
  void add_fund(const std::string& code, const std::string& name, const std::string& document);
  void add_project(const std::string& code, const std::string& name);
  /// Posts vouchers, prepared by one and approved by another.
  void post(const std::vector<ledger::VoucherRequest>& vouchers);
  /// Changes of the register, with the values of the people whom they name.
  void enroll(std::vector<Command> commands, std::vector<households::PersonalValues> people);
  /// A command of the funds with the vouchers that move its money.
  void act(const funds::Command& command);
  /// Commands of the loans in their order, each with its vouchers, as one request.
  void lend(const std::vector<loans::Command>& commands);
  /// A command of guarantee pools and risk-compensation funds.
  void guard(const guarantee::Command& command);
  /// One command that the words were good for.
  void lend(const Result<loans::Command, Refusal>& command);
  /// Asks for something that must be refused, and shows the refusal. A success would be an error of the demonstration.
  void show_refusal(const std::string& what, const funds::Command& command);
  void show_refusal(const std::string& what, const loans::Command& command);
  void close(Month first, Month last);

  void say(const std::string& line) { say_(line); }
  const BookPlace& place() const { return place_; }
  /// Ends the demonstration with this refusal.
  void fail(Refusal refusal) {
    if (!failure_) failure_ = std::move(refusal);
  }
  /// The first unexpected refusal; after it nothing more is done.
  const std::optional<Refusal>& failure() const { return failure_; }

 private:
  void show_refused(const std::string& what, const Command& command);
  void submit(std::vector<Command> commands, const std::string& by, const std::string& approved_by,
              std::vector<households::PersonalValues> people = {});

  BookPlace place_;
  Writer& writer_;
  const Say& say_;
  std::int64_t requests_ = 0;
  std::optional<Refusal> failure_;
};

/// A voucher without lines.
ledger::VoucherRequest demo_voucher(ledger::VoucherType type, Date date, const std::string& summary);
/// Adds a line.
void add_line(ledger::VoucherRequest& voucher, ledger::Side side, const std::string& account, Money amount,
              const std::string& fund, const std::string& project = "", const std::string& subject = "");

}  // namespace mingzhang::service
