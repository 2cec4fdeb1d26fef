// SPDX-License-Identifier: Apache-2.0
// A book read into the narrow rows of suspicion/: each kind of row in one pass.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "funds/funds_store.h"
#include "households/personal_store.h"
#include "households/register_store.h"
#include "service/reading/reading.h"
#include "suspicion/hit.h"
#include "suspicion/idle.h"
#include "suspicion/over_rule.h"
#include "suspicion/publicity.h"
#include "suspicion/register_at_payment.h"
#include "suspicion/repeated.h"
#include "suspicion/split.h"

namespace mingzhang::service {

/// How many people of the register have a value that can be compared.
struct PeopleCount {
  std::int64_t registered = 0;  ///< members on the day
  std::int64_t with_values = 0;
};

/// One book as of a day, inside a read transaction. What is dated later is not seen.
class SuspicionBook {
 public:
  SuspicionBook(const BookPlace& place, BookReading& reading, Date as_of);

  funds::FundsStore& funds() { return *funds_; }
  households::RegisterStore& registers() { return *register_; }
  households::PersonalStore& personal() { return *personal_; }
  Date as_of() const { return as_of_; }

  /// Everybody with values and the household where they are on the day, or were last.
  using VisitPerson = std::function<void(const households::PersonalValues& values, const std::string& household)>;
  PeopleCount people(const VisitPerson& visit);
  /// The register as days per household.
  suspicion::RegisterAtPayment register_days();

  using VisitPayment = std::function<void(const suspicion::Payment& payment)>;
  /// Rows of lists that are paid now, by a payment up to the day; returned ones are none. Then the benefits without what
  /// was taken back. Returns how many there were.
  std::int64_t payments(const VisitPayment& visit);
  /// Rows of lists that wait to be paid.
  void waiting_rows(const VisitPayment& visit);
  /// Every benefit of which something is left, with its cost and programme.
  using VisitBenefit = std::function<void(const funds::Benefit& benefit, const suspicion::Payment& payment)>;
  std::int64_t benefits(const VisitBenefit& visit);
  /// What the rule in a benefit's record gives; nothing where it has none.
  std::optional<Money> rule_amount_of(const suspicion::Source& source);

  std::vector<suspicion::PaidList> paid_lists();
  std::vector<suspicion::Spending> spendings();
  /// Papers behind reports of spending.
  std::vector<suspicion::Evidence> evidence();
  std::vector<suspicion::IdleSum> idle_sums();

  /// A movement that a hit names, and the names of its vouchers; kept.
  struct NamedMovement {
    std::int64_t seq = 0;
    std::string code;
    std::string vouchers;  ///< "2016-04 付-0001、2016-04 付-0002"
  };
  const NamedMovement& named(std::int64_t movement);
  std::string list_code(std::int64_t list);

 private:
  void load_movements();
  Money left_of(const funds::Movement& movement) const;
  void add_allocations(std::vector<suspicion::Spending>& result);
  suspicion::Source source_of(const std::string& code);

  BookReading& reading_;
  Date as_of_;
  std::unique_ptr<funds::FundsStore> funds_;
  std::unique_ptr<households::RegisterStore> register_;
  std::unique_ptr<households::PersonalStore> personal_;
  bool has_movements_ = false;
  std::unordered_map<std::int64_t, Money> taken_back_;  // by movement, up to the day
  std::vector<funds::Movement> spent_;                  // reports, settlements and advances up to the day
  std::unordered_map<std::int64_t, funds::Movement> paid_;   // the first payment of each list
  std::unordered_map<std::int64_t, NamedMovement> named_;
  std::map<std::int64_t, std::string> list_codes_;
};

}  // namespace mingzhang::service
