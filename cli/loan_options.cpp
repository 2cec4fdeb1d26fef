// SPDX-License-Identifier: Apache-2.0
// Options of loans and the order of one command.
#include "cli/loan_options.h"

#include <istream>
#include <iterator>
#include <optional>
#include <utility>

#include "base/text.h"
#include "cli/file.h"
#include "service/reading/outcome.h"
#include "service/setup/money_request.h"
#include "service/setup/setup.h"

namespace mingzhang::cli {
namespace {

/// The terms document of --terms; nothing where it was refused.
std::optional<std::string> terms_of(Desk& desk, const Values& values) {
  if (!values.has("--terms")) return std::string();
  const std::string path = values.text("--terms");
  if (path == "-") return std::string(std::istreambuf_iterator<char>(desk.input()), {});
  std::optional<std::string> text = read_file(path);
  if (!text) desk.output().refuse(service::refusal(service::ReadingOutcome::FileMissing, is_plain_text(path) ? path : ""));
  return text;
}

service::NewLoanCommand answered(const service::BookPlace& place, service::NewLoanCommand command, const Values& values) {
  if (!command || !values.has("--rule")) return command;
  auto facts = service::extension_facts(place, *command);
  if (!facts) return Err(facts.error());
  // An extension is asked whether it is within its limit, also where nobody names a rule.
  const bool is_asked = !facts->empty() && !values.is_given("--explanation");
  if (!values.is_given("--rule") && !is_asked) return command;
  auto given = rule_words(values);
  if (!given) return Err(given.error());
  service::RuleWords rule = std::move(given).value();
  if (rule.rule.empty()) rule.rule = service::kExtensionRule;
  rule.known = std::move(facts).value();
  return service::explained_loan(place, std::move(command).value(), rule, values.text("--date"));
}

}  // namespace

service::LoanWords loan_words(const Values& values) {
  service::LoanWords words;
  const auto take = [&values](const char* name, std::string& member) {
    if (values.has(name)) member = values.text(name);
  };
  const auto take_list = [&values](const char* name, std::vector<std::string>& member) {
    if (values.has(name)) member = values.list(name);
  };
  take("LOAN", words.loan);
  take("STEP", words.step);
  take("--code", words.code);
  take("--date", words.date);
  take("--amount", words.amount);
  take("--months", words.months);
  take("--reason", words.reason);
  take("--finding", words.reason);
  take("--purpose", words.reason);
  take("--explanation", words.explanation);
  take("--household", words.household);
  take("--borrower", words.borrower);
  take("--bank", words.bank);
  take("--product", words.product);
  take("--fund", words.fund);
  take("--cover", words.cover);
  take("--overdue-percent", words.overdue_percent);
  take("--misuse-percent", words.misuse_percent);
  take("--into", words.into);
  take("--from", words.from);
  take("--to", words.to);
  take("--rate", words.rate);
  take("--due", words.due);
  take("--rows", words.rows);
  take_list("--evidence", words.evidence);
  take_list("--account", words.accounts);
  take_list("--class", words.classes);
  words.compounds = values.has("--compound") && values.is_given("--compound");
  words.without_money = values.has("--without-money") && values.is_given("--without-money");
  return words;
}

std::function<int(Desk&, const Values&)> lending(MakeLoanCommand make) {
  return [make = std::move(make)](Desk& desk, const Values& values) {
    std::optional<std::string> terms = terms_of(desk, values);
    if (!terms) return desk.output().refuse(service::refusal(service::ReadingOutcome::FileMissing, ""));
    std::optional<OpenDesk> open = desk.open_for_writing(service::Access::Write);
    if (!open) return desk.exit_code();
    const service::BookPlace place = desk.place(*open);
    service::LoanWords words = loan_words(values);
    words.terms = std::move(*terms);
    const service::NewLoanCommand command = answered(place, make(place, words), values);
    if (!command) return desk.output().refuse(command.error());
    service::MoneyOrder order{desk.options().key, desk.options().user, desk.options().approver};
    if (order.key.empty()) order.key = service::random_key();
    const auto request = service::ordered(place, *command, order, desk.clock().today());
    if (!request) return desk.output().refuse(request.error());
    return desk.submit_or_draft(*open, *request);
  };
}

OptionSpec loan_argument() { return word_argument("LOAN", "贷款编号 code of the loan"); }
OptionSpec step_code_option() { return required_option("--code", "CODE", "单号 code of this step"); }
OptionSpec loan_amount_option(bool is_required) { return {"--amount", ValueKind::Text, is_required, "AMOUNT", "金额 amount"}; }
OptionSpec evidence_option() {
  return {"--evidence", ValueKind::List, false, "SHA256", "凭据的 SHA-256，可重复 digest of a paper; may be repeated"};
}

std::vector<OptionSpec> with_contract(std::vector<OptionSpec> options) {
  options.push_back(required_option("--terms", "FILE", "合同条件的 JSON 文件，或 - ；写法见 docs/LOAN_TERMS.md terms in JSON, or - for standard input"));
  options.push_back(optional_option("--overdue-percent", "PERCENT", "逾期利率为合同利率的百分之几（默认 150，0 为不加收） overdue rate"));
  options.push_back(optional_option("--misuse-percent", "PERCENT", "挪用利率为合同利率的百分之几（默认 200，0 为不加收） rate of misused money"));
  options.push_back({"--compound", ValueKind::Flag, false, "", "逾期利息计复利 overdue interest bears interest"});
  options.push_back({"--without-money", ValueKind::Flag, false, "", "本账套不记资金，只记贷款 this book keeps the loan without money"});
  options.push_back({"--account", ValueKind::List, false, "NAME=CODE",
                     "科目，可重复：bank_out bank_in principal interest income penalty provision loss an account; may be repeated"});
  return options;
}

}  // namespace mingzhang::cli
