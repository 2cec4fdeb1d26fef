// SPDX-License-Identifier: Apache-2.0
// The records of risk-compensation funds.
#include <utility>

#include "base/record_members.h"
#include "guarantee/risk_fund_commands.h"

namespace mingzhang::guarantee {
namespace {

void write_weights(JsonWriter& writer, std::string_view key, const Weights& weights) {
  writer.key(key);
  writer.begin_array();
  writer.integer(weights.first);
  writer.integer(weights.second);
  writer.end_array();
}

Weights read_weights(Members& members, std::string_view key) {
  const JsonValue* value = members.take(key, true);
  if (value != nullptr && value->items().size() == 2) {
    const auto first = value->items()[0].as_integer();
    const auto second = value->items()[1].as_integer();
    if (first && second) return {*first, *second};
  }
  members.fail();
  return {};
}

void write_terms(JsonWriter& writer, const RiskFundTerms& terms) {
  writer.key("terms");
  writer.begin_object();
  write_weights(writer, "contributions", terms.contributions);
  write_flag(writer, "covers_interest", terms.covers_interest);
  write_weights(writer, "government", terms.government);
  write_weights(writer, "loss", terms.loss);
  write_number(writer, "overdue_days", terms.overdue_days);
  write_amount(writer, "target", terms.target);
  writer.end_object();
}

RiskFundTerms read_fund_terms(Members& members) {
  RiskFundTerms terms;
  const JsonValue* value = members.take("terms", true);
  if (value == nullptr) return terms;
  Members inner(*value);
  terms.contributions = read_weights(inner, "contributions");
  terms.covers_interest = inner.boolean("covers_interest", false);
  terms.government = read_weights(inner, "government");
  terms.loss = read_weights(inner, "loss");
  terms.overdue_days = inner.integer("overdue_days", 0, false);
  terms.target = read_amount(inner, "target");
  if (!inner.is_complete()) members.fail();
  return terms;
}

void write_accounts(JsonWriter& writer, const RiskFundAccounts& accounts) {
  if (accounts.are_none()) return;
  writer.key("accounts");
  writer.begin_object();
  write_text(writer, "bank", accounts.bank);
  write_text(writer, "institution", accounts.institution);
  write_text(writer, "local", accounts.local);
  write_text(writer, "loss", accounts.loss);
  write_text(writer, "province", accounts.province);
  write_text(writer, "receivable", accounts.receivable);
  write_text(writer, "regained", accounts.regained);
  writer.end_object();
}

RiskFundAccounts read_fund_accounts(Members& members) {
  RiskFundAccounts accounts;
  const JsonValue* value = members.take("accounts", false);
  if (value == nullptr) return accounts;
  Members inner(*value);
  accounts.bank = inner.text("bank", true);
  accounts.institution = inner.text("institution", true);
  accounts.local = inner.text("local", true);
  accounts.loss = inner.text("loss", true);
  accounts.province = inner.text("province", true);
  accounts.receivable = inner.text("receivable", true);
  accounts.regained = inner.text("regained", true);
  if (!inner.is_complete()) members.fail();
  return accounts;
}

Contributor read_contributor(Members& members) {
  const std::optional<Contributor> contributor = parse_contributor(members.text("contributor", true));
  if (!contributor) members.fail();
  return contributor.value_or(Contributor::Local);
}

}  // namespace

std::string encode(const OpenRiskFund& command) {
  JsonWriter writer;
  writer.begin_object();
  write_accounts(writer, command.accounts);
  write_text(writer, "code", command.code);
  write_date(writer, "date", command.date);
  write_json(writer, "explanation", command.explanation);
  write_text(writer, "name", command.name);
  write_text(writer, "place", command.place);
  write_terms(writer, command.terms);
  writer.end_object();
  return writer.take();
}

std::optional<OpenRiskFund> decode_open_risk_fund(const JsonValue& data) {
  Members members(data);
  OpenRiskFund command;
  command.accounts = read_fund_accounts(members);
  command.code = members.text("code", true);
  command.date = read_date(members, "date");
  command.explanation = read_json(members, "explanation");
  command.name = members.text("name", true);
  command.place = members.text("place", true);
  command.terms = read_fund_terms(members);
  return members.is_complete() ? std::optional(std::move(command)) : std::nullopt;
}

std::string encode(const Contribute& command) {
  JsonWriter writer;
  writer.begin_object();
  write_amount(writer, "amount", command.amount);
  write_text(writer, "code", command.code);
  write_text(writer, "contributor", word_of(command.contributor));
  write_date(writer, "date", command.date);
  write_text(writer, "document", command.document);
  write_text(writer, "fund", command.fund);
  write_text(writer, "party", command.party);
  write_text(writer, "source", command.source);
  writer.end_object();
  return writer.take();
}

std::optional<Contribute> decode_contribute(const JsonValue& data) {
  Members members(data);
  Contribute command;
  command.amount = read_amount(members, "amount");
  command.code = members.text("code", true);
  command.contributor = read_contributor(members);
  command.date = read_date(members, "date");
  command.document = members.text("document", false);
  command.fund = members.text("fund", true);
  command.party = members.text("party", true);
  command.source = members.text("source", false);
  return members.is_complete() ? std::optional(std::move(command)) : std::nullopt;
}

}  // namespace mingzhang::guarantee
