// SPDX-License-Identifier: Apache-2.0
// The derived files: the same for the same records, right against plain sums, and readable by programs that are not ours.
#include "audit/books/derived.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <random>
#include <sstream>

#include "audit/books/file_text.h"
#include "tests/audit/books_world.h"
#include "tests/support/aborts.h"
#include "tests/support/seed.h"
#include "tests/support/temporary_folder.h"

namespace mingzhang::tests::books_world {
namespace {

/// Like tests/reports/golden.h: MINGZHANG_APPROVE=1 writes the file instead.
void check_books_golden(const std::string& name, const std::string& text) {
  const std::string path = MINGZHANG_SOURCE_DIR "/tests/golden/books/" + name;
  const char* approves = std::getenv("MINGZHANG_APPROVE");
  if (approves != nullptr && std::string_view(approves) == "1") {
    std::ofstream(path, std::ios::binary) << text;
    return;
  }
  std::ifstream file(path, std::ios::binary);
  INFO("MINGZHANG_APPROVE=1 writes " << name);
  REQUIRE(file.is_open());
  CHECK(text == std::string((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>()));
}

/// Two months with parallel entries, awkward texts, a reversal and money without a source.
void fill_golden(BooksWorld& world) {
  open_world(world);
  PlainVoucher first = receipt("2016-01-05", 1, 100'000);
  first.summary = "=收到 <中央> & \\\"县级\\\"; 资金, 1:1 [注]";
  world.voucher(first);
  PlainVoucher spent;
  spent.date = "2016-01-20";
  spent.number = 1;
  spent.type = "付";
  spent.lines = {{"debit", "5001", "F1", 12'050, "P1", "H1", "到户"},
                 {"debit", "5001", "F1", 7'950, "P1", "H2", "-补发"},
                 {"credit", "100201", "F1", 20'000, "", "", ""},
                 {"debit", "7201", "F1", 20'000, "", "", ""},
                 {"credit", "8001", "F1", 20'000, "", "", ""}};
  world.voucher(spent);
  world.close("2016-01");
  world.voucher(reversal_of(spent, "2016-02-03", 1));
  PlainVoucher other = receipt("2016-02-09", 1, 2'500, "");
  world.voucher(other);
}

std::string file_name_of(const std::string& name) { return name.substr(name.rfind('/') + 1); }

TEST_CASE("the derived files of a small book look as approved", "[audit][books]") {
  BooksWorld world;
  fill_golden(world);
  audit::Books books(audit::BooksStart{});
  const auto files = derived_of(world.records(), books);
  CHECK(files.size() == audit::derived_files().size());
  for (const auto& [name, text] : files) {
    INFO(name);
    const bool is_gb = name.find("/gbt") != std::string::npos;
    check_books_golden((is_gb ? name.substr(5, 8) + "_" : "") + file_name_of(name), text);
  }
}

TEST_CASE("the list of derived files is in order, and every file is made the same twice", "[audit][books]") {
  std::string before;
  for (const audit::DerivedFile& file : audit::derived_files()) {
    CHECK(before < file.name);
    before = file.name;
  }
  BooksWorld world;
  fill_golden(world);
  audit::Books once(audit::BooksStart{});
  audit::Books twice(audit::BooksStart{});
  CHECK(derived_of(world.records(), once) == derived_of(world.records(), twice));
}

TEST_CASE("a withheld line keeps its row without an amount, and balances are not written", "[audit][books]") {
  BooksWorld world;
  open_world(world);
  const PlainVoucher voucher = receipt("2016-01-05", 1, 1'234'567);
  world.record("voucher/v1", json_voucher(voucher),
               json_line(voucher.lines[0], 1) + withheld_line() + json_line(voucher.lines[2], 3) + json_line(voucher.lines[3], 4));
  world.voucher(receipt("2016-01-06", 2, 5));
  audit::Books books(audit::BooksStart{});
  const auto files = derived_of(world.records(), books);
  CHECK(files.size() == audit::derived_files().size() - 3);
  CHECK_FALSE(files.contains("data/csv/balances.csv"));
  CHECK_FALSE(files.contains("data/gbt19581/balances.txt"));
  CHECK_FALSE(files.contains("data/gbt24589/balances.xml"));
  const std::string& rows = files.at("data/csv/vouchers.csv");
  CHECK(rows.find("2016,01,2016-01-05,记,1,2,已遮蔽,,,,,,,,,,,,0,zhidan,shenhe,shenhe,1,普通,,,,11,已遮蔽\r\n") != std::string::npos);
  const std::string& journal = files.at("data/journal/book.journal");
  CHECK(journal.find("; 2016-01-05 记-0001 已遮蔽\n") != std::string::npos);
  CHECK(journal.find("12345.67") == std::string::npos);
  // What the next voucher uses is declared although its first voucher was skipped.
  CHECK(journal.find("account Assets:A100201:FF1\n") != std::string::npos);
  // A file of balances that are not known is a mistake of the program.
  const audit::DerivedFile& balances = audit::derived_files()[1];
  CHECK(aborts([&] { audit::DerivedWriter(balances, [](std::string_view) {}).end(books); }));
}

TEST_CASE("a voucher that makes no sense is a comment in the journals and a row in the tables", "[audit][books]") {
  const auto spoil = [](const std::function<void(PlainLine&)>& change) {
    BooksWorld world;
    open_world(world);
    PlainVoucher voucher = receipt("2016-01-05", 1, 100);
    change(voucher.lines[0]);
    world.voucher(voucher);
    audit::Books books(audit::BooksStart{});
    return derived_of(world.records(), books);
  };
  const auto is_skipped = [](const std::map<std::string, std::string>& files) {
    return files.at("data/journal/book.journal").find("; 2016-01-05 记-0001 不完整 incomplete\n") != std::string::npos &&
           files.at("data/journal/book.beancount").find("; 2016-01-05 记-0001 不完整 incomplete\n") != std::string::npos;
  };
  CHECK_FALSE(is_skipped(spoil([](PlainLine&) {})));
  CHECK(is_skipped(spoil([](PlainLine& line) { line.account = "9999"; })));
  CHECK(is_skipped(spoil([](PlainLine& line) { line.fund = "F9"; })));
  CHECK(is_skipped(spoil([](PlainLine& line) { line.amount = -1; })));
  const std::string rows = spoil([](PlainLine& line) { line.account = "9999"; }).at("data/csv/vouchers.csv");
  CHECK(rows.find(",9999,,1.00,0.00,CNY,F1,中央资金,") != std::string::npos);
  CHECK_FALSE(spoil([](PlainLine& line) { line.account = "9999"; }).contains("data/csv/balances.csv"));
}

TEST_CASE("cells that a spreadsheet or XML would take for more than text are only text", "[audit][books]") {
  std::string csv;
  audit::append_csv_row({"=A1,x", "+1", "-1", "@x", "a\"b", "5", ""}, csv);
  CHECK(csv == "\"'=A1,x\",'+1,'-1,'@x,\"a\"\"b\",5,\r\n");
  std::string xml;
  audit::append_element("摘要", "<a>&\"'\xEF\xBF\xBE", xml);
  audit::append_element("空", "", xml);
  CHECK(xml == "<摘要>&lt;a&gt;&amp;\"'\xEF\xBF\xBD</摘要>\n<空/>\n");
  CHECK(audit::sided_balance(5, 5).side == "平");
  CHECK(audit::sided_balance(7, 205).amount == "1.98");
  CHECK(audit::sided_balance(7, 205).side == "贷");
  CHECK(audit::compact_date(*parse_date("2016-01-05")) == "20160105");
}

/// A book of random vouchers in random months, with closes, reopenings and reversals, all in order.
void fill_at_random(BooksWorld& world, std::mt19937_64& random) {
  open_world(world);
  std::map<std::string, std::int64_t> numbers;
  std::vector<PlainVoucher> reversible;
  const std::array<std::string, 5> accounts = {"100201", "4001", "5001", "1003", "2001"};
  world.record("account/v1", json_account("1003", "asset", "debit"));
  world.record("account/v1", json_account("2001", "liability", "credit"));
  int closed = 0;
  for (int i = 0; i < 150; ++i) {
    const int month = closed + 1 + static_cast<int>(random() % static_cast<std::uint64_t>(12 - closed));
    const std::string period = std::string("2016-") + (month < 10 ? "0" : "") + std::to_string(month);
    PlainVoucher voucher;
    if (!reversible.empty() && random() % 6 == 0) {
      voucher = reversal_of(reversible.back(), "2016-12-31", ++numbers["2016-12"]);
      reversible.pop_back();
    } else {
      voucher.date = period + "-1" + std::to_string(random() % 10);
      voucher.number = ++numbers[period];
      const std::string fund = random() % 3 == 0 ? "" : (random() % 2 == 0 ? "F1" : "F2");
      std::int64_t sum = 0;
      for (std::uint64_t lines = 1 + random() % 4; lines > 0; --lines) {
        const auto fen = static_cast<std::int64_t>(1 + random() % 10'000'000);
        voucher.lines.push_back({"debit", accounts.at(random() % accounts.size()), fund, fen, "", "", ""});
        sum += fen;
      }
      voucher.lines.push_back({"credit", accounts.at(random() % accounts.size()), fund, sum, "", "", ""});
      reversible.push_back(voucher);
    }
    world.voucher(voucher);
    if (closed < 11 && random() % 20 == 0) {
      ++closed;
      world.close(std::string("2016-") + (closed < 10 ? "0" : "") + std::to_string(closed));
    }
  }
}

/// The rows of balances.csv from the plain sums.
std::string naive_balances(const BooksWorld::Sums& sums) {
  std::string text;
  const auto side_of = [](std::int64_t net) { return net == 0 ? "平" : (net > 0 ? "借" : "贷"); };
  const auto yuan = [](std::int64_t fen) {
    char buffer[40];
    std::snprintf(buffer, sizeof buffer, "%lld.%02lld", static_cast<long long>(std::abs(fen) / 100),
                  static_cast<long long>(std::abs(fen) % 100));
    return std::string(buffer);
  };
  std::map<std::pair<std::string, std::string>, std::int64_t> nets;
  for (const auto& [month, cells] : sums) {
    for (const auto& [cell, moved] : cells) nets.try_emplace(cell, 0);
    for (auto& [cell, net] : nets) {
      const auto moved = cells.find(cell);
      const std::int64_t debit = moved == cells.end() ? 0 : moved->second.first;
      const std::int64_t credit = moved == cells.end() ? 0 : moved->second.second;
      const std::string fund = cell.second == "F1" ? "中央资金" : (cell.second == "F2" ? "县级配套" : "");
      text += month.substr(0, 4) + ',' + month.substr(5) + ',' + cell.first + ",科目" + cell.first + ',' + cell.second + ',' + fund + ',' +
              side_of(net) + ',' + yuan(net) + ',' + yuan(debit) + ',' + yuan(credit) + ',';
      net += debit - credit;
      text += std::string(side_of(net)) + ',' + yuan(net) + "\r\n";
    }
  }
  return text;
}

TEST_CASE("balances of random books are those of the plain sums", "[audit][books]") {
  std::mt19937_64 random(run_seed());
  for (int round = 0; round < 8; ++round) {
    BooksWorld world;
    fill_at_random(world, random);
    audit::Books books(audit::BooksStart{});
    CHECK(codes_of(world.records(), books) == std::vector<std::string>{});
    CHECK(books.unchecked() == audit::BooksUnchecked{});
    audit::Books again(audit::BooksStart{});
    const auto files = derived_of(world.records(), again);
    const std::string& table = files.at("data/csv/balances.csv");
    CHECK(table.substr(table.find("\r\n") + 2) == naive_balances(world.sums()));
  }
}

bool has_judge(const std::string& program) {
  return std::system(("command -v " + program + " >/dev/null 2>&1").c_str()) == 0;
}

/// What the command prints; its exit code stands behind it where it is not 0.
std::string printed_by(const std::string& command) {
  std::string text;
  FILE* pipe = popen((command + " 2>&1").c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::array<char, 4096> buffer{};
  while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), pipe)) text.append(buffer.data(), got);
  const int status = pclose(pipe);
  return status == 0 ? text : text + "[exit " + std::to_string(status) + "]";
}

/// A folder with all derived files of the golden book.
void write_golden_files(const TemporaryFolder& folder) {
  BooksWorld world;
  fill_golden(world);
  audit::Books books(audit::BooksStart{});
  for (const auto& [name, text] : derived_of(world.records(), books)) {
    std::ofstream(folder.file((name.find("/gbt19581") != std::string::npos ? "old_" : "") + file_name_of(name)), std::ios::binary) << text;
  }
}

TEST_CASE("the XML files are well-formed for a parser that is not ours", "[audit][books]") {
  if (!has_judge("xmllint")) {
    WARN("skipped: xmllint is not installed");
    return;
  }
  const TemporaryFolder folder;
  write_golden_files(folder);
  for (const char* name : {"public.xml", "chart.xml", "balances.xml", "vouchers.xml"}) {
    INFO(name);
    CHECK(printed_by("xmllint --noout --nonet '" + folder.file(name) + "'") == "");
  }
  CHECK(printed_by("xmllint --xpath 'string(/*/*[1]/*[7])' '" + folder.file("vouchers.xml") + "'") ==
        "=收到 <中央> & \"县级\"; 资金, 1:1 [注]\n");
  std::ofstream(folder.file("bad.xml")) << "<a><b></a>";
  CHECK(printed_by("xmllint --noout --nonet '" + folder.file("bad.xml") + "'") != "");
}

TEST_CASE("the CSV files give their fields back to a reader that is not ours", "[audit][books]") {
  if (!has_judge("python3")) {
    WARN("skipped: python3 is not installed");
    return;
  }
  const TemporaryFolder folder;
  write_golden_files(folder);
  std::ofstream(folder.file("read.py")) << "import csv,sys\n"
                                           "rows=list(csv.DictReader(open(sys.argv[1],encoding='utf-8-sig',newline=''),strict=True))\n"
                                           "print(len(rows),rows[0]['记账凭证摘要'],rows[0]['借方发生额'],rows[0]['会计科目名称'],"
                                           "rows[5]['记账凭证摘要'],sum(round(100*float(r['借方发生额'])) for r in rows))\n";
  CHECK(printed_by("python3 '" + folder.file("read.py") + "' '" + folder.file("vouchers.csv") + "'") ==
        "18 '=收到 <中央> & \"县级\"; 资金, 1:1 [注] 1000.00 科目100201 '-补发 285000\n");
}

/// "account amount" lines of non-zero balances, sorted, from whatever columns a program prints.
std::string balances_text(const std::string& printed) {
  std::vector<std::string> lines;
  std::istringstream in(printed);
  for (std::string line; std::getline(in, line);) {
    const std::size_t name = line.find_first_of("AELI");
    const std::size_t amount = line.find_first_of("-0123456789");
    if (name == std::string::npos || amount == std::string::npos) continue;
    const std::string account = line.substr(name, line.find_first_of(" \r", name) - name);
    // Whichever comes first, the amount is the first number that does not stand inside the name.
    const std::size_t from = amount < name ? amount : line.find_first_of("-0123456789", name + account.size());
    if (from == std::string::npos || account.find(':') == std::string::npos) continue;
    lines.push_back(account + ' ' + line.substr(from, line.find(' ', from) - from));
  }
  std::sort(lines.begin(), lines.end());
  std::string text;
  for (const std::string& line : lines) text += line + '\n';
  return text;
}

TEST_CASE("hledger, ledger and beancount find the balances of the books", "[audit][books]") {
  const TemporaryFolder folder;
  write_golden_files(folder);
  const std::string journal = "'" + folder.file("book.journal") + "'";
  const std::string expected =
      "Assets:A100201:F 25.00\nAssets:A100201:FF1 1000.00\nEquity:Budget:A8001:F 25.00\nEquity:Budget:A8001:FF1 1000.00\n"
      "Income:A4001:F -25.00\nIncome:A4001:FF1 -1000.00\nIncome:Budget:A6001:F -25.00\nIncome:Budget:A6001:FF1 -1000.00\n";
  if (has_judge("hledger")) {
    CHECK(balances_text(printed_by("hledger -f " + journal + " balance --flat --no-total --strict")) == expected);
  } else {
    WARN("skipped: hledger is not installed");
  }
  if (has_judge("ledger")) {
    CHECK(balances_text(printed_by("ledger -f " + journal + " --strict --pedantic balance --flat --no-total")) == expected);
  } else {
    WARN("skipped: ledger is not installed");
  }
  if (has_judge("bean-check")) {
    CHECK(printed_by("bean-check '" + folder.file("book.beancount") + "'") == "");
  } else {
    WARN("skipped: bean-check is not installed");
  }
  // A changed amount is noticed by each.
  std::ifstream in(folder.file("book.journal"));
  std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  text.replace(text.find("1000.00 CNY", text.find("Assets:A100201:FF1  ")), 7, "1000.01");
  std::ofstream(folder.file("bad.journal")) << text;
  if (has_judge("ledger")) CHECK(printed_by("ledger -f '" + folder.file("bad.journal") + "' balance").find("[exit") != std::string::npos);
}

}  // namespace
}  // namespace mingzhang::tests::books_world
