// SPDX-License-Identifier: Apache-2.0
// Compares and writes validities.
#include "policy/validity.h"

namespace mingzhang::policy {

bool Validity::overlaps(const Validity& other) const {
  return (!to || other.from < *to) && (!other.to || from < *other.to);
}

std::string to_text(const Validity& validity) {
  const std::string from = to_iso(validity.from) + " –";
  return validity.to ? from + " " + to_iso(plus_days(*validity.to, -1)) : from;
}

}  // namespace mingzhang::policy
