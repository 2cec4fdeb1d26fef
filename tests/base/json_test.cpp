// SPDX-License-Identifier: Apache-2.0
// Writing canonical JSON and looking into values.
#include "base/json.h"

#include <string>

#include "tests/support/aborts.h"
#include "tests/support/catch.h"

namespace {

using mingzhang::JsonValue;
using mingzhang::JsonWriter;
using mingzhang::kJsonDepthMax;
using mingzhang::kJsonIntegerMax;
using mingzhang::parse_canonical_json;
using mingzhang::tests::aborts;

std::string written_text(std::string_view text) {
  JsonWriter writer;
  writer.text(text);
  return writer.take();
}

std::string written_integer(std::int64_t value) {
  JsonWriter writer;
  writer.integer(value);
  return writer.take();
}

JsonValue parsed(std::string_view bytes) {
  auto value = parse_canonical_json(bytes);
  INFO("bytes: " << bytes);
  REQUIRE(value.has_value());
  return std::move(value).value();
}

}  // namespace

TEST_CASE("the writer puts members, items and levels down without white space", "[base][json]") {
  JsonWriter writer;
  writer.begin_object();
  writer.key("empty");
  writer.begin_object();
  writer.end_object();
  writer.key("items");
  writer.begin_array();
  writer.integer(1);
  writer.boolean(true);
  writer.boolean(false);
  writer.begin_array();
  writer.end_array();
  writer.text("账");
  writer.end_array();
  writer.key("n");
  writer.integer(-7);
  writer.end_object();
  CHECK(writer.take() == R"({"empty":{},"items":[1,true,false,[],"账"],"n":-7})");
}

TEST_CASE("a writer can be used again after its value is taken", "[base][json]") {
  JsonWriter writer;
  writer.integer(1);
  CHECK(writer.take() == "1");
  CHECK(writer.bytes().empty());
  writer.begin_array();
  writer.end_array();
  CHECK(writer.take() == "[]");
}

TEST_CASE("a canonical value is put in as it is", "[base][json]") {
  JsonWriter writer;
  writer.begin_array();
  writer.raw(R"({"a":1})");
  writer.raw("2");
  writer.end_array();
  CHECK(writer.take() == R"([{"a":1},2])");
}

