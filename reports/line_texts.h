// SPDX-License-Identifier: Apache-2.0
// The words beside a posted line: its voucher's number, its summary, project and subject.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

#include "ledger/ledger_store.h"
#include "reports/voucher_reader.h"

namespace mingzhang::reports {

/// Reads each voucher's head, project and subject once. Store and reader must outlive it. A line whose record or name
/// is missing throws WorldError: the book is damaged.
class LineTexts {
 public:
  LineTexts(ledger::LedgerStore& store, VoucherReader& reader) : store_(store), reader_(reader) {}

  /// "记-0012".
  const std::string& voucher(const ledger::PostedLine& line) { return head_of(line.seq).number; }
  /// The line's own, else the voucher's.
  std::string summary(const ledger::PostedLine& line);
  /// "" for none.
  const std::string& project(ledger::ProjectId id);
  const std::string& subject(ledger::SubjectId id);

 private:
  struct Head {
    std::string number;
    std::string summary;
    ledger::LineId first_line;
  };
  const Head& head_of(std::int64_t seq);

  ledger::LedgerStore& store_;
  VoucherReader& reader_;
  std::unordered_map<std::int64_t, Head> heads_;
  std::unordered_map<std::int64_t, std::string> projects_;
  std::unordered_map<std::int64_t, std::string> subjects_;
};

}  // namespace mingzhang::reports
