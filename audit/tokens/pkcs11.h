// SPDX-License-Identifier: Apache-2.0
// Keys in tokens that speak PKCS#11 (OASIS, v3.0): the module, and one key of it as a signer.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "audit/notes/signer.h"
#include "audit/tokens/pin.h"
#include "base/outcome.h"
#include "base/result.h"

namespace mingzhang::audit {

/// The numbers by which a module signs. SM2 has none in the standard: the vendor's stand in the site's settings.
struct TokenMechanism {
  Algorithm algorithm = Algorithm::Ed25519;
  unsigned long mechanism = 0x1057;  ///< CKM_EDDSA
  unsigned long key_type = 0x40;     ///< CKK_EC_EDWARDS
};

/// Which key of which token.
struct TokenKeyPlace {
  std::string token_label;  ///< as the token was given it, without the padding
  std::string key_label;    ///< CKA_LABEL; not looked at where empty
  std::string key_id;       ///< CKA_ID, raw bytes; not looked at where empty
  TokenMechanism mechanism;
};

/// A loaded module: a vendor's shared library. Unloaded when the last signer of it ends. One per library and process.
class TokenModule {
 public:
  /// TOKEN-101 where the path (with a slash: nothing is searched for) leads to no module, TOKEN-102 where it is open already.
  static Result<std::shared_ptr<TokenModule>, Problem> open(const std::string& path);

  TokenModule(const TokenModule&) = delete;
  TokenModule& operator=(const TokenModule&) = delete;
  ~TokenModule();

 private:
  friend class TokenSigner;
  struct Loaded;
  explicit TokenModule(std::unique_ptr<Loaded> loaded);

  std::unique_ptr<Loaded> loaded_;
};

/// A key of a token. Every signature is checked with the public key before it is given away. Not for several threads.
/// Tokens take a few hundred bytes (SoftHSM 2.6 at most 1024 for Ed25519): sign notes, never files.
class TokenSigner final : public Signer {
 public:
  /// Opens a session and logs in. Where `expected` is given, the token's public key must be it, or be absent.
  /// TOKEN-201 to 210 and 212. Requires: a label or an id of the key.
  static Result<std::unique_ptr<TokenSigner>, Problem> open(std::shared_ptr<TokenModule> module, const TokenKeyPlace& place,
                                                            const Pin& pin, const std::optional<PublicKey>& expected);
  TokenSigner(const TokenSigner&) = delete;
  TokenSigner& operator=(const TokenSigner&) = delete;
  /// Closes the session; the token forgets the login with its last one.
  ~TokenSigner() override;

  const PublicKey& public_key() const override { return *public_key_; }
  /// TOKEN-205 removed, TOKEN-211 the signature does not fit the public key, TOKEN-212.
  Result<std::string, Problem> try_sign(std::string_view message);
  /// `try_sign`, a refusal as WorldError with its two sentences.
  std::string sign(std::string_view message) override;

 private:
  TokenSigner(std::shared_ptr<TokenModule> module, unsigned long session, TokenMechanism mechanism);
  /// Null where it went well.
  std::unique_ptr<Problem> take_keys(const TokenKeyPlace& place, const std::optional<PublicKey>& expected);
  std::unique_ptr<Problem> take_public_key(const TokenKeyPlace& place, const std::optional<PublicKey>& expected);

  std::shared_ptr<TokenModule> module_;
  unsigned long session_;
  TokenMechanism mechanism_;
  unsigned long private_key_ = 0;
  std::optional<PublicKey> public_key_;
};

}  // namespace mingzhang::audit
