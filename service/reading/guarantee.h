// SPDX-License-Identifier: Apache-2.0
// Lists of guarantee pools, their headroom, and what a deposit could carry.
#pragma once

#include <string>

#include "service/reading/lists.h"
#include "service/reading/reading.h"

namespace mingzhang::service {

/// Every pool with deposit, capacity, cover, headroom and state; the last row adds them up.
TextResult list_pools(const BookPlace& place, Format format);
/// One pool and every movement of its deposit.
TextResult show_pool(const BookPlace& place, const std::string& code, Format format);

/// What-if: for each multiple from 5 to 10 what `deposit` carries and which deposit `target` needs. Amounts in yuan.
/// Example: deposit 500,000,000.00 and target 5,000,000,000.00 → at 10 times nothing is missing.
TextResult what_if(const std::string& deposit, const std::string& target, Format format);
/// The same for the deposit and the cover of a pool.
TextResult what_if_of_pool(const BookPlace& place, const std::string& code, const std::string& target, Format format);

}  // namespace mingzhang::service
