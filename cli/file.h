// SPDX-License-Identifier: Apache-2.0
// Files that commands read and write.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "cli/desk.h"

namespace mingzhang::cli {

/// Everything in a file; nothing where it cannot be read.
std::optional<std::string> read_file(const std::string& path);

/// Takes pieces of a file.
using WritePiece = std::function<void(std::string_view piece)>;
/// Lets `fill` write a file of this name, replacing one that stands there only when it is whole. False where the file
/// cannot be written or `fill` says false; then nothing is left of it.
bool write_file(const std::string& path, const std::function<bool(const WritePiece& write)>& fill);

/// A journal of one book for a file.
struct ExportOrder {
  std::string book;
  std::string program;
  std::string path;
};
/// Writes it and says so in the notes; the exit code.
int export_to_file(Desk& desk, const service::OpenedDatabase& opened, const ExportOrder& order);

}  // namespace mingzhang::cli
