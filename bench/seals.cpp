// SPDX-License-Identifier: Apache-2.0
// Leaves of both trees, the checkpoint of a day, and a receipt.
#include <sys/resource.h>

#include <cstdio>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "audit/frontier.h"
#include "audit/notes/note_key.h"
#include "audit/notes/private_key.h"
#include "audit/package/bag.h"
#include "audit/package/byte_files.h"
#include "audit/package/zip_reader.h"
#include "audit/verify/line_reader.h"
#include "audit/verify/verify_package.h"
#include "base/check.h"
#include "bench/measurements.h"
#include "bench/workload.h"
#include "service/sealing/checkpoints.h"
#include "service/sealing/keys.h"
#include "service/sealing/package.h"
#include "service/sealing/receipts.h"

namespace mingzhang::bench {
namespace {

constexpr std::int64_t kLeaves = 1'000'000;
constexpr std::size_t kLeafBytes = 400;
constexpr int kDayVouchers = 2'000;

/// Hashing leaves of 400 bytes and growing the tree, beside hashing the same bytes alone.
void measure_leaves(audit::Suite suite) {
  const std::string bytes(kLeafBytes, 'x');
  audit::Hasher hasher(suite);
  audit::Frontier frontier;
  const double begun = seconds_now();
  for (std::int64_t leaf = 0; leaf < kLeaves; ++leaf) frontier.append(hasher, hasher.leaf(bytes));
  const double tree = seconds_now() - begun;
  const std::string block(kLeafBytes * 1'000, 'x');
  const double plain_begun = seconds_now();
  for (std::int64_t piece = 0; piece < kLeaves / 1'000; ++piece) (void)hasher.plain(block);
  const double plain = seconds_now() - plain_begun;
  std::printf("%s: %.0f leaves of %zu bytes per second, %.2f of hashing the bytes in one piece\n",
              std::string(audit::suite_name(suite)).c_str(), static_cast<double>(kLeaves) / tree, kLeafBytes, plain / tree);
}

service::Signers add_keys(Workload& workload) {
  service::Signers signers;
  service::Request request;
  request.book = "bench";
  request.key = "keys";
  request.is_system = true;
  for (const audit::Algorithm algorithm : {audit::Algorithm::Ed25519, audit::Algorithm::Sm2}) {
    signers.push_back(std::make_unique<audit::PrivateKey>(audit::PrivateKey::generate(algorithm)));
    const char* name = algorithm == audit::Algorithm::Ed25519 ? "bench/ledger/bench/sha256" : "bench/ledger/bench/sm3";
    const audit::NoteKey key{name, audit::KeyUse::Log, signers.back()->public_key()};
    const service::NewCommand command = service::add_log_key(key.text(), "bench");
    MZ_CHECK(static_cast<bool>(command));
    request.commands.push_back(*command);
  }
  MZ_CHECK(static_cast<bool>(workload.writer().submit(request)));
  return signers;
}

/// Peak of the process so far, in MiB.
double peak_memory() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

/// What no verification can do without: unpacking and hashing every file in both suites, and parsing every record and line.
double least_work(const audit::PackageFiles& files) {
  const double begun = seconds_now();
  MZ_CHECK(!audit::check_bag(files));
  for (const char* name : {"data/records.jsonl", "data/lines.jsonl"}) {
    audit::LineReader lines(files.open(name));
    while (const std::optional<std::string_view> line = lines.next()) MZ_CHECK(parse_canonical_json(*line).has_value());
  }
  return seconds_now() - begun;
}

/// Writing the package of a book and verifying it, beside the least that this takes.
void measure_package(const service::BookPlace& place, const service::Signers& signers, const std::string& path) {
  const double begun = seconds_now();
  MZ_CHECK(static_cast<bool>(service::export_package(place, {}, path)));
  const double written = seconds_now() - begun;
  const audit::FileSource source(path);
  const auto zip = audit::ZipReader::open(source);
  MZ_CHECK(static_cast<bool>(zip));
  audit::AuditorSide auditor;
  for (const auto& signer : signers) {
    const char* name = signer->public_key().algorithm() == audit::Algorithm::Ed25519 ? "bench/ledger/bench/sha256" : "bench/ledger/bench/sm3";
    auditor.policy.logs.push_back({name, audit::KeyUse::Log, signer->public_key()});
  }
  const double before = peak_memory();
  const double verify_begun = seconds_now();
  const audit::PackageVerdict verdict = audit::verify_package(**zip, auditor);
  const double verified = seconds_now() - verify_begun;
  const double grown = peak_memory() - before;
  const double least = least_work(**zip);
  std::printf("package of %lld records, %lld lines, %.1f MiB: written in %.1f s; verified (exit %d) in %.1f s, %.2f times unpacking, hashing and parsing alone; "
              "peak memory grew by %.0f MiB\n",
              static_cast<long long>(verdict.records), static_cast<long long>(verdict.lines), static_cast<double>(source.size()) / 1048576, written, verdict.exit_code(),
              verified, verified / least, grown);
}

}  // namespace

void measure_seals(const Sizes& sizes) {
  for (const audit::Suite suite : audit::kSuites) measure_leaves(suite);
  const ScratchFile file(sizes.directory);
  const std::int64_t vouchers = sizes.lines / 2;
  Workload workload(file.path(), sizes.accounts, vouchers + kDayVouchers);
  workload.post(vouchers, 8'192);
  const service::Signers signers = add_keys(workload);
  const service::BookPlace place{service::faces_of(workload.database()), "bench"};
  const auto timed = [](const std::function<bool()>& run) {
    const double begun = seconds_now();
    MZ_CHECK(run());
    return seconds_now() - begun;
  };
  const auto make = [&] { return static_cast<bool>(service::make_checkpoints(place, signers, {})); };
  const double whole = timed(make);
  workload.post(kDayVouchers, kDayVouchers);
  const double day = timed(make);
  const service::ReceiptOrder order{"2016-01/记/1", 1, audit::Suite::Sha256};
  const double receipt = timed([&] { return static_cast<bool>(service::make_receipt(place, order)); });
  std::printf("first checkpoint over %lld vouchers: %.2f s; of a day of %d vouchers: %.1f ms; a receipt: %.2f ms\n",
              static_cast<long long>(vouchers), whole, kDayVouchers, day * 1e3, receipt * 1e3);
  std::fflush(stdout);
  measure_package(place, signers, file.path() + ".zip");
  std::filesystem::remove(file.path() + ".zip");
}

}  // namespace mingzhang::bench
