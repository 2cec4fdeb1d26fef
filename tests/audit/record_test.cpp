// SPDX-License-Identifier: Apache-2.0
// Sealing records: exact bytes, exact leaves, and the check of lines.
#include "audit/record.h"

#include <string>

#include "tests/audit/sample_record.h"
#include "tests/support/catch.h"

namespace mingzhang::audit {
namespace {

// Every expected byte and digest in this file was computed by Python 3.11: json.dumps(record, sort_keys=True,
// ensure_ascii=False, separators=(',', ':')) and hashlib with sha256 and sm3, over the lines of sample_record.h.

TEST_CASE("a record without lines is its sorted members and nothing else", "[audit][record]") {
  Sealer sealer;
  const SealedRecord sealed = sealer.seal(sample_head(), "");
  CHECK(sealed.bytes ==
        R"({"approved_by":"chief","at":"2016-10-14T01:02:03.000004Z","book":"威宁扶贫专账","by":"clerk \"A\"\\1",)"
        R"("data":{"number":7},"request":{"key":"k1"},"rule":{"id":"split"},"seq":41,"t":"voucher/v1"})");
  CHECK(hex_of(sealed.leaf_sha256) == "22457199a5bd0368f64e0124033494318010068727dfae8c97a17dbb9e058cd6");
  CHECK(hex_of(sealed.leaf_sm3) == "954deda4f9e2f68bd9cdfc5a0d049156b8c0b440ce95ead3a043d08305d947de");
}

TEST_CASE("absent members leave no trace and two lines give two roots", "[audit][record]") {
  RecordHead head = sample_head();
  head.approved_by.clear();
  head.rule.clear();
  head.request.clear();
  Sealer sealer;
  const SealedRecord sealed = sealer.seal(head, sample_lines(2));
  CHECK(
      sealed.bytes ==
      R"({"at":"2016-10-14T01:02:03.000004Z","book":"威宁扶贫专账","by":"clerk \"A\"\\1","data":{"number":7},"lines":2,)"
      R"("lines_sha256":"d02176c62ee06df3173370db3fbffc2fcccb4134e686976da4e5295c0941706c",)"
      R"("lines_sm3":"c14385d4633809676d2e26c4a9d2a9bcbf6e6d5802d35e220fc6a6141c3428aa","seq":41,"t":"voucher/v1"})");
  CHECK(hex_of(sealed.leaf_sha256) == "2e96d499f8e74284763f4d16bcdba3eb358d22fd667d761cc5b5877cc2de2988");
  CHECK(hex_of(sealed.leaf_sm3) == "2b53a7956faaaee50a4b9754aeb32c22b847d880a1d77e35498b46f6a756ce69");
}

TEST_CASE("one line is its own root, and three lines split after the second", "[audit][record]") {
  Sealer sealer;
  const SealedRecord one = sealer.seal(sample_head(), sample_lines(1));
  CHECK(one.bytes.find(R"("lines":1,"lines_sha256":"e89ec1487f0393d89558e489bc8a0285c4b2370513b149b2ce76087096e89445",)"
                       R"("lines_sm3":"6380fc6dff89aaf7c423225226dd4ecfd53d59932a384234e37202e4e121ca39",)") !=
        std::string::npos);
  CHECK(hex_of(one.leaf_sha256) == "76ac3a92a84bcf8f35e176e622c141a3e00f8dc34a4f9d14c9460a2f80bef273");
  CHECK(hex_of(one.leaf_sm3) == "a251582060933451a596e4f71b91946fe2cf42e98ffa6bf733c734ba903ad2b0");
  const SealedRecord three = sealer.seal(sample_head(), sample_lines(3));
  CHECK(hex_of(three.leaf_sha256) == "71a0e0bcc12073d7dfd585d3179ad16851f53327d7edb648e158b7dea1baade5");
  CHECK(hex_of(three.leaf_sm3) == "1db14d2fce863ca832f1a756a1960d3a2717316c16936ed0d98c36116d718e5e");
}

TEST_CASE("a sealer carries nothing from one record into the next", "[audit][record]") {
  Sealer used;
  (void)used.seal(sample_head(), sample_lines(3));
  CHECK_FALSE(used.line_roots("broken").has_value());
  const SealedRecord again = used.seal(sample_head(), sample_lines(1));
  Sealer fresh;
  CHECK(again.bytes == fresh.seal(sample_head(), sample_lines(1)).bytes);
}

TEST_CASE("a verifier recomputes the same leaves from the bytes alone", "[audit][record]") {
  Sealer sealer;
  const SealedRecord sealed = sealer.seal(sample_head(), sample_lines(2));
  CHECK(record_leaves(sealed.bytes, sealer) == RecordLeaves{sealed.leaf_sha256, sealed.leaf_sm3});
  std::string altered = sealed.bytes;
  altered[altered.find("\"number\":7") + 9] = '8';
  const RecordLeaves other = record_leaves(altered, sealer);
  CHECK(other.sha256 != sealed.leaf_sha256);
  CHECK(other.sm3 != sealed.leaf_sm3);
}

