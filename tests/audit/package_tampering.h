// SPDX-License-Identifier: Apache-2.0
// What an insider can do to a package who has the database, the log's keys and this program, but not the witness's keys and not what the
// auditor kept. Each way at random places.
#pragma once

#include <string>
#include <vector>

#include "tests/audit/package_world.h"

namespace mingzhang::tests::package_tampering {

using package_world::Files;
using package_world::Random;
using books_world::BooksWorld;
using books_world::WorldRecord;

/// A package, tampered with, and what must come of it.
struct Tampered {
  std::string what;
  std::string package;
  int exit_code = 1;
  std::string code;   ///< of the verdict's problem; empty: any
  std::string place;  ///< what that names; empty: anything
};

/// Another digit in the place of one; false where the text has none that may change.
inline bool change_digit(std::string& text, std::size_t from) {
  for (std::size_t at = from; at < text.size(); ++at) {
    if (text[at] < '1' || text[at] > '8') continue;
    text[at] = static_cast<char>(text[at] + 1);
    return true;
  }
  return false;
}

/// Changes records and lines of the files as they stand; manifests are made anew, checkpoints stay.
inline std::vector<Tampered> with_old_checkpoint(const Files& files, Random& random) {
  std::vector<Tampered> all;
  const std::vector<std::string> records = package_world::lines_of(files.at("data/records.jsonl"));
  const std::vector<std::string> lines = package_world::lines_of(files.at("data/lines.jsonl"));
  const auto add = [&](const std::string& what, const std::string& file, const std::string& text, const std::string& code, const std::string& place) {
    Files changed = files;
    changed[file] = text;
    all.push_back({what, package_world::repacked(changed), 1, code, place});
  };
  const std::size_t seq = random() % records.size();
  std::vector<std::string> edited = records;
  const std::size_t data = edited[seq].find("\"data\":");
  edited[seq].insert(edited[seq].find("\"by\":\"") + 6, "x");
  add("a record is edited", "data/records.jsonl", package_world::joined(edited), "AUDIT-206", "proof/checkpoint.");
  REQUIRE(data != std::string::npos);
  std::vector<std::string> shorter = records;
  shorter.erase(shorter.begin() + static_cast<std::ptrdiff_t>(seq));
  add("a record is deleted", "data/records.jsonl", package_world::joined(shorter), "", "record " + std::to_string(seq));
  std::vector<std::string> longer = records;
  longer.insert(longer.begin() + static_cast<std::ptrdiff_t>(seq), records[seq]);
  add("a record is inserted", "data/records.jsonl", package_world::joined(longer), "", "record ");
  std::vector<std::string> swapped = records;
  std::swap(swapped[seq], swapped[(seq + 1) % swapped.size()]);
  add("two records change places", "data/records.jsonl", package_world::joined(swapped), "", "record ");
  std::vector<std::string> cut(records.begin(), records.begin() + static_cast<std::ptrdiff_t>(seq));
  add("the tail is cut", "data/records.jsonl", package_world::joined(cut), "", "record " + std::to_string(seq));
  std::vector<std::string> amounts = lines;
  const std::size_t line = random() % lines.size();
  REQUIRE(change_digit(amounts[line], amounts[line].find("\"amount\":") + 9));
  add("an amount is changed", "data/lines.jsonl", package_world::joined(amounts), "AUDIT-205", "record ");
  std::vector<std::string> fewer = lines;
  fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(line));
  add("a line is deleted", "data/lines.jsonl", package_world::joined(fewer), "", "record ");
  return all;
}

/// Changes what lies beside the log.
inline std::vector<Tampered> beside_the_log(const Files& files, const std::vector<WorldRecord>& records, Random& random) {
  std::vector<Tampered> all;
  std::vector<std::string> derived;
  for (const auto& [name, text] : files) {
    if (name.starts_with("data/csv/") || name.starts_with("data/gbt") || name.starts_with("data/journal/")) derived.push_back(name);
  }
  Files changed = files;
  const std::string& table = derived[random() % derived.size()];
  const std::string& text = files.at(table);
  const std::size_t at = random() % text.size();
  changed[table][at] = text[at] == 'x' ? 'y' : 'x';
  all.push_back({"a derived file is changed", package_world::repacked(changed), 1, "AUDIT-502", table});
  changed = files;
  changed[table] += text.substr(0, 1 + random() % text.size());
  all.push_back({"a derived file goes on", package_world::repacked(changed), 1, "AUDIT-502", table});
  changed = files;
  changed[table].pop_back();
  all.push_back({"a derived file ends early", package_world::repacked(changed), 1, "AUDIT-502", table});
  changed = files;
  changed.erase(table);
  all.push_back({"a derived file is missing", package_world::repacked(changed), 1, "AUDIT-501", table});
  changed = files;
  changed["data/csv/more.csv"] = "1,2\r\n";
  all.push_back({"a file is added", package_world::repacked(changed), 1, "AUDIT-503", "data/csv/more.csv"});
  const std::size_t older = 1 + random() % (records.size() - 1);
  changed = files;
  changed["proof/checkpoint.sha256"] = package_world::checkpoint_over(records, older, audit::Suite::Sha256, true);
  all.push_back({"an older checkpoint is put in", package_world::repacked(changed), 1, "AUDIT-207", "proof/checkpoint.sha256"});
  changed = files;
  changed["proof/checkpoint.sha256"] = package_world::checkpoint_over(records, records.size(), audit::Suite::Sha256, true, "other");
  all.push_back({"another book's checkpoint is put in", package_world::repacked(changed), 1, "AUDIT-405", "proof/checkpoint.sha256"});
  changed = files;
  std::swap(changed["proof/checkpoint.sha256"], changed["proof/checkpoint.sm3"]);
  all.push_back({"the suites' checkpoints change places", package_world::repacked(changed), 1, "AUDIT-207", "proof/checkpoint."});
  return all;
}

