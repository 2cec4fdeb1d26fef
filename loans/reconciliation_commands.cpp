// SPDX-License-Identifier: Apache-2.0
// Checks and effects of recorded reconciliations.
#include "loans/reconciliation_commands.h"

#include <utility>

#include "base/check.h"
#include "households/codes.h"
#include "loans/lending_refusals.h"
#include "loans/reconciliation_outcome.h"
#include "loans/steps.h"

namespace mingzhang::loans {
namespace {

/// Most sums, and most columns that were not compared.
constexpr std::size_t kColumnsMax = 100;

std::string place_of(std::int64_t number) { return "item " + std::to_string(number); }

/// Whether the key may be kept for its form alone. What is no code may still be the code of a loan of the book.
bool is_kept(const FoundItem& item) {
  return is_recordable(item.here) && is_recordable(item.there) && households::is_opaque_code(item.field.empty() ? "-" : item.field);
}

void check_items(const RecordReconciliation& command, LendingRefusals& refusals, std::vector<Problem>& problems) {
  if (command.items.size() > kReconciliationItemsMax) {
    refuse(problems, ReconciliationOutcome::TooManyItems, "", std::to_string(command.items.size()));
  }
  std::int64_t expected = 0;
  for (const FoundItem& item : command.items) {
    const std::string place = place_of(item.number);
    if (item.number != ++expected || item.row < 0) refuse(problems, ReconciliationOutcome::ItemsDisordered, place, "");
    if (!is_kept(item)) refuse(problems, ReconciliationOutcome::HoldsOtherText, place, "");
    if (!is_recordable_key(item.key)) refusals.check_text(item.key, place);
  }
}

/// The list, or null and the refusal.
const Reconciliation* find_list(const std::string& code, Loans& loans, std::vector<Problem>& problems) {
  const Reconciliation* list = loans.reconciliations().lists().find(code);
  if (list == nullptr) refuse(problems, ReconciliationOutcome::ReconciliationUnknown, "", code);
  return list;
}

/// The list that the checks have found.
const Reconciliation& list_of(const std::string& code, Loans& loans) {
  const Reconciliation* list = loans.reconciliations().lists().find(code);
  MZ_CHECK(list != nullptr);
  return *list;
}

bool is_known(const RecordReconciliation& command, Loans& loans, ledger::Book& book) {
  switch (command.subject) {
    case ReconciliationSubject::Subsidy:
      return loans.subsidies().claims().find(command.about) != nullptr;
    case ReconciliationSubject::Statement:
      return book.accounts().find(command.about) != nullptr;
    case ReconciliationSubject::Register:
      break;
  }
  return true;  // banks are codes that loans carry; a bank without loans is compared as well
}

bool can_replace(const RecordReconciliation& command, const Reconciliation& old) {
  return !old.is_closed() && old.subject == command.subject && old.about == command.about && old.date == command.date;
}

bool is_source(const std::string& source, Loans& loans, ledger::Book& book) {
  if (loans.steps().find(source) != nullptr) return true;
  const auto name = ledger::parse_voucher_name(source);
  return name && book.postings().voucher(*name) != nullptr;
}

/// Items are left alone where a side has signed: it signed for what stood there.
void check_changeable(const Reconciliation& list, std::vector<Problem>& problems) {
  if (list.is_closed()) {
    refuse(problems, ReconciliationOutcome::Closed, "", std::string(state_text(list)));
  } else if (list.here.is_there() || list.there.is_there()) {
    refuse(problems, ReconciliationOutcome::SideSigned, "", list.here.is_there() ? "here" : "there");
  }
}

bool is_allowed(ItemAction action, ItemState state) {
  return action == ItemAction::Reopen ? state != ItemState::Open : state == ItemState::Open;
}

ItemState state_after(ItemAction action) {
  if (action == ItemAction::Resolve) return ItemState::Resolved;
  return action == ItemAction::Accept ? ItemState::Accepted : ItemState::Open;
}

}  // namespace

std::vector<Problem> check_request(const RecordReconciliation& command) {
  LendingRefusals refusals;
  std::vector<Problem> problems;
  refusals.check_code(command.code, "code");
  if (!command.about.empty() || command.subject != ReconciliationSubject::Register) refusals.check_code(command.about, "about");
  if (!command.replaces.empty()) refusals.check_code(command.replaces, "replaces");
  if (!households::is_digest(command.sha256)) refuse(problems, ReconciliationOutcome::FileDigestBad, "", "");
  if (command.tolerance.is_negative()) refuse(problems, ReconciliationOutcome::ToleranceNegative, "", to_yuan(command.tolerance));
  if (command.rows_here < 0 || command.rows_there < 0 || command.sums.size() > kColumnsMax || command.columns.size() > kColumnsMax) {
    refuse(problems, ReconciliationOutcome::CountsBad, "", "");
  }
  for (const ReconciliationSum& sum : command.sums) {
    if (!households::is_opaque_code(sum.field)) refuse(problems, ReconciliationOutcome::HoldsOtherText, "sums", "");
  }
  for (const std::string& column : command.columns) {
    if (column.empty() || !is_recordable(column)) refuse(problems, ReconciliationOutcome::HoldsOtherText, "columns", "");
  }
  check_items(command, refusals, problems);
  return joined(refusals, std::move(problems));
}

std::vector<Problem> check_request(const HandleItems& command) {
  LendingRefusals refusals;
  std::vector<Problem> problems;
  refusals.check_code(command.reconciliation, "reconciliation");
  refusals.check_optional_text(command.to, "to");
  refusals.check_optional_text(command.note, "note");
  if (!command.source.empty()) refusals.check_code(command.source, "source");
  if (command.items.empty()) refuse(problems, ReconciliationOutcome::ItemsMissing, "", "");
  if (command.items.size() > kReconciliationItemsMax) {
    refuse(problems, ReconciliationOutcome::TooManyItems, "", std::to_string(command.items.size()));
  }
  std::int64_t last = 0;
  for (const std::int64_t number : command.items) {
    if (number <= last) refuse(problems, ReconciliationOutcome::ItemTwice, place_of(number), "");
    last = number;
  }
  const bool assigns = command.action == ItemAction::Assign;
  const bool resolves = command.action == ItemAction::Resolve;
  if (assigns && command.to.empty()) refuse(problems, ReconciliationOutcome::WhoMissing, "", "");
  if (!assigns && command.note.empty() && (!resolves || command.source.empty())) {
    refuse(problems, ReconciliationOutcome::NoteMissing, "", "");
  }
  if (!assigns && !command.to.empty()) refuse(problems, ReconciliationOutcome::NotOfAction, "to", "");
  if (!resolves && !command.source.empty()) refuse(problems, ReconciliationOutcome::NotOfAction, "source", "");
  return joined(refusals, std::move(problems));
}

std::vector<Problem> check_request(const SignReconciliation& command) {
  LendingRefusals refusals;
  refusals.check_code(command.reconciliation, "reconciliation");
  refusals.check_text(command.unit, "unit");
  refusals.check_text(command.capacity, "capacity");
  refusals.check_optional_text(command.document, "document");
  return refusals.in_order();
}

std::vector<Problem> check_state(const RecordReconciliation& command, Loans& loans, ledger::Book& book) {
  LendingRefusals refusals;
  std::vector<Problem> problems;
  refusals.check_code_free(command.code, loans);
  if (!is_known(command, loans, book)) refuse(problems, ReconciliationOutcome::SubjectUnknown, "", command.about);
  for (const FoundItem& item : command.items) {
    // INV-36: text that is no code is kept only where it is the code of one of our loans.
    if (is_recordable_key(item.key) || loans.loans().find(key_without_day(item.key)) != nullptr) continue;
    refuse(problems, ReconciliationOutcome::HoldsOtherText, place_of(item.number), "");
  }
  if (!command.replaces.empty()) {
    const Reconciliation* old = find_list(command.replaces, loans, problems);
    if (old != nullptr && !can_replace(command, *old)) {
      refuse(problems, ReconciliationOutcome::CannotReplace, "", old->code + ": " + std::string(state_text(*old)));
    }
  }
  return joined(refusals, std::move(problems));
}

std::vector<Problem> check_state(const HandleItems& command, Loans& loans, ledger::Book& book) {
  LendingRefusals refusals;
  std::vector<Problem> problems;
  if (!command.source.empty() && !is_source(command.source, loans, book)) {
    refuse(problems, ReconciliationOutcome::SourceUnknown, "", command.source);
  }
  const Reconciliation* list = find_list(command.reconciliation, loans, problems);
  if (list == nullptr) return joined(refusals, std::move(problems));
  refusals.check_not_before(command.date, list->date);
  check_changeable(*list, problems);
  for (const std::int64_t number : command.items) {
    const ReconciliationItem* item = loans.reconciliations().item_of(*list, number);
    if (item == nullptr) {
      refuse(problems, ReconciliationOutcome::ItemUnknown, place_of(number), "1 – " + std::to_string(list->items));
    } else if (!is_allowed(command.action, item->state)) {
      refuse(problems, ReconciliationOutcome::ItemStateWrong, place_of(number),
             std::string(chinese_of(item->state)) + " " + std::string(word_of(item->state)));
    }
  }
  return joined(refusals, std::move(problems));
}

std::vector<Problem> check_state(const SignReconciliation& command, Loans& loans, ledger::Book&) {
  LendingRefusals refusals;
  std::vector<Problem> problems;
  const Reconciliation* list = find_list(command.reconciliation, loans, problems);
  if (list == nullptr) return joined(refusals, std::move(problems));
  refusals.check_not_before(command.date, list->date);
  const ReconciliationSignature& own = command.side == ReconciliationSide::Here ? list->here : list->there;
  if (list->is_closed()) {
    refuse(problems, ReconciliationOutcome::Closed, "", std::string(state_text(*list)));
  } else if (own.is_there()) {
    refuse(problems, ReconciliationOutcome::SideSigned, "", own.unit + " " + to_iso(own.date));
  }
  if (list->open() > 0) refuse(problems, ReconciliationOutcome::ItemsOpen, "", std::to_string(list->open()));
  return joined(refusals, std::move(problems));
}

void apply(const RecordReconciliation& command, std::int64_t seq, Loans& loans) {
  Reconciliation list;
  list.code = command.code;
  list.subject = command.subject;
  list.about = command.about;
  list.date = command.date;
  list.sha256 = command.sha256;
  list.tolerance = command.tolerance;
  list.rows_here = command.rows_here;
  list.rows_there = command.rows_there;
  list.seq = seq;
  std::vector<ReconciliationItem> items;
  items.reserve(command.items.size());
  for (const FoundItem& found : command.items) {
    MZ_CHECK(is_kept(found));  // INV-36
    ReconciliationItem item;
    item.key = found.key;
    item.kind = found.kind;
    item.field = found.field;
    item.here = found.here;
    item.there = found.there;
    item.row = found.row;
    items.push_back(std::move(item));
  }
  ReconciliationId old;
  if (!command.replaces.empty()) {
    old = list_of(command.replaces, loans).id;
    MZ_CHECK(!list_of(command.replaces, loans).is_closed());  // INV-35
  }
  list.replaces = old;
  const ReconciliationId added = loans.reconciliations().add(std::move(list), std::move(items)).id;
  if (!old.is_none()) loans.reconciliations().lists().change(old.value).replaced_by = added;
  loans.add_step(step_of(command, StepKind::Reconciliation, seq));
}

void apply(const HandleItems& command, std::int64_t, Loans& loans) {
  const Reconciliation& list = list_of(command.reconciliation, loans);
  MZ_CHECK(!list.is_closed() && !list.here.is_there() && !list.there.is_there());  // INV-35
  for (const std::int64_t number : command.items) {
    const ReconciliationItem* found = loans.reconciliations().item_of(list, number);
    MZ_CHECK(found != nullptr);
    loans.reconciliations().set_state(*found, state_after(command.action));
    ReconciliationItem& item = loans.reconciliations().change(found->id);
    if (command.action == ItemAction::Assign) item.to = command.to;
    item.note = command.note;
    item.source = command.source;
    item.changed_on = command.date;
  }
}

void apply(const SignReconciliation& command, std::int64_t, Loans& loans) {
  const Reconciliation& found = list_of(command.reconciliation, loans);
  MZ_CHECK(!found.is_closed() && found.open() == 0);  // INV-35
  Reconciliation& list = loans.reconciliations().lists().change(found.id.value);
  ReconciliationSignature& own = command.side == ReconciliationSide::Here ? list.here : list.there;
  MZ_CHECK(!own.is_there());  // INV-35
  own = ReconciliationSignature{command.unit, command.capacity, command.document, command.date};
}

}  // namespace mingzhang::loans
