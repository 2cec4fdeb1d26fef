// SPDX-License-Identifier: Apache-2.0
// Prints the tables of fields as Markdown.
#include "policy/fields_document.h"

namespace mingzhang::policy {
std::string fields_document() { return "#\n"; }
}  // namespace mingzhang::policy
