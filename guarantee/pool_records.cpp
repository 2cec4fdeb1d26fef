// SPDX-License-Identifier: Apache-2.0
// The records of pools and their deposits.
#include <utility>

#include "base/record_members.h"
#include "guarantee/pool_commands.h"

namespace mingzhang::guarantee {
namespace {

void write_terms(JsonWriter& writer, const PoolTerms& terms) {
  writer.key("terms");
  writer.begin_object();
  write_number(writer, "alert_percent", terms.alert_percent);
  write_number(writer, "multiple", terms.multiple);
  write_number(writer, "npl_tolerance", terms.npl_tolerance);
  writer.end_object();
}

PoolTerms read_terms(Members& members) {
  PoolTerms terms;
  const JsonValue* value = members.take("terms", true);
  if (value == nullptr) return terms;
  Members inner(*value);
  terms.alert_percent = inner.integer("alert_percent", 0, false);
  terms.multiple = inner.integer("multiple", 0, true);
  terms.npl_tolerance = inner.integer("npl_tolerance", 0, false);
  if (!inner.is_complete()) members.fail();
  return terms;
}

void write_accounts(JsonWriter& writer, const PoolAccounts& accounts) {
  if (accounts.are_none()) return;
  writer.key("accounts");
  writer.begin_object();
  write_text(writer, "bank", accounts.bank);
  write_text(writer, "deposit", accounts.deposit);
  write_text(writer, "receivable", accounts.receivable);
  writer.end_object();
}

PoolAccounts read_accounts(Members& members) {
  PoolAccounts accounts;
  const JsonValue* value = members.take("accounts", false);
  if (value == nullptr) return accounts;
  Members inner(*value);
  accounts.bank = inner.text("bank", true);
  accounts.deposit = inner.text("deposit", true);
  accounts.receivable = inner.text("receivable", true);
  if (!inner.is_complete()) members.fail();
  return accounts;
}

MovementKind read_kind(Members& members) {
  const std::optional<MovementKind> kind = parse_movement_kind(members.text("kind", true));
  const bool is_good = kind && (*kind == MovementKind::Deposit || *kind == MovementKind::Withdrawal || *kind == MovementKind::Draw);
  if (!is_good) members.fail();
  return is_good ? *kind : MovementKind::Deposit;
}

}  // namespace

std::string encode(const AddPool& command) {
  JsonWriter writer;
  writer.begin_object();
  write_accounts(writer, command.accounts);
  write_text(writer, "bank", command.bank);
  write_text(writer, "code", command.code);
  write_date(writer, "date", command.date);
  write_json(writer, "explanation", command.explanation);
  write_text(writer, "name", command.name);
  write_text(writer, "place", command.place);
  write_terms(writer, command.terms);
  writer.end_object();
  return writer.take();
}

std::optional<AddPool> decode_add_pool(const JsonValue& data) {
  Members members(data);
  AddPool command;
  command.accounts = read_accounts(members);
  command.bank = members.text("bank", true);
  command.code = members.text("code", true);
  command.date = read_date(members, "date");
  command.explanation = read_json(members, "explanation");
  command.name = members.text("name", true);
  command.place = members.text("place", true);
  command.terms = read_terms(members);
  return members.is_complete() ? std::optional(std::move(command)) : std::nullopt;
}

std::string encode(const MoveDeposit& command) {
  JsonWriter writer;
  writer.begin_object();
  write_amount(writer, "amount", command.amount);
  write_text(writer, "code", command.code);
  write_date(writer, "date", command.date);
  write_text(writer, "document", command.document);
  write_text(writer, "fund", command.fund);
  write_text(writer, "kind", word_of(command.kind));
  write_text(writer, "party", command.party);
  write_text(writer, "pool", command.pool);
  write_text(writer, "reason", command.reason);
  writer.end_object();
  return writer.take();
}

std::optional<MoveDeposit> decode_move_deposit(const JsonValue& data) {
  Members members(data);
  MoveDeposit command;
  command.amount = read_amount(members, "amount");
  command.code = members.text("code", true);
  command.date = read_date(members, "date");
  command.document = members.text("document", false);
  command.fund = members.text("fund", false);
  command.kind = read_kind(members);
  command.party = members.text("party", true);
  command.pool = members.text("pool", true);
  command.reason = members.text("reason", false);
  return members.is_complete() ? std::optional(std::move(command)) : std::nullopt;
}

std::string encode(const ChangePool& command) {
  JsonWriter writer;
  writer.begin_object();
  write_text(writer, "code", command.code);
  write_date(writer, "date", command.date);
  write_json(writer, "explanation", command.explanation);
  write_text(writer, "pool", command.pool);
  write_text(writer, "reason", command.reason);
  write_text(writer, "stop_reason", command.stop_reason);
  write_terms(writer, command.terms);
  writer.end_object();
  return writer.take();
}

std::optional<ChangePool> decode_change_pool(const JsonValue& data) {
  Members members(data);
  ChangePool command;
  command.code = members.text("code", true);
  command.date = read_date(members, "date");
  command.explanation = read_json(members, "explanation");
  command.pool = members.text("pool", true);
  command.reason = members.text("reason", true);
  command.stop_reason = members.text("stop_reason", false);
  command.terms = read_terms(members);
  return members.is_complete() ? std::optional(std::move(command)) : std::nullopt;
}

}  // namespace mingzhang::guarantee
