// SPDX-License-Identifier: Apache-2.0
// OpenSSL's failures as the one exception family.
#pragma once

#include <string_view>

namespace mingzhang::audit {

/// Throws WorldError with `what` and OpenSSL's own reason, and empties OpenSSL's queue of errors.
[[noreturn]] void throw_openssl_error(std::string_view what);

}  // namespace mingzhang::audit
