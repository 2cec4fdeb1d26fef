// SPDX-License-Identifier: Apache-2.0
// Work, crash, perhaps crash again while recovering, then audit what is left.
#include "tests/support/crash_trial.h"

#include <memory>

#include "base/check.h"
#include "tests/support/bank.h"
#include "tests/support/crash_disk.h"
#include "tests/support/crash_vfs.h"

namespace mingzhang::tests {
namespace {

constexpr const char* kPath = "bank.db";
/// A new disk after so many crashes, so that the first steps of a file are crashed as often as the later ones.
constexpr std::uint64_t kCrashesPerDisk = 12;

/// One disk and the bank on it.
class Trial {
 public:
  Trial(std::uint64_t seed, store::Synchronous synchronous, bool checkpoints_beside, CrashCounts& counts)
      : dice_(seed), vfs_(seed), counts_(counts) {
    options_.vfs_name = vfs_.vfs_name();
    options_.synchronous = synchronous;
    // Whoever reads the log's head while it changes holds the writer's lock for a moment to look again.
    options_.busy_timeout_ms = checkpoints_beside ? 1'000 : 0;
    // Small enough that checkpoints are crashed as well.
    options_.checkpoint_pages = 12;
    options_.checkpoints_beside = checkpoints_beside;
  }

  void work_crash_and_audit() {
    vfs_.crash_after(1 + dice_.below(dice_.lands(30) ? 12 : 150));
    work_until_crash();
    ++counts_.crashes;
    vfs_.restart();
    if (dice_.lands(50)) crash_while_opening();
    audit();
  }

 private:
  void work_until_crash() {
    try {
      const auto connection = store::open_sqlite(kPath, options_);
      Bank::prepare(*connection);
      for (;;) {
        in_flight_ = dice_.lands(60) ? 1 : static_cast<std::int64_t>(2 + dice_.below(8));
        Bank::transfer(*connection, acknowledged_, in_flight_);
        acknowledged_ += in_flight_;
        in_flight_ = 0;
        ++counts_.acknowledged;
      }
    } catch (const WorldError&) {
      // The only reason to fail is the power.
      MZ_CHECK(vfs_.is_off());
    }
  }

  void crash_while_opening() {
    vfs_.crash_after(1 + dice_.below(12));
    try {
      const auto connection = store::open_sqlite(kPath, options_);
      Bank::recorded(*connection);
    } catch (const WorldError&) {
      MZ_CHECK(vfs_.is_off());
    }
    if (vfs_.is_off()) {
      ++counts_.crashes;
      ++counts_.recovery_crashes;
    } else {
      vfs_.crash();
    }
    vfs_.restart();
  }

  void audit() {
    const auto connection = store::open_sqlite(kPath, options_);
    const std::int64_t found = Bank::recorded(*connection);
    if (found < acknowledged_) {
      ++counts_.lost;
    } else if (found == acknowledged_ + in_flight_) {
      counts_.landed += in_flight_ > 0 ? 1 : 0;
    } else if (found != acknowledged_) {
      ++counts_.half_done;
    }
    const std::string problem = Bank::problems(*connection, found);
    if (!problem.empty()) {
      ++counts_.wrong;
      if (counts_.first_problem.empty()) counts_.first_problem = problem;
    }
    acknowledged_ = found;
    in_flight_ = 0;
    // Half the time the next life starts from an orderly shutdown, half the time from a sudden one.
    if (dice_.lands(50)) return;
    vfs_.crash();
    vfs_.restart();
  }

  Dice dice_;
  CrashVfs vfs_;
  CrashCounts& counts_;
  store::SqliteOptions options_;
  std::int64_t acknowledged_ = 0;
  std::int64_t in_flight_ = 0;
};

}  // namespace

CrashCounts crash_bank(std::uint64_t seed, std::uint64_t crashes, store::Synchronous synchronous, bool checkpoints_beside) {
  CrashCounts counts;
  Dice seeds(seed);
  while (counts.crashes < crashes) {
    Trial trial(seeds.next(), synchronous, checkpoints_beside, counts);
    const std::uint64_t until = counts.crashes + kCrashesPerDisk;
    while (counts.crashes < until) trial.work_crash_and_audit();
  }
  return counts;
}

}  // namespace mingzhang::tests
