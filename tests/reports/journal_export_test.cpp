// SPDX-License-Identifier: Apache-2.0
// Exported account names: legal everywhere, different for different codes, and readable back.
#include <string>

#include "reports/journal_export.h"
#include "reports/journal_export_names.h"
#include "tests/reports/recorded_book.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {

TEST_CASE("codes are escaped as documented", "[reports][export]") {
  CHECK(reports::escaped_code("100201") == "100201");
  CHECK(reports::escaped_code("a:b-1") == "a-3Ab-2D1");
  CHECK(reports::escaped_code("中央2016") == "中央2016");
  // U+3007 〇 is no letter everywhere, so its UTF-8 bytes E3 80 87 are escaped.
  CHECK(reports::escaped_code("〇") == "-E3-80-87");
}

TEST_CASE("every code comes back from its exported name", "[reports][export]") {
  ledger::Account account;
  account.account_class = ledger::AccountClass::BudgetExpense;
  for (const std::string code : {"1002", "a b", "a:b", ":F", "(x);y", "-3A", "中〔2016〕号", "é", "F", "A"}) {
    for (const std::string fund : {"", "F1", ":A1:F", "财农〔2016〕1号", "- -"}) {
      account.code = code;
      const std::string name = reports::exported_account(account, fund);
      CHECK(name.find_first_of(" ;()\"") == std::string::npos);
      const auto codes = reports::exported_codes(name);
      REQUIRE(codes.has_value());
      CHECK(*codes == reports::AccountAndFund{code, fund});
    }
  }
}

TEST_CASE("names that were never exported are refused", "[reports][export]") {
  for (const std::string name : {"", "Assets", "Assets:A1", "Assets:1:F", "Assets:A:F", "Assets:A1:G", "Assets:A-3:F",
                                 "Assets:A-3a:F", "Assets:A-41:F", "Assets:A1 :F"}) {
    INFO(name);
    CHECK_FALSE(reports::exported_codes(name).has_value());
  }
}

TEST_CASE("a journal declares every account before its first use", "[reports][export]") {
  CountyBook book;
  std::string text;
  export_journal(book.store(), book.reader(), reports::JournalFormat::Beancount,
                 [&](std::string_view piece) { text += piece; });
  // By hand: 11 accounts and funds moved in the county's three months.
  std::size_t opened = 0;
  for (std::size_t at = text.find(" open "); at != std::string::npos; at = text.find(" open ", at + 1)) ++opened;
  CHECK(opened == 11);
  CHECK(text.rfind(" open ") < text.find(" * "));
}

TEST_CASE("journal formats have names", "[reports][export]") {
  CHECK(reports::parse_journal_format("hledger") == reports::JournalFormat::Hledger);
  CHECK(reports::parse_journal_format("ledger") == reports::JournalFormat::Ledger);
  CHECK(reports::parse_journal_format("beancount") == reports::JournalFormat::Beancount);
  CHECK_FALSE(reports::parse_journal_format("csv").has_value());
}

}  // namespace mingzhang::tests
