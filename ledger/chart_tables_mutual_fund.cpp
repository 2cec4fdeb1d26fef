// SPDX-License-Identifier: Apache-2.0
// Chart of a village mutual fund (村互助资金).
#include "ledger/chart_tables.h"

namespace mingzhang::ledger {
namespace {

using enum AccountClass;
using enum Side;

constexpr ChartRow kRows[] = {
    {"1001", "库存现金", Asset, Debit, "", true},
    {"1002", "银行存款", Asset, Debit},
    {"100201", "互助资金专户", Asset, Debit, "", true},
    {"1132", "应收占用费", Asset, Debit},
    {"1221", "其他应收款", Asset, Debit},
    {"122101", "应收其他资金款", Asset, Debit},
    {"122109", "单位和个人往来", Asset, Debit},
    {"1303", "互助金借款", Asset, Debit},
    {"130301", "未到期借款", Asset, Debit},
    {"130302", "逾期借款", Asset, Debit},
    {"1304", "借款损失准备", Asset, Credit},
    {"2241", "其他应付款", Liability, Credit},
    {"224101", "应付其他资金款", Liability, Credit},
    {"224102", "应退互助金", Liability, Credit},
    {"224109", "单位和个人往来", Liability, Credit},
    {"4001", "互助资金本金", NetAssets, Credit},
    {"400101", "财政扶贫资金", NetAssets, Credit},
    {"400102", "村民缴纳互助金", NetAssets, Credit},
    {"400103", "社会捐赠", NetAssets, Credit},
    {"400109", "其他来源", NetAssets, Credit},
    {"4101", "公积金", NetAssets, Credit},
    {"4102", "风险准备金", NetAssets, Credit},
    {"4103", "本年收益", NetAssets, Credit, "410415"},
    {"4104", "收益分配", NetAssets, Credit},
    {"410401", "提取公积金", NetAssets, Credit, "410415"},
    {"410402", "提取公益金", NetAssets, Credit, "410415"},
    {"410403", "提取风险准备金", NetAssets, Credit, "410415"},
    {"410404", "转增本金", NetAssets, Credit, "410415"},
    {"410415", "未分配收益", NetAssets, Credit},
    {"4105", "公益金", NetAssets, Credit},
    {"6011", "占用费收入", Income, Credit, "4103"},
    {"6012", "存款利息收入", Income, Credit, "4103"},
    {"6301", "其他收入", Income, Credit, "4103"},
    {"6602", "管理费用", Expense, Debit},
    {"660201", "误工补贴", Expense, Debit, "4103"},
    {"660202", "办公费用", Expense, Debit, "4103"},
    {"660209", "其他管理费用", Expense, Debit, "4103"},
    {"6701", "借款损失", Expense, Debit, "4103"},
    {"6711", "其他支出", Expense, Debit, "4103"},
};

}  // namespace

ChartTemplate mutual_fund_chart() {
  return ChartTemplate{
      "mutual-fund",
      "村互助资金",
      "village mutual fund",
      "互助资金没有全国统一科目表，本模板借用企业会计科目编码，名称按国开办发〔2009〕103号的用语：不吸储、不入股、不分红，"
      "借款收占用费。假定村民缴纳的互助金属本金（净资产），退出时转224102应退互助金；占用费净收益年终转410415未分配收益，"
      "再按章程提取公积金、公益金和风险准备金或转增本金。各户借款用分录的对象区分。"
      " There is no national chart for mutual funds: codes are borrowed from the enterprise chart, words from the 2009"
      " guidance (no deposits, no shares, no dividends; a fee for the use of money). Assumed: members' contributions are"
      " capital and become a payable when a member leaves; net fees close to 410415 and are distributed by the statutes.",
      kRows};
}

}  // namespace mingzhang::ledger
