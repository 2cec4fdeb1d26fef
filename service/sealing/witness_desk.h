// SPDX-License-Identifier: Apache-2.0
// A witness at work: remembers first, signs then.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "service/opened_database.h"
#include "service/reading/lists.h"
#include "service/reading/reading.h"
#include "service/sealing/keys.h"

namespace mingzhang::service {

/// Who a witness is.
struct WitnessSelf {
  std::string name;     ///< under which it signs
  Signers signers;      ///< one for each algorithm in which it may be asked
  std::string policy;   ///< a file of audit/notes/trust_policy.h, of which only the logs count: keys taken over by hand
};

/// What came of a request.
struct WitnessReply {
  std::string note;      ///< the checkpoint with the witness's signature alone, for `add_cosignatures`
  std::string evidence;  ///< where history was changed: what the witness has seen and the request, to be kept; else empty
  Refusal refusal;       ///< no problems where the note is there
  bool is_cosigned() const { return refusal.problems.empty(); }
};

/// Looks at a request (`witness_request`), remembers its checkpoint in one durable transaction, and only then signs. A
/// witness that is killed between the two has signed nothing, and signs the same checkpoint when it is asked again. Two
/// requests at once are decided one after the other. SEAL-402 … SEAL-406 as the answers of C2SP tlog-witness.
WitnessReply cosign(const OpenedDatabase& opened, const WitnessSelf& self, std::string_view request, Clock& clock);

/// The logs that the witness has signed for, with size and root.
TextResult list_seen_logs(const OpenedDatabase& opened, Format format);

}  // namespace mingzhang::service
