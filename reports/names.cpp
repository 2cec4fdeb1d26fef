// SPDX-License-Identifier: Apache-2.0
// Tables from ids to places.
#include "reports/names.h"

#include <algorithm>

#include "base/check.h"

namespace mingzhang::reports {

namespace {

constexpr std::size_t kNoPlace = static_cast<std::size_t>(-1);

template <class Rows>
std::vector<std::size_t> places_of(const Rows& rows) {
  std::vector<std::size_t> places;
  for (std::size_t place = 0; place < rows.size(); ++place) {
    MZ_CHECK(rows[place].id.value >= 0);
    const auto id = static_cast<std::size_t>(rows[place].id.value);
    if (places.size() <= id) places.resize(std::max(id + 1, rows.size() + 1), kNoPlace);
    places[id] = place;
  }
  return places;
}

std::size_t place_of(const std::vector<std::size_t>& places, std::int64_t id) {
  MZ_CHECK(id >= 0 && static_cast<std::size_t>(id) < places.size());
  const std::size_t place = places[static_cast<std::size_t>(id)];
  MZ_CHECK(place != kNoPlace);
  return place;
}

}  // namespace

Names::Names(ledger::LedgerStore& store) : accounts_(store.accounts()), funds_(store.funds()) {
  account_places_ = places_of(accounts_);
  funds_.insert(funds_.begin(), ledger::Fund{});
  std::sort(funds_.begin(), funds_.end(), [](const ledger::Fund& a, const ledger::Fund& b) { return a.code < b.code; });
  fund_places_ = places_of(funds_);
}

std::size_t Names::account_place(ledger::AccountId id) const {
  return place_of(account_places_, id.value);
}

int Names::level_of(ledger::AccountId id) const {
  int level = 0;
  for (ledger::AccountId above = account(id).parent; !above.is_none(); above = account(above).parent) ++level;
  return level;
}

std::string_view Names::fund_code(ledger::FundId id) const {
  return funds_[fund_place(id)].code;
}
std::string_view Names::fund_name(ledger::FundId id) const {
  return funds_[fund_place(id)].name;
}
std::size_t Names::fund_place(ledger::FundId id) const {
  return place_of(fund_places_, id.value);
}

}  // namespace mingzhang::reports
