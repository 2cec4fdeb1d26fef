// SPDX-License-Identifier: Apache-2.0
// The records of payment lists.
#include <utility>

#include "funds/disbursement_commands.h"
#include "funds/record_parts.h"

namespace mingzhang::funds {
namespace {

void encode_rows(JsonWriter& writer, const std::vector<SubmittedRow>& rows) {
  writer.begin_array();
  for (const SubmittedRow& row : rows) {
    writer.begin_object();
    write_amount(writer, "amount", row.amount);
    write_text(writer, "household", row.household);
    write_text(writer, "payee", row.payee);
    write_text(writer, "person", row.person);
    writer.end_object();
  }
  writer.end_array();
}

std::optional<SubmittedRow> decode_row(const JsonValue& data) {
  Members members(data);
  SubmittedRow row;
  row.amount = read_amount(members, "amount");
  row.household = members.text("household", true);
  row.payee = members.text("payee", false);
  row.person = members.text("person", false);
  return members.is_complete() ? std::optional(std::move(row)) : std::nullopt;
}

std::optional<ChangedRow> decode_changed_row(const JsonValue& data) {
  Members members(data);
  ChangedRow row;
  row.number = members.integer("number", 0, true);
  row.payee = members.text("payee", false);
  row.reason = members.text("reason", false);
  return members.is_complete() ? std::optional(std::move(row)) : std::nullopt;
}

/// Reads every item of an array; false where one is not what it should be.
template <class Row>
bool read_items(const JsonValue& array, std::optional<Row> (*decode)(const JsonValue&), std::vector<Row>& rows) {
  if (array.kind() != JsonValue::Kind::Array) return false;
  rows.reserve(array.items().size());
  for (const JsonValue& item : array.items()) {
    std::optional<Row> row = decode(item);
    if (!row) return false;
    rows.push_back(std::move(*row));
  }
  return true;
}

}  // namespace

std::string list_rows_bytes(const std::vector<SubmittedRow>& rows) {
  JsonWriter writer;
  encode_rows(writer, rows);
  return writer.take();
}

std::string encode(const SubmitList& command) {
  JsonWriter writer;
  writer.begin_object();
  write_text(writer, "allocation", command.target.allocation);
  write_text(writer, "code", command.code);
  write_date(writer, "date", command.date);
  write_text(writer, "digest", command.digest);
  write_json(writer, "explanation", command.explanation);
  write_text(writer, "indicator", command.indicator);
  write_text(writer, "project", command.project);
  if (command.publicity_end != command.date) write_date(writer, "publicity_end", command.publicity_end);
  writer.key("rows");
  encode_rows(writer, command.rows);
  write_number(writer, "target", command.target.number);
  write_text(writer, "title", command.title);
  write_amount(writer, "total", command.total);
  writer.end_object();
  return writer.take();
}

std::string encode(const PayList& command) {
  JsonWriter writer;
  writer.begin_object();
  write_accounts(writer, command.accounts);
  write_text(writer, "code", command.code);
  write_date(writer, "date", command.date);
  write_text(writer, "list", command.list);
  writer.end_object();
  return writer.take();
}

std::string encode(const ChangeRows& command) {
  JsonWriter writer;
  writer.begin_object();
  write_accounts(writer, command.accounts);
  write_text(writer, "code", command.code);
  write_date(writer, "date", command.date);
  write_text(writer, "list", command.list);
  writer.key("rows");
  writer.begin_array();
  for (const ChangedRow& row : command.rows) {
    writer.begin_object();
    write_number(writer, "number", row.number);
    write_text(writer, "payee", row.payee);
    write_text(writer, "reason", row.reason);
    writer.end_object();
  }
  writer.end_array();
  writer.end_object();
  return writer.take();
}

std::string encode(const WithdrawList& command) {
  JsonWriter writer;
  writer.begin_object();
  write_text(writer, "code", command.code);
  write_date(writer, "date", command.date);
  write_text(writer, "list", command.list);
  write_text(writer, "reason", command.reason);
  writer.end_object();
  return writer.take();
}

std::optional<SubmitList> decode_submit_list(const JsonValue& data) {
  Members members(data);
  SubmitList command;
  command.target.allocation = members.text("allocation", false);
  command.code = members.text("code", true);
  command.date = read_date(members, "date");
  command.digest = members.text("digest", true);
  command.explanation = read_json(members, "explanation");
  command.indicator = members.text("indicator", true);
  command.project = members.text("project", false);
  command.publicity_end = read_date(members, "publicity_end", command.date);
  const JsonValue* rows = members.take("rows", true);
  command.target.number = members.integer("target", 0, false);
  command.title = members.text("title", true);
  command.total = read_amount(members, "total");
  if (!members.is_complete() || !read_items(*rows, decode_row, command.rows)) return std::nullopt;
  return command;
}

std::optional<PayList> decode_pay_list(const JsonValue& data) {
  Members members(data);
  PayList command;
  command.accounts = read_accounts(members);
  command.code = members.text("code", true);
  command.date = read_date(members, "date");
  command.list = members.text("list", true);
  return members.is_complete() ? std::optional(std::move(command)) : std::nullopt;
}

std::optional<ChangeRows> decode_change_rows(const JsonValue& data, RowAction action) {
  Members members(data);
  ChangeRows command;
  command.action = action;
  command.accounts = read_accounts(members);
  command.code = members.text("code", true);
  command.date = read_date(members, "date");
  command.list = members.text("list", true);
  const JsonValue* rows = members.take("rows", true);
  if (!members.is_complete() || !read_items(*rows, decode_changed_row, command.rows)) return std::nullopt;
  return command;
}

std::optional<WithdrawList> decode_withdraw_list(const JsonValue& data) {
  Members members(data);
  WithdrawList command;
  command.code = members.text("code", true);
  command.date = read_date(members, "date");
  command.list = members.text("list", true);
  command.reason = members.text("reason", true);
  return members.is_complete() ? std::optional(std::move(command)) : std::nullopt;
}

}  // namespace mingzhang::funds
