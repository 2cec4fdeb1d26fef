// SPDX-License-Identifier: Apache-2.0
// A load for tests of failover: many clients post, every acknowledgement is written down, and later each is asked for again.
// The database is in MINGZHANG_TEST_POSTGRES.
//   mingzhang_load open BOOKS                      makes the books
//   mingzhang_load run BOOKS CLIENTS ACKS STOP     posts until the file STOP is there; one line per acknowledgement in ACKS
//   mingzhang_load once KEY ACKS                   posts one voucher and says "new", "repeat" or the code of the refusal
//   mingzhang_load check BOOKS ACKS                how many of them are gone, and whether anything is doubled
// MINGZHANG_LOAD_ANSWER_MS: how long an answer is waited for.
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "audit/hash.h"
#include "base/clock.h"
#include "base/world_error.h"
#include "service/writer.h"
#include "store/open_store.h"
#include "tests/service/requests.h"

namespace mingzhang::tests {
namespace {

std::string book_of(int number) { return "load" + std::to_string(number); }

std::unique_ptr<store::Store> open_database() {
  store::OpenOptions options;
  const char* const answer_ms = std::getenv("MINGZHANG_LOAD_ANSWER_MS");
  options.limits.answer_ms = answer_ms == nullptr ? 20'000 : std::atoi(answer_ms);
  return store::open_store(std::getenv("MINGZHANG_TEST_POSTGRES"), options);
}

/// One connection with its writer.
struct Client {
  std::unique_ptr<store::Store> database = open_database();
  FixedClock clock = FixedClock::at(on(2017, 1, 10));
  service::Writer writer{service::faces_of(*database), clock};
};

int open_books(int books) {
  Client client;
  for (int book = 0; book < books; ++book) {
    const service::Answer answer = client.writer.submit(open_test_book(book_of(book)));
    if (!answer) return 1;
  }
  return 0;
}

/// What all clients together were told.
class Notebook {
 public:
  explicit Notebook(const std::string& file) : file_(file, std::ios::app) {}

  void acknowledged(const std::string& key, const service::Receipt& receipt) {
    const std::lock_guard<std::mutex> lock(mutex_);
    file_ << receipt.book << ' ' << key << ' ' << receipt.first_seq << ' ' << receipt.leaf_sha256 << std::endl;
    ++acknowledged_;
  }
  void refused(const std::string& code) {
    const std::lock_guard<std::mutex> lock(mutex_);
    ++refused_[code];
  }
  void print() const {
    std::cout << "acknowledged " << acknowledged_ << '\n';
    for (const auto& [code, count] : refused_) std::cout << code << ' ' << count << '\n';
  }

 private:
  std::ofstream file_;
  std::mutex mutex_;
  int acknowledged_ = 0;
  std::map<std::string, int> refused_;
};

/// Posts until the file is there. A request whose answer is no receipt is sent again under its key; one that says that
/// acknowledged history is lost ends the client.
void post(int number, const std::string& book, const std::filesystem::path& stop, Notebook& notebook) {
  Client client;
  for (int count = 0; !std::filesystem::exists(stop);) {
    const std::string key = "c" + std::to_string(number) + "-" + std::to_string(count);
    service::Request request = posting(key, {transfer(on(2016, 3, 1), "1002", "4001", yuan(1), "F1")});
    request.book = book;
    const service::Answer answer = client.writer.submit(request);
    if (answer) {
      notebook.acknowledged(key, *answer);
      ++count;
      continue;
    }
    const std::string code(answer.error().problems.front().problem.info->code);
    notebook.refused(code);
    if (code == "REQ-911") return;
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
}

int run_load(int books, int clients, const std::string& acks, const std::string& stop) {
  Notebook notebook(acks);
  std::atomic<int> failed{0};
  std::vector<std::thread> threads;
  for (int number = 0; number < clients; ++number) {
    threads.emplace_back([&, number] {
      try {
        post(number, book_of(number % books), stop, notebook);
      } catch (const WorldError& error) {
        std::cerr << error.what() << '\n';
        ++failed;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  notebook.print();
  return failed == 0 ? 0 : 1;
}

int post_once(const std::string& key, const std::string& acks) {
  Client client;
  service::Request request = posting(key, {transfer(on(2016, 3, 1), "1002", "4001", yuan(1), "F1")});
  request.book = book_of(0);
  const service::Answer answer = client.writer.submit(request);
  if (answer) Notebook(acks).acknowledged(key, *answer);
  std::cout << (!answer ? answer.error().problems.front().problem.info->code : answer->is_repeat ? "repeat" : "new") << '\n';
  return 0;
}

std::int64_t count_of(store::Connection& connection, const std::string& table) {
  const auto statement = connection.prepare("SELECT COUNT(*) FROM " + table);
  statement->step();
  return statement->column_int64(0);
}

bool is_there(store::Store& database, const std::string& book, const std::string& key, std::int64_t seq,
              const std::string& leaf) {
  const auto id = database.find_book(book);
  if (!id) return false;
  const auto request = database.ledger(*id)->request(key);
  if (!request || request->first_seq != seq) return false;
  bool is_same = false;
  database.log(id->value)->read(seq, seq + 1, [&](const audit::StoredRecord& record) {
    is_same = audit::hex_of(record.leaf_sha256) == leaf;
    return false;
  });
  return is_same;
}

int check(int books, const std::string& acks) {
  const std::unique_ptr<store::Store> database = open_database();
  std::ifstream file(acks);
  std::string book;
  std::string key;
  std::int64_t seq = 0;
  std::string leaf;
  int lost = 0;
  database->begin_read();
  while (file >> book >> key >> seq >> leaf) lost += is_there(*database, book, key, seq, leaf) ? 0 : 1;
  const std::int64_t vouchers = count_of(database->connection(), "voucher");
  const std::int64_t requests = count_of(database->connection(), "request") - books;  // one opened each
  database->rollback();
  std::cout << "lost " << lost << "\ndoubled " << vouchers - requests << '\n';
  return 0;
}

int run(const std::vector<std::string>& words) {
  if (words.size() == 2 && words[0] == "open") return open_books(std::stoi(words[1]));
  if (words.size() == 5 && words[0] == "run") return run_load(std::stoi(words[1]), std::stoi(words[2]), words[3], words[4]);
  if (words.size() == 3 && words[0] == "once") return post_once(words[1], words[2]);
  if (words.size() == 3 && words[0] == "check") return check(std::stoi(words[1]), words[2]);
  std::cerr << "usage: mingzhang_load open|run|once|check …\n";
  return 2;
}

}  // namespace
}  // namespace mingzhang::tests

int main(int argc, char** argv) {
  try {
    return mingzhang::tests::run({argv + 1, argv + argc});
  } catch (const mingzhang::WorldError& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
