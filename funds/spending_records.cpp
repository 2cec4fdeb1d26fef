// SPDX-License-Identifier: Apache-2.0
// The records of reimbursements, advances, settlements and take-backs.
#include <utility>

#include "funds/record_parts.h"
#include "funds/spending_commands.h"

namespace mingzhang::funds {

std::string encode(const Reimburse& command) {
  JsonWriter writer;
  writer.begin_object();
  write_accounts(writer, command.accounts);
  write_text(writer, "allocation", command.target.allocation);
  write_amount(writer, "amount", command.amount);
  write_text(writer, "code", command.code);
  write_date(writer, "date", command.date);
  write_words(writer, "evidence", command.evidence);
  write_json(writer, "explanation", command.explanation);
  write_text(writer, "project", command.project);
  write_number(writer, "target", command.target.number);
  writer.end_object();
  return writer.take();
}

std::string encode(const PayAdvance& command) {
  JsonWriter writer;
  writer.begin_object();
  write_accounts(writer, command.accounts);
  write_text(writer, "allocation", command.target.allocation);
  write_amount(writer, "amount", command.amount);
  write_text(writer, "code", command.code);
  write_date(writer, "date", command.date);
  write_words(writer, "evidence", command.evidence);
  write_json(writer, "explanation", command.explanation);
  write_text(writer, "payee", command.payee);
  write_text(writer, "project", command.project);
  write_number(writer, "target", command.target.number);
  writer.end_object();
  return writer.take();
}

std::string encode(const SettleAdvance& command) {
  JsonWriter writer;
  writer.begin_object();
  write_accounts(writer, command.accounts);
  write_text(writer, "advance", command.advance);
  write_amount(writer, "amount", command.amount);
  write_text(writer, "code", command.code);
  write_date(writer, "date", command.date);
  write_words(writer, "evidence", command.evidence);
  write_json(writer, "explanation", command.explanation);
  writer.end_object();
  return writer.take();
}

std::string encode(const ReturnAdvance& command) {
  JsonWriter writer;
  writer.begin_object();
  write_accounts(writer, command.accounts);
  write_text(writer, "advance", command.advance);
  write_amount(writer, "amount", command.amount);
  write_text(writer, "code", command.code);
  write_date(writer, "date", command.date);
  write_text(writer, "reason", command.reason);
  writer.end_object();
  return writer.take();
}

std::string encode(const TakeBack& command) {
  JsonWriter writer;
  writer.begin_object();
  write_accounts(writer, command.accounts);
  write_amount(writer, "amount", command.amount);
  write_text(writer, "code", command.code);
  write_date(writer, "date", command.date);
  write_text(writer, "movement", command.movement);
  write_text(writer, "reason", command.reason);
  writer.end_object();
  return writer.take();
}

std::optional<Reimburse> decode_reimburse(const JsonValue& data) {
  Members members(data);
  Reimburse command;
  command.accounts = read_accounts(members);
  command.target.allocation = members.text("allocation", true);
  command.amount = read_amount(members, "amount");
  command.code = members.text("code", true);
  command.date = read_date(members, "date");
  command.evidence = read_words(members, "evidence");
  command.explanation = read_json(members, "explanation");
  command.project = members.text("project", true);
  command.target.number = members.integer("target", 0, true);
  return members.is_complete() ? std::optional(std::move(command)) : std::nullopt;
}

std::optional<PayAdvance> decode_pay_advance(const JsonValue& data) {
  Members members(data);
  PayAdvance command;
  command.accounts = read_accounts(members);
  command.target.allocation = members.text("allocation", true);
  command.amount = read_amount(members, "amount");
  command.code = members.text("code", true);
  command.date = read_date(members, "date");
  command.evidence = read_words(members, "evidence");
  command.explanation = read_json(members, "explanation");
  command.payee = members.text("payee", false);
  command.project = members.text("project", true);
  command.target.number = members.integer("target", 0, true);
  return members.is_complete() ? std::optional(std::move(command)) : std::nullopt;
}

std::optional<SettleAdvance> decode_settle_advance(const JsonValue& data) {
  Members members(data);
  SettleAdvance command;
  command.accounts = read_accounts(members);
  command.advance = members.text("advance", true);
  command.amount = read_amount(members, "amount");
  command.code = members.text("code", true);
  command.date = read_date(members, "date");
  command.evidence = read_words(members, "evidence");
  command.explanation = read_json(members, "explanation");
  return members.is_complete() ? std::optional(std::move(command)) : std::nullopt;
}

std::optional<ReturnAdvance> decode_return_advance(const JsonValue& data) {
  Members members(data);
  ReturnAdvance command;
  command.accounts = read_accounts(members);
  command.advance = members.text("advance", true);
  command.amount = read_amount(members, "amount");
  command.code = members.text("code", true);
  command.date = read_date(members, "date");
  command.reason = members.text("reason", true);
  return members.is_complete() ? std::optional(std::move(command)) : std::nullopt;
}

std::optional<TakeBack> decode_take_back(const JsonValue& data) {
  Members members(data);
  TakeBack command;
  command.accounts = read_accounts(members);
  command.amount = read_amount(members, "amount");
  command.code = members.text("code", true);
  command.date = read_date(members, "date");
  command.movement = members.text("movement", true);
  command.reason = members.text("reason", true);
  return members.is_complete() ? std::optional(std::move(command)) : std::nullopt;
}

}  // namespace mingzhang::funds
