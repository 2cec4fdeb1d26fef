// SPDX-License-Identifier: Apache-2.0
// Signing by file: the way there and back, and answers that do not belong.
#include "audit/tokens/air_gap.h"

#include <string>

#include "audit/notes/private_key.h"
#include "audit/tokens/outcome.h"
#include "base/world_error.h"
#include "tests/support/aborts.h"
#include "tests/support/catch.h"

namespace mingzhang::audit {
namespace {

struct GapScene {
  PrivateKey key = PrivateKey::generate(Algorithm::Ed25519);
  NoteKey note_key{"bureau/ledger/B1/sha256", KeyUse::Log, key.public_key()};
  SignRequest request = sign_request("六月结账检查点", note_key, {"bureau/ledger/B1/sha256\n3\nRcCI\n", "second\n"});
  std::string response = *answer_request(request, key);
};

std::string gap_word(const SignRequest& request, std::string_view response) {
  const Result<AnsweredSigner, Problem> signer = AnsweredSigner::from_response(request, response);
  return signer ? "ok" : std::string(signer.error().info->name);
}

TEST_CASE("a request goes over by file, is shown, signed, and its answer signs for it", "[audit][tokens]") {
  GapScene scene;
  const Result<SignRequest, Problem> read = parse_sign_request(scene.request.bytes());
  REQUIRE(read.has_value());
  CHECK(read->bytes() == scene.request.bytes());
  for (const std::string& part : {std::string("六月结账检查点"), scene.note_key.text(), scene.request.texts[0], std::string("2/2")}) {
    CHECK(summary_of(*read).find(part) != std::string::npos);
  }
  Result<AnsweredSigner, Problem> answered = AnsweredSigner::from_response(scene.request, *answer_request(*read, scene.key));
  REQUIRE(answered.has_value());
  AnsweredSigner& signer = answered.value();
  const NoteSignature line = sign_note(scene.request.texts[0], scene.note_key.name, signer);
  CHECK(check_note(Note{scene.request.texts[0], {line}}, scene.note_key).verdict == KeyVerdict::Good);
  CHECK(signer.has("second\n"));
  CHECK_FALSE(signer.has("third\n"));
  CHECK_THROWS_AS(signer.sign("third\n"), WorldError);
}

TEST_CASE("the answer to another request, of another key or to a changed text is refused", "[audit][tokens]") {
  GapScene scene;
  CHECK(gap_word(scene.request, scene.response) == "ok");
  const SignRequest again = sign_request(scene.request.purpose, scene.note_key, scene.request.texts);
  CHECK(gap_word(again, scene.response) == "ResponseOfAnother");
  SignRequest changed = scene.request;
  changed.texts[1] = "secomd\n";
  CHECK(gap_word(changed, scene.response) == "ResponseOfAnother");
  PrivateKey other = PrivateKey::generate(Algorithm::Ed25519);
  CHECK(answer_request(scene.request, other).error().info->name == "ResponseKeyOther");
  const NoteKey other_key{scene.note_key.name, KeyUse::Log, other.public_key()};
  std::string of_other = scene.response;
  of_other.replace(of_other.find(scene.note_key.text()), scene.note_key.text().size(), other_key.text());
  CHECK(gap_word(scene.request, of_other) == "ResponseKeyOther");
  std::string swapped = scene.response;
  const std::size_t at = swapped.find("\"signatures\":[\"") + 15;
  const std::string first = swapped.substr(at, 88);
  swapped.replace(at, 88, swapped.substr(at + 91, 88)).replace(at + 91, 88, first);
  CHECK(gap_word(scene.request, swapped) == "ResponseSignatureWrong");
  CHECK(gap_word(scene.request, scene.request.bytes()) == "ResponseBad");
}

TEST_CASE("a cut or widened file is neither request nor answer, and nothing unreadable is asked for", "[audit][tokens]") {
  GapScene scene;
  const std::string bytes = scene.request.bytes();
  for (std::size_t size = 0; size < bytes.size(); ++size) CHECK_FALSE(parse_sign_request(bytes.substr(0, size)).has_value());
  for (std::size_t size = 0; size < scene.response.size(); ++size) CHECK(gap_word(scene.request, scene.response.substr(0, size)) == "ResponseBad");
  std::string wider = bytes;
  wider.insert(wider.size() - 1, ",\"x\":1");
  CHECK(parse_sign_request(wider).error().info->name == "RequestBad");
  CHECK(parse_sign_request(scene.response).error().info->name == "RequestBad");
  for (const std::string text : {"no newline", "a\rb\n", "\x1b[2J\n", "second\n"}) {
    SignRequest hidden = scene.request;
    hidden.texts[0] = text;  // the last is there twice then
    CHECK(parse_sign_request(hidden.bytes()).error().info->name == "RequestBad");
  }
  CHECK(tests::aborts([&scene] { sign_request("", scene.note_key, {"text\n"}); }));
}

}  // namespace
}  // namespace mingzhang::audit
