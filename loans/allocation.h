// SPDX-License-Identifier: Apache-2.0
// Which part of a debt a payment meets first: an ordered table of ages and parts.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace mingzhang::loans {

/// How old a row is on the day of a payment.
enum class Age : std::uint8_t {
  PastDue = 1,  ///< due before that day 逾期
  Due,          ///< due on it 当期
  InAdvance,    ///< due later 提前
};

enum class PartKind : std::uint8_t { Penalty = 1, Fee, Interest, Principal };

/// One line of the table.
struct AllocationStep {
  Age age = Age::PastDue;
  PartKind part = PartKind::Penalty;
  friend bool operator==(AllocationStep, AllocationStep) = default;
};

enum class AllocationBy : std::uint8_t {
  Row = 1,  ///< one row is finished before the next 逐期
  Part,     ///< one part of all rows of an age before the next part 逐项
};

/// Which rows money in advance meets first.
enum class AdvanceRows : std::uint8_t {
  Next = 1,  ///< the next one, then those after it
  Last,      ///< the last one, then those before it
};

inline constexpr std::array<AllocationStep, 12> kUsualSteps{{{Age::PastDue, PartKind::Penalty},
                                                             {Age::PastDue, PartKind::Fee},
                                                             {Age::PastDue, PartKind::Interest},
                                                             {Age::PastDue, PartKind::Principal},
                                                             {Age::Due, PartKind::Penalty},
                                                             {Age::Due, PartKind::Fee},
                                                             {Age::Due, PartKind::Interest},
                                                             {Age::Due, PartKind::Principal},
                                                             {Age::InAdvance, PartKind::Penalty},
                                                             {Age::InAdvance, PartKind::Fee},
                                                             {Age::InAdvance, PartKind::Interest},
                                                             {Age::InAdvance, PartKind::Principal}}};

/// The table. By default row after row, and in each penalties, fees, interest, principal.
/// Example: two rows are past due with 10.00 of interest and 100.00 of principal each, and 30.00 come. By row the first
/// row gets 10.00 of interest and 20.00 of principal; by part 10.00 of interest on each row and 10.00 of principal.
struct AllocationOrder {
  std::array<AllocationStep, 12> steps = kUsualSteps;
  AllocationBy by = AllocationBy::Row;
  AdvanceRows advance = AdvanceRows::Next;
  friend bool operator==(const AllocationOrder&, const AllocationOrder&) = default;
};

/// Another table from so many days overdue on. That lenders put principal first there is practice, not a rule that we
/// could cite (假设, not a norm): hence data of the contract, without a default.
struct OverdueAllocation {
  int days = 90;  ///< since the due day of the oldest row that is not wholly paid; due 03-21, paid 03-22 → 1
  AllocationOrder order;
  friend bool operator==(const OverdueAllocation&, const OverdueAllocation&) = default;
};

/// Each of the twelve lines once; by row the lines of one age stand together, since a row has one age.
bool is_complete(const AllocationOrder& order);

/// "past_due_interest", "in_advance_principal" and the like: how a line is written in documents and records.
std::string_view word_of(AllocationStep step);
std::optional<AllocationStep> parse_allocation_step(std::string_view word);

}  // namespace mingzhang::loans
