// SPDX-License-Identifier: Apache-2.0
// One pass over a package, then the comparison with its checkpoints, the auditor's policy and the auditor's memory.
#include "audit/verify/verify_package.h"

#include <algorithm>
#include <array>
#include <future>
#include <set>
#include <utility>

#include "audit/books/books.h"
#include "audit/books/outcome.h"
#include "audit/notes/checkpoint.h"
#include "audit/notes/count.h"
#include "audit/package/bag.h"
#include "audit/proof.h"
#include "audit/stamps/cms.h"
#include "audit/stamps/gbt35275.h"
#include "audit/stamps/timestamp.h"
#include "audit/verify/derived_check.h"
#include "audit/verify/outcome.h"
#include "audit/verify/record_stream.h"
#include "base/base64.h"

namespace mingzhang::audit {
namespace {

constexpr std::int64_t kTellEvery = 10'000;

Problem verdict_problem(VerdictOutcome outcome, std::string place = {}, std::string detail = {}) {
  return Problem{&info_of(outcome), std::move(place), std::move(detail)};
}

/// A checkpoint of the package in one suite.
struct PackagedCheckpoint {
  Suite suite = Suite::Sha256;
  std::string file;
  Note note;
  Checkpoint checkpoint;
};

/// The value of "NAME: VALUE" in bag-info.txt; empty where it is not there.
std::string info_value(std::string_view text, std::string_view name) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.starts_with(name) && line.substr(name.size()).starts_with(": ")) return std::string(line.substr(name.size() + 2));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return {};
}

