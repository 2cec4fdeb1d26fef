// SPDX-License-Identifier: Apache-2.0
// Sentences for the table of payments.
#include "loans/allocation_words.h"

#include <cstddef>
#include <span>

#include "base/check.h"

namespace mingzhang::loans {
namespace {

PolicyWords words_of(Age age) {
  switch (age) {
    case Age::PastDue:
      return {"逾期", "past due"};
    case Age::Due:
      return {"当期", "due"};
    case Age::InAdvance:
      return {"提前", "in advance"};
  }
  MZ_CHECK(false);
  return {};
}

PolicyWords words_of(PartKind part) {
  switch (part) {
    case PartKind::Penalty:
      return {"违约金", "penalties"};
    case PartKind::Fee:
      return {"费用", "fees"};
    case PartKind::Interest:
      return {"利息", "interest"};
    case PartKind::Principal:
      return {"本金", "principal"};
  }
  MZ_CHECK(false);
  return {};
}

void append(PolicyWords& list, const PolicyWords& more) {
  list.zh += (list.zh.empty() ? "" : "、") + more.zh;
  list.en += (list.en.empty() ? "" : ", ") + more.en;
}

/// "逾期利息、逾期本金": every line by its own.
PolicyWords by_part(std::span<const AllocationStep> steps) {
  PolicyWords list;
  for (const AllocationStep step : steps) {
    const PolicyWords age = words_of(step.age);
    const PolicyWords part = words_of(step.part);
    append(list, {age.zh + part.zh, part.en + " " + age.en});
  }
  return {"还款逐项抵偿，依次：" + list.zh, "payments meet one part of all rows before the next: " + list.en};
}

PolicyWords parts_of(std::span<const AllocationStep> steps) {
  PolicyWords list;
  for (const AllocationStep step : steps) append(list, words_of(step.part));
  return list;
}

/// Ages in their order, with the parts once where every age has the same order of them.
PolicyWords by_row(std::span<const AllocationStep> steps) {
  PolicyWords ages;
  PolicyWords each;
  const PolicyWords first = parts_of(steps.first(4));
  bool are_same = true;
  for (std::size_t from = 0; from < steps.size(); from += 4) {
    const PolicyWords age = words_of(steps[from].age);
    const PolicyWords parts = parts_of(steps.subspan(from, 4));
    are_same = are_same && parts.zh == first.zh;
    append(ages, age);
    each.zh += (from == 0 ? "" : "；") + age.zh + "依次" + parts.zh;
    each.en += (from == 0 ? "" : "; ") + age.en + ": " + parts.en;
  }
  if (are_same) {
    return {"还款依次抵" + ages.zh + "，逐期依次抵" + first.zh, "payments meet what is " + ages.en + ", row by row: " + first.en};
  }
  return {"还款逐期抵偿，" + each.zh, "payments meet row by row what is " + each.en};
}

PolicyWords words_of(const AllocationOrder& order, bool recalculates) {
  const std::span<const AllocationStep> steps(order.steps.data(), recalculates ? 8 : 12);
  PolicyWords words = order.by == AllocationBy::Row ? by_row(steps) : by_part(steps);
  if (recalculates) {
    words.zh += "，其余提前偿还当期本金";
    words.en += ", what is left repays principal of the running row";
  } else if (order.advance == AdvanceRows::Last) {
    words.zh += "，提前还款先抵最末一期";
    words.en += ", money in advance meets the last row first";
  }
  return words;
}

}  // namespace

void add_allocation_words(const RepaymentPolicy& policy, std::vector<PolicyWords>& words) {
  const bool recalculates = policy.recalculation != Recalculation::None;
  words.push_back(words_of(policy.allocation, recalculates));
  if (!policy.allocation_overdue) return;
  const PolicyWords later = words_of(policy.allocation_overdue->order, recalculates);
  const std::string days = std::to_string(policy.allocation_overdue->days);
  words.push_back({"逾期满 " + days + " 天起" + later.zh, "from " + days + " days overdue on " + later.en});
}

}  // namespace mingzhang::loans
