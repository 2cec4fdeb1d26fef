// SPDX-License-Identifier: Apache-2.0
// The records of what moves the money of a loan.
#include <utility>

#include "loans/contract_record.h"
#include "loans/money_commands.h"
#include "loans/record_parts.h"

namespace mingzhang::loans {

std::string encode(const Disburse& command) {
  JsonWriter writer;
  writer.begin_object();
  write_amount(writer, "amount", command.amount);
  write_text(writer, "code", command.code);
  write_date(writer, "date", command.date);
  write_text(writer, "loan", command.loan);
  writer.end_object();
  return writer.take();
}

std::optional<Disburse> decode_disburse(const JsonValue& data) {
  Members members(data);
  Disburse command;
  command.amount = read_amount(members, "amount");
  command.code = members.text("code", true);
  command.date = read_date(members, "date");
  command.loan = members.text("loan", true);
  return members.is_complete() ? std::optional(std::move(command)) : std::nullopt;
}

std::string encode(const Repay& command) {
  JsonWriter writer;
  writer.begin_object();
  write_text(writer, "code", command.code);
  write_date(writer, "date", command.date);
  write_text(writer, "loan", command.loan);
  write_parts(writer, "parts", command.parts);
  write_flag(writer, "settles", command.settles);
  writer.end_object();
  return writer.take();
}

std::optional<Repay> decode_repay(const JsonValue& data) {
  Members members(data);
  Repay command;
  command.code = members.text("code", true);
  command.date = read_date(members, "date");
  command.loan = members.text("loan", true);
  command.parts = read_parts(members, "parts");
  command.settles = members.boolean("settles", false);
  return members.is_complete() ? std::optional(std::move(command)) : std::nullopt;
}

std::string encode(const RenewLoan& command) {
  JsonWriter writer;
  writer.begin_object();
  write_text(writer, "code", command.code);
  write_json(writer, "contract", encode_contract(command.contract));
  write_date(writer, "date", command.date);
  write_words(writer, "evidence", command.evidence);
  write_json(writer, "explanation", command.explanation);
  write_text(writer, "into", command.into);
  write_text(writer, "loan", command.loan);
  write_number(writer, "months", command.months);
  write_parts(writer, "parts", command.parts);
  write_text(writer, "product", command.product);
  writer.end_object();
  return writer.take();
}

std::optional<RenewLoan> decode_renew_loan(const JsonValue& data) {
  Members members(data);
  RenewLoan command;
  command.code = members.text("code", true);
  const JsonValue* terms = members.take("contract", true);
  command.date = read_date(members, "date");
  command.evidence = read_words(members, "evidence");
  command.explanation = read_json(members, "explanation");
  command.into = members.text("into", true);
  command.loan = members.text("loan", true);
  command.months = members.integer("months", 0, true);
  command.parts = read_parts(members, "parts");
  command.product = members.text("product", true);
  std::optional<Contract> contract = terms == nullptr ? std::nullopt : decode_contract(*terms);
  if (!members.is_complete() || !contract) return std::nullopt;
  command.contract = std::move(*contract);
  return command;
}

std::string encode(const CorrectStep& command) {
  JsonWriter writer;
  writer.begin_object();
  write_text(writer, "code", command.code);
  write_date(writer, "date", command.date);
  write_text(writer, "loan", command.loan);
  write_parts(writer, "parts", command.parts);
  write_text(writer, "reason", command.reason);
  write_text(writer, "step", command.step);
  writer.end_object();
  return writer.take();
}

std::optional<CorrectStep> decode_correct_step(const JsonValue& data) {
  Members members(data);
  CorrectStep command;
  command.code = members.text("code", true);
  command.date = read_date(members, "date");
  command.loan = members.text("loan", true);
  command.parts = read_parts(members, "parts");
  command.reason = members.text("reason", true);
  command.step = members.text("step", true);
  return members.is_complete() ? std::optional(std::move(command)) : std::nullopt;
}

}  // namespace mingzhang::loans
