// SPDX-License-Identifier: Apache-2.0
// The sentences for what cannot be read or found.
#include "service/reading/outcome.h"

#include <array>
#include <utility>

#include "base/outcome_table.h"

namespace mingzhang::service {
namespace {

constexpr std::array kOutcomes{
    OutcomeInfo{101, "READ-101", "DateBad", Fault::Request, false, "不是日期", "this is no date",
                "请写成 2016-10-14", "write 2016-10-14"},
    OutcomeInfo{102, "READ-102", "MonthBad", Fault::Request, false, "不是月份", "this is no month",
                "请写成 2016-10", "write 2016-10"},
    OutcomeInfo{103, "READ-103", "AmountBad", Fault::Request, false, "不是金额", "this is no amount",
                "请写成 12345.67：半角数字，最多两位小数，不带千分号", "write 12345.67: at most two decimals, no separators"},
    OutcomeInfo{104, "READ-104", "LineBad", Fault::Request, false, "分录写法不对", "the line cannot be read",
                "请写成 “借|贷 科目 金额 [fund=…] [project=…] [subject=…] [note=…]”",
                "write \"debit|credit ACCOUNT AMOUNT [fund=…] [project=…] [subject=…] [note=…]\""},
    OutcomeInfo{105, "READ-105", "TypeBad", Fault::Request, false, "没有这种凭证字", "there is no such voucher type",
                "可用 记、收、付、转 或 general、receipt、payment、transfer", "use general, receipt, payment or transfer"},
    OutcomeInfo{106, "READ-106", "ClassBad", Fault::Request, false, "没有这种科目类别", "there is no such account class",
                "可用 asset、liability、net_assets、income、expense、budget_income、budget_expense、budget_balance、unclassified",
                "use asset, liability, net_assets, income, expense, budget_income, budget_expense, budget_balance or "
                "unclassified"},
    OutcomeInfo{107, "READ-107", "SideBad", Fault::Request, false, "没有这种方向", "there is no such side",
                "可用 借、贷 或 debit、credit", "use debit or credit"},
    OutcomeInfo{108, "READ-108", "ActionBad", Fault::Request, false, "没有这种操作", "there is no such action",
                "可用的操作见 --help", "see --help"},
    OutcomeInfo{109, "READ-109", "NameBad", Fault::Request, false, "不是凭证名", "this is no voucher name",
                "请写成 2016-10/记/12", "write 2016-10/记/12"},
    OutcomeInfo{110, "READ-110", "RangeBad", Fault::Request, false, "起始日期晚于截止日期", "the first day is after the last",
                "请对调两个日期", "swap them"},
    OutcomeInfo{111, "READ-111", "FormatBad", Fault::Request, false, "没有这种格式", "there is no such format",
                "可用的格式见 --help", "see --help"},
    OutcomeInfo{112, "READ-112", "WeightsBad", Fault::Request, false, "不是分配比例", "these are no weights",
                "请写成 7:3 或 70/20/10", "write 7:3 or 70/20/10"},
    OutcomeInfo{113, "READ-113", "NumberBad", Fault::Request, false, "不是所需的整数", "this is not the whole number wanted",
                "请核对数值及其范围", "check the number and its range"},
    OutcomeInfo{114, "READ-114", "YearBad", Fault::Request, false, "不是年份", "this is no year", "请写成 2016",
                "write 2016"},
    OutcomeInfo{115, "READ-115", "DayMissing", Fault::Request, false, "没有说明时间范围", "no day or month is named",
                "请用 --period、--as-of 或 --from 和 --to", "use --period, --as-of or --from and --to"},
    OutcomeInfo{116, "READ-116", "LevelBad", Fault::Request, false, "没有这种区划级别", "there is no such level",
                "可用 county 县、township 乡镇、village 村、group 组", "use county, township, village or group"},
    OutcomeInfo{117, "READ-117", "StatusBad", Fault::Request, false, "没有这种状态", "there is no such status",
                "可用 identified 已识别、in 在册、exited 脱贫、returned 返贫、removed 剔除",
                "use identified, in, exited, returned or removed"},
    OutcomeInfo{118, "READ-118", "ScoreBad", Fault::Request, false, "不是分数", "this is no score",
                "请写成 87.25：最多两位小数", "write 87.25: at most two decimals"},
    OutcomeInfo{119, "READ-119", "ItemBad", Fault::Request, false, "步骤或清单项写法不对",
                "a step or an item of a checklist cannot be read", "步骤写成 村公示:7，清单项写成 住房安全=是|否|不详",
                "write a step as NAME:DAYS, an item as NAME=yes|no|unknown"},
    OutcomeInfo{120, "READ-120", "PersonalBad", Fault::Request, false, "个人信息看不懂", "the personal values cannot be read",
                "每行一项，如“姓名=…”；可用 姓名、身份证号、银行卡号、电话、备注，从文件或标准输入读取",
                "one per line, e.g. name=…; name, id_number, card, phone, note; from a file or standard input"},
    OutcomeInfo{121, "READ-121", "WordBad", Fault::Request, false, "没有这个词", "this word is not one of those wanted",
                "可用的词见 --help", "see --help"},
    OutcomeInfo{122, "READ-122", "PartsBad", Fault::Request, false, "写法不对", "this is not written as wanted",
                "写法见 --help", "see --help"},
    OutcomeInfo{123, "READ-123", "RuleDiffers", Fault::Request, false, "金额与规则计算的结果不一致",
                "the amount is not the one that the rule computes", "不写金额即按规则计算，或核对规则的输入",
                "leave the amount out to take the rule's, or check its inputs"},
    OutcomeInfo{124, "READ-124", "ExplainedTwice", Fault::Request, false, "--rule 与 --explanation 只能用一个",
                "--rule and --explanation exclude each other", "用 --rule 时说明由规则给出",
                "with --rule the explanation is the rule's answer"},
    OutcomeInfo{125, "READ-125", "RuleForbids", Fault::Conflict, false, "规则不允许这样办理",
                "the rule does not allow this", "原因如所示，请修改后再办", "the reason is named; change what is asked for"},
    OutcomeInfo{201, "READ-201", "DatabaseMissing", Fault::NotFound, false, "数据库不存在", "there is no such database",
                "请核对 --db；新建账套用 book create", "check --db; `book create` makes a new one"},
    OutcomeInfo{202, "READ-202", "AccountUnknown", Fault::NotFound, false, "科目不存在", "the account does not exist",
                "用 account list 查看科目", "see `account list`"},
    OutcomeInfo{203, "READ-203", "FundUnknown", Fault::NotFound, false, "资金来源不存在", "the fund does not exist",
                "用 fund list 查看资金来源", "see `fund list`"},
    OutcomeInfo{204, "READ-204", "ProjectUnknown", Fault::NotFound, false, "项目不存在", "the project does not exist",
                "用 project list 查看项目", "see `project list`"},
    OutcomeInfo{205, "READ-205", "SubjectUnknown", Fault::NotFound, false, "账套里没有这个对象",
                "nothing in this book names that subject", "请核对编号", "check the id"},
    OutcomeInfo{206, "READ-206", "VoucherUnknown", Fault::NotFound, false, "没有这张凭证", "there is no such voucher",
                "用 voucher list 查看凭证", "see `voucher list`"},
    OutcomeInfo{207, "READ-207", "FileMissing", Fault::NotFound, false, "文件不存在或读不了", "the file cannot be read",
                "请核对路径和权限", "check path and permissions"},
    OutcomeInfo{208, "READ-208", "BooksMissing", Fault::NotFound, false, "数据库里没有账套", "the database has no books",
                "请核对 --db，或先建账", "check --db, or create a book"},
    OutcomeInfo{209, "READ-209", "MoneyUnknown", Fault::NotFound, false, "那个账套没有这个单号的资金业务",
                "that book has no command of this code that moved money", "请核对账套和单号",
                "check the book and the code"},
    OutcomeInfo{301, "READ-301", "DatabaseExists", Fault::Conflict, false, "文件已存在，不覆盖", "the file exists already",
                "请换一个目录或文件名", "choose another folder or name"},
    OutcomeInfo{302, "READ-302", "NothingToCarry", Fault::Conflict, false, "没有需要结转的余额",
                "nothing is left to carry forward", "无须再办", "nothing to do"},
    OutcomeInfo{303, "READ-303", "CounterpartThere", Fault::Conflict, false, "这笔业务在本账套已有对应凭证",
                "this book has a voucher for it already", "如有错，请先冲销原凭证", "if it is wrong, reverse it first"},
    OutcomeInfo{901, "READ-901", "FileFailed", Fault::World, true, "文件写不了", "the file cannot be written",
                "请检查目录、权限和磁盘空间", "check the folder, its permissions and the space left"},
};

}  // namespace

std::span<const OutcomeInfo> reading_outcomes() { return kOutcomes; }

const OutcomeInfo& info_of(ReadingOutcome outcome) {
  return find_outcome(kOutcomes, static_cast<std::uint16_t>(outcome));
}

Refusal refusal(ReadingOutcome outcome, std::string detail) { return refusal(info_of(outcome), std::move(detail)); }

}  // namespace mingzhang::service
