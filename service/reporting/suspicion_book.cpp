// SPDX-License-Identifier: Apache-2.0
// Reads people, register, lists and benefits in single passes.
#include "service/reporting/suspicion_book.h"

#include <utility>

#include "audit/record.h"
#include "base/world_error.h"
#include "funds/progress.h"
#include "service/reading/voucher.h"

namespace mingzhang::service {
namespace {

using funds::Movement;
using funds::MovementKind;
using households::Status;

template <class T>
T required(std::optional<T> found) {
  if (!found) throw WorldError(WorldFault::Damaged, "a movement names what is not there; run verify");
  return *std::move(found);
}

/// The amount that an explanation gives to one benefit.
std::optional<Money> amount_in(const JsonValue& explanation) {
  const JsonValue* result = explanation.find("result");
  for (const char* key : {"benefit", "amount"}) {
    const JsonValue* member = result == nullptr ? nullptr : result->find(key);
    const std::string* text = member == nullptr ? nullptr : member->as_text();
    if (text == nullptr) continue;
    const Result<Money, AmountProblem> amount = parse_yuan(*text);
    if (amount) return *amount;
  }
  return std::nullopt;
}

}  // namespace

SuspicionBook::SuspicionBook(const BookPlace& place, BookReading& reading, Date as_of)
    : reading_(reading),
      as_of_(as_of),
      funds_(place.opened.funds->funds_of(reading.head.id)),
      register_(place.opened.registers->register_of(reading.head.id.value)),
      personal_(place.opened.registers->personal_of(reading.head.id.value)) {}

PeopleCount SuspicionBook::people(const VisitPerson& visit) {
  PeopleCount count;
  std::unordered_map<std::string, std::string> homes;
  register_->stays_on(as_of_, [&](const households::Stay& stay) {
    homes.emplace(stay.person, stay.household);
    ++count.registered;
  });
  personal_->for_each([&](const households::PersonalValues& values) {
    const auto home = homes.find(values.person);
    if (home != homes.end()) {
      ++count.with_values;
      visit(values, home->second);
      return;
    }
    // Somebody who has left, or comes later; there are few.
    const std::optional<households::Person> person = register_->person(values.person);
    if (person && person->since <= as_of_) visit(values, person->household);
  });
  return count;
}

suspicion::RegisterAtPayment SuspicionBook::register_days() {
  suspicion::RegisterAtPayment days;
  register_->spells_between(*Date::from_civil(1900, 1, 1), households::open_end(), [&days](const households::Spell& spell) {
    days.add_household(spell.household, spell.from);  // the first spell comes first
    days.add_class(spell.household, spell.state.household_class, spell.from, spell.to);
    if (spell.state.status == Status::Exited) days.add_left(spell.household, suspicion::Left::Exited, spell.from, spell.to);
    if (spell.state.status == Status::Removed) {
      days.add_left(spell.household, suspicion::Left::Removed, spell.from, spell.to);
    }
  });
  return days;
}

std::int64_t SuspicionBook::payments(const VisitPayment& visit) {
  std::int64_t count = 0;
  for (const funds::DisbursementList& list : funds_->lists()) {
    if (list.is_withdrawn || list.date > as_of_) continue;
    funds_->rows_of(list.id, [&](const funds::ListRow& row) {
      const bool is_paid = row.state == funds::RowState::Paid || row.state == funds::RowState::Repaid;
      if (!is_paid || row.changed > as_of_) return;
      ++count;
      visit({row.household, row.person, row.changed, row.amount, {row.paid_by.value, list.id.value, row.key.number}, list.date});
    });
  }
  return count + benefits([&visit](const funds::Benefit&, const suspicion::Payment& payment) { visit(payment); });
}

void SuspicionBook::waiting_rows(const VisitPayment& visit) {
  for (const funds::DisbursementList& list : funds_->lists()) {
    if (list.is_withdrawn || list.date > as_of_ || list.submitted.is_zero()) continue;
    const std::int64_t movement = source_of(list.code).movement;
    funds_->rows_of(list.id, [&](const funds::ListRow& row) {
      if (row.state != funds::RowState::Submitted) return;
      visit({row.household, row.person, row.changed, row.amount, {movement, list.id.value, row.key.number}});
    });
  }
}

std::int64_t SuspicionBook::benefits(const VisitBenefit& visit) {
  load_movements();
  std::int64_t count = 0;
  funds_->all_benefits([&](const funds::Benefit& benefit) {
    if (benefit.date > as_of_) return;
    const auto taken = taken_back_.find(benefit.movement.value);
    const Money left = taken == taken_back_.end() ? benefit.amount : benefit.amount - taken->second;
    if (left.is_zero()) return;
    ++count;
    visit(benefit, {benefit.household, benefit.person, benefit.date, left, {benefit.movement.value, 0, 0}});
  });
  return count;
}

std::optional<Money> SuspicionBook::rule_amount_of(const suspicion::Source& source) {
  const Movement movement = required(funds_->movement(funds::MovementId{source.movement}));
  std::optional<Money> amount;
  reading_.log.read(movement.seq, movement.seq + 1, [&](const audit::StoredRecord& record) {
    const auto parsed = audit::parse_record(record.bytes);
    if (!parsed) throw WorldError(WorldFault::Damaged, "record " + std::to_string(movement.seq) + " cannot be read; run verify");
    const JsonValue* explanation = parsed->data.find("explanation");
    if (explanation != nullptr) amount = amount_in(*explanation);
    return false;
  });
  return amount;
}

std::vector<suspicion::PaidList> SuspicionBook::paid_lists() {
  load_movements();
  std::vector<suspicion::PaidList> result;
  for (const funds::DisbursementList& list : funds_->lists()) {
    const auto payment = paid_.find(list.id.value);
    if (payment == paid_.end()) continue;
    const Movement& movement = payment->second;
    result.push_back({list.date, list.publicity_end, movement.date, movement.amount, {movement.id.value, list.id.value, 0}});
  }
  return result;
}

std::vector<suspicion::Spending> SuspicionBook::spendings() {
  load_movements();
  std::vector<suspicion::Spending> result;
  add_allocations(result);
  for (const Movement& movement : spent_) {
    const Money amount = left_of(movement);
    if (amount.is_zero()) continue;
    const auto target = funds_->target(funds::TargetKey{movement.allocation, movement.target});
    suspicion::Spending one;
    one.kind = std::string(chinese_of(movement.kind)) + " " + std::string(word_of(movement.kind));
    one.target = target ? target->subject : std::string();
    one.project = movement.project;
    if (movement.kind == MovementKind::Advance) one.payee = required(funds_->advance(movement.id)).payee;
    one.date = movement.date;
    one.amount = amount;
    one.source.movement = movement.id.value;
    result.push_back(std::move(one));
  }
  for (const suspicion::PaidList& list : paid_lists()) {
    const auto found = required(funds_->list(funds::ListId{list.source.list}));
    result.push_back({"发放清单 list", found.title, found.project, "", list.paid, list.amount, list.source, {}});
  }
  return result;
}

std::vector<suspicion::Evidence> SuspicionBook::evidence() {
  load_movements();
  LogVouchers vouchers(reading_.log);
  std::vector<suspicion::Evidence> result;
  for (const Movement& movement : spent_) {
    if (movement.kind == MovementKind::Advance || movement.vouchers == 0 || left_of(movement).is_zero()) continue;
    const auto voucher = required(vouchers.head_of(movement.seq + 1));
    for (const std::string& digest : voucher.voucher.request.attachments) {
      result.push_back({digest, movement.date, movement.amount, {movement.id.value, 0, 0}});
    }
  }
  return result;
}

std::vector<suspicion::IdleSum> SuspicionBook::idle_sums() {
  std::vector<suspicion::IdleSum> result;
  for (const funds::IdleMoney& one : funds::idle_money(*funds_, as_of_)) {
    std::string where = std::string(chinese_of(one.place)) + " " + one.code;
    if (one.target > 0) where += "/" + std::to_string(one.target);
    result.push_back({std::move(where), one.since, one.days, one.amount, source_of(one.code)});
  }
  return result;
}

const SuspicionBook::NamedMovement& SuspicionBook::named(std::int64_t movement) {
  const auto known = named_.find(movement);
  if (known != named_.end()) return known->second;
  const Movement found = required(funds_->movement(funds::MovementId{movement}));
  NamedMovement named{found.seq, found.code, ""};
  LogVouchers vouchers(reading_.log);
  for (std::int64_t i = 1; i <= found.vouchers; ++i) {
    const auto voucher = required(vouchers.head_of(found.seq + i));
    named.vouchers += (i == 1 ? "" : "、") + to_text(voucher.voucher.name());
  }
  return named_.emplace(movement, std::move(named)).first->second;
}

std::string SuspicionBook::list_code(std::int64_t list) {
  const auto known = list_codes_.find(list);
  if (known != list_codes_.end()) return known->second;
  return list_codes_.emplace(list, required(funds_->list(funds::ListId{list})).code).first->second;
}

void SuspicionBook::load_movements() {
  if (has_movements_) return;
  has_movements_ = true;
  funds_->all_movements([this](const Movement& movement) {
    if (movement.date > as_of_) return;
    switch (movement.kind) {
      case MovementKind::TakeBack: taken_back_[movement.cause.value] += movement.amount; return;
      case MovementKind::Payment: paid_.emplace(movement.list.value, movement); return;
      case MovementKind::Reimbursement:
      case MovementKind::Settlement:
      case MovementKind::Advance: spent_.push_back(movement); return;
      default: return;
    }
  });
}

Money SuspicionBook::left_of(const Movement& movement) const {
  const auto taken = taken_back_.find(movement.id.value);
  return taken == taken_back_.end() ? movement.amount : movement.amount - taken->second;
}

/// An allocation is approved as a whole, and counts once for each of its targets and projects.
void SuspicionBook::add_allocations(std::vector<suspicion::Spending>& result) {
  std::map<std::pair<std::int64_t, std::string>, suspicion::Spending> targets;
  std::map<std::pair<std::int64_t, std::string>, suspicion::Spending> projects;
  std::map<std::int64_t, Money> totals;
  for (const funds::Target& target : funds_->targets()) {
    if (target.date > as_of_) continue;
    const std::int64_t allocation = target.key.allocation.value;
    totals[allocation] += target.amount;
    const suspicion::Spending part{"拨付 allocation", "", "", "", target.date, Money(), {allocation, 0, 0}, {}};
    suspicion::Spending& of_target = targets.emplace(std::pair(allocation, target.subject), part).first->second;
    of_target.target = target.subject;
    of_target.amount += target.amount;
    if (target.project.empty()) continue;
    suspicion::Spending& of_project = projects.emplace(std::pair(allocation, target.project), part).first->second;
    of_project.project = target.project;
    of_project.amount += target.amount;
  }
  for (auto* parts : {&targets, &projects}) {
    for (auto& [key, part] : *parts) {
      part.approved = totals.at(key.first);
      result.push_back(std::move(part));
    }
  }
}

suspicion::Source SuspicionBook::source_of(const std::string& code) {
  return {required(funds_->movement(code)).id.value, 0, 0};
}

}  // namespace mingzhang::service
