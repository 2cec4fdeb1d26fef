// SPDX-License-Identifier: Apache-2.0
// publicity: notices that must hang for a number of days, e.g. 两公示一公告.
#include <algorithm>
#include <array>

#include "policy/kind_list.h"

namespace mingzhang::policy {
namespace {

constexpr std::int64_t kDaysMax = 3'650;

constexpr std::array kStepFields{
    Field{"name", FieldType::Name, true, "步骤名", "name of the step"},
    Field{"title", FieldType::Text, false, "名称", "what it is"},
    Field{"title_en", FieldType::Text, false, "英文", "its name in English"},
    Field{"level", FieldType::Choice, true, "哪一级", "the level", "group|village|township|county|city|province|nation"},
    Field{"kind", FieldType::Choice, true, "notice 公示，announcement 公告", "a notice or an announcement",
          "notice|announcement"},
    Field{"days", FieldType::Integer, false, "公示天数；文件没有写则省去", "days it hangs; left out where the document has none",
          {}, nullptr, 0, kDaysMax},
};

constexpr std::array kFields{
    Field{"steps", FieldType::Objects, true, "各次公示公告，按先后", "notices and announcements in their order", {},
          [] { return std::span<const Field>(kStepFields); }},
};

constexpr std::array kResults{
    ResultMember{"steps", "list of {name, posted?, until?}", "每次公示的张贴日与期满次日", "each one's day, and the first day after it"},
    ResultMember{"free_from", "date", "全部期满后的第一天", "the first day on which all are over"},
    ResultMember{"missing", "list of names", "还没有张贴的", "those not posted yet"},
    ResultMember{"days_unknown", "list of names", "天数不明的", "those whose days are not known"},
    ResultMember{"notices", "count", "公示次数", "number of notices"},
    ResultMember{"announcements", "count", "公告次数", "number of announcements"},
};

struct Step {
  std::string name;
  std::string title;
  std::string title_en;
  bool is_announcement = false;
  std::optional<std::int64_t> days;
};

class Publicity : public RuleBody {
 public:
  explicit Publicity(std::vector<Step> steps) : steps_(std::move(steps)) {}

  std::vector<Input> inputs() const override {
    std::vector<Input> inputs;
    for (const Step& step : steps_) {
      inputs.push_back({"posted." + step.name, InputType::Date, "", false, "", step.title + "张贴日",
                        "day on which it was posted: " + step.title_en});
      if (step.days) continue;
      inputs.push_back({"days." + step.name, InputType::Count, "天", false, "", step.title + "天数，文件没有规定",
                        "its days, which the document does not set: " + step.title_en});
    }
    return inputs;
  }

  Answer evaluate(const Given& given) const override {
    std::vector<std::string> missing;
    std::vector<std::string> unknown;
    std::optional<Date> free_from;
    std::optional<Date> latest;
    Computation computation;
    std::vector<JsonValue> items;
    for (const Step& step : steps_) {
      JsonMembers members{{"name", json_text(step.name)}};
      if (!given.has("posted." + step.name)) {
        missing.push_back(step.name);
        items.push_back(JsonValue::make_object(std::move(members)));
        continue;
      }
      const Date posted = given.date("posted." + step.name);
      members.emplace_back("posted", json_text(to_iso(posted)));
      if (latest && posted < *latest) computation.warnings.push_back(disorder(step, posted, *latest));
      latest = posted;
      if (const std::optional<std::int64_t> days = days_of(given, step)) {
        if (*days > kDaysMax) return refused(given.problem(PolicyOutcome::InputTooLarge, "days." + step.name, "≤ 3650"));
        if (*days > days_between(posted, last_day())) {
          return refused(given.problem(PolicyOutcome::ResultTooLarge, "posted." + step.name, ""));
        }
        const Date until = plus_days(posted, *days);
        members.emplace_back("until", json_text(to_iso(until)));
        free_from = free_from ? std::max(*free_from, until) : until;
        computation.formula += (computation.formula.empty() ? "" : "；") + step.title + " " + to_iso(posted) + " + " +
                               std::to_string(*days) + " 天 = " + to_iso(until);
      } else {
        unknown.push_back(step.name);
      }
      items.push_back(JsonValue::make_object(std::move(members)));
    }
    if (missing.empty() && unknown.empty() && free_from) {
      computation.result.emplace_back("free_from", json_text(to_iso(*free_from)));
    }
    add_counts(computation);
    computation.result.emplace_back("steps", JsonValue::make_array(std::move(items)));
    computation.result.emplace_back("missing", json_texts(missing));
    if (!unknown.empty()) computation.result.emplace_back("days_unknown", json_texts(unknown));
    if (computation.formula.empty()) computation.formula = "没有可计算的期限";
    return computation;
  }

 private:
  static std::optional<std::int64_t> days_of(const Given& given, const Step& step) {
    if (step.days) return step.days;
    if (!given.has("days." + step.name)) return std::nullopt;
    return given.count("days." + step.name);
  }

  /// The last day that there is.
  static Date last_day() { return *Date::from_civil(2999, 12, 31); }

  static Warning disorder(const Step& step, Date posted, Date latest) {
    return {step.title + "的张贴日 " + to_iso(posted) + " 早于前一次的 " + to_iso(latest),
            step.title_en + " was posted on " + to_iso(posted) + ", before the one ahead of it (" + to_iso(latest) + ")"};
  }

  void add_counts(Computation& computation) const {
    const auto announcements = std::count_if(steps_.begin(), steps_.end(), [](const Step& step) { return step.is_announcement; });
    computation.result.emplace_back("announcements", json_of(static_cast<std::int64_t>(announcements)));
    computation.result.emplace_back("notices", json_of(static_cast<std::int64_t>(steps_.size()) - announcements));
  }

  std::vector<Step> steps_;
};

std::unique_ptr<const RuleBody> read(const Parameters& parameters) {
  std::vector<Step> steps;
  parameters.refuse_repeated("steps", "name");
  for (const Parameters& item : parameters.objects("steps")) {
    Step step{item.text("name"), item.text("name"), item.text("name"), item.text("kind") == "announcement", {}};
    if (item.has("title")) step.title = item.text("title");
    step.title_en = item.has("title_en") ? item.text("title_en") : step.title;
    if (item.has("days")) step.days = item.integer("days", 0);
    steps.push_back(std::move(step));
  }
  return std::make_unique<Publicity>(std::move(steps));
}

}  // namespace

const Kind kPublicityKind{
    "publicity",
    "公示公告期限",
    "days of public notices",
    [] { return std::span<const Field>(kFields); },
    kResults,
    read,
    R"({"steps":[{"name":"village","title":"村公示","level":"village","kind":"notice","days":7},)"
    R"({"name":"county","title":"县公告","level":"county","kind":"announcement","days":7}]})",
    "posted.village=2016-05-01 posted.county=2016-05-10"};

}  // namespace mingzhang::policy
