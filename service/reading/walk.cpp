// SPDX-License-Identifier: Apache-2.0
// Chooses the walk.
#include "service/reading/walk.h"

#include "base/text.h"
#include "reports/money_walk.h"
#include "service/reading/funds_table.h"
#include "service/reading/outcome.h"
#include "service/reading/render.h"
#include "service/reading/voucher.h"

namespace mingzhang::service {
namespace {

TextResult shown(const reports::Table& table, Format format, const Refusal& nothing) {
  if (table.row_count() == 0) return Err(nothing);
  return rendered(table, format);
}

}  // namespace

TextResult walk_money(const BookPlace& place, const WalkQuery& query, Format format) {
  const int given = (query.document.empty() ? 0 : 1) + (query.household.empty() ? 0 : 1) + (query.voucher.empty() ? 0 : 1);
  if (given != 1) return Err(refusal(ReadingOutcome::PartsBad, "--document | --household | --voucher"));
  return read_funds(place, [&](funds::FundsStore& store, BookReading& reading) -> TextResult {
    LogVouchers vouchers(reading.log);
    const reports::WalkSources sources{store, vouchers};
    if (!query.document.empty()) {
      return shown(reports::walk_from_document(sources, query.document), format,
                   unknown(funds::FundsOutcome::IndicatorUnknown, query.document));
    }
    if (!query.household.empty()) {
      return shown(reports::walk_from_household(sources, query.household), format,
                   refusal(ReadingOutcome::SubjectUnknown, ""));  // a code may lead to a person
    }
    const std::optional<ledger::VoucherName> name = ledger::parse_voucher_name(query.voucher);
    if (!name) return Err(refusal(ReadingOutcome::NameBad, is_plain_text(query.voucher) ? shortened(query.voucher, 60) : ""));
    const auto posted = reading.store.voucher(name->period, name->type, name->number);
    if (!posted) return Err(refusal(ReadingOutcome::VoucherUnknown, to_text(*name)));
    return rendered(reports::walk_from_voucher(sources, posted->seq), format);
  });
}

}  // namespace mingzhang::service
