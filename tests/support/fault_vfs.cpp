// SPDX-License-Identifier: Apache-2.0
// The failing file system: counts calls, fails the chosen ones, passes on the others.
#include "tests/support/fault_vfs.h"

#include <sqlite3.h>

#include <atomic>
#include <cstddef>
#include <mutex>
#include <new>

#include "base/check.h"

namespace mingzhang::tests {

/// The plan, and what is left of it.
class FaultDisk {
 public:
  /// True where this call is to fail; `fault` then says how.
  bool fails(DiskCall call, DiskFault& fault) {
    const std::lock_guard<std::mutex> guard(mutex_);
    if (!is_armed_ || (static_cast<std::uint32_t>(plan_.calls) & static_cast<std::uint32_t>(call)) == 0) return false;
    ++seen_;
    if (seen_ < plan_.nth || (seen_ > plan_.nth && !plan_.is_lasting)) return false;
    ++failures_;
    fault = plan_.fault;
    return true;
  }
  bool fails(DiskCall call) {
    DiskFault ignored{};
    return fails(call, ignored);
  }

  void arm(const FaultPlan& plan) {
    const std::lock_guard<std::mutex> guard(mutex_);
    plan_ = plan;
    is_armed_ = true;
    seen_ = 0;
    failures_ = 0;
  }
  void disarm() {
    const std::lock_guard<std::mutex> guard(mutex_);
    is_armed_ = false;
  }
  std::uint64_t failures() {
    const std::lock_guard<std::mutex> guard(mutex_);
    return failures_;
  }

  sqlite3_vfs vfs{};
  sqlite3_vfs* base = nullptr;
  std::string vfs_name;

