// SPDX-License-Identifier: Apache-2.0
// Opening a book, granting roles in it, and registering the sources and projects of its money.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/json.h"
#include "base/outcome.h"
#include "ledger/book.h"

namespace mingzhang::ledger {

/// The first record of a book (账套): book/v1.
struct OpenBook {
  std::string name;      ///< short name: 1–64 of a–z 0–9 - _ .
  std::string title;     ///< what people call it, e.g. 威宁县财政专项扶贫资金专账
  Month start;           ///< first period
  std::string chart;     ///< name of the chart template it starts with; may be empty
};

/// Gives or takes a role: grant/v1.
struct GrantRole {
  std::string user;
  std::string role;    ///< one of `role_words`
  bool active = true;  ///< false: revoked
};

/// Registers a restricted source of money with its document number (文号): fund/v1.
struct AddFund {
  std::string code;
  std::string name;
  std::string document;  ///< may be empty
  bool is_assumption = false;  ///< the document or its amount is assumed, not known; shown wherever the fund is shown
};

/// Registers a project: project/v1.
struct AddProject {
  std::string code;
  std::string name;
};

enum class BookOutcome : std::uint16_t {
  Ok = 0,
  NameBad = 101,
  TitleMissing = 102,
  TextNotPlain = 103,
  TextTooLong = 104,
  HoldsIdCard = 105,
  CodeBad = 106,
  RoleUnknown = 107,
  ChartUnknown = 201,
  BookExists = 301,
  FundExists = 302,
  ProjectExists = 303,
  GrantExists = 304,
  GrantMissing = 305,
  SelfGrant = 306,
  LastAdministrator = 307,
};

std::span<const OutcomeInfo> book_outcomes();
const OutcomeInfo& info_of(BookOutcome outcome);

/// preparer 制单, approver 审核, cashier 出纳, loan_officer 信贷员, auditor 审计, administrator 管理员.
std::span<const std::string_view> role_words();
/// True for the roles that move money: an administrator cannot give them to themselves.
bool is_money_role(std::string_view role);
/// The Chinese word of a role. Requires one of `role_words`.
std::string_view chinese_of_role(std::string_view role);

std::vector<Problem> check_request(const OpenBook& command);
std::vector<Problem> check_request(const GrantRole& command);
std::vector<Problem> check_request(const AddFund& command);
std::vector<Problem> check_request(const AddProject& command);

/// `by` is who asks: nobody gives a money role to themselves.
std::vector<Problem> check_state(const GrantRole& command, std::string_view by, Book& book);
std::vector<Problem> check_state(const AddFund& command, Book& book);
std::vector<Problem> check_state(const AddProject& command, Book& book);

std::string encode(const OpenBook& command);
std::string encode(const GrantRole& command);
std::string encode(const AddFund& command);
std::string encode(const AddProject& command);

std::optional<OpenBook> decode_open_book(const JsonValue& data);
std::optional<GrantRole> decode_grant_role(const JsonValue& data);
std::optional<AddFund> decode_add_fund(const JsonValue& data);
std::optional<AddProject> decode_add_project(const JsonValue& data);

void apply(const OpenBook& command, Book& book);
void apply(const GrantRole& command, Book& book);
void apply(const AddFund& command, Book& book);
void apply(const AddProject& command, Book& book);

}  // namespace mingzhang::ledger
