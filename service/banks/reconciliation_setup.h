// SPDX-License-Identifier: Apache-2.0
// From words that a person types to recorded reconciliations, what becomes of their items, and signatures.
#pragma once

#include <string>

#include "base/date.h"
#include "service/banks/reconciliation.h"
#include "service/banks/subsidy_setup.h"

namespace mingzhang::service {

/// The comparison as a record under `code`; `replaces` may be empty. The writer refuses what is too long.
loans::Command record_of(const Reconciled& found, const std::string& code, const std::string& replaces);

/// What somebody does to items.
struct ItemWords {
  std::string reconciliation;
  std::string items;   ///< "1,3-5", or "all": every item that the action can be done to
  std::string date;    ///< empty: today
  std::string to;
  std::string note;
  std::string source;
};
/// `action`: assign 分派, resolve 解决, accept 说明 or reopen 重开.
NewLoanCommand handle_items(const BookPlace& place, const std::string& action, const ItemWords& words, Date today);

struct SignatureWords {
  std::string reconciliation;
  std::string side;  ///< here 本方 or there 对方
  std::string unit;
  std::string capacity;
  std::string document;
  std::string date;  ///< empty: today
};
NewLoanCommand sign_reconciliation(const SignatureWords& words, Date today);

}  // namespace mingzhang::service
