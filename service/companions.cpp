// SPDX-License-Identifier: Apache-2.0
// Compares vouchers with what the funds command before them asks for.
#include "service/companions.h"

#include <string>
#include <utility>
#include <vector>

#include "service/request_outcome.h"

namespace mingzhang::service {
namespace {

Problem problem(RequestOutcome outcome, std::string detail) { return Problem{&info_of(outcome), "", std::move(detail)}; }

/// The movement whose vouchers the record `seq` is one of, or null. Movements are numbered in the order of their records,
/// and their vouchers are the records behind them.
const funds::Movement* movement_of_voucher(std::int64_t seq, funds::Funds& funds) {
  std::int64_t before = 0;  // newest movement whose record is older than the voucher
  std::int64_t after = funds.movements().count() + 1;
  while (after - before > 1) {
    const std::int64_t middle = before + (after - before) / 2;
    (funds.movements().find_id(middle)->seq < seq ? before : after) = middle;
  }
  if (before == 0) return nullptr;
  const funds::Movement* movement = funds.movements().find_id(before);
  return seq <= movement->seq + movement->vouchers ? movement : nullptr;
}

/// A voucher that no command of funds/ has asked for must leave the funds' vouchers alone.
std::optional<Problem> check_free_voucher(const ledger::VoucherRequest& voucher, BookState& state) {
  if (voucher.source.empty() && !voucher.reverses) return std::nullopt;
  if (state.funds().movements().count() == 0) return std::nullopt;
  if (!voucher.source.empty() && state.funds().movements().find(voucher.source) != nullptr) {
    return problem(RequestOutcome::SourceTaken, voucher.source);
  }
  if (!voucher.reverses) return std::nullopt;
  const ledger::PostedVoucher* original = state.ledger().postings().voucher(*voucher.reverses);
  const funds::Movement* movement = original == nullptr ? nullptr : movement_of_voucher(original->seq, state.funds());
  if (movement == nullptr) return std::nullopt;
  return problem(RequestOutcome::ReversedByHand, to_text(*voucher.reverses) + " ← " + movement->code);
}

}  // namespace

std::optional<Problem> Companions::next(const Command& command, BookState& state) {
  const auto* voucher = as<ledger::VoucherRequest>(command);
  if (!expected_.empty()) {
    const ledger::VoucherRequest wanted = std::move(expected_.front());
    expected_.pop_front();
    if (voucher == nullptr) return problem(RequestOutcome::VoucherMissing, wanted.source);
    if (*voucher == wanted) return std::nullopt;
    return problem(RequestOutcome::VoucherDiffers, wanted.source);
  }
  if (voucher != nullptr) return check_free_voucher(*voucher, state);
  if (const auto* of_funds = std::get_if<funds::Command>(&command)) {
    for (ledger::VoucherRequest& wanted : funds::vouchers_of(*of_funds, state.funds())) {
      expected_.push_back(std::move(wanted));
    }
  }
  return std::nullopt;
}

std::optional<Problem> Companions::end() {
  if (expected_.empty()) return std::nullopt;
  const std::string source = expected_.front().source;
  expected_.clear();
  return problem(RequestOutcome::VoucherMissing, source);
}

}  // namespace mingzhang::service
