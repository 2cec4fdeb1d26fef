// SPDX-License-Identifier: Apache-2.0
// The parts of the derived files, one set per format, and what they share; only for the sources of derived.h.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/books/derived.h"

namespace mingzhang::audit {

/// The account of a line or row; empty members where nothing is known of it.
const BookAccount& account_at(const Books& books, std::int32_t index);
/// The fund; empty members for money without a source.
const BookFund& fund_at(const Books& books, std::int32_t index);
/// The accounts, funds or projects in bytewise order of their codes, as indices.
std::vector<std::size_t> accounts_by_code(const Books& books);
std::vector<std::size_t> funds_by_code(const Books& books);
std::vector<std::size_t> projects_by_code(const Books& books);
/// Every balance row of every month with a line, by month, account code and fund code. Requires `has_balances`.
void visit_balances(const Books& books, const std::function<void(Month, const BookBalance&)>& visit);
/// Who posted: the program posts at approval, so the approver; the preparer where nobody approved.
const std::string& poster_of(const ParsedRecord& record);
/// 已遮蔽: what stands in the place of a withheld line's summary.
std::string_view withheld_text();

void begin_voucher_csv(const Books& books, std::string& text);
void add_voucher_csv(const DerivedVoucher& voucher, std::string& text);
void end_accounts_csv(const Books& books, const DerivedSink& sink);
void end_funds_csv(const Books& books, const DerivedSink& sink);
void end_projects_csv(const Books& books, const DerivedSink& sink);
void end_balances_csv(const Books& books, const DerivedSink& sink);

void begin_voucher_xml(const Books& books, std::string& text);
void add_voucher_xml(const DerivedVoucher& voucher, std::string& text);
void end_voucher_xml(const Books& books, const DerivedSink& sink);
void end_public_xml(const Books& books, const DerivedSink& sink);
void end_chart_xml(const Books& books, const DerivedSink& sink);
void end_balances_xml(const Books& books, const DerivedSink& sink);

void begin_voucher_txt(const Books& books, std::string& text);
void add_voucher_txt(const DerivedVoucher& voucher, std::string& text);
void end_readme_txt(const Books& books, const DerivedSink& sink);
void end_book_txt(const Books& books, const DerivedSink& sink);
void end_accounts_txt(const Books& books, const DerivedSink& sink);
void end_balances_txt(const Books& books, const DerivedSink& sink);

void begin_journal(const Books& books, std::string& text);
void add_journal(const DerivedVoucher& voucher, std::string& text);
void begin_beancount(const Books& books, std::string& text);
void add_beancount(const DerivedVoucher& voucher, std::string& text);

}  // namespace mingzhang::audit
