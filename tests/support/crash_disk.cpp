// SPDX-License-Identifier: Apache-2.0
// What is left of files after a power cut.
#include "tests/support/crash_disk.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/check.h"

namespace mingzhang::tests {

std::uint64_t Dice::next() {
  state_ += 0x9E3779B97F4A7C15U;
  std::uint64_t mixed = state_;
  mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
  mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
  return mixed ^ (mixed >> 31U);
}

void CrashFile::apply(std::string& image, const Change& change) {
  if (change.is_truncation) return image.resize(change.offset);
  const std::uint64_t end = change.offset + change.bytes.size();
  if (image.size() < end) image.resize(end);
  image.replace(change.offset, change.bytes.size(), change.bytes);
}

void CrashFile::write(std::uint64_t offset, std::string_view bytes) {
  changes_.push_back({offset, std::string(bytes), false});
  apply(content_, changes_.back());
}

void CrashFile::truncate(std::uint64_t size) {
  changes_.push_back({size, {}, true});
  apply(content_, changes_.back());
}

void CrashFile::sync() {
  for (const Change& change : changes_) apply(durable_, change);
  changes_.clear();
  MZ_CHECK(durable_ == content_);
}

std::string CrashFile::surviving_sector(std::uint64_t sector, Dice& dice, Mercy mercy) const {
  const std::uint64_t begin = sector * kSectorBytes;
  // The states of this sector since the last sync, oldest first.
  std::vector<std::string> states;
  std::string state(kSectorBytes, '\0');
  if (durable_.size() > begin) durable_.copy(state.data(), kSectorBytes, begin);
  states.push_back(state);
  for (const Change& change : changes_) {
    const std::uint64_t end = change.is_truncation ? ~std::uint64_t{0} : change.offset + change.bytes.size();
    if (end <= begin || change.offset >= begin + kSectorBytes) continue;
    for (std::uint64_t at = std::max(begin, change.offset); at < std::min(begin + kSectorBytes, end); ++at)
      state[at - begin] = change.is_truncation ? '\0' : change.bytes[at - change.offset];
    states.push_back(state);
  }
  const std::size_t newest = states.size() - 1;
  if (newest == 0 || dice.lands(mercy.kept)) return states[newest];
  const std::size_t older = dice.below(newest);
  if (!dice.lands(mercy.torn)) return states[older];
  const std::uint64_t cut = dice.below(kSectorBytes);
  const std::size_t front = dice.lands(50) ? older : older + 1;
  const std::size_t back = front == older ? older + 1 : older;
  return states[front].substr(0, cut) + states[back].substr(cut);
}

void CrashFile::lose_power(Dice& dice, Mercy mercy) {
  std::vector<std::uint64_t> sizes{durable_.size()};
  std::string sized = durable_;
  std::set<std::uint64_t> touched;
  for (const Change& change : changes_) {
    const std::uint64_t before = sized.size();
    apply(sized, change);
    sizes.push_back(sized.size());
    const std::uint64_t end =
        change.is_truncation ? std::max<std::uint64_t>(before, change.offset) : change.offset + change.bytes.size();
    for (std::uint64_t at = change.offset / kSectorBytes; at * kSectorBytes < end; ++at) touched.insert(at);
  }
  std::string image = durable_;
  for (const std::uint64_t sector : touched) {
    const std::uint64_t begin = sector * kSectorBytes;
    if (image.size() < begin + kSectorBytes) image.resize(begin + kSectorBytes);
    image.replace(begin, kSectorBytes, surviving_sector(sector, dice, mercy));
  }
  image.resize(dice.lands(mercy.kept) ? sizes.back() : sizes[dice.below(sizes.size())]);
  content_ = image;
  durable_ = std::move(image);
  changes_.clear();
}

std::shared_ptr<CrashFile> CrashDisk::find(const std::string& name) const {
  const auto found = entries_.find(name);
  return found == entries_.end() ? nullptr : found->second;
}

std::shared_ptr<CrashFile> CrashDisk::create(const std::string& name) {
  return entries_[name] = std::make_shared<CrashFile>();
}

bool CrashDisk::unlink(const std::string& name, bool is_synced) {
  const bool existed = entries_.erase(name) == 1;
  if (is_synced) durable_entries_.erase(name);
  return existed;
}

void CrashDisk::sync(const std::shared_ptr<CrashFile>& file) {
  file->sync();
  for (const auto& [name, entry] : entries_)
    if (entry == file) durable_entries_[name] = file;
}

void CrashDisk::lose_power(Dice& dice) {
  // From nothing kept to all kept: the extremes find other faults than the middle does.
  static constexpr std::array<Mercy, 5> kMercies{{{0, 0}, {10, 20}, {50, 20}, {90, 50}, {100, 0}}};
  const Mercy mercy = kMercies[dice.below(kMercies.size())];
  std::set<std::string> names;
  for (const auto& [name, file] : entries_) names.insert(name);
  for (const auto& [name, file] : durable_entries_) names.insert(name);
  Entries survivors;
  for (const std::string& name : names) {
    const Entries& source = dice.lands(mercy.kept) ? entries_ : durable_entries_;
    const auto entry = source.find(name);
    if (entry == source.end()) continue;
    entry->second->lose_power(dice, mercy);
    survivors.insert(*entry);
  }
  entries_ = survivors;
  durable_entries_ = survivors;
}

}  // namespace mingzhang::tests
