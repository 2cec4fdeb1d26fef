// SPDX-License-Identifier: Apache-2.0
// The shipped packs, the lists of tests/policy/*.txt and, where they are at hand, the documents the packs quote.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policy/pack.h"

namespace mingzhang::tests {

/// The whole file below the project's folder, or nothing where there is none.
std::optional<std::string> project_file(const std::string& path);

/// The five packs of the seed documents, in the order of their documents. Fails the test where one does not load.
const std::vector<policy::Pack>& seed_packs();

/// A pack that the program carries. Fails the test where there is none of this id, or where it does not load.
const policy::Pack& shipped_pack(std::string_view id);

/// The rules of "pack/rule", every version; empty where there is none. The pack is one of `seed_packs`.
std::vector<const policy::Rule*> rules_named(std::string_view pack_and_rule);

/// The lines of a list of this folder that are neither empty nor comments (#). Fails the test where it is missing.
std::vector<std::string> list_lines(const std::string& name);

/// The pieces of `text` between `separator`s, without blanks at their ends.
std::vector<std::string> pieces_of(std::string_view text, std::string_view separator);

/// Without any white space, that of Chinese typesetting included: line breaks in a document do not matter.
std::string without_spaces(std::string_view text);

}  // namespace mingzhang::tests
