// SPDX-License-Identifier: Apache-2.0
// Signed notes, read strictly and written in one form.
#include "audit/notes/note.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "audit/notes/outcome.h"
#include "base/base64.h"
#include "base/check.h"
#include "base/text.h"
#include "base/utf8.h"

namespace mingzhang::audit {
namespace {

constexpr std::string_view kLineStart = "— ";
constexpr std::size_t kKeyIdBytes = 4;
// The blanks of Unicode (property White_Space) above U+0020.
constexpr std::array<std::string_view, 19> kBlanks{
    "\u0085", "\u00a0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006",
    "\u2007", "\u2008", "\u2009", "\u200a", "\u2028", "\u2029", "\u202f", "\u205f", "\u3000"};

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20;
}

Problem note_refused(const char* why) {
  return Problem{&info_of(SealOutcome::NoteBad), "", why};
}

/// Reads one line without its newline.
std::optional<NoteSignature> parse_signature(std::string_view line) {
  if (!line.starts_with(kLineStart)) return std::nullopt;
  line.remove_prefix(kLineStart.size());
  const std::size_t blank = line.find(' ');
  if (blank == std::string_view::npos || !is_note_name(line.substr(0, blank))) return std::nullopt;
  const std::optional<std::string> value = base64_decoded(line.substr(blank + 1));
  if (!value || value->size() <= kKeyIdBytes) return std::nullopt;
  NoteSignature signature;
  signature.name = std::string(line.substr(0, blank));
  for (std::size_t index = 0; index < kKeyIdBytes; ++index) {
    signature.key_id = signature.key_id << 8U | static_cast<unsigned char>((*value)[index]);
  }
  signature.signature = value->substr(kKeyIdBytes);
  return signature;
}

}  // namespace

bool is_note_name(std::string_view name) {
  return !name.empty() && is_utf8(name) && name.find_first_of(" +") == std::string_view::npos &&
         std::none_of(name.begin(), name.end(), is_control) &&
         std::none_of(kBlanks.begin(), kBlanks.end(), [name](std::string_view blank) { return name.find(blank) != std::string_view::npos; });
}

bool is_note_text(std::string_view text) {
  return !text.empty() && text.back() == '\n' && is_utf8(text) &&
         std::none_of(text.begin(), text.end(), [](char c) { return is_control(c) && c != '\n'; });
}

Result<Note, Problem> parse_note(std::string_view bytes) {
  if (bytes.size() > kNoteBytesMax) return Err(note_refused("too long"));
  const std::size_t split = bytes.rfind("\n\n");
  if (split == std::string_view::npos) return Err(note_refused("no empty line before the signatures"));
  Note note;
  note.text = std::string(bytes.substr(0, split + 1));
  if (!is_note_text(note.text)) return Err(note_refused("the text is not UTF-8, or holds control characters"));
  std::string_view lines = bytes.substr(split + 2);
  if (lines.empty()) return Err(note_refused("no signature"));
  if (lines.back() != '\n') return Err(note_refused("the last line has no end"));
  while (!lines.empty()) {
    const std::size_t end = lines.find('\n');
    std::optional<NoteSignature> signature = parse_signature(lines.substr(0, end));
    if (!signature) return Err(note_refused("a line is no signature"));
    if (note.signatures.size() == kNoteSignaturesMax) return Err(note_refused("too many signatures"));
    note.signatures.push_back(std::move(*signature));
    lines.remove_prefix(end + 1);
  }
  return note;
}

std::string note_bytes(const Note& note) {
  MZ_CHECK(is_note_text(note.text) && !note.signatures.empty() && note.signatures.size() <= kNoteSignaturesMax);
  std::string bytes = note.text + "\n";
  for (const NoteSignature& one : note.signatures) {
    std::string value;
    for (unsigned shift = 32; shift > 0; shift -= 8) value += static_cast<char>(one.key_id >> (shift - 8) & 255U);
    bytes.append(kLineStart).append(one.name).append(" ").append(base64_of(value + one.signature)).append("\n");
  }
  return bytes;
}

}  // namespace mingzhang::audit
