// SPDX-License-Identifier: Apache-2.0
// The strict parse of records: what is sealed comes back, and everything else is refused with its reason.
#include <string>
#include <string_view>

#include "audit/record.h"
#include "tests/audit/sample_record.h"
#include "tests/support/catch.h"

namespace mingzhang::audit {
namespace {

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

RecordProblem problem_of(const std::string& bytes) {
  const Result<ParsedRecord, RecordProblem> parsed = parse_record(bytes);
  INFO(bytes);
  REQUIRE_FALSE(parsed.has_value());
  return parsed.error();
}

void check_refused(const std::string& bytes, RecordFlaw flaw, std::string_view member) {
  const RecordProblem problem = problem_of(bytes);
  CHECK(problem.flaw == flaw);
  CHECK(problem.member == member);
}

TEST_CASE("what is sealed is parsed back member by member", "[audit][record]") {
  Sealer sealer;
  const auto parsed = parse_record(sealer.seal(sample_head(), sample_lines(3)).bytes);
  REQUIRE(parsed.has_value());
  CHECK(parsed->kind == "voucher/v1");
  CHECK(parsed->book == "威宁扶贫专账");
  CHECK(parsed->seq == 41);
  CHECK(parsed->at == "2016-10-14T01:02:03.000004Z");
  CHECK(parsed->by == R"(clerk "A"\1)");
  CHECK(parsed->approved_by == "chief");
  CHECK(parsed->data.bytes() == R"({"number":7})");
  REQUIRE(parsed->rule.has_value());
  CHECK(parsed->rule->bytes() == R"({"id":"split"})");
  REQUIRE(parsed->request.has_value());
  CHECK(parsed->request->bytes() == R"({"key":"k1"})");
  CHECK(parsed->lines == sealer.line_roots(sample_lines(3)).value());
  CHECK(check_lines(*parsed, sample_lines(3), sealer).all_match());
}

TEST_CASE("absent members are parsed as absent", "[audit][record]") {
  RecordHead head = sample_head();
  head.approved_by.clear();
  head.rule.clear();
  head.request.clear();
  Sealer sealer;
  const auto parsed = parse_record(sealer.seal(head, "").bytes);
  REQUIRE(parsed.has_value());
  CHECK(parsed->approved_by.empty());
  CHECK_FALSE(parsed->rule.has_value());
  CHECK_FALSE(parsed->request.has_value());
  CHECK(parsed->lines == LineRoots{});
}

TEST_CASE("bytes outside the canonical subset are no record", "[audit][record]") {
  Sealer sealer;
  const std::string good = sealer.seal(sample_head(), "").bytes;
  CHECK(problem_of("").flaw == RecordFlaw::NotCanonical);
  CHECK(problem_of(good + "\n").flaw == RecordFlaw::NotCanonical);
  CHECK(problem_of(replaced(good, ":41", ": 41")).flaw == RecordFlaw::NotCanonical);
  CHECK(problem_of(replaced(good, ":41", ":41.0")).flaw == RecordFlaw::NotCanonical);
  CHECK(problem_of(replaced(good, "\"seq\":41", "\"seq\":41,\"seq\":41")).flaw == RecordFlaw::NotCanonical);
  const RecordProblem cut = problem_of(good.substr(0, good.size() - 1));
  CHECK(cut.flaw == RecordFlaw::NotCanonical);
  CHECK(cut.offset == good.size() - 1);
}

TEST_CASE("a JSON value that is no object is no record", "[audit][record]") {
  check_refused("[]", RecordFlaw::NotAnObject, "");
  check_refused("7", RecordFlaw::NotAnObject, "");
}

TEST_CASE("an unknown member is refused", "[audit][record]") {
  Sealer sealer;
  const std::string good = sealer.seal(sample_head(), "").bytes;
  check_refused(replaced(good, "\"t\":", "\"signature\":1,\"t\":"), RecordFlaw::UnknownMember, "signature");
  check_refused(replaced(good, "{\"approved_by\":", "{\"a\":1,\"approved_by\":"), RecordFlaw::UnknownMember, "a");
}

TEST_CASE("every required member is required", "[audit][record]") {
  Sealer sealer;
  const std::string good = sealer.seal(sample_head(), "").bytes;
  check_refused(replaced(good, "\"at\":\"2016-10-14T01:02:03.000004Z\",", ""), RecordFlaw::MissingMember, "at");
  check_refused(replaced(good, "\"book\":\"威宁扶贫专账\",", ""), RecordFlaw::MissingMember, "book");
  check_refused(replaced(good, R"("by":"clerk \"A\"\\1",)", ""), RecordFlaw::MissingMember, "by");
  check_refused(replaced(good, "\"data\":{\"number\":7},", ""), RecordFlaw::MissingMember, "data");
  check_refused(replaced(good, "\"seq\":41,", ""), RecordFlaw::MissingMember, "seq");
  check_refused(replaced(good, ",\"t\":\"voucher/v1\"", ""), RecordFlaw::MissingMember, "t");
  check_refused("{}", RecordFlaw::MissingMember, "at");
}

TEST_CASE("the three members about lines stand or fall together", "[audit][record]") {
  Sealer sealer;
  const std::string good = sealer.seal(sample_head(), sample_lines(1)).bytes;
  const std::string sha256 = R"("lines_sha256":"e89ec1487f0393d89558e489bc8a0285c4b2370513b149b2ce76087096e89445",)";
  const std::string sm3 = R"("lines_sm3":"6380fc6dff89aaf7c423225226dd4ecfd53d59932a384234e37202e4e121ca39",)";
  check_refused(replaced(good, "\"lines\":1,", ""), RecordFlaw::MissingMember, "lines");
  check_refused(replaced(good, sha256, ""), RecordFlaw::MissingMember, "lines_sha256");
  check_refused(replaced(good, sm3, ""), RecordFlaw::MissingMember, "lines_sm3");
  check_refused(replaced(good, "\"lines\":1", "\"lines\":0"), RecordFlaw::BadValue, "lines");
  check_refused(replaced(good, "\"lines\":1", "\"lines\":-1"), RecordFlaw::BadValue, "lines");
  check_refused(replaced(good, "e89ec1", "E89ec1"), RecordFlaw::BadValue, "lines_sha256");
  check_refused(replaced(good, "e121ca39", "e121ca3"), RecordFlaw::BadValue, "lines_sm3");
}

TEST_CASE("a member of the wrong type is refused", "[audit][record]") {
  Sealer sealer;
  const std::string good = sealer.seal(sample_head(), sample_lines(1)).bytes;
  check_refused(replaced(good, "\"approved_by\":\"chief\"", "\"approved_by\":true"), RecordFlaw::WrongType,
                "approved_by");
  check_refused(replaced(good, "\"book\":\"威宁扶贫专账\"", "\"book\":[]"), RecordFlaw::WrongType, "book");
  check_refused(replaced(good, "{\"number\":7}", "[7]"), RecordFlaw::WrongType, "data");
  check_refused(replaced(good, "\"lines\":1", "\"lines\":\"1\""), RecordFlaw::WrongType, "lines");
  check_refused(replaced(good, "{\"key\":\"k1\"}", "\"k1\""), RecordFlaw::WrongType, "request");
  check_refused(replaced(good, "{\"id\":\"split\"}", "0"), RecordFlaw::WrongType, "rule");
  check_refused(replaced(good, "\"seq\":41", "\"seq\":\"41\""), RecordFlaw::WrongType, "seq");
  check_refused(replaced(good, "\"voucher/v1\"", "1"), RecordFlaw::WrongType, "t");
}

TEST_CASE("a value that a record cannot have is refused", "[audit][record]") {
  Sealer sealer;
  const std::string good = sealer.seal(sample_head(), "").bytes;
  check_refused(replaced(good, "\"chief\"", "\"\""), RecordFlaw::BadValue, "approved_by");
  check_refused(replaced(good, "01:02:03.000004Z", "01:02:03Z"), RecordFlaw::BadValue, "at");
  check_refused(replaced(good, "威宁扶贫专账", ""), RecordFlaw::BadValue, "book");
  check_refused(replaced(good, R"(clerk \"A\"\\1)", ""), RecordFlaw::BadValue, "by");
  check_refused(replaced(good, ":41", ":-1"), RecordFlaw::BadValue, "seq");
  // 2^53 itself: the last leaf of the largest tree is number 2^53 - 1.
  check_refused(replaced(good, ":41", ":9007199254740992"), RecordFlaw::BadValue, "seq");
  CHECK(parse_record(replaced(good, ":41", ":9007199254740991")).has_value());
  check_refused(replaced(good, "voucher/v1", "voucher"), RecordFlaw::BadValue, "t");
}

TEST_CASE("an earlier flaw hides a later one", "[audit][record]") {
  check_refused(R"({"a":1,"at":7})", RecordFlaw::UnknownMember, "a");
  check_refused(R"({"at":7})", RecordFlaw::MissingMember, "book");
  check_refused(R"({"at":"x","book":"","by":"","data":1,"seq":-1,"t":""})", RecordFlaw::WrongType, "data");
}

}  // namespace
}  // namespace mingzhang::audit
