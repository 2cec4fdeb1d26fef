// SPDX-License-Identifier: Apache-2.0
// Names, types and ids of keys, and the signatures of the two roles.
#include "audit/notes/note_key.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

#include "audit/notes/outcome.h"
#include "base/base64.h"
#include "base/check.h"

namespace mingzhang::audit {
namespace {

constexpr std::size_t kTimeBytes = 8;
constexpr std::size_t kIdDigits = 8;
constexpr std::int64_t kTimeMax = std::int64_t{1} << 53;

struct KeyType {
  Algorithm algorithm;
  KeyUse use;
  std::string_view bytes;
};

constexpr std::array<KeyType, 4> kTypes{{
    {Algorithm::Ed25519, KeyUse::Log, "\x01"},
    {Algorithm::Ed25519, KeyUse::Witness, "\x04"},
    {Algorithm::Sm2, KeyUse::Log, "\xffsm2-sm3-gmt0009/v1"},
    {Algorithm::Sm2, KeyUse::Witness, "\xffsm2-sm3-cosignature/v1"},
}};

std::string typed_bytes(const NoteKey& key) {
  for (const KeyType& type : kTypes) {
    if (type.algorithm == key.key.algorithm() && type.use == key.use) return std::string(type.bytes) + key.key.bytes();
  }
  MZ_CHECK(false);
  return "";
}

std::uint32_t id_of(std::string_view name, std::string_view typed) {
  Hasher hasher(Suite::Sha256);
  const Digest digest = hasher.plain(std::string(name) + "\n" + std::string(typed));
  std::uint32_t id = 0;
  for (std::size_t index = 0; index < 4; ++index) id = id << 8U | digest[index];
  return id;
}

std::string hex_of_id(std::uint32_t id) {
  std::array<unsigned char, 4> bytes{};
  for (std::size_t index = 0; index < bytes.size(); ++index) bytes[index] = static_cast<unsigned char>(id >> (24 - 8 * index) & 255U);
  std::string text;
  append_hex(text, bytes);
  return text;
}

Problem key_refused(const char* why) {
  return Problem{&info_of(SealOutcome::KeyTextBad), "", why};
}

/// The time of a cosignature's value, and the signature behind it.
std::int64_t time_of(std::string_view value) {
  std::uint64_t time = 0;
  for (std::size_t index = 0; index < kTimeBytes; ++index) time = time << 8U | static_cast<unsigned char>(value[index]);
  return time < static_cast<std::uint64_t>(kTimeMax) ? static_cast<std::int64_t>(time) : -1;
}

/// The time at which a good signature was made, 0 for logs; nothing for a wrong one.
std::optional<std::int64_t> good_time(const Note& note, const NoteSignature& signature, const NoteKey& key) {
  const std::string_view value = signature.signature;
  if (key.use == KeyUse::Log) return key.key.verifies(note.text, value) ? std::optional<std::int64_t>(0) : std::nullopt;
  if (value.size() <= kTimeBytes) return std::nullopt;
  const std::int64_t time = time_of(value);
  if (time < 0 || !key.key.verifies(cosigned_message(note.text, time), value.substr(kTimeBytes))) return std::nullopt;
  return time;
}

}  // namespace

std::uint32_t NoteKey::id() const {
  return id_of(name, typed_bytes(*this));
}

std::string NoteKey::text() const {
  const std::string typed = typed_bytes(*this);
  return name + "+" + hex_of_id(id_of(name, typed)) + "+" + base64_of(typed);
}

Result<NoteKey, Problem> parse_note_key(std::string_view text) {
  const std::size_t first = text.find('+');
  if (first == std::string_view::npos || !is_note_name(text.substr(0, first))) return Err(key_refused("no name"));
  const std::string_view name = text.substr(0, first);
  const std::string_view rest = text.substr(first + 1);
  if (rest.size() <= kIdDigits || rest[kIdDigits] != '+') return Err(key_refused("no key id of eight digits"));
  const std::optional<std::string> typed = base64_decoded(rest.substr(kIdDigits + 1));
  if (!typed) return Err(key_refused("the key is not base64"));
  for (const KeyType& type : kTypes) {
    if (!typed->starts_with(type.bytes)) continue;
    std::optional<PublicKey> key =
        PublicKey::from_bytes(type.algorithm, std::string_view(*typed).substr(type.bytes.size()));
    if (!key) return Err(key_refused("the bytes are no key of their type"));
    if (hex_of_id(id_of(name, *typed)) != rest.substr(0, kIdDigits)) return Err(key_refused("the key id does not fit"));
    return NoteKey{std::string(name), type.use, std::move(*key)};
  }
  return Err(key_refused("a type that is not known"));
}

KeyCheck check_note(const Note& note, const NoteKey& key) {
  KeyCheck check;
  const std::uint32_t id = key.id();
  for (const NoteSignature& signature : note.signatures) {
    if (signature.name != key.name || signature.key_id != id) continue;
    const std::optional<std::int64_t> time = good_time(note, signature, key);
    if (!time) return KeyCheck{KeyVerdict::Bad, 0};
    check.verdict = KeyVerdict::Good;
    check.time = std::max(check.time, *time);
  }
  return check;
}

NoteSignature sign_note(std::string_view text, std::string_view name, Signer& signer) {
  MZ_CHECK(is_note_text(text) && is_note_name(name));
  const NoteKey key{std::string(name), KeyUse::Log, signer.public_key()};
  return NoteSignature{key.name, key.id(), signer.sign(text)};
}

NoteSignature cosign_note(std::string_view text, std::string_view name, std::int64_t time, Signer& signer) {
  MZ_CHECK(is_note_text(text) && is_note_name(name));
  const NoteKey key{std::string(name), KeyUse::Witness, signer.public_key()};
  std::string value;
  for (unsigned shift = 64; shift > 0; shift -= 8) value += static_cast<char>(time >> (shift - 8) & 255);
  return NoteSignature{key.name, key.id(), value + signer.sign(cosigned_message(text, time))};
}

std::string cosigned_message(std::string_view text, std::int64_t time) {
  MZ_CHECK(time >= 0 && time < kTimeMax);
  return "cosignature/v1\ntime " + std::to_string(time) + "\n" + std::string(text);
}

}  // namespace mingzhang::audit
