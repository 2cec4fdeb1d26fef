// SPDX-License-Identifier: Apache-2.0
// Checks records that no checkpoint has covered yet.
#include "service/sealing/newest_records.h"

#include <string>

#include "audit/record.h"
#include "service/command.h"
#include "service/verify.h"

namespace mingzhang::service {
namespace {

Problem newest_problem(VerifyOutcome outcome, std::int64_t seq, const std::string& detail) {
  return Problem{&info_of(outcome), "record " + std::to_string(seq), detail};
}

}  // namespace

std::optional<Problem> NewestRecords::check(const audit::StoredRecord& record) {
  const auto parsed = audit::parse_record(record.bytes);
  if (!parsed) return newest_problem(VerifyOutcome::NotARecord, record.seq, parsed.error().member);
  const std::optional<Event> event = decode_event(parsed->kind, parsed->data, record.lines);
  if (!event) return newest_problem(VerifyOutcome::UnknownContent, record.seq, parsed->kind);
  // Dates are not compared with today's again: what was too far ahead was refused when it was new.
  const std::vector<Problem> problems = check_request(event->command, *Date::from_civil(2999, 12, 31));
  if (!problems.empty()) {
    return newest_problem(VerifyOutcome::BreaksRule, record.seq, std::string(problems.front().info->code) + " " + problems.front().place);
  }
  const auto* voucher = as<ledger::VoucherRequest>(event->command);
  return voucher == nullptr ? std::nullopt : check_number(*voucher, event->decision.number, record.seq);
}

std::optional<Problem> NewestRecords::check_number(const ledger::VoucherRequest& voucher, std::int64_t number, std::int64_t seq) {
  const auto key = std::tuple(Month::of(voucher.date).number(), voucher.type);
  const auto [last, is_first] = last_numbers_.emplace(key, number);
  if (!is_first && number != last->second + 1) {
    return newest_problem(VerifyOutcome::WrongNumber, seq,
                          ledger::number_text(voucher.type, number) + " ≠ " + ledger::number_text(voucher.type, last->second + 1));
  }
  last->second = number;
  return std::nullopt;
}

}  // namespace mingzhang::service
