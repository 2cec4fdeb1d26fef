// SPDX-License-Identifier: Apache-2.0
// masking: how names and numbers of people stand in lists that leave the office.
#include <array>

#include "base/masking.h"
#include "policy/kind_list.h"

namespace mingzhang::policy {
namespace {

constexpr std::array kMaskFields{
    Field{"field", FieldType::Word, true, "栏目", "the column"},
    Field{"title", FieldType::Text, false, "名称", "what it is"},
    Field{"title_en", FieldType::Text, false, "英文", "the same in English"},
    Field{"style", FieldType::Choice, true,
          "tail4 只留末四位；region_tail4 留地区码和末四位；head4_tail4 留首尾各四位；surname 只留首字；phone 手机号留前三后四；hidden "
          "全部隐去；full 照写",
          "what stays visible", "tail4|region_tail4|head4_tail4|surname|phone|hidden|full"},
};

constexpr std::array kFields{
    Field{"fields", FieldType::Objects, true, "各栏目的写法", "how each column is written", {},
          [] { return std::span<const Field>(kMaskFields); }},
};

constexpr std::array kResults{
    ResultMember{"(field)", "text", "每个所给栏目遮盖后的写法", "each column given, as it may be shown"},
};

struct Mask {
  std::string field;
  std::string title;
  std::string title_en;
  std::string style;
};

std::string masked(const std::string& style, const std::string& text) {
  if (style == "tail4") return mask_id_card_strict(text);
  if (style == "region_tail4") return mask_id_card(text);
  if (style == "head4_tail4") return mask_bank_card(text);
  if (style == "surname") return mask_name(text);
  if (style == "phone") return mask_phone(text);
  // The number of stars would tell the length.
  return style == "full" ? text : "***";
}

class Masking : public RuleBody {
 public:
  explicit Masking(std::vector<Mask> masks) : masks_(std::move(masks)) {}

  std::vector<Input> inputs() const override {
    std::vector<Input> inputs;
    for (const Mask& mask : masks_) {
      inputs.push_back({mask.field, InputType::Secret, "", false, "", mask.title, mask.title_en});
    }
    return inputs;
  }

  Answer evaluate(const Given& given) const override {
    Computation computation;
    for (const Mask& mask : masks_) {
      if (!given.has(mask.field)) continue;
      computation.result.emplace_back(mask.field, json_text(masked(mask.style, given.text(mask.field))));
      computation.formula += (computation.formula.empty() ? "" : "；") + mask.title + " " + mask.style;
    }
    if (computation.result.empty()) {
      return refused(given.problem(PolicyOutcome::InputMissing, masks_.front().field, ""));
    }
    return computation;
  }

 private:
  std::vector<Mask> masks_;
};

std::unique_ptr<const RuleBody> read(const Parameters& parameters) {
  std::vector<Mask> masks;
  parameters.refuse_repeated("fields", "field");
  for (const Parameters& item : parameters.objects("fields")) {
    Mask mask{item.text("field"), item.text("field"), item.text("field"), item.text("style")};
    if (item.has("title")) mask.title = item.text("title");
    if (item.has("title_en")) mask.title_en = item.text("title_en");
    masks.push_back(std::move(mask));
  }
  return std::make_unique<Masking>(std::move(masks));
}

}  // namespace

const Kind kMaskingKind{
    "masking",
    "公示遮盖",
    "what stays visible in public lists",
    [] { return std::span<const Field>(kFields); },
    kResults,
    read,
    R"({"fields":[{"field":"id_card","title":"身份证号","style":"tail4"}]})",
    "id_card=11010519491231002X"};

}  // namespace mingzhang::policy
