// SPDX-License-Identifier: Apache-2.0
// The records of a log's keys.
#include <utility>

#include "audit/keys/command.h"
#include "base/members.h"
#include "base/overloaded.h"
#include "base/record_members.h"

namespace mingzhang::audit {
namespace {

std::string key_data(std::string_view key, std::string_view reason) {
  JsonWriter writer;
  writer.begin_object();
  write_text(writer, "key", key);
  write_text(writer, "reason", reason);
  writer.end_object();
  return writer.take();
}

/// A record holds no line ends: a note is the list of its lines, the empty one included.
void write_lines(JsonWriter& writer, std::string_view note) {
  writer.begin_array();
  while (!note.empty()) {
    const std::size_t end = note.find('\n');
    writer.text(note.substr(0, end));
    note.remove_prefix(end == std::string_view::npos ? note.size() : end + 1);
  }
  writer.end_array();
}

std::string restore_data(const RestoreLog& restore) {
  JsonWriter writer;
  writer.begin_object();
  writer.key("lost");
  writer.begin_array();
  for (const std::string& note : restore.lost) write_lines(writer, note);
  writer.end_array();
  write_text(writer, "reason", restore.reason);
  writer.end_object();
  return writer.take();
}

std::vector<std::string> read_lost(Members& members) {
  std::vector<std::string> lost;
  const JsonValue* notes = members.take("lost", true);
  if (notes == nullptr) return lost;
  for (const JsonValue& lines : notes->items()) {
    std::string& note = lost.emplace_back();
    for (const JsonValue& line : lines.items()) {
      const std::string* text = line.as_text();
      if (text == nullptr) members.fail();
      note += (text == nullptr ? std::string() : *text) + "\n";
    }
  }
  return lost;
}

}  // namespace

std::string_view record_kind_of(const Command& command) {
  constexpr std::string_view kKinds[] = {"log_key/v1", "log_key_end/v1", "log_restore/v1"};
  return kKinds[command.index()];
}

std::string record_data_of(const Command& command) {
  return std::visit(Overloaded{
                        [](const AddLogKey& one) { return key_data(one.key, one.reason); },
                        [](const EndLogKey& one) { return key_data(one.key, one.reason); },
                        [](const RestoreLog& one) { return restore_data(one); },
                    },
                    command);
}

std::optional<Command> decode_command(std::string_view kind, const JsonValue& data) {
  if (kind != "log_key/v1" && kind != "log_key_end/v1" && kind != "log_restore/v1") return std::nullopt;
  Members members(data);
  Command command;
  if (kind == "log_restore/v1") {
    std::vector<std::string> lost = read_lost(members);
    command = RestoreLog{std::move(lost), members.text("reason", true)};
  } else {
    std::string key = members.text("key", true);
    std::string reason = members.text("reason", true);
    if (kind == "log_key/v1") {
      command = AddLogKey{std::move(key), std::move(reason)};
    } else {
      command = EndLogKey{std::move(key), std::move(reason)};
    }
  }
  if (!members.is_complete()) return std::nullopt;
  // One form only: whatever would be written in another way is not known.
  if (!check_request(command).empty() || record_data_of(command) != data.bytes()) return std::nullopt;
  return command;
}

}  // namespace mingzhang::audit
