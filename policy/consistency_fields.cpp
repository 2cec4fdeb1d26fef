// SPDX-License-Identifier: Apache-2.0
// The members of a consistency rule and of its checks.
#include "policy/consistency_fields.h"

#include <array>

namespace mingzhang::policy {
namespace {

constexpr std::string_view kKinds = "sum|difference|equal|not_more_than|ratio|growth|cumulative|share|denominator";

constexpr std::array kFigureFields{
    Field{"name", FieldType::Name, true, "输入名", "name of its input"},
    Field{"title", FieldType::Text, true, "名称", "what it is"},
    Field{"title_en", FieldType::Text, false, "英文", "the same in English"},
    Field{"value", FieldType::Decimal, false, "文件所载数值；省去则须输入", "what the document states; asked for where left out"},
    Field{"unit", FieldType::Text, true, "单位，可带 万、亿", "its unit; 万 and 亿 are multiples"},
};

constexpr Field kKindField{"kind", FieldType::Choice, true, "怎样核对", "how to check", kKinds};
constexpr Field kPlacesField{"places", FieldType::Integer, false, "小数位数，省去则为 2", "decimals; 2 where left out", {}, nullptr, 0, 6};
constexpr Field kRoundingField{"rounding", FieldType::Choice, false, "舍入，省去则四舍五入", "the rounding; half_up where left out", kRoundings};

constexpr Field sum_field(std::string_view key, bool is_required, std::string_view zh, std::string_view en) {
  return Field{key, FieldType::Sum, is_required, zh, en};
}

constexpr std::array kSumFields{kKindField, sum_field("terms", true, "各项", "what is added"),
                                sum_field("total", false, "应等于", "what it should equal")};
constexpr std::array kDifferenceFields{kKindField, sum_field("from", true, "从", "from what"),
                                       sum_field("take", true, "减去", "what is taken away"),
                                       sum_field("total", false, "应等于", "what it should equal")};
constexpr std::array kComparisonFields{kKindField, sum_field("left", true, "左边", "the left side"),
                                       sum_field("right", true, "右边", "the right side")};
constexpr std::array kRatioFields{kKindField,
                                  sum_field("numerator", true, "分子", "the numerator"),
                                  sum_field("denominator", true, "分母", "the denominator"),
                                  sum_field("limit", false, "不应超过", "what it should not exceed"),
                                  kPlacesField,
                                  kRoundingField};
constexpr std::array kGrowthFields{kKindField, Field{"series", FieldType::Names, true, "各期，按先后", "the periods in order"},
                                   Field{"percent", FieldType::Decimal, false, "文件所称增幅（%）", "the growth stated, in percent"},
                                   kPlacesField, kRoundingField};
constexpr std::array kCumulativeFields{
    kKindField,
    Field{"terms", FieldType::Names, true, "各期，按先后", "the periods in order"},
    sum_field("total", true, "累计", "the total stated"),
    Field{"implied", FieldType::Text, false, "累计与各期之和的差额是哪一期", "the period that the rest belongs to"},
    sum_field("of", false, "占谁的比例", "the whole of which the total is a share"),
    kPlacesField,
    kRoundingField};
constexpr std::array kShareFields{kKindField,
                                  Field{"parts", FieldType::Names, true, "各部分", "the parts"},
                                  sum_field("whole", false, "全体，省去则为各部分之和", "the whole; their sum where left out"),
                                  Field{"printed", FieldType::Names, false, "文件所载比例，与各部分对应",
                                        "the percentages printed, one for each part"},
                                  kPlacesField,
                                  kRoundingField};
constexpr std::array kDenominatorFields{kKindField, Field{"parts", FieldType::Names, true, "分子", "the numerators"},
                                        Field{"rates", FieldType::Names, true, "文件所载比例（%），与分子对应",
                                              "the percentages printed, one for each"},
                                        Field{"places", FieldType::Integer, false, "所载比例的小数位数，省去则为 2",
                                              "decimals of the percentages printed; 2 where left out", {}, nullptr, 0, 5}};

template <const auto& kTable>
std::span<const Field> table() {
  return kTable;
}

constexpr std::array kVariants{
    Variant{"sum", table<kSumFields>},         Variant{"difference", table<kDifferenceFields>},
    Variant{"equal", table<kComparisonFields>}, Variant{"not_more_than", table<kComparisonFields>},
    Variant{"ratio", table<kRatioFields>},     Variant{"growth", table<kGrowthFields>},
    Variant{"cumulative", table<kCumulativeFields>}, Variant{"share", table<kShareFields>},
    Variant{"denominator", table<kDenominatorFields>},
};

constexpr std::array kFields{
    Field{"figures", FieldType::Objects, true, "所用数字", "the figures", {}, [] { return std::span<const Field>(kFigureFields); }},
    Field{"check", FieldType::Parameters, true, "怎样核对，见下", "the check, see below"},
    Field{"severity", FieldType::Choice, true, "warning 文件自相矛盾，ok 相符；与文件数字的核对结果须一致",
          "warning where the document contradicts itself, ok where not; must agree with its own figures", "warning|ok"},
    Field{"sentence", FieldType::Text, true, "给人看的话", "the sentence for people"},
    Field{"sentence_en", FieldType::Text, true, "英文", "the same in English"},
};

constexpr std::array kResults{
    ResultMember{"consistent", "true | false", "是否相符", "whether the figures agree"},
    ResultMember{"value, unit, base_value, base_unit", "number, text", "sum、difference、ratio 的结果；带 万、亿 时另给原单位",
                 "of sum, difference and ratio; in base units too where the unit has 万 or 亿"},
    ResultMember{"left, right, difference | excess", "number", "equal、not_more_than 的两边与差额",
                 "both sides of equal and not_more_than, and what they differ by"},
    ResultMember{"values", "list of numbers", "growth、share 的百分数，cumulative 的累计数",
                 "percentages of growth and share, running sums of cumulative"},
    ResultMember{"implied, total, remaining, percent", "number", "cumulative：差额、累计、余下、占比",
                 "of cumulative: the rest, the total, what remains, its share"},
    ResultMember{"sum", "number", "share：百分数之和", "of share: the percentages' sum"},
    ResultMember{"ranges, from, to", "numbers", "denominator：分母可能的范围", "of denominator: the denominators that fit"},
    ResultMember{"warning, warning_en", "text", "不相符时的话", "the sentence, where they do not agree"},
};

}  // namespace

std::span<const Field> consistency_fields() { return kFields; }
std::span<const ResultMember> consistency_results() { return kResults; }
std::span<const Variant> check_variants() { return kVariants; }

std::span<const Field> check_fields_of(std::string_view kind) {
  for (const Variant& variant : kVariants) {
    if (variant.name == kind) return variant.fields();
  }
  return std::span(&kKindField, 1);
}

}  // namespace mingzhang::policy
