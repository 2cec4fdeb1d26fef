// SPDX-License-Identifier: Apache-2.0
// Whom a reader trusts: the statements of a policy, and what it says of notes.
#include "audit/notes/trust_policy.h"

#include <array>
#include <string>
#include <vector>

#include "audit/notes/private_key.h"
#include "tests/support/catch.h"

namespace mingzhang::audit {
namespace {

constexpr const char* kOrigin = "weining/ledger/B1/sha256";

/// A log, three witnesses, and a note that the log has signed.
struct World {
  PrivateKey log = PrivateKey::generate(Algorithm::Ed25519);
  std::array<PrivateKey, 3> witnesses{PrivateKey::generate(Algorithm::Ed25519), PrivateKey::generate(Algorithm::Ed25519),
                                      PrivateKey::generate(Algorithm::Ed25519)};
  Note note;
  World() {
    note.text = std::string(kOrigin) + "\n12\nqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqo=\n";
    note.signatures.push_back(sign_note(note.text, kOrigin, log));
  }
  std::string log_line() const { return "log " + NoteKey{kOrigin, KeyUse::Log, log.public_key()}.text() + "\n"; }
  std::string witness_line(std::size_t index) const {
    const std::string name = "w" + std::to_string(index);
    return "witness " + name + " " + NoteKey{name, KeyUse::Witness, witnesses[index].public_key()}.text() + "\n";
  }
  std::string head() const { return log_line() + witness_line(0) + witness_line(1) + witness_line(2); }
  void cosign(std::size_t index, std::int64_t time) {
    note.signatures.push_back(cosign_note(note.text, "w" + std::to_string(index), time, witnesses[index]));
  }
  TrustCheck check(const std::string& rest, const std::string& origin = kOrigin) const {
    static TrustPolicy policy;  // the answer points into it
    Result<TrustPolicy, Problem> parsed = parse_trust_policy(head() + rest);
    REQUIRE(parsed);
    policy = std::move(parsed).value();
    return check_trust(note, origin, policy);
  }
};

TEST_CASE("a quorum is reached by so many witnesses as the policy says", "[audit][notes]") {
  World world;
  CHECK(world.check("quorum none\n").is_trusted());
  CHECK_FALSE(world.check("quorum w0\n").is_trusted());
  world.cosign(0, 100);
  CHECK(world.check("quorum w0\n").is_trusted());
  CHECK_FALSE(world.check("quorum w1\n").is_trusted());
  CHECK(world.check("group g any w0 w1\nquorum g\n").is_trusted());
  CHECK_FALSE(world.check("group g all w0 w1\nquorum g\n").is_trusted());
  CHECK_FALSE(world.check("group g 2 w0 w1 w2\nquorum g\n").is_trusted());
  world.cosign(2, 50);
  const TrustCheck check = world.check("group g 2 w0 w1 w2 # two of three\n\nquorum g\n");
  CHECK(check.is_trusted());
  CHECK(check.witnesses == std::vector<std::string>{"w0", "w2"});
  CHECK(check.first_time == 50);
  CHECK(check.last_time == 100);
  CHECK(world.check("group a all w0 w2\ngroup b any w1 a\nquorum b\n").is_trusted());
  CHECK_FALSE(world.check("group a all w0 w1\ngroup b any a\nquorum b\n").is_trusted());
}

TEST_CASE("a log's signature counts for its own tree only, and a wrong one for none", "[audit][notes]") {
  World world;
  CHECK_FALSE(world.check("quorum none\n", "weining/ledger/B2/sha256").is_trusted());
  world.note.signatures[0].signature[5] = static_cast<char>(world.note.signatures[0].signature[5] ^ 1);
  const TrustCheck check = world.check("quorum none\n");
  CHECK_FALSE(check.is_trusted());
  CHECK(check.wrong == std::vector<std::string>{kOrigin});
}

TEST_CASE("a policy that cannot be used is refused with line and reason", "[audit][notes]") {
  const World world;
  const auto why = [](const std::string& text) {
    const Result<TrustPolicy, Problem> policy = parse_trust_policy(text);
    return policy ? std::string("a policy") : policy.error().place + ": " + policy.error().detail;
  };
  const std::string w0 = world.witness_line(0);
  const std::string key = w0.substr(std::string("witness w0 ").size());
  CHECK(why(world.log_line() + "quorum none") == "a policy");
  CHECK(why(world.log_line() + "quorum none\r\n") == "a policy");
  CHECK(why("") == "row 0: no quorum; \"quorum none\" where no witness is asked for");
  CHECK(why(world.log_line()) == "row 1: no quorum; \"quorum none\" where no witness is asked for");
  CHECK(why("quorum none\n" + w0) == "row 2: something after quorum");
  CHECK(why(w0 + "witness other " + key + "quorum none\n") == "row 2: a key that another witness has already");
  CHECK(why(w0 + "witness w0 " + world.witness_line(1).substr(11) + "quorum none\n") == "row 2: a name that is there already");
  CHECK(why("witness none " + key + "quorum none\n") == "row 1: a name that is there already");
  CHECK(why(world.log_line() + world.log_line() + "quorum none\n") == "row 2: a log that is there already");
  CHECK(why("log " + key + "quorum none\n") == "row 1: a witness's key, not a log's");
  CHECK(why("witness w " + world.log_line().substr(4) + "quorum none\n") == "row 1: a log's key, not a witness's");
  CHECK(why(w0 + "group g any w9\nquorum g\n") == "row 2: a member that does not stand before the group");
  CHECK(why(w0 + "group g any w0\ngroup h any w0\nquorum g\n") == "row 3: a member that is in a group already");
  for (const char* threshold : {"0", "2", "01", "-1", "some"}) {
    INFO(threshold);
    CHECK(why(w0 + "group g " + threshold + " w0\nquorum g\n") == "row 2: neither all nor any nor a number from 1 to the members");
  }
  CHECK(why(w0 + "quorum w1\n") == "row 2: a quorum that is nobody's name");
  CHECK(why("wittness w0 x\n").starts_with("row 1: not a statement"));
  CHECK(why("witness w0 x+00000000+AA==\nquorum none\n") == "row 1: a type that is not known");
}

}  // namespace
}  // namespace mingzhang::audit
