// SPDX-License-Identifier: Apache-2.0
// Showing recorded reconciliations: the list of them, one as a work list, its file given again.
#pragma once

#include <string>
#include <string_view>

#include "loans/reconciliation_list.h"
#include "service/reading/lists.h"
#include "service/reading/reading.h"

namespace mingzhang::service {

/// "差异 7 / 已解决 5 / 已说明 1 / 未处理 1"
std::string progress_of(const loans::Reconciliation& list);

TextResult list_reconciliations(const BookPlace& place, Format format);
/// The work list: what is open first, by who resolves it, then by number; both signatures. `only_open` leaves the rest out.
TextResult show_reconciliation(const BookPlace& place, const std::string& code, bool only_open, Format format);
/// Whether this is the file that was compared; RECO-401 where it is another.
TextResult verify_reconciliation(const BookPlace& place, const std::string& code, std::string_view file_bytes, Format format);

}  // namespace mingzhang::service
