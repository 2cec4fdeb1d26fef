// SPDX-License-Identifier: Apache-2.0
// Contract of every driver: the rows of adopted packs.
#include <string>
#include <vector>

#include "base/world_error.h"
#include "policy/adoption.h"
#include "tests/store/contract.h"
#include "tests/store/sample.h"
#include "tests/support/catch.h"

namespace mingzhang::contract {
namespace {

/// Every number differs; the first has an end, the second none.
std::vector<policy::Adoption> adoptions() {
  return {{1, "site-2016", 3, std::string(64, 'a'), {day(2016, 1, 1), day(2016, 12, 31)}, 11},
          {2, "site-2017", 4, std::string(64, 'b'), {day(2017, 1, 1), std::nullopt}, 12}};
}

std::string text_of(const std::vector<policy::Adoption>& rows) {
  std::string text;
  for (const policy::Adoption& one : rows) {
    text += std::to_string(one.id) + " " + one.pack + " " + std::to_string(one.version) + " " + one.digest + " " +
            to_text(one.validity) + " " + std::to_string(one.seq) + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("adopted packs come back as they were written, of their own book only", "[store][contract]") {
  OneBook one;
  const ledger::BookId other = add_book(*one.store, "other");
  const auto rows = one.store->adoptions_of(one.book.value);
  CHECK(rows->adoptions().empty());
  write(*one.store, [&] { rows->insert_adoptions(adoptions()); });
  CHECK(text_of(rows->adoptions()) == text_of(adoptions()));
  CHECK(one.store->adoptions_of(other.value)->adoptions().empty());

  std::vector<policy::Adoption> changed{adoptions()[1]};
  changed[0].validity.to = day(2018, 1, 1);
  write(*one.store, [&] { rows->update_adoptions(changed); });
  CHECK(text_of(rows->adoptions()) == text_of({adoptions()[0], changed[0]}));
}

TEST_CASE("an adoption is not written twice, and none that is missing is changed", "[store][contract]") {
  OneBook one;
  const auto rows = one.store->adoptions_of(one.book.value);
  write(*one.store, [&] { rows->insert_adoptions(adoptions()); });
  one.store->begin_write();
  CHECK_THROWS_AS(finish(*one.store, [&] { rows->insert_adoptions(adoptions()); }), store::ConstraintViolation);
  one.store->rollback();
  std::vector<policy::Adoption> missing{adoptions()[0]};
  missing[0].id = 3;
  one.store->begin_write();
  CHECK_THROWS_AS(finish(*one.store, [&] { rows->update_adoptions(missing); }), WorldError);
  one.store->rollback();
}

}  // namespace mingzhang::contract
