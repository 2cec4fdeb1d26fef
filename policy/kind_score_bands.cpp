// SPDX-License-Identifier: Apache-2.0
// score_bands: which band a score belongs to; every score in between belongs to exactly one.
#include <algorithm>
#include <array>

#include "policy/kind_list.h"

namespace mingzhang::policy {
namespace {

constexpr std::array kItemFields{
    Field{"name", FieldType::Name, true, "评分项", "the item"},
    Field{"title", FieldType::Text, true, "名称", "its title"},
    Field{"title_en", FieldType::Text, false, "英文", "the same in English"},
    Field{"max", FieldType::Decimal, false, "满分；文件没有写则省去", "the most it can have; left out where unknown"},
};

constexpr std::array kBandFields{
    Field{"name", FieldType::Name, true, "分数段名称", "the band"},
    Field{"title_en", FieldType::Text, false, "英文名称", "its name in English"},
    Field{"from", FieldType::Decimal, true, "起点", "where it begins"},
    Field{"from_inclusive", FieldType::Boolean, true, "是否含起点", "whether that score is inside"},
    Field{"to", FieldType::Decimal, false, "终点；最后一段可省去", "where it ends; may be left out in the last"},
    Field{"to_inclusive", FieldType::Boolean, false, "是否含终点", "whether that score is inside"},
};

constexpr std::array kDisputedFields{
    Field{"score", FieldType::Decimal, true, "有争议的分数", "a score that the document gives to several bands"},
    Field{"bands", FieldType::Names, true, "文件给它的各段", "those bands"},
    Field{"sentence", FieldType::Text, true, "提示", "the warning"},
    Field{"sentence_en", FieldType::Text, true, "英文提示", "the same in English"},
};

constexpr std::array kFields{
    Field{"items", FieldType::Objects, false, "评分项", "the items that make up the score", {},
          [] { return std::span<const Field>(kItemFields); }},
    Field{"bands", FieldType::Objects, true, "分数段，自低到高，首尾相接", "the bands, rising, each beginning where the last ends",
          {}, [] { return std::span<const Field>(kBandFields); }},
    Field{"disputed", FieldType::Objects, false, "文件自相矛盾的分数", "scores on which the document contradicts itself", {},
          [] { return std::span<const Field>(kDisputedFields); }},
};

constexpr std::array kResults{
    ResultMember{"band", "text", "所属分数段", "the band"},
    ResultMember{"score", "number", "分数", "the score"},
};

struct Item {
  std::string name;
  std::string title;
  std::string title_en;
  std::optional<Decimal> most;
};

struct Band {
  std::string name;
  Decimal from;
  bool has_from = true;
  std::optional<Decimal> to;
  bool has_to = false;

  bool holds(Decimal score) const {
    if (has_from ? score < from : score <= from) return false;
    return !to || (has_to ? score <= *to : score < *to);
  }
  std::string text() const {
    return (has_from ? "[" : "(") + to_text(from) + ", " + (to ? to_text(*to) : "∞") + (has_to ? "]" : ")");
  }
};

struct Disputed {
  Decimal score;
  Warning warning;
};

class ScoreBands : public RuleBody {
 public:
  std::vector<Item> items;
  std::vector<Band> bands;
  std::vector<Disputed> disputed;

  std::vector<Input> inputs() const override {
    std::vector<Input> inputs{{"score", InputType::Number, "分", items.empty(), "", "总分", "the score"}};
    for (const Item& item : items) {
      inputs.push_back({"score." + item.name, InputType::Number, "分", false, "", item.title + "得分，代替总分",
                        "score of " + item.title_en + ", in place of the whole"});
    }
    return inputs;
  }

  Answer evaluate(const Given& given) const override {
    Decimal score;
    std::string formula;
    if (given.has("score")) {
      for (const Item& item : items) {
        if (!given.has("score." + item.name)) continue;
        return refused(given.problem(PolicyOutcome::InputsExclude, "score", "score | score." + item.name));
      }
      score = given.number("score");
    } else if (std::optional<std::vector<Problem>> problems = sum_up(given, score, formula)) {
      return Err(std::move(*problems));
    }
    for (const Band& band : bands) {
      if (!band.holds(score)) continue;
      Computation computation;
      computation.result = {{"band", json_text(band.name)}, {"score", json_text(to_text(score))}};
      computation.formula = formula + to_text(score) + " ∈ " + band.text() + " = " + band.name;
      for (const Disputed& one : disputed) {
        if (one.score == score) computation.warnings.push_back(one.warning);
      }
      return computation;
    }
    return refused(given.problem(PolicyOutcome::OutsideBands, "score",
                                 to_text(score) + "; " + bands.front().text() + " … " + bands.back().text()));
  }

