// SPDX-License-Identifier: Apache-2.0
// Chart of a risk compensation fund for poverty-alleviation loans (风险补偿基金).
#include "ledger/chart_tables.h"

namespace mingzhang::ledger {
namespace {

using enum AccountClass;
using enum Side;

constexpr ChartRow kRows[] = {
    {"1002", "银行存款", Asset, Debit},
    {"100201", "风险补偿金专户", Asset, Debit, "", true},
    {"100202", "风险补偿金定期存款", Asset, Debit, "", true},
    {"1216", "应收利息", Asset, Debit},
    {"1218", "其他应收款", Asset, Debit},
    {"121801", "应收其他资金款", Asset, Debit},
    {"121802", "应收代偿款", Asset, Debit},
    {"121803", "应收出资款", Asset, Debit},
    {"121809", "单位和个人往来", Asset, Debit},
    {"1219", "坏账准备", Asset, Credit},
    {"2103", "应缴财政款", Liability, Credit},
    {"2307", "其他应付款", Liability, Credit},
    {"230701", "应付其他资金款", Liability, Credit},
    {"230702", "应返还出资方追偿款", Liability, Credit},
    {"230703", "待确认追偿款", Liability, Credit},
    {"230709", "单位和个人往来", Liability, Credit},
    {"2601", "预计负债", Liability, Credit},
    {"3001", "累计盈余", NetAssets, Credit},
    {"3101", "专用基金", NetAssets, Credit},
    {"310101", "风险补偿基金（省级财政）", NetAssets, Credit},
    {"310102", "风险补偿基金（市县财政）", NetAssets, Credit},
    {"310103", "风险补偿基金（金融机构）", NetAssets, Credit},
    {"310104", "风险补偿基金（其他出资）", NetAssets, Credit},
    {"3301", "本期盈余", NetAssets, Credit, "3001"},
    {"3302", "本年盈余分配", NetAssets, Credit, "3001"},
    {"3501", "以前年度盈余调整", NetAssets, Credit, "3001"},
    {"4603", "捐赠收入", Income, Credit, "3301"},
    {"4604", "利息收入", Income, Credit, "3301"},
    {"4609", "其他收入", Income, Credit},
    {"460901", "追回已核销代偿款", Income, Credit, "3301"},
    {"460909", "其他", Income, Credit, "3301"},
    {"5001", "业务活动费用", Expense, Debit},
    {"500101", "代偿损失", Expense, Debit, "3301"},
    {"500102", "追偿费用", Expense, Debit, "3301"},
    {"5901", "其他费用", Expense, Debit, "3301"},
};

}  // namespace

ChartTemplate risk_fund_chart() {
  return ChartTemplate{
      "risk-fund",
      "风险补偿基金",
      "risk compensation fund",
      "一级科目依《政府会计制度》（财会〔2017〕25号），二级科目为本模板所设。假定基金单独建账、只作财务会计核算，预算会计分录在主管单位账上。"
      "出资记3101专用基金，按出资方分设；代偿先记121802应收代偿款待追偿，确认无法收回时转500101代偿损失，"
      "年终经3301转3001，基金净额为3101与3001之和。追偿应按比例返还出资方的记230702。"
      " First-level codes follow the government accounting system. Assumed: the fund has a book of its own with financial"
      " entries only; contributions stand on 3101 by contributor; a paid claim is a receivable (121802) until it is written"
      " off to 500101; losses and interest reach 3001 at the year's end.",
      kRows};
}

}  // namespace mingzhang::ledger
