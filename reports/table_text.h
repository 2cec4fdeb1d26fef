// SPDX-License-Identifier: Apache-2.0
// A table for people at a terminal or on paper.
#pragma once

#include <string>

#include "reports/table.h"

namespace mingzhang::reports {

/// Title, facts, and columns of equal display width, Chinese above English; amounts grouped and on the right; a rule of
/// hyphens below the heads and above totals. Every line ends with a line feed and has no blanks at its end.
std::string to_text(const Table& table);

}  // namespace mingzhang::reports
