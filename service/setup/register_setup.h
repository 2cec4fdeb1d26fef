// SPDX-License-Identifier: Apache-2.0
// From words that a person types to changes of the register; every word that cannot be read is told at once.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "service/request.h"
#include "service/setup/setup.h"

namespace mingzhang::service {

/// A request without key and people, or the words that could not be read.
using NewRequest = Result<Request, Refusal>;

struct NewDivision {
  std::string code;
  std::string name;
  std::string level;   ///< "village", 村 …
  std::string parent;  ///< empty for a county
  std::string from;    ///< first day in force
  std::string to;      ///< first day no longer in force; empty: no end is known
};
NewCommand add_division(const NewDivision& division);

struct DivisionEnd {
  std::string code;
  std::string date;         ///< first day no longer in force
  std::string merged_into;  ///< may be empty
};
NewCommand end_division(const DivisionEnd& end);

/// Which household changes, from which day on, and why where the change has a reason.
struct HouseholdChange {
  std::string code;
  std::string date;
  std::string reason;
};
NewCommand change_status(const HouseholdChange& change, const std::string& status);
NewCommand classify_household(const HouseholdChange& change, const std::string& household_class);
NewCommand change_causes(const HouseholdChange& change, const std::vector<std::string>& causes);
NewCommand move_household(const HouseholdChange& change, const std::string& division);
/// `person` and `unit` are codes; both empty: nobody answers for the household.
NewCommand assign_responsible(const HouseholdChange& change, const std::string& person, const std::string& unit);

/// One change of a member; see households/member_commands.h.
struct MemberWords {
  std::string household;
  std::string person;
  std::string date;
  std::string reason;
  std::string to_household;
  std::string relation;
  std::string new_head;
  bool is_head = false;
  std::string personal;  ///< joins of somebody new: the text of `parse_personal`
};
/// `action`: join, leave, move (增加, 减少, 迁户), or update: new values of somebody who is in the register, for which person,
/// date and personal are read.
NewRequest change_member(std::string_view action, const MemberWords& words);
/// Erases somebody's values with the record that says so. Needs a second person.
NewCommand erase_person(const std::string& person, Date date, const std::string& reason);

/// Reads one value per line: "name=…", "id_number=…", "card=…", "phone=…", "note=…", or 姓名, 身份证号, 银行卡号, 电话,
/// 备注; full-width digits are refused, not folded. A refusal names the line and the member, never the value.
Result<households::PersonalValues, Refusal> parse_personal(const std::string& person, std::string_view text);

/// Which procedure of which household, and the day.
struct ProcedureWords {
  std::string household;
  std::string procedure;
  std::string date;
};
/// `steps` as "村公示:7": the name, and days between the step before it and this one; ":0" may be left out.
NewCommand start_procedure(const ProcedureWords& words, const std::vector<std::string>& steps);
struct StepWords {
  std::string step;
  std::string evidence;  ///< SHA-256; may be empty
  bool passed = true;
};
NewCommand take_step(const ProcedureWords& words, const StepWords& step);

struct ScoreWords {
  std::string household;
  std::string rule;
  std::string date;
  std::string score;  ///< "87.25"
  std::string band;
  std::string evidence;
};
NewCommand record_score(const ScoreWords& words);
/// `items` as "住房安全=是".
NewCommand record_checklist(const ProcedureWords& words, const std::vector<std::string>& items);

}  // namespace mingzhang::service
