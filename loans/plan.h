// SPDX-License-Identifier: Apache-2.0
// The walk over a loan's rows: what each asks for, given what was paid so far. Used by the schedule alone.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "loans/bearing.h"
#include "loans/due_dates.h"
#include "loans/schedule.h"
#include "loans/terms.h"

namespace mingzhang::loans {

/// Money that met a row.
struct PaidPart {
  std::size_t row = 0;
  Date paid;       ///< when it came
  Date effective;  ///< from when it changes interest; the next due day under `Recalculation::PerRow`
  Parts parts;
};

/// What rounding left over, and the row that took it.
struct GivenRemainder {
  std::size_t row = 0;
  Money amount;
};

/// Row numbers before which something happened to the plan.
struct PlanMarks {
  static constexpr std::size_t kNever = static_cast<std::size_t>(-1);
  /// Rows of grace in mid-term: from which row on it is known that this one asks for no principal; kNever where it does.
  std::vector<std::size_t> without_principal;
  std::vector<bool> installment_anew;   ///< rows from which the installment is found anew
  std::vector<std::size_t> known_rows;  ///< how many rows the loan had when this one was planned
  /// Where first rows take remainders: what those before an extension took, which stays with them.
  std::vector<GivenRemainder> remainders;
  std::size_t remainder_from = 0;  ///< the first of the rows that share the last remainder
};

/// A loan's rows, computed for a day. Payments are added in time; each computation starts from nothing but them.
class Plan {
 public:
  /// Requires: terms without problems; as many marks as spans.
  Plan(const LoanTerms& terms, std::vector<DueSpan> spans, RateTable rates, PlanMarks marks);
  /// `rows` rows stand before the first installment: interest deducted upfront.
  void stand_before(std::size_t rows) { first_ = rows; }
  /// Interest on top of what the row's days ask for.
  void add_interest(std::size_t row, Money interest) { extra_interest_[row] += interest; }

  void add(PaidPart part) { paid_.push_back(part); }
  /// Turns what was paid on later rows, and interest beyond what `row` owes, into principal of `row`. For a pay-off.
  void gather(std::size_t row);
  void charge(std::size_t row, Parts parts);
  /// From `day`, within `row`, nothing is outstanding any more.
  void pay_off(std::size_t row, Date day);

  /// The rows as they stand on `as_of`, without what was paid.
  void compute(Date as_of);

  const std::vector<DueSpan>& spans() const { return spans_; }
  const std::vector<Row>& rows() const { return rows_; }
  const std::vector<PaidPart>& paid() const { return paid_; }
  const RateTable& rates() const { return rates_; }
  /// What the first of the rows from `remainder_from` on takes; nothing where none does.
  std::optional<GivenRemainder> last_remainder() const;
  Money installment() const { return installment_; }
  /// Overdue interest has borne so much interest that amounts no longer fit; the rows then mean nothing.
  bool is_too_large() const { return is_too_large_; }
  /// The row with from < day ≤ to; the first for earlier days; nothing after the last.
  std::optional<std::size_t> row_of(Date day) const;

 private:
  struct PayOffDay {
    std::size_t row;
    Date day;
  };
  void begin(Date as_of);
  /// False where the plan ends before row `k`.
  bool compute_row(std::size_t k);
  RowInterest interest_of(std::size_t k);
  bool bears_what_fits(const DueSpan& span) const;
  Money principal_of(std::size_t k, const Row& row, const RowInterest& interest);
  Money ordinary_principal(std::size_t k, const Row& row, const RowInterest& interest);
  Money share_of(std::size_t k, Money opening);
  Money table_share(std::size_t k) const;
  void find_installment(std::size_t k, const Row& row, const RowInterest& interest);
  Money iterated(std::size_t k, Money principal, Money first_interest, Money installment) const;
  std::int64_t last_difference(std::size_t k, Money principal, Money first_interest, Money installment) const;
  Factor later_factor(std::size_t k, std::size_t row) const;
  Money paid_early(std::size_t k);
  Money paid_principal(std::size_t k) const;
  void set_free(std::size_t k, const Row& row);
  Money collected(std::size_t k, Money interest);
  void repay_late(std::size_t k, const Parts& parts, Date day);
  std::vector<GivenRemainder> remainders_to_give() const;
  /// False, and the rows as they were, where a balance would be less than nothing.
  bool give_remainders(const std::vector<GivenRemainder>& remainders);
  void prepare_flat();
  void flat_by_rows(std::size_t free);
  void flat_by_table(std::size_t free);
  Money flat_own(std::size_t k, bool is_first) const;
  /// Whether row `row` repays principal, as far as it is known at row `k`.
  bool amortizes(std::size_t row, std::size_t k) const;
  std::size_t rows_left(std::size_t k) const;
  bool is_last(std::size_t k) const { return k + 1 == spans_.size(); }
  Money first_moved_interest(const Row& row) const;
  Money tranches_until(std::size_t k);
  bool has_tranche_within(std::size_t k) const;

  const LoanTerms& terms_;
  std::vector<DueSpan> spans_;
  RateTable rates_;
  PlanMarks marks_;
  std::vector<PaidPart> paid_;
  std::vector<Parts> charges_;
  std::vector<Money> extra_interest_;
  std::size_t first_ = 0;
  std::optional<PayOffDay> pay_off_;

  // What one computation knows.
  Date as_of_;
  Bearing bearing_;
  std::vector<Row> rows_;
  std::vector<Money> flat_interest_;
  std::size_t next_tranche_ = 0;
  Money remaining_;
  Money disbursed_;
  Money paid_out_at_end_;  ///< tranches of the row's last day: in its opening, but repaid by later rows alone
  Money installment_;
  Money equal_share_;
  bool is_anew_ = true;      ///< the installment has to be found before the next row
  bool is_shortened_ = false;
  Money credit_;             ///< prepaid principal that is set off against the next rows
  Money lump_;               ///< interest whose payment is deferred
  Money remainder_;          ///< what the last row has beyond its plan
  std::vector<GivenRemainder> given_;   ///< what first rows took
  std::vector<GivenRemainder> agreed_;  ///< what they took before a pay-off closed the rows
  bool is_too_large_ = false;
};

}  // namespace mingzhang::loans
