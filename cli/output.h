// SPDX-License-Identifier: Apache-2.0
// Where words go: data to one stream, progress and notes to the other, never colour.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include "service/request.h"

namespace mingzhang::cli {

/// The two streams of a run. With JSON, exactly one document goes to the first.
class Output {
 public:
  Output(std::ostream& data, std::ostream& notes, bool is_json) : data_(data), notes_(notes), is_json_(is_json) {}

  bool is_json() const { return is_json_; }
  /// Data for people or a whole document; a line feed is added where none ends it.
  void data(std::string_view text);
  /// A part of the data, as it is.
  void piece(std::string_view text);
  /// One line for whoever watches.
  void note(std::string_view line);
  /// Shows every problem, as a document or as sentences beside the data. The exit code.
  int refuse(const service::Refusal& refusal);
  /// False where something could not be written.
  bool finish();

 private:
  std::ostream& data_;
  std::ostream& notes_;
  bool is_json_;
};

/// {"error":{…},"problems":[…]}: the first problem, and all of them with the number of their command from 0.
std::string to_json(const service::Refusal& refusal);
/// Two lines for each problem, as base/outcome.h writes them.
std::string to_text(const service::Refusal& refusal);

/// Any bytes as text that JSON may hold: what is no plain UTF-8 becomes "?".
std::string plain(std::string_view bytes);

}  // namespace mingzhang::cli
