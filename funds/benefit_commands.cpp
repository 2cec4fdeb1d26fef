// SPDX-License-Identifier: Apache-2.0
// Checks, records, effects and vouchers of benefits.
#include "funds/benefit_commands.h"

#include <utility>

#include "base/check.h"
#include "base/text.h"
#include "funds/movements.h"
#include "funds/record_parts.h"
#include "funds/refusals.h"
#include "funds/vouchers.h"

namespace mingzhang::funds {
namespace {

constexpr std::int64_t kFirstYear = 1949;

BenefitKey key_of(const GrantBenefit& command) { return BenefitKey{command.programme, command.person, command.year}; }

}  // namespace

std::vector<Problem> check_request(const GrantBenefit& command) {
  Refusals refusals;
  refusals.check_code(command.code, "code");
  refusals.check_code(command.indicator, "indicator");
  if (!command.project.empty()) refusals.check_code(command.project, "project");
  refusals.check_code(command.programme, "programme");
  refusals.check_opaque(command.person, "person");
  refusals.check_opaque(command.household, "household");
  refusals.check_digest(command.claim, "claim");
  refusals.check_explanation(command.explanation);
  if (command.year < kFirstYear || command.year > command.date.year()) {
    refusals.add(FundsOutcome::YearBad, std::to_string(command.year));
  }
  if (!command.amount.is_zero()) refusals.check_accounts(command.accounts);
  if (command.amount.is_zero()) refusals.check_no_accounts(command.accounts);
  refusals.check_amount(command.eligible, "eligible");
  if (command.amount.is_negative()) refusals.check_amount(command.amount, "");
  if (command.claimed_before.is_negative()) refusals.check_amount(command.claimed_before, "claimed_before");
  if (command.paid_before.is_negative()) refusals.check_amount(command.paid_before, "paid_before");
  if (command.amount > command.eligible) {
    refusals.add(FundsOutcome::AmountOverCost, to_yuan(command.amount) + " > " + to_yuan(command.eligible));
  }
  return refusals.in_order();
}

std::vector<Problem> check_state(const GrantBenefit& command, Funds& funds, ledger::Book& book) {
  Refusals refusals;
  refusals.check_project(command.project, book);
  const Indicator* indicator = find_indicator(command.indicator, funds, refusals);
  // INV-22: also in another year, under another rule, for another person.
  const Benefit* paid = funds.benefit(from_hex(command.claim).value());
  if (paid != nullptr) {
    refusals.add(FundsOutcome::ClaimTwice, paid->programme + " " + std::to_string(paid->year) + ", " + to_iso(paid->date));
  }
  const BenefitTotal before = funds.benefit_total(key_of(command));
  if (before.claimed != command.claimed_before || before.paid != command.paid_before) {  // INV-24
    refusals.add(FundsOutcome::PaidBeforeDiffers,
                 to_yuan(command.claimed_before) + " → " + to_yuan(command.paid_before) + " ≠ " + to_yuan(before.claimed) +
                     " → " + to_yuan(before.paid));
  }
  if (!checked_add(before.claimed, command.eligible) || !checked_add(before.paid, command.amount)) {
    refusals.add(FundsOutcome::SumTooLarge, "");
  }
  if (indicator != nullptr) {
    refusals.check_pot(pot_of(indicator->id), command.date, command.amount, FundsOutcome::NotAvailable, funds);
  }
  return refusals.in_order();
}

std::string encode(const GrantBenefit& command) {
  JsonWriter writer;
  writer.begin_object();
  write_accounts(writer, command.accounts);
  write_amount(writer, "amount", command.amount);
  write_text(writer, "claim", command.claim);
  write_amount(writer, "claimed_before", command.claimed_before);
  write_text(writer, "code", command.code);
  write_date(writer, "date", command.date);
  write_amount(writer, "eligible", command.eligible);
  write_json(writer, "explanation", command.explanation);
  write_text(writer, "household", command.household);
  write_text(writer, "indicator", command.indicator);
  write_amount(writer, "paid_before", command.paid_before);
  write_text(writer, "person", command.person);
  write_text(writer, "programme", command.programme);
  write_text(writer, "project", command.project);
  write_number(writer, "year", command.year);
  writer.end_object();
  return writer.take();
}

std::optional<GrantBenefit> decode_grant_benefit(const JsonValue& data) {
  Members members(data);
  GrantBenefit command;
  command.accounts = read_accounts(members);
  command.amount = read_amount(members, "amount");
  command.claim = members.text("claim", true);
  command.claimed_before = read_amount(members, "claimed_before");
  command.code = members.text("code", true);
  command.date = read_date(members, "date");
  command.eligible = read_amount(members, "eligible");
  command.explanation = read_json(members, "explanation");
  command.household = members.text("household", true);
  command.indicator = members.text("indicator", true);
  command.paid_before = read_amount(members, "paid_before");
  command.person = members.text("person", true);
  command.programme = members.text("programme", true);
  command.project = members.text("project", false);
  command.year = members.integer("year", 0, true);
  return members.is_complete() ? std::optional(std::move(command)) : std::nullopt;
}

void apply(const GrantBenefit& command, std::int64_t seq, Funds& funds) {
  Indicator& indicator = change_indicator(command.indicator, funds);
  funds.pots().use(pot_of(indicator.id), command.date, command.amount);
  indicator.benefits += command.amount;
  const BenefitTotal before = funds.benefit_total(key_of(command));
  MZ_CHECK(before.claimed == command.claimed_before && before.paid == command.paid_before);  // INV-24
  funds.add_to_benefit_total(key_of(command), command.eligible, command.amount);
  Movement movement = movement_of(command, MovementKind::Benefit, seq, indicator.id);
  movement.vouchers = command.amount.is_zero() ? 0 : 1;
  movement.project = command.project;
  Benefit benefit;
  benefit.movement = funds.movements().add(std::move(movement)).id;
  benefit.claim = from_hex(command.claim).value();
  benefit.programme = command.programme;
  benefit.person = command.person;
  benefit.household = command.household;
  benefit.year = command.year;
  benefit.date = command.date;
  benefit.eligible = command.eligible;
  benefit.amount = command.amount;
  funds.add_benefit(std::move(benefit));
}

std::vector<ledger::VoucherRequest> vouchers_of(const GrantBenefit& command, Funds&) {
  const std::string summary = "到人补助：" + command.programme + "，" + std::to_string(command.year) + "年度";
  return single_voucher({ledger::VoucherType::Payment, command.date, summary, command.code, {}}, command.accounts,
                        command.amount, LinePlace{command.indicator, command.project, command.household},
                        LinePlace{command.indicator, "", ""});
}

}  // namespace mingzhang::funds
