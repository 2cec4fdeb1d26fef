// SPDX-License-Identifier: Apache-2.0
// Builds and asks.
#include "tests/policy/sample_pack.h"

#include <sstream>

#include "policy/load.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {
namespace {

policy::Pack loaded(const std::string& text) {
  Result<policy::Pack, std::vector<Problem>> pack = policy::load_pack(text, "");
  if (!pack) {
    UNSCOPED_INFO(to_text(pack.error()));
    REQUIRE(pack);
  }
  return std::move(pack).value();
}

std::vector<policy::NamedText> named(const std::string& text) {
  std::vector<policy::NamedText> inputs;
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    const std::size_t equals = word.find('=');
    REQUIRE(equals != std::string::npos);
    inputs.push_back({word.substr(0, equals), word.substr(equals + 1)});
  }
  return inputs;
}

}  // namespace

std::string sample_pack(const std::string& rules) {
  return R"({"format":1,"pack":"sample","version":1,"title":"样例","title_en":"sample","place":"某县","division":"520526",)"
         R"("document":{"title":"某县文件","number":"某发〔2016〕1号"},"valid_from":"2016-01-01","valid_to":"2018-01-01","rules":[)" +
         rules + "]}";
}

std::string sample_rule(const std::string& kind, const std::string& parameters, const std::string& more) {
  return R"({"id":"rule","kind":")" + kind + R"(","title":"规则","title_en":"rule",)" + more +
         R"("source":{"article":"第三条","quote":"原文"},"parameters":)" + parameters + "}";
}

std::vector<std::string> places_of(const std::vector<Problem>& problems) {
  std::vector<std::string> places;
  for (const Problem& problem : problems) places.push_back(std::string(problem.info->code) + " " + problem.place);
  return places;
}

std::vector<std::string> refusals_of(const std::string& text, std::string_view file_name) {
  const Result<policy::Pack, std::vector<Problem>> pack = policy::load_pack(text, file_name);
  CAPTURE(text);
  REQUIRE_FALSE(pack);
  return places_of(pack.error());
}

AskedRule::AskedRule(const std::string& kind, const std::string& parameters, const std::string& more)
    : pack_(loaded(sample_pack(sample_rule(kind, parameters, more)))) {}

Result<policy::Evaluation, std::vector<Problem>> AskedRule::ask(const std::string& inputs, const std::string& date) const {
  const std::optional<Date> day = parse_date(date);
  REQUIRE(day);
  return policy::evaluate(pack_, pack_.rules.front(), named(inputs), *day);
}

policy::Evaluation AskedRule::evaluation(const std::string& inputs, const std::string& date) const {
  Result<policy::Evaluation, std::vector<Problem>> answer = ask(inputs, date);
  if (!answer) {
    UNSCOPED_INFO(to_text(answer.error()));
    REQUIRE(answer);
  }
  return std::move(answer).value();
}

std::string AskedRule::result(const std::string& inputs, const std::string& date) const {
  return evaluation(inputs, date).result.bytes();
}

std::string AskedRule::member(const std::string& key, const std::string& inputs, const std::string& date) const {
  const policy::Evaluation answer = evaluation(inputs, date);
  const JsonValue* found = answer.result.find(key);
  return found == nullptr ? std::string() : found->bytes();
}

std::vector<std::string> AskedRule::refusals(const std::string& inputs, const std::string& date) const {
  const Result<policy::Evaluation, std::vector<Problem>> answer = ask(inputs, date);
  return answer ? std::vector<std::string>() : places_of(answer.error());
}

}  // namespace mingzhang::tests
