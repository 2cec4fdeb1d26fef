// SPDX-License-Identifier: Apache-2.0
// The keys of a book's log: whose they are, rotation with an overlap, and their records.
#include "audit/keys/command.h"

#include <string>
#include <vector>

#include "audit/keys/log_name.h"
#include "audit/notes/checkpoint.h"
#include "audit/notes/note.h"
#include "audit/notes/note_key.h"
#include "audit/notes/private_key.h"
#include "tests/support/aborts.h"
#include "tests/support/catch.h"

namespace mingzhang::audit {
namespace {

/// Keys in memory; checkpoints are not asked for.
class MemorySeals final : public SealStore {
 public:
  std::vector<LogKey> keys() override { return rows; }
  void insert_keys(std::span<const LogKey> added) override { rows.insert(rows.end(), added.begin(), added.end()); }
  void update_keys(std::span<const LogKey> changed) override {
    for (const LogKey& key : changed) rows[static_cast<std::size_t>(key.id - 1)] = key;
  }
  std::vector<StoredCheckpoint> checkpoints(Suite) override { return {}; }
  std::optional<StoredCheckpoint> latest_checkpoint(Suite) override { return std::nullopt; }
  std::optional<StoredCheckpoint> checkpoint(Suite, std::int64_t) override { return std::nullopt; }
  void insert_checkpoint(const StoredCheckpoint&) override {}
  void update_checkpoint(const StoredCheckpoint&) override {}

