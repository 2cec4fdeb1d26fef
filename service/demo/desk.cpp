// SPDX-License-Identifier: Apache-2.0
// Implements the hand movements.
#include "service/demo/desk.h"

#include <utility>

#include "ledger/chart_template.h"
#include "service/policies/adoption.h"
#include "service/request_outcome.h"
#include "service/setup/money_request.h"

namespace mingzhang::service {
namespace {

// Users of the demonstration; not people.
constexpr const char* kAdministrator = "guanli";
constexpr const char* kPreparer = "zhidan";
constexpr const char* kApprover = "shenhe";
const Date kToday = *Date::from_civil(2024, 12, 31);

}  // namespace

void DemoDesk::submit(std::vector<Command> commands, const std::string& by, const std::string& approved_by,
                      std::vector<households::PersonalValues> people) {
  if (failure_) return;
  Request request;
  request.book = place_.book;
  request.key = "demo-" + std::to_string(++requests_);
  request.by = by;
  request.approved_by = approved_by;
  request.commands = std::move(commands);
  request.personal = std::move(people);
  Answer answer = writer_.submit(request);
  if (!answer) failure_ = std::move(answer).error();
}

void DemoDesk::open(const std::string& title, Month start, const std::string& name) {
  const ledger::ChartTemplate* chart = ledger::find_chart_template(name);
  std::vector<Command> commands;
  commands.emplace_back(ledger::OpenBook{place_.book, title, start, std::string(chart->name)});
  for (ledger::AddAccount& account : ledger::accounts_of(*chart)) commands.emplace_back(std::move(account));
  commands.emplace_back(ledger::GrantRole{kAdministrator, "administrator", true});
  submit(std::move(commands), kAdministrator, "");
  submit({ledger::GrantRole{kPreparer, "preparer", true}}, kAdministrator, "");
  submit({ledger::GrantRole{kApprover, "approver", true}}, kAdministrator, "");
}

void DemoDesk::adopt(const std::string& pack, Date from) {
  if (failure_) return;
  NewCommand command = adopt_pack(PackChoice{pack, std::nullopt, {}}, {to_iso(from), ""});
  if (!command) return fail(command.error());
  submit({std::move(command).value()}, kPreparer, kApprover);
}

void DemoDesk::add_fund(const std::string& code, const std::string& name, const std::string& document) {
  submit({ledger::AddFund{code, name, document, true}}, kPreparer, "");
}

void DemoDesk::add_project(const std::string& code, const std::string& name) {
  submit({ledger::AddProject{code, name}}, kPreparer, "");
}

void DemoDesk::post(const std::vector<ledger::VoucherRequest>& vouchers) {
  submit(std::vector<Command>(vouchers.begin(), vouchers.end()), kPreparer, kApprover);
}

void DemoDesk::enroll(std::vector<Command> commands, std::vector<households::PersonalValues> people) {
  submit(std::move(commands), kPreparer, "", std::move(people));
}

void DemoDesk::act(const funds::Command& command) {
  if (failure_) return;
  Result<Request, Refusal> request = money_request_of(place_, command, kToday);
  if (!request) return fail(request.error());
  submit(std::move(request->commands), kPreparer, kApprover);
}

void DemoDesk::lend(const std::vector<loans::Command>& commands) {
  if (failure_ || commands.empty()) return;
  Result<Request, Refusal> request = money_request_of(place_, std::vector<Command>(commands.begin(), commands.end()), kToday);
  if (!request) return fail(request.error());
  submit(std::move(request->commands), kPreparer, kApprover);
}

void DemoDesk::guard(const guarantee::Command& command) {
  if (failure_) return;
  Result<Request, Refusal> request = money_request_of(place_, command, kToday);
  if (!request) return fail(request.error());
  submit(std::move(request->commands), kPreparer, kApprover);
}

void DemoDesk::lend(const Result<loans::Command, Refusal>& command) {
  if (!command) return fail(command.error());
  lend(std::vector<loans::Command>{*command});
}

void DemoDesk::show_refused(const std::string& what, const Command& command) {
  if (failure_) return;
  const Result<Request, Refusal> request = money_request_of(place_, command, kToday);
  if (request) return fail(refusal(info_of(RequestOutcome::WorldFailed), "the books took what they must refuse"));
  say("试办：" + what + " —— 被拒绝 refused:");
  say("  " + to_text(request.error().problems.front().problem));
}

void DemoDesk::show_refusal(const std::string& what, const funds::Command& command) { show_refused(what, command); }
void DemoDesk::show_refusal(const std::string& what, const loans::Command& command) { show_refused(what, command); }

void DemoDesk::close(Month first, Month last) {
  for (Month month = first; month <= last; month = month.next()) {
    submit({ledger::ChangePeriod{month, ledger::PeriodAction::Close, ""}}, kApprover, "");
  }
}

ledger::VoucherRequest demo_voucher(ledger::VoucherType type, Date date, const std::string& summary) {
  ledger::VoucherRequest voucher;
  voucher.type = type;
  voucher.date = date;
  voucher.summary = summary;
  return voucher;
}

void add_line(ledger::VoucherRequest& voucher, ledger::Side side, const std::string& account, Money amount,
              const std::string& fund, const std::string& project, const std::string& subject) {
  voucher.lines.push_back(ledger::Line{side, amount, account, fund, project, subject, ""});
}

}  // namespace mingzhang::service
