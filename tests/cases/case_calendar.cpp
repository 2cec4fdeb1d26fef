// SPDX-License-Identifier: Apache-2.0
// Make-up workdays of a case against our work calendar, day by day.
#include <algorithm>
#include <fstream>

#include "loans/work_calendar.h"
#include "tests/cases/case_compare.h"
#include "tests/cases/case_inputs.h"

namespace mingzhang::tests {
namespace {

void add_days(const nlohmann::json& year, const char* key, std::vector<Date>& days) {
  if (!year.contains(key)) return;
  for (const auto& day : year.at(key)) days.push_back(case_date(day.get<std::string>()));
}

struct Years {
  loans::WorkCalendar calendar;
  Date first;
  Date last;
};

/// The days of the project's own pack, as terms of a loan would name them.
Years own_calendar() {
  std::ifstream file(MINGZHANG_SOURCE_DIR "/policy/packs/work-calendar-2014.json", std::ios::binary);
  if (!file) throw Unsupported("no work calendar beside the program");
  const auto pack = nlohmann::json::parse(file);
  Years years;
  years.calendar.weekend = {5, 6};
  const auto& listed = pack.at("rules").at(0).at("parameters").at("years");
  for (const auto& year : listed) {
    add_days(year, "holidays", years.calendar.holidays);
    add_days(year, "workdays", years.calendar.make_up);
  }
  years.first = case_date(listed.front().at("year").dump() + "-01-01");
  years.last = case_date(listed.back().at("year").dump() + "-12-31");
  return years;
}

}  // namespace

bool is_calendar_case(const nlohmann::json& inputs) {
  return inputs.value("description", "").starts_with("Weekend days that are WORKING days");
}

std::string first_calendar_difference(const nlohmann::json& object) {
  const Years years = own_calendar();
  std::vector<std::string> worked;
  for (Date day = years.first; day <= years.last; day = plus_days(day, 1)) {
    if (loans::weekday_of(day) >= 5 && loans::is_working_day(years.calendar, day)) worked.push_back(to_iso(day));
  }
  std::vector<std::string> wanted = object.at("expected").get<std::vector<std::string>>();
  std::sort(wanted.begin(), wanted.end());
  const auto [want, got] = std::mismatch(wanted.begin(), wanted.end(), worked.begin(), worked.end());
  if (want == wanted.end() && got == worked.end()) return "";
  return "working weekend: wanted " + (want == wanted.end() ? "none" : *want) + ", got " + (got == worked.end() ? "none" : *got);
}

}  // namespace mingzhang::tests
