// SPDX-License-Identifier: Apache-2.0
// Personal values stand outside the log: they can be erased, and no record and no projection changes.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mingzhang::households {

/// What is personal about one person. Empty texts: not known. Never print one; see base/masking.h.
struct PersonalValues {
  std::string person;     ///< opaque code
  std::string salt;       ///< at least 16 random bytes; part of the digest in the register, erased with the rest
  std::string name;
  std::string id_number;  ///< 公民身份号码
  std::string card;       ///< bank card or passbook account
  std::string phone;
  std::string note;       ///< free text about the person
};

/// Canonical JSON of everything but the salt. The register's digest is SHA-256 over the salt followed by these bytes.
/// Example: {"id_number":"…","name":"…","person":"P0000001"}; empty members are left out.
/// Requires plain text (base/text.h).
std::string canonical_form(const PersonalValues& values);

/// The values of one book's people, inside a transaction that somebody else holds. Not a projection: a replay of the log
/// does not bring them back. Every failure throws WorldError.
class PersonalStore {
 public:
  virtual ~PersonalStore() = default;

  /// Keeps these values; those that stood there for the same people before are erased. At most 1,000 bytes each, nobody
  /// twice. Whether a person may have values at all is the register's to say (`HouseholdRegister::erasure`).
  virtual void put(std::span<const PersonalValues> people) = 0;
  virtual std::optional<PersonalValues> get(std::string_view person) = 0;
  /// Codes of the people with exactly this number, sorted. Requires a number that is not empty.
  virtual std::vector<std::string> with_id_number(std::string_view id_number) = 0;
  virtual std::vector<std::string> with_card(std::string_view card) = 0;
  /// Everybody whose values are there, in no order: for tests that compare all with all.
  virtual void for_each(const std::function<void(const PersonalValues&)>& visit) = 0;
  /// Overwrites the values and the salt; false where there are none. The bytes are out of reach only when the commit
  /// has been followed by `RegisterDatabase::forget_erased`, and old backups keep theirs.
  virtual bool erase(std::string_view person) = 0;
};

}  // namespace mingzhang::households
