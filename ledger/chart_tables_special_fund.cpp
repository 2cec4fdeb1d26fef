// SPDX-License-Identifier: Apache-2.0
// Chart of a county's book of special poverty-alleviation funds (财政专项扶贫资金专账).
#include "ledger/chart_tables.h"

namespace mingzhang::ledger {
namespace {

using enum AccountClass;
using enum Side;

constexpr ChartRow kRows[] = {
    // 资产 assets
    {"1001", "库存现金", Asset, Debit, "", true},
    {"1002", "银行存款", Asset, Debit},
    {"100201", "专项资金专户", Asset, Debit, "", true},
    {"100202", "其他银行存款", Asset, Debit, "", true},
    {"100203", "受托代理存款", Asset, Debit, "", true},
    {"1011", "零余额账户用款额度", Asset, Debit, "", true},
    {"1201", "财政应返还额度", Asset, Debit},
    {"120101", "财政直接支付", Asset, Debit},
    {"120102", "财政授权支付", Asset, Debit},
    {"1214", "预付账款", Asset, Debit},
    {"121401", "拨付乡镇待报账", Asset, Debit},
    {"121402", "拨付项目单位待报账", Asset, Debit},
    {"121403", "预付工程款", Asset, Debit},
    {"121404", "其他预付款", Asset, Debit},
    {"1218", "其他应收款", Asset, Debit},
    {"121801", "应收其他资金款", Asset, Debit},
    {"121802", "应收追回资金", Asset, Debit},
    {"121803", "单位和个人往来", Asset, Debit},
    {"1891", "受托代理资产", Asset, Debit},
    {"189101", "受托转赠物资", Asset, Debit},
    {"189102", "受托存储保管物资", Asset, Debit},
    // 负债 liabilities
    {"2103", "应缴财政款", Liability, Credit},
    {"2302", "应付账款", Liability, Credit},
    {"230201", "应付工程款", Liability, Credit},
    {"230202", "应付质量保证金", Liability, Credit},
    {"230203", "其他应付账款", Liability, Credit},
    {"2303", "应付政府补贴款", Liability, Credit},
    {"230301", "应付到户补助", Liability, Credit},
    {"230302", "应付教育资助", Liability, Credit},
    {"230303", "应付医疗救助", Liability, Credit},
    {"230304", "应付代缴医保", Liability, Credit},
    {"230305", "应付贷款贴息", Liability, Credit},
    {"230309", "其他应付补贴", Liability, Credit},
    {"2307", "其他应付款", Liability, Credit},
    {"230701", "应付其他资金款", Liability, Credit},
    {"230702", "发放退回待重发", Liability, Credit},
    {"230703", "单位和个人往来", Liability, Credit},
    {"2901", "受托代理负债", Liability, Credit},
    // 净资产 net assets
    {"3001", "累计盈余", NetAssets, Credit},
    {"3101", "专用基金", NetAssets, Credit},
    {"3301", "本期盈余", NetAssets, Credit, "3001"},
    {"3302", "本年盈余分配", NetAssets, Credit, "3001"},
    {"3501", "以前年度盈余调整", NetAssets, Credit, "3001"},
    // 收入 income
    {"4001", "财政拨款收入", Income, Credit},
    {"400101", "中央财政专项扶贫资金", Income, Credit, "3301"},
    {"400102", "省级财政专项扶贫资金", Income, Credit, "3301"},
    {"400103", "市级财政专项扶贫资金", Income, Credit, "3301"},
    {"400104", "县级财政专项扶贫资金", Income, Credit, "3301"},
    {"4601", "非同级财政拨款收入", Income, Credit},
    {"460101", "东西部扶贫协作资金", Income, Credit, "3301"},
    {"460102", "定点扶贫资金", Income, Credit, "3301"},
    {"460109", "其他非同级财政拨款", Income, Credit, "3301"},
    {"4603", "捐赠收入", Income, Credit},
    {"460301", "募集款", Income, Credit, "3301"},
    {"460302", "社会捐赠", Income, Credit, "3301"},
    {"4604", "利息收入", Income, Credit, "3301"},
    {"4609", "其他收入", Income, Credit, "3301"},
    // 费用 expenses
    {"5001", "业务活动费用", Expense, Debit},
    {"500101", "到户补助", Expense, Debit, "3301"},
    {"500102", "产业发展", Expense, Debit, "3301"},
    {"500103", "基础设施", Expense, Debit, "3301"},
    {"500104", "教育资助", Expense, Debit, "3301"},
    {"500105", "医疗救助", Expense, Debit, "3301"},
    {"500106", "代缴医保", Expense, Debit, "3301"},
    {"500107", "贷款贴息", Expense, Debit, "3301"},
    {"500108", "易地扶贫搬迁", Expense, Debit, "3301"},
    {"500109", "危房改造", Expense, Debit, "3301"},
    {"500110", "技能培训", Expense, Debit, "3301"},
    {"500111", "公益岗位补助", Expense, Debit, "3301"},
    {"500112", "项目管理费", Expense, Debit, "3301"},
    {"500199", "其他扶贫支出", Expense, Debit, "3301"},
    {"5101", "单位管理费用", Expense, Debit, "3301"},
    {"5901", "其他费用", Expense, Debit, "3301"},
    // 预算收入 budget income
    {"6001", "财政拨款预算收入", BudgetIncome, Credit},
    {"600101", "中央财政专项扶贫资金", BudgetIncome, Credit, "8101"},
    {"600102", "省级财政专项扶贫资金", BudgetIncome, Credit, "8101"},
    {"600103", "市级财政专项扶贫资金", BudgetIncome, Credit, "8101"},
    {"600104", "县级财政专项扶贫资金", BudgetIncome, Credit, "8101"},
    {"6601", "非同级财政拨款预算收入", BudgetIncome, Credit},
    {"660101", "专项资金", BudgetIncome, Credit, "8201"},
    {"660102", "非专项资金", BudgetIncome, Credit, "8501"},
    {"6609", "其他预算收入", BudgetIncome, Credit},
    {"660901", "限定用途捐赠", BudgetIncome, Credit, "8201"},
    {"660902", "非限定用途捐赠", BudgetIncome, Credit, "8501"},
    {"660903", "利息预算收入", BudgetIncome, Credit, "8501"},
    {"660909", "其他", BudgetIncome, Credit, "8501"},
    // 预算支出 budget expense
    {"7101", "行政支出", BudgetExpense, Debit},
    {"710101", "财政拨款支出", BudgetExpense, Debit, "8101"},
    {"710102", "非财政专项资金支出", BudgetExpense, Debit, "8201"},
    {"710103", "其他资金支出", BudgetExpense, Debit, "8501"},
    {"7201", "事业支出", BudgetExpense, Debit},
    {"720101", "财政拨款支出", BudgetExpense, Debit, "8101"},
    {"720102", "非财政专项资金支出", BudgetExpense, Debit, "8201"},
    {"720103", "其他资金支出", BudgetExpense, Debit, "8501"},
    {"7901", "其他支出", BudgetExpense, Debit, "8501"},
    // 预算结余 budget balance
    {"8001", "资金结存", BudgetBalance, Debit},
    {"800101", "零余额账户用款额度", BudgetBalance, Debit},
    {"800102", "货币资金", BudgetBalance, Debit},
    {"800103", "财政应返还额度", BudgetBalance, Debit},
    {"8101", "财政拨款结转", BudgetBalance, Credit},
    {"8102", "财政拨款结余", BudgetBalance, Credit},
    {"8201", "非财政拨款结转", BudgetBalance, Credit},
    {"8202", "非财政拨款结余", BudgetBalance, Credit},
    {"8501", "其他结余", BudgetBalance, Credit, "8202"},
    {"8701", "非财政拨款结余分配", BudgetBalance, Credit, "8202"},
};

}  // namespace

ChartTemplate special_fund_chart() {
  return ChartTemplate{
      "special-fund",
      "财政专项扶贫资金专账",
      "special poverty-alleviation funds of a county",
      "一级科目编码与名称依《政府会计制度》（财会〔2017〕25号）；二级科目为本模板所设，按资金层级、用途和报账制往来划分，"
      "使用前请按本地规定核对。年终收入、费用转入3301本期盈余，再转3001累计盈余；提取专用基金时借记3302，余额同转3001。"
      "预算收支按资金性质转入8101、8201或8501，8501再转8202。现金、存款与用款额度不得为负；8001资金结存随货币资金变动，不另设限。"
      "已取消零余额账户用款额度的地区不用1011与800101。专户利息应上缴的记2103。"
      " First-level codes and names follow the government accounting system; second-level accounts are this template's own,"
      " by level of government, use, and advances awaiting reimbursement: check them against local rules."
      " Income and expenses close to 3301, then 3001; budget accounts close to 8101, 8201 or 8501 by kind of money."
      " 8001 follows the money accounts, where overdrafts are refused already, and has no limit of its own.",
      kRows};
}

}  // namespace mingzhang::ledger
