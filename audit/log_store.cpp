// SPDX-License-Identifier: Apache-2.0
// The one byte form of a log's head.
#include "audit/log_store.h"

#include <cstddef>

#include "base/check.h"

namespace mingzhang::audit {

std::string LogHead::bytes() const {
  MZ_CHECK(frontier_sha256.size() == size);
  MZ_CHECK(frontier_sm3.size() == size);
  return frontier_sha256.bytes() + frontier_sm3.bytes();
}

std::optional<LogHead> LogHead::parse(std::string_view bytes) {
  // Frontiers of one size have the same length, so the boundary is the middle.
  if (bytes.size() % 2 != 0) return std::nullopt;
  const std::size_t middle = bytes.size() / 2;
  std::optional<Frontier> sha256 = Frontier::parse(bytes.substr(0, middle));
  std::optional<Frontier> sm3 = Frontier::parse(bytes.substr(middle));
  if (!sha256 || !sm3 || sha256->size() != sm3->size()) return std::nullopt;
  LogHead head;
  head.size = sha256->size();
  head.frontier_sha256 = *std::move(sha256);
  head.frontier_sm3 = *std::move(sm3);
  return head;
}

}  // namespace mingzhang::audit
