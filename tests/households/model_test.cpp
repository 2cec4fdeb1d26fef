// SPDX-License-Identifier: Apache-2.0
// Thousands of random commands on a register and on its naive twin: the same answers, states and counts on every day.
#include <map>
#include <random>
#include <string>
#include <vector>

#include "base/json.h"
#include "households/census.h"
#include "tests/households/naive_register.h"
#include "tests/households/sample_register.h"
#include "tests/support/catch.h"
#include "tests/support/seed.h"

namespace mingzhang::tests {
namespace {

namespace hh = households;

/// A county of three townships with three villages each, twelve households and thirty people to pick from.
class RandomRegister {
 public:
  explicit RandomRegister(std::uint64_t seed) : random_(seed) {}

  int below(int bound) { return static_cast<int>(random_() % static_cast<std::uint64_t>(bound)); }
  bool one_in(int chance) { return below(chance) == 0; }
  template <class Values>
  auto pick(const Values& values) {
    return values[static_cast<std::size_t>(below(static_cast<int>(values.size())))];
  }

  static std::string township(int number) { return "52052610" + std::to_string(number); }
  static std::string village(int number) { return township(number / 3) + "20" + std::to_string(number % 3); }
  std::string any_village() { return village(below(9)); }
  std::string any_household() { return "H" + std::to_string(below(12)); }
  std::string any_person() { return "P" + std::to_string(below(30)); }
  Date any_day() { return date_of(below(kDays - 1)); }

  hh::Command next() {
    static const std::vector<std::string> kClasses = {"精准扶贫户", "政策保障户", "巩固提升户"};
    static const std::vector<std::string> kCauses = {"因病", "因学", "因灾"};
    switch (below(16)) {
      case 0: case 1: case 2: return registration();
      case 3: return hh::MoveHousehold{any_household(), any_day(), any_village(), "易地搬迁"};
      case 4: case 5: return hh::ClassifyHousehold{any_household(), any_day(), pick(kClasses)};
      case 6: return hh::ChangeCauses{any_household(), any_day(), {pick(kCauses)}};
      case 7: case 8: case 9:
        return hh::ChangeStatus{any_household(), any_day(), static_cast<hh::Status>(1 + below(5)), "核查"};
      case 10: return one_in(4) ? ending() : hh::Command(member(hh::MemberChange::Join));
      case 11: return one_in(10) ? hh::Command(hh::ErasePerson{any_person(), any_day(), "期满"})
                                 : hh::Command(member(hh::MemberChange::Leave));
      case 12: return member(hh::MemberChange::Leave);
      case 13: return member(hh::MemberChange::Join);
      default: return member(hh::MemberChange::Move);
    }
  }

 private:
  hh::Command ending() {
    hh::EndDivision end{any_village(), any_day(), one_in(3) ? "" : any_village()};
    if (one_in(3)) end.code = township(below(3));
    if (one_in(3)) end.merged_into = township(below(3));
    return end;
  }

  hh::Command registration() {
    hh::RegisterHousehold household = new_household(0, any_village(), "2014-01-01", 0);
    household.code = any_household();
    household.date = any_day();
    household.status = one_in(2) ? hh::Status::In : hh::Status::Identified;
    const int first = below(30);
    for (int index = 0; index <= below(3); ++index) {
      household.members.push_back({"P" + std::to_string((first + index) % 30), digest_of(first), "成员", index == 0});
    }
    return household;
  }

  hh::ChangeMember member(hh::MemberChange change) {
    hh::ChangeMember command;
    command.change = change;
    command.household = any_household();
    command.person = any_person();
    command.date = any_day();
    command.reason = "核查";
    if (change == hh::MemberChange::Join) command.digest = digest_of(below(100));
    if (change != hh::MemberChange::Join && one_in(2)) command.new_head = any_person();
    if (command.new_head == command.person) command.new_head.clear();
    if (change != hh::MemberChange::Leave) command.relation = "成员";
    if (change != hh::MemberChange::Leave) command.is_head = one_in(4);
    if (change == hh::MemberChange::Move) command.to_household = any_household();
    if (command.to_household == command.household) command.to_household = "H99";
    return command;
  }

  std::mt19937_64 random_;
};

struct World {
  explicit World(std::uint64_t seed) : random(seed) {
    add("520526", hh::DivisionLevel::County, "");
    for (int number = 0; number < 3; ++number) {
      add(RandomRegister::township(number), hh::DivisionLevel::Township, "520526");
    }
    for (int number = 0; number < 9; ++number) {
      add(RandomRegister::village(number), hh::DivisionLevel::Village, RandomRegister::township(number / 3));
    }
  }
  void add(const std::string& code, hh::DivisionLevel level, const std::string& parent) {
    run(hh::AddDivision{code, "样例", level, parent, date_of(0), hh::open_end()});
    naive.add_division(code, level, parent);
  }
  void run(const hh::Command& command) {
    hh::apply(command, static_cast<std::int64_t>(commands.size()), *current);
    current->forget_undo();
    commands.push_back(command);
  }
  std::string answer(const hh::Command& command) {
    const std::vector<Problem> problems = hh::check_request(command);
    return first_of(problems.empty() ? hh::check_state(command, *current) : problems);
  }

