// SPDX-License-Identifier: Apache-2.0
// The end of a day of the loans: interest that is due and classes, batch by batch.
#include <string>
#include <utility>
#include <vector>

#include "base/json.h"
#include "base/text.h"
#include "cli/loan_options.h"
#include "cli/pack_files.h"
#include "cli/published.h"
#include "cli/verb.h"
#include "service/drafts.h"
#include "service/lending/day_close.h"
#include "service/people.h"
#include "service/reading/lists.h"
#include "service/setup/money_request.h"
#include "service/setup/setup.h"

namespace mingzhang::cli {
namespace {

/// What became of one batch.
struct Booked {
  std::int64_t draft = 0;  ///< 0: it is in the books
  std::vector<std::string> vouchers;
};

/// Books one batch, or leaves it as a draft for the second person.
Result<Booked, service::Refusal> book(Desk& desk, OpenDesk& open, const service::DayBatch& batch) {
  Booked booked;
  service::MoneyOrder order{desk.options().key.empty() ? service::random_key() : desk.options().key + "-" + batch.code,
                            desk.options().user, desk.options().approver};
  const auto request = service::ordered(desk.place(open), batch.command, order, desk.clock().today());
  if (!request) return Err(request.error());
  if (service::waits_for_approver(*request)) {
    const auto draft = service::Drafts(*open.writer, desk.clock()).submit(request->book, request->by, request->commands);
    if (!draft) return Err(draft.error());
    booked.draft = *draft;
    return booked;
  }
  const service::Answer answer = open.writer->submit(*request);
  if (!answer) return Err(answer.error());
  if (!desk.options().is_dry_run) booked.vouchers = service::voucher_names(desk.place(open), *answer);
  return booked;
}

std::string json_of(const service::DayClose& close, const std::string& date, const std::vector<Booked>& booked, bool is_dry_run) {
  JsonWriter writer;
  writer.begin_object();
  writer.key("batches");
  writer.begin_array();
  for (std::size_t i = 0; i < booked.size(); ++i) {
    const service::DayBatch& batch = close.batches[i];
    writer.begin_object();
    writer.key("code");
    writer.text(batch.code);
    if (booked[i].draft > 0) {
      writer.key("draft");
      writer.integer(booked[i].draft);
    }
    writer.key("kind");
    writer.text(batch.settles ? "interest" : "class");
    writer.key("loans");
    writer.integer(batch.loans);
    writer.key("vouchers");
    writer.begin_array();
    for (const std::string& name : booked[i].vouchers) writer.text(name);
    writer.end_array();
    writer.end_object();
  }
  writer.end_array();
  writer.key("date");
  writer.text(date);
  writer.key("dry_run");
  writer.boolean(is_dry_run);
  writer.key("interest");
  writer.text(to_yuan(close.interest));
  writer.key("reclassified");
  writer.integer(close.reclassified);
  writer.key("settled");
  writer.integer(close.settled);
  writer.end_object();
  return writer.take();
}

std::string text_of(const service::DayClose& close, const std::string& date, const std::vector<Booked>& booked, bool is_dry_run) {
  std::string text = (is_dry_run ? "试算 checked only · " : "") + std::string("日终 close of ") + date + "：结息 interest " +
                     std::to_string(close.settled) + " 笔 loans，共 " + to_yuan(close.interest) + "；重新分类 reclassified " +
                     std::to_string(close.reclassified) + " 笔 loans\n";
  for (std::size_t i = 0; i < booked.size(); ++i) {
    const service::DayBatch& batch = close.batches[i];
    text += "  " + batch.code + (batch.settles ? " 结息 interest " : " 分类 classes ") + std::to_string(batch.loans);
    if (booked[i].draft > 0) text += "，待审核 waits for approval: draft " + std::to_string(booked[i].draft);
    for (const std::string& name : booked[i].vouchers) text += "，" + name;
    text += "\n";
  }
  if (booked.empty()) text += "  没有变化，或当日已处理 nothing has changed, or it was done before\n";
  return text;
}

int close_day(Desk& desk, const Values& values) {
  auto site = site_files(values);
  if (!site) return desk.output().refuse(site.error());
  std::optional<OpenDesk> open = desk.open_for_writing(service::Access::Write);
  if (!open) return desk.exit_code();
  const auto close = service::close_day(desk.place(*open), loan_words(values), {values.text("--table"), {}, std::move(site).value()});
  if (!close) return desk.output().refuse(close.error());
  std::vector<Booked> booked;
  for (const service::DayBatch& batch : close->batches) {
    auto one = book(desk, *open, batch);
    // What is booked stays; asked for again, the close goes on from there.
    if (!one) return desk.output().refuse(one.error());
    booked.push_back(std::move(one).value());
  }
  const bool is_dry_run = desk.options().is_dry_run;
  const std::string date = values.text("--date");
  return desk.show(service::TextResult(desk.output().is_json() ? json_of(*close, date, booked, is_dry_run)
                                                                : text_of(*close, date, booked, is_dry_run)));
}

}  // namespace

std::vector<Verb> day_close_verbs() {
  std::vector<OptionSpec> options = closing_options();
  options.insert(options.begin(), {step_code_option(), date_option(),
                                   optional_option("--table", "PACK/RULE", "逾期天数表（默认 lending-general/five-classes） table of days overdue"),
                                   packs_option()});
  return {
      {"loan", "close-day", "日终：到期利息结息，按逾期天数重新分类；可重复执行，已处理的不再处理（须两人） the end of a day: interest that is due, "
                            "classes by days overdue; may be repeated; two people",
       options, [](Desk& desk, const Values& values) {
         return closed_with_checkpoint(desk, values, [&] { return close_day(desk, values); });
       }},
  };
}

}  // namespace mingzhang::cli
