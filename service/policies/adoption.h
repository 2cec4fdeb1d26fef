// SPDX-License-Identifier: Apache-2.0
// A book's own packs: adopting one, ending its use, and seeing which hold.
#pragma once

#include <string>

#include "service/policies/shelf.h"
#include "service/reading/lists.h"
#include "service/request.h"

namespace mingzhang::service {

/// The first day and the first day without it; `to` may be empty.
struct AdoptionDays {
  std::string from;
  std::string to;
};

/// Adopts a pack, which is loaded and checked for it: all that is wrong with it is refused, by JSON path. Of several
/// versions the highest that is in force on the first day.
NewCommand adopt_pack(const PackChoice& choice, const AdoptionDays& days);
/// Ends the use of a pack; `to` is the first day without it.
NewCommand end_pack(const std::string& pack, const std::string& to, const std::string& reason);
/// The packs that the book has adopted, with their days, digests and records.
TextResult list_adopted(const BookPlace& place, Format format);

}  // namespace mingzhang::service
