// SPDX-License-Identifier: Apache-2.0
// Makes books out of sealed records, line by line, so that every one of them can be a wrong one.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "audit/books/books.h"
#include "audit/books/derived.h"
#include "audit/record.h"
#include "base/money.h"
#include "tests/support/catch.h"

namespace mingzhang::tests::books_world {

/// A line as a test writes it; `amount` in fen.
struct PlainLine {
  std::string side;
  std::string account;
  std::string fund;
  std::int64_t amount = 0;
  std::string project;
  std::string subject;
  std::string summary;
};

/// A voucher as a test writes it; `reverses` is a JSON object or empty.
struct PlainVoucher {
  std::string date;
  std::int64_t number = 1;
  std::string type = "记";
  std::string kind = "ordinary";
  std::string reverses;
  std::string summary = "摘要";
  std::vector<PlainLine> lines;
};

inline std::string json_line(const PlainLine& line, std::size_t number) {
  JsonWriter writer;
  const auto member = [&writer](std::string_view key, std::string_view value) {
    if (value.empty()) return;
    writer.key(key);
    writer.text(value);
  };
  writer.begin_object();
  member("account", line.account);
  writer.key("amount");
  writer.integer(line.amount);
  member("fund", line.fund);
  writer.key("n");
  writer.integer(static_cast<std::int64_t>(number));
  member("project", line.project);
  member("salt", "000102030405060708090a0b0c0d0e0f");
  member("side", line.side);
  member("subject", line.subject);
  member("summary", line.summary);
  member("t", "line/v1");
  writer.end_object();
  return writer.take() + '\n';
}

inline std::string withheld_line() {
  return R"({"leaf_sha256":")" + std::string(64, 'a') + R"(","leaf_sm3":")" + std::string(64, 'b') + "\",\"t\":\"withheld/v1\"}\n";
}

inline std::string json_voucher(const PlainVoucher& voucher) {
  return R"({"date":")" + voucher.date + R"(","kind":")" + voucher.kind + R"(","number":)" + std::to_string(voucher.number) +
         R"(,"period":")" + voucher.date.substr(0, 7) + "\"" + (voucher.reverses.empty() ? "" : ",\"reverses\":" + voucher.reverses) +
         R"(,"summary":")" + voucher.summary + R"(","type":")" + voucher.type + "\"}";
}

inline std::string json_account(const std::string& code, const std::string& account_class, const std::string& side,
                                const std::string& parent = "") {
  return R"({"class":")" + account_class + R"(","code":")" + code + R"(","name":"科目)" + code + R"(","normal_side":")" + side + "\"" +
         (parent.empty() ? "" : R"(,"parent":")" + parent + "\"") + "}";
}

/// One record with its lines, as a package has them.
struct WorldRecord {
  audit::ParsedRecord record;
  std::string bytes;
  std::string lines;
};

/// A log in the making, and beside it the plain sums that a child could compute.
class BooksWorld {
 public:
  /// account and fund → debit and credit per month "2016-01".
  using Sums = std::map<std::string, std::map<std::pair<std::string, std::string>, std::pair<std::int64_t, std::int64_t>>>;

  WorldRecord& record(const std::string& kind, const std::string& data, const std::string& lines = "") {
    audit::RecordHead head;
    head.kind = kind;
    head.book = "county";
    head.seq = static_cast<std::int64_t>(records_.size());
    head.at = "2016-10-14T01:02:03.000004Z";
    head.by = "zhidan";
    head.approved_by = "shenhe";
    head.data = data;
    const audit::SealedRecord sealed = sealer_.seal(head, lines);
    auto parsed = audit::parse_record(sealed.bytes);
    REQUIRE(parsed);
    records_.push_back({*parsed, sealed.bytes, lines});
    return records_.back();
  }
  void voucher(const PlainVoucher& voucher) {
    std::string lines;
    std::size_t number = 0;
    for (const PlainLine& line : voucher.lines) {
      lines += json_line(line, ++number);
      auto& sums = sums_[voucher.date.substr(0, 7)][{line.account, line.fund}];
      std::int64_t& sum = line.side == "debit" ? sums.first : sums.second;
      if (sum <= Money::kFenMax) sum += line.amount;  // beyond it nothing is compared
    }
    record("voucher/v1", json_voucher(voucher), lines);
  }
  void period(const std::string& action, const std::string& month, const std::string& digest = "") {
    record("period/v1", R"({"action":")" + action + R"(","period":")" + month + "\"" +
                            (digest.empty() ? "" : R"(,"trial_balance_sha256":")" + digest + "\"") + "}");
  }
  /// Closes with the digest of the trial balance as these plain sums give it.
  void close(const std::string& month) { period("close", month, digest_of(naive_trial_balance(month))); }

  /// The bytes of a month's trial balance, written by hand from the plain sums.
  std::string naive_trial_balance(const std::string& month) const {
    auto after = sums_.upper_bound(month);
    if (after == sums_.begin()) return "";
    const std::string in_use = std::prev(after)->first;
    struct Row {
      std::int64_t opening_debit = 0, opening_credit = 0, debit = 0, credit = 0;
    };
    std::map<std::pair<std::string, std::string>, Row> rows;
    for (const auto& [of_month, cells] : sums_) {
      if (of_month > in_use) break;
      for (const auto& [cell, sums] : cells) {
        Row& row = rows[cell];
        (of_month == month ? row.debit : row.opening_debit) += sums.first;
        (of_month == month ? row.credit : row.opening_credit) += sums.second;
      }
    }
    std::string bytes;
    for (const auto& [cell, row] : rows) {
      bytes += R"({"account":")" + cell.first + R"(","credit":)" + std::to_string(row.credit) + R"(,"debit":)" + std::to_string(row.debit) +
               (cell.second.empty() ? "" : R"(,"fund":")" + cell.second + "\"") + R"(,"opening_credit":)" +
               std::to_string(row.opening_credit) + R"(,"opening_debit":)" + std::to_string(row.opening_debit) + "}\n";
    }
    return bytes;
  }
  std::string digest_of(const std::string& bytes) { return audit::hex_of(sealer_.hasher(audit::Suite::Sha256).plain(bytes)); }

  const Sums& sums() const { return sums_; }
  std::vector<WorldRecord>& records() { return records_; }

 private:
  audit::Sealer sealer_;
  std::vector<WorldRecord> records_;
  Sums sums_;
};

