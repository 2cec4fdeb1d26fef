// SPDX-License-Identifier: Apache-2.0
// A slip of paper: one page with facts, sentences and square codes, as PDF.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "reports/table.h"

namespace mingzhang::reports {

/// A square code (QR, ISO/IEC 18004) and the words below it.
struct SlipCode {
  std::string content;  ///< the bytes that a camera reads
  std::string caption;
};

/// What the largest square code holds at the correction level used here (M): more is not printed.
inline constexpr std::size_t kSlipCodeBytesMax = 2331;

/// One page of A5 (148 × 210 mm): the table's title and printed facts, its rows as sentences, then the codes that fit side by side,
/// each as large as the page allows. What does not fit the page is set smaller, down to 6 points. The same arguments
/// give the same bytes: `made_at` (ISO 8601) is the document's date. Codes that hold more than `kSlipCodeBytesMax` are
/// left out. Throws WorldError where the drawing library fails or there is no font with Chinese characters.
std::string slip_pdf(const Table& table, std::span<const SlipCode> codes, const std::string& made_at);

}  // namespace mingzhang::reports
