// SPDX-License-Identifier: Apache-2.0
// Builds changes of members and of their personal values, which come from files only.
#include <array>
#include <utility>

#include "audit/hash.h"
#include "base/text.h"
#include "service/personal_values.h"
#include "service/setup/register_setup.h"
#include "service/setup/register_words.h"

namespace mingzhang::service {
namespace {

using households::PersonalValues;

struct PersonalMember {
  std::string_view word;
  std::string_view chinese;
  std::string PersonalValues::*value;
};

constexpr std::array<PersonalMember, 5> kMembers{{{"name", "姓名", &PersonalValues::name},
                                                  {"id_number", "身份证号", &PersonalValues::id_number},
                                                  {"card", "银行卡号", &PersonalValues::card},
                                                  {"phone", "电话", &PersonalValues::phone},
                                                  {"note", "备注", &PersonalValues::note}}};

const PersonalMember* member_of(std::string_view word) {
  for (const PersonalMember& member : kMembers) {
    if (word == member.word || word == member.chinese) return &member;
  }
  return nullptr;
}

/// Why this line is no value, or nothing; never the value itself.
std::string_view read_line(std::string_view line, PersonalValues& values) {
  const std::size_t equals = line.find('=');
  if (equals == std::string_view::npos) return "没有等号 no =";
  const PersonalMember* member = member_of(trimmed(line.substr(0, equals)));
  const std::string_view value = trimmed(line.substr(equals + 1));
  if (member == nullptr) return "不认识的项 unknown member";
  if (!(values.*member->value).empty()) return "重复 stands twice";
  if (value.empty()) return "空 empty";
  if (!is_plain_text(value)) return "不是文本 no plain text";
  if (value.size() > kPersonalBytesMax) return "过长 too long";
  const bool is_number = member->value != &PersonalValues::name && member->value != &PersonalValues::note;
  if (is_number && fold_full_width(value) != value) return "全角字符 full-width characters";
  values.*member->value = std::string(value);
  return {};
}

/// The values with their salt go into the request, their digest is returned.
std::string keep(PersonalValues values, Request& request) {
  audit::Hasher sha256(audit::Suite::Sha256);
  add_salts(std::span(&values, 1));
  std::string digest = digest_of(values, sha256);
  request.personal.push_back(std::move(values));
  return digest;
}

/// Reads the values that a change comes with; the digest, empty where there are none.
std::string keep_personal(const MemberWords& member, RegisterWords& words, Request& request) {
  const auto values = parse_personal(member.person, member.personal);
  if (values) return keep(*values, request);
  for (const CommandProblem& found : values.error().problems) {
    words.add(ReadingOutcome::PersonalBad, found.problem.place, found.problem.detail);
  }
  return std::string();
}

NewRequest update_person(const MemberWords& member) {
  RegisterWords words;
  Request request;
  households::UpdatePerson command{member.person, words.date(member.date, "--date"), ""};
  command.digest = keep_personal(member, words, request);
  if (!words.none()) return Err(words.take());
  request.commands.emplace_back(households::Command(std::move(command)));
  return request;
}

}  // namespace

Result<PersonalValues, Refusal> parse_personal(const std::string& person, std::string_view text) {
  PersonalValues values;
  values.person = person;
  RegisterWords words;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  bool is_any = false;
  for (std::size_t number = 1; !text.empty(); ++number) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (trimmed(line).empty()) continue;
    is_any = true;
    const std::string_view reason = read_line(line, values);
    if (!reason.empty()) words.add(ReadingOutcome::PersonalBad, "line " + std::to_string(number), std::string(reason));
  }
  if (!is_any) words.add(ReadingOutcome::PersonalBad, "", "空 empty");
  if (!words.none()) return Err(words.take());
  return values;
}

NewRequest change_member(std::string_view action, const MemberWords& member) {
  if (action == "update") return update_person(member);
  RegisterWords words;
  Request request;
  households::ChangeMember command;
  const std::optional<households::MemberChange> change = households::parse_member_change(action);
  if (!change) words.add(ReadingOutcome::ActionBad, "ACTION", is_plain_text(action) ? shortened(action, 60) : "");
  command.change = change.value_or(command.change);
  command.household = member.household;
  command.person = member.person;
  command.date = words.date(member.date, "--date");
  command.reason = member.reason;
  command.to_household = member.to_household;
  command.relation = member.relation;
  command.is_head = member.is_head;
  command.new_head = member.new_head;
  if (!member.personal.empty()) command.digest = keep_personal(member, words, request);
  if (!words.none()) return Err(words.take());
  request.commands.emplace_back(households::Command(std::move(command)));
  return request;
}

NewCommand erase_person(const std::string& person, Date date, const std::string& reason) {
  return Command(households::Command(households::ErasePerson{person, date, reason}));
}

}  // namespace mingzhang::service