/// Book, chart with parallel accounts, two funds, a project.
inline void open_world(BooksWorld& world) {
  world.record("book/v1", R"({"chart":"special_fund","name":"county","start":"2016-01","title":"示例县专账"})");
  world.record("account/v1", json_account("1002", "asset", "debit"));
  world.record("account/v1", json_account("100201", "asset", "debit", "1002"));
  world.record("account/v1", json_account("4001", "income", "credit"));
  world.record("account/v1", json_account("5001", "expense", "debit"));
  world.record("account/v1", json_account("6001", "budget_income", "credit"));
  world.record("account/v1", json_account("7201", "budget_expense", "debit"));
  world.record("account/v1", json_account("8001", "budget_balance", "credit"));
  world.record("fund/v1", R"({"code":"F1","document":"示例〔2016〕1号","name":"中央资金"})");
  world.record("fund/v1", R"({"code":"F2","name":"县级配套"})");
  world.record("project/v1", R"({"code":"P1","name":"道路"})");
}

/// Money comes in: financial lines, and budget lines beside them.
inline PlainVoucher receipt(const std::string& date, std::int64_t number, std::int64_t fen, const std::string& fund = "F1") {
  PlainVoucher voucher;
  voucher.date = date;
  voucher.number = number;
  voucher.summary = "收到资金";
  voucher.lines = {{"debit", "100201", fund, fen, "", "", ""},
                   {"credit", "4001", fund, fen, "", "", ""},
                   {"debit", "8001", fund, fen, "", "", ""},
                   {"credit", "6001", fund, fen, "", "", ""}};
  return voucher;
}

/// The same lines on their other sides.
inline PlainVoucher reversal_of(const PlainVoucher& voucher, const std::string& date, std::int64_t number) {
  PlainVoucher reversal = voucher;
  reversal.date = date;
  reversal.number = number;
  reversal.kind = "reversal";
  reversal.reverses = R"({"number":)" + std::to_string(voucher.number) + R"(,"period":")" + voucher.date.substr(0, 7) +
                      R"(","type":")" + voucher.type + "\"}";
  for (PlainLine& line : reversal.lines) line.side = line.side == "debit" ? "credit" : "debit";
  return reversal;
}

using Codes = std::vector<std::string>;

/// Two months, the first closed, and a reversal.
inline void fill_world(BooksWorld& world) {
  open_world(world);
  world.voucher(receipt("2016-01-05", 1, 100'000));
  PlainVoucher spent;
  spent.date = "2016-01-20";
  spent.number = 2;
  spent.lines = {{"debit", "5001", "F1", 30'000, "P1", "H1", "到户"}, {"credit", "100201", "F1", 30'000, "", "", ""}};
  world.voucher(spent);
  world.close("2016-01");
  world.voucher(reversal_of(spent, "2016-02-03", 1));
  world.close("2016-02");
}

/// The codes of everything that is found, in order; `books` is what was read.
inline Codes codes_of(const std::vector<WorldRecord>& records, audit::Books& books) {
  Codes codes;
  for (const WorldRecord& entry : records) {
    for (const Problem& problem : books.add(entry.record, entry.lines)) {
      CHECK(!to_text(problem).empty());
      codes.emplace_back(problem.info->code);
    }
  }
  return codes;
}

inline Codes codes_of(BooksWorld& world) {
  audit::Books books(audit::BooksStart{});
  return codes_of(world.records(), books);
}

/// What is found where `spoil` adds records behind a book that is in order.
inline Codes codes_after(const std::function<void(BooksWorld&)>& spoil) {
  BooksWorld world;
  open_world(world);
  world.voucher(receipt("2016-01-05", 1, 100'000));
  spoil(world);
  return codes_of(world);
}

/// Every derived file of these records by its name.
inline std::map<std::string, std::string> derived_of(const std::vector<WorldRecord>& records, audit::Books& books) {
  std::map<std::string, std::string> files;
  std::vector<std::pair<const audit::DerivedFile*, audit::DerivedWriter>> writers;
  for (const audit::DerivedFile& file : audit::derived_files()) {
    std::string& text = files[std::string(file.name)];
    writers.emplace_back(&file, audit::DerivedWriter(file, [&text](std::string_view bytes) { text += bytes; }));
  }
  for (const WorldRecord& entry : records) {
    books.add(entry.record, entry.lines);
    for (auto& [file, writer] : writers) writer.add(entry.record, books);
  }
  for (auto& [file, writer] : writers) {
    if (audit::is_written(*file, books)) {
      writer.end(books);
    } else {
      files.erase(std::string(file->name));
    }
  }
  return files;
}

}  // namespace mingzhang::tests::books_world
