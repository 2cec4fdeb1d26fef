// SPDX-License-Identifier: Apache-2.0
// Makes, shows, adds and opens keys.
#include "service/sealing/keys.h"

#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "audit/keys/command.h"
#include "audit/notes/note_key.h"
#include "audit/notes/outcome.h"
#include "audit/notes/private_key.h"
#include "audit/tokens/pin.h"
#include "audit/tokens/token_address.h"
#include "base/text.h"
#include "base/world_error.h"
#include "service/policies/shelf.h"
#include "service/reading/outcome.h"
#include "service/request_outcome.h"

namespace mingzhang::service {
namespace {

using audit::SealOutcome;

/// Runs what may fail with the world.
template <class Answer, class Body>
Result<Answer, Refusal> with_openssl(const Body& body) {
  try {
    return body();
  } catch (const WorldError& error) {
    return Err(refusal(info_of(outcome_of(error.fault())), error.what()));
  }
}

/// A module is loaded once, however many keys of it sign.
using Modules = std::map<std::string, std::shared_ptr<audit::TokenModule>>;

Result<std::unique_ptr<audit::TokenSigner>, Problem> open_token(const std::string& text, Modules& modules) {
  const Result<audit::TokenAddress, Problem> address = audit::parse_token_address(text);
  if (!address) return Err(address.error());
  const Result<audit::Pin, Problem> pin = audit::Pin::from_file(address->pin_file);
  if (!pin) return Err(pin.error());
  std::shared_ptr<audit::TokenModule>& module = modules[address->module_path];
  if (!module) {
    Result<std::shared_ptr<audit::TokenModule>, Problem> opened = audit::TokenModule::open(address->module_path);
    if (!opened) return Err(opened.error());
    module = std::move(opened).value();
  }
  return audit::TokenSigner::open(module, address->place, *pin, std::nullopt);
}

}  // namespace

Result<NewKey, Refusal> create_key(const std::string& algorithm, std::string_view passphrase) {
  const std::optional<audit::Algorithm> known = audit::parse_algorithm(algorithm);
  if (!known) return Err(refusal(ReadingOutcome::WordBad, "--algorithm " + quotable(algorithm) + "; ed25519 | sm2"));
  if (passphrase.size() < audit::kPassphraseBytesMin) return Err(refusal(audit::info_of(SealOutcome::PassphraseShort), ""));
  return with_openssl<NewKey>([&]() -> Result<NewKey, Refusal> {
    const audit::PrivateKey key = audit::PrivateKey::generate(*known);
    return NewKey{key.to_pem(passphrase), key.public_key().pem()};
  });
}

TextResult show_key(std::string_view public_pem, const std::string& name, const std::string& use) {
  if (use != "log" && use != "witness") return Err(refusal(ReadingOutcome::WordBad, "--use " + quotable(use) + "; log | witness"));
  if (!audit::is_note_name(name)) return Err(refusal(audit::info_of(SealOutcome::KeyTextBad), "--name"));
  return with_openssl<std::string>([&]() -> TextResult {
    std::optional<audit::PublicKey> key = audit::PublicKey::from_pem(public_pem);
    if (!key) return Err(refusal(audit::info_of(SealOutcome::PublicKeyBad), ""));
    return audit::NoteKey{name, use == "log" ? audit::KeyUse::Log : audit::KeyUse::Witness, std::move(*key)}.text() + "\n";
  });
}

NewCommand add_log_key(const std::string& key, const std::string& reason) {
  return Command(audit::Command(audit::AddLogKey{key, reason}));
}

NewCommand end_log_key(const std::string& key, const std::string& reason) {
  return Command(audit::Command(audit::EndLogKey{key, reason}));
}

NewCommand restore_log(std::vector<std::string> lost, const std::string& reason) {
  return Command(audit::Command(audit::RestoreLog{std::move(lost), reason}));
}

Result<Signers, Refusal> open_signers(const std::vector<SignerFile>& files) {
  return with_openssl<Signers>([&]() -> Result<Signers, Refusal> {
    Signers signers;
    Modules modules;
    for (const SignerFile& file : files) {
      if (!file.token.empty()) {
        Result<std::unique_ptr<audit::TokenSigner>, Problem> token = open_token(file.token, modules);
        if (!token) return Err(refusal_of({token.error()}));
        signers.push_back(std::move(token).value());
        continue;
      }
      Result<audit::PrivateKey, Problem> key = audit::PrivateKey::from_pem(file.pem, file.passphrase);
      if (!key) return Err(refusal(*key.error().info, "--signer " + std::to_string(signers.size() + 1)));
      signers.push_back(std::make_unique<audit::PrivateKey>(std::move(key).value()));
    }
    return signers;
  });
}

}  // namespace mingzhang::service
