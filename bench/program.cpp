// SPDX-License-Identifier: Apache-2.0
// The finished program from outside, beside programs that are not ours.
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <random>
#include <string>

#include "base/check.h"
#include "base/money.h"
#include "bench/measurements.h"
#include "bench/workload.h"

namespace mingzhang::bench {
namespace {

constexpr int kAccounts = 1'000;

/// A file of vouchers of two lines, in the order of time.
void write_csv(const std::string& path, std::int64_t vouchers) {
  std::ofstream file(path);
  file << "voucher,date,summary,account,side,amount,fund,project,subject\n";
  std::mt19937_64 random(7);
  for (std::int64_t i = 0; i < vouchers; ++i) {
    const Date date = plus_days(*Date::from_civil(2016, 1, 1), i * 365 / vouchers);
    const std::string amount = to_yuan(Money::from_fen(static_cast<std::int64_t>(1 + random() % 1'000'000)));
    const auto account = [&random] { return "A" + std::to_string(1'000 + random() % kAccounts); };
    const std::string head = "V" + std::to_string(i + 1) + "," + to_iso(date) + ",test,";
    file << head << account() << ",debit," << amount << ",,,\n" << head << account() << ",credit," << amount << ",,,\n";
  }
}

/// Seconds of a shell command; it must succeed.
double run(const std::string& command) {
  const double begun = seconds_now();
  const int result = std::system((command + " >/dev/null 2>&1").c_str());
  if (result != 0) std::printf("  (failed: %s)\n", command.c_str());
  return seconds_now() - begun;
}

bool has(const std::string& program) { return std::system(("command -v " + program + " >/dev/null 2>&1").c_str()) == 0; }

void compare(const Sizes& sizes, std::int64_t vouchers) {
  const ScratchFile file(sizes.directory);
  const std::string csv = file.path() + ".csv";
  const std::string place = " --db sqlite:" + file.path() + " --book bench";
  write_csv(csv, vouchers);
  run(sizes.program + " book create bench --from 2016-01-01 --db sqlite:" + file.path());
  const double import =
      run(sizes.program + " import vouchers " + csv + place + " --create-accounts --system");
  const double open = run(sizes.program + " book list --db sqlite:" + file.path());
  const double ours = run(sizes.program + " report trial-balance --as-of 2016-12-31 --format json" + place);
  std::printf("%8lld vouchers   import %6.2f s   opening the program %6.1f ms   trial balance: ours %.3f s",
              static_cast<long long>(vouchers), import, open * 1e3, ours);
  struct Judge {
    const char* name;
    const char* command;
  };
  for (const Judge& judge : {Judge{"hledger", "hledger balance -f "}, Judge{"ledger", "ledger balance -f "},
                             Judge{"beancount", "bean-check "}}) {
    const std::string program = std::string(judge.name) == "beancount" ? "bean-check" : judge.name;
    if (!has(program)) continue;
    const std::string journal = file.path() + "." + judge.name;
    run(sizes.program + " export --format " + judge.name + place + " --out " + journal);
    std::printf(", %s %.2f s", judge.name, run(judge.command + journal));
    std::remove(journal.c_str());
  }
  std::printf("\n");
  std::fflush(stdout);
  std::remove(csv.c_str());
}

}  // namespace

void measure_program(const Sizes& sizes) {
  if (sizes.program.empty()) return;
  for (const std::int64_t vouchers : {1'000, 50'000}) compare(sizes, vouchers);
}

}  // namespace mingzhang::bench
