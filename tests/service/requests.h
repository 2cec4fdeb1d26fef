// SPDX-License-Identifier: Apache-2.0
// Requests on the test book, for tests and for programs of tests.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ledger/voucher.h"
#include "service/request.h"

namespace mingzhang::tests {

inline constexpr const char* kBook = "test";

Date on(int year, unsigned month, unsigned day);
Money yuan(std::int64_t amount);

/// Debit `debit` and credit `credit` with `amount` in `fund`.
ledger::VoucherRequest transfer(Date date, const std::string& debit, const std::string& credit, Money amount,
                                const std::string& fund = "");

/// Accounts of the test book: 1002 (bank, never negative), 1201 (asset), 4001 (income), 5001 (expense), funds F1, F2.
service::Request open_test_book(const std::string& book = kBook);
/// Vouchers of the test book, prepared by "maker" and approved by "checker".
service::Request posting(const std::string& key, std::vector<ledger::VoucherRequest> vouchers);

/// The same on another book.
service::Request in_book(service::Request request, const std::string& book);

}  // namespace mingzhang::tests
