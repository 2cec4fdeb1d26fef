// SPDX-License-Identifier: Apache-2.0
// A rule of subsidies, asked for installment after installment.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "base/date.h"
#include "base/json.h"
#include "base/money.h"
#include "base/result.h"
#include "loans/subsidy_periods.h"
#include "service/policies/asking.h"

namespace mingzhang::service {

/// What a rule says of one installment.
struct SubsidyAnswer {
  Money subsidised;     ///< of the interest, before the share
  Money subsidy;
  std::string reasons;  ///< why some days get nothing, Chinese and English; empty: none
  std::string rule;     ///< canonical JSON: pack, version, digest, rule and document, without what belongs to the line
};

/// The pack of a rule and its digest, both worked out once.
class SubsidyRule {
 public:
  /// `day` as the rule is asked for.
  SubsidyRule(ChosenRule chosen, Date day);

  const std::string& digest() const { return digest_; }
  /// `months` is the term of the loan, for a rate cap. SUBS-501 where the rule names no share.
  Result<SubsidyAnswer, Refusal> ask(const loans::SubsidyPeriod& period, std::int64_t months);

 private:
  void remember_rate(std::int64_t months, const JsonValue& explanation);

  policy::Pack pack_;
  RuleQuestion question_;
  Date day_;
  std::string digest_;
  std::map<std::int64_t, policy::NamedText> rates_;  ///< looked up once for each term
};

/// A text member of an object; empty where there is none.
std::string text_member_of(const JsonValue& object, std::string_view key);

}  // namespace mingzhang::service