TEST_CASE("lines without a final newline or with an empty line have no roots", "[audit][record]") {
  Sealer sealer;
  CHECK_FALSE(sealer.line_roots("{}").has_value());
  CHECK_FALSE(sealer.line_roots("\n").has_value());
  CHECK_FALSE(sealer.line_roots("{}\n\n").has_value());
  CHECK_FALSE(sealer.line_roots("{}\n\n{}\n").has_value());
  CHECK(sealer.line_roots("{}\n{}\n").value().count == 2);
  CHECK(sealer.line_roots("").value() == LineRoots{});
}

TEST_CASE("the check of lines says what disagrees", "[audit][record]") {
  Sealer sealer;
  ParsedRecord record;
  record.lines = sealer.line_roots(sample_lines(3)).value();
  CHECK(check_lines(record, sample_lines(3), sealer).all_match());

  SECTION("a line is missing") {
    const LinesCheck check = check_lines(record, sample_lines(2), sealer);
    CHECK(check.is_well_formed);
    CHECK_FALSE(check.count_matches);
    CHECK_FALSE(check.sha256_matches);
    CHECK_FALSE(check.sm3_matches);
  }
  SECTION("a line was altered") {
    std::string lines = sample_lines(3);
    lines[lines.find("12000")] = '9';
    const LinesCheck check = check_lines(record, lines, sealer);
    CHECK(check.count_matches);
    CHECK_FALSE(check.sha256_matches);
    CHECK_FALSE(check.sm3_matches);
  }
  SECTION("two lines changed places") {
    const std::string lines = sample_lines(2);
    const std::size_t second = lines.find('\n') + 1;
    record.lines = sealer.line_roots(lines).value();
    const LinesCheck check = check_lines(record, lines.substr(second) + lines.substr(0, second), sealer);
    CHECK(check.count_matches);
    CHECK_FALSE(check.sha256_matches);
    CHECK_FALSE(check.sm3_matches);
  }
  SECTION("one of the two roots is wrong in the record") {
    record.lines.sm3[0] ^= 1U;
    CHECK(check_lines(record, sample_lines(3), sealer).sha256_matches);
    CHECK_FALSE(check_lines(record, sample_lines(3), sealer).sm3_matches);
    record.lines.sm3[0] ^= 1U;
    record.lines.sha256[31] ^= 0x80U;
    CHECK_FALSE(check_lines(record, sample_lines(3), sealer).sha256_matches);
    CHECK(check_lines(record, sample_lines(3), sealer).sm3_matches);
  }
  SECTION("the lines are cut in the middle") {
    CHECK_FALSE(check_lines(record, "{}\n{", sealer).is_well_formed);
    CHECK_FALSE(check_lines(record, "{}\n{", sealer).all_match());
  }
  SECTION("a record without lines has lines beside it") {
    CHECK_FALSE(check_lines(ParsedRecord{}, sample_lines(1), sealer).all_match());
    CHECK(check_lines(ParsedRecord{}, "", sealer).all_match());
  }
}

TEST_CASE("a record's kind is a name and a version", "[audit][record]") {
  for (const char* good : {"voucher/v1", "period_closed/v12", "a/v999", "x2/v1"}) {
    CAPTURE(good);
    CHECK(is_record_kind(good));
  }
  for (const char* bad : {"", "/", "voucher", "voucher/", "/v1", "voucher/1", "voucher/v", "voucher/v0", "voucher/v01",
                          "voucher/v1000", "voucher/v1 ", "voucher/v1/v1", "Voucher/v1", "2x/v1", "_x/v1", "凭证/v1",
                          "a23456789012345678901234567890123/v1"}) {
    CAPTURE(bad);
    CHECK_FALSE(is_record_kind(bad));
  }
}

TEST_CASE("a record's instant is UTC with six decimals on a day that exists", "[audit][record]") {
  CHECK(is_record_instant("2016-02-29T23:59:59.999999Z"));
  for (const char* bad :
       {"", "2016-02-29", "2016-02-29T23:59:59Z", "2016-02-29T23:59:59.99999Z", "2016-02-29T23:59:59.999999",
        "2016-02-29 23:59:59.999999Z", "2015-02-29T23:59:59.999999Z", "2016-13-01T00:00:00.000000Z",
        "2016-02-29T24:00:00.000000Z", "2016-02-29T23:60:00.000000Z", "2016-02-29T23:59:60.000000Z",
        "2016-02-29T23:59:59.999999z", "2016-02-29T2x:59:59.999999Z"}) {
    CAPTURE(bad);
    CHECK_FALSE(is_record_instant(bad));
  }
}

}  // namespace
}  // namespace mingzhang::audit
