// SPDX-License-Identifier: Apache-2.0
// What comes back of a loss.
#include "guarantee/claim.h"

#include <array>
#include <vector>

#include "base/check.h"
#include "base/ratio.h"

namespace mingzhang::guarantee {

RecoveryParts returned(const ClaimRow& row, Money amount) {
  const Money total = row.recovered() + amount;
  MZ_CHECK(amount.fen() > 0);
  MZ_CHECK(total <= row.loss());
  const std::vector<Money> parts = allocate(total, std::array{row.fund_part.fen(), row.bank_part.fen()});
  const RecoveryParts result{parts[0] - row.fund_recovered, parts[1] - row.bank_recovered};
  MZ_CHECK(!result.fund.is_negative());
  MZ_CHECK(!result.bank.is_negative());
  return result;
}

}  // namespace mingzhang::guarantee
