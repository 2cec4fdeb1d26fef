// SPDX-License-Identifier: Apache-2.0
// The keys of a book in memory.
#include "audit/keys/log_key.h"

#include <algorithm>
#include <utility>

#include "base/check.h"

namespace mingzhang::audit {

const LogKey* LogKeys::in_force(std::string_view text) const {
  const auto found = std::find_if(rows_.begin(), rows_.end(), [text](const LogKey& key) { return key.text == text && !key.end_seq; });
  return found == rows_.end() ? nullptr : &*found;
}

std::size_t LogKeys::count_in_force(Suite suite) const {
  return static_cast<std::size_t>(
      std::count_if(rows_.begin(), rows_.end(), [suite](const LogKey& key) { return key.suite == suite && !key.end_seq; }));
}

void LogKeys::add(LogKey key) {
  MZ_CHECK(in_force(key.text) == nullptr);  // INV-37
  key.id = static_cast<std::int64_t>(rows_.size()) + 1;
  rows_.push_back(std::move(key));
}

void LogKeys::end(std::string_view text, std::int64_t seq) {
  const LogKey* key = in_force(text);
  MZ_CHECK(key != nullptr);
  rows_[static_cast<std::size_t>(key->id - 1)].end_seq = seq;
}

bool LogKeys::has_any_in_force() const {
  return std::any_of(rows_.begin(), rows_.end(), [](const LogKey& key) { return !key.end_seq; });
}

void LogKeys::end_all(std::int64_t seq) {
  for (LogKey& key : rows_) {
    if (!key.end_seq) key.end_seq = seq;
  }
}

void LogKeys::flush() {
  std::vector<LogKey> added;
  std::vector<LogKey> changed;
  for (std::size_t index = 0; index < rows_.size(); ++index) {
    if (index >= stored_.size()) {
      added.push_back(rows_[index]);
    } else if (rows_[index] != stored_[index]) {
      changed.push_back(rows_[index]);
    }
  }
  if (!added.empty()) store_.insert_keys(added);
  if (!changed.empty()) store_.update_keys(changed);
  stored_ = rows_;
}

}  // namespace mingzhang::audit
