// SPDX-License-Identifier: Apache-2.0
// Splits of a risk-compensation fund.
#include "guarantee/risk_fund.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/check.h"

namespace mingzhang::guarantee {
namespace {

std::array<Money, 2> split(Money total, const Weights& weights) {
  const std::vector<Money> parts = allocate(total, std::array{weights.first, weights.second});
  return {parts[0], parts[1]};
}

Money missing(Money required, Money there) { return std::max(Money(), required - there); }

}  // namespace

Money& FundParts::of(Contributor contributor) {
  switch (contributor) {
    case Contributor::Province: return province;
    case Contributor::Local: return local;
    case Contributor::Institution: return institution;
    case Contributor::None: break;
  }
  check_failed("a contribution of nobody", __FILE__, __LINE__);
}

FundParts parts_of(Money size, const RiskFundTerms& terms) {
  const auto [government, institution] = split(size, terms.contributions);
  const auto [province, local] = split(government, terms.government);
  return {province, local, institution};
}

FundParts missing_of(const FundParts& required, const FundParts& contributed) {
  return {missing(required.province, contributed.province), missing(required.local, contributed.local),
          missing(required.institution, contributed.institution)};
}

Money borne_by_fund(Money loss, const RiskFundTerms& terms) { return split(loss, terms.loss)[0]; }

}  // namespace mingzhang::guarantee