/// The records sealed anew from `seq` on, after `change` has changed that one's voucher; everything that follows stays what it says.
inline std::vector<WorldRecord> resealed(const std::vector<WorldRecord>& records, std::size_t removed, const std::function<std::string(std::string)>& change,
                                         std::size_t changed) {
  BooksWorld world;
  for (std::size_t seq = 0; seq < records.size(); ++seq) {
    if (seq == removed) continue;
    const WorldRecord& one = records[seq];
    world.record(one.record.kind, one.record.data.bytes(), seq == changed ? change(one.lines) : one.lines);
  }
  return world.records();
}

/// A history that is rewritten as a whole and signed again with the log's own keys: only the witness and the auditor's memory stand
/// against it. Without them it is found under-witnessed; with what the auditor kept, forked.
inline std::vector<Tampered> with_the_key(const std::vector<WorldRecord>& records, Random& random) {
  std::vector<Tampered> all;
  std::vector<std::size_t> vouchers;
  for (std::size_t seq = 0; seq < records.size(); ++seq) {
    if (records[seq].record.kind == "voucher/v1") vouchers.push_back(seq);
  }
  const std::size_t chosen = vouchers[random() % vouchers.size()];
  const auto salted = [](std::string lines) {  // nothing that bookkeeping could notice
    const std::size_t at = lines.find("000102030405");
    return lines.replace(at, 12, "ffffffffffff");
  };
  const std::size_t none = records.size();
  package_world::PackageWish wish;
  wish.is_witnessed = false;
  all.push_back({"a voucher is changed and everything signed again", package_world::package_of(resealed(records, none, salted, chosen), wish), 3, "", ""});
  std::vector<WorldRecord> cut(records.begin(), records.begin() + static_cast<std::ptrdiff_t>(vouchers.back()));
  all.push_back({"the tail is cut and the rest signed again", package_world::package_of(cut, wish), 3, "", ""});
  return all;
}

/// Everything that is wrong with a verdict that should be this one; empty where nothing is.
inline std::string disagreement(const Tampered& tampered, const audit::PackageVerdict& verdict) {
  const int code = verdict.exit_code();
  if (code != tampered.exit_code) return "exit code " + std::to_string(code);
  if (tampered.code.empty() && tampered.place.empty()) return "";
  for (const audit::Verdict* one : {&verdict.files, &verdict.history, &verdict.who, &verdict.books, &verdict.derived, &verdict.since}) {
    if (one->state != audit::VerdictState::Bad) continue;
    const bool is_code = tampered.code.empty() || one->problem->info->code == tampered.code;
    if (is_code && one->problem->place.starts_with(tampered.place)) return "";
  }
  return "nothing says " + tampered.code + " at " + tampered.place;
}

/// Every way of tampering at so many places; the books differ each time.
inline void tamper_everywhere(Random& random, int places) {
  for (int place = 0; place < places; ++place) {
    BooksWorld world = package_world::random_world(random, 12 + static_cast<int>(random() % 30));
    const std::vector<WorldRecord>& records = world.records();
    const std::string package = package_world::package_of(records);
    REQUIRE(package_world::verdict_on(package).exit_code() == 0);
    const Files files = package_world::files_of(package);
    REQUIRE(package_world::verdict_on(package_world::repacked(files)).exit_code() == 0);
    std::vector<Tampered> all = with_old_checkpoint(files, random);
    for (const auto& more : {beside_the_log(files, records, random), with_the_key(records, random)}) all.insert(all.end(), more.begin(), more.end());
    for (const Tampered& one : all) {
      INFO(one.what << ", place " << place << ", records " << records.size());
      CHECK(disagreement(one, package_world::verdict_on(one.package)) == "");
    }
    // What the auditor kept finds what the log's own keys have signed again.
    const std::size_t kept = records.size();
    const std::string since = package_world::checkpoint_over(records, kept, audit::Suite::Sha256, true);
    CHECK(package_world::verdict_on(package, since).exit_code() == 0);
    for (const Tampered& one : with_the_key(records, random)) {
      INFO(one.what << " against what the auditor kept, place " << place);
      const audit::PackageVerdict verdict = package_world::verdict_on(one.package, since);
      CHECK(verdict.exit_code() == 4);
      CHECK(verdict.evidence.starts_with(since));
    }
  }
}

}  // namespace mingzhang::tests::package_tampering
