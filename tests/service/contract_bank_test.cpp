// SPDX-License-Identifier: Apache-2.0
// Contract of every driver: many clients with a connection each move money in one book and in many; every read adds up to
// the same total, nothing acknowledged is lost or doubled, and the numbers have no gaps.
#include <atomic>
#include <mutex>
#include <random>
#include <thread>

#include "tests/service/desk.h"
#include "tests/support/catch.h"
#include "tests/support/test_database.h"

namespace mingzhang::tests {
namespace {

constexpr int kBankClients = 6;
constexpr int kBankTransfersEach = 20;
constexpr int kBankAccounts = 5;
constexpr int kBooks = 3;
constexpr std::int64_t kBankTotalFen = kBankAccounts * 1'000'00;

std::string account_of(int number) { return "90" + std::to_string(number); }
std::string book_of(int number) { return "bank" + std::to_string(number); }

void open_bank(Desk& desk, const std::string& book) {
  REQUIRE(desk.submit(open_test_book(book)));
  service::Request accounts;
  accounts.book = book;
  accounts.key = "accounts";
  accounts.by = "checker";
  std::vector<ledger::VoucherRequest> seed;
  for (int i = 0; i < kBankAccounts; ++i) {
    accounts.commands.emplace_back(ledger::AddAccount{account_of(i), "户" + std::to_string(i),
                                                      ledger::AccountClass::Asset, ledger::Side::Debit, "", "", true});
    seed.push_back(transfer(on(2016, 1, 1), account_of(i), "4001", yuan(1'000), "F1"));
  }
  REQUIRE(desk.submit(accounts));
  REQUIRE(desk.submit(in_book(posting("seed", seed), book)));
}

/// The sum of a bank's accounts; consistent where one transaction reads them all.
std::int64_t sum_of(Desk& desk, const std::string& book, bool in_one_view) {
  if (in_one_view) desk.database().begin_read();
  std::int64_t sum = 0;
  for (int i = 0; i < kBankAccounts; ++i) {
    const auto rows = desk.database().ledger(*desk.database().find_book(book));
    ledger::Book opened(*rows);
    const ledger::Cell cell{opened.accounts().find(account_of(i))->id, opened.funds().find("F1")->id};
    sum += opened.balances().totals_now(cell).net(ledger::Side::Debit).fen();
    if (!in_one_view) std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  if (in_one_view) desk.database().rollback();
  return sum;
}

struct Outcome {
  std::atomic<int> posted{0};
  std::atomic<int> refused{0};
  std::atomic<int> failed{0};  ///< of the world, not of the rules
  std::atomic<int> reads{0};
  std::atomic<int> wrong{0};
};

void transfer_money(const std::string& url, int client, Outcome& outcome) {
  store::OpenOptions patient;
  patient.busy_timeout_ms = 60'000;
  Desk desk(url, patient);
  std::mt19937_64 random(static_cast<std::uint64_t>(client) + 11);
  for (int i = 0; i < kBankTransfersEach; ++i) {
    const int from = static_cast<int>(random() % kBankAccounts);
    const int to = (from + 1 + static_cast<int>(random() % (kBankAccounts - 1))) % kBankAccounts;
    const auto amount = Money::from_fen(1 + static_cast<std::int64_t>(random() % 60'000));
    const service::Request request =
        in_book(posting("c" + std::to_string(client) + "-" + std::to_string(i),
                        {transfer(on(2016, static_cast<unsigned>(1 + random() % 12), 1), account_of(to), account_of(from), amount, "F1")}),
                book_of(static_cast<int>(random() % kBooks)));
    const service::Answer answer = desk.submit(request);
    const bool is_world = !answer && code_of(answer).substr(0, 5) == "REQ-9";
    (answer ? outcome.posted : is_world ? outcome.failed : outcome.refused) += 1;
    // Sent twice by an impatient client.
    if (answer && i % 5 == 0) outcome.failed += desk.submit(request)->is_repeat ? 0 : 1;
  }
}

void run_bank(const std::string& url, Outcome& outcome, bool in_one_view) {
  std::atomic<bool> is_over{false};
  std::thread reader([&] {
    Desk reading(url);
    for (int round = 0; !is_over; ++round) {
      outcome.wrong += sum_of(reading, book_of(round % kBooks), in_one_view) == kBankTotalFen ? 0 : 1;
      ++outcome.reads;
    }
  });
  std::vector<std::thread> clients;
  for (int client = 0; client < kBankClients; ++client)
    clients.emplace_back([&, client] { transfer_money(url, client, outcome); });
  for (std::thread& client : clients) client.join();
  is_over = true;
  reader.join();
}

std::int64_t records_of(Desk& desk) {
  std::int64_t records = 0;
  for (const ledger::BookName& book : desk.database().books()) records += desk.database().ledger(book.id)->head()->records;
  return records;
}

}  // namespace

TEST_CASE("clients with a connection each post to many books, and nothing is lost, doubled or out of balance",
          "[service][threads][contract]") {
  const TestDatabase database;
  Desk desk(database.url());
  for (int book = 0; book < kBooks; ++book) open_bank(desk, book_of(book));
  const std::int64_t before = records_of(desk);
  Outcome outcome;
  run_bank(database.url(), outcome, true);
  CHECK(outcome.posted + outcome.refused == kBankClients * kBankTransfersEach);
  CHECK(outcome.failed == 0);
  CHECK(outcome.posted > kBankClients * kBankTransfersEach / 4);
  CHECK(outcome.reads > 10);
  CHECK(outcome.wrong == 0);
  CHECK(records_of(desk) == before + outcome.posted);
  for (int book = 0; book < kBooks; ++book) CHECK(sum_of(desk, book_of(book), true) == kBankTotalFen);
  CHECK(first_problem_of(desk.verify()) == "");  // numbers without gaps among all that
}

TEST_CASE("the control: accounts that are read one after the other do not add up while money moves",
          "[service][threads][contract]") {
  const TestDatabase database;
  Desk desk(database.url());
  for (int book = 0; book < kBooks; ++book) open_bank(desk, book_of(book));
  Outcome outcome;
  run_bank(database.url(), outcome, false);
  CHECK(outcome.wrong > 0);
}

TEST_CASE("several programs open new books in one empty database at once", "[service][threads][contract]") {
  const TestDatabase database;
  std::mutex mutex;
  std::vector<std::string> codes;  // of the answers, "" for a receipt
  std::vector<std::thread> clients;
  for (int client = 0; client < 4; ++client) {
    clients.emplace_back([&, client] {
      store::OpenOptions patient;
      patient.busy_timeout_ms = 60'000;
      Desk desk(database.url(), patient);
      for (int i = 0; i < 2; ++i) {
        const std::string code = code_of(desk.submit(open_test_book("b" + std::to_string(client) + "-" + std::to_string(i))));
        const std::lock_guard lock(mutex);
        codes.push_back(code);
      }
    });
  }
  for (std::thread& client : clients) client.join();
  CHECK(codes == std::vector<std::string>(8));
  Desk desk(database.url());
  CHECK(desk.database().books().size() == 8);
  CHECK(first_problem_of(desk.verify()) == "");
}

}  // namespace mingzhang::tests
