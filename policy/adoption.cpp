// SPDX-License-Identifier: Apache-2.0
// Finds and changes adoptions.
#include "policy/adoption.h"

#include <cstddef>
#include <utility>

#include "base/check.h"

namespace mingzhang::policy {

const Adoption* Adoptions::in_force(std::string_view pack, Date day) const {
  for (const Adoption& adoption : rows_) {
    if (adoption.pack == pack && adoption.validity.holds(day)) return &adoption;
  }
  return nullptr;
}

void Adoptions::add(Adoption adoption) {
  for (const Adoption& other : rows_) {
    MZ_CHECK(other.pack != adoption.pack || !other.validity.overlaps(adoption.validity));
  }
  adoption.id = static_cast<std::int64_t>(rows_.size()) + 1;
  rows_.push_back(std::move(adoption));
}

void Adoptions::end(std::int64_t id, Date to) {
  Adoption& adoption = rows_.at(static_cast<std::size_t>(id - 1));
  MZ_CHECK(adoption.id == id && adoption.validity.from < to);
  adoption.validity.to = to;
}

void Adoptions::flush() {
  const std::span<const Adoption> rows(rows_);
  std::vector<Adoption> changed;
  for (std::size_t index = 0; index < stored_.size(); ++index) {
    if (rows_[index].validity.to != stored_[index].validity.to) changed.push_back(rows_[index]);
  }
  if (!changed.empty()) store_.update_adoptions(changed);
  if (rows.size() > stored_.size()) store_.insert_adoptions(rows.subspan(stored_.size()));
  stored_ = rows_;
}

}  // namespace mingzhang::policy
