// SPDX-License-Identifier: Apache-2.0
// Every report of the synthetic county as people and programs see it.
#include <string>
#include <string_view>

#include "reports/account_statement.h"
#include "reports/fund_statement.h"
#include "reports/general_ledger.h"
#include "reports/journal.h"
#include "reports/journal_export.h"
#include "reports/project_progress.h"
#include "reports/subject_account.h"
#include "reports/table_csv.h"
#include "reports/table_json.h"
#include "reports/table_text.h"
#include "reports/trial_balance.h"
#include "reports/voucher_form.h"
#include "tests/reports/golden.h"
#include "tests/reports/recorded_book.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {

TEST_CASE("the trial balance as of a day looks as approved", "[reports][golden]") {
  CountyBook book;
  const reports::Table table = table_of(reports::trial_balance_at(book.store(), day("2016-03-31")));
  check_golden("trial_balance_day.txt", to_text(table));
  check_golden("trial_balance_day.csv", to_csv(table));
  check_golden("trial_balance_day.json", to_json(table) + "\n");
}

TEST_CASE("the trial balance of a month looks as approved", "[reports][golden]") {
  CountyBook book;
  const reports::Table table = table_of(reports::trial_balance_of(book.store(), month("2016-02")));
  check_golden("trial_balance_month.txt", to_text(table));
  check_golden("trial_balance_month.json", to_json(table) + "\n");
}

TEST_CASE("the statement of an account looks as approved", "[reports][golden]") {
  CountyBook book;
  const auto statement = [&](std::string_view code, std::optional<ledger::FundId> fund) {
    return reports::account_statement(book.store(), book.reader(),
                                      {book.account(code), fund, day("2016-01-06"), day("2016-03-31")});
  };
  check_golden("statement_fund.txt", to_text(statement("100201", book.fund("F1"))));
  check_golden("statement_parent.txt", to_text(statement("1002", std::nullopt)));
  check_golden("statement_fund.json", to_json(statement("100201", book.fund("F1"))) + "\n");
}

TEST_CASE("the general ledger looks as approved", "[reports][golden]") {
  CountyBook book;
  const auto table = reports::general_ledger(book.store(), {std::nullopt, month("2016-02"), month("2016-03")});
  check_golden("general_ledger.txt", to_text(table));
}

TEST_CASE("the journal looks as approved", "[reports][golden]") {
  CountyBook book;
  const auto table = reports::journal(book.store(), book.reader(), {day("2016-02-01"), day("2016-03-31")});
  check_golden("journal.txt", to_text(table));
  check_golden("journal.csv", to_csv(table));
}

TEST_CASE("the account of a household looks as approved", "[reports][golden]") {
  CountyBook book;
  const auto subject = book.store().subject("H1").value();
  check_golden("subject_account.txt", to_text(reports::subject_account(book.store(), book.reader(), subject)));
}

TEST_CASE("the progress of projects and funds looks as approved", "[reports][golden]") {
  CountyBook book;
  check_golden("project_progress.txt", to_text(reports::project_progress(book.store(), {})));
  check_golden("fund_statement.txt", to_text(reports::fund_statement(book.store(), day("2016-03-31"))));
}

TEST_CASE("a printed voucher looks as approved", "[reports][golden]") {
  CountyBook book;
  for (const auto& [seq, recorded] : book.reader().vouchers) {
    if (recorded.voucher.request.kind == ledger::VoucherKind::Reversal) {
      check_golden("voucher_reversal.txt", voucher_form(book.store(), recorded));
    }
    if (recorded.voucher.request.summary == "到户补助") {
      check_golden("voucher.txt", voucher_form(book.store(), recorded));
    }
  }
}

TEST_CASE("exported journals look as approved", "[reports][golden]") {
  CountyBook book;
  const auto exported = [&](reports::JournalFormat format) {
    std::string text;
    export_journal(book.store(), book.reader(), format, [&](std::string_view piece) { text += piece; });
    return text;
  };
  check_golden("export.hledger", exported(reports::JournalFormat::Hledger));
  check_golden("export.ledger", exported(reports::JournalFormat::Ledger));
  check_golden("export.beancount", exported(reports::JournalFormat::Beancount));
}

}  // namespace mingzhang::tests
