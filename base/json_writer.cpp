// SPDX-License-Identifier: Apache-2.0
// Writing canonical JSON.
#include <charconv>
#include <iterator>

#include "base/check.h"
#include "base/json.h"
#include "base/text.h"

namespace mingzhang {
namespace {

/// Most records fit, so that one allocation is enough.
constexpr std::size_t kUsualSize = 256;

void append_escaped(std::string& bytes, std::string_view text) {
  std::size_t run = 0;  // what stands between `run` and `i` needs no escape
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '"' && text[i] != '\\') continue;
    bytes.append(text.data() + run, i - run);
    bytes += '\\';
    run = i;
  }
  bytes.append(text.data() + run, text.size() - run);
}

bool is_printable_ascii(std::string_view text) {
  for (const char c : text) {
    if (c < ' ' || c > '~') return false;
  }
  return true;
}

/// True where `name` sorts after the key whose escaped form is `escaped`.
bool sorts_after(std::string_view name, std::string_view escaped) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < escaped.size(); ++i, ++at) {
    if (escaped[i] == '\\') ++i;
    if (at == name.size() || name[at] < escaped[i]) return false;
    if (name[at] > escaped[i]) return true;
  }
  return at < name.size();
}

}  // namespace

void JsonWriter::before_value() {
  if (depth_ == 0) {
    MZ_CHECK(bytes_.empty());
    if (bytes_.capacity() < kUsualSize) bytes_.reserve(kUsualSize);
    return;
  }
  Level& level = top();
  if (level.is_object) {
    MZ_CHECK(after_key_);
    after_key_ = false;
    return;
  }
  if (!level.is_empty) bytes_ += ',';
  level.is_empty = false;
}

void JsonWriter::begin(bool is_object) {
  before_value();
  MZ_CHECK(depth_ < kJsonDepthMax);
  ++depth_;
  top() = Level{};
  top().is_object = is_object;
  bytes_ += is_object ? '{' : '[';
}

void JsonWriter::end(bool is_object) {
  MZ_CHECK(depth_ > 0);
  MZ_CHECK(top().is_object == is_object);
  MZ_CHECK(!after_key_);
  --depth_;
  bytes_ += is_object ? '}' : ']';
}

void JsonWriter::begin_object() {
  begin(true);
}
void JsonWriter::end_object() {
  end(true);
}
void JsonWriter::begin_array() {
  begin(false);
}
void JsonWriter::end_array() {
  end(false);
}

void JsonWriter::key(std::string_view name) {
  MZ_CHECK(depth_ > 0);
  MZ_CHECK(!after_key_);
  MZ_CHECK(is_printable_ascii(name));
  Level& level = top();
  MZ_CHECK(level.is_object);
  if (!level.is_empty) {
    MZ_CHECK(sorts_after(name, std::string_view(bytes_).substr(level.key_at, level.key_size)));
    bytes_ += ',';
  }
  level.is_empty = false;
  bytes_ += '"';
  level.key_at = bytes_.size();
  append_escaped(bytes_, name);
  level.key_size = bytes_.size() - level.key_at;
  bytes_ += "\":";
  after_key_ = true;
}

void JsonWriter::integer(std::int64_t value) {
  MZ_CHECK(value >= -kJsonIntegerMax && value <= kJsonIntegerMax);
  before_value();
  char digits[20];
  const std::to_chars_result end = std::to_chars(std::begin(digits), std::end(digits), value);
  bytes_.append(digits, end.ptr);
}

void JsonWriter::boolean(bool value) {
  before_value();
  bytes_ += value ? "true" : "false";
}

void JsonWriter::text(std::string_view value) {
  MZ_CHECK(is_plain_text(value));
  before_value();
  bytes_ += '"';
  append_escaped(bytes_, value);
  bytes_ += '"';
}

void JsonWriter::raw(std::string_view canonical) {
  MZ_CHECK(!canonical.empty());
  before_value();
  bytes_.append(canonical);
}

std::string JsonWriter::take() {
  MZ_CHECK(depth_ == 0);
  MZ_CHECK(!bytes_.empty());
  std::string finished;
  finished.swap(bytes_);
  return finished;
}

}  // namespace mingzhang
