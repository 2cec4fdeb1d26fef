// SPDX-License-Identifier: Apache-2.0
// Runs the trials.
#include "tests/service/crash_trials.h"

#include <memory>
#include <random>
#include <vector>

#include "base/world_error.h"
#include "tests/service/desk.h"
#include "tests/support/crash_vfs.h"

namespace mingzhang::tests {
namespace {

constexpr std::int64_t kCrashesPerMachine = 25;
constexpr const char* kUrl = "sqlite:/books.db";

store::OpenOptions options_on(const CrashVfs& vfs, store::Synchronous synchronous) {
  store::OpenOptions options;
  options.vfs_name = vfs.vfs_name();
  options.synchronous = synchronous;
  return options;
}

service::Request numbered_posting(std::int64_t number) {
  const Money amount = Money::from_fen(100 + number % 900);
  const Date date = on(2016, static_cast<unsigned>(1 + number / 7 % 12), static_cast<unsigned>(1 + number % 28));
  return posting("r" + std::to_string(number), {transfer(date, "1002", "4001", amount, number % 3 == 0 ? "F1" : "F2")});
}

/// One disk: posts, crashes and checks, again and again.
class Machine {
 public:
  Machine(std::uint64_t seed, store::Synchronous synchronous, LedgerCrashCounts& counts)
      : vfs_(seed), random_(seed), synchronous_(synchronous), counts_(counts) {
    Desk desk(kUrl, options_on(vfs_, store::Synchronous::Full));
    desk.open_book();
  }

  void crash_once() {
    post_until_the_power_fails();
    vfs_.restart();
    ++counts_.crashes;
    check();
  }

 private:
  void post_until_the_power_fails() {
    vfs_.crash_after(1 + random_() % 60);
    try {
      Desk desk(kUrl, options_on(vfs_, synchronous_));
      while (!vfs_.is_off()) {
        if (desk.submit(numbered_posting(next_))) acknowledged_.push_back(next_);
        ++next_;
      }
    } catch (const WorldError&) {  // the power failed while opening
    }
    if (!vfs_.is_off()) vfs_.crash();
  }

  void check() {
    Desk desk(kUrl, options_on(vfs_, store::Synchronous::Full));
    const std::string problem = first_problem_of(desk.verify());
    if (!problem.empty()) note(counts_.broken, problem);
    counts_.acknowledged += static_cast<std::int64_t>(acknowledged_.size());
    for (const std::int64_t number : acknowledged_) {
      const service::Answer answer = desk.submit(numbered_posting(number));
      if (!answer || !answer->is_repeat) note(counts_.lost, "request " + std::to_string(number) + " was lost");
    }
    acknowledged_.clear();  // those that came through are below every later crash's horizon
  }

  void note(std::int64_t& count, const std::string& what) {
    ++count;
    if (counts_.first_problem.empty()) counts_.first_problem = what;
  }

  CrashVfs vfs_;
  std::mt19937_64 random_;
  store::Synchronous synchronous_;
  LedgerCrashCounts& counts_;
  std::int64_t next_ = 0;
  std::vector<std::int64_t> acknowledged_;
};

}  // namespace

LedgerCrashCounts crash_ledger(std::uint64_t seed, std::int64_t crashes, store::Synchronous synchronous) {
  LedgerCrashCounts counts;
  while (counts.crashes < crashes) {
    Machine machine(seed + static_cast<std::uint64_t>(counts.crashes), synchronous, counts);
    for (std::int64_t i = 0; i < kCrashesPerMachine && counts.crashes < crashes; ++i) machine.crash_once();
  }
  return counts;
}

}  // namespace mingzhang::tests
