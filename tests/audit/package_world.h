// SPDX-License-Identifier: Apache-2.0
// Packages of synthetic books, signed and witnessed, and everything that an insider could do to them.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "audit/frontier.h"
#include "audit/notes/checkpoint.h"
#include "audit/notes/note_key.h"
#include "audit/notes/private_key.h"
#include "audit/notes/trust_policy.h"
#include "audit/package/bag.h"
#include "audit/package/byte_files.h"
#include "audit/package/package_writer.h"
#include "audit/package/withheld.h"
#include "audit/package/zip_reader.h"
#include "audit/package/zip_writer.h"
#include "audit/verify/verify_package.h"
#include "tests/audit/books_world.h"
#include "tests/audit/digests_of.h"

namespace mingzhang::tests::package_world {

using books_world::BooksWorld;
using books_world::WorldRecord;
using Files = std::map<std::string, std::string>;
using Random = std::mt19937_64;

/// The log's keys and one witness with a key of each suite. Made once: keys are slow to make.
struct People {
  audit::PrivateKey log256 = audit::PrivateKey::generate(audit::Algorithm::Ed25519);
  audit::PrivateKey log3 = audit::PrivateKey::generate(audit::Algorithm::Sm2);
  audit::PrivateKey coop256 = audit::PrivateKey::generate(audit::Algorithm::Ed25519);
  audit::PrivateKey coop3 = audit::PrivateKey::generate(audit::Algorithm::Sm2);

