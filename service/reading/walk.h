// SPDX-License-Identifier: Apache-2.0
// The walk of one yuan by the words that a person types.
#pragma once

#include <string>

#include "service/reading/lists.h"
#include "service/reading/reading.h"

namespace mingzhang::service {

/// From where to walk: exactly one of them is given.
struct WalkQuery {
  std::string document;   ///< 文号 of indicators
  std::string household;  ///< opaque code
  std::string voucher;    ///< e.g. "2016-04/付/3"
};

/// The rendered walk. What leads nowhere is refused as not found.
TextResult walk_money(const BookPlace& place, const WalkQuery& query, Format format);

}  // namespace mingzhang::service
