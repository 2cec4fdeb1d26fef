// SPDX-License-Identifier: Apache-2.0
// Calculations without a book: splitting, amounts and dates in words, check digits.
#include <istream>
#include <optional>
#include <string>
#include <string_view>
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
#include "cli/verb.h"
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

}  // namespace

std::vector<Verb> calc_verbs() {
  return {
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
}

}  // namespace mingzhang::cli
