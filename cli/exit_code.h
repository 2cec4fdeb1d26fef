// SPDX-License-Identifier: Apache-2.0
// What the program tells the shell.
#pragma once

#include <string>

#include "base/outcome.h"
#include "service/request.h"

namespace mingzhang::cli {

inline constexpr int kDone = 0;
inline constexpr int kFailed = 1;       ///< the world failed: disk, lock, network
inline constexpr int kUsage = 2;        ///< the command line cannot be understood
inline constexpr int kNotFound = 3;
inline constexpr int kValidation = 4;
inline constexpr int kConflict = 5;
inline constexpr int kPermission = 6;
inline constexpr int kBroken = 7;       ///< stored books are damaged

/// The command line cannot be understood: CLI-101. Its fault is the request's, its exit code is `kUsage`.
const OutcomeInfo& usage_info();
/// Words of the parser or of a command about what is wrong.
service::Refusal usage_refusal(std::string detail);

/// 2 for CLI-101, else by whose fault it is.
int exit_code_of(const OutcomeInfo& info);
/// Of the first problem. Requires one.
int exit_code_of(const service::Refusal& refusal);

}  // namespace mingzhang::cli
