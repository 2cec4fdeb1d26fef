// SPDX-License-Identifier: Apache-2.0
// Damaged packs and wild inputs get a refusal or an answer; nothing that a person can write stops the program.
#include <random>
#include <string>
#include <vector>

#include "base/json.h"
#include "policy/evaluate.h"
#include "policy/load.h"
#include "policy/shipped.h"
#include "tests/support/catch.h"
#include "tests/support/seed.h"

namespace {

using mingzhang::policy::Input;
using mingzhang::policy::InputType;
using mingzhang::policy::NamedText;

std::size_t below(std::mt19937_64& random, std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(random); }

/// Some bytes changed, cut out or doubled.
std::string damaged(std::string text, std::mt19937_64& random) {
  static const std::string kLetters = "\"{}[],:0123456789.-%/ \\ntrue\x01\xE4";
  const std::size_t faults = 1 + below(random, 4);
  for (std::size_t i = 0; i < faults; ++i) {
    const std::size_t at = below(random, text.size());
    const std::size_t size = 1 + below(random, 8);
    switch (below(random, 3)) {
      case 0: text[at] = kLetters[below(random, kLetters.size())]; break;
      case 1: text.erase(at, size); break;
      default: text.insert(at, text.substr(at, size)); break;
    }
  }
  return text;
}

/// A text for an input: sensible, at a border, or nonsense.
std::string wild_text(const Input& input, std::mt19937_64& random) {
  static const std::vector<std::string> kAny{"", "x", "-1", "0", "0.00", "0.01", "1", "1000000000", "9999999999999.99", "10000000000000.00",
                                             "1000000000000", "-1000000000000", "0.000001", "1900-01-01", "2999-12-31", "2999-12",
                                             "1900-01", "yes", "unknown", "调研,论证@2016-01-01", ",,@", "\xFF", "张三"};
  if (below(random, 4) == 0) return kAny[below(random, kAny.size())];
  switch (input.type) {
    case InputType::Amount:
    case InputType::Change: return std::to_string(below(random, 1'000'000'000'000)) + ".0" + std::to_string(below(random, 10));
    case InputType::Count: return std::to_string(below(random, below(random, 2) == 0 ? 13 : 1'000'000'001));
    case InputType::Number: return std::to_string(below(random, 1'000'000'000'000));
    case InputType::Date: return "2016-0" + std::to_string(1 + below(random, 9)) + "-15";
    case InputType::Month: return "2016-0" + std::to_string(1 + below(random, 9));
    case InputType::Choice: return input.choices[below(random, input.choices.size())];
    default: return kAny[below(random, kAny.size())];
  }
}

}  // namespace

TEST_CASE("a damaged pack is refused or loads, and problems can be shown", "[policy][robust]") {
  const std::uint64_t seed = mingzhang::tests::run_seed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  const auto packs = mingzhang::policy::shipped_packs();
  for (int i = 0; i < 150; ++i) {
    const auto& shipped = packs[below(random, packs.size())];
    const auto pack = mingzhang::policy::load_pack(damaged(std::string(shipped.text), random), shipped.file_name);
    if (pack) {
      CHECK(mingzhang::parse_canonical_json(canonical_bytes(*pack)));
    } else {
      CHECK_FALSE(to_text(pack.error()).empty());
    }
  }
}

TEST_CASE("wild inputs get a refusal or a canonical answer", "[policy][robust]") {
  const std::uint64_t seed = mingzhang::tests::run_seed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  std::size_t answers = 0;
  for (const auto& shipped : mingzhang::policy::shipped_packs()) {
    const auto pack = mingzhang::policy::load_pack(shipped.text, shipped.file_name);
    REQUIRE(pack);
    for (const mingzhang::policy::Rule& rule : pack->rules) {
      const std::vector<Input> inputs = rule.body->inputs();
      for (int i = 0; i < 20; ++i) {
        std::vector<NamedText> given;
        for (const Input& input : inputs) {
          if (input.is_required || below(random, 2) == 0) given.push_back({input.name, wild_text(input, random)});
        }
        const auto answer = evaluate(*pack, rule, given, rule.validity.from);
        if (!answer) {
          CHECK_FALSE(to_text(answer.error()).empty());
          continue;
        }
        ++answers;
        CHECK(mingzhang::parse_canonical_json(answer->explanation.bytes()));
      }
    }
  }
  CHECK(answers > 100);  // else the inputs are too wild to say anything
}
