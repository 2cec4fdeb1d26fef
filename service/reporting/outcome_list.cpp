// SPDX-License-Identifier: Apache-2.0
// Writes the document of refusals.
#include "service/reporting/outcome_list.h"

#include <string_view>
#include <vector>

#include "audit/books/outcome.h"
#include "audit/notes/outcome.h"
#include "audit/package/outcome.h"
#include "audit/stamps/outcome.h"
#include "audit/tokens/outcome.h"
#include "audit/verify/outcome.h"
#include "funds/funds_outcome.h"
#include "guarantee/guarantee_outcome.h"
#include "households/register_outcome.h"
#include "ledger/account_commands.h"
#include "ledger/book_commands.h"
#include "ledger/period_command.h"
#include "ledger/post_outcome.h"
#include "loans/lending_outcome.h"
#include "loans/loans_outcome.h"
#include "loans/reconciliation_outcome.h"
#include "loans/subsidy_outcome.h"
#include "policy/policy_outcome.h"
#include "service/imports/register_import_outcome.h"
#include "service/imports/voucher_import_outcome.h"
#include "service/moving/outcome.h"
#include "service/reading/outcome.h"
#include "service/request_outcome.h"
#include "service/verify.h"

namespace mingzhang::service {
namespace {

std::string_view exit_text(Fault fault) {
  switch (fault) {
    case Fault::Request: return "4 请求有误 request";
    case Fault::NotFound: return "3 不存在 not found";
    case Fault::Conflict: return "5 冲突 conflict";
    case Fault::Permission: return "6 权限 permission";
    case Fault::Broken: return "7 账簿损坏 broken";
    case Fault::World: return "1 系统故障 world";
  }
  return "";
}

/// A cell: a bar would end it.
std::string cell(std::string_view text) {
  std::string result;
  for (const char letter : text) result += letter == '|' ? std::string("\\|") : std::string(1, letter);
  return result;
}

void append_table(const OutcomeTable& table, std::string& text) {
  text += "\n## " + table.title + "\n\n| 代码 code | 名称 name | 退出码 exit | 原因 what is wrong | 处理 what to do |\n";
  text += "|---|---|---|---|---|\n";
  for (const OutcomeInfo& info : table.outcomes) {
    text += "| " + std::string(info.code) + " | " + std::string(info.name) + " | " + (table.exit.empty() ? std::string(exit_text(info.fault)) : table.exit) +
            (info.may_retry_unchanged ? "，可原样重试 may be tried again" : "") + " | " + cell(info.zh) + "<br>" +
            cell(info.en) + " | " + cell(info.remedy_zh) + "<br>" + cell(info.remedy_en) + " |\n";
  }
}

}  // namespace

std::string outcomes_document(std::span<const OutcomeTable> more) {
  std::string text =
      "# 拒绝原因 Refusals\n\n"
      "本文由 `mingzhang outcomes` 写成。代码固定不变，从不改作他用；表内先后即判断的先后，先成立者即为答复。\n"
      "Written by `mingzhang outcomes`. Codes never change and are never used again; the order in a table is the order in\n"
      "which reasons are looked for, and the first that applies is the answer.\n";
  const std::vector<OutcomeTable> known{{"凭证 Vouchers", ledger::post_outcomes(), {}},
                                        {"科目 Accounts", ledger::account_outcomes(), {}},
                                        {"账套、角色、资金与项目 Books, roles, funds and projects", ledger::book_outcomes(), {}},
                                        {"会计期间 Months", ledger::period_outcomes(), {}},
                                        {"村与农户 Divisions and households", households::register_outcomes(), {}},
                                        {"指标、拨付与发放 Indicators, allocations and payments", funds::funds_outcomes(), {}},
                                        {"贷款条件和还款计划 Terms and schedules of loans", loans::loans_outcomes(), {}},
                                        {"贷款业务 The life of a loan", loans::lending_outcomes(), {}},
                                        {"贴息 Interest subsidy", loans::subsidy_outcomes(), {}},
                                        {"对账 Reconciliation", loans::reconciliation_outcomes(), {}},
                                        {"担保与代偿 Guarantees and compensation", guarantee::guarantee_outcomes(), {}},
                                        {"规则 Policy packs and rules", policy::policy_outcomes(), {}},
                                        {"密钥、检查点与证明 Keys, checkpoints and proofs", audit::seal_outcomes(), {}},
                                        {"审计包 Packages", audit::package_outcomes(), {}},
                                        {"审计包的核验 Verification of packages", audit::verdict_outcomes(), {}},
                                        {"审计包中的账 Books in packages", audit::books_outcomes(), {}},
                                        {"令牌与离线签名 Tokens and signing by file", audit::token_outcomes(), {}},
                                        {"时间戳与证书 Time stamps and certificates", audit::stamp_outcomes(), {}},
                                        {"请求 Requests", request_outcomes(), {}},
                                        {"导入 Imports", import_outcomes(), {}},
                                        {"户与成员的导入 Imports of households", roster_outcomes(), {}},
                                        {"查询与录入 Words and look-ups", reading_outcomes(), {}},
                                        {"迁移 Moving a book", move_outcomes(), {}},
                                        {"验证 Verification", verify_outcomes(), {}}};
  for (const OutcomeTable& table : known) append_table(table, text);
  for (const OutcomeTable& table : more) append_table(table, text);
  return text;
}

}  // namespace mingzhang::service
