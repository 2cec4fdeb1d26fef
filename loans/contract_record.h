// SPDX-License-Identifier: Apache-2.0
// A contract as canonical JSON: what stands in its record, and in the projection of the loan.
#pragma once

#include <optional>
#include <string>

#include "base/json.h"
#include "loans/loan.h"

namespace mingzhang::loans {

/// One object with everything that the schedule depends on. What has its usual value is left out; amounts are fen, rates
/// 10^-8 a year, days ISO 8601, words those of the terms document.
/// Tranches are not in it: what is paid out is a step of its own.
std::string encode_contract(const Contract& contract);

/// The inverse; nothing where it is anything that `encode_contract` would not write.
std::optional<Contract> decode_contract(const JsonValue& value);

}  // namespace mingzhang::loans
