// SPDX-License-Identifier: Apache-2.0
// Reads and splits by parts.
#include "policy/parts.h"

#include <array>

#include "base/ratio.h"
#include "policy/kind.h"

namespace mingzhang::policy {
namespace {

constexpr std::int64_t kWeightMax = 1'000'000'000;

constexpr std::array kPart{
    Field{"name", FieldType::Name, true, "名称", "its name"},
    Field{"title_en", FieldType::Text, false, "英文名称", "its name in English"},
    Field{"weight", FieldType::Integer, true, "权重", "its weight", {}, nullptr, 0, kWeightMax},
    Field{"parts", FieldType::Objects, false, "再分为哪些部分，最多三层", "what it is split into; at most three levels", {},
          part_fields},
};

std::vector<Part> read_level(const Parameters& parameters, std::string_view key, int level) {
  std::vector<Part> parts;
  if (level > kPartLevels) {
    parameters.refuse(PolicyOutcome::TooDeep, key, std::to_string(kPartLevels));
    return parts;
  }
  parameters.refuse_repeated(key, "name");
  std::int64_t sum = 0;
  bool is_sound = true;
  for (const Parameters& item : parameters.objects(key)) {
    Part part{item.text("name"), item.integer("weight", 0), {}};
    is_sound = is_sound && item.has("weight") && item.is_sound("weight");
    sum += part.weight;
    if (item.has("parts")) part.parts = read_level(item, "parts", level + 1);
    parts.push_back(std::move(part));
  }
  if (is_sound && !parts.empty() && sum == 0) parameters.refuse(PolicyOutcome::WeightsZero, key, "");
  return parts;
}

std::vector<Money> split(Money amount, const std::vector<Part>& parts) {
  std::vector<std::int64_t> weights;
  for (const Part& part : parts) weights.push_back(part.weight);
  return allocate(amount, weights);
}

}  // namespace

std::span<const Field> part_fields() { return kPart; }

std::vector<Part> read_parts(const Parameters& parameters, std::string_view key) {
  return read_level(parameters, key, 1);
}

JsonValue split_json(Money amount, const std::vector<Part>& parts) {
  const std::vector<Money> amounts = split(amount, parts);
  std::vector<JsonValue> items;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    JsonMembers members{{"amount", json_of(amounts[i])}, {"name", json_text(parts[i].name)}};
    if (!parts[i].parts.empty()) members.emplace_back("parts", split_json(amounts[i], parts[i].parts));
    items.push_back(JsonValue::make_object(std::move(members)));
  }
  return JsonValue::make_array(std::move(items));
}

std::string split_formula(Money amount, const std::vector<Part>& parts) {
  const std::vector<Money> amounts = split(amount, parts);
  std::string weights;
  std::string shares;
  std::string below;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    weights += (i == 0 ? "" : ":") + std::to_string(parts[i].weight);
    shares += (i == 0 ? "" : "、") + parts[i].name + " " + to_yuan(amounts[i]);
    if (!parts[i].parts.empty()) below += "；" + parts[i].name + " " + split_formula(amounts[i], parts[i].parts);
  }
  return to_yuan(amount) + " 按 " + weights + " 分为 " + shares + below;
}

}  // namespace mingzhang::policy
