// SPDX-License-Identifier: Apache-2.0
// The parser accepts what the writer writes, byte for byte, and nothing else.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "base/json.h"
#include "tests/support/catch.h"
#include "tests/support/seed.h"

namespace {

using mingzhang::JsonProblem;
using mingzhang::JsonValue;
using mingzhang::kJsonBytesMax;
using mingzhang::parse_canonical_json;

struct Refusal {
  std::string_view bytes;
  JsonProblem problem;
  std::size_t offset;
};

void check_refusals(const std::vector<Refusal>& refusals) {
  for (const Refusal& refusal : refusals) {
    INFO("bytes: " << refusal.bytes);
    const auto value = parse_canonical_json(refusal.bytes);
    REQUIRE_FALSE(value.has_value());
    CHECK(static_cast<int>(value.error().problem) == static_cast<int>(refusal.problem));
    CHECK(value.error().offset == refusal.offset);
  }
}

void check_round_trip(std::string_view bytes) {
  INFO("bytes: " << bytes);
  const auto value = parse_canonical_json(bytes);
  REQUIRE(value.has_value());
  CHECK(value->bytes() == bytes);
}

class RandomValues {
 public:
  explicit RandomValues(std::uint64_t seed) : random_(seed) {}

  std::size_t below(std::size_t limit) { return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_); }

  JsonValue value(int depth) {
    switch (below(depth > 0 ? 5 : 3)) {
      case 0:
        return JsonValue::make_integer(integer());
      case 1:
        return JsonValue::make_boolean(below(2) == 0);
      case 2:
        return JsonValue::make_text(text(kTextPieces));
      case 3: {
        std::vector<JsonValue> items;
        for (std::size_t i = below(5); i > 0; --i) items.push_back(value(depth - 1));
        return JsonValue::make_array(std::move(items));
      }
      default:
        return object(depth);
    }
  }

 private:
  static constexpr std::string_view kTextPieces[] = {"a", "\"", "\\", "/", "é", "账", "𠮷", " ", "~", "longer piece"};
  static constexpr std::string_view kKeyPieces[] = {"a", "b", "_", "\"", "\\", "Z", "0", " ", "~"};

  std::int64_t integer() {
    const int bits = static_cast<int>(below(54));
    const std::int64_t limit = std::int64_t{1} << bits;
    return std::uniform_int_distribution<std::int64_t>(-limit, limit)(random_);
  }

  template <std::size_t N>
  std::string text(const std::string_view (&pieces)[N]) {
    std::string made;
    for (std::size_t i = below(6); i > 0; --i) made += pieces[below(N)];
    return made;
  }

  JsonValue object(int depth) {
    std::vector<std::pair<std::string, JsonValue>> members;
    for (std::size_t i = below(5); i > 0; --i) {
      const std::string name = text(kKeyPieces);
      const auto same = [&name](const auto& member) { return member.first == name; };
      if (std::none_of(members.begin(), members.end(), same)) members.emplace_back(name, value(depth - 1));
    }
    return JsonValue::make_object(std::move(members));
  }

  std::mt19937_64 random_;
};

std::optional<std::string> jcs_output(const std::string& name) {
  const std::filesystem::path path =
      std::filesystem::path(MINGZHANG_SOURCE_DIR) / "../shared/vectors/rfc8785-jcs/testdata/output" / name;
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), {});
}

}  // namespace

TEST_CASE("canonical values are read and written back byte for byte", "[base][json]") {
  for (const char* bytes : {"{}", "[]", "0", "-1", "true", "false", R"("")", R"("x")", "[[],{}]", "[1,-2,0]",
                            "9007199254740992", "-9007199254740992", R"({"":1})", R"({"a":{"b":[true,"x\"\\y账"]}})",
                            R"({"A":1,"a":2,"aa":3})", R"({"\"":1,"#":2,"\\":3,"]":4})", "\"/ </script> 𠮷\""}) {
    check_round_trip(bytes);
  }
}

// After the vectors arrays, structures, unicode and french of RFC 8785's test suite, without the members that lie
// outside the subset (null, a line feed in a key, keys beyond ASCII).
TEST_CASE("canonical outputs of RFC 8785 inside the subset are accepted", "[base][json]") {
  check_round_trip(R"([56,{"1":[],"d":true}])");
  check_round_trip(R"({"":"empty","1":{"f":{"F":5,"f":"hi"}},"10":{},"111":[{"E":"no","e":"yes"}],"A":{},"a":{}})");
  check_round_trip("{\"Unnormalized Unicode\":\"A\xCC\x8A\"}");
  check_round_trip(R"({"peach":"This sorting order","sin":"ignore locale"})");
}

TEST_CASE("white space is refused where it is found", "[base][json]") {
  check_refusals({{" 1", JsonProblem::WhiteSpace, 0},
                  {"1 ", JsonProblem::WhiteSpace, 1},
                  {"1\n", JsonProblem::WhiteSpace, 1},
                  {"[1, 2]", JsonProblem::WhiteSpace, 3},
                  {"[1 ,2]", JsonProblem::WhiteSpace, 2},
                  {"[ ]", JsonProblem::WhiteSpace, 1},
                  {"{ }", JsonProblem::WhiteSpace, 1},
                  {R"({"a" :1})", JsonProblem::WhiteSpace, 4},
                  {R"({"a":	1})", JsonProblem::WhiteSpace, 5},
                  {"\r\n1", JsonProblem::WhiteSpace, 0}});
}

