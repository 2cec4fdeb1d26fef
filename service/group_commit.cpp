// SPDX-License-Identifier: Apache-2.0
// Leader and followers: the first thread to come writes for all who came meanwhile.
#include "service/group_commit.h"

#include <algorithm>
#include <utility>

namespace mingzhang::service {

Answer GroupCommit::submit(const Request& request) {
  Answer answer = Err(Refusal{});
  Waiting mine{&request, &answer};
  std::unique_lock lock(mutex_);
  waiting_.push_back(&mine);
  while (!mine.is_done) {
    if (has_leader_) {
      changed_.wait(lock);
      continue;
    }
    has_leader_ = true;
    const std::size_t count = std::min(waiting_.size(), kMostTogether);
    const std::vector<Waiting*> group(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(count));
    waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(count));
    lock.unlock();
    std::vector<const Request*> requests;
    for (const Waiting* one : group) requests.push_back(one->request);
    std::vector<Answer> answers = writer_.submit_together(requests);
    lock.lock();
    for (std::size_t i = 0; i < group.size(); ++i) {
      *group[i]->answer = std::move(answers[i]);
      group[i]->is_done = true;
    }
    ++counts_.commits;
    counts_.requests += static_cast<std::int64_t>(count);
    has_leader_ = false;
    changed_.notify_all();
  }
  return answer;
}

GroupCommit::Counts GroupCommit::counts() const {
  const std::lock_guard lock(mutex_);
  return counts_;
}

}  // namespace mingzhang::service
