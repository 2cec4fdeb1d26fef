// SPDX-License-Identifier: Apache-2.0
// Adopting a pack for a book, and no longer using it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/json.h"
#include "base/outcome.h"
#include "policy/adoption.h"
#include "policy/pack.h"

namespace mingzhang::policy {

/// The book uses a pack from a day on: pack_adoption/v1. The record holds the whole pack, so that every explanation can
/// be computed again from the book alone, whatever becomes of the file.
struct AdoptPack {
  std::string pack;          ///< id
  std::int64_t version = 0;
  std::string digest;        ///< SHA-256 of `content`, 64 hex digits; the caller computes it, service/ checks it
  Validity validity;         ///< days on which the book uses it
  std::string content;       ///< canonical bytes of the pack
};

/// The book does not use the pack from `to` on: pack_end/v1. An adoption becomes shorter, never longer.
struct EndPack {
  std::string pack;
  Date to;             ///< first day without it
  std::string reason;  ///< e.g. the document that replaces it
};

using Command = std::variant<AdoptPack, EndPack>;

/// Looks at the request alone: id, version, days, and that the content is JSON and names this pack and version. Whether it
/// is a pack without mistakes was asked when it was loaded (policy/load.h): a later program may be stricter, and the log
/// must still be readable.
std::vector<Problem> check_request(const Command& command);
/// Looks at what is adopted. Requires that `check_request` found nothing.
std::vector<Problem> check_state(const Command& command, const Adoptions& adoptions);

/// "pack_adoption/v1", "pack_end/v1".
std::string_view record_kind_of(const Command& command);
/// The record's `data`, canonical JSON.
std::string record_data_of(const Command& command);
/// The inverse; nothing where kind or data are not known.
std::optional<Command> decode_command(std::string_view kind, const JsonValue& data);

/// Changes the adoptions as record `seq`. Requires that `check_state` found nothing.
void apply(const Command& command, std::int64_t seq, Adoptions& adoptions);

}  // namespace mingzhang::policy
