// SPDX-License-Identifier: Apache-2.0
// Reading through, undoing and flushing the projections of funds/.
#include "funds/funds.h"

#include <functional>
#include <utility>

#include "base/check.h"

namespace mingzhang::funds {
namespace {

constexpr std::size_t kSensibleRows = 400'000;

std::size_t hash_of(std::string_view text) { return std::hash<std::string_view>()(text); }

}  // namespace

std::size_t Funds::TargetHash::operator()(const TargetKey& key) const {
  return mix_hash(mix_hash(1, key.allocation.value), key.number);
}
std::size_t Funds::GateHash::operator()(const GateKey& key) const { return mix_hash(mix_hash(2, key.plan), key.number); }
std::size_t Funds::RowHash::operator()(const ListRowKey& key) const {
  return mix_hash(mix_hash(3, key.list.value), key.number);
}
std::size_t Funds::BenefitHash::operator()(const BenefitKey& key) const {
  return mix_hash(mix_hash(hash_of(key.programme), static_cast<std::int64_t>(hash_of(key.person))), key.year);
}

Funds::Funds(FundsStore& store)
    : store_(store),
      indicators_([&store](std::string_view code) { return store.indicator(code); },
                  [&store](std::int64_t id) { return store.indicator(IndicatorId{id}); }, store.indicator_count()),
      movements_([&store](std::string_view code) { return store.movement(code); },
                 [&store](std::int64_t id) { return store.movement(MovementId{id}); }, store.movement_count()),
      plans_([&store](std::string_view code) { return store.plan(code); },
             [&store](std::int64_t id) { return store.plan(ProjectPlanId{id}); }, store.plan_count()),
      lists_([&store](std::string_view code) { return store.list(code); },
             [&store](std::int64_t id) { return store.list(ListId{id}); }, store.list_count()),
      pots_(store) {}

const Target* Funds::target(const TargetKey& key) {
  return targets_.find(key, [&] { return store_.target(key); });
}

const Advance* Funds::advance(MovementId id) {
  return advances_.find(id.value, [&] { return store_.advance(id); });
}

const Gate* Funds::gate(const ProjectPlan& plan, std::int64_t number) {
  return gates_.find(GateKey{plan.id.value, number}, [&]() -> std::optional<Gate> {
    for (Gate& gate : store_.gates_of(plan.id)) {
      if (gate.number == number) return std::move(gate);
    }
    return std::nullopt;
  });
}

const ListRow* Funds::row(const ListRowKey& key) {
  return rows_.find(key, [&] { return store_.row(key); });
}

void Funds::load_rows(const DisbursementList& list) {
  if (!loaded_lists_.insert(list.id).second) return;
  store_.rows_of(list.id, [this](const ListRow& row) {
    rows_.find(row.key, [&row] { return std::optional<ListRow>(row); });
  });
}

const DisbursementList* Funds::list_with_digest(const std::string& digest) {
  const std::int64_t* id = digests_.find(digest, [&]() -> std::optional<std::int64_t> {
    const std::optional<DisbursementList> stored = store_.list_with_digest(digest);
    return stored ? std::optional(stored->id.value) : std::nullopt;
  });
  const DisbursementList* list = id == nullptr ? nullptr : lists_.find_id(*id);
  return list == nullptr || list->is_withdrawn ? nullptr : list;
}

const Benefit* Funds::benefit(const std::string& claim) {
  return benefits_.find(claim, [&] { return store_.benefit(claim); });
}

std::optional<Benefit> Funds::benefit_of(MovementId movement) {
  std::optional<Benefit> found = store_.benefit_of(movement);
  if (found) return found;
  benefits_.for_each_cached([&](const Benefit& benefit) {
    if (benefit.movement == movement) found = benefit;
  });
  return found;
}

BenefitTotal Funds::benefit_total(const BenefitKey& key) {
  const BenefitTotal* total = totals_.find(key, [&] { return store_.benefit_total(key); });
  return total == nullptr ? BenefitTotal{key, Money(), Money()} : *total;
}

void Funds::add_target(Target target) {
  const TargetKey key = target.key;
  MZ_CHECK(this->target(key) == nullptr);
  targets_.insert(key, std::move(target));
}

Target& Funds::change_target(const TargetKey& key) {
  MZ_CHECK(target(key) != nullptr);
  return targets_.change(key);
}

void Funds::add_advance(Advance advance) {
  const MovementId id = advance.id;
  MZ_CHECK(this->advance(id) == nullptr);
  advances_.insert(id.value, std::move(advance));
}

Advance& Funds::change_advance(MovementId id) {
  MZ_CHECK(advance(id) != nullptr);
  return advances_.change(id.value);
}

void Funds::add_gate(Gate gate) {
  const GateKey key{gate.plan.value, gate.number};
  gates_.find(key, [] { return std::optional<Gate>(); });
  gates_.insert(key, std::move(gate));
}

Gate& Funds::change_gate(const ProjectPlan& plan, std::int64_t number) {
  MZ_CHECK(gate(plan, number) != nullptr);
  return gates_.change(GateKey{plan.id.value, number});
}

void Funds::add_row(ListRow row) {
  const ListRowKey key = row.key;
  rows_.insert(key, std::move(row));
}

ListRow& Funds::change_row(const ListRowKey& key) {
  MZ_CHECK(row(key) != nullptr);
  return rows_.change(key);
}

void Funds::add_digest(const DisbursementList& list) {
  MZ_CHECK(list_with_digest(list.digest) == nullptr);  // INV-22
  const auto none = [] { return std::optional<std::int64_t>(); };
  if (std::int64_t* known = digests_.find_for_change(list.digest, none)) {
    *known = list.id.value;
  } else {
    digests_.insert(list.digest, list.id.value);
  }
}

void Funds::add_benefit(Benefit benefit) {
  const std::string claim = benefit.claim;
  MZ_CHECK(this->benefit(claim) == nullptr);  // INV-22
  benefits_.insert(claim, std::move(benefit));
}

BenefitTotal& Funds::total_for_change(const BenefitKey& key) {
  if (BenefitTotal* found = totals_.find_for_change(key, [&] { return store_.benefit_total(key); })) return *found;
  return totals_.insert(key, BenefitTotal{key, Money(), Money()});
}

void Funds::add_to_benefit_total(const BenefitKey& key, Money claimed, Money paid) {
  BenefitTotal& total = total_for_change(key);
  total.claimed += claimed;
  total.paid += paid;
}

void Funds::take_from_benefit_total(const BenefitKey& key, Money claimed, Money paid) {
  BenefitTotal& total = total_for_change(key);
  total.claimed -= claimed;
  total.paid -= paid;
  MZ_CHECK(!total.claimed.is_negative());  // INV-24
  MZ_CHECK(!total.paid.is_negative());
}

Funds::Mark Funds::mark() const {
  return Mark{indicators_.mark(), movements_.mark(), plans_.mark(), lists_.mark(),   pots_.mark(),     targets_.mark(),
              advances_.mark(),   gates_.mark(),     rows_.mark(),  digests_.mark(), benefits_.mark(), totals_.mark()};
}

void Funds::undo_to(const Mark& mark) {
  indicators_.undo_to(mark.indicators);
  movements_.undo_to(mark.movements);
  plans_.undo_to(mark.plans);
  lists_.undo_to(mark.lists);
  pots_.undo_to(mark.pots);
  targets_.undo_to(mark.targets);
  advances_.undo_to(mark.advances);
  gates_.undo_to(mark.gates);
  rows_.undo_to(mark.rows);
  digests_.undo_to(mark.digests);
  benefits_.undo_to(mark.benefits);
  totals_.undo_to(mark.totals);
}

void Funds::forget_undo() {
  indicators_.forget_undo();
  movements_.forget_undo();
  plans_.forget_undo();
  lists_.forget_undo();
  pots_.forget_undo();
  targets_.forget_undo();
  advances_.forget_undo();
  gates_.forget_undo();
  rows_.forget_undo();
  digests_.forget_undo();
  benefits_.forget_undo();
  totals_.forget_undo();
}

void Funds::flush() {
  const auto indicators = indicators_.take_pending();
  store_.insert_indicators(indicators.first);
  store_.update_indicators(indicators.second);
  const auto movements = movements_.take_pending();
  store_.insert_movements(movements.first);
  store_.update_movements(movements.second);
  const auto plans = plans_.take_pending();
  store_.insert_plans(plans.first);
  store_.update_plans(plans.second);
  const auto lists = lists_.take_pending();
  store_.insert_lists(lists.first);
  store_.update_lists(lists.second);
  const auto targets = targets_.take_pending();
  store_.insert_targets(targets.first);
  store_.update_targets(targets.second);
  const auto advances = advances_.take_pending();
  store_.insert_advances(advances.first);
  store_.update_advances(advances.second);
  const auto gates = gates_.take_pending();
  store_.insert_gates(gates.first);
  store_.update_gates(gates.second);
  const auto rows = rows_.take_pending();
  store_.insert_rows(rows.first);
  store_.update_rows(rows.second);
  rows_.clear();  // a list is read again by whoever pays it
  loaded_lists_.clear();
  digests_.take_pending();
  store_.insert_benefits(benefits_.take_pending().first);
  const auto totals = totals_.take_pending();
  store_.insert_benefit_totals(totals.first);
  store_.update_benefit_totals(totals.second);
  pots_.flush();
}

bool Funds::is_large() const {
  return movements_.size() + targets_.size() + gates_.size() + rows_.size() + digests_.size() + benefits_.size() +
             totals_.size() + pots_.size() >
         kSensibleRows;
}

}  // namespace mingzhang::funds
