// SPDX-License-Identifier: Apache-2.0
// Random journals, written as offices write them, come back as the same vouchers.
#include <iconv.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <vector>

#include "audit/record.h"
#include "base/check.h"
#include "ledger/command.h"
#include "service/imports/voucher_import_rows.h"
#include "tests/service/desk.h"
#include "tests/support/catch.h"
#include "tests/support/seed.h"

namespace mingzhang::tests {
namespace {

using ledger::Side;
using ledger::VoucherRequest;

std::string to_gb18030(const std::string& utf8) {
  const iconv_t state = iconv_open("GB18030", "UTF-8");
  std::string bytes(utf8.size() * 2 + 16, '\0');
  std::string copy = utf8;
  char* from = copy.data();
  std::size_t left = copy.size();
  char* to = bytes.data();
  std::size_t room = bytes.size();
  MZ_CHECK(iconv(state, &from, &left, &to, &room) != static_cast<std::size_t>(-1));
  iconv_close(state);
  bytes.resize(bytes.size() - room);
  return bytes;
}

/// Random journals and the random ways in which people write them down.
class Scribe {
 public:
  explicit Scribe(std::uint64_t seed) : random_(seed) {}

  std::size_t below(std::size_t bound) { return random_() % bound; }

  std::vector<VoucherRequest> journal(std::size_t vouchers) {
    std::vector<VoucherRequest> result;
    for (std::size_t i = 0; i < vouchers; ++i) {
      VoucherRequest& voucher = result.emplace_back();
      voucher.date = plus_days(*Date::from_civil(2016, 1, 1), static_cast<std::int64_t>(below(366)));
      voucher.source = std::to_string(i + 1) + (below(2) == 0 ? "" : "号");
      voucher.summary = words(1 + below(5));
      const std::string fund = below(3) == 0 ? "" : "资金" + std::to_string(below(4));
      const std::size_t pairs = 1 + below(3);
      for (std::size_t pair = 0; pair < pairs; ++pair) {
        const Money amount = Money::from_fen(1 + below(below(2) == 0 ? 100'000'000'000 : 1'000));
        voucher.lines.push_back(line(Side::Debit, amount, fund));
        voucher.lines.push_back(line(Side::Credit, amount, fund));
      }
      for (std::size_t n = 1; n < voucher.lines.size(); ++n) {
        if (below(4) == 0) voucher.lines[n].summary = words(6);  // longer than every voucher's, so never the same
      }
    }
    return result;
  }

  std::string file_of(const std::vector<VoucherRequest>& vouchers, bool is_chinese) {
    std::array<std::size_t, service::kImportColumns> order{};
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::shuffle(order.begin(), order.end(), random_);
    const std::string end = below(2) == 0 ? "\r\n" : "\n";
    std::string file;
    for (std::size_t i = 0; i < order.size(); ++i) {
      const auto column = static_cast<service::ImportColumn>(order[i]);
      file += (i > 0 ? "," : "") + std::string(is_chinese ? chinese_of(column) : word_of(column));
    }
    file += end;
    for (const VoucherRequest& voucher : vouchers) {
      for (std::size_t n = 0; n < voucher.lines.size(); ++n) {
        if (below(20) == 0) file += end;
        const std::array<std::string, service::kImportColumns> cells = cells_of(voucher, n, is_chinese);
        for (std::size_t i = 0; i < order.size(); ++i) file += (i > 0 ? "," : "") + quoted(cells[order[i]]);
        file += end;
      }
    }
    return file;
  }

 private:
  std::string words(std::size_t count) {
    constexpr std::array<const char*, 12> kWords = {"拨款", "扶贫，", "贷款贴息", "𠮷㐂", "\"引号\"", "a,b",
                                                    "（第3批）", "养殖", "=1+1", "易地搬迁", "100元", "；"};
    std::string text = "摘";
    for (std::size_t i = 0; i < count; ++i) text += kWords[below(kWords.size())];
    return text + "要";
  }

