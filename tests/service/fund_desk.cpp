// SPDX-License-Identifier: Apache-2.0
// Implements the office with an indicator.
#include "tests/service/fund_desk.h"

#include <utility>

#include "service/open_book.h"
#include "service/setup/fund_setup.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {

using funds::Accounts;

funds::Command sample_indicator() {
  funds::AddIndicator command;
  command.code = "F1";
  command.document = "县财农〔2016〕7号（样例）";
  command.level = funds::Level::County;
  command.purpose = "产业发展（样例）";
  command.amount = yuan(1'000);
  command.date = on(2016, 2, 1);
  command.arrives = true;
  command.accounts = Accounts{"1002", "4001", "", ""};
  return command;
}

funds::Command sample_allocation(const std::string& code, std::int64_t amount) {
  funds::Allocate command;
  command.code = code;
  command.indicator = "F1";
  command.date = on(2016, 3, 1);
  command.kind = funds::TargetKind::Township;
  command.total = yuan(amount);
  command.targets = {{"XZ-1", yuan(amount), ""}};
  command.accounts = Accounts{"1201", "1002", "", ""};
  return command;
}

funds::SubmitList sample_list(const std::string& code) {
  funds::SubmitList list;
  list.code = code;
  list.indicator = "F1";
  list.title = "到户补助（样例）";
  list.date = on(2016, 4, 1);
  list.publicity_end = list.date;
  list.total = yuan(50);
  list.rows = {{"HU-SYN-1", "", yuan(30), ""}, {"HU-SYN-2", "", yuan(20), ""}};
  service::seal_list(list);
  return list;
}

service::Request only(const service::Command& command) {
  service::Request request;
  request.book = kBook;
  request.commands.push_back(command);
  return request;
}

FundDesk::FundDesk() : desk_("sqlite:" + folder_.file("funds.db")) {
  desk_.open_book();
  REQUIRE(code_of(submit("indicator", sample_indicator())).empty());
}

service::Request FundDesk::request_of(const funds::Command& command) {
  auto request = service::money_request_of({service::faces_of(desk_.database()), kBook}, command, on(2016, 12, 31));
  REQUIRE(request.has_value());
  return std::move(request).value();
}

service::Answer FundDesk::submit(const std::string& key, service::Request request) {
  request.key = key;
  request.by = "maker";
  request.approved_by = "checker";
  return desk_.submit(request);
}

service::Answer FundDesk::submit(const std::string& key, const funds::Command& command) {
  return submit(key, request_of(command));
}

void FundDesk::forge(const std::string& key, service::Request request) {
  request.by = "maker";
  request.approved_by = "checker";
  const std::string digest(64, 'a');
  const auto count = static_cast<std::int64_t>(request.commands.size());
  store::Store& database = desk_.database();
  database.begin_write();
  service::OpenBookForWriting open(service::faces_of(database), *database.find_book(kBook));
  REQUIRE(open.lock());
  const std::int64_t first = open.book().head().records;
  for (std::size_t i = 0; i < request.commands.size(); ++i) {
    service::PendingRecord& record = open.add(request.commands[i], request, to_utc(desk_.clock().now()), nullptr);
    if (i > 0) continue;
    record.head.request = "{\"digest\":\"" + digest + "\",\"key\":\"" + key + "\",\"records\":" + std::to_string(count) + "}";
  }
  open.book().add_request(ledger::RequestEntry{key, digest, first, count});
  service::RecordSealer sealer;
  open.seal(sealer, nullptr);
  open.write(sealer, nullptr);
  database.commit();
}

}  // namespace mingzhang::tests
