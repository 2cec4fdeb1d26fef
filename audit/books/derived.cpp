// SPDX-License-Identifier: Apache-2.0
// The list of derived files, and what their formats share.
#include "audit/books/derived.h"

#include <algorithm>
#include <array>

#include "audit/books/derived_parts.h"
#include "base/check.h"

namespace mingzhang::audit {
namespace {

constexpr std::array kDerivedFiles{
    DerivedFile{"data/csv/accounts.csv", false, nullptr, nullptr, end_accounts_csv},
    DerivedFile{"data/csv/balances.csv", true, nullptr, nullptr, end_balances_csv},
    DerivedFile{"data/csv/funds.csv", false, nullptr, nullptr, end_funds_csv},
    DerivedFile{"data/csv/projects.csv", false, nullptr, nullptr, end_projects_csv},
    DerivedFile{"data/csv/vouchers.csv", false, begin_voucher_csv, add_voucher_csv, nullptr},
    DerivedFile{"data/gbt19581/accounts.txt", false, nullptr, nullptr, end_accounts_txt},
    DerivedFile{"data/gbt19581/balances.txt", true, nullptr, nullptr, end_balances_txt},
    DerivedFile{"data/gbt19581/book.txt", false, nullptr, nullptr, end_book_txt},
    DerivedFile{"data/gbt19581/readme.txt", false, nullptr, nullptr, end_readme_txt},
    DerivedFile{"data/gbt19581/vouchers.txt", false, begin_voucher_txt, add_voucher_txt, nullptr},
    DerivedFile{"data/gbt24589/balances.xml", true, nullptr, nullptr, end_balances_xml},
    DerivedFile{"data/gbt24589/chart.xml", false, nullptr, nullptr, end_chart_xml},
    DerivedFile{"data/gbt24589/public.xml", false, nullptr, nullptr, end_public_xml},
    DerivedFile{"data/gbt24589/vouchers.xml", false, begin_voucher_xml, add_voucher_xml, end_voucher_xml},
    DerivedFile{"data/journal/book.beancount", false, begin_beancount, add_beancount, nullptr},
    DerivedFile{"data/journal/book.journal", false, begin_journal, add_journal, nullptr},
};

/// 0 … n-1, ordered by the codes of what they stand for.
template <class Thing>
std::vector<std::size_t> indices_by_code(const std::vector<Thing>& things) {
  std::vector<std::size_t> order(things.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&things](std::size_t a, std::size_t b) { return things[a].code < things[b].code; });
  return order;
}

/// From an index to its place in that order.
std::vector<std::size_t> places_of(const std::vector<std::size_t>& order) {
  std::vector<std::size_t> places(order.size());
  for (std::size_t place = 0; place < order.size(); ++place) places[order[place]] = place;
  return places;
}

}  // namespace

std::span<const DerivedFile> derived_files() { return kDerivedFiles; }

bool is_written(const DerivedFile& file, const Books& books) { return !file.needs_balances || books.has_balances(); }

void DerivedWriter::begin(const Books& books) {
  if (has_begun_) return;
  has_begun_ = true;
  if (file_.begin != nullptr) file_.begin(books, text_);
}

void DerivedWriter::add(const ParsedRecord& record, const Books& books) {
  if (file_.add == nullptr || books.voucher() == nullptr) return;
  begin(books);
  file_.add(DerivedVoucher{record, *books.voucher(), books}, text_);
  sink_(text_);
  text_.clear();
}

void DerivedWriter::end(const Books& books) {
  MZ_CHECK(is_written(file_, books));
  begin(books);
  if (!text_.empty()) sink_(text_);
  text_.clear();
  if (file_.end != nullptr) file_.end(books, sink_);
}

const BookAccount& account_at(const Books& books, std::int32_t index) {
  static const BookAccount kNone;
  return index < 0 ? kNone : books.accounts()[static_cast<std::size_t>(index)];
}

const BookFund& fund_at(const Books& books, std::int32_t index) {
  static const BookFund kNone;
  return index < 0 ? kNone : books.funds()[static_cast<std::size_t>(index)];
}

std::vector<std::size_t> accounts_by_code(const Books& books) { return indices_by_code(books.accounts()); }
std::vector<std::size_t> funds_by_code(const Books& books) { return indices_by_code(books.funds()); }
std::vector<std::size_t> projects_by_code(const Books& books) { return indices_by_code(books.projects()); }

void visit_balances(const Books& books, const std::function<void(Month, const BookBalance&)>& visit) {
  MZ_CHECK(books.has_balances());
  const std::vector<std::size_t> account_places = places_of(accounts_by_code(books));
  const std::vector<std::size_t> fund_places = places_of(funds_by_code(books));
  const auto place_of_row = [&](const BookBalance& row) {
    const std::size_t fund = row.fund < 0 ? 0 : fund_places[static_cast<std::size_t>(row.fund)] + 1;
    return std::pair(account_places[static_cast<std::size_t>(row.account)], fund);
  };
  for (const auto& [month, lines] : books.cells().months()) {
    std::vector<BookBalance> rows = books.cells().balances(month);
    std::sort(rows.begin(), rows.end(),
              [&](const BookBalance& a, const BookBalance& b) { return place_of_row(a) < place_of_row(b); });
    for (const BookBalance& row : rows) visit(month, row);
  }
}

const std::string& poster_of(const ParsedRecord& record) {
  return record.approved_by.empty() ? record.by : record.approved_by;
}

std::string_view withheld_text() { return "已遮蔽"; }

}  // namespace mingzhang::audit