 private:
  std::mutex mutex_;
  FaultPlan plan_;
  bool is_armed_ = false;
  std::uint64_t seen_ = 0;
  std::uint64_t failures_ = 0;
};

namespace {

/// SQLite allocates this, and right behind it the room for the real file.
struct File : sqlite3_file {
  FaultDisk* disk;
};

FaultDisk& disk_of(sqlite3_file* file) {
  return *static_cast<File*>(file)->disk;
}
FaultDisk& disk_of(sqlite3_vfs* vfs) {
  return *static_cast<FaultDisk*>(vfs->pAppData);
}
sqlite3_vfs* base_of(sqlite3_vfs* vfs) {
  return disk_of(vfs).base;
}
sqlite3_file* real(sqlite3_file* file) {
  return reinterpret_cast<sqlite3_file*>(static_cast<File*>(file) + 1);
}
const sqlite3_io_methods& methods_of(sqlite3_file* file) {
  return *real(file)->pMethods;
}

int file_close(sqlite3_file* file) {
  return methods_of(file).xClose(real(file));
}

int file_read(sqlite3_file* file, void* buffer, int bytes, sqlite3_int64 offset) {
  if (disk_of(file).fails(DiskCall::Read)) return SQLITE_IOERR_READ;
  return methods_of(file).xRead(real(file), buffer, bytes, offset);
}

int file_write(sqlite3_file* file, const void* buffer, int bytes, sqlite3_int64 offset) {
  DiskFault fault{};
  if (!disk_of(file).fails(DiskCall::Write, fault)) return methods_of(file).xWrite(real(file), buffer, bytes, offset);
  if (fault == DiskFault::IoError) return SQLITE_IOERR_WRITE;
  methods_of(file).xWrite(real(file), buffer, bytes / 2, offset);
  return SQLITE_FULL;
}

int file_truncate(sqlite3_file* file, sqlite3_int64 size) {
  if (disk_of(file).fails(DiskCall::Truncate)) return SQLITE_IOERR_TRUNCATE;
  return methods_of(file).xTruncate(real(file), size);
}

int file_sync(sqlite3_file* file, int flags) {
  if (disk_of(file).fails(DiskCall::Sync)) return SQLITE_IOERR_FSYNC;
  return methods_of(file).xSync(real(file), flags);
}

int file_size(sqlite3_file* file, sqlite3_int64* size) {
  return methods_of(file).xFileSize(real(file), size);
}
int file_lock(sqlite3_file* file, int level) {
  return methods_of(file).xLock(real(file), level);
}
int file_unlock(sqlite3_file* file, int level) {
  return methods_of(file).xUnlock(real(file), level);
}

int file_is_reserved(sqlite3_file* file, int* answer) {
  return methods_of(file).xCheckReservedLock(real(file), answer);
}

int file_control(sqlite3_file* file, int code, void* argument) {
  return methods_of(file).xFileControl(real(file), code, argument);
}

int file_sector_size(sqlite3_file* file) {
  return methods_of(file).xSectorSize(real(file));
}
int file_characteristics(sqlite3_file* file) {
  return methods_of(file).xDeviceCharacteristics(real(file));
}

int file_map_memory(sqlite3_file* file, int region, int bytes, int extend, void volatile** address) {
  if (disk_of(file).fails(DiskCall::MapMemory)) return SQLITE_IOERR_SHMMAP;
  return methods_of(file).xShmMap(real(file), region, bytes, extend, address);
}

int file_lock_memory(sqlite3_file* file, int first, int count, int flags) {
  return methods_of(file).xShmLock(real(file), first, count, flags);
}

void file_memory_barrier(sqlite3_file* file) {
  methods_of(file).xShmBarrier(real(file));
}
int file_unmap_memory(sqlite3_file* file, int forget) {
  return methods_of(file).xShmUnmap(real(file), forget);
}

sqlite3_io_methods make_methods() {
  sqlite3_io_methods methods{};
  methods.iVersion = 2;
  methods.xClose = file_close;
  methods.xRead = file_read;
  methods.xWrite = file_write;
  methods.xTruncate = file_truncate;
  methods.xSync = file_sync;
  methods.xFileSize = file_size;
  methods.xLock = file_lock;
  methods.xUnlock = file_unlock;
  methods.xCheckReservedLock = file_is_reserved;
  methods.xFileControl = file_control;
  methods.xSectorSize = file_sector_size;
  methods.xDeviceCharacteristics = file_characteristics;
  methods.xShmMap = file_map_memory;
  methods.xShmLock = file_lock_memory;
  methods.xShmBarrier = file_memory_barrier;
  methods.xShmUnmap = file_unmap_memory;
  return methods;
}

int vfs_open(sqlite3_vfs* vfs, sqlite3_filename name, sqlite3_file* file, int flags, int* flags_out) {
  static const sqlite3_io_methods methods = make_methods();
  auto* opened = new (file) File{};
  opened->pMethods = nullptr;
  opened->disk = &disk_of(vfs);
  if (disk_of(vfs).fails(DiskCall::Open)) return SQLITE_CANTOPEN;
  const int code = base_of(vfs)->xOpen(base_of(vfs), name, real(file), flags, flags_out);
  // The real file system says by its methods whether there is something to close, even after an error.
  if (real(file)->pMethods != nullptr) opened->pMethods = &methods;
  return code;
}

int vfs_delete(sqlite3_vfs* vfs, const char* name, int sync_directory) {
  if (disk_of(vfs).fails(DiskCall::Delete)) return SQLITE_IOERR_DELETE;
  return base_of(vfs)->xDelete(base_of(vfs), name, sync_directory);
}

int vfs_access(sqlite3_vfs* vfs, const char* name, int question, int* answer) {
  return base_of(vfs)->xAccess(base_of(vfs), name, question, answer);
}

int vfs_full_name(sqlite3_vfs* vfs, const char* name, int bytes, char* full) {
  return base_of(vfs)->xFullPathname(base_of(vfs), name, bytes, full);
}

int vfs_randomness(sqlite3_vfs* vfs, int bytes, char* out) {
  return base_of(vfs)->xRandomness(base_of(vfs), bytes, out);
}

int vfs_sleep(sqlite3_vfs* vfs, int microseconds) {
  return base_of(vfs)->xSleep(base_of(vfs), microseconds);
}
int vfs_time(sqlite3_vfs* vfs, double* days) {
  return base_of(vfs)->xCurrentTime(base_of(vfs), days);
}

int vfs_last_error(sqlite3_vfs* vfs, int bytes, char* text) {
  return base_of(vfs)->xGetLastError(base_of(vfs), bytes, text);
}

std::string fresh_name() {
  static std::atomic<int> count{0};
  return "fault-" + std::to_string(++count);
}

void fill(FaultDisk& disk) {
  sqlite3_vfs& vfs = disk.vfs;
  vfs.iVersion = 1;
  vfs.szOsFile = static_cast<int>(sizeof(File)) + disk.base->szOsFile;
  vfs.mxPathname = disk.base->mxPathname;
  vfs.zName = disk.vfs_name.c_str();
  vfs.pAppData = &disk;
  vfs.xOpen = vfs_open;
  vfs.xDelete = vfs_delete;
  vfs.xAccess = vfs_access;
  vfs.xFullPathname = vfs_full_name;
  vfs.xRandomness = vfs_randomness;
  vfs.xSleep = vfs_sleep;
  vfs.xCurrentTime = vfs_time;
  vfs.xGetLastError = vfs_last_error;
}

}  // namespace

FaultVfs::FaultVfs(const std::string& base) : disk_(std::make_unique<FaultDisk>()) {
  static_assert(sizeof(File) % alignof(std::max_align_t) == 0);
  disk_->vfs_name = fresh_name();
  disk_->base = sqlite3_vfs_find(base.empty() ? nullptr : base.c_str());
  MZ_CHECK(disk_->base != nullptr);
  fill(*disk_);
  MZ_CHECK(sqlite3_vfs_register(&disk_->vfs, 0) == SQLITE_OK);
}

FaultVfs::~FaultVfs() {
  sqlite3_vfs_unregister(&disk_->vfs);
}

const std::string& FaultVfs::vfs_name() const {
  return disk_->vfs_name;
}
void FaultVfs::arm(const FaultPlan& plan) {
  disk_->arm(plan);
}
void FaultVfs::disarm() {
  disk_->disarm();
}
std::uint64_t FaultVfs::failures() const {
  return disk_->failures();
}

}  // namespace mingzhang::tests
