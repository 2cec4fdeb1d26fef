// SPDX-License-Identifier: Apache-2.0
// SQLite's tables of function pointers over the machine that crashes.
#include "tests/support/crash_vfs.h"

#include <sqlite3.h>

#include <atomic>
#include <cstring>
#include <new>

#include "base/check.h"
#include "tests/support/crash_machine.h"

namespace mingzhang::tests {
namespace {

/// SQLite allocates this, so it only points to what needs a constructor.
struct File : sqlite3_file {
  CrashMachine* machine;
  CrashHandle* handle;
};

File& file_of(sqlite3_file* file) {
  return *static_cast<File*>(file);
}
CrashHandle& handle_of(sqlite3_file* file) {
  return *file_of(file).handle;
}
CrashMachine& machine_of(sqlite3_file* file) {
  return *file_of(file).machine;
}
CrashMachine& machine_of(sqlite3_vfs* vfs) {
  return *static_cast<CrashMachine*>(vfs->pAppData);
}

int file_close(sqlite3_file* file) {
  machine_of(file).close(handle_of(file));
  delete file_of(file).handle;
  return SQLITE_OK;
}

int file_read(sqlite3_file* file, void* buffer, int bytes, sqlite3_int64 offset) {
  return machine_of(file).read(handle_of(file), static_cast<char*>(buffer), static_cast<std::uint64_t>(bytes),
                               static_cast<std::uint64_t>(offset));
}

int file_write(sqlite3_file* file, const void* buffer, int bytes, sqlite3_int64 offset) {
  const std::string_view view(static_cast<const char*>(buffer), static_cast<std::size_t>(bytes));
  return machine_of(file).write(handle_of(file), view, static_cast<std::uint64_t>(offset));
}

int file_truncate(sqlite3_file* file, sqlite3_int64 size) {
  return machine_of(file).truncate(handle_of(file), static_cast<std::uint64_t>(size));
}

int file_sync(sqlite3_file* file, int) {
  return machine_of(file).sync(handle_of(file));
}

int file_size(sqlite3_file* file, sqlite3_int64* answer) {
  std::uint64_t size = 0;
  const int code = machine_of(file).size(handle_of(file), size);
  *answer = static_cast<sqlite3_int64>(size);
  return code;
}

int file_lock(sqlite3_file* file, int level) {
  return machine_of(file).lock(handle_of(file), level);
}
int file_unlock(sqlite3_file* file, int level) {
  return machine_of(file).unlock(handle_of(file), level);
}

int file_is_reserved(sqlite3_file* file, int* answer) {
  bool is_reserved = false;
  const int code = machine_of(file).is_reserved(handle_of(file), is_reserved);
  *answer = is_reserved ? 1 : 0;
  return code;
}

int file_control(sqlite3_file*, int, void*) {
  return SQLITE_NOTFOUND;
}
int file_sector_size(sqlite3_file*) {
  return static_cast<int>(CrashFile::kSectorBytes);
}
// Like SQLite's own file system on Unix: a torn write leaves the bytes around it alone.
int file_characteristics(sqlite3_file*) {
  return SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

int file_map_memory(sqlite3_file* file, int region, int bytes, int extend, void volatile** address) {
  return machine_of(file).map_memory(handle_of(file), static_cast<std::size_t>(region), static_cast<std::size_t>(bytes),
                                     extend != 0, address);
}

int file_lock_memory(sqlite3_file* file, int first, int count, int flags) {
  return machine_of(file).lock_memory(handle_of(file), first, count, flags);
}

void file_memory_barrier(sqlite3_file* file) {
  machine_of(file).memory_barrier();
}

int file_unmap_memory(sqlite3_file* file, int forget) {
  machine_of(file).unmap_memory(handle_of(file), forget != 0);
  return SQLITE_OK;
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
  auto handle = std::make_unique<CrashHandle>();
  const int code = machine_of(vfs).open(name, flags, *handle);
  if (code != SQLITE_OK) return code;
  opened->pMethods = &methods;
  opened->machine = &machine_of(vfs);
  opened->handle = handle.release();
  if (flags_out != nullptr) *flags_out = flags;
  return SQLITE_OK;
}

int vfs_delete(sqlite3_vfs* vfs, const char* name, int sync_directory) {
  return machine_of(vfs).remove(name, sync_directory != 0);
}

int vfs_access(sqlite3_vfs* vfs, const char* name, int, int* answer) {
  bool exists = false;
  const int code = machine_of(vfs).exists(name, exists);
  *answer = exists ? 1 : 0;
  return code;
}

int vfs_full_name(sqlite3_vfs*, const char* name, int bytes, char* full) {
  if (std::strlen(name) >= static_cast<std::size_t>(bytes)) return SQLITE_CANTOPEN;
  std::memcpy(full, name, std::strlen(name) + 1);
  return SQLITE_OK;
}

/// What has nothing to do with the disk is the system's own.
sqlite3_vfs* real() {
  return sqlite3_vfs_find(nullptr);
}

int vfs_randomness(sqlite3_vfs*, int bytes, char* out) {
  return real()->xRandomness(real(), bytes, out);
}
int vfs_sleep(sqlite3_vfs*, int microseconds) {
  return real()->xSleep(real(), microseconds);
}
int vfs_time(sqlite3_vfs*, double* days) {
  return real()->xCurrentTime(real(), days);
}
int vfs_last_error(sqlite3_vfs*, int, char*) {
  return 0;
}

std::string fresh_name() {
  static std::atomic<int> count{0};
  return "crash-" + std::to_string(++count);
}

void fill(sqlite3_vfs& vfs, CrashMachine& machine) {
  vfs.iVersion = 1;
  vfs.szOsFile = sizeof(File);
  vfs.mxPathname = 512;
  vfs.zName = machine.vfs_name.c_str();
  vfs.pAppData = &machine;
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

CrashVfs::CrashVfs(std::uint64_t seed) : machine_(std::make_unique<CrashMachine>(seed)) {
  machine_->vfs_name = fresh_name();
  fill(machine_->vfs, *machine_);
  MZ_CHECK(sqlite3_vfs_register(&machine_->vfs, 0) == SQLITE_OK);
}

CrashVfs::~CrashVfs() {
  sqlite3_vfs_unregister(&machine_->vfs);
}

const std::string& CrashVfs::vfs_name() const {
  return machine_->vfs_name;
}
void CrashVfs::crash_after(std::uint64_t points) {
  machine_->crash_after(points);
}
void CrashVfs::crash() {
  machine_->crash();
}
bool CrashVfs::is_off() const {
  return machine_->is_off();
}
std::uint64_t CrashVfs::points() const {
  return machine_->points();
}
void CrashVfs::restart() {
  machine_->restart();
}

}  // namespace mingzhang::tests
