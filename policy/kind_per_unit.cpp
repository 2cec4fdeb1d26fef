// SPDX-License-Identifier: Apache-2.0
// per_unit: an amount for each person, household, student; by class, by year or month, or once only.
#include "policy/kind_per_unit.h"

#include <array>

#include "base/ratio.h"
#include "policy/kind_list.h"

namespace mingzhang::policy {
namespace {

constexpr std::array kClassFields{
    Field{"class", FieldType::Name, true, "类别；只有一类时为 default", "the class; default where there is only one"},
    Field{"title", FieldType::Text, true, "类别名称", "what the class is"},
    Field{"title_en", FieldType::Text, false, "英文", "the same in English"},
    Field{"steps", FieldType::Objects, true, "每单位标准，按日期先后", "the amount per unit, by date", {}, step_fields},
    Field{"once", FieldType::Boolean, false, "每个对象只享受一次", "each is entitled once only"},
};

constexpr std::array kComponentFields{
    Field{"name", FieldType::Name, true, "组成部分", "the component"},
    Field{"title_en", FieldType::Text, false, "英文", "its name in English"},
    Field{"amount", FieldType::Amount, true, "每单位金额", "its amount per unit"},
};

constexpr std::array kFields{
    Field{"unit", FieldType::Choice, true, "单位", "the unit", "person|household|student|trainee|village|enterprise"},
    Field{"period", FieldType::Choice, true, "once 一次性，year 每年，month 每月", "how often", "once|year|month"},
    Field{"classes", FieldType::Objects, true, "类别；一类的标准代替另一类的，不相加",
          "the classes; a class's amount replaces another's, they are never added", {},
          [] { return std::span<const Field>(kClassFields); }},
    Field{"components", FieldType::Objects, false, "每单位标准由哪些部分组成；只用于单一类别、单一标准",
          "what one unit's amount is made of; only with one class and one amount", {},
          [] { return std::span<const Field>(kComponentFields); }},
};

constexpr std::array kResults{
    ResultMember{"amount", "amount", "合计", "the whole amount"},
    ResultMember{"classes", "list of {class, count, unit_amount?, spans?, received?, amount}",
                 "各类：应付个数（一次性的已减去享受过的）、标准、金额；跨标准的月份分段列在 spans",
                 "each class: units paid for (less those served before), amount per unit, amount; months of different "
                 "amounts stand in spans"},
    ResultMember{"components", "list of {name, amount}", "各组成部分金额", "the components' amounts"},
};

std::string_view unit_word(std::string_view unit) {
  if (unit == "household") return "户";
  if (unit == "student") return "名学生";
  if (unit == "trainee") return "名学员";
  if (unit == "village") return "个村";
  if (unit == "enterprise") return "家企业";
  return "人";
}

void check_components(const Parameters& parameters) {
  if (!parameters.has("components") || !parameters.is_sound()) return;
  parameters.refuse_repeated("components", "name");
  Money sum;
  for (const Parameters& component : parameters.objects("components")) {
    const std::optional<Money> more = checked_add(sum, component.amount("amount"));
    if (!more) return parameters.refuse(PolicyOutcome::ComponentsDiffer, "components", "");
    sum = *more;
  }
  const std::vector<Parameters> classes = parameters.objects("classes");
  if (classes.size() != 1) return parameters.refuse(PolicyOutcome::ComponentsDiffer, "components", "classes > 1");
  for (const Parameters& one : classes) {
    for (const Parameters& step : one.objects("steps")) {
      if (step.amount("amount") == sum) continue;
      return parameters.refuse(PolicyOutcome::ComponentsDiffer, "components",
                               to_yuan(sum) + " ≠ " + to_yuan(step.amount("amount")));
    }
  }
}

std::unique_ptr<const RuleBody> read(const Parameters& parameters) {
  auto body = std::make_unique<PerUnit>();
  body->unit = unit_word(parameters.text("unit"));
  body->is_monthly = parameters.text("period") == "month";
  const bool is_once = parameters.text("period") == "once";
  parameters.refuse_repeated("classes", "class");
  for (const Parameters& item : parameters.objects("classes")) {
    const std::string title = item.text("title");
    const std::string title_en = item.has("title_en") ? item.text("title_en") : title;
    body->classes.push_back({item.text("class"), title, title_en, read_steps(item, "steps", body->is_monthly),
                             is_once || item.flag("once", false)});
  }
  check_components(parameters);
  for (const Parameters& item : parameters.objects("components")) {
    body->components.push_back({item.text("name"), item.amount("amount")});
  }
  return body;
}

}  // namespace

std::vector<Input> PerUnit::inputs() const {
  std::vector<Input> inputs;
  for (const Class& one : classes) {
    inputs.push_back({input_name("count", one), InputType::Count, unit, is_single(), "", one.title + "的个数",
                      "how many: " + one.title_en});
    if (!one.is_once) continue;
    inputs.push_back({input_name("received", one), InputType::Count, unit, false, "0",
                      "其中以前已享受过的个数", "how many of them were served before"});
  }
  if (is_monthly) {
    inputs.push_back({"months", InputType::Count, "月", false, "", "月数，按当日标准", "months, at the amount of the day"});
    inputs.push_back({"from_month", InputType::Month, "", false, "", "自哪月起（含）", "first month, inclusive"});
    inputs.push_back({"to_month", InputType::Month, "", false, "", "至哪月止（含）", "last month, inclusive"});
  }
  return inputs;
}

const Kind kPerUnitKind{
    "per_unit",
    "按人、按户等定额",
    "an amount per person, household …",
    [] { return std::span<const Field>(kFields); },
    kResults,
    read,
    R"({"unit":"person","period":"month","classes":[{"class":"default","title":"二类低保",)"
    R"("steps":[{"from":"2014-01-01","amount":"192.00"},{"from":"2015-09-01","amount":"234.00"}]}]})",
    "count=4 from_month=2015-01 to_month=2015-12"};

}  // namespace mingzhang::policy
