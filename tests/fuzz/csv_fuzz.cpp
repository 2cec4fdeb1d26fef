// SPDX-License-Identifier: Apache-2.0
// Any bytes as a file of vouchers: the importer never crashes, and what it accepts can be posted.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "base/text.h"
#include "service/imports/voucher_import_rows.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using mingzhang::service::ImportedVoucher;
  using mingzhang::service::ImportProblem;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  mingzhang::service::ImportedRows rows =
      mingzhang::service::read_voucher_rows(bytes, mingzhang::ledger::VoucherType::General, {});
  const bool is_clean = rows.problems.count() == 0;
  for (const ImportedVoucher& voucher : rows.vouchers) {
    MZ_CHECK(voucher.rows.size() == voucher.request.lines.size());
    MZ_CHECK(!voucher.request.source.empty());
    if (is_clean) MZ_CHECK(voucher.is_whole);
    if (is_clean) MZ_CHECK(!voucher.rows.empty());
    std::int64_t last = 1;
    for (std::size_t i = 0; i < voucher.rows.size(); ++i) {
      MZ_CHECK(voucher.rows[i] > last);
      last = voucher.rows[i];
      MZ_CHECK(voucher.request.lines[i].amount.fen() > 0);
      MZ_CHECK(!voucher.request.lines[i].account.empty());
    }
  }
  const std::vector<ImportProblem> problems = rows.problems.take();
  for (const ImportProblem& problem : problems) {
    MZ_CHECK(problem.value.size() <= 60);
    MZ_CHECK(mingzhang::is_plain_text(problem.value));
    MZ_CHECK(mingzhang::is_plain_text(problem.problem.place));
    MZ_CHECK(mingzhang::is_plain_text(problem.problem.detail));
  }
  // The bad rows can be read again as rows.
  const std::string bad = mingzhang::service::export_bad_rows(bytes, problems);
  MZ_CHECK(bad.empty() || bad.ends_with("\r\n"));
  return 0;
}
