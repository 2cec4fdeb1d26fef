// SPDX-License-Identifier: Apache-2.0
// A file as one string.
#pragma once

#include <fstream>
#include <iterator>
#include <string>

namespace mingzhang::tests {

/// Empty where there is no such file.
inline std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline void write_bytes(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

}  // namespace mingzhang::tests
