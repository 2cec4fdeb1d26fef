// SPDX-License-Identifier: Apache-2.0
// Finds what is in force on a day.
#include "policy/pack.h"

#include "base/text.h"

namespace mingzhang::policy {
namespace {

/// The nearest validities on both sides of a day on which none holds.
class Neighbours {
 public:
  explicit Neighbours(Date day) : day_(day) {}

  void look_at(const Validity& validity) {
    if (validity.from > day_) {
      if (!next_ || validity.from < next_->from) next_ = validity;
    } else if (validity.to && (!previous_ || *previous_->to < *validity.to)) {
      previous_ = validity;
    }
  }

  std::string text() const {
    std::string text = to_iso(day_);
    if (previous_) text += "; 之前 previous " + to_text(*previous_);
    if (next_) text += "; 之后 next " + to_text(*next_);
    return text;
  }

  std::optional<Date> nearest_day() const {
    if (!previous_ && !next_) return std::nullopt;
    const std::optional<Date> last = previous_ ? std::optional(plus_days(*previous_->to, -1)) : std::nullopt;
    if (!last) return next_->from;
    if (!next_) return last;
    return days_between(*last, day_) <= days_between(day_, next_->from) ? *last : next_->from;
  }

 private:
  Date day_;
  std::optional<Validity> previous_;
  std::optional<Validity> next_;
};

std::string shown(std::string_view id) { return is_plain_text(id) ? shortened(id, 80) : std::string(); }

}  // namespace

std::string canonical_bytes(const Pack& pack) { return pack.source.bytes(); }

Result<const Rule*, Problem> rule_in_force(const Pack& pack, std::string_view id, Date day) {
  Neighbours neighbours(day);
  bool is_known = false;
  for (const Rule& rule : pack.rules) {
    if (rule.id != id) continue;
    if (rule.validity.holds(day)) return &rule;
    is_known = true;
    neighbours.look_at(rule.validity);
  }
  const std::string place = "pack " + pack.id + ", rule " + shown(id);
  if (!is_known) return Err(Problem{&info_of(PolicyOutcome::RuleUnknown), place, ""});
  return Err(Problem{&info_of(PolicyOutcome::RuleNotInForce), place, neighbours.text()});
}

Result<const Pack*, Problem> pack_in_force(std::span<const Pack> packs, std::string_view id, Date day) {
  Neighbours neighbours(day);
  const Pack* best = nullptr;
  bool is_known = false;
  for (const Pack& pack : packs) {
    if (pack.id != id) continue;
    is_known = true;
    if (!pack.validity.holds(day)) {
      neighbours.look_at(pack.validity);
    } else if (best == nullptr || best->version < pack.version) {
      best = &pack;
    }
  }
  if (best != nullptr) return best;
  if (!is_known) return Err(Problem{&info_of(PolicyOutcome::PackUnknown), "pack " + shown(id), ""});
  return Err(Problem{&info_of(PolicyOutcome::PackNotInForce), "pack " + shown(id), neighbours.text()});
}

std::optional<Date> nearest_day_in_force(const Pack& pack, std::string_view id, Date day) {
  Neighbours neighbours(day);
  for (const Rule& rule : pack.rules) {
    if (rule.id != id) continue;
    if (rule.validity.holds(day)) return day;
    neighbours.look_at(rule.validity);
  }
  return neighbours.nearest_day();
}

}  // namespace mingzhang::policy
