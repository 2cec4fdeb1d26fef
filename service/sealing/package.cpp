// SPDX-License-Identifier: Apache-2.0
// Reads the log as often as the package needs it, in one transaction.
#include "service/sealing/package.h"

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <utility>

#include "audit/books/derived.h"
#include "audit/keys/history.h"
#include "audit/notes/checkpoint.h"
#include "audit/notes/outcome.h"
#include "audit/notes/private_key.h"
#include "audit/package/byte_files.h"
#include "audit/package/guides.h"
#include "audit/package/withheld.h"
#include "audit/stamps/cms.h"
#include "audit/stamps/envelope.h"
#include "audit/stamps/gbt35275.h"
#include "base/base64.h"
#include "base/world_error.h"
#include "service/policies/shelf.h"
#include "service/reading/outcome.h"
#include "service/request_outcome.h"

namespace mingzhang::service {
namespace {

using audit::SealOutcome;
using audit::SignedCheckpoint;
using audit::Suite;

Refusal package_refusal(SealOutcome outcome, const std::string& detail) {
  return refusal(audit::info_of(outcome), detail);
}

std::string suite_file(const char* name, Suite suite) {
  return "proof/" + std::string(name) + "." + std::string(audit::suite_name(suite));
}

std::function<bool(std::string_view)> which_lines(Withheld withheld) {
  if (withheld == Withheld::Nothing) return nullptr;
  if (withheld == Withheld::Lines) return [](std::string_view) { return true; };
  // Members stand in the order of their names, and a quote within a text is escaped: this is the member and nothing else.
  return [](std::string_view line) { return line.find(R"(,"subject":")") != std::string_view::npos; };
}

/// The signer's certificate first, then those that lead to a root.
struct SealCertificates {
  audit::Certificate signer;
  std::vector<audit::Certificate> chain;
};

Result<SealCertificates, Problem> seal_certificates(const PackageSeal& seal) {
  Result<std::vector<audit::Certificate>, Problem> all = audit::Certificate::from_pem(seal.certificates_pem);
  if (!all) return Err(all.error());
  return SealCertificates{all->front(), {all->begin() + 1, all->end()}};
}

Result<std::string, Problem> cms_seal(const PackageSeal& seal, std::string_view manifest) {
  const Result<SealCertificates, Problem> certificates = seal_certificates(seal);
  if (!certificates) return Err(certificates.error());
  return audit::sign_cms(manifest, certificates->signer, certificates->chain, seal.key_pem, seal.passphrase);
}

Result<std::string, Problem> gb_seal(const PackageSeal& seal, std::string_view manifest) {
  const Result<SealCertificates, Problem> certificates = seal_certificates(seal);
  if (!certificates) return Err(certificates.error());
  Result<audit::PrivateKey, Problem> key = audit::PrivateKey::from_pem(seal.key_pem, seal.passphrase);
  if (!key) return Err(key.error());
  return audit::sign_gbt35275(manifest, certificates->signer, certificates->chain, [&key](std::string_view message) { return key.value().sign(message); });
}

/// Everything about one package.
class PackageMaking {
 public:
  PackageMaking(const BookPlace& place, BookReading& reading, const PackageChoice& choice)
      : reading_(reading), choice_(choice), seals_(place.opened.seals->seals_of(reading.head.id.value)) {}

  std::optional<Refusal> prepare() {
    if (std::optional<Refusal> refused = choose_checkpoints()) return refused;
    order_.book = reading_.head.name;
    order_.range = {choice_.from, choice_.to == 0 ? size_ : choice_.to, size_};
    if (order_.range.from < 0 || order_.range.from >= order_.range.to || order_.range.to > size_) {
      return refusal(ReadingOutcome::NumberBad, "--from 0 … --to " + std::to_string(size_));
    }
    for (const Suite suite : audit::kSuites) {
      if (std::optional<Refusal> refused = add_proofs(suite)) return refused;
    }
    order_.top = audit::package_top(order_.range, root(Suite::Sha256));
    order_.withholds = which_lines(choice_.withheld);
    order_.records = [this](const std::function<void(const audit::StoredRecord&)>& on_record) { read(on_record); };
    for (const audit::PackageText& text : choice_.texts) order_.texts.push_back(text);
    for (const audit::PackageGuide& guide : audit::package_guides()) order_.texts.push_back({std::string(guide.name), std::string(guide.text)});
    add_derived();
    if (choice_.cms || choice_.gb) {
      order_.seal = [this](std::string_view sha256, std::string_view sm3) {
        std::vector<audit::PackageText> seals;
        if (choice_.cms) add_seal("proof/manifest.p7s", cms_seal(*choice_.cms, sha256), seals);
        if (choice_.gb) add_seal("proof/manifest.gb.p7s", gb_seal(*choice_.gb, sm3), seals);
        return seals;
      };
    }
    return std::nullopt;
  }

  const audit::PackageOrder& order() const { return order_; }
  /// What went wrong with a seal while the package was written, or nothing.
  const std::optional<Problem>& seal_problem() const { return seal_problem_; }

 private:
  std::optional<Refusal> choose_checkpoints() {
    for (const Suite suite : audit::kSuites) {
      const std::optional<audit::StoredCheckpoint> latest = seals_->latest_checkpoint(suite);
      if (latest && (size_ == 0 || latest->size < size_)) size_ = latest->size;
    }
    if (size_ == 0) return package_refusal(SealOutcome::CheckpointUnknown, "mingzhang checkpoint make");
    for (const Suite suite : audit::kSuites) {
      const std::optional<audit::StoredCheckpoint> stored = seals_->checkpoint(suite, size_);
      if (stored) order_.texts.push_back({suite_file("checkpoint", suite), stored->note});
    }
    return std::nullopt;
  }

  audit::Digest root(Suite suite) {
    audit::Hasher hasher(suite);
    return audit::stored_frontier(reading_.log, suite, size_, hasher).root(hasher);
  }

  std::optional<Refusal> add_proofs(Suite suite) {
    audit::Hasher hasher(suite);
    const audit::SubtreeRoots roots = audit::stored_subtrees(reading_.log, suite, hasher);
    if (!order_.range.is_whole()) {
      order_.texts.push_back({suite_file("range", suite), audit::range_proof_text(audit::make_range_proof(order_.range, roots))});
    }
    if (choice_.previous.empty()) return std::nullopt;
    const Result<SignedCheckpoint, Problem> previous = audit::parse_signed_checkpoint(choice_.previous);
    if (!previous) return refusal_of({previous.error()});
    const audit::Checkpoint& earlier = previous->checkpoint;
    if (audit::suite_of_origin(earlier.origin) != suite) return std::nullopt;
    const bool is_ours = earlier.size > 0 && earlier.size <= size_ && audit::stored_frontier(reading_.log, suite, earlier.size, hasher).root(hasher) == earlier.root;
    if (!is_ours) return package_refusal(SealOutcome::HistoryDiffers, "--previous " + std::to_string(earlier.size));
    std::string proof;
    for (const audit::Digest& digest : audit::consistency_proof(hasher, {earlier.size, size_}, roots)) proof += base64_of(audit::bytes_of(digest)) + "\n";
    order_.texts.push_back({suite_file("previous", suite), choice_.previous});
    order_.texts.push_back({suite_file("consistency", suite), proof});
    return std::nullopt;
  }

  void read(const std::function<void(const audit::StoredRecord&)>& on_record) {
    reading_.log.read(order_.range.from, order_.range.to, [&on_record](const audit::StoredRecord& record) {
      on_record(record);
      return true;
    });
  }

  /// Hands over the books record by record, as the package's reader will see them.
  void read_books(audit::Books& books, const std::function<void(const audit::ParsedRecord&)>& on_record) {
    audit::Sealer sealer;
    std::string seen;
    read([&](const audit::StoredRecord& record) {
      const Result<audit::ParsedRecord, audit::RecordProblem> parsed = audit::parse_record(record.bytes);
      if (!parsed) throw WorldError(WorldFault::Damaged, "a record is damaged; run verify");
      std::string_view lines = record.lines;
      if (order_.withholds) {
        seen = audit::withheld_lines(record.lines, order_.withholds, sealer);
        lines = seen;
      }
      if (!books.add(*parsed, lines).empty()) throw WorldError(WorldFault::Damaged, "the books break a rule of bookkeeping; run verify");
      on_record(*parsed);
    });
  }

  void add_derived() {
    // One pass tells which files there are, and gives those that are written at the end only.
    audit::Books& whole = books_.emplace(start());
    read_books(whole, [](const audit::ParsedRecord&) {});
    for (const audit::DerivedFile& kind : audit::derived_files()) {
      if (!audit::is_written(kind, whole)) continue;
      order_.derived.push_back({std::string(kind.name), [this, &kind](const audit::DerivedSink& write) { write_derived(kind, write); }});
    }
  }

  void write_derived(const audit::DerivedFile& kind, const audit::DerivedSink& write) {
    audit::DerivedWriter writer(kind, write);
    if (kind.add == nullptr) return writer.end(*books_);
    audit::Books books(start());
    read_books(books, [&](const audit::ParsedRecord& record) { writer.add(record, books); });
    writer.end(books);
  }

  /// Only vouchers that are reversed somewhere are remembered.
  audit::BooksStart start() {
    if (!reversed_) {
      reversed_.emplace();
      read([this](const audit::StoredRecord& record) {
        if (const std::optional<audit::BookVoucherName> name = audit::reversal_named_by(record.bytes)) reversed_->insert(*name);
      });
    }
    return {order_.range.from, reversed_};
  }

  std::optional<std::set<audit::BookVoucherName>> reversed_;

  void add_seal(const char* name, const Result<std::string, Problem>& seal, std::vector<audit::PackageText>& seals) {
    if (seal) {
      seals.push_back({name, *seal});
    } else if (!seal_problem_) {
      seal_problem_ = seal.error();
    }
  }

  std::optional<Problem> seal_problem_;
  std::optional<audit::Books> books_;
  BookReading& reading_;
  const PackageChoice& choice_;
  std::unique_ptr<audit::SealStore> seals_;
  std::int64_t size_ = 0;
  audit::PackageOrder order_;
};

/// None where everybody may read.
Result<std::vector<audit::Certificate>, Problem> readers_of(const PackageChoice& choice) {
  if (choice.readers_pem.empty()) return std::vector<audit::Certificate>();
  Result<std::vector<audit::Certificate>, Problem> readers = audit::Certificate::from_pem(choice.readers_pem);
  if (!readers) return readers;
  for (const audit::Certificate& reader : *readers) {
    if (std::optional<Problem> problem = audit::envelope_problem(reader)) return Err(std::move(*problem));
  }
  return readers;
}

}  // namespace

Result<PackageReceipt, Refusal> export_package(const BookPlace& place, const PackageChoice& choice, const std::string& path) {
  PackageReceipt receipt;
  const TextResult done = read_book(place, [&](BookReading& reading) -> TextResult {
    PackageMaking making(place, reading, choice);
    if (std::optional<Refusal> refused = making.prepare()) return Err(std::move(*refused));
    audit::FileSink sink(path);
    const Result<std::vector<audit::Certificate>, Problem> readers = readers_of(choice);
    if (!readers) return Err(refusal_of({readers.error()}));
    if (readers->empty()) {
      audit::write_package(making.order(), sink);
    } else {
      audit::NamelessFile zip(path);
      audit::write_package(making.order(), zip);
      audit::write_envelope(
          *readers, [&zip](const audit::TakeBytes& take) { zip.read_whole(take); }, [&sink](std::string_view bytes) { sink.write(bytes); });
    }
    if (making.seal_problem()) return Err(refusal_of({*making.seal_problem()}));
    sink.finish();
    receipt = {making.order().top, making.order().range};
    return std::string();
  });
  if (!done) return Err(done.error());
  return receipt;
}

}  // namespace mingzhang::service
