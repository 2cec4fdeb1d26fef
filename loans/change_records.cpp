// SPDX-License-Identifier: Apache-2.0
// The records of changes of a loan's terms.
#include <utility>

#include "loans/change_commands.h"
#include "loans/record_parts.h"

namespace mingzhang::loans {

std::string encode(const ChangeRate& command) {
  JsonWriter writer;
  writer.begin_object();
  write_text(writer, "code", command.code);
  write_date(writer, "date", command.date);
  write_json(writer, "explanation", command.explanation);
  write_date(writer, "from", command.from);
  write_text(writer, "loan", command.loan);
  write_parts(writer, "parts", command.parts);
  write_rate(writer, "rate", command.rate);
  write_text(writer, "reason", command.reason);
  writer.end_object();
  return writer.take();
}

std::optional<ChangeRate> decode_change_rate(const JsonValue& data) {
  Members members(data);
  ChangeRate command;
  command.code = members.text("code", true);
  command.date = read_date(members, "date");
  command.explanation = read_json(members, "explanation");
  command.from = read_date(members, "from");
  command.loan = members.text("loan", true);
  command.parts = read_parts(members, "parts");
  command.rate = read_rate(members, "rate");
  command.reason = members.text("reason", true);
  return members.is_complete() ? std::optional(std::move(command)) : std::nullopt;
}

std::string encode(const PauseInterest& command) {
  JsonWriter writer;
  writer.begin_object();
  write_text(writer, "code", command.code);
  write_date(writer, "date", command.date);
  write_date(writer, "from", command.from);
  write_text(writer, "loan", command.loan);
  write_parts(writer, "parts", command.parts);
  write_text(writer, "reason", command.reason);
  write_date(writer, "to", command.to);
  writer.end_object();
  return writer.take();
}

std::optional<PauseInterest> decode_pause_interest(const JsonValue& data) {
  Members members(data);
  PauseInterest command;
  command.code = members.text("code", true);
  command.date = read_date(members, "date");
  command.from = read_date(members, "from");
  command.loan = members.text("loan", true);
  command.parts = read_parts(members, "parts");
  command.reason = members.text("reason", true);
  command.to = read_date(members, "to");
  return members.is_complete() ? std::optional(std::move(command)) : std::nullopt;
}

std::string encode(const ExtendLoan& command) {
  JsonWriter writer;
  writer.begin_object();
  write_text(writer, "code", command.code);
  write_date(writer, "date", command.date);
  write_date(writer, "due", command.due);
  write_words(writer, "evidence", command.evidence);
  write_json(writer, "explanation", command.explanation);
  write_text(writer, "loan", command.loan);
  write_parts(writer, "parts", command.parts);
  if (command.rate) write_rate(writer, "rate", *command.rate);
  write_text(writer, "reason", command.reason);
  write_number(writer, "rows", command.rows);
  if (command.to != no_day()) write_date(writer, "to", command.to);
  writer.end_object();
  return writer.take();
}

std::optional<ExtendLoan> decode_extend_loan(const JsonValue& data) {
  Members members(data);
  ExtendLoan command;
  command.code = members.text("code", true);
  command.date = read_date(members, "date");
  command.due = read_date(members, "due");
  command.evidence = read_words(members, "evidence");
  command.explanation = read_json(members, "explanation");
  command.loan = members.text("loan", true);
  command.parts = read_parts(members, "parts");
  if (data.find("rate") != nullptr) command.rate = read_rate(members, "rate");
  command.reason = members.text("reason", true);
  command.rows = members.integer("rows", 0, false);
  command.to = read_date(members, "to", no_day());
  return members.is_complete() ? std::optional(std::move(command)) : std::nullopt;
}

std::string encode(const ReportMisuse& command) {
  JsonWriter writer;
  writer.begin_object();
  write_text(writer, "code", command.code);
  write_date(writer, "date", command.date);
  write_words(writer, "evidence", command.evidence);
  write_date(writer, "from", command.from);
  write_text(writer, "loan", command.loan);
  write_parts(writer, "parts", command.parts);
  write_text(writer, "reason", command.reason);
  writer.end_object();
  return writer.take();
}

std::optional<ReportMisuse> decode_report_misuse(const JsonValue& data) {
  Members members(data);
  ReportMisuse command;
  command.code = members.text("code", true);
  command.date = read_date(members, "date");
  command.evidence = read_words(members, "evidence");
  command.from = read_date(members, "from");
  command.loan = members.text("loan", true);
  command.parts = read_parts(members, "parts");
  command.reason = members.text("reason", true);
  return members.is_complete() ? std::optional(std::move(command)) : std::nullopt;
}

}  // namespace mingzhang::loans
