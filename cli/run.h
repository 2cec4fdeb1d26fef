// SPDX-License-Identifier: Apache-2.0
// One run of the program, from the command line to the exit code.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "base/clock.h"
#include "service/backend.h"

namespace mingzhang::cli {

/// The streams and the time of a run; tests give their own.
struct Surroundings {
  std::istream& input;
  std::ostream& data;
  std::ostream& notes;
  Clock& clock;
};

/// Runs `words` (without the program's name). Never throws; the result is the exit code, see cli/exit_code.h.
int run(const std::vector<std::string>& words, const service::Backend& backend, const Surroundings& surroundings);

}  // namespace mingzhang::cli
