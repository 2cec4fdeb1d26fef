// SPDX-License-Identifier: Apache-2.0
// An object of a pack after its table has checked it, read member by member.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/json.h"
#include "base/money.h"
#include "base/ratio.h"
#include "policy/decimal.h"
#include "policy/field.h"
#include "policy/policy_outcome.h"

namespace mingzhang::policy {

/// Reads an object that `check_fields` has seen. Where a member is absent or was refused, the reader gives an empty value,
/// so that the rules between members can still be checked where `is_sound` says that their members are good.
/// The object and the problems must outlive it.
class Parameters {
 public:
  Parameters(const JsonValue& object, std::string place, Problems& problems)
      : object_(object), place_(std::move(place)), problems_(problems) {}

  bool has(std::string_view key) const { return object_.find(key) != nullptr; }
  std::string text(std::string_view key) const;
  std::int64_t integer(std::string_view key, std::int64_t otherwise) const;
  bool flag(std::string_view key, bool otherwise) const;
  Money amount(std::string_view key) const;
  std::optional<Share> share(std::string_view key) const;
  std::optional<Decimal> decimal(std::string_view key) const;
  std::optional<Date> date(std::string_view key) const;
  /// Half up where the member is absent or was refused: then nothing is computed with it.
  Rounding rounding(std::string_view key) const;
  /// The texts of a list, or the one text that stands in its place.
  std::vector<std::string> texts(std::string_view key) const;
  std::vector<Share> shares(std::string_view key) const;
  std::vector<Decimal> decimals(std::string_view key) const;
  std::vector<Date> dates(std::string_view key) const;
  /// The objects of a list, each with its own place.
  std::vector<Parameters> objects(std::string_view key) const;
  /// The object, or nothing where there is none.
  std::optional<Parameters> object(std::string_view key) const;

  const std::string& place() const { return place_; }
  /// False where anything in `key` was refused.
  bool is_sound(std::string_view key) const;
  /// The same for the whole object.
  bool is_sound() const { return !problems_.has_within(place_); }
  /// Reports a problem at `key`; with an empty key at the object itself.
  void refuse(PolicyOutcome outcome, std::string_view key, std::string detail) const;
  /// Holds the object against a table that only its own content could choose.
  void check(std::span<const Field> fields) const { check_fields(object_, fields, place_, problems_); }
  /// Reports every object of the list `key` whose member `name_key` stands in an earlier one too.
  void refuse_repeated(std::string_view key, std::string_view name_key) const;

 private:
  const JsonValue& object_;
  std::string place_;
  Problems& problems_;
};

}  // namespace mingzhang::policy
