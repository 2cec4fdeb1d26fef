// SPDX-License-Identifier: Apache-2.0
// consistency: where a document contradicts itself, it is said, recorded and exported, never repaired.
#include <algorithm>
#include <array>

#include "policy/consistency_check.h"
#include "policy/kind_list.h"

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
                                        kPlacesField};

std::span<const Field> fields_of(std::string_view kind) {
  if (kind == "sum") return kSumFields;
  if (kind == "difference") return kDifferenceFields;
  if (kind == "equal" || kind == "not_more_than") return kComparisonFields;
  if (kind == "ratio") return kRatioFields;
  if (kind == "growth") return kGrowthFields;
  if (kind == "cumulative") return kCumulativeFields;
  return kind == "share" ? std::span<const Field>(kShareFields) : std::span<const Field>(kDenominatorFields);
}

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

class Consistency : public RuleBody {
 public:
  std::vector<FigureOf> figures;
  Check check;
  Warning sentence;

  std::vector<Input> inputs() const override {
    std::vector<Input> inputs;
    for (const FigureOf& figure : figures) {
      Input input{figure.name, InputType::Number, figure.unit, !figure.value, "", figure.title, figure.title_en};
      input.places = 6;
      if (figure.value) input.otherwise = to_text(*figure.value);
      inputs.push_back(std::move(input));
    }
    return inputs;
  }

  Answer evaluate(const Given& given) const override {
    std::vector<std::pair<FigureOf, Decimal>> values;
    bool is_the_documents = true;
    for (const FigureOf& figure : figures) {
      values.emplace_back(figure, given.number(figure.name));
      is_the_documents = is_the_documents && (!figure.value || *figure.value == values.back().second);
    }
    std::string zero;
    std::optional<Checked> checked = run_check(check, values, zero);
    if (!checked) return refused(given.problem(PolicyOutcome::DivisionByZero, zero, ""));
    Computation computation;
    computation.result = std::move(checked->result);
    computation.formula = std::move(checked->formula);
    computation.result.emplace_back("consistent", json_flag(checked->is_consistent));
    const bool has_rounding = check.kind == "ratio" || check.kind == "growth" || check.kind == "share" || !check.names.contains("of");
    if (has_rounding && check.kind != "sum" && check.kind != "difference" && check.kind != "equal" && check.kind != "not_more_than") {
      computation.rounding = std::string(rounding_name(check.rounding));
    }
    if (checked->is_consistent) return computation;
    // The document's sentence speaks of its own numbers; with others only the numbers speak.
    const Warning warning = is_the_documents ? sentence
                                             : Warning{"按所给数字核对不符：" + computation.formula,
                                                       "the figures given do not agree: " + computation.formula};
    computation.result.emplace_back("warning", json_text(warning.zh));
    computation.result.emplace_back("warning_en", json_text(warning.en));
    computation.warnings.push_back(warning);
    return computation;
  }
};

/// Names in the check that are no figures; parameters that must have as many as another.
void check_names(const Parameters& object, const Consistency& body) {
  for (const auto& [key, names] : body.check.names) {
    if (names.size() > kFiguresMax) object.refuse(PolicyOutcome::FiguresTooFew, key, "≤ 100");
    for (const std::string& name : names) {
      const std::string_view figure = std::string_view(name).substr(name.starts_with('-') ? 1 : 0);
      const bool is_known = std::any_of(body.figures.begin(), body.figures.end(), [figure](const FigureOf& one) { return one.name == figure; });
      if (!is_known) object.refuse(PolicyOutcome::FigureUnknown, key, "\"" + name + "\"");
    }
  }
  const auto size = [&body](const char* key) { return body.check.names.contains(key) ? body.check.names.at(key).size() : 0; };
  const std::string wanted = std::to_string(size("parts"));
  for (const char* key : {"printed", "rates"}) {
    if (object.has(key) && size(key) != size("parts")) object.refuse(PolicyOutcome::FiguresTooFew, key, wanted);
  }
  if (object.has("series") && size("series") < 2) object.refuse(PolicyOutcome::FiguresTooFew, "series", "≥ 2");
}

/// The document's own figures must give what the pack says that they give.
void check_severity(const Parameters& parameters, const Consistency& body) {
  std::vector<std::pair<FigureOf, Decimal>> values;
  for (const FigureOf& figure : body.figures) {
    if (!figure.value) return;
    values.emplace_back(figure, *figure.value);
  }
  std::string zero;
  const std::optional<Checked> checked = run_check(body.check, values, zero);
  if (!checked) return parameters.refuse(PolicyOutcome::DivisionByZero, "check", zero);
  if (checked->is_consistent != (parameters.text("severity") == "ok")) {
    parameters.refuse(PolicyOutcome::SeverityDiffers, "severity", checked->formula);
  }
}

void read_check(const Parameters& object, Consistency& body) {
  body.check.kind = object.text("kind");
  object.check(is_choice(kKinds, body.check.kind) ? fields_of(body.check.kind) : std::span(&kKindField, 1));
  for (const char* key : {"terms", "total", "from", "take", "left", "right", "numerator", "denominator", "limit", "series",
                          "of", "parts", "whole", "printed", "rates"}) {
    if (object.has(key)) body.check.names[key] = object.texts(key);
  }
  body.check.implied = object.text("implied");
  body.check.percent = object.decimal("percent");
  body.check.places = static_cast<int>(object.integer("places", 2));
  if (object.has("rounding")) body.check.rounding = object.rounding("rounding");
  if (object.is_sound()) check_names(object, body);
}

std::unique_ptr<const RuleBody> read(const Parameters& parameters) {
  auto body = std::make_unique<Consistency>();
  parameters.refuse_repeated("figures", "name");
  for (const Parameters& item : parameters.objects("figures")) {
    const std::string title = item.text("title");
    body->figures.push_back({item.text("name"), title, item.has("title_en") ? item.text("title_en") : title,
                             item.decimal("value"), item.text("unit")});
  }
  body->sentence = {parameters.text("sentence"), parameters.text("sentence_en")};
  if (const std::optional<Parameters> object = parameters.object("check")) {
    if (parameters.is_sound("check")) read_check(*object, *body);
  }
  if (parameters.is_sound()) check_severity(parameters, *body);
  return body;
}

}  // namespace

const Kind kConsistencyKind{
    "consistency",
    "前后数字核对",
    "figures of a document against each other",
    [] { return std::span<const Field>(kFields); },
    kResults,
    read,
    R"({"figures":[{"name":"borrowers","title":"贷款户","value":"23661","unit":"户"},)"
    R"({"name":"households","title":"贫困户","value":"20236","unit":"户"}],)"
    R"("check":{"kind":"not_more_than","left":"borrowers","right":"households"},"severity":"warning",)"
    R"("sentence":"贷款户多于贫困户","sentence_en":"more borrowers than poor households"})",
    ""};

}  // namespace mingzhang::policy
