// SPDX-License-Identifier: Apache-2.0
// Policy packs as files: one by its path, and those of the site.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/desk.h"
#include "cli/verb.h"
#include "service/policy_shelf.h"

namespace mingzhang::cli {

/// The file of a pack; nothing after a refusal.
std::optional<service::PackFile> pack_file(Desk& desk, const std::string& path);
/// The packs of the site: every *.json in the folder of --packs or MINGZHANG_PACKS, by name; nothing after a refusal.
std::optional<std::vector<service::PackFile>> site_packs(Desk& desk, const Values& values);
/// --packs.
OptionSpec packs_option();

}  // namespace mingzhang::cli