TEST_CASE("numbers in any other form are refused", "[base][json]") {
  check_refusals({{"-0", JsonProblem::BadNumber, 0},
                  {"00", JsonProblem::BadNumber, 0},
                  {"01", JsonProblem::BadNumber, 0},
                  {"-01", JsonProblem::BadNumber, 0},
                  {"1.0", JsonProblem::BadNumber, 0},
                  {"1.5", JsonProblem::BadNumber, 0},
                  {"1e3", JsonProblem::BadNumber, 0},
                  {"1E3", JsonProblem::BadNumber, 0},
                  {"0.5", JsonProblem::BadNumber, 0},
                  {"[7,9007199254740993]", JsonProblem::BadNumber, 3},
                  {"-9007199254740993", JsonProblem::BadNumber, 0},
                  {"18446744073709551617", JsonProblem::BadNumber, 0},  // 2^64 + 1
                  {"99999999999999999999999999999999999999999999", JsonProblem::BadNumber, 0},
                  {"-", JsonProblem::Syntax, 1},
                  {"+1", JsonProblem::Syntax, 0},
                  {".5", JsonProblem::Syntax, 0},
                  {"0x1", JsonProblem::Syntax, 1},
                  {"NaN", JsonProblem::Syntax, 0},
                  {"-Infinity", JsonProblem::Syntax, 1}});
}

TEST_CASE("null is refused by name", "[base][json]") {
  check_refusals({{"null", JsonProblem::Null, 0},
                  {"[1,null]", JsonProblem::Null, 3},
                  {R"({"a":null})", JsonProblem::Null, 5},
                  {"nul", JsonProblem::Syntax, 0},
                  {"nil", JsonProblem::Syntax, 0}});
}

TEST_CASE("text that is not plain or not in its one form is refused", "[base][json]") {
  check_refusals({{R"("\n")", JsonProblem::BadText, 1},
                  {R"("a\/b")", JsonProblem::BadText, 2},
                  {R"("\u00e9")", JsonProblem::BadText, 1},
                  {R"("\u0022")", JsonProblem::BadText, 1},
                  {R"("\t")", JsonProblem::BadText, 1},
                  {R"("\x")", JsonProblem::BadText, 1},
                  {"\"a\nb\"", JsonProblem::BadText, 2},
                  {{"\"\0\"", 3}, JsonProblem::BadText, 1},
                  {"\"\x1F\"", JsonProblem::BadText, 1},
                  {"\"\x7F\"", JsonProblem::BadText, 1},
                  {"\"\xC2\x80\"", JsonProblem::BadText, 1},
                  {"\"\xE2\x80\xA8\"", JsonProblem::BadText, 1},  // U+2028
                  {"\"a\xFF\"", JsonProblem::BadText, 2},
                  {"\"\xC0\xAF\"", JsonProblem::BadText, 1},          // overlong
                  {"\"\xED\xA0\x80\"", JsonProblem::BadText, 1},      // surrogate
                  {"\"\xF4\x90\x80\x80\"", JsonProblem::BadText, 1},  // beyond U+10FFFF
                  {"\"\xE8\xB4", JsonProblem::BadText, 1},
                  {"\"\xE8\xB4\"", JsonProblem::BadText, 1},
                  {R"({"\n":1})", JsonProblem::BadText, 2}});
}

TEST_CASE("keys that are not ASCII, not in order or doubled are refused", "[base][json]") {
  check_refusals({{R"({"b":1,"a":2})", JsonProblem::BadKey, 7},
                  {R"({"a":1,"a":2})", JsonProblem::BadKey, 7},
                  {R"({"aa":1,"a":2})", JsonProblem::BadKey, 8},
                  {R"({"":1,"":2})", JsonProblem::BadKey, 6},
                  {R"({"a":1,"B":2})", JsonProblem::BadKey, 7},
                  {R"({"\\":1,"\"":2})", JsonProblem::BadKey, 8},
                  {R"({"é":1})", JsonProblem::BadKey, 1},
                  {R"({"a":{"y":1,"x":2}})", JsonProblem::BadKey, 12}});
}

