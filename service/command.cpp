// SPDX-License-Identifier: Apache-2.0
// Sends every command to the module that it belongs to.
#include "service/command.h"

#include <utility>

#include "base/overloaded.h"
#include "guarantee/cover.h"
#include "service/content_checks.h"

namespace mingzhang::service {
namespace {

/// The canonical form of a command whose record data says everything.
std::string form_of(std::string_view kind, std::string_view data) {
  JsonWriter writer;
  writer.begin_object();
  writer.key("data");
  writer.raw(data);
  writer.key("t");
  writer.text(kind);
  writer.end_object();
  return writer.take();
}

}  // namespace

Command::Command(const Command& other) = default;
Command::Command(Command&& other) noexcept = default;
Command& Command::operator=(const Command& other) = default;
Command& Command::operator=(Command&& other) noexcept = default;
Command::~Command() = default;

std::vector<Problem> check_request(const Command& command, Date today) {
  std::vector<Problem> problems =
      std::visit(Overloaded{
                     [today](const ledger::Command& one) { return ledger::check_request(one, today); },
                     [](const households::Command& one) { return households::check_request(one); },
                     [today](const funds::Command& one) { return funds::check_request(one, today); },
                     [](const policy::Command& one) { return policy::check_request(one); },
                     [today](const loans::Command& one) { return loans::check_request(one, today); },
                     [today](const guarantee::Command& one) { return guarantee::check_request(one, today); },
                     [](const audit::Command& one) { return audit::check_request(one); },
                 },
                 command);
  return problems.empty() ? check_digests(command) : problems;
}

std::vector<Problem> check_state(const Command& command, std::string_view by, Date today, BookState& state) {
  std::vector<Problem> problems = std::visit(
      Overloaded{
          [&](const ledger::Command& one) { return ledger::check_state(one, by, today, state.ledger()); },
          [&](const households::Command& one) { return households::check_state(one, state.households()); },
          [&](const funds::Command& one) { return funds::check_state(one, state.funds(), state.ledger()); },
          [&](const policy::Command& one) { return policy::check_state(one, state.adoptions()); },
          [&](const loans::Command& one) {
            std::vector<Problem> found = loans::check_state(one, state.loans(), state.ledger());
            return found.empty() ? guarantee::check_cover(one, state.loans(), state.guarantee()) : found;
          },
          [&](const guarantee::Command& one) { return guarantee::check_state(one, state.guarantee(), state.loans(), state.ledger()); },
          [&](const audit::Command& one) { return audit::check_state(one, state.ledger().head().name, state.log_keys()); },
      },
      command);
  return problems.empty() ? check_explanation(command, state) : problems;
}

std::string_view record_kind_of(const Command& command) {
  return std::visit(Overloaded{
                        [](const ledger::Command& one) { return ledger::record_kind_of(one); },
                        [](const households::Command& one) { return households::record_kind_of(one); },
                        [](const funds::Command& one) { return funds::record_kind_of(one); },
                        [](const policy::Command& one) { return policy::record_kind_of(one); },
                        [](const loans::Command& one) { return loans::record_kind_of(one); },
                        [](const guarantee::Command& one) { return guarantee::record_kind_of(one); },
                        [](const audit::Command& one) { return audit::record_kind_of(one); },
                    },
                    command);
}

std::string canonical_form(const Command& command) {
  return std::visit(Overloaded{
                        [](const ledger::Command& one) { return ledger::canonical_form(one); },
                        [](const households::Command& one) {
                          return form_of(households::record_kind_of(one), households::record_data_of(one));
                        },
                        [](const funds::Command& one) {
                          return form_of(funds::record_kind_of(one), funds::record_data_of(one));
                        },
                        [](const policy::Command& one) {
                          return form_of(policy::record_kind_of(one), policy::record_data_of(one));
                        },
                        [](const loans::Command& one) {
                          return form_of(loans::record_kind_of(one), loans::record_data_of(one));
                        },
                        [](const guarantee::Command& one) {
                          return form_of(guarantee::record_kind_of(one), guarantee::record_data_of(one));
                        },
                        [](const audit::Command& one) {
                          return form_of(audit::record_kind_of(one), audit::record_data_of(one));
                        },
                    },
                    command);
}

std::string record_data_of(const Command& command, const ledger::Decision& decision) {
  return std::visit(Overloaded{
                        [&](const ledger::Command& one) { return ledger::record_data_of(one, decision); },
                        [](const households::Command& one) { return households::record_data_of(one); },
                        [](const funds::Command& one) { return funds::record_data_of(one); },
                        [](const policy::Command& one) { return policy::record_data_of(one); },
                        [](const loans::Command& one) { return loans::record_data_of(one); },
                        [](const guarantee::Command& one) { return guarantee::record_data_of(one); },
                        [](const audit::Command& one) { return audit::record_data_of(one); },
                    },
                    command);
}

const std::vector<ledger::Line>& lines_of(const Command& command) {
  static const std::vector<ledger::Line> kNone;
  const auto* of_ledger = std::get_if<ledger::Command>(&command);
  return of_ledger == nullptr ? kNone : ledger::lines_of(*of_ledger);
}

std::optional<Event> decode_event(std::string_view kind, const JsonValue& data, std::string_view lines_jsonl) {
  if (std::optional<ledger::Event> event = ledger::decode_event(kind, data, lines_jsonl)) {
    return Event{Command(std::move(event->command)), std::move(event->decision)};
  }
  if (!lines_jsonl.empty()) return std::nullopt;
  if (std::optional<households::Command> command = households::decode_command(kind, data)) {
    return Event{Command(std::move(*command)), ledger::Decision{}};
  }
  if (std::optional<funds::Command> command = funds::decode_command(kind, data)) {
    return Event{Command(std::move(*command)), ledger::Decision{}};
  }
  if (std::optional<policy::Command> command = policy::decode_command(kind, data)) {
    return Event{Command(std::move(*command)), ledger::Decision{}};
  }
  if (std::optional<loans::Command> command = loans::decode_command(kind, data)) {
    return Event{Command(std::move(*command)), ledger::Decision{}};
  }
  if (std::optional<guarantee::Command> command = guarantee::decode_command(kind, data)) {
    return Event{Command(std::move(*command)), ledger::Decision{}};
  }
  if (std::optional<audit::Command> command = audit::decode_command(kind, data)) {
    return Event{Command(std::move(*command)), ledger::Decision{}};
  }
  return std::nullopt;
}

std::vector<ledger::VoucherRequest> vouchers_of(const Command& command, BookState& state) {
  if (const auto* of_funds = std::get_if<funds::Command>(&command)) return funds::vouchers_of(*of_funds, state.funds());
  if (const auto* of_loans = std::get_if<loans::Command>(&command)) return loans::vouchers_of(*of_loans, state.loans());
  if (const auto* of_pools = std::get_if<guarantee::Command>(&command)) {
    return guarantee::vouchers_of(*of_pools, state.guarantee());
  }
  return {};
}

void apply(const Command& command, const ledger::Decision& decision, std::int64_t seq, BookState& state) {
  std::visit(Overloaded{
                 [&](const ledger::Command& one) { ledger::apply(one, decision, seq, state.ledger()); },
                 [&](const households::Command& one) {
                   households::apply(one, seq, state.households());
                   state.ledger().count_record();
                 },
                 [&](const funds::Command& one) {
                   funds::apply(one, seq, state.funds());
                   state.ledger().count_record();
                 },
                 [&](const policy::Command& one) {
                   policy::apply(one, seq, state.adoptions());
                   state.ledger().count_record();
                 },
                 [&](const loans::Command& one) {
                   const guarantee::CoverByPool before = guarantee::cover_behind(one, state.loans());
                   loans::apply(one, seq, state.loans());
                   guarantee::observe(before, guarantee::cover_behind(one, state.loans()), state.guarantee());
                   state.ledger().count_record();
                 },
                 [&](const guarantee::Command& one) {
                   guarantee::apply(one, seq, state.guarantee());
                   state.ledger().count_record();
                 },
                 [&](const audit::Command& one) {
                   audit::apply(one, seq, state.log_keys());
                   state.ledger().count_record();
                 },
             },
             command);
}

}  // namespace mingzhang::service
