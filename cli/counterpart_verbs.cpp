// SPDX-License-Identifier: Apache-2.0
// What one book moved, in the other book concerned.
#include <utility>
#include <vector>

#include "cli/exit_code.h"
#include "cli/fund_options.h"
#include "cli/listing.h"
#include "cli/verb.h"
#include "service/banks/counterparts.h"

namespace mingzhang::cli {
namespace {

int post_counterpart(Desk& desk, const Values& values) {
  std::optional<OpenDesk> open = desk.open_for_writing(service::Access::Write);
  if (!open) return desk.exit_code();
  const service::BookPlace place = desk.place(*open);
  const auto command = service::counterpart_voucher(
      place, {values.text("--of"), values.text("CODE"), values.text("--date"), values.text("--type"), values.text("--debit"),
              values.text("--credit"), values.text("--fund"), values.text("--summary")});
  if (!command) return desk.output().refuse(command.error());
  service::Request request;
  request.book = place.book;
  request.commands.push_back(*command);
  return desk.submit_on(*open, std::move(request));
}

int show_counterparts(Desk& desk, const Values& values) {
  const std::optional<service::OpenedDatabase> opened = desk.open_for_reading();
  if (!opened) return desk.exit_code();
  auto list = service::list_counterparts(desk.place(*opened), values.text("--with"), format_of(desk));
  if (!list) return desk.output().refuse(list.error());
  const std::int64_t differences = list->differences;
  const int shown = desk.show(service::TextResult(std::move(list).value().text));
  return shown == 0 && differences > 0 ? kConflict : shown;
}

}  // namespace

std::vector<Verb> counterpart_verbs() {
  return {
      {"counterpart", "post", "对应凭证：把另一账套的一笔资金业务记入本账套，金额取自那一笔（须两人） a voucher here for what another book moved; two people",
       {word_argument("CODE", "那一账套的单号，如代偿支付、出资、贴息支付的单号 code of the command there"),
        required_option("--of", "BOOK", "那一账套 the other book"), required_option("--debit", "CODE", "本账套借方科目 account"),
        required_option("--credit", "CODE", "本账套贷方科目 account"), optional_option("--fund", "CODE", "资金来源 fund of both lines"),
        optional_option("--date", "DATE", "记账日期（默认同对方） accounting date; that of the other by default"),
        optional_option("--type", "TYPE", "凭证字（默认 记） type of the voucher"), optional_option("--summary", "TEXT", "摘要（默认同对方） what it is for")},
       post_counterpart},
      {"counterpart", "list", "核对：本账套的担保、补偿、贴息业务在另一账套是否都有对应凭证；有差异时退出码 5 "
                              "which of them the other book has; exit code 5 where they differ",
       {required_option("--with", "BOOK", "另一账套 the other book")}, show_counterparts},
  };
}

}  // namespace mingzhang::cli
