// SPDX-License-Identifier: Apache-2.0
// OpenSSL's failures as the one exception family.
#include "audit/openssl_error.h"

#include <openssl/err.h>

#include <array>
#include <string>

#include "base/world_error.h"

namespace mingzhang::audit {

void throw_openssl_error(std::string_view what) {
  std::array<char, 256> reason{};
  ERR_error_string_n(ERR_get_error(), reason.data(), reason.size());
  ERR_clear_error();
  throw WorldError(WorldFault::Other, "OpenSSL: " + std::string(what) + ": " + reason.data());
}

}  // namespace mingzhang::audit