  audit::PrivateKey& log(audit::Suite suite) { return suite == audit::Suite::Sha256 ? log256 : log3; }
  audit::PrivateKey& coop(audit::Suite suite) { return suite == audit::Suite::Sha256 ? coop256 : coop3; }
};

inline People& people() {
  static People all;
  return all;
}

inline std::string origin(audit::Suite suite, const std::string& book = "county") { return audit::origin_of("局", book, suite); }

/// Both logs, the witness, and that it must have signed.
inline audit::TrustPolicy policy() {
  std::string text;
  for (const audit::Suite suite : audit::kSuites) {
    text += "log " + audit::NoteKey{origin(suite), audit::KeyUse::Log, people().log(suite).public_key()}.text() + "\n";
  }
  for (const audit::Suite suite : audit::kSuites) {
    text += "witness coop-" + std::string(audit::suite_name(suite)) + " " +
            audit::NoteKey{"信用社", audit::KeyUse::Witness, people().coop(suite).public_key()}.text() + "\n";
  }
  const Result<audit::TrustPolicy, Problem> parsed = audit::parse_trust_policy(text + "group coop any coop-sha256 coop-sm3\nquorum coop\n");
  REQUIRE(parsed);
  return *parsed;
}

/// A signed checkpoint over the first `size` records.
inline std::string checkpoint_over(const std::vector<WorldRecord>& records, std::size_t size, audit::Suite suite, bool is_witnessed,
                                   const std::string& book = "county") {
  audit::Hasher hasher(suite);
  audit::Frontier frontier;
  for (std::size_t seq = 0; seq < size; ++seq) frontier.append(hasher, hasher.leaf(records[seq].bytes));
  const std::string name = origin(suite, book);
  audit::Note note{audit::checkpoint_text({name, frontier.size(), frontier.root(hasher)}), {}};
  note.signatures.push_back(audit::sign_note(note.text, name, people().log(suite)));
  if (is_witnessed) note.signatures.push_back(audit::cosign_note(note.text, "信用社", 1'480'000'000, people().coop(suite)));
  return audit::note_bytes(note);
}

/// The records as the writer of packages takes them.
inline audit::RecordPass pass_over(const std::vector<WorldRecord>& records, std::size_t from, std::size_t to) {
  return [&records, from, to](const std::function<void(const audit::StoredRecord&)>& on_record) {
    for (std::size_t seq = from; seq < to; ++seq) {
      audit::StoredRecord record;
      record.seq = static_cast<std::int64_t>(seq);
      record.bytes = records[seq].bytes;
      record.lines = records[seq].lines;
      on_record(record);
    }
  };
}

/// Roots of subtrees, hashed from the leaves each time.
inline audit::SubtreeRoots subtrees_of(const std::vector<WorldRecord>& records, audit::Hasher& hasher) {
  return [&records, &hasher](audit::Subtree subtree) {
    const std::size_t width = std::size_t{1} << subtree.level;
    audit::Frontier frontier;
    for (std::size_t leaf = 0; leaf < width; ++leaf) {
      frontier.append(hasher, hasher.leaf(records[static_cast<std::size_t>(subtree.index) * width + leaf].bytes));
    }
    return frontier.root(hasher);
  };
}

struct PackageWish {
  std::size_t from = 0;
  std::size_t to = 0;    ///< 0: all
  std::size_t size = 0;  ///< of the checkpoint; 0: all
  bool is_witnessed = true;
  std::function<bool(std::string_view)> withholds;
};

inline std::vector<audit::PackagePart> derived_parts(const std::vector<WorldRecord>& records, const PackageWish& wish, std::size_t to) {
  audit::Sealer sealer;
  std::vector<WorldRecord> seen(records.begin() + static_cast<std::ptrdiff_t>(wish.from), records.begin() + static_cast<std::ptrdiff_t>(to));
  for (WorldRecord& record : seen) {
    if (wish.withholds) record.lines = audit::withheld_lines(record.lines, wish.withholds, sealer);
  }
  audit::Books books(audit::BooksStart{static_cast<std::int64_t>(wish.from), std::nullopt});
  std::vector<audit::PackagePart> parts;
  for (auto& [name, text] : books_world::derived_of(seen, books)) {
    parts.push_back({name, [bytes = text](const std::function<void(std::string_view)>& write) { write(bytes); }});
  }
  return parts;
}

/// The package's bytes, by the writer itself.
inline std::string package_of(const std::vector<WorldRecord>& records, const PackageWish& wish = {}) {
  audit::PackageOrder order;
  const std::size_t size = wish.size == 0 ? records.size() : wish.size;
  const std::size_t to = wish.to == 0 ? size : wish.to;
  order.book = "county";
  order.range = {static_cast<std::int64_t>(wish.from), static_cast<std::int64_t>(to), static_cast<std::int64_t>(size)};
  order.top = "mingzhang-test";
  order.records = pass_over(records, wish.from, to);
  order.withholds = wish.withholds;
  order.derived = derived_parts(records, wish, to);
  for (const audit::Suite suite : audit::kSuites) {
    const std::string end(audit::suite_name(suite));
    order.texts.push_back({"proof/checkpoint." + end, checkpoint_over(records, size, suite, wish.is_witnessed)});
    if (order.range.is_whole()) continue;
    audit::Hasher hasher(suite);
    order.texts.push_back({"proof/range." + end, audit::range_proof_text(audit::make_range_proof(order.range, subtrees_of(records, hasher)))});
  }
  audit::MemoryBytes bytes;
  audit::write_package(order, bytes);
  return bytes.bytes();
}

inline audit::PackageVerdict verdict_on(const std::string& package, const std::string& since = "") {
  const audit::MemoryBytes source(package);
  const auto zip = audit::ZipReader::open(source);
  audit::PackageVerdict verdict;
  if (!zip) {
    verdict.unreadable = zip.error();
    return verdict;
  }
  audit::AuditorSide auditor;
  auditor.policy = policy();
  auditor.since = since;
  return audit::verify_package(**zip, auditor);
}

/// Every file of a package but its manifests.
inline Files files_of(const std::string& package) {
  const audit::MemoryBytes source(package);
  const auto zip = audit::ZipReader::open(source);
  REQUIRE(zip);
  Files files;
  for (const audit::PackageEntry& entry : (*zip)->entries()) {
    if (entry.name.find("manifest-") != std::string::npos) continue;
    const Result<std::string, Problem> bytes = audit::read_whole(**zip, entry.name, 1 << 30);
    REQUIRE(bytes);
    files[entry.name] = *bytes;
  }
  return files;
}

/// A package of these files, with manifests that fit them: what an insider hands over.
inline std::string repacked(const Files& files) {
  audit::FileList payload;
  audit::FileList tags;
  audit::MemoryBytes bytes;
  audit::ZipWriter zip(bytes);
  const auto add = [&](const std::string& name, const std::string& text) {
    zip.begin("mingzhang-test/" + name);
    zip.write(text);
    zip.end();
    (name.starts_with("data/") ? payload : tags)[name] = audit::digests_of(text);
  };
  for (const auto& [name, text] : files) add(name, text);
  for (const audit::Suite suite : audit::kSuites) add("manifest-" + std::string(audit::suite_name(suite)) + ".txt", audit::manifest_text(payload, suite));
  const audit::FileList listed = tags;
  for (const audit::Suite suite : audit::kSuites) add("tagmanifest-" + std::string(audit::suite_name(suite)) + ".txt", audit::manifest_text(listed, suite));
  zip.finish();
  return bytes.bytes();
}

/// A book of `vouchers` vouchers over some months, with reversals and closes.
inline BooksWorld random_world(Random& random, int vouchers) {
  BooksWorld world;
  books_world::open_world(world);
  std::vector<books_world::PlainVoucher> open;
  std::int64_t number = 0;
  int month = 1;
  for (int voucher = 0; voucher < vouchers; ++voucher) {
    const std::string period = "2016-0" + std::to_string(month);
    if (random() % 12 == 0 && month < 9) {
      world.close(period);
      ++month;
      number = 0;
      open.clear();
      continue;
    }
    if (random() % 5 == 0 && !open.empty()) {
      world.voucher(books_world::reversal_of(open.back(), period + "-20", ++number));
      open.pop_back();
      continue;
    }
    books_world::PlainVoucher posted = books_world::receipt(period + "-15", ++number, static_cast<std::int64_t>(1 + random() % 1'000'000), random() % 2 == 0 ? "F1" : "F2");
    if (random() % 3 == 0) posted.lines[1].subject = "H" + std::to_string(random() % 50);
    world.voucher(posted);
    open.push_back(posted);
  }
  return world;
}

inline std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

inline std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

}  // namespace mingzhang::tests::package_world
