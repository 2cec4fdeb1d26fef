// SPDX-License-Identifier: Apache-2.0
// A reader's policy: its lines, and what they say of a note.
#include "audit/notes/trust_policy.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <utility>

#include "audit/notes/outcome.h"

namespace mingzhang::audit {
namespace {

constexpr std::size_t kPolicyBytesMax = 1'000'000;

std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  while (true) {
    const std::size_t start = line.find_first_not_of(" \t");
    if (start == std::string_view::npos) return words;
    line.remove_prefix(start);
    const std::size_t size = std::min(line.find_first_of(" \t"), line.size());
    words.push_back(line.substr(0, size));
    line.remove_prefix(size);
  }
}

/// Reads the statements one after the other.
class PolicyReader {
 public:
  /// The reason where the line is wrong.
  std::string read(std::string_view line) {
    const std::vector<std::string_view> words = words_of(line);
    if (words.empty()) return "";
    if (has_quorum_) return "something after quorum";
    if (words[0] == "log" && words.size() == 2) return read_log(words[1]);
    if (words[0] == "witness" && words.size() == 3) return read_witness(words[1], words[2]);
    if (words[0] == "group" && words.size() >= 4) return read_group(words);
    if (words[0] == "quorum" && words.size() == 2) return read_quorum(words[1]);
    return "not a statement: log VKEY, witness NAME VKEY, group NAME all|any|K MEMBER…, quorum NAME|none";
  }
  bool has_quorum() const { return has_quorum_; }
  TrustPolicy take() { return std::move(policy_); }

 private:
  std::string read_key(std::string_view text, KeyUse use, std::optional<NoteKey>& key) {
    Result<NoteKey, Problem> parsed = parse_note_key(text);
    if (!parsed) return parsed.error().detail;
    if (parsed->use != use) return use == KeyUse::Log ? "a witness's key, not a log's" : "a log's key, not a witness's";
    key = std::move(parsed).value();
    return "";
  }

  std::string read_log(std::string_view text) {
    std::optional<NoteKey> key;
    if (std::string why = read_key(text, KeyUse::Log, key); !why.empty()) return why;
    for (const NoteKey& other : policy_.logs) {
      if (other == *key) return "a log that is there already";
    }
    policy_.logs.push_back(std::move(*key));
    return "";
  }

  std::string read_witness(std::string_view name, std::string_view text) {
    std::optional<NoteKey> key;
    if (std::string why = read_key(text, KeyUse::Witness, key); !why.empty()) return why;
    for (const PolicyWitness& other : policy_.witnesses) {
      if (other.key.key == key->key) return "a key that another witness has already";
    }
    if (!add_name(name)) return "a name that is there already";
    policy_.witnesses.push_back({std::string(name), std::move(*key)});
    return "";
  }

  std::string read_group(const std::vector<std::string_view>& words) {
    PolicyGroup group;
    group.name = std::string(words[1]);
    for (std::size_t index = 3; index < words.size(); ++index) {
      const auto member = is_in_group_.find(words[index]);
      if (member == is_in_group_.end()) return "a member that does not stand before the group";
      if (member->second) return "a member that is in a group already";
      member->second = true;
      group.members.emplace_back(words[index]);
    }
    const std::optional<std::size_t> threshold = threshold_of(words[2], group.members.size());
    if (!threshold) return "neither all nor any nor a number from 1 to the members";
    group.threshold = *threshold;
    if (!add_name(group.name)) return "a name that is there already";
    policy_.groups.push_back(std::move(group));
    return "";
  }

  static std::optional<std::size_t> threshold_of(std::string_view word, std::size_t members) {
    if (word == "all") return members;
    if (word == "any") return 1;
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (error != std::errc() || end != word.data() + word.size() || word[0] == '0' || number > members) return std::nullopt;
    return number;
  }

  std::string read_quorum(std::string_view name) {
    if (name != "none" && is_in_group_.find(name) == is_in_group_.end()) return "a quorum that is nobody's name";
    has_quorum_ = true;
    if (name != "none") policy_.quorum = std::string(name);
    return "";
  }

  bool add_name(std::string_view name) { return name != "none" && is_in_group_.emplace(name, false).second; }

  TrustPolicy policy_;
  std::map<std::string, bool, std::less<>> is_in_group_;
  bool has_quorum_ = false;
};

Problem policy_refused(std::size_t line, const std::string& why) {
  return Problem{&info_of(SealOutcome::PolicyBad), "row " + std::to_string(line), why};
}

bool is_reached(const TrustPolicy& policy, const std::vector<std::string>& signed_by) {
  if (policy.quorum.empty()) return true;
  std::vector<std::string> reached = signed_by;
  const auto is_there = [&reached](const std::string& name) { return std::find(reached.begin(), reached.end(), name) != reached.end(); };
  for (const PolicyGroup& group : policy.groups) {  // members stand before their group
    const auto count = static_cast<std::size_t>(std::count_if(group.members.begin(), group.members.end(), is_there));
    if (count >= group.threshold) reached.push_back(group.name);
  }
  return is_there(policy.quorum);
}

}  // namespace

Result<TrustPolicy, Problem> parse_trust_policy(std::string_view bytes) {
  if (bytes.size() > kPolicyBytesMax) return Err(policy_refused(1, "too long"));
  PolicyReader reader;
  std::size_t number = 0;
  while (!bytes.empty()) {
    ++number;
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    std::string_view line = bytes.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (const std::string why = reader.read(line.substr(0, line.find('#'))); !why.empty()) return Err(policy_refused(number, why));
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
  if (!reader.has_quorum()) return Err(policy_refused(number, "no quorum; \"quorum none\" where no witness is asked for"));
  return reader.take();
}

TrustCheck check_trust(const Note& note, std::string_view origin, const TrustPolicy& policy) {
  TrustCheck check;
  for (const NoteKey& log : policy.logs) {
    const KeyVerdict verdict = check_note(note, log).verdict;
    if (verdict == KeyVerdict::Bad) check.wrong.push_back(log.name);
    if (verdict == KeyVerdict::Good && log.name == origin && check.log == nullptr) check.log = &log;
  }
  for (const PolicyWitness& witness : policy.witnesses) {
    const KeyCheck found = check_note(note, witness.key);
    if (found.verdict == KeyVerdict::Bad) check.wrong.push_back(witness.name);
    if (found.verdict != KeyVerdict::Good) continue;
    if (check.log != nullptr && witness.key.key.algorithm() != check.log->key.algorithm()) continue;
    check.first_time = check.witnesses.empty() ? found.time : std::min(check.first_time, found.time);
    check.last_time = std::max(check.last_time, found.time);
    check.witnesses.push_back(witness.name);
  }
  check.has_quorum = is_reached(policy, check.witnesses);
  return check;
}

}  // namespace mingzhang::audit