// RFC 8785 section 3.2.2.2: only the quotation mark, the backslash and control characters are escaped.
TEST_CASE("only quotation mark and backslash are escaped", "[base][json]") {
  CHECK(written_text("") == R"("")");
  CHECK(written_text(R"(a"b\c/d)") == R"("a\"b\\c/d")");
  CHECK(written_text(R"("")") == R"("\"\"")");
  CHECK(written_text("€ é 账 𠮷 </script>") == "\"€ é 账 𠮷 </script>\"");
}

TEST_CASE("text that is not plain is not written", "[base][json]") {
  CHECK(aborts([] { written_text("line\nbreak"); }));
  CHECK(aborts([] { written_text(std::string_view("a\0b", 3)); }));
  CHECK(aborts([] { written_text("\x7F"); }));
  CHECK(aborts([] { written_text("\xC2\x85"); }));
  CHECK(aborts([] { written_text("\xFF"); }));
}

TEST_CASE("integers reach to 2^53 on both sides", "[base][json]") {
  CHECK(kJsonIntegerMax == 9'007'199'254'740'992);
  CHECK(written_integer(0) == "0");
  CHECK(written_integer(kJsonIntegerMax) == "9007199254740992");
  CHECK(written_integer(-kJsonIntegerMax) == "-9007199254740992");
  CHECK(aborts([] { written_integer(kJsonIntegerMax + 1); }));
  CHECK(aborts([] { written_integer(-kJsonIntegerMax - 1); }));
}

TEST_CASE("keys must come in bytewise order", "[base][json]") {
  const auto write_two = [](std::string_view first, std::string_view second) {
    JsonWriter writer;
    writer.begin_object();
    writer.key(first);
    writer.integer(1);
    writer.key(second);
    writer.integer(2);
    writer.end_object();
    return writer.take();
  };
  CHECK(write_two("", "a") == R"({"":1,"a":2})");
  CHECK(write_two("a", "aa") == R"({"a":1,"aa":2})");
  CHECK(write_two("A", "a") == R"({"A":1,"a":2})");
  CHECK(write_two("10", "2") == R"({"10":1,"2":2})");
  CHECK(write_two("by", "by_id") == R"({"by":1,"by_id":2})");
  CHECK(aborts([&] { write_two("b", "a"); }));
  CHECK(aborts([&] { write_two("a", "a"); }));
  CHECK(aborts([&] { write_two("aa", "a"); }));
  CHECK(aborts([&] { write_two("", ""); }));
  CHECK(aborts([&] { write_two("a", "B"); }));
}

TEST_CASE("the order of keys is that of the characters, not of their escapes", "[base][json]") {
  JsonWriter writer;
  writer.begin_object();
  for (const char* key : {"!", "\"", "\"a", "#", "[", "\\", "\\\\", "]"}) {
    writer.key(key);
    writer.integer(0);
  }
  writer.end_object();
  CHECK(writer.bytes() == R"({"!":0,"\"":0,"\"a":0,"#":0,"[":0,"\\":0,"\\\\":0,"]":0})");
  CHECK(aborts([] {
    JsonWriter other;
    other.begin_object();
    other.key("\\");
    other.integer(0);
    other.key("\"");
  }));
}

TEST_CASE("an inner object does not disturb the order of the outer one", "[base][json]") {
  const auto write = [](std::string_view last) {
    JsonWriter writer;
    writer.begin_object();
    writer.key("b");
    writer.begin_object();
    writer.key("z");
    writer.integer(1);
    writer.end_object();
    writer.key(last);
    writer.integer(2);
    writer.end_object();
    return writer.take();
  };
  CHECK(write("c") == R"({"b":{"z":1},"c":2})");
  CHECK(aborts([&] { write("a"); }));
}

TEST_CASE("keys are printable ASCII", "[base][json]") {
  for (const char* key : {"é", "账", "a\nb", "\x7F"}) {
    CHECK(aborts([key] {
      JsonWriter writer;
      writer.begin_object();
      writer.key(key);
    }));
  }
}

TEST_CASE("calls out of order abort", "[base][json]") {
  using Calls = void (*)(JsonWriter&);
  const Calls wrong[] = {
      [](JsonWriter& w) { w.end_object(); },
      [](JsonWriter& w) { w.begin_object(), w.end_array(); },
      [](JsonWriter& w) { w.begin_array(), w.end_object(); },
      [](JsonWriter& w) { w.begin_object(), w.integer(1); },
      [](JsonWriter& w) { w.begin_object(), w.key("a"), w.key("b"); },
      [](JsonWriter& w) { w.begin_object(), w.key("a"), w.end_object(); },
      [](JsonWriter& w) { w.begin_array(), w.key("a"); },
      [](JsonWriter& w) { w.key("a"); },
      [](JsonWriter& w) { w.integer(1), w.integer(2); },
      [](JsonWriter& w) { w.begin_array(), w.take(); },
      [](JsonWriter& w) { w.take(); },
      [](JsonWriter& w) { w.raw(""); },
  };
  for (const Calls calls : wrong) {
    CHECK(aborts([calls] {
      JsonWriter writer;
      calls(writer);
    }));
  }
}

TEST_CASE("sixteen levels are written and a seventeenth is not", "[base][json]") {
  const auto nest = [](std::size_t levels) {
    JsonWriter writer;
    for (std::size_t i = 0; i < levels; ++i) writer.begin_array();
    for (std::size_t i = 0; i < levels; ++i) writer.end_array();
    return writer.take();
  };
  CHECK(kJsonDepthMax == 16);
  CHECK(nest(16) == std::string(16, '[') + std::string(16, ']'));
  CHECK(aborts([&] { nest(17); }));
}

TEST_CASE("values give what they hold and nothing for other kinds", "[base][json]") {
  const JsonValue value = parsed(R"({"a":[1,"x"],"b":true,"n":-5,"s":"text"})");
  REQUIRE(value.kind() == JsonValue::Kind::Object);
  CHECK(value.members().size() == 4);
  CHECK(value.items().empty());
  CHECK(value.as_text() == nullptr);
  CHECK_FALSE(value.as_integer().has_value());

  REQUIRE(value.find("n") != nullptr);
  CHECK(value.find("n")->kind() == JsonValue::Kind::Integer);
  CHECK(value.find("n")->as_integer() == -5);
  CHECK_FALSE(value.find("n")->as_boolean().has_value());
  CHECK(value.find("n")->find("a") == nullptr);
  REQUIRE(value.find("b") != nullptr);
  CHECK(value.find("b")->kind() == JsonValue::Kind::Boolean);
  CHECK(value.find("b")->as_boolean() == true);
  CHECK_FALSE(value.find("b")->as_integer().has_value());
  REQUIRE(value.find("s") != nullptr);
  CHECK(value.find("s")->kind() == JsonValue::Kind::Text);
  CHECK(*value.find("s")->as_text() == "text");
  REQUIRE(value.find("a") != nullptr);
  CHECK(value.find("a")->kind() == JsonValue::Kind::Array);
  CHECK(value.find("a")->items().size() == 2);
  CHECK(value.find("a")->members().empty());

  CHECK(value.find("") == nullptr);
  CHECK(value.find("aa") == nullptr);
  CHECK(value.find("z") == nullptr);
}

TEST_CASE("a made value is written as canonical bytes", "[base][json]") {
  const JsonValue made = JsonValue::make_object({{"t", JsonValue::make_text("a\"b")},
                                                 {"a", JsonValue::make_array({JsonValue::make_integer(3)})},
                                                 {"b", JsonValue::make_boolean(false)},
                                                 {"o", JsonValue::make_object({})}});
  CHECK(made.bytes() == R"({"a":[3],"b":false,"o":{},"t":"a\"b"})");
  CHECK(made.members().front().first == "a");
  CHECK(JsonValue().bytes() == "0");
}

TEST_CASE("a value that cannot be written cannot be made", "[base][json]") {
  CHECK(aborts([] { JsonValue::make_integer(kJsonIntegerMax + 1); }));
  CHECK(aborts([] { JsonValue::make_text("\n"); }));
  CHECK(aborts([] { JsonValue::make_object({{"a", JsonValue()}, {"b", JsonValue()}, {"a", JsonValue()}}); }));
  CHECK(aborts([] { JsonValue::make_object({{"é", JsonValue()}}).bytes(); }));
}
