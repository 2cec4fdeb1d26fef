// SPDX-License-Identifier: Apache-2.0
// From faults to exit codes.
#include "cli/exit_code.h"

#include <utility>

#include "base/check.h"

namespace mingzhang::cli {
namespace {

constexpr OutcomeInfo kUsageInfo{101, "CLI-101", "Usage", Fault::Request, false, "命令写法不对",
                                 "the command line cannot be understood", "请看 mingzhang --help",
                                 "see mingzhang --help"};

}  // namespace

const OutcomeInfo& usage_info() { return kUsageInfo; }

service::Refusal usage_refusal(std::string detail) { return service::refusal(kUsageInfo, std::move(detail)); }

int exit_code_of(const OutcomeInfo& info) {
  if (&info == &kUsageInfo) return kUsage;
  switch (info.fault) {
    case Fault::Request: return kValidation;
    case Fault::NotFound: return kNotFound;
    case Fault::Conflict: return kConflict;
    case Fault::Permission: return kPermission;
    case Fault::Broken: return kBroken;
    case Fault::World: return kFailed;
  }
  return kFailed;
}

int exit_code_of(const service::Refusal& refusal) {
  MZ_CHECK(!refusal.problems.empty());
  return exit_code_of(*refusal.problems.front().problem.info);
}

}  // namespace mingzhang::cli
