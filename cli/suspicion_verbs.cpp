// SPDX-License-Identifier: Apache-2.0
// The auditor's suspicion tests on the command line.
#include <optional>
#include <string>
#include <vector>

#include "cli/desk.h"
#include "cli/exit_code.h"
#include "cli/file.h"
#include "cli/listing.h"
#include "cli/verb.h"
#include "service/reading/outcome.h"
#include "service/reporting/suspicion_report.h"

namespace mingzhang::cli {
namespace {

int run_suspicion(Desk& desk, const Values& values) {
  service::Format format = format_of(desk);
  if (values.is_given("--format")) {
    const std::optional<service::Format> asked = service::parse_format(values.text("--format"));
    if (!asked) {
      return desk.output().refuse(service::refusal(service::ReadingOutcome::FormatBad, plain(values.text("--format"))));
    }
    format = *asked;
  }
  service::SuspicionQuery query;
  query.as_of = values.text("--as-of");
  query.tests = values.list("--test");
  query.limit = values.text("--limit");
  query.split_days = values.text("--split-days");
  query.publicity_days = values.text("--publicity-days");
  query.idle_days = values.text("--idle-days");
  query.card_households = values.text("--card-households");
  query.phone_households = values.text("--phone-households");
  query.today = desk.clock().today();
  if (values.is_given("--staff")) {
    query.staff_file = read_file(values.text("--staff"));
    if (!query.staff_file) {
      return desk.output().refuse(service::refusal(service::ReadingOutcome::FileMissing, plain(values.text("--staff"))));
    }
  }
  const std::optional<service::OpenedDatabase> opened = desk.open_for_reading();
  if (!opened) return desk.exit_code();
  return desk.show(service::report_suspicion(desk.place(*opened), query, format));
}

OptionSpec option(const char* name, const char* value, const std::string& help) {
  return {name, ValueKind::Text, false, value, help};
}

}  // namespace

std::vector<Verb> suspicion_verbs() {
  return {
      {"report", "suspicion",
       "疑点：供审计核查的比对，每项列明记录、凭证、清单行和下一步；有疑点仍返回 0。JSON 的 rows 每行有 test、title、result（疑点 hit、"
       "已检查 checked、未能检查 not checked）、hit、finding、household、person、who、date、amount、code、list、row、record、"
       "vouchers、next，没有的省去 suspicion tests for the auditor: rows with the records of every hit and what to look at next; "
       "a test without data is told as not checked",
       {option("--as-of", "DATE", "截止日期（默认今天） last day counted; today by default"),
        {"--test", ValueKind::List, false, "NAME", "只做某项，可重复 only this test; may be repeated：" + service::suspicion_test_names()},
        option("--staff", "FILE", "财政供养人员名单 CSV，含一列 身份证号；只在内存中比对，不保存 CSV with a column id_number; compared in "
                                  "memory, never kept"),
        option("--limit", "YUAN", "审批限额；不给则不查化整为零 approval limit; without it split amounts are not looked for"),
        option("--split-days", "DAYS", "若干天内合并计算（默认 30） days that count together"),
        option("--publicity-days", "DAYS", "公示至少天数（默认 10，乡村公示） least days of publicity"),
        option("--idle-days", "DAYS", "闲置超过天数（默认 365） idle for more days"),
        option("--card-households", "N", "一卡至少几户（默认 2） households of one card"),
        option("--phone-households", "N", "一号至少几户（默认 2） households of one phone"),
        option("--format", "FORMAT", "text、json 或 csv（默认 text） format")},
       run_suspicion},
  };
}

}  // namespace mingzhang::cli
