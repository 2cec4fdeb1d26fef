// SPDX-License-Identifier: Apache-2.0
// The bank test: many clients move money, and every read adds up to the same total.
#include <atomic>
#include <cstdlib>
#include <random>
#include <thread>

#include "service/group_commit.h"
#include "tests/service/desk.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {
namespace {

constexpr int kClients = 8;
constexpr int kTransfersEach = 60;
constexpr int kAccounts = 6;
constexpr std::int64_t kTotalFen = 6'000'00;

std::string bank_account(int number) { return "90" + std::to_string(number); }

void open_bank(Desk& desk) {
  desk.open_book();
  service::Request accounts;
  accounts.book = kBook;
  accounts.key = "accounts";
  accounts.by = "checker";
  for (int i = 0; i < kAccounts; ++i) {
    accounts.commands.emplace_back(ledger::AddAccount{bank_account(i), "户" + std::to_string(i),
                                                      ledger::AccountClass::Asset, ledger::Side::Debit, "", "", true});
  }
  REQUIRE(desk.submit(accounts));
  std::vector<ledger::VoucherRequest> seed;
  for (int i = 0; i < kAccounts; ++i) seed.push_back(transfer(on(2016, 1, 1), bank_account(i), "4001", yuan(1'000), "F1"));
  REQUIRE(desk.submit(posting("seed", seed)));
}

/// The sum of all bank accounts as one read transaction sees it.
std::int64_t sum_of_accounts(Desk& desk) {
  desk.database().begin_read();
  std::int64_t sum = 0;
  for (int i = 0; i < kAccounts; ++i) sum += desk.balance_fen(bank_account(i), "F1");
  desk.database().rollback();
  return sum;
}

TEST_CASE("eight clients transfer money and every read sums to the same total", "[service][threads]") {
  TemporaryFolder directory;
  const std::string url = "sqlite:" + directory.file("bank.db");
  Desk desk(url);
  open_bank(desk);
  service::GroupCommit group(desk.writer());
  std::atomic<int> refused{0};
  std::atomic<int> posted{0};
  std::atomic<bool> is_over{false};
  std::atomic<int> wrong_reads{0};
  std::atomic<int> reads{0};

  std::thread reader([&] {
    Desk reading(url);
    while (!is_over) {
      wrong_reads += sum_of_accounts(reading) == kTotalFen ? 0 : 1;
      ++reads;
    }
  });
  std::vector<std::thread> clients;
  for (int client = 0; client < kClients; ++client) {
    clients.emplace_back([&, client] {
      std::mt19937_64 random(static_cast<std::uint64_t>(client) + 7);
      for (int i = 0; i < kTransfersEach; ++i) {
        const int from = static_cast<int>(random() % kAccounts);
        const int to = (from + 1 + static_cast<int>(random() % (kAccounts - 1))) % kAccounts;
        const auto amount = Money::from_fen(1 + static_cast<std::int64_t>(random() % 60'000));
        const service::Request request =
            posting("c" + std::to_string(client) + "-" + std::to_string(i),
                    {transfer(on(2016, static_cast<unsigned>(1 + random() % 12), 1), bank_account(to), bank_account(from), amount, "F1")});
        (group.submit(request) ? posted : refused) += 1;
      }
    });
  }
  for (std::thread& client : clients) client.join();
  is_over = true;
  reader.join();

  CHECK(wrong_reads == 0);
  CHECK(reads > 0);
  CHECK(posted + refused == kClients * kTransfersEach);
  CHECK(posted > 0);
  CHECK(refused > 0);  // some would have overdrawn: the check was at work
  CHECK(group.counts().requests == kClients * kTransfersEach);
  CHECK(sum_of_accounts(desk) == kTotalFen);
  CHECK(first_problem_of(desk.verify()) == "");
}

TEST_CASE("the reader of the bank test does notice a lost fen", "[service][threads]") {
  // The negative control: a transfer whose second leg goes elsewhere changes the sum.
  TemporaryFolder directory;
  Desk desk("sqlite:" + directory.file("bank.db"));
  open_bank(desk);
  REQUIRE(sum_of_accounts(desk) == kTotalFen);
  REQUIRE(desk.submit(posting("leak", {transfer(on(2016, 2, 1), "5001", bank_account(0), Money::from_fen(1), "F1")})));
  CHECK(sum_of_accounts(desk) == kTotalFen - 1);
}

}  // namespace
}  // namespace mingzhang::tests
