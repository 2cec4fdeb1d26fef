// SPDX-License-Identifier: Apache-2.0
// Members who join, leave and move, and what becomes of a person's values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/outcome.h"
#include "households/household_register.h"

namespace mingzhang::households {

enum class MemberChange : std::uint8_t {
  Join = 1,   ///< 增加: birth, marriage, a person who was left out
  Leave = 2,  ///< 减少: death, marriage, a person who does not belong here
  Move = 3,   ///< 迁户: leaves this household and joins another on the same day
};

/// "join", "leave", "move": the word in records and files.
std::string_view word_of(MemberChange change);
/// 增加, 减少, 迁户.
std::string_view chinese_of(MemberChange change);
/// Reads the words and the Chinese.
std::optional<MemberChange> parse_member_change(std::string_view word);

/// Changes who lives in a household: member_change/v1.
struct ChangeMember {
  MemberChange change = MemberChange::Join;
  std::string household;     ///< that is joined, or left
  std::string person;
  Date date;                 ///< first day there, or first day no longer there
  std::string reason;        ///< e.g. "出生", "死亡", "结婚"
  std::string to_household;  ///< moves only
  std::string relation;      ///< joins and moves: to the head of the household that is joined
  bool is_head = false;      ///< joins and moves into a household without members
  std::string digest;        ///< joins: of the personal values; required for a person new to the register
  std::string new_head;      ///< leaves and moves of a head whom others outlast: who is head from `date` on
};

/// The personal values of a person have changed, and with them their digest: person/v1.
struct UpdatePerson {
  std::string person;
  Date date;
  std::string digest;
};

/// The personal values of a person were erased: erasure/v1. Says nothing of what they were.
struct ErasePerson {
  std::string person;
  Date date;
  std::string reason;  ///< e.g. "保存期满"
};

// See command.h for what these do.
std::vector<Problem> check_request(const ChangeMember& command);
std::vector<Problem> check_request(const UpdatePerson& command);
std::vector<Problem> check_request(const ErasePerson& command);
std::vector<Problem> check_state(const ChangeMember& command, HouseholdRegister& households);
std::vector<Problem> check_state(const UpdatePerson& command, HouseholdRegister& households);
std::vector<Problem> check_state(const ErasePerson& command, HouseholdRegister& households);
std::string encode(const ChangeMember& command);
std::string encode(const UpdatePerson& command);
std::string encode(const ErasePerson& command);
std::optional<ChangeMember> decode_change_member(const JsonValue& data);
std::optional<UpdatePerson> decode_update_person(const JsonValue& data);
std::optional<ErasePerson> decode_erase_person(const JsonValue& data);
void apply(const ChangeMember& command, std::int64_t seq, HouseholdRegister& households);
void apply(const UpdatePerson& command, std::int64_t seq, HouseholdRegister& households);
void apply(const ErasePerson& command, std::int64_t seq, HouseholdRegister& households);

}  // namespace mingzhang::households
