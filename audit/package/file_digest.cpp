// SPDX-License-Identifier: Apache-2.0
// Two contexts of OpenSSL side by side.
#include "audit/package/file_digest.h"

#include <openssl/evp.h>

#include "audit/openssl_error.h"

namespace mingzhang::audit {
namespace {

Digest finished(EVP_MD_CTX* context) {
  Digest digest{};
  // A null algorithm keeps the one that the context has, and begins anew.
  if (EVP_DigestFinal_ex(context, digest.data(), nullptr) != 1 || EVP_DigestInit_ex2(context, nullptr, nullptr) != 1) {
    throw_openssl_error("cannot hash a file");
  }
  return digest;
}

}  // namespace

void FileHasher::FreeContext::operator()(evp_md_ctx_st* context) const noexcept {
  EVP_MD_CTX_free(context);
}

FileHasher::Context FileHasher::begun(Suite suite) {
  EVP_MD* algorithm = EVP_MD_fetch(nullptr, suite == Suite::Sha256 ? "SHA256" : "SM3", nullptr);
  Context context(EVP_MD_CTX_new());
  const bool is_begun = algorithm != nullptr && context && EVP_DigestInit_ex2(context.get(), algorithm, nullptr) == 1;
  EVP_MD_free(algorithm);
  if (!is_begun) throw_openssl_error("cannot start the hash of a file");
  return context;
}

FileHasher::FileHasher() : sha256_(begun(Suite::Sha256)), sm3_(begun(Suite::Sm3)) {}

void FileHasher::update(std::string_view bytes) {
  if (EVP_DigestUpdate(sha256_.get(), bytes.data(), bytes.size()) != 1 || EVP_DigestUpdate(sm3_.get(), bytes.data(), bytes.size()) != 1) {
    throw_openssl_error("cannot hash a file");
  }
}

FileDigests FileHasher::finish() {
  FileDigests digests;
  digests.sha256 = finished(sha256_.get());
  digests.sm3 = finished(sm3_.get());
  return digests;
}

}  // namespace mingzhang::audit
