// SPDX-License-Identifier: Apache-2.0
// Calculations without a book: splitting, amounts and dates in words, check digits, loans.
#include <istream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/identifier.h"
#include "base/json.h"
#include "base/money.h"
#include "base/ratio.h"
#include "base/text.h"
#include "base/words.h"
#include "cli/desk.h"
#include "cli/exit_code.h"
#include "cli/file.h"
#include "cli/listing.h"
#include "cli/verb.h"
#include "service/lending/reading.h"
#include "service/reading/outcome.h"

namespace mingzhang::cli {
namespace {

using service::ReadingOutcome;

std::optional<Money> amount_of(Desk& desk, const std::string& text) {
  const Result<Money, AmountProblem> amount = parse_yuan(text);
  if (amount) return *amount;
  desk.output().refuse(service::refusal(ReadingOutcome::AmountBad, plain(text)));
  return std::nullopt;
}

int show_words(Desk& desk, const std::string& words) {
  if (!desk.output().is_json()) {
    desk.output().data(words);
    return kDone;
  }
  JsonWriter writer;
  writer.begin_object();
  writer.key("words");
  writer.text(words);
  writer.end_object();
  desk.output().data(writer.take());
  return kDone;
}

int run_split(Desk& desk, const Values& values) {
  const std::optional<Money> amount = amount_of(desk, values.text("--amount"));
  if (!amount) return kValidation;
  const std::optional<std::vector<std::int64_t>> weights = parse_weights(values.text("--weights"));
  if (!weights) return desk.output().refuse(service::refusal(ReadingOutcome::WeightsBad, plain(values.text("--weights"))));
  JsonWriter writer;
  writer.begin_object();
  writer.key("parts");
  writer.begin_array();
  std::string lines;
  for (const Money part : allocate(*amount, *weights)) {
    writer.text(to_yuan(part));
    lines += to_yuan(part) + "\n";
  }
  writer.end_array();
  writer.end_object();
  desk.output().data(desk.output().is_json() ? writer.take() : lines);
  return kDone;
}

int run_words(Desk& desk, const Values& values) {
  const std::optional<Money> amount = amount_of(desk, values.text("AMOUNT"));
  return amount ? show_words(desk, amount_in_words(*amount)) : kValidation;
}

int run_words_date(Desk& desk, const Values& values) {
  const std::optional<Date> date = parse_date(values.text("DATE"));
  if (!date) return desk.output().refuse(service::refusal(ReadingOutcome::DateBad, plain(values.text("DATE"))));
  return show_words(desk, date_in_words(*date));
}

int run_check(Desk& desk, const Values& values) {
  const std::string kind = values.text("KIND");
  std::string value = values.text("VALUE");
  if (value == "-") {
    std::getline(desk.input(), value);
    value = std::string(trimmed(value));
    if (!value.empty() && value.back() == '\r') value.pop_back();
  }
  IdentifierCheck found;
  if (kind == "id") {
    found = check_id_card(value);
  } else if (kind == "uscc") {
    found = check_social_credit_code(value);
  } else if (kind == "card") {
    found = check_bank_card(value);
  } else {
    return desk.output().refuse(usage_refusal("calc check: id, uscc, card"));
  }
  JsonWriter writer;
  writer.begin_object();
  writer.key("reason");
  writer.text(found.reason);
  writer.key("reason_zh");
  writer.text(found.reason_zh);
  writer.key("valid");
  writer.boolean(found.valid);
  writer.end_object();
  const std::string text = found.valid ? "校验通过 valid" : "校验不通过 not valid：" + found.reason_zh + " " + found.reason;
  desk.output().data(desk.output().is_json() ? writer.take() : text);
  return kDone;
}

int run_schedule(Desk& desk, const Values& values) {
  const std::string path = values.text("--input");
  if (path == "-") {
    return desk.show(service::loan_schedules(std::string(std::istreambuf_iterator<char>(desk.input()), {}), format_of(desk)));
  }
  const std::optional<std::string> text = read_file(path);
  if (!text) return desk.output().refuse(service::refusal(ReadingOutcome::FileMissing, plain(path)));
  return desk.show(service::loan_schedules(*text, format_of(desk)));
}

service::InterestWords words_of(const Values& values) {
  service::InterestWords words;
  words.from = plain(values.text("--from"));
  words.to = plain(values.text("--to"));
  words.basis = plain(values.text("--basis"));
  return words;
}

int run_interest(Desk& desk, const Values& values) {
  service::InterestWords words = words_of(values);
  words.principal = plain(values.text("--principal"));
  words.rate = plain(values.text("--rate"));
  words.rounding = plain(values.text("--rounding"));
  return desk.show(service::loan_interest(words, format_of(desk)));
}

int run_days(Desk& desk, const Values& values) { return desk.show(service::loan_days(words_of(values), format_of(desk))); }

std::vector<OptionSpec> day_options() {
  return {{"--from", ValueKind::Text, true, "DATE", "起息日 first day"},
          {"--to", ValueKind::Text, true, "DATE", "止息日，不计 first day that does not count"},
          {"--basis", ValueKind::Text, true, "BASIS", "计息基础，如 act/360、act/365、30/360 day count"}};
}

std::vector<Verb> loan_calc_verbs() {
  std::vector<OptionSpec> interest = day_options();
  interest.push_back({"--principal", ValueKind::Text, true, "AMOUNT", "本金 principal"});
  interest.push_back({"--rate", ValueKind::Text, true, "PERCENT", "年利率，如 4.35 或 4.35% rate a year"});
  interest.push_back({"--rounding", ValueKind::Text, false, "MODE", "half_up（四舍五入，默认 as usual）, half_even, down, up"});
  return {
      {"calc", "schedule", "还款计划：贷款条件的 JSON 文件，一笔或一组 repayment schedule of terms in JSON, one loan or a list",
       {{"--input", ValueKind::Text, true, "FILE", "条件文件，或 - 表示标准输入；写法见 docs/LOAN_TERMS.md a file, or - for standard input"}},
       run_schedule},
      {"calc", "interest", "一段时间的利息，到期一次舍入 interest over days, rounded once", interest, run_interest},
      {"calc", "days", "两日之间的计息天数 days between two dates by a day count", day_options(), run_days},
  };
}

}  // namespace

std::vector<Verb> calc_verbs() {
  std::vector<Verb> verbs{
      {"calc", "split", "按比例分配，尾差给余数最大者 split an amount by weights, exactly",
       {{"--amount", ValueKind::Text, true, "AMOUNT", "金额，如 100.01 amount"},
        {"--weights", ValueKind::Text, true, "WEIGHTS", "比例，如 7:3 weights"}},
       run_split},
      {"calc", "words", "金额大写 an amount in Chinese words",
       {{"AMOUNT", ValueKind::Argument, true, "", "金额，如 1409.50 amount"}}, run_words},
      {"calc", "words-date", "日期大写 a date in Chinese words",
       {{"DATE", ValueKind::Argument, true, "", "日期，如 2017-01-15 date"}}, run_words_date},
      {"calc", "check", "核对校验位；号码是个人信息，共用电脑上请用 - 从标准输入读 check digits; a number is personal data: on "
                        "a shared machine give - and write it to standard input",
       {{"KIND", ValueKind::Argument, true, "", "id 身份证, uscc 统一社会信用代码, card 银行卡"},
        {"VALUE", ValueKind::Argument, true, "", "号码，或 - the number, or - for standard input"}},
       run_check},
  };
  for (Verb& verb : loan_calc_verbs()) verbs.push_back(std::move(verb));
  return verbs;
}

}  // namespace mingzhang::cli
