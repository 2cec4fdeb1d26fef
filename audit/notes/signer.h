// SPDX-License-Identifier: Apache-2.0
// Whoever holds a private key: a file, a token, or a person at a machine without a network.
#pragma once

#include <string>
#include <string_view>

#include "audit/notes/public_key.h"

namespace mingzhang::audit {

/// Signs with one key. SKF (GM/T 0016) and SDF (GM/T 0018) devices are further implementations: they take the digest
/// SM3(Z ‖ message), Z from the identity of `Algorithm::Sm2`, and give r and s, which become DER.
class Signer {
 public:
  virtual ~Signer() = default;

  virtual const PublicKey& public_key() const = 0;

  /// The signature in the form that `PublicKey::verifies` takes. Throws WorldError when the key cannot be used.
  virtual std::string sign(std::string_view message) = 0;

 protected:
  Signer() = default;
  Signer(const Signer&) = default;
  Signer& operator=(const Signer&) = default;
};

}  // namespace mingzhang::audit
