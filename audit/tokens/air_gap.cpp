// SPDX-License-Identifier: Apache-2.0
// Requests to sign and their answers, both canonical JSON read back byte for byte.
#include "audit/tokens/air_gap.h"

#include <openssl/rand.h>

#include <algorithm>
#include <array>
#include <optional>

#include "audit/openssl_error.h"
#include "audit/tokens/outcome.h"
#include "base/base64.h"
#include "base/check.h"
#include "base/json.h"
#include "base/text.h"
#include "base/world_error.h"

namespace mingzhang::audit {
namespace {

constexpr std::size_t kGapBytesMax = std::size_t{8} << 20;

Problem gap_problem(TokenOutcome outcome, const char* detail) {
  return Problem{&info_of(outcome), "", detail};
}

std::string request_digest(const SignRequest& request) {
  Hasher hasher(Suite::Sha256);
  return hex_of(hasher.plain(request.bytes()));
}

std::string member_text(const JsonValue& value, std::string_view name) {
  const JsonValue* const member = value.find(name);
  const std::string* const text = member == nullptr ? nullptr : member->as_text();
  return text == nullptr ? std::string() : *text;
}

/// The base64 texts of a list; nothing where one is none.
std::optional<std::vector<std::string>> member_list(const JsonValue& value, std::string_view name) {
  const JsonValue* const member = value.find(name);
  if (member == nullptr || member->items().size() > kSignRequestTextsMax) return std::nullopt;
  std::vector<std::string> list;
  for (const JsonValue& item : member->items()) {
    const std::string* const text = item.as_text();
    std::optional<std::string> bytes = text == nullptr ? std::nullopt : base64_decoded(*text);
    if (!bytes) return std::nullopt;
    list.push_back(std::move(*bytes));
  }
  return list;
}

void write_list(JsonWriter& writer, const std::vector<std::string>& list) {
  writer.begin_array();
  for (const std::string& one : list) writer.text(base64_of(one));
  writer.end_array();
}

/// Null where the request may be shown and signed.
const char* gap_objection(const std::string& id, const std::string& purpose, const std::vector<std::string>& texts) {
  const std::optional<std::string> raw_id = from_hex(id);
  if (!raw_id || raw_id->size() != 16) return "id";
  if (purpose.empty() || purpose.size() > 500 || !is_plain_text(purpose)) return "purpose";
  if (texts.empty() || texts.size() > kSignRequestTextsMax) return "texts";
  for (std::size_t at = 0; at < texts.size(); ++at) {
    // Only what a person can read: a note's text, also behind a witness's "cosignature/v1".
    if (texts[at].size() > kSignRequestTextBytesMax || !is_note_text(texts[at])) return "a text that cannot be shown";
    if (std::find(texts.begin(), texts.begin() + static_cast<std::ptrdiff_t>(at), texts[at]) !=
        texts.begin() + static_cast<std::ptrdiff_t>(at)) {
      return "a text that is there twice";
    }
  }
  return nullptr;
}

std::string response_bytes(const SignRequest& request, const std::vector<std::string>& signatures) {
  JsonWriter writer;
  writer.begin_object();
  writer.key("id");
  writer.text(request.id);
  writer.key("key");
  writer.text(request.key.text());
  writer.key("request_sha256");
  writer.text(request_digest(request));
  writer.key("signatures");
  write_list(writer, signatures);
  writer.key("t");
  writer.text("signresp/v1");
  writer.end_object();
  return writer.take();
}

}  // namespace

std::string SignRequest::bytes() const {
  JsonWriter writer;
  writer.begin_object();
  writer.key("id");
  writer.text(id);
  writer.key("key");
  writer.text(key.text());
  writer.key("purpose");
  writer.text(purpose);
  writer.key("t");
  writer.text("signreq/v1");
  writer.key("texts");
  write_list(writer, texts);
  writer.end_object();
  return writer.take();
}

SignRequest sign_request(std::string purpose, NoteKey key, std::vector<std::string> texts) {
  std::array<unsigned char, 16> id{};
  if (RAND_bytes(id.data(), id.size()) != 1) throw_openssl_error("no random numbers");
  SignRequest request{"", std::move(purpose), std::move(key), std::move(texts)};
  append_hex(request.id, id);
  MZ_CHECK(gap_objection(request.id, request.purpose, request.texts) == nullptr);
  return request;
}

Result<SignRequest, Problem> parse_sign_request(std::string_view bytes) {
  if (bytes.size() > kGapBytesMax) return Err(gap_problem(TokenOutcome::RequestBad, "too long"));
  const Result<JsonValue, JsonError> value = parse_canonical_json(bytes);
  if (!value || member_text(*value, "t") != "signreq/v1") return Err(gap_problem(TokenOutcome::RequestBad, "signreq/v1"));
  Result<NoteKey, Problem> key = parse_note_key(member_text(*value, "key"));
  std::optional<std::vector<std::string>> texts = member_list(*value, "texts");
  if (!key || !texts) return Err(gap_problem(TokenOutcome::RequestBad, key ? "texts" : "key"));
  const SignRequest request{member_text(*value, "id"), member_text(*value, "purpose"), std::move(key).value(), std::move(*texts)};
  if (const char* const objection = gap_objection(request.id, request.purpose, request.texts)) {
    return Err(gap_problem(TokenOutcome::RequestBad, objection));
  }
  if (request.bytes() != bytes) return Err(gap_problem(TokenOutcome::RequestBad, "other members"));
  return request;
}

std::string summary_of(const SignRequest& request) {
  std::string text = "待签文件 Request to sign " + request.id + "\n用途 Purpose: " + request.purpose +
                     "\n密钥 Key: " + request.key.text() + "\nSHA-256: " + request_digest(request) + "\n";
  for (std::size_t at = 0; at < request.texts.size(); ++at) {
    text += "--- " + std::to_string(at + 1) + "/" + std::to_string(request.texts.size()) + " ---\n" + request.texts[at];
  }
  return text;
}

Result<std::string, Problem> answer_request(const SignRequest& request, Signer& signer) {
  if (!(signer.public_key() == request.key.key)) return Err(gap_problem(TokenOutcome::ResponseKeyOther, "signer"));
  std::vector<std::string> signatures;
  for (const std::string& text : request.texts) signatures.push_back(signer.sign(text));
  return response_bytes(request, signatures);
}

Result<AnsweredSigner, Problem> AnsweredSigner::from_response(const SignRequest& request, std::string_view response) {
  if (response.size() > kGapBytesMax) return Err(gap_problem(TokenOutcome::ResponseBad, "too long"));
  const Result<JsonValue, JsonError> value = parse_canonical_json(response);
  if (!value || member_text(*value, "t") != "signresp/v1") return Err(gap_problem(TokenOutcome::ResponseBad, "signresp/v1"));
  const std::optional<std::vector<std::string>> signatures = member_list(*value, "signatures");
  if (!signatures) return Err(gap_problem(TokenOutcome::ResponseBad, "signatures"));
  if (member_text(*value, "id") != request.id || member_text(*value, "request_sha256") != request_digest(request)) {
    return Err(gap_problem(TokenOutcome::ResponseOfAnother, ""));
  }
  if (member_text(*value, "key") != request.key.text()) return Err(gap_problem(TokenOutcome::ResponseKeyOther, ""));
  if (signatures->size() != request.texts.size() || response_bytes(request, *signatures) != response) {
    return Err(gap_problem(TokenOutcome::ResponseBad, "members"));
  }
  std::vector<std::pair<std::string, std::string>> answers;
  for (std::size_t at = 0; at < signatures->size(); ++at) {
    if (!request.key.key.verifies(request.texts[at], (*signatures)[at])) {
      return Err(gap_problem(TokenOutcome::ResponseSignatureWrong, ""));
    }
    answers.emplace_back(request.texts[at], (*signatures)[at]);
  }
  return AnsweredSigner(request.key.key, std::move(answers));
}

bool AnsweredSigner::has(std::string_view message) const {
  return std::any_of(answers_.begin(), answers_.end(), [&](const auto& one) { return one.first == message; });
}

std::string AnsweredSigner::sign(std::string_view message) {
  for (const auto& [text, signature] : answers_) {
    if (text == message) return signature;
  }
  throw WorldError(WorldFault::Unavailable, "the answer holds no signature of this text; write a new request");
}

}  // namespace mingzhang::audit
