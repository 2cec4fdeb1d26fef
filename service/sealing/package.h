// SPDX-License-Identifier: Apache-2.0
// A book, or a part of it, as a package for an auditor 审计包.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "audit/package/package_writer.h"
#include "base/result.h"
#include "service/reading/reading.h"
#include "service/request.h"

namespace mingzhang::service {

/// Which lines leave the package's reader only their digests.
enum class Withheld : std::uint8_t {
  Nothing = 1,
  Subjects = 2,  ///< lines that name a household or an institution
  Lines = 3,     ///< all lines
};

/// A certificate, those that lead to its root, and its private key: for signatures over the package's manifests.
struct PackageSeal {
  std::string certificates_pem;  ///< the signer's first
  std::string key_pem;           ///< encrypted PKCS#8
  std::string passphrase;
};

struct PackageChoice {
  std::int64_t from = 0;  ///< first record
  std::int64_t to = 0;    ///< after the last; 0: all that the latest checkpoint covers
  Withheld withheld = Withheld::Nothing;
  std::string previous;  ///< an earlier checkpoint of the book, a signed note; empty = none
  std::optional<PackageSeal> cms;  ///< RSA or EC: proof/manifest.p7s, CMS over manifest-sha256.txt
  std::optional<PackageSeal> gb;   ///< SM2: proof/manifest.gb.p7s, GB/T 35275 over manifest-sm3.txt
  std::string readers_pem;  ///< certificates of those who alone can open the package (audit/stamps/envelope.h); empty = anybody
  std::vector<audit::PackageText> texts;  ///< files to put beside: tokens, certificates, an example of a policy
};

/// What was written.
struct PackageReceipt {
  std::string top;  ///< the package's folder
  audit::LogRange range;
};

/// Writes the package of the latest checkpoint (decision 0034): the same book, checkpoints and choice give the same bytes. SEAL-307 where there is
/// no checkpoint; READ-113 for a range that it does not cover; SEAL-309 where the log has another root than `previous` says;
/// STAMP- and SEAL-106, 107 where a seal's key or certificate cannot be used, STAMP-105 where a reader's cannot.
/// The file is new and appears when it is whole. With readers it is an envelope around the zip, of other bytes each time; the zip itself is
/// never a file with a name.
Result<PackageReceipt, Refusal> export_package(const BookPlace& place, const PackageChoice& choice, const std::string& path);

}  // namespace mingzhang::service
