// SPDX-License-Identifier: Apache-2.0
// The options that describe one voucher, shared by posting and submitting.
#pragma once

#include <vector>

#include "cli/verb.h"
#include "service/setup/setup.h"

namespace mingzhang::cli {

std::vector<OptionSpec> voucher_options();
/// Requires values of a verb with `voucher_options`.
service::NewVoucher new_voucher(const Values& values);

}  // namespace mingzhang::cli
