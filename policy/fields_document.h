// SPDX-License-Identifier: Apache-2.0
// docs/POLICY_FIELDS.md, printed from the tables that the loader uses.
#pragma once

#include <string>

namespace mingzhang::policy {

/// Markdown: the members of a pack and of a rule, then every kind with its parameters, inputs, result and an example that
/// is really evaluated.
std::string fields_document();

}  // namespace mingzhang::policy
