// SPDX-License-Identifier: Apache-2.0
// Every refusal of the program in one document: docs/OUTCOMES.md.
#pragma once

#include <span>
#include <string>

#include "base/outcome.h"

namespace mingzhang::service {

/// A family of refusals with its heading.
struct OutcomeTable {
  std::string title;
  std::span<const OutcomeInfo> outcomes;
  std::string exit = {};  ///< where the exit code does not follow from the fault
};

/// Markdown: an introduction, and one table per family; first those that the services know, then `more`.
std::string outcomes_document(std::span<const OutcomeTable> more);

}  // namespace mingzhang::service
