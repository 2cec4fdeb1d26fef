// SPDX-License-Identifier: Apache-2.0
// Lists that were paid before their publicity had lasted long enough (公示不足即发放).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "suspicion/hit.h"

namespace mingzhang::suspicion {

/// A list and its payment.
struct PaidList {
  Date submitted;
  Date publicity_end;  ///< first day on which it may be paid, as the list says; the day of the list: there was none
  Date paid;
  Money amount;
  Source source;
};

/// Lists paid before their own publicity ended, without publicity, or with less than `days` between list and end.
/// Example: list of 1 April, publicity to 8 April, 10 days wanted → 7 days, a hit; to 11 April → none.
std::vector<Hit> short_publicity(std::span<const PaidList> lists, std::int64_t days);

}  // namespace mingzhang::suspicion
