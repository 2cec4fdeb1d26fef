// SPDX-License-Identifier: Apache-2.0
// The derived files of a package, written once more while the records go by, and compared byte by byte.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "audit/books/derived.h"
#include "audit/package/files.h"

namespace mingzhang::audit {

/// Reads every derived file at the speed at which the records give its bytes.
class DerivedCheck {
 public:
  explicit DerivedCheck(const PackageFiles& files);
  ~DerivedCheck();
  DerivedCheck(const DerivedCheck&) = delete;
  DerivedCheck& operator=(const DerivedCheck&) = delete;

  void take(const Books& books, const ParsedRecord& record);
  /// The first problem by name: AUDIT-501 where a file is missing, 502 where it is another, with the line of the difference.
  std::optional<Problem> finish(const Books& books);

 private:
  class Comparison;
  std::vector<std::unique_ptr<Comparison>> files_;
};

}  // namespace mingzhang::audit
