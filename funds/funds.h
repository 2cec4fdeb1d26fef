// SPDX-License-Identifier: Apache-2.0
// The indicators of one book and all that follows from them, as of its head, in memory until it is written in bulk.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "base/overlay.h"
#include "base/register.h"
#include "funds/allocation.h"
#include "funds/benefit.h"
#include "funds/disbursement.h"
#include "funds/funds_store.h"
#include "funds/indicator.h"
#include "funds/pots.h"
#include "funds/project_plan.h"

namespace mingzhang::funds {

/// The state of one book's funds above its store. Reads see every change made through this object; nothing is written
/// before `flush`; `mark` and `undo_to` take back one request. Valid while nobody else writes to the book.
class Funds {
 public:
  /// `store` must outlive this object.
  explicit Funds(FundsStore& store);
  Funds(const Funds&) = delete;
  Funds& operator=(const Funds&) = delete;

  FundsStore& store() { return store_; }
  Register<Indicator>& indicators() { return indicators_; }
  Register<Movement>& movements() { return movements_; }
  Register<ProjectPlan>& plans() { return plans_; }
  Register<DisbursementList>& lists() { return lists_; }
  Pots& pots() { return pots_; }

  // Null where there is none; valid until the next change of the same kind.
  const Target* target(const TargetKey& key);
  const Advance* advance(MovementId id);
  /// Null where the number is not one of the plan's gates.
  const Gate* gate(const ProjectPlan& plan, std::int64_t number);
  const ListRow* row(const ListRowKey& key);
  /// Reads all rows of a list at once, so that `row` finds each of them in memory.
  void load_rows(const DisbursementList& list);
  /// The newest list with these rows that was not withdrawn.
  const DisbursementList* list_with_digest(const std::string& digest);
  /// By the 32 bytes of the claim.
  const Benefit* benefit(const std::string& claim);
  std::optional<Benefit> benefit_of(MovementId movement);
  /// Nothing but zeros where there is none yet.
  BenefitTotal benefit_total(const BenefitKey& key);

  // Called by the apply functions only.
  void add_target(Target target);
  Target& change_target(const TargetKey& key);
  void add_advance(Advance advance);
  Advance& change_advance(MovementId id);
  void add_gate(Gate gate);
  Gate& change_gate(const ProjectPlan& plan, std::int64_t number);
  void add_row(ListRow row);
  ListRow& change_row(const ListRowKey& key);
  void add_digest(const DisbursementList& list);
  void add_benefit(Benefit benefit);
  /// The sums must stay within Money's range (checked before).
  void add_to_benefit_total(const BenefitKey& key, Money claimed, Money paid);
  void take_from_benefit_total(const BenefitKey& key, Money claimed, Money paid);

  struct Mark {
    RegisterMark indicators, movements, plans, lists;
    std::size_t pots, targets, advances, gates, rows, digests, benefits, totals;
  };
  Mark mark() const;
  void undo_to(const Mark& mark);
  /// Called between two requests: what was done stays.
  void forget_undo();
  /// Writes everything that is new or changed.
  void flush();
  /// True where more rows are held than is sensible; the caller then flushes and starts with a fresh Funds.
  bool is_large() const;

 private:
  struct TargetHash {
    std::size_t operator()(const TargetKey& key) const;
  };
  struct GateKey {
    std::int64_t plan;
    std::int64_t number;
    friend bool operator==(const GateKey&, const GateKey&) = default;
  };
  struct GateHash {
    std::size_t operator()(const GateKey& key) const;
  };
  struct RowHash {
    std::size_t operator()(const ListRowKey& key) const;
  };
  struct BenefitHash {
    std::size_t operator()(const BenefitKey& key) const;
  };
  BenefitTotal& total_for_change(const BenefitKey& key);

  FundsStore& store_;
  std::set<ListId> loaded_lists_;
  Register<Indicator> indicators_;
  Register<Movement> movements_;
  Register<ProjectPlan> plans_;
  Register<DisbursementList> lists_;
  Pots pots_;
  Overlay<TargetKey, Target, TargetHash> targets_;
  Overlay<std::int64_t, Advance, IntegerHash> advances_;
  Overlay<GateKey, Gate, GateHash> gates_;
  Overlay<ListRowKey, ListRow, RowHash> rows_;
  Overlay<std::string, std::int64_t, TextHash> digests_;  // the newest list of these rows; follows from the lists
  Overlay<std::string, Benefit, TextHash> benefits_;
  Overlay<BenefitKey, BenefitTotal, BenefitHash> totals_;
};

}  // namespace mingzhang::funds
