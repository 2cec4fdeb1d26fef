// SPDX-License-Identifier: Apache-2.0
// Carries texts out and signatures in.
#include "service/sealing/air_gap.h"

#include <utility>

#include "audit/tokens/air_gap.h"
#include "audit/tokens/outcome.h"
#include "base/text.h"
#include "base/world_error.h"
#include "service/policies/shelf.h"
#include "service/request_outcome.h"

namespace mingzhang::service {
namespace {

constexpr std::size_t kPurposeBytesMax = 500;

Refusal of_world(const WorldError& error) {
  return refusal(info_of(outcome_of(error.fault())), error.what());
}

}  // namespace

Result<std::vector<SigningRequest>, Refusal> ask_for_signatures(const BookPlace& place, const std::vector<std::string>& published, const std::string& purpose) {
  if (purpose.empty() || purpose.size() > kPurposeBytesMax || !is_plain_text(purpose)) {
    return Err(refusal(audit::info_of(audit::TokenOutcome::RequestBad), "--purpose"));
  }
  const Result<std::vector<ProvenCheckpoint>, Refusal> proven = prove_checkpoints(place, published);
  if (!proven) return Err(proven.error());
  try {
    std::vector<SigningRequest> requests;
    for (const ProvenCheckpoint& one : *proven) requests.push_back({one.suite, audit::sign_request(purpose, one.keys.back(), {one.text}).bytes()});
    return requests;
  } catch (const WorldError& error) {
    return Err(of_world(error));
  }
}

TextResult show_signing_request(std::string_view request) {
  const Result<audit::SignRequest, Problem> parsed = audit::parse_sign_request(request);
  if (!parsed) return Err(refusal_of({parsed.error()}));
  return audit::summary_of(*parsed);
}

TextResult answer_signing_request(std::string_view request, const Signers& signers) {
  const Result<audit::SignRequest, Problem> parsed = audit::parse_sign_request(request);
  if (!parsed) return Err(refusal_of({parsed.error()}));
  try {
    Result<std::string, Problem> answer(Err(Problem{&audit::info_of(audit::TokenOutcome::ResponseKeyOther), "--signer", ""}));
    for (const auto& signer : signers) {
      if (!answer) answer = audit::answer_request(*parsed, *signer);
    }
    if (!answer) return Err(refusal_of({answer.error()}));
    return std::move(answer).value();
  } catch (const WorldError& error) {
    return Err(of_world(error));
  }
}

CheckpointsResult accept_signatures(const BookPlace& place, std::string_view request, std::string_view response) {
  const Result<audit::SignRequest, Problem> parsed = audit::parse_sign_request(request);
  if (!parsed) return Err(refusal_of({parsed.error()}));
  Result<audit::AnsweredSigner, Problem> signer = audit::AnsweredSigner::from_response(*parsed, response);
  if (!signer) return Err(refusal_of({signer.error()}));
  std::vector<audit::StoredCheckpoint> taken;
  for (const std::string& text : parsed->texts) {
    CheckpointsResult one = add_signature(place, text, signer.value());
    if (!one) return one;
    taken.insert(taken.end(), one->begin(), one->end());
  }
  return taken;
}

}  // namespace mingzhang::service
