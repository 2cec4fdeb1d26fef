// SPDX-License-Identifier: Apache-2.0
// Chart of a credit cooperative's register of poverty-alleviation loans (信用社贷款台账).
#include "ledger/chart_tables.h"

namespace mingzhang::ledger {
namespace {

using enum AccountClass;
using enum Side;

constexpr ChartRow kRows[] = {
    {"1001", "库存现金", Asset, Debit, "", true},
    {"1002", "银行存款", Asset, Debit},
    {"100201", "贷款资金专户", Asset, Debit, "", true},
    {"100202", "还款归集户", Asset, Debit, "", true},
    {"1132", "应收利息", Asset, Debit},
    {"113201", "应收借款人利息", Asset, Debit},
    {"113202", "应收财政贴息", Asset, Debit},
    {"1221", "其他应收款", Asset, Debit},
    {"122101", "应收其他资金款", Asset, Debit},
    {"122102", "应收风险补偿款", Asset, Debit},
    {"122103", "应收担保代偿款", Asset, Debit},
    {"122109", "单位和个人往来", Asset, Debit},
    {"1303", "贷款", Asset, Debit},
    {"130301", "扶贫小额信贷本金", Asset, Debit},
    {"130302", "扶贫小额信贷逾期本金", Asset, Debit},
    {"130303", "产业扶贫贷款本金", Asset, Debit},
    {"130304", "产业扶贫贷款逾期本金", Asset, Debit},
    {"130309", "利息调整", Asset, Debit},
    {"1304", "贷款损失准备", Asset, Credit},
    {"2004", "向中央银行借款", Liability, Credit},
    {"2011", "吸收存款", Liability, Credit},
    {"2231", "应付利息", Liability, Credit},
    {"2241", "其他应付款", Liability, Credit},
    {"224101", "应付其他资金款", Liability, Credit},
    {"224102", "待分配还款", Liability, Credit},
    {"224103", "应返还风险补偿款", Liability, Credit},
    {"224109", "单位和个人往来", Liability, Credit},
    {"3001", "清算资金往来", Liability, Credit},
    {"4001", "实收资本", NetAssets, Credit},
    {"4101", "盈余公积", NetAssets, Credit},
    {"4102", "一般风险准备", NetAssets, Credit},
    {"4103", "本年利润", NetAssets, Credit, "410415"},
    {"4104", "利润分配", NetAssets, Credit},
    {"410401", "提取盈余公积", NetAssets, Credit, "410415"},
    {"410402", "提取一般风险准备", NetAssets, Credit, "410415"},
    {"410415", "未分配利润", NetAssets, Credit},
    {"6011", "利息收入", Income, Credit},
    {"601101", "借款人利息收入", Income, Credit, "4103"},
    {"601102", "财政贴息收入", Income, Credit, "4103"},
    {"601103", "逾期罚息收入", Income, Credit, "4103"},
    {"601109", "存放款项利息收入", Income, Credit, "4103"},
    {"6301", "营业外收入", Income, Credit, "4103"},
    {"6411", "利息支出", Expense, Debit, "4103"},
    {"6421", "手续费及佣金支出", Expense, Debit, "4103"},
    {"6601", "业务及管理费", Expense, Debit, "4103"},
    {"6701", "资产减值损失", Expense, Debit, "4103"},
    {"6702", "信用减值损失", Expense, Debit, "4103"},
    {"6711", "营业外支出", Expense, Debit, "4103"},
};

}  // namespace

ChartTemplate loan_register_chart() {
  return ChartTemplate{
      "loan-register",
      "信用社贷款台账",
      "loan register of a credit cooperative",
      "一级科目编码与名称依《企业会计准则——应用指南》会计科目表，二级科目为本模板所设；每笔贷款用分录的对象区分，不设明细科目。"
      "假定放款和还款经专户收付；3001清算资金往来属共同类，本模板列作负债。五级分类由台账另记，不转科目；逾期本金转逾期科目。"
      "表外应收未收利息和已核销贷款不在本账。贷款减值按所执行的准则在6701或6702中择一使用。"
      " First-level codes follow the application guide of the enterprise accounting standards; each loan is a subject of its"
      " lines, not an account. Assumed: loans and repayments pass through deposits of their own; 3001, which may stand on"
      " either side, is listed as a liability; the five-class grading moves no balance. Off-balance interest and"
      " written-off loans are not in this book. Use 6701 or 6702 according to the standard in force.",
      kRows};
}

}  // namespace mingzhang::ledger