TEST_CASE("what is no JSON value is refused at the first wrong byte", "[base][json]") {
  check_refusals({{"", JsonProblem::Syntax, 0},         {"[1]x", JsonProblem::Syntax, 3},
                  {"{}{}", JsonProblem::Syntax, 2},     {"1,2", JsonProblem::Syntax, 1},
                  {"\"abc", JsonProblem::Syntax, 4},    {"\"abc\\", JsonProblem::Syntax, 5},
                  {"{1:2}", JsonProblem::Syntax, 1},    {"{\"a\"}", JsonProblem::Syntax, 4},
                  {"{\"a\":}", JsonProblem::Syntax, 5}, {"{\"a\":1,}", JsonProblem::Syntax, 7},
                  {"{,}", JsonProblem::Syntax, 1},      {"[1,]", JsonProblem::Syntax, 3},
                  {"[,1]", JsonProblem::Syntax, 1},     {"[1 2]", JsonProblem::WhiteSpace, 2},
                  {"[1}", JsonProblem::Syntax, 2},      {"[", JsonProblem::Syntax, 1},
                  {"]", JsonProblem::Syntax, 0},        {"tru", JsonProblem::Syntax, 0},
                  {"True", JsonProblem::Syntax, 0},     {"truex", JsonProblem::Syntax, 4},
                  {"'a'", JsonProblem::Syntax, 0},      {{"1\0", 2}, JsonProblem::Syntax, 1},
                  {{"\0", 1}, JsonProblem::Syntax, 0},  {"\xEF\xBB\xBF{}", JsonProblem::Syntax, 0}});
}

TEST_CASE("sixteen levels are read and a seventeenth is refused", "[base][json]") {
  check_round_trip(std::string(16, '[') + std::string(16, ']'));
  std::string objects;
  for (int i = 0; i < 16; ++i) objects += "{\"a\":";
  check_round_trip(objects + "1" + std::string(16, '}'));
  check_refusals({{"[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]", JsonProblem::TooDeep, 16}});
  const std::string endless(1'000'000, '[');
  check_refusals({{endless, JsonProblem::TooDeep, 16}});
  // Siblings do not add up to depth.
  check_round_trip("[[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],{},{}]");
}

TEST_CASE("64 MiB are read and one byte more is refused", "[base][json]") {
  const std::string largest = '"' + std::string(kJsonBytesMax - 2, 'a') + '"';
  CHECK(parse_canonical_json(largest).has_value());
  const auto refused = parse_canonical_json(largest + "\"");
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().problem == JsonProblem::TooLarge);
}

TEST_CASE("every random value is read back byte for byte", "[base][json][random]") {
  RandomValues values(mingzhang::tests::run_seed());
  for (int i = 0; i < 3'000; ++i) {
    const std::string bytes = values.value(5).bytes();
    const auto value = parse_canonical_json(bytes);
    INFO("bytes: " << bytes);
    REQUIRE(value.has_value());
    REQUIRE(value->bytes() == bytes);
  }
}

TEST_CASE("whatever a changed byte makes is refused or read back byte for byte", "[base][json][random]") {
  RandomValues values(mingzhang::tests::run_seed());
  constexpr std::string_view kBytes = "{}[],:\"\\019-.eatrufn \n\x01\x7F\x80\xC3\xA9\xE8\xFF";
  int accepted = 0;
  for (int i = 0; i < 20'000; ++i) {
    std::string bytes = values.value(3).bytes();
    const std::size_t at = values.below(bytes.size());
    switch (values.below(3)) {
      case 0:
        bytes[at] = kBytes[values.below(kBytes.size())];
        break;
      case 1:
        bytes.insert(at, 1, kBytes[values.below(kBytes.size())]);
        break;
      default:
        bytes.erase(at, 1);
        break;
    }
    const auto value = parse_canonical_json(bytes);
    INFO("bytes: " << bytes);
    if (value) {
      ++accepted;
      REQUIRE(value->bytes() == bytes);
    } else {
      REQUIRE(value.error().offset <= bytes.size());
    }
  }
  CHECK(accepted > 100);  // otherwise the mutations test the refusals only
}

TEST_CASE("no proper beginning of an object is a value", "[base][json][random]") {
  RandomValues values(mingzhang::tests::run_seed());
  for (int i = 0; i < 200; ++i) {
    const std::string bytes = JsonValue::make_array({values.value(3)}).bytes();
    for (std::size_t size = 0; size < bytes.size(); ++size) {
      REQUIRE_FALSE(parse_canonical_json(std::string_view(bytes).substr(0, size)).has_value());
    }
  }
}

TEST_CASE("the published vectors of RFC 8785 are accepted inside the subset and refused outside", "[base][json]") {
  struct Vector {
    const char* name;
    std::optional<JsonProblem> problem;
  };
  const Vector vectors[] = {
      {"unicode.json", std::nullopt},
      {"arrays.json", JsonProblem::Null},
      {"french.json", JsonProblem::BadKey},       // "péché"
      {"structures.json", JsonProblem::BadText},  // a key "\n"
      {"values.json", JsonProblem::Null},
      {"weird.json", JsonProblem::BadText},  // a key "\n"
  };
  for (const Vector& vector : vectors) {
    const auto bytes = jcs_output(vector.name);
    if (!bytes) {
      WARN("not there: " << vector.name);
      continue;
    }
    INFO("vector: " << vector.name);
    const auto value = parse_canonical_json(*bytes);
    if (!vector.problem) {
      REQUIRE(value.has_value());
      CHECK(value->bytes() == *bytes);
    } else {
      REQUIRE_FALSE(value.has_value());
      CHECK(static_cast<int>(value.error().problem) == static_cast<int>(*vector.problem));
    }
  }
}
