// SPDX-License-Identifier: Apache-2.0
// The records of the interest subsidy.
#include <utility>

#include "loans/record_parts.h"
#include "loans/subsidy_commands.h"

namespace mingzhang::loans {
namespace {

/// Hands every item of the array to `read`, which says what is wrong by `fail`.
template <class Read>
void read_rows(Members& members, std::string_view key, Read read) {
  const JsonValue* rows = members.take(key, true);
  if (rows == nullptr) return;
  if (rows->kind() != JsonValue::Kind::Array) return members.fail();
  for (const JsonValue& item : rows->items()) {
    Members inner(item);
    read(inner);
    if (!inner.is_complete()) members.fail();
  }
}

/// Every item of an array as `read` makes it; nothing where one is wrong.
template <class Item, class Read>
std::optional<std::vector<Item>> items_of(const JsonValue& value, Read read) {
  if (value.kind() != JsonValue::Kind::Array) return std::nullopt;
  std::vector<Item> items;
  for (const JsonValue& item : value.items()) {
    Members members(item);
    items.push_back(read(members));
    if (!members.is_complete()) return std::nullopt;
  }
  return items;
}

/// Reads the array of this key with `read`.
template <class Item>
void read_items(Members& members, std::string_view key, std::vector<Item>& into,
                std::optional<std::vector<Item>> (*read)(const JsonValue&)) {
  const JsonValue* value = members.take(key, true);
  std::optional<std::vector<Item>> items = value == nullptr ? std::nullopt : read(*value);
  if (!items) return members.fail();
  into = std::move(*items);
}

void write_optional_date(JsonWriter& writer, std::string_view key, const std::optional<Date>& date) {
  if (date) write_date(writer, key, *date);
}

std::optional<Date> read_optional_date(Members& members, std::string_view key) {
  const Date date = read_date(members, key, no_day());
  return date == no_day() ? std::nullopt : std::optional(date);
}

void write_line(JsonWriter& writer, const ClaimedLine& line) {
  writer.begin_object();
  write_date(writer, "from", line.period.from);
  write_amount(writer, "interest", line.period.interest);
  write_text(writer, "loan", line.loan);
  write_date(writer, "loan_from", line.period.loan_from);
  write_optional_date(writer, "misused_from", line.period.misused_from);
  write_optional_date(writer, "overdue_from", line.period.overdue_from);
  write_amount(writer, "principal", line.period.principal);
  write_rate(writer, "rate", line.period.rate);
  write_amount(writer, "subsidised", line.subsidised);
  write_amount(writer, "subsidy", line.subsidy);
  write_date(writer, "to", line.period.to);
  writer.end_object();
}

ClaimedLine read_line(Members& members) {
  ClaimedLine line;
  line.period.from = read_date(members, "from");
  line.period.interest = read_amount(members, "interest");
  line.loan = members.text("loan", true);
  line.period.loan_from = read_date(members, "loan_from");
  line.period.misused_from = read_optional_date(members, "misused_from");
  line.period.overdue_from = read_optional_date(members, "overdue_from");
  line.period.principal = read_amount(members, "principal");
  line.period.rate = read_rate(members, "rate");
  line.subsidised = read_amount(members, "subsidised");
  line.subsidy = read_amount(members, "subsidy");
  line.period.to = read_date(members, "to");
  return line;
}

std::optional<SubsidyState> parse_verdict(std::string_view word) {
  for (const SubsidyState state : {SubsidyState::Passed, SubsidyState::Disputed, SubsidyState::Rejected}) {
    if (word == word_of(state)) return state;
  }
  return std::nullopt;
}

}  // namespace

void write_payers(JsonWriter& writer, const std::vector<SubsidyPayer>& payers) {
  writer.begin_array();
  for (const SubsidyPayer& one : payers) {
    writer.begin_object();
    write_text(writer, "payer", one.payer);
    write_number(writer, "weight", one.weight);
    writer.end_object();
  }
  writer.end_array();
}

void write_accounts(JsonWriter& writer, const std::vector<SubsidyAccounts>& accounts) {
  writer.begin_array();
  for (const SubsidyAccounts& one : accounts) {
    writer.begin_object();
    write_text(writer, "credit", one.credit);
    write_text(writer, "debit", one.debit);
    write_text(writer, "fund", one.fund);
    write_text(writer, "payer", one.payer);
    writer.end_object();
  }
  writer.end_array();
}

std::string text_of(const std::vector<SubsidyPayer>& payers) {
  JsonWriter writer;
  write_payers(writer, payers);
  return writer.take();
}

std::string text_of(const std::vector<SubsidyAccounts>& accounts) {
  JsonWriter writer;
  write_accounts(writer, accounts);
  return writer.take();
}

std::optional<std::vector<SubsidyPayer>> payers_of(const JsonValue& value) {
  return items_of<SubsidyPayer>(value, [](Members& members) {
    SubsidyPayer payer;
    payer.payer = members.text("payer", true);
    payer.weight = members.integer("weight", 0, true);
    return payer;
  });
}

std::optional<std::vector<SubsidyAccounts>> accounts_of(const JsonValue& value) {
  return items_of<SubsidyAccounts>(value, [](Members& members) {
    SubsidyAccounts one;
    one.credit = members.text("credit", true);
    one.debit = members.text("debit", true);
    one.fund = members.text("fund", false);
    one.payer = members.text("payer", true);
    return one;
  });
}

std::string encode(const ClaimSubsidy& command) {
  JsonWriter writer;
  writer.begin_object();
  write_text(writer, "bank", command.bank);
  write_text(writer, "code", command.code);
  write_date(writer, "date", command.date);
  write_json(writer, "explanation", command.explanation);
  write_date(writer, "from", command.from);
  write_text(writer, "mode", word_of(command.mode));
  writer.key("payers");
  write_payers(writer, command.payers);
  writer.key("rows");
  writer.begin_array();
  for (const ClaimedLine& line : command.rows) write_line(writer, line);
  writer.end_array();
  write_date(writer, "to", command.to);
  writer.end_object();
  return writer.take();
}

std::optional<ClaimSubsidy> decode_claim_subsidy(const JsonValue& data) {
  Members members(data);
  ClaimSubsidy command;
  command.bank = members.text("bank", true);
  command.code = members.text("code", true);
  command.date = read_date(members, "date");
  command.explanation = read_json(members, "explanation");
  command.from = read_date(members, "from");
  const std::optional<SubsidyMode> mode = parse_subsidy_mode(members.text("mode", true));
  if (!mode) members.fail();
  if (mode) command.mode = *mode;
  read_items(members, "payers", command.payers, payers_of);
  read_rows(members, "rows", [&command](Members& row) { command.rows.push_back(read_line(row)); });
  command.to = read_date(members, "to");
  return members.is_complete() ? std::optional(std::move(command)) : std::nullopt;
}

std::string encode(const ReviewSubsidy& command) {
  JsonWriter writer;
  writer.begin_object();
  write_text(writer, "claim", command.claim);
  write_text(writer, "code", command.code);
  write_date(writer, "date", command.date);
  writer.key("verdicts");
  writer.begin_array();
  for (const LineVerdict& line : command.verdicts) {
    writer.begin_object();
    write_number(writer, "line", line.number);
    write_text(writer, "reason", line.reason);
    write_text(writer, "verdict", word_of(line.verdict));
    writer.end_object();
  }
  writer.end_array();
  writer.end_object();
  return writer.take();
}

std::optional<ReviewSubsidy> decode_review_subsidy(const JsonValue& data) {
  Members members(data);
  ReviewSubsidy command;
  command.claim = members.text("claim", true);
  command.code = members.text("code", true);
  command.date = read_date(members, "date");
  read_rows(members, "verdicts", [&command](Members& row) {
    LineVerdict line;
    line.number = row.integer("line", 0, true);
    line.reason = row.text("reason", false);
    const std::optional<SubsidyState> verdict = parse_verdict(row.text("verdict", true));
    if (!verdict) row.fail();
    if (verdict) line.verdict = *verdict;
    command.verdicts.push_back(std::move(line));
  });
  return members.is_complete() ? std::optional(std::move(command)) : std::nullopt;
}

std::string encode(const PaySubsidy& command) {
  JsonWriter writer;
  writer.begin_object();
  writer.key("accounts");
  write_accounts(writer, command.accounts);
  write_amount(writer, "amount", command.amount);
  write_text(writer, "claim", command.claim);
  write_text(writer, "code", command.code);
  write_date(writer, "date", command.date);
  writer.end_object();
  return writer.take();
}

std::optional<PaySubsidy> decode_pay_subsidy(const JsonValue& data) {
  Members members(data);
  PaySubsidy command;
  read_items(members, "accounts", command.accounts, accounts_of);
  command.amount = read_amount(members, "amount");
  command.claim = members.text("claim", true);
  command.code = members.text("code", true);
  command.date = read_date(members, "date");
  return members.is_complete() ? std::optional(std::move(command)) : std::nullopt;
}

std::string encode(const ClawBackSubsidy& command) {
  JsonWriter writer;
  writer.begin_object();
  writer.key("accounts");
  write_accounts(writer, command.accounts);
  write_amount(writer, "amount", command.amount);
  write_text(writer, "claim", command.claim);
  write_text(writer, "code", command.code);
  write_date(writer, "date", command.date);
  write_number(writer, "line", command.line);
  write_text(writer, "reason", command.reason);
  writer.end_object();
  return writer.take();
}

std::optional<ClawBackSubsidy> decode_claw_back_subsidy(const JsonValue& data) {
  Members members(data);
  ClawBackSubsidy command;
  read_items(members, "accounts", command.accounts, accounts_of);
  command.amount = read_amount(members, "amount");
  command.claim = members.text("claim", true);
  command.code = members.text("code", true);
  command.date = read_date(members, "date");
  command.line = members.integer("line", 0, true);
  command.reason = members.text("reason", false);
  return members.is_complete() ? std::optional(std::move(command)) : std::nullopt;
}

}  // namespace mingzhang::loans
