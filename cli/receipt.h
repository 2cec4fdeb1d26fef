// SPDX-License-Identifier: Apache-2.0
// What is shown after something was booked.
#pragma once

#include <string>
#include <vector>

#include "service/request.h"

namespace mingzhang::cli {

/// One object: book, dry_run, first_seq, is_repeat, leaf_sha256, leaf_sm3, records, and vouchers with their names.
std::string receipt_json(const service::Receipt& receipt, const std::vector<std::string>& vouchers, bool is_dry_run);
/// The same in sentences, Chinese first.
std::string receipt_text(const service::Receipt& receipt, const std::vector<std::string>& vouchers, bool is_dry_run);

}  // namespace mingzhang::cli
