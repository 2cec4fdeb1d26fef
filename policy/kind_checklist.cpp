// SPDX-License-Identifier: Apache-2.0
// checklist: numbered conditions, each yes, no or unknown.
#include <array>

#include "policy/kind_list.h"

namespace mingzhang::policy {
namespace {

constexpr std::array kItemFields{
    Field{"id", FieldType::Name, true, "项号", "number of the item"},
    Field{"title", FieldType::Text, true, "条件", "the condition"},
    Field{"title_en", FieldType::Text, false, "英文", "the same in English"},
};

constexpr std::array kFields{
    Field{"items", FieldType::Objects, true, "各项条件", "the conditions", {},
          [] { return std::span<const Field>(kItemFields); }},
    Field{"all_must_hold", FieldType::Boolean, true, "true 须全部成立；false 有一项即可",
          "true: all must hold; false: one is enough"},
};

constexpr std::array kResults{
    ResultMember{"count", "count", "条件共几项", "number of conditions"},
    ResultMember{"holds", "true | false", "是否成立；不明的项不算成立", "whether it holds; what is unknown does not"},
    ResultMember{"failed", "list of ids", "不成立的项", "conditions that fail"},
    ResultMember{"unknown", "list of ids", "不明的项", "conditions not known"},
};

struct Item {
  std::string id;
  std::string title;
  std::string title_en;
};

class Checklist : public RuleBody {
 public:
  Checklist(std::vector<Item> items, bool all_must_hold) : items_(std::move(items)), all_must_hold_(all_must_hold) {}

  std::vector<Input> inputs() const override {
    std::vector<Input> inputs;
    for (const Item& item : items_) {
      inputs.push_back({"item." + item.id, InputType::Choice, "", false, "unknown", item.title, item.title_en,
                        {"yes", "no", "unknown"}});
    }
    return inputs;
  }

  Answer evaluate(const Given& given) const override {
    std::vector<std::string> failed;
    std::vector<std::string> unknown;
    for (const Item& item : items_) {
      const std::string& word = given.text("item." + item.id);
      if (word == "no") failed.push_back(item.id);
      if (word == "unknown") unknown.push_back(item.id);
    }
    const std::size_t met = items_.size() - failed.size() - unknown.size();
    const bool holds = all_must_hold_ ? met == items_.size() : met > 0;
    Computation computation;
    computation.result = {{"count", json_of(static_cast<std::int64_t>(items_.size()))},
                          {"holds", json_flag(holds)},
                          {"failed", json_texts(failed)},
                          {"unknown", json_texts(unknown)}};
    computation.formula = "共 " + std::to_string(items_.size()) + " 项，成立 " + std::to_string(met) + "，不成立 " +
                          std::to_string(failed.size()) + "，不明 " + std::to_string(unknown.size()) +
                          (all_must_hold_ ? "；须全部成立：" : "；有一项即可：") + (holds ? "成立" : "不成立");
    return computation;
  }

 private:
  std::vector<Item> items_;
  bool all_must_hold_;
};

std::unique_ptr<const RuleBody> read(const Parameters& parameters) {
  std::vector<Item> items;
  parameters.refuse_repeated("items", "id");
  for (const Parameters& item : parameters.objects("items")) {
    const std::string title = item.text("title");
    items.push_back({item.text("id"), title, item.has("title_en") ? item.text("title_en") : title});
  }
  return std::make_unique<Checklist>(std::move(items), parameters.flag("all_must_hold", true));
}

}  // namespace

const Kind kChecklistKind{
    "checklist",
    "逐项核对",
    "a list of conditions",
    [] { return std::span<const Field>(kFields); },
    kResults,
    read,
    R"({"items":[{"id":"1","title":"人均可支配收入超过扶贫标准"},{"id":"2","title":"有安全住房"}],"all_must_hold":true})",
    "item.1=yes item.2=no"};

}  // namespace mingzhang::policy
