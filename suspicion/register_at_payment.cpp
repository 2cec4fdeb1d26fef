// SPDX-License-Identifier: Apache-2.0
// Looks every payment's household up as of its day.
#include "suspicion/register_at_payment.h"

#include <map>
#include <utility>

namespace mingzhang::suspicion {

void RegisterAtPayment::add_household(std::string_view household, Date registered) {
  homes_.try_emplace(std::string(household), Home{registered, {}, {}});
}

void RegisterAtPayment::add_left(std::string_view household, Left how, Date from, Date to) {
  homes_[std::string(household)].left.push_back(Span{how, from, to});
}

void RegisterAtPayment::add_class(std::string_view household, std::string_view name, Date from, Date to) {
  std::vector<Grade>& grades = homes_[std::string(household)].grades;
  if (!grades.empty() && grades.back().name == name && grades.back().to == from) {
    grades.back().to = to;
    return;
  }
  grades.push_back(Grade{std::string(name), from, to});
}

std::string_view RegisterAtPayment::grade_on(const Home& home, Date date) {
  for (const Grade& grade : home.grades) {
    if (grade.from <= date && date < grade.to) return grade.name;
  }
  return std::string_view();
}

void RegisterAtPayment::see(const Payment& payment) {
  key_.assign(payment.household);
  const auto home = homes_.find(key_);
  if (home == homes_.end() || payment.date < home->second.registered) {
    unregistered_.push_back(item_of(payment));
    return;
  }
  const std::string_view before = grade_on(home->second, payment.decided.value_or(payment.date));
  const std::string_view after = grade_on(home->second, payment.date);
  if (before != after && !before.empty()) {
    changed_.push_back(Changed{item_of(payment), std::string(before), std::string(after)});
  }
  for (const Span& span : home->second.left) {
    if (span.from <= payment.date && payment.date < span.to) {
      left_.emplace_back(item_of(payment), span.how);
      return;
    }
  }
}

std::vector<Hit> RegisterAtPayment::left_hits() const {
  std::map<std::string, Hit> hits;
  for (const auto& [item, how] : left_) {
    Hit& hit = hits[item.household];
    const bool is_removed = how == Left::Removed;
    hit.zh = is_removed ? "发放当日该户已剔除" : "发放当日该户已脱贫";
    hit.en = is_removed ? "removed from the register on that day" : "had exited on that day";
    hit.items.push_back(item);
  }
  std::vector<Hit> result;
  for (auto& [household, hit] : hits) result.push_back(std::move(hit));
  return result;
}

std::vector<Hit> RegisterAtPayment::unregistered_hits() const {
  std::map<std::string, Hit> hits;
  for (const Item& item : unregistered_) {
    Hit& hit = hits[item.household];
    hit.zh = homes_.contains(item.household) ? "发放当日该户尚未登记" : "登记册中没有该户";
    hit.en = homes_.contains(item.household) ? "not registered yet on that day" : "not on the register";
    hit.items.push_back(item);
  }
  std::vector<Hit> result;
  for (auto& [household, hit] : hits) result.push_back(std::move(hit));
  return result;
}

std::vector<Hit> RegisterAtPayment::class_hits() const {
  std::map<std::string, Hit> hits;
  for (const Changed& changed : changed_) {
    Hit& hit = hits[changed.item.household];
    hit.zh = "清单日类别“" + changed.before + "”，发放日类别“" + changed.after + "”";
    hit.en = "class " + changed.before + " on the list's day, " + changed.after + " on the day of payment";
    hit.items.push_back(changed.item);
  }
  std::vector<Hit> result;
  for (auto& [household, hit] : hits) result.push_back(std::move(hit));
  return result;
}

}  // namespace mingzhang::suspicion
