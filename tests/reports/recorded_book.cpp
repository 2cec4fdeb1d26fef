// SPDX-License-Identifier: Apache-2.0
// Posting through the ledger's own checks, and the three months of the synthetic county.
#include "tests/reports/recorded_book.h"

#include <utility>

#include "base/outcome.h"
#include "ledger/carry_forward.h"
#include "ledger/post.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {

namespace {

ledger::BookHead new_head() {
  ledger::BookHead head;
  head.id = ledger::BookId{1};
  head.name = "county";
  head.title = "示例县专账（虚构）";
  head.start = Month::from_number(201601);
  return head;
}

ledger::Line line_of(ledger::Side side, std::string account, std::string_view yuan, std::string_view names) {
  ledger::Line line;
  line.side = side;
  line.amount = parse_yuan(yuan).value();
  line.account = std::move(account);
  for (std::string* word : {&line.fund, &line.project, &line.subject}) {
    const std::size_t end = names.find(' ');
    const std::string_view name = names.substr(0, end);
    if (name != "-") *word = name;
    names.remove_prefix(end == std::string_view::npos ? names.size() : end + 1);
  }
  return line;
}

}  // namespace

Date day(std::string_view iso) {
  return parse_date(iso).value();
}
Month month(std::string_view iso) {
  return parse_month(iso).value();
}

ledger::Line debit(std::string account, std::string_view yuan, std::string_view names) {
  return line_of(ledger::Side::Debit, std::move(account), yuan, names);
}

ledger::Line credit(std::string account, std::string_view yuan, std::string_view names) {
  return line_of(ledger::Side::Credit, std::move(account), yuan, names);
}

std::optional<reports::RecordedVoucher> MemoryVoucherReader::voucher_of(std::int64_t seq) {
  const auto found = vouchers.find(seq);
  return found == vouchers.end() ? std::nullopt : std::optional(found->second);
}

RecordedBook::RecordedBook() : book_(store_, new_head()) {
  book_.flush_projections();
  book_.flush_head();
}

void RecordedBook::run(const ledger::Command& command) {
  const Date today = day("2018-01-01");
  std::vector<Problem> problems = ledger::check_request(command, today);
  if (problems.empty()) problems = ledger::check_state(command, "li", today, book_);
  INFO(to_text(problems));
  REQUIRE(problems.empty());
  ledger::Decision decision;
  if (const auto* voucher = std::get_if<ledger::VoucherRequest>(&command)) {
    decision.number = ledger::next_number(*voucher, book_);
    reader_.vouchers[next_seq_] = {{*voucher, decision.number}, "li", "wang", "2018-01-01T08:00:00Z"};
  }
  ledger::apply(command, decision, next_seq_++, book_);
  book_.flush_projections();
  book_.flush_head();
  book_.forget_undo();
}

void RecordedBook::add_account(std::string code, std::string name, ledger::AccountClass account_class,
                               std::string parent, bool never_negative) {
  ledger::AddAccount command;
  command.code = std::move(code);
  command.name = std::move(name);
  command.account_class = account_class;
  command.normal_side = ledger::usual_side_of(account_class);
  command.parent = std::move(parent);
  command.never_negative = never_negative;
  if (account_class == ledger::AccountClass::Income || account_class == ledger::AccountClass::Expense) {
    command.closes_to = "3001";
  }
  run(command);
}

void RecordedBook::add_fund(std::string code, std::string name, std::string document, bool is_assumption) {
  run(ledger::AddFund{std::move(code), std::move(name), std::move(document), is_assumption});
}

void RecordedBook::add_project(std::string code, std::string name) {
  run(ledger::AddProject{std::move(code), std::move(name)});
}

std::int64_t RecordedBook::post(std::string_view date, std::string summary, std::vector<ledger::Line> lines) {
  ledger::VoucherRequest request;
  request.date = day(date);
  request.summary = std::move(summary);
  request.lines = std::move(lines);
  return post(request);
}

std::int64_t RecordedBook::post(const ledger::VoucherRequest& request) {
  run(request);
  return next_seq_ - 1;
}

void RecordedBook::carry_forward(int year) {
  for (const ledger::VoucherRequest& request : ledger::carry_forward(year, book_)) run(request);
}

CountyBook::CountyBook() {
  using enum ledger::AccountClass;
  add_account("1002", "银行存款", Asset);
  add_account("100201", "专项资金专户", Asset, "1002", true);
  add_account("100202", "其他银行存款", Asset, "1002", true);
  add_account("1214", "预付账款", Asset);
  add_account("2303", "应付政府补贴款", Liability);
  add_account("3001", "累计盈余", NetAssets);
  add_account("4001", "财政拨款收入", Income);
  add_account("5001", "业务活动费用", Expense);
  add_account("6001", "财政拨款预算收入", BudgetIncome);
  add_account("7201", "行政支出", BudgetExpense);
  add_fund("F1", "中央专项", "虚构财农〔2016〕1号", false);
  add_fund("F2", "县级配套", "", true);
  add_project("P1", "通村公路");
  add_project("P2", "产业扶持");
  post("2016-01-05", "收到中央资金", {debit("100201", "1000.00", "F1"), credit("4001", "1000.00", "F1")});
  post("2016-01-20", "收到县级配套", {debit("100201", "500.00", "F2"), credit("4001", "500.00", "F2")});
  post("2016-02-03", "预拨工程款", {debit("1214", "300.00", "F1 P1"), credit("100201", "300.00", "F1")});
  std::vector<ledger::Line> list = {debit("5001", "120.50", "F1 P1 H1"), debit("5001", "79.50", "F1 P1 H2"),
                                    credit("100201", "200.00", "F1")};
  list[1].summary = "到户补助（补发）";
  post("2016-02-10", "到户补助", std::move(list));
  const std::int64_t wrong =
      post("2016-02-29", "产业补助", {debit("5001", "50.00", "F2 P2 H1"), credit("100201", "50.00", "F2")});
  post("2016-03-01", "工程报账", {debit("5001", "300.00", "F1 P1"), credit("1214", "300.00", "F1 P1")});
  post(ledger::reversal_of(reader().vouchers.at(wrong).voucher, day("2016-03-15"), "对象有误"));
  post("2016-03-31", "预算记账", {debit("7201", "80.00", "F1"), credit("6001", "80.00", "F1")});
  // Posted last, dated earlier, and money without a source.
  post("2016-02-15", "代管款项", {debit("100202", "25.00"), credit("2303", "25.00")});
}

}  // namespace mingzhang::tests
