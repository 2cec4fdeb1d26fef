// SPDX-License-Identifier: Apache-2.0
// Merging two sorted lists.
#include "loans/reconciliation.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "base/check.h"
#include "base/overloaded.h"
#include "base/word_table.h"

namespace mingzhang::loans {
namespace {

constexpr std::array kKinds{
    Word<DifferenceKind>{DifferenceKind::MissingHere, "missing_here", "本方没有"},
    Word<DifferenceKind>{DifferenceKind::MissingThere, "missing_there", "对方没有"},
    Word<DifferenceKind>{DifferenceKind::Twice, "twice", "对方重复"},
    Word<DifferenceKind>{DifferenceKind::Identity, "identity", "身份不符"},
    Word<DifferenceKind>{DifferenceKind::Status, "status", "状态不符"},
    Word<DifferenceKind>{DifferenceKind::Day, "date", "日期不符"},
    Word<DifferenceKind>{DifferenceKind::Amount, "amount", "金额不符"},
    Word<DifferenceKind>{DifferenceKind::Balance, "running_balance", "余额不连续"},
};

void sort_rows(std::vector<ReconciliationRow>& rows) {
  std::stable_sort(rows.begin(), rows.end(),
                   [](const ReconciliationRow& a, const ReconciliationRow& b) { return a.key < b.key; });
}

bool is_said(const ReconciliationCell& cell) { return !std::holds_alternative<std::monostate>(cell); }

bool are_equal(const ReconciliationCell& here, const ReconciliationCell& there, Money tolerance) {
  const auto* a = std::get_if<Money>(&here);
  const auto* b = std::get_if<Money>(&there);
  if (a == nullptr || b == nullptr) return here == there;
  const std::int64_t apart = a->fen() - b->fen();
  return (apart < 0 ? -apart : apart) <= tolerance.fen();
}

void compare(std::span<const ReconciliationField> fields, const ReconciliationRow& here, const ReconciliationRow& there,
             Money tolerance, std::vector<Difference>& found) {
  MZ_CHECK(here.cells.size() == fields.size() && there.cells.size() == fields.size());
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (!is_said(here.cells[i]) || !is_said(there.cells[i]) || are_equal(here.cells[i], there.cells[i], tolerance)) continue;
    found.push_back({here.key, fields[i].kind, fields[i].key, here.cells[i], there.cells[i], there.number});
  }
}

}  // namespace

std::string_view word_of(DifferenceKind kind) { return row_of(kKinds, kind).word; }
std::string_view chinese_of(DifferenceKind kind) { return row_of(kKinds, kind).chinese; }

std::string text_of(const ReconciliationCell& cell) {
  return std::visit(Overloaded{
                        [](std::monostate) { return std::string(); },
                        [](Money amount) { return to_yuan(amount); },
                        [](Date date) { return to_iso(date); },
                        [](std::int64_t number) { return std::to_string(number); },
                        [](const std::string& text) { return text; },
                    },
                    cell);
}

std::vector<Difference> differences_of(std::span<const ReconciliationField> fields, std::vector<ReconciliationRow> here,
                                       std::vector<ReconciliationRow> there, Money tolerance) {
  MZ_CHECK(!tolerance.is_negative());
  sort_rows(here);
  sort_rows(there);
  std::vector<Difference> found;
  std::size_t mine = 0;
  std::size_t theirs = 0;
  while (mine < here.size() || theirs < there.size()) {
    if (theirs == there.size() || (mine < here.size() && here[mine].key < there[theirs].key)) {
      found.push_back({here[mine].key, DifferenceKind::MissingThere, "", {}, {}, 0});
      ++mine;
      continue;
    }
    const ReconciliationRow& other = there[theirs];
    if (theirs > 0 && there[theirs - 1].key == other.key) {
      found.push_back({other.key, DifferenceKind::Twice, "", {}, {}, other.number});
    } else if (mine == here.size() || other.key < here[mine].key) {
      found.push_back({other.key, DifferenceKind::MissingHere, "", {}, {}, other.number});
    } else {
      compare(fields, here[mine], other, tolerance, found);
      ++mine;
    }
    ++theirs;
  }
  std::stable_sort(found.begin(), found.end(), [](const Difference& a, const Difference& b) {
    return std::tie(a.key, a.kind) < std::tie(b.key, b.kind);
  });
  return found;
}

Money total_of(std::span<const ReconciliationRow> rows, std::size_t field) {
  Money sum;
  for (const ReconciliationRow& row : rows) {
    if (const auto* amount = std::get_if<Money>(&row.cells[field])) sum += *amount;
  }
  return sum;
}

}  // namespace mingzhang::loans
