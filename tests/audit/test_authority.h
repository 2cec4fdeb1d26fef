// SPDX-License-Identifier: Apache-2.0
// Authorities made by the openssl command line in a folder of the test's own.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "audit/stamps/certificate.h"
#include "tests/support/temporary_folder.h"

namespace mingzhang::audit {

/// By the system's clock, seconds since 1970; the command line makes certificates that are valid from then on.
std::int64_t system_seconds();

enum class AuthorityKind { P256, Sm2 };

/// root → middle → leaf (for signing) and stamper (for time stamps), valid for ten years from now; all of one kind of key.
/// Files NAME.key, NAME.crt, all.crt (middle and leaf).
class TestAuthority {
 public:
  explicit TestAuthority(AuthorityKind kind);

  std::string file(const std::string& name) const { return folder_.file(name); }
  std::vector<Certificate> certificate(const std::string& name) const;
  /// What the private key NAME.key signs: SM2 with SM3 and the usual identity, ECDSA with SHA-256.
  std::string sign(const std::string& name, std::string_view message) const;
  /// Runs a command of the shell in the folder; true where it succeeds. What it prints goes to the file "log".
  bool runs(const std::string& command) const;

 private:
  void make(const std::string& name, const std::string& issuer, const std::string& extensions) const;

  tests::TemporaryFolder folder_;
  AuthorityKind kind_;
};

}  // namespace mingzhang::audit
