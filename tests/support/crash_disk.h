// SPDX-License-Identifier: Apache-2.0
// Files of a disk that forgets at a power cut what was not synced: some sectors are kept, some dropped, some torn.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mingzhang::tests {

/// A small generator with the same numbers on every machine (splitmix64).
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next();
  /// A number in [0, bound). Requires bound > 0.
  std::uint64_t below(std::uint64_t bound) { return next() % bound; }
  /// True in `percent` of 100 throws.
  bool lands(std::uint64_t percent) { return below(100) < percent; }

 private:
  std::uint64_t state_;
};

/// How merciful one power cut is: the chance in percent that a sector holds all that was written, and that it is torn.
struct Mercy {
  std::uint64_t kept = 50;
  std::uint64_t torn = 10;
};

/// One file: what a reader sees, what the platter holds for certain, and the changes between the two.
class CrashFile {
 public:
  static constexpr std::uint64_t kSectorBytes = 512;

  const std::string& content() const { return content_; }
  void write(std::uint64_t offset, std::string_view bytes);
  void truncate(std::uint64_t size);
  void sync();
  /// Every sector becomes what some prefix of its unsynced writes left, the last of them perhaps torn; the size becomes
  /// one of the sizes the file had since the last sync.
  void lose_power(Dice& dice, Mercy mercy);

 private:
  struct Change {
    std::uint64_t offset = 0;
    std::string bytes;
    bool is_truncation = false;  ///< then `offset` is the new size
  };
  static void apply(std::string& image, const Change& change);
  std::string surviving_sector(std::uint64_t sector, Dice& dice, Mercy mercy) const;

  std::string content_;
  std::string durable_;
  std::vector<Change> changes_;
};

/// A directory of such files. Creating and unlinking are forgotten as well where they were not synced.
class CrashDisk {
 public:
  /// The file, or nothing.
  std::shared_ptr<CrashFile> find(const std::string& name) const;
  std::shared_ptr<CrashFile> create(const std::string& name);
  /// True where there was such a file.
  bool unlink(const std::string& name, bool is_synced);
  /// The content, and that the file exists under its present name.
  void sync(const std::shared_ptr<CrashFile>& file);
  void lose_power(Dice& dice);

 private:
  using Entries = std::map<std::string, std::shared_ptr<CrashFile>>;
  Entries entries_;
  Entries durable_entries_;
};

}  // namespace mingzhang::tests
