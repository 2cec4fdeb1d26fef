// SPDX-License-Identifier: Apache-2.0
// Reads tiers and finds the one of a term.
#include "policy/tiers.h"

namespace mingzhang::policy {

std::vector<Tier> read_tiers(const Parameters& parameters, std::string_view key) {
  std::vector<Tier> tiers;
  parameters.refuse_repeated(key, "name");
  for (const Parameters& item : parameters.objects(key)) {
    Tier tier{item.text("name"), item.has("title") ? item.text("title") : item.text("name"), item.text("title_en"), {}};
    if (tier.title_en.empty()) tier.title_en = tier.title;
    if (item.has("to_months")) tier.to_months = item.integer("to_months", 0);
    if (!tiers.empty() && item.is_sound("to_months")) {
      const std::optional<std::int64_t> before = tiers.back().to_months;
      if (!before || (tier.to_months && *tier.to_months <= *before)) {
        item.refuse(PolicyOutcome::TiersDisordered, "to_months",
                    (tier.to_months ? std::to_string(*tier.to_months) : "∞") + " ≤ " + (before ? std::to_string(*before) : "∞"));
      }
    }
    tiers.push_back(std::move(tier));
  }
  return tiers;
}

std::optional<std::size_t> tier_of(const std::vector<Tier>& tiers, std::int64_t months) {
  if (months < 1) return std::nullopt;
  for (std::size_t i = 0; i < tiers.size(); ++i) {
    if (!tiers[i].to_months || months <= *tiers[i].to_months) return i;
  }
  return std::nullopt;
}

std::string range_text(const std::vector<Tier>& tiers) {
  if (tiers.empty() || !tiers.back().to_months) return "≥ 1";
  return "1 … " + std::to_string(*tiers.back().to_months);
}

}  // namespace mingzhang::policy
