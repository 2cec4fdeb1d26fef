// SPDX-License-Identifier: Apache-2.0
// The two demonstration books, each in a source of its own, and what they share.
#pragma once

#include <cstdint>
#include <string>

#include "funds/disbursement_commands.h"
#include "service/demo/desk.h"
#include "service/demo/rules.h"

namespace mingzhang::service {

/// A county's year: the budget per head, its split, the grants to households.
void post_weining(DemoDesk& desk, DemoRules& rules, const DemoOptions& options, DemoBooks& books);
/// The cooperative's register of the county's 23,661 loans, and the life of some of them.
void post_weining_loans(DemoDesk& desk, DemoRules& rules, const DemoOptions& options);
/// Forty loans of a county, the interest of four quarters, and the subsidy of two of them.
void post_qingyang(DemoDesk& desk, DemoRules& rules);
/// A district's register with its causes, its fund of three sources, what it pays, and the exit of every household.
void post_kundulun(DemoDesk& desk, DemoRules& rules, DemoBooks& books);
/// A township's dynamic management: two campaigns that must not be netted.
void post_fengqing(DemoDesk& desk, DemoRules& rules);
/// A county's three classes of households, and villages that leave poverty year by year.
void post_qinan(DemoDesk& desk, DemoRules& rules);
/// What a county sets aside of the growth of its revenue.
void post_dingxi(DemoDesk& desk, DemoRules& rules);

inline constexpr const char* kDemoBank = "100201";
inline constexpr const char* kDemoMoney = "800102";

/// A day of 2016.
Date demo_day(unsigned month, unsigned day_of_month);
/// A day of 2017.
Date demo_day_of_2017(unsigned month, unsigned day_of_month);
/// "XZ-SYN-" and 7 → "XZ-SYN-07" with two digits.
std::string demo_code(const std::string& prefix, std::int64_t number, std::size_t width);
/// Money that arrives: the indicator of a fund that has been added. What the documents do not say is marked.
funds::AddIndicator demo_indicator(const std::string& fund, const std::string& document, funds::Level level,
                                   const std::string& purpose, Money amount, Date date);
/// A list of rows that is up for ten days from `date` on, with its total and digest.
funds::SubmitList demo_list(const std::string& code, const std::string& indicator, const std::string& title, Date date,
                            std::vector<funds::SubmittedRow> rows, const std::string& explanation);
/// Pays a list on the day after its publicity: D `expense`, C bank.
funds::PayList demo_payment(const funds::SubmitList& list, const std::string& expense);

}  // namespace mingzhang::service