  RandomRegister random;
  MemoryRegisterStore store;
  std::unique_ptr<hh::HouseholdRegister> current = std::make_unique<hh::HouseholdRegister>(store);
  NaiveRegister naive;
  std::vector<hh::Command> commands;
};

/// Every household on this day as the twin has it.
void compare_day(World& world, int day) {
  const auto at = static_cast<std::size_t>(day);
  std::map<std::string, hh::Count> wanted;
  for (const auto& [code, household] : world.naive.all()) {
    if (day < household.registered) continue;
    INFO(code << " on day " << day);
    const hh::HouseholdState& state = world.current->household(code)->on(date_of(day));
    REQUIRE(state.household_class == household.household_class[at]);
    REQUIRE(state.status == household.status[at]);
    REQUIRE(state.causes == household.causes[at]);
    REQUIRE(state.persons == world.naive.persons_and_one(code, day).persons);  // INV-14
    REQUIRE(world.current->membership(code).persons_on(date_of(day)) == state.persons);
    const std::vector<std::string> path = world.naive.path(code, day);
    REQUIRE(path.size() == 3);  // INV-13: on every day in a village, a township and the county
    REQUIRE(world.current->divisions().on_day(state.division, date_of(day))->code == path.front());
    for (const std::string& division : path) wanted[division].add(state);
  }
  world.current->flush();
  for (const hh::DivisionCount& row : hh::roll_up(world.store, date_of(day), {})) {  // INV-17
    INFO(row.division.code << " on day " << day);
    REQUIRE(row.count == wanted[row.division.code]);
    wanted.erase(row.division.code);
  }
  REQUIRE(wanted.empty());
}

void compare_span(World& world) {
  const int from = 1 + world.random.below(kDays - 3);
  const int to = from + 1 + world.random.below(kDays - 1 - from);
  std::string division;
  if (!world.random.one_in(3)) division = world.random.any_village();
  if (world.random.one_in(3)) division = RandomRegister::township(world.random.below(3));
  INFO("days " << from << " to " << to << " in '" << division << "'");
  const hh::MovementTable table = hh::movement_table(world.store, date_of(from), date_of(to), division);
  REQUIRE(table.opening == world.naive.listed(division, from - 1));
  REQUIRE(table.closing == world.naive.listed(division, to - 1));
  REQUIRE(table.opening.households + table.net().households == table.closing.households);
  REQUIRE(table.opening.persons + table.net().persons == table.closing.persons);
  const auto wanted = world.naive.movements(division, from, to);
  for (int movement = 1; movement <= 8; ++movement) {
    const auto one = static_cast<hh::Movement>(movement);
    INFO(hh::word_of(one));
    const auto found = wanted.find(one);
    REQUIRE(table.of(one) == (found == wanted.end() ? hh::Count() : found->second));
  }
}

/// Another register, filled from the records alone.
std::vector<std::string> replayed(const std::vector<hh::Command>& commands) {
  MemoryRegisterStore store;
  hh::HouseholdRegister current(store);
  std::int64_t seq = 0;
  for (const hh::Command& command : commands) {
    const auto data = parse_canonical_json(hh::record_data_of(command));
    REQUIRE(data.has_value());
    const auto decoded = hh::decode_command(hh::record_kind_of(command), *data);
    REQUIRE(decoded.has_value());
    hh::apply(*decoded, seq++, current);
  }
  current.flush();
  return store.dump();
}

}  // namespace

TEST_CASE("INV-13 INV-14 INV-15 INV-16 INV-17 a register and its naive twin agree after any commands",
          "[households][model]") {
  constexpr int kSteps = 1'500;
  std::map<std::string, int> answers;
  std::map<std::string_view, int> done;
  for (std::uint64_t round = 0; round < 3; ++round) {
    World world(run_seed() + round);
    for (int step = 0; step < kSteps; ++step) {
      const hh::Command command = world.random.next();
      const std::string answer = world.answer(command);
      INFO("step " << step << ", " << hh::record_kind_of(command) << " " << hh::record_data_of(command));
      REQUIRE(answer == world.naive.answer(command));
      ++answers[answer];
      if (answer != "Ok") continue;
      const auto mark = world.current->mark();
      hh::apply(command, 7777, *world.current);
      world.current->undo_to(mark);  // done, taken back, and done again
      world.run(command);
      world.naive.apply(command);
      ++done[hh::record_kind_of(command)];
      if (world.random.one_in(8)) compare_day(world, world.random.below(kDays));
      if (world.random.one_in(8)) world.current->flush();
      if (world.random.one_in(20)) world.current = std::make_unique<hh::HouseholdRegister>((world.current->flush(), world.store));
    }
    for (int day = 0; day < kDays; ++day) compare_day(world, day);
    for (int span = 0; span < 100; ++span) compare_span(world);
    REQUIRE(first_difference(world.store.dump(), replayed(world.commands)) == "");  // INV-09
  }
  // The test would mean little if most commands were refused, or if one kind was never done.
  for (const auto& [name, count] : answers) UNSCOPED_INFO(name << " " << count);
  for (const auto& [kind, count] : done) UNSCOPED_INFO(kind << " " << count);
  CHECK(answers["Ok"] > 150);
  CHECK(answers.size() > 15);
  for (const char* kind : {"division_end/v1", "household/v1", "household_move/v1", "household_class/v1",
                           "household_cause/v1", "household_status/v1", "member_change/v1", "erasure/v1"}) {
    INFO(kind);
    CHECK(done[kind] > 0);
  }
}

}  // namespace mingzhang::tests
