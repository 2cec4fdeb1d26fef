// SPDX-License-Identifier: Apache-2.0
// What a command says, for the person who has to approve it.
#pragma once

#include <string>

#include "service/command.h"

namespace mingzhang::service {

/// What the command's record will say, a member a line, amounts in yuan; of a long list the first 20 items and how many
/// there are. Ends with a line break. Requires a command that is no voucher.
/// Example: "事项 command allocation/v1\n  合计 total: 300.00\n  对象 targets: 2 项 items\n    金额 amount 100.00，…\n".
std::string command_text(const Command& command);

}  // namespace mingzhang::service
