// SPDX-License-Identifier: Apache-2.0
// work_calendar: which days are worked: weekends, holidays, and weekends worked in exchange 调休.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "policy/kind_list.h"

namespace mingzhang::policy {
namespace {

constexpr std::array kYearFields{
    Field{"year", FieldType::Integer, true, "年份", "the year", {}, nullptr, 1'900, 2'999},
    Field{"holidays", FieldType::Dates, false, "放假的星期一至五", "days off from Monday to Friday"},
    Field{"workdays", FieldType::Dates, false, "上班的星期六、日（调休）", "Saturdays and Sundays that are worked"},
    Field{"complete", FieldType::Boolean, true, "本年放假和调休是否已全部列出", "whether all of the year's days are listed"},
};

constexpr std::array kFields{
    Field{"years", FieldType::Objects, true, "各年，按先后", "the years, in their order", {},
          [] { return std::span<const Field>(kYearFields); }},
};

constexpr std::array kResults{
    ResultMember{"workday", "true | false", "是否工作日", "whether it is a working day"},
    ResultMember{"why", "weekday | weekend | holiday | make_up", "平日、周末、放假、调休上班", "why"},
    ResultMember{"next_workday", "date", "这一天以后的第一个工作日", "the first working day after it"},
    ResultMember{"previous_workday", "date", "这一天以前的最后一个工作日", "the last working day before it"},
    ResultMember{"known", "true | false", "这一年是否已全部列出", "whether all days of that year are listed"},
};

class WorkCalendar : public RuleBody {
 public:
  std::set<Date> holidays;
  std::set<Date> workdays;
  std::map<int, bool> is_complete;  ///< by year

  std::vector<Input> inputs() const override {
    return {{"date", InputType::Date, "", false, "", "哪一天；省去则为计算日", "the day; that of evaluation where left out"}};
  }

  Answer evaluate(const Given& given) const override {
    const Date day = given.has("date") ? given.date("date") : given.day();
    const std::string why = why_of(day);
    Computation computation;
    computation.result = {{"workday", json_flag(is_workday(day))}, {"why", json_text(why)}, {"known", json_flag(is_known(day))}};
    bool is_sure = is_known(day);
    for (const int step : {1, -1}) {
      const std::optional<Date> found = nearest(day, step);
      if (!found) continue;
      is_sure = is_sure && is_known(*found);
      computation.result.emplace_back(step == 1 ? "next_workday" : "previous_workday", json_text(to_iso(*found)));
    }
    computation.formula = to_iso(day) + " 星期" + weekday_text(day) + "，" + text_of(why);
    if (!is_sure) {
      computation.warnings.push_back({"日历没有列全有关年份的放假和调休，只按星期判断，请核对",
                                      "the calendar does not list all days of these years; judged by the day of the week, check it"});
    }
    return computation;
  }

 private:
  /// 0 Monday … 6 Sunday. 1970-01-01 was a Thursday.
  static int weekday(Date day) { return static_cast<int>(((day.days() + 3) % 7 + 7) % 7); }

  static std::string weekday_text(Date day) {
    static constexpr std::array<const char*, 7> kNames{"一", "二", "三", "四", "五", "六", "日"};
    return kNames.at(static_cast<std::size_t>(weekday(day)));
  }

  static std::string text_of(const std::string& why) {
    if (why == "holiday") return "放假";
    if (why == "make_up") return "调休上班";
    return why == "weekend" ? "周末" : "工作日";
  }

  std::string why_of(Date day) const {
    if (holidays.contains(day)) return "holiday";
    if (workdays.contains(day)) return "make_up";
    constexpr int kSaturday = 5;
    return weekday(day) >= kSaturday ? "weekend" : "weekday";
  }

  bool is_workday(Date day) const {
    const std::string why = why_of(day);
    return why == "weekday" || why == "make_up";
  }

  bool is_known(Date day) const {
    const auto found = is_complete.find(day.year());
    return found != is_complete.end() && found->second;
  }

  /// Nothing where the calendar of the program ends first, or two months have no working day.
  std::optional<Date> nearest(Date day, int step) const {
    constexpr int kDaysMost = 62;
    const Date first = *Date::from_civil(1900, 1, 1);
    const Date last = *Date::from_civil(2999, 12, 31);
    for (int i = 0; i < kDaysMost && day != (step > 0 ? last : first); ++i) {
      day = plus_days(day, step);
      if (is_workday(day)) return day;
    }
    return std::nullopt;
  }
};

/// Puts the days of the list `key` into `days`. Reports those of another year and those that stand twice.
void read_days(const Parameters& item, std::string_view key, int year, WorkCalendar& calendar, std::set<Date>& days) {
  for (const Date day : item.dates(key)) {
    if (item.is_sound("year") && day.year() != year) item.refuse(PolicyOutcome::NumberBad, key, to_iso(day) + "; " + std::to_string(year));
    if (calendar.holidays.contains(day) || calendar.workdays.contains(day)) item.refuse(PolicyOutcome::NameTwice, key, to_iso(day));
    days.insert(day);
  }
}

std::unique_ptr<const RuleBody> read(const Parameters& parameters) {
  auto body = std::make_unique<WorkCalendar>();
  for (const Parameters& item : parameters.objects("years")) {
    const int year = static_cast<int>(item.integer("year", 0));
    if (item.has("year") && item.is_sound("year") && !body->is_complete.empty() && year <= body->is_complete.rbegin()->first) {
      item.refuse(PolicyOutcome::StepsDisordered, "year", std::to_string(year));
    }
    read_days(item, "holidays", year, *body, body->holidays);
    read_days(item, "workdays", year, *body, body->workdays);
    body->is_complete[year] = item.flag("complete", false);
  }
  return body;
}

}  // namespace

const Kind kWorkCalendarKind{
    "work_calendar",
    "工作日历",
    "a calendar of working days",
    [] { return std::span<const Field>(kFields); },
    kResults,
    read,
    R"({"years":[{"year":2016,"holidays":["2016-10-03","2016-10-04","2016-10-05","2016-10-06","2016-10-07"],)"
    R"("workdays":["2016-10-08","2016-10-09"],"complete":false}]})",
    "date=2016-10-08"};

}  // namespace mingzhang::policy
