// SPDX-License-Identifier: Apache-2.0
// Where a key in a token is, in one line: a PKCS#11 URI (RFC 7512).
#pragma once

#include <string>
#include <string_view>

#include "audit/tokens/pkcs11.h"
#include "base/outcome.h"
#include "base/result.h"

namespace mingzhang::audit {

/// What a URI says: the module, the token and key in it, and the file with its PIN. The PIN itself (pin-value) is never taken: others
/// would see it.
struct TokenAddress {
  std::string module_path;
  TokenKeyPlace place;
  std::string pin_file;
};

/// True for "pkcs11:…".
bool is_token_address(std::string_view text);

/// Reads "pkcs11:token=T;object=K?module-path=/M&pin-source=/F" (RFC 7512 §2.3): "token", and "object" or "id" or both, "module-path" and
/// "pin-source" (a path, or a URI file:///F), percent-encoded where needed. TOKEN-106 where one is missing, doubled or not known.
/// Example: pkcs11:token=county;object=log256?module-path=/usr/lib/softhsm/libsofthsm2.so&pin-source=/run/pin
Result<TokenAddress, Problem> parse_token_address(std::string_view text);

}  // namespace mingzhang::audit
