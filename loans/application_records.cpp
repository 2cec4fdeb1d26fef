// SPDX-License-Identifier: Apache-2.0
// The records of what comes before the money.
#include <utility>

#include "base/record_members.h"
#include "loans/application_commands.h"
#include "loans/contract_record.h"

namespace mingzhang::loans {

std::string encode(const ApplyForLoan& command) {
  JsonWriter writer;
  writer.begin_object();
  write_amount(writer, "amount", command.amount);
  write_text(writer, "bank", command.bank);
  write_text(writer, "borrower", command.borrower);
  write_text(writer, "code", command.code);
  write_text(writer, "cover", command.cover);
  write_date(writer, "date", command.date);
  write_json(writer, "explanation", command.explanation);
  write_text(writer, "fund", command.fund);
  write_text(writer, "household", command.household);
  write_number(writer, "months", command.months);
  write_text(writer, "product", command.product);
  write_text(writer, "purpose", command.purpose);
  writer.end_object();
  return writer.take();
}

std::optional<ApplyForLoan> decode_apply_for_loan(const JsonValue& data) {
  Members members(data);
  ApplyForLoan command;
  command.amount = read_amount(members, "amount");
  command.bank = members.text("bank", true);
  command.borrower = members.text("borrower", true);
  command.code = members.text("code", true);
  command.cover = members.text("cover", false);
  command.date = read_date(members, "date");
  command.explanation = read_json(members, "explanation");
  command.fund = members.text("fund", false);
  command.household = members.text("household", true);
  command.months = members.integer("months", 0, true);
  command.product = members.text("product", true);
  command.purpose = members.text("purpose", true);
  return members.is_complete() ? std::optional(std::move(command)) : std::nullopt;
}

std::string encode(const ReviewLoan& command) {
  JsonWriter writer;
  writer.begin_object();
  write_text(writer, "code", command.code);
  write_date(writer, "date", command.date);
  write_words(writer, "evidence", command.evidence);
  write_text(writer, "finding", command.finding);
  write_text(writer, "loan", command.loan);
  write_flag(writer, "passes", command.passes);
  writer.end_object();
  return writer.take();
}

std::optional<ReviewLoan> decode_review_loan(const JsonValue& data) {
  Members members(data);
  ReviewLoan command;
  command.code = members.text("code", true);
  command.date = read_date(members, "date");
  command.evidence = read_words(members, "evidence");
  command.finding = members.text("finding", true);
  command.loan = members.text("loan", true);
  command.passes = members.boolean("passes", false);
  return members.is_complete() ? std::optional(std::move(command)) : std::nullopt;
}

std::string encode(const ApproveLoan& command) {
  JsonWriter writer;
  writer.begin_object();
  write_amount(writer, "amount", command.amount);
  write_text(writer, "code", command.code);
  write_date(writer, "date", command.date);
  write_flag(writer, "grants", command.grants);
  write_text(writer, "loan", command.loan);
  write_number(writer, "months", command.months);
  write_text(writer, "reason", command.reason);
  writer.end_object();
  return writer.take();
}

std::optional<ApproveLoan> decode_approve_loan(const JsonValue& data) {
  Members members(data);
  ApproveLoan command;
  command.amount = read_amount(members, "amount");
  command.code = members.text("code", true);
  command.date = read_date(members, "date");
  command.grants = members.boolean("grants", false);
  command.loan = members.text("loan", true);
  command.months = members.integer("months", 0, false);
  command.reason = members.text("reason", false);
  return members.is_complete() ? std::optional(std::move(command)) : std::nullopt;
}

std::string encode(const SignLoan& command) {
  JsonWriter writer;
  writer.begin_object();
  write_text(writer, "code", command.code);
  write_json(writer, "contract", encode_contract(command.contract));
  write_date(writer, "date", command.date);
  write_words(writer, "evidence", command.evidence);
  write_json(writer, "explanation", command.explanation);
  write_text(writer, "loan", command.loan);
  writer.end_object();
  return writer.take();
}

std::optional<SignLoan> decode_sign_loan(const JsonValue& data) {
  Members members(data);
  SignLoan command;
  command.code = members.text("code", true);
  const JsonValue* terms = members.take("contract", true);
  command.date = read_date(members, "date");
  command.evidence = read_words(members, "evidence");
  command.explanation = read_json(members, "explanation");
  command.loan = members.text("loan", true);
  std::optional<Contract> contract = terms == nullptr ? std::nullopt : decode_contract(*terms);
  if (!members.is_complete() || !contract) return std::nullopt;
  command.contract = std::move(*contract);
  return command;
}

std::string encode(const DropLoan& command) {
  JsonWriter writer;
  writer.begin_object();
  write_text(writer, "code", command.code);
  write_date(writer, "date", command.date);
  write_text(writer, "loan", command.loan);
  write_text(writer, "reason", command.reason);
  writer.end_object();
  return writer.take();
}

std::optional<DropLoan> decode_drop_loan(const JsonValue& data) {
  Members members(data);
  DropLoan command;
  command.code = members.text("code", true);
  command.date = read_date(members, "date");
  command.loan = members.text("loan", true);
  command.reason = members.text("reason", true);
  return members.is_complete() ? std::optional(std::move(command)) : std::nullopt;
}

}  // namespace mingzhang::loans
