// SPDX-License-Identifier: Apache-2.0
// The sentences for packs, rules and inputs that are refused.
#include "policy/policy_outcome.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/outcome_table.h"

namespace mingzhang::policy {
namespace {

/// Enough for anybody to see what is wrong with a file; a machine-made one could hold millions.
constexpr std::size_t kProblemsMax = 1'000;

constexpr std::array kOutcomes{
    OutcomeInfo{101, "POLICY-101", "NotJson", Fault::Request, false, "不是合法的 JSON", "this is not JSON",
                "请按所示行列改正", "correct it at the line and column shown"},
    OutcomeInfo{102, "POLICY-102", "TooLarge", Fault::Request, false, "规则包过大", "the pack is too large",
                "请拆成几个规则包，每个不超过 4 MiB", "split it: at most 4 MiB each"},
    OutcomeInfo{103, "POLICY-103", "TooDeep", Fault::Request, false, "层次过深", "nested too deeply",
                "请减少嵌套；分配最多三层", "nest less; a split has at most three levels"},
    OutcomeInfo{104, "POLICY-104", "KeyTwice", Fault::Request, false, "同一个键出现两次", "a key stands twice",
                "请只保留一个", "keep one of them"},
    OutcomeInfo{105, "POLICY-105", "NullValue", Fault::Request, false, "不能写 null", "null is not allowed",
                "没有的内容请省去整个键", "leave the key out"},
    OutcomeInfo{106, "POLICY-106", "NotWhole", Fault::Request, false, "数字不是整数或过大",
                "a number is not whole or too large", "金额和比例请写成文字，如 \"150.00\"、\"3%\"",
                "write amounts and percentages as text: \"150.00\", \"3%\""},
    OutcomeInfo{107, "POLICY-107", "TextNotPlain", Fault::Request, false, "规则包中的文字含控制字符，或键不是 ASCII",
                "text of the pack holds control characters, or a key is not ASCII", "请删去不可见字符",
                "remove the invisible characters"},
    OutcomeInfo{108, "POLICY-108", "KeyUnknown", Fault::Request, false, "没有这个键", "there is no such key",
                "请核对拼写；可用的键见 `mingzhang policy fields`", "check the spelling; see `mingzhang policy fields`"},
    OutcomeInfo{109, "POLICY-109", "KeyMissing", Fault::Request, false, "缺少必需的键", "a required key is missing",
                "请补上", "add it"},
    OutcomeInfo{110, "POLICY-110", "WrongType", Fault::Request, false, "类型不对", "the value has the wrong type",
                "请写成所示类型", "write the type shown"},
    OutcomeInfo{111, "POLICY-111", "ListEmpty", Fault::Request, false, "列表为空", "the list is empty",
                "请至少写一项", "give at least one item"},
    OutcomeInfo{112, "POLICY-112", "TextBad", Fault::Request, false, "文字为空、过长、首尾有空格或含保留字符",
                "a text is empty, too long, has blanks at its ends or holds a reserved character",
                "文字不超过 2000 字节；名称不超过 120 字节，且不含 , ， = @",
                "at most 2,000 bytes; names at most 120 bytes and without commas, = and @"},
    OutcomeInfo{113, "POLICY-113", "IdBad", Fault::Request, false, "代号写法不对", "an id is not well formed",
                "代号只用小写字母、数字和所示连接符", "use lower-case letters, digits and the joining character shown"},
    OutcomeInfo{114, "POLICY-114", "WordUnknown", Fault::Request, false, "没有这个选项", "there is no such choice",
                "请用所列选项之一", "use one of the choices listed"},
    OutcomeInfo{115, "POLICY-115", "NumberBad", Fault::Request, false, "数值写法不对或超出范围",
                "a number is not well formed or out of its range", "请核对数值", "check the number"},
    OutcomeInfo{116, "POLICY-116", "AmountBad", Fault::Request, false, "金额写法不对", "this is no amount",
                "请写成 \"150.00\"：不为负，最多两位小数，不带千分号",
                "write \"150.00\": not negative, at most two decimals, no separators"},
    OutcomeInfo{117, "POLICY-117", "ShareBad", Fault::Request, false, "比例写法不对", "this is no percentage",
                "请写成 \"3%\"、\"0.5%\" 或 \"2/3\"", "write \"3%\", \"0.5%\" or \"2/3\""},
    OutcomeInfo{118, "POLICY-118", "DateBad", Fault::Request, false, "日期写法不对或没有这一天", "this is no date",
                "请写成 \"2016-10-14\"", "write \"2016-10-14\""},
    OutcomeInfo{119, "POLICY-119", "FormatUnknown", Fault::Request, false, "规则包格式不是 1",
                "the pack's format is not 1", "本程序只认格式 1；请换用新版程序", "this program reads format 1; use a newer one"},
    OutcomeInfo{120, "POLICY-120", "NameDiffers", Fault::Request, false, "规则包代号与文件名不一致",
                "the pack's id differs from its file's name", "请让两者一致，如 weining-2016.json",
                "make them equal, e.g. weining-2016.json"},
    OutcomeInfo{121, "POLICY-121", "KindUnknown", Fault::Request, false, "没有这种规则", "there is no such kind of rule",
                "可用的种类见 `mingzhang policy fields`", "see `mingzhang policy fields`"},
    OutcomeInfo{122, "POLICY-122", "NameTwice", Fault::Request, false, "名称重复", "a name stands twice",
                "请让名称各不相同", "make the names differ"},
    OutcomeInfo{123, "POLICY-123", "ValidityEmpty", Fault::Request, false, "有效期为空：终止日不晚于起始日",
                "the validity is empty: it ends before it begins", "valid_to 是失效的第一天，须晚于 valid_from",
                "valid_to is the first day out of force and lies after valid_from"},
    OutcomeInfo{124, "POLICY-124", "ValidityOutside", Fault::Request, false, "规则有效期超出规则包有效期",
                "the rule's validity leaves its pack's", "请缩短规则有效期，或延长规则包有效期",
                "shorten the rule's or extend the pack's"},
    OutcomeInfo{125, "POLICY-125", "ValidityOverlap", Fault::Request, false, "同一规则的两个版本有效期重叠",
                "two versions of a rule are in force on the same day", "请让前一版在后一版生效日失效",
                "let the earlier end on the day on which the later begins"},
    OutcomeInfo{126, "POLICY-126", "WeightsZero", Fault::Request, false, "权重合计为零", "the weights sum to zero",
                "请至少给一部分正的权重", "give at least one part a positive weight"},
    OutcomeInfo{127, "POLICY-127", "StepsDisordered", Fault::Request, false, "各档起始日期没有依次递增",
                "the steps' dates do not rise", "请按日期先后排列，日期不得相同", "order them by date, no date twice"},
    OutcomeInfo{128, "POLICY-128", "StepNotFirstDay", Fault::Request, false, "按月标准须自每月 1 日起",
                "a monthly amount does not begin on the first of a month", "请改为某月 1 日", "begin it on the first"},
    OutcomeInfo{129, "POLICY-129", "BandsGap", Fault::Request, false, "分数段之间有缺口",
                "there is a gap between two bands", "请让下一段从上一段终点开始，且该点恰属一段",
                "begin each band where the one before ends; that point belongs to exactly one"},
    OutcomeInfo{130, "POLICY-130", "BandsOverlap", Fault::Request, false, "分数段重叠", "two bands overlap",
                "请让交界的分数只属于一段", "let the score between them belong to one band only"},
    OutcomeInfo{131, "POLICY-131", "BandEmpty", Fault::Request, false, "分数段里没有任何分数", "a band holds no score",
                "请让终点大于起点", "let it end above its beginning"},
    OutcomeInfo{132, "POLICY-132", "ComponentsDiffer", Fault::Request, false, "组成部分之和不等于标准",
                "the components do not sum to the amount per unit", "请核对各部分金额", "check the components"},
    OutcomeInfo{133, "POLICY-133", "LimitsSwapped", Fault::Request, false, "下限大于上限",
                "the lower limit is above the upper", "请对调", "swap them"},
    OutcomeInfo{134, "POLICY-134", "FigureUnknown", Fault::Request, false, "核对所用的数字没有列出",
                "the check names a figure that is not listed", "请用 figures 中的名称", "use a name from figures"},
    OutcomeInfo{135, "POLICY-135", "FiguresTooFew", Fault::Request, false, "核对所用的数字个数不对",
                "the check names the wrong number of figures", "请按所示补足", "name as many as shown"},
    OutcomeInfo{136, "POLICY-136", "SeverityDiffers", Fault::Request, false, "severity 与文件自身数字的核对结果不符",
                "severity does not agree with what the document's own figures give",
                "数字相符写 ok，不符写 warning；请核对数字", "ok where they agree, warning where not; check the figures"},
    OutcomeInfo{137, "POLICY-137", "ShareTooFine", Fault::Request, false, "比例相乘后过细，无法精确计算",
                "the product of the shares is too fine to compute exactly", "请减少小数位数", "use fewer decimals"},
    OutcomeInfo{138, "POLICY-138", "TiersDisordered", Fault::Request, false, "各档期限或天数没有依次递增",
                "the tiers of terms or days do not rise", "请自小到大排列；只有最后一档可以不写上限",
                "order them from small to large; only the last may be without an end"},
    OutcomeInfo{139, "POLICY-139", "ColumnsDiffer", Fault::Request, false, "一行的利率个数与列数不同",
                "a row has another number of rates than there are columns", "每列写一个利率，次序与 columns 相同",
                "write one rate for each column, in the order of columns"},
    OutcomeInfo{140, "POLICY-140", "KeysExclude", Fault::Request, false, "这些键不能同时写",
                "these keys exclude each other", "请只写其中一个", "write only one of them"},
    OutcomeInfo{201, "POLICY-201", "PackUnknown", Fault::NotFound, false, "没有这个规则包", "there is no such pack",
                "用 policy list 查看", "see `policy list`"},
    OutcomeInfo{202, "POLICY-202", "RuleUnknown", Fault::NotFound, false, "规则包里没有这条规则",
                "the pack has no such rule", "用 rule list 查看", "see `rule list`"},
    OutcomeInfo{203, "POLICY-203", "PackNotInForce", Fault::NotFound, false, "这一天没有生效的规则包",
                "no pack is in force on that day", "请核对日期，或换用所示前后的规则包",
                "check the date, or use the pack before or after it"},
    OutcomeInfo{204, "POLICY-204", "RuleNotInForce", Fault::NotFound, false, "这一天该规则没有生效的版本",
                "no rule is in force on that date", "请核对日期；前后的版本如所示",
                "check the date; the versions before and after it are shown"},
    OutcomeInfo{205, "POLICY-205", "PackTwice", Fault::Conflict, false, "同一规则包的同一版本有两份",
                "the same version of a pack stands twice", "请改版本号或移走一份", "raise the version or remove one"},
    OutcomeInfo{301, "POLICY-301", "InputNotNamed", Fault::Request, false, "输入没有写成 名称=值",
                "an input is not written name=value", "请写成 count=85008", "write count=85008"},
    OutcomeInfo{302, "POLICY-302", "InputTwice", Fault::Request, false, "同一输入给了两次", "an input is given twice",
                "请只给一次", "give it once"},
    OutcomeInfo{303, "POLICY-303", "InputUnknown", Fault::Request, false, "该规则没有这项输入",
                "the rule has no such input", "可用的输入如所示，详见 rule show", "its inputs are shown; see `rule show`"},
    OutcomeInfo{304, "POLICY-304", "InputMissing", Fault::Request, false, "缺少输入", "an input is missing",
                "请补上所示输入", "give the input shown"},
    OutcomeInfo{305, "POLICY-305", "InputNotAmount", Fault::Request, false, "输入不是金额",
                "the input is no amount", "请写成 12345.67：不为负，半角数字，最多两位小数，不带千分号",
                "write 12345.67: not negative, at most two decimals, no separators"},
    OutcomeInfo{306, "POLICY-306", "InputNotCount", Fault::Request, false, "输入不是个数", "the input is no count",
                "请写不小于 0 的整数", "write a whole number, not negative"},
    OutcomeInfo{307, "POLICY-307", "InputNotNumber", Fault::Request, false, "输入不是所需的数", "the input is no such number",
                "请写成 59.99，小数位数不超过所示", "write 59.99, with no more decimals than shown"},
    OutcomeInfo{308, "POLICY-308", "InputNotDate", Fault::Request, false, "输入不是日期", "the input is no date",
                "请写成 2016-10-14", "write 2016-10-14"},
    OutcomeInfo{309, "POLICY-309", "InputNotMonth", Fault::Request, false, "输入不是月份", "the input is no month",
                "请写成 2016-10", "write 2016-10"},
    OutcomeInfo{310, "POLICY-310", "InputNotWord", Fault::Request, false, "输入不是可选的词",
                "the input is none of the words allowed", "请用所列的词", "use one of the words listed"},
    OutcomeInfo{311, "POLICY-311", "InputNotText", Fault::Request, false, "输入为空、过长或含控制字符",
                "the input is empty, too long or holds control characters", "不超过 2000 字节，不含不可见字符",
                "at most 2,000 bytes without invisible characters"},
    OutcomeInfo{312, "POLICY-312", "InputTooLarge", Fault::Request, false, "输入超出范围", "the input is out of its range",
                "请核对数值", "check the number"},
    OutcomeInfo{313, "POLICY-313", "InputsExclude", Fault::Request, false, "这些输入不能同时给",
                "these inputs exclude each other", "请只给其中一种", "give only one of them"},
    OutcomeInfo{314, "POLICY-314", "InputsReversed", Fault::Request, false, "两项输入先后或大小颠倒",
                "two inputs are in the wrong order", "请核对两项输入", "check both"},
    OutcomeInfo{401, "POLICY-401", "NoAmountYet", Fault::Request, false, "这一天还没有标准",
                "there is no amount in force on that day", "请核对日期；最早的标准自所示日期起", "check the date; the first amount begins on the day shown"},
    OutcomeInfo{402, "POLICY-402", "OutsideBands", Fault::Request, false, "分数在所有分数段之外",
                "the score lies outside all bands", "请核对分数", "check the score"},
    OutcomeInfo{403, "POLICY-403", "DivisionByZero", Fault::Request, false, "除数为零", "the divisor is zero",
                "请核对所示输入", "check the input shown"},
    OutcomeInfo{404, "POLICY-404", "ResultTooLarge", Fault::Request, false, "结果超过金额上限",
                "the result is beyond the limit of amounts", "请核对输入", "check the inputs"},
    OutcomeInfo{405, "POLICY-405", "TermOutside", Fault::Request, false, "期限不在规定的任何一档",
                "the term lies in none of the tiers", "请核对期限；最长的一档如所示", "check the term; the longest tier is shown"},
    OutcomeInfo{406, "POLICY-406", "RateUnknown", Fault::Request, false, "缺少所据利率表的利率",
                "the rate of the table that the rule rests on is not known",
                "请采用所示利率表的规则包，或用所示输入给出利率", "adopt the pack of the table shown, or give the rate by the input shown"},
    OutcomeInfo{501, "POLICY-501", "AdoptionContentBad", Fault::Request, false, "采用的内容不是这个规则包",
                "the content is not the pack that is named", "请从规则包文件重新采用", "adopt it again from its file"},
    OutcomeInfo{502, "POLICY-502", "AdoptionDigestDiffers", Fault::Request, false, "规则包摘要与内容不符",
                "the digest is not that of the pack", "请从规则包文件重新采用", "adopt it again from its file"},
    OutcomeInfo{503, "POLICY-503", "AdoptionEmpty", Fault::Request, false, "采用期间没有一天",
                "the pack would be used on no day", "截止日应晚于起始日", "the end lies behind the beginning"},
    OutcomeInfo{504, "POLICY-504", "AdoptionOverlaps", Fault::Conflict, false, "该规则包在其中某日已经采用",
                "the pack is adopted on some of these days already",
                "请先用 policy end 停用原来的，或改起止日期", "end the other first with `policy end`, or choose other days"},
    OutcomeInfo{505, "POLICY-505", "AdoptionUnknown", Fault::NotFound, false, "没有可在该日停用的规则包",
                "no adoption of this pack can end on that day", "用 policy list --book 查看采用期间，只能提前，不能延后",
                "see `policy list --book`: an adoption is made shorter, never longer"},
    OutcomeInfo{506, "POLICY-506", "NotAdopted", Fault::NotFound, false, "账套在该日没有采用这个规则包或规则",
                "the book uses no such pack or rule on that day", "请用 policy adopt 采用，或核对日期与代号",
                "adopt it with `policy adopt`, or check day and id"},
    OutcomeInfo{507, "POLICY-507", "NotOfAdoptedPack", Fault::Conflict, false, "计算说明不是依账套采用的规则包作出的",
                "the explanation was not made by a pack that the book has adopted for its day",
                "请用 rule eval --book 或 --rule 重新计算", "compute it again with `rule eval --book` or --rule"},
    OutcomeInfo{508, "POLICY-508", "RuleInSeveral", Fault::Request, false, "采用的规则包中有几个含这条规则",
                "several adopted packs have a rule of this id", "请写成 规则包/规则", "write PACK/RULE"},
};

}  // namespace

std::span<const OutcomeInfo> policy_outcomes() { return kOutcomes; }

const OutcomeInfo& info_of(PolicyOutcome outcome) {
  return find_outcome(kOutcomes, static_cast<std::uint16_t>(outcome));
}

void Problems::add(PolicyOutcome outcome, std::string place, std::string detail) {
  if (found_.size() >= kProblemsMax) return;
  found_.push_back(Problem{&info_of(outcome), std::move(place), std::move(detail)});
}

bool Problems::has_at(std::string_view place) const {
  return std::any_of(found_.begin(), found_.end(), [place](const Problem& problem) { return problem.place == place; });
}

bool Problems::has_within(std::string_view place) const {
  return std::any_of(found_.begin(), found_.end(), [place](const Problem& problem) {
    const std::string_view other = problem.place;
    return other.starts_with(place) && (other.size() == place.size() || other[place.size()] == '/');
  });
}

}  // namespace mingzhang::policy
