// SPDX-License-Identifier: Apache-2.0
// What this room shares of OpenSSL. Only for this folder.
#pragma once

#include <openssl/bio.h>
#include <openssl/x509.h>

#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "audit/openssl_error.h"
#include "audit/stamps/certificate.h"

namespace mingzhang::audit {

struct FreeStamp {
  void operator()(BIO* bytes) const noexcept { BIO_free_all(bytes); }
  void operator()(X509_STORE* store) const noexcept { X509_STORE_free(store); }
  void operator()(STACK_OF(X509) * stack) const noexcept { sk_X509_free(stack); }
};
using OpensslBytes = std::unique_ptr<BIO, FreeStamp>;
using OpensslStore = std::unique_ptr<X509_STORE, FreeStamp>;
using OpensslStack = std::unique_ptr<STACK_OF(X509), FreeStamp>;

/// A store of the reader's roots that asks for validity at a time. Requires: at least one.
OpensslStore store_of(std::span<const Certificate> roots, std::int64_t at);
/// A list that owns none of its certificates.
OpensslStack stack_of(std::span<const Certificate> certificates);

/// What an i2d function writes. Example: encoded([&](unsigned char** out) { return i2d_X509(x, out); }). Throws WorldError.
template <class Encode>
std::string encoded(Encode encode) {
  unsigned char* bytes = nullptr;
  const int size = encode(&bytes);
  if (size < 0) throw_openssl_error("cannot encode");
  std::string text(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
  OPENSSL_free(bytes);
  return text;
}

}  // namespace mingzhang::audit
