// SPDX-License-Identifier: Apache-2.0
// Keys of signed notes with their names (vkeys), and what they sign: a log's note, or a witness's cosignature of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "audit/notes/note.h"
#include "audit/notes/public_key.h"
#include "audit/notes/signer.h"

namespace mingzhang::audit {

/// Whose key it is; a part of the key's type and so of its id, so that no key can pose in the other role.
enum class KeyUse : std::uint8_t {
  Log = 1,      ///< signs the text (C2SP signed-note)
  Witness = 2,  ///< signs a time and the text (C2SP tlog-cosignature, v1)
};

/// A public key and its name. Types: Ed25519 0x01 for logs and 0x04 for witnesses as C2SP numbers them; SM2 is
/// 0xff followed by "sm2-sm3-gmt0009/v1" or "sm2-sm3-cosignature/v1", the form that C2SP keeps for types of one's own.
struct NoteKey {
  std::string name;
  KeyUse use = KeyUse::Log;
  PublicKey key;

  /// The first four bytes of SHA-256(name ‖ 0x0A ‖ type ‖ key), most significant first.
  std::uint32_t id() const;
  /// "NAME+1a2b3c4d+BASE64(type ‖ key)", one line; a vkey of Go's sumdb for the Ed25519 log type.
  std::string text() const;

  friend bool operator==(const NoteKey&, const NoteKey&) = default;
};

/// SEAL-102 with the reason where the text is not exactly what `NoteKey::text` writes, or of a type unknown here.
Result<NoteKey, Problem> parse_note_key(std::string_view text);

/// What a note says of one key.
enum class KeyVerdict : std::uint8_t {
  Absent = 1,  ///< no signature bears the key's name and id
  Good = 2,    ///< every signature that does is right
  Bad = 3,     ///< one that does is wrong: the whole note is to be refused
};

struct KeyCheck {
  KeyVerdict verdict = KeyVerdict::Absent;
  std::int64_t time = 0;  ///< witnesses: the latest time at which one of the good signatures was made, seconds since 1970
};

/// Checks the note's signatures of this key; those of other keys are ignored.
KeyCheck check_note(const Note& note, const NoteKey& key);

/// Signs as a log. Requires: a name and a text that may stand in a note; the signer's algorithm is the key's.
NoteSignature sign_note(std::string_view text, std::string_view name, Signer& signer);

/// Signs as a witness: "cosignature/v1\ntime T\n" and the text. Requires: 0 ≤ time < 2^53.
NoteSignature cosign_note(std::string_view text, std::string_view name, std::int64_t time, Signer& signer);

/// The very bytes that `cosign_note` signs, for keys that are elsewhere.
std::string cosigned_message(std::string_view text, std::int64_t time);

}  // namespace mingzhang::audit
