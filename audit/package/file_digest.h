// SPDX-License-Identifier: Apache-2.0
// The digests of files, in both suites, piece by piece.
#pragma once

#include <memory>
#include <string_view>

#include "audit/hash.h"

namespace mingzhang::audit {

/// Both digests of a file: what `sha256sum` and `openssl dgst -sm3` print.
struct FileDigests {
  Digest sha256{};
  Digest sm3{};
  friend bool operator==(const FileDigests&, const FileDigests&) = default;
};

/// Takes one file after the other. Throws WorldError when OpenSSL fails.
class FileHasher {
 public:
  FileHasher();
  void update(std::string_view bytes);
  /// The digests of everything since the last `finish`.
  FileDigests finish();

 private:
  struct FreeContext {
    void operator()(evp_md_ctx_st* context) const noexcept;
  };
  using Context = std::unique_ptr<evp_md_ctx_st, FreeContext>;
  static Context begun(Suite suite);

  Context sha256_;
  Context sm3_;
};

}  // namespace mingzhang::audit
