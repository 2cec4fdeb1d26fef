// SPDX-License-Identifier: Apache-2.0
// The table of the tests.
#include "suspicion/test_list.h"

#include <algorithm>
#include <array>

#include "base/check.h"

namespace mingzhang::suspicion {
namespace {

constexpr std::array kTests{
    TestInfo{Test::SharedCard, "shared-card", "一卡多户", "one card in several households",
             "财办〔2020〕37号：到户补贴发到户主卡，到人补贴发到本人卡", "核对开户资料、代领委托书和取款记录",
             "account papers, written authority to collect, withdrawals"},
    TestInfo{Test::SharedPhone, "shared-phone", "一号多户", "one phone in several households",
             "登记资料比对；门槛可改", "入户核实各户是否真实、是否同一人代报", "visit the households; who registered them"},
    TestInfo{Test::ExitedHousehold, "exited-household", "向已脱贫或剔除户发放", "paid to a household that had left the register",
             "登记册当日状态；脱贫后仍可享受的政策以文件为准", "核对该项补助是否允许脱贫户继续享受", "whether this programme goes on after the exit"},
    TestInfo{Test::NotRegistered, "not-registered", "向未登记户发放", "paid to a household not on the register",
             "登记册当日无此户", "核对清单来源和户编号", "where the list and its codes came from"},
    TestInfo{Test::ClassChanged, "class-changed", "定单后类别变动", "the class changed between list and payment",
             "补助按类别分档；清单日与发放日的类别应一致", "按发放日类别重算该户应得金额", "what the household is due by its class on the day of payment"},
    TestInfo{Test::ShortPublicity, "short-publicity", "公示不足即发放", "paid after too short a publicity",
             "2018年扶贫资金项目公告公示制度：乡村公示不少于10日", "调阅公示照片和公示期满记录", "photographs and records of the publicity"},
    TestInfo{Test::Split, "split", "化整为零规避审批限额", "amounts split below the approval limit",
             "审批限额由本县规定，用 --limit 给出", "核对是否同一事项、同一合同", "whether they are one matter or one contract"},
    TestInfo{Test::RepeatedClaim, "repeated-claim", "跨年重复申领", "the same cost claimed in two years",
             "同一人、同一补助、费用到分相同而年度不同；整元金额多为定额，不算", "调阅两年的票据原件比对号码", "the invoices of both years"},
    TestInfo{Test::RepeatedEvidence, "repeated-evidence", "同一凭据重复报账", "the same paper behind two reports of spending",
             "报账、结算所附凭据的摘要值相同", "调阅凭据原件，核对是否一票两报", "the paper itself: reported twice or one paper for two"},
    TestInfo{Test::OverRule, "over-rule", "补助超过规则或费用", "a benefit above its rule or its cost",
             "补助记录所附的规则说明", "按说明中的公式重算", "compute again by the formula of the explanation"},
    TestInfo{Test::Idle, "idle", "资金长期闲置", "money that has lain idle for long",
             "预算法（2014年修正）第四十二条；国办发〔2014〕70号", "询问项目进度，督促支出或按规定收回", "progress of the project; spend or recover"},
    TestInfo{Test::Staff, "staff", "财政供养人员享受", "public employees among the beneficiaries",
             "与审计人员提供的财政供养人员名单比对", "核对身份、家庭关系和识别程序记录", "identity, family, and the record of identification"},
};

}  // namespace

std::span<const TestInfo> all_tests() { return kTests; }

const TestInfo& info_of(Test test) {
  const auto found = std::find_if(kTests.begin(), kTests.end(), [test](const TestInfo& info) { return info.test == test; });
  MZ_CHECK(found != kTests.end());
  return *found;
}

std::optional<Test> parse_test(std::string_view name) {
  for (const TestInfo& info : kTests) {
    if (info.name == name || info.zh == name) return info.test;
  }
  return std::nullopt;
}

}  // namespace mingzhang::suspicion
