// SPDX-License-Identifier: Apache-2.0
// Questions by our own writer of DER, answers through OpenSSL's TS.
#include "audit/stamps/timestamp.h"

#include <openssl/err.h>
#include <openssl/ess.h>
#include <openssl/rand.h>
#include <openssl/ts.h>

#include <array>
#include <ctime>
#include <memory>
#include <utility>
#include <vector>

#include "audit/openssl_error.h"
#include "audit/stamps/der.h"
#include "audit/stamps/openssl_stamp.h"
#include "audit/stamps/outcome.h"
#include "base/check.h"

namespace mingzhang::audit {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::string_view kStampSha256 = "\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x01"sv;
constexpr std::string_view kStampSm3 = "\x06\x08\x2a\x81\x1c\xcf\x55\x01\x83\x11"sv;

struct FreeAnswer {
  void operator()(TS_RESP* answer) const noexcept { TS_RESP_free(answer); }
  void operator()(TS_VERIFY_CTX* check) const noexcept { TS_VERIFY_CTX_free(check); }
  void operator()(ESS_SIGNING_CERT* one) const noexcept { ESS_SIGNING_CERT_free(one); }
  void operator()(ESS_SIGNING_CERT_V2* one) const noexcept { ESS_SIGNING_CERT_V2_free(one); }
};

Problem stamp_problem(StampOutcome outcome, std::string detail = "") {
  ERR_clear_error();
  return Problem{&info_of(outcome), "", std::move(detail)};
}

const unsigned char* stamp_bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

std::string_view text_of(const ASN1_STRING* text) {
  return {reinterpret_cast<const char*>(ASN1_STRING_get0_data(text)), static_cast<std::size_t>(ASN1_STRING_length(text))};
}

std::optional<std::int64_t> time_of(TS_TST_INFO* info) {
  std::tm parts{};
  if (ASN1_TIME_to_tm(TS_TST_INFO_get_time(info), &parts) != 1) return std::nullopt;
  return static_cast<std::int64_t>(timegm(&parts));
}

/// Nothing where the stamp is over these bytes and answers this request.
std::optional<Problem> check_question(TS_TST_INFO* info, const StampQuestion& question) {
  TS_MSG_IMPRINT* const imprint = TS_TST_INFO_get_msg_imprint(info);
  const int wanted = question.suite == Suite::Sha256 ? NID_sha256 : NID_sm3;
  const ASN1_OBJECT* algorithm = nullptr;
  X509_ALGOR_get0(&algorithm, nullptr, nullptr, TS_MSG_IMPRINT_get_algo(imprint));
  if (OBJ_obj2nid(algorithm) != wanted || text_of(TS_MSG_IMPRINT_get_msg(imprint)) != bytes_of(question.imprint)) {
    return stamp_problem(StampOutcome::ImprintDiffers);
  }
  if (!question.nonce) return std::nullopt;
  const ASN1_INTEGER* const nonce = TS_TST_INFO_get_nonce(info);
  const bool is_same = nonce != nullptr && (ASN1_STRING_type(nonce) & V_ASN1_NEG) == 0 && text_of(nonce) == *question.nonce;
  return is_same ? std::nullopt : std::optional(stamp_problem(StampOutcome::NonceDiffers));
}

/// The answer's certificates, the identity of SM2 set on them.
Result<std::vector<Certificate>, Problem> certificates_of(PKCS7* token) {
  std::vector<Certificate> certificates;
  STACK_OF(X509)* const list = token->d.sign->cert;
  for (int at = 0; at < sk_X509_num(list); ++at) {
    const std::string der_bytes = encoded([&](unsigned char** out) { return i2d_X509(sk_X509_value(list, at), out); });
    Result<Certificate, Problem> one = Certificate::from_der(der_bytes);
    if (!one || certificates.size() == kCertificatesMax) return Err(stamp_problem(StampOutcome::TokenBad, "certificates"));
    certificates.push_back(std::move(one).value());
  }
  return certificates;
}

std::optional<Certificate> signer_of(PKCS7* token, const std::vector<Certificate>& certificates) {
  STACK_OF(PKCS7_SIGNER_INFO)* const signers = PKCS7_get_signer_info(token);
  if (signers == nullptr || sk_PKCS7_SIGNER_INFO_num(signers) != 1) return std::nullopt;
  const PKCS7_ISSUER_AND_SERIAL* const name = sk_PKCS7_SIGNER_INFO_value(signers, 0)->issuer_and_serial;
  const std::string issuer = encoded([&](unsigned char** out) { return i2d_X509_NAME(name->issuer, out); });
  const std::string serial = encoded([&](unsigned char** out) { return i2d_ASN1_INTEGER(name->serial, out); });
  for (const Certificate& one : certificates) {
    if (one.issuer_der() == issuer && one.serial_der() == serial) return one;
  }
  return std::nullopt;
}

/// ECDSA and RSA.
std::optional<Problem> check_by_openssl(TS_RESP* answer, std::span<const Certificate> roots, std::int64_t time) {
  const std::unique_ptr<TS_VERIFY_CTX, FreeAnswer> check(TS_VERIFY_CTX_new());
  if (!check) throw_openssl_error("no memory");
  TS_VERIFY_CTX_set_flags(check.get(), TS_VFY_VERSION | TS_VFY_SIGNATURE);
  TS_VERIFY_CTX_set_store(check.get(), store_of(roots, time).release());
  if (TS_RESP_verify_response(check.get(), answer) == 1) return std::nullopt;
  return stamp_problem(StampOutcome::StampSignatureWrong);
}

const ASN1_STRING* attribute_of(PKCS7_SIGNER_INFO* signer, int nid, int type) {
  const ASN1_TYPE* const value = PKCS7_get_signed_attribute(signer, nid);
  return value != nullptr && ASN1_TYPE_get(value) == type ? value->value.asn1_string : nullptr;
}

/// RFC 5816: the signed attributes name the certificate by its digest.
bool names_certificate(PKCS7_SIGNER_INFO* signer, const Certificate& certificate) {
  std::unique_ptr<ESS_SIGNING_CERT, FreeAnswer> first;
  std::unique_ptr<ESS_SIGNING_CERT_V2, FreeAnswer> second;
  if (const ASN1_STRING* const value = attribute_of(signer, NID_id_smime_aa_signingCertificate, V_ASN1_SEQUENCE)) {
    const unsigned char* at = ASN1_STRING_get0_data(value);
    first.reset(d2i_ESS_SIGNING_CERT(nullptr, &at, ASN1_STRING_length(value)));
  }
  if (const ASN1_STRING* const value = attribute_of(signer, NID_id_smime_aa_signingCertificateV2, V_ASN1_SEQUENCE)) {
    const unsigned char* at = ASN1_STRING_get0_data(value);
    second.reset(d2i_ESS_SIGNING_CERT_V2(nullptr, &at, ASN1_STRING_length(value)));
  }
  const std::vector<Certificate> chain{certificate};
  return OSSL_ESS_check_signing_certs(first.get(), second.get(), stack_of(chain).get(), 1) == 1;
}

/// The structure of RFC 5652 §5.4, with SM3 and SM2: the attributes hold the content's digest and are what is signed.
bool is_signed_by_sm2(PKCS7* token, const Certificate& signer_certificate) {
  PKCS7_SIGNER_INFO* const signer = sk_PKCS7_SIGNER_INFO_value(PKCS7_get_signer_info(token), 0);
  if (signer->auth_attr == nullptr || OBJ_obj2nid(signer->digest_alg->algorithm) != NID_sm3) return false;
  const PKCS7* const content = token->d.sign->contents;
  const ASN1_TYPE* const octets = content->d.other;
  const ASN1_TYPE* const type = PKCS7_get_signed_attribute(signer, NID_pkcs9_contentType);
  const ASN1_STRING* const digest = attribute_of(signer, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING);
  if (octets == nullptr || ASN1_TYPE_get(octets) != V_ASN1_OCTET_STRING || digest == nullptr) return false;
  if (type == nullptr || ASN1_TYPE_get(type) != V_ASN1_OBJECT || OBJ_obj2nid(type->value.object) != NID_id_smime_ct_TSTInfo) return false;
  Hasher hasher(Suite::Sm3);
  if (text_of(digest) != bytes_of(hasher.plain(text_of(octets->value.octet_string)))) return false;
  const std::string attributes = encoded([&](unsigned char** out) {
    return ASN1_item_i2d(reinterpret_cast<const ASN1_VALUE*>(signer->auth_attr), out, ASN1_ITEM_rptr(PKCS7_ATTR_VERIFY));
  });
  return names_certificate(signer, signer_certificate) &&
         signer_certificate.sm2_verifies(attributes, text_of(signer->enc_digest));
}

std::unique_ptr<TS_RESP, FreeAnswer> read_answer(std::string_view bytes) {
  if (bytes.size() > kStampBytesMax) return nullptr;
  DerReader reader(bytes);
  if (!reader.next(kDerSequence) || !reader.is_done()) return nullptr;
  const unsigned char* at = stamp_bytes(bytes);
  return std::unique_ptr<TS_RESP, FreeAnswer>(d2i_TS_RESP(nullptr, &at, static_cast<long>(bytes.size())));
}

}  // namespace

