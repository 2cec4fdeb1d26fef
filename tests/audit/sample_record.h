// SPDX-License-Identifier: Apache-2.0
// One synthetic record and its lines, shared by the tests of this folder.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "audit/record.h"

namespace mingzhang::audit {

inline RecordHead sample_head() {
  return {.kind = "voucher/v1",
          .book = "威宁扶贫专账",
          .seq = 41,
          .at = "2016-10-14T01:02:03.000004Z",
          .by = R"(clerk "A"\1)",
          .approved_by = "chief",
          .rule = R"({"id":"split"})",
          .request = R"({"key":"k1"})",
          .data = R"({"number":7})"};
}

/// The first `count` of three lines.
inline std::string sample_lines(std::size_t count) {
  constexpr std::array<std::string_view, 3> kSampleLines = {
      R"({"account":"1002","fen":12000,"salt":"000102030405060708090a0b0c0d0e0f","side":"debit"})",
      R"({"account":"3001","fen":12000,"salt":"101112131415161718191a1b1c1d1e1f","side":"credit"})",
      R"({"account":"3001","fen":1,"salt":"202122232425262728292a2b2c2d2e2f","side":"credit"})"};
  std::string jsonl;
  for (std::size_t at = 0; at < count; ++at) jsonl.append(kSampleLines.at(at)).push_back('\n');
  return jsonl;
}

}  // namespace mingzhang::audit
