// SPDX-License-Identifier: Apache-2.0
// Compares vouchers with what the command before them asks for.
#include "service/companions.h"

#include <string>
#include <utility>
#include <vector>

#include "service/people.h"
#include "service/request_outcome.h"

namespace mingzhang::service {
namespace {

Problem problem(RequestOutcome outcome, std::string detail) { return Problem{&info_of(outcome), "", std::move(detail)}; }

/// The row of a register whose vouchers the record `seq` is one of, or null. Rows are numbered in the order of their
/// records, and their vouchers are the records behind them.
template <class Row>
const Row* row_of_voucher(std::int64_t seq, Register<Row>& rows) {
  std::int64_t before = 0;  // newest row whose record is older than the voucher
  std::int64_t after = rows.count() + 1;
  while (after - before > 1) {
    const std::int64_t middle = before + (after - before) / 2;
    (rows.find_id(middle)->seq < seq ? before : after) = middle;
  }
  if (before == 0) return nullptr;
  const Row* row = rows.find_id(before);
  return seq <= row->seq + row->vouchers ? row : nullptr;
}

/// A voucher that no row has asked for must leave the rows' vouchers alone.
template <class Row>
std::optional<Problem> check_free_voucher(const ledger::VoucherRequest& voucher, Register<Row>& rows, BookState& state) {
  if (rows.count() == 0) return std::nullopt;
  if (!voucher.source.empty() && rows.find(voucher.source) != nullptr) {
    return problem(RequestOutcome::SourceTaken, voucher.source);
  }
  if (!voucher.reverses) return std::nullopt;
  const ledger::PostedVoucher* original = state.ledger().postings().voucher(*voucher.reverses);
  const Row* row = original == nullptr ? nullptr : row_of_voucher(original->seq, rows);
  if (row == nullptr) return std::nullopt;
  return problem(RequestOutcome::ReversedByHand, to_text(*voucher.reverses) + " ← " + row->code);
}

std::optional<Problem> check_free_voucher(const ledger::VoucherRequest& voucher, BookState& state) {
  if (voucher.source.empty() && !voucher.reverses) return std::nullopt;
  if (auto found = check_free_voucher(voucher, state.funds().movements(), state)) return found;
  if (auto found = check_free_voucher(voucher, state.loans().steps(), state)) return found;
  return check_free_voucher(voucher, state.guarantee().movements(), state);
}

}  // namespace

std::optional<Problem> Companions::next(const Command& command, std::string_view by, BookState& state) {
  const auto* voucher = as<ledger::VoucherRequest>(command);
  if (!expected_.empty()) {
    const ledger::VoucherRequest wanted = std::move(expected_.front());
    expected_.pop_front();
    if (voucher == nullptr) return problem(RequestOutcome::VoucherMissing, wanted.source);
    if (*voucher == wanted) return std::nullopt;
    return problem(RequestOutcome::VoucherDiffers, wanted.source);
  }
  if (voucher != nullptr) {
    if (auto found = check_free_writer(by, state.ledger())) return found;
    return check_free_voucher(*voucher, state);
  }
  for (ledger::VoucherRequest& wanted : vouchers_of(command, state)) expected_.push_back(std::move(wanted));
  return std::nullopt;
}

std::optional<Problem> Companions::end() {
  if (expected_.empty()) return std::nullopt;
  const std::string source = expected_.front().source;
  expected_.clear();
  return problem(RequestOutcome::VoucherMissing, source);
}

}  // namespace mingzhang::service
