// SPDX-License-Identifier: Apache-2.0
// A witness whose disk fails at any call never signs two histories.
#include "service/sealing/witness_desk.h"

#include <memory>
#include <string>
#include <utility>

#include "audit/frontier.h"
#include "audit/notes/note_key.h"
#include "audit/notes/private_key.h"
#include "audit/witness/witness.h"
#include "store/open_store.h"
#include "tests/support/catch.h"
#include "tests/support/fault_vfs.h"
#include "tests/support/temporary_folder.h"

namespace mingzhang::tests {
namespace {

constexpr const char* kWitnessed = "样例局/ledger/zhang/sha256";

/// A log that signs whatever it likes, and the witness's key.
struct Histories {
  audit::PrivateKey log = audit::PrivateKey::generate(audit::Algorithm::Ed25519);

  /// A first request for a tree of `size` leaves that ends in `last`.
  std::string request(int size, const std::string& last) {
    audit::Hasher hasher(audit::Suite::Sha256);
    audit::Frontier frontier;
    for (int number = 1; number < size; ++number) frontier.append(hasher, hasher.leaf(std::to_string(number)));
    frontier.append(hasher, hasher.leaf(last));
    audit::WitnessRequest request;
    request.checkpoint = {kWitnessed, size, frontier.root(hasher)};
    request.note.text = audit::checkpoint_text(request.checkpoint);
    request.note.signatures.push_back(audit::sign_note(request.note.text, kWitnessed, log));
    return audit::witness_request_bytes(request);
  }

  service::WitnessSelf self;
  Histories() {
    self.name = "样例信用社";
    self.signers.push_back(std::make_unique<audit::PrivateKey>(audit::PrivateKey::generate(audit::Algorithm::Ed25519)));
    self.policy = "log " + audit::NoteKey{kWitnessed, audit::KeyUse::Log, log.public_key()}.text() + "\nquorum none\n";
  }
};

/// Forgets what it is told to remember: the protection switched off.
class ForgetfulSeals final : public audit::SealDatabase {
 public:
  explicit ForgetfulSeals(audit::SealDatabase& inner) : inner_(inner) {}
  std::unique_ptr<audit::SealStore> seals_of(std::int64_t book_id) override { return inner_.seals_of(book_id); }
  std::unique_ptr<audit::WitnessStore> witness() override { return std::make_unique<Forgetful>(); }

 private:
  class Forgetful final : public audit::WitnessStore {
   public:
    std::vector<audit::SeenLog> seen_logs() override { return {}; }
    std::optional<audit::SeenLog> seen(std::string_view) override { return std::nullopt; }
    void hold(std::string_view) override {}
    void remember(const audit::SeenLog&) override {}
  };
  audit::SealDatabase& inner_;
};

struct SignedBoth {
  int rounds = 0;
  int first = 0;  ///< rounds in which the first history was signed in spite of the fault
  int both = 0;
};

/// Asks for one history while the n-th disk call fails, then for another one, for every n.
SignedBoth run_rounds(Histories& histories, bool is_forgetful) {
  SignedBoth counts;
  FaultVfs vfs;
  FixedClock clock(Instant{1'480'000'000'000'000});
  const std::string left = histories.request(4, "left");
  const std::string right = histories.request(4, "right");
  for (std::uint64_t nth = 1; nth < 500; ++nth) {
    TemporaryFolder folder;
    const std::string url = "sqlite:" + folder.file("witness.db");
    store::open_store(url, {});
    store::OpenOptions faulty;
    faulty.vfs_name = vfs.vfs_name();
    bool is_through = false;
    bool is_first_signed = false;
    {
      const auto opened = store::open_store(url, faulty);
      service::OpenedDatabase faces = service::faces_of(*opened);
      ForgetfulSeals forgetful(*opened);
      if (is_forgetful) faces.seals = &forgetful;
      vfs.arm({DiskCall::All, nth, nth % 2 == 0 ? DiskFault::Full : DiskFault::IoError, false});
      is_first_signed = service::cosign(faces, histories.self, left, clock).is_cosigned();
      is_through = vfs.failures() == 0;
      vfs.disarm();
    }
    const auto opened = store::open_store(url, {});
    service::OpenedDatabase faces = service::faces_of(*opened);
    ForgetfulSeals forgetful(*opened);
    if (is_forgetful) faces.seals = &forgetful;
    const bool is_second_signed = service::cosign(faces, histories.self, right, clock).is_cosigned();
    ++counts.rounds;
    counts.first += is_first_signed ? 1 : 0;
    counts.both += is_first_signed && is_second_signed ? 1 : 0;
    if (is_through) return counts;
  }
  FAIL("the loop did not come to its end");
  return counts;
}

TEST_CASE("whichever disk call fails, a witness signs one history only", "[service][sealing]") {
  Histories histories;
  const SignedBoth counts = run_rounds(histories, false);
  INFO(counts.rounds << " rounds");
  CHECK(counts.both == 0);
  CHECK(counts.rounds > 5);
  CHECK(counts.first >= 1);
  const SignedBoth control = run_rounds(histories, true);
  CHECK(control.both >= 1);  // the negative control: without a memory both are signed
}

TEST_CASE("a witness signs the same checkpoint again, and says its size to another one", "[service][sealing]") {
  Histories histories;
  TemporaryFolder folder;
  FixedClock clock(Instant{1'480'000'000'000'000});
  const auto opened = store::open_store("sqlite:" + folder.file("witness.db"), {});
  const service::OpenedDatabase faces = service::faces_of(*opened);
  const std::string request = histories.request(4, "left");
  const service::WitnessReply first = service::cosign(faces, histories.self, request, clock);
  REQUIRE(first.is_cosigned());
  const service::WitnessReply other = service::cosign(faces, histories.self, histories.request(4, "right"), clock);
  REQUIRE_FALSE(other.is_cosigned());
  CHECK(other.refusal.problems.front().problem.info->code == "SEAL-405");
  CHECK(other.refusal.problems.front().problem.detail == "--seen 4");
  std::string again = request;
  again.replace(0, 5, "old 4");
  CHECK(service::cosign(faces, histories.self, again, clock).note == first.note);
  std::string forked = histories.request(4, "right");
  forked.replace(0, 5, "old 4");
  const service::WitnessReply fork = service::cosign(faces, histories.self, forked, clock);
  REQUIRE_FALSE(fork.is_cosigned());
  CHECK(fork.refusal.problems.front().problem.info->code == "SEAL-406");
  CHECK(fork.evidence.find(forked) != std::string::npos);
}

}  // namespace
}  // namespace mingzhang::tests
