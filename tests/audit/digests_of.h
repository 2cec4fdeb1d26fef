// SPDX-License-Identifier: Apache-2.0
// The digests of bytes that are there as a whole.
#pragma once

#include <string_view>

#include "audit/package/file_digest.h"

namespace mingzhang::audit {

inline FileDigests digests_of(std::string_view bytes) {
  FileHasher hasher;
  hasher.update(bytes);
  return hasher.finish();
}

}  // namespace mingzhang::audit
