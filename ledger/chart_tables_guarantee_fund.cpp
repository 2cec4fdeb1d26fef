// SPDX-License-Identifier: Apache-2.0
// Chart of a guarantee fund (担保基金) kept by a public body.
#include "ledger/chart_tables.h"

namespace mingzhang::ledger {
namespace {

using enum AccountClass;
using enum Side;

constexpr ChartRow kRows[] = {
    {"1002", "银行存款", Asset, Debit},
    {"100201", "担保基金专户", Asset, Debit, "", true},
    {"100202", "存放合作银行保证金", Asset, Debit, "", true},
    {"100203", "担保基金定期存款", Asset, Debit, "", true},
    {"1212", "应收账款", Asset, Debit},
    {"121201", "应收担保费", Asset, Debit},
    {"1216", "应收利息", Asset, Debit},
    {"1218", "其他应收款", Asset, Debit},
    {"121801", "应收其他资金款", Asset, Debit},
    {"121802", "应收代偿款", Asset, Debit},
    {"121803", "应收出资款", Asset, Debit},
    {"121804", "应收风险补偿款", Asset, Debit},
    {"121809", "单位和个人往来", Asset, Debit},
    {"1219", "坏账准备", Asset, Credit},
    {"2103", "应缴财政款", Liability, Credit},
    {"2305", "预收账款", Liability, Credit},
    {"230501", "预收担保费", Liability, Credit},
    {"2307", "其他应付款", Liability, Credit},
    {"230701", "应付其他资金款", Liability, Credit},
    {"230702", "存入保证金", Liability, Credit},
    {"230703", "待确认追偿款", Liability, Credit},
    {"230709", "单位和个人往来", Liability, Credit},
    {"2601", "预计负债", Liability, Credit},
    {"260101", "担保赔偿准备", Liability, Credit},
    {"3001", "累计盈余", NetAssets, Credit},
    {"3101", "专用基金", NetAssets, Credit},
    {"310101", "担保基金（省级财政）", NetAssets, Credit},
    {"310102", "担保基金（市县财政）", NetAssets, Credit},
    {"310103", "担保基金（企业和社会出资）", NetAssets, Credit},
    {"310109", "担保基金（按规定提取）", NetAssets, Credit},
    {"3301", "本期盈余", NetAssets, Credit, "3001"},
    {"3302", "本年盈余分配", NetAssets, Credit, "3001"},
    {"3501", "以前年度盈余调整", NetAssets, Credit, "3001"},
    {"4101", "事业收入", Income, Credit},
    {"410101", "担保费收入", Income, Credit, "3301"},
    {"4603", "捐赠收入", Income, Credit, "3301"},
    {"4604", "利息收入", Income, Credit, "3301"},
    {"4609", "其他收入", Income, Credit},
    {"460901", "追回已核销代偿款", Income, Credit, "3301"},
    {"460909", "其他", Income, Credit, "3301"},
    {"5001", "业务活动费用", Expense, Debit},
    {"500101", "代偿损失", Expense, Debit, "3301"},
    {"500102", "追偿费用", Expense, Debit, "3301"},
    {"500103", "提取担保赔偿准备", Expense, Debit, "3301"},
    {"5101", "单位管理费用", Expense, Debit, "3301"},
    {"5901", "其他费用", Expense, Debit, "3301"},
};

}  // namespace

ChartTemplate guarantee_fund_chart() {
  return ChartTemplate{
      "guarantee-fund",
      "担保基金",
      "guarantee fund",
      "一级科目依《政府会计制度》（财会〔2017〕25号），二级科目为本模板所设。假定基金由事业单位管理、单独建账、只作财务会计核算；"
      "由担保公司管理的应改用企业会计科目。代偿记121802应收代偿款待追偿；担保赔偿准备记260101；在保余额属表外事项，不在本账。"
      " First-level codes follow the government accounting system. Assumed: a public institution keeps the fund in a book"
      " of its own with financial entries only; a guarantee company would use enterprise accounts instead. Guarantees"
      " outstanding are off the balance sheet and not in this book.",
      kRows};
}

}  // namespace mingzhang::ledger
