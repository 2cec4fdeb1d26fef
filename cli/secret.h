// SPDX-License-Identifier: Apache-2.0
// Passphrases and private keys: never in the arguments of a program, never readable by others.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/desk.h"
#include "cli/verb.h"
#include "service/sealing/keys.h"

namespace mingzhang::cli {

/// --passphrase-file FILE: its first line; "-" is standard input. Where it is not given, asks at the terminal without showing
/// what is typed. A refusal has been shown where nothing is returned.
std::optional<std::string> read_passphrase(Desk& desk, const Values& values);

/// Writes a file that only its owner may read, and never over another one. False where it cannot be written; then nothing
/// is left of it.
bool write_secret_file(const std::string& path, const std::string& bytes);

/// --signer FILE, repeated, all under one passphrase. A refusal has been shown where nothing is returned.
std::optional<service::Signers> read_signers(Desk& desk, const Values& values);

/// A file, or a refusal that has been shown. "-" is standard input.
std::optional<std::string> read_file_or_refuse(Desk& desk, const std::string& path);

OptionSpec passphrase_option();
OptionSpec signer_option();

}  // namespace mingzhang::cli
