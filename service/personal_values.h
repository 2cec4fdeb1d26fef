// SPDX-License-Identifier: Apache-2.0
// Personal values beside the records of a request: salted for the register, kept and erased with it.
#pragma once

#include <span>
#include <string>

#include "audit/hash.h"
#include "households/personal_store.h"
#include "service/request.h"

namespace mingzhang::service {

/// Most bytes of one value of a person that a file may give; the store takes more.
inline constexpr std::size_t kPersonalBytesMax = 300;

/// Gives everybody 16 random bytes. Throws WorldError where the generator fails.
void add_salts(std::span<households::PersonalValues> people);

/// What the register keeps of a person: SHA-256 over the salt followed by the canonical form, 64 hex digits. Requires a salt.
std::string digest_of(const households::PersonalValues& values, audit::Hasher& sha256);

/// True where the request keeps or erases values.
bool touches_people(const Request& request);

/// Writes what the request says of people, in the transaction of its records: a record of an erasure is never there
/// without the erasure, nor values without the record that has their digest. Requires an accepted request whose
/// commands hold the digest of everybody in `request.personal`.
void write_personal(const Request& request, households::PersonalStore& personal, audit::Hasher& sha256);

/// True where everybody of `request.personal` whose values are there has exactly these: the request may be a repetition.
bool has_same_personal(const Request& request, households::PersonalStore& personal);

/// The canonical form of a command for the digest of the request: without the digests of people, whose salts differ
/// each time, and which say nothing about values that may have to be erased.
std::string form_for_digest(const Command& command);

}  // namespace mingzhang::service
