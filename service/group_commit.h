// SPDX-License-Identifier: Apache-2.0
// Many threads, one writer: requests that wait while a commit is under way go into the next one together.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <vector>

#include "service/writer.h"

namespace mingzhang::service {

/// Safe for any number of threads. Each call returns when its own request is durable or refused.
class GroupCommit {
 public:
  /// At most this many requests share one commit.
  static constexpr std::size_t kMostTogether = 1'000;

  explicit GroupCommit(Writer& writer) : writer_(writer) {}
  GroupCommit(const GroupCommit&) = delete;
  GroupCommit& operator=(const GroupCommit&) = delete;

  Answer submit(const Request& request);

  /// How many commits have answered how many requests; their ratio says how much is shared.
  struct Counts {
    std::int64_t commits = 0;
    std::int64_t requests = 0;
  };
  Counts counts() const;

 private:
  struct Waiting {
    const Request* request;
    Answer* answer;
    bool is_done = false;
  };

  Writer& writer_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Waiting*> waiting_;
  bool has_leader_ = false;
  Counts counts_;
};

}  // namespace mingzhang::service
