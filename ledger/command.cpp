// SPDX-License-Identifier: Apache-2.0
// Sends each kind of command to its own checks and effects.
#include "ledger/command.h"

#include <type_traits>
#include <utility>

#include "base/check.h"
#include "base/overloaded.h"

namespace mingzhang::ledger {
namespace {

/// Wraps a decoded command of one kind into an event.
template <class Decoded>
std::optional<Event> event_of(std::optional<Decoded> decoded) {
  if (!decoded) return std::nullopt;
  return Event{Command(std::move(*decoded)), Decision{}};
}

}  // namespace

std::vector<Problem> check_request(const Command& command, Date today) {
  return std::visit(Overloaded{
                        [today](const VoucherRequest& request) { return check_request(request, today); },
                        [](const auto& other) { return check_request(other); },
                    },
                    command);
}

std::vector<Problem> check_state(const Command& command, std::string_view by, Date today, Book& book) {
  return std::visit(Overloaded{
                        [](const OpenBook&) { return std::vector<Problem>(); },
                        [&](const GrantRole& grant) { return check_state(grant, by, book); },
                        [&](const ChangePeriod& change) { return check_state(change, today, book); },
                        [&](const auto& other) { return check_state(other, book); },
                    },
                    command);
}

std::string_view record_kind_of(const Command& command) {
  return std::visit(Overloaded{
                        [](const VoucherRequest&) { return "voucher/v1"; },
                        [](const AddAccount&) { return "account/v1"; },
                        [](const ChangeAccount&) { return "account_change/v1"; },
                        [](const AddFund&) { return "fund/v1"; },
                        [](const AddProject&) { return "project/v1"; },
                        [](const ChangePeriod&) { return "period/v1"; },
                        [](const GrantRole&) { return "grant/v1"; },
                        [](const OpenBook&) { return "book/v1"; },
                    },
                    command);
}

std::string canonical_form(const Command& command) {
  JsonWriter writer;
  writer.begin_object();
  writer.key("data");
  writer.raw(std::visit(Overloaded{
                            [](const VoucherRequest& request) { return encode_request(request); },
                            [](const ChangePeriod& change) {
                              const bool is_close = change.action == PeriodAction::Close;
                              return encode(change, is_close ? std::optional(PeriodDigest{"-"}) : std::nullopt);
                            },
                            [](const auto& other) { return encode(other); },
                        },
                        command));
  writer.key("t");
  writer.text(record_kind_of(command));
  writer.end_object();
  return writer.take();
}

std::string record_data_of(const Command& command, const Decision& decision) {
  return std::visit(Overloaded{
                        [&decision](const VoucherRequest& request) {
                          MZ_CHECK(decision.number > 0);
                          return encode_voucher(request, decision.number);
                        },
                        [&decision](const ChangePeriod& change) { return encode(change, decision.digest); },
                        [](const auto& other) { return encode(other); },
                    },
                    command);
}

const std::vector<Line>& lines_of(const Command& command) {
  static const std::vector<Line> kNone;
  const auto* request = std::get_if<VoucherRequest>(&command);
  return request == nullptr ? kNone : request->lines;
}

std::optional<Event> decode_event(std::string_view kind, const JsonValue& data, std::string_view lines_jsonl) {
  if (kind == "voucher/v1") {
    std::optional<Voucher> voucher = decode_voucher(data, lines_jsonl);
    if (!voucher) return std::nullopt;
    return Event{Command(std::move(voucher->request)), Decision{voucher->number, std::nullopt}};
  }
  if (!lines_jsonl.empty()) return std::nullopt;
  if (kind == "period/v1") {
    std::optional<DecodedChangePeriod> decoded = decode_change_period(data);
    if (!decoded) return std::nullopt;
    return Event{Command(std::move(decoded->command)), Decision{0, std::move(decoded->digest)}};
  }
  if (kind == "account/v1") return event_of(decode_add_account(data));
  if (kind == "account_change/v1") return event_of(decode_change_account(data));
  if (kind == "fund/v1") return event_of(decode_add_fund(data));
  if (kind == "project/v1") return event_of(decode_add_project(data));
  if (kind == "grant/v1") return event_of(decode_grant_role(data));
  if (kind == "book/v1") return event_of(decode_open_book(data));
  return std::nullopt;
}

void apply(const Command& command, const Decision& decision, std::int64_t seq, Book& book) {
  std::visit(Overloaded{
                 [&](const VoucherRequest& request) { apply(request, decision.number, seq, book); },
                 [&](const auto& other) { apply(other, book); },
             },
             command);
  book.count_record();
}

}  // namespace mingzhang::ledger
