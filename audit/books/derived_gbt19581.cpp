// SPDX-License-Identifier: Apache-2.0
// data/gbt19581/: the tables of GB/T 19581-2004 as text files with their description (说明文件), as far as its fields are known
// here: a field-compatible subset, no claim of conformance.
#include <array>
#include <span>

#include "audit/books/derived_parts.h"
#include "audit/books/file_text.h"

namespace mingzhang::audit {
namespace {

constexpr auto kBookColumns = std::to_array<std::string_view>(
    {"电子账簿编号", "电子账簿名称", "会计核算单位", "组织机构代码", "单位性质", "行业", "开发单位", "版本号", "会计年度", "本位币", "科目结构"});
constexpr auto kAccountColumns = std::to_array<std::string_view>({"科目编号", "科目名称", "科目级次", "科目类型", "余额方向"});
constexpr auto kBalanceColumns = std::to_array<std::string_view>({"科目编号", "辅助核算项编号", "会计年度", "会计期间号", "期初余额方向",
                                                                  "期初余额", "借方发生额", "贷方发生额", "期末余额方向", "期末余额"});
constexpr auto kVoucherColumns = std::to_array<std::string_view>(
    {"会计年度", "会计期间号", "记账凭证日期", "记账凭证类型", "记账凭证编号", "行号", "摘要", "科目编号", "辅助核算项编号", "借方金额", "贷方金额",
     "币种", "附件数", "制单人", "审核人", "记账人", "记账标志", "作废标志"});

void append_columns(std::span<const std::string_view> columns, std::string& text) {
  append_tab_row(columns, text);
}

void describe_file(std::string_view file, std::string_view table, std::span<const std::string_view> columns, std::string& text) {
  text.append(file).append("  ").append(table).append("\n");
  std::size_t number = 0;
  for (const std::string_view column : columns) {
    text.append("  ").append(std::to_string(++number)).append(". ").append(column).append("\n");
  }
}

}  // namespace

void end_readme_txt(const Books& books, const DerivedSink& sink) {
  std::string text =
      "说明文件\n本目录各文件取 GB/T 19581-2004 的表和字段名称，是字段兼容的子集，不声称符合该标准。\n"
      "编码 UTF-8；第一行为字段名；字段以制表符（TAB）分隔，行以换行符（LF）结束；金额以元为单位，两位小数；日期为 yyyyMMdd。\n"
      "辅助核算项编号为资金来源编号。摘要为“已遮蔽”的行，金额和科目未随本包提供。\n\n";
  describe_file("book.txt", "电子账簿", kBookColumns, text);
  describe_file("accounts.txt", "会计科目", kAccountColumns, text);
  if (books.has_balances()) describe_file("balances.txt", "科目余额及发生额", kBalanceColumns, text);
  describe_file("vouchers.txt", "记账凭证", kVoucherColumns, text);
  sink(text);
}

void end_book_txt(const Books& books, const DerivedSink& sink) {
  std::string text;
  append_columns(kBookColumns, text);
  const auto& months = books.cells().months();
  const std::string year = months.empty() ? std::string() : std::to_string(months.rbegin()->first.year());
  append_tab_row({books.title().name, books.title().title, "", "", "", "", "明账 Mingzhang", "", year, "人民币元", ""}, text);
  sink(text);
}

void end_accounts_txt(const Books& books, const DerivedSink& sink) {
  std::string text;
  append_columns(kAccountColumns, text);
  for (const std::size_t index : accounts_by_code(books)) {
    const BookAccount& account = books.accounts()[index];
    if (account.is_assumed) continue;
    const std::string level = std::to_string(account.level);
    append_tab_row({account.code, account.name, level, chinese_of(account.account_class), chinese_of(account.normal_side)}, text);
  }
  sink(text);
}

void end_balances_txt(const Books& books, const DerivedSink& sink) {
  std::string text;
  append_columns(kBalanceColumns, text);
  visit_balances(books, [&](Month month, const BookBalance& row) {
    const SidedBalance opening = sided_balance(row.opening.debit, row.opening.credit);
    const SidedBalance closing =
        sided_balance(row.opening.debit + row.movement.debit, row.opening.credit + row.movement.credit);
    const std::string year = std::to_string(month.year());
    const std::string number = to_iso(month).substr(5);
    const std::string debit = yuan_text(row.movement.debit);
    const std::string credit = yuan_text(row.movement.credit);
    append_tab_row({account_at(books, row.account).code, fund_at(books, row.fund).code, year, number, opening.side, opening.amount,
                    debit, credit, closing.side, closing.amount},
                   text);
    sink(text);
    text.clear();
  });
  if (!text.empty()) sink(text);
}

void begin_voucher_txt(const Books&, std::string& text) { append_columns(kVoucherColumns, text); }

void add_voucher_txt(const DerivedVoucher& entry, std::string& text) {
  const BookVoucher& voucher = entry.voucher;
  const std::string year = std::to_string(voucher.name.period.year());
  const std::string month = to_iso(voucher.name.period).substr(5);
  const std::string date = compact_date(voucher.date);
  const std::string voucher_number = std::to_string(voucher.name.number);
  const std::string attachments = std::to_string(voucher.attachments);
  std::size_t number = 0;
  for (const BookLine& line : voucher.lines) {
    const std::string line_number = std::to_string(++number);
    const bool is_debit = line.side == BookSide::Debit;
    const std::string amount = line.is_withheld ? std::string() : yuan_text(line.fen);
    const std::string zero = line.is_withheld ? std::string() : yuan_text(0);
    std::string_view summary = line.summary.empty() ? voucher.summary : line.summary;
    if (line.is_withheld) summary = withheld_text();
    append_tab_row({year, month, date, chinese_of(voucher.name.type), voucher_number, line_number, summary, line.account, line.fund,
                    is_debit ? amount : zero, is_debit ? zero : amount, "CNY", attachments, entry.record.by,
                    entry.record.approved_by, poster_of(entry.record), "1", "0"},
                   text);
  }
}

}  // namespace mingzhang::audit
