// SPDX-License-Identifier: Apache-2.0
// Keys as people handle them: made, shown, added to a book, and opened to sign.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "audit/notes/signer.h"
#include "base/result.h"
#include "service/reading/reading.h"
#include "service/request.h"

namespace mingzhang::service {

/// A fresh key: what is kept, and what is handed out.
struct NewKey {
  std::string private_pem;  ///< encrypted PKCS#8
  std::string public_pem;
};

/// `algorithm` is "ed25519" or "sm2". SEAL-108 where the passphrase is too short, READ-121 for another word.
Result<NewKey, Refusal> create_key(const std::string& algorithm, std::string_view passphrase);

/// The public key under a name, as a log or a witness uses it (a vkey). `use` is "log" or "witness". For a log of a book
/// the name is "BUREAU/ledger/BOOK/sha256" (Ed25519) or "…/sm3" (SM2).
TextResult show_key(std::string_view public_pem, const std::string& name, const std::string& use);

/// Commands log_key/v1, log_key_end/v1 and log_restore/v1; two people.
NewCommand add_log_key(const std::string& key, const std::string& reason);
NewCommand end_log_key(const std::string& key, const std::string& reason);
/// `lost` as `lost_checkpoints` (checkpoints.h) found them.
NewCommand restore_log(std::vector<std::string> lost, const std::string& reason);

/// A private key's file and its passphrase, or the address of a key in a token (audit/tokens/token_address.h).
struct SignerFile {
  std::string pem;
  std::string passphrase;
  std::string token;  ///< not empty: the address; then there is no file
};
using Signers = std::vector<std::unique_ptr<audit::Signer>>;

/// Opens them in their order. SEAL-106 or SEAL-107 of the first file that cannot be opened, with its number; TOKEN- of a token.
Result<Signers, Refusal> open_signers(const std::vector<SignerFile>& files);

}  // namespace mingzhang::service
