// SPDX-License-Identifier: Apache-2.0
// hledger and ledger-cli: one syntax but for the declarations.
#include <utility>

#include "reports/journal_dialect.h"
#include "reports/journal_export_names.h"

namespace mingzhang::reports {

namespace {

// Free text for people beside the numbers. What either program would take for a comment, a tag or a date becomes its
// full-width form.
std::string harmless(std::string_view text) {
  constexpr std::pair<char, std::string_view> kReplaced[] = {{';', "；"}, {':', "："}, {'[', "［"}, {']', "］"}};
  std::string result;
  for (const char c : text) {
    std::string_view written(&c, 1);
    for (const auto& [bad, good] : kReplaced) {
      if (c == bad) written = good;
    }
    result += written;
  }
  return result;
}

std::string described(const ledger::Account& account, std::string_view fund_code) {
  return harmless(account.name) + (fund_code.empty() ? std::string() : ' ' + harmless(fund_code));
}

class LedgerLikeDialect : public JournalDialect {
 public:
  void append_voucher(const ledger::Voucher& voucher, std::string& text) const override {
    text += '\n' + to_iso(voucher.request.date) + " (" + ledger::number_text(voucher.request.type, voucher.number) +
            ") " + harmless(voucher.request.summary) + '\n';
  }

  void append_line(const ExportedLine& line, std::string& text) const override {
    text += "    ";
    text += line.account;
    text += "  " + signed_amount(line.line) + '\n';
    append_tag("project", line.line.project, text);
    append_tag("subject", line.line.subject, text);
    if (!line.line.summary.empty()) text += "        ; " + harmless(line.line.summary) + '\n';
  }

 private:
  static void append_tag(std::string_view tag, const std::string& code, std::string& text) {
    if (code.empty()) return;
    text += "        ; ";
    text += tag;
    text += ": " + escaped_code(code) + '\n';
  }
};

class HledgerDialect final : public LedgerLikeDialect {
 public:
  void append_heading(const ledger::BookHead& book, std::string& text) const override {
    text += "; " + harmless(book.name) + ' ' + harmless(book.title) + "\ncommodity 1000.00 CNY\n\n";
  }

  void append_account(std::string_view name, const ledger::Account& account, std::string_view fund_code, Month,
                      std::string& text) const override {
    text += "account ";
    text += name;
    text += "  ; " + described(account, fund_code) + '\n';
  }
};

class LedgerDialect final : public LedgerLikeDialect {
 public:
  void append_heading(const ledger::BookHead& book, std::string& text) const override {
    text += "; " + harmless(book.name) + ' ' + harmless(book.title) +
            "\ncommodity CNY\n    format 1000.00 CNY\ntag project\ntag subject\n\n";
  }

  void append_account(std::string_view name, const ledger::Account& account, std::string_view fund_code, Month,
                      std::string& text) const override {
    text += "account ";
    text += name;
    text += "\n    note " + described(account, fund_code) + '\n';
  }
};

}  // namespace

std::string signed_amount(const ledger::Line& line) {
  return to_yuan(line.side == ledger::Side::Debit ? line.amount : -line.amount) + " CNY";
}

std::unique_ptr<JournalDialect> hledger_dialect() {
  return std::make_unique<HledgerDialect>();
}
std::unique_ptr<JournalDialect> ledger_dialect() {
  return std::make_unique<LedgerDialect>();
}

}  // namespace mingzhang::reports
