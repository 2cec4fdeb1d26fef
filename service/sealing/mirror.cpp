// SPDX-License-Identifier: Apache-2.0
// Verifies against what was kept, then keeps.
#include "service/sealing/mirror.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "audit/notes/checkpoint.h"
#include "audit/notes/outcome.h"
#include "audit/package/byte_files.h"
#include "audit/package/zip_reader.h"
#include "audit/verify/verify_package.h"
#include "base/base64.h"
#include "base/check.h"
#include "base/json.h"
#include "base/record_members.h"
#include "base/world_error.h"
#include "service/policies/shelf.h"
#include "service/request_outcome.h"

namespace mingzhang::service {
namespace {

namespace fs = std::filesystem;
using audit::SealOutcome;

constexpr std::size_t kPieceBytes = std::size_t{1} << 20;

std::string checkpoint_name(audit::Suite suite) {
  return "checkpoint." + std::string(audit::suite_name(suite));
}

/// A checkpoint that was kept.
struct KeptCheckpoint {
  std::string note;
  audit::Checkpoint checkpoint;
};

std::string bytes_of_file(const audit::ByteSource& source) {
  if (source.size() > static_cast<std::int64_t>(audit::kNoteBytesMax)) throw WorldError(WorldFault::Damaged, "a kept checkpoint is too long");
  std::string bytes(static_cast<std::size_t>(source.size()), '\0');
  source.read(0, bytes);
  return bytes;
}

/// The longest of the suite; nothing where none was kept. Throws WorldError where one cannot be read.
std::optional<KeptCheckpoint> kept_checkpoint(const fs::path& folder, audit::Suite suite) {
  std::optional<KeptCheckpoint> longest;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    if (!entry.path().filename().string().starts_with(checkpoint_name(suite) + ".") || entry.path().extension() == ".part") continue;
    std::string note = bytes_of_file(audit::FileSource(entry.path().string()));
    const Result<audit::SignedCheckpoint, Problem> parsed = audit::parse_signed_checkpoint(note);
    if (!parsed) throw WorldError(WorldFault::Damaged, "a kept checkpoint is damaged");
    if (!longest || parsed->checkpoint.size > longest->checkpoint.size) longest = KeptCheckpoint{std::move(note), parsed->checkpoint};
  }
  return longest;
}

std::string whole_text(const audit::PackageFiles& files, const std::string& name) {
  const std::unique_ptr<audit::PackageFile> file = files.open(name);
  std::string bytes;
  std::array<char, 4096> piece{};
  while (file) {
    const Result<std::size_t, Problem> got = file->read(piece);
    if (!got) throw WorldError(WorldFault::Damaged, "the package changed while it was read");
    if (*got == 0) break;
    bytes.append(piece.data(), *got);
  }
  return bytes;
}

/// Puts bytes under a new name; what is there under that name stays.
void keep_new(const fs::path& path, const std::function<void(const std::function<void(std::string_view)>&)>& give) {
  if (fs::exists(path)) return;
  audit::FileSink sink(path.string());
  give([&sink](std::string_view bytes) { sink.write(bytes); });
  sink.finish();
}

MirrorReply refused(SealOutcome outcome, const std::string& detail, std::string evidence = "") {
  return {"", std::move(evidence), refusal(audit::info_of(outcome), detail)};
}

/// The first verdict that is not good, in few words.
std::string first_problem(const audit::PackageVerdict& verdict) {
  if (verdict.unreadable) return to_text(*verdict.unreadable);
  for (const audit::Verdict* one : {&verdict.files, &verdict.history, &verdict.since, &verdict.who, &verdict.books, &verdict.derived}) {
    if (one->state != audit::VerdictState::Good && one->problem) return to_text(*one->problem);
  }
  return "";
}

/// One package on its way into the folder.
class Keeping {
 public:
  Keeping(const MirrorOrder& order, const OpenedDatabase* memory)
      : memory_(memory), folder_(order.folder), source_(order.package) {
    for (const audit::Suite suite : audit::kSuites) {
      std::optional<KeptCheckpoint> kept = kept_checkpoint(folder_, suite);
      if (kept && (!kept_ || kept->checkpoint.size > kept_->checkpoint.size)) kept_ = std::move(kept);
    }
  }

  MirrorReply run(const audit::TrustPolicy& policy, Clock& clock, Format format) {
    const Result<std::unique_ptr<audit::ZipReader>, Problem> files = audit::ZipReader::open(source_);
    if (!files) return refused(SealOutcome::MirrorPackageBad, to_text(files.error()));
    audit::AuditorSide auditor;
    auditor.policy = policy;
    auditor.since = kept_ ? kept_->note : "";
    auditor.now = clock.now().microseconds / 1'000'000;
    const audit::PackageVerdict verdict = audit::verify_package(**files, auditor);
    if (std::optional<MirrorReply> reply = refused_for(verdict)) return std::move(*reply);
    keep(**files, verdict);
    return {said_of(verdict, format), "", {}};
  }

