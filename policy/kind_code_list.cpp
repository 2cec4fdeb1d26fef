// SPDX-License-Identifier: Apache-2.0
// code_list, levels, figure: names that a document gives, registers that must agree, numbers that it states.
#include <array>

#include "base/text.h"
#include "policy/kind_list.h"

namespace mingzhang::policy {
namespace {

constexpr std::array kCodeFields{
    Field{"code", FieldType::Name, true, "代码", "the code"},
    Field{"title", FieldType::Text, true, "名称", "its title"},
    Field{"title_en", FieldType::Text, false, "英文", "the same in English"},
};

constexpr std::array kCodeListFields{
    Field{"codes", FieldType::MaybeObjects, true, "代码；文件没有列出则为空", "the codes; empty where the document lists none", {},
          [] { return std::span<const Field>(kCodeFields); }},
    Field{"open", FieldType::Boolean, true, "true：文件以“等”收尾，可另有别的", "true: others may exist"},
    Field{"exclusive", FieldType::Boolean, true, "true：同一时间只能属于一个", "true: one thing has one code at a time"},
    Field{"stated_count", FieldType::Integer, false, "文件说有几个", "how many the document says there are"},
};

constexpr std::array kCodeListResults{
    ResultMember{"known", "true | false", "是否在册", "whether it is listed"},
    ResultMember{"accepted", "true | false", "可以使用：在册，或代码表开放", "whether it may be used: listed, or the list is open"},
    ResultMember{"title", "text", "名称", "its title"},
};

struct Code {
  std::string code;
  std::string title;
};

class CodeList : public RuleBody {
 public:
  CodeList(std::vector<Code> codes, bool is_open, std::optional<std::int64_t> stated)
      : codes_(std::move(codes)), is_open_(is_open), stated_(stated) {}

  std::vector<Input> inputs() const override {
    return {{"code", InputType::Text, "", true, "", "代码", "the code"}};
  }

  Answer evaluate(const Given& given) const override {
    const std::string& code = given.text("code");
    Computation computation;
    bool is_known = false;
    for (const Code& one : codes_) {
      if (one.code != code) continue;
      is_known = true;
      computation.result.emplace_back("title", json_text(one.title));
    }
    computation.result.emplace_back("known", json_flag(is_known));
    computation.result.emplace_back("accepted", json_flag(is_known || is_open_));
    computation.formula = is_known ? "在册" : is_open_ ? "不在册，代码表开放" : "不在册";
    if (stated_ && *stated_ != static_cast<std::int64_t>(codes_.size())) {
      const std::string listed = std::to_string(codes_.size());
      computation.warnings.push_back({"文件称共 " + std::to_string(*stated_) + " 类，列出 " + listed + " 类",
                                      "the document says " + std::to_string(*stated_) + ", " + listed + " are listed"});
    }
    return computation;
  }

 private:
  std::vector<Code> codes_;
  bool is_open_;
  std::optional<std::int64_t> stated_;
};

std::unique_ptr<const RuleBody> read_code_list(const Parameters& parameters) {
  std::vector<Code> codes;
  parameters.refuse_repeated("codes", "code");
  for (const Parameters& item : parameters.objects("codes")) codes.push_back({item.text("code"), item.text("title")});
  std::optional<std::int64_t> stated;
  if (parameters.has("stated_count")) stated = parameters.integer("stated_count", 0);
  return std::make_unique<CodeList>(std::move(codes), parameters.flag("open", false), stated);
}

constexpr std::array kLevelFields{
    Field{"name", FieldType::Name, true, "级别", "the level"},
    Field{"title", FieldType::Text, false, "名称", "its title"},
    Field{"title_en", FieldType::Text, false, "英文", "the same in English"},
    Field{"document", FieldType::Text, true, "册、簿、档、卡", "its register"},
};

constexpr std::array kLevelsFields{
    Field{"levels", FieldType::Objects, true, "各级，自下而上", "the levels, from below", {},
          [] { return std::span<const Field>(kLevelFields); }},
};

constexpr std::array kLevelsResults{
    ResultMember{"agree", "true | false", "各级人数一致", "whether all levels have the same number"},
    ResultMember{"first_difference", "{level, got, wanted}", "第一处不一致", "the first level that differs from the one below"},
};

struct Level {
  std::string name;
  std::string title;
  std::string title_en;
  std::string document;
};

class Levels : public RuleBody {
 public:
  explicit Levels(std::vector<Level> levels) : levels_(std::move(levels)) {}

