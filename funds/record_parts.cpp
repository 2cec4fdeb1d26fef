// SPDX-License-Identifier: Apache-2.0
// Writing and reading the accounts of a movement.
#include "funds/record_parts.h"

namespace mingzhang::funds {

void write_accounts(JsonWriter& writer, const Accounts& accounts) {
  if (accounts.are_none()) return;
  writer.key("accounts");
  writer.begin_object();
  write_text(writer, "budget_credit", accounts.budget_credit);
  write_text(writer, "budget_debit", accounts.budget_debit);
  write_text(writer, "credit", accounts.credit);
  write_text(writer, "debit", accounts.debit);
  writer.end_object();
}

Accounts read_accounts(Members& members) {
  Accounts accounts;
  const JsonValue* value = members.take("accounts", false);
  if (value == nullptr) return accounts;
  Members inner(*value);
  accounts.budget_credit = inner.text("budget_credit", false);
  accounts.budget_debit = inner.text("budget_debit", false);
  accounts.credit = inner.text("credit", false);
  accounts.debit = inner.text("debit", false);
  if (!inner.is_complete()) members.fail();
  return accounts;
}

}  // namespace mingzhang::funds
