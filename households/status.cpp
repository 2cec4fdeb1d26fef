// SPDX-License-Identifier: Apache-2.0
// The words of statuses and the table of transitions.
#include "households/status.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/check.h"

namespace mingzhang::households {
namespace {

struct StatusWords {
  Status status;
  std::string_view word;
  std::string_view chinese;
};

constexpr std::array kStatuses{
    StatusWords{Status::Identified, "identified", "已识别"}, StatusWords{Status::In, "in", "在册"},
    StatusWords{Status::Exited, "exited", "脱贫"},           StatusWords{Status::Returned, "returned", "返贫"},
    StatusWords{Status::Removed, "removed", "剔除"},
};

constexpr std::array<std::pair<Status, Status>, 8> kTransitions{{
    {Status::Identified, Status::In},
    {Status::Identified, Status::Removed},
    {Status::In, Status::Exited},
    {Status::In, Status::Removed},
    {Status::Exited, Status::Returned},
    {Status::Returned, Status::Exited},
    {Status::Returned, Status::Removed},
    {Status::Removed, Status::Identified},
}};

const StatusWords& words_of(Status status) {
  const auto index = static_cast<std::size_t>(status) - 1;
  MZ_CHECK(index < kStatuses.size());
  MZ_CHECK(kStatuses[index].status == status);
  return kStatuses[index];
}

}  // namespace

std::string_view word_of(Status status) { return words_of(status).word; }
std::string_view chinese_of(Status status) { return words_of(status).chinese; }

std::optional<Status> parse_status(std::string_view word) {
  for (const StatusWords& words : kStatuses) {
    if (words.word == word || words.chinese == word) return words.status;
  }
  return std::nullopt;
}

bool is_listed(Status status) { return status == Status::In || status == Status::Returned; }

bool may_follow(Status before, Status after) {
  return std::find(kTransitions.begin(), kTransitions.end(), std::pair(before, after)) != kTransitions.end();
}

}  // namespace mingzhang::households
