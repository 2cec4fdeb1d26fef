// SPDX-License-Identifier: Apache-2.0
// A table in the format that was asked for.
#pragma once

#include <string>

#include "reports/table.h"
#include "service/reading/lists.h"

namespace mingzhang::service {

/// Text for people, one JSON document, or CSV.
std::string rendered(const reports::Table& table, Format format);

}  // namespace mingzhang::service