std::optional<LogRange> parse_range(std::string_view text) {
  std::array<std::int64_t, 3> numbers{};
  for (std::size_t index = 0; index < numbers.size(); ++index) {
    const std::size_t end = index + 1 < numbers.size() ? text.find(' ') : text.size();
    if (end == std::string_view::npos) return std::nullopt;
    const std::optional<std::int64_t> number = parse_count(text.substr(0, end));
    if (!number) return std::nullopt;
    numbers[index] = *number;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  const LogRange range{numbers[0], numbers[1], numbers[2]};
  return range.from < range.to && range.to <= range.size ? std::optional(range) : std::nullopt;
}

class PackageVerifier {
 public:
  PackageVerifier(const PackageFiles& files, const AuditorSide& auditor) : files_(files), auditor_(auditor) {}

  PackageVerdict run() {
    if ((verdict_.unreadable = read_info())) return std::move(verdict_);
    if ((verdict_.unreadable = read_since())) return std::move(verdict_);
    // Every byte is read twice, as a file and as records; the two readings do not wait for each other.
    std::future<std::optional<Problem>> bag = std::async(std::launch::async, [this] { return check_bag(files_); });
    read_checkpoints();
    read_records();
    check_files(bag.get());
    compare_roots();
    compare_since();
    check_who();
    check_seals();
    return std::move(verdict_);
  }

 private:
  static void bad(Verdict& verdict, Problem problem) {
    if (verdict.state == VerdictState::Bad) return;
    verdict.state = VerdictState::Bad;
    verdict.problem = std::move(problem);
  }
  static void good(Verdict& verdict) {
    if (verdict.state != VerdictState::Bad) verdict.state = VerdictState::Good;
  }

  std::optional<Problem> read_info() {
    const Result<std::string, Problem> info = read_whole(files_, "bag-info.txt", kTagFileMax);
    if (!info) return info.error();
    verdict_.book = info_value(*info, "External-Identifier");
    const std::optional<LogRange> range = parse_range(info_value(*info, "Mingzhang-Range"));
    if (info_value(*info, "Mingzhang-Package") != "1" || verdict_.book.empty() || !range) return verdict_problem(VerdictOutcome::InfoBad, "bag-info.txt");
    verdict_.range = *range;
    return std::nullopt;
  }

  /// The auditor's own checkpoint must be signed by the auditor's own log key: else it is nobody's memory.
  std::optional<Problem> read_since() {
    if (auditor_.since.empty()) return std::nullopt;
    Result<SignedCheckpoint, Problem> read = parse_signed_checkpoint(auditor_.since);
    if (!read) return verdict_problem(VerdictOutcome::SinceBad, "--since", std::string(read.error().info->code) + " " + read.error().detail);
    const TrustCheck trust = check_trust(read->note, read->checkpoint.origin, auditor_.policy);
    if (trust.log == nullptr || !trust.wrong.empty() || !suite_of_origin(read->checkpoint.origin)) return verdict_problem(VerdictOutcome::SinceBad, "--since", read->checkpoint.origin);
    since_ = std::move(read).value();
    return std::nullopt;
  }

  void check_files(const std::optional<Problem>& problem) {
    if (problem) bad(verdict_.files, *problem);
    good(verdict_.files);
    for (const PackageEntry& entry : files_.entries()) {
      const bool is_log = entry.name == "data/records.jsonl" || entry.name == "data/lines.jsonl" || !entry.name.starts_with("data/");
      const bool is_derived = std::any_of(derived_files().begin(), derived_files().end(), [&](const DerivedFile& kind) { return kind.name == entry.name; });
      if (!is_log && !is_derived) bad(verdict_.files, verdict_problem(VerdictOutcome::FileStrange, entry.name));
    }
  }

  void read_checkpoints() {
    for (const Suite suite : kSuites) {
      const std::string file = "proof/checkpoint." + std::string(suite_name(suite));
      const Result<std::string, Problem> bytes = read_whole(files_, file, kTagFileMax);
      if (!bytes) continue;  // asked for by the policy, or not
      Result<SignedCheckpoint, Problem> read = parse_signed_checkpoint(*bytes);
      if (!read) {
        bad(verdict_.who, Problem{read.error().info, file, read.error().detail});
      } else if (read->checkpoint.size != verdict_.range.size || suite_of_origin(read->checkpoint.origin) != suite) {
        bad(verdict_.history, verdict_problem(VerdictOutcome::SizeDiffers, file, read->checkpoint.origin + " " + std::to_string(read->checkpoint.size)));
      } else {
        checkpoints_.push_back({suite, file, std::move(read->note), std::move(read->checkpoint)});
      }
    }
    if (checkpoints_.empty()) bad(verdict_.who, verdict_problem(VerdictOutcome::NoCheckpoint, "proof/checkpoint.sha256"));
  }

  /// The trees of both suites, from the packaged proof of a range.
  bool begin_trees() {
    for (const Suite suite : kSuites) {
      RangeProof proof;
      const std::string file = "proof/range." + std::string(suite_name(suite));
      if (!verdict_.range.is_whole()) {
        const Result<std::string, Problem> text = read_whole(files_, file, kTagFileMax);
        Result<RangeProof, Problem> parsed = text ? parse_range_proof(*text) : Result<RangeProof, Problem>(Err(text.error()));
        if (!parsed) {
          bad(verdict_.history, Problem{parsed.error().info, file, parsed.error().detail});
          return false;
        }
        proof = std::move(parsed).value();
      }
      std::optional<RangeTree> tree = RangeTree::begin(stream_.sealer().hasher(suite), verdict_.range, proof);
      if (!tree) {
        bad(verdict_.history, verdict_problem(VerdictOutcome::RootDiffers, file));
        return false;
      }
      trees_.push_back(std::move(*tree));
    }
    return true;
  }

  void read_records() {
    if (!begin_trees()) return;
    Books books(BooksStart{verdict_.range.from, reversed_vouchers()});
    DerivedCheck derived(files_);
    note_since_root();
    bool are_books_good = true;
    while (const StreamedRecord* record = stream_.next()) {
      if (!take(*record)) break;
      if (are_books_good) {
        const std::vector<Problem> problems = books.add(record->parsed, record->lines);
        if (!problems.empty()) bad(verdict_.books, problems.front());
        are_books_good = problems.empty();
        if (are_books_good) derived.take(books, record->parsed);
      }
      if (auditor_.progress && verdict_.records % kTellEvery == 0) auditor_.progress(verdict_.records, verdict_.range.to - verdict_.range.from);
    }
    if (stream_.problem()) bad(verdict_.history, placed(*stream_.problem()));
    const bool is_whole = verdict_.history.state != VerdictState::Bad && trees_.front().size() == verdict_.range.to;
    if (verdict_.history.state != VerdictState::Bad && !is_whole) {
      bad(verdict_.history, verdict_problem(VerdictOutcome::SizeDiffers, "record " + std::to_string(trees_.front().size()), "the last one is missing"));
    }
    if (is_whole && are_books_good) {
      good(verdict_.books);
      if (const std::optional<Problem> problem = derived.finish(books)) bad(verdict_.derived, *problem);
      good(verdict_.derived);
    } else if (verdict_.derived.state == VerdictState::NotChecked) {
      verdict_.derived.problem = verdict_.history.problem ? verdict_.history.problem : verdict_.books.problem;
    }
    if (!is_whole && verdict_.books.state == VerdictState::NotChecked) verdict_.books.problem = verdict_.history.problem;
    count(books);
  }

  /// The vouchers that reversals name: only these are remembered while the records go by. A first pass that parses nothing.
  std::set<BookVoucherName> reversed_vouchers() const {
    std::set<BookVoucherName> reversed;
    LineReader records(files_.open("data/records.jsonl"));
    while (const std::optional<std::string_view> record = records.next()) {
      if (const std::optional<BookVoucherName> name = reversal_named_by(*record)) reversed.insert(*name);
    }
    return reversed;
  }

  void count(const Books& books) {
    verdict_.vouchers = books.vouchers();
    verdict_.lines = books.lines();
    verdict_.unchecked = books.unchecked();
  }

  /// The stream counts from 0; a range does not.
  Problem placed(Problem problem) const {
    const std::string counted = "record " + std::to_string(verdict_.records);
    if (problem.place.starts_with(counted)) problem.place = "record " + std::to_string(verdict_.range.from + verdict_.records) + problem.place.substr(counted.size());
    return problem;
  }

  /// False where the record cannot stand here.
  bool take(const StreamedRecord& record) {
    const std::int64_t seq = trees_.front().size();
    const std::string place = "record " + std::to_string(seq);
    if (seq == verdict_.range.to) {
      bad(verdict_.history, verdict_problem(VerdictOutcome::SizeDiffers, place, "behind the end of the range"));
      return false;
    }
    if (record.parsed.seq != seq || record.parsed.book != verdict_.book) {
      bad(verdict_.history, verdict_problem(VerdictOutcome::PlaceBad, place, "seq " + std::to_string(record.parsed.seq)));
      return false;
    }
    trees_[0].append(record.leaves.sha256);
    trees_[1].append(record.leaves.sm3);
    if (verdict_.records == 0) verdict_.first_at = record.parsed.at;
    verdict_.last_at = record.parsed.at;
    ++verdict_.records;
    note_since_root();
    return true;
  }

  /// Keeps the root of the tree when it has the size of the auditor's checkpoint.
  void note_since_root() {
    if (!since_ || trees_.front().size() != since_->checkpoint.size) return;
    const std::size_t tree = suite_of_origin(since_->checkpoint.origin) == Suite::Sha256 ? 0 : 1;
    since_root_ = trees_[tree].root();
  }

  void compare_roots() {
    if (verdict_.history.state == VerdictState::Bad) return;
    for (const PackagedCheckpoint& one : checkpoints_) {
      const RangeTree& tree = trees_[one.suite == Suite::Sha256 ? 0 : 1];
      if (tree.whole_root() != one.checkpoint.root) bad(verdict_.history, verdict_problem(VerdictOutcome::RootDiffers, one.file));
    }
    if (checkpoints_.empty()) {
      verdict_.history.problem = verdict_problem(VerdictOutcome::NoCheckpoint, "proof/checkpoint.sha256");
      return;
    }
    good(verdict_.history);
  }

  void fork(const PackagedCheckpoint* one) {
    bad(verdict_.since, verdict_problem(VerdictOutcome::Forked, "--since", since_->checkpoint.origin + " " + std::to_string(since_->checkpoint.size)));
    verdict_.evidence = auditor_.since + (one == nullptr ? "" : "\n" + note_bytes(one->note));
  }

  void compare_since() {
    if (!since_) return;
    if (verdict_.history.state == VerdictState::Bad) {
      // Records that are not the checkpoint's say nothing of what the log signed.
      verdict_.since.problem = verdict_.history.problem;
      return;
    }
    const Checkpoint& earlier = since_->checkpoint;
    const auto found = std::find_if(checkpoints_.begin(), checkpoints_.end(), [&](const PackagedCheckpoint& one) { return one.checkpoint.origin == earlier.origin; });
    if (found == checkpoints_.end()) {
      verdict_.since.problem = verdict_problem(VerdictOutcome::NotComparable, "--since", earlier.origin);
    } else if (earlier.size > found->checkpoint.size) {
      fork(&*found);
    } else if (earlier.size == found->checkpoint.size ? earlier.root != found->checkpoint.root : since_root_ && *since_root_ != earlier.root) {
      fork(&*found);
    } else if (earlier.size == found->checkpoint.size || since_root_) {
      good(verdict_.since);
    } else {
      compare_by_proof(*found);
    }
  }

  /// Where the range does not reach the earlier size: by the packaged consistency proof, which is for one earlier size only.
  void compare_by_proof(const PackagedCheckpoint& one) {
    const std::string end(suite_name(one.suite));
    const Result<std::string, Problem> text = read_whole(files_, "proof/consistency." + end, kTagFileMax);
    std::vector<Digest> proof;
    std::string_view rest = text ? std::string_view(*text) : std::string_view();
    while (!rest.empty()) {
      const std::size_t line = std::min(rest.find('\n'), rest.size());
      const std::optional<std::string> bytes = base64_decoded(rest.substr(0, line));
      const std::optional<Digest> digest = bytes ? digest_from_bytes(*bytes) : std::nullopt;
      proof.push_back(digest.value_or(Digest{}));
      rest.remove_prefix(std::min(line + 1, rest.size()));
    }
    const Checkpoint& earlier = since_->checkpoint;
    const ConsistencyClaim claim{earlier.size, one.checkpoint.size, earlier.root, one.checkpoint.root};
    if (text && verify_consistency(stream_.sealer().hasher(one.suite), claim, proof) == ProofOutcome::Proven) return good(verdict_.since);
    // A proof for another earlier size proves nothing either way.
    verdict_.since.problem = verdict_problem(VerdictOutcome::NotComparable, "--since", std::to_string(earlier.size));
  }

  /// True where the policy names a log of this book in the suite; it may name those of other books too.
  bool policy_has(Suite suite) const {
    return std::any_of(auditor_.policy.logs.begin(), auditor_.policy.logs.end(),
                       [this, suite](const NoteKey& key) { return suite_of_origin(key.name) == suite && is_of_book(key.name); });
  }

  /// The part of an origin that is the book's: "/ledger/BOOK/".
  bool is_of_book(const std::string& origin) const { return origin.find("/ledger/" + verdict_.book + "/") != std::string::npos; }

  /// The time of the package's stamp over this checkpoint's text; 0 where there is none, or nobody's stamps count.
  std::int64_t stamp_time(const PackagedCheckpoint& one) {
    const std::string file = one.file + ".tsr";
    const Result<std::string, Problem> answer = read_whole(files_, file, kTagFileMax);
    if (!answer || auditor_.stamp_roots.empty()) return 0;
    const StampQuestion question{one.suite, stream_.sealer().hasher(one.suite).plain(one.note.text), std::nullopt};
    const Result<Stamp, Problem> stamp = check_stamp(*answer, question, auditor_.stamp_roots);
    if (stamp) return stamp->time;
    bad(verdict_.who, verdict_problem(VerdictOutcome::StampBad, file, std::string(stamp.error().info->code) + " " + std::string(stamp.error().info->en)));
    return 0;
  }

  void check_who() {
    for (const PackagedCheckpoint& one : checkpoints_) {
      const TrustCheck trust = check_trust(one.note, one.checkpoint.origin, auditor_.policy);
      verdict_.checkpoints.push_back({one.suite, one.checkpoint.origin, one.checkpoint.size, base64_of(bytes_of(one.checkpoint.root)), trust.log != nullptr,
                                      trust.has_quorum, trust.witnesses, trust.first_time, trust.last_time});
      if (!is_of_book(one.checkpoint.origin)) bad(verdict_.who, verdict_problem(VerdictOutcome::AnotherBook, one.file, one.checkpoint.origin));
      if (!trust.wrong.empty()) bad(verdict_.who, verdict_problem(VerdictOutcome::SignatureBad, one.file, trust.wrong.front()));
      verdict_.checkpoints.back().stamp_time = stamp_time(one);
      if (!policy_has(one.suite)) continue;
      if (auditor_.requires_stamp && verdict_.checkpoints.back().stamp_time == 0) bad(verdict_.who, verdict_problem(VerdictOutcome::StampMissing, one.file));
      if (trust.log == nullptr) bad(verdict_.who, verdict_problem(VerdictOutcome::SignatureMissing, one.file, one.checkpoint.origin));
      if (!trust.has_quorum) bad(verdict_.who, verdict_problem(VerdictOutcome::QuorumMissing, one.file, std::to_string(trust.witnesses.size())));
    }
    for (const Suite suite : kSuites) {
      const bool is_there = std::any_of(checkpoints_.begin(), checkpoints_.end(), [suite](const PackagedCheckpoint& one) { return one.suite == suite; });
      if (policy_has(suite) && !is_there) bad(verdict_.who, verdict_problem(VerdictOutcome::NoCheckpoint, "proof/checkpoint." + std::string(suite_name(suite))));
    }
    if (!policy_has(Suite::Sha256) && !policy_has(Suite::Sm3)) bad(verdict_.who, verdict_problem(VerdictOutcome::PolicyBad, "--policy"));
    good(verdict_.who);
  }

  /// The signatures over the manifests, where the auditor names roots.
  void check_seals() {
    if (auditor_.seal_roots.empty()) return;
    std::int64_t at = auditor_.now;
    for (const CheckpointVerdict& one : verdict_.checkpoints) at = std::max({one.stamp_time, one.last_time, std::int64_t{0}}) > 0 ? std::max(one.stamp_time, one.last_time) : at;
    const Result<std::string, Problem> cms = read_whole(files_, "proof/manifest.p7s", kTagFileMax);
    const Result<std::string, Problem> gb = read_whole(files_, "proof/manifest.gb.p7s", kTagFileMax);
    const Result<std::string, Problem> sha256 = read_whole(files_, "manifest-sha256.txt", kTagFileMax);
    const Result<std::string, Problem> sm3 = read_whole(files_, "manifest-sm3.txt", kTagFileMax);
    if (cms && sha256) {
      const Result<std::vector<Certificate>, Problem> signers = verify_cms(*cms, *sha256, auditor_.seal_roots, at);
      if (!signers) bad(verdict_.who, seal_problem("proof/manifest.p7s", signers.error()));
      for (std::size_t one = 0; signers && one < signers->size(); ++one) verdict_.seals.push_back((*signers)[one].subject());
    }
    if (gb && sm3) {
      const Result<Certificate, Problem> signer = verify_gbt35275(*gb, *sm3, auditor_.seal_roots, at);
      if (!signer) bad(verdict_.who, seal_problem("proof/manifest.gb.p7s", signer.error()));
      if (signer) verdict_.seals.push_back(signer->subject());
    }
  }
  static Problem seal_problem(const char* file, const Problem& why) {
    return verdict_problem(VerdictOutcome::SealBad, file, std::string(why.info->code) + " " + std::string(why.info->en));
  }

  const PackageFiles& files_;
  const AuditorSide& auditor_;
  PackageVerdict verdict_;
  RecordStream stream_{files_};
  std::vector<RangeTree> trees_;  // SHA-256, SM3
  std::vector<PackagedCheckpoint> checkpoints_;
  std::optional<SignedCheckpoint> since_;
  std::optional<Digest> since_root_;
};

}  // namespace

int PackageVerdict::exit_code() const {
  if (unreadable) return 2;
  if (since.state == VerdictState::Bad) return 4;
  const bool has_unknown = books.state == VerdictState::Bad && books.problem->info == &info_of(BooksOutcome::KindUnknown);
  const bool is_tampered = files.state == VerdictState::Bad || history.state == VerdictState::Bad || derived.state == VerdictState::Bad ||
                           (books.state == VerdictState::Bad && !has_unknown);
  const bool is_forged = who.state == VerdictState::Bad && (who.problem->info == &info_of(VerdictOutcome::SignatureBad) || who.problem->info == &info_of(VerdictOutcome::AnotherBook) || who.problem->info == &info_of(VerdictOutcome::SealBad));
  if (is_tampered || is_forged) return 1;
  if (has_unknown) return 2;
  const bool is_since_open = since.state == VerdictState::NotChecked && since.problem.has_value();
  const bool is_complete = history.state == VerdictState::Good && books.state == VerdictState::Good && who.state == VerdictState::Good;
  return is_since_open || !is_complete ? 3 : 0;
}

PackageVerdict verify_package(const PackageFiles& files, const AuditorSide& auditor) {
  return PackageVerifier(files, auditor).run();
}

}  // namespace mingzhang::audit
