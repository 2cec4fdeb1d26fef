// SPDX-License-Identifier: Apache-2.0
// A small lenient JSON reader for foreign vector files.
#include "tests/audit/loose_json.h"

#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>

#include "base/base64.h"
#include "tests/support/catch.h"

namespace mingzhang::audit {
namespace {

class Reader {
 public:
  explicit Reader(std::string_view rest) : rest_(rest) {}

  LooseValue value() {
    LooseValue found;
    skip_blanks();
    REQUIRE_FALSE(rest_.empty());
    if (rest_.front() == '"') {
      found.text = text();
    } else if (take('[')) {
      while (!take(']')) {
        found.items.push_back(value());
        (void)take(',');
      }
    } else if (take('{')) {
      while (!take('}')) {
        skip_blanks();
        const std::string name = text();
        REQUIRE(take(':'));
        found.members[name] = value();
        (void)take(',');
      }
    } else {
      const std::size_t length = rest_.find_first_of(",]} \n\r\t");
      found.text = std::string(rest_.substr(0, length));
      REQUIRE_FALSE(found.text.empty());
      rest_.remove_prefix(found.text.size());
      if (found.text == "null") found.text.clear();
    }
    return found;
  }

  void expect_end() {
    skip_blanks();
    REQUIRE(rest_.empty());
  }

 private:
  void skip_blanks() {
    const std::size_t blanks = rest_.find_first_not_of(" \n\r\t");
    rest_.remove_prefix(blanks == std::string_view::npos ? rest_.size() : blanks);
  }

  bool take(char wanted) {
    skip_blanks();
    REQUIRE_FALSE(rest_.empty());
    if (rest_.front() != wanted) return false;
    rest_.remove_prefix(1);
    return true;
  }

  // The vector files have no escapes but \" and \\ in their descriptions.
  std::string text() {
    REQUIRE(take('"'));
    std::string found;
    while (!rest_.empty() && rest_.front() != '"') {
      if (rest_.front() == '\\') rest_.remove_prefix(1);
      REQUIRE_FALSE(rest_.empty());
      found.push_back(rest_.front());
      rest_.remove_prefix(1);
    }
    REQUIRE_FALSE(rest_.empty());
    rest_.remove_prefix(1);
    return found;
  }

  std::string_view rest_;
};

}  // namespace

const LooseValue& LooseValue::at(const std::string& name) const {
  const auto found = members.find(name);
  INFO("member " << name);
  REQUIRE(found != members.end());
  return found->second;
}

std::int64_t LooseValue::as_size() const {
  std::uint64_t number = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
  REQUIRE(result.ec == std::errc());
  REQUIRE(result.ptr == text.data() + text.size());
  return static_cast<std::int64_t>(number);
}

LooseValue parse_loose_json(std::string_view bytes) {
  Reader reader(bytes);
  LooseValue value = reader.value();
  reader.expect_end();
  return value;
}

std::string from_base64(std::string_view text) {
  const std::optional<std::string> bytes = base64_decoded(text);
  REQUIRE(bytes.has_value());
  return *bytes;
}

std::string vectors_folder() {
  std::string folder = MINGZHANG_SOURCE_DIR "/../shared/vectors";
  if (std::filesystem::is_directory(folder)) return folder;
  WARN("the shared vectors are not here; only this program's own constants are checked");
  return {};
}

std::string file_bytes(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  INFO("file " << path);
  REQUIRE(file.good());
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace mingzhang::audit