 private:
  std::optional<std::vector<Problem>> sum_up(const Given& given, Decimal& score, std::string& formula) const {
    std::vector<Problem> problems;
    Wide units = 0;
    for (const Item& item : items) {
      const std::string name = "score." + item.name;
      if (!given.has(name)) {
        problems.push_back(given.problem(PolicyOutcome::InputMissing, name, "score | " + name));
        continue;
      }
      const Decimal part = given.number(name);
      if (part < Decimal() || (item.most && part > *item.most)) {
        problems.push_back(given.problem(PolicyOutcome::InputTooLarge, name,
                                         to_text(part) + "; 0 … " + (item.most ? to_text(*item.most) : "")));
      }
      units += part.units();
      formula += (formula.empty() ? "" : " + ") + item.title + " " + to_text(part);
    }
    if (!problems.empty()) return problems;
    formula += " = ";
    const std::optional<Decimal> sum = Decimal::from_units(units);
    if (!sum) return std::vector<Problem>{given.problem(PolicyOutcome::ResultTooLarge, "", "")};
    score = *sum;
    return std::nullopt;
  }
};

void check_bands(const Parameters& parameters, const std::vector<Band>& bands) {
  const std::vector<Parameters> objects = parameters.objects("bands");
  for (std::size_t i = 0; i < bands.size(); ++i) {
    const Band& band = bands[i];
    if (band.to && (*band.to < band.from || (*band.to == band.from && !(band.has_from && band.has_to)))) {
      objects[i].refuse(PolicyOutcome::BandEmpty, "to", band.text());
    }
    if (i == 0) continue;
    const Band& before = bands[i - 1];
    const std::string detail = before.text() + " " + band.text();
    if (!before.to || band.from < *before.to || (band.from == *before.to && band.has_from && before.has_to)) {
      objects[i].refuse(PolicyOutcome::BandsOverlap, "from", detail);
    } else if (band.from > *before.to || (!band.has_from && !before.has_to)) {
      objects[i].refuse(PolicyOutcome::BandsGap, "from", detail);
    }
  }
}

void read_disputed(const Parameters& parameters, ScoreBands& body) {
  for (const Parameters& item : parameters.objects("disputed")) {
    for (const std::string& name : item.texts("bands")) {
      const bool is_known = std::any_of(body.bands.begin(), body.bands.end(), [&](const Band& band) { return band.name == name; });
      if (!is_known) item.refuse(PolicyOutcome::WordUnknown, "bands", "\"" + name + "\"");
    }
    body.disputed.push_back({item.decimal("score").value_or(Decimal()), {item.text("sentence"), item.text("sentence_en")}});
  }
}

std::unique_ptr<const RuleBody> read(const Parameters& parameters) {
  auto body = std::make_unique<ScoreBands>();
  parameters.refuse_repeated("items", "name");
  for (const Parameters& item : parameters.objects("items")) {
    body->items.push_back({item.text("name"), item.text("title"),
                           item.has("title_en") ? item.text("title_en") : item.text("title"), item.decimal("max")});
  }
  parameters.refuse_repeated("bands", "name");
  for (const Parameters& item : parameters.objects("bands")) {
    Band band{item.text("name"), item.decimal("from").value_or(Decimal()), item.flag("from_inclusive", true),
              item.decimal("to"), item.flag("to_inclusive", false)};
    if (item.has("to") && !item.has("to_inclusive")) item.refuse(PolicyOutcome::KeyMissing, "to_inclusive", "");
    if (!item.has("to") && item.has("to_inclusive")) item.refuse(PolicyOutcome::KeyMissing, "to", "");
    body->bands.push_back(std::move(band));
  }
  if (parameters.is_sound("bands")) check_bands(parameters, body->bands);
  read_disputed(parameters, *body);
  return body;
}

}  // namespace

const Kind kScoreBandsKind{
    "score_bands",
    "按分数分段",
    "bands of a score",
    [] { return std::span<const Field>(kFields); },
    kResults,
    read,
    R"({"bands":[{"name":"未脱贫","from":"0","from_inclusive":true,"to":"60","to_inclusive":false},)"
    R"({"name":"稳定脱贫","from":"60","from_inclusive":true,"to":"100","to_inclusive":true}]})",
    "score=59.99"};

}  // namespace mingzhang::policy
