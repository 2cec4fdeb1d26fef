// SPDX-License-Identifier: Apache-2.0
// split: an amount into named parts by weight, e.g. 政府 70 : 募集 20 : 社会捐赠 10.
#include <array>

#include "policy/kind_list.h"
#include "policy/parts.h"

namespace mingzhang::policy {
namespace {

constexpr std::array kFields{
    Field{"parts", FieldType::Objects, true, "各部分及其权重", "the parts and their weights", {}, part_fields},
};

constexpr std::array kResults{
    ResultMember{"parts", "list of {name, amount, parts?}", "各部分金额，合计必等于所分金额",
                 "the parts; they always sum to the amount"},
};

class Split : public RuleBody {
 public:
  explicit Split(std::vector<Part> parts) : parts_(std::move(parts)) {}

  std::vector<Input> inputs() const override {
    return {{"amount", InputType::Amount, "元", true, "", "要分配的金额", "the amount to split"}};
  }

  Answer evaluate(const Given& given) const override {
    const Money amount = given.amount("amount");
    return Computation{{{"parts", split_json(amount, parts_)}}, split_formula(amount, parts_), kLargestRemainder};
  }

 private:
  std::vector<Part> parts_;
};

std::unique_ptr<const RuleBody> read(const Parameters& parameters) {
  return std::make_unique<Split>(read_parts(parameters, "parts"));
}

}  // namespace

const Kind kSplitKind{
    "split",
    "按权重分配",
    "an amount split by weights",
    [] { return std::span<const Field>(kFields); },
    kResults,
    read,
    R"({"parts":[{"name":"政府出资","weight":70},{"name":"募集","weight":20},{"name":"社会捐赠","weight":10}]})",
    "amount=1000000.00"};

}  // namespace mingzhang::policy