StampRequest stamp_request(Suite suite, const Digest& imprint) {
  StampRequest request;
  std::array<unsigned char, 8> nonce{};
  if (RAND_bytes(nonce.data(), nonce.size()) != 1) throw_openssl_error("no random numbers");
  nonce[0] = static_cast<unsigned char>((nonce[0] & 0x7fU) | 0x40U);
  request.nonce.assign(reinterpret_cast<const char*>(nonce.data()), nonce.size());
  const std::string algorithm = der_algorithm(suite == Suite::Sha256 ? kStampSha256 : kStampSm3);
  const std::string what = der(kDerSequence, algorithm + der(kDerOctets, bytes_of(imprint)));
  request.bytes = der(kDerSequence, der(kDerInteger, "\x01") + what + der_unsigned(request.nonce) + der(kDerBoolean, "\xff"));
  return request;
}

Result<Stamp, Problem> check_stamp(std::string_view answer, const StampQuestion& question, std::span<const Certificate> roots) {
  MZ_CHECK(!roots.empty());
  const std::unique_ptr<TS_RESP, FreeAnswer> read = read_answer(answer);
  if (!read) return Err(stamp_problem(StampOutcome::TokenBad));
  const long status = ASN1_INTEGER_get(TS_STATUS_INFO_get0_status(TS_RESP_get_status_info(read.get())));
  if (status != TS_STATUS_GRANTED && status != TS_STATUS_GRANTED_WITH_MODS) {
    return Err(stamp_problem(StampOutcome::NotGranted, "status " + std::to_string(status)));
  }
  PKCS7* const token = TS_RESP_get_token(read.get());
  TS_TST_INFO* const info = TS_RESP_get_tst_info(read.get());
  const bool is_whole = token != nullptr && info != nullptr && PKCS7_type_is_signed(token) == 1 && token->d.sign != nullptr &&
                        token->d.sign->contents != nullptr;
  if (!is_whole) return Err(stamp_problem(StampOutcome::TokenBad, "no token"));
  if (std::optional<Problem> problem = check_question(info, question)) return Err(*problem);
  const std::optional<std::int64_t> time = time_of(info);
  if (!time) return Err(stamp_problem(StampOutcome::TokenBad, "time"));
  const Result<std::vector<Certificate>, Problem> certificates = certificates_of(token);
  if (!certificates) return Err(certificates.error());
  const std::optional<Certificate> signer = signer_of(token, *certificates);
  if (!signer) return Err(stamp_problem(StampOutcome::TokenBad, "not one signer with its certificate"));
  if (std::optional<Problem> problem = check_chain(*signer, *certificates, roots, *time, CertificateUse::Stamping)) return Err(*problem);
  if (!signer->has_sm2_key()) {
    if (std::optional<Problem> problem = check_by_openssl(read.get(), roots, *time)) return Err(*problem);
  } else if (!is_signed_by_sm2(token, *signer)) {
    return Err(stamp_problem(StampOutcome::StampSignatureWrong));
  }
  ERR_clear_error();
  return Stamp{*time, *signer};
}

}  // namespace mingzhang::audit
