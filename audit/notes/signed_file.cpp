// SPDX-License-Identifier: Apache-2.0
// Texts over files.
#include "audit/notes/signed_file.h"

#include <algorithm>

#include "audit/hash.h"
#include "audit/notes/outcome.h"
#include "base/check.h"

namespace mingzhang::audit {
namespace {

constexpr std::string_view kKind = "mingzhang-file/v1";

Problem file_problem(SealOutcome outcome, std::string detail) {
  return Problem{&info_of(outcome), "", std::move(detail)};
}

std::string line_of(std::string_view text, int number) {
  for (; number > 0; --number) text.remove_prefix(std::min(text.find('\n') + 1, text.size()));
  return std::string(text.substr(0, text.find('\n')));
}

}  // namespace

std::string signed_file_text(std::string_view signer, std::string_view purpose, std::string_view file) {
  MZ_CHECK(is_note_name(signer) && is_note_text(std::string(purpose) + "\n") && purpose.find('\n') == std::string_view::npos);
  std::string text = std::string(signer) + "\n" + std::string(kKind) + "\n" + std::string(purpose) + "\n";
  for (const Suite suite : kSuites) {
    Hasher hasher(suite);
    text += std::string(suite_name(suite)) + " " + hex_of(hasher.plain(file)) + "\n";
  }
  return text;
}

std::optional<Problem> check_signed_file(std::string_view note, std::string_view purpose, std::string_view file, const TrustPolicy& policy) {
  const Result<Note, Problem> parsed = parse_note(note);
  if (!parsed) return parsed.error();
  const std::string signer = line_of(parsed->text, 0);
  if (!is_note_name(signer) || line_of(parsed->text, 1) != kKind) return file_problem(SealOutcome::FileNoteBad, "");
  if (line_of(parsed->text, 2) != purpose) return file_problem(SealOutcome::FileDiffers, line_of(parsed->text, 2));
  if (parsed->text != signed_file_text(signer, purpose, file)) return file_problem(SealOutcome::FileDiffers, "");
  if (!check_trust(*parsed, signer, policy).is_trusted()) return file_problem(SealOutcome::NotTrusted, signer);
  return std::nullopt;
}

}  // namespace mingzhang::audit
