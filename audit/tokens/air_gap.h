// SPDX-License-Identifier: Apache-2.0
// Signing on a machine without a network: texts go out in one file, signatures come back in another.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "audit/notes/note_key.h"
#include "audit/notes/signer.h"

namespace mingzhang::audit {

/// Most texts of one request, and the bytes of each: checkpoints, never files.
inline constexpr std::size_t kSignRequestTextsMax = 64;
inline constexpr std::size_t kSignRequestTextBytesMax = 65'536;

/// What is to be signed, by whom and for what; the content of a file NAME.signreq.
struct SignRequest {
  std::string id;                  ///< 32 lower-case hexadecimal digits from the generator, so that no answer fits two requests
  std::string purpose;             ///< one plain sentence for the person who signs, 1 to 500 bytes
  NoteKey key;
  std::vector<std::string> texts;  ///< 1 to kSignRequestTextsMax different ones, each the very bytes to be signed, UTF-8

  /// Canonical JSON: {"id":…,"key":VKEY,"purpose":…,"t":"signreq/v1","texts":[BASE64…]}.
  std::string bytes() const;
};

/// A request with a fresh id. Requires: purpose and texts as above. Throws WorldError.
SignRequest sign_request(std::string purpose, NoteKey key, std::vector<std::string> texts);

/// Exactly what `bytes` writes; TOKEN-104 with the reason otherwise.
Result<SignRequest, Problem> parse_sign_request(std::string_view bytes);

/// What is shown before anybody signs, Chinese and English: purpose, key, the texts in full, and the request's SHA-256 to be
/// compared with the one shown at the other machine.
std::string summary_of(const SignRequest& request);

/// Signs every text; the content of a file NAME.signresp: {"id":…,"key":VKEY,"request_sha256":HEX,"signatures":[BASE64…],
/// "t":"signresp/v1"}. TOKEN-302 where the signer's key is not the request's. Throws WorldError as the signer does.
Result<std::string, Problem> answer_request(const SignRequest& request, Signer& signer);

/// The second half of a signer that is elsewhere: gives back what came from there, for the same texts only.
class AnsweredSigner final : public Signer {
 public:
  /// Checks the answer: of this very request (id and digest), of its key, a right signature for every text.
  /// TOKEN-105, 301 to 303.
  static Result<AnsweredSigner, Problem> from_response(const SignRequest& request, std::string_view response);

  /// Whether this text was among those of the request: asked before anything is written, since the log may have grown.
  bool has(std::string_view message) const;

  const PublicKey& public_key() const override { return public_key_; }
  /// Throws WorldError for a text that was not asked for.
  std::string sign(std::string_view message) override;

 private:
  AnsweredSigner(PublicKey public_key, std::vector<std::pair<std::string, std::string>> answers)
      : public_key_(std::move(public_key)), answers_(std::move(answers)) {}

  PublicKey public_key_;
  std::vector<std::pair<std::string, std::string>> answers_;  ///< text and signature
};

}  // namespace mingzhang::audit
