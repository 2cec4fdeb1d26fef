// SPDX-License-Identifier: Apache-2.0
// The vouchers and lines of a book: numbers without gaps, and lines collected for one bulk write.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "ledger/ledger_store.h"
#include "base/overlay.h"

namespace mingzhang::ledger {

/// INV-03: per month and type the numbers are 1, 2, 3 … without gaps.
class Postings {
 public:
  explicit Postings(LedgerStore& store) : store_(store) {}

  std::int64_t last_number(Month period, VoucherType type);
  const PostedVoucher* voucher(const VoucherName& name);

  /// Requires the next number of its month and type.
  void add(const PostedVoucher& voucher);
  void add_line(const PostedLine& line) { lines_.push_back(line); }
  void set_reversed_by(const VoucherName& name, std::int64_t seq);
  /// A line of this book, also one that has not been written yet; nothing where there is none.
  std::optional<PostedLine> line(LineId id);

  struct Mark {
    std::size_t vouchers, numbers, lines;
  };
  Mark mark() const { return Mark{vouchers_.mark(), number_undo_.size(), lines_.size()}; }
  void undo_to(const Mark& mark);
  void forget_undo();
  void flush();

 private:
  using NumberKey = std::pair<Month, VoucherType>;
  struct NameHash {
    std::size_t operator()(const VoucherName& name) const;
  };

  LedgerStore& store_;
  std::map<NumberKey, std::int64_t> last_numbers_;
  std::vector<std::pair<NumberKey, std::int64_t>> number_undo_;
  Overlay<VoucherName, PostedVoucher, NameHash> vouchers_;
  std::vector<PostedLine> lines_;
};

}  // namespace mingzhang::ledger
