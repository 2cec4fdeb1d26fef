// SPDX-License-Identifier: Apache-2.0
// Looks for rows by walking over all of them, and writes them as text.
#include "tests/support/memory_funds_store.h"

#include <algorithm>

#include "base/text.h"

namespace mingzhang::tests {
namespace {

using funds::Advance;
using funds::Benefit;
using funds::BenefitKey;
using funds::BenefitTotal;
using funds::DisbursementList;
using funds::Gate;
using funds::Indicator;
using funds::IndicatorId;
using funds::ListId;
using funds::ListRow;
using funds::ListRowKey;
using funds::Movement;
using funds::MovementId;
using funds::Pot;
using funds::PotDay;
using funds::ProjectPlan;
using funds::ProjectPlanId;
using funds::Target;
using funds::VisitBenefit;
using funds::VisitMovement;
using funds::VisitPotDay;
using funds::VisitRow;

/// The cells of a row, separated by bars.
class Cells {
 public:
  explicit Cells(std::string table) : text_(std::move(table)) {}
  Cells& add(std::string_view text) {
    text_.append("|").append(text);
    return *this;
  }
  Cells& add(std::int64_t number) { return add(std::string_view(std::to_string(number))); }
  Cells& add(Money amount) { return add(amount.fen()); }
  Cells& add(Date date) { return add(std::string_view(to_iso(date))); }
  template <class Tag>
  Cells& add(Id<Tag> id) {
    return add(id.value);
  }
  template <class... Parts>
  Cells& all(const Parts&... parts) {
    (add(parts), ...);
    return *this;
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

}  // namespace

std::string text_of(const Indicator& row) {
  return Cells("indicator")
      .all(row.id, row.code, row.document, word_of(row.level), row.purpose, row.date, row.deadline, row.assumption,
           row.amount, row.allocated, row.returned, row.listed, row.benefits, row.carried, row.recovered, row.advanced,
           row.reimbursed, row.paid, row.seq)
      .text();
}

std::string text_of(const Movement& row) {
  return Cells("movement")
      .all(row.id, row.code, word_of(row.kind), row.seq, row.vouchers, row.date, row.indicator, row.into, row.allocation,
           row.target, row.list, row.cause, row.project, row.amount, row.taken_back)
      .text();
}

std::string text_of(const ProjectPlan& row) {
  return Cells("plan")
      .all(row.id, row.code, row.title, row.place, row.date, row.budget, row.gates, row.signed_gates, row.money_gate,
           row.seq)
      .text();
}

std::string text_of(const Gate& row) {
  return Cells("gate").all(row.plan, row.number, row.name, row.signed_on, row.signed_by, row.evidence, row.seq).text();
}

std::string text_of(const Target& row) {
  return Cells("target")
      .all(row.key.allocation, row.key.number, row.indicator, word_of(row.kind), row.subject, row.project, row.date,
           row.amount, row.returned, row.reimbursed, row.advanced, row.listed)
      .text();
}

std::string text_of(const Advance& row) {
  return Cells("advance")
      .all(row.id, row.code, row.target.allocation, row.target.number, row.indicator, row.project, row.payee, row.date,
           row.amount, row.settled, row.returned)
      .text();
}

std::string text_of(const DisbursementList& row) {
  return Cells("list")
      .all(row.id, row.code, row.indicator, row.target.allocation, row.target.number, row.project, row.title, row.date,
           row.publicity_end, row.digest, row.rows, row.total, row.submitted, row.paid, row.returned, row.repaid,
           row.cancelled, std::int64_t{row.is_withdrawn}, row.seq)
      .text();
}

std::string text_of(const ListRow& row) {
  return Cells("row")
      .all(row.key.list, row.key.number, row.household, row.person, row.amount, to_hex(row.payee), word_of(row.state),
           row.changed, row.paid_by, row.reason)
      .text();
}

std::string text_of(const Benefit& row) {
  return Cells("benefit")
      .all(to_hex(row.claim), row.movement, row.programme, row.person, row.household, row.year, row.date, row.eligible,
           row.amount)
      .text();
}

std::string text_of(const BenefitTotal& row) {
  return Cells("total").all(row.key.programme, row.key.person, row.key.year, row.claimed, row.paid).text();
}

std::string text_of(const PotDay& row) {
  return Cells("pot")
      .all(static_cast<std::int64_t>(row.pot.kind), row.pot.owner, row.pot.number, row.date, row.received, row.used)
      .text();
}

namespace {

template <class Rows, class Wanted>
auto first_where(const Rows& rows, Wanted is_wanted) {
  auto found = rows.where(is_wanted);
  using Row = typename decltype(found)::value_type;
  return found.empty() ? std::optional<Row>() : std::optional<Row>(found.back());
}

template <class Rows>
auto by_code(const Rows& rows, std::string_view code) {
  return first_where(rows, [code](const auto& row) { return row.code == code; });
}

}  // namespace

std::vector<std::string> MemoryFundsStore::dump() const {
  std::vector<std::string> lines;
  const auto add = [&lines](const auto& table) {
    for (const auto& row : table.all()) lines.push_back(text_of(row));
  };
  add(indicators_);
  add(movements_);
  add(plans_);
  add(gates_);
  add(targets_);
  add(advances_);
  add(lists_);
  add(rows_);
  add(benefits_);
  add(totals_);
  add(pot_days_);
  return lines;
}

std::optional<Indicator> MemoryFundsStore::indicator(std::string_view code) { return by_code(indicators_, code); }
std::optional<Indicator> MemoryFundsStore::indicator(IndicatorId id) { return indicators_.find(id.value); }
std::optional<ProjectPlan> MemoryFundsStore::plan(std::string_view code) { return by_code(plans_, code); }
std::optional<ProjectPlan> MemoryFundsStore::plan(ProjectPlanId id) { return plans_.find(id.value); }
std::optional<DisbursementList> MemoryFundsStore::list(std::string_view code) { return by_code(lists_, code); }
std::optional<DisbursementList> MemoryFundsStore::list(ListId id) { return lists_.find(id.value); }
std::optional<Movement> MemoryFundsStore::movement(std::string_view code) { return by_code(movements_, code); }
std::optional<Movement> MemoryFundsStore::movement(MovementId id) { return movements_.find(id.value); }

std::optional<DisbursementList> MemoryFundsStore::list_with_digest(std::string_view digest) {
  return first_where(lists_, [digest](const DisbursementList& row) { return row.digest == digest; });
}

std::vector<Gate> MemoryFundsStore::gates_of(ProjectPlanId plan) {
  return gates_.where([plan](const Gate& row) { return row.plan == plan; });
}

std::optional<ListRow> MemoryFundsStore::row(const ListRowKey& key) { return rows_.find({key.list.value, key.number}); }

void MemoryFundsStore::rows_of(ListId list, const VisitRow& visit) {
  for (const ListRow& row : rows_.where([list](const ListRow& one) { return one.key.list == list; })) visit(row);
}

std::optional<Benefit> MemoryFundsStore::benefit_of(MovementId movement) {
  return first_where(benefits_, [movement](const Benefit& row) { return row.movement == movement; });
}

std::optional<BenefitTotal> MemoryFundsStore::benefit_total(const BenefitKey& key) {
  return totals_.find({key.programme, key.person, key.year});
}

std::vector<PotDay> MemoryFundsStore::pot_days(const Pot& pot) {
  return pot_days_.where([&pot](const PotDay& row) { return row.pot == pot; });
}

std::vector<Target> MemoryFundsStore::targets_of(MovementId allocation) {
  return targets_.where([allocation](const Target& row) { return row.key.allocation == allocation; });
}

void MemoryFundsStore::movements_of(IndicatorId indicator, const VisitMovement& visit) {
  for (const Movement& row : movements_.all()) {
    if (row.indicator == indicator || row.into == indicator) visit(row);
  }
}

void MemoryFundsStore::movements_of_project(std::string_view project, const VisitMovement& visit) {
  for (const Movement& row : movements_.all()) {
    if (row.project == project) visit(row);
  }
}

std::vector<ListRow> MemoryFundsStore::rows_of_household(std::string_view household) {
  return rows_.where([household](const ListRow& row) { return row.household == household; });
}

std::vector<Benefit> MemoryFundsStore::benefits_of_household(std::string_view household) {
  std::vector<Benefit> rows = benefits_.where([household](const Benefit& row) { return row.household == household; });
  std::sort(rows.begin(), rows.end(), [](const Benefit& a, const Benefit& b) { return a.movement < b.movement; });
  return rows;
}

void MemoryFundsStore::all_benefits(const VisitBenefit& visit) {
  std::vector<Benefit> rows = benefits_.all();
  std::sort(rows.begin(), rows.end(), [](const Benefit& a, const Benefit& b) { return a.movement < b.movement; });
  for (const Benefit& row : rows) visit(row);
}

void MemoryFundsStore::all_movements(const VisitMovement& visit) {
  for (const Movement& row : movements_.all()) visit(row);
}

void MemoryFundsStore::all_pot_days(const VisitPotDay& visit) {
  for (const PotDay& row : pot_days_.all()) visit(row);
}

}  // namespace mingzhang::tests
