// SPDX-License-Identifier: Apache-2.0
// The list of all kinds.
#include <array>

#include "policy/kind_list.h"

namespace mingzhang::policy {

std::span<const Kind> kinds() {
  static const std::array kAll{
      kSplitKind,        kPercentageKind,    kPerUnitKind,        kTieredBenefitKind, kIncrementsKind,   kRatioLimitKind,
      kScoreBandsKind,   kOrderedGatesKind,  kChecklistKind,      kPublicityKind,     kMaskingKind,      kQuotaKind,
      kSufficiencyKind,  kMultiplierKind,    kConsistencyKind,    kCodeListKind,      kLevelsKind,       kFigureKind,
      kRateTableKind,    kRateCapKind,       kLoanProductKind,    kSubsidyShareKind,  kLossShareKind,    kOverdueClassesKind,
      kExtensionLimitKind, kPenaltyRateKind, kNplPauseKind,       kWorkCalendarKind};
  return kAll;
}

}  // namespace mingzhang::policy