  ledger::Line line(Side side, Money amount, const std::string& fund) {
    ledger::Line result{side, amount, std::to_string(9001 + below(5)), fund, "", "", ""};
    if (below(3) == 0) result.project = "项目" + std::to_string(below(3));
    if (below(3) == 0) result.subject = "H" + std::to_string(below(1'000));
    return result;
  }

  std::string date_text(Date date) {
    const std::string y = std::to_string(date.year());
    const std::string m = std::to_string(date.month());
    const std::string d = std::to_string(date.day());
    const std::string iso = to_iso(date);
    switch (below(5)) {
      case 0: return y + "/" + m + "/" + d;
      case 1: return y + "." + m + "." + d;
      case 2: return iso.substr(0, 4) + iso.substr(5, 2) + iso.substr(8);
      case 3: return y + "年" + m + "月" + d + "日";
      default: return iso;
    }
  }

  std::string amount_text(Money amount) {
    std::string text = below(2) == 0 ? to_yuan(amount) : to_yuan_grouped(amount);
    if (text.ends_with(".00") && below(2) == 0) text.resize(text.size() - 3);
    if (below(5) == 0) {
      std::string wide;  // U+FF10 is EF BC 90
      for (const char c : text) {
        wide += c >= '0' && c <= '9' ? std::string("\xEF\xBC") + static_cast<char>(0x90 + (c - '0')) : std::string(1, c);
      }
      text = wide;
    }
    return below(5) == 0 ? "¥" + text : text;
  }

  std::array<std::string, service::kImportColumns> cells_of(const VoucherRequest& voucher, std::size_t n, bool is_chinese) {
    const ledger::Line& one = voucher.lines[n];
    std::string summary = one.summary.empty() ? voucher.summary : one.summary;
    if (n > 0 && one.summary.empty() && below(2) == 0) summary.clear();
    return {voucher.source,
            date_text(voucher.date),
            summary,
            one.account,
            std::string(is_chinese ? chinese_of(one.side) : word_of(one.side)),
            amount_text(one.amount),
            one.fund,
            one.project,
            one.subject};
  }

  std::string quoted(const std::string& cell) {
    const bool needs_quotes = cell.find_first_of(",\"\r\n") != std::string::npos;
    if (!needs_quotes && below(4) > 0) return below(8) == 0 ? " " + cell + " " : cell;
    std::string result = "\"";
    for (const char c : cell) result += c == '"' ? "\"\"" : std::string(1, c);
    return result + "\"";
  }

  std::mt19937_64 random_;
};

TEST_CASE("random journals in UTF-8 and GB18030 come back as the same vouchers", "[service][import]") {
  Scribe scribe(run_seed());
  for (int round = 0; round < 120; ++round) {
    const std::vector<VoucherRequest> journal = scribe.journal(1 + scribe.below(20));
    // The sides in Chinese make every line recognizable: 借 and 贷 are no UTF-8 in GB18030.
    const bool is_gb18030 = round % 3 == 0;
    std::string file = scribe.file_of(journal, is_gb18030 || round % 3 == 1);
    if (is_gb18030) file = to_gb18030(file);
    if (round % 3 == 1) file = "\xEF\xBB\xBF" + file;
    INFO("round " << round << "\n" << file);
    service::ImportedRows rows = service::read_voucher_rows(file, ledger::VoucherType::General, {});
    const std::vector<service::ImportProblem> problems = rows.problems.take();
    if (!problems.empty()) FAIL(to_text(problems.front().problem));
    REQUIRE(rows.vouchers.size() == journal.size());
    for (std::size_t i = 0; i < journal.size(); ++i) CHECK(rows.vouchers[i].request == journal[i]);
  }
}

TEST_CASE("the records of an imported random journal say what the file says", "[service][import]") {
  Scribe scribe(run_seed() + 1);
  TemporaryFolder directory;
  Desk desk("sqlite:" + directory.file("books.db"));
  desk.open_book();
  const std::vector<VoucherRequest> journal = scribe.journal(300);
  service::ImportOptions options;
  options.book = kBook;
  options.by = "maker";
  options.approved_by = "checker";
  options.create_accounts = true;
  const service::ImportResult result = service::import_vouchers(to_gb18030(scribe.file_of(journal, true)), options,
                                                                desk.database(), desk.writer(), desk.clock(), {});
  if (!result.problems.empty()) FAIL(to_text(result.problems.front().problem));
  REQUIRE(result.receipt);
  std::vector<VoucherRequest> posted;
  const std::int64_t first = result.receipt->first_seq;
  const auto log = desk.database().log(desk.database().find_book(kBook)->value);
  log->read(first, first + result.receipt->records, [&posted](const audit::StoredRecord& stored) {
    const auto record = audit::parse_record(stored.bytes);
    REQUIRE(record);
    const auto event = ledger::decode_event(record->kind, record->data, stored.lines);
    REQUIRE(event);
    if (const auto* voucher = std::get_if<VoucherRequest>(&event->command)) posted.push_back(*voucher);
    return true;
  });
  CHECK(posted == journal);
  CHECK(first_problem_of(desk.verify()) == "");
}

}  // namespace
}  // namespace mingzhang::tests
