// SPDX-License-Identifier: Apache-2.0
// Joins the states of the modules.
#include "service/book_state.h"

#include <utility>

namespace mingzhang::service {

BookState::BookState(const OpenedDatabase& opened, ledger::BookId id)
    : opened_(opened),
      id_(id),
      ledger_store_(opened.database->ledger(id)),
      ledger_(std::make_unique<ledger::Book>(*ledger_store_)) {}

BookState::BookState(const OpenedDatabase& opened, ledger::BookHead head)
    : opened_(opened),
      id_(head.id),
      ledger_store_(opened.database->ledger(head.id)),
      ledger_(std::make_unique<ledger::Book>(*ledger_store_, std::move(head))) {}

households::HouseholdRegister& BookState::households() {
  if (!households_) {
    register_store_ = opened_.registers->register_of(id_.value);
    households_ = std::make_unique<households::HouseholdRegister>(*register_store_);
  }
  return *households_;
}

funds::Funds& BookState::funds() {
  if (!funds_) {
    funds_store_ = opened_.funds->funds_of(id_);
    funds_ = std::make_unique<funds::Funds>(*funds_store_);
  }
  return *funds_;
}

policy::Adoptions& BookState::adoptions() {
  if (!adoptions_) {
    adoption_store_ = opened_.packs->adoptions_of(id_.value);
    adoptions_ = std::make_unique<policy::Adoptions>(*adoption_store_);
  }
  return *adoptions_;
}

loans::Loans& BookState::loans() {
  if (!loans_) {
    loans_store_ = opened_.loans->loans_of(id_);
    loans_ = std::make_unique<loans::Loans>(*loans_store_);
  }
  return *loans_;
}

guarantee::Guarantee& BookState::guarantee() {
  if (!guarantee_) {
    guarantee_store_ = opened_.guarantees->guarantee_of(id_);
    guarantee_ = std::make_unique<guarantee::Guarantee>(*guarantee_store_);
  }
  return *guarantee_;
}

audit::LogKeys& BookState::log_keys() {
  if (!log_keys_) {
    seal_store_ = opened_.seals->seals_of(id_.value);
    log_keys_ = std::make_unique<audit::LogKeys>(*seal_store_);
  }
  return *log_keys_;
}

households::PersonalStore& BookState::personal() {
  if (!personal_store_) personal_store_ = opened_.registers->personal_of(id_.value);
  return *personal_store_;
}

BookState::Mark BookState::mark() const {
  Mark mark;
  mark.ledger = ledger_->mark();
  if (households_) mark.households = households_->mark();
  if (funds_) mark.funds = funds_->mark();
  if (adoptions_) mark.adoptions = adoptions_->mark();
  if (loans_) mark.loans = loans_->mark();
  if (guarantee_) mark.guarantee = guarantee_->mark();
  if (log_keys_) mark.log_keys = log_keys_->mark();
  return mark;
}

void BookState::undo_to(const Mark& mark) {
  ledger_->undo_to(mark.ledger);
  // A state that was first asked for after the mark is read anew when it is needed.
  if (households_ && mark.households) households_->undo_to(*mark.households);
  if (!mark.households) households_.reset();
  if (funds_ && mark.funds) funds_->undo_to(*mark.funds);
  if (!mark.funds) funds_.reset();
  if (adoptions_ && mark.adoptions) adoptions_->undo_to(*mark.adoptions);
  if (!mark.adoptions) adoptions_.reset();
  if (loans_ && mark.loans) loans_->undo_to(*mark.loans);
  if (!mark.loans) loans_.reset();
  if (guarantee_ && mark.guarantee) guarantee_->undo_to(*mark.guarantee);
  if (!mark.guarantee) guarantee_.reset();
  if (log_keys_ && mark.log_keys) log_keys_->undo_to(*mark.log_keys);
  if (!mark.log_keys) log_keys_.reset();
}

void BookState::forget_undo() {
  ledger_->forget_undo();
  if (households_) households_->forget_undo();
  if (funds_) funds_->forget_undo();
  if (loans_) loans_->forget_undo();
  if (guarantee_) guarantee_->forget_undo();
}

void BookState::flush_projections() {
  ledger_->flush_projections();
  if (households_) households_->flush();
  if (funds_) funds_->flush();
  if (adoptions_) adoptions_->flush();
  if (loans_) loans_->flush();
  if (guarantee_) guarantee_->flush();
  if (log_keys_) log_keys_->flush();
}

bool BookState::is_large() const {
  return ledger_->is_large() || (funds_ && funds_->is_large()) || (loans_ && loans_->is_large()) ||
         (guarantee_ && guarantee_->is_large());
}

}  // namespace mingzhang::service
