// SPDX-License-Identifier: Apache-2.0
// A small lenient JSON reader for foreign vector files, which have white space, null and unsorted members.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace mingzhang::audit {

/// A value of a vector file. A null stays empty in every respect, so that `items` of a null is an empty list.
struct LooseValue {
  std::string text;  ///< of a string, without its quotes; of a number or boolean, as written
  std::vector<LooseValue> items;
  std::map<std::string, LooseValue> members;

  /// Fails the test where the member is missing.
  const LooseValue& at(const std::string& name) const;
  /// Numbers up to 2^64 - 1; one beyond 2^63 - 1 becomes negative, as a careless caller's would.
  std::int64_t as_size() const;
  bool as_boolean() const { return text == "true"; }
};

/// Fails the test where `bytes` is not JSON.
LooseValue parse_loose_json(std::string_view bytes);

/// Bytes of padded base64. Fails the test where it is none.
std::string from_base64(std::string_view text);

/// The folder of shared vectors beside the checkout, or empty where it is not there; a warning then says so.
std::string vectors_folder();

/// The whole file. Fails the test where it cannot be read.
std::string file_bytes(const std::string& path);

}  // namespace mingzhang::audit
