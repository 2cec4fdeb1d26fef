// SPDX-License-Identifier: Apache-2.0
// One dialect, read strictly and written in one form.
#include "audit/stamps/gbt35275.h"

#include <utility>

#include "audit/stamps/der.h"
#include "audit/stamps/outcome.h"

namespace mingzhang::audit {
namespace {

using std::string_view_literals::operator""sv;

// Whole items: 1.2.156.10197.6.1.4.2.1 and .2, 1.2.156.10197.1.401 (SM3), .301.1 (SM2) and .501 (SM2 with SM3).
constexpr std::string_view kGbData = "\x06\x0a\x2a\x81\x1c\xcf\x55\x06\x01\x04\x02\x01"sv;
constexpr std::string_view kGbSignedData = "\x06\x0a\x2a\x81\x1c\xcf\x55\x06\x01\x04\x02\x02"sv;
constexpr std::string_view kGbSm3 = "\x06\x08\x2a\x81\x1c\xcf\x55\x01\x83\x11"sv;
constexpr std::string_view kGbSm2 = "\x06\x09\x2a\x81\x1c\xcf\x55\x01\x82\x2d\x01"sv;
constexpr std::string_view kGbSm2WithSm3 = "\x06\x08\x2a\x81\x1c\xcf\x55\x01\x83\x75"sv;

Problem gb_problem(StampOutcome outcome, const char* detail) {
  return Problem{&info_of(outcome), "", detail};
}

std::string_view inside(const std::optional<DerItem>& item) {
  return item ? item->content : std::string_view();
}

/// { OBJECT, NULL or nothing }.
bool is_algorithm(const std::optional<DerItem>& item, std::string_view object) {
  if (!item) return false;
  DerReader reader(item->content);
  const std::optional<DerItem> found = reader.next(kDerObject);
  if (!found || found->whole != object) return false;
  if (reader.is_done()) return true;
  const std::optional<DerItem> null = reader.next(kDerNull);
  return null && null->content.empty() && reader.is_done();
}

bool is_version_1(const std::optional<DerItem>& item) {
  return item && der_small_number(*item) == 1;
}

/// The items of SignedData, not yet understood.
struct GbParts {
  std::string_view digests, content, certificates, signers;
};

std::optional<GbParts> gb_parts(std::string_view bytes) {
  DerReader file(bytes);
  DerReader outer(inside(file.next(kDerSequence)));
  const std::optional<DerItem> type = outer.next(kDerObject);
  DerReader wrapped(inside(outer.next(kDerContext0)));
  DerReader data(inside(wrapped.next(kDerSequence)));
  if (!type || type->whole != kGbSignedData || !file.is_done() || !outer.is_done() || !wrapped.is_done()) return std::nullopt;
  if (!is_version_1(data.next(kDerInteger))) return std::nullopt;
  GbParts parts;
  parts.digests = inside(data.next(kDerSet));
  parts.content = inside(data.next(kDerSequence));
  parts.certificates = inside(data.next(kDerContext0));
  parts.signers = inside(data.next(kDerSet));
  return data.is_done() ? std::optional(parts) : std::nullopt;
}

struct GbContent {
  bool is_good = false;
  std::optional<std::string> bytes;
};

GbContent gb_content(std::string_view item) {
  DerReader reader(item);
  const std::optional<DerItem> type = reader.next(kDerObject);
  if (!type || type->whole != kGbData) return {};
  if (reader.is_done()) return {true, std::nullopt};
  DerReader wrapped(inside(reader.next(kDerContext0)));
  const std::optional<DerItem> octets = wrapped.next(kDerOctets);
  if (!octets || !wrapped.is_done() || !reader.is_done()) return {};
  return {true, std::string(octets->content)};
}

Result<std::vector<Certificate>, Problem> gb_certificates(std::string_view items) {
  std::vector<Certificate> certificates;
  DerReader reader(items);
  while (!reader.is_done()) {
    const std::optional<DerItem> item = reader.next(kDerSequence);
    if (!item || certificates.size() == kCertificatesMax) return Err(gb_problem(StampOutcome::GbBad, "certificates"));
    Result<Certificate, Problem> certificate = Certificate::from_der(item->whole);
    if (!certificate) return Err(certificate.error());
    certificates.push_back(std::move(certificate).value());
  }
  return certificates;
}

struct GbSigner {
  std::string_view issuer, serial, signature;
};

std::optional<GbSigner> gb_signer(std::string_view items) {
  DerReader set(items);
  DerReader signer(inside(set.next(kDerSequence)));
  if (!set.is_done() || !is_version_1(signer.next(kDerInteger))) return std::nullopt;
  DerReader name(inside(signer.next(kDerSequence)));
  const std::optional<DerItem> issuer = name.next(kDerSequence);
  const std::optional<DerItem> serial = name.next(kDerInteger);
  if (!issuer || !serial || !name.is_done() || !is_algorithm(signer.next(kDerSequence), kGbSm3)) return std::nullopt;
  const std::optional<DerItem> method = signer.next(kDerSequence);
  const std::optional<DerItem> signature = signer.next(kDerOctets);
  const bool is_sm2 = is_algorithm(method, kGbSm2) || is_algorithm(method, kGbSm2WithSm3);
  if (!is_sm2 || !signature || !signer.is_done()) return std::nullopt;
  return GbSigner{issuer->whole, serial->whole, signature->content};
}

}  // namespace

Result<GbSignature, Problem> parse_gbt35275(std::string_view bytes) {
  if (bytes.size() > kGbBytesMax) return Err(gb_problem(StampOutcome::GbBad, "more than 1 MiB"));
  const std::optional<GbParts> parts = gb_parts(bytes);
  if (!parts) return Err(gb_problem(StampOutcome::GbBad, "SignedData"));
  DerReader digests(parts->digests);
  if (!is_algorithm(digests.next(kDerSequence), kGbSm3) || !digests.is_done()) return Err(gb_problem(StampOutcome::GbBad, "digest"));
  GbContent content = gb_content(parts->content);
  if (!content.is_good) return Err(gb_problem(StampOutcome::GbBad, "content"));
  const std::optional<GbSigner> signer = gb_signer(parts->signers);
  if (!signer) return Err(gb_problem(StampOutcome::GbBad, "signer; of another dialect, with attributes, or several"));
  Result<std::vector<Certificate>, Problem> certificates = gb_certificates(parts->certificates);
  if (!certificates) return Err(certificates.error());
  for (const Certificate& one : *certificates) {
    if (one.issuer_der() != signer->issuer || one.serial_der() != signer->serial) continue;
    return GbSignature{one, *certificates, std::move(content.bytes), std::string(signer->signature)};
  }
  return Err(gb_problem(StampOutcome::GbBad, "the signer's certificate is missing"));
}

Result<Certificate, Problem> verify_gbt35275(std::string_view bytes, std::string_view content,
                                             std::span<const Certificate> roots, std::int64_t at) {
  const Result<GbSignature, Problem> read = parse_gbt35275(bytes);
  if (!read) return Err(read.error());
  if (read->content && *read->content != content) return Err(gb_problem(StampOutcome::ContentDiffers, ""));
  if (!read->signer.has_sm2_key()) return Err(gb_problem(StampOutcome::CertificateBad, "no SM2 key"));
  if (!read->signer.sm2_verifies(content, read->signature)) return Err(gb_problem(StampOutcome::StampSignatureWrong, ""));
  if (const std::optional<Problem> problem = check_chain(read->signer, read->certificates, roots, at, CertificateUse::Signing)) {
    return Err(*problem);
  }
  return read->signer;
}

Result<std::string, Problem> sign_gbt35275(std::string_view content, const Certificate& signer,
                                           std::span<const Certificate> chain, const Sm2Sign& sign) {
  if (!signer.has_sm2_key()) return Err(gb_problem(StampOutcome::CertificateBad, "no SM2 key"));
  const std::string signature = sign(content);
  if (!signer.sm2_verifies(content, signature)) return Err(gb_problem(StampOutcome::KeyMismatch, ""));
  const std::string version = der(kDerInteger, "\x01");
  std::string certificates = signer.der();
  for (const Certificate& one : chain) certificates += one.der();
  const std::string name = der(kDerSequence, signer.issuer_der() + signer.serial_der());
  const std::string sm3 = der_algorithm(kGbSm3);
  const std::string info = der(kDerSequence, version + name + sm3 + der_algorithm(kGbSm2) + der(kDerOctets, signature));
  const std::string data = version + der(kDerSet, sm3) + der(kDerSequence, kGbData) + der(kDerContext0, certificates) + der(kDerSet, info);
  return der(kDerSequence, std::string(kGbSignedData) + der(kDerContext0, der(kDerSequence, data)));
}

}  // namespace mingzhang::audit
