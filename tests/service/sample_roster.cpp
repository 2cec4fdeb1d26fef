// SPDX-License-Identifier: Apache-2.0
// Builds synthetic rows.
#include "tests/service/sample_roster.h"

#include <array>

#include "service/setup/register_setup.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {

std::string synthetic_id_number(int number) {
  constexpr std::array<int, 17> kWeights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  constexpr const char* kCheck = "10X98765432";
  std::string text = "999999" + std::to_string(1950 + number / 1000 % 50) + "0101" + std::to_string(1000 + number % 1000).substr(1);
  int sum = 0;
  for (std::size_t i = 0; i < kWeights.size(); ++i) sum += kWeights[i] * (text[i] - '0');
  return text + kCheck[sum % 11];
}

std::string roster_row(int household, int person, bool is_head, const std::string& division) {
  const std::string number = std::to_string(100000 + person);
  return "H" + std::to_string(100000 + household) + "," + division + ",精准扶贫户,in,2016-03-01,因病、因学,P" + number +
         ",合成" + std::to_string(person) + "," + synthetic_id_number(person) + (is_head ? ",户主,是" : ",子女,否") +
         ",,13900" + number + "\r\n";
}

void add_sample_divisions(Desk& desk) {
  service::Request request;
  request.book = kBook;
  request.key = "divisions";
  request.by = "maker";
  request.commands.push_back(*service::add_division({"520526", "某县", "county", "", "2010-01-01", ""}));
  request.commands.push_back(*service::add_division({"520526100", "某乡", "township", "520526", "2010-01-01", ""}));
  request.commands.push_back(*service::add_division({"520526100201", "某村", "village", "520526100", "2010-01-01", ""}));
  REQUIRE(code_of(desk.submit(request)) == "");
}

service::RosterResult import_roster(Desk& desk, const std::string& csv, const std::string& key) {
  service::RosterOptions options;
  options.book = kBook;
  options.by = "maker";
  options.key = key;
  return service::import_households(csv, options, service::faces_of(desk.database()), desk.writer(), {});
}

std::string codes_of(const std::vector<service::ImportProblem>& problems) {
  std::string text;
  for (const service::ImportProblem& problem : problems) {
    if (!text.empty()) text += ' ';
    text += std::string(problem.problem.info->code) + "@" + std::to_string(problem.row);
    if (!problem.column.empty()) text += "/" + problem.column;
  }
  return text;
}

}  // namespace mingzhang::tests
