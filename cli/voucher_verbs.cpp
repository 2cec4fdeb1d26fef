// SPDX-License-Identifier: Apache-2.0
// Vouchers that are posted by two people in one go: new ones, reversals, the year's end.
#include <utility>

#include "cli/desk.h"
#include "cli/verb.h"
#include "cli/voucher_options.h"
#include "service/setup/setup.h"

namespace mingzhang::cli {
namespace {

/// Who says "post" wants it in the books now, not waiting.
int run_post(Desk& desk, const Values& values) {
  auto command = service::voucher_of(new_voucher(values));
  if (!command) return desk.output().refuse(command.error());
  std::optional<OpenDesk> open = desk.open_for_writing(service::Access::Write);
  if (!open) return desk.exit_code();
  service::Request request;
  request.commands.push_back(std::move(command).value());
  desk.complete(request);
  return desk.show(*open, open->writer->submit(request));
}

int run_reverse(Desk& desk, const Values& values) {
  std::optional<OpenDesk> open = desk.open_for_writing(service::Access::Write);
  if (!open) return desk.exit_code();
  auto command = service::reversal_of(desk.place(*open), values.text("NAME"), values.text("--date"), values.text("--reason"));
  if (!command) return desk.output().refuse(command.error());
  service::Request request;
  request.commands.push_back(std::move(command).value());
  return desk.submit_on(*open, std::move(request));
}

int run_carry_forward(Desk& desk, const Values& values) {
  std::optional<OpenDesk> open = desk.open_for_writing(service::Access::Write);
  if (!open) return desk.exit_code();
  auto commands = service::carry_forward_of(desk.place(*open), values.text("YEAR"));
  if (!commands) return desk.output().refuse(commands.error());
  service::Request request;
  request.commands = std::move(commands).value();
  return desk.submit_on(*open, std::move(request));
}

}  // namespace

service::NewVoucher new_voucher(const Values& values) {
  service::NewVoucher voucher;
  voucher.date = values.text("--date");
  voucher.type = values.text("--type");
  voucher.summary = values.text("--summary");
  voucher.source = values.text("--source");
  voucher.lines = values.list("--line");
  voucher.attachments = values.list("--attach");
  return voucher;
}

std::vector<OptionSpec> voucher_options() {
  return {{"--date", ValueKind::Text, true, "DATE", "记账日期 accounting date"},
          {"--type", ValueKind::Text, false, "TYPE", "凭证字 记 收 付 转（默认 记） general, receipt, payment, transfer"},
          {"--summary", ValueKind::Text, true, "TEXT", "摘要 what it is for"},
          {"--source", ValueKind::Text, false, "TEXT", "别处的编号 its number elsewhere"},
          {"--line", ValueKind::List, true, "LINE",
           "分录，可重复 a line, repeated: \"debit|credit ACCOUNT AMOUNT [fund=F] [project=P] [subject=S] [note=…]\""},
          {"--attach", ValueKind::List, false, "SHA256", "附件的 SHA-256，可重复 digest of an attached document"}};
}

std::vector<Verb> voucher_verbs() {
  return {
      {"voucher", "post", "制单并由第二人审核入账 post a voucher, with --as and --approve-as", voucher_options(), run_post},
      {"voucher", "reverse", "冲销凭证（须两人） reverse a posted voucher; two people",
       {{"NAME", ValueKind::Argument, true, "", "凭证名，如 2016-10/记/12 name of the voucher"},
        {"--date", ValueKind::Text, true, "DATE", "冲销凭证的日期 date of the reversal"},
        {"--reason", ValueKind::Text, true, "TEXT", "原因 why"}},
       run_reverse},
      {"voucher", "carry-forward", "年度结转（须两人） carry the year's income and expenses forward; two people",
       {{"YEAR", ValueKind::Argument, true, "", "年份，如 2016 year"}}, run_carry_forward},
  };
}

}  // namespace mingzhang::cli
