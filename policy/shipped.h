// SPDX-License-Identifier: Apache-2.0
// The packs that the program carries.
#pragma once

#include <span>
#include <string_view>

namespace mingzhang::policy {

/// A file of policy/packs.
struct ShippedPack {
  std::string_view file_name;  ///< "weining-2016.json"
  std::string_view text;
};

/// All of them, by name.
std::span<const ShippedPack> shipped_packs();

}  // namespace mingzhang::policy
