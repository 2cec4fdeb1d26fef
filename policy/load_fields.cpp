// SPDX-License-Identifier: Apache-2.0
// The members of a pack and of a rule.
#include <array>

#include "policy/load.h"

namespace mingzhang::policy {
namespace {

constexpr std::array kAssumption{
    Field{"reason", FieldType::Text, true, "文件没有说什么，我们怎样决定", "what the document does not say and what we decided"},
    Field{"reason_en", FieldType::Text, true, "英文", "the same in English"},
};

constexpr std::array kSource{
    Field{"article", FieldType::Text, false, "条款", "article or heading"},
    Field{"quote", FieldType::Text, true, "原文，一字不改", "the document's own words, verbatim"},
};

constexpr std::array kDocument{
    Field{"title", FieldType::Text, true, "文件标题", "title"},
    Field{"number", FieldType::Text, false, "文号；没有则省去", "document number; left out where there is none"},
    Field{"date", FieldType::Date, false, "成文日期；不详则省去", "date; left out where unknown"},
    Field{"issuer", FieldType::Text, false, "发文单位", "issuer"},
    Field{"file", FieldType::Text, false, "原文文件名", "file of the text"},
};

constexpr std::array kRule{
    Field{"id", FieldType::Id, true, "规则代号，同一代号的各版有效期不得重叠",
          "the rule's id; versions with one id must not be in force on the same day"},
    Field{"kind", FieldType::Text, true, "种类，见下", "the kind, see below"},
    Field{"title", FieldType::Text, true, "名称", "title"},
    Field{"title_en", FieldType::Text, true, "英文名称", "title in English"},
    Field{"source", FieldType::Object, true, "出处", "where it stands in the document", {}, source_fields},
    Field{"valid_from", FieldType::Date, false, "生效日；省去则同规则包", "first day in force; the pack's where left out"},
    Field{"valid_to", FieldType::Date, false, "失效的第一天；省去则同规则包",
          "first day out of force; the pack's where left out"},
    Field{"assumptions", FieldType::MaybeObjects, false, "假设", "assumptions", {}, assumption_fields},
    Field{"parameters", FieldType::Parameters, true, "参数，依种类而定", "parameters of its kind"},
};

constexpr std::array kPack{
    Field{"format", FieldType::Integer, true, "格式，今为 1", "the format, now 1", {}, nullptr, 0, 1'000'000},
    Field{"pack", FieldType::Id, true, "代号，与文件名一致", "the pack's id, equal to its file's name"},
    Field{"version", FieldType::Integer, true, "版本，从 1 起", "version, from 1", {}, nullptr, 1, 1'000'000},
    Field{"title", FieldType::Text, true, "名称", "title"},
    Field{"title_en", FieldType::Text, true, "英文名称", "title in English"},
    Field{"place", FieldType::Text, true, "地方", "the place"},
    Field{"division", FieldType::Text, true, "行政区划代码", "code of the administrative division"},
    Field{"document", FieldType::Object, true, "所据文件", "the document", {}, document_fields},
    Field{"valid_from", FieldType::Date, true, "生效日", "first day in force"},
    Field{"valid_to", FieldType::Date, false, "失效的第一天；省去则长期有效",
          "first day out of force; left out: in force for ever"},
    Field{"assumptions", FieldType::MaybeObjects, false, "对整个规则包的假设", "assumptions of the pack as a whole", {},
          assumption_fields},
    Field{"rules", FieldType::Objects, true, "规则", "the rules", {}, rule_fields},
};

}  // namespace

std::span<const Field> pack_fields() { return kPack; }
std::span<const Field> rule_fields() { return kRule; }
std::span<const Field> source_fields() { return kSource; }
std::span<const Field> document_fields() { return kDocument; }
std::span<const Field> assumption_fields() { return kAssumption; }

}  // namespace mingzhang::policy
