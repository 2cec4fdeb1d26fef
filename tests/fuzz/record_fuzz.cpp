// SPDX-License-Identifier: Apache-2.0
// Any bytes as a record (the first line) and its lines (the rest): what is accepted has exactly one form.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "audit/record.h"
#include "base/check.h"
#include "ledger/command.h"

namespace {

using mingzhang::audit::ParsedRecord;

std::string bytes_of(const std::optional<mingzhang::JsonValue>& value) { return value ? value->bytes() : std::string(); }

/// Sealing what was parsed gives the very bytes again.
void check_record(std::string_view bytes, const ParsedRecord& record, std::string_view lines) {
  mingzhang::audit::Sealer sealer;
  const bool has_lines = record.lines.count > 0;
  if (has_lines && !mingzhang::audit::check_lines(record, lines, sealer).all_match()) return;
  mingzhang::audit::RecordHead head{record.kind,        record.book, record.seq, record.at, record.by,
                                    record.approved_by, bytes_of(record.rule), bytes_of(record.request),
                                    record.data.bytes()};
  MZ_CHECK(sealer.seal(head, has_lines ? lines : std::string_view()).bytes == bytes);
}

/// Encoding what was decoded gives the very bytes again.
void check_event(const ParsedRecord& record, std::string_view lines) {
  const auto event = mingzhang::ledger::decode_event(record.kind, record.data, lines);
  if (!event) return;
  MZ_CHECK(mingzhang::ledger::record_kind_of(event->command) == record.kind);
  MZ_CHECK(mingzhang::ledger::record_data_of(event->command, event->decision) == record.data.bytes());
  std::string written;
  std::size_t number = 0;
  std::size_t start = 0;
  for (const mingzhang::ledger::Line& line : mingzhang::ledger::lines_of(event->command)) {
    const std::size_t end = lines.find('\n', start);
    MZ_CHECK(end != std::string_view::npos);
    const auto parsed = mingzhang::parse_canonical_json(lines.substr(start, end - start));
    MZ_CHECK(parsed.has_value());
    const mingzhang::JsonValue* salt = parsed->find("salt");
    MZ_CHECK(salt != nullptr);
    mingzhang::ledger::append_line(line, ++number, *salt->as_text(), written);
    start = end + 1;
  }
  MZ_CHECK(written == lines);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::size_t end = input.find('\n');
  const std::string_view bytes = input.substr(0, end);
  const std::string_view lines = end == std::string_view::npos ? std::string_view() : input.substr(end + 1);
  const auto record = mingzhang::audit::parse_record(bytes);
  if (!record) return 0;
  check_record(bytes, *record, lines);
  check_event(*record, lines);
  return 0;
}
