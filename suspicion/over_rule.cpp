// SPDX-License-Identifier: Apache-2.0
// Compares a benefit with its rule and its cost.
#include "suspicion/over_rule.h"

#include <string>
#include <utility>

namespace mingzhang::suspicion {

void OverRule::see(const Granted& granted) {
  const Money amount = granted.payment.amount;
  const bool is_over_rule = granted.rule_amount && amount > *granted.rule_amount;
  const bool is_over_cost = amount > granted.eligible;
  if (!is_over_rule && !is_over_cost) return;
  const std::string bound = to_yuan(is_over_rule ? *granted.rule_amount : granted.eligible);
  Hit hit;
  hit.zh = "补助 " + to_yuan(amount) + (is_over_rule ? "，规则算出 " : "，费用只有 ") + bound;
  hit.en = to_yuan(amount) + (is_over_rule ? " granted, the rule gives " : " granted for a cost of ") + bound;
  hit.items.push_back(item_of(granted.payment));
  hits_.push_back(std::move(hit));
}

}  // namespace mingzhang::suspicion
