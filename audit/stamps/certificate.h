// SPDX-License-Identifier: Apache-2.0
// Certificates (X.509), what their keys signed, and whether they lead to a root that the reader trusts.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/outcome.h"
#include "base/result.h"

// OpenSSL's type, declared here so that its headers stay inside the sources of this folder.
struct x509_st;

namespace mingzhang::audit {

/// Longest certificate that is read, in bytes.
inline constexpr std::size_t kCertificateBytesMax = 65'536;
/// Most certificates of one file.
inline constexpr std::size_t kCertificatesMax = 64;

/// Cheap to copy. The identity "1234567812345678" is set on every one that SM2 signed: OpenSSL would take another.
class Certificate {
 public:
  /// Exactly one in DER. STAMP-105 otherwise.
  static Result<Certificate, Problem> from_der(std::string_view der);
  /// One or more in PEM, other text between them. STAMP-105 where there is none, one is broken, or they are too many.
  static Result<std::vector<Certificate>, Problem> from_pem(std::string_view pem);

  std::string der() const;
  /// The issuer's name and the serial number as they stand in the certificate, whole items of DER.
  std::string issuer_der() const;
  std::string serial_der() const;
  /// One line, "CN=…, O=…"; UTF-8.
  std::string subject() const;

  /// Whether the certificate's SM2 key signed this message (SM3, the identity above). False for a key of another kind.
  bool sm2_verifies(std::string_view message, std::string_view signature) const;
  bool has_sm2_key() const;

  /// OpenSSL's object, for this folder only. Never null; lives as long as the certificate.
  x509_st* handle() const { return certificate_.get(); }

 private:
  explicit Certificate(std::shared_ptr<x509_st> certificate) : certificate_(std::move(certificate)) {}

  std::shared_ptr<x509_st> certificate_;
};

enum class CertificateUse : std::uint8_t {
  Signing = 1,   ///< where the certificate limits its use, signatures must be among it
  Stamping = 2,  ///< RFC 3161 §2.3: the extended use is time stamping alone, and critical
};

/// Nothing where a chain of right signatures leads from `leaf` over `others` to one of `roots`, all valid at `at` (seconds since
/// 1970). STAMP-206, 207, 208. Revocation is not asked: a list is a file of its own.
/// Requires: at least one root, given by the reader and not taken from what is checked.
std::optional<Problem> check_chain(const Certificate& leaf, std::span<const Certificate> others,
                                   std::span<const Certificate> roots, std::int64_t at, CertificateUse use);

}  // namespace mingzhang::audit
