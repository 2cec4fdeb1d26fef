// SPDX-License-Identifier: Apache-2.0
// The records of batches.
#include <utility>

#include "loans/batch_commands.h"
#include "loans/record_parts.h"

namespace mingzhang::loans {
namespace {

/// Hands every item of the array to `read`, which says whether it was good.
template <class Read>
void read_rows(Members& members, Read read) {
  const JsonValue* rows = members.take("rows", true);
  if (rows == nullptr) return;
  if (rows->kind() != JsonValue::Kind::Array) return members.fail();
  for (const JsonValue& item : rows->items()) {
    Members inner(item);
    read(inner);
    if (!inner.is_complete()) members.fail();
  }
}

}  // namespace

std::string encode(const AccrueInterest& command) {
  JsonWriter writer;
  writer.begin_object();
  write_text(writer, "code", command.code);
  write_date(writer, "date", command.date);
  writer.key("rows");
  writer.begin_array();
  for (const AccruedRow& row : command.rows) {
    writer.begin_object();
    write_amount(writer, "interest", row.interest);
    write_text(writer, "loan", row.loan);
    writer.end_object();
  }
  writer.end_array();
  writer.end_object();
  return writer.take();
}

std::optional<AccrueInterest> decode_accrue_interest(const JsonValue& data) {
  Members members(data);
  AccrueInterest command;
  command.code = members.text("code", true);
  command.date = read_date(members, "date");
  read_rows(members, [&command](Members& row) {
    AccruedRow read;
    read.interest = read_amount(row, "interest");
    read.loan = row.text("loan", true);
    command.rows.push_back(std::move(read));
  });
  return members.is_complete() ? std::optional(std::move(command)) : std::nullopt;
}

std::string encode(const ClassifyLoans& command) {
  JsonWriter writer;
  writer.begin_object();
  write_text(writer, "code", command.code);
  write_date(writer, "date", command.date);
  write_json(writer, "explanation", command.explanation);
  write_text(writer, "reason", command.reason);
  writer.key("rows");
  writer.begin_array();
  for (const ClassifiedRow& row : command.rows) {
    writer.begin_object();
    write_text(writer, "class", word_of(row.loan_class));
    write_text(writer, "loan", row.loan);
    writer.end_object();
  }
  writer.end_array();
  writer.end_object();
  return writer.take();
}

std::optional<ClassifyLoans> decode_classify_loans(const JsonValue& data) {
  Members members(data);
  ClassifyLoans command;
  command.code = members.text("code", true);
  command.date = read_date(members, "date");
  command.explanation = read_json(members, "explanation");
  command.reason = members.text("reason", false);
  read_rows(members, [&command](Members& row) {
    ClassifiedRow read;
    const std::optional<LoanClass> loan_class = parse_loan_class(row.text("class", true));
    if (!loan_class) row.fail();
    if (loan_class) read.loan_class = *loan_class;
    read.loan = row.text("loan", true);
    command.rows.push_back(std::move(read));
  });
  return members.is_complete() ? std::optional(std::move(command)) : std::nullopt;
}

std::string encode(const ProvisionLoans& command) {
  JsonWriter writer;
  writer.begin_object();
  write_amount(writer, "amount", command.amount);
  write_text(writer, "code", command.code);
  write_date(writer, "date", command.date);
  write_json(writer, "explanation", command.explanation);
  write_text(writer, "loan", command.loan);
  write_text(writer, "reason", command.reason);
  writer.end_object();
  return writer.take();
}

std::optional<ProvisionLoans> decode_provision_loans(const JsonValue& data) {
  Members members(data);
  ProvisionLoans command;
  command.amount = read_amount(members, "amount");
  command.code = members.text("code", true);
  command.date = read_date(members, "date");
  command.explanation = read_json(members, "explanation");
  command.loan = members.text("loan", true);
  command.reason = members.text("reason", true);
  return members.is_complete() ? std::optional(std::move(command)) : std::nullopt;
}

}  // namespace mingzhang::loans