  std::vector<LogKey> rows;
};

std::string fresh_key(const std::string& name, Algorithm algorithm, KeyUse use = KeyUse::Log) {
  return NoteKey{name, use, PrivateKey::generate(algorithm).public_key()}.text();
}

std::string code_of(const std::vector<Problem>& problems) {
  return problems.empty() ? "" : std::string(problems.front().info->code);
}

std::string first_code(const Command& command, const LogKeys& keys) {
  const std::string code = code_of(check_request(command));
  return code.empty() ? code_of(check_state(command, "B1", keys)) : code;
}

TEST_CASE("a key must bear the book's name and its own suite, and one bureau is meant for all", "[audit][keys]") {
  MemorySeals store;
  LogKeys keys(store);
  const auto code = [&keys](const std::string& key) { return first_code(AddLogKey{key, "纪要"}, keys); };
  CHECK(code(fresh_key("weining/ledger/B1/sha256", Algorithm::Ed25519)) == "");
  CHECK(code(fresh_key("weining/ledger/B1/sm3", Algorithm::Sm2)) == "");
  CHECK(code(fresh_key("weining/ledger/B1/sm3", Algorithm::Ed25519)) == "SEAL-301");
  CHECK(code(fresh_key("weining/ledger/B1/sha256", Algorithm::Sm2)) == "SEAL-301");
  CHECK(code(fresh_key("weining/ledger/B2/sha256", Algorithm::Ed25519)) == "SEAL-301");
  CHECK(code(fresh_key("/ledger/B1/sha256", Algorithm::Ed25519)) == "SEAL-301");
  CHECK(code(fresh_key("weining/ledger/B1/sha256", Algorithm::Ed25519, KeyUse::Witness)) == "SEAL-102");
  CHECK(code("weining/ledger/B1/sha256+00000000+AQ==") == "SEAL-102");
  apply(AddLogKey{fresh_key("weining/ledger/B1/sha256", Algorithm::Ed25519), "纪要"}, 5, keys);
  CHECK(code(fresh_key("qinan/ledger/B1/sm3", Algorithm::Sm2)) == "SEAL-301");
  CHECK(code(fresh_key("weining/ledger/B1/sm3", Algorithm::Sm2)) == "");
}

TEST_CASE("a reason is asked for, without personal data", "[audit][keys]") {
  MemorySeals store;
  LogKeys keys(store);
  const std::string key = fresh_key("weining/ledger/B1/sha256", Algorithm::Ed25519);
  CHECK(first_code(AddLogKey{key, ""}, keys) == "SEAL-109");
  CHECK(first_code(AddLogKey{key, std::string(601, 'x')}, keys) == "SEAL-109");
  CHECK(first_code(AddLogKey{key, "a\nb"}, keys) == "SEAL-109");
  CHECK(first_code(AddLogKey{key, "样例 11010519491231002X"}, keys) == "SEAL-110");  // the example of GB 11643-1999
  CHECK(first_code(AddLogKey{key, std::string(600, 'x')}, keys) == "");
}

TEST_CASE("rotation overlaps: the next key comes before the last one goes, and what has ended does not return", "[audit][keys]") {
  MemorySeals store;
  LogKeys keys(store);
  const std::string first = fresh_key("weining/ledger/B1/sha256", Algorithm::Ed25519);
  const std::string next = fresh_key("weining/ledger/B1/sha256", Algorithm::Ed25519);
  CHECK(first_code(EndLogKey{first, "轮换"}, keys) == "SEAL-303");
  apply(AddLogKey{first, "启用"}, 5, keys);
  CHECK(first_code(AddLogKey{first, "启用"}, keys) == "SEAL-302");
  CHECK(first_code(EndLogKey{first, "轮换"}, keys) == "SEAL-304");
  apply(AddLogKey{next, "轮换"}, 8, keys);
  CHECK(keys.count_in_force(Suite::Sha256) == 2);
  CHECK(first_code(EndLogKey{first, "轮换"}, keys) == "");
  apply(EndLogKey{first, "轮换"}, 9, keys);
  CHECK(keys.in_force(first) == nullptr);
  CHECK(keys.in_force(next) != nullptr);
  CHECK(first_code(AddLogKey{first, "再启用"}, keys) == "SEAL-302");
  CHECK(first_code(EndLogKey{next, "轮换"}, keys) == "SEAL-304");
  keys.flush();
  CHECK(store.rows == std::vector<LogKey>{{1, Suite::Sha256, first, 5, 9}, {2, Suite::Sha256, next, 8, std::nullopt}});
  LogKeys again(store);
  CHECK(again.all() == keys.all());
}

/// A checkpoint of the first bytes that come to hand, signed by a key that nobody knows: what was lost may be signed so.
std::string lost_note(const std::string& origin, std::int64_t size, Algorithm algorithm) {
  PrivateKey key = PrivateKey::generate(algorithm);
  const std::string text = checkpoint_text({origin, size, Digest{}});
  return note_bytes({text, {sign_note(text, origin, key)}});
}

TEST_CASE("after a restore all keys end, and the next bear the name of the log's next life", "[audit][keys]") {
  MemorySeals store;
  LogKeys keys(store);
  const std::string first = "weining/ledger/B1/sha256";
  const RestoreLog restore{{lost_note(first, 9, Algorithm::Ed25519)}, "纪要"};
  CHECK(first_code(restore, keys) == "SEAL-303");  // nothing was ever signed
  apply(AddLogKey{fresh_key(first, Algorithm::Ed25519), "启用"}, 5, keys);
  apply(AddLogKey{fresh_key("weining/ledger/B1/sm3", Algorithm::Sm2), "启用"}, 6, keys);
  CHECK(present_life(keys, "B1") == 1);
  CHECK(first_code(AddLogKey{fresh_key(first + "/2", Algorithm::Ed25519), "抢先"}, keys) == "SEAL-301");
  REQUIRE(first_code(restore, keys) == "");
  apply(restore, 7, keys);
  CHECK_FALSE(keys.has_any_in_force());
  CHECK(present_life(keys, "B1") == 2);
  CHECK(first_code(restore, keys) == "SEAL-303");
  CHECK(first_code(AddLogKey{fresh_key(first, Algorithm::Ed25519), "照旧"}, keys) == "SEAL-301");
  CHECK(first_code(AddLogKey{fresh_key(first + "/3", Algorithm::Ed25519), "跳号"}, keys) == "SEAL-301");
  CHECK(first_code(AddLogKey{fresh_key("qinan/ledger/B1/sha256/2", Algorithm::Ed25519), "他局"}, keys) == "SEAL-301");
  const AddLogKey next{fresh_key(first + "/2", Algorithm::Ed25519), "续账"};
  REQUIRE(first_code(next, keys) == "");
  apply(next, 8, keys);
  CHECK(present_life(keys, "B1") == 2);
  CHECK(first_code(restore, keys) == "SEAL-301");  // it was of the first life
  CHECK(first_code(RestoreLog{{lost_note(first + "/2", 12, Algorithm::Ed25519)}, "纪要"}, keys) == "");
  keys.flush();
  CHECK(store.rows[0].end_seq == 7);
  CHECK(store.rows[1].end_seq == 7);
}

TEST_CASE("a restore names one lost checkpoint of each suite, of this book, and comes back from its record", "[audit][keys]") {
  MemorySeals store;
  LogKeys keys(store);
  apply(AddLogKey{fresh_key("weining/ledger/B1/sha256", Algorithm::Ed25519), "启用"}, 5, keys);
  const std::string sha256 = lost_note("weining/ledger/B1/sha256", 9, Algorithm::Ed25519);
  const std::string sm3 = lost_note("weining/ledger/B1/sm3", 9, Algorithm::Sm2);
  const auto code = [&keys](std::vector<std::string> lost) { return first_code(RestoreLog{std::move(lost), "纪要"}, keys); };
  CHECK(code({}) == "SEAL-313");
  CHECK(code({sha256, sm3, sha256}) == "SEAL-313");
  CHECK(code({sha256, sha256}) == "SEAL-301");
  CHECK(code({"no note"}) == "SEAL-101");
  CHECK(code({lost_note("weining/ledger/B2/sha256", 9, Algorithm::Ed25519)}) == "SEAL-301");
  CHECK(first_code(RestoreLog{{sha256}, ""}, keys) == "SEAL-109");
  CHECK(code({sha256, sm3}) == "");
  const Command command = RestoreLog{{sha256, sm3}, "纪要"};
  const std::string data = record_data_of(command);
  const std::optional<Command> decoded = decode_command("log_restore/v1", *parse_canonical_json(data));
  REQUIRE(decoded.has_value());
  CHECK(std::get<RestoreLog>(*decoded).lost == std::vector<std::string>{sha256, sm3});
  CHECK(record_data_of(*decoded) == data);
  for (const char* bad : {R"({"lost":[],"reason":"y"})", R"({"lost":[[1]],"reason":"y"})", R"({"lost":1,"reason":"y"})", R"({"reason":"y"})"}) {
    CHECK_FALSE(decode_command("log_restore/v1", *parse_canonical_json(bad)).has_value());
  }
}

TEST_CASE("the names of a log's keys say bureau and life, in one form", "[audit][keys]") {
  CHECK(parse_log_name("weining.gov/ledger/B1/sm3/2", "B1", Suite::Sm3) == LogName{"weining.gov", 2});
  CHECK(parse_log_name("a/b/ledger/B1/sm3", "B1", Suite::Sm3) == LogName{"a/b", 1});
  for (const char* bad : {"w/ledger/B1/sm3/1", "w/ledger/B1/sm3/02", "w/ledger/B1/sm3/0", "w/ledger/B1/sm3/1000", "w/ledger/B1/sm3/",
                          "w/ledger/B1/sha256", "/ledger/B1/sm3", "/ledger/B1/sm3/2", "w/ledger/B2/sm3", ""}) {
    INFO(bad);
    CHECK_FALSE(parse_log_name(bad, "B1", Suite::Sm3).has_value());
  }
  for (const int life : {1, 2, 10, 999}) {
    const LogName name{"局", life};
    CHECK(parse_log_name(text_of(name, "B1", Suite::Sha256), "B1", Suite::Sha256) == name);
  }
  CHECK(suite_of_origin("w/ledger/B1/sm3/2") == Suite::Sm3);
  CHECK(suite_of_origin("w/ledger/B1/sha256") == Suite::Sha256);
  CHECK_FALSE(suite_of_origin("w/ledger/B1/sm3/x").has_value());
  CHECK_FALSE(suite_of_origin("sm3").has_value());
}

TEST_CASE("past the checks, a key in force is not added twice and none is ended that is not (INV-37)", "[audit][keys]") {
  MemorySeals store;
  LogKeys keys(store);
  const std::string key = fresh_key("weining/ledger/B1/sha256", Algorithm::Ed25519);
  CHECK(tests::aborts([&] { keys.end(key, 3); }));
  keys.add({0, Suite::Sha256, key, 5, std::nullopt});
  CHECK(tests::aborts([&] { keys.add({0, Suite::Sha256, key, 6, std::nullopt}); }));
}

TEST_CASE("the records of keys come back, and in one form only", "[audit][keys]") {
  const std::string key = fresh_key("weining/ledger/B1/sm3", Algorithm::Sm2);
  for (const Command& command : {Command(AddLogKey{key, "启用"}), Command(EndLogKey{key, "停用"})}) {
    const std::string data = record_data_of(command);
    const Result<JsonValue, JsonError> json = parse_canonical_json(data);
    REQUIRE(json);
    const std::optional<Command> decoded = decode_command(record_kind_of(command), *json);
    REQUIRE(decoded.has_value());
    CHECK(record_data_of(*decoded) == data);
    CHECK(decoded->index() == command.index());
    CHECK_FALSE(decode_command("log_key/v2", *json).has_value());
  }
  const Result<JsonValue, JsonError> other = parse_canonical_json(R"({"key":"x","reason":"y"})");
  CHECK_FALSE(decode_command("log_key/v1", *other).has_value());
  const Result<JsonValue, JsonError> more = parse_canonical_json("{\"key\":\"" + key + "\",\"other\":1,\"reason\":\"y\"}");
  REQUIRE(more);
  CHECK_FALSE(decode_command("log_key/v1", *more).has_value());
}

}  // namespace
}  // namespace mingzhang::audit
