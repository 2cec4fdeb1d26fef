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

BookState::Mark BookState::mark() const {
  Mark mark{ledger_->mark(), std::nullopt};
  if (households_) mark.households = households_->mark();
  return mark;
}

void BookState::undo_to(const Mark& mark) {
  ledger_->undo_to(mark.ledger);
  if (!households_) return;
  if (mark.households) return households_->undo_to(*mark.households);
  households_.reset();  // it was first asked for after the mark
}

void BookState::forget_undo() {
  ledger_->forget_undo();
  if (households_) households_->forget_undo();
}

void BookState::flush_projections() {
  ledger_->flush_projections();
  if (households_) households_->flush();
}

bool BookState::is_large() const { return ledger_->is_large(); }

}  // namespace mingzhang::service
