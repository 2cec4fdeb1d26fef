// SPDX-License-Identifier: Apache-2.0
// Collects every command of the program.
#include "cli/verb.h"

#include <iterator>

#include "base/check.h"

namespace mingzhang::cli {

const Values::List& Values::list(std::string_view name) const {
  const auto found = values_.find(name);
  MZ_CHECK(found != values_.end());
  return found->second;
}

std::vector<Noun> all_nouns() {
  return {
      {"book", "账套 books"},
      {"account", "科目 accounts"},
      {"fund", "资金来源 funds"},
      {"indicator", "指标 indicators: permission to spend a fund"},
      {"allocation", "拨付 allocations to townships, villages, projects and units"},
      {"project", "项目 projects"},
      {"disbursement", "发放清单 payment lists"},
      {"benefit", "到人补助 benefits of persons"},
      {"loan", "贷款 loans"},
      {"repayment", "还款 repayments"},
      {"guarantee", "担保基金池 guarantee pools"},
      {"compensation", "风险补偿与代偿 risk compensation"},
      {"user", "用户与角色 users and their roles"},
      {"period", "会计期间 accounting months"},
      {"voucher", "凭证 vouchers"},
      {"subsidy", "贷款贴息 interest subsidy of loans"},
      {"reconcile", "与银行文件对账 reconciliation with a bank's files"},
      {"counterpart", "另一账套的对应凭证 vouchers for what another book moved"},
      {"draft", "待审单据 what waits for a second person"},
      {"division", "行政区划 divisions"},
      {"household", "户与成员 households and their members"},
      {"import", "导入 imports"},
      {"report", "账表 reports"},
      {"key", "签名密钥 keys that sign a book"},
      {"checkpoint", "检查点 checkpoints: the book, signed"},
      {"receipt", "收据：一笔账在共同账里的证明 receipts: proofs of single entries"},
      {"audit", "审计包：可离线核验的导出 packages for auditors"},
      {"witness", "见证 witnessing other people's checkpoints"},
      {"policy", "规则包 policy packs"},
      {"rule", "规则：列出、查看、计算 rules: list, show, compute"},
      {"rate", "利率表 rate tables"},
      {"product", "贷款产品 loan products"},
      {"calc", "计算工具，不碰账套 calculations without a book"},
      {"completion", "命令补全 completion for shells"},
  };
}

std::vector<Verb> all_verbs() {
  std::vector<Verb> verbs;
  for (auto* make : {book_verbs, register_verbs, fund_verbs, spending_verbs, disbursement_verbs, loan_verbs, loan_money_verbs,
                     day_close_verbs, subsidy_verbs, guarantee_verbs, compensation_verbs, reconcile_verbs,
                     reconcile_list_verbs, counterpart_verbs, people_verbs, voucher_verbs,
                     draft_verbs, household_verbs, import_verbs, report_verbs, audit_report_verbs, suspicion_verbs,
                     register_report_verbs, proof_verbs, seal_verbs, witness_verbs, package_verbs, file_verbs, moving_verbs, demo_verbs, policy_verbs, rate_verbs, calc_verbs, about_verbs}) {
    std::vector<Verb> some = make();
    verbs.insert(verbs.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
  }
  return verbs;
}

}  // namespace mingzhang::cli
