// SPDX-License-Identifier: Apache-2.0
// Lists for the other side: what it reads with `reconcile register` and `reconcile subsidy`, and who signs for them.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "audit/notes/signer.h"
#include "service/reading/reading.h"

namespace mingzhang::service {

/// What a list is of; also what a signature over it says.
struct ListSubject {
  std::string date;   ///< register: the end of this day
  std::string bank;   ///< register: whose loans; empty: of every bank
  std::string claim;  ///< a subsidy claim instead
};

/// "loan-register 2016-12-31" or "subsidy-claim TX-2016-1".
std::string purpose_of(const ListSubject& subject);

/// CSV with Chinese headings, as the other side reads it: codes, dates and amounts, no names.
TextResult given_list(const BookPlace& place, const ListSubject& subject);

/// The signed note over a list, one signature for each signer (audit/notes/signed_file.h); empty where there are no signers. SEAL-102 where
/// `name` cannot be a key's name.
TextResult signed_list(std::string_view file, std::string_view purpose, const std::string& name, std::span<const std::unique_ptr<audit::Signer>> signers);

/// Whether the signature beside a file is of somebody whom the policy trusts, over these bytes and for this purpose; empty text, or
/// SEAL-101, 104, 113, 114, 115.
TextResult check_given(std::string_view file, std::string_view signature, std::string_view policy, const ListSubject& subject);

}  // namespace mingzhang::service
