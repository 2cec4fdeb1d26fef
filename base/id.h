// SPDX-License-Identifier: Apache-2.0
// Strong ids: an account's number cannot be passed where a fund's number is wanted.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace mingzhang {

/// An integer id that belongs to `Tag`. Zero means "none".
template <class Tag>
struct Id {
  std::int64_t value = 0;
  constexpr bool is_none() const { return value == 0; }
  friend constexpr auto operator<=>(Id, Id) = default;
};

}  // namespace mingzhang

template <class Tag>
struct std::hash<mingzhang::Id<Tag>> {
  std::size_t operator()(mingzhang::Id<Tag> id) const noexcept { return std::hash<std::int64_t>()(id.value); }
};
