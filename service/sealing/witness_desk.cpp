// SPDX-License-Identifier: Apache-2.0
// Decides, remembers, and signs as a witness.
#include "service/sealing/witness_desk.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "audit/notes/note_key.h"
#include "audit/notes/outcome.h"
#include "audit/notes/trust_policy.h"
#include "audit/witness/witness.h"
#include "base/base64.h"
#include "base/world_error.h"
#include "reports/column.h"
#include "reports/table.h"
#include "service/attempts.h"
#include "service/policies/shelf.h"
#include "service/reading/render.h"
#include "service/request_outcome.h"

namespace mingzhang::service {
namespace {

using audit::SealOutcome;
using audit::WitnessAnswer;
using audit::WitnessDecision;
using audit::WitnessRequest;

WitnessReply refused_reply(SealOutcome outcome, const std::string& detail) {
  return {"", "", refusal(audit::info_of(outcome), detail)};
}

std::string state_of_log(const audit::SeenLog& seen) {
  return seen.origin + " " + std::to_string(seen.size) + " " + base64_of(audit::bytes_of(seen.root));
}

WitnessReply reply_to(const WitnessDecision& decision, const WitnessRequest& request, std::string_view bytes) {
  const std::string& origin = request.checkpoint.origin;
  switch (decision.answer) {
    case WitnessAnswer::Cosigns: return {};
    case WitnessAnswer::UnknownLog: return refused_reply(SealOutcome::WitnessLogUnknown, origin);
    case WitnessAnswer::SignatureBad: return refused_reply(SealOutcome::WitnessSignatureBad, origin);
    case WitnessAnswer::OldSizeBad: return refused_reply(SealOutcome::WitnessOldSizeBad, std::to_string(request.old_size));
    case WitnessAnswer::SizeDiffers: return refused_reply(SealOutcome::WitnessSizeDiffers, "--seen " + std::to_string(decision.seen.size));
    case WitnessAnswer::ProofBad: break;
  }
  WitnessReply reply = refused_reply(SealOutcome::WitnessProofBad, state_of_log(decision.seen));
  reply.evidence = "见过 seen: " + state_of_log(decision.seen) + "\n\n" + std::string(bytes);
  return reply;
}

/// The witness's key of the algorithm in which the log signs, or null. A log that is not known needs none.
audit::Signer* signer_for(const Signers& signers, const audit::TrustPolicy& policy, const std::string& origin) {
  const auto log = std::find_if(policy.logs.begin(), policy.logs.end(), [&](const audit::NoteKey& key) { return key.name == origin; });
  if (log == policy.logs.end()) return nullptr;
  const auto signer = std::find_if(signers.begin(), signers.end(), [&](const auto& one) {
    return one->public_key().algorithm() == log->key.algorithm();
  });
  return signer == signers.end() ? nullptr : signer->get();
}

bool is_known(const audit::TrustPolicy& policy, const std::string& origin) {
  return std::any_of(policy.logs.begin(), policy.logs.end(), [&](const audit::NoteKey& key) { return key.name == origin; });
}

/// Decides and remembers in one write transaction, which is on the disk when this returns.
WitnessDecision decide_and_remember(const OpenedDatabase& opened, const audit::TrustPolicy& policy, const WitnessRequest& request) {
  ledger::Database& database = *opened.database;
  return in_attempts(database, [&] {
    database.begin_write();
    const std::unique_ptr<audit::WitnessStore> memory = opened.seals->witness();
    memory->hold(request.checkpoint.origin);
    WitnessDecision decision = audit::decide(request, policy.logs, memory->seen(request.checkpoint.origin));
    if (decision.answer == WitnessAnswer::Cosigns) {
      memory->remember(decision.seen);
      database.commit();
    } else {
      database.rollback();
    }
    return decision;
  });
}

}  // namespace

WitnessReply cosign(const OpenedDatabase& opened, const WitnessSelf& self, std::string_view request, Clock& clock) {
  const Result<audit::TrustPolicy, Problem> policy = audit::parse_trust_policy(self.policy);
  if (!policy) return {"", "", refusal_of({policy.error()})};
  if (!audit::is_note_name(self.name)) return refused_reply(SealOutcome::KeyTextBad, "--name");
  const Result<WitnessRequest, Problem> parsed = audit::parse_witness_request(request);
  if (!parsed) return {"", "", refusal_of({parsed.error()})};
  const std::string& origin = parsed->checkpoint.origin;
  audit::Signer* const signer = signer_for(self.signers, *policy, origin);
  if (signer == nullptr && is_known(*policy, origin)) return refused_reply(SealOutcome::KeyMissing, origin);
  try {
    const WitnessDecision decision = decide_and_remember(opened, *policy, *parsed);
    WitnessReply reply = reply_to(decision, *parsed, request);
    if (!reply.is_cosigned()) return reply;
    audit::Note note{parsed->note.text, {}};
    note.signatures.push_back(audit::cosign_note(note.text, self.name, clock.now().microseconds / 1'000'000, *signer));
    reply.note = audit::note_bytes(note);
    return reply;
  } catch (const WorldError& error) {
    opened.database->rollback();
    return {"", "", refusal(info_of(outcome_of(error.fault())), error.what())};
  }
}

TextResult list_seen_logs(const OpenedDatabase& opened, Format format) {
  return read_database(*opened.database, [&]() -> TextResult {
    reports::Table table({"seen_logs", "见证过的账", "Logs that were cosigned"},
                         {reports::text_column("origin", "账", "origin"), reports::count_column("size", "记录数", "records"),
                          reports::text_column("root", "根", "root")});
    for (const audit::SeenLog& log : opened.seals->witness()->seen_logs()) {
      table.add_row(reports::RowKind::Line, {log.origin, reports::Value::count(log.size), base64_of(audit::bytes_of(log.root))});
    }
    return rendered(table, format);
  });
}

}  // namespace mingzhang::service
