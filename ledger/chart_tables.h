// SPDX-License-Identifier: Apache-2.0
// The data behind the chart templates, one source file each; included by chart_template.cpp and the tables only.
#pragma once

#include "ledger/chart_template.h"

namespace mingzhang::ledger {

/// 财政专项扶贫资金专账, in chart_tables_special_fund.cpp.
ChartTemplate special_fund_chart();
/// 风险补偿基金, in chart_tables_risk_fund.cpp.
ChartTemplate risk_fund_chart();
/// 担保基金, in chart_tables_guarantee_fund.cpp.
ChartTemplate guarantee_fund_chart();
/// 信用社贷款台账, in chart_tables_loan_register.cpp.
ChartTemplate loan_register_chart();
/// 村互助资金, in chart_tables_mutual_fund.cpp.
ChartTemplate mutual_fund_chart();

}  // namespace mingzhang::ledger
