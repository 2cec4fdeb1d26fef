// SPDX-License-Identifier: Apache-2.0
// CMS through OpenSSL; the chain is our own question, as everywhere in this room.
#include "audit/stamps/cms.h"

#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/pem.h>

#include <memory>
#include <optional>
#include <utility>

#include "audit/openssl_error.h"
#include "audit/stamps/der.h"
#include "audit/stamps/openssl_stamp.h"
#include "audit/stamps/outcome.h"
#include "base/check.h"

namespace mingzhang::audit {
namespace {

struct FreeCms {
  void operator()(CMS_ContentInfo* cms) const noexcept { CMS_ContentInfo_free(cms); }
  void operator()(EVP_PKEY* key) const noexcept { EVP_PKEY_free(key); }
};
using OpensslCms = std::unique_ptr<CMS_ContentInfo, FreeCms>;

constexpr unsigned int kCmsFlags = CMS_BINARY | CMS_DETACHED | CMS_NOSMIMECAP;

Problem cms_problem(StampOutcome outcome, const char* detail = "") {
  ERR_clear_error();
  return Problem{&info_of(outcome), "", detail};
}

OpensslBytes memory_of(std::string_view text) {
  MZ_CHECK(text.size() <= std::size_t{1} << 30);
  OpensslBytes bytes(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
  if (!bytes) throw_openssl_error("no memory");
  return bytes;
}

int give_passphrase(char* buffer, int size, int, void* passphrase) {
  const auto& text = *static_cast<const std::string_view*>(passphrase);
  if (text.size() > static_cast<std::size_t>(size)) return -1;
  text.copy(buffer, text.size());
  return static_cast<int>(text.size());
}

/// Certificates that stand in the file, read again so that our own checks apply.
Result<std::vector<Certificate>, Problem> cms_certificates(CMS_ContentInfo* cms) {
  const std::unique_ptr<STACK_OF(X509), void (*)(STACK_OF(X509)*)> list(
      CMS_get1_certs(cms), [](STACK_OF(X509)* one) { sk_X509_pop_free(one, X509_free); });
  std::vector<Certificate> certificates;
  for (int at = 0; at < sk_X509_num(list.get()); ++at) {
    const std::string bytes = encoded([&](unsigned char** out) { return i2d_X509(sk_X509_value(list.get(), at), out); });
    Result<Certificate, Problem> one = Certificate::from_der(bytes);
    if (!one || certificates.size() == kCertificatesMax) return Err(cms_problem(StampOutcome::CmsBad, "certificates"));
    certificates.push_back(std::move(one).value());
  }
  return certificates;
}

OpensslCms read_cms(std::string_view bytes) {
  DerReader reader(bytes);
  if (bytes.size() > kCmsBytesMax || !reader.next(kDerSequence) || !reader.is_done()) return nullptr;
  const auto* at = reinterpret_cast<const unsigned char*>(bytes.data());
  OpensslCms cms(d2i_CMS_ContentInfo(nullptr, &at, static_cast<long>(bytes.size())));
  return cms && OBJ_obj2nid(CMS_get0_type(cms.get())) == NID_pkcs7_signed ? std::move(cms) : nullptr;
}

}  // namespace

Result<std::string, Problem> sign_cms(std::string_view content, const Certificate& signer, std::span<const Certificate> chain,
                                      std::string_view key_pem, std::string_view passphrase) {
  const OpensslBytes pem = memory_of(key_pem);
  const std::unique_ptr<EVP_PKEY, FreeCms> key(PEM_read_bio_PrivateKey(pem.get(), nullptr, give_passphrase, &passphrase));
  if (!key) return Err(cms_problem(StampOutcome::KeyMismatch, "the key file is not opened"));
  if (EVP_PKEY_is_a(key.get(), "EC") != 1 && EVP_PKEY_is_a(key.get(), "RSA") != 1) {
    return Err(cms_problem(StampOutcome::CertificateBad, "neither EC nor RSA"));
  }
  if (X509_check_private_key(signer.handle(), key.get()) != 1) return Err(cms_problem(StampOutcome::KeyMismatch));
  const OpensslBytes bytes = memory_of(content);
  const OpensslStack others = stack_of(chain);
  const OpensslCms cms(CMS_sign(nullptr, nullptr, others.get(), nullptr, kCmsFlags | CMS_PARTIAL));
  if (!cms) throw_openssl_error("cannot begin a signature");
  CMS_SignerInfo* const info = CMS_add1_signer(cms.get(), signer.handle(), key.get(), EVP_sha256(), kCmsFlags | CMS_PARTIAL);
  if (info == nullptr) throw_openssl_error("cannot add a signer");
  if (CMS_final(cms.get(), bytes.get(), nullptr, kCmsFlags) != 1) throw_openssl_error("cannot sign");
  return encoded([&](unsigned char** out) { return i2d_CMS_ContentInfo(cms.get(), out); });
}

Result<std::vector<Certificate>, Problem> verify_cms(std::string_view bytes, std::string_view content,
                                                     std::span<const Certificate> roots, std::int64_t at) {
  const OpensslCms cms = read_cms(bytes);
  if (!cms) return Err(cms_problem(StampOutcome::CmsBad));
  const Result<std::vector<Certificate>, Problem> certificates = cms_certificates(cms.get());
  if (!certificates) return Err(certificates.error());
  // OpenSSL 3.0 copies content that stands in memory, and forgets the copy where a signature is wrong; behind a buffer it takes none.
  const OpensslBytes data(BIO_new(BIO_f_buffer()));
  if (!data) throw_openssl_error("no memory");
  BIO_push(data.get(), memory_of(content).release());
  // Signatures first, with the file's own certificates; then each signer's chain to what the reader trusts.
  if (CMS_verify(cms.get(), nullptr, nullptr, data.get(), nullptr, CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY) != 1) {
    return Err(cms_problem(StampOutcome::StampSignatureWrong));
  }
  const std::unique_ptr<STACK_OF(X509), FreeStamp> list(CMS_get0_signers(cms.get()));
  std::vector<Certificate> signers;
  for (int index = 0; index < sk_X509_num(list.get()); ++index) {
    const std::string der_bytes = encoded([&](unsigned char** out) { return i2d_X509(sk_X509_value(list.get(), index), out); });
    Result<Certificate, Problem> signer = Certificate::from_der(der_bytes);
    if (!signer) return Err(signer.error());
    if (std::optional<Problem> problem = check_chain(*signer, *certificates, roots, at, CertificateUse::Signing)) return Err(*problem);
    signers.push_back(std::move(signer).value());
  }
  if (signers.empty()) return Err(cms_problem(StampOutcome::CmsBad, "no signer"));
  ERR_clear_error();
  return signers;
}

}  // namespace mingzhang::audit
