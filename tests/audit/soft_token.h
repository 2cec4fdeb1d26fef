// SPDX-License-Identifier: Apache-2.0
// A token of SoftHSM in a folder of its own, with keys made in it.
#pragma once

#include <string>

#include "tests/support/leaks_of_others.h"
#include "tests/support/temporary_folder.h"

namespace mingzhang::audit {

inline constexpr const char* kSoftModule = "/usr/lib/softhsm/libsofthsm2.so";

/// Labels and ids of a pair; the two halves may differ, as in a token that was filled carelessly.
struct SoftPair {
  std::string label;
  std::string private_id;
  std::string public_id;  ///< empty: the public half is deleted again
  bool is_p256 = false;  ///< otherwise Ed25519
};

/// Token "bureau" with PIN "123456". Fails the test where SoftHSM does.
class SoftToken {
 public:
  SoftToken();
  /// Makes a pair through PKCS#11, then closes the module again.
  void add(const SoftPair& pair) const;

 private:
  tests::TemporaryFolder folder_;
  tests::LeaksOfOthers leaks_;  // SoftHSM 2.6 loses some bytes for each key and signature
};

/// False where softhsm2 is not installed; a warning then says so.
bool has_soft_token();

}  // namespace mingzhang::audit
