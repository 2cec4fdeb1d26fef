// SPDX-License-Identifier: Apache-2.0
// INV-26: a book has one version of a pack on a day, and the record of its adoption holds the pack.
#include <functional>
#include <string>
#include <vector>

#include "policy/adoption_commands.h"
#include "policy/policy_outcome.h"
#include "tests/support/aborts.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {
namespace {

using policy::Adoption;
using policy::Adoptions;
using policy::AdoptPack;
using policy::EndPack;

Date day(const char* iso) { return *parse_date(iso); }

/// Rows in memory; writes are counted.
class MemoryAdoptions final : public policy::AdoptionStore {
 public:
  std::vector<Adoption> rows;
  std::size_t inserted = 0;
  std::size_t updated = 0;

  std::vector<Adoption> adoptions() override { return rows; }
  void insert_adoptions(std::span<const Adoption> more) override {
    inserted += more.size();
    rows.insert(rows.end(), more.begin(), more.end());
  }
  void update_adoptions(std::span<const Adoption> changed) override {
    updated += changed.size();
    for (const Adoption& one : changed) rows.at(static_cast<std::size_t>(one.id - 1)) = one;
  }
};

AdoptPack adopt(std::int64_t version, const char* from, const char* to) {
  AdoptPack command;
  command.pack = "site-2016";
  command.version = version;
  command.digest = std::string(64, 'd');
  command.validity.from = day(from);
  if (*to != '\0') command.validity.to = day(to);
  command.content = R"({"pack":"site-2016","version":)" + std::to_string(version) + "}";
  return command;
}

std::string first_of(const std::vector<Problem>& problems) {
  return problems.empty() ? "Ok" : std::string(problems.front().info->name);
}

std::string answer(const policy::Command& command, const Adoptions& adoptions) {
  const std::vector<Problem> found = policy::check_request(command);
  return first_of(found.empty() ? policy::check_state(command, adoptions) : found);
}

void run(const policy::Command& command, std::int64_t seq, Adoptions& adoptions) {
  REQUIRE(answer(command, adoptions) == "Ok");
  policy::apply(command, seq, adoptions);
}

template <class Command>
struct Row {
  std::string outcome;
  std::function<void(Command&)> repair;
};

}  // namespace

TEST_CASE("an adoption is refused for each of its reasons, in their order", "[policy][adoption]") {
  MemoryAdoptions store;
  Adoptions adoptions(store);
  run(adopt(1, "2016-01-01", "2016-07-01"), 5, adoptions);
  AdoptPack worst = adopt(0, "2016-06-30", "2016-06-30");
  worst.pack = "Site";
  worst.content = R"({"version":1, "pack":"site-2016"})";
  const std::vector<Row<AdoptPack>> rows{
      {"IdBad", [](AdoptPack& c) { c.pack = "site-2016"; }},
      {"NumberBad", [](AdoptPack& c) { c.version = 2; }},
      {"AdoptionContentBad", [](AdoptPack& c) { c.content = R"({"pack":"site-2017","version":2})"; }},
      {"AdoptionContentBad", [](AdoptPack& c) { c.content = R"({"pack":"site-2016","version":3})"; }},
      {"AdoptionContentBad", [](AdoptPack& c) { c.content = R"({"note":"11010519491231002X","pack":"site-2016","version":2})"; }},
      {"AdoptionContentBad", [](AdoptPack& c) { c.content = R"({"pack":"site-2016","version":2})"; }},
      {"AdoptionEmpty", [](AdoptPack& c) { c.validity.to = day("2016-12-31"); }},
      {"AdoptionOverlaps", [](AdoptPack& c) { c.validity.from = day("2016-07-01"); }},
  };
  for (const Row<AdoptPack>& row : rows) {
    INFO(row.outcome);
    CHECK(answer(worst, adoptions) == row.outcome);
    row.repair(worst);
  }
  CHECK(answer(worst, adoptions) == "Ok");
}

TEST_CASE("what is too deep for a record is no content", "[policy][adoption]") {
  MemoryAdoptions store;
  const Adoptions adoptions(store);
  AdoptPack command = adopt(1, "2016-01-01", "");
  const auto nested = [&command](int levels) {
    command.content = R"({"deep":)" + std::string(static_cast<std::size_t>(levels), '[') +
                      std::string(static_cast<std::size_t>(levels), ']') + R"(,"pack":"site-2016","version":1})";
  };
  nested(13);  // 13 lists in the pack in the data in the record: 16 levels
  CHECK(answer(command, adoptions) == "Ok");
  nested(14);
  CHECK(answer(command, adoptions) == "AdoptionContentBad");
}

