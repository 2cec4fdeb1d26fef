// SPDX-License-Identifier: Apache-2.0
// Checks, records and effects of opening a book, granting roles and registering funds and projects.
#include "ledger/book_commands.h"

#include "base/identifier.h"
#include "base/members.h"
#include "base/record_members.h"
#include "base/text.h"
#include "ledger/text_rules.h"

namespace mingzhang::ledger {
namespace {

Problem problem(BookOutcome outcome, std::string_view detail) {
  return Problem{&info_of(outcome), "", std::string(detail)};
}

void check_name(std::string_view text, bool required, std::vector<Problem>& problems) {
  if (text.empty() && required) problems.push_back(problem(BookOutcome::TitleMissing, ""));
  if (!is_plain_text(text)) {
    problems.push_back(problem(BookOutcome::TextNotPlain, ""));
    return;
  }
  if (text.size() > kNameBytes) {
    problems.push_back(problem(BookOutcome::TextTooLong, std::to_string(text.size()) + " bytes"));
  }
  if (holds_id_card(text)) problems.push_back(problem(BookOutcome::HoldsIdCard, ""));
}

void check_book_code(std::string_view code, std::vector<Problem>& problems) {
  const bool holds_number = holds_id_card(code);
  const bool may_be_shown = is_plain_text(code) && !holds_number;
  if (!is_good_code(code)) problems.push_back(problem(BookOutcome::CodeBad, may_be_shown ? code : ""));
  if (holds_number) problems.push_back(problem(BookOutcome::HoldsIdCard, ""));  // INV-12
}

}  // namespace

std::vector<Problem> check_request(const OpenBook& command) {
  std::vector<Problem> problems;
  if (!is_good_book_name(command.name)) problems.push_back(problem(BookOutcome::NameBad, ""));
  if (holds_id_card(command.name)) problems.push_back(problem(BookOutcome::HoldsIdCard, ""));
  check_name(command.chart, false, problems);
  check_name(command.title, true, problems);
  return in_order(std::move(problems));
}

std::vector<Problem> check_request(const GrantRole& command) {
  std::vector<Problem> problems;
  if (!is_good_user_name(command.user)) problems.push_back(problem(BookOutcome::NameBad, ""));
  if (holds_id_card(command.user)) problems.push_back(problem(BookOutcome::HoldsIdCard, ""));
  const auto roles = role_words();
  if (std::find(roles.begin(), roles.end(), command.role) == roles.end()) {
    problems.push_back(problem(BookOutcome::RoleUnknown, is_plain_text(command.role) ? command.role : ""));
  }
  return in_order(std::move(problems));
}

std::vector<Problem> check_request(const AddFund& command) {
  std::vector<Problem> problems;
  check_book_code(command.code, problems);
  check_name(command.name, true, problems);
  check_name(command.document, false, problems);
  return in_order(std::move(problems));
}

std::vector<Problem> check_request(const AddProject& command) {
  std::vector<Problem> problems;
  check_book_code(command.code, problems);
  check_name(command.name, true, problems);
  return in_order(std::move(problems));
}

std::vector<Problem> check_state(const GrantRole& command, std::string_view by, Book& book) {
  std::vector<Problem> problems;
  const bool has_role = book.has_role(command.user, command.role);
  const std::string named = command.user + " " + command.role;
  if (command.active && has_role) problems.push_back(problem(BookOutcome::GrantExists, named));
  if (!command.active && !has_role) problems.push_back(problem(BookOutcome::GrantMissing, named));
  if (command.active && is_money_role(command.role) && command.user == by) {
    problems.push_back(problem(BookOutcome::SelfGrant, named));
  }
  if (!command.active && command.role == "administrator" && book.count_of_role("administrator") == 1 && has_role) {
    problems.push_back(problem(BookOutcome::LastAdministrator, named));
  }
  return in_order(std::move(problems));
}

std::vector<Problem> check_state(const AddFund& command, Book& book) {
  if (book.funds().find(command.code) == nullptr) return {};
  return {problem(BookOutcome::FundExists, command.code)};
}

std::vector<Problem> check_state(const AddProject& command, Book& book) {
  if (book.projects().find(command.code) == nullptr) return {};
  return {problem(BookOutcome::ProjectExists, command.code)};
}

std::string encode(const OpenBook& command) {
  JsonWriter writer;
  writer.begin_object();
  write_text(writer, "chart", command.chart);
  write_text(writer, "name", command.name);
  write_text(writer, "start", to_iso(command.start));
  write_text(writer, "title", command.title);
  writer.end_object();
  return writer.take();
}

std::string encode(const GrantRole& command) {
  JsonWriter writer;
  writer.begin_object();
  writer.key("active");
  writer.boolean(command.active);
  write_text(writer, "role", command.role);
  write_text(writer, "user", command.user);
  writer.end_object();
  return writer.take();
}

std::string encode(const AddFund& command) {
  JsonWriter writer;
  writer.begin_object();
  if (command.is_assumption) {
    writer.key("assumption");
    writer.boolean(true);
  }
  write_text(writer, "code", command.code);
  write_text(writer, "document", command.document);
  write_text(writer, "name", command.name);
  writer.end_object();
  return writer.take();
}

std::string encode(const AddProject& command) {
  JsonWriter writer;
  writer.begin_object();
  write_text(writer, "code", command.code);
  write_text(writer, "name", command.name);
  writer.end_object();
  return writer.take();
}

std::optional<OpenBook> decode_open_book(const JsonValue& data) {
  Members members(data);
  OpenBook command;
  command.chart = members.text("chart", false);
  command.name = members.text("name", true);
  const std::optional<Month> start = parse_month(members.text("start", true));
  command.title = members.text("title", true);
  if (!members.is_complete() || !start) return std::nullopt;
  command.start = *start;
  return command;
}

std::optional<GrantRole> decode_grant_role(const JsonValue& data) {
  Members members(data);
  GrantRole command;
  command.active = members.boolean("active", true);
  command.role = members.text("role", true);
  command.user = members.text("user", true);
  return members.is_complete() && check_request(command).empty() ? std::optional(command) : std::nullopt;
}

std::optional<AddFund> decode_add_fund(const JsonValue& data) {
  Members members(data);
  AddFund command;
  command.is_assumption = members.boolean("assumption", false);
  command.code = members.text("code", true);
  command.document = members.text("document", false);
  command.name = members.text("name", true);
  return members.is_complete() ? std::optional(command) : std::nullopt;
}

std::optional<AddProject> decode_add_project(const JsonValue& data) {
  Members members(data);
  AddProject command;
  command.code = members.text("code", true);
  command.name = members.text("name", true);
  return members.is_complete() ? std::optional(command) : std::nullopt;
}

void apply(const OpenBook& command, Book& book) { book.set_title(command.title, command.start); }

void apply(const GrantRole& command, Book& book) { book.set_grant(command.user, command.role, command.active); }

void apply(const AddFund& command, Book& book) {
  book.funds().add(Fund{FundId{}, command.code, command.name, command.document, command.is_assumption});
}

void apply(const AddProject& command, Book& book) {
  book.projects().add(Project{ProjectId{}, command.code, command.name});
}

}  // namespace mingzhang::ledger
