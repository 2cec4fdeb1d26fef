// SPDX-License-Identifier: Apache-2.0
// Certificates through OpenSSL, which walks the chain; the identity of SM2 is set on each certificate.
#include "audit/stamps/certificate.h"

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <ctime>
#include <utility>

#include "audit/openssl_error.h"
#include "audit/stamps/openssl_stamp.h"
#include "audit/stamps/outcome.h"
#include "base/check.h"

namespace mingzhang::audit {
namespace {

constexpr std::string_view kCertificateIdentity = "1234567812345678";

Problem certificate_refused(StampOutcome outcome, std::string detail = "") {
  ERR_clear_error();
  return Problem{&info_of(outcome), "", std::move(detail)};
}

/// Takes the certificate over.
std::shared_ptr<X509> with_identity(X509* certificate) {
  std::shared_ptr<X509> owned(certificate, X509_free);
  if (X509_get_signature_nid(certificate) != NID_SM2_with_SM3) return owned;  // other algorithms refuse an identity
  ASN1_OCTET_STRING* const identity = ASN1_OCTET_STRING_new();
  if (identity == nullptr || ASN1_OCTET_STRING_set(identity, reinterpret_cast<const unsigned char*>(kCertificateIdentity.data()),
                                                   static_cast<int>(kCertificateIdentity.size())) != 1) {
    ASN1_OCTET_STRING_free(identity);
    throw_openssl_error("no memory");
  }
  X509_set0_distinguishing_id(owned.get(), identity);
  return owned;
}

}  // namespace

Result<Certificate, Problem> Certificate::from_der(std::string_view der) {
  if (der.size() > kCertificateBytesMax) return Err(certificate_refused(StampOutcome::CertificateBad, "too long"));
  const auto* at = reinterpret_cast<const unsigned char*>(der.data());
  X509* const certificate = d2i_X509(nullptr, &at, static_cast<long>(der.size()));
  if (certificate == nullptr) return Err(certificate_refused(StampOutcome::CertificateBad));
  Certificate read(with_identity(certificate));
  // One certificate, one form: what OpenSSL would write is what was read.
  if (read.der() != der) return Err(certificate_refused(StampOutcome::CertificateBad, "not DER"));
  return read;
}

Result<std::vector<Certificate>, Problem> Certificate::from_pem(std::string_view pem) {
  if (pem.size() > kCertificateBytesMax * kCertificatesMax) return Err(certificate_refused(StampOutcome::CertificateBad, "too long"));
  const OpensslBytes bytes(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  if (!bytes) throw_openssl_error("no memory");
  std::vector<Certificate> certificates;
  while (X509* const certificate = PEM_read_bio_X509(bytes.get(), nullptr, nullptr, nullptr)) {
    Certificate read(with_identity(certificate));
    if (certificates.size() == kCertificatesMax) return Err(certificate_refused(StampOutcome::CertificateBad, "too many"));
    certificates.push_back(std::move(read));
  }
  const bool is_at_end = ERR_GET_REASON(ERR_peek_last_error()) == PEM_R_NO_START_LINE;
  if (!is_at_end || certificates.empty()) return Err(certificate_refused(StampOutcome::CertificateBad));
  ERR_clear_error();
  return certificates;
}

std::string Certificate::der() const {
  return encoded([this](unsigned char** out) { return i2d_X509(handle(), out); });
}

std::string Certificate::issuer_der() const {
  return encoded([this](unsigned char** out) { return i2d_X509_NAME(X509_get_issuer_name(handle()), out); });
}

std::string Certificate::serial_der() const {
  return encoded([this](unsigned char** out) { return i2d_ASN1_INTEGER(X509_get0_serialNumber(handle()), out); });
}

std::string Certificate::subject() const {
  const OpensslBytes bytes(BIO_new(BIO_s_mem()));
  const unsigned long form = XN_FLAG_ONELINE & ~static_cast<unsigned long>(ASN1_STRFLGS_ESC_MSB | XN_FLAG_SPC_EQ);
  if (!bytes || X509_NAME_print_ex(bytes.get(), X509_get_subject_name(handle()), 0, form) < 0) throw_openssl_error("no name");
  char* text = nullptr;
  const long size = BIO_get_mem_data(bytes.get(), &text);
  return {text, static_cast<std::size_t>(size)};
}

bool Certificate::has_sm2_key() const {
  EVP_PKEY* const key = X509_get0_pubkey(handle());
  ERR_clear_error();
  return key != nullptr && EVP_PKEY_is_a(key, "SM2") == 1;
}

bool Certificate::sm2_verifies(std::string_view message, std::string_view signature) const {
  if (!has_sm2_key()) return false;
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  EVP_PKEY_CTX* inner = nullptr;
  if (!context ||
      EVP_DigestVerifyInit_ex(context.get(), &inner, "SM3", nullptr, nullptr, X509_get0_pubkey(handle()), nullptr) != 1 ||
      EVP_PKEY_CTX_set1_id(inner, kCertificateIdentity.data(), static_cast<int>(kCertificateIdentity.size())) != 1) {
    throw_openssl_error("cannot begin to verify");
  }
  const int answer = EVP_DigestVerify(context.get(), reinterpret_cast<const unsigned char*>(signature.data()), signature.size(),
                                      reinterpret_cast<const unsigned char*>(message.data()), message.size());
  ERR_clear_error();
  return answer == 1;
}

OpensslStore store_of(std::span<const Certificate> roots, std::int64_t at) {
  MZ_CHECK(!roots.empty());
  OpensslStore store(X509_STORE_new());
  if (!store) throw_openssl_error("no memory");
  for (const Certificate& root : roots) {
    if (X509_STORE_add_cert(store.get(), root.handle()) != 1) throw_openssl_error("cannot take a root");
  }
  X509_VERIFY_PARAM_set_time(X509_STORE_get0_param(store.get()), static_cast<std::time_t>(at));
  // The auditor pins what he trusts: it may be an authority below a root.
  X509_STORE_set_flags(store.get(), X509_V_FLAG_PARTIAL_CHAIN);
  return store;
}

OpensslStack stack_of(std::span<const Certificate> certificates) {
  OpensslStack stack(sk_X509_new_null());
  if (!stack) throw_openssl_error("no memory");
  for (const Certificate& one : certificates) {
    if (sk_X509_push(stack.get(), one.handle()) <= 0) throw_openssl_error("no memory");
  }
  return stack;
}

std::optional<Problem> check_chain(const Certificate& leaf, std::span<const Certificate> others,
                                   std::span<const Certificate> roots, std::int64_t at, CertificateUse use) {
  const OpensslStore store = store_of(roots, at);
  const OpensslStack stack = stack_of(others);
  const bool is_stamping = use == CertificateUse::Stamping;
  const std::unique_ptr<X509_STORE_CTX, decltype(&X509_STORE_CTX_free)> walk(X509_STORE_CTX_new(), X509_STORE_CTX_free);
  if (!walk || X509_STORE_CTX_init(walk.get(), store.get(), leaf.handle(), stack.get()) != 1) throw_openssl_error("no memory");
  if (X509_STORE_CTX_set_purpose(walk.get(), is_stamping ? X509_PURPOSE_TIMESTAMP_SIGN : X509_PURPOSE_ANY) != 1) {
    throw_openssl_error("cannot set a purpose");
  }
  const bool is_good = X509_verify_cert(walk.get()) == 1;
  const int error = X509_STORE_CTX_get_error(walk.get());
  const std::string detail = std::string(X509_verify_cert_error_string(error)) + ": " + leaf.subject();
  if (!is_good && (error == X509_V_ERR_CERT_HAS_EXPIRED || error == X509_V_ERR_CERT_NOT_YET_VALID)) {
    return certificate_refused(StampOutcome::NotValidThen, detail);
  }
  if (!is_good && error == X509_V_ERR_INVALID_PURPOSE) return certificate_refused(StampOutcome::NotForStamping, detail);
  if (!is_good) return certificate_refused(StampOutcome::ChainWrong, detail);
  const bool may_sign = (X509_get_key_usage(leaf.handle()) & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) != 0;
  if (!is_stamping && !may_sign) return certificate_refused(StampOutcome::CertificateBad, "key usage: " + leaf.subject());
  ERR_clear_error();
  return std::nullopt;
}

}  // namespace mingzhang::audit
