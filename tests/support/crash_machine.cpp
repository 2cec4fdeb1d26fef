// SPDX-License-Identifier: Apache-2.0
// Power, locks and shared memory of the machine that crashes.
#include "tests/support/crash_machine.h"

#include <algorithm>
#include <cstring>

#include "base/check.h"

namespace mingzhang::tests {

using Guard = std::lock_guard<std::mutex>;

bool CrashMachine::fails_here() {
  ++points_;
  if (crash_at_ == 0 || points_ < crash_at_) return false;
  is_off_ = true;
  crash_at_ = 0;
  return true;
}

int CrashMachine::open(const char* name, int flags, CrashHandle& handle) {
  const Guard guard(mutex_);
  if (is_off_) return SQLITE_IOERR;
  handle.life = life_;
  handle.name = name == nullptr ? "" : name;
  handle.deletes_on_close = (flags & SQLITE_OPEN_DELETEONCLOSE) != 0;
  if (name == nullptr) {
    handle.file = std::make_shared<CrashFile>();
    return SQLITE_OK;
  }
  handle.file = disk_.find(handle.name);
  if (handle.file && (flags & SQLITE_OPEN_EXCLUSIVE) != 0) return SQLITE_CANTOPEN;
  if (!handle.file) {
    if ((flags & SQLITE_OPEN_CREATE) == 0) return SQLITE_CANTOPEN;
    handle.file = disk_.create(handle.name);
    if (fails_here()) return SQLITE_IOERR;
  }
  openers_[handle.file.get()].push_back(&handle);
  return SQLITE_OK;
}

void CrashMachine::close(CrashHandle& handle) {
  const Guard guard(mutex_);
  release_memory(handle);
  const auto openers = openers_.find(handle.file.get());
  if (openers != openers_.end()) {
    std::erase(openers->second, &handle);
    if (openers->second.empty()) openers_.erase(openers);
  }
  if (handle.deletes_on_close && !is_dead(handle) && !handle.name.empty()) disk_.unlink(handle.name, false);
  handle.file.reset();
}

int CrashMachine::remove(const std::string& name, bool is_synced) {
  const Guard guard(mutex_);
  if (is_off_) return SQLITE_IOERR_DELETE;
  // The power may fail when the entry is gone but not yet synced.
  if (fails_here()) {
    disk_.unlink(name, false);
    return SQLITE_IOERR_DELETE;
  }
  return disk_.unlink(name, is_synced) ? SQLITE_OK : SQLITE_IOERR_DELETE_NOENT;
}

int CrashMachine::exists(const std::string& name, bool& answer) {
  const Guard guard(mutex_);
  if (is_off_) return SQLITE_IOERR_ACCESS;
  // Like SQLite's own file system on Unix: an empty file counts as missing.
  const std::shared_ptr<CrashFile> file = disk_.find(name);
  answer = file && !file->content().empty();
  return SQLITE_OK;
}

int CrashMachine::read(CrashHandle& handle, char* buffer, std::uint64_t bytes, std::uint64_t offset) {
  const Guard guard(mutex_);
  if (is_dead(handle)) return SQLITE_IOERR_READ;
  const std::string& content = handle.file->content();
  const std::uint64_t there = offset < content.size() ? std::min<std::uint64_t>(bytes, content.size() - offset) : 0;
  if (there > 0) content.copy(buffer, there, offset);
  std::memset(buffer + there, 0, bytes - there);
  return there == bytes ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int CrashMachine::write(CrashHandle& handle, std::string_view bytes, std::uint64_t offset) {
  const Guard guard(mutex_);
  if (is_dead(handle)) return SQLITE_IOERR_WRITE;
  handle.file->write(offset, bytes);
  return fails_here() ? SQLITE_IOERR_WRITE : SQLITE_OK;
}

int CrashMachine::truncate(CrashHandle& handle, std::uint64_t size) {
  const Guard guard(mutex_);
  if (is_dead(handle)) return SQLITE_IOERR_TRUNCATE;
  handle.file->truncate(size);
  return fails_here() ? SQLITE_IOERR_TRUNCATE : SQLITE_OK;
}

int CrashMachine::sync(CrashHandle& handle) {
  const Guard guard(mutex_);
  if (is_dead(handle)) return SQLITE_IOERR_FSYNC;
  if (!fails_here()) {
    disk_.sync(handle.file);
    return SQLITE_OK;
  }
  // The power fails before the sync, or after it and before anybody hears of it.
  if (dice_.lands(50)) disk_.sync(handle.file);
  return SQLITE_IOERR_FSYNC;
}

int CrashMachine::size(CrashHandle& handle, std::uint64_t& answer) {
  const Guard guard(mutex_);
  if (is_dead(handle)) return SQLITE_IOERR_FSTAT;
  answer = handle.file->content().size();
  return SQLITE_OK;
}

int CrashMachine::lock(CrashHandle& handle, int level) {
  const Guard guard(mutex_);
  if (is_dead(handle)) return SQLITE_IOERR_LOCK;
  if (handle.lock >= level) return SQLITE_OK;
  int strongest = SQLITE_LOCK_NONE;
  for (const CrashHandle* other : openers_[handle.file.get()])
    if (other != &handle && other->life == life_) strongest = std::max(strongest, other->lock);
  if (level == SQLITE_LOCK_SHARED && strongest >= SQLITE_LOCK_PENDING) return SQLITE_BUSY;
  if (level >= SQLITE_LOCK_RESERVED && strongest >= SQLITE_LOCK_RESERVED) return SQLITE_BUSY;
  if (level == SQLITE_LOCK_EXCLUSIVE && strongest >= SQLITE_LOCK_SHARED) {
    handle.lock = SQLITE_LOCK_PENDING;
    return SQLITE_BUSY;
  }
  handle.lock = level;
  return SQLITE_OK;
}

int CrashMachine::unlock(CrashHandle& handle, int level) {
  const Guard guard(mutex_);
  handle.lock = std::min(handle.lock, level);
  return SQLITE_OK;
}

int CrashMachine::is_reserved(CrashHandle& handle, bool& answer) {
  const Guard guard(mutex_);
  if (is_dead(handle)) return SQLITE_IOERR_CHECKRESERVEDLOCK;
  const auto& openers = openers_[handle.file.get()];
  answer = std::any_of(openers.begin(), openers.end(), [this](const CrashHandle* other) {
    return other->life == life_ && other->lock >= SQLITE_LOCK_RESERVED;
  });
  return SQLITE_OK;
}

int CrashMachine::map_memory(CrashHandle& handle, std::size_t region, std::size_t bytes, bool extend,
                             void volatile** address) {
  const Guard guard(mutex_);
  *address = nullptr;
  if (is_dead(handle)) return SQLITE_IOERR_SHMMAP;
  if (!handle.memory) {
    std::shared_ptr<SharedMemory>& memory = memories_[handle.name];
    if (!memory) memory = std::make_shared<SharedMemory>();
    handle.memory = memory;
  }
  auto& regions = handle.memory->regions;
  if (regions.size() <= region && !extend) return SQLITE_OK;
  while (regions.size() <= region) regions.push_back(std::make_unique<std::vector<char>>(bytes));
  *address = regions[region]->data();
  return SQLITE_OK;
}

int CrashMachine::lock_memory(CrashHandle& handle, int first, int count, int flags) {
  const Guard guard(mutex_);
  const bool is_exclusive = (flags & SQLITE_SHM_EXCLUSIVE) != 0;
  const bool takes = (flags & SQLITE_SHM_LOCK) != 0;
  if (takes && is_dead(handle)) return SQLITE_IOERR_SHMLOCK;
  if (!handle.memory) return takes ? SQLITE_IOERR_SHMLOCK : SQLITE_OK;
  SharedMemory& memory = *handle.memory;
  const auto begin = static_cast<std::size_t>(first);
  const auto end = begin + static_cast<std::size_t>(count);
  for (std::size_t slot = begin; takes && slot < end; ++slot) {
    const int other_readers = memory.shared[slot] - (handle.holds_shared[slot] ? 1 : 0);
    if (memory.exclusive[slot] && !handle.holds_exclusive[slot]) return SQLITE_BUSY;
    if (is_exclusive && other_readers > 0) return SQLITE_BUSY;
  }
  for (std::size_t slot = begin; slot < end; ++slot) {
    if (is_exclusive) {
      if (takes || handle.holds_exclusive[slot]) memory.exclusive[slot] = takes;
      handle.holds_exclusive[slot] = takes;
    } else if (handle.holds_shared[slot] != takes) {
      memory.shared[slot] += takes ? 1 : -1;
      handle.holds_shared[slot] = takes;
    }
  }
  return SQLITE_OK;
}

void CrashMachine::release_memory(CrashHandle& handle) {
  if (!handle.memory) return;
  for (std::size_t slot = 0; slot < SQLITE_SHM_NLOCK; ++slot) {
    if (handle.holds_shared[slot]) --handle.memory->shared[slot];
    if (handle.holds_exclusive[slot]) handle.memory->exclusive[slot] = false;
  }
  handle.holds_shared.fill(false);
  handle.holds_exclusive.fill(false);
  handle.memory.reset();
}

void CrashMachine::unmap_memory(CrashHandle& handle, bool forget) {
  const Guard guard(mutex_);
  release_memory(handle);
  // One owner is left: the table itself.
  const auto memory = memories_.find(handle.name);
  if (forget && !is_dead(handle) && memory != memories_.end() && memory->second.use_count() == 1)
    memories_.erase(memory);
}

void CrashMachine::memory_barrier() {
  const Guard guard(mutex_);
}

void CrashMachine::crash_after(std::uint64_t points) {
  const Guard guard(mutex_);
  MZ_CHECK(points > 0);
  crash_at_ = points_ + points;
}

void CrashMachine::crash() {
  const Guard guard(mutex_);
  is_off_ = true;
  crash_at_ = 0;
}

void CrashMachine::restart() {
  const Guard guard(mutex_);
  MZ_CHECK(is_off_);
  disk_.lose_power(dice_);
  memories_.clear();
  openers_.clear();
  ++life_;
  is_off_ = false;
}

bool CrashMachine::is_off() {
  const Guard guard(mutex_);
  return is_off_;
}

std::uint64_t CrashMachine::points() {
  const Guard guard(mutex_);
  return points_;
}

}  // namespace mingzhang::tests
