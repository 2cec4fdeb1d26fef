// SPDX-License-Identifier: Apache-2.0
// The records of claims and of what becomes of them.
#include <utility>

#include "base/record_members.h"
#include "guarantee/claim_commands.h"

namespace mingzhang::guarantee {
namespace {

ClaimedRow read_row(Members& members) {
  ClaimedRow row;
  row.days_overdue = members.integer("days_overdue", 0, false);
  row.evidence = members.text("evidence", true);
  row.interest = read_amount(members, "interest");
  row.loan = members.text("loan", true);
  row.principal = read_amount(members, "principal");
  return row;
}

DisputedRow read_disputed(Members& members) {
  DisputedRow row;
  row.reason = members.text("reason", true);
  row.number = members.integer("row", 0, true);
  return row;
}

/// A list of objects, each read whole.
template <class Row>
std::vector<Row> read_rows(Members& members, std::string_view key, bool required, Row (*read)(Members&)) {
  std::vector<Row> rows;
  const JsonValue* value = members.take(key, required);
  if (value == nullptr) return rows;
  for (const JsonValue& item : value->items()) {
    Members inner(item);
    rows.push_back(read(inner));
    if (!inner.is_complete()) members.fail();
  }
  return rows;
}

ReviewStep read_step(Members& members) {
  const std::optional<ReviewStep> step = parse_review_step(members.text("step", true));
  if (!step) members.fail();
  return step.value_or(ReviewStep::Township);
}

}  // namespace

std::string encode(const SubmitClaim& command) {
  JsonWriter writer;
  writer.begin_object();
  write_text(writer, "bank", command.bank);
  write_text(writer, "code", command.code);
  write_date(writer, "date", command.date);
  write_text(writer, "fund", command.fund);
  writer.key("rows");
  writer.begin_array();
  for (const ClaimedRow& row : command.rows) {
    writer.begin_object();
    write_number(writer, "days_overdue", row.days_overdue);
    write_text(writer, "evidence", row.evidence);
    write_amount(writer, "interest", row.interest);
    write_text(writer, "loan", row.loan);
    write_amount(writer, "principal", row.principal);
    writer.end_object();
  }
  writer.end_array();
  writer.end_object();
  return writer.take();
}

std::optional<SubmitClaim> decode_submit_claim(const JsonValue& data) {
  Members members(data);
  SubmitClaim command;
  command.bank = members.text("bank", true);
  command.code = members.text("code", true);
  command.date = read_date(members, "date");
  command.fund = members.text("fund", true);
  command.rows = read_rows(members, "rows", true, read_row);
  return members.is_complete() ? std::optional(std::move(command)) : std::nullopt;
}

std::string encode(const ReviewClaim& command) {
  JsonWriter writer;
  writer.begin_object();
  write_text(writer, "claim", command.claim);
  write_text(writer, "code", command.code);
  write_date(writer, "date", command.date);
  if (!command.disputed.empty()) {
    writer.key("disputed");
    writer.begin_array();
    for (const DisputedRow& row : command.disputed) {
      writer.begin_object();
      write_text(writer, "reason", row.reason);
      write_number(writer, "row", row.number);
      writer.end_object();
    }
    writer.end_array();
  }
  write_text(writer, "reviewer", command.reviewer);
  write_text(writer, "step", word_of(command.step));
  writer.end_object();
  return writer.take();
}

std::optional<ReviewClaim> decode_review_claim(const JsonValue& data) {
  Members members(data);
  ReviewClaim command;
  command.claim = members.text("claim", true);
  command.code = members.text("code", true);
  command.date = read_date(members, "date");
  command.disputed = read_rows(members, "disputed", false, read_disputed);
  command.reviewer = members.text("reviewer", true);
  command.step = read_step(members);
  return members.is_complete() ? std::optional(std::move(command)) : std::nullopt;
}

std::string encode(const PayClaim& command) {
  JsonWriter writer;
  writer.begin_object();
  write_amount(writer, "amount", command.amount);
  write_text(writer, "claim", command.claim);
  write_text(writer, "code", command.code);
  write_date(writer, "date", command.date);
  writer.end_object();
  return writer.take();
}

std::optional<PayClaim> decode_pay_claim(const JsonValue& data) {
  Members members(data);
  PayClaim command;
  command.amount = read_amount(members, "amount");
  command.claim = members.text("claim", true);
  command.code = members.text("code", true);
  command.date = read_date(members, "date");
  return members.is_complete() ? std::optional(std::move(command)) : std::nullopt;
}

std::string encode(const RecoverLoss& command) {
  JsonWriter writer;
  writer.begin_object();
  write_amount(writer, "amount", command.amount);
  write_text(writer, "claim", command.claim);
  write_text(writer, "code", command.code);
  write_date(writer, "date", command.date);
  write_number(writer, "row", command.row);
  writer.end_object();
  return writer.take();
}

std::optional<RecoverLoss> decode_recover_loss(const JsonValue& data) {
  Members members(data);
  RecoverLoss command;
  command.amount = read_amount(members, "amount");
  command.claim = members.text("claim", true);
  command.code = members.text("code", true);
  command.date = read_date(members, "date");
  command.row = members.integer("row", 0, true);
  return members.is_complete() ? std::optional(std::move(command)) : std::nullopt;
}

std::string encode(const WriteOffLoss& command) {
  JsonWriter writer;
  writer.begin_object();
  write_amount(writer, "amount", command.amount);
  write_text(writer, "claim", command.claim);
  write_text(writer, "code", command.code);
  write_date(writer, "date", command.date);
  write_words(writer, "evidence", command.evidence);
  write_text(writer, "reason", command.reason);
  write_number(writer, "row", command.row);
  writer.end_object();
  return writer.take();
}

std::optional<WriteOffLoss> decode_write_off_loss(const JsonValue& data) {
  Members members(data);
  WriteOffLoss command;
  command.amount = read_amount(members, "amount");
  command.claim = members.text("claim", true);
  command.code = members.text("code", true);
  command.date = read_date(members, "date");
  command.evidence = read_words(members, "evidence");
  command.reason = members.text("reason", true);
  command.row = members.integer("row", 0, true);
  return members.is_complete() ? std::optional(std::move(command)) : std::nullopt;
}

}  // namespace mingzhang::guarantee
