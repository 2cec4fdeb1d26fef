// SPDX-License-Identifier: Apache-2.0
// From words that a person types to what targets spend, what is taken back, and what a year leaves over.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "service/setup/fund_setup.h"

namespace mingzhang::service {

/// What a target reports (报账) or pays before the work (预付). The budget entry was made when it was allocated.
struct NewSpending {
  std::string code;
  std::string project;
  std::string target;  ///< "A1/2"
  std::string payee;   ///< of an advance; empty: the target itself
  std::string date;
  std::string amount;
  std::vector<std::string> evidence;  ///< SHA-256
  std::string explanation;
  AccountWords accounts;  ///< reported: D 500103; advance: D 121403; C what the target was given on
};
NewFundCommand reimburse(const BookPlace& place, const NewSpending& spending);
NewFundCommand pay_advance(const BookPlace& place, const NewSpending& spending);

/// What becomes of an advance.
struct AdvanceUse {
  std::string code;
  std::string advance;
  std::string date;
  std::string amount;
  std::vector<std::string> evidence;  ///< where it is settled
  std::string reason;                 ///< where it goes back
  std::string explanation;
  AccountWords accounts;  ///< settled: D 500103, C 121403; back: D what its target was given on, C 121403
};
NewFundCommand settle_advance(const AdvanceUse& use);
NewFundCommand return_advance(const BookPlace& place, const AdvanceUse& use);

/// Of what something is taken back (追回).
enum class TakenFrom : std::uint8_t { Project, Benefit };

struct NewTakeBack {
  std::string code;
  std::string movement;  ///< code of the reimbursement, settlement or benefit
  std::string date;
  std::string amount;
  std::string reason;
  AccountWords accounts;  ///< those of what is taken back, debit and credit exchanged
};
/// FUND-209 also where the code belongs to the other kind; the detail says which.
NewFundCommand take_back(const BookPlace& place, const NewTakeBack& request, TakenFrom from);

struct NewCarryOver {
  std::string code;
  std::string indicator;
  std::string into;  ///< empty: it stays where it is; never where it is recovered
  std::string date;
  std::string year;  ///< the year whose money it is
  std::string amount;
  std::string explanation;
  AccountWords accounts;  ///< D 3001, C 100201; budget D 8101, C 800102; none where it stays
};
NewFundCommand carry_over(const NewCarryOver& request);
NewFundCommand recover(const NewCarryOver& request);

}  // namespace mingzhang::service
