// SPDX-License-Identifier: Apache-2.0
// Reading the words of one change of the register while collecting all that cannot be read.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "base/date.h"
#include "service/reading/outcome.h"
#include "service/setup/setup.h"

namespace mingzhang::service {

/// Reads words one after the other; what cannot be read becomes a problem and a value without meaning.
class RegisterWords {
 public:
  /// `place` is the option that the word stands behind, e.g. "--date".
  Date date(std::string_view text, std::string_view place);
  void add(ReadingOutcome outcome, std::string_view place, std::string detail);

  bool none() const { return found_.problems.empty(); }
  Refusal take() { return std::move(found_); }
  /// The command, or the refusal with everything that was found.
  template <class Kind>
  NewCommand command(Kind command) {
    if (!none()) return Err(take());
    return Command(households::Command(std::move(command)));
  }

 private:
  Refusal found_;
};

}  // namespace mingzhang::service
