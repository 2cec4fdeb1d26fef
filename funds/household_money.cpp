// SPDX-License-Identifier: Apache-2.0
// Joins rows and benefits of a household with their lists, indicators and payments.
#include "funds/household_money.h"

#include "base/check.h"

namespace mingzhang::funds {
namespace {

void add_payment(HouseholdMoney& money, MovementId paid_by, FundsStore& store) {
  if (paid_by.is_none()) return;
  const std::optional<Movement> payment = store.movement(paid_by);
  MZ_CHECK(payment.has_value());
  money.source = payment->code;
  money.first_voucher = payment->seq + 1;  // the vouchers follow the record of their command
  money.vouchers = payment->vouchers;
}

void add_indicator(HouseholdMoney& money, IndicatorId id, FundsStore& store) {
  const std::optional<Indicator> indicator = store.indicator(id);
  MZ_CHECK(indicator.has_value());
  money.indicator = indicator->code;
  money.document = indicator->document;
}

HouseholdMoney money_of(const ListRow& row, FundsStore& store) {
  const std::optional<DisbursementList> list = store.list(row.key.list);
  MZ_CHECK(list.has_value());
  HouseholdMoney money;
  money.code = list->code;
  money.row = row.key.number;
  money.title = list->title;
  money.person = row.person;
  money.date = list->date;
  money.amount = row.amount;
  money.state = row.state;
  money.is_withdrawn = list->is_withdrawn;
  money.rule_seq = list->seq;
  add_indicator(money, list->indicator, store);
  add_payment(money, row.paid_by, store);
  return money;
}

HouseholdMoney money_of(const Benefit& benefit, FundsStore& store) {
  const std::optional<Movement> movement = store.movement(benefit.movement);
  MZ_CHECK(movement.has_value());
  HouseholdMoney money;
  money.code = movement->code;
  money.title = benefit.programme;
  money.person = benefit.person;
  money.date = benefit.date;
  money.amount = benefit.amount - movement->taken_back;
  money.state = RowState::Paid;
  money.rule_seq = movement->seq;
  add_indicator(money, movement->indicator, store);
  add_payment(money, benefit.movement, store);
  return money;
}

}  // namespace

std::vector<HouseholdMoney> money_of_household(FundsStore& store, std::string_view household) {
  std::vector<HouseholdMoney> result;
  for (const ListRow& row : store.rows_of_household(household)) result.push_back(money_of(row, store));
  for (const Benefit& benefit : store.benefits_of_household(household)) result.push_back(money_of(benefit, store));
  return result;
}

}  // namespace mingzhang::funds
