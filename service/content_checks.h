// SPDX-License-Identifier: Apache-2.0
// Checks of commands that no module below can make alone: digests, and explanations against the adopted packs.
#pragma once

#include <vector>

#include "base/outcome.h"
#include "service/command.h"

namespace mingzhang::service {

/// Looks at the request alone: the digest of a payment list is that of its rows (INV-22), the digest of an adopted pack
/// that of its content (INV-26). Requires that the module's own `check_request` found nothing.
std::vector<Problem> check_digests(const Command& command);

/// Looks at the book: where it has adopted a pack, the explanation of a command of the funds or the loans was made by a pack that is
/// adopted on its day (INV-26). A book that has adopted none takes explanations as they come.
std::vector<Problem> check_explanation(const Command& command, BookState& state);

/// The explanation that a command carries; empty where it has none.
const std::string& explanation_of(const Command& command);

}  // namespace mingzhang::service
