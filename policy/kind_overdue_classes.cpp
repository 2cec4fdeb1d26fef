// SPDX-License-Identifier: Apache-2.0
// overdue_classes: the class that a loan has at least by its days overdue 五级分类; judgement may only make it worse.
#include <algorithm>
#include <array>

#include "policy/kind_list.h"

namespace mingzhang::policy {
namespace {

constexpr std::array kClassFields{
    Field{"name", FieldType::Name, true, "类别", "the class"},
    Field{"title_en", FieldType::Text, false, "英文名称", "its name in English"},
    Field{"from_days", FieldType::Integer, true, "逾期第几天起，含当天；“超过90天”写 91", "from which day overdue, that day included; \"more than 90\" is 91",
          {}, nullptr, 0, 36'500},
    Field{"non_performing", FieldType::Boolean, true, "是否不良", "whether it is non-performing"},
};

constexpr std::array kFields{
    Field{"classes", FieldType::Objects, true, "各类，自好到坏，第一类从 0 天起", "the classes, from good to bad, the first from day 0", {},
          [] { return std::span<const Field>(kClassFields); }},
};

constexpr std::array kResults{
    ResultMember{"class", "name", "类别：逾期天数与人工认定中较坏的", "the class: the worse of days overdue and judgement"},
    ResultMember{"floor", "name", "按逾期天数至少为", "the class by days overdue alone"},
    ResultMember{"non_performing", "true | false", "是否不良", "whether it is non-performing"},
    ResultMember{"days_to_next", "count", "再逾期几天降一类（不是最后一类时）", "days until the next class (where there is one)"},
};

struct Class {
  std::string name;
  std::string title_en;
  std::int64_t from_days = 0;
  bool is_non_performing = false;
};

class OverdueClasses : public RuleBody {
 public:
  explicit OverdueClasses(std::vector<Class> classes) : classes_(std::move(classes)) {}

  std::vector<Input> inputs() const override {
    std::vector<std::string> names;
    for (const Class& one : classes_) names.push_back(one.name);
    return {{"days_overdue", InputType::Count, "天", true, "", "逾期天数，未逾期为 0", "days overdue; 0 where it is not"},
            {"judged", InputType::Choice, "", false, "", "人工认定的类别", "the class by judgement", names}};
  }

  Answer evaluate(const Given& given) const override {
    const std::int64_t days = given.count("days_overdue");
    std::size_t floor = 0;
    while (floor + 1 < classes_.size() && classes_[floor + 1].from_days <= days) ++floor;
    std::size_t index = floor;
    Computation computation;
    computation.formula = "逾期 " + std::to_string(days) + " 天，至少为" + classes_[floor].name;
    if (given.has("judged")) {
      const std::size_t judged = index_of(given.text("judged"));
      index = std::max(floor, judged);
      computation.formula += "；人工认定" + classes_[judged].name + "，取较坏的" + classes_[index].name;
      if (judged < floor) {
        computation.warnings.push_back({"人工认定好于逾期天数所定的类别，不采用",
                                        "the class by judgement is better than the days overdue allow and is not used"});
      }
    }
    computation.result = {{"class", json_text(classes_[index].name)},
                          {"floor", json_text(classes_[floor].name)},
                          {"non_performing", json_flag(classes_[index].is_non_performing)}};
    if (floor + 1 < classes_.size()) {
      computation.result.emplace_back("days_to_next", json_of(classes_[floor + 1].from_days - days));
    }
    return computation;
  }

 private:
  /// Requires a name that the input's choices have let through.
  std::size_t index_of(const std::string& name) const {
    const auto found = std::find_if(classes_.begin(), classes_.end(), [&](const Class& one) { return one.name == name; });
    MZ_CHECK(found != classes_.end());
    return static_cast<std::size_t>(found - classes_.begin());
  }

  std::vector<Class> classes_;
};

std::unique_ptr<const RuleBody> read(const Parameters& parameters) {
  std::vector<Class> classes;
  parameters.refuse_repeated("classes", "name");
  for (const Parameters& item : parameters.objects("classes")) {
    const std::string name = item.text("name");
    Class one{name, item.has("title_en") ? item.text("title_en") : name, item.integer("from_days", 0), item.flag("non_performing", false)};
    if (item.has("from_days") && item.is_sound("from_days")) {
      const std::int64_t least = classes.empty() ? 0 : classes.back().from_days + 1;
      if (classes.empty() ? one.from_days != 0 : one.from_days < least) {
        item.refuse(PolicyOutcome::TiersDisordered, "from_days", std::to_string(one.from_days) + (classes.empty() ? " ≠ " : " < ") + std::to_string(least));
      }
    }
    if (!classes.empty() && classes.back().is_non_performing && item.has("non_performing") && !one.is_non_performing) {
      item.refuse(PolicyOutcome::TiersDisordered, "non_performing", classes.back().name + ", " + name);
    }
    classes.push_back(std::move(one));
  }
  return std::make_unique<OverdueClasses>(std::move(classes));
}

}  // namespace

const Kind kOverdueClassesKind{
    "overdue_classes",
    "按逾期天数分类",
    "classes by days overdue",
    [] { return std::span<const Field>(kFields); },
    kResults,
    read,
    R"({"classes":[{"name":"正常","from_days":0,"non_performing":false},{"name":"关注","from_days":1,"non_performing":false},)"
    R"({"name":"次级","from_days":91,"non_performing":true}]})",
    "days_overdue=90"};

}  // namespace mingzhang::policy
