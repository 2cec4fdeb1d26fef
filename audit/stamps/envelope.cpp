// SPDX-License-Identifier: Apache-2.0
// Envelopes through OpenSSL, drained as they grow.
#include "audit/stamps/envelope.h"

#include <openssl/cms.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <memory>

#include "audit/stamps/openssl_stamp.h"
#include "audit/stamps/outcome.h"
#include "base/check.h"

namespace mingzhang::audit {
namespace {

constexpr int kRsaBitsMin = 2048;

struct FreeEnvelope {
  void operator()(CMS_ContentInfo* cms) const noexcept { CMS_ContentInfo_free(cms); }
};
using OpensslEnvelope = std::unique_ptr<CMS_ContentInfo, FreeEnvelope>;

/// RSA-OAEP and ECDH, both with SHA-256: OpenSSL 3.0 takes PKCS #1 v1.5 and SHA-1 where nothing is said.
void add_reader(CMS_ContentInfo* cms, const Certificate& reader) {
  CMS_RecipientInfo* const info = CMS_add1_recipient_cert(cms, reader.handle(), CMS_KEY_PARAM);
  EVP_PKEY_CTX* const context = info == nullptr ? nullptr : CMS_RecipientInfo_get0_pkey_ctx(info);
  if (context == nullptr) throw_openssl_error("cannot add a reader");
  const bool is_rsa = CMS_RecipientInfo_type(info) == CMS_RECIPINFO_TRANS;
  const bool is_set = is_rsa ? EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_OAEP_PADDING) == 1 &&
                                   EVP_PKEY_CTX_set_rsa_oaep_md(context, EVP_sha256()) == 1
                             : EVP_PKEY_CTX_set_ecdh_kdf_md(context, EVP_sha256()) == 1;
  if (!is_set) throw_openssl_error("cannot set how a reader gets the key");
}

/// Gives what the memory holds, and empties it.
void drain(BIO* memory, const TakeBytes& write) {
  char* bytes = nullptr;
  const long size = BIO_get_mem_data(memory, &bytes);
  if (size > 0) write(std::string_view(bytes, static_cast<std::size_t>(size)));
  BIO_reset(memory);
}

}  // namespace

std::optional<Problem> envelope_problem(const Certificate& reader) {
  const auto problem = [](const char* why) { return Problem{&info_of(StampOutcome::CertificateBad), "", why}; };
  const EVP_PKEY* const key = X509_get0_pubkey(reader.handle());
  const std::uint32_t use = X509_get_key_usage(reader.handle());
  ERR_clear_error();
  if (key == nullptr) return problem("a key of an unknown kind");
  if (EVP_PKEY_is_a(key, "RSA") == 1) {
    if (EVP_PKEY_get_bits(key) < kRsaBitsMin) return problem("an RSA key of fewer than 2048 bits");
    return (use & KU_KEY_ENCIPHERMENT) == 0 ? std::optional(problem("its use is limited to other things than encryption")) : std::nullopt;
  }
  if (reader.has_sm2_key()) return problem("SM2: envelopes are made for RSA and EC keys only");
  if (EVP_PKEY_is_a(key, "EC") != 1) return problem("neither RSA nor EC");
  return (use & KU_KEY_AGREEMENT) == 0 ? std::optional(problem("its use is limited to other things than encryption")) : std::nullopt;
}

void write_envelope(std::span<const Certificate> readers, const std::function<void(const TakeBytes&)>& content, const TakeBytes& write) {
  MZ_CHECK(!readers.empty());
  const OpensslEnvelope cms(CMS_encrypt(nullptr, nullptr, EVP_aes_256_cbc(), CMS_BINARY | CMS_STREAM | CMS_PARTIAL));
  if (!cms) throw_openssl_error("cannot begin an envelope");
  for (const Certificate& reader : readers) add_reader(cms.get(), reader);
  const OpensslBytes memory(BIO_new(BIO_s_mem()));
  BIO* const whole = memory ? BIO_new_CMS(memory.get(), cms.get()) : nullptr;
  if (whole == nullptr) throw_openssl_error("cannot begin an envelope");
  // The chain ends in `memory`, which is freed by itself.
  const auto free_chain = [&memory](BIO* top) {
    while (top != nullptr && top != memory.get()) {
      BIO* const next = BIO_pop(top);
      BIO_free(top);
      top = next;
    }
  };
  const std::unique_ptr<BIO, decltype(free_chain)> chain(whole, free_chain);
  content([&](std::string_view bytes) {
    while (!bytes.empty()) {
      const int size = static_cast<int>(std::min<std::size_t>(bytes.size(), std::size_t{1} << 16));
      if (BIO_write(chain.get(), bytes.data(), size) != size) throw_openssl_error("cannot encrypt");
      bytes.remove_prefix(static_cast<std::size_t>(size));
      drain(memory.get(), write);
    }
  });
  if (BIO_flush(chain.get()) != 1) throw_openssl_error("cannot end an envelope");
  drain(memory.get(), write);
}

}  // namespace mingzhang::audit
