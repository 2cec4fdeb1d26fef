// SPDX-License-Identifier: Apache-2.0
// Reads risk-compensation funds, contributions, claims and what becomes of their lines.
#include "service/setup/compensation_setup.h"

#include <utility>

#include "service/setup/fund_words.h"

namespace mingzhang::service {
namespace {

guarantee::Weights weights_of(FundWords& words, const std::string& place, const std::string& word) {
  const auto parsed = parse_weights(word);
  if (parsed && parsed->size() == 2) return {parsed->front(), parsed->back()};
  words.add(ReadingOutcome::WeightsBad, place, word);
  return {};
}

std::int64_t days_of(FundWords& words, const std::string& place, std::string_view word) {
  return word == "0" ? 0 : words.number(place, word);
}

guarantee::ClaimedRow claimed_row(FundWords& words, const std::string& place, const std::string& text) {
  guarantee::ClaimedRow row;
  const std::vector<std::string_view> parts = words_of(text);
  if (parts.size() != 5) {
    words.add(ReadingOutcome::PartsBad, place, text);
    return row;
  }
  row.loan = std::string(parts[0]);
  row.principal = words.amount(place, parts[1]);
  row.interest = words.amount(place, parts[2]);
  row.days_overdue = days_of(words, place, parts[3]);
  row.evidence = std::string(parts[4]);
  return row;
}

template <class Use>
void fill_use(FundWords& words, const ClaimLineUse& use, Use& command) {
  // A line is named as a target of an allocation is: "B1/2".
  const funds::TargetName name = words.target("LINE", use.line);
  command.code = use.code;
  command.claim = name.allocation;
  command.row = name.number;
  command.date = words.date("--date", use.date);
  command.amount = words.amount("--amount", use.amount);
}

}  // namespace

NewCommand open_risk_fund(const NewRiskFund& fund) {
  FundWords words;
  guarantee::OpenRiskFund command;
  command.code = fund.code;
  command.name = fund.name;
  command.place = fund.place;
  command.date = words.date("--date", fund.date);
  if (!fund.target.empty()) command.terms.target = words.amount("--target", fund.target);
  command.terms.contributions = weights_of(words, "--contributions", fund.contributions);
  command.terms.government = weights_of(words, "--government", fund.government);
  command.terms.loss = weights_of(words, "--loss", fund.loss);
  command.terms.overdue_days = days_of(words, "--overdue-days", fund.overdue_days);
  command.terms.covers_interest = fund.covers_interest;
  // Those of the chart of risk funds.
  if (fund.moves_money) command.accounts = {"100201", "310101", "310102", "310103", "121802", "500101", "460901"};
  command.explanation = fund.explanation;
  return words.finish(std::move(command));
}

NewCommand contribute(const NewContribution& contribution) {
  FundWords words;
  guarantee::Contribute command;
  command.code = contribution.code;
  command.fund = contribution.fund;
  command.date = words.date("--date", contribution.date);
  command.contributor = words.choice("--from", contribution.contributor, guarantee::parse_contributor, guarantee::Contributor::Local);
  command.party = contribution.party;
  command.amount = words.amount("--amount", contribution.amount);
  command.source = contribution.source;
  command.document = contribution.document;
  return words.finish(std::move(command));
}

NewCommand submit_claim(const NewClaim& claim, const std::vector<guarantee::ClaimedRow>& listed) {
  FundWords words;
  guarantee::SubmitClaim command;
  command.code = claim.code;
  command.fund = claim.fund;
  command.bank = claim.bank;
  command.date = words.date("--date", claim.date);
  for (std::size_t index = 0; index < claim.rows.size(); ++index) {
    command.rows.push_back(claimed_row(words, "--row " + std::to_string(index + 1), claim.rows[index]));
  }
  command.rows.insert(command.rows.end(), listed.begin(), listed.end());
  return words.finish(std::move(command));
}

NewCommand review_claim(const NewClaimReview& review) {
  FundWords words;
  guarantee::ReviewClaim command;
  command.code = review.code;
  command.claim = review.claim;
  command.date = words.date("--date", review.date);
  command.step = words.choice("--step", review.step, guarantee::parse_review_step, guarantee::ReviewStep::Township);
  command.reviewer = review.reviewer;
  for (const std::string& text : review.disputed) {
    const std::size_t blank = text.find(' ');
    const std::string reason = blank == std::string::npos ? std::string() : text.substr(blank + 1);
    command.disputed.push_back({words.number("--dispute", text.substr(0, blank)), reason});
  }
  return words.finish(std::move(command));
}

NewCommand pay_claim(const BookPlace& place, const NewClaimPayment& payment) {
  FundWords words;
  guarantee::PayClaim command;
  command.code = payment.code;
  command.claim = payment.claim;
  command.date = words.date("--date", payment.date);
  if (!payment.amount.empty()) {
    command.amount = words.amount("--amount", payment.amount);
    return words.finish(std::move(command));
  }
  const TextResult looked = read_book(place, [&](BookReading& reading) -> TextResult {
    const auto store = place.opened.guarantees->guarantee_of(reading.head.id);
    guarantee::Guarantee guarantee(*store);
    // A claim that is not there is refused by the write path; so that it is, the amount must not be zero.
    const guarantee::Claim* claim = guarantee.claims().find(payment.claim);
    command.amount = claim == nullptr ? Money::from_fen(1) : guarantee::payment_of(*claim, guarantee);
    return std::string();
  });
  if (!looked) return Err(looked.error());
  return words.finish(std::move(command));
}

NewCommand recover_loss(const ClaimLineUse& use) {
  FundWords words;
  guarantee::RecoverLoss command;
  fill_use(words, use, command);
  return words.finish(std::move(command));
}

NewCommand write_off_loss(const ClaimLineUse& use) {
  FundWords words;
  guarantee::WriteOffLoss command;
  fill_use(words, use, command);
  command.reason = use.reason;
  command.evidence = use.evidence;
  return words.finish(std::move(command));
}

}  // namespace mingzhang::service