  std::vector<Input> inputs() const override {
    std::vector<Input> inputs;
    for (const Level& level : levels_) {
      inputs.push_back({"persons." + level.name, InputType::Count, "人", true, "", level.title + level.document + "所载人数",
                        "persons in the register of: " + level.title_en});
    }
    return inputs;
  }

  Answer evaluate(const Given& given) const override {
    Computation computation;
    bool agrees = true;
    std::int64_t wanted = given.count("persons." + levels_.front().name);
    for (const Level& level : levels_) {
      const std::int64_t got = given.count("persons." + level.name);
      computation.formula += (computation.formula.empty() ? "" : (got == wanted ? " = " : " ≠ ")) + level.title +
                             level.document + " " + std::to_string(got);
      if (got != wanted && agrees) {
        agrees = false;
        computation.result.emplace_back(
            "first_difference", JsonValue::make_object({{"got", json_of(got)}, {"level", json_text(level.name)}, {"wanted", json_of(wanted)}}));
      }
      wanted = got;
    }
    computation.result.emplace_back("agree", json_flag(agrees));
    return computation;
  }

 private:
  std::vector<Level> levels_;
};

std::unique_ptr<const RuleBody> read_levels(const Parameters& parameters) {
  std::vector<Level> levels;
  parameters.refuse_repeated("levels", "name");
  for (const Parameters& item : parameters.objects("levels")) {
    const std::string title = item.has("title") ? item.text("title") : item.text("name");
    levels.push_back({item.text("name"), title, item.has("title_en") ? item.text("title_en") : title, item.text("document")});
  }
  return std::make_unique<Levels>(std::move(levels));
}

constexpr std::array kFigureFields{
    Field{"value", FieldType::Decimal, true, "数值", "the value"},
    Field{"unit", FieldType::Text, true, "单位", "its unit"},
};

constexpr std::array kFigureResults{
    ResultMember{"value", "number", "数值", "the value"},
    ResultMember{"unit", "text", "单位", "its unit"},
};

class Figure : public RuleBody {
 public:
  Figure(std::string value, std::string unit) : value_(std::move(value)), unit_(std::move(unit)) {}
  std::vector<Input> inputs() const override { return {}; }
  Answer evaluate(const Given&) const override {
    return Computation{{{"value", json_text(value_)}, {"unit", json_text(unit_)}}, value_ + " " + unit_};
  }

 private:
  std::string value_;
  std::string unit_;
};

std::unique_ptr<const RuleBody> read_figure(const Parameters& parameters) {
  return std::make_unique<Figure>(parameters.text("value"), parameters.text("unit"));
}

}  // namespace

const Kind kCodeListKind{"code_list",
                         "代码表",
                         "a list of codes",
                         [] { return std::span<const Field>(kCodeListFields); },
                         kCodeListResults,
                         read_code_list,
                         R"({"codes":[{"code":"illness","title":"因病"},{"code":"schooling","title":"因学"}],)"
                         R"("open":true,"exclusive":false})",
                         "code=illness"};

const Kind kLevelsKind{"levels",
                       "逐级一致",
                       "registers that must agree",
                       [] { return std::span<const Field>(kLevelsFields); },
                       kLevelsResults,
                       read_levels,
                       R"({"levels":[{"name":"person","title":"人","document":"卡"},)"
                       R"({"name":"household","title":"户","document":"档"}]})",
                       "persons.person=12 persons.household=11"};

const Kind kFigureKind{"figure",
                       "文件所载数字",
                       "a number that the document states",
                       [] { return std::span<const Field>(kFigureFields); },
                       kFigureResults,
                       read_figure,
                       R"({"value":"314","unit":"个"})",
                       ""};

}  // namespace mingzhang::policy
