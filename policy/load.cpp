// SPDX-License-Identifier: Apache-2.0
// Reads packs: the document, its members, each rule's parameters, and what must hold between rules.
#include "policy/load.h"

#include <string>
#include <utility>

#include "base/text.h"
#include "policy/document.h"

namespace mingzhang::policy {
namespace {

std::vector<Assumption> assumptions_of(const Parameters& object) {
  std::vector<Assumption> assumptions;
  for (const Parameters& item : object.objects("assumptions")) {
    assumptions.push_back({item.text("reason"), item.text("reason_en")});
  }
  return assumptions;
}

/// The validity of an object; `outer` stands in for what it leaves out.
Validity validity_of(const Parameters& object, const Validity& outer) {
  Validity validity{object.date("valid_from").value_or(outer.from), object.date("valid_to")};
  if (!object.has("valid_to")) validity.to = outer.to;
  const bool is_its_own = object.has("valid_from") || object.has("valid_to");
  const bool is_sound = object.is_sound("valid_from") && object.is_sound("valid_to");
  if (is_its_own && is_sound && validity.to && *validity.to <= validity.from) {
    object.refuse(PolicyOutcome::ValidityEmpty, object.has("valid_to") ? "valid_to" : "valid_from", to_iso(*validity.to));
  }
  return validity;
}

void check_inside(const Parameters& rule, const Validity& validity, const Validity& outer) {
  if (rule.has("valid_from") && rule.is_sound("valid_from") && validity.from < outer.from) {
    rule.refuse(PolicyOutcome::ValidityOutside, "valid_from", to_iso(validity.from) + " < " + to_iso(outer.from));
  }
  if (rule.has("valid_to") && rule.is_sound("valid_to") && outer.to && (!validity.to || *validity.to > *outer.to)) {
    rule.refuse(PolicyOutcome::ValidityOutside, "valid_to", to_iso(*validity.to) + " > " + to_iso(*outer.to));
  }
}

void read_parameters(const JsonValue& value, const Parameters& object, Rule& rule, Problems& problems) {
  const JsonValue* parameters = value.find("parameters");
  if (parameters == nullptr || rule.kind == nullptr || parameters->kind() != JsonValue::Kind::Object) return;
  const std::string place = below(object.place(), "parameters");
  check_fields(*parameters, rule.kind->fields(), place, problems);
  rule.body = rule.kind->read(Parameters(*parameters, place, problems));
  rule.parameters = *parameters;
}

Rule read_rule(const JsonValue& value, const Parameters& object, const Pack& pack, Problems& problems) {
  Rule rule;
  rule.id = object.text("id");
  rule.title = object.text("title");
  rule.title_en = object.text("title_en");
  if (const std::optional<Parameters> source = object.object("source")) {
    rule.source = {source->text("article"), source->text("quote")};
  }
  rule.assumptions = assumptions_of(object);
  rule.validity = validity_of(object, pack.validity);
  check_inside(object, rule.validity, pack.validity);
  rule.kind = find_kind(object.text("kind"));
  if (rule.kind == nullptr && object.has("kind") && object.is_sound("kind")) {
    object.refuse(PolicyOutcome::KindUnknown, "kind", "\"" + shortened(object.text("kind"), 60) + "\"");
  }
  read_parameters(value, object, rule, problems);
  return rule;
}

void read_head(const Parameters& object, std::string_view file_name, Pack& pack) {
  pack.id = object.text("pack");
  pack.version = object.integer("version", 0);
  pack.title = object.text("title");
  pack.title_en = object.text("title_en");
  pack.place = object.text("place");
  pack.division = object.text("division");
  if (const std::optional<Parameters> document = object.object("document")) {
    pack.document = {document->text("title"), document->text("number"), document->text("date"),
                     document->text("issuer"), document->text("file")};
  }
  pack.validity = validity_of(object, Validity{});
  pack.assumptions = assumptions_of(object);
  if (object.has("format") && object.is_sound("format") && object.integer("format", 0) != 1) {
    object.refuse(PolicyOutcome::FormatUnknown, "format", std::to_string(object.integer("format", 0)));
  }
  if (!file_name.empty() && object.has("pack") && object.is_sound("pack") && pack.id + ".json" != file_name) {
    object.refuse(PolicyOutcome::NameDiffers, "pack", "\"" + pack.id + "\"; " + (is_plain_text(file_name) ? std::string(file_name) : std::string("?")));
  }
}

/// Rules of one id are versions of one rule.
void check_versions(const std::vector<Rule>& rules, const std::vector<Parameters>& objects) {
  for (std::size_t later = 0; later < rules.size(); ++later) {
    if (rules[later].id.empty() || !objects[later].is_sound("id")) continue;
    for (std::size_t earlier = 0; earlier < later; ++earlier) {
      if (rules[earlier].id != rules[later].id || !rules[earlier].validity.overlaps(rules[later].validity)) continue;
      objects[later].refuse(PolicyOutcome::ValidityOverlap, "id",
                            "\"" + rules[later].id + "\"; " + objects[earlier].place() + "/id");
      break;
    }
  }
}

}  // namespace

Result<Pack, std::vector<Problem>> load_pack(std::string_view text, std::string_view file_name) {
  Problems problems;
  std::optional<JsonValue> document = read_document(text, problems);
  if (!document) return Err(problems.all());
  check_fields(*document, pack_fields(), "", problems);
  Pack pack;
  const Parameters object(*document, "", problems);
  read_head(object, file_name, pack);
  const std::vector<Parameters> objects = object.objects("rules");
  if (const JsonValue* rules = document->find("rules")) {
    for (std::size_t i = 0; i < objects.size(); ++i) {
      pack.rules.push_back(read_rule(rules->items()[i], objects[i], pack, problems));
    }
  }
  check_versions(pack.rules, objects);
  if (!problems.is_empty()) return Err(problems.all());
  pack.source = std::move(*document);
  return pack;
}

}  // namespace mingzhang::policy
