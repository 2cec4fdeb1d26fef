// SPDX-License-Identifier: Apache-2.0
// Signed notes (C2SP signed-note): a text, and who signed it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/outcome.h"
#include "base/result.h"

namespace mingzhang::audit {

/// A note with more signatures is refused: C2SP asks for at least 16, and each costs a verification.
inline constexpr std::size_t kNoteSignaturesMax = 16;
/// A checkpoint has some hundred bytes.
inline constexpr std::size_t kNoteBytesMax = 65'536;

/// One line "— NAME BASE64".
struct NoteSignature {
  std::string name;          ///< of the key; no blank of Unicode, no '+', no control character
  std::uint32_t key_id = 0;  ///< the first four bytes of the value, most significant first
  std::string signature;     ///< the rest of the value; what it holds depends on the key's type
  friend bool operator==(const NoteSignature&, const NoteSignature&) = default;
};

/// What the lines sign, and the lines. The text ends with a newline and holds no control character but newlines.
struct Note {
  std::string text;
  std::vector<NoteSignature> signatures;
  friend bool operator==(const Note&, const Note&) = default;
};

/// True for what may stand as a key's name.
bool is_note_name(std::string_view name);
/// True for what may be signed: UTF-8, a newline at the end, no other control character below U+0020.
bool is_note_text(std::string_view text);

/// Reads the one form of a note: text, an empty line (the last one of the file counts), one to 16 signatures, a newline.
/// SEAL-101 with the reason otherwise. Whose signatures they are, and whether they are right, is asked of keys (note_key.h).
Result<Note, Problem> parse_note(std::string_view bytes);

/// The bytes of a note. Requires: a note that `parse_note` would give. Example:
/// "bureau/ledger/B1/sha256\n3\nRcCI…=\n\n— bureau/ledger/B1/sha256 UgIo…=\n"
std::string note_bytes(const Note& note);

}  // namespace mingzhang::audit
