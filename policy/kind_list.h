// SPDX-License-Identifier: Apache-2.0
// The kinds, each described in the file of its name.
#pragma once

#include "policy/kind.h"

namespace mingzhang::policy {

extern const Kind kSplitKind;
extern const Kind kPercentageKind;
extern const Kind kPerUnitKind;
extern const Kind kTieredBenefitKind;
extern const Kind kIncrementsKind;
extern const Kind kRatioLimitKind;
extern const Kind kScoreBandsKind;
extern const Kind kOrderedGatesKind;
extern const Kind kChecklistKind;
extern const Kind kPublicityKind;
extern const Kind kMaskingKind;
extern const Kind kQuotaKind;
extern const Kind kSufficiencyKind;
extern const Kind kMultiplierKind;
extern const Kind kConsistencyKind;
extern const Kind kCodeListKind;
extern const Kind kLevelsKind;
extern const Kind kFigureKind;
extern const Kind kRateTableKind;
extern const Kind kRateCapKind;
extern const Kind kLoanProductKind;
extern const Kind kSubsidyShareKind;
extern const Kind kLossShareKind;
extern const Kind kOverdueClassesKind;
extern const Kind kExtensionLimitKind;
extern const Kind kPenaltyRateKind;
extern const Kind kNplPauseKind;
extern const Kind kWorkCalendarKind;

}  // namespace mingzhang::policy
