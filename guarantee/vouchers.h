// SPDX-License-Identifier: Apache-2.0
// Building the vouchers that move the money of guarantees, and the beginnings of movements.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "guarantee/pool.h"
#include "ledger/voucher.h"

namespace mingzhang::guarantee {

/// A voucher line by line; a zero amount stands nowhere.
class MoneyVoucher {
 public:
  MoneyVoucher(ledger::VoucherType type, Date date, std::string summary, std::string source) {
    voucher_.type = type;
    voucher_.date = date;
    voucher_.summary = std::move(summary);
    voucher_.source = std::move(source);
  }
  void debit(const std::string& account, Money amount, const std::string& fund, const std::string& subject) {
    add(ledger::Side::Debit, account, amount, fund, subject);
  }
  void credit(const std::string& account, Money amount, const std::string& fund, const std::string& subject) {
    add(ledger::Side::Credit, account, amount, fund, subject);
  }
  /// None where there is no line.
  std::vector<ledger::VoucherRequest> take() {
    if (voucher_.lines.empty()) return {};
    return {std::move(voucher_)};
  }

 private:
  void add(ledger::Side side, const std::string& account, Money amount, const std::string& fund, const std::string& subject) {
    if (!amount.is_zero()) voucher_.lines.push_back(ledger::Line{side, amount, account, fund, "", subject, ""});
  }
  ledger::VoucherRequest voucher_;
};

/// What the movement of any command begins with; `command` has code and date.
template <class Command>
Movement movement_of(const Command& command, MovementKind kind, std::int64_t seq) {
  Movement movement;
  movement.code = command.code;
  movement.kind = kind;
  movement.seq = seq;
  movement.date = command.date;
  return movement;
}

}  // namespace mingzhang::guarantee
