// SPDX-License-Identifier: Apache-2.0
// data/csv/: tables for spreadsheets and for SQL. The columns of vouchers.csv are those that audit bureaus load
// (记账凭证表), with the fund, project and subject that these books have besides.
#include <array>
#include <initializer_list>
#include <optional>

#include "audit/books/derived_parts.h"
#include "audit/books/file_text.h"

namespace mingzhang::audit {
namespace {

constexpr std::size_t kFlushBytes = 1U << 16;

/// Collects rows and hands them on in pieces.
class RowBuffer {
 public:
  explicit RowBuffer(const DerivedSink& sink) : sink_(sink) { text_ = kByteOrderMark; }
  void row(std::initializer_list<std::string_view> cells) {
    append_csv_row(cells, text_);
    if (text_.size() >= kFlushBytes) flush();
  }
  void flush() {
    sink_(text_);
    text_.clear();
  }

 private:
  const DerivedSink& sink_;
  std::string text_;
};

std::string_view state_text(const BookAccount& account) {
  if (account.is_closed) return "注销";
  return account.is_frozen ? "冻结" : "正常";
}

std::string_view yes_or_no(bool claim) { return claim ? "是" : "否"; }

/// The one account that stands on each side of a voucher's financial lines, and of its budget lines; -1 where there are several.
class Counterparts {
 public:
  Counterparts(const BookVoucher& voucher, const Books& books) : books_(books), is_known_(!voucher.has_withheld) {
    for (const BookLine& line : voucher.lines) {
      std::optional<std::int32_t>& known = accounts_[place_of(line, line.side)];
      known = known && *known != line.account_index ? -1 : line.account_index;
    }
  }
  /// The account on the other side of `line`; -1 where it is not one.
  std::int32_t of(const BookLine& line) const {
    return is_known_ ? accounts_[place_of(line, other_side(line.side))].value_or(-1) : -1;
  }

 private:
  std::size_t place_of(const BookLine& line, BookSide side) const {
    const bool is_of_budget = is_budget(account_at(books_, line.account_index).account_class);
    return (is_of_budget ? 2U : 0U) + (side == BookSide::Debit ? 0U : 1U);
  }

  const Books& books_;
  bool is_known_;
  std::array<std::optional<std::int32_t>, 4> accounts_;
};

}  // namespace

void begin_voucher_csv(const Books&, std::string& text) {
  text += kByteOrderMark;
  append_csv_row({"会计年度", "会计月份", "记账凭证日期", "记账凭证种类", "记账凭证编号", "行号", "记账凭证摘要", "会计科目编号", "会计科目名称",
                  "借方发生额", "贷方发生额", "币种", "资金来源编号", "资金来源名称", "项目编号", "往来对象编号", "对方科目编号", "对方科目名称",
                  "附件数", "制单人员", "审核人员", "记账人员", "记账标志", "凭证性质", "被冲销凭证", "源凭证号", "备注", "记录序号", "遮蔽标志"},
                 text);
}

void add_voucher_csv(const DerivedVoucher& entry, std::string& text) {
  const BookVoucher& voucher = entry.voucher;
  const std::string period = to_iso(voucher.name.period);  // "2016-10"
  const std::string_view year_and_month = period;
  std::string head;
  append_csv_cells({year_and_month.substr(0, 4), year_and_month.substr(5), to_iso(voucher.date), chinese_of(voucher.name.type),
                    std::to_string(voucher.name.number)},
                   head);
  std::string tail;
  append_csv_cells({std::to_string(voucher.attachments), entry.record.by, entry.record.approved_by, poster_of(entry.record), "1",
                    chinese_of(voucher.kind), voucher.reverses ? to_text(*voucher.reverses) : std::string(), voucher.source,
                    voucher.reason, std::to_string(entry.record.seq)},
                   tail);
  const Counterparts counterparts(voucher, entry.books);
  std::size_t number = 0;
  for (const BookLine& line : voucher.lines) {
    const bool is_debit = line.side == BookSide::Debit;
    const std::string amount = line.is_withheld ? std::string() : yuan_text(line.fen);
    const std::string_view zero = line.is_withheld ? "" : "0.00";
    const BookAccount& account = account_at(entry.books, line.account_index);
    const BookAccount& counterpart = account_at(entry.books, counterparts.of(line));
    std::string_view summary = line.summary.empty() ? voucher.summary : line.summary;
    if (line.is_withheld) summary = withheld_text();
    text.append(head).append(",");
    append_csv_cells({std::to_string(++number), summary, line.account, account.name, is_debit ? std::string_view(amount) : zero,
                      is_debit ? zero : std::string_view(amount), line.is_withheld ? "" : "CNY", line.fund,
                      fund_at(entry.books, line.fund_index).name, line.project, line.subject, counterpart.code, counterpart.name},
                     text);
    text.append(",").append(tail).append(",").append(line.is_withheld ? withheld_text() : "").append("\r\n");
  }
}

void end_accounts_csv(const Books& books, const DerivedSink& sink) {
  RowBuffer rows(sink);
  rows.row({"会计科目编号", "会计科目名称", "会计科目级次", "会计科目类型", "余额方向", "上级科目编号", "是否末级", "年末结转科目编号", "余额不得为负", "状态"});
  for (const std::size_t index : accounts_by_code(books)) {
    const BookAccount& account = books.accounts()[index];
    if (account.is_assumed) continue;
    const std::string level = std::to_string(account.level);
    rows.row({account.code, account.name, level, chinese_of(account.account_class), chinese_of(account.normal_side), account.parent,
              yes_or_no(account.is_leaf), account.closes_to, yes_or_no(account.never_negative), state_text(account)});
  }
  rows.flush();
}

void end_funds_csv(const Books& books, const DerivedSink& sink) {
  RowBuffer rows(sink);
  rows.row({"资金来源编号", "资金来源名称", "文号", "是否推定"});
  for (const std::size_t index : funds_by_code(books)) {
    const BookFund& fund = books.funds()[index];
    if (!fund.is_assumed) rows.row({fund.code, fund.name, fund.document, yes_or_no(fund.is_assumption)});
  }
  rows.flush();
}

void end_projects_csv(const Books& books, const DerivedSink& sink) {
  RowBuffer rows(sink);
  rows.row({"项目编号", "项目名称"});
  for (const std::size_t index : projects_by_code(books)) {
    rows.row({books.projects()[index].code, books.projects()[index].name});
  }
  rows.flush();
}

void end_balances_csv(const Books& books, const DerivedSink& sink) {
  RowBuffer rows(sink);
  rows.row({"会计年度", "会计月份", "会计科目编号", "会计科目名称", "资金来源编号", "资金来源名称", "期初余额方向", "期初余额", "借方发生额", "贷方发生额",
            "期末余额方向", "期末余额"});
  visit_balances(books, [&](Month month, const BookBalance& row) {
    const std::string year = std::to_string(month.year());
    const std::string number = to_iso(month).substr(5);
    const BookAccount& account = account_at(books, row.account);
    const BookFund& fund = fund_at(books, row.fund);
    const SidedBalance opening = sided_balance(row.opening.debit, row.opening.credit);
    const SidedBalance closing =
        sided_balance(row.opening.debit + row.movement.debit, row.opening.credit + row.movement.credit);
    const std::string debit = yuan_text(row.movement.debit);
    const std::string credit = yuan_text(row.movement.credit);
    rows.row({year, number, account.code, account.name, fund.code, fund.name, opening.side, opening.amount, debit, credit, closing.side,
              closing.amount});
  });
  rows.flush();
}

}  // namespace mingzhang::audit
