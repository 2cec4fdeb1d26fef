// SPDX-License-Identifier: Apache-2.0
// Packs of the site: files and folders of --packs and MINGZHANG_PACKS.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "cli/verb.h"
#include "service/policies/shelf.h"

namespace mingzhang::cli {

/// A pack's file, or READ-207.
Result<service::PackFile, service::Refusal> pack_file(const std::string& path);
/// The packs of the site: every *.json in the folder of --packs or MINGZHANG_PACKS, by name.
Result<std::vector<service::PackFile>, service::Refusal> site_files(const Values& values);

OptionSpec packs_option();

}  // namespace mingzhang::cli
