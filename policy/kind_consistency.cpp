// SPDX-License-Identifier: Apache-2.0
// consistency: where a document contradicts itself, it is said, recorded and exported, never repaired.
#include <algorithm>

#include "policy/consistency_check.h"
#include "policy/consistency_fields.h"
#include "policy/kind_list.h"

namespace mingzhang::policy {
namespace {

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
    if (check.rounds()) computation.rounding = std::string(rounding_name(check.rounding));
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
  object.check(check_fields_of(body.check.kind));
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
    consistency_fields,
    consistency_results(),
    read,
    R"({"figures":[{"name":"borrowers","title":"贷款户","value":"23661","unit":"户"},)"
    R"({"name":"households","title":"贫困户","value":"20236","unit":"户"}],)"
    R"("check":{"kind":"not_more_than","left":"borrowers","right":"households"},"severity":"warning",)"
    R"("sentence":"贷款户多于贫困户","sentence_en":"more borrowers than poor households"})",
    "",
    check_variants()};

}  // namespace mingzhang::policy