TEST_CASE("the use of a pack ends earlier, never later", "[policy][adoption]") {
  MemoryAdoptions store;
  Adoptions adoptions(store);
  run(adopt(1, "2016-01-01", ""), 5, adoptions);
  EndPack worst{"Site", day("2016-01-01"), ""};
  const std::vector<Row<EndPack>> rows{
      {"IdBad", [](EndPack& c) { c.pack = "site-2017"; }},
      {"TextBad", [](EndPack& c) { c.reason = "11010519491231002X"; }},
      {"TextBad", [](EndPack& c) { c.reason = "新文件"; }},
      {"AdoptionUnknown", [](EndPack& c) { c.pack = "site-2016"; }},
      {"AdoptionUnknown", [](EndPack& c) { c.to = day("2016-01-02"); }},
  };
  for (const Row<EndPack>& row : rows) {
    INFO(row.outcome);
    CHECK(answer(worst, adoptions) == row.outcome);
    row.repair(worst);
  }
  run(EndPack{"site-2016", day("2017-01-01"), "新文件"}, 6, adoptions);
  CHECK(answer(EndPack{"site-2016", day("2017-01-01"), "新文件"}, adoptions) == "AdoptionUnknown");
  CHECK(answer(EndPack{"site-2016", day("2018-01-01"), "新文件"}, adoptions) == "AdoptionUnknown");
  run(EndPack{"site-2016", day("2016-12-31"), "新文件"}, 7, adoptions);
  run(adopt(2, "2016-12-31", ""), 8, adoptions);
  CHECK(adoptions.in_force("site-2016", day("2016-12-30"))->version == 1);
  CHECK(adoptions.in_force("site-2016", day("2016-12-31"))->version == 2);
  CHECK(adoptions.in_force("site-2016", day("2015-12-31")) == nullptr);
  CHECK(adoptions.in_force("site-2017", day("2016-12-31")) == nullptr);
}

TEST_CASE("adoptions are taken back and written once", "[policy][adoption]") {
  MemoryAdoptions store;
  Adoptions adoptions(store);
  run(adopt(1, "2016-01-01", ""), 5, adoptions);
  adoptions.flush();
  const Adoptions::Mark mark = adoptions.mark();
  run(EndPack{"site-2016", day("2016-07-01"), "新文件"}, 6, adoptions);
  run(adopt(2, "2016-07-01", ""), 7, adoptions);
  adoptions.undo_to(mark);
  adoptions.flush();
  CHECK(store.inserted == 1);
  CHECK(store.updated == 0);
  run(EndPack{"site-2016", day("2016-07-01"), "新文件"}, 6, adoptions);
  run(adopt(2, "2016-07-01", ""), 7, adoptions);
  adoptions.flush();
  adoptions.flush();
  CHECK(store.inserted == 2);
  CHECK(store.updated == 1);
  const Adoptions again(store);
  REQUIRE(again.all().size() == 2);
  CHECK(again.all()[0].validity.to == day("2016-07-01"));
  CHECK(again.all()[1].id == 2);
  CHECK(again.all()[1].seq == 7);
}

TEST_CASE("a second version on the same days past the checks stops the program (INV-26)", "[policy][adoption]") {
  CHECK(aborts([] {
    MemoryAdoptions store;
    Adoptions adoptions(store);
    policy::apply(adopt(1, "2016-01-01", ""), 5, adoptions);
    policy::apply(adopt(2, "2016-12-31", ""), 6, adoptions);
  }));
}

TEST_CASE("records of adoptions have the bytes that are written down here, and one form only", "[policy][record]") {
  const std::string digest(64, 'd');
  struct Form {
    policy::Command command;
    std::string kind;
    std::string bytes;
  };
  const std::vector<Form> forms{
      {adopt(1, "2016-01-01", "2017-01-01"), "pack_adoption/v1",
       R"({"content":{"pack":"site-2016","version":1},"digest":")" + digest +
           R"(","from":"2016-01-01","pack":"site-2016","to":"2017-01-01","version":1})"},
      {adopt(1, "2016-01-01", ""), "pack_adoption/v1",
       R"({"content":{"pack":"site-2016","version":1},"digest":")" + digest +
           R"(","from":"2016-01-01","pack":"site-2016","version":1})"},
      {EndPack{"site-2016", day("2017-01-01"), "新文件"}, "pack_end/v1",
       R"({"pack":"site-2016","reason":"新文件","to":"2017-01-01"})"},
  };
  for (const Form& form : forms) {
    INFO(form.bytes);
    CHECK(policy::record_kind_of(form.command) == form.kind);
    CHECK(policy::record_data_of(form.command) == form.bytes);
    const JsonValue data = *parse_canonical_json(form.bytes);
    const auto decoded = policy::decode_command(form.kind, data);
    REQUIRE(decoded.has_value());
    CHECK(policy::record_data_of(*decoded) == form.bytes);
    for (const auto& left_out : data.members()) {
      const std::string& key = left_out.first;
      auto members = data.members();
      std::erase_if(members, [&key](const auto& member) { return member.first == key; });
      INFO("without " << key);
      const bool is_optional = key == "to" && form.kind == "pack_adoption/v1";
      CHECK(policy::decode_command(form.kind, JsonValue::make_object(std::move(members))).has_value() == is_optional);
    }
    auto members = data.members();
    members.emplace_back("zzz", JsonValue::make_integer(1));
    CHECK_FALSE(policy::decode_command(form.kind, JsonValue::make_object(std::move(members))).has_value());
    CHECK_FALSE(policy::decode_command("pack/v1", data).has_value());
  }
}

}  // namespace mingzhang::tests
