// SPDX-License-Identifier: Apache-2.0
// beancount: strings in quotes, metadata below what they describe, accounts opened by date.
#include "reports/journal_dialect.h"

namespace mingzhang::reports {

namespace {

std::string in_quotes(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result += '"';
}

void append_metadata(std::string_view indent, std::string_view key, std::string_view value, std::string& text) {
  if (value.empty()) return;
  text += indent;
  text += key;
  text += ": " + in_quotes(value) + '\n';
}

class BeancountDialect final : public JournalDialect {
 public:
  void append_heading(const ledger::BookHead& book, std::string& text) const override {
    text += "option \"title\" " + in_quotes(book.name + ' ' + book.title) + "\noption \"operating_currency\" \"CNY\"\n\n";
  }

  void append_account(std::string_view name, const ledger::Account& account, std::string_view fund_code, Month start,
                      std::string& text) const override {
    text += to_iso(start.first_day()) + " open ";
    text += name;
    text += " CNY\n";
    append_metadata("  ", "account", account.code, text);
    append_metadata("  ", "fund", fund_code, text);
    append_metadata("  ", "name", account.name, text);
  }

  void append_voucher(const ledger::Voucher& voucher, std::string& text) const override {
    text += '\n' + to_iso(voucher.request.date) + " * " + in_quotes(voucher.request.summary) + '\n';
    append_metadata("  ", "voucher", ledger::number_text(voucher.request.type, voucher.number), text);
  }

  void append_line(const ExportedLine& line, std::string& text) const override {
    text += "  ";
    text += line.account;
    text += "  " + signed_amount(line.line) + '\n';
    append_metadata("    ", "project", line.line.project, text);
    append_metadata("    ", "subject", line.line.subject, text);
    append_metadata("    ", "summary", line.line.summary, text);
  }
};

}  // namespace

std::unique_ptr<JournalDialect> beancount_dialect() {
  return std::make_unique<BeancountDialect>();
}

}  // namespace mingzhang::reports
