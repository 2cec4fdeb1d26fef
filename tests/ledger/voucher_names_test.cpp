// SPDX-License-Identifier: Apache-2.0
// The words of vouchers and accounts, and the three forms in which people name a voucher.
#include <set>
#include <string>

#include "ledger/account_commands.h"
#include "ledger/text_rules.h"
#include "ledger/voucher.h"
#include "tests/ledger/sample_book.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {

using ledger::VoucherName;
using ledger::VoucherType;

TEST_CASE("a voucher's name is written in one form and read in three", "[ledger]") {
  const VoucherName name{month("2016-10"), VoucherType::General, 12};
  CHECK(ledger::to_text(name) == "2016-10 记-0012");
  CHECK(ledger::number_text(VoucherType::Payment, 12345) == "付-12345");
  for (const char* text : {"2016-10/记/12", "2016-10 记-0012", "2016-10-记-12", "2016-10/general/12"}) {
    INFO(text);
    CHECK(ledger::parse_voucher_name(text) == name);
  }
  for (const char* text : {"", "2016-10", "2016-10 记", "2016-10 记-", "2016-10 记-0", "2016-10 记--1", "2016-10 记-1a",
                           "2016-13 记-1", "2016-10 借-1", "2016-10x记-1", "2016-1 记-12", "2016-10 记-1234567890123"}) {
    INFO(text);
    CHECK_FALSE(ledger::parse_voucher_name(text).has_value());
  }
}

TEST_CASE("every word is read back to what it was written for", "[ledger]") {
  for (const auto type : {VoucherType::General, VoucherType::Receipt, VoucherType::Payment, VoucherType::Transfer}) {
    CHECK(ledger::parse_voucher_type(ledger::chinese_of(type)) == type);
  }
  for (const auto kind : {ledger::VoucherKind::Ordinary, ledger::VoucherKind::Reversal,
                          ledger::VoucherKind::CarryForward}) {
    CHECK(ledger::parse_voucher_kind(ledger::word_of(kind)) == kind);
  }
  for (int number = 1; number <= 9; ++number) {
    const auto account_class = static_cast<ledger::AccountClass>(number);
    CHECK(ledger::parse_account_class(ledger::word_of(account_class)) == account_class);
    CHECK(ledger::parse_account_class(ledger::chinese_of(account_class)) == account_class);
  }
  for (int number = 1; number <= 5; ++number) {
    const auto action = static_cast<ledger::AccountAction>(number);
    CHECK(ledger::parse_account_action(ledger::word_of(action)) == action);
  }
  for (const auto side : {ledger::Side::Debit, ledger::Side::Credit}) {
    CHECK(ledger::parse_side(ledger::word_of(side)) == side);
    CHECK(ledger::parse_side(ledger::chinese_of(side)) == side);
    CHECK(ledger::opposite(ledger::opposite(side)) == side);
  }
  CHECK_FALSE(ledger::parse_side("left").has_value());
  CHECK_FALSE(ledger::parse_voucher_type("").has_value());
}

TEST_CASE("elements stand on the side that the accounting system gives them", "[ledger]") {
  // 财会〔2017〕25号: assets, expenses and budget expenses grow in debit, all others in credit.
  using ledger::AccountClass;
  const std::set<AccountClass> debit_classes{AccountClass::Asset, AccountClass::Expense, AccountClass::BudgetExpense,
                                             AccountClass::Unclassified};
  const std::set<AccountClass> budget_classes{AccountClass::BudgetIncome, AccountClass::BudgetExpense,
                                              AccountClass::BudgetBalance};
  for (int number = 1; number <= 9; ++number) {
    const auto account_class = static_cast<AccountClass>(number);
    CHECK((ledger::usual_side_of(account_class) == ledger::Side::Debit) == debit_classes.contains(account_class));
    CHECK((ledger::entry_set_of(account_class) == ledger::EntrySet::Budget) == budget_classes.contains(account_class));
  }
}

TEST_CASE("names of books, codes and users keep their rules", "[ledger]") {
  CHECK(ledger::is_good_book_name("weining-2016.zj_1"));
  CHECK(ledger::is_good_book_name(std::string(64, 'a')));
  for (const std::string& bad : {std::string(), std::string(65, 'a'), std::string("-a"), std::string(".a"),
                                 std::string("A"), std::string("威宁"), std::string("a b"), std::string("a/b")}) {
    INFO(bad);
    CHECK_FALSE(ledger::is_good_book_name(bad));
  }
  CHECK(ledger::is_good_code("黔财〔2016〕12号"));
  CHECK(ledger::is_good_code("a b"));
  for (const std::string& bad : {std::string(), std::string(65, 'a'), std::string(" a"), std::string("a "),
                                 std::string("a\nb"), std::string("\xFF"), std::string("\u3000a")}) {
    CHECK_FALSE(ledger::is_good_code(bad));
  }
  CHECK(ledger::is_good_user_name("synthetic-李.1@x"));
  for (const char* bad : {"", "a b", "a/b", "a,b", "a:b", "<a>"}) CHECK_FALSE(ledger::is_good_user_name(bad));
}

}  // namespace mingzhang::tests
