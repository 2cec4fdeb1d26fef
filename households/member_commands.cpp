// SPDX-License-Identifier: Apache-2.0
// Checks and effects of changes to members; their records stand in member_records.cpp.
#include "households/member_commands.h"

#include <array>
#include <utility>

#include "base/check.h"
#include "base/text.h"
#include "households/refusals.h"
#include "households/state_checks.h"

namespace mingzhang::households {
namespace {

struct ChangeWords {
  MemberChange change;
  std::string_view word;
  std::string_view chinese;
};

constexpr std::array kChanges{
    ChangeWords{MemberChange::Join, "join", "增加"},
    ChangeWords{MemberChange::Leave, "leave", "减少"},
    ChangeWords{MemberChange::Move, "move", "迁户"},
};

const ChangeWords& words_of(MemberChange change) {
  const auto index = static_cast<std::size_t>(change) - 1;
  MZ_CHECK(index < kChanges.size());
  MZ_CHECK(kChanges[index].change == change);
  return kChanges[index];
}

bool leaves(const ChangeMember& command) { return command.change != MemberChange::Join; }
bool joins(const ChangeMember& command) { return command.change != MemberChange::Leave; }

const std::string& joined_household(const ChangeMember& command) {
  return command.change == MemberChange::Join ? command.household : command.to_household;
}

/// The stay that a join or a move begins.
Stay new_stay(const ChangeMember& command, std::int64_t seq) {
  return Stay{joined_household(command), command.person, command.date, open_end(), command.relation,
              command.is_head,           command.reason, "",           seq};
}

/// Which parts a change of this kind must have and which it cannot have.
bool parts_fit(const ChangeMember& command) {
  const bool is_move = command.change == MemberChange::Move;
  if (is_move == command.to_household.empty()) return false;
  if (is_move && command.to_household == command.household) return false;
  if (joins(command) == command.relation.empty()) return false;
  if (!joins(command) && command.is_head) return false;
  if (leaves(command) && !command.digest.empty()) return false;
  if (!leaves(command) && !command.new_head.empty()) return false;
  return command.new_head.empty() || command.new_head != command.person;
}

void add_head_problem(const Membership& after, Date date, Refusals& refusals) {
  const auto problem = after.first_head_problem(date);  // INV-15
  if (!problem) return;
  refusals.add(problem->heads == 0 ? RegisterOutcome::HeadMissing : RegisterOutcome::HeadTwice, to_iso(problem->date));
}

void check_leaving(const ChangeMember& command, HouseholdRegister& households, Refusals& refusals) {
  Membership after = households.membership(command.household);
  const Stay* stay = after.open_stay(command.person);
  if (stay == nullptr) {
    refusals.add(RegisterOutcome::NotMember, command.household + ", " + command.person);
    return;
  }
  if (command.date <= stay->from) {
    refusals.add(RegisterOutcome::StayTooShort, to_iso(command.date) + " ≤ " + to_iso(stay->from));
    return;
  }
  after.leave(command.person, command.date, command.reason, 0);
  if (!command.new_head.empty()) {
    const Stay* successor = after.open_stay(command.new_head);
    if (successor == nullptr || command.date < successor->from) {
      refusals.add(RegisterOutcome::NotMember, "new_head", command.household + ", " + command.new_head);
      return;
    }
    after.make_head(command.new_head, command.date, command.reason, 0);
  }
  add_head_problem(after, command.date, refusals);
}

}  // namespace

std::string_view word_of(MemberChange change) { return words_of(change).word; }
std::string_view chinese_of(MemberChange change) { return words_of(change).chinese; }

std::optional<MemberChange> parse_member_change(std::string_view word) {
  for (const ChangeWords& words : kChanges) {
    if (words.word == word || words.chinese == word) return words.change;
  }
  return std::nullopt;
}

std::vector<Problem> check_request(const ChangeMember& command) {
  Refusals refusals;
  refusals.check_code(command.household, "household");
  refusals.check_code(command.person, "person");
  refusals.check_date(command.date, "date");
  refusals.check_word(command.reason, "reason");
  if (!command.to_household.empty()) refusals.check_code(command.to_household, "to_household");
  if (!command.relation.empty()) refusals.check_word(command.relation, "relation");
  if (!command.digest.empty()) refusals.check_digest(command.digest, "digest");
  if (!command.new_head.empty()) refusals.check_code(command.new_head, "new_head");
  if (!parts_fit(command)) refusals.add(RegisterOutcome::ChangeBad, std::string(word_of(command.change)));
  return refusals.in_order();
}

std::vector<Problem> check_request(const UpdatePerson& command) {
  Refusals refusals;
  refusals.check_code(command.person, "person");
  refusals.check_date(command.date, "date");
  refusals.check_digest(command.digest, "digest");
  return refusals.in_order();
}

std::vector<Problem> check_request(const ErasePerson& command) {
  Refusals refusals;
  refusals.check_code(command.person, "person");
  refusals.check_date(command.date, "date");
  refusals.check_word(command.reason, "reason");
  return refusals.in_order();
}

std::vector<Problem> check_state(const ChangeMember& command, HouseholdRegister& households) {
  Refusals refusals;
  const Household* household = household_on(command.household, command.date, households, refusals);
  if (command.change == MemberChange::Move) {
    const Household* target = households.household(command.to_household);
    if (target == nullptr) refusals.add(RegisterOutcome::TargetUnknown, command.to_household);
    if (target != nullptr && command.date < target->registered()) {
      refusals.add(RegisterOutcome::BeforeRegistration, "to_household", to_iso(target->registered()));
    }
  }
  if (leaves(command) && household != nullptr) check_leaving(command, households, refusals);
  if (command.change == MemberChange::Join) {
    check_joining(command.person, command.digest, command.date, households, "", refusals);
  }
  if (!joins(command) || !refusals.none()) return refusals.in_order();
  Membership after = households.membership(joined_household(command));
  after.join(new_stay(command, 0));
  add_head_problem(after, command.date, refusals);
  return refusals.in_order();
}

std::vector<Problem> check_state(const UpdatePerson& command, HouseholdRegister& households) {
  Refusals refusals;
  const Person* person = households.person(command.person);
  if (person == nullptr) refusals.add(RegisterOutcome::PersonUnknown, command.person);
  if (households.erasure(command.person) != nullptr) refusals.add(RegisterOutcome::PersonErased, command.person);
  if (person != nullptr && person->digest == from_hex(command.digest).value()) {
    refusals.add(RegisterOutcome::AlreadySo, command.person);
  }
  return refusals.in_order();
}

std::vector<Problem> check_state(const ErasePerson& command, HouseholdRegister& households) {
  Refusals refusals;
  if (households.person(command.person) == nullptr) refusals.add(RegisterOutcome::PersonUnknown, command.person);
  if (households.erasure(command.person) != nullptr) refusals.add(RegisterOutcome::AlreadyErased, command.person);
  return refusals.in_order();
}

void apply(const ChangeMember& command, std::int64_t seq, HouseholdRegister& households) {
  if (leaves(command)) {
    Membership& membership = households.change_membership(command.household);
    membership.leave(command.person, command.date, command.reason, seq);
    Person& person = households.change_person(command.person);
    person.until = command.date;
    person.seq = seq;
    if (!command.new_head.empty()) {
      const Date since = membership.make_head(command.new_head, command.date, command.reason, seq);
      Person& head = households.change_person(command.new_head);
      head.since = since;
      head.seq = seq;
    }
    MZ_CHECK(!membership.first_head_problem(command.date));  // INV-15
    households.change_household(command.household).add_persons(command.date, -1, seq);
  }
  if (joins(command)) {
    const Stay stay = new_stay(command, seq);
    put_person(stay, command.digest, households);
    Membership& membership = households.change_membership(stay.household);
    membership.join(stay);
    MZ_CHECK(!membership.first_head_problem(command.date));  // INV-15
    households.change_household(stay.household).add_persons(command.date, 1, seq);
  }
}

void apply(const UpdatePerson& command, std::int64_t seq, HouseholdRegister& households) {
  Person& person = households.change_person(command.person);
  person.digest = from_hex(command.digest).value();
  person.seq = seq;
}

void apply(const ErasePerson& command, std::int64_t seq, HouseholdRegister& households) {
  households.add_erasure(Erasure{command.person, command.date, command.reason, seq});
}

}  // namespace mingzhang::households