 private:
  std::optional<MirrorReply> refused_for(const audit::PackageVerdict& verdict) const {
    if (!verdict.evidence.empty()) return refused(SealOutcome::WitnessProofBad, first_problem(verdict), verdict.evidence);
    const bool is_of_folder = !kept_ || verdict.unreadable || std::any_of(verdict.checkpoints.begin(), verdict.checkpoints.end(), [this](const auto& one) {
      return one.origin == kept_->checkpoint.origin;
    });
    if (!is_of_folder) return refused(SealOutcome::MirrorOfAnother, kept_->checkpoint.origin);
    if (verdict.exit_code() != 0) return refused(SealOutcome::MirrorPackageBad, first_problem(verdict));
    const std::int64_t known = kept_ ? kept_->checkpoint.size : 0;
    if (verdict.range.from > known) {
      return refused(SealOutcome::MirrorGap, std::to_string(known) + " … " + std::to_string(verdict.range.from - 1));
    }
    return refused_by_memory(verdict);
  }

  /// What the witness signed for must be what is kept.
  std::optional<MirrorReply> refused_by_memory(const audit::PackageVerdict& verdict) const {
    if (memory_ == nullptr) return std::nullopt;
    for (const audit::CheckpointVerdict& one : verdict.checkpoints) {
      const std::optional<audit::SeenLog> seen = memory_->seals->witness()->seen(one.origin);
      const std::string root = seen ? base64_of(audit::bytes_of(seen->root)) : "";
      if (!seen || seen->size != one.size || root == one.root) continue;
      const std::string state = one.origin + " " + std::to_string(one.size) + " ";
      return refused(SealOutcome::WitnessProofBad, one.origin, "见过 seen: " + state + root + "\n\n包内 package: " + state + one.root + "\n");
    }
    return std::nullopt;
  }

  void keep(const audit::ZipReader& files, const audit::PackageVerdict& verdict) const {
    keep_new(folder_ / (files.top() + ".zip"), [this](const std::function<void(std::string_view)>& take) {
      std::string piece;
      for (std::int64_t at = 0; at < source_.size(); at += static_cast<std::int64_t>(piece.size())) {
        piece.resize(static_cast<std::size_t>(std::min<std::int64_t>(source_.size() - at, kPieceBytes)));
        source_.read(at, piece);
        take(piece);
      }
    });
    for (const audit::CheckpointVerdict& one : verdict.checkpoints) {
      const std::string note = whole_text(files, "proof/" + checkpoint_name(one.suite));
      MZ_CHECK(!note.empty());
      keep_new(folder_ / (checkpoint_name(one.suite) + "." + std::to_string(one.size)),
               [&note](const std::function<void(std::string_view)>& take) { take(note); });
    }
  }

  std::string said_of(const audit::PackageVerdict& verdict, Format format) const {
    const std::int64_t known = kept_ ? kept_->checkpoint.size : 0;
    if (format == Format::Text) {
      return "已留存 kept: " + verdict.book + "，记录 records 0 … " + std::to_string(std::max(known, verdict.range.size) - 1) + "，新增 new " +
             std::to_string(std::max<std::int64_t>(verdict.range.size - known, 0)) + "\n";
    }
    JsonWriter writer;
    writer.begin_object();
    write_text(writer, "book", verdict.book);
    writer.key("kept");
    writer.integer(std::max(known, verdict.range.size));
    writer.key("new");
    writer.integer(std::max<std::int64_t>(verdict.range.size - known, 0));
    writer.end_object();
    return writer.take();
  }

  const OpenedDatabase* memory_;
  const fs::path folder_;
  const audit::FileSource source_;
  std::optional<KeptCheckpoint> kept_;
};

}  // namespace

MirrorReply keep_package(const MirrorOrder& order, const OpenedDatabase* memory, Clock& clock, Format format) {
  const Result<audit::TrustPolicy, Problem> policy = audit::parse_trust_policy(order.policy);
  if (!policy) return {"", "", refusal_of({policy.error()})};
  try {
    return Keeping(order, memory).run(*policy, clock, format);
  } catch (const WorldError& error) {
    return {"", "", refusal(info_of(outcome_of(error.fault())), error.what())};
  } catch (const fs::filesystem_error&) {
    return {"", "", refusal(info_of(outcome_of(WorldFault::Unavailable)), "the folder cannot be read")};
  }
}

}  // namespace mingzhang::service
