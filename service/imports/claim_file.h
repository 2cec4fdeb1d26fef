// SPDX-License-Identifier: Apache-2.0
// Reading the list of loans that a bank claims compensation for.
#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "guarantee/claim_commands.h"
#include "service/request.h"

namespace mingzhang::service {

/// loan (贷款编号), principal (代偿本金), days_overdue (逾期天数) and evidence (凭据, a SHA-256) must be there; interest
/// (代偿利息) may be. Problems as of `read_grid`.
Result<std::vector<guarantee::ClaimedRow>, Refusal> read_claim_file(std::string_view file_bytes);

}  // namespace mingzhang::service
